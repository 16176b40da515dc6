"""Single operations, broken and whole."""

import math

import torch
from torch import nn


def cat_differs():
    a, b = torch.zeros(2, 3), torch.zeros(4, 3)
    return torch.cat([a, b], dim=1)  # error: [concat-sizes] "(2, 3)" "(4, 3)"


def cat_fits():
    c = torch.cat([torch.zeros(2, 3), torch.zeros(4, 3)])  # shape: (6, 3)
    return c


def stack_differs():
    return torch.stack([torch.zeros(2, 3), torch.zeros(2, 4)])  # error: [stack-shapes]


def inner_sizes_differ():
    return torch.zeros(2, 3) @ torch.zeros(4, 5)  # error: [inner-size] "3" "4"


def batched_product():
    y = torch.zeros(5, 1, 2, 3) @ torch.zeros(4, 3, 6)  # shape: (5, 4, 2, 6)
    return y


def view_of_another_size():
    return torch.arange(5 * 4 * 6).view(5, 4, 2)  # error: [reshape-elements] "120"


def view_with_a_hole():
    y = torch.zeros(2, 3, 4).view(6, -1)  # shape: (6, 4)
    return y


def gather_needs_the_same_rank():
    scores = torch.zeros(3, 3, 6)
    index = torch.zeros(3, 3, dtype=torch.int64)
    return torch.gather(scores, 2, index)  # error: [gather-index]


def gather_fits():
    scores = torch.zeros(3, 3, 6)
    index = torch.zeros(3, 3, dtype=torch.int64)
    picked = torch.gather(scores, 2, index.unsqueeze(2)).squeeze(2)  # shape: (3, 3)
    return picked


def broadcast_differs():
    return torch.zeros(2, 3) + torch.zeros(2)  # error: [broadcast-sizes]


def reduced_axis_is_gone():
    x = torch.zeros(2, 3)
    return x.sum(dim=2)  # error: [index-range]


def kept_axis():
    x = torch.zeros(2, 3)
    y = x - x.mean(dim=1, keepdim=True)  # shape: (2, 3)
    return y


def permute_too_few():
    return torch.zeros(2, 3, 4).permute(1, 0)  # error: [permute-axes]


def expand_from_three():
    return torch.zeros(2, 3).expand(2, 4)  # error: [expand-sizes]


def einsum_differs():
    return torch.einsum("ij,jk->ik", torch.zeros(2, 3), torch.zeros(4, 5))  # error: [einsum-sizes] "j"


def einsum_attention():
    dots = torch.einsum("bhqd,bhkd->bhqk", torch.zeros(2, 4, 5, 8), torch.zeros(2, 4, 7, 8))  # shape: (2, 4, 5, 7)
    return dots


def unpack_too_many():
    x = torch.zeros(2, 3, 4)
    b, c, h, w = x.shape  # error: [unpack-count]
    return b, c, h, w


def split_does_not_add_up():
    return torch.zeros(5, 2).split([2, 2])  # error: [split-sizes]


def chunks():
    a, b = torch.zeros(2, 7).chunk(2, dim=-1)
    return a  # shape: (2, 4)


def indices_and_slices():
    x = torch.zeros(4, 5, 6)
    a = x[1:, ::2, None, -1]  # shape: (3, 3, 1)
    b = x[..., :-1]  # shape: (4, 5, 5)
    c = x[torch.tensor([0, 2])]  # shape: (2, 5, 6)
    return a, b, c


def too_many_indices():
    x = torch.zeros(4, 5)
    return x[0, 0, 0]  # error: [index-rank]


def index_out_of_range():
    x = torch.zeros(4, 5)
    return x[4]  # error: [index-range]


def assigned_value_differs():
    x = torch.zeros(4, 5)
    x[0] = torch.zeros(4)  # error: [assign-shape]
    return x


def size_arithmetic():
    h = 7
    x = torch.zeros(math.ceil(h / 2), int(h * 0.5), h // 2 + h % 2, 2**3)  # shape: (4, 3, 4, 8)
    return x


def lstm_sizes():
    out, (h, c) = nn.LSTM(10, 20, batch_first=True, bidirectional=True)(torch.zeros(3, 5, 10))
    return out  # shape: (3, 5, 40)


def lstm_input_differs():
    return nn.LSTM(10, 20)(torch.zeros(5, 3, 11))  # error: [rnn-input]


def class_targets():
    return nn.CrossEntropyLoss()(torch.zeros(4, 10), torch.zeros(5, dtype=torch.int64))  # error: [loss-target]


def norm_features_differ():
    return nn.BatchNorm2d(3)(torch.zeros(2, 4, 8, 8))  # error: [norm-features]


def counts_from_tensors():
    x = torch.zeros(6, 4)
    k = (torch.ones(3) * 2).int().clamp(min=1)
    best = x.topk(k[0], dim=0).values
    assert best.shape[1] == 4
    ids = torch.repeat_interleave(torch.arange(3), torch.tensor([1, 2, 3]))
    assert ids.dim() == 1
    rows = x.repeat_interleave(torch.tensor([1, 2, 1, 1, 1, 1]), dim=0)
    return x.repeat_interleave(torch.tensor([1, 2]), dim=0)  # error: [index-range] "repeats"


def last_axis_may_be_among_the_first(net, tokens):
    logits = net(tokens)[:, -1, :]
    weights = torch.ones(logits.shape[-1])
    return torch.multinomial(torch.softmax(logits / weights, dim=-1), 1)


def leading_axes_of_one(batch: torch.Tensor):
    """What is assigned may have more axes than its place, all of size 1."""
    rows, channels, frames = batch.shape
    place = batch.new_zeros(1, channels, 8)
    place[0] = batch


def leading_axes_of_more():
    place = torch.zeros(1, 3, 8)
    place[0] = torch.zeros(1, 3, 8)
    place[0] = torch.zeros(2, 1, 8)  # error: [assign-shape]
