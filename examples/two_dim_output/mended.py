"""Linear layers that give a matrix for every row, and weights of more axes through einsum."""

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
        return flat.reshape((len(rows), *self.grid))


def several_outputs_as_a_grid():
    cells = Grid(10, (10, 4))(torch.empty(32, 10))
    return cells


def first_axis_is_the_batch():
    cells = Grid(10, (10, 10))(torch.empty(32, 10))
    return cells


def folded_by_hand():
    rows = nn.Linear(10, 10 * 4)(torch.empty(32, 10))
    return rows.view(32, 10, 4)


def one_weight_for_every_classifier():
    x = torch.arange(2 * 4).view(2, 4)
    w = torch.arange(5 * 4 * 2).view(5, 4, 2)
    return torch.einsum("ab,cbe->ace", x, w)


def hidden_states_for_every_classifier():
    x = torch.arange(2 * 4).view(2, 4)
    w = torch.arange(5 * 4 * 4).view(5, 4, 4)
    return torch.einsum("ab,cbe->ace", x, w)


def classifiers_and_inputs_in_place():
    x = torch.arange(2 * 4).view(2, 4)
    w = torch.arange(5 * 4 * 2).view(5, 4, 2)
    return torch.einsum("ab,cbe->ace", x, w)


def classifier_after_a_nonlinearity():
    x = torch.zeros(2, 4)
    w = torch.zeros(5, 4, 4)
    hidden = torch.einsum("ab,cbe->ace", x, w).tanh()
    w2 = torch.zeros(4, 2)
    return torch.einsum("fgh,hj->fgj", hidden, w2)


if __name__ == "__main__":
    for program in (
        several_outputs_as_a_grid,
        first_axis_is_the_batch,
        folded_by_hand,
        one_weight_for_every_classifier,
        hidden_states_for_every_classifier,
        classifiers_and_inputs_in_place,
        classifier_after_a_nonlinearity,
    ):
        print(program.__name__, tuple(program().shape))
