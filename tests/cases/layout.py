"""`view` after what reorders memory, and methods that change a tensor's own shape."""

import json

import torch
from torch import nn


def transposed_then_viewed():
    x = torch.zeros(2, 3, 4).transpose(1, 2)  # shape: (2, 4, 3)
    return x.view(2, 12)  # error: [view-layout]


def permuted_then_flattened_by_view():
    x = torch.randn(2, 8, 8, 16).permute(0, 3, 1, 2)  # shape: (2, 16, 8, 8)
    return x.view(2, -1)  # error: [view-layout] "(2, 16, 8, 8)"


def reshape_copies():
    x = torch.zeros(2, 3, 4).transpose(1, 2)
    return x.reshape(2, 12).view(24)  # shape: (24,)


def contiguous_first():
    x = torch.zeros(2, 3, 4).transpose(1, 2)
    return x.contiguous().view(2, 12)  # shape: (2, 12)


def clone_keeps_the_order():
    x = torch.zeros(2, 3, 4).transpose(1, 2).clone()
    return x.view(24)  # error: [view-layout]


def split_axes_are_fine():
    x = torch.zeros(2, 12, 3).transpose(1, 2)
    return x.view(2, 3, 3, 4)  # shape: (2, 3, 3, 4)


def joined_neighbours_are_fine():
    x = torch.zeros(2, 3, 4, 5).permute(2, 3, 0, 1)
    return x.view(20, 6)  # shape: (20, 6)


def joined_across():
    x = torch.zeros(2, 3, 4, 5).permute(2, 0, 3, 1)
    return x.view(8, 15)  # error: [view-layout]


def an_axis_of_one_may_go_anywhere():
    x = torch.zeros(2, 1, 4).transpose(1, 2)
    return x.view(8)  # shape: (8,)


def sliced_rows_then_viewed():
    x = torch.zeros(4, 6)
    a = x[1:3].view(12)  # shape: (12,)
    b = x[:, 1:3]
    return a, b.view(8)  # error: [view-layout]


def every_second_row():
    x = torch.zeros(6, 4)
    return x[::2].view(12)  # error: [view-layout]


def a_column():
    x = torch.zeros(6, 4)[:, 0]
    return x.view(2, 3)  # shape: (2, 3)


def expanded_then_viewed():
    x = torch.zeros(3, 1, 4).expand(3, 5, 4)
    return x.view(15, 4)  # error: [view-layout]


def expanded_in_front():
    x = torch.zeros(3, 4).expand(5, 3, 4)
    return x.view(5, 12)  # shape: (5, 12)


def turned_matrix():
    x = torch.zeros(3, 4)
    a = x.T.view(4, 3)  # shape: (4, 3)
    return a, x.mT.view(12)  # error: [view-layout]


def halves():
    x = torch.zeros(4, 6)
    left, right = x.chunk(2, dim=1)
    top, bottom = x.chunk(2)
    flat = top.view(-1)  # shape: (12,)
    return flat, right.view(-1)  # error: [view-layout]


def through_activations():
    x = torch.relu(torch.zeros(2, 3, 4).transpose(1, 2) + 1)
    return x.view(24)  # error: [view-layout]


def sums_are_new():
    x = torch.zeros(2, 3, 4) + torch.zeros(3, 1)
    return x.view(24)  # shape: (24,)


class Heads(nn.Module):
    def __init__(self, width=64, heads=8):
        super().__init__()
        self.heads = heads
        self.qkv = nn.Linear(width, 3 * width)
        self.out = nn.Linear(width, width)

    def forward(self, x):
        batch, length, width = x.shape
        q, k, v = self.qkv(x).chunk(3, dim=-1)
        q, k, v = (t.reshape(batch, length, self.heads, -1).transpose(1, 2) for t in (q, k, v))
        y = torch.softmax(q @ k.transpose(-2, -1), dim=-1) @ v
        return self.out(y.transpose(1, 2).view(batch, length, width))  # error: [view-layout]


class HeadsMended(Heads):
    def forward(self, x):
        batch, length, width = x.shape
        q, k, v = self.qkv(x).chunk(3, dim=-1)
        q, k, v = (t.reshape(batch, length, self.heads, -1).transpose(1, 2) for t in (q, k, v))
        y = torch.softmax(q @ k.transpose(-2, -1), dim=-1) @ v
        y = y.transpose(1, 2).contiguous().view(batch, length, width)
        return self.out(y)


def heads_joined_without_a_copy():
    return Heads()(torch.zeros(2, 5, 64))


def heads_joined_with_a_copy():
    return HeadsMended()(torch.zeros(2, 5, 64))  # shape: (2, 5, 64)


def one_token_has_nothing_to_reorder():
    q = torch.zeros(2, 1, 8, 16).transpose(1, 2)
    return q.transpose(1, 2).view(2, 1, 128)  # shape: (2, 1, 128)


def pixels_last():
    x = nn.Sequential(nn.Conv2d(3, 16, 3), nn.BatchNorm2d(16), nn.ReLU())(torch.zeros(2, 3, 8, 8))
    x = x.permute(0, 2, 3, 1)  # shape: (2, 6, 6, 16)
    return x.view(2, -1)  # error: [view-layout]


def weights_in_another_memory_format():
    net = nn.Conv2d(3, 16, 3).to(memory_format=torch.channels_last)
    x = net(torch.zeros(2, 3, 8, 8)).permute(0, 2, 3, 1)
    return x.view(2, -1)  # shape: (2, 576)


def input_in_another_memory_format():
    x = torch.zeros(2, 3, 8, 8).to(memory_format=torch.channels_last)
    y = torch.zeros(2, 3, 8, 8).contiguous(memory_format=torch.channels_last)
    return x.permute(0, 2, 3, 1).view(2, -1) + y.permute(0, 2, 3, 1).view(2, -1)


def changed_in_place():
    x = torch.zeros(3, 4)
    same = x
    x.unsqueeze_(0)
    y = nn.Conv1d(3, 5, 1)(same)  # shape: (1, 5, 4)
    x.squeeze_(0).t_()
    return y, nn.Linear(4, 2)(same)  # error: [linear-in-features]


def changed_in_place_on_one_path(flag):
    x = torch.zeros(3, 4)
    if flag:
        x.unsqueeze_(0)
    return nn.Linear(4, 2)(x)


def changed_in_place_in_a_loop(count):
    x = torch.zeros(3, 4)
    for _ in range(count):
        x.unsqueeze_(0)
    return nn.Linear(4, 2)(x)


def written_to_with_something_unknown():
    other = torch.tensor(json.loads("[1.0, 1.0, 1.0, 1.0]"))
    x = torch.zeros(3, 4)
    x.add_(other)
    x.masked_fill_(other > 0, 0.0)
    x += other
    return nn.Linear(5, 2)(x)  # error: [linear-in-features]


if __name__ == "__main__":
    changed_in_place_on_one_path(True)
    changed_in_place_on_one_path(False)
    changed_in_place_in_a_loop(2)
