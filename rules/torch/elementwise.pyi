"""Operations on each element: shapes stay, or broadcast."""

@op(
    "torch.abs", "torch.Tensor.abs", "torch.neg", "torch.Tensor.neg", "torch.exp", "torch.Tensor.exp", "torch.Tensor.exp_", "torch.log", "torch.Tensor.log", "torch.Tensor.log_",
    "torch.log2", "torch.Tensor.log2", "torch.log10", "torch.log1p", "torch.Tensor.log1p", "torch.expm1", "torch.sqrt", "torch.Tensor.sqrt", "torch.Tensor.sqrt_", "torch.rsqrt", "torch.Tensor.rsqrt",
    "torch.sin", "torch.Tensor.sin", "torch.cos", "torch.Tensor.cos", "torch.tan", "torch.tanh", "torch.Tensor.tanh", "torch.sigmoid", "torch.Tensor.sigmoid", "torch.Tensor.sigmoid_", "torch.relu", "torch.Tensor.relu", "torch.Tensor.relu_",
    "torch.floor", "torch.Tensor.floor", "torch.ceil", "torch.Tensor.ceil", "torch.round", "torch.Tensor.round", "torch.sign", "torch.Tensor.sign", "torch.erf", "torch.Tensor.erf", "torch.erfinv", "torch.Tensor.erfinv_",
    "torch.square", "torch.Tensor.square", "torch.reciprocal", "torch.Tensor.reciprocal", "torch.Tensor.abs_", "torch.Tensor.neg_", "torch.Tensor.zero_", "torch.Tensor.contiguous", "torch.Tensor.clone", "torch.clone", "torch.Tensor.detach", "torch.detach", "torch.Tensor.detach_",
    "torch.Tensor.cuda", "torch.Tensor.cpu", "torch.Tensor.pin_memory", "torch.Tensor.conj", "torch.conj", "torch.Tensor.trunc", "torch.trunc", "torch.Tensor.tanh_", "torch.Tensor.round_", "torch.Tensor.floor_", "torch.Tensor.sin_", "torch.Tensor.cos_", "torch.sinh", "torch.cosh", "torch.asin", "torch.acos", "torch.atan", "torch.Tensor.atan", "torch.nan_to_num", "torch.Tensor.nan_to_num", "torch.Tensor.acos", "torch.Tensor.sinh", "torch.Tensor.frac", "torch.Tensor.positive", "torch.angle", "torch.real", "torch.deg2rad", "torch.special.expm1", "torch.special.erf",
)
def unary(input: Tensor["*s"], a: object = 0, b: object = 0, c: object = 0, memory_format: object = 0, out: object = 0, non_blocking: object = 0, nan: object = 0, posinf: object = 0, neginf: object = 0) -> Tensor["*s"]:
    """Same shape.

    >>> unary((2, 3))
    (2, 3)
    """

@op("torch.isnan", "torch.isinf", "torch.isfinite", "torch.Tensor.isnan", "torch.Tensor.isinf", "torch.Tensor.isfinite", "torch.logical_not", "torch.Tensor.logical_not", "torch.Tensor.bool")
def predicate(input: Tensor["*s"]) -> Bool["*s"]:
    """A truth for each element.

    >>> predicate((2, 3))
    (2, 3)
    """

@op("torch.Tensor.float", finds="bad-argument")
def to_float(input: Tensor["*s"], memory_format: object = 0) -> Float["*s"]:
    """As float32.

    >>> to_float((2, 3))
    (2, 3)
    """

@op("torch.Tensor.long", finds="bad-argument")
def to_long(input: Tensor["*s"], memory_format: object = 0) -> Int["*s"]:
    """As int64.

    >>> to_long((2, 3))
    (2, 3)
    """

@op("torch.Tensor.int", finds="bad-argument")
def to_int(input: Tensor["*s"], memory_format: object = 0) -> Int32["*s"]:
    """As int32.

    >>> to_int((2, 3))
    (2, 3)
    """

@op("torch.Tensor.short", finds="bad-argument")
def to_short(input: Tensor["*s"], memory_format: object = 0) -> Int16["*s"]:
    """As int16.

    >>> to_short((2, 3))
    (2, 3)
    """

@op("torch.Tensor.byte", finds="bad-argument")
def to_byte(input: Tensor["*s"], memory_format: object = 0) -> UInt8["*s"]:
    """As uint8.

    >>> to_byte((2, 3))
    (2, 3)
    """

@op("torch.Tensor.double", finds="bad-argument")
def to_double(input: Tensor["*s"], memory_format: object = 0) -> Float64["*s"]:
    """As float64.

    >>> to_double((2, 3))
    (2, 3)
    """

@op("torch.Tensor.half", finds="bad-argument")
def to_half(input: Tensor["*s"], memory_format: object = 0) -> Float16["*s"]:
    """As float16.

    >>> to_half((2, 3))
    (2, 3)
    """

@op("torch.Tensor.bfloat16", finds="bad-argument")
def to_bfloat16(input: Tensor["*s"], memory_format: object = 0) -> BFloat16["*s"]:
    """As bfloat16.

    >>> to_bfloat16((2, 3))
    (2, 3)
    """

@op("torch.Tensor.to", "torch.Tensor.type_as", "torch.Tensor.requires_grad_")
def converted(input: Tensor["*s"], a: object = 0, b: object = 0, c: object = 0, d: object = 0, *, device: object = 0, dtype: object = 0, other: object = 0, non_blocking: object = 0, copy: object = 0, memory_format: object = 0, requires_grad: object = 0) -> Like["*s"]:
    """Same shape, perhaps another dtype.

    >>> converted((2, 3))
    (2, 3)
    """

@op("torch.Tensor.type")
def type(input: Tensor["*s"], dtype: object, non_blocking: bool = False) -> Like["*s"]:
    """Another dtype; without one the name of its own.

    >>> type((2, 3), "torch.LongTensor")
    (2, 3)
    """

@op("torch.Tensor.normal_", "torch.Tensor.uniform_", "torch.Tensor.bernoulli_", "torch.Tensor.exponential_", "torch.Tensor.random_", "torch.Tensor.fill_")
def filled(input: Tensor["*s"], a: object = 0, b: object = 0, *, mean: object = 0, std: object = 0, to: object = 0, p: object = 0, value: object = 0, generator: object = 0) -> Tensor["*s"]:
    """Filled in place.

    >>> filled((2, 3), 0.5)
    (2, 3)
    """

@op("torch.Tensor.copy_", finds="expand-sizes")
def copied(input: Tensor["*s"], src: Tensor["*o"], non_blocking: bool = False) -> Tensor["*s"]:
    """The source broadcasts to the place.

    >>> copied((2, 3), (3,))
    (2, 3)
    >>> copied((3,), (2, 3))
    error: axes
    """
    new = expand(o, s)

@op("torch.clamp", "torch.Tensor.clamp", "torch.Tensor.clamp_", "torch.clip", "torch.Tensor.clip", "torch.clamp_min", "torch.Tensor.clamp_min", "torch.Tensor.clamp_min_", "torch.Tensor.clamp_max", "torch.clamp_max", "torch.Tensor.clip_")
def clamp(input: Tensor["*s"], min: object = 0, max: object = 0, out: object = 0) -> Tensor["*s"]:
    """Values kept within bounds (tensor bounds would broadcast: then the shape is left open).

    >>> clamp((2, 3), 0)
    (2, 3)
    """
    assert not is_tensor(min) or len(shape_of(min)) >= 0, "bounds"

@op(
    "torch.add", "torch.Tensor.add", "torch.sub", "torch.Tensor.sub", "torch.subtract", "torch.mul", "torch.Tensor.mul", "torch.multiply", "torch.div", "torch.Tensor.div", "torch.divide", "torch.true_divide",
    "torch.floor_divide", "torch.Tensor.floor_divide", "torch.remainder", "torch.Tensor.remainder", "torch.fmod", "torch.Tensor.fmod", "torch.pow", "torch.Tensor.pow", "torch.atan2", "torch.Tensor.atan2",
    "torch.bitwise_and", "torch.bitwise_or", "torch.bitwise_xor", "torch.bitwise_left_shift", "torch.bitwise_right_shift",
    "torch.maximum", "torch.minimum", "torch.Tensor.maximum", "torch.Tensor.minimum", "torch.hypot", "torch.logaddexp", "torch.Tensor.multiply", "torch.Tensor.subtract", "torch.Tensor.divide",
    "torch.fmax", "torch.fmin", "torch.xlogy", finds="broadcast-sizes",
)
@overload
def binary(input: Tensor["*#s"], other: Tensor["*#s"], alpha: object = 1, rounding_mode: object = 0, out: object = 0) -> Tensor["*s"]: ...
@overload
def binary(input: float, other: Tensor["*s"], alpha: object = 1, rounding_mode: object = 0, out: object = 0) -> Tensor["*s"]: ...
@overload
def binary(input: Tensor["*s"], other: float, alpha: object = 1, rounding_mode: object = 0, out: object = 0) -> Tensor["*s"]:
    """Both sides broadcast.

    >>> binary((2, 3), (3,))
    (2, 3)
    >>> binary((2, 3), (4,))
    error: broadcast
    """

@op(
    "torch.eq", "torch.Tensor.eq", "torch.ne", "torch.Tensor.ne", "torch.lt", "torch.Tensor.lt", "torch.le", "torch.Tensor.le", "torch.gt", "torch.Tensor.gt", "torch.ge", "torch.Tensor.ge",
    "torch.logical_and", "torch.logical_or", "torch.logical_xor", "torch.Tensor.logical_and", "torch.Tensor.logical_or", "torch.isclose", finds="broadcast-sizes",
)
@overload
def comparison(input: Tensor["*#s"], other: Tensor["*#s"]) -> Bool["*s"]: ...
@overload
def comparison(input: Tensor["*s"], other: float) -> Bool["*s"]:
    """Both sides broadcast; the result is boolean.

    >>> comparison((2, 3), (3,))
    (2, 3)
    >>> comparison((2, 3), (4,))
    error: broadcast
    """

@op("torch.Tensor.add_", "torch.Tensor.sub_", "torch.Tensor.mul_", "torch.Tensor.div_", "torch.Tensor.pow_", "torch.Tensor.remainder_", finds="broadcast-sizes")
@overload
def in_place(input: Tensor["*s"], other: Tensor["*o"], alpha: object = 1, rounding_mode: object = 0) -> Tensor["*s"]:
    assert broadcasts_to(o, s), "the other side must broadcast to this one"
@overload
def in_place(input: Tensor["*s"], other: float, alpha: object = 1, rounding_mode: object = 0) -> Tensor["*s"]:
    """The other side broadcasts to this one.

    >>> in_place((2, 3), (3,))
    (2, 3)
    >>> in_place((3,), (2, 3))
    error: broadcast
    """

@op("torch.lerp", "torch.Tensor.lerp", "torch.addcmul", "torch.addcdiv", "torch.Tensor.addcmul", finds="broadcast-sizes")
@overload
def ternary(input: Tensor["*#s"], a: Tensor["*#s"], b: Tensor["*#s"], value: object = 1) -> Tensor["*s"]: ...
@overload
def ternary(input: Tensor["*#s"], a: Tensor["*#s"], b: float, value: object = 1) -> Tensor["*s"]:
    """All broadcast.

    >>> ternary((2, 3), (3,), 0.5)
    (2, 3)
    >>> ternary((2, 3), (4,), 0.5)
    error: broadcast
    """
