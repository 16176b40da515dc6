"""Operations on each element: shapes stay, or broadcast."""

@op(
    "numpy.sin", "numpy.cos", "numpy.tan", "numpy.arcsin", "numpy.arccos", "numpy.arctan",
    "numpy.asin", "numpy.acos", "numpy.atan", "numpy.asinh", "numpy.acosh", "numpy.atanh",
    "numpy.sinh", "numpy.cosh", "numpy.tanh", "numpy.arcsinh", "numpy.arccosh", "numpy.arctanh",
    "numpy.exp", "numpy.exp2", "numpy.expm1", "numpy.log", "numpy.log2", "numpy.log10",
    "numpy.log1p", "numpy.sqrt", "numpy.cbrt", "numpy.rint", "numpy.deg2rad", "numpy.rad2deg",
    "numpy.radians", "numpy.degrees", "numpy.fabs", "numpy.spacing",
)
def transcendental(x: NDArray["*s"], out: object = None, *, where: object = True, dtype: object = None, casting: object = "same_kind", order: object = "K") -> NDInexact["*s"]:
    """Same shape, floating point.

    >>> transcendental((2, 3))
    (2, 3)
    """

@op(
    "numpy.negative", "numpy.positive", "numpy.square", "numpy.conj", "numpy.conjugate",
    "numpy.sign", "numpy.floor", "numpy.ceil", "numpy.trunc", "numpy.invert", "numpy.bitwise_not",
    "numpy.bitwise_invert", "numpy.reciprocal",
)
def unary(x: NDArray["*s"], out: object = None, *, where: object = True, dtype: object = None, casting: object = "same_kind", order: object = "K") -> NDAny["*s"] if has_dtype(x, "numpy.bool") else NDArray["*s"]:
    """Same shape, same dtype.

    >>> unary((2, 3))
    (2, 3)
    """

@op("numpy.abs", "numpy.absolute")
def absolute(x: NDArray["*s"], out: object = None, *, where: object = True, dtype: object = None, casting: object = "same_kind", order: object = "K") -> NDReal["*s"]:
    """Same shape; of complex numbers the real dtype.

    >>> absolute((2, 3))
    (2, 3)
    """

@op("numpy.real", "numpy.imag")
def real(val: NDArray["*s"]) -> NDReal["*s"]:
    """A part of each complex number.

    >>> real((2, 3))
    (2, 3)
    """

@op("numpy.angle")
def angle(z: NDArray["*s"], deg: bool = False) -> NDAny["*s"]:
    """The argument of each complex number.

    >>> angle((2, 3))
    (2, 3)
    """

@op("numpy.round", "numpy.around", "numpy.ndarray.round")
def round(a: NDArray["*s"], decimals: int = 0, out: object = None) -> NDAny["*s"] if has_dtype(a, "numpy.bool") else NDArray["*s"]:
    """Same shape, same dtype.

    >>> round((2, 3))
    (2, 3)
    """

@op("numpy.nan_to_num")
def nan_to_num(x: NDArray["*s"], copy: bool = True, nan: object = 0.0, posinf: object = None, neginf: object = None) -> NDArray["*s"]:
    """Same shape, same dtype.

    >>> nan_to_num((2, 3))
    (2, 3)
    """

@op("numpy.fix", "numpy.sinc", "numpy.i0")
def fix(x: NDArray["*s"]) -> NDAny["*s"]:
    """Same shape.

    >>> fix((2, 3))
    (2, 3)
    """

@op("numpy.ndarray.conj", "numpy.ndarray.conjugate")
def conj(a: NDArray["*s"]) -> NDArray["*s"]:
    """Same shape, same dtype.

    >>> conj((2, 3))
    (2, 3)
    """

@op("numpy.isnan", "numpy.isinf", "numpy.isfinite", "numpy.logical_not", "numpy.signbit")
def predicate(x: NDArray["*s"], out: object = None, *, where: object = True, casting: object = "same_kind", order: object = "K") -> NDBool["*s"]:
    """A truth for each element.

    >>> predicate((2, 3))
    (2, 3)
    """

@op("numpy.isreal", "numpy.iscomplex", "numpy.isneginf", "numpy.isposinf")
def other_predicate(x: NDArray["*s"]) -> NDBool["*s"]:
    """A truth for each element.

    >>> other_predicate((2, 3))
    (2, 3)
    """

@op(
    "numpy.add", "numpy.subtract", "numpy.multiply", "numpy.floor_divide", "numpy.remainder",
    "numpy.mod", "numpy.fmod", "numpy.power", "numpy.pow", "numpy.maximum", "numpy.minimum",
    "numpy.fmax", "numpy.fmin", "numpy.bitwise_and", "numpy.bitwise_or", "numpy.bitwise_xor",
    "numpy.left_shift", "numpy.right_shift", "numpy.bitwise_left_shift",
    "numpy.bitwise_right_shift", "numpy.gcd", "numpy.lcm",
    finds="broadcast-sizes",
)
def binary(x1: NDArray["*#s"] | Scalar, x2: NDArray["*#s"] | Scalar, out: object = None, *, where: object = True, dtype: object = None, casting: object = "same_kind", order: object = "K") -> NDAny["*new"] if has_dtype(x1, "numpy.bool") or has_dtype(x2, "numpy.bool") or not is_tensor(x1) and not is_tensor(x2) else NDArray["*new"]:
    """Shapes broadcast.

    >>> binary((5, 1, 3), (4, 1))
    (5, 4, 3)
    >>> binary((2, 3), 2)
    (2, 3)
    >>> binary((2, 3), (2,))
    error: broadcast
    """
    new = broadcast(shape_of(x1), shape_of(x2))

@op(
    "numpy.divide", "numpy.true_divide", "numpy.arctan2", "numpy.atan2", "numpy.hypot",
    "numpy.logaddexp", "numpy.logaddexp2", "numpy.copysign", "numpy.nextafter", "numpy.heaviside",
    "numpy.float_power", "numpy.ldexp",
    finds="broadcast-sizes",
)
def quotient(x1: NDArray["*#s"] | Scalar, x2: NDArray["*#s"] | Scalar, out: object = None, *, where: object = True, dtype: object = None, casting: object = "same_kind", order: object = "K") -> NDAny["*new"]:
    """Shapes broadcast; the result is floating point.

    >>> quotient((5, 1, 3), (4, 1))
    (5, 4, 3)
    >>> quotient((2, 3), (2,))
    error: broadcast
    """
    new = broadcast(shape_of(x1), shape_of(x2))

@op(
    "numpy.equal", "numpy.not_equal", "numpy.less", "numpy.less_equal", "numpy.greater",
    "numpy.greater_equal", "numpy.logical_and", "numpy.logical_or", "numpy.logical_xor",
    finds="broadcast-sizes",
)
def compare(x1: NDArray["*#s"] | Scalar, x2: NDArray["*#s"] | Scalar, out: object = None, *, where: object = True, casting: object = "same_kind", order: object = "K") -> NDBool["*new"]:
    """A truth for each pair; shapes broadcast.

    >>> compare((2, 3), (3,))
    (2, 3)
    >>> compare((2, 3), (2,))
    error: broadcast
    """
    new = broadcast(shape_of(x1), shape_of(x2))

@op("numpy.isclose", finds="broadcast-sizes")
def isclose(a: NDArray["*#s"] | Scalar, b: NDArray["*#s"] | Scalar, rtol: object = 1e-05, atol: object = 1e-08, equal_nan: bool = False) -> NDBool["*new"]:
    """A truth for each pair; shapes broadcast.

    >>> isclose((2, 3), (3,))
    (2, 3)
    >>> isclose((2, 3), (2,))
    error: broadcast
    """
    new = broadcast(shape_of(a), shape_of(b))

@op("numpy.allclose", finds="broadcast-sizes")
def allclose(a: NDArray["*#s"] | Scalar, b: NDArray["*#s"] | Scalar, rtol: object = 1e-05, atol: object = 1e-08, equal_nan: bool = False) -> bool:
    """Whether all pairs are close; shapes broadcast.

    >>> allclose((2, 3), (3,))
    ...
    >>> allclose((2, 3), (2,))
    error: broadcast
    """

@op("numpy.array_equal", "numpy.array_equiv")
def array_equal(a1: NDArray["*s"], a2: NDArray["*t"]) -> bool:
    """Whether both are the same; any shapes may be compared.

    >>> array_equal((2, 3), (4,))
    ...
    """

@op("numpy.divmod", finds="broadcast-sizes")
def divmod(x1: NDArray["*#s"] | Scalar, x2: NDArray["*#s"] | Scalar) -> tuple[NDAny["*new"], NDAny["*new"]]:
    """Quotient and remainder; shapes broadcast.

    >>> divmod((2, 3), (3,))
    ((2, 3), (2, 3))
    >>> divmod((2, 3), (2,))
    error: broadcast
    """
    new = broadcast(shape_of(x1), shape_of(x2))

@op("numpy.modf")
def modf(x: NDArray["*s"]) -> tuple[NDInexact["*s"], NDInexact["*s"]]:
    """The fraction and the whole of each number.

    >>> modf((2, 3))
    ((2, 3), (2, 3))
    """

@op("numpy.where", finds="broadcast-sizes")
@overload
def where(condition: NDAny["*c"]) -> list[NDInt["found"], len(c)]:
    assert len(c) > 0, "[index-rank] a scalar has no places"
    found = some(0)
@overload
def where(condition: NDAny["*#s"], x: NDArray["*#s"] | Scalar, y: NDArray["*#s"] | Scalar) -> NDArray["*new"]:
    """Elements of x where the condition holds, else of y; or the places where it holds.

    >>> where((2, 3), (3,), 0.0)
    (2, 3)
    >>> where((2, 3))
    ((...,), (...,))
    >>> where((2, 3), (2,), 0.0)
    error: broadcast
    """
    new = broadcast(shape_of(condition), shape_of(x), shape_of(y))

@op("numpy.clip", "numpy.ndarray.clip", finds="broadcast-sizes")
def clip(a: NDArray["*#s"], a_min: NDArray["*#s"] | Scalar | None = None, a_max: NDArray["*#s"] | Scalar | None = None, out: object = None) -> NDArray["*s"]:
    """Values kept within bounds, which broadcast.

    >>> clip((2, 3), 0, 1)
    (2, 3)
    >>> clip((2, 3), (2,), 1)
    error: broadcast
    """

@op("numpy.ndarray.astype")
def astype(a: NDArray["*s"], dtype: object, order: object = "K", casting: object = "unsafe", subok: bool = True, copy: bool = True) -> NDArray["*s"]:
    """Same shape, another dtype.

    >>> astype((2, 3), "float32")
    (2, 3)
    """

@op("numpy.astype")
def astype_function(x: NDArray["*s"], dtype: object, /, *, copy: bool = True, device: object = None) -> NDArray["*s"]:
    """Same shape, another dtype.

    >>> astype_function((2, 3), "float32")
    (2, 3)
    """

@op("numpy.ndarray.view")
def view(a: NDArray["*s"]) -> NDArray["*s"]:
    """The same array once more.

    >>> view((2, 3))
    (2, 3)
    """

@op("numpy.ndarray.fill")
def fill(a: NDArray["*s"], value: float) -> None:
    """Filled in place.

    >>> fill((2, 3), 0)
    None
    """

@op("numpy.ndarray.byteswap")
def byteswap(a: NDArray["*s"], inplace: bool = False) -> NDArray["*s"]:
    """Same shape, same dtype.

    >>> byteswap((2, 3))
    (2, 3)
    """

@op("numpy.copyto", finds="assign-shape")
def copyto(dst: NDArray["*s"], src: NDAny["*v"] | float, casting: object = "same_kind", where: object = True) -> None:
    """The source broadcasts to the place.

    >>> copyto((2, 3), (3,))
    None
    >>> copyto((2, 3), (2,))
    error: place
    """
    assert not is_tensor(src) or assignable(v, s), "the source does not broadcast to the place"

@op("numpy.interp", finds="inner-size")
def interp(x: NDArray["*s"], xp: NDArray["n"], fp: NDArray["n"], left: object = None, right: object = None, period: object = None) -> NDAny["*s"]:
    """A function given by points, at other places.

    >>> interp((2, 2), (3,), (3,))
    (2, 2)
    >>> interp((2, 2), (3,), (4,))
    error: n is
    """
    assert n > 0, "there are no points"

@op("numpy.isin")
def isin(element: NDArray["*s"], test_elements: NDAny, assume_unique: bool = False, invert: bool = False, *, kind: object = None) -> NDBool["*s"]:
    """Whether each element is one of others.

    >>> isin((2, 3), (4,))
    (2, 3)
    """
