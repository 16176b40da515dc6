"""Iterators give each item once, and when they are asked for it."""

import itertools
import json

import torch
from torch import nn


def the_rest_after_a_break():
    lines = iter(["a", "b", "---", "c"])
    for line in lines:
        if line == "---":
            break
    return torch.zeros(len(list(lines)))  # shape: (1,)


def the_rest_after_a_break_of_another_iterator():
    lines = iter(["a", "b", "---", "c"])
    for _, line in enumerate(lines):
        if line == "---":
            break
    return nn.Linear(len(list(lines)), 2)(torch.zeros(3, 1))


def at_its_end_after_a_loop():
    sizes = iter([4, 5, 6])
    rounds = 0
    for _ in sizes:
        rounds += 1
    for _ in sizes:
        rounds += 1
    return torch.zeros(rounds)  # shape: (3,)


def one_and_the_same_iterator():
    sizes = iter([1, 2, 3])
    next(iter(sizes))
    return torch.zeros(next(sizes))  # shape: (2,)


def triples():
    numbers = iter([1, 2, 3, 4, 5, 6])
    rows = list(zip(*[numbers] * 3, strict=False))
    return torch.zeros(len(rows), sum(rows[1]))  # shape: (2, 15)


def the_shorter_one_ends_it():
    numbers = iter([1, 2, 3, 4])
    list(zip([7], numbers, strict=False))
    y = torch.zeros(next(numbers))  # shape: (2,)
    list(zip(numbers, [], strict=False))
    z = torch.zeros(next(numbers))  # shape: (4,)
    return y, z


def a_part_and_the_rest():
    numbers = iter([1, 2, 3, 4, 5])
    head = torch.zeros(sum(itertools.islice(numbers, 2)))  # shape: (3,)
    return head, nn.Linear(sum(numbers), 2)(torch.zeros(1, 11))  # error: [linear-in-features]


def used_up():
    doubled = (2 * x for x in [1, 2, 3])
    sum(doubled)
    for made in (map(int, "12"), filter(None, [1, 2, 0]), reversed([1, 2]), doubled):
        tuple(made)
        nn.Linear(len(list(made)) + 4, 2)(torch.zeros(1, 4))


def parameters_are_gone_over_once():
    parameters = nn.Linear(3, 2).parameters()
    weights = sum(p.numel() for p in parameters)
    again = sum(p.numel() for p in parameters)
    return torch.zeros(weights, again + 1)  # shape: (8, 1)


def names_are_read_late():
    factor = 1
    scaled = (x * factor for x in [1, 2])
    factor = 3
    return torch.zeros(sum(scaled))  # shape: (9,)


def nothing_runs_before_it_is_asked_for():
    seen = []

    def noting():
        seen.append(1)
        yield 1
        seen.append(2)
        yield 2
        seen.append(3)

    items = noting()
    doubled = map(seen.append, [4, 5])
    x = torch.zeros(len(seen))  # shape: (0,)
    next(items)
    nn.Linear(len(seen), 2)(torch.zeros(1, 1))
    list(items)
    y = torch.zeros(len(seen))  # shape: (3,)
    list(doubled)
    z = torch.zeros(len(seen))  # shape: (5,)
    return x, y, z


def a_generator_left_by_a_break():
    seen = []

    def noting():
        for i in range(5):
            seen.append(i)
            yield i

    for i in noting():
        if i == 1:
            break
    return nn.Linear(len(seen), 2)(torch.zeros(1, 2))


def a_generator_and_a_loop_take_turns():
    state = {"size": 1, "seen": 0}

    def sizes():
        for i in range(3):
            state["seen"] = i + 1
            yield state["size"]

    for size in sizes():
        nn.Linear(size, 2)(torch.zeros(1, state["size"]))
        nn.Linear(state["seen"], 2)(torch.zeros(1, state["size"]))
        state["size"] += 1


def a_generator_of_layers():
    class Layers:
        def __iter__(self):
            width = 3
            for _ in range(3):
                yield nn.Linear(width, width + 1)
                width += 1

    x = torch.zeros(2, 3)
    for layer in Layers():
        x = layer(x)
    y = nn.Sequential(*Layers())(torch.zeros(2, 3))  # shape: (2, 6)
    return nn.Linear(5, 1)(x + y)  # error: [linear-in-features]


def what_grows_while_it_is_gone_over():
    sizes = [1]
    ahead = iter(sizes)
    for size in sizes:
        if size < 3:
            sizes.append(size + 1)
    return torch.zeros(len(sizes), sum(ahead))  # shape: (3, 6)


def views_show_what_a_dict_holds_now():
    sizes = {"a": 1}
    names, values = sizes.keys(), sizes.values()
    sizes["a"], sizes["b"] = 7, 2
    return torch.zeros(len(names), sum(values))  # shape: (2, 9)


def an_answer_before_the_end():
    numbers = iter([0, 1, 0, 5])
    assert any(numbers)
    x = nn.Linear(len(list(numbers)), 2)(torch.zeros(1, 2))
    numbers = iter([1, 2, 3])
    assert 2 in numbers
    return x, nn.Linear(next(numbers), 2)(torch.zeros(1, 3))


def pairs_of_neighbours():
    numbers = iter([1, 2, 3, 4])
    pairs = [(a, next(numbers)) for a in numbers]
    return torch.zeros(len(pairs), pairs[1][1])  # shape: (2, 4)


class Backwards:
    def __len__(self):
        return 2

    def __getitem__(self, place):
        return 3

    def __reversed__(self):
        yield 7


def what_goes_backwards_in_its_own_way():
    x = torch.zeros(next(reversed(Backwards()))) + torch.zeros(7)  # shape: (7,)
    return x, torch.zeros(next(iter(Backwards()))) + torch.zeros(7)  # error: [broadcast-sizes] "3"


def _named(layer, prefix=""):
    if prefix:
        yield prefix, layer
    for name, child in layer.named_children():
        yield from _named(child, f"{prefix}.{name}" if prefix else name)


class _Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.norm = nn.Sequential(nn.LayerNorm(width), nn.Dropout(0.1))
        grown = nn.Sequential(nn.Linear(width, width), nn.GELU())
        self.body = nn.Sequential(grown, nn.Sequential(nn.Linear(width, width)))

    def forward(self, x):
        return x + self.body(self.norm(x))


class _Deep(nn.Module):
    def __init__(self):
        super().__init__()
        stages = (nn.Sequential(*[_Block(8 * i) for _ in range(6)]) for i in range(1, 6))
        self.stages = nn.ModuleList(stages)
        for _name, layer in _named(self):
            if isinstance(layer, nn.Linear):
                layer.bias.data.zero_()

    def forward(self, x):
        return self.stages[0](x)


def layers_are_gone_over_level_by_level():
    return nn.Linear(9, 2)(_Deep()(torch.zeros(2, 8)))  # error: [linear-in-features]


def a_name_that_lists_have_for_what_they_hold():
    for row in torch.zeros(300, 4):
        items = json.loads(str(row.tolist()))
        print(items)
    return torch.zeros(2) @ torch.zeros(3)  # error: [inner-size]


def items_that_come_around():
    layers = [nn.Linear(2, 3) if i % 2 == 0 else nn.Linear(3, 2) for i in itertools.islice(itertools.cycle((0, 1)), 5)]
    x = nn.Sequential(*layers)(torch.zeros(4, 2))  # shape: (4, 3)
    for name, width in zip(itertools.cycle("ab"), (3, 2)):
        x = nn.Linear(width, 2)(x)
    return nn.Linear(3, 2)(x), name  # error: [linear-in-features] "2" "3"


def sums_so_far():
    widths = list(itertools.accumulate([2, 3, 4]))
    grown = [*itertools.accumulate((2, 3), lambda a, b: a * b, initial=1)]
    x = torch.zeros(*widths) + torch.zeros(widths[-1])  # shape: (2, 5, 9)
    return x @ torch.zeros(9, 3) @ torch.zeros(*grown)  # error: [inner-size] "3" "2"


def groups_of_neighbours():
    counts = {key: len(list(group)) for key, group in itertools.groupby([1, 1, 2, 4, 4, 6], key=lambda n: n % 2)}
    powers = [torch.zeros(n) for n in itertools.starmap(pow, [(2, 3), (3, 1)])]
    rows = list(itertools.zip_longest([1], [2, 3], fillvalue=7))
    x = torch.zeros(counts[1], counts[0])  # shape: (2, 4)
    y = torch.zeros(*rows[0]) + powers[1][0]  # shape: (1, 2)
    return x + powers[0], y  # error: [broadcast-sizes] "4" "8"


def _several(count=2):
    parts = iter([torch.zeros(2), torch.zeros(3), torch.zeros(4)])
    return torch.cat([next(parts) for _ in range(count)])


def _last(count=2):
    parts = [torch.zeros(2), torch.zeros(3), torch.zeros(4)]
    return torch.cat([parts.pop() for _ in range(count)])


def items_that_are_taken_one_by_one(count=2):
    return _several(count) + torch.zeros(5), _last(count) + torch.zeros(7)
