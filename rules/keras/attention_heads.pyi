"""Keras's attention of several heads."""

@op("keras.layers.MultiHeadAttention", finds="attention-sizes")
class MultiHeadAttention:
    """Attention of several heads; the result is as wide as the query, or of `output_shape`.

    >>> MultiHeadAttention(num_heads=2, key_dim=4)((2, 5, 8), (2, 7, 6))
    (2, 5, 8)
    >>> MultiHeadAttention(num_heads=2, key_dim=4)((2, 5, 8), (2, 7, 6), return_attention_scores=True)
    ((2, 5, 8), (2, 2, 5, 7))
    >>> MultiHeadAttention(num_heads=2, key_dim=4, output_shape=3)((2, 5, 8), (2, 7, 6), (2, 7, 9))
    (2, 5, 3)
    >>> MultiHeadAttention(num_heads=2, key_dim=4, attention_axes=2)((2, 3, 5, 8), (2, 3, 7, 6))
    (2, 3, 5, 8)
    >>> MultiHeadAttention(num_heads=2, key_dim=4)((2, 5, 8), (2, 7, 6), (2, 9, 6))
    error: value and key
    """

    width: Late
    value_width: Late
    key_width: Late

    def __init__(
        self, num_heads: Dim, key_dim: Dim, value_dim: Dim | None = None, dropout: float = 0.0, use_bias: bool = True,
        output_shape: Size | None = None, attention_axes: Axes | None = None, sliding_window=None, flash_attention=None,
        kernel_initializer="glorot_uniform", bias_initializer="zeros", kernel_regularizer=None, bias_regularizer=None,
        activity_regularizer=None, kernel_constraint=None, bias_constraint=None, use_gate: bool = False, seed=None,
    ):
        assert num_heads > 0, "num_heads must be positive"
        assert key_dim > 0, "key_dim must be positive"
        assert value_dim is None or value_dim > 0, "value_dim must be positive"
        assert sliding_window is None or sliding_window > 0, "sliding_window must be positive"

    def call(
        self, query: Tensor["*q width"], value: Tensor["*v value_width"], key: Tensor["*k key_width"] | None = None,
        query_mask=None, value_mask=None, key_mask=None, attention_mask=None, return_attention_scores: bool = False,
        use_causal_mask: bool = False,
    ) -> tuple[Tensor["*q *out"], Tensor["*scores"]] if return_attention_scores else Tensor["*q *out"]:
        key_width = value_width if key is None else key_width
        s = v if key is None else k
        rank = len(v)
        assert v[1:] == s[1:], "value and key must have the same length"
        assert rank > 1, "query and value must have a time axis"
        assert len(q) == rank, "query and value must have the same rank"
        places = (1, 2, 3, 4, 5)[:rank - 1]
        axes = places if attention_axes is None else (a if a >= 0 else a + rank + 1 for a in attention_axes)
        proper = len(axes) > 0 and rank < 7 and all(a in places and count(axes, a) == 1 for a in axes)
        usual = True if proper else unsure()
        free = (i for i in (0, *places) if i not in axes)
        asked = (q[a] for a in axes)
        held = (v[a] for a in axes)
        scores = (q[0], *(q[i] for i in free if i > 0), num_heads, *asked, *held)
        out = (width,) if output_shape is None or len(output_shape) == 0 else output_shape
        assert not proper or all(q[i] == v[i] or q[i] == 1 or v[i] == 1 for i in free), "query and value must have the same batch"
        assert v[0] == s[0] or v[0] == 1 or s[0] == 1, "value and key must have the same batch"
        assert q[0] == s[0] or q[0] == 1 or s[0] == 1, "query and key must have the same batch"
        spread = literal(q + v + s) and (v != s or any(q[i] != v[i] for i in free))
        marks = shape_of(attention_mask) if is_tensor(attention_mask) else scores
        lead = marks[:max(len(marks) - 2 * len(axes), 0)]
        masked = is_tensor(value_mask) or is_tensor(key_mask)
        joined = masked or use_causal_mask or sliding_window is not None
        assert not proper or len(marks) >= 2 * len(axes) or joined, "attention_mask must be (batch, query length, value length)"
        assert not proper or compatible(marks[len(lead):], asked + held), "attention_mask must be (batch, query length, value length)"
        assert not proper or len(lead) == 0 or compatible(lead[:1], q[:1]), "attention_mask must have the batch of the query"
        fits = all(m == n or m == 1 for m, n in zip(marks[len(lead):], asked + held)) and \
            all(m == n or m == 1 for m, n in zip(lead, scores)) and len(marks) <= len(scores)
        seen = shape_of(value_mask) if is_tensor(value_mask) else v
        known = shape_of(key_mask) if is_tensor(key_mask) else v
        assert rank > 2 or len(seen) != 2 or compatible(seen, v), "[broadcast-sizes] value_mask must be (batch, time)"
        assert rank > 2 or len(known) != 2 or compatible(known, v), "[broadcast-sizes] key_mask must be (batch, time)"
        odd = spread or literal(marks + scores) and not fits or masked and (rank > 2 or is_tensor(attention_mask) and len(marks) > 3) \
            or rank > 2 and (use_causal_mask or sliding_window is not None) or literal(seen + known + v) and (seen != v or known != v)
        sure = unsure() if odd else True

@op("keras.layers.GroupQueryAttention", finds="attention-sizes")
class GroupQueryAttention:
    """Attention in which groups of query heads share a head of key and value.

    >>> GroupQueryAttention(head_dim=4, num_query_heads=4, num_key_value_heads=2)((2, 5, 8), (2, 7, 8))
    (2, 5, 8)
    >>> GroupQueryAttention(head_dim=4, num_query_heads=4, num_key_value_heads=2)((2, 5, 8), (2, 7, 8), return_attention_scores=True)
    ((2, 5, 8), (2, 4, 5, 7))
    >>> GroupQueryAttention(head_dim=4, num_query_heads=4, num_key_value_heads=3)
    error: divisible
    >>> GroupQueryAttention(head_dim=4, num_query_heads=4, num_key_value_heads=2)((5, 8), (7, 8))
    error: rank
    """

    width: Late
    value_width: Late
    key_width: Late

    def __init__(
        self, head_dim: Dim, num_query_heads: Dim, num_key_value_heads: Dim, dropout: float = 0.0, use_bias: bool = True,
        sliding_window=None, flash_attention=None, kernel_initializer="glorot_uniform", bias_initializer="zeros",
        kernel_regularizer=None, bias_regularizer=None, activity_regularizer=None, kernel_constraint=None,
        bias_constraint=None, use_gate: bool = False, seed=None,
    ):
        assert num_query_heads >= 0 and num_key_value_heads > 0, "the numbers of heads must be positive"
        assert num_query_heads % num_key_value_heads == 0, "[heads-divide] num_query_heads must be divisible by num_key_value_heads"
        assert head_dim > 0, "head_dim must be positive"
        assert sliding_window is None or sliding_window > 0, "sliding_window must be positive"

    def call(
        self, query: Tensor["n t width"], value: Tensor["nv s value_width"], key: Tensor["nk sk key_width"] | None = None,
        query_mask=None, value_mask=None, key_mask=None, attention_mask=None, return_attention_scores: bool = False,
        use_causal_mask: bool = False,
    ) -> tuple[Tensor["n t width"], Tensor["n num_query_heads t s"]] if return_attention_scores else Tensor["n t width"]:
        key_width = value_width if key is None else key_width
        batch = nv if key is None else nk
        assert key is None or s == sk or s == 1 or sk == 1, "value and key must have the same length"
        assert num_query_heads == 0 or n == nv or n == 1 or nv == 1, "query and value must have the same batch"
        assert num_query_heads == 0 or n == batch or n == 1 or batch == 1, "query and key must have the same batch"
        assert num_query_heads == 0 or nv == batch or nv == 1 or batch == 1, "value and key must have the same batch"
        marks = shape_of(attention_mask) if is_tensor(attention_mask) else (t, s)
        masked = is_tensor(value_mask) or is_tensor(key_mask)
        joined = masked or use_causal_mask or sliding_window is not None
        assert num_query_heads == 0 or (len(marks) > 1 or joined) and compatible(marks[-2:], (t, s)), "attention_mask must be (batch, query length, value length)"
        assert num_query_heads == 0 or len(marks) < 3 or compatible(marks[:1], (n,)), "attention_mask must have the batch of the query"
        fits = len(marks) == 2 and all(m == e or m == 1 for m, e in zip(marks, (t, s))) or \
            len(marks) == 3 and all(m == e or m == 1 for m, e in zip(marks, (n, t, s))) or \
            len(marks) == 4 and all(m == e or m == 1 for m, e in zip(marks, (n, num_query_heads, t, s)))
        seen = shape_of(value_mask) if is_tensor(value_mask) else (n, s)
        known = shape_of(key_mask) if is_tensor(key_mask) else (n, s)
        assert num_query_heads == 0 or len(seen) != 2 or compatible(seen, (n, s)), "[broadcast-sizes] value_mask must be (batch, time)"
        assert num_query_heads == 0 or len(known) != 2 or compatible(known, (n, s)), "[broadcast-sizes] key_mask must be (batch, time)"
        apart = key is not None and literal((s, sk)) and s != sk
        odd = num_query_heads == 0 or apart or literal((n, nv, batch)) and (n != nv or n != batch) or literal(marks + (n, t, s)) and not fits \
            or masked and is_tensor(attention_mask) and len(marks) > 3 or literal(seen + known + (n, s)) and (seen != (n, s) or known != (n, s))
        sure = unsure() if odd else True
