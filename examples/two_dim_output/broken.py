"""Linear layers that should give a matrix for every row, and weights of more axes through einsum."""

import numpy as np
import torch
from torch import nn


class Grid(nn.Linear):
    """A linear layer whose result has several axes."""

    def __init__(self, in_features, grid, **options):
        self.grid = grid
        super().__init__(in_features, np.prod(grid), **options)

    def forward(self, rows):
        flat = super().forward(rows)
        return flat.reshape((rows.shape[1], *self.grid))


def several_outputs_as_a_tuple():
    return nn.Linear(in_features=10, out_features=(10, 4))


def first_axis_is_not_the_batch():
    return Grid(10, (10, 10))(torch.empty(32, 10))


def folded_by_hand():
    rows = nn.Linear(10, 10 + 4)(torch.empty(32, 10))
    return rows.view(32, 10, 4)


def one_weight_for_every_classifier():
    x = torch.arange(2 * 4).view(2, 4)
    w = torch.arange(5 * 4 * 6).view(5, 4, 2)
    return torch.einsum("ab,cbe->ace", x, w)


def hidden_states_for_every_classifier():
    x = torch.arange(2 * 4).view(2, 4)
    w = torch.arange(5 * 4 * 6).view(5, 4, 4)
    return torch.einsum("ab,cbe->ace", x, w)


def classifiers_and_inputs_exchanged():
    x = torch.arange(2 * 4).view(2, 4)
    w = torch.arange(5 * 4 * 2).view(4, 5, 2)
    return torch.einsum("ab,cbe->ace", x, w)


def classifier_after_a_nonlinearity():
    x = torch.zeros(2, 4)
    w = torch.zeros(5, 4, 4)
    hidden = torch.einsum("ab,cbe->ace", x, w).tanh()
    w2 = torch.zeros(2, 4)
    return torch.einsum("fgh,hj->fgj", hidden, w2)
