"""Losses as functions: one number for each sample, or each position of it."""

@op("keras.losses.mean_squared_error", "keras.metrics.mean_squared_error", finds="loss-target")
def mean_squared_error(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"]) -> Tensor["*losses"]:
    """The mean of the squared differences over the last axis; shapes broadcast, an axis of size 1 that one lacks at the end counts as one.

    >>> mean_squared_error(y_true=(2, 3), y_pred=(2, 3))
    (2,)
    >>> mean_squared_error(y_true=(4,), y_pred=(4, 1))
    (4,)
    >>> mean_squared_error(y_true=(4,), y_pred=(4, 10))
    error: broadcast
    """
    pair = same_rank(targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    losses = pair_shape(pair)[:-1]

@op("keras.losses.mean_absolute_error", "keras.metrics.mean_absolute_error", finds="loss-target")
def mean_absolute_error(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"]) -> Tensor["*losses"]:
    """The mean of the absolute differences over the last axis; shapes broadcast, an axis of size 1 that one lacks at the end counts as one.

    >>> mean_absolute_error(y_true=(2, 3), y_pred=(2, 3))
    (2,)
    >>> mean_absolute_error(y_true=(4,), y_pred=(4, 1))
    (4,)
    >>> mean_absolute_error(y_true=(4,), y_pred=(4, 10))
    error: broadcast
    """
    pair = same_rank(targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    losses = pair_shape(pair)[:-1]

@op("keras.losses.mean_absolute_percentage_error", "keras.metrics.mean_absolute_percentage_error", finds="loss-target")
def mean_absolute_percentage_error(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"]) -> Tensor["*losses"]:
    """The mean of the differences in percent over the last axis; shapes broadcast, an axis of size 1 that one lacks at the end counts as one.

    >>> mean_absolute_percentage_error(y_true=(2, 3), y_pred=(2, 3))
    (2,)
    >>> mean_absolute_percentage_error(y_true=(4,), y_pred=(4, 1))
    (4,)
    >>> mean_absolute_percentage_error(y_true=(4,), y_pred=(4, 10))
    error: broadcast
    """
    pair = same_rank(targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    losses = pair_shape(pair)[:-1]

@op("keras.losses.mean_squared_logarithmic_error", "keras.metrics.mean_squared_logarithmic_error", finds="loss-target")
def mean_squared_logarithmic_error(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"]) -> Tensor["*losses"]:
    """The mean of the squared differences of logarithms over the last axis; shapes broadcast, an axis of size 1 that one lacks at the end counts as one.

    >>> mean_squared_logarithmic_error(y_true=(2, 3), y_pred=(2, 3))
    (2,)
    >>> mean_squared_logarithmic_error(y_true=(4,), y_pred=(4, 1))
    (4,)
    >>> mean_squared_logarithmic_error(y_true=(4,), y_pred=(4, 10))
    error: broadcast
    """
    pair = same_rank(targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    losses = pair_shape(pair)[:-1]

@op("keras.losses.huber", "keras.metrics.huber", finds="loss-target")
def huber(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], delta=1.0) -> Tensor["*losses"]:
    """The mean over the last axis of differences, squared below delta; shapes broadcast, an axis of size 1 that one lacks at the end counts as one.

    >>> huber(y_true=(2, 3), y_pred=(2, 3))
    (2,)
    >>> huber(y_true=(4,), y_pred=(4, 1))
    (4,)
    >>> huber(y_true=(4,), y_pred=(4, 10))
    error: broadcast
    """
    pair = same_rank(targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    losses = pair_shape(pair)[:-1]

@op("keras.losses.log_cosh", "keras.metrics.log_cosh", finds="loss-target")
def log_cosh(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"]) -> Tensor["*losses"]:
    """The mean over the last axis of the logarithm of the differences' cosh; shapes broadcast, an axis of size 1 that one lacks at the end counts as one.

    >>> log_cosh(y_true=(2, 3), y_pred=(2, 3))
    (2,)
    >>> log_cosh(y_true=(4,), y_pred=(4, 1))
    (4,)
    >>> log_cosh(y_true=(4,), y_pred=(4, 10))
    error: broadcast
    """
    pair = same_rank(targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    losses = pair_shape(pair)[:-1]

@op("keras.losses.hinge", "keras.metrics.hinge", finds="loss-target")
def hinge(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"]) -> Tensor["*losses"]:
    """The hinge loss of targets 1 and -1 (or 0), its mean over the last axis; shapes broadcast.

    >>> hinge(y_true=(2, 3), y_pred=(2, 3))
    (2,)
    >>> hinge(y_true=(4,), y_pred=(4, 1))
    (4,)
    >>> hinge(y_true=(4,), y_pred=(4, 10))
    error: broadcast
    """
    pair = (targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    losses = pair_shape(pair)[:-1]

@op("keras.losses.squared_hinge", "keras.metrics.squared_hinge", finds="loss-target")
def squared_hinge(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"]) -> Tensor["*losses"]:
    """The squared hinge loss of targets 1 and -1 (or 0), its mean over the last axis; shapes broadcast.

    >>> squared_hinge(y_true=(2, 3), y_pred=(2, 3))
    (2,)
    >>> squared_hinge(y_true=(4,), y_pred=(4, 1))
    (4,)
    >>> squared_hinge(y_true=(4,), y_pred=(4, 10))
    error: broadcast
    """
    pair = (targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    losses = pair_shape(pair)[:-1]

@op("keras.losses.categorical_hinge", "keras.metrics.categorical_hinge", finds="loss-target")
def categorical_hinge(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"]) -> Tensor["*losses"]:
    """The hinge loss of one-hot targets; shapes broadcast.

    >>> categorical_hinge(y_true=(2, 3), y_pred=(2, 3))
    (2,)
    >>> categorical_hinge(y_true=(4,), y_pred=(4, 1))
    (4,)
    >>> categorical_hinge(y_true=(4,), y_pred=(4, 10))
    error: broadcast
    """
    pair = (targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    losses = pair_shape(pair)[:-1]

@op("keras.losses.kl_divergence", "keras.metrics.kl_divergence", finds="loss-target")
def kl_divergence(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"]) -> Tensor["*losses"]:
    """The Kullback-Leibler divergence over the last axis; shapes broadcast.

    >>> kl_divergence(y_true=(2, 3), y_pred=(2, 3))
    (2,)
    >>> kl_divergence(y_true=(4,), y_pred=(4, 1))
    (4,)
    >>> kl_divergence(y_true=(4,), y_pred=(4, 10))
    error: broadcast
    """
    pair = (targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    losses = pair_shape(pair)[:-1]

@op("keras.losses.poisson", "keras.metrics.poisson", finds="loss-target")
def poisson(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"]) -> Tensor["*losses"]:
    """The Poisson loss, its mean over the last axis; shapes broadcast.

    >>> poisson(y_true=(2, 3), y_pred=(2, 3))
    (2,)
    >>> poisson(y_true=(4,), y_pred=(4, 1))
    (4,)
    >>> poisson(y_true=(4,), y_pred=(4, 10))
    error: broadcast
    """
    pair = (targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    losses = pair_shape(pair)[:-1]

@op("keras.losses.cosine_similarity", finds="loss-target")
def cosine_similarity(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], axis: Axis | Axes = -1) -> Tensor["*losses"]:
    """The negative cosine of the angle between targets and outputs; shapes broadcast.

    >>> cosine_similarity(y_true=(2, 3), y_pred=(2, 3))
    (2,)
    >>> cosine_similarity(y_true=(2, 3), y_pred=(2, 3), axis=0)
    (3,)
    >>> cosine_similarity(y_true=(2, 3), y_pred=(2, 4))
    error: broadcast
    """
    pair = same_rank(targets, outputs)
    unit = reduced(pair[0], axis, True)
    length = reduced(pair[1], axis, True)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    losses = reduced(pair_shape(pair), axis)

@op("keras.losses.binary_crossentropy", "keras.metrics.binary_crossentropy", finds="loss-target")
def binary_crossentropy(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], from_logits: bool = False, label_smoothing=0.0, axis: Axis | Axes = -1) -> Tensor["*losses"]:
    """The cross entropy of each element as a probability, its mean over an axis; the shapes must be equal.

    >>> binary_crossentropy(y_true=(4, 1), y_pred=(4, 1))
    (4,)
    >>> binary_crossentropy(y_true=(4,), y_pred=(4, 1))
    error: same shape
    """
    assert targets == outputs, "targets and outputs must have the same shape"
    losses = reduced(outputs, axis)

@op("keras.losses.binary_focal_crossentropy", "keras.metrics.binary_focal_crossentropy", finds="loss-target")
def binary_focal_crossentropy(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], apply_class_balancing: bool = False, alpha=0.25, gamma=2.0, from_logits: bool = False, label_smoothing=0.0, axis: Axis | Axes = -1) -> Tensor["*losses"]:
    """The focal cross entropy of each element as a probability, its mean over an axis; the shapes must be equal.

    >>> binary_focal_crossentropy(y_true=(4, 1), y_pred=(4, 1))
    (4,)
    >>> binary_focal_crossentropy(y_true=(4,), y_pred=(4, 1))
    error: same shape
    """
    assert targets == outputs, "targets and outputs must have the same shape"
    losses = reduced(outputs, axis)

@op("keras.losses.categorical_crossentropy", "keras.metrics.categorical_crossentropy", finds="loss-target")
def categorical_crossentropy(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], from_logits: bool = False, label_smoothing=0.0, axis: Axis = -1) -> Tensor["*losses"]:
    """The cross entropy of distributions over the classes; the shapes must be equal.

    >>> categorical_crossentropy(y_true=(4, 10), y_pred=(4, 10))
    (4,)
    >>> categorical_crossentropy(y_true=(4,), y_pred=(4, 10))
    error: same shape
    >>> categorical_crossentropy(y_true=(4, 1), y_pred=(4, 10))
    error: same shape
    """
    assert len(outputs) >= 1, "outputs need an axis of classes"
    assert targets == outputs, "targets and outputs must have the same shape"
    losses = without_axis(outputs, axis)

@op("keras.losses.categorical_focal_crossentropy", "keras.metrics.categorical_focal_crossentropy", finds="loss-target")
def categorical_focal_crossentropy(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], alpha=0.25, gamma=2.0, from_logits: bool = False, label_smoothing=0.0, axis: Axis = -1) -> Tensor["*losses"]:
    """The focal cross entropy of distributions over the classes; shapes broadcast.

    >>> categorical_focal_crossentropy(y_true=(4, 10), y_pred=(4, 10))
    (4,)
    >>> categorical_focal_crossentropy(y_true=(4, 1), y_pred=(4, 10))
    (4,)
    >>> categorical_focal_crossentropy(y_true=(4,), y_pred=(4, 10))
    error: broadcast
    """
    assert len(outputs) >= 1, "outputs need an axis of classes"
    assert not label_smoothing or len(targets) >= 1, "targets need an axis of classes"
    classes = axis_size(outputs, axis)
    pair = (targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    losses = reduced(pair_shape(pair), axis)

@op("keras.losses.sparse_categorical_crossentropy", "keras.metrics.sparse_categorical_crossentropy", finds="loss-target")
def sparse_categorical_crossentropy(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], from_logits: bool = False, ignore_class: int | None = None, axis: Axis = -1) -> Tensor["*rest"]:
    """The cross entropy of class numbers with distributions over the classes.

    >>> sparse_categorical_crossentropy(y_true=(4,), y_pred=(4, 10))
    (4,)
    >>> sparse_categorical_crossentropy(y_true=(4, 1), y_pred=(4, 10))
    (4,)
    >>> sparse_categorical_crossentropy(y_true=(4, 7), y_pred=(4, 7, 10))
    (4, 7)
    >>> sparse_categorical_crossentropy(y_true=(4, 10), y_pred=(4, 10))
    error: numbers of classes
    >>> sparse_categorical_crossentropy(y_true=(5,), y_pred=(4, 10))
    error: without the axis of classes
    """
    assert len(outputs) >= 1, "outputs need an axis of classes"
    assert ignore_class is not None or len(targets) != len(outputs) or axis_size(targets, axis) == 1, "targets must be numbers of classes, of one axis less than the outputs (or of size 1 there)"
    given = sparse_targets(targets, outputs, axis)
    wide = outputs if ignore_class is None else pair_shape((expand_axes(given, axis), outputs))
    rest = without_axis(wide, axis)
    plain = without_axis(outputs, axis)
    assert given == rest, "targets must have the shape of the outputs without the axis of classes"
    assert prod(given) == prod(plain), "targets must have the shape of the outputs without the axis of classes"

@op("keras.losses.ctc", finds="loss-target")
def ctc(y_true: Tensor["n letters"], y_pred: Tensor["n time classes"]) -> Tensor["n"]:
    """The connectionist temporal classification loss of labels (batch, letters) and logits (batch, time, classes).

    >>> ctc(y_true=(2, 3), y_pred=(2, 7, 5))
    (2,)
    >>> ctc(y_true=(2,), y_pred=(2, 7, 5))
    error: rank
    >>> ctc(y_true=(3, 3), y_pred=(2, 7, 5))
    error: axis 0
    """
    ...

@op("keras.losses.dice", finds="loss-target")
def dice(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], axis: Axis | Axes | None = None) -> Tensor["*losses"]:
    """One less twice the share that targets and outputs have in common; shapes broadcast.

    >>> dice(y_true=(2, 3), y_pred=(2, 3))
    ()
    >>> dice(y_true=(2, 3), y_pred=(2, 3), axis=-1)
    (2,)
    >>> dice(y_true=(2, 3), y_pred=(2, 4))
    error: broadcast
    """
    pair = (targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    both = reduced(pair_shape(pair), axis)
    separate = (reduced(targets, axis), reduced(outputs, axis))
    assert pair_fits(separate), "the sums of targets and outputs do not broadcast"
    parts = (both, pair_shape(separate))
    assert pair_fits(parts), "the sums of targets and outputs do not broadcast"
    losses = pair_shape(parts)

@op("keras.losses.tversky", finds="loss-target")
def tversky(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], alpha=0.5, beta=0.5, axis: Axis | Axes | None = None) -> Tensor["*losses"]:
    """One less the share that targets and outputs have in common, misses and false alarms weighed apart; shapes broadcast.

    >>> tversky(y_true=(2, 3), y_pred=(2, 3))
    ()
    >>> tversky(y_true=(2, 3), y_pred=(2, 3), axis=-1)
    (2,)
    >>> tversky(y_true=(2, 3), y_pred=(2, 4))
    error: broadcast
    """
    pair = (targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    both = reduced(pair_shape(pair), axis)
    losses = both

@op("keras.losses.circle", finds="loss-target")
def circle(y_true: Tensor["*labels"], y_pred: Tensor["n width"], ref_labels=None, ref_embeddings=None, remove_diagonal: bool = True, gamma=80, margin=0.4) -> Tensor["rows"]:
    """The circle loss of class numbers (batch,) and embeddings (batch, width).

    >>> circle(y_true=(4,), y_pred=(4, 3), remove_diagonal=False)
    (4,)
    >>> circle(y_true=(4,), y_pred=(3, 2), remove_diagonal=False)
    error: one label
    """
    labelled = labels[0] if ref_labels is None and ref_embeddings is None and (len(labels) == 1 or labels[1:] == (1,)) else unsure()
    assert labelled == n or labelled == 1 or n == 1, "there must be one label for each embedding"
    rows = max(labelled, n)

@op("keras.losses.categorical_generalized_cross_entropy", finds="loss-target")
def categorical_generalized_cross_entropy(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], q: float) -> Tensor["*losses"]:
    """The cross entropy of class numbers with distributions over the classes, robust to wrong ones; shapes broadcast.

    >>> categorical_generalized_cross_entropy(y_true=(4,), y_pred=(4, 10), q=0.5)
    (4,)
    >>> categorical_generalized_cross_entropy(y_true=(4, 1), y_pred=(4, 10), q=0.5)
    (4, 4)
    >>> categorical_generalized_cross_entropy(y_true=(3,), y_pred=(4, 10), q=0.5)
    error: broadcast
    """
    assert len(outputs) >= 1, "outputs need an axis of classes"
    pair = (targets + outputs[-1:], outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    losses = pair_shape(pair)[:-1]
