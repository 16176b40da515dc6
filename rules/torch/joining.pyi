"""Joining tensors."""

@op("torch.cat", "torch.concat", "torch.concatenate", finds="concat-sizes", layout="packed")
def cat(tensors: list[Tensor["*pre ?n@dim *post"] | Tensor["0"]], dim: Axis = 0, out=None) -> Tensor["*pre sum(n) *post"]:
    """Join along an existing axis; every other axis must agree. Empty vectors are passed over.

    >>> cat([(2, 3), (2, 4)], dim=-1)
    (2, 7)
    >>> cat([(2, 3), (2, 4)])
    error: post
    >>> cat([(0,), (2, 3)], 1)
    (2, 3)
    >>> cat([])
    error: empty
    """
    assert len(tensors) > 0, "the list of tensors is empty"

@op("torch.stack", finds="stack-shapes", layout="packed")
def stack(tensors: list[Tensor["*shape"]], dim: Axis = 0, out=None) -> Tensor["*new"]:
    """Join along a new axis; all shapes must be equal.

    >>> stack([(2, 3), (2, 3)], dim=1)
    (2, 2, 3)
    >>> stack([(2, 3), (2, 4)])
    error: shape
    >>> stack([])
    error: empty
    """
    assert len(tensors) > 0, "the list of tensors is empty"
    new = insert(shape, dim, len(tensors))

@op("torch.nn.utils.rnn.pad_sequence", finds="stack-shapes")
def pad_sequence(sequences: list[Tensor["?n *rest"]], batch_first: bool = False, padding_value: float = 0.0, padding_side: str = "right") -> Tensor["*new"]:
    """Sequences of several lengths filled up to the longest; the other axes must agree.

    >>> pad_sequence([(5, 8), (3, 8)])
    (5, 2, 8)
    >>> pad_sequence([(5, 8), (3, 8)], batch_first=True)
    (2, 5, 8)
    >>> pad_sequence([(5, 8), (3, 7)])
    error: rest
    """
    assert len(sequences) > 0, "the list of tensors is empty"
    longest = max(n)
    new = ((len(sequences), longest) if batch_first else (longest, len(sequences))) + rest

@op("torch.meshgrid", finds="bad-argument")
@overload
def meshgrid(tensors: list[Tensor], indexing: str = "ij") -> list[Tensor["*new"], len(tensors)]:
    assert len(tensors) > 0, "there must be a tensor"
    assert all(len(shape_of(t)) <= 1 for t in tensors), "the tensors must be vectors"
    assert indexing in ("ij", "xy"), "indexing must be ij or xy"
    assert same_dtype(tensors), "[mixed-dtypes] the tensors must have the same dtype"
    n = [prod(shape_of(t)) for t in tensors]
    new = n if indexing == "ij" or len(n) < 2 else (n[1], n[0]) + n[2:]
@overload
def meshgrid(*tensors: Tensor, indexing: str = "ij") -> list[Tensor["*new"], len(tensors)]:
    """Coordinate grids of vectors.

    >>> meshgrid([(2,), (3,)])
    ((2, 3), (2, 3))
    >>> meshgrid([(2, 2), (3,)])
    error: tensors
    """
    assert len(tensors) > 0, "there must be a tensor"
    assert all(len(shape_of(t)) <= 1 for t in tensors), "the tensors must be vectors"
    assert indexing in ("ij", "xy"), "indexing must be ij or xy"
    assert same_dtype(tensors), "[mixed-dtypes] the tensors must have the same dtype"
    n = [prod(shape_of(t)) for t in tensors]
    new = n if indexing == "ij" or len(n) < 2 else (n[1], n[0]) + n[2:]
