"""Metrics as functions: one number for each sample, or each position of it."""

@op("keras.metrics.binary_accuracy", finds="loss-target")
def binary_accuracy(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], threshold=0.5) -> Tensor["*values"]:
    """Whether each output over the threshold is the target; shapes broadcast.

    >>> binary_accuracy(y_true=(4,), y_pred=(4, 1))
    (4, 1)
    >>> binary_accuracy(y_true=(4,), y_pred=(4, 10))
    error: broadcast
    """
    pair = same_rank(targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    values = pair_shape(pair)

@op("keras.metrics.categorical_accuracy", finds="loss-target")
def categorical_accuracy(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"]) -> Tensor["*values"]:
    """Whether the largest output stands where the largest target does.

    >>> categorical_accuracy(y_true=(4, 10), y_pred=(4, 10))
    (4,)
    >>> categorical_accuracy(y_true=(3, 10), y_pred=(4, 10))
    error: broadcast
    """
    given = reduced(targets, -1)
    rest = reduced(outputs, -1)
    again = len(given) == len(outputs)
    pair = (squeezed_last((1, *given))[1:] if again else given, rest)
    assert pair_fits(pair), "the targets do not broadcast with the outputs, both without their classes"
    matches = pair_shape(pair)
    assert not again or prod(matches) == prod(given), "the targets do not broadcast with the outputs, both without their classes"
    values = given if again else matches

@op("keras.metrics.sparse_categorical_accuracy", finds="loss-target")
def sparse_categorical_accuracy(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"]) -> Tensor["*values"]:
    """Whether the largest output stands at the class that the target tells.

    >>> sparse_categorical_accuracy(y_true=(4,), y_pred=(4, 10))
    (4,)
    >>> sparse_categorical_accuracy(y_true=(4, 1), y_pred=(4, 10))
    (4,)
    >>> sparse_categorical_accuracy(y_true=(4, 10), y_pred=(4, 10))
    error: broadcast
    """
    given = sparse_targets(targets, outputs, -1)
    rest = reduced(outputs, -1)
    pair = (given, rest)
    assert pair_fits(pair), "the class numbers do not broadcast with the outputs without their classes"
    matches = pair_shape(pair)
    assert len(given) == len(targets) or prod(matches) == prod(targets), "the class numbers do not broadcast with the outputs without their classes"
    values = squeezed_last(matches if len(given) == len(targets) else targets)

@op("keras.metrics.top_k_categorical_accuracy", finds="loss-target")
def top_k_categorical_accuracy(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], k: int = 5) -> Tensor["*values"]:
    """Whether the class of the largest target is among the k largest outputs.

    >>> top_k_categorical_accuracy(y_true=(4, 10), y_pred=(4, 10))
    (4,)
    >>> top_k_categorical_accuracy(y_true=(4, 10), y_pred=(10,))
    error: classes
    """
    given = reduced(targets, -1)
    assert len(outputs) >= 2, "outputs must be (batch, classes)"
    assert len(given) >= 1, "targets need an axis for the batch"
    within = True if outputs[-1] >= k else unsure()
    n = prod(given)
    m = prod(outputs[:-1])
    assert within and (n == m or n == 1 or m == 1), "targets and outputs must have the same batch"
    assert len(given) == 1 or n == m or m == 1, "targets and outputs must have the same batch"
    values = given if len(given) > 1 else (max(n, m),)

@op("keras.metrics.sparse_top_k_categorical_accuracy", finds="loss-target")
def sparse_top_k_categorical_accuracy(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], k: int = 5, from_sorted_ids: bool = False) -> Tensor["*values"]:
    """Whether the class that the target tells is among the k largest outputs.

    >>> sparse_top_k_categorical_accuracy(y_true=(4,), y_pred=(4, 10))
    (4,)
    >>> sparse_top_k_categorical_accuracy(y_true=(4, 1), y_pred=(4, 10), k=3)
    (4, 1)
    >>> sparse_top_k_categorical_accuracy(y_true=(4,), y_pred=(10,), from_sorted_ids=True)
    error: classes
    """
    given = targets
    assert len(outputs) >= 2, "outputs must be (batch, classes)"
    assert len(given) >= 1, "targets need an axis for the batch"
    within = True if from_sorted_ids else True if outputs[-1] >= k else unsure()
    n = prod(given)
    m = prod(outputs[:-1])
    assert within and (n == m or n == 1 or m == 1), "targets and outputs must have the same batch"
    assert len(given) == 1 or n == m or m == 1, "targets and outputs must have the same batch"
    values = given if len(given) > 1 else (max(n, m),)

@op("keras.metrics.pearson_correlation", finds="loss-target")
def pearson_correlation(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], axis: Axis | Axes = -1) -> Tensor["*values"]:
    """Pearson's correlation along an axis; shapes broadcast.

    >>> pearson_correlation(y_true=(2, 3), y_pred=(2, 3))
    (2,)
    >>> pearson_correlation(y_true=(2, 3), y_pred=(2, 4))
    error: broadcast
    """
    pair = same_rank(targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    mean = (reduced(pair[0], axis, True), reduced(pair[1], axis, True))
    values = reduced(pair_shape(pair), axis)

@op("keras.metrics.concordance_correlation", finds="loss-target")
def concordance_correlation(y_true: Tensor["*targets"], y_pred: Tensor["*outputs"], axis: Axis | Axes = -1) -> Tensor["*values"]:
    """The concordance correlation along an axis; shapes broadcast.

    >>> concordance_correlation(y_true=(2, 3), y_pred=(2, 3))
    (2,)
    >>> concordance_correlation(y_true=(2, 3), y_pred=(2, 4))
    error: broadcast
    """
    pair = same_rank(targets, outputs)
    assert pair_fits(pair), "the targets do not broadcast with the outputs"
    mean = (reduced(pair[0], axis, True), reduced(pair[1], axis, True))
    values = reduced(pair_shape(pair), axis)
