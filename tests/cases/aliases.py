"""What is done to a value of which it is not known which it is, and by functions that are run out of sight."""

import heapq
import itertools
import operator
import random
import threading
import timeit
from concurrent.futures import ThreadPoolExecutor

import numpy as np
import copy

import torch
from torch import nn


class Part:
    def __init__(self, size):
        self.size = size

    def grow(self):
        self.size += 1


def _some():
    return int(torch.zeros(1).item())


def the_greatest_by_a_key():
    parts = [Part(2), Part(3)]
    max(parts, key=lambda part: part.size).grow()
    bins = [[1, 2], [5]]
    min(bins, key=sum).append(9)
    return torch.zeros(parts[1].size, len(bins[0]))  # shape: (4, 3)


def one_of_several_lists():
    lists = [[number] for number in range(6)]
    lists[_some()].append(5)
    nn.Linear(len(lists[0]), 2)(torch.zeros(1, 2))
    chosen = [1]
    random.choice([chosen]).append(3)
    nn.Linear(len(chosen), 2)(torch.zeros(1, 2))
    left, right = [], []
    turns = itertools.cycle([left, right])
    for number in range(4):
        next(turns).append(number)
    nn.Linear(len(left), 2)(torch.zeros(1, 2))
    stacks = [[1], [2]]
    heap = [(len(stack), at, stack) for at, stack in enumerate(stacks)]
    heapq.heappop(heap)[2].append(5)
    nn.Linear(len(stacks[0]), 2)(torch.zeros(1, 2))


def one_of_several_objects():
    parts = [Part(size) for size in range(1, 7)]
    parts[_some()].size = 5
    nn.Linear(parts[0].size, 2)(torch.zeros(1, 5))
    limit = torch.zeros(1).item()
    next(part for part in parts if part.size > limit).size = 9
    nn.Linear(parts[0].size, 2)(torch.zeros(1, 9))


def entries_of_one_of_two():
    first, second = {"size": 1}, {"size": 2}
    max([first, second], key=operator.itemgetter("size"))["size"] = 7
    nn.Linear(second["size"], 2)(torch.zeros(1, 7))
    shorter, longer = [1], [2, 2]
    both = sorted([shorter, longer], key=str)
    grown = both[1]
    grown += [1]
    nn.Linear(len(longer), 2)(torch.zeros(1, 3))


def a_method_by_an_unknown_name():
    held = [1]
    getattr(held, ["append", "extend"][_some()])(2)
    nn.Linear(len(held), 2)(torch.zeros(1, 2))


def others_are_as_they_were():
    parts, other = [Part(1), Part(2)], [1, 2, 3]
    parts[_some()].grow()
    return nn.Linear(len(other), 2)(torch.zeros(1, 4))  # error: [linear-in-features]


COUNT = 1


def _counting():
    global COUNT
    COUNT = 5


def _started(work, *given):
    thread = threading.Thread(target=work, args=given)
    thread.start()
    thread.join()


def a_thread_binds_names():
    size = 1

    def work():
        nonlocal size
        size = 5

    _started(work)
    nn.Linear(size, 2)(torch.zeros(1, 5))
    _started(_counting)
    nn.Linear(COUNT, 2)(torch.zeros(1, 5))


def a_thread_changes_what_it_is_given_and_names():
    held, part = [1], Part(1)

    def work(items):
        items.append(2)
        part.size = 5

    _started(work, held)
    nn.Linear(len(held), 2)(torch.zeros(1, 2))
    nn.Linear(part.size, 2)(torch.zeros(1, 5))


def functions_that_are_called_out_of_sight():
    part, seen = Part(0), []

    def step(number=1):
        _grown()

    def _grown():
        part.grow()

    timeit.timeit(step, number=3)
    nn.Linear(part.size, 2)(torch.zeros(1, 3))
    with ThreadPoolExecutor() as pool:
        list(pool.map(step, [1, 2]))
    nn.Linear(part.size, 2)(torch.zeros(1, 5))

    def noted(x):
        seen.append(1)
        return x.sum()

    np.apply_along_axis(noted, 0, np.zeros((2, 3)))
    nn.Linear(len(seen), 2)(torch.zeros(1, 3))


def what_they_only_read_is_as_it_was():
    settings, width = {"size": 3}, 4

    def read():
        return settings["size"] + settings.get("other", 0) + width + len(settings)

    timeit.timeit(read, number=3)
    return nn.Linear(settings["size"], 2)(torch.zeros(1, width))  # error: [linear-in-features]


def a_hook_of_a_tensor():
    seen = []
    x = torch.zeros(2, requires_grad=True)
    x.register_hook(lambda grad: seen.append(grad))
    x.sum().backward()
    return nn.Linear(len(seen), 2)(torch.zeros(1, 1))


class Tripled:
    def __init__(self, width):
        self.width = width

    def __getstate__(self):
        return {"width": self.width * 3}

    def __setstate__(self, state):
        self.width = state["width"]


def copies_that_follow_from_a_state():
    one, two = copy.copy(Tripled(1)), copy.deepcopy(Tripled(2))
    return torch.zeros(one.width) + torch.zeros(3), torch.zeros(two.width) + torch.zeros(6)


def _as_number(x):
    return x.item() if isinstance(x, torch.Tensor) else x


def what_is_not_known_has_names_of_its_own():
    return torch.zeros(2) @ torch.zeros(3)  # error: [inner-size]
