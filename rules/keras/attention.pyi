"""Keras's attention layers."""

@op("keras.layers.Attention", finds="attention-sizes")
class Attention:
    """Dot-product attention of [query, value] or [query, value, key]; key is value if not given.

    >>> Attention()([(2, 5, 8), (2, 7, 8)])
    (2, 5, 8)
    >>> Attention()([(2, 5, 8), (2, 7, 6), (2, 7, 8)], return_attention_scores=True)
    ((2, 5, 6), (2, 5, 7))
    >>> Attention()([(2, 5, 8)])
    error: 2 or 3
    >>> Attention()((2, 5, 8))
    error: list
    """

    scale: Tensor[""] if use_scale else None
    concat_score_weight: Tensor[""] if score_mode == "concat" else None

    def __init__(self, use_scale: bool = False, score_mode: Literal["dot", "concat"] = "dot", dropout: float = 0.0, seed=None): ...
    @overload
    def call(self, inputs: list[Tensor], mask=None, return_attention_scores: bool = False, use_causal_mask: bool = False) \
            -> tuple[Tensor["*batch tq dv"], Tensor["*scored tq tk"]] if return_attention_scores else Tensor["*batch tq dv"]:
        assert 2 <= len(inputs) and len(inputs) <= 3, "the inputs must be a list of 2 or 3 tensors: [query, value] or [query, value, key]"
        assert not is_tensor(mask) and (not is_tuple(mask) or 2 <= len(mask) and len(mask) <= 3), "mask must be a list of 2 or 3: [query_mask, value_mask]"
        q = shape_of(inputs[0])
        v = shape_of(inputs[1])
        k = shape_of(inputs[2]) if len(inputs) > 2 else v
        assert len(k) > 1, "the key must have a time axis and a width"
        known = True if len(q) > 1 and len(v) > 1 else unsure()
        assert score_mode != "dot" or q[-1] == k[-1], "query and key must have the same width"
        assert score_mode != "concat" or compatible(q[-1:], k[-1:]), "query and key must have the same width"
        assert len(v) < 2 or k[-2] == v[-2] or k[-2] == 1 and is_tuple(mask), "key and value must have the same length"
        assert len(q) < 2 or compatible(q[:-2], k[:-2]), "query and key must have the same batch"
        tq = q[-2] if len(q) > 1 else unsure()
        tk = k[-2]
        dv = v[-1]
        batch = q[:-2] if q[:-2] == k[:-2] and q[:-2] == v[:-2] or not literal(q + k + v) else broadcast(q[:-2], k[:-2], v[:-2])
        scored = q[:-2] if q[:-2] == k[:-2] or not literal(q + k) else broadcast(q[:-2], k[:-2])
        first = shape_of(mask[0]) if is_tuple(mask) and is_tensor(mask[0]) else q[:-1]
        second = shape_of(mask[1]) if is_tuple(mask) and is_tensor(mask[1]) else v[:-1]
        plain = len(q) == 3 and len(k) == 3 and len(v) == 3
        assert not plain or compatible(first + (1,), batch + (tq, dv)), "[broadcast-sizes] the mask of the query must be (batch, time)"
        assert not plain or len(second) != 2 or compatible((second[0], 1, second[1]), batch + (tq, tk)), "[broadcast-sizes] the mask of the value must be (batch, time)"
        odd = literal(k + v) and k[-2] != v[-2] or plain and (first != q[:-1] or second != v[:-1]) and (literal(first + second + q + v) or len(first) != 2 or len(second) != 2)
        sure = unsure() if odd or not plain and (is_tuple(mask) or use_causal_mask) else True
    @overload
    def call(self, inputs: Tensor, mask=None, return_attention_scores: bool = False, use_causal_mask: bool = False) -> Tensor:
        assert False, "the inputs must be a list: [query, value] or [query, value, key]"

@op("keras.layers.AdditiveAttention", finds="attention-sizes")
class AdditiveAttention:
    """Attention whose scores are sums of tanh(query + key); inputs as those of Attention.

    >>> AdditiveAttention()([(2, 5, 8), (2, 7, 8)])
    (2, 5, 8)
    >>> AdditiveAttention()([(2, 5, 8), (2, 7, 6), (2, 7, 8)], return_attention_scores=True)
    ((2, 5, 6), (2, 5, 7))
    >>> AdditiveAttention()([(2, 5, 8)])
    error: 2 or 3
    >>> AdditiveAttention()((2, 5, 8))
    error: list
    """

    def __init__(self, use_scale: bool = True, dropout: float = 0.0, *, seed=None, score_mode=None): ...
    @overload
    def call(self, inputs: list[Tensor], mask=None, return_attention_scores: bool = False, use_causal_mask: bool = False) \
            -> tuple[Tensor["*batch tq dv"], Tensor["*scored tq tk"]] if return_attention_scores else Tensor["*batch tq dv"]:
        assert 2 <= len(inputs) and len(inputs) <= 3, "the inputs must be a list of 2 or 3 tensors: [query, value] or [query, value, key]"
        assert not is_tensor(mask) and (not is_tuple(mask) or 2 <= len(mask) and len(mask) <= 3), "mask must be a list of 2 or 3: [query_mask, value_mask]"
        q = shape_of(inputs[0])
        v = shape_of(inputs[1])
        k = shape_of(inputs[2]) if len(inputs) > 2 else v
        assert len(k) > 1, "the key must have a time axis and a width"
        known = True if len(q) > 1 and len(v) > 1 else unsure()
        assert compatible(q[-1:], k[-1:]), "query and key must have the same width"
        assert len(v) < 2 or k[-2] == v[-2] or k[-2] == 1 and is_tuple(mask), "key and value must have the same length"
        assert len(q) < 2 or compatible(q[:-2], k[:-2]), "query and key must have the same batch"
        tq = q[-2] if len(q) > 1 else unsure()
        tk = k[-2]
        dv = v[-1]
        batch = q[:-2] if q[:-2] == k[:-2] and q[:-2] == v[:-2] or not literal(q + k + v) else broadcast(q[:-2], k[:-2], v[:-2])
        scored = q[:-2] if q[:-2] == k[:-2] or not literal(q + k) else broadcast(q[:-2], k[:-2])
        first = shape_of(mask[0]) if is_tuple(mask) and is_tensor(mask[0]) else q[:-1]
        second = shape_of(mask[1]) if is_tuple(mask) and is_tensor(mask[1]) else v[:-1]
        plain = len(q) == 3 and len(k) == 3 and len(v) == 3
        assert not plain or compatible(first + (1,), batch + (tq, dv)), "[broadcast-sizes] the mask of the query must be (batch, time)"
        assert not plain or len(second) != 2 or compatible((second[0], 1, second[1]), batch + (tq, tk)), "[broadcast-sizes] the mask of the value must be (batch, time)"
        odd = literal(k + v) and k[-2] != v[-2] or plain and (first != q[:-1] or second != v[:-1]) and (literal(first + second + q + v) or len(first) != 2 or len(second) != 2)
        sure = unsure() if odd or not plain and (is_tuple(mask) or use_causal_mask) else True
    @overload
    def call(self, inputs: Tensor, mask=None, return_attention_scores: bool = False, use_causal_mask: bool = False) -> Tensor:
        assert False, "the inputs must be a list: [query, value] or [query, value, key]"
