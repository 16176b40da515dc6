"""Drawing at random, by given probabilities or parameters."""

@op("torch.multinomial", "torch.Tensor.multinomial", finds="bad-argument")
def multinomial(input: Float["[rows] n"], num_samples: Dim, replacement: bool = False, *, generator: object = None, out: object = None) -> Int["[rows] num_samples"]:
    """Indices drawn from each row of probabilities.

    >>> multinomial((2, 3), 8, True)
    (2, 8)
    >>> multinomial((2, 3), 4)
    error: samples
    >>> multinomial((2, 3, 4), 1)
    error: rank
    """
    assert num_samples > 0, "num_samples must be positive"
    assert replacement or num_samples <= n, "there are too few to draw so many samples without replacement"
    assert n > 0 or prod(rows) == 0, "there is nothing to draw"

@op("torch.normal", finds="broadcast-sizes")
@overload
def normal(mean: Tensor["*#s"], std: Array["*#s"], *, generator: object = None, out: object = None) -> Tensor["*s"]: ...
@overload
def normal(mean: Tensor["*s"], std: float = 1, *, generator: object = None, out: object = None) -> Tensor["*s"]:
    assert std >= 0, "[bad-argument] std must not be negative"
@overload
def normal(mean: float, std: Tensor["*s"], *, generator: object = None, out: object = None) -> Tensor["*s"]: ...
@overload
def normal(mean: float, std: float, size: Size, *, generator: object = None, out: object = None, dtype: str | None = None, layout: object = None, device: object = None, pin_memory: object = False, requires_grad: bool = False) -> Float["*size"]:
    """Numbers of a normal distribution; mean and std broadcast, or the size is given.

    >>> normal((2, 3), (3,))
    (2, 3)
    >>> normal(0.0, 1.0, (2, 3))
    (2, 3)
    >>> normal((2, 3), (4,))
    error: broadcast
    """
    assert std >= 0, "[bad-argument] std must not be negative"
    assert all(n >= 0 for n in size), "[bad-argument] sizes must not be negative"

@op("torch.poisson")
def poisson(input: Tensor["*s"], generator: object = None) -> Tensor["*s"]:
    """Numbers of Poisson distributions with these rates.

    >>> poisson((2, 3))
    (2, 3)
    """

@op("torch.binomial", finds="broadcast-sizes")
def binomial(count: Float["*#s"], prob: Float["*#s"], generator: object = None) -> Shared["*s"]:
    """How many of so many trials succeed; both sides broadcast.

    >>> binomial((2, 3), (3,))
    (2, 3)
    >>> binomial((2, 3), (4,))
    error: broadcast
    """
