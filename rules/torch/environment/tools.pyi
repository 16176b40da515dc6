"""Files, compilers, exporters, profilers, extensions: no shapes, so the fuzz does not call these."""

@op(
    "torch.jit.isinstance", "torch._dynamo.is_compiling", "torch.compiler.is_dynamo_compiling", "torch._dynamo.is_dynamo_supported",
    "torch.jit.onednn_fusion_enabled", "torch.serialization.get_default_mmap_options", "torch.utils.cpp_extension.is_ninja_available",
    "torch.utils.cpp_extension.check_compiler_ok_for_platform", "torch.autograd.kineto_available", "torch.profiler.kineto_available",
    "torch.utils._triton.has_triton", "torch.serialization.check_module_version_greater_or_equal",
)
def flag(*args: object, **kwargs: object) -> bool:
    """Whether something holds.

    >>> flag()
    ...
    """

@op(
    "torch.hub.get_dir", "torch.hub._get_torch_home", "torch.serialization.location_tag", "torch.multiprocessing.get_start_method",
    "torch.multiprocessing.get_sharing_strategy", "torch.utils.cpp_extension.get_cxx_compiler",
    "torch.utils.collect_env.get_pretty_env_info", "torch._inductor.cpp_builder.get_cpp_compiler",
)
def text(*args: object, **kwargs: object) -> str:
    """A path or a name.

    >>> text()
    ...
    """

@op(
    "torch.load", "torch.jit.load", "torch.hub.load", "torch.hub.load_state_dict_from_url", "torch.hub.list", "torch.hub.help",
    "torch.utils.model_zoo.load_url", "torch.serialization.load", "torch.serialization.safe_globals",
    "torch.serialization.get_unsafe_globals_in_checkpoint", "torch.serialization.get_safe_globals",
    "torch.serialization.default_restore_location", "torch.serialization.normalize_storage_type", "torch.serialization.skip_data",
    "torch._C.PyTorchFileWriter", "torch._C.PyTorchFileReader", "torch.package.PackageImporter", "torch.package.PackageExporter",
    "torch.jit.CompilationUnit", "torch.jit.optimized_execution", "torch.jit.fuser", "torch.jit.strict_fusion",
    "torch.onnx.export", "torch.export.export", "torch.export.draft_export", "torch.export.load",
    "torch.export.dims", "torch.export.ShapesCollection", "torch._dynamo.explain", "torch._dynamo.optimize",
    "torch.compiler.list_backends", "torch._dynamo.list_backends", "torch.compiler.set_stance", "torch._inductor.aoti_compile_and_package",
    "torch._inductor.aoti_load_package", "torch._inductor.list_mode_options", "torch._inductor.list_options",
    "torch.fx.Graph", "torch.fx.Proxy", "torch.fx.replace_pattern", "torch.fx.passes.shape_prop.ShapeProp",
    "torch.library.Library", "torch.library.infer_schema", "torch.library.opcheck", "torch.ops.load_library",
    "torch.autograd.profiler.profile", "torch.autograd.profiler.emit_nvtx", "torch.autograd.profiler.emit_itt",
    "torch.profiler.profile", "torch.profiler.schedule", "torch.profiler.tensorboard_trace_handler", "torch.profiler.supported_activities",
    "torch.utils.benchmark.Timer", "torch.utils.benchmark.Compare", "torch.utils.benchmark.Measurement",
    "torch.utils.cpp_extension.load", "torch.utils.cpp_extension.load_inline", "torch.utils.cpp_extension.CppExtension",
    "torch.utils.cpp_extension.CUDAExtension", "torch.utils.cpp_extension.include_paths", "torch.utils.cpp_extension.library_paths",
    "torch.utils.cpp_extension.BuildExtension.with_options", "torch.utils.flop_counter.FlopCounterMode",
    "torch.utils.mobile_optimizer.optimize_for_mobile", "torch.utils.checkpoint.create_selective_checkpoint_contexts",
    "torch.utils.checkpoint.get_device_states", "torch.utils.checkpoint.noop_context_fn", "torch.utils.dlpack.to_dlpack", "torch.to_dlpack",
    "torch.multiprocessing.get_context", "torch.multiprocessing.spawn", "torch.multiprocessing.start_processes",
    "torch.multiprocessing.Manager", "torch.multiprocessing.Pool", "torch.multiprocessing.Queue",
    "torch.multiprocessing.SimpleQueue", "torch.multiprocessing.Event", "torch.multiprocessing.Lock", "torch.multiprocessing.Value",
    "torch.multiprocessing.Array", "torch.multiprocessing.Barrier", "torch.multiprocessing.current_process", "torch.multiprocessing.Pipe",
    "torch.multiprocessing.get_all_sharing_strategies", "torch.futures.Future", "torch.futures.collect_all", "torch.futures.wait_all",
    "torch.quantization.get_default_qconfig", "torch.quantization.get_default_qat_qconfig", "torch.quantization.QConfig",
    "torch.quantization.observer.HistogramObserver", "torch.quantization.observer.MinMaxObserver",
    "torch.quantization.observer.PerChannelMinMaxObserver", "torch.quantization.observer.MovingAverageMinMaxObserver",
    "torch.quantization.MinMaxObserver", "torch.quantization.HistogramObserver", "torch.quantization.PerChannelMinMaxObserver",
    "torch.ao.quantization.get_default_qconfig", "torch.ao.quantization.get_default_qat_qconfig",
    "torch.ao.quantization.get_default_qconfig_mapping", "torch.ao.quantization.QConfig", "torch.ao.quantization.QConfigMapping",
    "torch.ao.quantization.MinMaxObserver", "torch.ao.quantization.HistogramObserver",
    "torch.utils.hooks.RemovableHandle", "torch.utils.weak.WeakTensorKeyDictionary", "torch.optim.swa_utils.get_ema_avg_fn",
    "torch.optim.swa_utils.get_ema_multi_avg_fn", "torch.optim.swa_utils.get_swa_avg_fn", "torch.optim.swa_utils.get_swa_multi_avg_fn",
    "torch.optim.optimizer._default_to_fused_or_foreach", "torch.optim.optimizer._get_capturable_supported_devices",
    "torch.optim.optimizer._get_foreach_kernels_supported_devices", "torch.utils._foreach_utils._group_tensors_by_device_and_dtype",
    "torch.monitor.Event", "torch.testing.FileCheck", "torch._utils._take_tensors", "torch._utils._get_all_device_indices",
    "torch._utils._get_device_index", "torch.parse_ir", "torch.parse_schema", "torch._C.parse_schema",
)
def thing(*args: object, **kwargs: object) -> object:
    """What was loaded, exported, built or measured.

    >>> thing()
    ...
    """

@op(
    "torch.hub.download_url_to_file", "torch.hub.set_dir", "torch.jit.save", "torch.serialization.save",
    "torch.serialization.add_safe_globals", "torch.serialization.clear_safe_globals", "torch.serialization.register_package",
    "torch.jit.set_fusion_strategy", "torch.jit.enable_onednn_fusion", "torch.export.save", "torch.onnx.register_custom_op_symbolic",
    "torch.onnx.unregister_custom_op_symbolic", "torch.compiler.cudagraph_mark_step_begin", "torch._inductor.cudagraph_mark_step_begin",
    "torch.compiler.reset", "torch._dynamo.reset", "torch._dynamo.mark_dynamic", "torch._dynamo.mark_static", "torch._dynamo.mark_static_address",
    "torch._dynamo.maybe_mark_dynamic", "torch._dynamo.graph_break", "torch.library.define", "torch.fx.has_side_effect",
    "torch.testing.assert_close", "torch.testing.assert_allclose", "torch.multiprocessing.set_start_method",
    "torch.multiprocessing.set_sharing_strategy", "torch.multiprocessing.freeze_support", "torch.utils.checkpoint.check_backward_validity",
    "torch.utils.checkpoint.set_device_states", "torch.utils.checkpoint.set_checkpoint_debug_enabled", "torch.monitor.log_event",
    "torch.utils._pytree._register_pytree_node", "torch.utils._pytree.register_pytree_node", "torch.utils.rename_privateuse1_backend",
    "torch._logging.set_logs",
)
def effect(*args: object, **kwargs: object) -> None:
    """Files written, modes set, checks passed.

    >>> effect()
    None
    """
