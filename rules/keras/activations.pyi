"""keras.activations: the functions that layers apply to what they give."""

@op(
    "keras.activations.sigmoid", "keras.activations.tanh", "keras.activations.linear", "keras.activations.relu6", "keras.activations.selu",
    "keras.activations.softplus", "keras.activations.softsign", "keras.activations.silu", "keras.activations.swish", "keras.activations.exponential",
    "keras.activations.hard_sigmoid", "keras.activations.hard_silu", "keras.activations.hard_swish", "keras.activations.hard_tanh",
    "keras.activations.log_sigmoid", "keras.activations.mish", "keras.activations.tanh_shrink", "keras.activations.sparse_plus",
    "keras.activations.sparse_sigmoid",
)
def sigmoid(x: Tensor["*s"]) -> Tensor["*s"]:
    """Applied to each element.

    >>> sigmoid((2, 3))
    (2, 3)
    """

@op("keras.activations.relu")
def relu(x: Tensor["*s"], negative_slope=0.0, max_value=None, threshold=0.0) -> Tensor["*s"]:
    """max(x, 0), with a slope below, and a limit above.

    >>> relu((2, 3))
    (2, 3)
    """

@op("keras.activations.leaky_relu")
def leaky_relu(x: Tensor["*s"], negative_slope=0.2) -> Tensor["*s"]:
    """x, with a slope below 0.

    >>> leaky_relu((2, 3))
    (2, 3)
    """

@op("keras.activations.elu", "keras.activations.celu")
def elu(x: Tensor["*s"], alpha=1.0) -> Tensor["*s"]:
    """x, and below 0 an exponential.

    >>> elu((2, 3))
    (2, 3)
    """

@op("keras.activations.gelu")
def gelu(x: Tensor["*s"], approximate=False) -> Tensor["*s"]:
    """x times the probability that a normal variable is below it.

    >>> gelu((2, 3))
    (2, 3)
    """

@op("keras.activations.hard_shrink", "keras.activations.soft_shrink")
def hard_shrink(x: Tensor["*s"], threshold=0.5) -> Tensor["*s"]:
    """0 between -threshold and threshold.

    >>> hard_shrink((2, 3))
    (2, 3)
    """

@op("keras.activations.threshold")
def threshold(x: Tensor["*s"], threshold: float, default_value: float) -> Tensor["*s"]:
    """default_value where x is not above the threshold.

    >>> threshold((2, 3), 0.5, 0.0)
    (2, 3)
    """

@op("keras.activations.squareplus")
def squareplus(x: Tensor["*s"], b=4) -> Tensor["*s"]:
    """(x + sqrt(x ** 2 + b)) / 2.

    >>> squareplus((2, 3))
    (2, 3)
    """

@op("keras.activations.softmax", "keras.activations.log_softmax", finds="index-range")
def softmax(x: Tensor["*s"], axis: Axes | None = -1) -> Tensor["*s"]:
    """Made to sum to 1 over the axis (or axes, or all with None).

    >>> softmax((2, 3, 4), axis=1)
    (2, 3, 4)
    >>> softmax((2, 3), axis=2)
    error: range
    """
    summed = reduced(s, axis, True) if len(s) > 0 else unsure()

@op("keras.activations.sparsemax", finds="index-range")
def sparsemax(x: Tensor["*s"], axis: Axis = -1) -> Tensor["*s"]:
    """Made to sum to 1 over the axis, with many zeros.

    >>> sparsemax((2, 3), axis=0)
    (2, 3)
    >>> sparsemax((2, 3), axis=2)
    error: range
    """
    summed = reduced(s, axis, True) if len(s) > 0 else unsure()

@op("keras.activations.glu", finds="reshape-elements")
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
