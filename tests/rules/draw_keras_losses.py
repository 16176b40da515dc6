"""Drawings of Keras's losses and metrics: targets and outputs as programs pair them, or nearly so."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

from shapelint.rulebook import RuleClass
from shapelint.rulebook.load import Param, Rule
from shapelint.rulebook.pattern import PlainSpec, TensorSpec, UnionSpec
from tests.rules.calls import Call, T
from tests.rules.special import draws

Shape = tuple[int, ...]
REDUCTIONS = (None, "none", "sum", "mean", "sum_over_batch_size", "mean_with_sample_weight")
LOSSES = (
    "mean_squared_error", "mean_absolute_error", "mean_absolute_percentage_error",
    "mean_squared_logarithmic_error", "huber", "log_cosh", "hinge", "squared_hinge",
    "categorical_hinge", "kl_divergence", "poisson", "cosine_similarity", "binary_crossentropy",
    "binary_focal_crossentropy", "categorical_crossentropy", "categorical_focal_crossentropy",
    "dice", "tversky", "MeanSquaredError", "MeanAbsoluteError", "MeanAbsolutePercentageError",
    "MeanSquaredLogarithmicError", "Huber", "LogCosh", "Hinge", "SquaredHinge", "CategoricalHinge",
    "KLDivergence", "Poisson", "CosineSimilarity", "BinaryCrossentropy", "BinaryFocalCrossentropy",
    "CategoricalCrossentropy", "CategoricalFocalCrossentropy", "Dice", "Tversky",
)  # fmt: skip
METRICS = (
    "binary_accuracy", "categorical_accuracy", "top_k_categorical_accuracy", "pearson_correlation",
    "concordance_correlation", "Accuracy", "BinaryAccuracy", "CategoricalAccuracy",
    "TopKCategoricalAccuracy", "BinaryCrossentropy", "CategoricalCrossentropy", "KLDivergence",
    "Poisson", "Hinge", "SquaredHinge", "CategoricalHinge", "MeanSquaredError",
    "RootMeanSquaredError", "MeanAbsoluteError", "MeanAbsolutePercentageError",
    "MeanSquaredLogarithmicError", "LogCoshError", "CosineSimilarity", "PearsonCorrelation",
    "ConcordanceCorrelation", "R2Score", "FBetaScore", "F1Score", "TruePositives", "TrueNegatives",
    "FalsePositives", "FalseNegatives", "Precision", "Recall", "SensitivityAtSpecificity",
    "SpecificityAtSensitivity", "PrecisionAtRecall", "RecallAtPrecision", "AUC", "IoU", "MeanIoU",
    "OneHotIoU", "OneHotMeanIoU", "BinaryIoU",
)  # fmt: skip
SPARSE_METRICS = (
    "sparse_categorical_accuracy", "sparse_top_k_categorical_accuracy", "SparseCategoricalAccuracy",
    "SparseTopKCategoricalAccuracy", "SparseCategoricalCrossentropy",
)  # fmt: skip
SPARSE = (
    "sparse_categorical_crossentropy", "categorical_generalized_cross_entropy",
    "SparseCategoricalCrossentropy", "CategoricalGeneralizedCrossEntropy",
)  # fmt: skip


def outputs(rng: random.Random) -> Shape:
    """(batch, classes), (batch, time, classes) and the like."""
    rank = rng.choice((0, 1, 2, 2, 2, 2, 3, 3, 4))
    return tuple(1 if rng.random() < 0.2 else rng.randint(2, 4) for _ in range(rank))


def alike(rng: random.Random, shape: Shape) -> Shape:
    """The shape, with an axis of size 1 more, an axis less, or a size changed."""
    parts = list(shape)
    kind = rng.randrange(10)
    if kind < 3 or not parts:
        return (*shape, 1) if kind == 0 else shape
    if kind < 5:
        return shape[:-1]
    if kind == 5:
        return (*shape[:-1], 1)
    if kind == 6:
        return (*shape, 1)
    at = rng.randrange(len(parts))
    if kind == 7:
        parts[at] = 1
    elif kind == 8:
        parts[at] += rng.choice((1, 2))
    else:
        parts.pop(at)
    return tuple(parts)


def numbers(rng: random.Random, shape: Shape) -> Shape:
    """The shape of class numbers for these outputs."""
    if rng.random() < 0.4:
        return alike(rng, shape)
    rest = shape[:-1]
    kind = rng.random()
    if kind < 0.5:
        return rest
    return (*rest, 1) if kind < 0.85 else alike(rng, rest)


def weights(rng: random.Random, shape: Shape) -> T | None:
    """Sample weights for outputs of this shape, mostly none."""
    kind = rng.randrange(12)
    if kind > 5:
        return None
    if kind == 5:
        return T(outputs(rng))
    return T((shape[:1], (*shape[:1], 1), shape[:-1], alike(rng, shape), ())[kind])


def options(rng: random.Random, params: tuple[Param, ...], rank: int) -> dict[str, Any]:
    """Some of the keywords that are no tensors."""
    given: dict[str, Any] = {}
    for param in params:
        value = option(rng, param, rank)
        if value is not ... and (param.default is None or param.name == "k" or rng.random() < 0.3):
            given[param.name] = value
    return given


def option(rng: random.Random, param: Param, rank: int) -> Any:
    kinds = {s.name for s in alternatives(param) if isinstance(s, PlainSpec)}
    if param.name == "reduction":
        return rng.choice(REDUCTIONS)
    if param.name in ("q", "specificity", "sensitivity", "precision", "recall"):
        return 0.5
    if param.name == "num_classes":
        return rng.randint(1, 4)
    if param.name == "target_class_ids":
        return tuple(range(rng.randint(1, 2)))
    if param.name == "num_thresholds":
        return rng.choice((0, 1, 2, 5))
    if param.name == "thresholds":
        return rng.choice((0.3, [0.3], [0.2, 0.7], [0.0, 0.5, 1.0]))
    if param.name in ("average", "class_aggregation"):
        return rng.choice(
            (None, *next(s.values for s in alternatives(param) if s.name == "Literal"))
        )
    if param.name in ("ignore_class", "class_id"):
        return rng.choice((None, 0, 1, 5))
    if param.name == "k" or param.name == "top_k":
        return rng.randint(1, 2) if rng.random() < 0.8 else 3
    if "Axes" in kinds and rng.random() < 0.2 and rank > 1:
        return tuple(rng.sample(range(-rank, 0), 2))
    if param.name == "axis":
        return rng.randint(-rank, rank - 1) if rank and rng.random() < 0.9 else rng.randint(-3, 3)
    if param.name == "label_smoothing":
        return 0.1
    return rng.random() < 0.5 if "bool" in kinds else ...


def alternatives(param: Param) -> tuple[Any, ...]:
    return param.spec.options if isinstance(param.spec, UnionSpec) else (param.spec,)


def pair(
    rng: random.Random, rule: Rule, name: str, given: Callable[[random.Random, Shape], Shape],
    dtype: str | None = None, shape: Shape | None = None,
) -> Call:  # fmt: skip
    """A call on targets and outputs, with weights where it takes them."""
    shape = outputs(rng) if shape is None else shape
    y_true, y_pred = given(rng, shape), shape
    if dtype is None and rng.random() < 0.2:
        y_true, y_pred = y_pred, y_true
    args: tuple[Any, ...] = (T(y_true, dtype), T(y_pred))
    if not isinstance(rule, RuleClass):
        keywords = options(rng, rule.signatures[-1].params, len(y_pred))
        for param in rule.signatures[-1].params:
            if param.default is None and not takes_tensor(param):
                keywords[param.name] = option(rng, param, len(y_pred))
        return Call(rule, name, args, keywords)
    named = options(rng, rule.init[-1].params, len(y_pred))
    weight = weights(rng, shape) if rule.methods["call"][-1].takes("sample_weight") else None
    kwargs = {} if weight is None else {"sample_weight": weight}
    return Call(rule, name, args, kwargs, (), named)


def takes_tensor(param: Param) -> bool:
    return any(isinstance(s, TensorSpec) for s in alternatives(param))


@draws(*(f"keras.losses.{name}" for name in LOSSES), *(f"keras.metrics.{name}" for name in METRICS))
def loss(rng: random.Random, rule: Rule, name: str) -> Call:
    return pair(rng, rule, name, alike)


@draws(
    *(f"keras.losses.{name}" for name in SPARSE),
    *(f"keras.metrics.{name}" for name in SPARSE_METRICS),
)
def sparse_loss(rng: random.Random, rule: Rule, name: str) -> Call:
    """Targets that are class numbers."""
    return pair(rng, rule, name, numbers, "torch.int64")


@draws("keras.losses.ctc", "keras.losses.CTC")
def ctc(rng: random.Random, rule: Rule, name: str) -> Call:
    """Labels (batch, letters) and logits (batch, time, classes)."""
    batch = rng.randint(1, 3)
    shape = (batch, rng.randint(2, 4), rng.randint(1, 4))
    labels = (batch, rng.randint(1, 3))
    return pair(
        rng, rule, name, lambda rng, _: labels if rng.random() < 0.5 else alike(rng, labels),
        "torch.int64", shape if rng.random() < 0.7 else alike(rng, shape),
    )  # fmt: skip


@draws("keras.losses.circle", "keras.losses.Circle")
def circle(rng: random.Random, rule: Rule, name: str) -> Call:
    """Class numbers (batch,) and embeddings (batch, width); only so can it be called symbolically."""
    shape = (rng.randint(1, 4), rng.randint(1, 4))
    labels = shape[:1] if rng.random() < 0.6 else (rng.randint(2, 5),)
    given = (*labels, 1) if rng.random() < 0.3 else labels
    call = pair(rng, rule, name, lambda rng, _: given, "torch.int64", shape)
    keywords = call.kwargs if call.named is None else call.named
    keywords["remove_diagonal"] = False
    return call


@draws("keras.metrics.Mean", "keras.metrics.Sum")
def mean(rng: random.Random, rule: Rule, name: str) -> Call:
    """Values and weights."""
    shape = outputs(rng)
    weight = weights(rng, shape)
    return Call(rule, name, (T(shape),), {"sample_weight": weight} if weight else {}, (), {})
