"""New tensors of `keras.ops`."""

@op("keras.ops.zeros", "keras.ops.ones", "keras.ops.empty")
def zeros(shape: Size, dtype: object = None) -> Tensor["*shape"]:
    """A tensor of that shape.

    >>> zeros((2, 3))
    (2, 3)
    >>> zeros((2, -1))
    error: negative
    """
    assert all(n >= 0 for n in shape), "sizes must not be negative"

@op("keras.ops.full")
def full(shape: Size, fill_value: Scalar | Tensor["*v"], dtype: object = None) -> Tensor["*new"]:
    """A tensor of one value; of one with axes, which PyTorch's backend does not broadcast.

    >>> full((2, 3), 1.0)
    (2, 3)
    >>> full((2, 3), (3,))
    (2, 3)
    >>> full((2, -3), 1.0)
    error: negative
    """
    rank = len(shape_of(fill_value))
    assert all(n >= 0 for n in shape) or (rank > 0 and unsure()), "sizes must not be negative"
    new = shape if rank == 0 or len(shape) >= rank and shape[len(shape)-rank:] == shape_of(fill_value) else unsure()

@op("keras.ops.zeros_like", "keras.ops.ones_like", "keras.ops.empty_like")
def zeros_like(x: Tensor["*s"], dtype: object = None) -> Tensor["*s"]:
    """A tensor of the same shape.

    >>> zeros_like((2, 3))
    (2, 3)
    """

@op("keras.ops.full_like")
def full_like(x: Tensor["*s"], fill_value: Scalar | Tensor["*v"], dtype: object = None) -> Tensor["*new"]:
    """A tensor of the same shape, of one value; of one with axes, which PyTorch's backend does not broadcast.

    >>> full_like((2, 3), 1.0)
    (2, 3)
    >>> full_like((2, 3), (3,))
    (2, 3)
    """
    rank = len(shape_of(fill_value))
    new = s if rank == 0 or len(s) >= rank and s[len(s)-rank:] == shape_of(fill_value) else unsure()

@op("keras.ops.array")
def array(x: Tensor["*s"], dtype: object = None) -> Tensor["*s"]:
    """A tensor of what may be none yet.

    >>> array((2, 3))
    (2, 3)
    """

@op("keras.ops.eye")
def eye(N: Dim, M: Dim | None = None, k: object = 0, dtype: object = None) -> Tensor["N m"]:
    """Ones on a diagonal.

    >>> eye(2, 3)
    (2, 3)
    >>> eye(4)
    (4, 4)
    >>> eye(-1)
    error: negative
    """
    m = N if M is None else M
    assert N >= 0 and m >= 0 or (k != 0 and unsure()), "sizes must not be negative"

@op("keras.ops.identity")
def identity(n: Dim, dtype: object = None) -> Tensor["n n"]:
    """Ones on the diagonal of a square.

    >>> identity(3)
    (3, 3)
    >>> identity(-1)
    error: negative
    """
    assert n >= 0, "sizes must not be negative"

@op("keras.ops.tri")
def tri(N: Dim, M: Dim | None = None, k: object = 0, dtype: object = None) -> Tensor["N m"]:
    """Ones in the lower triangle.

    >>> tri(2, 3)
    (2, 3)
    >>> tri(-1)
    error: negative
    """
    m = N if M is None else M if M != 0 else unsure()
    assert N >= 0 and m >= 0, "sizes must not be negative"

@op("keras.ops.arange")
def arange(start: Scalar | Tensor[""], stop: Scalar | Tensor[""] | None = None, step: Scalar | Tensor[""] | None = None, dtype: object = None) -> Tensor["n"]:
    """Numbers with equal steps.

    >>> arange(5)
    (5,)
    >>> arange(2, 10, 3)
    (3,)
    >>> arange(0.0, 1.0, 0.25)
    (4,)
    >>> arange(0, 5, 0)
    error: step
    """
    n = arange_count(start, stop, step)

@op("keras.ops.linspace", finds="index-range")
def linspace(start: Scalar | Tensor["*#s"], stop: Scalar | Tensor["*#s"], num: Dim = 50, endpoint: bool = True, retstep: bool = False, dtype: object = None, axis: Axis = 0) -> tuple[Tensor["*new"], object] if retstep else Tensor["*new"]:
    """So many numbers from start to stop along a new axis.

    >>> linspace(0.5, 1)
    (50,)
    >>> linspace((2, 3), (3,), 5)
    (5, 2, 3)
    >>> linspace(0, 1, 5, retstep=True)
    ((5,), ...)
    >>> linspace(0, 1, -1)
    error: negative
    """
    assert num >= 0, "[bad-argument] num must not be negative"
    whole = stacked(broadcast(shape_of(start), shape_of(stop)), axis, num)
    new = whole if len(shape_of(start)) >= len(shape_of(stop)) else unsure()

@op("keras.ops.logspace", finds="index-range")
def logspace(start: Scalar | Tensor["*#s"], stop: Scalar | Tensor["*#s"], num: Dim = 50, endpoint: bool = True, base: object = 10, dtype: object = None, axis: Axis = 0) -> Tensor["*new"]:
    """Numbers evenly spaced on a logarithmic scale along a new axis.

    >>> logspace(0, 1, 5)
    (5,)
    >>> logspace((2, 3), (3,), 5)
    (5, 2, 3)
    >>> logspace(0, 1, -1)
    error: negative
    """
    assert num >= 0, "[bad-argument] num must not be negative"
    assert num > 0 or endpoint or unsure(), "[bad-argument] without the end there must be a number"
    whole = stacked(broadcast(shape_of(start), shape_of(stop)), axis, num)
    new = whole if len(shape_of(start)) >= len(shape_of(stop)) else unsure()

@op("keras.ops.geomspace", finds="index-range")
def geomspace(start: Scalar | Tensor["*#s"], stop: Scalar | Tensor["*#s"], num: Dim = 50, endpoint: bool = True, dtype: object = None, axis: Axis = 0) -> Tensor["*new"]:
    """Numbers in equal proportions along a new axis.

    >>> geomspace(1, 8, 4)
    (4,)
    >>> geomspace((2, 3), (3,), 5)
    (5, 2, 3)
    """
    assert num >= 0 or unsure(), "[bad-argument] num must not be negative"
    assert num > 0 or endpoint or unsure(), "[bad-argument] without the end there must be a number"
    whole = stacked(broadcast(shape_of(start), shape_of(stop)), axis, num)
    new = whole if len(shape_of(start)) >= len(shape_of(stop)) else unsure()

@op("keras.ops.meshgrid")
def meshgrid(*x: Tensor, indexing: Literal["xy", "ij"] = "xy") -> list[Tensor["*new"], len(x)]:
    """Coordinate grids; the first two axes change places unless indexing is "ij".

    >>> meshgrid((2,), (3,))
    ((3, 2), (3, 2))
    >>> meshgrid((2,), (3,), (4,), indexing="ij")
    ((2, 3, 4), (2, 3, 4), (2, 3, 4))
    """
    n = [prod(shape_of(t)) for t in x]
    assert len(x) > 1 or all(len(shape_of(t)) < 2 for t in x) or unsure(), "a single tensor must be a vector"
    new = n if indexing == "ij" or len(n) < 2 else (n[1], n[0]) + n[2:]

@op("keras.ops.tril", "keras.ops.triu", finds="index-rank")
def tril(x: Tensor["*batch n c"], k: object = 0) -> Tensor["*batch n c"]:
    """One triangle of a matrix, zeros elsewhere.

    >>> tril((4, 2, 3))
    (4, 2, 3)
    >>> tril((3,))
    error: rank
    """

@op("keras.ops.vander", finds="index-rank")
def vander(x: Tensor["n"], N: Dim | None = None, increasing: bool = False) -> Tensor["n m"]:
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

@op("keras.ops.hanning", "keras.ops.hamming", "keras.ops.blackman", "keras.ops.bartlett")
def hanning(x: Dim) -> Tensor["x"]:
    """The weights of a window of that size.

    >>> hanning(5)
    (5,)
    """
    assert x >= 0 or unsure(), "the size must not be negative"

@op("keras.ops.kaiser")
def kaiser(x: Dim, beta: object) -> Tensor["x"]:
    """The weights of a window of that size.

    >>> kaiser(5, 2.0)
    (5,)
    """
    assert x >= 0 or unsure(), "the size must not be negative"
