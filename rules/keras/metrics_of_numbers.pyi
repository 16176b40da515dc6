"""Metrics as objects that average over samples: numbers, differences, correlations."""

@op("keras.metrics.Mean", finds="loss-target")
class Mean:
    """The weighted mean of the numbers given.

    >>> Mean()((4,))
    ()
    >>> Mean()((4, 3), sample_weight=(4,))
    ()
    >>> Mean()((4, 3), sample_weight=(3,))
    error: sample_weight
    """

    def __init__(self, name=None, dtype=None): ...

    def call(self, values: Tensor["*values"], sample_weight: Tensor | None = None) -> Tensor[""]:
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, values: Tensor["*values"], sample_weight: Tensor | None = None) -> None:
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.Sum", finds="loss-target")
class Sum:
    """The weighted sum of the numbers given.

    >>> Sum()((4,))
    ()
    >>> Sum()((4, 3), sample_weight=(4,))
    ()
    >>> Sum()((4, 3), sample_weight=(3,))
    error: sample_weight
    """

    def __init__(self, name=None, dtype=None): ...

    def call(self, values: Tensor["*values"], sample_weight: Tensor | None = None) -> Tensor[""]:
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, values: Tensor["*values"], sample_weight: Tensor | None = None) -> None:
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.MeanSquaredError", finds="loss-target")
class MeanSquaredError:
    """The mean of the squared differences; shapes broadcast.

    >>> MeanSquaredError()((2, 3), (2, 3))
    ()
    >>> MeanSquaredError()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.RootMeanSquaredError", finds="loss-target")
class RootMeanSquaredError:
    """The root of the mean of the squared differences; shapes broadcast.

    >>> RootMeanSquaredError()((2, 3), (2, 3))
    ()
    >>> RootMeanSquaredError()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.MeanAbsoluteError", finds="loss-target")
class MeanAbsoluteError:
    """The mean of the absolute differences; shapes broadcast.

    >>> MeanAbsoluteError()((2, 3), (2, 3))
    ()
    >>> MeanAbsoluteError()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.MeanAbsolutePercentageError", finds="loss-target")
class MeanAbsolutePercentageError:
    """The mean of the differences in percent; shapes broadcast.

    >>> MeanAbsolutePercentageError()((2, 3), (2, 3))
    ()
    >>> MeanAbsolutePercentageError()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.MeanSquaredLogarithmicError", finds="loss-target")
class MeanSquaredLogarithmicError:
    """The mean of the squared differences of logarithms; shapes broadcast.

    >>> MeanSquaredLogarithmicError()((2, 3), (2, 3))
    ()
    >>> MeanSquaredLogarithmicError()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.LogCoshError", finds="loss-target")
class LogCoshError:
    """The mean of the logarithm of the differences' cosh; shapes broadcast.

    >>> LogCoshError()((2, 3), (2, 3))
    ()
    >>> LogCoshError()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.CosineSimilarity", finds="loss-target")
class CosineSimilarity:
    """The mean cosine of the angle between targets and outputs; shapes broadcast.

    >>> CosineSimilarity()((2, 3), (2, 3))
    ()
    >>> CosineSimilarity()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None, axis: Axis | Axes = -1): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = same_rank(targets, outputs)
        unit = reduced(pair[0], axis, True)
        length = reduced(pair[1], axis, True)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = reduced(pair_shape(pair), axis)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = same_rank(targets, outputs)
        unit = reduced(pair[0], axis, True)
        length = reduced(pair[1], axis, True)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = reduced(pair_shape(pair), axis)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.PearsonCorrelation", finds="loss-target")
class PearsonCorrelation:
    """The mean of Pearson's correlation along an axis; shapes broadcast.

    >>> PearsonCorrelation()((2, 3), (2, 3))
    ()
    >>> PearsonCorrelation()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None, axis: Axis | Axes = -1): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        mean = (reduced(pair[0], axis, True), reduced(pair[1], axis, True))
        values = reduced(pair_shape(pair), axis)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        mean = (reduced(pair[0], axis, True), reduced(pair[1], axis, True))
        values = reduced(pair_shape(pair), axis)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.ConcordanceCorrelation", finds="loss-target")
class ConcordanceCorrelation:
    """The mean of the concordance correlation along an axis; shapes broadcast.

    >>> ConcordanceCorrelation()((2, 3), (2, 3))
    ()
    >>> ConcordanceCorrelation()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None, axis: Axis | Axes = -1): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        mean = (reduced(pair[0], axis, True), reduced(pair[1], axis, True))
        values = reduced(pair_shape(pair), axis)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = same_rank(targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        mean = (reduced(pair[0], axis, True), reduced(pair[1], axis, True))
        values = reduced(pair_shape(pair), axis)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.R2Score", finds="loss-target")
class R2Score:
    """The share of the variance that is explained, of targets and outputs (batch, size).

    >>> R2Score()((4, 3), (4, 3))
    ()
    >>> R2Score(class_aggregation=None)((4, 3), (4, 3))
    (3,)
    >>> R2Score()((4,), (4,))
    error: size
    """

    def __init__(self, class_aggregation: Literal["uniform_average", "variance_weighted_average"] | None = "uniform_average", num_regressors: int = 0, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""] if class_aggregation is not None else Tensor["size"]:
        pair = same_rank(targets, outputs)
        assert len(pair[0]) == 2 and len(pair[1]) == 2, "targets and outputs must be (batch, size)"
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        size = pair[1][1]
        assert pair_shape(pair)[1] == size, "the targets are more than the outputs"
        weight = (1,) if sample_weight is None else shape_of(sample_weight)
        column = weight + (1,) if len(weight) == 1 else weight
        assert broadcasts_to(column, pair[0]), "sample_weight does not fit the targets"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = same_rank(targets, outputs)
        assert len(pair[0]) == 2 and len(pair[1]) == 2, "targets and outputs must be (batch, size)"
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        size = pair[1][1]
        assert pair_shape(pair)[1] == size, "the targets are more than the outputs"
        weight = (1,) if sample_weight is None else shape_of(sample_weight)
        column = weight + (1,) if len(weight) == 1 else weight
        assert broadcasts_to(column, pair[0]), "sample_weight does not fit the targets"

    def result(self) -> Tensor[""] if class_aggregation is not None else Tensor["_"]: ...

@op("keras.metrics.FBetaScore", finds="loss-target")
class FBetaScore:
    """The F-score of one-hot targets and outputs (batch, classes), one for each class if it is not averaged.

    >>> FBetaScore()((4, 3), (4, 3))
    (3,)
    >>> FBetaScore(average="macro")((4, 3), (4, 3))
    ()
    >>> FBetaScore()((4,), (4, 3))
    error: classes
    """

    def __init__(self, average: Literal["micro", "macro", "weighted"] | None = None, beta: float = 1.0, threshold: float | None = None, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""] if average is not None else Tensor["classes"]:
        assert len(targets) == 2 and len(outputs) == 2, "targets and outputs must be (batch, classes)"
        pair = (targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        classes = outputs[1]
        assert average == "micro" or pair_shape(pair)[1] == classes, "the targets have more classes than the outputs"
        weight = (1,) if sample_weight is None else shape_of(sample_weight)
        assert len(weight) >= 1, "sample_weight must be (batch,)"
        column = weight + (1,) if len(weight) == 1 else unsure()
        assert pair_fits((column, pair_shape(pair))) and pair_fits((column, targets)), "sample_weight must be (batch,)"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        assert len(targets) == 2 and len(outputs) == 2, "targets and outputs must be (batch, classes)"
        pair = (targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        classes = outputs[1]
        assert average == "micro" or pair_shape(pair)[1] == classes, "the targets have more classes than the outputs"
        weight = (1,) if sample_weight is None else shape_of(sample_weight)
        assert len(weight) >= 1, "sample_weight must be (batch,)"
        column = weight + (1,) if len(weight) == 1 else unsure()
        assert pair_fits((column, pair_shape(pair))) and pair_fits((column, targets)), "sample_weight must be (batch,)"

    def result(self) -> Tensor[""] if average is not None else Tensor["_"]: ...

@op("keras.metrics.F1Score", finds="loss-target")
class F1Score:
    """The F1-score of one-hot targets and outputs (batch, classes), one for each class if it is not averaged.

    >>> F1Score()((4, 3), (4, 3))
    (3,)
    >>> F1Score(average="macro")((4, 3), (4, 3))
    ()
    >>> F1Score()((4,), (4, 3))
    error: classes
    """

    def __init__(self, average: Literal["micro", "macro", "weighted"] | None = None, threshold: float | None = None, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""] if average is not None else Tensor["classes"]:
        assert len(targets) == 2 and len(outputs) == 2, "targets and outputs must be (batch, classes)"
        pair = (targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        classes = outputs[1]
        assert average == "micro" or pair_shape(pair)[1] == classes, "the targets have more classes than the outputs"
        weight = (1,) if sample_weight is None else shape_of(sample_weight)
        assert len(weight) >= 1, "sample_weight must be (batch,)"
        column = weight + (1,) if len(weight) == 1 else unsure()
        assert pair_fits((column, pair_shape(pair))) and pair_fits((column, targets)), "sample_weight must be (batch,)"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        assert len(targets) == 2 and len(outputs) == 2, "targets and outputs must be (batch, classes)"
        pair = (targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        classes = outputs[1]
        assert average == "micro" or pair_shape(pair)[1] == classes, "the targets have more classes than the outputs"
        weight = (1,) if sample_weight is None else shape_of(sample_weight)
        assert len(weight) >= 1, "sample_weight must be (batch,)"
        column = weight + (1,) if len(weight) == 1 else unsure()
        assert pair_fits((column, pair_shape(pair))) and pair_fits((column, targets)), "sample_weight must be (batch,)"

    def result(self) -> Tensor[""] if average is not None else Tensor["_"]: ...
