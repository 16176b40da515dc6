"""Reductions and scans along axes."""

@op("torch.sum", "torch.Tensor.sum", "torch.nansum", "torch.Tensor.nansum", finds="index-range", layout="packed")
def sum(input: Tensor["*s"], dim: Axis | Axes | None = None, keepdim: bool = False, *, dtype: str | None = None, out: object = 0) -> Summed["*new"]:
    """The sum over `dim`, or over everything; of integers as int64.

    >>> sum((2, 3, 4), (0, -1))
    (3,)
    >>> sum((2, 3), 1, keepdim=True)
    (2, 1)
    >>> sum((2, 3))
    ()
    >>> sum((2, 3), 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)

@op("torch.mean", "torch.Tensor.mean", "torch.nanmean", "torch.Tensor.nanmean", finds="index-range", layout="packed")
def mean(input: Tensor["*s"], dim: Axis | Axes | None = None, keepdim: bool = False, *, dtype: str | None = None, out: object = 0) -> Inexact["*new"]:
    """The mean over `dim`, or over everything; integers have none.

    >>> mean((2, 3, 4), (0, -1))
    (3,)
    >>> mean((2, 3), 2)
    error: range
    """
    exact = has_dtype(input, "bool", "uint8", "int8", "int16", "int32", "int64")
    assert not exact or dtype is not None, "[tensor-dtype] input must be floating point, or dtype given"
    new = reduce_axes(s, dim, keepdim)

@op("torch.logsumexp", "torch.Tensor.logsumexp", "torch.special.logsumexp", finds="index-range", layout="packed")
def logsumexp(input: Tensor["*s"], dim: Axis | Axes, keepdim: bool = False, *, out: object = 0) -> Inexact["*new"]:
    """The logarithm of the sum of exponentials over `dim`.

    >>> logsumexp((2, 3, 4), (0, -1))
    (3,)
    >>> logsumexp((2, 3), 2)
    error: range
    """
    assert dim != () or keepdim or len(s) == 0, "[bad-argument] no axis is given"
    new = reduce_axes(s, dim, keepdim)

@op("torch.amax", "torch.Tensor.amax", "torch.amin", "torch.Tensor.amin", finds="index-range", layout="packed")
def amax(input: Tensor["*s"], dim: Axis | Axes | None = None, keepdim: bool = False, *, out: object = 0) -> Tensor["*new"]:
    """The extreme over `dim`, or over everything.

    >>> amax((2, 3, 4), (0, -1))
    (3,)
    >>> amax((2, 3), 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)
    assert not empty(reduced_sizes(s, dim)), "[bad-argument] there is nothing to reduce"

@op("torch.aminmax", "torch.Tensor.aminmax", finds="index-range", fields=("min", "max"), layout="packed")
def aminmax(input: Tensor["*s"], *, dim: Axis | None = None, keepdim: bool = False, out: object = 0) -> tuple[Tensor["*new"], Tensor["*new"]]:
    """Both extremes over one axis, or over everything.

    >>> aminmax((2, 3), dim=1)
    ((2,), (2,))
    >>> aminmax((2, 3), dim=2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)
    assert not empty(reduced_sizes(s, dim)), "[bad-argument] there is nothing to reduce"

@op("torch.count_nonzero", "torch.Tensor.count_nonzero", finds="index-range", layout="packed")
def count_nonzero(input: Tensor["*s"], dim: Axis | Axes | None = None) -> Int["*new"]:
    """How many elements are not zero.

    >>> count_nonzero((2, 3), 1)
    (2,)
    >>> count_nonzero((2, 3), 2)
    error: range
    """
    new = reduce_axes(s, dim, False)

@op("torch.all", "torch.Tensor.all", "torch.any", "torch.Tensor.any", finds="index-range", layout="packed")
def all(input: Tensor["*s"], dim: Axis | Axes | None = None, keepdim: bool = False, *, out: object = 0) -> UInt8["*new"] if has_dtype(input, "uint8") else Bool["*new"]:
    """Whether all or any elements over `dim`, or over everything, are true.

    >>> all((2, 3), 1)
    (2,)
    >>> all((2, 3), 2)
    error: range
    """
    new = s if dim == () else reduce_axes(s, dim, keepdim)

@op("torch.std", "torch.Tensor.std", "torch.var", "torch.Tensor.var", finds="index-range", layout="packed")
@overload
def spread(input: Inexact["*s"], unbiased: Flag) -> Real[""]: ...
@overload
def spread(input: Inexact["*s"], dim: Axis | Axes | None = None, unbiased: bool = True, keepdim: bool = False, *, correction: object = 1, out: object = 0) -> Real["*new"]:
    """Variance or deviation over `dim`.

    >>> spread((2, 3), 1)
    (2,)
    >>> spread((2, 3), 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)

@op("torch.std_mean", "torch.var_mean", finds="index-range", layout="packed")
@overload
def spread_mean(input: Inexact["*s"], unbiased: Flag) -> tuple[Real[""], Tensor[""]]: ...
@overload
def spread_mean(input: Inexact["*s"], dim: Axis | Axes | None = None, unbiased: bool = True, keepdim: bool = False, *, correction: object = 1, out: object = 0) -> tuple[Real["*new"], Tensor["*new"]]:
    """Variance or deviation over `dim`, and the mean.

    >>> spread_mean((2, 3), 1)
    ((2,), (2,))
    >>> spread_mean((2, 3), 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)

@op("torch.norm", "torch.Tensor.norm", "torch.functional.norm", finds="index-range", layout="packed")
def norm(input: Inexact["*s"], p: object = 2, dim: Axis | Axes | None = None, keepdim: bool = False, dtype: str | None = None, out: object = 0) -> Real["*new"]:
    """A norm over `dim`.

    >>> norm((2, 3), 2, 1)
    (2,)
    >>> norm((2, 3), 2, 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)

@op("torch.linalg.norm", "torch.linalg.vector_norm", finds="index-range", layout="packed")
def vector_norm(x: Inexact["*s"], ord: object = None, dim: Axis | Axes | None = None, keepdim: bool = False, *, dtype: str | None = None, out: object = 0) -> Real["*new"]:
    """A norm over `dim`.

    >>> vector_norm((2, 3), 2, 1)
    (2,)
    >>> vector_norm((2, 3), 2, 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)

@op("torch.linalg.matrix_norm", finds="index-range", layout="packed")
def matrix_norm(A: Inexact["*s"], ord: object = "fro", dim: Axes = (-2, -1), keepdim: bool = False, *, dtype: str | None = None, out: object = 0) -> Real["*new"]:
    """A norm over two axes.

    >>> matrix_norm((4, 2, 3))
    (4,)
    >>> matrix_norm((3,))
    error: matrix
    """
    assert len(s) >= 2, "[index-rank] a matrix has two axes"
    new = reduce_axes(s, dim, keepdim)

@op("torch.prod", "torch.Tensor.prod", finds="index-range", layout="packed")
def prod(input: Tensor["*s"], dim: Axis | None = None, keepdim: bool = False, *, dtype: str | None = None, out: object = 0) -> Summed["*new"]:
    """The product over one axis, or over everything; of integers as int64.

    >>> prod((2, 3), 1)
    (2,)
    >>> prod((2, 3), 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)

@op("torch.argmax", "torch.Tensor.argmax", "torch.argmin", "torch.Tensor.argmin", finds="index-range", layout="packed")
def argmax(input: Tensor["*s"], dim: Axis | None = None, keepdim: bool = False, *, out: object = 0) -> Int["*new"]:
    """The index of the extreme.

    >>> argmax((2, 3), -1)
    (2,)
    >>> argmax((2, 3), 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)
    assert not empty(reduced_sizes(s, dim)), "[bad-argument] there is nothing to reduce"

@op("torch.max", "torch.Tensor.max", "torch.min", "torch.Tensor.min", finds="index-range", fields=("values", "indices"), layout="packed")
@overload
def extreme(input: Tensor["*s"], *, out: object = 0) -> Tensor[""]:
    assert not empty(s), "[bad-argument] there is nothing to reduce"
@overload
def extreme(input: Tensor["*#s"], other: Tensor["*#s"], *, out: object = 0) -> Tensor["*s"]: ...
@overload
def extreme(input: Tensor["*s"], dim: Axis, keepdim: bool = False, *, out: object = 0) -> tuple[Tensor["*new"], Int["*new"]]:
    """Of everything; of two tensors; or (values, indices) along an axis.

    >>> extreme((2, 3))
    ()
    >>> extreme((2, 3), 1)
    ((2,), (2,))
    >>> extreme((2, 3), (3,))
    (2, 3)
    >>> extreme((2, 3), 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)
    assert not empty(reduced_sizes(s, dim)), "[bad-argument] there is nothing to reduce"

@op("torch.median", "torch.Tensor.median", "torch.nanmedian", "torch.Tensor.nanmedian", finds="index-range", fields=("values", "indices"), layout="packed")
@overload
def median(input: Tensor["*s"], *, out: object = 0) -> Tensor[""]: ...
@overload
def median(input: Tensor["*s"], dim: Axis, keepdim: bool = False, *, out: object = 0) -> tuple[Tensor["*new"], Int["*new"]]:
    """Of everything, or (values, indices) along an axis.

    >>> median((2, 3), 1)
    ((2,), (2,))
    >>> median((2, 3), 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)
    assert not empty(reduced_sizes(s, dim)), "[bad-argument] there is nothing to reduce"

@op("torch.mode", "torch.Tensor.mode", finds="index-range", fields=("values", "indices"), layout="packed")
def mode(input: Tensor["*s"], dim: Axis = -1, keepdim: bool = False, *, out: object = 0) -> tuple[Tensor["*new"], Int["*new"]]:
    """The most frequent value along an axis, and where it stands.

    >>> mode((2, 3), 1)
    ((2,), (2,))
    >>> mode((2, 3), 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)
    assert not empty(reduced_sizes(s, dim)), "[bad-argument] there is nothing to reduce"

@op("torch.kthvalue", "torch.Tensor.kthvalue", finds="index-range", fields=("values", "indices"), layout="packed")
def kthvalue(input: Tensor["*s"], k: Dim, dim: Axis = -1, keepdim: bool = False, *, out: object = 0) -> tuple[Tensor["*new"], Int["*new"]]:
    """The k-th smallest along an axis, and where it stands.

    >>> kthvalue((2, 3), 2)
    ((2,), (2,))
    >>> kthvalue((2, 3), 4)
    error: k
    """
    new = reduce_axes(s, dim, keepdim)
    assert k <= (1 if len(s) == 0 else s[dim]), "k is larger than the axis"
    assert k > 0, "k must be positive"

@op("torch.quantile", "torch.Tensor.quantile", "torch.nanquantile", "torch.Tensor.nanquantile", finds="index-range")
@overload
def quantile(input: Float["*s"], q: float, dim: Axis | None = None, keepdim: bool = False, *, interpolation: str = "linear", out: object = 0) -> Tensor["*new"]:
    new = reduce_axes(s, dim, keepdim)
    assert not empty(s), "[bad-argument] the tensor is empty"
@overload
def quantile(input: Float["*s"], q: Float["*points"], dim: Axis | None = None, keepdim: bool = False, *, interpolation: str = "linear", out: object = 0) -> Tensor["*points *new"]:
    """The q-th quantiles along an axis, or over everything; several q make a first axis.

    >>> quantile((2, 3), 0.5, 1)
    (2,)
    >>> quantile((2, 3), (5,), 1)
    (5, 2)
    >>> quantile((2, 3), 0.5, 2)
    error: range
    """
    assert len(points) <= 1, "[index-rank] q must be a scalar or a vector"
    new = reduce_axes(s, dim, keepdim)
    assert not empty(s), "[bad-argument] the tensor is empty"

@op("torch.cumsum", "torch.Tensor.cumsum", "torch.cumprod", "torch.Tensor.cumprod", finds="index-range", layout="packed")
def cumulated(input: Tensor["*s"], dim: Axis, *, dtype: str | None = None, out: object = 0) -> Summed["*s"]:
    """Sums or products up to each element; of integers as int64.

    >>> cumulated((2, 3), 1)
    (2, 3)
    >>> cumulated((2, 3), 2)
    error: range
    """
    kept = reduce_axes(s, dim, True)

@op("torch.logcumsumexp", "torch.Tensor.logcumsumexp", "torch.Tensor.cumsum_", "torch.Tensor.cumprod_", finds="index-range")
def scan(input: Tensor["*s"], dim: Axis, *, dtype: str | None = None, out: object = 0) -> Tensor["*s"]:
    """Along one axis, shape and dtype kept.

    >>> scan((2, 3), 1)
    (2, 3)
    >>> scan((2, 3), 2)
    error: range
    """
    kept = reduce_axes(s, dim, True)

@op("torch.cummax", "torch.Tensor.cummax", "torch.cummin", "torch.Tensor.cummin", finds="index-range", fields=("values", "indices"), layout="packed")
def cumulated_extreme(input: Tensor["*s"], dim: Axis, *, out: object = 0) -> tuple[Tensor["*s"], Int["*s"]]:
    """The extremes up to each element, and where they stand.

    >>> cumulated_extreme((2, 3), 1)
    ((2, 3), (2, 3))
    >>> cumulated_extreme((2, 3), 2)
    error: range
    """
    kept = s if empty(s) else reduce_axes(s, dim, True)

@op("torch.diff", "torch.Tensor.diff", finds="index-range")
@overload
def diff(input: Tensor["*pre size@dim *post"], n: Dim = 1, dim: Axis = -1, prepend: Tensor["*pre before@dim *post"] | None = None, append: Tensor["*pre after@dim *post"] | None = None, *, out: object = 0) -> Tensor["*pre left *post"]:
    """Differences of neighbours along an axis, n times.

    >>> diff((2, 5))
    (2, 4)
    >>> diff((2, 5), prepend=(2, 1))
    (2, 5)
    >>> diff((2, 5), dim=2)
    error: range
    """
    whole = size + (0 if prepend is None else before) + (0 if append is None else after)
    left = max(whole - n, 0)
    assert n >= 0, "n must not be negative"
def diff(input: Tensor["*s"], n: Literal[0], dim: object = -1, prepend: object = None, append: object = None, *, out: object = 0) -> Tensor["*s"]:
    known = unsure()

@op("torch.trapezoid", "torch.trapz", finds="index-range", layout="packed")
@overload
def trapezoid(y: Tensor["*s"], *, dx: float = 1, dim: Axis = -1) -> Inexact["*new"] if size_at(s, dim) > 0 else Tensor["*new"]:
    assert len(s) > 0, "[index-rank] a scalar has no axes"
    assert size_at(s, dim) == 0 or not has_dtype(y, "bool"), "[tensor-dtype] truths have no integral"
    new = drop(s, dim)
@overload
def trapezoid(y: Tensor["*s"], x: Tensor["*q"], *, dim: Axis = -1) -> Inexact["*new"] if len(q) > 0 and size_at(s, dim) > 0 else Array["*new"]:
    """The integral along an axis; its points may broadcast.

    >>> trapezoid((2, 5))
    (2,)
    >>> trapezoid((2, 5), (2, 1), dim=0)
    (5,)
    >>> trapezoid((2, 5), dim=2)
    error: range
    >>> trapezoid((2, 5), (4,))
    error: points
    """
    assert len(s) > 0, "[index-rank] a scalar has no axes"
    n = size_at(s, dim)
    at = dim if dim >= 0 else dim + len(s)
    assert len(q) != 1 or n == 0 or q[0] == n, "[bad-argument] x must have as many points as the axis"
    assert n == 0 or not has_dtype(y, "bool") and not has_dtype(x, "bool"), "[tensor-dtype] truths have no integral"
    ones = reduce_axes(s, None, True)
    points = with_size(ones, at, n) if len(q) == 1 else ones[:len(s) - len(q)] + q if len(q) < len(s) else q
    spans = broadcast(with_size(points, at, max(points[at] - 1, 0)), with_size(s, at, n - 1)) if n > 0 else s
    new = drop(spans, at)

@op("torch.cumulative_trapezoid", finds="index-range", layout="packed")
@overload
def cumulative_trapezoid(y: Tensor["*pre n@dim *post"], *, dx: float = 1, dim: Axis = -1) -> Inexact["*pre max(n-1,0) *post"]:
    assert len(shape_of(y)) > 0, "[index-rank] a scalar has no axes"
    assert not has_dtype(y, "bool"), "[tensor-dtype] truths have no integral"
@overload
def cumulative_trapezoid(y: Tensor["*s"], x: Tensor["*q"], *, dim: Axis = -1) -> Inexact["*spans"] if len(q) > 0 else Array["*spans"]:
    """The integral along an axis up to each element but the first.

    >>> cumulative_trapezoid((2, 5))
    (2, 4)
    >>> cumulative_trapezoid((2, 5), (5,))
    (2, 4)
    >>> cumulative_trapezoid((2, 5), dim=2)
    error: range
    >>> cumulative_trapezoid((2, 5), (4,))
    error: points
    """
    assert len(s) > 0, "[index-rank] a scalar has no axes"
    n = size_at(s, dim)
    at = dim if dim >= 0 else dim + len(s)
    assert len(q) != 1 or q[0] == n, "[bad-argument] x must have as many points as the axis"
    assert not has_dtype(y, "bool") and not has_dtype(x, "bool"), "[tensor-dtype] truths have no integral"
    ones = reduce_axes(s, None, True)
    points = with_size(ones, at, n) if len(q) == 1 else ones[:len(s) - len(q)] + q if len(q) < len(s) else q
    spans = broadcast(with_size(points, at, max(points[at] - 1, 0)), with_size(s, at, max(n - 1, 0)))

@op("torch.renorm", "torch.Tensor.renorm", finds="index-range", layout="packed")
def renorm(input: Tensor["*pre n@dim *post"], p: object, dim: Axis, maxnorm: object, *, out: object = 0) -> Tensor["*pre n *post"]:
    """Slices along an axis scaled down to a largest norm.

    >>> renorm((2, 5), 1, 0, 5)
    (2, 5)
    >>> renorm((2, 5), 1, 2, 5)
    error: range
    """
    assert len(pre) + len(post) > 0, "[index-rank] a vector has no slices"

@op("torch.dist", "torch.Tensor.dist", finds="broadcast-sizes", layout="packed")
def dist(input: Tensor["*#s"], other: Tensor["*#s"], p: float = 2) -> Real[""]:
    """The norm of the difference; both sides broadcast.

    >>> dist((2, 3), (3,))
    ()
    >>> dist((2, 3), (2,))
    error: broadcast
    """
