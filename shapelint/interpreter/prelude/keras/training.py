"""What `fit`, `evaluate` and `predict` do with data (keras/src/trainers), as the interpreter runs it."""

import keras


def step(model, x, y, batch_size):
    """One batch of the data through the model and its loss; it stands for all."""
    if y is None and not __is_tensor__(x):
        x, y = _pair(x)
    else:
        _same_count(x, y)
        size = _first_batch(x, batch_size)
        x, y = __batch__(x, size), __batch__(y, size)
    batch(model, x, y)


def _first_batch(x, batch_size):
    """How many samples the first batch holds: 32, if nothing is said, or all there are."""
    arrays = [a for a in __flat__(x) if __is_tensor__(a) and len(a.shape) > 0]
    count = __number__(arrays[0].shape[0]) if arrays else None
    size = 32 if batch_size is None else __number__(batch_size)
    return __size__("batch") if count is None or size is None else min(count, size)


def _pair(data):
    """Inputs and targets of a batch that a dataset, a generator or a sequence object gives."""
    if isinstance(data, (list, tuple, dict)) and not __is_generator__(data):
        return _batch(data), None
    item = first(data)
    if isinstance(item, (list, tuple)) and len(item) > 1:
        return item[0], item[1]
    if isinstance(item, (list, tuple)) and len(item) == 1:
        return item[0], None
    return item, None


def _same_count(x, y):
    """keras/src/trainers/data_adapters/array_data_adapter.py: all arrays hold as many samples."""
    arrays = [a for a in [*__flat__(x), *__flat__(y)] if __is_tensor__(a) and len(a.shape) > 0]
    for other in arrays[1:]:
        if not __require__(
            arrays[0].shape[0] == other.shape[0], "fit-data",
            "all arrays must hold the same number of samples, but these are {} and {}", arrays[0], other,
        ):
            return


def _batch(data):
    """So many samples of each array, how many is not known."""
    return __batch__(data, __size__("batch"))


def batch(model, x, y):
    """One step on a batch, by the model's own `train_step` if it has one."""
    if __overrides__(model, "train_step"):
        model.train_step((x,) if y is None else (x, y))
    else:
        usual(model, x, y)


def usual(model, x, y):
    """The model on a batch, and its loss."""
    model._fitting = "fit-data"
    predicted = model(x)
    model._fitting = "model-input"
    if y is not None:
        if __overrides__(model, "compute_loss"):
            model.compute_loss(x=x, y=y, y_pred=predicted)
        else:
            loss_of(model, y, predicted)


def predicted(model, x):
    """The model's output for all samples, as arrays."""
    if __is_generator__(x) or not isinstance(x, (list, tuple, dict)) and not __is_tensor__(x):
        if not __is_known__(x):
            return __some__("prediction")
        x = _pair(x)[0]
    else:
        _same_count(x, None)
    model._fitting = "fit-data"
    result = model(x)
    model._fitting = "model-input"
    if isinstance(result, dict):
        return {key: __array__(value) for key, value in result.items()}
    if isinstance(result, (list, tuple)):
        return [__array__(value) for value in result]
    return __array__(result) if __is_tensor__(result) else __some__("prediction")


def loss_of(model, y, predicted):
    """The loss that `compile` names, for each output."""
    loss = model._loss
    if loss is None or y is None:
        return __some__("loss")
    outputs, targets = __flat__(predicted), __flat__(y)
    if not __is_known__(len(outputs)) or not __is_known__(len(targets)):
        return __some__("loss")
    if isinstance(loss, dict) or isinstance(y, dict) or not all([__is_tensor__(t) for t in targets]):
        return __some__("loss")
    if len(outputs) != len(targets):
        if not isinstance(loss, (list, tuple)) or None not in loss:
            __fails__(
                "loss-target", "the model has {} output(s), but is given {} target(s)",
                len(outputs), len(targets), *targets,
            )
        return __some__("loss")
    if isinstance(loss, (list, tuple)):
        if len(loss) == len(outputs) == len(targets):
            for one, target, output in zip(loss, targets, outputs):
                _apply(one, target, output)
        return __some__("loss")
    if len(outputs) == len(targets):
        for target, output in zip(targets, outputs):
            _apply(loss, target, output)
    return __some__("loss")


def _apply(loss, target, output):
    if loss is None or not __is_tensor__(target) or not __is_tensor__(output):
        return
    found = keras.losses.get(loss)
    if found is not None:
        found(target, output)


def first(data):
    """A batch that a dataset, a generator or a sequence object gives."""
    if isinstance(data, keras.utils.PyDataset):
        return data[__index__("i")]
    return next(iter(data)) if __is_known__(data) else __some__("batch")
