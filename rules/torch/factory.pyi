"""Tensors made from sizes."""

@op("torch.zeros", "torch.ones", "torch.empty", "torch.rand", "torch.randn", layout="fresh")
def filled(size: Size, *, out: object = None, dtype: str | None = None, layout: object = None, device: object = None, requires_grad: bool = False, generator: object = None, pin_memory: object = False, memory_format: object = None) -> Float["*size"]:
    """A tensor of that shape.

    >>> filled(2, 3)
    (2, 3)
    """
    assert all(n >= 0 for n in size), "sizes must not be negative"

@op("torch.full", layout="fresh")
def full(size: Size, fill_value: object, out: object = None, dtype: str | None = None, layout: object = None, device: object = None, requires_grad: bool = False) -> Tensor["*size"]:
    """A tensor of one value.

    >>> full((2, 3), 1.0)
    (2, 3)
    """
    assert all(n >= 0 for n in size), "sizes must not be negative"

@op("torch.randint", layout="fresh")
@overload
def randint(high: object, size: Size, *, out: object = None, dtype: str | None = None, layout: object = None, device: object = None, requires_grad: bool = False, generator: object = None) -> Int["*size"]:
    assert all(n >= 0 for n in size), "sizes must not be negative"
@overload
def randint(low: object, high: object, size: Size, *, out: object = None, dtype: str | None = None, layout: object = None, device: object = None, requires_grad: bool = False, generator: object = None) -> Int["*size"]:
    """Random integers.

    >>> randint(0, 10, (2, 3))
    (2, 3)
    """
    assert all(n >= 0 for n in size), "sizes must not be negative"

@op("torch.randperm", layout="fresh")
def randperm(n: Dim, out: object = None, dtype: str | None = None, layout: object = None, device: object = None, generator: object = None, requires_grad: bool = False) -> Int["n"]:
    """A random order.

    >>> randperm(5)
    (5,)
    """

@op("torch.arange", layout="fresh")
@overload
def arange(end: Scalar, *, out: object = None, dtype: str | None = None, layout: object = None, device: object = None, requires_grad: bool = False, pin_memory: object = False) -> Summed["n"]:
    n = arange_size(end, None, 1, dtype)
@overload
def arange(start: Scalar, end: Scalar, step: Scalar = 1, *, out: object = None, dtype: str | None = None, layout: object = None, device: object = None, requires_grad: bool = False, pin_memory: object = False) -> Summed["n"]:
    """From start up to end; integers if all of them are.

    >>> arange(2, 9, 3)
    (3,)
    >>> arange(0, 1, 0.25)
    (4,)
    >>> arange(0.9, 5.1, 2.5, dtype="torch.int64")
    (3,)
    >>> arange(5, 0)
    error: step
    """
    n = arange_size(start, end, step, dtype)

@op("torch.range", layout="fresh")
def range(start: Scalar, end: Scalar, step: Scalar = 1, *, out: object = None, dtype: str | None = None, layout: object = None, device: object = None, requires_grad: bool = False) -> Float["n"]:
    """From start to end, which is included.

    >>> range(2, 9, 3)
    (3,)
    """
    n = range_size(start, end, step)

@op("torch.linspace", "torch.logspace", layout="fresh")
def linspace(start: object, end: object, steps: Dim, base: object = None, out: object = None, dtype: str | None = None, layout: object = None, device: object = None, requires_grad: bool = False) -> Float["steps"]:
    """Evenly spaced values.

    >>> linspace(0, 1, 5)
    (5,)
    """

@op("torch.eye", layout="fresh")
def eye(n: Dim, m: Dim | None = None, out: object = None, dtype: str | None = None, layout: object = None, device: object = None, requires_grad: bool = False) -> Float["n columns"]:
    """An identity matrix.

    >>> eye(3)
    (3, 3)
    """
    columns = n if m is None else m

@op("torch.zeros_like", "torch.ones_like", "torch.empty_like", "torch.rand_like", "torch.randn_like", "torch.full_like", "torch.randint_like", layout="kept")
def like(input: Tensor["*s"], a: object = None, b: object = None, dtype: str | None = None, layout: object = None, device: object = None, requires_grad: bool = False, memory_format: object = None, generator: object = None, fill_value: object = None) -> Tensor["*s"]:
    """The shape of another tensor.

    >>> like((2, 3))
    (2, 3)
    """

@op("torch.Tensor.new_zeros", "torch.Tensor.new_ones", "torch.Tensor.new_empty", layout="fresh")
def new_filled(input: Tensor["*s"], size: Size, *, dtype: str | None = None, device: object = None, requires_grad: bool = False) -> Tensor["*size"]:
    """A tensor of that shape, like this one otherwise.

    >>> new_filled((2, 3), (4, 5))
    (4, 5)
    """
    assert all(n >= 0 for n in size), "sizes must not be negative"

@op("torch.Tensor.new_full", layout="fresh")
def new_full(input: Tensor["*s"], size: Size, fill_value: object, dtype: str | None = None, device: object = None, requires_grad: bool = False) -> Tensor["*size"]:
    """A tensor of one value.

    >>> new_full((2, 3), (4, 5), 1.0)
    (4, 5)
    """
    assert all(n >= 0 for n in size), "sizes must not be negative"

