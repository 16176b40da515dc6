"""`keras.ops`: picking elements by index, condition or place."""

@op("keras.ops.take", finds="index-range")
@overload
def take(x: Tensor["*s"], indices: Tensor["*i"], axis: None = None) -> Tensor["*i"]: ...
@overload
def take(x: Tensor["*pre n@axis *post"], indices: Tensor["*i"], axis: Axis) -> Tensor["*pre *i *post"]:
    """Parts of an axis by their index, or elements of the whole as a vector.

    >>> take((2, 3), (4, 5))
    (4, 5)
    >>> take((2, 3), (4, 5), axis=1)
    (2, 4, 5)
    >>> take((2, 3), (4,), axis=2)
    error: range
    """

@op("keras.ops.take_along_axis", finds="gather-index")
@overload
def take_along_axis(x: Tensor["*s"], indices: Tensor["*i"], axis: None = None) -> Tensor["prod(i)"]: ...
@overload
def take_along_axis(x: Tensor["*s"], indices: Tensor["*i"], axis: Axis) -> Tensor["*new"]:
    """Pick along an axis; the index has as many axes and broadcasts with the rest.

    >>> take_along_axis((2, 3), (2, 1), axis=1)
    (2, 1)
    >>> take_along_axis((2, 3), (4, 1), axis=1)
    error: broadcast
    >>> take_along_axis((2, 3), (2,), axis=1)
    error: axes
    """
    assert len(s) == len(i), "the index must have as many axes as the tensor"
    new = along_axis(s, i, axis)

@op("keras.ops.diagonal", finds="index-rank")
def diagonal(x: Tensor["*s"], offset: Dim = 0, axis1: Axis = 0, axis2: Axis = 1) -> Tensor["*new"]:
    """The diagonal of two axes, as the last axis.

    >>> diagonal((2, 3, 4))
    (4, 2)
    >>> diagonal((2, 3), offset=1)
    (2,)
    >>> diagonal((3,))
    error: two axes
    """
    new = diagonal_shape(s, offset, axis1, axis2)

@op("keras.ops.trace", finds="index-rank")
def trace(x: Tensor["*s"], offset: Dim = 0, axis1: Axis = 0, axis2: Axis = 1) -> Tensor["*new"]:
    """The sum of the diagonal.

    >>> trace((2, 3, 4))
    (4,)
    >>> trace((3,))
    error: two axes
    """
    new = drop(diagonal_shape(s, offset, axis1, axis2), -1)

@op("keras.ops.diag", finds="index-rank")
@overload
def diag(x: Tensor["n"], k: Dim = 0) -> Tensor["n+max(k,-k) n+max(k,-k)"]: ...
@overload
def diag(x: Tensor["*s"], k: Dim = 0) -> Tensor["*new"]:
    """The diagonal of a matrix, or a matrix around a diagonal.

    >>> diag((3,), k=-1)
    (4, 4)
    >>> diag((2, 3))
    (2,)
    >>> diag((2, 3, 4))
    error: vector
    """
    assert len(s) == 2, "the tensor must be a vector or a matrix"
    new = diagonal_shape(s, k, 0, 1)

@op("keras.ops.diagflat")
def diagflat(x: Tensor["*s"], k: Dim = 0) -> Tensor["n n"]:
    """A matrix with all elements on its diagonal.

    >>> diagflat((2, 3), k=1)
    (7, 7)
    """
    n = prod(s) + max(k, -k)

@op("keras.ops.unravel_index")
def unravel_index(indices: Integer["*s"], shape: Size | Dim) -> list[Tensor["*s"], len(shape)]:
    """Places in the whole as indices along the axes of a shape.

    >>> unravel_index((4,), (2, 3))
    ((4,), (4,))
    """

@op("keras.ops.nonzero")
def nonzero(x: Tensor) -> object:
    """Where the elements are not zero, by axis: a tuple, or a matrix on the torch backend.

    >>> nonzero((2, 3))
    ...
    """

@op("keras.ops.select", finds="broadcast-sizes")
def select(condlist: list[Mask["*#s"]], choicelist: list[Tensor["*#s"]], default: Tensor["*#s"] | float = 0) -> Tensor["*s"]:
    """Each element from the first choice whose condition holds; all broadcast together.

    >>> select([(2, 3), (3,)], [(2, 3), ()])
    (2, 3)
    >>> select([(2, 3)], [(4,)])
    error: broadcast
    """
    assert len(condlist) == len(choicelist) or unsure(), "the rest is left out, or refused"
