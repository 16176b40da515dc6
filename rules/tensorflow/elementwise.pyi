"""TensorFlow's operations on each element: shapes stay, or broadcast."""

@op(
    "tensorflow.abs", "tensorflow.math.abs", "tensorflow.acos", "tensorflow.math.acos",
    "tensorflow.acosh", "tensorflow.math.acosh", "tensorflow.asin", "tensorflow.math.asin",
    "tensorflow.asinh", "tensorflow.math.asinh", "tensorflow.atan", "tensorflow.math.atan",
    "tensorflow.atanh", "tensorflow.math.atanh", "tensorflow.cos", "tensorflow.math.cos",
    "tensorflow.cosh", "tensorflow.math.cosh", "tensorflow.sin", "tensorflow.math.sin",
    "tensorflow.sinh", "tensorflow.math.sinh", "tensorflow.tan", "tensorflow.math.tan",
    "tensorflow.tanh", "tensorflow.math.tanh", "tensorflow.nn.tanh", "tensorflow.exp",
    "tensorflow.math.exp", "tensorflow.math.expm1", "tensorflow.floor", "tensorflow.math.floor",
    "tensorflow.math.ceil", "tensorflow.round", "tensorflow.math.round", "tensorflow.math.rint",
    "tensorflow.sign", "tensorflow.math.sign", "tensorflow.sqrt", "tensorflow.math.sqrt",
    "tensorflow.math.rsqrt", "tensorflow.square", "tensorflow.math.square", "tensorflow.negative",
    "tensorflow.math.negative", "tensorflow.math.log", "tensorflow.math.log1p",
    "tensorflow.math.reciprocal", "tensorflow.math.reciprocal_no_nan", "tensorflow.math.erf",
    "tensorflow.math.erfc", "tensorflow.math.erfinv", "tensorflow.math.erfcinv",
    "tensorflow.math.ndtri", "tensorflow.math.lgamma", "tensorflow.math.digamma",
    "tensorflow.math.bessel_i0", "tensorflow.math.bessel_i0e", "tensorflow.math.bessel_i1",
    "tensorflow.math.bessel_i1e", "tensorflow.sigmoid", "tensorflow.math.sigmoid",
    "tensorflow.nn.sigmoid", "tensorflow.math.log_sigmoid", "tensorflow.math.conj",
    "tensorflow.math.is_finite", "tensorflow.math.is_inf", "tensorflow.math.is_nan",
)
def unary(x: Tensor["*s"], name: object = None) -> Tensor["*s"]:
    """Same shape.

    >>> unary((2, 3))
    (2, 3)
    """

@op("tensorflow.logical_not", "tensorflow.math.logical_not")
def logical_not(x: Bool["*s"], name: object = None) -> Tensor["*s"]:
    """Same shape.

    >>> logical_not((2, 3))
    (2, 3)
    """

@op("tensorflow.bitwise.invert")
def invert(x: Integer["*s"], name: object = None) -> Tensor["*s"]:
    """Same shape.

    >>> invert((2, 3))
    (2, 3)
    """

@op("tensorflow.math.real", "tensorflow.math.imag", "tensorflow.math.angle")
def part(input: Tensor["*s"], name: object = None) -> Tensor["*s"]:
    """Same shape.

    >>> part((2, 3))
    (2, 3)
    """

@op(
    "tensorflow.nn.relu", "tensorflow.nn.relu6", "tensorflow.nn.elu", "tensorflow.nn.selu",
    "tensorflow.nn.softplus", "tensorflow.math.softplus", "tensorflow.nn.softsign",
    "tensorflow.math.softsign",
)
def activation(features: Tensor["*s"], name: object = None) -> Tensor["*s"]:
    """Same shape.

    >>> activation((2, 3))
    (2, 3)
    """

@op("tensorflow.nn.gelu")
def gelu(features: Tensor["*s"], approximate: bool = False, name: object = None) -> Tensor["*s"]:
    """Same shape.

    >>> gelu((2, 3))
    (2, 3)
    """

@op("tensorflow.nn.leaky_relu")
def leaky_relu(features: Tensor["*s"], alpha: object = 0.2, name: object = None) -> Tensor["*s"]:
    """Same shape.

    >>> leaky_relu((2, 3), 0.1)
    (2, 3)
    """

@op("tensorflow.nn.silu", "tensorflow.nn.swish")
def silu(features: Tensor["*s"], beta: object = 1.0) -> Tensor["*s"]:
    """Same shape.

    >>> silu((2, 3))
    (2, 3)
    """

@op("tensorflow.nn.crelu", finds="index-range")
def crelu(features: Tensor["*s"], axis: Axis = -1, name: object = None) -> Tensor["*new"]:
    """The positive part and the negative one, along an axis.

    >>> crelu((2, 3))
    (2, 6)
    >>> crelu((2, 3), axis=2)
    error: range
    """
    new = with_axis(s, axis, axis_size(s, axis) * 2)

@op("tensorflow.identity", "tensorflow.stop_gradient")
def identity(input: Tensor["*s"], name: object = None) -> Value["elements_kept(input, s)"] if elements_known(input) else Tensor["*s"]:
    """The same tensor.

    >>> identity((2, 3))
    (2, 3)
    """

@op("tensorflow.cast")
def cast(x: Tensor["*s"], dtype: object, name: object = None) -> Value["elements_kept(x, s)"] if elements_known(x) else Tensor["*s"]:
    """Another dtype, same shape.

    >>> cast((2, 3), "float64")
    (2, 3)
    """

@op("tensorflow.saturate_cast")
def saturate_cast(value: Tensor["*s"], dtype: object, name: object = None) -> Value["elements_kept(value, s)"] if elements_known(value) else Tensor["*s"]:
    """Another dtype, same shape.

    >>> saturate_cast((2, 3), "float64")
    (2, 3)
    """

@op("tensorflow.add", "tensorflow.math.add", finds="broadcast-sizes")
def add(x: Tensor["*#s"], y: Tensor["*#s"], name: object = None) -> Value["elements_combined('add', x, y, s)"] if elements_known(x, y) else Tensor["*s"]:
    """Shapes broadcast.

    >>> add((5, 1, 3), (4, 1))
    (5, 4, 3)
    >>> add((2, 3), (2,))
    error: broadcast
    """

@op("tensorflow.subtract", "tensorflow.math.subtract", finds="broadcast-sizes")
def subtract(x: Tensor["*#s"], y: Tensor["*#s"], name: object = None) -> Value["elements_combined('subtract', x, y, s)"] if elements_known(x, y) else Tensor["*s"]:
    """Shapes broadcast.

    >>> subtract((5, 1, 3), (4, 1))
    (5, 4, 3)
    >>> subtract((2, 3), (2,))
    error: broadcast
    """

@op("tensorflow.multiply", "tensorflow.math.multiply", finds="broadcast-sizes")
def multiply(x: Tensor["*#s"], y: Tensor["*#s"], name: object = None) -> Value["elements_combined('multiply', x, y, s)"] if elements_known(x, y) else Tensor["*s"]:
    """Shapes broadcast.

    >>> multiply((5, 1, 3), (4, 1))
    (5, 4, 3)
    >>> multiply((2, 3), (2,))
    error: broadcast
    """

@op("tensorflow.math.floordiv", finds="broadcast-sizes")
def floordiv(x: Tensor["*#s"], y: Tensor["*#s"], name: object = None) -> Value["elements_combined('floordiv', x, y, s)"] if elements_known(x, y) else Tensor["*s"]:
    """Shapes broadcast.

    >>> floordiv((5, 1, 3), (4, 1))
    (5, 4, 3)
    >>> floordiv((2, 3), (2,))
    error: broadcast
    """

@op("tensorflow.math.floormod", "tensorflow.math.mod", finds="broadcast-sizes")
def floormod(x: Tensor["*#s"], y: Tensor["*#s"], name: object = None) -> Value["elements_combined('floormod', x, y, s)"] if elements_known(x, y) else Tensor["*s"]:
    """Shapes broadcast.

    >>> floormod((5, 1, 3), (4, 1))
    (5, 4, 3)
    >>> floormod((2, 3), (2,))
    error: broadcast
    """

@op("tensorflow.maximum", "tensorflow.math.maximum", finds="broadcast-sizes")
def maximum(x: Tensor["*#s"], y: Tensor["*#s"], name: object = None) -> Value["elements_combined('maximum', x, y, s)"] if elements_known(x, y) else Tensor["*s"]:
    """Shapes broadcast.

    >>> maximum((5, 1, 3), (4, 1))
    (5, 4, 3)
    >>> maximum((2, 3), (2,))
    error: broadcast
    """

@op("tensorflow.minimum", "tensorflow.math.minimum", finds="broadcast-sizes")
def minimum(x: Tensor["*#s"], y: Tensor["*#s"], name: object = None) -> Value["elements_combined('minimum', x, y, s)"] if elements_known(x, y) else Tensor["*s"]:
    """Shapes broadcast.

    >>> minimum((5, 1, 3), (4, 1))
    (5, 4, 3)
    >>> minimum((2, 3), (2,))
    error: broadcast
    """

@op(
    "tensorflow.divide", "tensorflow.math.divide", "tensorflow.truediv", "tensorflow.math.truediv",
    "tensorflow.realdiv", "tensorflow.math.divide_no_nan", "tensorflow.math.multiply_no_nan",
    "tensorflow.pow", "tensorflow.math.pow", "tensorflow.math.squared_difference",
    "tensorflow.math.xlogy", "tensorflow.math.xdivy", "tensorflow.math.xlog1py",
    "tensorflow.equal", "tensorflow.math.equal", "tensorflow.not_equal",
    "tensorflow.math.not_equal", "tensorflow.less", "tensorflow.math.less",
    "tensorflow.less_equal", "tensorflow.math.less_equal", "tensorflow.greater",
    "tensorflow.math.greater", "tensorflow.greater_equal", "tensorflow.math.greater_equal",
    finds="broadcast-sizes",
)
def binary(x: Tensor["*#s"], y: Tensor["*#s"], name: object = None) -> Tensor["*s"]:
    """Shapes broadcast.

    >>> binary((5, 1, 3), (4, 1))
    (5, 4, 3)
    >>> binary((2, 3), (2,))
    error: broadcast
    """

@op("tensorflow.atan2", "tensorflow.math.atan2", finds="broadcast-sizes")
def atan2(y: Tensor["*#s"], x: Tensor["*#s"], name: object = None) -> Tensor["*s"]:
    """Shapes broadcast.

    >>> atan2((2, 3), (3,))
    (2, 3)
    >>> atan2((2, 3), (2,))
    error: broadcast
    """

@op(
    "tensorflow.bitwise.bitwise_and", "tensorflow.bitwise.bitwise_or",
    "tensorflow.bitwise.bitwise_xor", "tensorflow.bitwise.left_shift",
    "tensorflow.bitwise.right_shift",
    finds="broadcast-sizes",
)
def bitwise(x: Integer["*#s"], y: Integer["*#s"], name: object = None) -> Tensor["*s"]:
    """Shapes broadcast.

    >>> bitwise((2, 3), (3,))
    (2, 3)
    >>> bitwise((2, 3), (2,))
    error: broadcast
    """

@op(
    "tensorflow.logical_and", "tensorflow.math.logical_and", "tensorflow.logical_or",
    "tensorflow.math.logical_or", "tensorflow.math.logical_xor",
    finds="broadcast-sizes",
)
def logical(x: Bool["*#s"], y: Bool["*#s"], name: object = None) -> Tensor["*s"]:
    """Shapes broadcast.

    >>> logical((2, 3), (3,))
    (2, 3)
    >>> logical((2, 3), (2,))
    error: broadcast
    """

@op("tensorflow.math.nextafter", finds="broadcast-sizes")
def nextafter(x1: Tensor["*#s"], x2: Tensor["*#s"], name: object = None) -> Tensor["*s"]:
    """Shapes broadcast.

    >>> nextafter((2, 3), (3,))
    (2, 3)
    >>> nextafter((2, 3), (2,))
    error: broadcast
    """

@op("tensorflow.math.igamma", "tensorflow.math.igammac", "tensorflow.math.polygamma", finds="broadcast-sizes")
def igamma(a: Tensor["*#s"], x: Tensor["*#s"], name: object = None) -> Tensor["*s"]:
    """Shapes broadcast.

    >>> igamma((2, 3), (3,))
    (2, 3)
    >>> igamma((2, 3), (2,))
    error: broadcast
    """

@op("tensorflow.math.zeta", finds="broadcast-sizes")
def zeta(x: Tensor["*#s"], q: Tensor["*#s"], name: object = None) -> Tensor["*s"]:
    """Shapes broadcast.

    >>> zeta((2, 3), (3,))
    (2, 3)
    >>> zeta((2, 3), (2,))
    error: broadcast
    """

@op("tensorflow.complex", finds="broadcast-sizes")
def complex(real: Tensor["*#s"], imag: Tensor["*#s"], name: object = None) -> Tensor["*s"]:
    """Shapes broadcast.

    >>> complex((2, 3), (3,))
    (2, 3)
    >>> complex((2, 3), (2,))
    error: broadcast
    """

@op("tensorflow.scalar_mul", "tensorflow.math.scalar_mul")
def scalar_mul(scalar: Tensor[""], x: Tensor["*s"], name: object = None) -> Tensor["*s"]:
    """A number times each element.

    >>> scalar_mul((), (2, 3))
    (2, 3)
    >>> scalar_mul((3,), (2, 3))
    error: rank
    """

@op("tensorflow.add_n", "tensorflow.math.add_n", finds="broadcast-sizes")
def add_n(inputs: list[Tensor["*s"]], name: object = None) -> Tensor["*s"]:
    """The sum of tensors of one shape.

    >>> add_n([(2, 3), (2, 3)])
    (2, 3)
    >>> add_n([(2, 3), (3,)])
    error: rank
    """

@op("tensorflow.where", finds="broadcast-sizes")
@overload
def where(condition: Tensor["*c"], x: None = None, y: None = None, name: object = None) -> Tensor["found len(c)"]:
    assert len(c) > 0, "[index-rank] a scalar has no places"
    found = some(0)
@overload
def where(condition: Bool["*#s"], x: Tensor["*#s"], y: Tensor["*#s"], name: object = None) -> Tensor["*s"]:
    """Elements of x where the condition holds, else of y; or the places where it holds.

    >>> where((2, 3), (3,), (2, 1))
    (2, 3)
    >>> where((2, 3))
    (..., 2)
    >>> where((2, 3), (2,), ())
    error: broadcast
    """

@op("tensorflow.clip_by_value", finds="broadcast-sizes")
def clip_by_value(t: Tensor["*s"], clip_value_min: Tensor["*low"], clip_value_max: Tensor["*high"], name: object = None) -> Tensor["*s"]:
    """Each element kept between bounds, which broadcast to the tensor.

    >>> clip_by_value((2, 3), (), (3,))
    (2, 3)
    >>> clip_by_value((2, 3), (2,), ())
    error: lower
    """
    assert broadcasts_to(high, s), "the upper bound does not broadcast to the tensor"
    assert broadcasts_to(low, s), "the lower bound does not broadcast to the tensor"

@op("tensorflow.clip_by_norm", finds="index-range")
def clip_by_norm(t: Tensor["*s"], clip_norm: Tensor["*c"], axes: Axes | None = None, name: object = None) -> Tensor["*s"]:
    """Same shape; the norm over axes is kept small.

    >>> clip_by_norm((2, 3), (), [0])
    (2, 3)
    >>> clip_by_norm((2, 3), (), [2])
    error: range
    """
    assert axes is None or len(s) > 0 or len(axes) == 0, "a scalar has no axes"
    kept = reduced(s, axes, True)
    assert broadcasts_to(c, s), "[broadcast-sizes] the norm does not broadcast to the tensor"

@op("tensorflow.clip_by_global_norm")
def clip_by_global_norm(t_list: list[Tensor | None], clip_norm: object, use_norm: object = None, name: object = None) -> Value["(t_list, tensor_of(()))"]:
    """Tensors as they were, their norm kept small, and the norm.

    >>> clip_by_global_norm([(2, 3), (4,)], 1.0)
    (((2, 3), (4,)), ())
    """

@op("tensorflow.nn.l2_normalize", "tensorflow.math.l2_normalize", "tensorflow.linalg.l2_normalize", finds="index-range")
def l2_normalize(x: Tensor["*s"], axis: Axes | None = None, epsilon: object = 1e-12, name: object = None) -> Tensor["*s"]:
    """Same shape; the norm over axes becomes 1.

    >>> l2_normalize((2, 3), axis=-1)
    (2, 3)
    >>> l2_normalize((2, 3), axis=2)
    error: range
    """
    assert axis is None or len(s) > 0 or len(axis) == 0, "a scalar has no axes"
    kept = reduced(s, axis, True)

@op("tensorflow.nn.softmax", "tensorflow.math.softmax", "tensorflow.nn.log_softmax", "tensorflow.math.log_softmax", finds="index-range")
def softmax(logits: Tensor["*s"], axis: Axis | None = None, name: object = None) -> Tensor["*s"]:
    """Same shape; along an axis, the last if none is given, they add up to 1.

    >>> softmax((2, 3), axis=0)
    (2, 3)
    >>> softmax((2, 3), axis=2)
    error: range
    """
    assert len(s) > 0, "[index-rank] a scalar has no axes"
    n = axis_size(s, -1 if axis is None else axis)
