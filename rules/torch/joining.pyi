"""Joining tensors."""

@op("torch.cat", "torch.concat", "torch.concatenate", finds="concat-sizes")
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

@op("torch.stack", finds="stack-shapes")
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

@op("torch.meshgrid", finds="bad-argument")
@overload
def meshgrid(tensors: list[Tensor], indexing: str = "ij") -> list[Tensor["*new"], len(tensors)]:
    assert all(len(shape_of(t)) <= 1 for t in tensors), "the tensors must be vectors"
    n = [prod(shape_of(t)) for t in tensors]
    new = n if indexing == "ij" else (n[1], n[0]) + n[2:]
@overload
def meshgrid(*tensors: Tensor, indexing: str = "ij") -> list[Tensor["*new"], len(tensors)]:
    """Coordinate grids of vectors.

    >>> meshgrid([(2,), (3,)])
    ((2, 3), (2, 3))
    >>> meshgrid([(2, 2), (3,)])
    error: tensors
    """
    assert all(len(shape_of(t)) <= 1 for t in tensors), "the tensors must be vectors"
    n = [prod(shape_of(t)) for t in tensors]
    new = n if indexing == "ij" else (n[1], n[0]) + n[2:]
