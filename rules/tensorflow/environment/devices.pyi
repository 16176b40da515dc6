"""Devices, strategies, logs and checks: no shapes, so the fuzz does not call these."""

@op(
    "tensorflow.config.LogicalDevice", "tensorflow.config.LogicalDeviceConfiguration", "tensorflow.config.PhysicalDevice",
    "tensorflow.config.experimental_connect_to_cluster", "tensorflow.config.experimental_connect_to_host",
    "tensorflow.config.experimental_functions_run_eagerly", "tensorflow.config.experimental_run_functions_eagerly",
    "tensorflow.config.functions_run_eagerly", "tensorflow.config.get_logical_device_configuration",
    "tensorflow.config.get_soft_device_placement", "tensorflow.config.set_logical_device_configuration",
    "tensorflow.config.experimental.ClusterDeviceFilters", "tensorflow.config.experimental.VirtualDeviceConfiguration",
    "tensorflow.config.experimental.enable_op_determinism", "tensorflow.config.experimental.enable_tensor_float_32_execution",
    "tensorflow.config.experimental.get_device_policy", "tensorflow.config.experimental.get_memory_growth",
    "tensorflow.config.experimental.get_memory_info", "tensorflow.config.experimental.get_memory_usage",
    "tensorflow.config.experimental.get_synchronous_execution", "tensorflow.config.experimental.get_virtual_device_configuration",
    "tensorflow.config.experimental.get_visible_devices", "tensorflow.config.experimental.list_logical_devices",
    "tensorflow.config.experimental.reset_memory_stats", "tensorflow.config.experimental.set_device_policy",
    "tensorflow.config.experimental.set_synchronous_execution", "tensorflow.config.experimental.set_virtual_device_configuration",
    "tensorflow.config.experimental.set_visible_devices", "tensorflow.config.experimental.tensor_float_32_execution_enabled",
    "tensorflow.config.experimental.disable_mlir_bridge", "tensorflow.config.experimental.enable_mlir_bridge",
    "tensorflow.config.optimizer.get_experimental_options", "tensorflow.config.optimizer.get_jit",
    "tensorflow.config.optimizer.set_experimental_options", "tensorflow.config.threading.get_inter_op_parallelism_threads",
    "tensorflow.config.threading.get_intra_op_parallelism_threads", "tensorflow.config.threading.set_inter_op_parallelism_threads",
    "tensorflow.config.threading.set_intra_op_parallelism_threads", "tensorflow.distribute.HierarchicalCopyAllReduce",
    "tensorflow.distribute.InputContext", "tensorflow.distribute.InputOptions", "tensorflow.distribute.MirroredStrategy",
    "tensorflow.distribute.MultiWorkerMirroredStrategy", "tensorflow.distribute.NcclAllReduce", "tensorflow.distribute.OneDeviceStrategy",
    "tensorflow.distribute.ParameterServerStrategy", "tensorflow.distribute.ReductionToOneDevice", "tensorflow.distribute.RunOptions",
    "tensorflow.distribute.Server", "tensorflow.distribute.TPUStrategy", "tensorflow.distribute.experimental_set_strategy",
    "tensorflow.distribute.get_replica_context", "tensorflow.distribute.get_strategy", "tensorflow.distribute.has_strategy",
    "tensorflow.distribute.in_cross_replica_context", "tensorflow.distribute.experimental.CentralStorageStrategy",
    "tensorflow.distribute.experimental.CollectiveHints", "tensorflow.distribute.experimental.CommunicationOptions",
    "tensorflow.distribute.experimental.MultiWorkerMirroredStrategy", "tensorflow.distribute.experimental.ParameterServerStrategy",
    "tensorflow.distribute.experimental.PreemptionCheckpointHandler", "tensorflow.distribute.experimental.TPUStrategy",
    "tensorflow.distribute.experimental.TerminationConfig", "tensorflow.distribute.cluster_resolver.GCEClusterResolver",
    "tensorflow.distribute.cluster_resolver.KubernetesClusterResolver", "tensorflow.distribute.cluster_resolver.SimpleClusterResolver",
    "tensorflow.distribute.cluster_resolver.SlurmClusterResolver", "tensorflow.distribute.cluster_resolver.TFConfigClusterResolver",
    "tensorflow.distribute.cluster_resolver.TPUClusterResolver", "tensorflow.distribute.cluster_resolver.UnionResolver",
    "tensorflow.tpu.experimental.initialize_tpu_system", "tensorflow.tpu.experimental.shutdown_tpu_system",
    "tensorflow.test.gpu_device_name", "tensorflow.test.is_built_with_cuda", "tensorflow.test.is_built_with_gpu_support",
    "tensorflow.test.is_built_with_rocm", "tensorflow.test.is_built_with_xla", "tensorflow.test.is_gpu_available",
    "tensorflow.sysconfig.get_build_info", "tensorflow.sysconfig.get_compile_flags", "tensorflow.sysconfig.get_include",
    "tensorflow.sysconfig.get_lib", "tensorflow.sysconfig.get_link_flags", "tensorflow.DeviceSpec", "tensorflow.Graph",
    "tensorflow.inside_function", "tensorflow.get_current_name_scope", "tensorflow.load_library", "tensorflow.load_op_library",
    "tensorflow.no_op", "tensorflow.timestamp", "tensorflow.xla.experimental.jit_scope", "tensorflow.random.Generator",
    "tensorflow.random.create_rng_state", "tensorflow.random.set_global_generator", "tensorflow.random.experimental.get_global_generator",
    "tensorflow.random.experimental.set_global_generator", "tensorflow.random.experimental.create_rng_state",
    "tensorflow.random.experimental.Generator", "tensorflow.autograph.set_verbosity",
    "tensorflow.autograph.experimental.set_loop_options",
)
def device(*args: object, **kwargs: object) -> object:
    """A device, a strategy, a setting, a context.

    >>> device()
    ...
    """

@op(
    "tensorflow.summary.audio", "tensorflow.summary.create_noop_writer", "tensorflow.summary.flush", "tensorflow.summary.graph",
    "tensorflow.summary.record_if", "tensorflow.summary.should_record_summaries", "tensorflow.summary.text",
    "tensorflow.summary.trace_export", "tensorflow.summary.trace_off", "tensorflow.summary.trace_on", "tensorflow.summary.write",
    "tensorflow.summary.experimental.get_step", "tensorflow.summary.experimental.set_step",
    "tensorflow.summary.experimental.summary_scope", "tensorflow.summary.experimental.write_raw_pb", "tensorflow.saved_model.Asset",
    "tensorflow.saved_model.LoadOptions", "tensorflow.saved_model.SaveOptions", "tensorflow.saved_model.contains_saved_model",
    "tensorflow.profiler.experimental.Profile", "tensorflow.profiler.experimental.ProfilerOptions",
    "tensorflow.profiler.experimental.Trace", "tensorflow.profiler.experimental.start", "tensorflow.profiler.experimental.stop",
    "tensorflow.train.CheckpointOptions", "tensorflow.train.CheckpointView", "tensorflow.train.ClusterDef",
    "tensorflow.train.ClusterSpec", "tensorflow.train.Coordinator", "tensorflow.train.ServerDef", "tensorflow.train.TrackableView",
    "tensorflow.train.checkpoints_iterator", "tensorflow.train.get_checkpoint_state", "tensorflow.train.list_variables",
    "tensorflow.train.load_checkpoint", "tensorflow.train.load_variable", "tensorflow.lookup.TextFileIndex",
    "tensorflow.lookup.experimental.DenseHashTable", "tensorflow.lookup.experimental.MutableHashTable", "tensorflow.debugging.Assert",
    "tensorflow.debugging.assert_integer", "tensorflow.debugging.assert_near", "tensorflow.debugging.assert_negative",
    "tensorflow.debugging.assert_non_positive", "tensorflow.debugging.assert_none_equal", "tensorflow.debugging.assert_proper_iterable",
    "tensorflow.debugging.assert_rank_at_least", "tensorflow.debugging.assert_rank_in", "tensorflow.debugging.assert_same_float_dtype",
    "tensorflow.debugging.assert_scalar", "tensorflow.debugging.disable_check_numerics",
    "tensorflow.debugging.disable_traceback_filtering", "tensorflow.debugging.enable_traceback_filtering",
    "tensorflow.debugging.get_log_device_placement", "tensorflow.debugging.is_numeric_tensor",
    "tensorflow.debugging.is_traceback_filtering_enabled", "tensorflow.debugging.set_log_device_placement",
    "tensorflow.debugging.experimental.disable_dump_debug_info", "tensorflow.debugging.experimental.enable_dump_debug_info",
    "tensorflow.Assert", "tensorflow.assert_equal", "tensorflow.assert_greater", "tensorflow.assert_less", "tensorflow.assert_rank",
    "tensorflow.lite.Interpreter", "tensorflow.lite.TFLiteConverter",
)
def log(*args: object, **kwargs: object) -> object:
    """A log, a model that is kept, a check of values.

    >>> log()
    ...
    """
