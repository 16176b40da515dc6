"""Reductions over axes, and running ones."""

@op("numpy.sum", "numpy.ndarray.sum", "numpy.prod", "numpy.ndarray.prod", finds="index-range")
def sum(a: NDArray["*s"], axis: Axes | None = None, dtype: object = None, out: object = None, keepdims: bool = False, initial: object = 0, where: object = True) -> NDSum["*new"]:
    """The sum over axes, over all where none is given.

    >>> sum((2, 3))
    ()
    >>> sum((2, 3), axis=-1, keepdims=True)
    (2, 1)
    >>> sum((2, 3), (0, 1))
    ()
    >>> sum((2, 3), axis=2)
    error: range
    """
    new = reduced(s, axis, keepdims)

@op("numpy.nansum", "numpy.nanprod", finds="index-range")
def nansum(a: NDArray["*s"], axis: Axes | None = None, dtype: object = None, out: object = None, keepdims: bool = False, initial: object = 0, where: object = True) -> NDSum["*new"]:
    """The sum over axes, leaving out what is no number.

    >>> nansum((2, 3), axis=0)
    (3,)
    >>> nansum((2, 3), axis=2)
    error: range
    """
    new = reduced(s, axis, keepdims)

@op("numpy.mean", "numpy.ndarray.mean", "numpy.nanmean", finds="index-range")
def mean(a: NDArray["*s"], axis: Axes | None = None, dtype: object = None, out: object = None, keepdims: bool = False, *, where: object = True) -> NDInexact["*new"]:
    """The mean over axes, over all where none is given.

    >>> mean((2, 3))
    ()
    >>> mean((2, 3), axis=1)
    (2,)
    >>> mean((2, 3), axis=2)
    error: range
    """
    new = reduced(s, axis, keepdims)

@op("numpy.std", "numpy.ndarray.std", "numpy.var", "numpy.ndarray.var", "numpy.nanstd", "numpy.nanvar", finds="index-range")
def std(a: NDArray["*s"], axis: Axes | None = None, dtype: object = None, out: object = None, ddof: int = 0, keepdims: bool = False, *, where: object = True, correction: object = 0) -> NDAny["*new"] if has_dtype(a, "numpy.complex64", "numpy.complex128") or dtype is not None else NDInexact["*new"]:
    """The spread over axes, over all where none is given.

    >>> std((2, 3), axis=0)
    (3,)
    >>> std((2, 3), axis=2)
    error: range
    """
    new = reduced(s, axis, keepdims)

@op("numpy.max", "numpy.amax", "numpy.ndarray.max", "numpy.min", "numpy.amin", "numpy.ndarray.min", "numpy.nanmax", "numpy.nanmin", finds="index-range")
def max(a: NDArray["*s"], axis: Axes | None = None, out: object = None, keepdims: bool = False, initial: object = None, where: object = True) -> NDArray["*new"]:
    """The largest over axes, over all where none is given; of nothing there is none.

    >>> max((2, 3), axis=0)
    (3,)
    >>> max((2, 3), axis=2)
    error: range
    >>> max((0, 3))
    error: nothing
    """
    new = reduced(s, axis, keepdims)
    assert initial is not None or prod(s) != 0 or (prod(new) == 0 and unsure()), "[bad-argument] there is nothing to take the largest of"

@op("numpy.ptp", finds="index-range")
def ptp(a: NDArray["*s"], axis: Axes | None = None, out: object = None, keepdims: bool = False) -> NDArray["*new"]:
    """The largest less the smallest.

    >>> ptp((2, 3), axis=0)
    (3,)
    >>> ptp((2, 3), axis=2)
    error: range
    """
    new = reduced(s, axis, keepdims)
    assert prod(s) != 0 or (prod(new) == 0 and unsure()), "[bad-argument] there is nothing to take the largest of"

@op("numpy.all", "numpy.ndarray.all", "numpy.any", "numpy.ndarray.any", finds="index-range")
def all(a: NDArray["*s"], axis: Axes | None = None, out: object = None, keepdims: bool = False, *, where: object = True) -> NDBool["*new"]:
    """Whether all are true.

    >>> all((2, 3), axis=0)
    (3,)
    >>> all((2, 3), axis=2)
    error: range
    """
    new = reduced(s, axis, keepdims)

@op("numpy.count_nonzero", finds="index-range")
def count_nonzero(a: NDArray["*s"], axis: Axes | None = None, *, keepdims: bool = False) -> NDInt["*new"]:
    """How many are not zero.

    >>> count_nonzero((2, 3), axis=0)
    (3,)
    >>> count_nonzero((2, 3), axis=2)
    error: range
    """
    new = reduced(s, axis, keepdims)

@op("numpy.argmax", "numpy.ndarray.argmax", "numpy.argmin", "numpy.ndarray.argmin", "numpy.nanargmax", "numpy.nanargmin", finds="index-range")
def argmax(a: NDArray["*s"], axis: Axis | None = None, out: object = None, *, keepdims: bool = False) -> NDInt["*new"]:
    """Where the largest is, counted along an axis or over all.

    >>> argmax((2, 3), axis=1)
    (2,)
    >>> argmax((2, 3))
    ()
    >>> argmax((2, 3), axis=2)
    error: range
    """
    new = reduced(s, axis, keepdims)
    assert prod(s) != 0 or (prod(new) == 0 and unsure()), "[bad-argument] there is nothing to take the largest of"

@op("numpy.median", "numpy.nanmedian", finds="index-range")
def median(a: NDArray["*s"], axis: Axes | None = None, out: object = None, overwrite_input: bool = False, keepdims: bool = False) -> NDAny["*new"] if has_dtype(a, "numpy.float16", "numpy.bool") else NDInexact["*new"]:
    """The median over axes, over all where none is given.

    >>> median((2, 3), axis=0)
    (3,)
    >>> median((2, 3), axis=2)
    error: range
    """
    kept = reduced(s, axis, keepdims)
    new = kept if prod(s) != 0 else unsure()

@op("numpy.percentile", "numpy.quantile", "numpy.nanpercentile", "numpy.nanquantile", finds="index-range")
def percentile(a: NDArray["*s"], q: NDAny["[k]"] | float, axis: Axes | None = None, out: object = None, overwrite_input: bool = False, method: object = "linear", keepdims: bool = False) -> NDAny["*new"]:
    """Quantiles over axes; several of them stand along new first axes.

    >>> percentile((2, 3), 0.5, axis=0)
    (3,)
    >>> percentile((2, 3), (4,), axis=0)
    (4, 3)
    >>> percentile((2, 3), 0.5, axis=2)
    error: range
    """
    kept = reduced(s, axis, keepdims)
    new = shape_of(q) + kept if prod(s) != 0 else unsure()

@op("numpy.average", finds="broadcast-sizes")
@overload
def average(a: NDArray["*s"], axis: Axes | None = None, weights: None = None, returned: Literal[False] = False, *, keepdims: bool = False) -> NDInexact["*new"]:
    new = reduced(s, axis, keepdims)
    assert prod(s) != 0 or unsure(), "nothing has no mean"
@overload
def average(a: NDArray["*s"], axis: Axes | None, weights: NDAny["*w"], returned: Literal[False] = False, *, keepdims: bool = False) -> NDAny["*new"]:
    """The weighted mean over axes; weights have the array's shape, or that of the axes.

    >>> average((2, 3), axis=1)
    (2,)
    >>> average((2, 3), 1, (3,))
    (2,)
    >>> average((2, 3), 1, (2,))
    error: weights
    """
    new = reduced(s, axis, keepdims)
    assert prod(s) != 0 or unsure(), "nothing has no mean"
    assert w == s or axis is not None, "the weights must have the shape of the array where no axis is given"
    assert w == s or len(w) == len(axis), "the weights must have the shape of the array, or of the axes"
    assert w == s or all(n == axis_size(s, i) for n, i in zip(w, axis)), "the weights must have the size of the axis"

@op("numpy.cumsum", "numpy.ndarray.cumsum", "numpy.cumprod", "numpy.ndarray.cumprod", "numpy.nancumsum", "numpy.nancumprod", finds="index-range")
def cumsum(a: NDArray["*s"], axis: Axis | None = None, dtype: object = None, out: object = None) -> NDSum["*new"]:
    """The running sum along an axis, or over all as a vector.

    >>> cumsum((2, 3), axis=1)
    (2, 3)
    >>> cumsum((2, 3))
    (6,)
    >>> cumsum((2, 3), axis=2)
    error: range
    """
    parts = at_least(s, 1)
    new = flat_or(parts, axis)

@op("numpy.maximum.accumulate", "numpy.minimum.accumulate", "numpy.add.accumulate", "numpy.multiply.accumulate", finds="index-range")
def accumulate(array: NDArray["*s"], axis: Axis = 0, dtype: object = None, out: object = None) -> NDAny["*new"]:
    """Running results along an axis.

    >>> accumulate((2, 3))
    (2, 3)
    >>> accumulate((2, 3), 2)
    error: range
    """
    new = flat_or(s, axis)

@op("numpy.add.reduce", "numpy.multiply.reduce", finds="index-range")
def reduce(array: NDArray["*s"], axis: Axes | None = 0, dtype: object = None, out: object = None, keepdims: bool = False) -> NDAny["*new"]:
    """All elements along the first axis taken together, or along others.

    >>> reduce((2, 3))
    (3,)
    >>> reduce((2, 3), None)
    ()
    >>> reduce((2, 3), axis=2)
    error: range
    """
    new = unsure() if len(s) == 0 else reduced(s, axis, keepdims)

@op("numpy.cov", finds="index-rank")
def cov(m: NDArray["*s"], y: None = None, rowvar: bool = True, bias: bool = False, ddof: object = None) -> NDAny["*new"]:
    """How the rows vary together.

    >>> cov((2, 5))
    (2, 2)
    >>> cov((2, 5), rowvar=False)
    (5, 5)
    >>> cov((2, 5, 3))
    error: one axis or two
    """
    assert len(s) <= 2, "there must be one axis or two"
    k = 1 if len(s) < 2 else s[0] if rowvar else s[1] if s[0] != 1 else unsure()
    new = () if k == 1 else (k, k)

@op("numpy.corrcoef", finds="index-rank")
def corrcoef(x: NDArray["*s"], y: None = None, rowvar: bool = True) -> NDAny["*new"]:
    """How the rows go together, from -1 to 1.

    >>> corrcoef((2, 5))
    (2, 2)
    >>> corrcoef((2, 5, 3))
    error: one axis or two
    """
    assert len(s) <= 2, "there must be one axis or two"
    k = 1 if len(s) < 2 else s[0] if rowvar else s[1] if s[0] != 1 else unsure()
    new = () if k == 1 else (k, k)
