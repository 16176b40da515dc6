"""Reductions and scans along axes."""

@op("torch.sum", "torch.Tensor.sum", "torch.mean", "torch.Tensor.mean", "torch.nansum", "torch.nanmean", "torch.amax", "torch.Tensor.amax", "torch.amin", "torch.Tensor.amin", "torch.logsumexp", "torch.Tensor.logsumexp", "torch.count_nonzero", finds="index-range")
def reduce(input: Tensor["*s"], dim: Axis | Axes | None = None, keepdim: bool = False, dtype: str | None = None, out: object = 0) -> Tensor["*new"]:
    """Reduced over `dim`, or over everything.

    >>> reduce((2, 3, 4), (0, -1))
    (3,)
    >>> reduce((2, 3), 1, keepdim=True)
    (2, 1)
    >>> reduce((2, 3))
    ()
    >>> reduce((2, 3), 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)

@op("torch.std", "torch.Tensor.std", "torch.var", "torch.Tensor.var", finds="index-range")
def spread(input: Tensor["*s"], dim: Axis | Axes | None = None, unbiased: bool = True, keepdim: bool = False, correction: object = 1) -> Tensor["*new"]:
    """Variance or deviation over `dim`.

    >>> spread((2, 3), 1)
    (2,)
    >>> spread((2, 3), 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)

@op("torch.norm", "torch.Tensor.norm", finds="index-range")
def norm(input: Tensor["*s"], p: object = 2, dim: Axis | Axes | None = None, keepdim: bool = False, dtype: object = None) -> Tensor["*new"]:
    """A norm over `dim`.

    >>> norm((2, 3), 2, 1)
    (2,)
    >>> norm((2, 3), 2, 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)

@op("torch.linalg.norm", "torch.linalg.vector_norm", finds="index-range")
def vector_norm(x: Tensor["*s"], ord: object = 2, dim: Axis | Axes | None = None, keepdim: bool = False, dtype: object = None) -> Tensor["*new"]:
    """A norm over `dim`.

    >>> vector_norm((2, 3), 2, 1)
    (2,)
    >>> vector_norm((2, 3), 2, 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)

@op("torch.prod", "torch.Tensor.prod", "torch.all", "torch.Tensor.all", "torch.any", "torch.Tensor.any", finds="index-range")
def fold(input: Tensor["*s"], dim: Axis | None = None, keepdim: bool = False, dtype: object = None) -> Tensor["*new"]:
    """Folded over one axis, or over everything.

    >>> fold((2, 3), 1)
    (2,)
    >>> fold((2, 3), 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)

@op("torch.argmax", "torch.Tensor.argmax", "torch.argmin", "torch.Tensor.argmin", finds="index-range")
def argmax(input: Tensor["*s"], dim: Axis | None = None, keepdim: bool = False) -> Int["*new"]:
    """The index of the extreme.

    >>> argmax((2, 3), -1)
    (2,)
    >>> argmax((2, 3), 2)
    error: range
    """
    new = reduce_axes(s, dim, keepdim)

@op("torch.max", "torch.Tensor.max", "torch.min", "torch.Tensor.min", "torch.median", "torch.Tensor.median", finds="index-range", fields=("values", "indices"))
@overload
def extreme(input: Tensor["*s"]) -> Tensor[""]: ...
@overload
def extreme(input: Tensor["*#s"], other: Tensor["*#s"]) -> Tensor["*s"]: ...
@overload
def extreme(input: Tensor["*s"], dim: Axis, keepdim: bool = False) -> tuple[Tensor["*new"], Int["*new"]]:
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

@op("torch.cumsum", "torch.Tensor.cumsum", "torch.cumprod", "torch.Tensor.cumprod", "torch.Tensor.softmax", "torch.softmax", "torch.log_softmax", "torch.Tensor.log_softmax", "torch.logcumsumexp", finds="index-range")
def scan(input: Tensor["*s"], dim: Axis, dtype: object = None) -> Tensor["*s"]:
    """Along one axis, shape kept.

    >>> scan((2, 3), 1)
    (2, 3)
    >>> scan((2, 3), 2)
    error: range
    """
    kept = reduce_axes(s, dim, True)
