"""A vocabulary head of 4800 words on 2000 features: (outputs, inputs), turned where it is multiplied."""

import torch
import torch.nn.functional as F
from torch import nn

FEATURES, WORDS = 2000, 4800


class VocabularyHead(nn.Module):
    """Written as on paper: one row of weights for each word."""

    def __init__(self):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(WORDS, FEATURES))

    def forward(self, features):
        return features @ self.weight.T


def written_by_hand():
    words = VocabularyHead()(torch.zeros(16, FEATURES))
    return words


def kernel_of_the_other_framework():
    kernel = torch.zeros(FEATURES, WORDS)
    words = F.linear(torch.zeros(16, FEATURES), kernel.t())
    return words


def copied_into_a_layer():
    head = nn.Linear(FEATURES, WORDS)
    weight = head.weight
    kernel = torch.zeros(FEATURES, WORDS)
    with torch.no_grad():
        weight.copy_(kernel.t())
    return head(torch.zeros(16, FEATURES))


def put_in_place_of_the_weight():
    head = nn.Linear(FEATURES, WORDS)
    head.weight = nn.Parameter(torch.zeros(FEATURES, WORDS).t())
    return head(torch.zeros(16, FEATURES))


def one_row_at_a_time():
    weight = torch.zeros(WORDS, FEATURES)
    row = torch.zeros(16, FEATURES)
    return torch.mv(weight, row[0])


if __name__ == "__main__":
    for program in (
        written_by_hand,
        kernel_of_the_other_framework,
        copied_into_a_layer,
        put_in_place_of_the_weight,
        one_row_at_a_time,
    ):
        print(program.__name__, tuple(program().shape))
