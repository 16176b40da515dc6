"""keras.losses: the base class, and names for losses. Never imported."""

import keras

NAMES = {
    "mse": "MeanSquaredError", "mean_squared_error": "MeanSquaredError",
    "mae": "MeanAbsoluteError", "mean_absolute_error": "MeanAbsoluteError",
    "mape": "MeanAbsolutePercentageError", "mean_absolute_percentage_error": "MeanAbsolutePercentageError",
    "msle": "MeanSquaredLogarithmicError", "mean_squared_logarithmic_error": "MeanSquaredLogarithmicError",
    "binary_crossentropy": "BinaryCrossentropy", "bce": "BinaryCrossentropy",
    "categorical_crossentropy": "CategoricalCrossentropy",
    "sparse_categorical_crossentropy": "SparseCategoricalCrossentropy",
    "binary_focal_crossentropy": "BinaryFocalCrossentropy",
    "categorical_focal_crossentropy": "CategoricalFocalCrossentropy",
    "kl_divergence": "KLDivergence", "kld": "KLDivergence", "kullback_leibler_divergence": "KLDivergence",
    "poisson": "Poisson", "huber": "Huber", "huber_loss": "Huber", "log_cosh": "LogCosh", "logcosh": "LogCosh",
    "hinge": "Hinge", "squared_hinge": "SquaredHinge", "categorical_hinge": "CategoricalHinge",
    "cosine_similarity": "CosineSimilarity", "cosine_proximity": "CosineSimilarity",
    "dice": "Dice", "tversky": "Tversky", "ctc": "CTC",
}


def get(identifier):
    """What computes a loss: an instance, or a function on targets and outputs of the same rank."""
    if isinstance(identifier, str):
        name = NAMES.get(identifier.lower() if identifier.isupper() else identifier)
        if name is None and identifier in NAMES.values():
            name = identifier
        if name is None:
            return None
        return getattr(keras.losses, name)()
    if isinstance(identifier, Loss):
        return identifier
    if callable(identifier):
        return LossFunctionWrapper(identifier)
    return None


class Loss:
    reduction = "sum_over_batch_size"

    def __init__(self, name=None, reduction="sum_over_batch_size", dtype=None, **kwargs):
        self.reduction = reduction

    def __call__(self, y_true, y_pred, sample_weight=None):
        y_true, y_pred = __as_tensor__(y_true), __as_tensor__(y_pred)
        result = self.call(y_true, y_pred)
        if not __overrides__(self, "call"):
            return result
        return result if self.reduction is None or self.reduction == "none" else __tensor__(())

    def call(self, y_true, y_pred):
        return __some__("loss")

    def get_config(self):
        return {}


class LossFunctionWrapper(Loss):
    def __init__(self, fn, reduction="sum_over_batch_size", name=None, dtype=None, **kwargs):
        self.fn = fn
        self.reduction = reduction
        self._fn_kwargs = kwargs

    def call(self, y_true, y_pred):
        y_true, y_pred = same_rank(y_true, y_pred)
        return self.fn(y_true, y_pred, **self._fn_kwargs)

    def __call__(self, y_true, y_pred, sample_weight=None):
        result = self.call(__as_tensor__(y_true), __as_tensor__(y_pred))
        return result if self.reduction is None or self.reduction == "none" else __tensor__(())


def same_rank(x1, x2):
    """keras/src/losses/loss.py, `squeeze_or_expand_to_same_rank`."""
    if not __is_tensor__(x1) or not __is_tensor__(x2):
        return x1, x2
    first, second = len(x1.shape), len(x2.shape)
    if not __is_known__(first == second) or first == second:
        return x1, x2
    if first == second + 1 and __surely__(x1.shape[-1] == 1):
        if second == 1:
            return x1, keras.ops.expand_dims(x2, -1)
        return keras.ops.squeeze(x1, -1), x2
    if second == first + 1 and __surely__(x2.shape[-1] == 1):
        if first == 1:
            return keras.ops.expand_dims(x1, -1), x2
        return x1, keras.ops.squeeze(x2, -1)
    return x1, x2
