"""Metrics as objects: intersections over unions."""

@op("keras.metrics.IoU", finds="loss-target")
class IoU:
    """The intersection over union of some classes.

    >>> IoU(num_classes=3, target_class_ids=(0, 1))((4, 8), (4, 8))
    ()
    >>> IoU(num_classes=3, target_class_ids=(0, 1))((4, 8), (4, 7))
    error: as many
    >>> IoU(num_classes=2, target_class_ids=(2,))
    error: target_class_ids
    """

    def __init__(self, num_classes: Dim, target_class_ids: Size, name=None, dtype=None, ignore_class: int | None = None, sparse_y_true: bool = True, sparse_y_pred: bool = True, axis: int = -1):
        assert max(target_class_ids) < num_classes, "[index-range] target_class_ids must be less than num_classes"

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        given = targets if sparse_y_true else reduced(targets, axis)
        found = outputs if sparse_y_pred else reduced(outputs, axis)
        n = prod(given) if len(given) > 0 else unsure()
        m = prod(found) if len(found) > 0 else unsure()
        assert n == m or n == 1 or m == 1, "there must be as many targets as outputs"
        weights = 1 if sample_weight is None else prod(shape_of(sample_weight))
        assert weights == 1 or weights == n, "there must be a sample_weight for each target"
        assert -1 <= axis <= 0, "[index-range] the result is a sum over this axis of one"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        given = targets if sparse_y_true else reduced(targets, axis)
        found = outputs if sparse_y_pred else reduced(outputs, axis)
        n = prod(given) if len(given) > 0 else unsure()
        m = prod(found) if len(found) > 0 else unsure()
        assert n == m or n == 1 or m == 1, "there must be as many targets as outputs"
        weights = 1 if sample_weight is None else prod(shape_of(sample_weight))
        assert weights == 1 or weights == n, "there must be a sample_weight for each target"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.MeanIoU", finds="loss-target")
class MeanIoU:
    """The mean of the intersection over union of all classes.

    >>> MeanIoU(num_classes=3)((4, 8), (4, 8))
    ()
    >>> MeanIoU(num_classes=3)((4, 8), (4, 8, 3))
    error: as many
    """

    def __init__(self, num_classes: Dim, name=None, dtype=None, ignore_class: int | None = None, sparse_y_true: bool = True, sparse_y_pred: bool = True, axis: int = -1): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        given = targets if sparse_y_true else reduced(targets, axis)
        found = outputs if sparse_y_pred else reduced(outputs, axis)
        n = prod(given) if len(given) > 0 else unsure()
        m = prod(found) if len(found) > 0 else unsure()
        assert n == m or n == 1 or m == 1, "there must be as many targets as outputs"
        weights = 1 if sample_weight is None else prod(shape_of(sample_weight))
        assert weights == 1 or weights == n, "there must be a sample_weight for each target"
        assert -1 <= axis <= 0, "[index-range] the result is a sum over this axis of one"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        given = targets if sparse_y_true else reduced(targets, axis)
        found = outputs if sparse_y_pred else reduced(outputs, axis)
        n = prod(given) if len(given) > 0 else unsure()
        m = prod(found) if len(found) > 0 else unsure()
        assert n == m or n == 1 or m == 1, "there must be as many targets as outputs"
        weights = 1 if sample_weight is None else prod(shape_of(sample_weight))
        assert weights == 1 or weights == n, "there must be a sample_weight for each target"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.OneHotIoU", finds="loss-target")
class OneHotIoU:
    """The intersection over union of some classes, of one-hot targets.

    >>> OneHotIoU(num_classes=3, target_class_ids=(0, 1))((4, 8, 3), (4, 8, 3))
    ()
    >>> OneHotIoU(num_classes=3, target_class_ids=(0, 1))((4, 8), (4, 8, 3))
    error: as many
    """

    def __init__(self, num_classes: Dim, target_class_ids: Size, name=None, dtype=None, ignore_class: int | None = None, sparse_y_pred: bool = False, axis: int = -1):
        assert max(target_class_ids) < num_classes, "[index-range] target_class_ids must be less than num_classes"

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        given = reduced(targets, axis)
        found = outputs if sparse_y_pred else reduced(outputs, axis)
        n = prod(given) if len(given) > 0 else unsure()
        m = prod(found) if len(found) > 0 else unsure()
        assert n == m or n == 1 or m == 1, "there must be as many targets as outputs"
        weights = 1 if sample_weight is None else prod(shape_of(sample_weight))
        assert weights == 1 or weights == n, "there must be a sample_weight for each target"
        assert -1 <= axis <= 0, "[index-range] the result is a sum over this axis of one"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        given = reduced(targets, axis)
        found = outputs if sparse_y_pred else reduced(outputs, axis)
        n = prod(given) if len(given) > 0 else unsure()
        m = prod(found) if len(found) > 0 else unsure()
        assert n == m or n == 1 or m == 1, "there must be as many targets as outputs"
        weights = 1 if sample_weight is None else prod(shape_of(sample_weight))
        assert weights == 1 or weights == n, "there must be a sample_weight for each target"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.OneHotMeanIoU", finds="loss-target")
class OneHotMeanIoU:
    """The mean of the intersection over union of all classes, of one-hot targets.

    >>> OneHotMeanIoU(num_classes=3)((4, 8, 3), (4, 8, 3))
    ()
    >>> OneHotMeanIoU(num_classes=3)((4, 8), (4, 8, 3))
    error: as many
    """

    def __init__(self, num_classes: Dim, name=None, dtype=None, ignore_class: int | None = None, sparse_y_pred: bool = False, axis: int = -1): ...

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        given = reduced(targets, axis)
        found = outputs if sparse_y_pred else reduced(outputs, axis)
        n = prod(given) if len(given) > 0 else unsure()
        m = prod(found) if len(found) > 0 else unsure()
        assert n == m or n == 1 or m == 1, "there must be as many targets as outputs"
        weights = 1 if sample_weight is None else prod(shape_of(sample_weight))
        assert weights == 1 or weights == n, "there must be a sample_weight for each target"
        assert -1 <= axis <= 0, "[index-range] the result is a sum over this axis of one"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        given = reduced(targets, axis)
        found = outputs if sparse_y_pred else reduced(outputs, axis)
        n = prod(given) if len(given) > 0 else unsure()
        m = prod(found) if len(found) > 0 else unsure()
        assert n == m or n == 1 or m == 1, "there must be as many targets as outputs"
        weights = 1 if sample_weight is None else prod(shape_of(sample_weight))
        assert weights == 1 or weights == n, "there must be a sample_weight for each target"

    def result(self) -> Tensor[""]: ...

@op("keras.metrics.BinaryIoU", finds="loss-target")
class BinaryIoU:
    """The intersection over union of outputs over and under a threshold.

    >>> BinaryIoU()((4, 8), (4, 8))
    ()
    >>> BinaryIoU()((4, 8), (4, 7))
    error: as many
    """

    def __init__(self, target_class_ids: Size = (0, 1), threshold=0.5, name=None, dtype=None):
        assert max(target_class_ids) < 2, "[index-range] target_class_ids must be 0 or 1"

    def call(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> Tensor[""]:
        given = targets
        found = outputs
        n = prod(given) if len(given) > 0 else unsure()
        m = prod(found) if len(found) > 0 else unsure()
        assert n == m or n == 1 or m == 1, "there must be as many targets as outputs"
        weights = 1 if sample_weight is None else prod(shape_of(sample_weight))
        assert weights == 1 or weights == n, "there must be a sample_weight for each target"

    def update_state(self, y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], sample_weight: Tensor | None = None) -> None:
        given = targets
        found = outputs
        n = prod(given) if len(given) > 0 else unsure()
        m = prod(found) if len(found) > 0 else unsure()
        assert n == m or n == 1 or m == 1, "there must be as many targets as outputs"
        weights = 1 if sample_weight is None else prod(shape_of(sample_weight))
        assert weights == 1 or weights == n, "there must be a sample_weight for each target"

    def result(self) -> Tensor[""]: ...
