"""Sequences of different lengths, packed one step after the other."""

@op("torch.nn.utils.rnn.pack_padded_sequence", finds="rnn-input")
def pack_padded_sequence(
    input: Tensor["a b *rest"], lengths: Tensor["*n"] | Size, batch_first: bool = False, enforce_sorted: bool = True
) -> tuple[
    Tensor["total *rest"], Int["steps"], None if enforce_sorted else Int["count"], None if enforce_sorted else Int["count"]
]:
    """Padded sequences (t, n, ...), or (n, t, ...) if batch_first, without the padding.

    >>> pack_padded_sequence((5, 3, 4), [5, 3, 2])
    ((10, 4), (5,), None, None)
    >>> pack_padded_sequence((3, 5, 4), [2, 5, 2], batch_first=True, enforce_sorted=False)
    ((9, 4), (5,), (3,), (3,))
    >>> pack_padded_sequence((3, 5, 4), [5, 3, 2, 1, 1], batch_first=True)
    error: each sequence
    >>> pack_padded_sequence((5, 3, 4), [2, 3, 5])
    error: decrease
    >>> pack_padded_sequence((5,), [5])
    error: rank
    """
    batch = a if batch_first else b
    given = lengths if is_tuple(lengths) else ()
    count = len(lengths) if is_tuple(lengths) else prod(n)
    assert count == batch or not enforce_sorted and count <= batch, "lengths must have one length for each sequence of the batch"
    assert is_tuple(lengths) or len(n) == 1, "lengths must have one axis"
    assert a * b * prod(rest) > 0, "the input is empty"
    assert all(length > 0 for length in given), "[bad-argument] lengths must be positive"
    assert not enforce_sorted or all(x >= y for x, y in zip(given[:-1], given[1:])), \
        "[bad-argument] lengths must decrease, unless enforce_sorted is false"
    total = sum([min(length, b if batch_first else a) for length in given]) if is_tuple(lengths) else some(1)
    steps = max(given) if is_tuple(lengths) else some(1)
