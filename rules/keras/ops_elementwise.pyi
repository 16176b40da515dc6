"""Operations of `keras.ops` on each element: shapes stay, or broadcast."""

@op(
    "keras.ops.abs", "keras.ops.absolute", "keras.ops.fabs", "keras.ops.negative", "keras.ops.sign", "keras.ops.signbit",
    "keras.ops.exp", "keras.ops.exp2", "keras.ops.expm1", "keras.ops.log", "keras.ops.log10", "keras.ops.log1p",
    "keras.ops.log2", "keras.ops.sqrt", "keras.ops.square", "keras.ops.cbrt", "keras.ops.reciprocal",
    "keras.ops.sin", "keras.ops.cos", "keras.ops.tan", "keras.ops.arcsin", "keras.ops.arccos", "keras.ops.arctan",
    "keras.ops.sinh", "keras.ops.cosh", "keras.ops.tanh", "keras.ops.arcsinh", "keras.ops.arccosh",
    "keras.ops.arctanh", "keras.ops.sinc", "keras.ops.i0", "keras.ops.deg2rad", "keras.ops.rad2deg",
    "keras.ops.ceil", "keras.ops.floor", "keras.ops.trunc",
    "keras.ops.isfinite", "keras.ops.isinf", "keras.ops.isnan", "keras.ops.isneginf", "keras.ops.isposinf",
    "keras.ops.isreal", "keras.ops.logical_not",
    "keras.ops.conj", "keras.ops.conjugate", "keras.ops.angle", "keras.ops.copy",
)
def unary(x: Tensor["*s"]) -> Tensor["*s"]:
    """Same shape.

    >>> unary((2, 3))
    (2, 3)
    """

@op("keras.ops.real", "keras.ops.imag")
def part(x: Complex["*s"]) -> Tensor["*s"]:
    """One part of each complex number.

    >>> part((2, 3))
    (2, 3)
    """

@op("keras.ops.bitwise_invert", "keras.ops.bitwise_not")
def bitwise_not(x: Integer["*s"]) -> Tensor["*s"]:
    """The other bits of each integer.

    >>> bitwise_not((2, 3))
    (2, 3)
    """

@op("keras.ops.round")
def round(x: Tensor["*s"], decimals: object = 0) -> Tensor["*s"]:
    """Same shape, so many decimals.

    >>> round((2, 3), decimals=2)
    (2, 3)
    """

@op("keras.ops.nan_to_num")
def nan_to_num(x: Tensor["*s"], nan: object = 0.0, posinf: object = None, neginf: object = None) -> Tensor["*s"]:
    """Same shape, numbers in place of what is none.

    >>> nan_to_num((2, 3))
    (2, 3)
    """

@op(
    "keras.ops.add", "keras.ops.subtract", "keras.ops.multiply", "keras.ops.divide", "keras.ops.true_divide",
    "keras.ops.divide_no_nan", "keras.ops.floor_divide", "keras.ops.mod", "keras.ops.fmod", "keras.ops.power",
    "keras.ops.maximum", "keras.ops.minimum", "keras.ops.fmax", "keras.ops.fmin",
    "keras.ops.arctan2", "keras.ops.logaddexp", "keras.ops.logaddexp2", "keras.ops.nextafter",
    "keras.ops.equal", "keras.ops.not_equal", "keras.ops.less", "keras.ops.less_equal", "keras.ops.greater",
    "keras.ops.greater_equal", "keras.ops.logical_and", "keras.ops.logical_or", "keras.ops.logical_xor",
    finds="broadcast-sizes",
)
def binary(x1: Tensor["*#s"] | Scalar, x2: Tensor["*#s"] | Scalar) -> Tensor["*new"]:
    """Shapes broadcast.

    >>> binary((5, 1, 3), (4, 1))
    (5, 4, 3)
    >>> binary((2, 3), 2)
    (2, 3)
    >>> binary((2, 3), (2,))
    error: broadcast
    """
    new = broadcast(shape_of(x1), shape_of(x2))

@op("keras.ops.hypot", "keras.ops.heaviside", finds="broadcast-sizes")
def tensors(x1: Tensor["*#s"] | Scalar, x2: Tensor["*#s"] | Scalar) -> Tensor["*new"]:
    """Shapes broadcast; of a model's tensors, both must be tensors.

    >>> tensors((5, 1, 3), (4, 1))
    (5, 4, 3)
    >>> tensors((2, 3), (2,))
    error: broadcast
    """
    new = broadcast(shape_of(x1), shape_of(x2))

@op("keras.ops.gcd", "keras.ops.lcm", finds="broadcast-sizes")
def integers(x1: Integer["*#s"] | Scalar, x2: Integer["*#s"] | Scalar) -> Tensor["*new"]:
    """Shapes of integers broadcast.

    >>> integers((5, 1, 3), (4, 1))
    (5, 4, 3)
    >>> integers((2, 3), (2,))
    error: broadcast
    """
    new = broadcast(shape_of(x1), shape_of(x2))

@op("keras.ops.ldexp", finds="broadcast-sizes")
def ldexp(x1: Tensor["*#s"] | Scalar, x2: Integer["*#s"] | Scalar) -> Tensor["*new"]:
    """Numbers times powers of two; shapes broadcast.

    >>> ldexp((5, 1, 3), (4, 1))
    (5, 4, 3)
    >>> ldexp((2, 3), (2,))
    error: broadcast
    """
    new = broadcast(shape_of(x1), shape_of(x2))

@op(
    "keras.ops.bitwise_and", "keras.ops.bitwise_or", "keras.ops.bitwise_xor", "keras.ops.bitwise_left_shift",
    "keras.ops.bitwise_right_shift", "keras.ops.left_shift", "keras.ops.right_shift",
    finds="broadcast-sizes",
)
def bitwise(x: Integer["*#s"] | Scalar, y: Integer["*#s"] | Scalar) -> Tensor["*new"]:
    """Shapes of integers broadcast.

    >>> bitwise((5, 1, 3), (4, 1))
    (5, 4, 3)
    >>> bitwise((2, 3), (2,))
    error: broadcast
    """
    new = broadcast(shape_of(x), shape_of(y))

@op("keras.ops.isclose", finds="broadcast-sizes")
def isclose(x1: Tensor["*#s"] | Scalar, x2: Tensor["*#s"] | Scalar, rtol: object = 1e-05, atol: object = 1e-08, equal_nan: bool = False) -> Tensor["*new"]:
    """A truth for each pair; shapes broadcast.

    >>> isclose((2, 3), (3,))
    (2, 3)
    >>> isclose((2, 3), (2,))
    error: broadcast
    """
    new = broadcast(shape_of(x1), shape_of(x2))

@op("keras.ops.allclose", finds="broadcast-sizes")
def allclose(x1: Tensor["*#s"] | Scalar, x2: Tensor["*#s"] | Scalar, rtol: object = 1e-05, atol: object = 1e-08, equal_nan: bool = False) -> Tensor[""]:
    """Whether all pairs are close; shapes broadcast.

    >>> allclose((2, 3), (3,))
    ()
    >>> allclose((2, 3), (2,))
    error: broadcast
    """

@op("keras.ops.isin")
def isin(x1: Tensor["*s"], x2: Tensor, assume_unique: bool = False, invert: bool = False) -> Tensor["*s"]:
    """Whether each element is one of others.

    >>> isin((2, 3), (4,))
    (2, 3)
    """

@op("keras.ops.clip", finds="broadcast-sizes")
def clip(x: Tensor["*#s"], x_min: Tensor["*#s"] | Scalar, x_max: Tensor["*#s"] | Scalar) -> Tensor["*new"]:
    """Values kept within bounds, which broadcast.

    >>> clip((2, 3), 0, 1)
    (2, 3)
    >>> clip((2, 3), (3,), 1.0)
    (2, 3)
    >>> clip((2, 3), (2,), 1)
    error: broadcast
    """
    new = broadcast(shape_of(x), shape_of(x_min), shape_of(x_max))

@op("keras.ops.where", finds="broadcast-sizes")
@overload
def where(condition: Tensor, x1: None = None, x2: None = None) -> object: ...
@overload
def where(condition: Tensor["*#s"] | Scalar, x1: Tensor["*#s"] | Scalar, x2: Tensor["*#s"] | Scalar) -> Tensor["*new"]:
    """Elements of x1 where the condition holds, else of x2; or the places where it holds.

    >>> where((2, 3), (3,), 0.0)
    (2, 3)
    >>> where((2, 3), (2,), 0.0)
    error: broadcast
    """
    new = broadcast(shape_of(condition), shape_of(x1), shape_of(x2))

@op("keras.ops.ndim")
def ndim(x: Tensor["*s"]) -> Dim["len(s)"]:
    """How many axes there are.

    >>> ndim((2, 3))
    None
    """

@op("keras.ops.size")
def size(x: Tensor["*s"]) -> Dim["prod(s)"]:
    """How many elements there are.

    >>> size((2, 3))
    None
    """
