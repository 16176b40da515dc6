"""torch.nn.utils.rnn, as the interpreter runs it. Never imported.

A packed sequence knows of how many sequences it is, and by `batch_sizes` how long the longest is.
"""

import torch


class PackedSequence:
    def __init__(self, data, batch_sizes=None, sorted_indices=None, unsorted_indices=None):
        if batch_sizes is None and isinstance(data, (tuple, list)):
            data, batch_sizes = data
        self.data = data
        self.batch_sizes = batch_sizes
        self.sorted_indices = sorted_indices
        self.unsorted_indices = unsorted_indices
        known = isinstance(sorted_indices, torch.Tensor)
        self._batch = sorted_indices.size(0) if known else __size__("batch")

    def _with(self, data):
        new = PackedSequence(data, self.batch_sizes, self.sorted_indices, self.unsorted_indices)
        new._batch = self._batch
        return new

    def _padded(self, batch_first, total_length=None):
        steps = self.batch_sizes.size(0) if total_length is None else total_length
        lead = (self._batch, steps) if batch_first else (steps, self._batch)
        return self.data.new_zeros((*lead, *self.data.shape[1:]))

    def __iter__(self):
        return iter([self.data, self.batch_sizes, self.sorted_indices, self.unsorted_indices])

    def __len__(self):
        return 4

    def __getitem__(self, index):
        return [self.data, self.batch_sizes, self.sorted_indices, self.unsorted_indices][index]

    @property
    def is_cuda(self):
        return self.data.is_cuda

    def is_pinned(self):
        return __some__("is_pinned")

    def to(self, *args, **kwargs):
        return self._with(self.data.to(*args, **kwargs))

    def pin_memory(self):
        return self

    def cuda(self, *args, **kwargs):
        return self

    def cpu(self, *args, **kwargs):
        return self

    def float(self):
        return self._with(self.data.float())

    def double(self):
        return self._with(self.data.double())

    def half(self):
        return self._with(self.data.half())

    def long(self):
        return self._with(self.data.long())

    def int(self):
        return self._with(self.data.int())


def pack_padded_sequence(input, lengths, batch_first=False, enforce_sorted=True):
    rule = __rule__("torch.nn.utils.rnn.pack_padded_sequence")
    data, batch_sizes, order, back = rule(input, lengths, batch_first, enforce_sorted)
    data = input.new_zeros((data.size(0), *input.shape[2:]))
    packed = PackedSequence(data, batch_sizes, order, back)
    if order is None:
        packed._batch = input.size(0 if batch_first else 1)
    return packed


def pad_packed_sequence(sequence, batch_first=False, padding_value=0.0, total_length=None):
    padded = sequence._padded(batch_first, total_length)
    return padded, torch.zeros(sequence._batch, dtype=torch.int64)


def pack_sequence(sequences, enforce_sorted=True):
    lengths = [sequence.size(0) for sequence in sequences]
    padded = torch.nn.utils.rnn.pad_sequence(sequences)
    return pack_padded_sequence(padded, lengths, enforce_sorted=enforce_sorted)


def unpad_sequence(padded_sequences, lengths, batch_first=False):
    if not batch_first:
        padded_sequences = padded_sequences.transpose(0, 1)
    return [sequence[:length] for sequence, length in zip(padded_sequences, lengths)]


def unpack_sequence(packed_sequences):
    return unpad_sequence(
        *pad_packed_sequence(packed_sequences, batch_first=True), batch_first=True
    )


def invert_permutation(permutation):
    return permutation


def _over_packed(layer, forward, packed, hx=None):
    """What a recurrent layer gives for a packed sequence: as for the padded one, packed again."""
    out, state = forward(packed._padded(layer.batch_first), hx)
    return packed._with(out.new_zeros((packed.data.size(0), out.size(-1)))), state
