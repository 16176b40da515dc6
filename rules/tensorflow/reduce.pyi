"""TensorFlow's reductions over axes, and running ones."""

@op(
    "tensorflow.reduce_sum", "tensorflow.math.reduce_sum", "tensorflow.reduce_prod",
    "tensorflow.math.reduce_prod", "tensorflow.reduce_max", "tensorflow.math.reduce_max",
    "tensorflow.reduce_min", "tensorflow.math.reduce_min", "tensorflow.reduce_mean",
    "tensorflow.math.reduce_mean", "tensorflow.reduce_logsumexp",
    "tensorflow.math.reduce_logsumexp", "tensorflow.math.reduce_std",
    "tensorflow.math.reduce_variance", "tensorflow.math.reduce_euclidean_norm",
    finds="index-range",
)
def reduce_sum(input_tensor: Tensor["*s"], axis: Axes | None = None, keepdims: bool = False, name: object = None) -> Tensor["*new"]:
    """Over axes, over all where none is given.

    >>> reduce_sum((2, 3))
    ()
    >>> reduce_sum((2, 3), axis=-1, keepdims=True)
    (2, 1)
    >>> reduce_sum((2, 3), axis=[0, 1])
    ()
    >>> reduce_sum((2, 3), axis=2)
    error: range
    """
    assert axis is None or len(s) > 0 or len(axis) == 0, "a scalar has no axes"
    new = reduced(s, axis, keepdims)

@op("tensorflow.reduce_all", "tensorflow.math.reduce_all", "tensorflow.reduce_any", "tensorflow.math.reduce_any", finds="index-range")
def reduce_all(input_tensor: Bool["*s"], axis: Axes | None = None, keepdims: bool = False, name: object = None) -> Tensor["*new"]:
    """Whether all are true, over axes, over all where none is given.

    >>> reduce_all((2, 3), axis=0)
    (3,)
    >>> reduce_all((2, 3), axis=2)
    error: range
    """
    assert axis is None or len(s) > 0 or len(axis) == 0, "a scalar has no axes"
    new = reduced(s, axis, keepdims)

@op("tensorflow.math.count_nonzero", finds="index-range")
def count_nonzero(input: Tensor["*s"], axis: Axes | None = None, keepdims: bool | None = None, dtype: object = None, name: object = None) -> Tensor["*new"]:
    """How many are not zero.

    >>> count_nonzero((2, 3), axis=0)
    (3,)
    >>> count_nonzero((2, 3), axis=2)
    error: range
    """
    assert axis is None or len(s) > 0 or len(axis) == 0, "a scalar has no axes"
    new = reduced(s, axis, False if keepdims is None else keepdims)

@op("tensorflow.nn.zero_fraction", "tensorflow.math.zero_fraction")
def zero_fraction(value: Tensor, name: object = None) -> Tensor[""]:
    """How many of all are zero.

    >>> zero_fraction((2, 3))
    ()
    """

@op("tensorflow.nn.l2_loss")
def l2_loss(t: Tensor, name: object = None) -> Tensor[""]:
    """Half the sum of the squares.

    >>> l2_loss((2, 3))
    ()
    """

@op("tensorflow.linalg.global_norm")
def global_norm(t_list: list[Tensor | None], name: object = None) -> Tensor[""]:
    """The norm of all elements of several tensors.

    >>> global_norm([(2, 3), (4,)])
    ()
    """

@op("tensorflow.argmax", "tensorflow.math.argmax", "tensorflow.argmin", "tensorflow.math.argmin", finds="index-range")
def argmax(input: Tensor["*s"], axis: Axis | None = None, output_type: object = None, name: object = None) -> Tensor["*new"]:
    """Where the largest is along an axis, the first if none is given.

    >>> argmax((2, 3), axis=-1)
    (2,)
    >>> argmax((2, 3))
    (3,)
    >>> argmax((2, 3), axis=2)
    error: range
    """
    assert len(s) > 0, "a scalar has no axes"
    new = reduced(s, 0 if axis is None else axis)

@op(
    "tensorflow.cumsum", "tensorflow.math.cumsum", "tensorflow.math.cumprod",
    "tensorflow.math.cumulative_logsumexp",
    finds="index-range",
)
def cumsum(x: Tensor["*s"], axis: Axis = 0, exclusive: object = False, reverse: object = False, name: object = None) -> Tensor["*s"]:
    """The running sum along an axis.

    >>> cumsum((2, 3), axis=1)
    (2, 3)
    >>> cumsum((2, 3), axis=2)
    error: range
    """
    assert len(s) > 0, "a scalar has no axes"
    n = axis_size(s, axis)

@op("tensorflow.nn.moments", finds="index-range")
def moments(x: Tensor["*s"], axes: Axes, shift: None = None, keepdims: bool = False, name: object = None) -> tuple[Tensor["*new"], Tensor["*new"]]:
    """Mean and variance over axes.

    >>> moments((2, 3), [0])
    ((3,), (3,))
    >>> moments((2, 3), [2])
    error: range
    """
    assert len(s) > 0 or len(axes) == 0, "a scalar has no axes"
    new = reduced(s, axes, keepdims) if len(axes) > 0 or keepdims else unsure()

@op(
    "tensorflow.math.segment_sum", "tensorflow.math.segment_mean", "tensorflow.math.segment_max",
    "tensorflow.math.segment_min", "tensorflow.math.segment_prod",
    finds="inner-size",
)
def segment_sum(data: Tensor["n *rest"], segment_ids: Integer["n"], name: object = None) -> Tensor["found *rest"]:
    """Parts of the first axis that have one number, together.

    >>> segment_sum((4, 3), (4,))
    (..., 3)
    >>> segment_sum((4, 3), (5,))
    error: n is
    """
    found = some(0)

@op(
    "tensorflow.math.unsorted_segment_sum", "tensorflow.math.unsorted_segment_mean",
    "tensorflow.math.unsorted_segment_max", "tensorflow.math.unsorted_segment_min",
    "tensorflow.math.unsorted_segment_prod", "tensorflow.math.unsorted_segment_sqrt_n",
    finds="inner-size",
)
def unsorted_segment_sum(data: Tensor["*s"], segment_ids: Integer["*i"], num_segments: Dim, name: object = None) -> Tensor["num_segments *rest"]:
    """Parts of the first axes that have one number, together.

    >>> unsorted_segment_sum((4, 3), (4,), 5)
    (5, 3)
    >>> unsorted_segment_sum((4, 3), (3,), 5)
    error: numbers
    """
    assert num_segments >= 0, "[bad-argument] num_segments must not be negative"
    assert num_segments > 0 or unsure(), "there is no segment"
    assert len(i) <= len(s), "the numbers have more axes than the data"
    assert s[:len(i)] == i, "there must be one of the numbers for each part of the data"
    rest = s[len(i):]

@op("tensorflow.math.bincount", finds="index-rank")
def bincount(arr: Tensor["*s"], weights: None = None, minlength: object = None, maxlength: object = None, dtype: object = None, name: object = None, axis: None = None) -> Tensor["found"]:
    """How often each number occurs.

    >>> bincount((5,))
    (...,)
    """
    found = some(0)

@op("tensorflow.math.confusion_matrix", finds="loss-target")
def confusion_matrix(labels: Tensor["*s"], predictions: Tensor["*t"], num_classes: Dim | None = None, weights: None = None, dtype: object = None, name: object = None) -> Tensor["k k"]:
    """How often each class is taken for each.

    >>> confusion_matrix((5,), (5,), num_classes=3)
    (3, 3)
    >>> confusion_matrix((5,), (4,), num_classes=3)
    error: class
    """
    assert s == t or len(s) != len(t), "there must be a true class for each one predicted"
    assert num_classes is None or num_classes > 0 or unsure(), "[bad-argument] there are no classes"
    k = unsure() if len(s) != 1 or len(t) != 1 else some(0) if num_classes is None else num_classes
