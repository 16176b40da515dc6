"""Counting elements, and finding them: histograms, sorted places, what is there only once."""

@op("torch.bincount", "torch.Tensor.bincount", finds="index-rank")
def bincount(input: Integer["n"], weights: Array["*w"] | None = None, minlength: Dim = 0) -> Int["found"] if weights is None else Array["found"]:
    """How often each number occurs, or the sum of its weights: up to the greatest, at least minlength.

    >>> bincount((5,))
    (...,)
    >>> bincount((5,), (5,), 8)
    (...,)
    >>> bincount((5, 2))
    error: rank
    >>> bincount((5,), (4,))
    error: weights
    """
    assert weights is None or n == 0 or w == (n,), "[bad-argument] weights must be as many as the numbers"
    assert minlength >= 0, "[bad-argument] minlength must not be negative"
    found = max(some(0), minlength)

@op("torch.histc", "torch.Tensor.histc")
def histc(input: Tensor["*s"], bins: Dim = 100, min: float = 0, max: float = 0, *, out: object = None) -> Tensor["bins"]:
    """How many elements fall into each of some equal intervals.

    >>> histc((2, 3), 8)
    (8,)
    >>> histc((2, 3), 0)
    error: positive
    """
    assert bins > 0, "bins must be positive"
    assert min <= max, "max must not be less than min"

@op("torch.histogram", "torch.Tensor.histogram", fields=("hist", "bin_edges"))
@overload
def histogram(input: Float["*s"], bins: Array["edges"], *, weight: Array["*w"] | None = None, density: bool = False, out: object = None) -> tuple[Tensor["edges-1"], Tensor["edges"]]:
    assert edges > 1, "an interval has two edges"
    assert weight is None or prod(w) == prod(s), "weight must have as many elements"
    assert same_dtype(input, bins), "[mixed-dtypes] the edges must have the same dtype"
    assert weight is None or same_dtype(input, weight), "[mixed-dtypes] weight must have the same dtype"
@overload
def histogram(input: Float["*s"], bins: Dim = 100, *, range: object = None, weight: Array["*w"] | None = None, density: bool = False, out: object = None) -> tuple[Tensor["bins"], Tensor["bins+1"]]:
    """How many elements fall into each interval, and the edges of these.

    >>> histogram((2, 3), 8)
    ((8,), (9,))
    >>> histogram((2, 3), (9,))
    ((8,), (9,))
    >>> histogram((2, 3), 8, weight=(5,))
    error: weight
    """
    assert bins > 0, "bins must be positive"
    assert weight is None or prod(w) == prod(s), "weight must have as many elements"
    assert weight is None or same_dtype(input, weight), "[mixed-dtypes] weight must have the same dtype"
    assert range is None or len(range) == 2, "range must be two numbers"

@op("torch.histogramdd", fields=("hist", "bin_edges"))
@overload
def histogramdd(input: Float["*rows n"], bins: Dim, range: object = None, weight: Array["*w"] | None = None, density: bool = False) -> tuple[Tensor, list[Tensor["bins+1"], n]]:
    assert len(rows) > 0, "[index-rank] the points stand in rows"
    assert bins > 0, "bins must be positive"
    assert weight is None or w == rows, "each point has one weight"
    assert weight is None or same_dtype(input, weight), "[mixed-dtypes] weight must have the same dtype"
@overload
def histogramdd(input: Float["*rows n"], bins: tuple[int, ...], range: object = None, weight: Array["*w"] | None = None, density: bool = False) -> tuple[Tensor["*bins"], list[Tensor["?edges"]]]:
    assert len(rows) > 0, "[index-rank] the points stand in rows"
    assert len(bins) == n, "bins must be as many as the coordinates of a point"
    assert all(b > 0 for b in bins), "bins must be positive"
    assert weight is None or w == rows, "each point has one weight"
    assert weight is None or same_dtype(input, weight), "[mixed-dtypes] weight must have the same dtype"
    edges = [b + 1 for b in bins]
@overload
def histogramdd(input: Float["*rows n"], bins: list[Array["?edges"]], range: object = None, weight: Array["*w"] | None = None, density: bool = False) -> tuple[Tensor["*cells"], list[Tensor["?edges"]]]:
    """How many points (the last axis) fall into each cell of a grid, and the edges of the grid.

    >>> histogramdd((5, 3), (2, 4, 6))
    ((2, 4, 6), ((3,), (5,), (7,)))
    >>> histogramdd((5, 3), (2, 4))
    error: coordinates
    """
    assert len(rows) > 0, "[index-rank] the points stand in rows"
    assert len(bins) == n, "bins must be as many as the coordinates of a point"
    assert all(e > 1 for e in edges), "an interval has two edges"
    assert weight is None or w == rows, "each point has one weight"
    assert weight is None or same_dtype(input, weight), "[mixed-dtypes] weight must have the same dtype"
    cells = [e - 1 for e in edges]

@op("torch.bucketize", finds="index-rank")
@overload
def bucketize(input: Array["*s"], boundaries: Array["_"], *, out_int32: bool = False, right: bool = False, out: object = None) -> Int32["*s"] if out_int32 else Int["*s"]: ...
@overload
def bucketize(input: Scalar, boundaries: Array["_"], *, out_int32: bool = False, right: bool = False, out: object = None) -> Int32[""] if out_int32 else Int[""]:
    """The bucket of each element, between sorted boundaries.

    >>> bucketize((2, 3), (5,))
    (2, 3)
    >>> bucketize((2, 3), (5, 1))
    error: rank
    """

@op("torch.searchsorted", finds="bad-argument")
@overload
def searchsorted(sorted_sequence: Array["n"], input: Scalar, *, out_int32: bool = False, right: bool = False, side: str | None = None, sorter: Int["n"] | None = None, out: object = None) -> Int32[""] if out_int32 else Int[""]:
    assert side in (None, "left", "right"), "side must be left or right"
    assert not right or side != "left", "side and right must not be opposites"
@overload
def searchsorted(sorted_sequence: Array["n"], input: Array["*s"], *, out_int32: bool = False, right: bool = False, side: str | None = None, sorter: Int["n"] | None = None, out: object = None) -> Int32["*s"] if out_int32 else Int["*s"]:
    assert side in (None, "left", "right"), "side must be left or right"
    assert not right or side != "left", "side and right must not be opposites"
@overload
def searchsorted(sorted_sequence: Array["*rows k n"], input: Array["*rows k m"], *, out_int32: bool = False, right: bool = False, side: str | None = None, sorter: Int["*rows k n"] | None = None, out: object = None) -> Int32["*rows k m"] if out_int32 else Int["*rows k m"]:
    """Where the elements would stand in a sorted sequence, or each row in its own.

    >>> searchsorted((5,), (2, 3))
    (2, 3)
    >>> searchsorted((2, 5), (2, 3), side="right")
    (2, 3)
    >>> searchsorted((2, 5), (4, 3))
    error: k
    >>> searchsorted((2, 5), (3,))
    error: rank
    """
    assert side in (None, "left", "right"), "side must be left or right"
    assert not right or side != "left", "side and right must not be opposites"

@op("torch.isin", finds="tensor-dtype")
@overload
def isin(elements: Array["*s"], test_elements: Array, *, assume_unique: bool = False, invert: bool = False, out: object = None) -> Bool["*s"]:
    assert not has_dtype(elements, "bool", "complex64", "complex128"), "the elements must be real numbers"
    assert not has_dtype(test_elements, "bool", "complex64", "complex128"), "the elements must be real numbers"
@overload
def isin(elements: Array["*s"], test_element: Scalar, *, assume_unique: bool = False, invert: bool = False, out: object = None) -> Bool["*s"]:
    assert not has_dtype(elements, "bool", "complex64", "complex128"), "the elements must be real numbers"
    assert test_element is not True and test_element is not False, "the elements must be real numbers"
@overload
def isin(element: Scalar, test_elements: Array, *, assume_unique: bool = False, invert: bool = False, out: object = None) -> Bool[""]:
    """Whether each element is among others.

    >>> isin((2, 3), (5,))
    (2, 3)
    >>> isin((2, 3), 1)
    (2, 3)
    >>> isin((2, 3), True)
    error: real
    """
    assert not has_dtype(test_elements, "bool", "complex64", "complex128"), "the elements must be real numbers"
    assert element is not True and element is not False, "the elements must be real numbers"

@op("torch.unique", "torch.Tensor.unique", finds="index-range")
def unique(input: Tensor["*s"], sorted: bool = True, return_inverse: bool = False, return_counts: bool = False, dim: Axis | None = None) -> (
    tuple[Tensor["*values"], Int["*places"], Int["found"]] if return_inverse and return_counts
    else tuple[Tensor["*values"], Int["*places"]] if return_inverse
    else tuple[Tensor["*values"], Int["found"]] if return_counts
    else Tensor["*values"]
):
    """Each element once, or each slice of an axis; where every one went, and how often it was there.

    >>> unique((2, 3))
    (...,)
    >>> unique((2, 3), return_inverse=True, return_counts=True, dim=1)
    ((2, ...), (3,), (...,))
    >>> unique((2, 3), dim=2)
    error: range
    """
    assert dim is None or len(s) > 0, "[index-rank] a scalar has no axes"
    assert dim is None or prod(drop(s, dim)) > 0, "[bad-argument] the slices are empty"
    found = some(0)
    values = (found,) if dim is None else insert(drop(s, dim), dim, found)
    places = s if dim is None else (s[dim],)

@op("torch.unique_consecutive", "torch.Tensor.unique_consecutive", finds="index-range")
def unique_consecutive(input: Tensor["*s"], *, return_inverse: bool = False, return_counts: bool = False, dim: Axis | None = None) -> (
    tuple[Tensor["*values"], Int["*places"], Int["found"]] if return_inverse and return_counts
    else tuple[Tensor["*values"], Int["*places"]] if return_inverse
    else tuple[Tensor["*values"], Int["found"]] if return_counts
    else Tensor["*values"]
):
    """One element for each run of equal ones, or one slice of an axis.

    >>> unique_consecutive((2, 3))
    (...,)
    >>> unique_consecutive((2, 3), return_inverse=True, dim=0)
    ((..., 3), (2,))
    >>> unique_consecutive((2, 3), dim=2)
    error: range
    """
    assert dim is None or len(s) > 0, "[index-rank] a scalar has no axes"
    assert dim is None or prod(drop(s, dim)) > 0, "[bad-argument] the slices are empty"
    found = some(0)
    values = (found,) if dim is None else insert(drop(s, dim), dim, found)
    places = s if dim is None else (s[dim],)

@op("torch.msort", "torch.Tensor.msort")
def msort(input: Tensor["*s"], *, out: object = None) -> Tensor["*s"]:
    """Sorted along the first axis.

    >>> msort((2, 3))
    (2, 3)
    """

@op("torch.hash_tensor", "torch.Tensor.hash_tensor", finds="index-range")
def hash_tensor(input: Tensor["*s"], dim: Axes | None = (), *, keepdim: bool = False, mode: int = 0, out: object = None) -> Array["*new"]:
    """One number for what stands along some axes, or in the whole.

    >>> hash_tensor((2, 3), 1)
    (2,)
    >>> hash_tensor((2, 3), 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)
    assert prod(s) > 0 if dim is None or len(dim) == 0 else len(s) == 0 or all(s[d] > 0 for d in dim), "[bad-argument] there is nothing to hash"
    assert mode == 0, "[bad-argument] there is only the mode 0"
