"""Metrics as objects that count true and false positives."""

@op("keras.metrics.TruePositives", finds="loss-target")
class TruePositives:
    """How many outputs over the threshold are right.

    >>> TruePositives()((4,), (4, 1))
    ()
    >>> TruePositives()((4,), (4, 10))
    error: as many
    """

    def __init__(self, thresholds=None, name=None, dtype=None):
        several = is_tuple(thresholds) and len(thresholds) != 1
        cuts = len(thresholds) if is_tuple(thresholds) else 1

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["cuts"] if several else Tensor[""]:
        pair = confusion_pair(targets, outputs)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = False if not is_tuple(thresholds) else False if len(thresholds) < 3 else unsure()
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = confusion_pair(targets, outputs)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = False if not is_tuple(thresholds) else False if len(thresholds) < 3 else unsure()
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def result(self) -> Tensor["cuts"] if several else Tensor[""]: ...

@op("keras.metrics.TrueNegatives", finds="loss-target")
class TrueNegatives:
    """How many outputs under the threshold are right.

    >>> TrueNegatives()((4,), (4, 1))
    ()
    >>> TrueNegatives()((4,), (4, 10))
    error: as many
    """

    def __init__(self, thresholds=None, name=None, dtype=None):
        several = is_tuple(thresholds) and len(thresholds) != 1
        cuts = len(thresholds) if is_tuple(thresholds) else 1

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["cuts"] if several else Tensor[""]:
        pair = confusion_pair(targets, outputs)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = False if not is_tuple(thresholds) else False if len(thresholds) < 3 else unsure()
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = confusion_pair(targets, outputs)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = False if not is_tuple(thresholds) else False if len(thresholds) < 3 else unsure()
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def result(self) -> Tensor["cuts"] if several else Tensor[""]: ...

@op("keras.metrics.FalsePositives", finds="loss-target")
class FalsePositives:
    """How many outputs over the threshold are wrong.

    >>> FalsePositives()((4,), (4, 1))
    ()
    >>> FalsePositives()((4,), (4, 10))
    error: as many
    """

    def __init__(self, thresholds=None, name=None, dtype=None):
        several = is_tuple(thresholds) and len(thresholds) != 1
        cuts = len(thresholds) if is_tuple(thresholds) else 1

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["cuts"] if several else Tensor[""]:
        pair = confusion_pair(targets, outputs)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = False if not is_tuple(thresholds) else False if len(thresholds) < 3 else unsure()
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = confusion_pair(targets, outputs)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = False if not is_tuple(thresholds) else False if len(thresholds) < 3 else unsure()
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def result(self) -> Tensor["cuts"] if several else Tensor[""]: ...

@op("keras.metrics.FalseNegatives", finds="loss-target")
class FalseNegatives:
    """How many outputs under the threshold are wrong.

    >>> FalseNegatives()((4,), (4, 1))
    ()
    >>> FalseNegatives()((4,), (4, 10))
    error: as many
    """

    def __init__(self, thresholds=None, name=None, dtype=None):
        several = is_tuple(thresholds) and len(thresholds) != 1
        cuts = len(thresholds) if is_tuple(thresholds) else 1

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["cuts"] if several else Tensor[""]:
        pair = confusion_pair(targets, outputs)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = False if not is_tuple(thresholds) else False if len(thresholds) < 3 else unsure()
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = confusion_pair(targets, outputs)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = False if not is_tuple(thresholds) else False if len(thresholds) < 3 else unsure()
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def result(self) -> Tensor["cuts"] if several else Tensor[""]: ...

@op("keras.metrics.Precision", finds="loss-target")
class Precision:
    """How many outputs over the threshold are right, of all that are over it.

    >>> Precision()((4,), (4, 1))
    ()
    >>> Precision()((4,), (4, 10))
    error: as many
    >>> Precision(class_id=3)((4, 3), (4, 3))
    error: class_id
    """

    def __init__(self, thresholds=None, top_k: int | None = None, class_id: int | None = None, name=None, dtype=None):
        several = is_tuple(thresholds) and len(thresholds) != 1
        cuts = len(thresholds) if is_tuple(thresholds) else 1

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["cuts"] if several else Tensor[""]:
        pair = confusion_pair(targets, outputs, class_id)
        scores = same_rank(outputs, targets)[0]
        assert top_k is None or scores[-1] >= top_k, "top_k is more than there are classes"
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = False if not is_tuple(thresholds) else False if len(thresholds) < 3 else unsure()
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = confusion_pair(targets, outputs, class_id)
        scores = same_rank(outputs, targets)[0]
        assert top_k is None or scores[-1] >= top_k, "top_k is more than there are classes"
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = False if not is_tuple(thresholds) else False if len(thresholds) < 3 else unsure()
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def result(self) -> Tensor["cuts"] if several else Tensor[""]: ...

@op("keras.metrics.Recall", finds="loss-target")
class Recall:
    """How many targets have an output over the threshold.

    >>> Recall()((4,), (4, 1))
    ()
    >>> Recall()((4,), (4, 10))
    error: as many
    >>> Recall(class_id=3)((4, 3), (4, 3))
    error: class_id
    """

    def __init__(self, thresholds=None, top_k: int | None = None, class_id: int | None = None, name=None, dtype=None):
        several = is_tuple(thresholds) and len(thresholds) != 1
        cuts = len(thresholds) if is_tuple(thresholds) else 1

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor["cuts"] if several else Tensor[""]:
        pair = confusion_pair(targets, outputs, class_id)
        scores = same_rank(outputs, targets)[0]
        assert top_k is None or scores[-1] >= top_k, "top_k is more than there are classes"
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = False if not is_tuple(thresholds) else False if len(thresholds) < 3 else unsure()
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = confusion_pair(targets, outputs, class_id)
        scores = same_rank(outputs, targets)[0]
        assert top_k is None or scores[-1] >= top_k, "top_k is more than there are classes"
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = False if not is_tuple(thresholds) else False if len(thresholds) < 3 else unsure()
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def result(self) -> Tensor["cuts"] if several else Tensor[""]: ...

@op("keras.metrics.SensitivityAtSpecificity", finds="loss-target")
class SensitivityAtSpecificity:
    """The best sensitivity where the specificity is at least so much.

    >>> SensitivityAtSpecificity(specificity=0.5)((4,), (4, 1))
    ()
    >>> SensitivityAtSpecificity(specificity=0.5)((4,), (4, 10))
    error: as many
    """

    def __init__(self, specificity: float, num_thresholds: int = 200, class_id: int | None = None, name=None, dtype=None):
        assert num_thresholds > 0, "num_thresholds must be positive"

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = confusion_pair(targets, outputs, class_id)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = num_thresholds != 1
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = confusion_pair(targets, outputs, class_id)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = num_thresholds != 1
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.SpecificityAtSensitivity", finds="loss-target")
class SpecificityAtSensitivity:
    """The best specificity where the sensitivity is at least so much.

    >>> SpecificityAtSensitivity(sensitivity=0.5)((4,), (4, 1))
    ()
    >>> SpecificityAtSensitivity(sensitivity=0.5)((4,), (4, 10))
    error: as many
    """

    def __init__(self, sensitivity: float, num_thresholds: int = 200, class_id: int | None = None, name=None, dtype=None):
        assert num_thresholds > 0, "num_thresholds must be positive"

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = confusion_pair(targets, outputs, class_id)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = num_thresholds != 1
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = confusion_pair(targets, outputs, class_id)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = num_thresholds != 1
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.PrecisionAtRecall", finds="loss-target")
class PrecisionAtRecall:
    """The best precision where the recall is at least so much.

    >>> PrecisionAtRecall(recall=0.5)((4,), (4, 1))
    ()
    >>> PrecisionAtRecall(recall=0.5)((4,), (4, 10))
    error: as many
    """

    def __init__(self, recall: float, num_thresholds: int = 200, class_id: int | None = None, name=None, dtype=None):
        assert num_thresholds > 0, "num_thresholds must be positive"

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = confusion_pair(targets, outputs, class_id)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = num_thresholds != 1
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = confusion_pair(targets, outputs, class_id)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = num_thresholds != 1
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.RecallAtPrecision", finds="loss-target")
class RecallAtPrecision:
    """The best recall where the precision is at least so much.

    >>> RecallAtPrecision(precision=0.5)((4,), (4, 1))
    ()
    >>> RecallAtPrecision(precision=0.5)((4,), (4, 10))
    error: as many
    """

    def __init__(self, precision: float, num_thresholds: int = 200, class_id: int | None = None, name=None, dtype=None):
        assert num_thresholds > 0, "num_thresholds must be positive"

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        pair = confusion_pair(targets, outputs, class_id)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = num_thresholds != 1
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        pair = confusion_pair(targets, outputs, class_id)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = num_thresholds != 1
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.AUC", finds="loss-target")
class AUC:
    """The area under the curve of outputs in [0, 1].

    >>> AUC()((4,), (4, 1))
    ()
    >>> AUC()((4,), (4, 10))
    error: as many
    >>> AUC(multi_label=True)((4,), (4,))
    error: multi_label
    """

    def __init__(self, num_thresholds: int = 200, curve="ROC", summation_method="interpolation", name=None, dtype=None, thresholds=None, multi_label: bool = False, num_labels: int | None = None, label_weights=None, from_logits: bool = False):
        assert thresholds is not None or num_thresholds > 1, "num_thresholds must be more than 1"

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        assert not multi_label or num_labels is not None or len(outputs) == 2, "outputs must be (batch, labels) with multi_label"
        pair = unsure() if multi_label or label_weights is not None else confusion_pair(targets, outputs)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = True if thresholds is None else unsure()
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        assert not multi_label or num_labels is not None or len(outputs) == 2, "outputs must be (batch, labels) with multi_label"
        pair = unsure() if multi_label or label_weights is not None else confusion_pair(targets, outputs)
        assert confusion_weights_fit(targets, outputs, pair, sample_weight), "sample_weight does not fit the outputs, one for each sample or output"
        even = True if thresholds is None else unsure()
        assert counts_fit(pair, even, sample_weight), "there must be as many targets as outputs"

    def result(self) -> Tensor[""]: ...
