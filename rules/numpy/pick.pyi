"""Picking elements by index, mask or order, and counting them."""

@op("numpy.take", "numpy.ndarray.take", finds="index-range")
@overload
def take(a: NDArray["*s"], indices: NDInt["*i"], axis: None = None, out: object = None, mode: object = "raise") -> NDArray["*i"]:
    assert prod(s) != 0 or prod(i) == 0, "there is nothing to take from"
@overload
def take(a: NDArray["*s"], indices: NDInt["*i"], axis: Axis, out: object = None, mode: object = "raise") -> NDArray["*new"]:
    """Parts of an axis by their index, or elements of the whole as a vector.

    >>> take((2, 3), (4, 5))
    (4, 5)
    >>> take((2, 3), (4, 5), axis=1)
    (2, 4, 5)
    >>> take((2, 3), (4,), axis=2)
    error: range
    """
    parts = at_least(s, 1)
    new = before_axis(parts, axis) + i + after_axis(parts, axis)
    assert axis_size(parts, axis) != 0 or prod(i) == 0 or (prod(new) == 0 and unsure()), "there is nothing to take from"

@op("numpy.take_along_axis", finds="gather-index")
def take_along_axis(arr: NDArray["*s"], indices: NDInt["*i"], axis: Axis = -1) -> NDArray["*new"]:
    """Pick along an axis; the index has as many axes and broadcasts with the rest.

    >>> take_along_axis((2, 3), (2, 1), 1)
    (2, 1)
    >>> take_along_axis((2, 3), (4, 1), 1)
    error: broadcast
    >>> take_along_axis((2, 3), (2,), 1)
    error: axes
    """
    assert len(s) == len(i), "the index must have as many axes as the array"
    new = along_axis(s, i, axis)
    assert axis_size(s, axis) != 0 or prod(new) == 0, "[index-range] there is nothing to take from"

@op("numpy.compress")
def compress(condition: NDBool["n"], a: NDArray["*s"], axis: None = None, out: object = None) -> NDArray["found"]:
    """The elements where the condition holds.

    >>> compress((3,), (2, 3))
    (...,)
    """
    found = some(0)

@op("numpy.nonzero", "numpy.ndarray.nonzero", finds="index-rank")
def nonzero(a: NDArray["*s"]) -> list[NDInt["found"], len(s)]:
    """Where the elements are not zero, by axis.

    >>> nonzero((2, 3))
    ((...,), (...,))
    >>> nonzero(())
    error: scalar
    """
    assert len(s) > 0, "a scalar has no places"
    found = some(0)

@op("numpy.argwhere")
def argwhere(a: NDArray["*s"]) -> NDInt["found len(s)"]:
    """Where the elements are not zero: a row of indices for each.

    >>> argwhere((2, 3))
    (..., 2)
    """
    found = some(0)

@op("numpy.flatnonzero")
def flatnonzero(a: NDArray["*s"]) -> NDInt["found"]:
    """Where the elements are not zero, in the whole as a vector.

    >>> flatnonzero((2, 3))
    (...,)
    """
    found = some(0)

@op("numpy.searchsorted", finds="index-rank")
def searchsorted(a: NDArray["n"], v: NDAny["*s"] | float, side: Literal["left", "right"] = "left", sorter: NDInt["n"] | None = None) -> NDInt["*new"]:
    """Where values would stand in a sorted vector.

    >>> searchsorted((3,), (2, 2))
    (2, 2)
    >>> searchsorted((3, 2), (2,))
    error: rank
    """
    new = shape_of(v)

@op("numpy.ndarray.searchsorted", finds="index-rank")
def searchsorted_method(a: NDArray["n"], v: NDAny["*s"] | float, side: Literal["left", "right"] = "left", sorter: NDInt["n"] | None = None) -> NDInt["*new"]:
    """Where values would stand in a sorted vector.

    >>> searchsorted_method((3,), (2, 2))
    (2, 2)
    >>> searchsorted_method((3, 2), (2,))
    error: rank
    """
    new = shape_of(v)

@op("numpy.digitize", finds="index-rank")
def digitize(x: NDArray["*s"], bins: NDAny["n"], right: bool = False) -> NDInt["*s"]:
    """The bin of each element.

    >>> digitize((2, 2), (4,))
    (2, 2)
    >>> digitize((2, 2), (4, 2))
    error: rank
    """

@op("numpy.sort", finds="index-range")
def sort(a: NDArray["*s"], axis: Axis | None = -1, kind: object = None, order: object = None, *, stable: object = None) -> NDArray["*new"]:
    """Sorted along an axis, or as a vector for None.

    >>> sort((2, 3))
    (2, 3)
    >>> sort((2, 3), None)
    (6,)
    >>> sort((2, 3), 2)
    error: range
    """
    new = flat_or(s, axis)

@op("numpy.argsort", "numpy.ndarray.argsort", finds="index-range")
def argsort(a: NDArray["*s"], axis: Axis | None = -1, kind: object = None, order: object = None, *, stable: object = None) -> NDInt["*new"]:
    """The indices that sort.

    >>> argsort((2, 3))
    (2, 3)
    >>> argsort((2, 3), 2)
    error: range
    """
    parts = at_least(s, 1)
    new = flat_or(parts, axis)

@op("numpy.ndarray.sort", finds="index-range")
def sort_in_place(a: NDArray["*s"], axis: Axis = -1, kind: object = None, order: object = None, *, stable: object = None) -> None:
    """Sorted in place.

    >>> sort_in_place((2, 3))
    None
    >>> sort_in_place((2, 3), 2)
    error: range
    """
    kept = flat_or(s, axis)

@op("numpy.partition", finds="index-range")
def partition(a: NDArray["*s"], kth: Dim, axis: Axis | None = -1, kind: object = "introselect", order: object = None) -> NDArray["*new"]:
    """Sorted as far as to put the k-th in its place.

    >>> partition((2, 3), 1)
    (2, 3)
    >>> partition((2, 3), 3)
    error: kth
    """
    new = flat_or(s, axis)
    n = prod(s) if axis is None else axis_size(s, axis)
    assert (kth < n and kth >= -n) or prod(s) == 0, "kth is out of range"

@op("numpy.argpartition", "numpy.ndarray.argpartition", finds="index-range")
def argpartition(a: NDArray["*s"], kth: Dim, axis: Axis | None = -1, kind: object = "introselect", order: object = None) -> NDInt["*new"]:
    """The indices that put the k-th in its place.

    >>> argpartition((2, 3), 1)
    (2, 3)
    >>> argpartition((2, 3), 3)
    error: kth
    """
    parts = at_least(s, 1)
    new = flat_or(parts, axis)
    n = prod(s) if axis is None else axis_size(parts, axis)
    assert (kth < n and kth >= -n) or prod(s) == 0, "kth is out of range"

@op("numpy.unique")
def unique(ar: NDArray["*s"], return_index: bool = False, return_inverse: bool = False, return_counts: bool = False, axis: None = None, *, equal_nan: bool = True, sorted: bool = True) -> NDArray["found"] if not more else tuple[NDArray["found"], NDInt["found"]] if one else object:
    """The elements, each once, in order; perhaps with their places or counts.

    >>> unique((2, 3))
    (...,)
    >>> unique((2, 3), return_counts=True)
    ((...,), (...,))
    """
    more = return_index or return_inverse or return_counts
    one = not return_inverse and (not return_index or not return_counts)
    found = some(0)

@op("numpy.intersect1d", "numpy.union1d", "numpy.setdiff1d", "numpy.setxor1d")
def intersect(ar1: NDArray, ar2: NDArray) -> NDAny["found"]:
    """The elements of two arrays as sets.

    >>> intersect((2, 3), (4,))
    (...,)
    """
    found = some(0)

@op("numpy.bincount", finds="index-rank")
def bincount(x: NDInt["n"], weights: NDAny["*w"] | None = None, minlength: Dim = 0) -> NDInt["found"] if weights is None else NDAny["found"]:
    """How often each number occurs.

    >>> bincount((5,))
    (...,)
    >>> bincount((5, 2))
    error: rank
    """
    assert weights is None or n == 0 or w == (n,), "[inner-size] there must be a weight for each"
    found = some(0)

@op("numpy.histogram", finds="bad-argument")
@overload
def histogram(a: NDArray["*s"], bins: str, range: object = None, density: object = None, weights: None = None) -> tuple[NDAny["found"], NDAny["found+1"]]:
    found = some(1)
@overload
def histogram(a: NDArray["*s"], bins: NDAny[""], range: object = None, density: object = None, weights: NDAny["*w"] | None = None) -> tuple[NDAny["found"], NDAny["found+1"]]:
    assert weights is None or w == s, "there must be a weight for each"
    found = some(1)
@overload
def histogram(a: NDArray["*s"], bins: NDAny["n"], range: object = None, density: object = None, weights: NDAny["*w"] | None = None) -> tuple[NDInt["n-1"] if not density and weights is None else NDAny["n-1"], NDAny["n"]]:
    assert weights is None or w == s, "there must be a weight for each"
    assert n > 0 or unsure(), "there must be an edge"
@overload
def histogram(a: NDArray["*s"], bins: Dim = 10, range: object = None, density: object = None, weights: NDAny["*w"] | None = None) -> tuple[NDInt["bins"] if not density and weights is None else NDAny["bins"], NDAny["bins+1"]]:
    """How many elements fall into each bin, and where the bins end.

    >>> histogram((2, 3), 5)
    ((5,), (6,))
    >>> histogram((2, 3), (6,))
    ((5,), (6,))
    >>> histogram((2, 3), 5, (0, 1), True, (2, 3))
    ((5,), (6,))
    >>> histogram((2, 3), "auto")
    ((...,), (...,))
    >>> histogram((2, 3), 0)
    error: bin
    >>> histogram((2, 3), 5, weights=(3,))
    error: weight
    """
    assert weights is None or w == s, "there must be a weight for each"
    assert bins > 0, "there must be a bin"

@op("numpy.histogram_bin_edges", finds="bad-argument")
@overload
def histogram_bin_edges(a: NDArray["*s"], bins: str, range: object = None, weights: None = None) -> NDAny["found"]:
    found = some(2)
@overload
def histogram_bin_edges(a: NDArray["*s"], bins: NDAny[""], range: object = None, weights: NDAny["*w"] | None = None) -> NDAny["found"]:
    assert weights is None or w == s, "there must be a weight for each"
    found = some(2)
@overload
def histogram_bin_edges(a: NDArray["*s"], bins: NDAny["n"], range: object = None, weights: NDAny["*w"] | None = None) -> NDAny["n"]:
    assert weights is None or w == s, "there must be a weight for each"
    assert n > 0 or unsure(), "there must be an edge"
@overload
def histogram_bin_edges(a: NDArray["*s"], bins: Dim = 10, range: object = None, weights: NDAny["*w"] | None = None) -> NDAny["bins+1"]:
    """Where the bins of a histogram end.

    >>> histogram_bin_edges((2, 3), 5)
    (6,)
    >>> histogram_bin_edges((2, 3), "auto")
    (...,)
    >>> histogram_bin_edges((2, 3), (4,))
    (4,)
    >>> histogram_bin_edges((2, 3), 0)
    error: bin
    """
    assert weights is None or w == s, "there must be a weight for each"
    assert bins > 0, "there must be a bin"

@op("numpy.histogram2d", finds="bad-argument")
def histogram2d(x: NDArray["n"], y: NDArray["n"], bins: object = 10, range: object = None, density: object = None, weights: NDAny["*w"] | None = None) -> tuple[NDAny["a-1 b-1"], NDAny["a"], NDAny["b"]]:
    """How many points fall into each cell of a plane, and where the cells end.

    >>> histogram2d((5,), (5,), 4)
    ((4, 4), (5,), (5,))
    >>> histogram2d((5,), (5,), (3, 4))
    ((3, 4), (4,), (5,))
    >>> histogram2d((5,), (5,), (3, 4, 6))
    ((2, 2), (3,), (3,))
    >>> histogram2d((5,), (6,))
    error: n
    >>> histogram2d((5, 2), (5, 2))
    error: rank
    >>> histogram2d((5,), (5,), 0)
    error: bin
    """
    assert weights is None or n == 0 or w == (n,), "there must be a weight for each"
    edges = plane_edges(bins)
    a = edges[0]
    b = edges[1]

@op("numpy.histogramdd", finds="bad-argument")
@overload
def histogramdd(sample: list[NDArray["n"]], bins: object = 10, range: object = None, density: object = None, weights: NDAny["*w"] | None = None) -> tuple[NDAny["*cells"], list[NDAny["?edges"]]]:
    assert weights is None or n == 0 or w == (n,), "there must be a weight for each"
    edges = edge_counts(bins, len(sample))
    cells = [e - 1 for e in edges]
@overload
def histogramdd(sample: NDArray["n"], bins: object = 10, range: object = None, density: object = None, weights: NDAny["*w"] | None = None) -> tuple[NDAny["*cells"], list[NDAny["?edges"]]]:
    assert weights is None or n == 0 or w == (n,), "there must be a weight for each"
    edges = edge_counts(bins, 1)
    cells = [e - 1 for e in edges]
@overload
def histogramdd(sample: NDArray["n d"], bins: object = 10, range: object = None, density: object = None, weights: NDAny["*w"] | None = None) -> tuple[NDAny["*cells"], list[NDAny["?edges"]]]:
    """How many points (the last axis) fall into each cell of a grid, and where the cells end.

    >>> histogramdd((5, 3), 2)
    ((2, 2, 2), ((3,), (3,), (3,)))
    >>> histogramdd((5, 3), (2, 4, 6))
    ((2, 4, 6), ((3,), (5,), (7,)))
    >>> histogramdd((5, 3), (2, 4))
    error: coordinates
    >>> histogramdd((5, 3), (2, 4, 0))
    error: bin
    """
    assert weights is None or n == 0 or w == (n,), "there must be a weight for each"
    assert d > 0 or unsure(), "a point has coordinates"
    edges = edge_counts(bins, d)
    cells = [e - 1 for e in edges]

@op("numpy.unravel_index", finds="bad-argument")
def unravel_index(indices: NDInt["*s"], shape: Size, order: Literal["C", "F"] = "C") -> list[NDInt["*s"], len(shape)]:
    """Places in the whole as indices along the axes of a shape.

    >>> unravel_index((4,), (2, 3))
    ((4,), (4,))
    """
    assert all(n > 0 for n in shape) or unsure(), "there must be places"

@op("numpy.ravel_multi_index", finds="bad-argument")
def ravel_multi_index(multi_index: NDInt["k *s"], dims: Size, mode: object = "raise", order: Literal["C", "F"] = "C") -> NDInt["*s"]:
    """Indices along the axes of a shape as places in the whole.

    >>> ravel_multi_index((2, 4), (2, 3))
    (4,)
    >>> ravel_multi_index((4, 2), (2, 3))
    error: each axis
    """
    assert k == len(dims), "there must be an index for each axis"
    assert all(n > 0 for n in dims) or unsure(), "there must be places"

@op("numpy.triu_indices", "numpy.tril_indices")
def triangle_indices(n: Dim, k: object = 0, m: Dim | None = None) -> tuple[NDInt["found"], NDInt["found"]]:
    """The places of a triangle.

    >>> triangle_indices(4)
    ((...,), (...,))
    """
    found = some(0)

@op("numpy.diff", finds="index-range")
def diff(a: NDArray["*s"], n: Dim = 1, axis: Axis = -1) -> NDArray["*new"]:
    """Differences of neighbours along an axis.

    >>> diff((2, 3))
    (2, 2)
    >>> diff((2, 3), 4)
    (2, 0)
    >>> diff((2, 3), axis=2)
    error: range
    """
    assert n >= 0, "[bad-argument] n must not be negative"
    assert len(s) > 0 or n == 0, "[index-rank] a scalar has no differences"
    new = s if n == 0 else diff_shape(s, n, axis)

@op("numpy.ediff1d")
def ediff1d(ary: NDArray["*s"], to_end: None = None, to_begin: None = None) -> NDArray["n"]:
    """Differences of neighbours in the whole as a vector.

    >>> ediff1d((2, 3))
    (5,)
    """
    n = max(prod(s) - 1, 0)

@op("numpy.gradient", finds="kernel-size")
def gradient(f: NDArray["*s"], *varargs: float, axis: Axes | None = None, edge_order: Literal[1, 2] = 1) -> NDAny["*s"] if count == 1 else list[NDAny["*s"], count]:
    """The slope along axes, along each where none is given.

    >>> gradient((5,))
    (5,)
    >>> gradient((5, 6))
    ((5, 6), (5, 6))
    >>> gradient((5, 6), axis=1)
    (5, 6)
    >>> gradient((1, 5))
    error: too small
    """
    kept = reduced(s, axis, True)
    count = len(s) if axis is None else len(axis)
    assert len(varargs) <= 1 or unsure(), "spacings are not told apart"
    sizes = s if axis is None else [axis_size(s, i) for i in axis]
    assert all(n > edge_order for n in sizes), "an axis is too small"

@op("numpy.trapezoid", finds="index-range")
def trapezoid(y: NDArray["*s"], x: None = None, dx: float = 1.0, axis: Axis = -1) -> NDAny["*new"]:
    """The area under points along an axis.

    >>> trapezoid((2, 3))
    (2,)
    >>> trapezoid((2, 3), axis=2)
    error: range
    """
    new = before_axis(s, axis) + after_axis(s, axis)

@op("numpy.pad", finds="pad-sizes")
def pad(array: NDArray["*s"], pad_width: object, mode: object = "constant", *, constant_values: object = 0, end_values: object = 0, stat_length: object = None, reflect_type: object = "even") -> NDArray["*new"]:
    """Filled up on both sides of each axis.

    >>> pad((2, 3), 1)
    (4, 5)
    >>> pad((2, 3), ((0, 1), (2, 0)))
    (3, 5)
    >>> pad((2, 3), ((0, 1), (2, 0), (1, 1)))
    error: pairs
    """
    new = array_padded(s, pad_width)
    assert prod(s) != 0 or mode == "constant" or mode == "empty" or unsure(), "what is empty has no edge"

@op("numpy.convolve", finds="bad-argument")
def convolve(a: NDArray["[n]"], v: NDArray["[m]"], mode: Literal["full", "same", "valid"] = "full") -> NDArray["k"]:
    """One vector passed over the other.

    >>> convolve((3,), (5,))
    (7,)
    >>> convolve((3,), (5,), "same")
    (5,)
    >>> convolve((0,), (5,))
    error: empty
    """
    most = max(prod(n), prod(m))
    least = min(prod(n), prod(m))
    assert least > 0, "a vector is empty"
    k = most + least - 1 if mode == "full" else most if mode == "same" else most - least + 1

@op("numpy.correlate", finds="bad-argument")
def correlate(a: NDArray["n"], v: NDArray["m"], mode: Literal["valid", "same", "full"] = "valid") -> NDArray["k"]:
    """One vector compared with the other at each place.

    >>> correlate((3,), (5,))
    (3,)
    >>> correlate((0,), (5,))
    error: empty
    """
    assert n > 0 and m > 0, "a vector is empty"
    k = n + m - 1 if mode == "full" else max(n, m) if mode == "same" else max(n, m) - min(n, m) + 1

@op("numpy.polyfit", finds="inner-size")
def polyfit(x: NDArray["n"], y: NDAny["n *rest"], deg: Dim, rcond: None = None, full: Literal[False] = False, w: None = None, cov: Literal[False] = False) -> NDAny["deg+1 *rest"]:
    """The coefficients of the polynomial that fits best.

    >>> polyfit((9,), (9,), 2)
    (3,)
    >>> polyfit((9,), (8,), 2)
    error: n is
    """
    assert n > 0, "[bad-argument] there are no points"
    assert len(rest) <= 1, "[index-rank] y must have one axis or two"

@op("numpy.polyval", finds="index-rank")
def polyval(p: NDArray["_ *rest"], x: NDArray["*s"]) -> NDAny["*new"]:
    """The values of a polynomial.

    >>> polyval((3,), (2, 2))
    (2, 2)
    """
    new = s if len(rest) == 0 else unsure()

@op("numpy.unwrap", finds="index-range")
def unwrap(p: NDArray["*s"], discont: None = None, axis: Axis = -1) -> NDAny["*new"]:
    """Phases without leaps along an axis.

    >>> unwrap((2, 3))
    (2, 3)
    >>> unwrap((2, 3), axis=2)
    error: range
    """
    new = flat_or(s, axis)

@op("numpy.put_along_axis", finds="gather-index")
def put_along_axis(arr: NDArray["*s"], indices: NDInt["*i"], values: NDAny["*v"] | float, axis: Axis) -> None:
    """Write along an axis where the index says.

    >>> put_along_axis((2, 3), (2, 1), 0.0, 1)
    None
    >>> put_along_axis((2, 3), (2,), 0.0, 1)
    error: axes
    """
    assert len(s) == len(i), "the index must have as many axes as the array"
    new = along_axis(s, i, axis)
    assert axis_size(s, axis) != 0 or prod(new) == 0, "[index-range] there is nowhere to write"
    assert not is_tensor(values) or (prod(new) == 0 and unsure()) or assignable(v, new), "[assign-shape] the values do not broadcast to the index"

@op("numpy.random.shuffle", "numpy.random.Generator.shuffle", finds="index-rank")
def shuffle(x: NDArray["n *rest"], axis: Literal[0] = 0) -> None:
    """The parts of the first axis in another order, in place.

    >>> shuffle((3, 2))
    None
    """
