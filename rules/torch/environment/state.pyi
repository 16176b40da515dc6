"""Modes, defaults and random states of the process: no shapes, so the fuzz does not call these."""

@op(
    "torch.is_grad_enabled", "torch.is_inference_mode_enabled", "torch.is_anomaly_enabled", "torch.is_anomaly_check_nan_enabled",
    "torch.is_autocast_enabled", "torch.is_autocast_cpu_enabled", "torch.is_autocast_cache_enabled", "torch.amp.is_autocast_available",
    "torch.are_deterministic_algorithms_enabled", "torch.is_deterministic_algorithms_warn_only_enabled",
    "torch.is_warn_always_enabled", "torch.is_vulkan_available", "torch.compiled_with_cxx11_abi",
    "torch.set_flush_denormal", "torch.autograd.is_multithreading_enabled", "torch.autograd.is_view_replay_enabled",
    "torch.autograd._is_checkpoint_valid", "torch.autograd.gradcheck", "torch.autograd.gradgradcheck",
    "torch.overrides.has_torch_function", "torch.overrides.has_torch_function_unary", "torch.overrides.has_torch_function_variadic",
    "torch.overrides.is_tensor_like", "torch.overrides.is_tensor_method_or_property",
    "torch.nn.functional.has_torch_function", "torch.nn.functional.has_torch_function_unary", "torch.nn.functional.has_torch_function_variadic",
    "torch._C._get_tracing_state", "torch._C._is_tracing", "torch._is_functional_tensor",
)
def flag(*args: object, **kwargs: object) -> bool:
    """Whether a mode is on.

    >>> flag()
    ...
    """

@op(
    "torch.get_num_threads", "torch.get_num_interop_threads", "torch.initial_seed", "torch.seed", "torch.random.initial_seed",
    "torch.random.seed", "torch.get_deterministic_debug_mode", "torch.autocast_increment_nesting", "torch.autocast_decrement_nesting",
    "torch.default_generator.seed", "torch.default_generator.initial_seed", "torch.get_device",
)
def number(*args: object, **kwargs: object) -> int:
    """A number of the process.

    >>> number()
    ...
    """

@op("torch.get_float32_matmul_precision", "torch.typename", "torch.get_file_path")
def text(*args: object, **kwargs: object) -> str:
    """A name.

    >>> text()
    ...
    """

@op(
    "torch.Generator", "torch.get_default_dtype", "torch.get_autocast_dtype", "torch.get_autocast_cpu_dtype", "torch.get_autocast_gpu_dtype",
    "torch.get_device_module", "torch.get_rng_state", "torch.random.get_rng_state", "torch.random.fork_rng", "torch.random.manual_seed",
    "torch.get_autocast_ipu_dtype", "torch.get_autocast_xla_dtype", "torch.random.thread_safe_generator", "torch.thread_safe_generator",
    "torch.default_generator.manual_seed", "torch.default_generator.get_state",
    "torch.autograd.graph.save_on_cpu", "torch.autograd.graph.saved_tensors_hooks", "torch.autograd.graph.disable_saved_tensors_hooks",
    "torch.autograd.graph.register_multi_grad_hook", "torch.autograd.graph.get_gradient_edge", "torch.autograd.graph.allow_mutation_on_saved_tensors",
    "torch.autograd.forward_ad.dual_level", "torch.autograd.forward_ad.make_dual", "torch.autograd.forward_ad.unpack_dual",
    "torch.autograd.forward_ad.enter_dual_level",
    "torch.autograd.detect_anomaly", "torch.autograd.set_detect_anomaly", "torch.autograd.set_multithreading_enabled",
    "torch.autograd.functional.jacobian", "torch.autograd.functional.hessian", "torch.autograd.functional.vjp",
    "torch.autograd.functional.jvp", "torch.autograd.functional.vhp", "torch.autograd.functional.hvp",
    "torch.overrides.handle_torch_function", "torch.nn.functional.handle_torch_function", "torch.overrides.get_default_nowrap_functions",
    "torch.overrides.get_overridable_functions", "torch.overrides.get_ignored_functions", "torch.overrides.get_testing_overrides",
    "torch.overrides.resolve_name", "torch._C.DisableTorchFunction", "torch._C.DisableTorchFunctionSubclass", "torch._C._get_accelerator",
    "torch._C._get_privateuse1_backend_name", "torch._C._AutoDispatchBelowAutograd", "torch.nn.functional._Reduction.get_enum",
    "torch.nn.functional._canonical_mask", "torch.nn.functional._none_or_dtype",
    "torch.nn.modules.transformer._get_activation_fn", "torch.ByteStorage.from_buffer", "torch.UntypedStorage", "torch.UntypedStorage.from_buffer", "torch.sparse.check_sparse_tensor_invariants",
)
def thing(*args: object, **kwargs: object) -> object:
    """A state, a context, an object.

    >>> thing()
    ...
    """

@op(
    "torch.set_rng_state", "torch.random.set_rng_state", "torch.use_deterministic_algorithms", "torch.set_deterministic_debug_mode",
    "torch.set_float32_matmul_precision", "torch.set_default_device", "torch.set_default_tensor_type", "torch.set_num_interop_threads",
    "torch.set_warn_always", "torch.set_anomaly_enabled", "torch.set_autocast_enabled", "torch.set_autocast_cpu_enabled",
    "torch.set_autocast_dtype", "torch.set_autocast_gpu_dtype", "torch.set_autocast_cpu_dtype", "torch.set_autocast_cache_enabled",
    "torch.clear_autocast_cache", "torch.autograd.forward_ad.exit_dual_level", "torch.autograd.graph.increment_version",
    "torch._assert_async", "torch._C._jit_set_profiling_executor", "torch._C._jit_set_profiling_mode",
    "torch._C._jit_override_can_fuse_on_gpu", "torch._C._jit_override_can_fuse_on_cpu", "torch._C._jit_set_texpr_fuser_enabled",
    "torch._C._jit_set_nvfuser_enabled", "torch._C._jit_set_nvfuser_guard_mode", "torch._C._jit_can_fuse_on_cpu",
    "torch._C._jit_can_fuse_on_gpu", "torch._C._log_api_usage_once", "torch._C._set_math_sdp_allow_fp16_bf16_reduction",
    "torch.utils.set_module", "torch._C._jit_set_autocast_mode",
)
def effect(*args: object, **kwargs: object) -> None:
    """A mode set.

    >>> effect()
    None
    """
