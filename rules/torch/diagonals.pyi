"""Diagonals and triangles of matrices."""

@op("torch.diagonal", "torch.Tensor.diagonal", finds="index-range")
def diagonal(input: Tensor["*s"], offset: int = 0, dim1: Axis = 0, dim2: Axis = 1) -> Tensor["*new"]:
    """A diagonal of two axes, as the last one.

    >>> diagonal((2, 3, 4))
    (4, 2)
    >>> diagonal((2, 3, 4), -1, 1, 2)
    (2, 2)
    >>> diagonal((2, 3, 4), 7)
    (4, 0)
    >>> diagonal((3,))
    error: range
    >>> diagonal((2, 3, 4), 0, 1, -2)
    error: twice
    """
    rest = reduce_axes(s, (dim1, dim2))
    new = rest + (max(min(s[dim1] + min(offset, 0), s[dim2] - max(offset, 0)), 0),)

@op("torch.linalg.diagonal", finds="index-range")
def linalg_diagonal(A: Tensor["*s"], *, offset: int = 0, dim1: Axis = -2, dim2: Axis = -1) -> Tensor["*new"]:
    """A diagonal of the last two axes, or of others.

    >>> linalg_diagonal((2, 3, 4))
    (2, 3)
    >>> linalg_diagonal((2, 3, 4), offset=2)
    (2, 2)
    >>> linalg_diagonal((3,))
    error: range
    """
    rest = reduce_axes(s, (dim1, dim2))
    new = rest + (max(min(s[dim1] + min(offset, 0), s[dim2] - max(offset, 0)), 0),)

@op("torch.diag_embed", "torch.Tensor.diag_embed", finds="index-range")
def diag_embed(input: Tensor["*s n"], offset: int = 0, dim1: Axis = -2, dim2: Axis = -1) -> Tensor["*new"]:
    """Matrices with the last axis on a diagonal.

    >>> diag_embed((2, 3))
    (2, 3, 3)
    >>> diag_embed((2, 3), 1, 0, 2)
    (4, 2, 4)
    >>> diag_embed((2, 3), 0, 0, 3)
    error: range
    >>> diag_embed(())
    error: rank
    """
    new = embed_diagonal(s, n + max(offset, -offset), dim1, dim2)

@op("torch.diag", "torch.Tensor.diag", finds="bad-argument")
@overload
def diag(input: Tensor["n"], diagonal: int = 0, *, out: object = None) -> Tensor["side side"]:
    side = n + max(diagonal, -diagonal)
@overload
def diag(input: Tensor["n m"], diagonal: int = 0, *, out: object = None) -> Tensor["k"]:
    """The matrix of a diagonal, or the diagonal of a matrix.

    >>> diag((3,), -1)
    (4, 4)
    >>> diag((3, 5), 1)
    (3,)
    >>> diag((2, 3, 4))
    error: rank
    """
    k = max(min(n + min(diagonal, 0), m - max(diagonal, 0)), 0)

@op("torch.diagflat", "torch.Tensor.diagflat", finds="bad-argument")
def diagflat(input: Tensor["*s"], offset: int = 0) -> Tensor["side side"]:
    """The matrix that has all elements on a diagonal.

    >>> diagflat((2, 3))
    (6, 6)
    >>> diagflat((2,), -1)
    (3, 3)
    """
    side = prod(s) + max(offset, -offset)

@op("torch.trace", "torch.Tensor.trace", finds="bad-argument")
def trace(input: Tensor["_ _"], *, out: object = None) -> Summed[""]:
    """The sum of a matrix's diagonal.

    >>> trace((2, 3))
    ()
    >>> trace((2, 3, 3))
    error: rank
    """

@op("torch.diagonal_scatter", "torch.Tensor.diagonal_scatter", finds="assign-shape")
def diagonal_scatter(
    input: Tensor["*s"], src: Array["*diagonal"], offset: int = 0, dim1: Axis = 0, dim2: Axis = 1, *, out: object = None
) -> Tensor["*s"]:
    """A copy with another diagonal.

    >>> diagonal_scatter((2, 3, 4), (4, 2))
    (2, 3, 4)
    >>> diagonal_scatter((2, 3, 4), (2, 4))
    error: diagonal
    >>> diagonal_scatter((3,), (3,))
    error: range
    """
    rest = reduce_axes(s, (dim1, dim2))
    wanted = rest + (max(min(s[dim1] + min(offset, 0), s[dim2] - max(offset, 0)), 0),)
    assert diagonal == wanted, "src must have the shape of the diagonal"

@op("torch.Tensor.fill_diagonal_", finds="bad-argument")
def fill_diagonal_(input: Tensor["*s"], fill_value: float, wrap: bool = False) -> Tensor["*s"]:
    """The diagonal set to a number; a tensor of more than two axes must have them all alike.

    >>> fill_diagonal_((2, 3), 1.0)
    (2, 3)
    >>> fill_diagonal_((3,), 1.0)
    error: axes
    >>> fill_diagonal_((3, 3, 4), 1.0)
    error: equal
    """
    assert len(s) >= 2, "there must be at least two axes"
    assert len(s) == 2 or all(n == s[0] for n in s), "all sizes must be equal"

@op("torch.tril_indices", finds="bad-argument")
def tril_indices(
    row: Dim, col: Dim, offset: int = 0, *, dtype: str | None = None, layout: object = None,
    device: object = None, pin_memory: object = None, requires_grad: object = None,
) -> Int["2 k"]:
    """The row and column of every element on or below a diagonal.

    >>> tril_indices(3, 4)
    (2, 6)
    >>> tril_indices(-1, 3)
    error: negative
    """
    assert row >= 0 and col >= 0, "row and col must not be negative"
    k = triangle_size(row, col, offset)

@op("torch.triu_indices", finds="bad-argument")
def triu_indices(
    row: Dim, col: Dim, offset: int = 0, *, dtype: str | None = None, layout: object = None,
    device: object = None, pin_memory: object = None, requires_grad: object = None,
) -> Int["2 k"]:
    """The row and column of every element on or above a diagonal.

    >>> triu_indices(3, 4)
    (2, 9)
    >>> triu_indices(3, -1)
    error: negative
    """
    assert row >= 0 and col >= 0, "row and col must not be negative"
    k = row * col - triangle_size(row, col, offset - 1)

@op("torch.adjoint", "torch.Tensor.adjoint", finds="bad-argument")
@overload
def adjoint(input: Tensor[""]) -> Tensor[""]: ...
@overload
def adjoint(input: Tensor["*batch n m"]) -> Tensor["*batch m n"]:
    """The conjugate transpose of matrices.

    >>> adjoint((2, 3, 4))
    (2, 4, 3)
    >>> adjoint((3,))
    error: rank
    """
