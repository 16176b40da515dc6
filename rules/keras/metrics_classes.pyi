"""Metrics as objects: accuracies, averaged over samples."""

@op("keras.metrics.Accuracy", finds="loss-target")
class Accuracy:
    """How often targets and outputs are equal; shapes broadcast.

    >>> Accuracy()((4,), (4, 1))
    ()
    >>> Accuracy()((4,), (4, 10))
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

@op("keras.metrics.BinaryAccuracy", finds="loss-target")
class BinaryAccuracy:
    """How often outputs over the threshold are as the targets; shapes broadcast.

    >>> BinaryAccuracy()((4,), (4, 1))
    ()
    >>> BinaryAccuracy()((4,), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None, threshold=0.5): ...

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

@op("keras.metrics.CategoricalAccuracy", finds="loss-target")
class CategoricalAccuracy:
    """How often the largest output stands where the largest target does.

    >>> CategoricalAccuracy()((4, 10), (4, 10))
    ()
    >>> CategoricalAccuracy()((3, 10), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        given = reduced(targets, -1)
        rest = reduced(outputs, -1)
        again = len(given) == len(outputs)
        pair = (squeezed_last((1, *given))[1:] if again else given, rest)
        assert pair_fits(pair), "the targets do not broadcast with the outputs, both without their classes"
        matches = pair_shape(pair)
        assert not again or prod(matches) == prod(given), "the targets do not broadcast with the outputs, both without their classes"
        values = given if again else matches
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        given = reduced(targets, -1)
        rest = reduced(outputs, -1)
        again = len(given) == len(outputs)
        pair = (squeezed_last((1, *given))[1:] if again else given, rest)
        assert pair_fits(pair), "the targets do not broadcast with the outputs, both without their classes"
        matches = pair_shape(pair)
        assert not again or prod(matches) == prod(given), "the targets do not broadcast with the outputs, both without their classes"
        values = given if again else matches
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.SparseCategoricalAccuracy", finds="loss-target")
class SparseCategoricalAccuracy:
    """How often the largest output stands at the class that the target tells.

    >>> SparseCategoricalAccuracy()((4,), (4, 10))
    ()
    >>> SparseCategoricalAccuracy()((4, 10), (4, 10))
    error: broadcast
    """

    def __init__(self, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        given = sparse_targets(targets, outputs, -1)
        rest = reduced(outputs, -1)
        pair = (given, rest)
        assert pair_fits(pair), "the class numbers do not broadcast with the outputs without their classes"
        matches = pair_shape(pair)
        assert len(given) == len(targets) or prod(matches) == prod(targets), "the class numbers do not broadcast with the outputs without their classes"
        values = squeezed_last(matches if len(given) == len(targets) else targets)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        given = sparse_targets(targets, outputs, -1)
        rest = reduced(outputs, -1)
        pair = (given, rest)
        assert pair_fits(pair), "the class numbers do not broadcast with the outputs without their classes"
        matches = pair_shape(pair)
        assert len(given) == len(targets) or prod(matches) == prod(targets), "the class numbers do not broadcast with the outputs without their classes"
        values = squeezed_last(matches if len(given) == len(targets) else targets)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.TopKCategoricalAccuracy", finds="loss-target")
class TopKCategoricalAccuracy:
    """How often the class of the largest target is among the k largest outputs.

    >>> TopKCategoricalAccuracy()((4, 10), (4, 10))
    ()
    >>> TopKCategoricalAccuracy()((3, 10), (4, 10))
    error: batch
    """

    def __init__(self, k: int = 5, name=None, dtype=None): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        given = reduced(targets, -1)
        assert len(outputs) >= 2, "outputs must be (batch, classes)"
        assert len(given) >= 1, "targets need an axis for the batch"
        within = True if outputs[-1] >= k else unsure()
        n = prod(given)
        m = prod(outputs[:-1])
        assert within and (n == m or n == 1 or m == 1), "targets and outputs must have the same batch"
        assert len(given) == 1 or n == m or m == 1, "targets and outputs must have the same batch"
        values = given if len(given) > 1 else (max(n, m),)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        given = reduced(targets, -1)
        assert len(outputs) >= 2, "outputs must be (batch, classes)"
        assert len(given) >= 1, "targets need an axis for the batch"
        within = True if outputs[-1] >= k else unsure()
        n = prod(given)
        m = prod(outputs[:-1])
        assert within and (n == m or n == 1 or m == 1), "targets and outputs must have the same batch"
        assert len(given) == 1 or n == m or m == 1, "targets and outputs must have the same batch"
        values = given if len(given) > 1 else (max(n, m),)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.SparseTopKCategoricalAccuracy", finds="loss-target")
class SparseTopKCategoricalAccuracy:
    """How often the class that the target tells is among the k largest outputs.

    >>> SparseTopKCategoricalAccuracy()((4,), (4, 10))
    ()
    >>> SparseTopKCategoricalAccuracy()((3,), (4, 10))
    error: batch
    """

    def __init__(self, k: int = 5, name=None, dtype=None, from_sorted_ids: bool = False): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        given = targets
        assert len(outputs) >= 2, "outputs must be (batch, classes)"
        assert len(given) >= 1, "targets need an axis for the batch"
        within = True if from_sorted_ids else True if outputs[-1] >= k else unsure()
        n = prod(given)
        m = prod(outputs[:-1])
        assert within and (n == m or n == 1 or m == 1), "targets and outputs must have the same batch"
        assert len(given) == 1 or n == m or m == 1, "targets and outputs must have the same batch"
        values = given if len(given) > 1 else (max(n, m),)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        given = targets
        assert len(outputs) >= 2, "outputs must be (batch, classes)"
        assert len(given) >= 1, "targets need an axis for the batch"
        within = True if from_sorted_ids else True if outputs[-1] >= k else unsure()
        n = prod(given)
        m = prod(outputs[:-1])
        assert within and (n == m or n == 1 or m == 1), "targets and outputs must have the same batch"
        assert len(given) == 1 or n == m or m == 1, "targets and outputs must have the same batch"
        values = given if len(given) > 1 else (max(n, m),)
        assert samples_fit(values, sample_weight), "sample_weight does not fit the values, one for each sample or position"

    def result(self) -> Tensor[""]: ...
