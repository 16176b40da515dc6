"""The rules against PyTorch's own test data: `python -m tests.opdb [--only WORD]`.

`op_db` ships with torch: sample inputs for each of its operations, and inputs that must be refused,
written by the people who wrote the operation. Each is given to the rule and to torch; shapes,
dtypes and verdicts are compared.
"""

from __future__ import annotations

import re
import sys
import warnings
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import click
import torch

from shapelint.interpreter import rulebook
from shapelint.rulebook import UNKNOWN, RuleFunction, Tensor
from shapelint.rulebook.apply import Applied, call_function
from shapelint.rulebook.layout import settled
from shapelint.symbolic import Facts, Shape
from tests.fuzz import agree
from tests.rules.calls import laid_out
from tests.rules.oracle import described, strides

DTYPES = (torch.float32, torch.int64, torch.bool, torch.complex64, torch.uint8, torch.float64)


EXPLAINED = {
    "torch.nn.functional.local_response_norm(T(0, ": "what is empty keeps an integer dtype",
}
"""What stands at the beginning of a disagreement that is left, and why it is."""


BEYOND = {
    "an argument of another type, or a name that is none": r"^TypeError",
    "memory that overlaps with what is written": r"single memory location",
    "more axes than torch has": r"only tensors with up to \d+ dims",
    "the values of indices, probabilities and weights": r"index \d+ is out of bounds|probability"
    r"|sum of probabilities|weights cannot be negative|number of categories",
    "the values of options": r"not a valid value|is not valid$|greater (than|or equal)|must be in range"
    r"|non-negative|nonzero|non-positive|expects|must be either|overflow|be empty$",
    "an empty list for a size": r"output_size|should contain one int|at least 1-dimensional",
    "a tensor of one axis for a number": r"0-dim|start must be",
    "dtypes that autocast may mend, or that `out` has": r"dtype|Input type|scalar type",
    "the end of the memory": r"^RuntimeError: setStorage",
    "sparse tensors": r"strided tensors only",
    "devices": r"same device",
}
"""Refusals that the rules do not speak of, by what they are about."""


def reason(missed: str) -> str | None:
    """Why the rules do not tell of a refusal; None where they should."""
    message = missed.rpartition("\n    ")[2]
    return next((why for why, said in BEYOND.items() if re.search(said, message)), None)


def explained(disagreement: str) -> bool:
    call = disagreement.partition(": ")[2]
    return any(map(call.startswith, EXPLAINED))


@dataclass
class Tally:
    """What was compared, over all operations."""

    operations: set[str] = field(default_factory=set)
    samples: int = 0
    refused: int = 0
    left_open: Counter[str] = field(default_factory=Counter)
    missed: list[str] = field(default_factory=list)
    """Inputs that torch refuses and the rule lets pass: about values, devices, or not told."""
    disagreements: list[str] = field(default_factory=list)


def abstract(value: Any) -> Any:
    """A torch argument as the rulebook takes it."""
    if isinstance(value, torch.Tensor):
        if value.layout != torch.strided or value.is_quantized:
            return UNKNOWN
        shape = Shape(tuple(value.shape))
        return Tensor(shape, str(value.dtype), layout=settled(shape, value.stride()))
    if isinstance(value, tuple | list):
        return tuple(map(abstract, value))
    if isinstance(value, torch.dtype):
        return str(value)
    if isinstance(value, torch.device):
        return "torch.device"
    return value if isinstance(value, bool | int | float | str | None) else UNKNOWN


def names(op: Any) -> Iterator[tuple[str, Callable[..., Any]]]:
    """The dotted names that an entry stands for, and what each calls."""
    if op.name.startswith(("_", "ops.")):
        return
    for spelled in (op.name, *(alias.name for alias in op.aliases)):
        dotted = f"torch.{spelled}"
        function: Any = torch
        try:
            for part in spelled.split("."):
                function = getattr(function, part)
        except AttributeError:
            function = None
        takes_other_arguments = spelled == op.name and getattr(op.op, "__name__", "") == "<lambda>"
        if callable(function) and not takes_other_arguments:
            yield dotted, function
        for method in (spelled, f"{spelled}_"):
            if hasattr(torch.Tensor, method):
                yield f"torch.Tensor.{method}", getattr(torch.Tensor, method)


def compare(dotted: str, function: Callable[..., Any], sample: Any, tally: Tally) -> None:
    """One sample input: torch accepts it, so must the rule, with the same shapes and dtypes."""
    rule = rulebook().find(dotted)
    assert isinstance(rule, RuleFunction)
    applied = by_rule(rule, dotted, sample)
    try:
        result = by_torch(function, sample)
    except Exception:
        return
    tally.samples += 1
    if applied.failures:
        tally.disagreements.append(f"false error: {shown(dotted, sample)}\n    {applied.failures}")
    elif applied.status == "unknown":
        tally.left_open[dotted] += 1
    wrong = applied.failures == () and contradicts(applied.result, result)
    if wrong:
        tally.disagreements.append(
            f"result: {shown(dotted, sample)}\n    rule: {wrong[0]}\n    torch: {wrong[1]}"
        )


def compare_refused(dotted: str, function: Callable[..., Any], sample: Any, tally: Tally) -> None:
    """One error input: where torch refuses it, the rule should too."""
    rule = rulebook().find(dotted)
    assert isinstance(rule, RuleFunction)
    applied = by_rule(rule, dotted, sample)
    try:
        by_torch(function, sample)
    except Exception as error:
        tally.refused += 1
        if not applied.failures:
            text = str(error).splitlines()[0] if str(error) else ""
            tally.missed.append(f"{shown(dotted, sample)}\n    {type(error).__name__}: {text}")


def by_rule(rule: RuleFunction, dotted: str, sample: Any) -> Applied:
    args = [abstract(copied(sample.input)), *map(abstract, sample.args)]
    kwargs = {k: abstract(v) for k, v in sample.kwargs.items()}
    return call_function(rule, args, kwargs, Facts(), dotted)


def by_torch(function: Callable[..., Any], sample: Any) -> Any:
    given = copied(sample.input)
    with warnings.catch_warnings(), torch.no_grad():
        warnings.simplefilter("ignore")
        return function(given, *sample.args, **sample.kwargs)


def copied(value: Any) -> Any:
    """A tensor that may be written to without harm to the sample."""
    return value.clone() if isinstance(value, torch.Tensor) else value


def shown(dotted: str, sample: Any) -> str:
    def text(value: Any) -> str:
        if isinstance(value, torch.Tensor):
            return f"T{tuple(value.shape)}:{str(value.dtype).removeprefix('torch.')}"
        if isinstance(value, tuple | list):
            return f"[{', '.join(map(text, value))}]"
        return repr(value)

    args = [text(v) for v in (sample.input, *sample.args)]
    return f"{dotted}({', '.join([*args, *(f'{k}={text(v)}' for k, v in sample.kwargs.items())])})"


def contradicts(said: Any, real: Any) -> tuple[str, str] | None:
    """What the rule says and what torch gives, where they differ."""
    if isinstance(said, Tensor) and isinstance(real, torch.Tensor):
        sizes = said.shape.sizes if said.shape.rank is not None else None
        differs = sizes is not None and (
            len(sizes) != real.ndim
            or any(isinstance(s, int) and s != n for s, n in zip(sizes, real.shape, strict=False))
        )
        if differs or said.dtype not in (None, str(real.dtype)):
            return f"{said.shape} {said.dtype}", described(real)
        if not agree(laid_out(said), strides(real)):
            return f"strides {laid_out(said)}", str(strides(real))
    elif isinstance(said, tuple) and isinstance(real, tuple | list):
        if len(said) != len(real):
            return f"{len(said)} results", f"{len(real)} results"
        return next(filter(None, map(contradicts, said, real)), None)
    elif isinstance(said, tuple | Tensor) and isinstance(real, torch.Tensor | tuple | list):
        return type(said).__name__, type(real).__name__
    return None


def run(chosen: Callable[[str], bool]) -> Tally:
    """Every sample and every error input of the operations chosen that there is a rule for."""
    from torch.testing._internal.common_methods_invocations import op_db

    tally = Tally()
    for op in op_db:
        if not chosen(op.name):
            continue
        for dotted, function in names(op):
            if not isinstance(rulebook().find(dotted), RuleFunction):
                continue
            tally.operations.add(dotted)
            for dtype in DTYPES:
                if dtype in op.dtypes:
                    for sample in op.sample_inputs("cpu", dtype):
                        compare(dotted, function, sample, tally)
            for error in op.error_inputs("cpu") if callable(op.error_inputs_func) else ():
                compare_refused(dotted, function, error.sample_input, tally)
    return tally


@click.command()
@click.option("--only", default="", help="Operations whose name contains this.")
@click.option("--missed", is_flag=True, help="Show what torch refuses and the rules let pass.")
def main(only: str, missed: bool) -> None:
    """Compare the rules with torch's own test data."""
    tally = run(lambda name: only in name)
    unexplained = [d for d in tally.disagreements if not explained(d)]
    unexplained += [m for m in tally.missed if reason(m) is None]
    for line in [*tally.disagreements, *(tally.missed if missed else ())]:
        click.echo(line)
    for why, count in Counter(map(reason, tally.missed)).most_common():
        click.echo(f"{count:5} refused for {why or 'what the rules should say'}")
    click.echo(
        f"{len(tally.operations)} operations, {tally.samples} samples"
        f" ({tally.left_open.total()} left open), {tally.refused} refused inputs"
        f" ({len(tally.missed)} not by the rule); disagreements: {len(tally.disagreements)},"
        f" not explained: {len(unexplained)}"
    )
    click.echo(f"left open most: {dict(tally.left_open.most_common(12))}")
    sys.exit(1 if unexplained else 0)


if __name__ == "__main__":
    main()
