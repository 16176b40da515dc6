"""Calls of losses, recurrent functions and unpoolings: tensors that go with each other."""

from __future__ import annotations

import random
from typing import Any

from shapelint.rulebook.load import Rule, RuleFunction
from tests.rules.calls import Call, T
from tests.rules.drawing import extent, nearly
from tests.rules.special import draws

INDEX = "torch.int64"
REDUCTIONS = ("none", "mean", "sum")


def called(
    rng: random.Random, rule: Rule, name: str, args: tuple[Any, ...], kwargs: dict[str, Any]
) -> Call:
    """The call, perhaps slightly off; what a layer's constructor takes goes to it."""
    if isinstance(rule, RuleFunction):
        return Call(rule, name, *nearly(rng, args, kwargs))
    return Call(rule, name, nearly(rng, args, {})[0], {}, (), kwargs)


def sizes(rng: random.Random, least: int, most: int) -> tuple[int, ...]:
    return tuple(extent(rng, 5) for _ in range(rng.randint(least, most)))


def stretched(rng: random.Random, shape: tuple[int, ...]) -> tuple[int, ...]:
    """The shape with an axis of 1 now and then."""
    return tuple(1 if rng.random() < 0.15 else n for n in shape)


@draws(
    "torch.nn.TripletMarginWithDistanceLoss",
    "torch.nn.functional.triplet_margin_with_distance_loss",
    "torch.triplet_margin_loss",
)
def triplet(rng: random.Random, rule: Rule, name: str) -> Call:
    shape = sizes(rng, 0, 4)
    three = tuple(T(stretched(rng, shape)) for _ in range(3))
    numbers = name == "torch.triplet_margin_loss"
    kwargs = {
        "swap": rng.random() < 0.5,
        "reduction": rng.choice((0, 1, 2) if numbers else REDUCTIONS),
    }
    return called(rng, rule, name, three, kwargs)


@draws("torch.nn.functional.gaussian_nll_loss")
def gaussian(rng: random.Random, rule: Rule, name: str) -> Call:
    """A variance of the input's shape, without its last axis, or with an axis of 1."""
    shape = sizes(rng, 0, 4)
    one_off = stretched(rng, shape)
    var: Any = rng.choice((T(shape), T(shape[:-1]), T(one_off), 1.0))
    kwargs = {"reduction": rng.choice(REDUCTIONS)}
    return called(rng, rule, name, (T(shape), T(stretched(rng, shape)), var), kwargs)


@draws("torch.nn.functional.ctc_loss", "torch.ctc_loss")
def ctc(rng: random.Random, rule: Rule, name: str) -> Call:
    batch = (rng.randint(1, 4),) if rng.random() < 0.8 else ()
    n = batch[0] if batch else 1
    lengths: Any = T(batch, INDEX) if rng.random() < 0.5 else (1,) * n
    targets = (n, rng.randint(1, 4)) if rng.random() < 0.8 else (n * rng.randint(1, 3),)
    reduction = rng.choice(REDUCTIONS) if name.startswith("torch.nn") else rng.randint(0, 2)
    log_probs = T((rng.randint(2, 6), *batch, rng.randint(1, 4)))
    args = (log_probs, T(targets, INDEX), lengths, lengths)
    return called(rng, rule, name, args, {"reduction": reduction})


@draws(
    "torch.nn.CosineEmbeddingLoss",
    "torch.nn.functional.cosine_embedding_loss",
    "torch.cosine_embedding_loss",
)
def cosine_embedding(rng: random.Random, rule: Rule, name: str) -> Call:
    shape = sizes(rng, 1, 2)
    target = stretched(rng, shape[:-1])
    numbers = name == "torch.cosine_embedding_loss"
    kwargs = {"reduction": rng.choice((0, 1, 2) if numbers else REDUCTIONS)}
    pair = T(stretched(rng, shape)), T(stretched(rng, shape))
    return called(rng, rule, name, (*pair, T(target)), kwargs)


@draws(
    *(
        f"torch.nn.functional.fractional_max_pool{n}d{tail}"
        for n in (2, 3)
        for tail in ("", "_with_indices")
    )
)
def fractional_pool(rng: random.Random, rule: Rule, name: str) -> Call:
    args, kwargs = _fractional(rng, 3 if "3d" in name else 2)
    return Call(rule, name, *nearly(rng, args, kwargs))


@draws("torch.nn.FractionalMaxPool2d", "torch.nn.FractionalMaxPool3d")
def fractional_layer(rng: random.Random, rule: Rule, name: str) -> Call:
    (image, *init), named = _fractional(rng, 3 if "3d" in name else 2)
    if rng.random() < 0.3:
        named["return_indices"] = True
    return Call(rule, name, nearly(rng, (image,), {})[0], {}, tuple(init), named)


def _fractional(rng: random.Random, axes: int) -> tuple[tuple[Any, ...], dict[str, Any]]:
    """An image, a kernel, and a size that mostly goes with them, or a ratio."""
    spatial = tuple(rng.randint(4, 8) for _ in range(axes))
    image = T((*sizes(rng, 1, 2), *spatial))
    kernel: Any = rng.randint(1, 3) if rng.random() < 0.5 else (rng.randint(1, 3),) * axes
    if rng.random() < 0.3:
        ratio = tuple(rng.choice((0.3, 0.5, 0.7, 1.0)) for _ in range(axes))
        return (image, kernel), {"output_ratio": ratio}
    return (image, kernel, rng.randint(0, 4)), {}


@draws("torch.nn.functional.upsample_bilinear")
def bilinear(rng: random.Random, rule: Rule, name: str) -> Call:
    image = T((*sizes(rng, 2, 2), *sizes(rng, 2, 2)))
    how: dict[str, Any] = rng.choice(
        ({"size": rng.randint(0, 6)}, {"size": (3, rng.randint(1, 5))}, {"scale_factor": 2})
    )
    return Call(rule, name, *nearly(rng, (image,), how))


@draws("torch.conv_tbc")
def time_convolution(rng: random.Random, rule: Rule, name: str) -> Call:
    channels, out = extent(rng, 4), extent(rng, 4)
    image, kernel = T((*sizes(rng, 2, 2), channels)), T((rng.randint(1, 4), channels, out))
    args, _ = nearly(rng, (image, kernel, T((out,)), rng.randint(0, 2)), {})
    return Call(rule, name, contiguous(args), {})


def contiguous(args: tuple[Any, ...]) -> tuple[Any, ...]:
    """With every tensor laid out as a new one is: where views of the arguments are made."""
    return tuple(T(a.shape, a.dtype, a.slipped) if isinstance(a, T) else a for a in args)


@draws("torch.batch_norm", "torch.native_batch_norm", "torch.instance_norm")
def channel_norm(rng: random.Random, rule: Rule, name: str) -> Call:
    """The kernel behind the native one reads what is not there where sizes differ: it gets none."""
    image = T((extent(rng, 4), extent(rng, 4), *sizes(rng, 0, 3)))
    each = T(image.shape[1:2])
    pair = (each, each) if rng.random() < 0.6 else (None, None)
    running = (each, each) if rng.random() < 0.6 else (None, None)
    flags: tuple[Any, ...] = (rng.random() < 0.5, 0.1, 1e-5)
    if name == "torch.native_batch_norm":
        return Call(rule, name, (image, *pair, each, each, *flags), {})
    return Call(rule, name, *nearly(rng, (image, *pair, *running, *flags, False), {}))


@draws("torch.native_layer_norm")
def native_layer_norm(rng: random.Random, rule: Rule, name: str) -> Call:
    tail = sizes(rng, 0, 2)
    each = T(tail) if rng.random() < 0.5 else None
    args = (T((*sizes(rng, 0, 3), *tail)), tail, each, each, 1e-5)
    return Call(rule, name, *nearly(rng, args, {}))


@draws("torch.native_group_norm")
def native_group_norm(rng: random.Random, rule: Rule, name: str) -> Call:
    groups = rng.randint(1, 3)
    n, c, rest = extent(rng, 4), groups * extent(rng, 3), sizes(rng, 0, 2)
    area = 1
    for size in rest:
        area *= size
    each = T((c,)) if rng.random() < 0.5 else None
    off = rng.random() < 0.1
    args = (T((n, c, *rest)), each, each, n, c, area + off, groups, 1e-5)
    return Call(rule, name, contiguous(nearly(rng, args, {})[0]), {})


@draws("torch.affine_grid_generator", "torch.nn.functional.affine_grid")
def affine_grid(rng: random.Random, rule: Rule, name: str) -> Call:
    axes, n = rng.randint(2, 3), extent(rng, 4)
    size = (n + (rng.random() < 0.1), *(extent(rng, 4) for _ in range(axes + 1)))
    return Call(rule, name, *nearly(rng, (T((n, axes, axes + 1)), size, True), {}))


@draws("torch.embedding_bag")
def torch_embedding_bag(rng: random.Random, rule: Rule, name: str) -> Call:
    table = T((rng.randint(1, 5), rng.randint(1, 5)))
    bags = rng.randint(2, 4)
    named: dict[str, Any] = {"mode": rng.randint(0, 2), "include_last_offset": rng.random() < 0.3}
    return Call(rule, name, (table, T((rng.randint(1, 6),), INDEX), T((bags,), INDEX)), named)


@draws("torch.convolution")
def convolution(rng: random.Random, rule: Rule, name: str) -> Call:
    axes, groups, transposed = rng.randint(1, 3), rng.randint(1, 2), rng.random() < 0.4
    out, into = groups * rng.randint(1, 3), groups * rng.randint(1, 3)
    kernel = tuple(rng.randint(1, 3) for _ in range(axes))
    spatial = tuple(rng.randint(1, 7) for _ in range(axes))
    shape = (into, out // groups) if transposed else (out, into // groups)
    bias = T((out,)) if rng.random() < 0.6 else None

    def numbers(low: int, high: int) -> tuple[int, ...]:
        many = axes if rng.random() < 0.7 else 1
        return tuple(rng.randint(low, high) for _ in range(many))

    more = numbers(0, 1) if transposed else (0,) * axes
    args = (T((rng.randint(1, 3), into, *spatial)), T((*shape, *kernel)), bias, numbers(1, 3))
    rest = (numbers(0, 2), numbers(1, 2), transposed, more, groups)
    return Call(rule, name, *nearly(rng, (*args, *rest), {}))


@draws("torch.rnn_tanh_cell", "torch.gru_cell", "torch.lstm_cell")
def recurrent_cell(rng: random.Random, rule: Rule, name: str) -> Call:
    gates = {"gru": 3, "lst": 4}.get(name[6:9], 1)
    n, width, hidden = (extent(rng, 4) for _ in range(3))
    state: Any = T((n, hidden))
    weights = T((gates * hidden, width)), T((gates * hidden, hidden))
    bias: Any = T((gates * hidden,)) if rng.random() < 0.4 else None
    hx = (state, state) if gates == 4 else state
    return Call(rule, name, *nearly(rng, (T((n, width)), hx, *weights, bias, bias), {}))


@draws("torch.rnn_tanh", "torch.gru", "torch.lstm")
def recurrent_layer(rng: random.Random, rule: Rule, name: str) -> Call:
    """Only what fits: the kernel behind the LSTM checks nothing."""
    gates = {"gru": 3, "lst": 4}.get(name[6:9], 1)
    layers, ways = rng.randint(1, 2), rng.randint(1, 2)
    n, t, width, hidden = (rng.randint(1, 4) for _ in range(4))
    params = []
    for layer in range(layers):
        into = width if layer == 0 else hidden * ways
        for _ in range(ways):
            params += [T((gates * hidden, into)), T((gates * hidden, hidden))]
    state: Any = T((layers * ways, n, hidden))
    hx = (state, state) if gates == 4 else state
    first = rng.random() < 0.5
    image = T((n, t, width) if first else (t, n, width))
    flags = (False, layers, 0.0, False, ways == 2, first)
    return Call(rule, name, (image, hx, params, *flags), {})


@draws("torch.nn.functional.scaled_dot_product_attention")
def attention(rng: random.Random, rule: Rule, name: str) -> Call:
    """Query, key, value and a mask; no heads at all under enable_gqa end the process."""
    grouped = rng.random() < 0.3
    t, s, e, v = (extent(rng, 4) for _ in range(4))
    batch, heads = sizes(rng, 0, 2), sizes(rng, 0, 1)
    kept = heads
    if grouped:
        groups = rng.randint(1, 2)
        batch = tuple(rng.randint(1, 3) for _ in range(rng.randint(0, 1)))
        heads = (groups * rng.randint(1, 3) + (rng.random() < 0.1),)
        kept = (groups,)
    query, key = T((*stretched(rng, batch), *heads, t, e)), T((*stretched(rng, batch), *kept, s, e))
    value = T((*stretched(rng, batch), *kept, s, v))
    named: dict[str, Any] = {"enable_gqa": True} if grouped else {}
    if rng.random() < 0.5:
        scores = (*batch, *heads, t, s)
        mask = stretched(
            rng, scores[rng.randint(0, len(scores) - 2) :] if len(scores) > 2 else scores
        )
        named["attn_mask"] = T(mask, "torch.bool" if rng.random() < 0.5 else None)
    elif rng.random() < 0.3:
        named["is_causal"] = True
    if grouped:
        return Call(rule, name, (query, key, value), named)
    return Call(rule, name, *nearly(rng, (query, key, value), named))


@draws("torch.nn.functional.multi_head_attention_forward")
def attention_forward(rng: random.Random, rule: Rule, name: str) -> Call:
    heads = rng.randint(1, 3)
    e = heads * rng.randint(1, 3)
    t, s, out = (rng.randint(1, 5) for _ in range(3))
    batch = (rng.randint(1, 3),) if rng.random() < 0.7 else ()
    separate = rng.random() < 0.3
    ke, ve = (rng.randint(1, 5), rng.randint(1, 5)) if separate else (e, e)
    three = T((t, *batch, e)), T((s, *batch, ke)), T((s, *batch, ve))
    packed = None if separate else T((3 * e, e))
    bias = T((3 * e,)) if rng.random() < 0.5 else None
    shown = e + (rng.random() < 0.05)
    args = (
        *three,
        shown,
        heads,
        packed,
        bias,
        None,
        None,
        rng.random() < 0.3,
        0.0,
        T((out, e)),
        None,
    )
    named: dict[str, Any] = {
        "need_weights": rng.random() < 0.6,
        "average_attn_weights": rng.random() < 0.6,
        "use_separate_proj_weight": separate,
    }
    if separate:
        named |= {
            "q_proj_weight": T((e, e)),
            "k_proj_weight": T((e, ke)),
            "v_proj_weight": T((e, ve)),
        }
    if rng.random() < 0.3:
        many = (batch[0] if batch else 1) * heads
        named["attn_mask"] = T(rng.choice(((t, s), (many, t, s), (s, t))))
    if rng.random() < 0.3:
        named["key_padding_mask"] = T((*batch, s), "torch.bool")
    return Call(rule, name, *nearly(rng, args, named))


@draws("torch.nn.attention.flex_attention.flex_attention")
def flex(rng: random.Random, rule: Rule, name: str) -> Call:
    b, groups, t, s, e, v = (rng.randint(1, 4) for _ in range(6))
    grouped = rng.random() < 0.4
    heads = groups * (rng.randint(1, 3) if grouped else 1)
    few = b if rng.random() < 0.9 else 1
    args = T((b, heads, t, e)), T((few, groups, s, e)), T((few, groups, s, v))
    named = {"enable_gqa": True} if grouped else {}
    return Call(rule, name, *nearly(rng, args, {**named, "return_lse": rng.random() < 0.2}))


@draws("torch.nn.utils.rnn.pack_padded_sequence")
def packing(rng: random.Random, rule: Rule, name: str) -> Call:
    n, t = rng.randint(1, 4), rng.randint(1, 5)
    first, in_order = rng.random() < 0.5, rng.random() < 0.7
    lengths = [rng.randint(1, t) for _ in range(n + (rng.random() < 0.1))]
    if in_order and rng.random() < 0.8:
        lengths.sort(reverse=True)
    image = T(((n, t) if first else (t, n)) + sizes(rng, 0, 2))
    return Call(rule, name, *nearly(rng, (image, lengths, first, in_order), {}))
