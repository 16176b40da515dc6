"""Modules wrapped, pruned, fused and initialised: they keep their shapes."""

import torch
import torch.nn.functional as F
from torch import nn
from torch.nn.utils import (
    clip_grad_norm_,
    parametrizations,
    parametrize,
    prune,
    remove_weight_norm,
    skip_init,
    weight_norm,
)


def weight_normed():
    conv = weight_norm(nn.Conv1d(4, 8, 3, padding=1))
    y = conv(torch.zeros(2, 4, 10))  # shape: (2, 8, 10)
    remove_weight_norm(conv)
    return conv(y)  # error: [conv-channels]


class Symmetric(nn.Module):
    def forward(self, x):
        return x.triu() + x.triu(1).transpose(-1, -2)


def parametrized():
    layer = nn.Linear(4, 4)
    parametrize.register_parametrization(layer, "weight", Symmetric())
    y = layer(torch.zeros(2, 4))  # shape: (2, 4)
    parametrize.remove_parametrizations(layer, "weight")
    return parametrizations.orthogonal(nn.Linear(5, 3))(y)  # error: [linear-in-features]


def pruned():
    layer = prune.l1_unstructured(nn.Linear(6, 3), name="weight", amount=0.3)
    prune.remove(layer, "weight")
    return layer(torch.zeros(2, 5))  # error: [linear-in-features] "5" "6"


def fused():
    conv, bn = nn.Conv2d(3, 8, 3).eval(), nn.BatchNorm2d(8).eval()
    both = torch.nn.utils.fuse_conv_bn_eval(conv, bn)
    y = both(torch.zeros(2, 3, 9, 9))  # shape: (2, 8, 7, 7)
    return y


def not_initialised():
    layer = skip_init(nn.Linear, 4, 6)
    return layer(torch.zeros(2, 5))  # error: [linear-in-features]


def initialised():
    weight = torch.empty(6, 4)
    nn.init.xavier_uniform_(weight, gain=nn.init.calculate_gain("relu"))
    return F.linear(torch.zeros(2, 5), weight)  # error: [linear-in-features]


def clipped():
    layer = nn.Linear(4, 2)
    layer(torch.zeros(3, 4)).sum().backward()
    norm = clip_grad_norm_(layer.parameters(), 1.0)
    norm = norm + 0  # shape: ()
    return norm


def rare_classes():
    head = nn.AdaptiveLogSoftmaxWithLoss(16, 100, [10, 50])
    out = head(torch.zeros(8, 16), torch.zeros(8, dtype=torch.long))
    loss = out.loss + 0  # shape: ()
    y = head.log_prob(torch.zeros(8, 16))  # shape: (8, 100)
    y = y + loss
    return head(torch.zeros(8, 16), torch.zeros(7, dtype=torch.long))  # error: [loss-target]


def margins():
    x = torch.zeros(8, 5)
    loss = nn.MultiLabelSoftMarginLoss(reduction="none")(x, x)  # shape: (8,)
    own = nn.TripletMarginWithDistanceLoss(distance_function=lambda a, b: (a - b).abs().sum(-1))
    total = own(x, x, x)  # shape: ()
    y = loss + total
    return y, nn.MultiMarginLoss()(x, torch.zeros(7).long())  # error: [loss-target]


def unpooled():
    pool = nn.MaxPool2d(2, return_indices=True)
    x, where = pool(torch.zeros(1, 3, 8, 8))
    y = F.max_unpool2d(x, where, 2)  # shape: (1, 3, 8, 8)
    return y, F.max_unpool2d(x, where, 2, output_size=(12, 12))  # error: [kernel-size]


class FirstColumns(nn.Module):
    def forward(self, weight):
        return weight[:, :3]


def a_parametrization_that_changes_the_shape():
    layer = nn.Linear(5, 4)
    parametrize.register_parametrization(layer, "weight", FirstColumns(), unsafe=True)
    return layer(torch.zeros(2, 3)) + torch.zeros(4), layer.weight + torch.zeros(4, 3)
