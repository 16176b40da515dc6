"""Classes that derive from dict: registries and configurations."""

from collections import UserDict
import collections
import os
import string
import types

import torch
from torch import nn


class Registry(dict):
    def register(self, name):
        def wrap(cls):
            self[name] = cls
            return cls

        return wrap


MODELS = Registry()


@MODELS.register("mlp")
class Mlp(nn.Module):
    def __init__(self, in_dim, out_dim, act="ReLU"):
        super().__init__()
        self.net = nn.Sequential(nn.Linear(in_dim, 5), getattr(nn, act)(), nn.Linear(5, out_dim))

    def forward(self, x):
        return self.net(x)


def model_from_a_registry():
    model = MODELS["mlp"](in_dim=4, out_dim=2)
    y = model(torch.zeros(3, 4))  # shape: (3, 2)
    return y.view(4, 2)  # error: [reshape-elements]


class AttrDict(dict):
    def __init__(self, *args, **kwargs):
        super(AttrDict, self).__init__(*args, **kwargs)
        self.__dict__ = self


def attributes_are_items():
    cfg = AttrDict({"width": 8, "depth": 2})
    cfg.extra = 3
    cfg["more"] = 5
    x = torch.zeros(cfg.width, cfg.depth, cfg["extra"], cfg.more)  # shape: (8, 2, 3, 5)
    return nn.Linear(4, 4)(x)  # error: [linear-in-features]


class DotDict(dict):
    __getattr__ = dict.get
    __setattr__ = dict.__setitem__
    __delattr__ = dict.__delitem__


def methods_of_dict_as_attribute_access():
    cfg = DotDict(width=8)
    cfg.depth = 3
    x = torch.zeros(cfg.width, cfg.depth)  # shape: (8, 3)
    copied = {**cfg, "q": 1}
    y = torch.zeros(copied["q"], dict(cfg)["depth"], len(cfg))  # shape: (1, 3, 2)
    for size in cfg.values():
        z = torch.zeros(size, 2)
    if isinstance(cfg, dict) and "width" in cfg:
        return nn.Linear(4, 4)(x)  # error: [linear-in-features]


class Settings(dict):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name)

    def __setattr__(self, name, value):
        self[name] = value


def own_attribute_access():
    settings = Settings(a=2, b=3)
    settings.d = getattr(settings, "e", 7)
    return torch.zeros(settings.a, settings.b) @ torch.zeros(2, settings.d)  # error: [inner-size]


SIZES = {"a": 3, "b": 4}


def sizes_of(cfg):
    return torch.zeros(cfg["a"]), torch.zeros(cfg["b"])


def keywords_spread_over_others(**overrides):
    a, b = sizes_of({**SIZES, **overrides})
    return a + b  # warning: [broadcast-sizes]


def others_spread_over_keywords(**overrides):
    a, b = sizes_of({**overrides, **SIZES})
    return a + b  # error: [broadcast-sizes]


def keywords_taken_over(**overrides):
    cfg = dict(SIZES)
    cfg.update(overrides)
    a, b = sizes_of(cfg)
    return a + b  # warning: [broadcast-sizes]


def keywords_joined(**overrides):
    a, b = sizes_of(SIZES | overrides)
    return a + b  # warning: [broadcast-sizes]


def keywords_joined_in_place(**overrides):
    cfg = same = SIZES.copy()
    cfg |= overrides
    a, b = sizes_of(same)
    return a + b  # warning: [broadcast-sizes]


def pairs_taken_over(overrides=()):
    cfg = dict(SIZES)
    cfg.update(overrides)
    a, b = sizes_of(cfg)
    return a + b  # warning: [broadcast-sizes]


def a_key_that_is_not_known(name="c"):
    a, b = sizes_of({**SIZES, name: 4})
    return a + b  # warning: [broadcast-sizes]


def a_later_key_is_known(name="c"):
    a, b = sizes_of({name: 4, **SIZES})
    return a + b  # error: [broadcast-sizes]


def as_many_sizes_as_are_given(sizes=(3, 4)):
    return torch.zeros(sizes).permute(0, 1, 2)  # warning: [permute-axes]


def another_tensor(x=torch.zeros(3)):
    return x + torch.zeros(4)  # warning: [broadcast-sizes]


def _sometimes():
    return torch.rand(1).item() < 2


def _laid(x, wide=None):
    return x.reshape(3, 2) if wide is None else x.reshape(2, 3)


def a_key_that_is_set_on_some_paths_may_be_missing():
    given = {}
    if not _sometimes():
        given["wide"] = True
    n = given.get("wide", 2)
    x = _laid(torch.zeros(6), **given)
    if "wide" in given:
        return x @ torch.zeros(3, 1)
    given["deep"] = torch.zeros(2, n)
    for name in given:
        print(given[name] @ torch.zeros(2, 1))
    given = {**{"wide": torch.zeros(2, 2)}, **given}
    print(given["wide"].T @ given.pop("wide", x))
    assert len(given) == 1
    return x @ torch.zeros(3, 1)  # error: [inner-size]


def what_a_loop_sets_may_be_missing():
    held = {"a": torch.zeros(2, 3)}
    for _ in range(int(torch.rand(1).item())):
        held["b"] = torch.zeros(4, 3)
    rows = held.get("b", torch.zeros(3, 3))
    print(torch.zeros(1, 3) @ rows, torch.zeros(len(held), 1) @ torch.zeros(1, len(held)))
    held["b"] = rows
    return torch.zeros(len(held), 3) @ torch.zeros(2, 2)  # error: [inner-size]


def lists_that_may_be_either_grow_in_place():
    a = []
    b = a if _sometimes() else [torch.zeros(5)]
    b += [torch.zeros(2, 3)]
    return a[0] @ torch.zeros(3)


class OneMore(UserDict):
    def __setitem__(self, key, value):
        super().__setitem__(key, value + 1)


def all_that_is_put_into_a_mapping_of_the_library():
    sizes = OneMore(a=1)
    sizes.update(b=3)
    x = torch.zeros(sizes.setdefault("c", 5)) + torch.zeros(5)  # shape: (5,)
    return torch.zeros(sizes["b"]) + torch.zeros(3), x  # error: [broadcast-sizes] "4"


def lists_that_a_loop_puts_into_a_mapping():
    rows, outputs, others = torch.zeros(300, 4), collections.defaultdict(list), {}
    for i, row in enumerate(rows):
        outputs["rows"].append(row)
        outputs["sums"].append(row.sum())
        others.setdefault("rows", []).append(row)
        if i % 2:
            if "odd" not in others:
                others["odd"] = []
            others["odd"].append(row)
    whole = {name: torch.stack(kept) for name, kept in outputs.items()}
    print(whole["rows"] @ torch.zeros(4, 2), whole["sums"] + torch.zeros(1))
    odd = torch.stack(others["odd"])
    print(torch.stack(others["rows"]) + torch.zeros(1, 4), odd @ torch.zeros(4))
    return odd + torch.zeros(3)  # error: [broadcast-sizes]


def whole_rows_meet_their_sums():
    outputs = collections.defaultdict(list)
    for row in torch.zeros(300, 4):
        outputs["rows"].append(row)
        outputs["sums"].append(row.sum(0, keepdim=True))
    whole = {name: torch.cat(kept) for name, kept in outputs.items()}
    return whole["rows"].view(-1, 4) @ torch.zeros(3)  # error: [inner-size]


def a_loop_that_may_put_nothing():
    outputs = collections.defaultdict(list)
    for row in torch.zeros(300, 4):
        if row.sum() > 1:
            outputs["rows"].append(row)
    if "rows" not in outputs:
        return torch.zeros(2) @ torch.zeros(3)  # error: [inner-size]


def a_list_that_begins_anew():
    last = {}
    for row in torch.zeros(300, 4):
        last["rows"] = []
        last["rows"].append(row)
    return torch.stack(last["rows"]) @ torch.zeros(4, 2)


def lists_at_unknown_keys():
    groups, named = collections.defaultdict(list), {"even": [], "odd": []}
    for i in range(300):
        groups[i % 3].append(torch.zeros(4))
        named.setdefault(("even", "odd")[i % 2], []).append(torch.zeros(4))
    print(torch.stack(groups[0]), torch.stack(named["odd"]))
    return torch.zeros(len(groups)) + torch.zeros(3)


def many_entries_of_which_one_is_another():
    name, some = os.environ.get("STAGE", "stage3"), os.environ.get("SOME", "1")
    sizes = {f"stage{i}": i + 1 for i in range(50)}
    if some:
        sizes[name] = 7
    print(
        torch.zeros(sizes["stage3"]) + torch.zeros(7), torch.zeros(sizes["stage4"]) + torch.zeros(5)
    )
    if "stage50" in sizes:
        print(torch.zeros(sizes["stage50"]) + torch.zeros(7))
    sizes["stage3"] = 4
    return torch.zeros(sizes["stage3"]) + torch.zeros(7)  # error: [broadcast-sizes]


class Ids(dict):
    def __init__(self, words):
        super().__init__()
        self.enter(words)

    def enter(self, words):
        for word in words:
            self.setdefault(word, len(self))


def ids_of_words_that_are_not_told(words=("a", "b", "a")):
    return nn.Embedding(len(Ids(words)), 4)(torch.zeros(3, dtype=torch.long)) + torch.zeros(1, 4)


def words_that_are_counted():
    counts = collections.Counter("banana")
    counts.update(["a"], b=2)
    x = torch.zeros(counts["a"], counts["b"], counts["z"] + 1)  # shape: (4, 3, 1)
    (most, often), *_ = counts.most_common(2)
    widths = [often, counts.total(), len(counts)]
    return x + torch.zeros(*widths), most  # error: [broadcast-sizes]


class Options(collections.ChainMap):
    def __getattr__(self, name):
        try:
            return self[name]
        except KeyError:
            raise AttributeError(name) from None


def options_that_lie_over_others():
    defaults = types.MappingProxyType({"width": 8, "depth": 2})
    options = Options({"width": 16}, defaults)
    inner = options.new_child({"depth": 3})
    x = torch.zeros(options["width"], inner.depth, len(inner))  # shape: (16, 3, 2)
    return nn.Linear(options.depth, inner.width)(x) @ torch.zeros(8, 2)  # error: [inner-size] "16" "8"


def codes_of_a_text(text="some words of a text"):
    chars = sorted(set(text))
    code = {c: i for i, c in enumerate(chars)}
    data = torch.tensor([code[c] for c in text])
    start = torch.randint(len(data) - 8, (4,))
    x = torch.stack([data[i : i + 8] for i in start])
    y = torch.tensor([code[c] for c in "tex"])  # shape: (3,)
    return x + torch.zeros(4, 7), y  # error: [broadcast-sizes] "(4, 8)" "(4, 7)"


def rows_of_unknown_names(names=("a", "b")):
    rows = {name: torch.zeros(3) for name in names}
    rows["c"] = torch.zeros(4)
    one = rows[names[0]] if len(rows) > 2 else torch.zeros(3)
    y = rows["a"] + torch.zeros(2, 3), rows["c"] + torch.zeros(2, 4)
    return one, rows["a"] + torch.zeros(4)  # error: [broadcast-sizes] "(3,)" "(4,)"


def places_that_are_not_told(word="text", labels=torch.tensor([2, 0, 1])):
    letters = string.ascii_lowercase + ".,"
    x = torch.zeros(len(word), 1, len(letters))
    x[0, 0, letters.find(word[0])] = 1
    target = torch.tensor([letters.index(word[-1])])  # shape: (1,)
    y = torch.tensor([ord(c) for c in word]) + torch.zeros(3, len(word))
    width = labels.long().max().item() + 1
    z = torch.zeros(5, width) @ torch.zeros(width, 2)  # shape: (5, 2)
    return target + torch.tensor([["a", "b"].index(word[:0] + "b")]), x[0] + torch.zeros(1, 27)  # error: [broadcast-sizes] "28" "27"
