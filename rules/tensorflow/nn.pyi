"""What TensorFlow has for neural networks: biases, dropout, normalizations, losses."""

@op("tensorflow.nn.bias_add", finds="norm-features")
def bias_add(value: Tensor["*s"], bias: Tensor["n"], data_format: str | None = None, name: object = None) -> Tensor["*s"]:
    """A bias for each channel, which comes last unless the format begins with NC.

    >>> bias_add((2, 8, 8, 3), (3,))
    (2, 8, 8, 3)
    >>> bias_add((2, 3, 8, 8), (3,), data_format="NCHW")
    (2, 3, 8, 8)
    >>> bias_add((2, 3), (4,))
    error: biases
    """
    assert len(s) > 1, "[index-rank] the value must have two axes at least"
    channels = axis_size(s, 1 if data_format in ("NCHW", "NCW", "NCDHW") else -1)
    assert channels == n, "there must be as many biases as channels"

@op("tensorflow.nn.dropout", finds="broadcast-sizes")
def dropout(x: Tensor["*s"], rate: object = None, noise_shape: object = None, seed: object = None, name: object = None, keep_prob: object = None) -> Tensor["*new"]:
    """Some elements 0, the others the larger; the noise broadcasts.

    >>> dropout((2, 3), rate=0.5)
    (2, 3)
    >>> dropout((2, 3), rate=0.5, noise_shape=[2, 1])
    (2, 3)
    >>> dropout((2, 3), rate=0.5, noise_shape=[3, 1])
    error: broadcast
    """
    new = s if noise_shape is None or rate == 0 else broadcast(s, noise_sizes(s, noise_shape))

@op("tensorflow.nn.batch_normalization", finds="broadcast-sizes")
def batch_normalization(x: Tensor["*#s"], mean: Tensor["*#s"], variance: Tensor["*#s"], offset: Tensor["*#s"] | None, scale: Tensor["*#s"] | None, variance_epsilon: object, name: object = None) -> Tensor["*s"]:
    """Mean and variance made 0 and 1, then offset and scale; shapes broadcast.

    >>> batch_normalization((2, 3), (3,), (3,), None, None, 0.001)
    (2, 3)
    >>> batch_normalization((2, 3), (2,), (2,), None, None, 0.001)
    error: broadcast
    """

@op("tensorflow.nn.local_response_normalization", "tensorflow.nn.lrn", finds="index-rank")
def local_response_normalization(input: Tensor["n h w c"], depth_radius: object = 5, bias: object = 1, alpha: object = 1, beta: object = 0.5, name: object = None) -> Tensor["n h w c"]:
    """Each element over the norm of its neighbours in the channels.

    >>> local_response_normalization((2, 8, 8, 3))
    (2, 8, 8, 3)
    >>> local_response_normalization((8, 8, 3))
    error: rank
    """

@op("tensorflow.nn.softmax_cross_entropy_with_logits", finds="loss-target")
def softmax_cross_entropy_with_logits(labels: Tensor["*t"], logits: Tensor["*s"], axis: Axis = -1, name: object = None) -> Tensor["*new"]:
    """A loss for each distribution along an axis.

    >>> softmax_cross_entropy_with_logits(labels=(2, 3), logits=(2, 3))
    (2,)
    >>> softmax_cross_entropy_with_logits(labels=(2, 4), logits=(2, 3))
    error: classes
    >>> softmax_cross_entropy_with_logits(labels=(5, 3), logits=(2, 3))
    error: labels
    """
    assert len(s) > 0 and len(t) > 0, "[index-rank] a scalar has no classes"
    assert axis >= -1, "[index-range] the axis must be -1 or no less than 0"
    assert axis == -1 or len(s) == len(t) or unsure(), "the axis is counted for both"
    new = before_axis(s, axis) + after_axis(s, axis) if axis != -1 else s[:-1]
    rest = before_axis(t, axis) + after_axis(t, axis) if axis != -1 else t[:-1]
    known = axis_size(s, axis)
    wanted = axis_size(t, axis)
    assert known == wanted or known == 1 or wanted == 1, "the labels are of another number of classes"
    assert prod(new) == prod(rest) or prod(rest) == 1, "there are not as many labels as logits"

@op("tensorflow.nn.sparse_softmax_cross_entropy_with_logits", finds="loss-target")
def sparse_softmax_cross_entropy_with_logits(labels: Integer["*t"], logits: Tensor["*s classes"], name: object = None) -> Tensor["*t"]:
    """A loss for each class and distribution along the last axis.

    >>> sparse_softmax_cross_entropy_with_logits(labels=(2,), logits=(2, 3))
    (2,)
    >>> sparse_softmax_cross_entropy_with_logits(labels=(2, 3), logits=(2, 3))
    error: labels
    """
    assert len(s) == len(t), "the labels must have one axis less than the logits"
    assert s == t, "the labels must have the shape of the logits without their last axis"

@op("tensorflow.nn.sigmoid_cross_entropy_with_logits", finds="loss-target")
def sigmoid_cross_entropy_with_logits(labels: Tensor["*t"] | None = None, logits: Tensor["*s"] | None = None, name: object = None) -> Tensor["*s"]:
    """A loss for each element.

    >>> sigmoid_cross_entropy_with_logits(labels=(2, 3), logits=(2, 3))
    (2, 3)
    >>> sigmoid_cross_entropy_with_logits(labels=(2,), logits=(2, 3))
    error: shape
    """
    assert s == t, "labels and logits must be of one shape"

@op("tensorflow.nn.weighted_cross_entropy_with_logits", finds="loss-target")
def weighted_cross_entropy_with_logits(labels: Tensor["*t"], logits: Tensor["*s"], pos_weight: Tensor["*w"], name: object = None) -> Tensor["*new"]:
    """A loss for each element, those of positive labels weighted.

    >>> weighted_cross_entropy_with_logits((2, 3), (2, 3), ())
    (2, 3)
    >>> weighted_cross_entropy_with_logits((2,), (2, 3), ())
    error: shape
    """
    assert s == t, "labels and logits must be of one shape"
    new = broadcast(s, w)

@op("tensorflow.nn.log_poisson_loss", finds="loss-target")
def log_poisson_loss(targets: Tensor["*t"], log_input: Tensor["*s"], compute_full_loss: object = False, name: object = None) -> Tensor["*s"]:
    """A loss for each element.

    >>> log_poisson_loss((2, 3), (2, 3))
    (2, 3)
    >>> log_poisson_loss((2,), (2, 3))
    error: shape
    """
    assert s == t, "targets and input must be of one shape"

@op("tensorflow.nn.compute_average_loss", finds="index-rank")
def compute_average_loss(per_example_loss: Tensor["n *rest"], sample_weight: None = None, global_batch_size: object = None) -> Tensor[""]:
    """The sum of losses over the batch size.

    >>> compute_average_loss((8,))
    ()
    >>> compute_average_loss(())
    error: rank
    """
