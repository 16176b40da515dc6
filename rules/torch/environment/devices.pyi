"""Devices and their memory: no shapes, so the fuzz does not call these."""

@op(
    "torch.cuda.is_available", "torch.cuda.is_initialized", "torch.cuda.is_bf16_supported", "torch.cuda.is_tf32_supported",
    "torch.cuda.is_current_stream_capturing", "torch.cuda.can_device_access_peer", "torch.cuda._is_in_bad_fork",
    "torch.xpu.is_available", "torch.xpu.is_initialized", "torch.xpu.is_bf16_supported", "torch.xpu.is_tf32_supported",
    "torch.mps.is_available", "torch.mtia.is_available", "torch.mtia.is_initialized", "torch.cpu.is_available", "torch.cpu.is_initialized",
    "torch.accelerator.is_available", "torch.backends.mps.is_available", "torch.backends.mps.is_built",
    "torch.backends.mps.is_macos_or_newer", "torch.backends.mps.is_macos13_or_newer", "torch.backends.cuda.is_built",
    "torch.backends.cuda.flash_sdp_enabled", "torch.backends.cuda.mem_efficient_sdp_enabled", "torch.backends.cuda.math_sdp_enabled",
    "torch.backends.cuda.cudnn_sdp_enabled", "torch.backends.cuda.is_flash_attention_available",
    "torch.backends.cuda.can_use_flash_attention", "torch.backends.cuda.can_use_efficient_attention",
    "torch.backends.cuda.can_use_cudnn_attention", "torch.backends.cudnn.is_available", "torch.backends.cudnn.is_acceptable",
    "torch.backends.mkl.is_available", "torch.backends.mkldnn.is_available", "torch.backends.openmp.is_available",
    "torch.backends.opt_einsum.is_available", "torch.backends.nnpack.is_available", "torch.backends.xnnpack.enabled",
    "torch.cudnn_is_acceptable", "torch.nn.attention.can_use_flash_attention", "torch.nn.attention.can_use_efficient_attention",
)
def flag(*args: object, **kwargs: object) -> bool:
    """Whether a device or library is there.

    >>> flag()
    ...
    """

@op(
    "torch.cuda.device_count", "torch.cuda.current_device", "torch.cuda.memory_allocated", "torch.cuda.max_memory_allocated",
    "torch.cuda.memory_reserved", "torch.cuda.max_memory_reserved", "torch.cuda.memory_cached", "torch.cuda.max_memory_cached",
    "torch.cuda.initial_seed", "torch.cuda.utilization", "torch.cuda.memory_usage", "torch.cuda.temperature", "torch.cuda.power_draw",
    "torch.cuda.clock_rate", "torch.cuda.device_memory_used", "torch.cuda.get_sync_debug_mode", "torch.cuda.get_per_process_memory_fraction",
    "torch.xpu.device_count", "torch.xpu.current_device", "torch.xpu.memory_allocated", "torch.xpu.max_memory_allocated",
    "torch.xpu.memory_reserved", "torch.xpu.max_memory_reserved", "torch.xpu.initial_seed",
    "torch.mps.device_count", "torch.mps.current_allocated_memory", "torch.mps.driver_allocated_memory", "torch.mps.recommended_max_memory",
    "torch.cpu.device_count", "torch.cpu.current_device", "torch.mtia.device_count", "torch.mtia.current_device",
    "torch.mtia.memory_allocated", "torch.mtia.max_memory_allocated",
    "torch.accelerator.device_count", "torch.accelerator.current_device_index", "torch.accelerator.current_device_idx",
    "torch.accelerator.memory_allocated", "torch.accelerator.max_memory_allocated", "torch.accelerator.memory_reserved",
    "torch.accelerator.max_memory_reserved", "torch.backends.cudnn.version", "torch.backends.mps.get_core_count",
)
def number(*args: object, **kwargs: object) -> int:
    """A number of devices, of bytes, of a device.

    >>> number()
    ...
    """

@op(
    "torch.cuda.get_device_name", "torch.cuda.memory_summary", "torch.cuda.list_gpu_processes", "torch.cuda.get_gencode_flags",
    "torch.xpu.get_device_name", "torch.xpu.get_gencode_flags", "torch.cuda.get_allocator_backend", "torch.backends.mps.get_name",
    "torch.backends.cpu.get_cpu_capability",
)
def text(*args: object, **kwargs: object) -> str:
    """A name or a report.

    >>> text()
    ...
    """

@op(
    "torch.cuda.get_device_properties", "torch.cuda.get_device_capability", "torch.cuda.current_stream", "torch.cuda.default_stream",
    "torch.cuda.get_arch_list", "torch.cuda.memory_stats", "torch.cuda.memory_snapshot", "torch.cuda.mem_get_info", "torch.cuda.cudart",
    "torch.cuda.get_rng_state", "torch.cuda.get_rng_state_all", "torch.cuda.graph_pool_handle", "torch.cuda.make_graphed_callables",
    "torch.cuda.current_blas_handle", "torch.cuda.Event", "torch.cuda.Stream", "torch.cuda.ExternalStream", "torch.cuda.CUDAGraph",
    "torch.cuda.MemPool", "torch.cuda.graph", "torch.cuda.device", "torch.cuda.device_of", "torch.cuda.stream", "torch.cuda.use_mem_pool",
    "torch.cuda.nvtx.range", "torch.cuda.nvtx.range_push", "torch.cuda.nvtx.range_pop", "torch.cuda.nvtx.range_start",
    "torch.cuda.profiler.profile", "torch.cuda.StreamContext", "torch.cuda.memory._snapshot", "torch.cuda.memory._record_memory_history",
    "torch.cuda.comm.broadcast", "torch.cuda.comm.broadcast_coalesced", "torch.cuda.comm.gather", "torch.cuda.comm.reduce_add",
    "torch.cuda.comm.reduce_add_coalesced", "torch.cuda.comm.scatter",
    "torch.xpu.get_device_properties", "torch.xpu.get_device_capability", "torch.xpu.current_stream", "torch.xpu.get_rng_state",
    "torch.xpu.get_rng_state_all", "torch.xpu.mem_get_info", "torch.xpu.memory_stats", "torch.xpu.Event", "torch.xpu.Stream",
    "torch.xpu.device", "torch.xpu.device_of", "torch.xpu.stream", "torch.mps.Event", "torch.mps.get_rng_state", "torch.mps.compile_shader",
    "torch.cpu.current_stream", "torch.cpu.stream", "torch.cpu.Stream", "torch.mtia.current_stream", "torch.mtia.stream", "torch.mtia.Stream",
    "torch.mtia.Event", "torch.mtia.get_device_properties", "torch.mtia.get_device_capability", "torch.mtia.get_rng_state",
    "torch.accelerator.current_accelerator", "torch.accelerator.current_stream", "torch.accelerator.get_memory_info",
    "torch.accelerator.memory_stats", "torch.accelerator.device_index", "torch.accelerator.get_device_capability",
    "torch.backends.cudnn.flags", "torch.backends.cudnn.set_flags", "torch.backends.mkldnn.flags", "torch.backends.mkldnn.set_flags",
    "torch.backends.nnpack.flags", "torch.backends.nnpack.set_flags", "torch.backends.opt_einsum.flags", "torch.backends.opt_einsum.get_opt_einsum",
    "torch.backends.cuda.sdp_kernel", "torch.backends.cuda.preferred_linalg_library", "torch.backends.cuda.preferred_blas_library",
    "torch.backends.cuda.SDPAParams", "torch.nn.attention.SDPAParams", "torch.backends.mkl.verbose", "torch.backends.mkldnn.verbose",
    "torch.backends.flags_frozen", "torch.backends.__allow_nonbracketed_mutation", "torch.Stream", "torch.Event",
)
def thing(*args: object, **kwargs: object) -> object:
    """A stream, an event, properties, a context.

    >>> thing()
    ...
    """

@op(
    "torch.cuda.set_device", "torch.cuda.set_stream", "torch.cuda.manual_seed", "torch.cuda.manual_seed_all", "torch.cuda.seed",
    "torch.cuda.seed_all", "torch.cuda.set_rng_state", "torch.cuda.set_rng_state_all", "torch.cuda.init", "torch.cuda.ipc_collect",
    "torch.cuda.reset_peak_memory_stats", "torch.cuda.reset_max_memory_allocated", "torch.cuda.reset_max_memory_cached",
    "torch.cuda.reset_accumulated_memory_stats", "torch.cuda.set_per_process_memory_fraction", "torch.cuda.set_sync_debug_mode",
    "torch.cuda.nvtx.mark", "torch.cuda.nvtx.range_end", "torch.cuda.profiler.start", "torch.cuda.profiler.stop",
    "torch.cuda.change_current_allocator", "torch.cuda.memory._dump_snapshot", "torch.cuda._lazy_init", "torch.cuda._lazy_call",
    "torch.xpu.set_device", "torch.xpu.manual_seed", "torch.xpu.manual_seed_all", "torch.xpu.set_rng_state", "torch.xpu.set_rng_state_all",
    "torch.xpu.empty_cache", "torch.xpu.synchronize", "torch.xpu.reset_peak_memory_stats", "torch.xpu.seed", "torch.xpu.init",
    "torch.mps.empty_cache", "torch.mps.manual_seed", "torch.mps.seed", "torch.mps.set_rng_state", "torch.mps.synchronize",
    "torch.mps.set_per_process_memory_fraction", "torch.cpu.set_device", "torch.cpu.synchronize",
    "torch.mtia.empty_cache", "torch.mtia.synchronize", "torch.mtia.set_device", "torch.mtia.manual_seed", "torch.mtia.set_rng_state",
    "torch.accelerator.empty_cache", "torch.accelerator.synchronize", "torch.accelerator.set_device_index", "torch.accelerator.set_device_idx",
    "torch.accelerator.reset_peak_memory_stats", "torch.accelerator.reset_accumulated_memory_stats", "torch.accelerator.set_stream",
    "torch.backends.cuda.enable_flash_sdp", "torch.backends.cuda.enable_math_sdp", "torch.backends.cuda.enable_mem_efficient_sdp",
    "torch.backends.cuda.enable_cudnn_sdp", "torch.backends.cuda.allow_fp16_bf16_reduction_math_sdp", "torch.backends.disable_global_flags",
)
def effect(*args: object, **kwargs: object) -> None:
    """A device chosen, seeded, emptied.

    >>> effect()
    None
    """
