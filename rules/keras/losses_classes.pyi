"""Losses as objects: the ranks of targets and outputs are made alike, the losses are weighed and reduced."""

@op("keras.losses.MeanSquaredError", finds="loss-target")
class MeanSquaredError:
    """The mean of the squared differences; shapes broadcast, an axis of size 1 that one lacks at the end is made up for.

    >>> MeanSquaredError()((2, 3), (2, 3))
    ()
    >>> MeanSquaredError(reduction="none")((2, 3), (2, 3))
    (2,)
    >>> MeanSquaredError()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        losses = pair_shape(pair)[:-1]
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.MeanAbsoluteError", finds="loss-target")
class MeanAbsoluteError:
    """The mean of the absolute differences; shapes broadcast.

    >>> MeanAbsoluteError()((2, 3), (2, 3))
    ()
    >>> MeanAbsoluteError(reduction="none")((2, 3), (2, 3))
    (2,)
    >>> MeanAbsoluteError()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        losses = pair_shape(pair)[:-1]
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.MeanAbsolutePercentageError", finds="loss-target")
class MeanAbsolutePercentageError:
    """The mean of the differences in percent; shapes broadcast.

    >>> MeanAbsolutePercentageError()((2, 3), (2, 3))
    ()
    >>> MeanAbsolutePercentageError(reduction="none")((2, 3), (2, 3))
    (2,)
    >>> MeanAbsolutePercentageError()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        losses = pair_shape(pair)[:-1]
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.MeanSquaredLogarithmicError", finds="loss-target")
class MeanSquaredLogarithmicError:
    """The mean of the squared differences of logarithms; shapes broadcast.

    >>> MeanSquaredLogarithmicError()((2, 3), (2, 3))
    ()
    >>> MeanSquaredLogarithmicError(reduction="none")((2, 3), (2, 3))
    (2,)
    >>> MeanSquaredLogarithmicError()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        losses = pair_shape(pair)[:-1]
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.Huber", finds="loss-target")
class Huber:
    """The mean of differences, squared below delta; shapes broadcast.

    >>> Huber()((2, 3), (2, 3))
    ()
    >>> Huber(reduction="none")((2, 3), (2, 3))
    (2,)
    >>> Huber()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, delta=1.0, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        losses = pair_shape(pair)[:-1]
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.LogCosh", finds="loss-target")
class LogCosh:
    """The mean of the logarithm of the differences' cosh; shapes broadcast.

    >>> LogCosh()((2, 3), (2, 3))
    ()
    >>> LogCosh(reduction="none")((2, 3), (2, 3))
    (2,)
    >>> LogCosh()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        losses = pair_shape(pair)[:-1]
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.Hinge", finds="loss-target")
class Hinge:
    """The hinge loss of targets 1 and -1 (or 0); shapes broadcast.

    >>> Hinge()((2, 3), (2, 3))
    ()
    >>> Hinge(reduction="none")((2, 3), (2, 3))
    (2,)
    >>> Hinge()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        losses = pair_shape(pair)[:-1]
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.SquaredHinge", finds="loss-target")
class SquaredHinge:
    """The squared hinge loss of targets 1 and -1 (or 0); shapes broadcast.

    >>> SquaredHinge()((2, 3), (2, 3))
    ()
    >>> SquaredHinge(reduction="none")((2, 3), (2, 3))
    (2,)
    >>> SquaredHinge()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        losses = pair_shape(pair)[:-1]
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.CategoricalHinge", finds="loss-target")
class CategoricalHinge:
    """The hinge loss of one-hot targets; shapes broadcast.

    >>> CategoricalHinge()((2, 3), (2, 3))
    ()
    >>> CategoricalHinge(reduction="none")((2, 3), (2, 3))
    (2,)
    >>> CategoricalHinge()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        losses = pair_shape(pair)[:-1]
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.KLDivergence", finds="loss-target")
class KLDivergence:
    """The Kullback-Leibler divergence; shapes broadcast.

    >>> KLDivergence()((2, 3), (2, 3))
    ()
    >>> KLDivergence(reduction="none")((2, 3), (2, 3))
    (2,)
    >>> KLDivergence()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        losses = pair_shape(pair)[:-1]
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.Poisson", finds="loss-target")
class Poisson:
    """The Poisson loss; shapes broadcast.

    >>> Poisson()((2, 3), (2, 3))
    ()
    >>> Poisson(reduction="none")((2, 3), (2, 3))
    (2,)
    >>> Poisson()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        losses = pair_shape(pair)[:-1]
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.CosineSimilarity", finds="loss-target")
class CosineSimilarity:
    """The negative cosine of the angle between targets and outputs; shapes broadcast.

    >>> CosineSimilarity()((2, 3), (2, 3))
    ()
    >>> CosineSimilarity(reduction="none")((2, 3), (2, 3))
    (2,)
    >>> CosineSimilarity()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, axis: Axis | Axes = -1, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        unit = reduced(pair[0], axis, True)
        length = reduced(pair[1], axis, True)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        losses = reduced(pair_shape(pair), axis)
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.Dice", finds="loss-target")
class Dice:
    """One less twice the share that targets and outputs have in common; shapes broadcast.

    >>> Dice()((2, 3), (2, 3))
    ()
    >>> Dice(axis=-1, reduction="none")((2, 3), (2, 3))
    (2,)
    >>> Dice()((2, 3), (2, 4))
    error: broadcast
    """

    def __init__(self, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, axis: Axis | Axes | None = None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        both = reduced(pair_shape(pair), axis)
        separate = (reduced(pair[0], axis), reduced(pair[1], axis))
        assert pair_fits(separate), "the sums of targets and outputs do not broadcast"
        parts = (both, pair_shape(separate))
        assert pair_fits(parts), "the sums of targets and outputs do not broadcast"
        losses = pair_shape(parts)
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)

@op("keras.losses.Tversky", finds="loss-target")
class Tversky:
    """One less the share that targets and outputs have in common, misses and false alarms weighed apart; shapes broadcast.

    >>> Tversky()((2, 3), (2, 3))
    ()
    >>> Tversky(axis=-1, reduction="none")((2, 3), (2, 3))
    (2,)
    >>> Tversky()((2, 3), (2, 4))
    error: broadcast
    """

    def __init__(self, alpha=0.5, beta=0.5, reduction: Literal["sum_over_batch_size", "sum", "mean", "mean_with_sample_weight", "none"] | None = "sum_over_batch_size", name=None, axis: Axis | Axes | None = None, dtype=None):
        keep = reduction in (None, "none")

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["*whole"] if keep else Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        both = reduced(pair_shape(pair), axis)
        losses = both
        assert weights_fit(losses, sample_weight), "sample_weight does not fit the losses, one for each sample or position"
        whole = weighted(losses, sample_weight)
