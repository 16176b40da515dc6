"""Branches, loops, exceptions and context managers around tensors."""

import collections
import contextlib
import enum
import queue

import torch
from torch import nn


class Pooling(enum.Enum):
    MEAN = "mean"
    MAX = "max"
    NONE = "none"


def _pooled(x, how):
    if how is Pooling.MEAN:
        return x.mean(dim=1)
    elif how is Pooling.MAX:
        return x.max(dim=1).values
    return x


def enum_member_decides():
    x = torch.zeros(2, 5, 8)
    a = _pooled(x, Pooling.MEAN)  # shape: (2, 8)
    b = _pooled(x, Pooling.MAX)  # shape: (2, 8)
    c = _pooled(x, Pooling("none"))  # shape: (2, 5, 8)
    return a, b, c


def enum_member_leaves_an_axis():
    x = _pooled(torch.zeros(2, 5, 8), Pooling.NONE)
    return nn.BatchNorm1d(8)(x)  # error: [norm-features] "5"


def loop_builds_layers():
    layers, width = [], 4
    for wider in (8, 16, 32):
        layers += [nn.Linear(width, wider), nn.ReLU()]
        width = wider
    y = nn.Sequential(*layers)(torch.zeros(2, 4))  # shape: (2, 32)
    return y


def loop_forgets_to_pass_the_width_on():
    layers, width = [], 4
    for wider in (8, 16, 32):
        layers += [nn.Linear(width, wider), nn.ReLU()]
    net = nn.Sequential(*layers)
    return net(torch.zeros(2, 4))  # error: [linear-in-features] "8" "4"


def while_loop_halves():
    x = torch.zeros(1, 3, 64, 64)
    while x.shape[-1] > 8:
        x = nn.functional.max_pool2d(x, 2)
    return x  # shape: (1, 3, 8, 8)


def break_and_else():
    x = torch.zeros(2, 3)
    for i in range(5):
        if i == 2:
            break
        x = torch.cat([x, x])
    else:
        x = x.t()
    return x  # shape: (8, 3)


def continue_skips():
    parts = []
    for i in range(6):
        if i % 2:
            continue
        parts.append(torch.zeros(i + 1, 3))
    joined = torch.cat(parts)  # shape: (9, 3)
    return joined


def nested_loops():
    rows = []
    for i in range(2):
        row = []
        for j in range(3):
            row.append(torch.zeros(2 + i, 4 + j))
        rows.append(torch.cat(row, dim=1))
    y = torch.cat(rows, dim=0)  # shape: (5, 15)
    return y


def nested_loops_do_not_align():
    rows = []
    for i in range(2):
        row = [torch.zeros(2, 4 + i) for _ in range(3)]
        rows.append(torch.cat(row, dim=1))
    return torch.cat(rows, dim=0)  # error: [concat-sizes] "12" "15"


def dimensions_are_tested():
    x = torch.zeros(5, 8)
    if x.dim() == 2:
        x = x.unsqueeze(0)
    if x.ndim != 3:
        x = x.view(-1)
    return x  # shape: (1, 5, 8)


def conditional_expression(wide=True):
    layer = nn.Linear(4, 16) if wide else nn.Linear(4, 8)
    y = layer(torch.zeros(2, 4))
    return nn.Linear(16 if wide else 8, 3)(y)  # shape: (2, 3)


def with_statement():
    x = torch.zeros(2, 3)
    with torch.no_grad(), contextlib.suppress(KeyError):
        x = x @ x.t()
    return x  # shape: (2, 2)


@contextlib.contextmanager
def _evaluating(module):
    was = module.training
    module.eval()
    try:
        yield module
    finally:
        module.train(was)


def own_context_manager():
    net = nn.Linear(3, 4)
    with _evaluating(net) as frozen:
        y = frozen(torch.zeros(2, 3))
    return y  # shape: (2, 4)


def error_is_expected():
    x = torch.zeros(2, 3)
    try:
        x = x.view(4, 2)
    except RuntimeError:
        x = x.reshape(3, 2)
    return x  # shape: (3, 2)


def else_of_try():
    x = torch.zeros(2, 3)
    try:
        y = x.view(3, 2)
    except RuntimeError:
        y = x
    else:
        y = y @ x  # shape: (3, 3)
    finally:
        x = x.t()
    return y


def handler_for_another_error():
    x = torch.zeros(2, 3)
    try:
        return x.view(4, 2)  # error: [reshape-elements]
    except KeyError:
        return x


def match_on_rank():
    x = torch.zeros(2, 3, 4)
    match x.dim():
        case 2:
            x = x.sum(0)
        case 3:
            x = x.sum((0, 1))
        case _:
            x = x.view(-1)
    return x  # shape: (4,)


def match_on_shape():
    x = torch.zeros(2, 3, 4)
    match x.shape:
        case [b, c]:
            y = x.view(c, b)
        case [b, t, c]:
            y = x.view(b * t, c)  # shape: (6, 4)
        case _:
            y = x
    return y


def match_on_mapping():
    config = {"kind": "conv", "width": 8}
    match config:
        case {"kind": "linear", "width": width}:
            layer = nn.Linear(3, width)
        case {"kind": "conv", "width": width}:
            layer = nn.Conv2d(3, width, 3)
    y = layer(torch.zeros(1, 3, 8, 8))  # shape: (1, 8, 6, 6)
    return y


def assertion_narrows(x=None):
    if x is None:
        x = torch.zeros(4, 6)
    assert x.shape[1] % 3 == 0
    y = x.view(x.shape[0], 3, x.shape[1] // 3)  # shape: (4, 3, 2)
    return y


def walrus():
    x = torch.zeros(6, 4)
    if (n := x.size(0)) > 4:
        x = x.view(n // 2, 2, -1)
    return x  # shape: (3, 2, 4)


def dead_code_is_not_checked():
    x = torch.zeros(2, 3)
    if x.shape[0] == 3:
        x = x @ x
    return x  # shape: (2, 3)


def short_circuit():
    x = torch.zeros(2, 3)
    if x.dim() == 3 and x.shape[2] == 4:
        x = x.sum(2)
    y = None
    y = y if y is not None and y.shape else x  # shape: (2, 3)
    return y


def recursion(depth=3):
    def halve(x, left):
        if left == 0:
            return x
        return halve(x[: x.shape[0] // 2], left - 1)

    y = halve(torch.zeros(32, 5), depth)  # shape: (4, 5)
    return y


def accumulate_in_a_loop():
    total = torch.zeros(3)
    for i in range(4):
        total = total + torch.ones(3) * i
    total += torch.ones(1)
    return total  # shape: (3,)


def in_place_may_not_grow():
    total = torch.zeros(1)
    total += torch.ones(3)  # error: [broadcast-sizes]
    return total


def _loss(logits, labels):
    if logits.ndim == 2:
        return nn.functional.cross_entropy(logits, labels)
    return nn.functional.cross_entropy(logits.flatten(0, 1), labels.repeat(logits.shape[0]))


def rank_tested_of_what_is_not_known():
    decode = eval("lambda x: x")
    steps = [decode(torch.zeros(2, 6)) for _ in range(4)]
    logits = torch.stack([nn.Linear(6, 5)(x) for x in steps])
    return _loss(logits, torch.zeros(2, dtype=torch.long))


class ChannelNorm(nn.LayerNorm):
    def forward(self, x: torch.Tensor) -> torch.Tensor:
        if x.ndim == 4:
            batch, channels, height, width = x.shape
            x = x.view(batch, channels, -1).transpose(1, 2)
            x = nn.functional.layer_norm(x, self.normalized_shape, self.weight, self.bias, self.eps)
            return x.transpose(1, 2).view(batch, channels, height, width)
        return nn.functional.layer_norm(x, self.normalized_shape, self.weight, self.bias, self.eps)


def layer_without_a_constructor_of_its_own():
    x = ChannelNorm(8)(torch.zeros(2, 8, 3, 3))  # shape: (2, 8, 3, 3)
    return x


class Format(enum.Enum):
    CORNERS = "corners"
    CENTRE = "centre"
    ROTATED = "rotated"
    POLYGON = "polygon"


def _is_rotated(format):
    if isinstance(format, Format):
        return format == Format.ROTATED or format == Format.POLYGON
    elif isinstance(format, str):
        return format in ("rotated", "polygon")
    raise ValueError(format)


def _from_corners(x):
    x[..., 2:] -= x[..., :2]
    return x


def _convert(boxes, old, new):
    if isinstance(new, str):
        new = Format[new.upper()]
    if new == old:
        return boxes
    if _is_rotated(old) ^ _is_rotated(new):
        raise ValueError("rotated or not")
    if new == Format.CENTRE:
        boxes = _from_corners(boxes)
    elif new == Format.ROTATED:
        boxes = boxes[..., :5]
    return boxes


def conditions_that_exclude_one_another(format: Format = Format.CORNERS):
    width = 8 if format == Format.POLYGON else 5 if format == Format.ROTATED else 4
    boxes = torch.zeros(3, width)
    if format == Format.CORNERS:
        boxes = _from_corners(boxes)
    return boxes


def clamped(boxes, format):
    polygons = _convert(boxes.reshape(-1, 8), Format.POLYGON, format)
    return polygons


def a_constant_is_no_other(kind="a"):
    x = torch.zeros(2, 3)
    if kind == "b":
        x = x.T
    if kind == "a":
        return x @ torch.zeros(3, 1)
    return torch.zeros(1, 2) @ x


def alternatives_read_by_index(decode, texts):
    nothing = len(texts) == 0
    parts = decode(texts)
    joined = torch.cat(parts, dim=0) if len(parts) > 1 else parts[0]
    rows = joined[:0] if nothing else joined
    return rows[2]


def sizes_of_unknown_rank_may_be_those(boxes, chosen):
    others = torch.zeros(7, 4)
    mine = boxes[chosen > 0]
    if mine.shape[:-2] == others.shape[:-2]:
        return mine @ others.T
    return torch.zeros(2)


def batch_axes_compared_in_a_loop(boxes, chosen, count):
    kept = []
    for i in range(count):
        mine = boxes[chosen == i]
        assert mine.shape[:-2] == torch.zeros(2, 4).shape[:-2]
        kept.append(mine.sum(0))
    return torch.stack(kept)


def _per_sample(x, counts):
    if counts.max() == 0:
        return x.mean(2)
    return torch.stack([x[b, :, : counts[b]].mean(1) for b in range(2)])


def what_a_tensor_of_constants_holds_decides():
    x = torch.zeros(2, 4, 6)
    none = torch.zeros(1).long()
    return _per_sample(x, none) + 0  # shape: (2, 4)


def a_dtype_decides():
    z = torch.complex(torch.zeros(2, 3), torch.zeros(2, 3))
    b = torch.view_as_complex(torch.zeros(2, 3, 2))
    if b.is_floating_point() or not z.is_complex():
        return z + torch.zeros(7)
    return z + b  # shape: (2, 3)


def chance_decides():
    x = torch.rand(5)
    if x.mean() > 0:
        return torch.zeros(2, 3) @ torch.zeros(4, 2)  # error: [inner-size]
    return x


def _sometimes():
    return torch.rand(1).item() < 2


def _picked(kind, x):
    if kind == "a" and not _sometimes():
        return x.reshape(2, 6)
    if kind == "b" or _sometimes():
        return x.reshape(3, 4)
    raise ValueError(kind)


def what_raises_in_the_end_has_returned_before(kind="a"):
    return _picked(kind, torch.zeros(12)) @ torch.zeros(5, 1)  # error: [inner-size]


def _fitting(mask, width):
    if mask.shape[-1] == width and _sometimes():
        return mask
    raise ValueError("another width")


def what_fits_goes_on(width=3):
    mask = torch.zeros(2, 3) if _sometimes() else None
    if mask is not None:
        mask = _fitting(mask, width)
        return torch.zeros(3, 4) @ torch.zeros(3)  # error: [inner-size]
    return torch.zeros(width)


def _of_that_width(mask, width):
    if mask.shape[-1] == width:
        return mask
    raise ValueError("another width")


def the_rank_that_a_mask_is_made_for_may_be_had(x):
    x = torch.as_tensor(x)
    mask = x[:, 0] if x.dim() == 3 else None
    if mask is not None:
        mask = _of_that_width(mask, x.shape[1])
    return torch.bmm(x, x.transpose(1, 2))


def _first_of(xs):
    for x in xs:
        if _sometimes():
            return x.reshape(2, 3)
    raise ValueError("none")


def found_or_raised():
    xs = torch.zeros(4, 6).unbind() if _sometimes() else []
    return _first_of(xs) @ torch.zeros(5, 1)  # error: [inner-size]


def _waited_for():
    while True:
        if _sometimes():
            return torch.zeros(2, 3)


def an_endless_loop_is_left_by_return_alone():
    return _waited_for() @ torch.zeros(5, 1)  # error: [inner-size]


def _endless(x):
    while True:
        yield x.reshape(2, 3)


def an_endless_generator_gives_items():
    for item in _endless(torch.zeros(6)):
        return torch.zeros(5, 1) @ item  # error: [inner-size]


def found_or_the_loop_raises():
    for size in (3, 4, 5):
        if _sometimes():
            break
    else:
        raise ValueError("none")
    return torch.zeros(2, size) @ torch.zeros(7, 1)  # error: [inner-size]


def raised_in_the_last_round():
    for attempt in range(3):
        if attempt == 2:
            raise ValueError("given up")
        if _sometimes():
            x = torch.zeros(2, attempt)
            break
    return x @ torch.zeros(7, 1)  # error: [inner-size]


def a_round_that_fails_fills_nothing_that_is_then_empty():
    parts = []
    for _ in range(1 + int(torch.rand(1).item())):
        parts.append(torch.zeros(2, 3) @ torch.zeros(2, 3))  # error: [inner-size]
    return torch.cat(parts)


def after_a_break_the_condition_may_hold():
    x, seldom = torch.zeros(2, 4), not _sometimes()
    rounds = 0
    while not seldom:
        rounds += 1
        if rounds > 3:
            break
        x = torch.zeros(2, 3)
    if seldom:
        x = torch.zeros(2, 5)
    return x @ torch.zeros(3, 1)


def _appended_and_raised(xs):
    if _sometimes():
        xs.append(torch.zeros(4, 2))
        raise ValueError("after it was appended")


def a_handler_sees_what_was_done_before_it_was_raised():
    xs = [torch.zeros(2, 2)]
    try:
        _appended_and_raised(xs)
    except ValueError:
        print(xs[-1] @ torch.zeros(2, 1))
        return xs[1] @ torch.zeros(2, 1)
    return xs[0]


def _tidied(x):
    kept = []
    for row in x:
        try:
            kept = [row.reshape(3, 1)]
            if _sometimes():
                continue
        finally:
            x = kept[0].T
    return x  # shape: (1, 3)


def what_is_tidied_on_every_way_out():
    return _tidied(torch.zeros(2, 3)) @ torch.zeros(4, 1)  # error: [inner-size]


def _replaced():
    try:
        return torch.zeros(2, 3)
    finally:
        return torch.zeros(2, 4)  # noqa: B012


def what_a_finally_clause_returns_is_it():
    return _replaced() @ torch.zeros(3, 1)  # error: [inner-size] "k is 4"


def the_first_round_is_sure_of_its_numbers():
    rounds = 0
    while _sometimes():
        rounds += 1
        if rounds > 3:
            break
        torch.zeros(2, 3) @ torch.zeros(rounds, 4)  # error: [inner-size]
    return rounds


def what_is_caught_may_fail_for_what_no_shape_tells():
    try:
        torch.zeros(2).to("cuda:7")
        wide = 3
    except (RuntimeError, AssertionError):
        wide = 4
    try:
        with open("no such file") as file:
            deep = 3
    except OSError:
        deep = 4
    try:
        torch.zeros(3)[10]
        high = 3
    except IndexError:
        high = 4
    nn.Linear(wide, 2)(torch.zeros(1, 4))
    nn.Linear(deep, 2)(torch.zeros(1, 4))
    return nn.Linear(high, 2)(torch.zeros(1, 4))


DEPTH = 3


def deepen(depth):
    global DEPTH
    DEPTH = depth


def of_any_depth(rows):
    """Whoever calls this may have called the other before."""
    return nn.Linear(DEPTH, 2)(torch.zeros(rows, 5))


def an_empty_range_is_false():
    chosen = range(0) or range(3)
    y = torch.zeros(len(chosen))  # shape: (3,)
    rows = list(range(1, 1) or range(2))
    return y + torch.zeros(len(rows))  # error: [broadcast-sizes] "(3,)" "(2,)"


def an_iterator_is_true_whatever_it_gives():
    kept = [one for one in (iter([]), map(str, []), zip(), (i for i in [])) if one]
    y = torch.zeros(len(kept)) + torch.zeros(4)  # shape: (4,)
    width = 4 if not {}.items() and collections.deque([1]) != [1] else 3
    return y + torch.zeros(width)


def _batched(x):
    assert x.ndim in (3, 4)  # error: [assert-shape] "2 in (3, 4)"
    return x[None] if x.ndim == 3 else x


def assertions_of_shapes():
    x = torch.zeros(2, 3, 4)
    assert _batched(x).shape == (1, 2, 3, 4) and x.shape[1:] == torch.Size([3, 4])
    assert list(x.shape) == [2, 3, 4] and x.size(-1) == 4 and x.dim() in (2, 3)
    assert x.mT.shape == x.shape, "axes"  # error: [assert-shape] "(2, 4, 3) == (2, 3, 4)"


def an_assertion_of_another_rank():
    return _batched(torch.zeros(2, 3))


class Patches(nn.Module):
    def __init__(self, size, width, heads):
        super().__init__()
        if width % heads != 0:
            raise ValueError(f"{heads} heads")  # error: [assert-shape] "10 % 4 != 0"
        self.size = size
        self.proj = nn.Conv2d(3, width, 4, 4)

    def forward(self, x):
        b, c, h, w = x.shape
        torch._assert(h <= 64, f"{h} is too high")  # error: [assert-shape] "128 is too high"
        if not (h == self.size and w == self.size):
            print(h, w)
            raise ValueError("size")  # error: [assert-shape] "48 != 32"
        elif c == 3:
            return self.proj(x)
        else:
            raise RuntimeError("channels")  # error: [assert-shape] "4 != 3"


def sizes_that_are_taken():
    return Patches(32, 12, 4)(torch.zeros(2, 3, 32, 32))


def a_width_that_no_heads_share():
    return Patches(32, 10, 4)


def a_height_that_is_refused():
    return Patches(32, 12, 4)(torch.zeros(2, 3, 128, 32))


def a_size_that_is_refused():
    return Patches(32, 12, 4)(torch.zeros(2, 3, 32, 48))


def channels_that_are_refused():
    return Patches(32, 12, 4)(torch.zeros(2, 4, 32, 32))


def what_is_refused_on_some_inputs_only(x, patches):
    if x.shape[1] != 3:
        raise ValueError(x.shape)
    if isinstance(patches, Patches) and x.dim() != 4:
        raise ValueError(x.dim())
    return Patches(32, 12, 4)(x)


def what_is_refused_for_what_is_no_shape(_):
    name = "any"
    width = torch.zeros(2, 3).shape[1]
    if name == "any":
        raise ValueError(width)


def what_is_refused_either_way(boxes: torch.Tensor):
    if len(boxes.shape) != 2:
        if boxes.shape[0] == 0:
            raise ValueError("no boxes")
        else:
            raise ValueError("no rows")
    return boxes


def what_is_refused_of_its_defaults(scale, rows=None):
    rows = torch.empty(0) if rows is None else rows
    count = rows.size(0)
    assert count > 0, "no rows"
    return rows * scale


def what_is_refused_and_tried_again():
    try:
        return Patches(32, 12, 5)
    except ValueError:
        return Patches(32, 12, 4)


class Missing(KeyError):
    pass


def what_is_refused_by_an_exception_of_its_own(_):
    if torch.zeros(2, 3).shape[0] == 2:
        raise Missing("rows")


def an_assertion_that_is_caught():
    try:
        assert torch.zeros(2, 3).shape == (3, 2)
    except AssertionError:
        return torch.zeros(3) @ torch.zeros(4)  # error: [inner-size]


def assertions_of_other_things(x):
    assert type(x).__name__ == "Size"
    assert x.shape[0] == 3


def what_comes_after_a_loop_that_waits():
    waiting = queue.Queue()
    for size in range(3):
        waiting.put(size)
    taken = []
    while not waiting.empty():
        taken.append(waiting.get())
    return nn.Linear(3, 4)(torch.zeros(2, 5))  # error: [linear-in-features] "5" "3"


def what_is_suppressed_by_a_context_with_a_name():
    quietly = contextlib.suppress(RuntimeError)
    with quietly:
        nn.Linear(3, 4)(torch.zeros(2, 5))
    return nn.Linear(3, 4)(torch.zeros(2, 6))  # error: [linear-in-features] "6" "3"


def small_numbers_of_a_set():
    x = torch.zeros(2, 4)
    for width in {4, 3, 4}:
        layer = nn.Linear(width, 4)
        x = layer(torch.zeros(2, width)) + x
    return layer(torch.zeros(2, 3))  # error: [linear-in-features] "4"


class Stage(enum.Enum):
    EARLY = "early"
    LATE = "late"

    def weights(self):
        if self == Stage.EARLY:
            return torch.zeros(3)
        raise ValueError(f"{self} has none")


class Fitted(nn.Module):
    fitting = False

    def __init__(self, steps):
        super().__init__()
        self.steps = steps

    def forward(self, x):
        found = []
        for i, step in enumerate(self.steps):
            if self.fitting:
                if i < len(self.steps) - 1:
                    continue
                return None
            found.append(x[step:])
        return torch.cat(found)

    def fit(self, x):
        self.fitting = True
        if isinstance(x, list):
            self(torch.tensor(x))
        else:
            self(x)
        self.fitting = False


def a_round_is_sure_to_return():
    Fitted(torch.arange(3).tolist()).fit(torch.zeros(4))
    return Stage.EARLY.weights()


def no_round_returns():
    for place in torch.nonzero(torch.zeros(3)).tolist():
        if place[0] > 4:
            return None
    return torch.zeros(3, 4) @ torch.zeros(3)  # error: [inner-size]


def _of_one_shape(a, b):
    if a.shape != b.shape:
        raise ValueError("not of one shape")


def _as_labels(scores, target):
    return scores.argmax(dim=1) if scores.ndim == target.ndim + 1 else scores


def shapes_that_are_equal_have_as_many_axes(scores, target):
    _of_one_shape(scores, target)
    if scores.ndim != 1:
        raise ValueError("not a vector")
    return _as_labels(scores, target)
