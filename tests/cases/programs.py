"""What whole programs do with sets, lists read from tensors and objects of one of two classes."""

import collections
import math
import os
import re
from collections.abc import Iterable

import torch
from einops.layers.torch import Rearrange
from torch import nn


class Drop(nn.Module):
    def __init__(self, rate):
        super().__init__()
        self.rate = rate

    def forward(self, x):
        return x


class Block(nn.Module):
    def __init__(self, rate):
        super().__init__()
        self.linear = nn.Linear(3, 4)
        self.drop = Drop(rate) if rate > 0.0 else nn.Identity()

    def forward(self, x):
        return self.drop(self.linear(x))


def apply_to_all(function, module):
    for _, child in module.named_children():
        apply_to_all(function, child)
    function(module)


def children_of_one_of_two_classes():
    rates = [x.tolist() for x in torch.linspace(0, 0.1, 5).split((2, 3))]
    block = Block(rates[0][1])
    names = []
    for name, child in block.named_children():
        names.append(name)
    apply_to_all(lambda module: None, block)
    x = torch.zeros(len(names), 3)  # shape: (2, 3)
    return block(x)  # shape: (2, 4)


def what_is_left_of_a_set():
    wanted = {"a", "b", "c"}
    wanted.remove("b")
    wanted.discard("z")
    x = torch.zeros(len(wanted), 5)  # shape: (2, 5)
    left = {"a", "b", "c"} - {"a"} | {"d"}
    y = torch.zeros(len(left), 5)  # shape: (3, 5)
    if {"a"} <= {"a", "b"} and not {"a", "b"} == {"a"}:
        return nn.Linear(4, 2)(x)  # error: [linear-in-features] "5"
    return y


def keys_but_for_some():
    sizes = {"width": 4, "height": 5, "depth": 6}
    names = sorted(sizes.keys() - {"depth"})
    x = torch.zeros([sizes[name] for name in names])  # shape: (5, 4)
    return x


def a_loop_over_one_of_two_lists(deep=None):
    layers = [nn.Linear(4, 4)] if deep else [nn.Linear(4, 4), nn.Linear(4, 4)]
    x = torch.zeros(2, 4)
    for layer in layers:
        x = layer(x)
    return nn.Linear(5, 1)(x)  # error: [linear-in-features] "4"


def a_set_that_is_computed():
    kinds = {kind for kind in (nn.Linear, nn.Conv2d)}
    layer = nn.Linear(4, 2) if nn.Linear in kinds else nn.Linear(5, 2)
    return layer(torch.zeros(3, 5))  # error: [linear-in-features] "5"


def attributes_of_one_of_two_objects():
    block = Block(torch.rand(1).item())
    if hasattr(block.drop, "weight") or issubclass(Block, (nn.Linear, nn.Conv2d)):
        x = torch.zeros(2, 4)
    else:
        x = torch.zeros(2, 3)
    return block(x)  # shape: (2, 4)


Sizes = collections.namedtuple("Sizes", ["width", "depth"])


def a_named_tuple_with_another_width():
    sizes = Sizes(4, 2)._replace(width=6)
    x = torch.zeros(sizes)  # shape: (6, 2)
    y = torch.zeros(*sizes._asdict().values())  # shape: (6, 2)
    heads = 8 if math.log2(8).is_integer() else 7
    return x + y + torch.zeros(len(sizes._fields), heads)  # error: [broadcast-sizes] "8"


class Gaps(nn.ModuleList):
    def __init__(self):
        super().__init__([nn.Linear(2, 3), None, nn.Linear(3, 4)])
        self.norm = nn.LayerNorm(4)


def children_of_a_list_with_gaps():
    gaps = Gaps()
    x = torch.zeros(len(list(gaps.children())), 1)  # shape: (3, 1)
    y = torch.zeros(len(list(gaps.modules())), 1)  # shape: (4, 1)
    return x, y


class Trained(nn.Module):
    def __init__(self):
        super().__init__()
        self.inner = nn.Sequential(nn.Linear(3, 4), nn.Dropout(0.1))

    def forward(self, x):
        x = self.inner(x)
        if self.inner.training:
            return x, x.sum()
        return x


def evaluation_after_training():
    model = Trained()
    model.train()
    y, total = model(torch.zeros(2, 3))
    model.eval()
    z = model(torch.zeros(2, 3))  # shape: (2, 4)
    return nn.Linear(5, 1)(z)  # error: [linear-in-features] "4"


def sizes_set_by_a_slice():
    sizes = [-1] * 4
    sizes[1:3] = (5, 6)
    del sizes[3:]
    x = torch.zeros(2, 5, 6).expand(*sizes)  # shape: (2, 5, 6)
    return x


class Biased(nn.Module):
    def __init__(self):
        super().__init__()
        self.bias = nn.Parameter(torch.zeros(2, 5))
        self.cache = {}

    def forward(self, x):
        key = str(x.device)
        if key not in self.cache:
            self.cache[key] = self.bias[:, [0, 1, 1]]
        return x + self.cache[key]  # error: [broadcast-sizes] "3"


def a_cache_by_a_key_that_is_not_known():
    y = Biased()(torch.zeros(2, 3))  # shape: (2, 3)
    return y, Biased()(torch.zeros(2, 4))


def by_prefix(prefix, given):
    groups = [{}, {}]
    for key in given:
        groups[int(not bool(re.match(f"^{prefix}", key)))][key] = given[key]
    return (*groups,)


def keywords_by_their_prefix():
    encoder, others = by_prefix("enc_", {"enc_dim": 4, "dec_dim": 5, "enc_heads": 2})
    x = torch.zeros(len(encoder), encoder["enc_dim"])  # shape: (2, 4)
    found = re.search(r"block(\d+)_(\w+)", "layers.block12_conv")
    y = torch.zeros(int(found.group(1)), len(found.groups()))  # shape: (12, 2)
    return nn.Linear(5, 1)(x), y, others  # error: [linear-in-features] "4"


def a_dict_written_at_an_unknown_place(which=None):
    groups = [{}, {}]
    groups[which or 0]["size"] = 3
    x = torch.zeros(len(groups[0]) + 1, 2)
    return x


def as_many_as_a_tensor_says():
    mask = torch.ones(3, 8)
    count = int(mask.sum(-1).max().item())
    values, places = torch.zeros(3, 8).topk(count, dim=-1)
    rest = [1] * values.dim()
    x = torch.zeros(*rest, 5)  # shape: (1, 1, 5)
    return nn.Linear(4, 1)(x), places  # error: [linear-in-features] "5"


def sets_of_what_may_be_equal(a=None, b=None):
    seen = {a or 1}
    seen.add(b or 1)
    layers = set()
    layers.add(nn.Linear(2, 2))
    layers.add(nn.Linear(2, 2))
    x = torch.zeros(len(layers), 3)  # shape: (2, 3)
    return x, torch.zeros(len(seen), 1) + torch.zeros(1)


class Keeper:
    def __init__(self, function):
        self.function = function
        self.kept = []

    def __call__(self, x):
        out = self.function(x)
        self.kept.append(out)
        return out

    def joined(self):
        return torch.cat(self.kept, dim=0)


def what_code_out_of_sight_may_call(model):
    keeper, seen = Keeper(model.forward), []
    model.forward = keeper
    model.register_forward_hook(lambda module, given, out: seen.append(out))
    model(torch.zeros(2, 3))
    kept = keeper.joined()
    return kept, torch.cat(seen)


def a_tuple_with_the_sizes_of_a_shape():
    x = torch.zeros(2, 3, 4)
    height, width, dtype = *x.shape[-2:], x.dtype
    y = torch.zeros(height, width, dtype=dtype)  # shape: (3, 4)
    height, width, dtype = *x.shape[-1:], x.dtype  # error: [unpack-count] "2 values"
    return y


def sizes_of(x):
    return x.shape[0], x.shape[1]


def sizes_that_a_function_gives():
    batch, length, width = sizes_of(torch.zeros(2, 3, 4))  # error: [unpack-count] "3 names"
    return batch + length + width


def a_layer_whose_pattern_cannot_be_read():
    return Rearrange("b b (h d) -> b h d", h=2)  # error: [pattern-axes] "twice"


def parts_that_a_function_was_applied_to():
    q, k = map(lambda t: t.flatten(1), torch.zeros(2, 3, 8).chunk(2, dim=-1))
    x = q @ k.mT  # shape: (2, 2)
    parts = [t.flatten(1) for t in torch.zeros(2, 3, 8).chunk(4, dim=-1)]
    q, k, v = parts  # error: [unpack-count] "4 values"
    return x


def is_listed(value):
    if hasattr(value, "ndim") and value.ndim == 0:
        return False
    return isinstance(value, Iterable) and not isinstance(value, str)


def padded(values, count):
    values = tuple(values) if is_listed(values) else (values,)
    return values + (1,) * (count - len(values))


class Positions(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        if not isinstance(sizes, Iterable) or len(sizes) not in (2, 3):
            raise ValueError
        self.sizes = sizes
        self.tables = nn.ParameterList([nn.Parameter(torch.zeros(2 * s - 1, 8)) for s in sizes])

    def forward(self, x):
        height, width, depth = padded(self.sizes, 3)
        sizes = (height, width) if depth == 1 else (height, width, depth)
        if len(self.tables) == 3:
            height, width, depth = sizes
        return x.view(height, width, depth)


def what_one_side_of_a_test_takes_it_for():
    assert isinstance(torch.zeros(2), Iterable)
    x = torch.zeros(len(padded(torch.zeros(3), 5)), 2)  # shape: (5, 2)
    return x, Positions((4, 4, 4))(torch.zeros(64))


def many_switches():
    on = [bool(os.environ.get(f"SWITCH_{i}")) for i in range(80)]
    found = False
    for i in range(0, 78, 2):
        found = (found or on[i]) and (on[i + 1] or on[i + 2])
    return found


def a_condition_too_long_to_keep_that_raises():
    if many_switches():
        raise ValueError("not together")
    return nn.Linear(3, 4)(torch.zeros(2, 5))  # error: [linear-in-features] "5"


def a_condition_too_long_to_keep_of_which_both_sides_fail():
    layer = nn.Linear(3, 4) if many_switches() else nn.Linear(3, 5)
    return layer(torch.zeros(2, 5))  # error: [linear-in-features] "5"


def a_condition_too_long_to_keep_of_which_one_side_fails():
    x = torch.zeros(2, 5)
    if many_switches():
        x = nn.Linear(3, 4)(x)
    return x


def compiled_and_scripted_layers():
    x = torch.zeros(2, 3)
    y = torch.jit.script(nn.Linear(3, 4))(x)  # shape: (2, 4)
    return torch.compile(nn.Linear(5, 4), mode="default")(x), y  # error: [linear-in-features] "3"


class Switched:
    def __init__(self, on):
        self.on = on


def what_code_out_of_sight_may_switch(change, on):
    switched = Switched(on)
    if not switched.on:
        return None
    change(switched)
    layer = nn.Linear(3, 1) if switched.on else nn.Linear(4, 1)
    return layer(torch.zeros(2, 4))
