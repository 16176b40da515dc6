"""Order, counts and places in `keras.ops`."""

@op("keras.ops.sort", "keras.ops.argsort", finds="index-range")
def sort(x: Tensor["*s"], axis: Axis | None = -1) -> Tensor["*new"]:
    """Sorted along an axis, or as a vector for None; or the indices that sort.

    >>> sort((2, 3))
    (2, 3)
    >>> sort((2, 3), axis=None)
    (6,)
    >>> sort((2, 3), axis=2)
    error: range
    """
    new = flat_or(s, axis) if axis is None or len(s) > 0 else unsure()

@op("keras.ops.argpartition", finds="index-range")
def argpartition(x: Tensor["*s"], kth: Dim, axis: Axis | None = -1) -> Tensor["*new"]:
    """The indices that put the k-th in its place.

    >>> argpartition((2, 3), 1)
    (2, 3)
    >>> argpartition((2, 3), 3)
    error: kth
    """
    new = flat_or(s, axis) if axis is None or len(s) > 0 else unsure()
    n = prod(s) if axis is None else axis_size(s, axis)
    assert kth < n, "kth is out of range"
    assert kth >= 0 or unsure(), "kth is out of range"

@op("keras.ops.searchsorted", finds="index-rank")
def searchsorted(sorted_sequence: Tensor["n"], values: Tensor["*s"] | Scalar, side: Literal["left", "right"] = "left") -> Tensor["*new"]:
    """Where values would stand in a sorted vector.

    >>> searchsorted((3,), (2, 2))
    (2, 2)
    >>> searchsorted((3, 2), (2,))
    error: rank
    """
    new = shape_of(values)

@op("keras.ops.digitize", finds="index-rank")
def digitize(x: Tensor["*s"], bins: Tensor["n"]) -> Tensor["*s"]:
    """The bin of each element.

    >>> digitize((2, 2), (4,))
    (2, 2)
    >>> digitize((2, 2), (4, 2))
    error: rank
    """

@op("keras.ops.bincount", finds="index-rank")
def bincount(x: Integer["*b n"], weights: Tensor["*w"] | None = None, minlength: Dim = 0, sparse: Literal[False] = False) -> Tensor["*b found"]:
    """How often each number occurs, in each row.

    >>> bincount((5,))
    (...,)
    >>> bincount((2, 5))
    (2, ...)
    """
    assert len(b) <= 1 or unsure(), "there must be one axis or two"
    assert weights is None or w == b + (n,), "[inner-size] there must be a weight for each"
    found = some(0)

@op("keras.ops.histogram", finds="bad-argument")
def histogram(x: Tensor["*s"], bins: Dim = 10, range: object = None) -> tuple[Tensor["bins"], Tensor["bins+1"]]:
    """How many elements of a vector fall into each bin, and where the bins end.

    >>> histogram((6,), 5)
    ((5,), (6,))
    >>> histogram((6,), -1)
    error: negative
    >>> histogram((2, 3), 5)
    error: vector
    """
    assert bins >= 0, "bins must not be negative"
    assert bins > 0 or unsure(), "there must be a bin"
    assert len(s) <= 1, "[index-rank] there must be a vector"

@op("keras.ops.unique", finds="index-range")
def unique(x: Tensor["*s"], sorted: object = True, return_index: bool = False, return_inverse: bool = False, return_counts: bool = False, axis: Axis | None = None, size: Dim | None = None, fill_value: object = None) -> Tensor["*values"] if not more else tuple[Tensor["*values"], Tensor["*inverse"]] if return_inverse and not return_index and not return_counts else tuple[Tensor["*values"], Tensor["found"]] if return_counts and not return_index and not return_inverse else object:
    """The elements, each once, in order; perhaps with their places or counts.

    >>> unique((2, 3))
    (...,)
    >>> unique((2, 3), return_inverse=True)
    ((...,), (2, 3))
    >>> unique((2, 3), axis=2)
    error: range
    """
    more = return_index or return_inverse or return_counts
    found = some(1) if size is None else size
    values = (found,) if axis is None else with_axis(s, axis, found) if len(s) > 0 else unsure()
    inverse = s if axis is None else (axis_size(s, axis),)

@op("keras.ops.correlate", finds="index-rank")
def correlate(x1: Tensor["n"], x2: Tensor["m"], mode: Literal["valid", "same", "full"] = "valid") -> Tensor["k"]:
    """One vector compared with the other at each place; PyTorch's backend gives a scalar where there is one.

    >>> correlate((5,), (3,))
    (3,)
    >>> correlate((5,), (3,), mode="full")
    (7,)
    >>> correlate((5, 2), (3,))
    error: rank
    """
    most = max(n, m)
    least = min(n, m)
    whole = n + m - 1 if mode == "full" else most if mode == "same" else most - least + 1
    k = whole if whole > 1 and (mode != "same" or n >= m) else unsure()
