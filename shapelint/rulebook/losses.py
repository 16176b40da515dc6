"""What Keras's losses and metrics require of targets, outputs and weights: each takes (facts, *arguments)."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from shapelint.rulebook.array_axes import known, one_axis
from shapelint.rulebook.builtins import Rejected, Undetermined, broadcast, compatible, exact
from shapelint.rulebook.values import UNKNOWN, Tensor
from shapelint.symbolic import (
    Facts,
    Impossible,
    Proved,
    Shape,
    Size,
    Truth,
    ask,
    conj,
    disj,
    eq,
    product,
)

Sizes = tuple[Size, ...]


def is_one(facts: Facts, size: Size) -> bool:
    """Raises Undetermined where it may be."""
    answer = ask(facts, eq(size, 1))
    if isinstance(answer, Proved | Impossible):
        return isinstance(answer, Proved)
    raise Undetermined


def same_rank(facts: Facts, a: Any, b: Any, expand: Any = True) -> tuple[Sizes, Sizes]:
    """Two shapes whose ranks differ by one and the longer of which ends in 1: it loses that axis,
    or the other gets it if it has one only (keras/src/losses/loss.py, squeeze_or_expand_to_same_rank)."""
    left, right = known(a), known(b)
    if len(left) == len(right) + 1 and is_one(facts, left[-1]):
        return (left, (*right, 1)) if len(right) == 1 and expand else (left[:-1], right)
    if len(right) == len(left) + 1 and is_one(facts, right[-1]):
        return ((*left, 1), right) if len(left) == 1 and expand else (left, right[:-1])
    return left, right


def pair_fits(facts: Facts, pair: Any) -> Truth:
    """Whether two shapes broadcast."""
    a, b = pair
    return compatible(Shape(known(a)), Shape(known(b)))


def pair_shape(facts: Facts, pair: Any) -> Sizes:
    """The shape that two broadcast to."""
    a, b = pair
    return broadcast(facts, Shape(known(a)), Shape(known(b))).sizes


def weights_fit(facts: Facts, losses: Any, weight: Any) -> Truth:
    """Whether sample weights (a tensor or None) broadcast with the losses."""
    if weight is None:
        return True
    return pair_fits(facts, same_rank(facts, losses, _shape(facts, weight)))


def weighted(facts: Facts, losses: Any, weight: Any) -> Any:
    """The shape of the losses times sample weights (a tensor or None)."""
    if weight is None:
        return losses
    return pair_shape(facts, same_rank(facts, losses, _shape(facts, weight)))


def samples_fit(facts: Facts, values: Any, weight: Any) -> Truth:
    """Whether weights (a tensor or None) broadcast to a metric's values, after these have been
    reduced to as many axes (keras/src/metrics/reduction_metrics.py, reduce_to_samplewise_values)."""
    if weight is None:
        return True
    shape, given = same_rank(facts, values, _shape(facts, weight))
    return _expands(given, shape[: len(given)])


def _expands(sizes: Sizes, target: Sizes) -> Truth:
    if len(sizes) > len(target):
        return False
    pairs = zip(reversed(sizes), reversed(target), strict=False)
    return conj(*(disj(eq(a, 1), eq(a, b)) for a, b in pairs))


def _shape(facts: Facts, weight: Any) -> Sizes:
    if weight is UNKNOWN or not isinstance(weight, Tensor):
        raise Undetermined
    return known(facts.shape(weight.shape))


def sparse_targets(facts: Facts, targets: Any, outputs: Any, axis: Any) -> Sizes:
    """Targets that are class numbers, without the axis of size 1 that stands for the classes."""
    given, rank = known(targets), len(known(outputs))
    if len(given) != rank:
        return given
    place = one_axis(axis, rank)
    return (*given[:place], *given[place + 1 :]) if is_one(facts, given[place]) else given


def without_axis(facts: Facts, segment: Any, axis: Any) -> Sizes:
    """The shape without one axis."""
    parts = known(segment)
    place = one_axis(axis, len(parts))
    return (*parts[:place], *parts[place + 1 :])


def squeezed_last(facts: Facts, segment: Any) -> Sizes:
    """The shape without its last axis, if that is of size 1 and not the only one."""
    parts = known(segment)
    return parts[:-1] if len(parts) > 1 and is_one(facts, parts[-1]) else parts


def confusion_pair(
    facts: Facts, targets: Any, outputs: Any, class_id: Any = None
) -> tuple[Sizes, Sizes]:
    """Targets and outputs of which true and false positives are counted, of one class or all
    (keras/src/metrics/metrics_utils.py, update_confusion_matrix_variables)."""
    predicted, given = same_rank(facts, outputs, targets)
    if class_id is None:
        return given, predicted
    if len(predicted) == 1:
        raise Rejected("class_id asks for outputs with an axis of classes")
    if not predicted or not given:
        raise Undetermined
    for name, parts in (("targets", given), ("outputs", predicted)):
        size, index = parts[-1], exact(class_id)
        if isinstance(size, int) and not -size <= index < size:
            raise Rejected(f"class_id {index} is out of range for {name} {Shape(parts)}")
    return (*given[:-1], 1), (*predicted[:-1], 1)


def counts_fit(facts: Facts, pair: Any, even: Any, weight: Any = None) -> Truth:
    """Whether as many targets as outputs are given. Thresholds that are not spaced evenly are held
    against both broadcast, and weights make as many of one target."""
    targets, outputs = (product(known(part)) for part in pair)
    same = eq(targets, outputs)
    if even is False and not pair[1]:
        return False
    if even is False:
        return disj(same, eq(targets, 1), eq(outputs, 1))
    return disj(same, eq(targets, 1)) if weight is not None else same


def confusion_weights_fit(
    facts: Facts, targets: Any, outputs: Any, pair: Any, weight: Any
) -> Truth:
    """Whether sample weights (a tensor or None), with an axis for the classes, broadcast to the outputs."""
    if weight is None:
        return True
    _, given = same_rank(facts, outputs, targets)
    _, weights = same_rank(facts, given, (*_shape(facts, weight), 1), False)
    return _expands(weights, known(pair[1]))


LOSSES: dict[str, Callable[..., Any]] = {
    "same_rank": same_rank,
    "pair_fits": pair_fits,
    "pair_shape": pair_shape,
    "weights_fit": weights_fit,
    "weighted": weighted,
    "samples_fit": samples_fit,
    "sparse_targets": sparse_targets,
    "without_axis": without_axis,
    "squeezed_last": squeezed_last,
    "confusion_pair": confusion_pair,
    "counts_fit": counts_fit,
    "confusion_weights_fit": confusion_weights_fit,
}
