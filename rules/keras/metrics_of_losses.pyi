"""Metrics as objects: losses of probabilities, averaged over samples."""

@op("keras.metrics.BinaryCrossentropy", finds="loss-target")
class BinaryCrossentropy:
    """The mean cross entropy of each element as a probability; the shapes must be equal.

    >>> BinaryCrossentropy()((4, 1), (4, 1))
    ()
    >>> BinaryCrossentropy()((4,), (4, 1))
    error: same shape
    """

    def __init__(self, name=None, dtype=None, from_logits: bool = False, label_smoothing=0): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        assert targets == outputs, "targets and outputs must have the same shape"
        values = reduced(outputs, -1)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        assert targets == outputs, "targets and outputs must have the same shape"
        values = reduced(outputs, -1)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.CategoricalCrossentropy", finds="loss-target")
class CategoricalCrossentropy:
    """The mean cross entropy of distributions over the classes; the shapes must be equal.

    >>> CategoricalCrossentropy()((4, 10), (4, 10))
    ()
    >>> CategoricalCrossentropy()((4,), (4, 10))
    error: same shape
    """

    def __init__(self, name=None, dtype=None, from_logits: bool = False, label_smoothing=0, axis: Axis = -1): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        assert len(outputs) >= 1, "outputs need an axis of classes"
        assert targets == outputs, "targets and outputs must have the same shape"
        values = without_axis(outputs, axis)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        assert len(outputs) >= 1, "outputs need an axis of classes"
        assert targets == outputs, "targets and outputs must have the same shape"
        values = without_axis(outputs, axis)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.SparseCategoricalCrossentropy", finds="loss-target")
class SparseCategoricalCrossentropy:
    """The mean cross entropy of class numbers with distributions over the classes.

    >>> SparseCategoricalCrossentropy()((4,), (4, 10))
    ()
    >>> SparseCategoricalCrossentropy()((4, 10), (4, 10))
    error: numbers of classes
    """

    def __init__(self, name=None, dtype=None, from_logits: bool = False, ignore_class: int | None = None, axis: Axis = -1): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        assert len(outputs) >= 1, "outputs need an axis of classes"
        assert ignore_class is not None or len(targets) != len(outputs) or axis_size(targets, axis) == 1, "targets must be numbers of classes, of one axis less than the outputs (or of size 1 there)"
        given = sparse_targets(targets, outputs, axis)
        wide = outputs if ignore_class is None else pair_shape((expand_axes(given, axis), outputs))
        rest = without_axis(wide, axis)
        plain = without_axis(outputs, axis)
        assert given == rest, "targets must have the shape of the outputs without the axis of classes"
        assert prod(given) == prod(plain), "targets must have the shape of the outputs without the axis of classes"
        values = rest if ignore_class is None or sample_weight is None else unsure()
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        assert len(outputs) >= 1, "outputs need an axis of classes"
        assert ignore_class is not None or len(targets) != len(outputs) or axis_size(targets, axis) == 1, "targets must be numbers of classes, of one axis less than the outputs (or of size 1 there)"
        given = sparse_targets(targets, outputs, axis)
        wide = outputs if ignore_class is None else pair_shape((expand_axes(given, axis), outputs))
        rest = without_axis(wide, axis)
        plain = without_axis(outputs, axis)
        assert given == rest, "targets must have the shape of the outputs without the axis of classes"
        assert prod(given) == prod(plain), "targets must have the shape of the outputs without the axis of classes"
        values = rest if ignore_class is None or sample_weight is None else unsure()
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.KLDivergence", finds="loss-target")
class KLDivergence:
    """The mean Kullback-Leibler divergence; shapes broadcast.

    >>> KLDivergence()((2, 3), (2, 3))
    ()
    >>> KLDivergence()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = (targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = (targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.Poisson", finds="loss-target")
class Poisson:
    """The mean Poisson loss; shapes broadcast.

    >>> Poisson()((2, 3), (2, 3))
    ()
    >>> Poisson()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = (targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = (targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.Hinge", finds="loss-target")
class Hinge:
    """The mean hinge loss; shapes broadcast.

    >>> Hinge()((2, 3), (2, 3))
    ()
    >>> Hinge()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = (targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = (targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.SquaredHinge", finds="loss-target")
class SquaredHinge:
    """The mean squared hinge loss; shapes broadcast.

    >>> SquaredHinge()((2, 3), (2, 3))
    ()
    >>> SquaredHinge()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = (targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = (targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.CategoricalHinge", finds="loss-target")
class CategoricalHinge:
    """The mean hinge loss of one-hot targets; shapes broadcast.

    >>> CategoricalHinge()((2, 3), (2, 3))
    ()
    >>> CategoricalHinge()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = (targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = (targets, outputs)
        assert pair_fits(pair), "the targets do not broadcast with the outputs"
        values = pair_shape(pair)[:-1]
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...
