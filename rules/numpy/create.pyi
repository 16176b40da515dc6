"""New arrays. Those of which no dtype is said are of float64."""

@op("numpy.zeros", "numpy.ones", "numpy.empty")
def zeros(shape: Size, dtype: object = None, order: object = "C", *, device: object = None, like: object = None) -> NDFloat["*shape"]:
    """An array of that shape.

    >>> zeros((2, 3))
    (2, 3)
    >>> zeros(4)
    (4,)
    >>> zeros((2, -1))
    error: negative
    """
    assert all(n >= 0 for n in shape), "sizes must not be negative"

@op("numpy.full", finds="broadcast-sizes")
def full(shape: Size, fill_value: Scalar | NDArray["*v"], dtype: object = None, order: object = "C", *, device: object = None, like: object = None) -> NDArray["*shape"]:
    """An array of one value, or of one that is broadcast to the shape.

    >>> full((2, 3), 1.0)
    (2, 3)
    >>> full((2, 3), (3,))
    (2, 3)
    >>> full((2, 3), (2,))
    error: broadcast
    """
    assert all(n >= 0 for n in shape), "[bad-argument] sizes must not be negative"
    assert not is_tensor(fill_value) or assignable(v, shape), "the value must broadcast to the shape"

@op("numpy.zeros_like", "numpy.ones_like", "numpy.empty_like")
def zeros_like(a: NDArray["*s"], dtype: object = None, order: object = "K", subok: bool = True, shape: Size | None = None, *, device: object = None) -> NDArray["*new"]:
    """An array like this one, perhaps of another shape.

    >>> zeros_like((2, 3))
    (2, 3)
    >>> zeros_like((2, 3), shape=(4,))
    (4,)
    >>> zeros_like((2, 3), shape=(-1,))
    error: negative
    """
    new = s if shape is None else shape
    assert shape is None or all(n >= 0 for n in shape), "sizes must not be negative"

@op("numpy.full_like", finds="broadcast-sizes")
def full_like(a: NDArray["*s"], fill_value: float | NDAny["*v"], dtype: object = None, order: object = "K", subok: bool = True, shape: Size | None = None, *, device: object = None) -> NDArray["*new"]:
    """An array like this one, filled with a value that broadcasts to its shape.

    >>> full_like((2, 3), 1.0)
    (2, 3)
    >>> full_like((2, 3), (2,))
    error: broadcast
    """
    new = s if shape is None else shape
    assert shape is None or all(n >= 0 for n in shape), "[bad-argument] sizes must not be negative"
    assert not is_tensor(fill_value) or assignable(v, new), "the value must broadcast to the shape"

@op("numpy.eye")
def eye(N: Dim, M: Dim | None = None, k: object = 0, dtype: object = None, order: object = "C", *, device: object = None, like: object = None) -> NDFloat["N m"]:
    """Ones on a diagonal.

    >>> eye(2, 3)
    (2, 3)
    >>> eye(4)
    (4, 4)
    >>> eye(-1)
    error: negative
    """
    m = N if M is None else M
    assert N >= 0 and m >= 0, "sizes must not be negative"

@op("numpy.identity")
def identity(n: Dim, dtype: object = None, *, like: object = None) -> NDFloat["n n"]:
    """Ones on the diagonal of a square.

    >>> identity(3)
    (3, 3)
    >>> identity(-1)
    error: negative
    """
    assert n >= 0, "sizes must not be negative"

@op("numpy.tri")
def tri(N: Dim, M: Dim | None = None, k: object = 0, dtype: object = None, *, like: object = None) -> NDFloat["N m"]:
    """Ones in the lower triangle.

    >>> tri(2, 3)
    (2, 3)
    """
    m = N if M is None else M
    assert N >= 0 or unsure(), "sizes must not be negative"
    assert m >= 0 or unsure(), "sizes must not be negative"

@op("numpy.arange")
@overload
def arange(stop: Scalar, *, dtype: object = None, device: object = None, like: object = None) -> NDSum["n"]:
    n = step_count(0, stop, 1)
@overload
def arange(start: Scalar, stop: Scalar, step: Scalar = 1, dtype: object = None, *, device: object = None, like: object = None) -> NDSum["n"]:
    """Numbers with equal steps, none if they lead nowhere.

    >>> arange(5)
    (5,)
    >>> arange(2, 10, 3)
    (3,)
    >>> arange(0.0, 1.0, 0.25)
    (4,)
    """
    n = step_count(start, stop, step)

@op("numpy.linspace", finds="index-range")
def linspace(start: Scalar | NDArray["*#s"], stop: Scalar | NDArray["*#s"], num: Dim = 50, endpoint: bool = True, retstep: bool = False, dtype: object = None, axis: Axis = 0, *, device: object = None) -> tuple[NDInexact["*new"], object] if retstep else NDInexact["*new"]:
    """So many numbers from start to stop along a new axis.

    >>> linspace(0.5, 1)
    (50,)
    >>> linspace((2, 3), 1, 5)
    (5, 2, 3)
    >>> linspace(0, 1, 5, retstep=True)
    ((5,), ...)
    >>> linspace(0, 1, -1)
    error: negative
    """
    assert num >= 0, "[bad-argument] num must not be negative"
    new = stacked(broadcast(shape_of(start), shape_of(stop)), axis, num)

@op("numpy.geomspace", finds="index-range")
def geomspace(start: Scalar | NDAny["*#s"], stop: Scalar | NDAny["*#s"], num: Dim = 50, endpoint: bool = True, dtype: object = None, axis: Axis = 0) -> NDAny["*new"]:
    """Numbers in equal proportions along a new axis.

    >>> geomspace(1, 8, 4)
    (4,)
    >>> geomspace(1, 8, 4, axis=1)
    error: range
    """
    assert num >= 0, "[bad-argument] num must not be negative"
    new = stacked(broadcast(shape_of(start), shape_of(stop)), axis, num)

@op("numpy.logspace", finds="index-range")
def logspace(start: Scalar | NDArray["*#s"], stop: Scalar | NDArray["*#s"], num: Dim = 50, endpoint: bool = True, base: Scalar = 10.0, dtype: object = None, axis: Axis = 0) -> NDInexact["*new"]:
    """Numbers evenly spaced on a logarithmic scale along a new axis.

    >>> logspace(0, 1, 5)
    (5,)
    >>> logspace((3,), 1, 5, axis=1)
    (3, 5)
    >>> logspace(0, 1, 5, axis=1)
    error: range
    """
    assert num >= 0, "[bad-argument] num must not be negative"
    new = stacked(broadcast(shape_of(start), shape_of(stop)), axis, num)

@op("numpy.indices")
def indices(dimensions: Size, dtype: object = None, *, sparse: Literal[False] = False) -> NDInt["len(dimensions) *dimensions"]:
    """The coordinates of each place, by axis.

    >>> indices((2, 3))
    (2, 2, 3)
    >>> indices((2, -1))
    error: negative
    """
    assert all(n >= 0 for n in dimensions), "sizes must not be negative"

@op("numpy.meshgrid")
def meshgrid(*xi: NDArray, copy: bool = True, sparse: bool = False, indexing: Literal["xy", "ij"] = "xy") -> Value["grids(xi, indexing, sparse)"]:
    """Coordinate grids; the first two axes change places unless indexing is "ij".

    >>> meshgrid((2,), (3,))
    ((3, 2), (3, 2))
    >>> meshgrid((2,), (3,), (4,), indexing="ij")
    ((2, 3, 4), (2, 3, 4), (2, 3, 4))
    >>> meshgrid((2,), (3,), sparse=True)
    ((1, 2), (3, 1))
    """

@op("numpy.diag", finds="index-rank")
@overload
def diag(v: NDArray["n"], k: Dim = 0) -> NDArray["n+max(k,-k) n+max(k,-k)"]: ...
@overload
def diag(v: NDArray["n m"], k: Dim = 0) -> NDArray["*new"]:
    """The diagonal of a matrix, or the matrix of a diagonal.

    >>> diag((3,), 1)
    (4, 4)
    >>> diag((2, 3))
    (2,)
    >>> diag((2, 3, 4))
    error: rank
    """
    new = diagonal_shape((n, m), k, 0, 1)

@op("numpy.diagflat")
def diagflat(v: NDArray["*s"], k: Dim = 0) -> NDArray["n n"]:
    """All elements on the diagonal of a matrix.

    >>> diagflat((2, 3))
    (6, 6)
    """
    n = prod(s) + max(k, -k)

@op("numpy.tril", "numpy.triu", finds="index-rank")
@overload
def tril(m: NDArray["n"], k: object = 0) -> NDArray["n n"]: ...
@overload
def tril(m: NDArray["*batch n c"], k: object = 0) -> NDArray["*batch n c"]:
    """One triangle of a matrix, zeros elsewhere.

    >>> tril((4, 2, 3))
    (4, 2, 3)
    >>> tril((3,))
    (3, 3)
    """

@op("numpy.vander", finds="index-rank")
def vander(x: NDArray["n"], N: Dim | None = None, increasing: bool = False) -> NDAny["n m"]:
    """The powers of each element.

    >>> vander((3,))
    (3, 3)
    >>> vander((3,), 2)
    (3, 2)
    >>> vander((3, 2))
    error: rank
    """
    m = n if N is None else N
    assert m >= 0, "[bad-argument] N must not be negative"

@op("numpy.tile")
def tile(A: NDArray["*s"], reps: Size) -> NDArray["*new"]:
    """The array set side by side with itself.

    >>> tile((2, 3), 2)
    (2, 6)
    >>> tile((3,), (2, 1))
    (2, 3)
    >>> tile((3,), (-1,))
    error: negative
    """
    assert all(n >= 0 for n in reps) or (prod(s) == 0 and unsure()), "repetitions must not be negative"
    new = tile(s, reps)

@op("numpy.repeat", "numpy.ndarray.repeat", finds="bad-argument")
@overload
def repeat(a: NDArray["*s"], repeats: Axes | NDInt["*r"], axis: None = None) -> NDArray["n"]:
    whole = prod(s)
    assert repeats_fit(repeats, whole), "there must be one count, or one for each element"
    n = repeated(whole, repeats)
@overload
def repeat(a: NDArray["*s"], repeats: Axes | NDInt["*r"], axis: Axis) -> NDArray["*new"]:
    """Each element, or each part of an axis, so many times.

    >>> repeat((2, 3), 2)
    (12,)
    >>> repeat((2, 3), 2, 0)
    (4, 3)
    >>> repeat((2, 3), (1, 2, 3), axis=1)
    (2, 6)
    >>> repeat((2, 3), (1, 2, 3), axis=0)
    error: count
    """
    parts = at_least(s, 1)
    size = axis_size(parts, axis)
    assert repeats_fit(repeats, size), "there must be one count, or one for each part of the axis"
    new = with_axis(parts, axis, repeated(size, repeats))

@op("numpy.copy", "numpy.ndarray.copy", "numpy.ndarray.__copy__")
def copy(a: NDArray["*s"], order: object = "K") -> NDArray["*s"]:
    """The same once more.

    >>> copy((2, 3))
    (2, 3)
    """
