"""Shapes through lists, dicts, tuples, generators and the functions of Python."""

import functools
import itertools
import math
import operator
from collections import OrderedDict, defaultdict, deque
from typing import NamedTuple

import numpy as np
import torch
from torch import nn


def zip_and_enumerate():
    x = torch.zeros(2, 4)
    for i, (cin, cout) in enumerate(zip([4, 8, 16], [8, 16, 32])):
        x = nn.Linear(cin, cout)(x)
    return x  # shape: (2, 32)


def widths_by_slices():
    widths = [4, 8, 16, 3]
    layers = [nn.Linear(a, b) for a, b in zip(widths[:-1], widths[1:])]
    y = nn.Sequential(*layers)(torch.zeros(2, 4))  # shape: (2, 3)
    return y


def widths_reversed():
    widths = [4, 8, 16]
    back = list(reversed(widths))
    layers = [nn.Linear(a, b) for a, b in zip(back, back[1:])]
    return nn.Sequential(*layers)(torch.zeros(2, 4))  # error: [linear-in-features] "4" "16"


def pairwise():
    layers = [nn.Linear(a, b) for a, b in itertools.pairwise([4, 8, 16])]
    y = nn.Sequential(*layers)(torch.zeros(2, 4))  # shape: (2, 16)
    return y


def sum_of_widths():
    features = [torch.zeros(2, n) for n in (3, 5, 7)]
    width = sum(f.shape[1] for f in features)
    y = nn.Linear(width, 4)(torch.cat(features, dim=1))  # shape: (2, 4)
    return y


def sum_of_too_few_widths():
    features = [torch.zeros(2, n) for n in (3, 5, 7)]
    width = sum(f.shape[1] for f in features[:-1])
    return nn.Linear(width, 4)(torch.cat(features, dim=1))  # error: [linear-in-features] "15" "8"


def dict_of_features():
    features = {"low": torch.zeros(2, 8, 16, 16), "high": torch.zeros(2, 8, 8, 8)}
    up = nn.functional.interpolate(features["high"], scale_factor=2)
    merged = features["low"] + up  # shape: (2, 8, 16, 16)
    return merged


def dict_of_features_at_different_scales():
    features = {f"p{i}": torch.zeros(2, 8, 2**i, 2**i) for i in range(3, 6)}
    return torch.cat([features["p3"], features["p4"]], dim=1)  # error: [concat-sizes] "8" "16"


def ordered_dict_of_layers():
    net = nn.Sequential(
        OrderedDict([("first", nn.Linear(3, 8)), ("act", nn.GELU()), ("last", nn.Linear(8, 2))])
    )
    y = net(torch.zeros(5, 3))  # shape: (5, 2)
    z = net.last(torch.zeros(4, 8))  # shape: (4, 2)
    return y, z


def default_dict():
    groups = defaultdict(list)
    for i in range(4):
        groups[i % 2].append(torch.zeros(i + 1, 3))
    y = torch.cat(groups[1])  # shape: (6, 3)
    return y


def queue_of_steps():
    window = deque(maxlen=3)
    for _ in range(3):
        window.append(torch.zeros(2, 4))
    y = torch.stack(list(window), dim=1)  # shape: (2, 3, 4)
    return y


def star_arguments():
    def joined(*parts, dim=0):
        return torch.cat(parts, dim=dim)

    y = joined(torch.zeros(2, 3), torch.zeros(2, 4), dim=1)  # shape: (2, 7)
    return y


def keyword_arguments_forwarded():
    def build(kind, **options):
        return kind(**options)

    layer = build(nn.Conv2d, in_channels=3, out_channels=8, kernel_size=3, stride=2)
    y = layer(torch.zeros(1, 3, 9, 9))  # shape: (1, 8, 4, 4)
    return y


def options_in_a_dict():
    options = dict(kernel_size=3, padding=1)
    options["stride"] = 2
    layer = nn.Conv2d(3, 8, **options)
    y = layer(torch.zeros(1, 3, 8, 8))  # shape: (1, 8, 4, 4)
    return y


def options_merged():
    base = {"kernel_size": 3, "padding": 0}
    layer = nn.Conv2d(3, 8, **{**base, "padding": 1})
    y = layer(torch.zeros(1, 3, 8, 8))  # shape: (1, 8, 8, 8)
    return y


def star_in_a_shape():
    x = torch.zeros(2, 3, 4, 5)
    y = x.view(*x.shape[:2], -1)  # shape: (2, 3, 20)
    z = torch.zeros(*x.shape[2:], 7)  # shape: (4, 5, 7)
    return y, z


def starred_target():
    x = torch.zeros(2, 3, 4, 5)
    batch, *spatial = x.shape
    y = x.view(batch, math.prod(spatial))  # shape: (2, 60)
    return y


def generator_of_parts():
    def parts(n):
        for i in range(n):
            yield torch.zeros(1, i + 1)

    y = torch.cat(list(parts(3)), dim=1)  # shape: (1, 6)
    return y


def generator_delegates():
    def some():
        yield torch.zeros(2, 1)
        yield from (torch.zeros(2, n) for n in (2, 3))

    y = torch.cat([*some()], dim=1)  # shape: (2, 6)
    return y


def map_filter_sorted():
    sizes = sorted(filter(lambda n: n > 1, [5, 1, 3]))
    parts = list(map(lambda n: torch.zeros(n, 2), sizes))
    first = parts[0]  # shape: (3, 2)
    y = torch.cat(parts)  # shape: (8, 2)
    return first, y


def functional_tools():
    compose = lambda *fs: functools.reduce(lambda f, g: lambda x: g(f(x)), fs)
    net = compose(nn.Linear(3, 8), torch.relu, nn.Linear(8, 2))
    y = net(torch.zeros(4, 3))  # shape: (4, 2)
    return y


def product_of_a_shape():
    x = torch.zeros(2, 3, 4)
    a = x.view(-1, functools.reduce(operator.mul, x.shape[1:], 1))  # shape: (2, 12)
    b = x.view(np.prod(x.shape[:2]), -1)  # shape: (6, 4)
    c = x.reshape(x.shape.numel())  # shape: (24,)
    return a, b, c


class Batch(NamedTuple):
    images: torch.Tensor
    labels: torch.Tensor
    weight: float = 1.0


def typed_named_tuple():
    batch = Batch(torch.zeros(4, 3, 8, 8), labels=torch.zeros(4, dtype=torch.long))
    images, labels, _ = batch
    scores = nn.Linear(192, 10)(images.flatten(1))  # shape: (4, 10)
    return nn.functional.cross_entropy(scores, batch.labels) * batch.weight


def labels_of_another_batch():
    batch = Batch(torch.zeros(4, 3, 8, 8), torch.zeros(2, dtype=torch.long))
    scores = nn.Linear(192, 10)(batch.images.flatten(1))
    return nn.functional.cross_entropy(scores, batch.labels)  # error: [loss-target]


def swapped_tuple():
    height, width = 6, 9
    height, width = width, height
    y = torch.zeros(height, width)  # shape: (9, 6)
    return y


def list_methods():
    parts = [torch.zeros(1, 2)]
    parts.append(torch.zeros(2, 2))
    parts.extend([torch.zeros(3, 2), torch.zeros(4, 2)])
    parts.insert(0, torch.zeros(5, 2))
    parts.pop()
    y = torch.cat(parts)  # shape: (11, 2)
    z = parts[-1]  # shape: (3, 2)
    return y, z


def aliased_list():
    a = [torch.zeros(2, 3)]
    b = a
    b.append(torch.zeros(2, 4))
    return torch.stack(a)  # error: [stack-shapes]


def copied_list():
    a = [torch.zeros(2, 3)]
    b = list(a)
    b.append(torch.zeros(2, 4))
    y = torch.stack(a)  # shape: (1, 2, 3)
    return y


def comprehension_with_condition():
    kernels = [3, None, 5]
    convs = [nn.Conv2d(3, 4, k, padding=k // 2) for k in kernels if k is not None]
    x = torch.zeros(1, 3, 8, 8)
    y = torch.cat([conv(x) for conv in convs], dim=1)  # shape: (1, 8, 8, 8)
    return y


def string_selects_a_layer():
    kinds = {"relu": nn.ReLU, "gelu": nn.GELU}
    name = "model.gelu".split(".")[-1]
    y = nn.Sequential(nn.Linear(3, 4), kinds[name]())(torch.zeros(2, 3))  # shape: (2, 4)
    return y


def attribute_by_name():
    layer = getattr(nn, "Conv1d")(3, 8, 3)
    size = getattr(layer, "out_channels", None)
    y = nn.Linear(size, 2)(layer(torch.zeros(1, 3, 10)).mean(-1))  # shape: (1, 2)
    return y


def shape_as_a_list():
    x = torch.zeros(2, 3, 4)
    shape = list(x.shape)
    shape[-1] = 2
    shape.append(2)
    y = x.reshape(shape)  # shape: (2, 3, 2, 2)
    return y


def min_and_max_of_sizes():
    a, b = torch.zeros(2, 7), torch.zeros(2, 5)
    n = min(a.size(1), b.size(1))
    y = a[:, :n] + b[:, :n]  # shape: (2, 5)
    z = torch.zeros(max(a.shape[1], b.shape[1]), abs(-3), round(2.6))  # shape: (7, 3, 3)
    return y, z


def sizes_as_text():
    sizes = [int(s) for s in "8x16x4".split("x")]
    y = torch.zeros(sizes)  # shape: (8, 16, 4)
    return y


def tensor_of_sizes():
    sizes = torch.tensor([[1, 2, 3], [4, 5, 6]])
    first, *_ = sizes
    return first  # shape: (3,)


def tensor_is_iterated():
    rows = [row.unsqueeze(0) for row in torch.zeros(4, 3)]
    y = torch.cat(rows[1:])  # shape: (3, 3)
    return y


def tensor_unpacked_wrongly():
    a, b = torch.zeros(3, 4)  # error: [unpack-count]
    return a, b


def modules_appended_and_read_by_index():
    ups = nn.ModuleList()
    for width in (8, 4):
        ups.append(nn.Linear(width * 2, width))
        ups.append(nn.Linear(width, width))
    x = torch.zeros(2, 16)
    for i in range(0, len(ups), 2):
        x = ups[i + 1](ups[i](x))
    y = x  # shape: (2, 4)
    head = nn.Sequential(*ups[:2])(torch.zeros(2, 16))  # shape: (2, 8)
    return ups[-1](head)  # error: [linear-in-features]


def names_formatted_the_old_way():
    x = nn.Sequential()
    for i in range(2):
        x.add_module("l%d_%s" % (i, "a"), nn.Linear(3 + i, 4 + i))
    y = x(torch.zeros(2, 3))  # shape: (2, 5)
    return x.l1_a(torch.zeros(2, 3))  # error: [linear-in-features]


def sequences_padded_to_the_longest():
    steps = [torch.randn(n, 8) for n in (5, 3, 2)]
    padded = nn.utils.rnn.pad_sequence(steps, batch_first=True)  # shape: (3, 5, 8)
    return torch.stack(steps)  # error: [stack-shapes]


def arrays_of_numpy():
    points = np.array([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]])
    gram = points.dot(points.T)
    limits = np.array([1.0, 2.0])
    close = limits[:, np.newaxis] == np.array([1.0, 1.5, 2.0])[np.newaxis]
    rows = points.repeat(2, 0)
    x = torch.from_numpy(points)  # shape: (2, 3)
    spread = x[:, None]  # shape: (2, 1, 3)
    return x.dot(x)  # error: [inner-size]


def fewer_axes_by_newaxis():
    x = torch.zeros(4, 5)
    y = x[:, np.newaxis]  # shape: (4, 1, 5)
    return x[..., np.newaxis] @ torch.zeros(2, 6)  # error: [inner-size]


class Ensemble(nn.ModuleList):
    def forward(self, x):
        return torch.cat([model(x) for model in self], 1)


def a_container_that_others_fill():
    models = Ensemble()
    models.append(nn.Linear(4, 2))
    models.append(nn.Linear(4, 3))
    return models(torch.zeros(5, 4))  # shape: (5, 5)


def by_the_names_of_their_methods(key="b"):
    sizes = {"a": 3}
    sizes.__setitem__("b", 4)
    more = [5, 6]
    more.__setitem__(0, sizes.__getitem__(key))
    assert sizes.__contains__("a") and more.__len__() == 2
    return torch.zeros(more[0]) + torch.zeros(sizes["a"])  # warning: [broadcast-sizes] "4" "3"


def a_mapping_that_is_emptied():
    sizes = {"a": 3, "b": 4}
    key, size = sizes.popitem()
    sizes.clear()
    sizes["c"] = size + 1
    x = torch.zeros(len(sizes), sizes["c"])  # shape: (1, 5)
    return x + torch.zeros(size)  # error: [broadcast-sizes] "5" "4"


def one_of_many_that_are_alike(place=7):
    samples = [(torch.zeros(8), i) for i in range(40)]
    image, label = samples[place * 3 % 40]
    return image + torch.zeros(7)  # error: [broadcast-sizes] "8" "7"


def batches_of_a_list():
    samples = [(torch.zeros(8), i) for i in range(40)]
    for images, labels in torch.utils.data.DataLoader(samples, batch_size=4):
        x = images.T  # shape: (8, 4)
        x @ torch.zeros(len(labels) + 1, 2)  # error: [inner-size] "4" "5"


def parts_that_are_replaced_at_an_unknown_place(count=2):
    parts = list(torch.zeros(4, 6).chunk(len(range(count)), dim=1))
    first = parts[:count]
    for i in range(count):
        first[i] = first[i].reshape(-1)
    x = torch.zeros(12) + first[0]
    return x + torch.zeros(5)  # warning: [broadcast-sizes] "12" "5"


def a_set_has_no_order():
    widths = {3, 4, 5}
    first, *_ = widths
    y = torch.zeros(max(list(widths)[0], 3)) + torch.zeros(first)
    last = [width for width in {3, 5} | {4}][-1]
    z = torch.zeros(len(list(widths)), last)
    return y, z


def what_a_set_holds_is_known():
    widths = {3, 5} | {4}
    y = torch.zeros(len(tuple(widths)))  # shape: (3,)
    x = torch.zeros(sorted(widths)[0], max(widths), sum(widths))  # shape: (3, 5, 12)
    names = sorted(list({"b", "a"}))
    z = torch.zeros(len(names) + (4 in widths))  # shape: (3,)
    only = list({4})[0]
    return x, z, y + torch.zeros(only)  # error: [broadcast-sizes] "(3,)" "(4,)"
