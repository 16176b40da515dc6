"""Reductions of `keras.ops` over axes, and running ones.

PyTorch's backend forgets `keepdims` in some of them where no axis is given: there the shape is left open.
"""

@op("keras.ops.mean", "keras.ops.nanmean", "keras.ops.nansum", "keras.ops.std", "keras.ops.var", "keras.ops.nanstd", "keras.ops.nanvar", "keras.ops.all", "keras.ops.any", finds="index-range")
def mean(x: Tensor["*s"], axis: Axes | None = None, keepdims: bool = False) -> Tensor["*new"]:
    """The mean and the like over axes, over all where none is given.

    >>> mean((2, 3))
    ()
    >>> mean((2, 3), axis=-1, keepdims=True)
    (2, 1)
    >>> mean((2, 3, 4), axis=(0, 1))
    (4,)
    >>> mean((2, 3), axis=2)
    error: range
    """
    new = reduced(s, axis, keepdims)

@op("keras.ops.sum", "keras.ops.amax", "keras.ops.amin", "keras.ops.nanmax", "keras.ops.nanmin", "keras.ops.ptp", finds="index-range")
def sum(x: Tensor["*s"], axis: Axes | None = None, keepdims: bool = False) -> Tensor["*new"]:
    """The sum, the largest and the like over axes, over all where none is given.

    >>> sum((2, 3))
    ()
    >>> sum((2, 3), axis=-1, keepdims=True)
    (2, 1)
    >>> sum((2, 3, 4), axis=(0, 1))
    (4,)
    >>> sum((2, 3), axis=2)
    error: range
    """
    new = reduced(s, axis, keepdims) if axis is not None or not keepdims else unsure()

@op("keras.ops.max", "keras.ops.min", finds="index-range")
def max(x: Tensor["*s"], axis: Axes | None = None, keepdims: bool = False, initial: object = None) -> Tensor["*new"]:
    """The largest over axes, over all where none is given.

    >>> max((2, 3))
    ()
    >>> max((2, 3), axis=0)
    (3,)
    >>> max((2, 3), axis=2)
    error: range
    """
    new = reduced(s, axis, keepdims) if axis is not None or not keepdims else unsure()

@op("keras.ops.nanprod", finds="index-range")
def nanprod(x: Tensor["*s"], axis: Axes | None = None, keepdims: bool = False) -> Tensor["*new"]:
    """The product over axes of what is a number, over all where none is given.

    >>> nanprod((2, 3), axis=0)
    (3,)
    >>> nanprod((2, 3), axis=2)
    error: range
    """
    places = [] if axis is None else [a % max(len(s), 1) for a in axis]
    twice = any(count(places, p) > 1 for p in places)
    new = unsure() if twice or axis is None and keepdims else reduced(s, axis, keepdims)

@op("keras.ops.prod", finds="index-range")
def prod(x: Tensor["*s"], axis: Axes | None = None, keepdims: bool = False, dtype: object = None) -> Tensor["*new"]:
    """The product over axes, over all where none is given.

    >>> prod((2, 3))
    ()
    >>> prod((2, 3), axis=0)
    (3,)
    >>> prod((2, 3), axis=2)
    error: range
    """
    places = [] if axis is None else [a % max(len(s), 1) for a in axis]
    twice = any(count(places, p) > 1 for p in places)
    new = unsure() if twice or axis is None and keepdims else reduced(s, axis, keepdims)

@op("keras.ops.count_nonzero", finds="index-range")
def count_nonzero(x: Tensor["*s"], axis: Axes | None = None) -> Tensor["*new"]:
    """How many are not zero; PyTorch's backend exchanges the axes that are left.

    >>> count_nonzero((2, 3), axis=0)
    (3,)
    >>> count_nonzero((2, 3), axis=2)
    error: range
    """
    kept = reduced(s, axis)
    new = kept if len(kept) < 2 else unsure()

@op("keras.ops.argmax", "keras.ops.argmin", "keras.ops.nanargmax", "keras.ops.nanargmin", finds="index-range")
def argmax(x: Tensor["*s"], axis: Axis | None = None, keepdims: bool = False) -> Tensor["*new"]:
    """Where the largest is, counted along an axis or over all.

    >>> argmax((2, 3), axis=1)
    (2,)
    >>> argmax((2, 3))
    ()
    >>> argmax((2, 3), axis=2)
    error: range
    """
    new = reduced(s, axis, keepdims)

@op("keras.ops.median", "keras.ops.nanmedian", finds="index-range")
def median(x: Tensor["*s"], axis: Axes | None = None, keepdims: bool = False) -> Tensor["*new"]:
    """The median over axes, over all where none is given.

    >>> median((2, 3), axis=0)
    (3,)
    >>> median((2, 3), axis=2)
    error: range
    """
    new = reduced(s, axis, keepdims)

@op("keras.ops.quantile", "keras.ops.percentile", "keras.ops.nanquantile", "keras.ops.nanpercentile", finds="index-range")
def quantile(x: Tensor["*s"], q: Tensor["[k]"] | Scalar, axis: Axes | None = None, method: object = "linear", keepdims: bool = False) -> Tensor["*new"]:
    """Quantiles over axes; several of them stand along a new first axis.

    >>> quantile((2, 3), 0.5, axis=0)
    (3,)
    >>> quantile((2, 3), (4,), axis=0)
    (4, 3)
    >>> quantile((2, 3), 0.5, axis=2)
    error: range
    """
    kept = reduced(s, axis, keepdims)
    new = shape_of(q) + kept

@op("keras.ops.average", finds="broadcast-sizes")
@overload
def average(x: Tensor["*s"], axis: Axes | None = None, weights: None = None) -> Tensor["*new"]:
    new = reduced(s, axis)
@overload
def average(x: Tensor["*s"], axis: Axis | None, weights: Tensor["*w"]) -> Tensor["*new"]:
    """The weighted mean over axes; weights have the tensor's shape, or the size of the axis.

    >>> average((2, 3), axis=1)
    (2,)
    >>> average((2, 3), 1, (3,))
    (2,)
    >>> average((2, 3), 1, (2,))
    error: weights
    """
    new = reduced(s, axis) if axis is not None and (axis == -1 or axis == len(s) - 1) or len(s) < 2 else unsure()
    size = 1 if axis is None else axis_size(s, axis)
    assert w == s or (axis is not None and w == (size,)) or (broadcasts_to(w, s) and unsure()), "the weights must have the shape of the tensor, or the size of the axis"

@op("keras.ops.cumsum", "keras.ops.cumprod", "keras.ops.nancumsum", "keras.ops.nancumprod", finds="index-range")
def cumsum(x: Tensor["*s"], axis: Axis | None = None, dtype: object = None) -> Tensor["*new"]:
    """The running sum along an axis, or over all as a vector.

    >>> cumsum((2, 3), axis=1)
    (2, 3)
    >>> cumsum((2, 3))
    (6,)
    >>> cumsum((2, 3), axis=2)
    error: range
    """
    new = flat_or(s, axis) if axis is None or len(s) > 0 else unsure()

@op("keras.ops.corrcoef", finds="index-rank")
def corrcoef(x: Tensor["*s"]) -> Tensor["*new"]:
    """How the rows go together, from -1 to 1.

    >>> corrcoef((2, 5))
    (2, 2)
    >>> corrcoef((2, 5, 3))
    error: one axis or two
    """
    assert len(s) <= 2, "there must be one axis or two"
    k = 1 if len(s) < 2 else s[0]
    new = () if k == 1 else (k, k)
