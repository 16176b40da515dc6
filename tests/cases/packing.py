"""Sequences of different lengths through recurrent layers."""

import torch
from torch import nn
from torch.nn.utils.rnn import (
    PackedSequence,
    pack_padded_sequence,
    pack_sequence,
    pad_packed_sequence,
    pad_sequence,
)


class Tagger(nn.Module):
    def __init__(self, vocabulary, dim, hidden, tags):
        super().__init__()
        self.embedding = nn.Embedding(vocabulary, dim)
        self.lstm = nn.LSTM(dim, hidden, batch_first=True, bidirectional=True)
        self.head = nn.Linear(2 * hidden, tags)

    def forward(self, ids, lengths):
        x = self.embedding(ids)
        packed = pack_padded_sequence(x, lengths, batch_first=True, enforce_sorted=False)
        out, (h, c) = self.lstm(packed)
        out, lengths = pad_packed_sequence(out, batch_first=True, total_length=ids.size(1))
        return self.head(out), h


def tagger():
    scores, h = Tagger(50, 16, 20, 5)(torch.zeros(3, 7, dtype=torch.long), [7, 5, 2])
    scores = scores + 0  # shape: (3, 7, 5)
    return scores, h + 0  # shape: (2, 3, 20)


def head_forgot_the_other_direction():
    gru = nn.GRU(8, 20, batch_first=True, bidirectional=True)
    packed = pack_padded_sequence(torch.zeros(3, 7, 8), torch.tensor([7, 5, 2]), batch_first=True)
    out, h = gru(packed)
    out, lengths = pad_packed_sequence(out, batch_first=True)
    return nn.Linear(20, 5)(out)  # error: [linear-in-features] "40" "20"


def lengths_that_are_known():
    packed = pack_padded_sequence(torch.zeros(7, 3, 8), [7, 5, 2])
    out, h = nn.RNN(8, 20)(packed)
    data = out.data + 0  # shape: (14, 20)
    padded, lengths = pad_packed_sequence(out)
    padded = padded + 0  # shape: (7, 3, 20)
    h = h + 0  # shape: (1, 3, 20)
    lengths = lengths + 0  # shape: (3,)
    return data, padded, h, lengths


def features_of_another_size():
    packed = pack_padded_sequence(torch.zeros(7, 3, 9), [7, 5, 2])
    return nn.LSTM(8, 20)(packed)  # error: [rnn-input] "9" "8"


def state_of_another_batch():
    packed = pack_padded_sequence(torch.zeros(7, 3, 8), [7, 5, 2])
    state = torch.zeros(1, 7, 20)
    return nn.GRU(8, 20)(packed, state)  # error: [rnn-input]


def batch_axis_forgotten():
    x = torch.zeros(3, 7, 8)
    return pack_padded_sequence(x, [7, 5, 2])  # error: [rnn-input] "3" "7"


def lengths_out_of_order():
    x = torch.zeros(3, 7, 8)
    return pack_padded_sequence(x, [2, 7, 5], batch_first=True)  # error: [bad-argument]


def a_layer_on_the_data():
    packed = pack_sequence([torch.zeros(7, 8), torch.zeros(5, 8)])
    new = PackedSequence(nn.Linear(8, 6)(packed.data), packed.batch_sizes)
    out, h = nn.GRU(6, 4)(new)
    return out.data + 0  # shape: (12, 4)


def a_layer_on_the_data_of_another_size():
    packed = pack_sequence([torch.zeros(7, 8), torch.zeros(5, 8)])
    return nn.Linear(6, 8)(packed.data)  # error: [linear-in-features]


def padded_again():
    packed = pack_sequence([torch.zeros(5, 8), torch.zeros(7, 8)], enforce_sorted=False)
    padded, lengths = pad_packed_sequence(packed, batch_first=True)
    same = pad_sequence([torch.zeros(5, 8), torch.zeros(7, 8)], batch_first=True)
    return padded + same  # shape: (2, 7, 8)


def last_states():
    lstm = nn.LSTM(8, 20, num_layers=2, bidirectional=True)
    packed = pack_padded_sequence(torch.zeros(7, 3, 8), [7, 5, 2])
    _, (h, c) = lstm(packed)
    both = torch.cat([h[-2], h[-1]], dim=1)  # shape: (3, 40)
    return nn.Linear(20, 2)(both)  # error: [linear-in-features]


def lengths_of_any_dtype():
    packed = pack_padded_sequence(torch.zeros(2, 3, 4), torch.ones(2), batch_first=True)
    return nn.GRU(4, 5, batch_first=True)(packed)[1]  # shape: (1, 2, 5)
