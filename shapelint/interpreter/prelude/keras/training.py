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


def without_surplus(x, y):
    """keras/src/trainers/data_adapters/array_slicing.py: a split for validation counts the first array's samples
    and leaves those out that another has beyond them."""
    counts = [a.shape[0] for a in __flat__(x) if __is_tensor__(a) and len(a.shape) > 0]
    if counts and __is_tensor__(y) and len(y.shape) > 0:
        return y[: counts[0]]
    return y


def _batch(data):
    """So many samples of each array, how many is not known."""
    return __batch__(data, __size__("batch"))


def batch(model, x, y):
    """One step on a batch, by the model's own `train_step` if it has one."""
    if __overrides__(model, "train_step"):
        model.train_step(keras.utils.pack_x_y_sample_weight(x, y))
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
        _measured(model, y, predicted)


def called_back(model, callbacks):
    """What `fit` calls while it trains: in the first epoch, and in others, how many is not told."""
    if not isinstance(callbacks, (list, tuple)):
        return
    for one in callbacks:
        one.set_model(model)
        one.on_train_begin(__some__("logs"))
        __rehearsed__(_epoch, one, 0)
    for epoch in __some__("epochs"):
        for one in callbacks:
            _epoch(one, __index__("epoch"))
    for one in callbacks:
        one.on_train_end(__some__("logs"))


def _epoch(callback, number):
    callback.on_epoch_begin(number, __some__("logs"))
    callback.on_train_batch_begin(__index__("batch"), __some__("logs"))
    callback.on_train_batch_end(__index__("batch"), __some__("logs"))
    callback.on_epoch_end(number, __some__("logs"))


def _measured(model, y, predicted):
    """The program's own metrics, on the output of a model that has one."""
    metrics = model._metrics
    if not isinstance(metrics, (list, tuple)) or not __is_tensor__(y) or not __is_tensor__(predicted):
        return
    for metric in metrics:
        if isinstance(metric, keras.metrics.Metric) and __overrides__(metric, "update_state"):
            metric.update_state(__as_tensor__(y), predicted)


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
    """The loss that `compile` names, for each output (keras/src/trainers/compile_utils.py, `CompileLoss`)."""
    loss = model._loss
    if loss is None or y is None:
        return __some__("loss")
    if isinstance(loss, dict) or isinstance(y, dict):
        return _loss_by_name(model, loss, y, predicted)
    outputs, targets = __flat__(predicted), __flat__(y)
    if not __is_known__(len(outputs)) or not __is_known__(len(targets)):
        return __some__("loss")
    if not all([__is_tensor__(t) for t in targets]):
        return __some__("loss")
    if len(outputs) != len(targets):
        losses = [one for one in loss if one is not None] if isinstance(loss, (list, tuple)) else ()
        if len(losses) != len(targets):  # else they may be for the first outputs alone
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
    for target, output in zip(targets, outputs):
        _apply(loss, target, output)
    return __some__("loss")


def _loss_by_name(model, loss, y, predicted):
    """Losses or targets by name: of the outputs, or of the layers that make them if the outputs have none.
    Those of one structure are matched by their places, a dict's sorted by its keys."""
    names = sorted(predicted) if isinstance(predicted, dict) else _output_names(model)
    outputs = _named(names, predicted)
    losses = _named(names, loss) if isinstance(loss, (dict, list, tuple)) else {name: loss for name in names or ()}
    targets = _named(names, y)
    if outputs is None or losses is None or targets is None:
        return __some__("loss")
    wanted = [name for name, one in losses.items() if one is not None]
    for name in wanted:
        if name not in outputs:
            return __fails__("loss-target", "a loss is for {}, but the outputs of the model are {}", name, names)
    missing = [name for name in wanted if name not in targets]
    if missing and isinstance(loss, (dict, list, tuple)) and len(targets) != len(outputs):
        return __some__("loss")  # as many targets as losses are for those, whatever their names
    if missing:
        return __fails__("loss-target", "the output {} has a loss, but the targets are for {}", missing[0], [*targets])
    for name in wanted:
        _apply(losses[name], targets[name], outputs[name])
    return __some__("loss")


def _output_names(model):
    return __names__(model._outputs) if model._functional and not isinstance(model, keras.Sequential) else None


def _named(names, values):
    """Values of a model's outputs by their names; None if that is not known, or some are nested."""
    if names is None or not __is_known__(values):
        return None
    if isinstance(values, dict):
        named = values if __is_closed__(values) else None
    elif isinstance(values, (list, tuple)):
        named = dict(zip(names, values)) if len(values) == len(names) else None
    else:
        named = {names[0]: values} if len(names) == 1 else None
    if named is None or any([isinstance(value, (dict, list, tuple)) for value in named.values()]):
        return None
    return named


def _apply(loss, target, output):
    if loss is None or not __is_tensor__(target) or not __is_tensor__(output):
        return
    found = keras.losses.get(loss)
    if found is not None:
        found(target, output)


def first(data):
    """A batch that a dataset, a generator or a sequence object gives."""
    if isinstance(data, keras.utils.PyDataset):
        return data[__index__(data)]
    return next(iter(data)) if __is_known__(data) else __some__("batch")
