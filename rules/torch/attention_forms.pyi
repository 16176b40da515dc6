"""Attention with weights given, and with a score of one's own."""

@op("torch.nn.functional.multi_head_attention_forward", finds="attention-sizes")
@overload
def multi_head_attention_forward(
    query: Tensor["t e"], key: Tensor["s ke"], value: Tensor["s ve"], embed_dim_to_check: Dim, num_heads: Dim,
    in_proj_weight: Array["*w"] | None, in_proj_bias: Array["*b"] | None, bias_k: Array | None, bias_v: Array | None, add_zero_attn: bool,
    dropout_p: float, out_proj_weight: Array["o e"], out_proj_bias: Array["*c"] | None, training: bool = True,
    key_padding_mask: Array["s"] | None = None, need_weights: bool = True, attn_mask: Array["*mask"] | None = None,
    use_separate_proj_weight: bool = False, q_proj_weight: Array["*qw"] | None = None, k_proj_weight: Array["*kw"] | None = None,
    v_proj_weight: Array["*vw"] | None = None, static_k: None = None, static_v: None = None, average_attn_weights: bool = True,
    is_causal: bool = False,
) -> tuple[
    Tensor["t o"],
    (Tensor["t s+extra"] if average_attn_weights else Tensor["num_heads t s+extra"]) if need_weights else None,
]:
    assert e == embed_dim_to_check, "query must be embed_dim_to_check wide"
    assert num_heads > 0 and e % num_heads == 0, "[heads-divide] embed_dim must be divisible by num_heads"
    assert use_separate_proj_weight or ke == ve and ke == e, "query, key and value must have the same width"
    assert use_separate_proj_weight or in_proj_weight is None or (w == (3 * e, e) if len(w) == 2 else unsure()), "in_proj_weight must be (3 * embed_dim, embed_dim)"
    assert not use_separate_proj_weight or (qw == (e, e) and kw == (e, ke) and vw == (e, ve)), "projections must be (embed_dim, width)"
    biased = True if in_proj_bias is None or b == (3 * e,) else unsure()
    assert out_proj_bias is None or broadcasts_to(c, (t, o)), "out_proj_bias must broadcast to the output"
    ignored = is_causal and not need_weights and key_padding_mask is None
    assert attn_mask is None or ignored and len(mask) == 2 or mask == (t, s) or mask == (num_heads, t, s), \
        "attn_mask must be (t, s) or (num_heads, t, s)"
    extra = (0 if bias_k is None else 1) + (1 if add_zero_attn else 0)
    known = True if e * t * s > 0 and bias_k is None and (not is_causal or attn_mask is None) else unsure()
    assert not is_causal or attn_mask is not None, "[bad-argument] is_causal needs attn_mask"
@overload
def multi_head_attention_forward(
    query: Tensor["t n e"], key: Tensor["s n ke"], value: Tensor["s n ve"], embed_dim_to_check: Dim, num_heads: Dim,
    in_proj_weight: Array["*w"] | None, in_proj_bias: Array["*b"] | None, bias_k: Array | None, bias_v: Array | None, add_zero_attn: bool,
    dropout_p: float, out_proj_weight: Array["o e"], out_proj_bias: Array["*c"] | None, training: bool = True,
    key_padding_mask: Array["n s"] | None = None, need_weights: bool = True, attn_mask: Array["*mask"] | None = None,
    use_separate_proj_weight: bool = False, q_proj_weight: Array["*qw"] | None = None, k_proj_weight: Array["*kw"] | None = None,
    v_proj_weight: Array["*vw"] | None = None, static_k: None = None, static_v: None = None, average_attn_weights: bool = True,
    is_causal: bool = False,
) -> tuple[
    Tensor["t n o"],
    (Tensor["n t s+extra"] if average_attn_weights else Tensor["n num_heads t s+extra"]) if need_weights else None,
]:
    """nn.MultiheadAttention with weights given: (output, weights); time stands first.

    >>> multi_head_attention_forward((5, 3, 8), (7, 3, 8), (7, 3, 8), 8, 2, (24, 8), (24,), None, None, False, 0.0, (8, 8), (8,))
    ((5, 3, 8), (3, 5, 7))
    >>> multi_head_attention_forward((5, 8), (7, 8), (7, 8), 8, 2, (24, 8), None, None, None, True, 0.0, (6, 8), None)
    ((5, 6), (5, 8))
    >>> multi_head_attention_forward((5, 3, 8), (7, 3, 8), (7, 3, 8), 8, 3, (24, 8), None, None, None, False, 0.0, (8, 8), None)
    error: divisible
    >>> multi_head_attention_forward((5, 3, 8), (7, 3, 8), (6, 3, 8), 8, 2, (24, 8), None, None, None, False, 0.0, (8, 8), None)
    error: s
    >>> multi_head_attention_forward((5, 3, 8), (7, 3, 8), (7, 3, 8), 8, 2, (16, 8), None, None, None, False, 0.0, (8, 8), None)
    error: in_proj_weight
    """
    assert e == embed_dim_to_check, "query must be embed_dim_to_check wide"
    assert num_heads > 0 and e % num_heads == 0, "[heads-divide] embed_dim must be divisible by num_heads"
    assert use_separate_proj_weight or ke == ve and ke == e, "query, key and value must have the same width"
    assert use_separate_proj_weight or in_proj_weight is None or (w == (3 * e, e) if len(w) == 2 else unsure()), "in_proj_weight must be (3 * embed_dim, embed_dim)"
    assert not use_separate_proj_weight or (qw == (e, e) and kw == (e, ke) and vw == (e, ve)), "projections must be (embed_dim, width)"
    biased = True if in_proj_bias is None or b == (3 * e,) else unsure()
    assert out_proj_bias is None or broadcasts_to(c, (t * n, o)), "out_proj_bias must broadcast to the output"
    ignored = is_causal and not need_weights and key_padding_mask is None
    assert attn_mask is None or ignored and 2 <= len(mask) <= 3 or mask == (t, s) or mask == (n * num_heads, t, s), \
        "attn_mask must be (t, s) or (n * num_heads, t, s)"
    extra = (0 if bias_k is None else 1) + (1 if add_zero_attn else 0)
    known = True if e * t * s * n > 0 and bias_k is None and (not is_causal or attn_mask is None) else unsure()
    assert not is_causal or attn_mask is not None, "[bad-argument] is_causal needs attn_mask"

@op("torch.nn.attention.flex_attention.flex_attention", finds="attention-sizes")
def flex_attention(
    query: Tensor["b h t e"], key: Array["bk g s e"], value: Array["bv gv s v"], score_mod: object = None, block_mask: object = None,
    scale: float | None = None, enable_gqa: bool = False, return_lse: bool = False, kernel_options: object = None, *, return_aux: object = None,
) -> tuple[Tensor["b h t v"], Array["b h t"]] if return_lse else Tensor["b h t v"] if return_aux is None else object:
    """Attention whose scores `score_mod` changes and `block_mask` masks.

    >>> flex_attention((2, 4, 5, 8), (2, 4, 7, 8), (2, 4, 7, 6))
    (2, 4, 5, 6)
    >>> flex_attention((2, 4, 5, 8), (2, 2, 7, 8), (2, 2, 7, 8), enable_gqa=True)
    (2, 4, 5, 8)
    >>> flex_attention((2, 4, 5, 8), (2, 4, 7, 8), (2, 4, 7, 8), return_lse=True)
    ((2, 4, 5, 8), (2, 4, 5))
    >>> flex_attention((2, 4, 5, 8), (2, 4, 7, 6), (2, 4, 7, 8))
    error: e
    >>> flex_attention((2, 4, 5, 8), (2, 2, 7, 8), (2, 2, 7, 8))
    error: heads
    """
    assert b == bk or bk == 1 and block_mask is not None, "the batch of key must be that of query"
    assert enable_gqa or h == g, "without enable_gqa key must have the heads of query"
    assert not enable_gqa or g > 0 and h % g == 0, "[heads-divide] query heads must be a multiple of key heads"
    known = True if b == bv and g == gv and b * h * t * s > 0 else unsure()
