# ruff: noqa: SIM905
"""Attribute names of torch's modules, so that `hasattr` of any other name is known to be False.

From torch 2.13; `tests/test_torch_names.py` holds them against the installed one.
"""

MODULE = frozenset(
    """
    T_destination add_module apply bfloat16 buffers call_super_init children compile cpu cuda
    double dump_patches eval extra_repr float forward get_buffer get_extra_state get_parameter
    get_submodule half ipu load_state_dict modules mtia named_buffers named_children named_modules
    named_parameters parameters register_backward_hook register_buffer register_forward_hook
    register_forward_pre_hook register_full_backward_hook register_full_backward_pre_hook
    register_load_state_dict_post_hook register_load_state_dict_pre_hook register_module
    register_parameter register_state_dict_post_hook register_state_dict_pre_hook requires_grad_
    set_extra_state set_submodule share_memory state_dict to to_empty train training type xpu
    zero_grad
    """.split()
)
"""What every `nn.Module` has."""

LAYERS = frozenset(
    """
    activation activation_relu_or_gelu activations add_bias_kv add_zero_attn affine align_corners
    all_weights alpha append approximate args batch_first beta bias bias_hh bias_ih bias_k bias_v
    bidirectional blank ceil_mode check_forward_args check_hidden_size check_input choices clear
    cls_to_become convert_sync_batchnorm copy count_include_pad custom_decoder custom_encoder
    cutoffs d_model decoder decoder_layer delta device device_ids dilation dim dim_feedforward
    distance_function div_value divisor_override downscale_factor dropout dropout1 dropout2
    dropout3 dtype elementwise_affine embed_dim embedding_dim enable_nested_tensor encoder
    encoder_layer end_dim eps extend fc1 fc2 flatten_parameters freeze from_pretrained fromkeys
    full gather generate_square_subsequent_mask get get_expected_cell_size
    get_expected_hidden_size groups has_uninitialized_params head head_bias head_dim head_size
    hidden_size ignore_index in1_features in2_features in_channels in_features in_proj_bias
    in_proj_weight include_last_offset init initialize_parameters inplace input_size insert items
    k k_proj_weight kdim keepdim kernel_size keys kwargs label_smoothing lambd layer_norm_eps
    layers linear linear1 linear2 linears log_input log_prob log_target lower margin mask_check
    max_norm max_val max_value merge_masks min_val min_value mode module momentum multihead_attn
    n_classes n_clusters name negative_slope nhead nonlinearity norm norm1 norm2 norm3 norm_first
    norm_type normalized_shape num_batches_tracked num_channels num_chunks num_classes
    num_decoder_layers num_embeddings num_encoder_layers num_features num_groups num_heads
    num_layers num_parameters options out_channels out_features out_proj output_device
    output_padding output_ratio output_size p padding padding_idx padding_mode parallel_apply
    params permute_hidden pop popitem pos_weight predict process_group proj_size q_proj_weight
    recompute_scale_factor reduce reduction relu1 relu2 replicate reset_parameters
    reset_running_stats return_indices running_mean running_var scale_factor scale_grad_by_freq
    scatter self_attn setdefault shortlist_size size size_average sparse src_device_obj start_dim
    stride swap tail threshold track_running_stats transposed unflattened_size update upper
    upscale_factor use_nested_tensor v_proj_weight value values vdim weight weight_hh weight_ih
    zero_infinity
    """.split()
)
"""What some layer of `torch.nn` has beyond that."""

PRIVATE = frozenset(
    """
    _accum_grad_hooks _active_ddp_module _adjust _all_weights _allowed_methods _apply
    _apply_instance_norm _assign_modules_buffers _authoritative_rank _backward_hooks
    _backward_pre_hooks _bucket_config _buffers _build_debug_param_to_name_mapping
    _build_params_for_reducer _call_impl _ceil_div _check_and_sync_module_buffers
    _check_comm_hook _check_default_group _check_global_requires_backward_grad_sync
    _check_input_dim _check_non_zero_input_channels _check_reducer_finalized
    _check_sync_bufs_post_fwd _check_sync_bufs_pre_fwd _clear_grad_buffer _comm_hooks _compile
    _compiled_call_impl _compute_batch_chunk_size _conv_forward _ddp_init_helper
    _ddp_params_and_buffers_to_ignore _ddp_sink_clone _default_broadcast_coalesced
    _delay_all_reduce_all_params _delay_all_reduce_params _delay_grad_buffer _delay_grad_views
    _delayed_all_reduce_hook _dispatch _distributed_broadcast_coalesced _distributed_rank
    _divide_by_initial_world_size _dq_kv_order _expand_bh _ff_block _fill_padding_idx_with_zero
    _finalize_outputs _find_common_rank _fire_reducer_autograd_hook _flash_attn_bwd
    _flash_attn_fwd _flat_weight_refs _flat_weights _flat_weights_names _flatten
    _flatten_with_keys _flex_attention_hop_wrapper _former_parameters _forward_hooks
    _forward_hooks_always_called _forward_hooks_with_kwargs _forward_pre_hooks
    _forward_pre_hooks_with_kwargs _gather_write_order _get_abs_string_index
    _get_active_ddp_module _get_backward_hooks _get_backward_pre_hooks _get_data_parallel_params
    _get_ddp_logging_data _get_full_log_prob _get_in_channels _get_item_by_idx _get_name
    _get_no_batch_dim _get_num_spatial_dims _get_parameters _global_is_full_backward_hook
    _handle_no_batch_input _has_rebuilt_buckets _infer_parameters _init_flat_weights
    _initialize_hook _inside_ddp_forward _is_full_backward_hook _join_config _key_to_attr _keys
    _lazy_init _lazy_init_ran _lazy_load_hook _load_from_state_dict _load_hook
    _load_state_dict_post_hooks _load_state_dict_pre_hooks _log_and_throw _lower_right _mask
    _match_all_reduce_for_bwd_pass _match_unused_params_allreduce _materialize
    _maybe_warn_non_full_backward_hook _mha_block _module_parameters _module_wait_for_copy_hook
    _modules _mp_stream _named_members _no_grad_wrapper _non_persistent_buffers_set
    _output_padding _output_size _parameters _passing_sync_batchnorm_handle _post_forward
    _power_method _pre_forward _pruning_methods _qkv_same_embed_dim
    _query_length_for_sliced_blocks _random_samples _register_accum_grad_hook
    _register_buffer_comm_hook _register_builtin_comm_hook _register_delay_all_reduce_hook
    _register_fused_optim _register_load_state_dict_pre_hook _register_state_dict_hook
    _remove_autograd_hooks _replicate_for_data_parallel _require_tuple_int _reset_parameters
    _reshape_weight_to_matrix _resolve_auto_acc_dtype _reversed_padding_repeated_twice
    _root_copy_hook _run_ddp_forward _sa_block _save_to_state_dict
    _set_ddp_runtime_logging_sample_rate _set_ddp_sink_clone
    _set_params_and_buffers_to_ignore_for_model _set_sparse_metadata _set_static_graph
    _setup_in_backward_optimizers _size _slice_dq_kv_order _slow_forward _solve_v_and_rescale
    _stacklevel _state_dict_hooks _state_dict_pre_hooks _static_graph_delay_allreduce_enqueued
    _submodule_to_event _sync_buffers _sync_final_model _sync_module_buffers _tensor_name _u
    _unflatten _unwrap_context_value _update_flat_weights _update_process_group _upper_left
    _use_python_reducer _v _version _weight_norm _weight_norm_compat_hook _weights_have_changed
    _worker _wrap_context_value _wrapped_call_impl
    """.split()
)
"""What torch's modules keep for themselves."""

KEPT = tuple(
    """
    training _parameters _buffers _non_persistent_buffers_set _backward_pre_hooks _backward_hooks
    _is_full_backward_hook _forward_hooks _forward_hooks_with_kwargs _forward_hooks_always_called
    _forward_pre_hooks _forward_pre_hooks_with_kwargs _state_dict_hooks _state_dict_pre_hooks
    _load_state_dict_pre_hooks _load_state_dict_post_hooks _modules
    """.split()
)
"""What the `__dict__` of every module holds."""
