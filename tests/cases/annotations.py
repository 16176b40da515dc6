"""Shapes written beside the lines: comments that a line agrees with, and stale ones."""

from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import nn


def sizes_swapped():
    x = torch.zeros(2, 3).mT  # (2, 3)  # warning: [stale-shape-comment] "(3, 2)"
    return x


def sizes_that_are_right():
    x = torch.zeros(2, 3).mT  # (3, 2)
    return x.sum(0)  # (2,)


def another_rank():
    x = torch.zeros(8, 64, 16, 16)  # (B, T, C)  # warning: [stale-shape-comment] "(8, 64, 16, 16)"
    return x


def every_style_fits():
    a = torch.zeros(2, 3, 4)  # [B, T, C]
    b = torch.zeros(2, 3, 4)  # a note, then nothing
    c = torch.zeros(2, 3, 4)  # B x T x C
    d = torch.zeros(2, 3, 4)  # B, T, C
    e = torch.zeros(2, 3, 4)  # b t c
    f = torch.zeros(2, 3, 12)  # f: (B, T, 3*C)
    g = torch.zeros(2, 3, 4)  # -> (B, T, C)
    h = torch.zeros(2, 3, 4)  # (B, ..., C)
    i = torch.zeros(2, 3, 4)  # (?, 3, -1)
    return a, b, c, d, e, f, g, h, i


def every_style_may_be_stale():
    a = torch.zeros(2, 4)  # [B, T, C]  # warning: [stale-shape-comment] "(2, 4)"
    c = torch.zeros(2, 4)  # B x T x C  # warning: [stale-shape-comment]
    d = torch.zeros(2, 4)  # B, T, C  # warning: [stale-shape-comment]
    e = torch.zeros(2, 4)  # b t c  # warning: [stale-shape-comment]
    f = torch.zeros(2, 3, 4)  # f: (B, T)  # warning: [stale-shape-comment]
    i = torch.zeros(2, 3, 4)  # (?, 4, -1)  # warning: [stale-shape-comment]
    return a, c, d, e, f, i


def a_name_is_one_size():
    x = torch.zeros(2, 3, 4)  # (B, T, C)
    y = nn.Linear(4, 5)(x)  # (B, T, C)  # warning: [stale-shape-comment] "C is 4" "(2, 3, 5)"
    return y


def a_name_is_the_variable_of_that_name():
    B, T, C = torch.zeros(2, 3, 4).shape
    x = torch.zeros(B, T, C).transpose(1, 2)  # (B, T, C)  # warning: [stale-shape-comment] "T is 3"
    return x.transpose(1, 2)  # (B, T, C)


def arithmetic_on_names():
    x = torch.zeros(2, 3, 8, 8)  # (B, C, H, W)
    y = F.max_pool2d(x, 2)  # (B, C, H//2, W//2)
    z = y.flatten(1)  # (B, C*H*W)  # warning: [stale-shape-comment] "192"
    return z


def _names_are_those_of_one_call(x):
    return x * 2  # (B, C)


def called_with_two_shapes():
    return _names_are_those_of_one_call(torch.zeros(2, 3)), _names_are_those_of_one_call(torch.zeros(4, 5))


def _either_rank(x):
    y = x + 1  # (B, C)
    return y


def some_run_agrees():
    return _either_rank(torch.zeros(2, 3, 4)), _either_rank(torch.zeros(2, 3))


class Block(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.conv = nn.Conv2d(3, width, 3, padding=1)

    def forward(
        self,
        x,  # (B, 3, H, W)
    ):
        B, C, H, W = x.shape
        x = self.conv(x)  # (B, 16, H, W)
        tokens = x.flatten(2)  # (B, 16, H, W)  # warning: [stale-shape-comment] "(8, 16, 64)"
        return tokens.transpose(1, 2)  # (B, H*W, 16)


def a_model():
    return Block(16)(torch.zeros(8, 3, 8, 8))


def _tokens(
    x,  # (B, T, C)  # warning: [stale-shape-comment] "(2, 3)"
):
    return x


def a_parameter():
    return _tokens(torch.zeros(2, 3))


def batch_left_out():
    x = torch.zeros(8, 3, 32, 32)  # (3, 32, 32)
    y = nn.Conv2d(3, 16, 3)(x)  # (16, 30, 30)
    return y


def values_are_no_shape():
    a = torch.tensor([1, 2, 3])  # [1, 2, 3]
    b = torch.zeros(5, 4)[0]  # (x1, y1, x2, y2)
    c = torch.zeros(2)  # (height, width)
    return a, b, c


def prose_is_no_shape():
    a = torch.zeros(2, 3)  # not a shape
    b = torch.zeros(2, 3)  # (optional, unused)
    c = torch.zeros(2, 3)  # 3x3
    return a, b, c


def branches_are_judged_apart(flag=None):
    x = torch.zeros(2, 3)
    for n in range(2):
        x = x.unsqueeze(0)  # (1, 2, 3)
    return x


def several_lines():
    x = torch.cat(
        [torch.zeros(2, 3), torch.zeros(2, 3)],
        dim=0,
    )  # (2, 6)  # warning: [stale-shape-comment] "(4, 3)"
    return x


class HeadsOfALayout(nn.Module):
    def __init__(self):
        super().__init__()
        self.q = nn.Linear(12, 20)

    def forward(self, x):
        B, T, C = x.shape
        y = F.pad(x, (0, 0, 1, 1))  # (B, T, C)
        q = self.q(x)  # (B, T, C)
        k = q.view(B, T, 4, 5)  # (B, T, nh, C)
        m = torch.zeros(B, C, T)  # (B, T, C)  # warning: [stale-shape-comment] "T is 3"
        return y, q, k.transpose(1, 2), m


def names_of_a_layout_are_no_variables():
    return HeadsOfALayout()(torch.zeros(2, 3, 12))


class Fields(NamedTuple):
    ids: torch.Tensor = torch.zeros(0)  # (batch, length)


def a_comment_on_a_field_is_not_of_its_default():
    return Fields().ids


def an_interval_is_no_shape():
    x = torch.rand(3, 4, 5) * 2 - 1  # [-1, 1]
    x *= 2.5  # (-1, 3)
    return x.view(3, 20)  # [-1, 20, 3]  # warning: [stale-shape-comment] "(3, 20)"
