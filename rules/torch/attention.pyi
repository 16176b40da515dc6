"""Attention and the Transformer layers."""

@op("torch.nn.MultiheadAttention", finds="attention-sizes")
class MultiheadAttention:
    """Returns (output, weights); weights is None when need_weights is false.

    >>> MultiheadAttention(8, 2, batch_first=True)((3, 5, 8), (3, 7, 8), (3, 7, 8))
    ((3, 5, 8), (3, 5, 7))
    >>> MultiheadAttention(8, 2)((5, 8), (7, 8), (7, 8), average_attn_weights=False)
    ((5, 8), (2, 5, 7))
    >>> MultiheadAttention(8, 2, kdim=3, vdim=4)((5, 2, 8), (7, 2, 3), (7, 2, 4))
    ((5, 2, 8), (2, 5, 7))
    >>> MultiheadAttention(8, 3)
    error: num_heads
    >>> MultiheadAttention(8, 2)((5, 3, 8), (7, 3, 8), (6, 3, 8))
    error: s
    >>> MultiheadAttention(8, 2)((5, 3, 6), (7, 3, 8), (7, 3, 8))
    error: embed_dim
    >>> MultiheadAttention(8, 2)((5, 3, 8), (7, 3, 8), (7, 3, 8), attn_mask=(7, 5))
    error: attn_mask
    """

    in_proj_weight: Tensor["3*embed_dim embed_dim"] if kdim is None and vdim is None else None
    in_proj_bias: Tensor["3*embed_dim"] if bias else None

    def __init__(
        self, embed_dim: Dim, num_heads: Dim, dropout: float = 0.0, bias: bool = True,
        add_bias_kv: bool = False, add_zero_attn: bool = False, kdim: Dim | None = None,
        vdim: Dim | None = None, batch_first: bool = False, device=None, dtype=None,
    ):
        assert embed_dim > 0 and num_heads > 0, "embed_dim and num_heads must be greater than 0"
        assert embed_dim % num_heads == 0, "[heads-divide] embed_dim must be divisible by num_heads"
        head_dim = embed_dim // num_heads
        ke = embed_dim if kdim is None else kdim
        ve = embed_dim if vdim is None else vdim
        extra = (1 if add_bias_kv else 0) + (1 if add_zero_attn else 0)

    @overload
    def forward(
        self, query: Tensor["t embed_dim"], key: Tensor["s ke"], value: Tensor["s ve"],
        key_padding_mask: Tensor["s"] | None = None, need_weights: bool = True,
        attn_mask: Tensor["*mask"] | None = None, average_attn_weights: bool = True,
        is_causal: bool = False,
    ) -> tuple[
        Tensor["t embed_dim"],
        (Tensor["t s+extra"] if average_attn_weights else Tensor["num_heads t s+extra"])
        if need_weights else None,
    ]:
        ignored = is_causal and not need_weights and key_padding_mask is None
        assert attn_mask is None or ignored and len(mask) == 2 or mask == (t, s) or mask == (num_heads, t, s), \
            "attn_mask must be (t, s) or (num_heads, t, s)"
    @overload
    def forward(
        self,
        query: Tensor["n t embed_dim"] if batch_first else Tensor["t n embed_dim"],
        key: Tensor["m s ke"] if batch_first else Tensor["s m ke"],
        value: Tensor["m s ve"] if batch_first else Tensor["s m ve"],
        key_padding_mask: Tensor["n s"] | None = None, need_weights: bool = True,
        attn_mask: Tensor["*mask"] | None = None, average_attn_weights: bool = True,
        is_causal: bool = False,
    ) -> tuple[
        Tensor["n t embed_dim"] if batch_first else Tensor["t n embed_dim"],
        (Tensor["n t s+extra"] if average_attn_weights else Tensor["n num_heads t s+extra"])
        if need_weights else None,
    ]:
        assert m == n or (unsure() if empty(m, s) else False), "query, key and value must have the same batch"
        ignored = is_causal and not need_weights and key_padding_mask is None
        assert attn_mask is None or ignored and 2 <= len(mask) <= 3 or mask == (t, s) or mask == (n * num_heads, t, s), \
            "attn_mask must be (t, s) or (n * num_heads, t, s)"

@op("torch.nn.functional.scaled_dot_product_attention", finds="attention-sizes")
@overload
def scaled_dot_product_attention(
    query: Tensor["*q t e"], key: Tensor["*k s d"], value: Tensor["*w sv v"],
    attn_mask: Tensor["*mask"] | None = None, dropout_p: float = 0.0, is_causal: bool = False,
    scale: float | None = None, enable_gqa: Literal[False] = False,
) -> Tensor["*batch t v"]:
    full = all(n > 0 for n in shape_of(query)) and all(n > 0 for n in shape_of(key)) and all(n > 0 for n in shape_of(value))
    known = True if full and s == sv and (attn_mask is None or len(mask) > 1) else unsure()
    assert not full or e == d, "query and key must have the same width"
    scores = broadcast(q, k) if full else q
    batch = broadcast(scores, w) if full else q
    assert not full or attn_mask is None or broadcasts_to(mask, scores + (t, s)), \
        "attn_mask must broadcast to the (t, s) of the scores"
@overload
def scaled_dot_product_attention(
    query: Tensor["*q h t e"], key: Tensor["*k g s d"], value: Tensor["*w gv sv v"],
    attn_mask: Tensor["*mask"] | None = None, dropout_p: float = 0.0, is_causal: bool = False,
    scale: float | None = None, enable_gqa: Literal[True] = False,
) -> Tensor["*batch h t v"]:
    """softmax(query @ key.T / sqrt(e) + mask) @ value; with enable_gqa groups of query heads share a key head.

    >>> scaled_dot_product_attention((2, 4, 5, 8), (2, 4, 7, 8), (2, 4, 7, 6))
    (2, 4, 5, 6)
    >>> scaled_dot_product_attention((2, 4, 5, 8), (2, 4, 7, 8), (2, 4, 7, 8), (5, 7))
    (2, 4, 5, 8)
    >>> scaled_dot_product_attention((2, 4, 5, 8), (2, 2, 7, 8), (2, 2, 7, 8), enable_gqa=True)
    (2, 4, 5, 8)
    >>> scaled_dot_product_attention((2, 4, 5, 8), (2, 4, 7, 6), (2, 4, 7, 8))
    error: e
    >>> scaled_dot_product_attention((2, 4, 5, 8), (2, 4, 7, 8), (2, 4, 7, 8), (7, 5))
    error: attn_mask
    >>> scaled_dot_product_attention((2, 4, 5, 8), (2, 3, 7, 8), (2, 3, 7, 8), enable_gqa=True)
    error: heads
    """
    full = all(n > 0 for n in shape_of(query)) and all(n > 0 for n in shape_of(key)) and all(n > 0 for n in shape_of(value))
    known = True if full and s == sv and (attn_mask is None or len(mask) > 1) else unsure()
    assert not full or e == d, "query and key must have the same width"
    assert not full or h % g == 0 and h % gv == 0, "[heads-divide] query heads must be a multiple of key heads"
    scores = broadcast(q, k) if full else q
    batch = broadcast(scores, w) if full else q
    assert not full or attn_mask is None or broadcasts_to(mask, scores + (h, t, s)), \
        "attn_mask must broadcast to the (t, s) of the scores"

@op("torch.nn.TransformerEncoderLayer", finds="attention-sizes")
class TransformerEncoderLayer:
    """Self-attention and a feed-forward network; keeps the shape.

    >>> TransformerEncoderLayer(8, 2, 16)((5, 3, 8))
    (5, 3, 8)
    >>> TransformerEncoderLayer(8, 2, 16, batch_first=True)((3, 5, 8), (5, 5))
    (3, 5, 8)
    >>> TransformerEncoderLayer(8, 3)
    error: nhead
    >>> TransformerEncoderLayer(8, 2, 16)((5, 3, 6))
    error: d_model
    >>> TransformerEncoderLayer(8, 2, 16)((5, 3, 8), (3, 3))
    error: mask
    """

    def __init__(
        self, d_model: Dim, nhead: Dim, dim_feedforward: Dim = 2048, dropout: float = 0.1,
        activation="relu", layer_norm_eps: float = 1e-5, batch_first: bool = False,
        norm_first: bool = False, bias: bool = True, device=None, dtype=None,
    ):
        assert d_model > 0 and nhead > 0, "d_model and nhead must be greater than 0"
        assert d_model % nhead == 0, "[heads-divide] d_model must be divisible by nhead"

    @overload
    def forward(
        self, src: Tensor["t d_model"], src_mask: Tensor["*mask"] | None = None,
        src_key_padding_mask: Tensor["t"] | None = None, is_causal: bool = False,
    ) -> Tensor["t d_model"]:
        full = True if not empty(src) else unsure()
        fast = True if (
            src_mask is None or is_causal is False and (len(mask) == 2 or mask == (nhead, t, t))
        ) else unsure()
        assert src_mask is None or is_causal or len(mask) != 2 or mask == (t, t), \
            "src_mask must be (t, t) or (nhead, t, t)"
    @overload
    def forward(
        self, src: Tensor["n t d_model"] if batch_first else Tensor["t n d_model"],
        src_mask: Tensor["*mask"] | None = None,
        src_key_padding_mask: Tensor["n t"] | None = None, is_causal: bool = False,
    ) -> Tensor["n t d_model"] if batch_first else Tensor["t n d_model"]:
        full = True if not empty(src) else unsure()
        fast = True if (
            src_mask is None or is_causal is False and (len(mask) == 2 or mask == (n * nhead, t, t))
        ) else unsure()
        assert src_mask is None or is_causal or len(mask) != 2 or mask == (t, t), \
            "src_mask must be (t, t) or (n * nhead, t, t)"

@op("torch.nn.TransformerDecoderLayer", finds="attention-sizes")
class TransformerDecoderLayer:
    """Self-attention, attention over `memory`, and a feed-forward network; keeps tgt's shape.

    >>> TransformerDecoderLayer(8, 2, 16)((5, 3, 8), (7, 3, 8))
    (5, 3, 8)
    >>> TransformerDecoderLayer(8, 3)
    error: nhead
    >>> TransformerDecoderLayer(8, 2, 16)((5, 3, 8), (7, 3, 6))
    error: d_model
    >>> TransformerDecoderLayer(8, 2, 16)((5, 3, 8), (7, 2, 8))
    error: n
    """

    def __init__(
        self, d_model: Dim, nhead: Dim, dim_feedforward: Dim = 2048, dropout: float = 0.1,
        activation="relu", layer_norm_eps: float = 1e-5, batch_first: bool = False,
        norm_first: bool = False, bias: bool = True, device=None, dtype=None,
    ):
        assert d_model > 0 and nhead > 0, "d_model and nhead must be greater than 0"
        assert d_model % nhead == 0, "[heads-divide] d_model must be divisible by nhead"

    @overload
    def forward(
        self, tgt: Tensor["t d_model"], memory: Tensor["s d_model"],
        tgt_mask: Tensor["*tmask"] | None = None, memory_mask: Tensor["*smask"] | None = None,
        tgt_key_padding_mask: Tensor["t"] | None = None,
        memory_key_padding_mask: Tensor["s"] | None = None,
        tgt_is_causal: bool = False, memory_is_causal: bool = False,
    ) -> Tensor["t d_model"]:
        full = True if not empty(tgt, memory) else unsure()
        tgt_ignored = tgt_is_causal and tgt_key_padding_mask is None and len(tmask) == 2
        assert tgt_mask is None or tgt_ignored or tmask == (t, t) or tmask == (nhead, t, t), \
            "tgt_mask must be (t, t) or (nhead, t, t)"
        memory_ignored = memory_is_causal and memory_key_padding_mask is None and len(smask) == 2
        assert memory_mask is None or memory_ignored or smask == (t, s) or smask == (nhead, t, s), \
            "memory_mask must be (t, s) or (nhead, t, s)"
    @overload
    def forward(
        self, tgt: Tensor["n t d_model"] if batch_first else Tensor["t n d_model"],
        memory: Tensor["n s d_model"] if batch_first else Tensor["s n d_model"],
        tgt_mask: Tensor["*tmask"] | None = None, memory_mask: Tensor["*smask"] | None = None,
        tgt_key_padding_mask: Tensor["n t"] | None = None,
        memory_key_padding_mask: Tensor["n s"] | None = None,
        tgt_is_causal: bool = False, memory_is_causal: bool = False,
    ) -> Tensor["n t d_model"] if batch_first else Tensor["t n d_model"]:
        full = True if not empty(tgt, memory) else unsure()
        tgt_ignored = tgt_is_causal and tgt_key_padding_mask is None and 2 <= len(tmask) <= 3
        assert tgt_mask is None or tgt_ignored or tmask == (t, t) or tmask == (n * nhead, t, t), \
            "tgt_mask must be (t, t) or (n * nhead, t, t)"
        memory_ignored = memory_is_causal and memory_key_padding_mask is None and 2 <= len(smask) <= 3
        assert memory_mask is None or memory_ignored or smask == (t, s) or smask == (n * nhead, t, s), \
            "memory_mask must be (t, s) or (n * nhead, t, s)"
