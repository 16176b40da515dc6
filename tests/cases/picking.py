"""Writing and picking by index, joining side by side, cutting apart, views of the same memory."""

import torch
from torch import nn


def accumulate_by_index():
    memory = torch.zeros(10, 4)
    memory.index_add_(0, torch.tensor([1, 3]), torch.ones(2, 4))  # shape: (10, 4)
    memory.index_add_(0, torch.tensor([1, 3]), torch.ones(3, 4))  # error: [gather-index] "slice for each index"


def put_values_where_indices_say():
    grid = torch.zeros(5, 6, 8)
    rows, columns = torch.tensor([0, 2, 4]), torch.tensor([1, 1, 5])
    grid = grid.index_put((rows, columns), torch.ones(3, 8))  # shape: (5, 6, 8)
    grid = grid.index_put((rows, columns), torch.ones(8))  # shape: (5, 6, 8)
    grid.index_put_((rows, columns), torch.ones(3, 6))  # error: [assign-shape] "broadcast"


def take_along_with_argsort():
    scores = torch.rand(4, 7)
    order = scores.argsort(dim=1)[:, :3]
    best = torch.take_along_dim(scores, order, dim=1)  # shape: (4, 3)
    return torch.take_along_dim(scores, order.t(), dim=1)  # error: [broadcast-sizes] "broadcast"


def side_by_side():
    left, right = torch.zeros(3, 4), torch.zeros(3, 5)
    wide = torch.hstack([left, right])  # shape: (3, 9)
    tall = torch.vstack([torch.zeros(4), left])  # shape: (4, 4)
    deep = torch.dstack([left, left])  # shape: (3, 4, 2)
    table = torch.column_stack([torch.zeros(3), left])  # shape: (3, 5)
    return torch.vstack([left, right])  # error: [concat-sizes] "agree"


def cut_apart():
    x = torch.zeros(7, 6)
    first, second, third = torch.tensor_split(x, 3)
    kept = first + 0  # shape: (3, 6)
    kept = third + 0  # shape: (2, 6)
    left, middle, right = x.tensor_split((1, 4), dim=1)
    kept = middle + 0  # shape: (7, 3)
    halves = x.hsplit(2)
    kept = halves[0] + 0  # shape: (7, 3)
    return x.vsplit(2)  # error: [split-sizes] "divisible"


def patches_by_unfold():
    image = torch.zeros(2, 3, 32, 32)
    patches = image.unfold(2, 8, 8).unfold(3, 8, 8)  # shape: (2, 3, 4, 4, 8, 8)
    rows = patches.permute(0, 2, 3, 1, 4, 5).reshape(2, 16, -1)  # shape: (2, 16, 192)
    return image.unfold(2, 33, 1)  # error: [index-range] "window"


def bytes_of_floats():
    x = torch.zeros(3, 4)
    halves = x.view(torch.float16)  # shape: (3, 8)
    doubles = x.view(torch.float64)  # shape: (3, 2)
    return torch.zeros(3, 5).view(torch.float64)  # error: [reshape-elements] "whole"


def what_broadcasts():
    a, b = torch.broadcast_tensors(torch.zeros(3, 1), torch.zeros(4))
    kept = a + 0  # shape: (3, 4)
    shape = torch.broadcast_shapes((3, 1), (4,))
    zeros = torch.zeros(shape)  # shape: (3, 4)
    return torch.broadcast_tensors(torch.zeros(3, 2), torch.zeros(4))  # error: [broadcast-sizes] "broadcast"


def like_this_one():
    x = torch.zeros(2, 3, dtype=torch.float64)
    y = x.new_tensor([[1, 2], [3, 4]])  # shape: (2, 2)
    pairs = torch.complex(x, x.new_tensor([1, 2, 3]))  # shape: (2, 3)
    z = x.apply_(lambda v: v + 1)  # shape: (2, 3)
    w = torch.asarray([1.0, 2.0])  # shape: (2,)
    return nn.Linear(4, 2, dtype=torch.float64)(z)  # error: [linear-in-features] "3"


def mean_of_integers():
    counts = torch.zeros(3, 4, dtype=torch.int64)
    share = counts.mean(0, dtype=torch.float32)  # shape: (4,)
    return counts.mean(0)  # error: [tensor-dtype] "floating point"


def rolled():
    x = torch.zeros(4, 8, 8)
    y = x.roll((1, 1), dims=(1, 2))  # shape: (4, 8, 8)
    return x.roll((1, 1), dims=1)  # error: [bad-argument] "one shift for each axis"


class Windows(nn.Module):
    """Whatever the sizes, what is cut and joined again has the shape it had."""

    def forward(self, x):
        left, right = x.tensor_split(2, dim=-1)
        joined = torch.cat([left, right], -1)
        windows = x.unfold(1, 4, 2)
        rest = x.narrow(1, 1, 3)
        top = x.topk(2, dim=1).values
        return joined, windows, rest, top.index_select(1, torch.tensor([0, 1, 1]))


def windows_run():
    joined, windows, rest, top = Windows()(torch.zeros(3, 8, 5))
    kept = joined + 0  # shape: (3, 8, 5)
    kept = windows + 0  # shape: (3, 3, 5, 4)
    kept = rest + 0  # shape: (3, 3, 5)
    kept = top + 0  # shape: (3, 3, 5)


class Stages(nn.Module):
    def __init__(self, rate=0.0, depths=(2, 3)):
        super().__init__()
        rates = [x.item() for x in torch.linspace(0, rate, sum(depths), device="cpu")]
        self.width = 8 if all(r == 0 for r in rates) else 9
        cut = [x.tolist() for x in torch.linspace(0, rate, sum(depths)).split(depths)]
        self.depth = len(cut[1]) if cut[0][0] == 0 and max(cut[1]) == 0 else 1


def numbers_that_do_not_grow():
    stages = Stages()
    wide = torch.zeros(stages.width, stages.depth)  # shape: (8, 3)
    halves = torch.linspace(0.5, 0.5, 4)
    twice = torch.zeros(int(2 * halves[3].item()) + 1)  # shape: (2,)
    return wide.reshape(23)  # error: [reshape-elements] "(8, 3)"


def numbers_that_grow():
    rates = [x.item() for x in torch.linspace(0, 0.1, 3)]
    x = torch.zeros(4, 6)
    if rates[1] > 0:
        x = torch.zeros(4, 7)
    return x.reshape(28)


def number_of_a_tensor():
    losses = torch.zeros(1, 1) + torch.zeros(1)
    width = int(torch.tensor([4])[0]) + int(torch.tensor(3).item())
    y = torch.zeros(width, int(float(torch.tensor(2))))  # shape: (7, 2)
    return losses.item(), float(losses), y.sum(1).item()  # error: [scalar-value] "(7,)"


def float_of_a_vector():
    return float(torch.zeros(4, 3).mean(0))  # error: [scalar-value] "(3,)"


def int_of_a_vector():
    return int(torch.zeros(3).long())  # error: [scalar-value] "(3,)"
