"""Activations, encodings, normalisations and attention of `keras.ops`."""

@op("keras.ops.relu", "keras.ops.relu6", "keras.ops.sigmoid", "keras.ops.sparse_sigmoid", "keras.ops.softplus", "keras.ops.softsign", "keras.ops.sparse_plus", "keras.ops.silu", "keras.ops.swish", "keras.ops.log_sigmoid", "keras.ops.hard_sigmoid", "keras.ops.hard_silu", "keras.ops.hard_swish", "keras.ops.selu", "keras.ops.tanh_shrink", "keras.ops.hard_tanh", "keras.ops.rsqrt", "keras.ops.erf", "keras.ops.erfc", "keras.ops.erfinv")
def relu(x: Tensor["*s"]) -> Tensor["*s"]:
    """Applied to each element.

    >>> relu((2, 3))
    (2, 3)
    """

@op("keras.ops.soft_shrink", "keras.ops.hard_shrink")
def soft_shrink(x: Tensor["*s"], threshold=0.5) -> Tensor["*s"]:
    """Small elements become 0.

    >>> soft_shrink((2, 3), threshold=0.2)
    (2, 3)
    """

@op("keras.ops.squareplus")
def squareplus(x: Tensor["*s"], b=4) -> Tensor["*s"]:
    """Applied to each element.

    >>> squareplus((2, 3), b=2)
    (2, 3)
    """

@op("keras.ops.leaky_relu")
def leaky_relu(x: Tensor["*s"], negative_slope=0.2) -> Tensor["*s"]:
    """Applied to each element.

    >>> leaky_relu((2, 3), negative_slope=0.1)
    (2, 3)
    """

@op("keras.ops.elu", "keras.ops.celu")
def elu(x: Tensor["*s"], alpha=1.0) -> Tensor["*s"]:
    """Applied to each element.

    >>> elu((2, 3), alpha=0.5)
    (2, 3)
    """

@op("keras.ops.gelu")
def gelu(x: Tensor["*s"], approximate: bool = True) -> Tensor["*s"]:
    """Applied to each element.

    >>> gelu((2, 3), approximate=False)
    (2, 3)
    """

@op("keras.ops.threshold")
def threshold(x: Tensor["*s"], threshold, default_value) -> Tensor["*s"]:
    """Elements that are not above the threshold become default_value.

    >>> threshold((2, 3), 1.0, 0.0)
    (2, 3)
    """

@op("keras.ops.glu", finds="reshape-elements")
def glu(x: Tensor["*s"], axis: Axis = -1) -> Tensor["*new"]:
    """One half of an axis times the sigmoid of the other.

    >>> glu((2, 6))
    (2, 3)
    >>> glu((4, 3), axis=0)
    (2, 3)
    >>> glu((2, 5))
    error: even
    >>> glu((2, 6), axis=2)
    error: range
    """
    size = axis_size(s, axis)
    assert size % 2 == 0, "the axis must have an even size"
    new = with_axis(s, axis, size // 2)

@op("keras.ops.softmax", "keras.ops.log_softmax", finds="index-range")
def softmax(x: Tensor["*s"], axis: Axes | None = -1) -> Tensor["*s"]:
    """Made to sum to 1 over the axis (or axes, or all with None).

    >>> softmax((2, 3, 4), axis=(1, 2))
    (2, 3, 4)
    >>> softmax((2, 3), axis=None)
    (2, 3)
    >>> softmax((2, 3), axis=2)
    error: range
    """
    summed = reduced(s, axis[0] if axis is not None and len(axis) == 1 else axis, True)

@op("keras.ops.sparsemax", finds="index-range")
def sparsemax(x: Tensor["*s"], axis: Axis = -1) -> Tensor["*s"]:
    """Made to sum to 1 over the axis, with many zeros.

    >>> sparsemax((2, 3), axis=0)
    (2, 3)
    >>> sparsemax((2, 3), axis=2)
    error: range
    """
    summed = reduced(s, axis, True)

@op("keras.ops.one_hot", finds="index-range")
def one_hot(x: Tensor["*s"], num_classes: Dim, axis: Axis = -1, dtype=None, sparse=False) -> Tensor["*new"]:
    """A new axis of num_classes, with a 1 at each index.

    >>> one_hot((2, 3), 10)
    (2, 3, 10)
    >>> one_hot((2, 3), num_classes=10, axis=0)
    (10, 2, 3)
    >>> one_hot((2, 3), 10, axis=3)
    error: axis
    """
    assert num_classes > 0, "[bad-argument] num_classes must be positive"
    assert axis == -1 or 0 <= axis and axis <= len(s), "axis must be -1, or not negative and no more than the rank"
    new = insert(s, axis, num_classes)

@op("keras.ops.multi_hot", finds="index-range")
def multi_hot(
    inputs: Tensor["*s"], num_classes: Dim | None = None, axis: Axis = -1, dtype=None, sparse=False, *,
    num_tokens: Dim | None = None,
) -> Tensor["*new"]:
    """One vector of num_classes for each sample, with a 1 at each of its indices.

    >>> multi_hot((2, 3), 10)
    (2, 10)
    >>> multi_hot((3,), num_classes=10)
    (10,)
    >>> multi_hot((2, 3), 10, axis=3)
    error: axis
    >>> multi_hot((2, 3))
    error: num_classes
    """
    count = num_tokens if num_classes is None else num_classes
    assert count is not None, "[missing-argument] num_classes must be given"
    assert count > 0, "[bad-argument] num_classes must be positive"
    assert axis == -1 or 0 <= axis and axis <= len(s), "axis must be -1, or not negative and no more than the rank"
    hot = insert(s, axis, count)
    new = drop(hot, 1 if len(s) > 1 else 0)

@op("keras.ops.moments", finds="index-range")
def moments(x: Tensor["*s"], axes: Axes | None, keepdims: bool = False, synchronized=False) -> tuple[Tensor["*new"], Tensor["*new"]]:
    """Mean and variance over axes.

    >>> moments((2, 3, 4), axes=[0, 1])
    ((4,), (4,))
    >>> moments((2, 3), axes=0, keepdims=True)
    ((1, 3), (1, 3))
    >>> moments((2, 3), axes=2)
    error: range
    """
    over = axes[0] if axes is not None and len(axes) == 1 else axes
    new = reduced(s, over, keepdims) if over != () else unsure()

@op("keras.ops.batch_normalization", finds="norm-features")
def batch_normalization(
    x: Tensor["*before features@axis *after"], mean: Tensor["features"], variance: Tensor["features"], axis: Axis,
    offset: Tensor["features"] | None = None, scale: Tensor["features"] | None = None, epsilon=1e-3,
) -> Tensor["*before features *after"]:
    """Less the mean and over the standard deviation, for each place on an axis.

    >>> batch_normalization((8, 5, 4), (4,), (4,), -1, (4,), (4,))
    (8, 5, 4)
    >>> batch_normalization((8, 5, 4), (5,), (5,), axis=1)
    (8, 5, 4)
    >>> batch_normalization((8, 5, 4), (5,), (5,), axis=-1)
    error: features
    >>> batch_normalization((8, 4), (4,), (4,), axis=2)
    error: range
    """

@op("keras.ops.layer_normalization", finds="norm-features")
def layer_normalization(
    x: Tensor["*s"], gamma: Tensor["*g"] | None = None, beta: Tensor["*b"] | None = None, axis: Axes = -1,
    epsilon=None, *, rms_scaling=False,
) -> Tensor["*s"]:
    """Less the mean and over the standard deviation of the axes, mostly the last.

    >>> layer_normalization((8, 5, 4), (4,), (4,))
    (8, 5, 4)
    >>> layer_normalization((8, 5, 4), axis=(1, 2))
    (8, 5, 4)
    >>> layer_normalization((8, 5, 4), (5,))
    error: gamma
    >>> layer_normalization((8, 4), axis=2)
    error: range
    """
    summed = reduced(s, axis[0] if len(axis) == 1 else axis, True)
    assert gamma is None or len(g) != 1 or prod(g) == prod(axis_size(s, a) for a in axis), "gamma must have the size of the axis"
    assert beta is None or len(b) != 1 or prod(b) == prod(axis_size(s, a) for a in axis), "beta must have the size of the axis"

@op("keras.ops.rms_normalization", finds="norm-features")
def rms_normalization(x: Tensor["*s"], scale: Tensor["*g"] | None = None, axis: Axes = -1, epsilon=None) -> Tensor["*s"]:
    """Over the root of the mean square of the axes.

    >>> rms_normalization((8, 5, 4), (4,))
    (8, 5, 4)
    >>> rms_normalization((8, 5, 4), (5,))
    error: scale
    >>> rms_normalization((8, 4), axis=2)
    error: range
    """
    summed = reduced(s, axis[0] if len(axis) == 1 else axis, True)
    assert scale is None or len(g) != 1 or axis != (-1,) or g[0] == s[-1], "scale must have the size of the axis"

@op("keras.ops.normalize", finds="index-range")
def normalize(x: Tensor["*s"], axis: Axes | None = -1, order=2, epsilon=None) -> Tensor["*s"]:
    """Over the norm of the axes.

    >>> normalize((2, 3), axis=0)
    (2, 3)
    >>> normalize((2, 3), axis=2)
    error: range
    """
    summed = reduced(s, axis, True) if len(s) > 0 else unsure()

@op("keras.ops.polar", finds="broadcast-sizes")
def polar(abs_: Tensor["*#s"], angle: Tensor["*#s"]) -> Tensor["*s"]:
    """Complex numbers of a length and an angle.

    >>> polar((2, 3), (2, 3))
    (2, 3)
    >>> polar((2, 3), (2,))
    error: broadcast
    """

@op("keras.ops.dot_product_attention", finds="attention-sizes")
def dot_product_attention(
    query: Tensor["b t n h"], key: Tensor["kb s k kh"], value: Tensor["vb vs vk v"], bias: Tensor["*c"] | None = None,
    mask: Tensor["*m"] | None = None, scale=None, is_causal: bool = False, flash_attention=None, attn_logits_soft_cap=None,
) -> Tensor["batch t heads v"]:
    """Attention of query (batch, t, heads, width) to key and value (batch, s, heads, width).

    >>> dot_product_attention((2, 5, 4, 8), (2, 6, 4, 8), (2, 6, 4, 8))
    (2, 5, 4, 8)
    >>> dot_product_attention((2, 5, 4, 8), (2, 6, 2, 8), (2, 6, 2, 8), mask=(2, 4, 5, 6))
    (2, 5, 4, 8)
    >>> dot_product_attention((2, 5, 4, 8), (2, 6, 4, 7), (2, 6, 4, 8))
    error: width
    >>> dot_product_attention((2, 5, 4, 8), (2, 6, 3, 8), (2, 6, 3, 8))
    error: heads
    """
    assert h == kh, "query and key must have one width"
    assert k == vk or k == 1 or vk == 1 or n == 1, "key and value must have as many heads"
    assert k == 1 or n == 1 or n % k == 0, "[heads-divide] the heads of query must be a multiple of those of key"
    assert (b == kb or b == 1 or kb == 1) and (b == vb or b == 1 or vb == 1) and (kb == vb or kb == 1 or vb == 1), "batches must be equal"
    batch = max(b, kb, vb)
    heads = max(n, k, vk)
    assert mask is None or len(m) > 4 or broadcasts_to(m, [batch, n, t, s]), "mask must broadcast to (batch, heads, t, s)"
    assert bias is None or len(c) > 4 or broadcasts_to(c, [batch, n, t, s]), "bias must broadcast to (batch, heads, t, s)"
