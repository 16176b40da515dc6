"""Losses as objects, of probabilities and of classes."""

@op("keras.losses.BinaryCrossentropy", finds="loss-target")
class BinaryCrossentropy:
    """The cross entropy of each element as a probability; the shapes must be equal, but for an axis of size 1 at the end.

    >>> BinaryCrossentropy()((4, 1), (4, 1))
    ()
    >>> BinaryCrossentropy()((4,), (4, 1))
    ()
    >>> BinaryCrossentropy()((4, 1), (4, 10))
    error: same shape
    >>> BinaryCrossentropy()((4,), (4, 10))
    error: same shape
    """

    def __init__(self, from_logits: bool = False, label_smoothing=0.0, axis: Axis | Axes = -1, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair[0] == pair[1], "targets and outputs must have the same shape, but for an axis of size 1 at the end"
        losses = reduced(pair[1], axis)
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.BinaryFocalCrossentropy", finds="loss-target")
class BinaryFocalCrossentropy:
    """The focal cross entropy of each element as a probability; the shapes must be equal, but for an axis of size 1 at the end.

    >>> BinaryFocalCrossentropy()((4, 1), (4, 1))
    ()
    >>> BinaryFocalCrossentropy()((4,), (4, 1))
    ()
    >>> BinaryFocalCrossentropy()((4, 1), (4, 10))
    error: same shape
    >>> BinaryFocalCrossentropy()((4,), (4, 10))
    error: same shape
    """

    def __init__(self, apply_class_balancing: bool = False, alpha=0.25, gamma=2.0, from_logits: bool = False, label_smoothing=0.0, axis: Axis | Axes = -1, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair[0] == pair[1], "targets and outputs must have the same shape, but for an axis of size 1 at the end"
        losses = reduced(pair[1], axis)
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.CategoricalCrossentropy", finds="loss-target")
class CategoricalCrossentropy:
    """The cross entropy of distributions over the classes; the shapes must be equal.

    >>> CategoricalCrossentropy()((4, 10), (4, 10))
    ()
    >>> CategoricalCrossentropy(reduction="none")((4, 10), (4, 10))
    (4,)
    >>> CategoricalCrossentropy()((4,), (4, 10))
    error: same shape
    >>> CategoricalCrossentropy()((4, 1), (4, 10))
    error: same shape
    """

    def __init__(self, from_logits: bool = False, label_smoothing=0.0, axis: Axis = -1, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert len(pair[1]) >= 1, "outputs need an axis of classes"
        assert pair[0] == pair[1], "targets and outputs must have the same shape, but for an axis of size 1 at the end"
        losses = without_axis(pair[1], axis)
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.CategoricalFocalCrossentropy", finds="loss-target")
class CategoricalFocalCrossentropy:
    """The focal cross entropy of distributions over the classes; shapes broadcast.

    >>> CategoricalFocalCrossentropy()((4, 10), (4, 10))
    ()
    >>> CategoricalFocalCrossentropy(reduction="none")((4, 1), (4, 10))
    (4,)
    >>> CategoricalFocalCrossentropy()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, alpha=0.25, gamma=2.0, from_logits: bool = False, label_smoothing=0.0, axis: Axis = -1, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert len(pair[1]) >= 1, "outputs need an axis of classes"
        assert not label_smoothing or len(pair[0]) >= 1, "targets need an axis of classes"
        classes = axis_size(pair[1], axis)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        losses = reduced(pair_shape(pair), axis)
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.SparseCategoricalCrossentropy", finds="loss-target")
class SparseCategoricalCrossentropy:
    """The cross entropy of class numbers with distributions over the classes.

    >>> SparseCategoricalCrossentropy()((4,), (4, 10))
    ()
    >>> SparseCategoricalCrossentropy()((4, 1), (4, 10))
    ()
    >>> SparseCategoricalCrossentropy(reduction="none")((4, 7, 1), (4, 7, 10))
    (4, 7)
    >>> SparseCategoricalCrossentropy()((4, 10), (4, 10))
    error: numbers of classes
    >>> SparseCategoricalCrossentropy()((5,), (4, 10))
    error: without the axis of classes
    """

    def __init__(self, from_logits: bool = False, ignore_class: int | None = None, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", axis: Axis = -1, name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = (targets, outputs) if len(targets) == 1 and len(outputs) == 2 else same_rank(targets, outputs)
        assert len(pair[1]) >= 1, "outputs need an axis of classes"
        assert ignore_class is not None or len(pair[0]) != len(pair[1]) or axis_size(pair[0], axis) == 1, "targets must be numbers of classes, of one axis less than the outputs (or of size 1 there)"
        given = sparse_targets(pair[0], pair[1], axis)
        wide = pair[1] if ignore_class is None else pair_shape((expand_axes(given, axis), pair[1]))
        rest = without_axis(wide, axis)
        plain = without_axis(pair[1], axis)
        assert given == rest, "targets must have the shape of the outputs without the axis of classes"
        assert prod(given) == prod(plain), "targets must have the shape of the outputs without the axis of classes"
        assert weights_fit(rest, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(rest, sample_weight)

@op("keras.losses.CTC", finds="loss-target")
class CTC:
    """The connectionist temporal classification loss of labels (batch, letters) and logits (batch, time, classes).

    >>> CTC()((2, 3), (2, 7, 5))
    ()
    >>> CTC(reduction="none")((2, 3), (2, 7, 5))
    (2,)
    >>> CTC()((2,), (2, 7, 5))
    error: labels
    >>> CTC()((3, 3), (2, 7, 5))
    error: batch
    """

    def __init__(self, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert len(pair[0]) == 2 and len(pair[1]) == 3, "labels must be (batch, letters), logits (batch, time, classes)"
        assert pair[0][0] == pair[1][0], "the batch of labels and logits must be the same"
        losses = pair[1][:1]
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.Circle", finds="loss-target")
class Circle:
    """The circle loss of class numbers (batch,) and embeddings (batch, width).

    >>> Circle(remove_diagonal=False)((4,), (4, 3))
    ()
    >>> Circle(remove_diagonal=False)((4,), (3, 2))
    error: one label
    """

    def __init__(self, gamma=80.0, margin=0.4, remove_diagonal: bool = True, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        labels = pair[0][0] if len(pair[1]) == 2 and (len(pair[0]) == 1 or pair[0][1:] == (1,)) else unsure()
        n = pair[1][0]
        assert labels == n or labels == 1 or n == 1, "there must be one label for each embedding"
        losses = (max(labels, n),)
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.CategoricalGeneralizedCrossEntropy", finds="loss-target")
class CategoricalGeneralizedCrossEntropy:
    """The cross entropy of class numbers with distributions over the classes, robust to wrong ones; shapes broadcast.

    >>> CategoricalGeneralizedCrossEntropy()((4,), (4, 10))
    ()
    >>> CategoricalGeneralizedCrossEntropy(reduction="none")((4, 1), (4, 10))
    (4, 4)
    >>> CategoricalGeneralizedCrossEntropy()((3,), (4, 10))
    error: broadcast
    """

    def __init__(self, q: float = 0.5, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        given = same_rank(targets, outputs)
        assert len(given[1]) >= 1, "outputs need an axis of classes"
        pair = (given[0] + given[1][-1:], given[1])
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        losses = pair_shape(pair)[:-1]
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)
