"""Numbers and items by chance: which they are is not known, what they are is."""

import math
import random
from collections import deque, namedtuple

import numpy as np
import torch
from torch import nn

Transition = namedtuple("Transition", "state action reward")


def some_of_a_list():
    buffer = [(np.random.rand(6), i) for i in range(64)]
    states = np.stack([s for s, _ in random.sample(buffer, 32)])  # shape: (32, 6)
    return states @ np.zeros((5, 4))  # error: [inner-size] "6" "5"


def some_with_repetitions():
    picked = torch.stack(random.choices([torch.randn(4) for _ in range(9)], k=12))  # shape: (12, 4)
    return picked + torch.randn(3)  # error: [broadcast-sizes] "4" "3"


def numbers_in_a_tensor():
    actions = torch.tensor([random.randrange(2) for _ in range(8)])  # shape: (8,)
    rewards = torch.tensor([random.random() for _ in range(8)])  # shape: (8,)
    return torch.randn(8, 2).gather(1, actions) + rewards  # error: [gather-index]


class Replay:
    def __init__(self, size=100):
        self.memory = deque(maxlen=size)

    def push(self, *parts):
        self.memory.append(Transition(*parts))

    def sample(self, count):
        return Transition(*zip(*random.sample(self.memory, count)))


def a_replay_buffer():
    replay = Replay()
    for step in range(80):
        replay.push(torch.randn(4), step % 2, 0.5)
    batch = replay.sample(16)
    states, actions = torch.stack(batch.state), torch.tensor(batch.action)
    values = nn.Linear(4, 2)(states)  # shape: (16, 2)
    taken = values.gather(1, actions[:, None])  # shape: (16, 1)
    return taken + torch.zeros(7)[: len(actions) - 9], values.gather(1, actions)  # error: [gather-index]


def a_window_at_a_random_place():
    start = random.Random(3).randint(0, 5)
    window = torch.zeros(100)[start : start + 10]  # shape: (10,)
    return window + torch.zeros(9)  # error: [broadcast-sizes] "10" "9"


def an_index_in_bounds():
    return torch.zeros(4, 2)[random.randrange(4)] + torch.zeros(3)  # error: [broadcast-sizes] "2" "3"


def an_index_past_the_end():
    return torch.zeros(4, 2)[random.randint(4, 6)]  # error: [index-range]


def either_may_be_chosen():
    chosen = random.choice([torch.zeros(3), torch.zeros(5)])
    return chosen.sum(0) + random.choice([torch.zeros(1, 3), torch.zeros(1, 1)]).T


def what_is_shuffled_is_in_no_order():
    parts = [torch.zeros(3), torch.zeros(3), torch.zeros(3)]
    random.shuffle(parts)
    whole = torch.cat(parts)  # shape: (9,)
    return whole + torch.zeros(8)  # error: [broadcast-sizes] "9" "8"


def either_may_come_first():
    parts = [torch.zeros(3), torch.zeros(1)]
    random.shuffle(parts)
    return parts[0] + torch.zeros(3), parts[1] + torch.zeros(3)


def a_number_beside_a_tensor():
    drawn = random.random()
    x = torch.zeros(3, 4) * drawn  # shape: (3, 4)
    y = (1 - max(drawn, 0.5)) * x + abs(-drawn)  # shape: (3, 4)
    z = y / math.sqrt(drawn + 1) + np.random.beta(0.2, 0.2)  # shape: (3, 4)
    z = random.choice([0.1, 0.2]) * z + np.zeros(3).mean()  # shape: (3, 4)
    return z + torch.zeros(3)  # error: [broadcast-sizes] "4" "3"


def mixed(x, strength=0.2):
    share = np.random.beta(strength, strength)
    order = torch.randperm(x.size(0))
    return share * x + (1 - share) * x[order]


def two_of_a_batch_mixed():
    x = mixed(torch.zeros(5, 3, 8, 8))  # shape: (5, 3, 8, 8)
    return nn.Conv2d(4, 2, 3)(x)  # error: [conv-channels]


def scaled_by_a_size(x):
    return x.view(2, 3, -1) / math.sqrt(x.shape[-1]) @ torch.zeros(2, 5, 7)


def scores_scaled_by_a_size():
    return scaled_by_a_size(torch.zeros(6, 5)) @ torch.zeros(6, 2)  # error: [inner-size] "7" "6"
