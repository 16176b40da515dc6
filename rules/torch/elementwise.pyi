"""Operations on each element: shapes stay, or broadcast."""

@op(
    "torch.positive", "torch.Tensor.positive", "torch.clone", "torch.Tensor.clone", "torch.detach",
    "torch.Tensor.detach", "torch.floor", "torch.Tensor.floor", "torch.ceil", "torch.Tensor.ceil",
    "torch.round", "torch.Tensor.round", "torch.trunc", "torch.Tensor.trunc", "torch.fix",
    "torch.Tensor.fix", "torch.frac", "torch.Tensor.frac", "torch.sign", "torch.Tensor.sign",
    "torch.sgn", "torch.Tensor.sgn", "torch.nan_to_num",
    "torch.Tensor.nan_to_num", "torch.conj", "torch.Tensor.conj", "torch.conj_physical",
    "torch.Tensor.conj_physical", "torch.bitwise_not", "torch.Tensor.bitwise_not",
    "torch.resolve_conj", "torch.Tensor.resolve_conj", "torch.resolve_neg",
    "torch.Tensor.resolve_neg", "torch.Tensor.cuda", "torch.Tensor.cpu",
    "torch.Tensor.pin_memory", "torch.Tensor.xpu",
    "torch.special.round",
    layout="kept",
)
def unary(input: Tensor["*s"], a: object = 0, b: object = 0, c: object = 0, memory_format: object = 0, out: object = 0, device: object = 0, non_blocking: object = 0, decimals: object = 0, nan: object = 0, posinf: object = 0, neginf: object = 0, generator: object = 0) -> Tensor["*s"]:
    """Same shape, same dtype.

    >>> unary((2, 3))
    (2, 3)
    """

@op("torch.Tensor.contiguous", layout="contiguous(input)")
def contiguous(input: Tensor["*s"], memory_format: object = None) -> Tensor["*s"]:
    """The same elements, row by row in memory.

    >>> contiguous((2, 3))
    (2, 3)
    """

@op("torch.neg", "torch.Tensor.neg", "torch.negative", "torch.Tensor.negative", finds="tensor-dtype", layout="kept")
def negative(input: Tensor["*s"], *, out: object = 0) -> Tensor["*s"]:
    """The same size, the other sign.

    >>> negative((2, 3))
    (2, 3)
    """
    assert not has_dtype(input, "bool"), "a boolean tensor has no negative: use `~`"

@op("torch.neg_", "torch.Tensor.neg_", "torch.negative_", "torch.Tensor.negative_", finds="tensor-dtype", layout="strides")
def negative_in_place(input: Tensor["*s"]) -> Tensor["*s"]:
    """The same size, the other sign, in place.

    >>> negative_in_place((2, 3))
    (2, 3)
    """
    assert not has_dtype(input, "bool"), "a boolean tensor has no negative: use `~`"

@op(
    "torch.abs", "torch.absolute", "torch.Tensor.abs", "torch.Tensor.absolute",
    layout="kept",
)
def magnitude(input: Tensor["*s"], *, out: object = 0) -> Real["*s"]:
    """Same shape; of complex numbers the real dtype.

    >>> magnitude((2, 3))
    (2, 3)
    """

@op("torch.bernoulli", "torch.Tensor.bernoulli", layout="packed")
def bernoulli(input: Tensor["*s"], p: object = None, *, generator: object = None, out: object = None) -> Tensor["*s"]:
    """Zeros and ones, drawn with the probability of each element.

    >>> bernoulli((2, 3))
    (2, 3)
    """

@op("torch.real", "torch.imag")
def part(input: Tensor["*s"]) -> Real["*s"]:
    """One part of each number.

    >>> part((2, 3))
    (2, 3)
    """

@op("torch.angle", "torch.Tensor.angle", layout="packed")
def angle(input: Tensor["*s"], *, out: object = 0) -> Norm["*s"]:
    """The argument of each complex number.

    >>> angle((2, 3))
    (2, 3)
    """

@op(
    "torch.nn.functional.sigmoid", "torch.nn.functional.tanh", "torch.nn.functional.softsign", "torch.nn.functional.tanhshrink", "torch.exp", "torch.Tensor.exp", "torch.exp2", "torch.Tensor.exp2", "torch.special.exp2",
    "torch.expm1", "torch.Tensor.expm1", "torch.special.expm1", "torch.log", "torch.Tensor.log",
    "torch.log2", "torch.Tensor.log2", "torch.log10", "torch.Tensor.log10", "torch.log1p",
    "torch.Tensor.log1p", "torch.special.log1p", "torch.sqrt", "torch.Tensor.sqrt", "torch.rsqrt",
    "torch.Tensor.rsqrt", "torch.reciprocal", "torch.Tensor.reciprocal", "torch.sin",
    "torch.Tensor.sin", "torch.cos", "torch.Tensor.cos", "torch.tan", "torch.Tensor.tan",
    "torch.sinh", "torch.Tensor.sinh", "torch.cosh", "torch.Tensor.cosh", "torch.tanh",
    "torch.Tensor.tanh", "torch.asin", "torch.Tensor.asin", "torch.acos", "torch.Tensor.acos",
    "torch.atan", "torch.Tensor.atan", "torch.asinh", "torch.Tensor.asinh", "torch.acosh",
    "torch.Tensor.acosh", "torch.atanh", "torch.Tensor.atanh", "torch.arcsin",
    "torch.Tensor.arcsin", "torch.arccos", "torch.Tensor.arccos", "torch.arctan",
    "torch.Tensor.arctan", "torch.arcsinh", "torch.Tensor.arcsinh", "torch.arccosh",
    "torch.Tensor.arccosh", "torch.arctanh", "torch.Tensor.arctanh", "torch.sigmoid",
    "torch.Tensor.sigmoid", "torch.special.expit", "torch.logit", "torch.Tensor.logit",
    "torch.special.logit", "torch.erf", "torch.Tensor.erf", "torch.special.erf", "torch.erfc",
    "torch.Tensor.erfc", "torch.special.erfc", "torch.special.erfcx", "torch.erfinv",
    "torch.Tensor.erfinv", "torch.special.erfinv", "torch.lgamma", "torch.Tensor.lgamma",
    "torch.special.gammaln", "torch.digamma", "torch.Tensor.digamma", "torch.special.digamma",
    "torch.special.psi", "torch.i0", "torch.Tensor.i0", "torch.special.i0", "torch.special.i0e",
    "torch.special.i1", "torch.special.i1e", "torch.sinc", "torch.Tensor.sinc",
    "torch.special.sinc", "torch.special.ndtri", "torch.special.ndtr", "torch.special.log_ndtr",
    "torch.special.entr", "torch.deg2rad", "torch.Tensor.deg2rad", "torch.rad2deg",
    "torch.Tensor.rad2deg", "torch.special.bessel_j0", "torch.special.bessel_j1",
    "torch.special.bessel_y0", "torch.special.bessel_y1", "torch.special.airy_ai",
    "torch.special.modified_bessel_i0", "torch.special.modified_bessel_i1",
    "torch.special.modified_bessel_k0", "torch.special.modified_bessel_k1",
    "torch.special.scaled_modified_bessel_k0", "torch.special.scaled_modified_bessel_k1",
    "torch.special.spherical_bessel_j0",
    layout="kept",
)
def transcendental(input: Tensor["*s"], eps: object = None, *, out: object = 0) -> Inexact["*s"]:
    """Same shape, floating point.

    >>> transcendental((2, 3))
    (2, 3)
    """

@op(
    "torch.detach_",
    "torch.Tensor.detach_", "torch.floor_", "torch.Tensor.floor_", "torch.ceil_",
    "torch.Tensor.ceil_", "torch.round_", "torch.Tensor.round_", "torch.trunc_",
    "torch.Tensor.trunc_", "torch.fix_", "torch.Tensor.fix_", "torch.frac_", "torch.Tensor.frac_",
    "torch.Tensor.sign_", "torch.Tensor.sgn_", "torch.square_", "torch.Tensor.square_",
    "torch.nan_to_num_", "torch.Tensor.nan_to_num_", "torch.conj_physical_",
    "torch.Tensor.conj_physical_", "torch.Tensor.bitwise_not_", 
    "torch.abs_", "torch.Tensor.abs_", "torch.Tensor.absolute_",
    "torch.Tensor.zero_", "torch.zero_", "torch.Tensor.logical_not_",
    layout="strides",
)
def unary_in_place(input: Tensor["*s"], a: object = 0, b: object = 0, *, decimals: object = 0, nan: object = 0, posinf: object = 0, neginf: object = 0) -> Tensor["*s"]:
    """In place: same shape, same dtype.

    >>> unary_in_place((2, 3))
    (2, 3)
    """

@op(
    "torch.exp_", "torch.Tensor.exp_", "torch.exp2_", "torch.Tensor.exp2_", "torch.expm1_",
    "torch.Tensor.expm1_", "torch.log_", "torch.Tensor.log_", "torch.log2_", "torch.Tensor.log2_",
    "torch.log10_", "torch.Tensor.log10_", "torch.log1p_", "torch.Tensor.log1p_", "torch.sqrt_",
    "torch.Tensor.sqrt_", "torch.rsqrt_", "torch.Tensor.rsqrt_", "torch.reciprocal_",
    "torch.Tensor.reciprocal_", "torch.sin_", "torch.Tensor.sin_", "torch.cos_",
    "torch.Tensor.cos_", "torch.tan_", "torch.Tensor.tan_", "torch.sinh_", "torch.Tensor.sinh_",
    "torch.cosh_", "torch.Tensor.cosh_", "torch.tanh_", "torch.Tensor.tanh_", "torch.asin_",
    "torch.Tensor.asin_", "torch.acos_", "torch.Tensor.acos_", "torch.atan_", "torch.Tensor.atan_",
    "torch.asinh_", "torch.Tensor.asinh_", "torch.acosh_", "torch.Tensor.acosh_", "torch.atanh_",
    "torch.Tensor.atanh_", "torch.arcsin_", "torch.Tensor.arcsin_", "torch.arccos_",
    "torch.Tensor.arccos_", "torch.arctan_", "torch.Tensor.arctan_", "torch.arcsinh_",
    "torch.Tensor.arcsinh_", "torch.arccosh_", "torch.Tensor.arccosh_", "torch.arctanh_",
    "torch.Tensor.arctanh_", "torch.sigmoid_", "torch.Tensor.sigmoid_", "torch.logit_",
    "torch.Tensor.logit_", "torch.erf_", "torch.Tensor.erf_", "torch.erfc_", "torch.Tensor.erfc_",
    "torch.Tensor.erfinv_", "torch.Tensor.lgamma_", "torch.Tensor.digamma_", "torch.i0_",
    "torch.Tensor.i0_", "torch.sinc_", "torch.Tensor.sinc_", "torch.deg2rad_",
    "torch.Tensor.deg2rad_", "torch.rad2deg_", "torch.Tensor.rad2deg_",
    layout="strides",
)
def transcendental_in_place(input: Inexact["*s"], eps: object = None) -> Tensor["*s"]:
    """In place, where only floating point numbers can hold the result.

    >>> transcendental_in_place((2, 3))
    (2, 3)
    """

@op(
    "torch.isnan", "torch.Tensor.isnan", "torch.isinf", "torch.Tensor.isinf", "torch.isfinite",
    "torch.Tensor.isfinite", "torch.isneginf", "torch.Tensor.isneginf", "torch.isposinf",
    "torch.Tensor.isposinf", "torch.isreal", "torch.Tensor.isreal", "torch.logical_not",
    "torch.Tensor.logical_not", "torch.signbit", "torch.Tensor.signbit", "torch.Tensor.bool",
    layout="kept",
)
def predicate(input: Tensor["*s"], memory_format: object = 0, *, out: object = 0) -> Bool["*s"]:
    """A truth for each element.

    >>> predicate((2, 3))
    (2, 3)
    """

@op("torch.Tensor.float", layout="kept")
def to_float(input: Tensor["*s"], memory_format: object = 0) -> Float["*s"]:
    """As float32.

    >>> to_float((2, 3))
    (2, 3)
    """

@op("torch.Tensor.long", layout="kept")
def to_long(input: Tensor["*s"], memory_format: object = 0) -> Int["*s"]:
    """As int64.

    >>> to_long((2, 3))
    (2, 3)
    """

@op("torch.Tensor.int", layout="kept")
def to_int(input: Tensor["*s"], memory_format: object = 0) -> Int32["*s"]:
    """As int32.

    >>> to_int((2, 3))
    (2, 3)
    """

@op("torch.Tensor.short", layout="kept")
def to_short(input: Tensor["*s"], memory_format: object = 0) -> Int16["*s"]:
    """As int16.

    >>> to_short((2, 3))
    (2, 3)
    """

@op("torch.Tensor.byte", layout="kept")
def to_byte(input: Tensor["*s"], memory_format: object = 0) -> UInt8["*s"]:
    """As uint8.

    >>> to_byte((2, 3))
    (2, 3)
    """

@op("torch.Tensor.double", layout="kept")
def to_double(input: Tensor["*s"], memory_format: object = 0) -> Float64["*s"]:
    """As float64.

    >>> to_double((2, 3))
    (2, 3)
    """

@op("torch.Tensor.half", layout="kept")
def to_half(input: Tensor["*s"], memory_format: object = 0) -> Float16["*s"]:
    """As float16.

    >>> to_half((2, 3))
    (2, 3)
    """

@op("torch.Tensor.bfloat16", layout="kept")
def to_bfloat16(input: Tensor["*s"], memory_format: object = 0) -> BFloat16["*s"]:
    """As bfloat16.

    >>> to_bfloat16((2, 3))
    (2, 3)
    """

@op("torch.Tensor.char", layout="kept")
def to_char(input: Tensor["*s"], memory_format: object = 0) -> Int8["*s"]:
    """As int8.

    >>> to_char((2, 3))
    (2, 3)
    """

@op("torch.Tensor.cfloat", layout="kept")
def to_cfloat(input: Tensor["*s"], memory_format: object = 0) -> Complex64["*s"]:
    """As complex64.

    >>> to_cfloat((2, 3))
    (2, 3)
    """

@op("torch.Tensor.cdouble", layout="kept")
def to_cdouble(input: Tensor["*s"], memory_format: object = 0) -> Complex128["*s"]:
    """As complex128.

    >>> to_cdouble((2, 3))
    (2, 3)
    """

@op("torch.Tensor.to", "torch.Tensor.type_as", "torch.Tensor.requires_grad_")
def converted(input: Tensor["*s"], a: object = 0, b: object = 0, c: object = 0, d: object = 0, *, device: object = 0, dtype: object = 0, other: object = 0, non_blocking: object = 0, copy: object = 0, memory_format: object = 0, requires_grad: object = 0) -> Like["*s"]:
    """Same shape, perhaps another dtype.

    >>> converted((2, 3))
    (2, 3)
    """

@op("torch.Tensor.type", layout="kept")
def type(input: Tensor["*s"], dtype: object, non_blocking: bool = False) -> Like["*s"]:
    """Another dtype; without one the name of its own.

    >>> type((2, 3), "torch.LongTensor")
    (2, 3)
    """

@op("torch.Tensor.normal_", "torch.Tensor.uniform_", "torch.Tensor.bernoulli_", "torch.Tensor.exponential_", "torch.Tensor.random_", "torch.Tensor.fill_", "torch.Tensor.cauchy_", "torch.Tensor.geometric_", "torch.Tensor.log_normal_", layout="strides")
def filled(input: Tensor["*s"], a: object = 0, b: object = 0, *, mean: object = 0, std: object = 0, to: object = 0, low: object = 0, high: object = 0, lambd: object = 0, median: object = 0, sigma: object = 0, p: object = 0, value: object = 0, generator: object = 0) -> Tensor["*s"]:
    """Filled in place.

    >>> filled((2, 3), 0.5)
    (2, 3)
    """

@op("torch.Tensor.copy_", finds="expand-sizes", layout="strides")
def copied(input: Tensor["*s"], src: Array["*o"], non_blocking: bool = False) -> Tensor["*s"]:
    """The source broadcasts to the place.

    >>> copied((2, 3), (3,))
    (2, 3)
    >>> copied((3,), (2, 3))
    error: axes
    """
    new = expand(o, s)

@op("torch.square", "torch.Tensor.square", layout="kept")
def square(input: Tensor["*s"], *, out: object = 0) -> Int["*s"] if has_dtype(input, "bool") else Tensor["*s"]:
    """Every element times itself.

    >>> square((2, 3))
    (2, 3)
    """

@op("torch.Tensor.clamp_", "torch.clamp_", "torch.Tensor.clip_", "torch.clip_", finds="broadcast-sizes", layout="strides")
@overload
def clamp_in_place(input: Tensor["*s"], min: float | None = None, max: float | None = None) -> Tensor["*s"]: ...
@overload
def clamp_in_place(input: Tensor["*s"], min: Array["*a"] | None = None, max: Array["*b"] | None = None) -> Tensor["*s"]:
    """Values kept within bounds, which broadcast to the tensor.

    >>> clamp_in_place((2, 3), 0)
    (2, 3)
    >>> clamp_in_place((2, 3), (4,))
    error: bound
    """
    assert min is None or broadcasts_to(a, s), "the lower bound must broadcast to the tensor"
    assert max is None or broadcasts_to(b, s), "the upper bound must broadcast to the tensor"

@op("torch.Tensor.clamp_min_", "torch.Tensor.clamp_max_", "torch.clamp_min_", "torch.clamp_max_", finds="broadcast-sizes", layout="strides")
@overload
def clamp_min_in_place(input: Tensor["*s"], bound: float) -> Tensor["*s"]: ...
@overload
def clamp_min_in_place(input: Tensor["*s"], bound: Array["*a"]) -> Tensor["*s"]:
    """Values kept on one side of a bound, which broadcasts to the tensor.

    >>> clamp_min_in_place((2, 3), 0)
    (2, 3)
    >>> clamp_min_in_place((2, 3), (4,))
    error: bound
    """
    assert broadcasts_to(a, s), "the bound must broadcast to the tensor"

@op("torch.complex", "torch.polar", finds="broadcast-sizes", layout="packed")
def complex(real: Float["*#s"], imag: Float["*#s"], *, out: object = 0) -> Complex["*s"]:
    """Complex numbers of two real tensors, which broadcast.

    >>> complex((2, 3), (3,))
    (2, 3)
    >>> complex((2, 3), (2,))
    error: broadcast
    """

@op("torch.view_as_real", finds="tensor-dtype")
def view_as_real(input: Complex["*s"]) -> Real["*s 2"]:
    """Complex numbers as pairs along a new last axis.

    >>> view_as_real((2, 3))
    (2, 3, 2)
    """

@op("torch.view_as_complex", finds="reshape-elements")
def view_as_complex(input: Float["*s pair"]) -> Complex["*s"]:
    """The pairs along the last axis as complex numbers.

    >>> view_as_complex((3, 2))
    (3,)
    >>> view_as_complex((2, 3))
    error: 2
    """
    assert pair == 2, "the last axis must be 2 long"

@op(
    "torch.clamp", "torch.Tensor.clamp", "torch.clip", "torch.Tensor.clip",
   
    finds="broadcast-sizes",
    layout="kept",
)
@overload
def clamp(input: Tensor["*s"], min: Scalar | None = None, max: Scalar | None = None, *, out: object = 0) -> Tensor["*s"]: ...
@overload
def clamp(input: Tensor["*#s"], min: Tensor["*#s"] | None = None, max: Tensor["*#s"] | None = None, *, out: object = 0) -> Tensor["*s"]:
    """Values kept within bounds, which broadcast.

    >>> clamp((2, 3), 0)
    (2, 3)
    >>> clamp((2, 3), (4,))
    error: broadcast
    """

@op(
    "torch.clamp_min", "torch.Tensor.clamp_min", "torch.clamp_max", "torch.Tensor.clamp_max",
   
    finds="broadcast-sizes",
    layout="kept",
)
@overload
def clamp_min(input: Tensor["*s"], bound: Scalar, *, out: object = 0) -> Tensor["*s"]: ...
@overload
def clamp_min(input: Tensor["*#s"], bound: Tensor["*#s"], *, out: object = 0) -> Tensor["*s"]:
    """Values kept on one side of a bound, which broadcasts.

    >>> clamp_min((2, 3), 0)
    (2, 3)
    >>> clamp_min((2, 3), (4,))
    error: broadcast
    """

@op(
    "torch.add", "torch.Tensor.add", "torch.mul", "torch.Tensor.mul", "torch.multiply",
    "torch.Tensor.multiply", "torch.floor_divide", "torch.Tensor.floor_divide", "torch.remainder",
    "torch.Tensor.remainder", "torch.fmod", "torch.Tensor.fmod", "torch.pow", "torch.Tensor.pow",
    "torch.bitwise_and", "torch.Tensor.bitwise_and", "torch.bitwise_or", "torch.Tensor.bitwise_or",
    "torch.bitwise_xor", "torch.Tensor.bitwise_xor", "torch.bitwise_left_shift",
    "torch.Tensor.bitwise_left_shift", "torch.bitwise_right_shift",
    "torch.Tensor.bitwise_right_shift", "torch.maximum", "torch.Tensor.maximum", "torch.minimum",
    "torch.Tensor.minimum", "torch.fmax", "torch.Tensor.fmax", "torch.fmin", "torch.Tensor.fmin",
    "torch.hypot", "torch.Tensor.hypot", "torch.nextafter", "torch.Tensor.nextafter", "torch.gcd",
    "torch.Tensor.gcd", "torch.lcm", "torch.Tensor.lcm", "torch.heaviside",
    "torch.Tensor.heaviside", "torch.logaddexp", "torch.Tensor.logaddexp", "torch.logaddexp2",
    "torch.Tensor.logaddexp2",
    finds="broadcast-sizes",
    layout="kept",
)
@overload
def binary(input: Tensor["*#s"], other: Tensor["*#s"], alpha: object = 1, out: object = 0) -> Tensor["*s"]: ...
@overload
def binary(input: Scalar, other: Tensor["*s"], alpha: object = 1, out: object = 0) -> Tensor["*s"]: ...
@overload
def binary(input: Tensor["*s"], other: Scalar, alpha: object = 1, out: object = 0) -> Tensor["*s"]:
    """Both sides broadcast.

    >>> binary((2, 3), (3,))
    (2, 3)
    >>> binary((2, 3), (4,))
    error: broadcast
    """

@op(
    "torch.sub", "torch.Tensor.sub", "torch.subtract", "torch.Tensor.subtract", "torch.rsub",
    finds="broadcast-sizes",
    layout="kept",
)
@overload
def difference(input: Tensor["*#s"], other: Tensor["*#s"], alpha: object = 1, *, out: object = 0) -> Tensor["*s"]:
    assert not has_dtype(input, "bool") and not has_dtype(other, "bool"), \
        "[tensor-dtype] boolean tensors have no difference: use `^` or `~`"
@overload
def difference(input: Scalar, other: Tensor["*s"], alpha: object = 1, *, out: object = 0) -> Tensor["*s"]:
    assert input is not True and input is not False and not has_dtype(other, "bool"), \
        "[tensor-dtype] boolean tensors have no difference: use `^` or `~`"
@overload
def difference(input: Tensor["*s"], other: Scalar, alpha: object = 1, *, out: object = 0) -> Tensor["*s"]:
    """Both sides broadcast.

    >>> difference((2, 3), (3,))
    (2, 3)
    >>> difference((2, 3), (4,))
    error: broadcast
    """
    assert not has_dtype(input, "bool") and other is not True and other is not False, \
        "[tensor-dtype] boolean tensors have no difference: use `^` or `~`"

@op(
    "torch.div", "torch.Tensor.div", "torch.divide", "torch.Tensor.divide",
    finds="broadcast-sizes",
    layout="kept",
)
@overload
def div(input: Tensor["*#s"], other: Tensor["*#s"], *, rounding_mode: str | None = None, out: object = 0) -> Inexact["*s"] if rounding_mode is None else Tensor["*s"]: ...
@overload
def div(input: Scalar, other: Tensor["*s"], *, rounding_mode: str | None = None, out: object = 0) -> Inexact["*s"] if rounding_mode is None else Tensor["*s"]: ...
@overload
def div(input: Tensor["*s"], other: Scalar, *, rounding_mode: str | None = None, out: object = 0) -> Inexact["*s"] if rounding_mode is None else Tensor["*s"]:
    """Both sides broadcast; integers divide to floating point, unless rounded.

    >>> div((2, 3), (3,))
    (2, 3)
    >>> div((2, 3), (4,))
    error: broadcast
    """

@op(
    "torch.true_divide", "torch.Tensor.true_divide", "torch.atan2", "torch.Tensor.atan2",
    "torch.arctan2", "torch.Tensor.arctan2", "torch.xlogy", "torch.Tensor.xlogy",
    "torch.special.xlogy", "torch.copysign", "torch.Tensor.copysign", "torch.special.xlog1py",
    "torch.special.zeta",
    "torch.special.chebyshev_polynomial_t", "torch.special.chebyshev_polynomial_u",
    "torch.special.chebyshev_polynomial_v", "torch.special.chebyshev_polynomial_w",
    "torch.special.shifted_chebyshev_polynomial_t", "torch.special.shifted_chebyshev_polynomial_u",
    "torch.special.shifted_chebyshev_polynomial_v", "torch.special.shifted_chebyshev_polynomial_w",
    "torch.special.hermite_polynomial_h", "torch.special.hermite_polynomial_he",
    "torch.special.laguerre_polynomial_l", "torch.special.legendre_polynomial_p", "torch.ldexp", "torch.Tensor.ldexp",
    finds="broadcast-sizes",
)
@overload
def quotient(input: Tensor["*#s"], other: Tensor["*#s"], *, out: object = 0) -> Inexact["*s"]: ...
@overload
def quotient(input: Scalar, other: Tensor["*s"], *, out: object = 0) -> Inexact["*s"]: ...
@overload
def quotient(input: Tensor["*s"], other: Scalar, *, out: object = 0) -> Inexact["*s"]:
    """Both sides broadcast; the result is floating point.

    >>> quotient((2, 3), (3,))
    (2, 3)
    >>> quotient((2, 3), (4,))
    error: broadcast
    """

@op(
    "torch.float_power", "torch.Tensor.float_power",
    finds="broadcast-sizes",
    layout="packed",
)
@overload
def float_power(input: Tensor["*#s"], exponent: Tensor["*#s"], *, out: object = 0) -> Array["*s"]: ...
@overload
def float_power(input: Scalar, exponent: Tensor["*s"], *, out: object = 0) -> Array["*s"]: ...
@overload
def float_power(input: Tensor["*s"], exponent: Scalar, *, out: object = 0) -> Array["*s"]:
    """A power in double precision.

    >>> float_power((2, 3), 2)
    (2, 3)
    >>> float_power((2, 3), (4,))
    error: broadcast
    """

@op(
    "torch.eq", "torch.Tensor.eq", "torch.ne", "torch.Tensor.ne", "torch.lt", "torch.Tensor.lt",
    "torch.le", "torch.Tensor.le", "torch.gt", "torch.Tensor.gt", "torch.ge", "torch.Tensor.ge",
    "torch.not_equal", "torch.Tensor.not_equal", "torch.less", "torch.Tensor.less",
    "torch.less_equal", "torch.Tensor.less_equal", "torch.greater", "torch.Tensor.greater",
    "torch.greater_equal", "torch.Tensor.greater_equal", "torch.logical_and",
    "torch.Tensor.logical_and", "torch.logical_or", "torch.Tensor.logical_or", "torch.logical_xor",
    "torch.Tensor.logical_xor", "torch.isclose", "torch.Tensor.isclose",
    finds="broadcast-sizes",
    layout="kept",
)
@overload
def comparison(input: Tensor["*#s"], other: Tensor["*#s"], rtol: object = 0, atol: object = 0, equal_nan: object = False, *, out: object = 0) -> Bool["*s"]: ...
@overload
def comparison(input: Tensor["*s"], other: Scalar, *, out: object = 0) -> Bool["*s"]:
    """Both sides broadcast; the result is boolean.

    >>> comparison((2, 3), (3,))
    (2, 3)
    >>> comparison((2, 3), (4,))
    error: broadcast
    """

@op(
    "torch.Tensor.add_", "torch.Tensor.mul_", "torch.Tensor.multiply_",
    "torch.Tensor.floor_divide_", "torch.Tensor.pow_", "torch.Tensor.remainder_",
    "torch.Tensor.fmod_", "torch.Tensor.bitwise_and_", "torch.Tensor.bitwise_or_",
    "torch.Tensor.bitwise_xor_", "torch.Tensor.hypot_", "torch.Tensor.nextafter_",
    "torch.Tensor.gcd_", "torch.Tensor.lcm_", "torch.Tensor.heaviside_", "torch.Tensor.igamma_",
    "torch.Tensor.igammac_", "torch.Tensor.bitwise_left_shift_",
    "torch.Tensor.bitwise_right_shift_",
    finds="broadcast-sizes", layout="strides",
)
@overload
def in_place(input: Tensor["*s"], other: Array["*o"], alpha: object = 1) -> Tensor["*s"]:
    assert broadcasts_to(o, s), "the other side must broadcast to this one"
    assert holds(input, other), "[tensor-dtype] the result has another dtype than this tensor, which it must fit"
@overload
def in_place(input: Tensor["*s"], other: float, alpha: object = 1) -> Tensor["*s"]:
    """The other side broadcasts to this one.

    >>> in_place((2, 3), (3,))
    (2, 3)
    >>> in_place((3,), (2, 3))
    error: broadcast
    """
    assert holds(input, other), "[tensor-dtype] the result has another dtype than this tensor, which it must fit"

@op(
    "torch.Tensor.sub_", "torch.Tensor.subtract_",
    finds="broadcast-sizes", layout="strides",
)
@overload
def subtract_in_place(input: Tensor["*s"], other: Array["*o"], alpha: object = 1) -> Tensor["*s"]:
    assert broadcasts_to(o, s), "the other side must broadcast to this one"
    assert not has_dtype(input, "bool") and not has_dtype(other, "bool") and other is not True and other is not False, \
        "[tensor-dtype] boolean tensors have no difference: use `^` or `~`"
    assert holds(input, other), "[tensor-dtype] the result has another dtype than this tensor, which it must fit"
@overload
def subtract_in_place(input: Tensor["*s"], other: float, alpha: object = 1) -> Tensor["*s"]:
    """The other side broadcasts to this one.

    >>> subtract_in_place((2, 3), (3,))
    (2, 3)
    >>> subtract_in_place((3,), (2, 3))
    error: broadcast
    """
    assert not has_dtype(input, "bool") and not has_dtype(other, "bool") and other is not True and other is not False, \
        "[tensor-dtype] boolean tensors have no difference: use `^` or `~`"
    assert holds(input, other), "[tensor-dtype] the result has another dtype than this tensor, which it must fit"

@op(
    "torch.Tensor.div_", "torch.Tensor.divide_", "torch.Tensor.true_divide_", "torch.Tensor.atan2_",
    "torch.Tensor.arctan2_", "torch.Tensor.xlogy_", "torch.Tensor.copysign_", "torch.Tensor.ldexp_",
    finds="broadcast-sizes", layout="strides",
)
@overload
def divide_in_place(input: Tensor["*s"], other: Array["*o"], *, rounding_mode: str | None = None) -> Tensor["*s"]:
    assert broadcasts_to(o, s), "the other side must broadcast to this one"
    assert holds(input, other) and (rounding_mode is not None or holds(input, 0.5)), \
        "[tensor-dtype] the result has another dtype than this tensor, which it must fit"
@overload
def divide_in_place(input: Tensor["*s"], other: float, *, rounding_mode: str | None = None) -> Tensor["*s"]:
    """A quotient, which needs a floating point place unless it is rounded.

    >>> divide_in_place((2, 3), (3,))
    (2, 3)
    >>> divide_in_place((3,), (2, 3))
    error: broadcast
    """
    assert holds(input, other) and (rounding_mode is not None or holds(input, 0.5)), \
        "[tensor-dtype] the result has another dtype than this tensor, which it must fit"

@op(
    "torch.Tensor.eq_", "torch.Tensor.ne_", "torch.Tensor.lt_", "torch.Tensor.le_",
    "torch.Tensor.gt_", "torch.Tensor.ge_", "torch.Tensor.logical_and_", "torch.Tensor.logical_or_",
    "torch.Tensor.logical_xor_", "torch.Tensor.not_equal_", "torch.Tensor.less_",
    "torch.Tensor.less_equal_", "torch.Tensor.greater_", "torch.Tensor.greater_equal_",
    finds="broadcast-sizes", layout="strides",
)
@overload
def compare_in_place(input: Tensor["*s"], other: Array["*o"]) -> Tensor["*s"]:
    assert broadcasts_to(o, s), "the other side must broadcast to this one"
@overload
def compare_in_place(input: Tensor["*s"], other: float) -> Tensor["*s"]:
    """A truth for each element, in the dtype of this side.

    >>> compare_in_place((2, 3), (3,))
    (2, 3)
    >>> compare_in_place((3,), (2, 3))
    error: broadcast
    """

@op("torch.Tensor.lerp_", "torch.Tensor.addcmul_", "torch.Tensor.addcdiv_", finds="broadcast-sizes", layout="strides")
@overload
def ternary_in_place(input: Tensor["*s"], a: Array["*a"], b: Array["*b"], value: object = 1) -> Tensor["*s"]:
    assert broadcasts_to(broadcast(a, b), s), "the other sides must broadcast to this one"
@overload
def ternary_in_place(input: Tensor["*s"], a: Array["*a"], b: float, value: object = 1) -> Tensor["*s"]:
    """The other sides broadcast to this one.

    >>> ternary_in_place((2, 3), (3,), 0.5)
    (2, 3)
    >>> ternary_in_place((3,), (2, 3), 0.5)
    error: broadcast
    """
    assert broadcasts_to(a, s), "the other side must broadcast to this one"

@op("torch.addcmul", "torch.addcdiv", "torch.Tensor.addcmul", "torch.Tensor.addcdiv", finds="broadcast-sizes", layout="kept")
def addcmul(input: Tensor["*#s"], tensor1: Tensor["*#s"], tensor2: Tensor["*#s"], *, value: object = 1, out: object = 0) -> Tensor["*s"]:
    """input + value * (tensor1 * tensor2); all broadcast.

    >>> addcmul((2, 3), (3,), (1,))
    (2, 3)
    >>> addcmul((2, 3), (4,), (1,))
    error: broadcast
    """

@op("torch.lerp", "torch.Tensor.lerp", finds="broadcast-sizes", layout="kept")
@overload
def lerp(input: Tensor["*#s"], end: Tensor["*#s"], weight: Tensor["*#s"], *, out: object = 0) -> Tensor["*s"]: ...
@overload
def lerp(input: Tensor["*#s"], end: Tensor["*#s"], weight: float, *, out: object = 0) -> Tensor["*s"]:
    """Between two tensors; all broadcast.

    >>> lerp((2, 3), (3,), 0.5)
    (2, 3)
    >>> lerp((2, 3), (4,), 0.5)
    error: broadcast
    """
    assert same_dtype(input, end), "[mixed-dtypes] both ends must have the same dtype"

@op("torch.polygamma", "torch.special.polygamma", layout="kept")
def polygamma(n: Dim, input: Tensor["*s"], *, out: object = 0) -> Inexact["*s"]:
    """The n-th derivative of digamma.

    >>> polygamma(1, (2, 3))
    (2, 3)
    >>> polygamma(-1, (2, 3))
    error: negative
    """
    assert n >= 0, "n must not be negative"

@op("torch.mvlgamma", "torch.Tensor.mvlgamma", "torch.special.multigammaln", layout="packed")
def mvlgamma(input: Tensor["*s"], p: Dim, *, out: object = 0) -> Inexact["*s"]:
    """The multivariate log-gamma function.

    >>> mvlgamma((2, 3), 1)
    (2, 3)
    >>> mvlgamma((2, 3), 0)
    error: positive
    """
    assert p >= 1, "p must be positive"
