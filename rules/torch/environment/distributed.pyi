"""Processes that work together. Collectives write into tensors that are there, so that shapes stay."""

@op("torch.distributed.get_world_size")
def get_world_size(*args: object, **kwargs: object) -> Dim["some(1)"]:
    """The number of processes.

    >>> get_world_size()
    None
    """

@op(
    "torch.distributed.get_rank", "torch.distributed.get_node_local_rank", "torch.distributed.get_group_rank",
    "torch.distributed.get_global_rank", "torch.distributed.get_pg_count",
)
def get_rank(*args: object, **kwargs: object) -> Dim["some(0)"]:
    """The number of this process.

    >>> get_rank()
    None
    """

@op(
    "torch.distributed.is_initialized", "torch.distributed.is_available", "torch.distributed.is_nccl_available",
    "torch.distributed.is_gloo_available", "torch.distributed.is_mpi_available", "torch.distributed.is_ucc_available",
    "torch.distributed.is_xccl_available", "torch.distributed.is_backend_available", "torch.distributed.is_torchelastic_launched",
    "torch.distributed.supports_complex", "torch.distributed.rpc.is_available",
)
def flag(*args: object, **kwargs: object) -> bool:
    """Whether there is such a thing.

    >>> flag()
    ...
    """

@op("torch.distributed.get_backend", "torch.distributed.get_backend_config", "torch.distributed.get_default_backend_for_device")
def text(*args: object, **kwargs: object) -> str:
    """The name of a backend.

    >>> text()
    ...
    """

@op(
    "torch.distributed.all_reduce", "torch.distributed.all_gather", "torch.distributed.all_gather_into_tensor",
    "torch.distributed.all_gather_coalesced", "torch.distributed.all_reduce_coalesced", "torch.distributed.all_to_all",
    "torch.distributed.all_to_all_single", "torch.distributed.barrier", "torch.distributed.broadcast", "torch.distributed.gather",
    "torch.distributed.reduce", "torch.distributed.reduce_scatter", "torch.distributed.reduce_scatter_tensor", "torch.distributed.scatter",
    "torch.distributed.isend", "torch.distributed.irecv", "torch.distributed.batch_isend_irecv", "torch.distributed._all_gather_base",
    "torch.distributed._reduce_scatter_base", "torch.distributed.P2POp", "torch.distributed.new_group", "torch.distributed.new_subgroups",
    "torch.distributed.new_subgroups_by_enumeration", "torch.distributed.split_group", "torch.distributed.init_device_mesh",
    "torch.distributed.device_mesh.init_device_mesh", "torch.distributed.tensor.init_device_mesh", "torch.distributed.rendezvous",
    "torch.distributed.get_process_group_ranks", "torch.distributed.get_debug_level", "torch.distributed.TCPStore",
    "torch.distributed.FileStore", "torch.distributed.HashStore", "torch.distributed.PrefixStore", "torch.distributed.recv",
    "torch.distributed.send", "torch.distributed.distributed_c10d._get_default_group", "torch.distributed.distributed_c10d._get_default_store",
    "torch.distributed.rpc.rpc_sync", "torch.distributed.rpc.rpc_async", "torch.distributed.rpc.remote", "torch.distributed.rpc.get_worker_info",
    "torch.distributed.rpc.TensorPipeRpcBackendOptions",
    "torch.distributed.checkpoint.load_state_dict", "torch.distributed.checkpoint.save_state_dict", "torch.distributed.checkpoint.load",
    "torch.distributed.checkpoint.save", "torch.distributed.checkpoint.async_save", "torch.distributed.checkpoint.FileSystemReader",
    "torch.distributed.checkpoint.FileSystemWriter", "torch.distributed.checkpoint.DefaultLoadPlanner",
    "torch.distributed.checkpoint.DefaultSavePlanner", "torch.distributed.checkpoint.state_dict.get_model_state_dict",
    "torch.distributed.checkpoint.state_dict.get_state_dict", "torch.distributed.checkpoint.state_dict.set_model_state_dict",
    "torch.distributed.checkpoint.state_dict.set_state_dict", "torch.distributed.checkpoint.state_dict.StateDictOptions",
    "torch.distributed.tensor.Shard", "torch.distributed.tensor.Replicate", "torch.distributed.tensor.Partial",
    "torch.distributed.tensor.distribute_tensor", "torch.distributed.tensor.DTensor.from_local",
    "torch.distributed.tensor.parallel.ColwiseParallel", "torch.distributed.tensor.parallel.RowwiseParallel",
    "torch.distributed.tensor.parallel.SequenceParallel", "torch.distributed.tensor.parallel.PrepareModuleInput",
    "torch.distributed.tensor.parallel.PrepareModuleOutput", "torch.distributed.tensor.parallel.loss_parallel",
    "torch.distributed.fsdp.CPUOffload", "torch.distributed.fsdp.MixedPrecision", "torch.distributed.fsdp.MixedPrecisionPolicy",
    "torch.distributed.fsdp.CPUOffloadPolicy", "torch.distributed.fsdp.OffloadPolicy", "torch.distributed.fsdp.FullStateDictConfig",
    "torch.distributed.fsdp.ShardedStateDictConfig", "torch.distributed.fsdp.LocalStateDictConfig",
    "torch.distributed.fsdp.FullOptimStateDictConfig", "torch.distributed.fsdp.ShardedOptimStateDictConfig",
    "torch.distributed.fsdp.FullyShardedDataParallel.state_dict_type", "torch.distributed.fsdp.FullyShardedDataParallel.set_state_dict_type",
    "torch.distributed.fsdp.FullyShardedDataParallel.summon_full_params", "torch.distributed.fsdp.FullyShardedDataParallel.optim_state_dict",
    "torch.distributed.fsdp.wrap.size_based_auto_wrap_policy", "torch.distributed.fsdp.wrap.transformer_auto_wrap_policy",
    "torch.distributed.fsdp.wrap.ModuleWrapPolicy", "torch.distributed.fsdp.wrap.enable_wrap",
    "torch.distributed.algorithms.join.Join", "torch.distributed.elastic.multiprocessing.errors.get_error_handler",
    "torch.distributed._functional_collectives.all_gather_tensor", "torch.distributed._functional_collectives.all_to_all_single",
    "torch.distributed._functional_collectives.reduce_scatter_tensor",
    "torch.distributed._functional_collectives.all_to_all_single_autograd",
    "torch.distributed._functional_collectives.all_gather_tensor_autograd",
    "torch.distributed._functional_collectives.reduce_scatter_tensor_autograd", "torch.distributed.nn.functional.all_gather",
    "torch.distributed.nn.functional.gather", "torch.distributed.nn.functional.scatter", "torch.distributed.nn.functional.all_to_all",
    "torch.distributed.nn.all_gather", "torch.distributed.nn.gather", "torch.distributed.nn.scatter", "torch.distributed.nn.all_to_all",
)
def thing(*args: object, **kwargs: object) -> object:
    """A handle to wait for, a group, a mesh, a store.

    >>> thing()
    ...
    """

@op(
    "torch.distributed._functional_collectives.permute_tensor", "torch.distributed._functional_collectives.all_reduce",
    "torch.distributed._functional_collectives.broadcast", "torch.distributed._functional_collectives.wait_tensor",
    "torch.distributed.nn.functional.all_reduce", "torch.distributed.nn.functional.broadcast", "torch.distributed.nn.functional.reduce",
    "torch.distributed.nn.all_reduce", "torch.distributed.nn.broadcast", "torch.distributed.nn.reduce",
)
def collective(tensor: Tensor["*s"], *args: object, **kwargs: object) -> Tensor["*s"]:
    """A new tensor of the same shape, from all processes.

    >>> collective((2, 3))
    (2, 3)
    """

@op("torch.distributed.nn.functional.all_to_all_single", "torch.distributed.nn.functional.reduce_scatter", "torch.distributed.nn.all_to_all_single", "torch.distributed.nn.reduce_scatter")
def into(output: Tensor["*s"], input: object, *args: object, **kwargs: object) -> Tensor["*s"]:
    """What is received has the shape of the tensor that is there for it.

    >>> into((2, 3), (4, 3))
    (2, 3)
    """

@op(
    "torch.distributed.init_process_group", "torch.distributed.destroy_process_group", "torch.distributed.monitored_barrier",
    "torch.distributed.set_debug_level", "torch.distributed.set_debug_level_from_env", "torch.distributed.breakpoint",
    "torch.distributed.rpc.init_rpc", "torch.distributed.rpc.shutdown", "torch.distributed.fsdp.register_fsdp_forward_method",
    "torch.distributed.algorithms.ddp_comm_hooks.register_ddp_comm_hook",
)
def effect(*args: object, **kwargs: object) -> None:
    """Groups made and left.

    >>> effect()
    None
    """
