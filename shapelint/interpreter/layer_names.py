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
