"""Functions of mathematics that take arguments of their own kind."""

@op(
    "torch.igamma", "torch.Tensor.igamma", "torch.special.gammainc", "torch.igammac",
    "torch.Tensor.igammac", "torch.special.gammaincc", finds="broadcast-sizes",
)
def igamma(input: Tensor["*#s"], other: Tensor["*#s"], *, out: object = 0) -> Inexact["*s"]:
    """The regularized incomplete gamma functions; both sides broadcast.

    >>> igamma((2, 3), (3,))
    (2, 3)
    >>> igamma((2, 3), (4,))
    error: broadcast
    """

@op("torch.Tensor.polygamma")
def polygamma(input: Tensor["*s"], n: Dim) -> Inexact["*s"]:
    """The n-th derivative of digamma.

    >>> polygamma((2, 3), 1)
    (2, 3)
    >>> polygamma((2, 3), -1)
    error: negative
    """
    assert n >= 0, "n must not be negative"

@op("torch.Tensor.polygamma_")
def polygamma_in_place(input: Inexact["*s"], n: Dim) -> Tensor["*s"]:
    """The n-th derivative of digamma, in place.

    >>> polygamma_in_place((2, 3), 1)
    (2, 3)
    >>> polygamma_in_place((2, 3), -1)
    error: negative
    """
    assert n >= 0, "n must not be negative"

@op("torch.Tensor.mvlgamma_")
def mvlgamma_in_place(input: Inexact["*s"], p: Dim) -> Tensor["*s"]:
    """The multivariate log-gamma function, in place.

    >>> mvlgamma_in_place((2, 3), 1)
    (2, 3)
    >>> mvlgamma_in_place((2, 3), 0)
    error: positive
    """
    assert p >= 1, "p must be positive"

@op("torch.Tensor.float_power_", finds="broadcast-sizes")
@overload
def float_power_in_place(input: Float64["*s"], exponent: Array["*o"]) -> Array["*s"]:
    assert not has_dtype(input, "float32", "float16", "bfloat16", "complex64", "int64", "int32", "uint8", "bool"), "[tensor-dtype] the base must be of double precision"
    assert broadcasts_to(o, s), "the exponent must broadcast to the base"
@overload
def float_power_in_place(input: Float64["*s"], exponent: Scalar) -> Array["*s"]:
    """A power in place of a base that has double precision.

    >>> float_power_in_place((2, 3), 2)
    (2, 3)
    >>> float_power_in_place((2, 3), (4,))
    error: broadcast
    """
    assert not has_dtype(input, "float32", "float16", "bfloat16", "complex64", "int64", "int32", "uint8", "bool"), "[tensor-dtype] the base must be of double precision"

@op("torch.frexp", "torch.Tensor.frexp", fields=("mantissa", "exponent"))
def frexp(input: Float["*s"], *, out: object = None) -> tuple[Tensor["*s"], Int32["*s"]]:
    """Each element as a mantissa and a power of two.

    >>> frexp((2, 3))
    ((2, 3), (2, 3))
    """
