"""Picking elements by index, mask or order."""

@op("torch.gather", "torch.Tensor.gather", finds="gather-index", layout="packed")
def gather(input: Tensor["*shape"], dim: Axis, index: Int["*ishape"], sparse_grad: bool = False, out=None) -> Tensor["*ishape"]:
    """Pick along `dim`; the index fits inside input on every other axis.

    >>> gather((4, 5), 0, (9, 5))
    (9, 5)
    >>> gather((4, 5), 1, (6, 2))
    error: larger
    """
    assert max(len(ishape), 1) == max(len(shape), 1) or count(ishape, 0) > 0, "index must have as many dimensions as input"
    assert count(ishape, 0) > 0 or all(i <= n for i, n in zip(drop(ishape, dim), drop(shape, dim))), "index is larger than input outside dim"
    assert size_at(shape, dim) > 0 or count(ishape, 0) > 0 or not literal(ishape), "[index-range] the axis is empty"

@op("torch.scatter", "torch.Tensor.scatter", "torch.Tensor.scatter_", "torch.scatter_add", "torch.Tensor.scatter_add", "torch.Tensor.scatter_add_", finds="gather-index")
@overload
def scatter(input: Tensor["*shape"], dim: Axis, index: Int["*ishape"], src: Tensor["*sshape"], reduce: str | None = None) -> Tensor["*shape"]:
    assert size_at(shape, dim) > 0 or count(ishape, 0) > 0 or not literal(ishape), "[index-range] the axis is empty"
    assert max(len(ishape), 1) == max(len(shape), 1) or count(ishape, 0) > 0, "index must have as many dimensions as input"
    assert count(ishape, 0) > 0 or max(len(sshape), 1) == max(len(shape), 1), "src must have as many dimensions as input"
    assert count(ishape, 0) > 0 or all(i <= n for i, n in zip(drop(ishape, dim), drop(shape, dim))), "index is larger than input outside dim"
    assert count(ishape, 0) > 0 or all(i <= n for i, n in zip(ishape, sshape)), "index is larger than src"
    assert len(sshape) > 0 or prod(ishape) <= 1, "index is larger than src"
    assert len(ishape) > 0 or not empty(src), "index is larger than src"
    assert same_dtype(input, src), "[mixed-dtypes] input and src must have the same dtype"
@overload
def scatter(input: Tensor["*shape"], dim: Axis, index: Int["*ishape"], value: float, reduce: str | None = None) -> Tensor["*shape"]:
    """Write along `dim` where the index says.

    >>> scatter((4, 5), 1, (4, 2), 1.0)
    (4, 5)
    >>> scatter((4, 5), 1, (4,), 1.0)
    error: dimensions
    """
    assert size_at(shape, dim) > 0 or count(ishape, 0) > 0 or not literal(ishape), "[index-range] the axis is empty"
    assert max(len(ishape), 1) == max(len(shape), 1) or count(ishape, 0) > 0, "index must have as many dimensions as input"
    assert count(ishape, 0) > 0 or all(i <= n for i, n in zip(drop(ishape, dim), drop(shape, dim))), "index is larger than input outside dim"

@op("torch.index_select", "torch.Tensor.index_select", finds="index-rank", layout="packed")
def index_select(input: Tensor["*s"], dim: Axis, index: Int["[k]"], *, out: object = None) -> Tensor["*new"]:
    """Pick whole slices along `dim`; the index is a vector.

    >>> index_select((4, 5), 1, (3,))
    (4, 3)
    >>> index_select((4, 5), 1, (3, 1))
    error: index
    """
    assert len(s) > 0 or prod(k) == 1, "a scalar takes one index"
    assert size_at(s, dim) > 0 or prod(k) == 0, "[index-range] the axis is empty"
    new = with_size(s, dim, prod(k))

@op("torch.masked_fill", "torch.Tensor.masked_fill", finds="mask-shape", layout="packed")
def masked_fill(input: Tensor["*#s"], mask: Bool["*#s"], value: object) -> Tensor["*s"]:
    """Fill where the mask is true; the mask broadcasts.

    >>> masked_fill((2, 3), (3,), 0.0)
    (2, 3)
    >>> masked_fill((2, 3), (4,), 0.0)
    error: broadcast
    """

@op("torch.where", finds="broadcast-sizes", layout="kept")
@overload
def where(condition: Array["*c"]) -> list[Int["found"], max(len(c), 1)]:
    found = some(0)
@overload
def where(condition: Mask["*#s"], input: Tensor["*#s"], other: Tensor["*#s"], *, out: object = 0) -> Tensor["*s"]: ...
@overload
def where(condition: Mask["*#s"], input: Scalar, other: Tensor["*#s"], *, out: object = 0) -> Tensor["*s"]: ...
@overload
def where(condition: Mask["*#s"], input: Tensor["*#s"], other: Scalar, *, out: object = 0) -> Tensor["*s"]: ...
@overload
def where(condition: Mask["*s"], input: Scalar, other: Scalar, *, out: object = 0) -> Tensor["*s"]:
    """Elements of input where the condition holds, else of other.

    >>> where((2, 3), (3,), (1,))
    (2, 3)
    >>> where((2, 3), (4,), (3,))
    error: broadcast
    """

@op("torch.Tensor.where", finds="broadcast-sizes", layout="kept")
@overload
def where_method(input: Tensor["*#s"], condition: Mask["*#s"], other: Tensor["*#s"]) -> Tensor["*s"]: ...
@overload
def where_method(input: Tensor["*#s"], condition: Mask["*#s"], other: Scalar) -> Tensor["*s"]:
    """Elements of the tensor where the condition holds, else of other.

    >>> where_method((3,), (2, 3), (1,))
    (2, 3)
    >>> where_method((2, 3), (4,), (3,))
    error: broadcast
    """

@op("torch.nonzero", "torch.Tensor.nonzero", finds="bad-argument")
def nonzero(input: Tensor["*s"], *, out: object = None, as_tuple: bool = False) -> list[Int["found"], max(len(s), 1)] if as_tuple else Int["found len(s)"]:
    """Where the elements are not zero: a row of indices for each, or the columns of that.

    >>> nonzero((2, 3))
    (..., 2)
    >>> nonzero((2, 3), as_tuple=True)
    ((...,), (...,))
    """
    found = some(0)

@op("torch.argwhere", "torch.Tensor.argwhere", finds="bad-argument")
def argwhere(input: Tensor["*s"]) -> Int["found len(s)"]:
    """Where the elements are not zero: a row of indices for each.

    >>> argwhere((2, 3))
    (..., 2)
    """
    found = some(0)

@op("torch.masked_select", "torch.Tensor.masked_select", finds="mask-shape", layout="fresh")
def masked_select(input: Tensor["*#s"], mask: Bool["*#s"], *, out: object = None) -> Tensor["found"]:
    """The elements where the mask holds, as a vector.

    >>> masked_select((2, 3), (3,))
    (...,)
    >>> masked_select((2, 3), (2,))
    error: broadcast
    """
    found = some(0)

@op("torch.topk", "torch.Tensor.topk", finds="index-range", fields=("values", "indices"), layout="packed")
def topk(input: Tensor["*s"], k: Dim, dim: Axis = -1, largest: bool = True, sorted: bool = True, *, out: object = None) -> tuple[Tensor["*new"], Int["*new"]]:
    """The k largest along `dim`, with their indices.

    >>> topk((2, 5), 3)
    ((2, 3), (2, 3))
    >>> topk((2, 5), 6)
    error: k
    """
    assert k >= 0 and k <= size_at(s, dim), "k is larger than the axis"
    new = with_size(s, dim, k)

@op("torch.sort", "torch.Tensor.sort", finds="index-range", fields=("values", "indices"), layout="packed")
def sort(input: Tensor["*s"], dim: Axis = -1, descending: bool = False, stable: bool = False) -> tuple[Tensor["*s"], Int["*s"]]:
    """Sorted values and indices.

    >>> sort((2, 5))
    ((2, 5), (2, 5))
    >>> sort((2, 5), 2)
    error: range
    """
    kept = reduce_axes(s, dim, True)

@op("torch.argsort", "torch.Tensor.argsort", finds="index-range")
def argsort(input: Tensor["*s"], dim: Axis = -1, descending: bool = False, stable: bool = False) -> Int["*s"]:
    """The indices that sort.

    >>> argsort((2, 5))
    (2, 5)
    >>> argsort((2, 5), 2)
    error: range
    """
    kept = reduce_axes(s, dim, True)

@op("torch.narrow", "torch.Tensor.narrow", finds="index-range", layout="strides")
def narrow(input: Tensor["*pre n@dim *post"], dim: Axis, start: Dim, length: Dim) -> Tensor["*pre length *post"]:
    """A stretch of an axis.

    >>> narrow((2, 5), 1, 1, 3)
    (2, 3)
    >>> narrow((2, 5), 1, 3, 3)
    error: axis
    """
    assert len(shape_of(input)) > 0, "[index-rank] a scalar has no axes"
    first = start + n if start < 0 else start
    assert length >= 0 and length <= n, "the stretch leaves the axis"
    assert start >= -n and start <= n, "start is outside the axis"
    assert first + length <= n, "the stretch leaves the axis"

@op("torch.select", "torch.Tensor.select", finds="index-range", layout="drop(strides, dim)")
def select(input: Tensor["*pre n@dim *post"], dim: Axis, index: Dim) -> Tensor["*pre *post"]:
    """One slice of an axis, which is gone then.

    >>> select((2, 5), 1, 4)
    (2,)
    >>> select((2, 5), 1, 5)
    error: range
    """
    assert index < n and index >= -n, "index is out of range"

@op("torch.flip", "torch.Tensor.flip", finds="index-range", layout="packed")
def flip(input: Tensor["*s"], dims: Axes) -> Tensor["*s"]:
    """The order along some axes turned round.

    >>> flip((2, 3), (0,))
    (2, 3)
    >>> flip((2, 3), (2,))
    error: range
    """
    kept = reduce_axes(s, dims, True)

@op("torch.roll", "torch.Tensor.roll", layout="packed")
def roll(input: Tensor["*s"], shifts: Size, dims: Axes | None = None) -> Tensor["*s"]:
    """Elements moved along axes, coming in again at the other end; without axes, as a vector.

    >>> roll((2, 3), 1)
    (2, 3)
    >>> roll((2, 3), (1, 1), (0, 1))
    (2, 3)
    >>> roll((2, 3), (1, 1), 0)
    error: shift
    >>> roll((2, 3), 1, 2)
    error: range
    """
    along = () if dims is None else dims
    assert len(shifts) > 0, "no shift is given"
    assert len(shifts) == len(along) or (len(shifts) == 1 and len(along) == 0), "one shift for each axis"
    assert len(s) > 0 or len(along) == 0, "[index-rank] a scalar has no axes"
    rolled = empty(s) or [size_at(s, d) for d in along]

@op("torch.tril", "torch.Tensor.tril", "torch.triu", "torch.Tensor.triu", "torch.Tensor.triu_", "torch.Tensor.tril_", finds="index-rank", layout="packed")
def triangle(input: Tensor["*batch n m"], diagonal: object = 0) -> Tensor["*batch n m"]:
    """One triangle of a matrix, zeros elsewhere.

    >>> triangle((4, 2, 3))
    (4, 2, 3)
    >>> triangle((3,))
    error: rank
    """

@op("torch.flipud", "torch.Tensor.flipud", finds="index-rank")
def flipud(input: Tensor["n *rest"]) -> Tensor["n *rest"]:
    """The first axis turned round.

    >>> flipud((2, 3))
    (2, 3)
    >>> flipud(())
    error: rank
    """

@op("torch.fliplr", "torch.Tensor.fliplr", finds="index-rank")
def fliplr(input: Tensor["n m *rest"]) -> Tensor["n m *rest"]:
    """The second axis turned round.

    >>> fliplr((2, 3))
    (2, 3)
    >>> fliplr((3,))
    error: rank
    """

@op("torch.Tensor.masked_fill_", finds="mask-shape")
def masked_fill_in_place(input: Tensor["*s"], mask: Bool["*m"], value: object) -> Tensor["*s"]:
    """Fill in place where the mask is true; the mask broadcasts to the tensor.

    >>> masked_fill_in_place((2, 3), (3,), 0.0)
    (2, 3)
    >>> masked_fill_in_place((3,), (2, 3), 0.0)
    error: broadcast
    """
    assert broadcasts_to(m, s), "the mask must broadcast to the tensor"
