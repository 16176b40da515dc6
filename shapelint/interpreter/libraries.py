"""Names of frameworks and other libraries: what a constant, a prelude, a builtin or a rule says that they are."""

from __future__ import annotations

import math
import string
import sys
from functools import cache
from typing import TYPE_CHECKING

from shapelint.interpreter.classes import linearize
from shapelint.interpreter.preludes import prelude, told, told_inside
from shapelint.interpreter.registry import BUILTINS
from shapelint.interpreter.spellings import canonical
from shapelint.interpreter.values import (
    MISSING,
    Builtin,
    ClassValue,
    External,
    RuleOp,
    TypeOf,
    Value,
)
from shapelint.rulebook import RuleClass
from shapelint.rulebook.dtype import TYPED, dtype_attribute

if TYPE_CHECKING:
    from shapelint.interpreter.machine import Interpreter
    from shapelint.rulebook import Rulebook

RULE_BASES = {
    "keras.layers": ("keras", "Layer"),
    "keras.layers.MultiHeadAttention": ("keras.layers", "_Heads"),
    "keras.layers.Normalization": ("keras.layers", "_Adapted"),
    "keras.losses": ("keras.losses", "Loss"),
    "keras.metrics": ("keras.metrics", "Metric"),
    "keras.initializers": ("keras.initializers", "Initializer"),
}
"""What classes known by their rule derive from, where that is not `torch.nn.Module`."""
CONSTANTS: dict[str, Value] = {
    "numpy.newaxis": None,
    "torch.newaxis": None,
    "math.pi": math.pi,
    "math.e": math.e,
    "math.inf": math.inf,
    "math.nan": math.nan,
    "numpy.pi": math.pi,
    "numpy.inf": math.inf,
    "numpy.nan": math.nan,
    "numpy.e": math.e,
    "torch.pi": math.pi,
    "torch.inf": math.inf,
    "typing.TYPE_CHECKING": False,
    **{
        f"string.{name}": getattr(string, name)
        for name in (
            "ascii_letters", "ascii_lowercase", "ascii_uppercase", "digits", "hexdigits", "octdigits", "punctuation",
            "whitespace", "printable",
        )
    },
}  # fmt: skip
TYPES = {
    "torch.Tensor", "numpy.ndarray", "torch.nn.Parameter",
    *(f"{package}.{name}" for package in ("torch", "torch.cuda") for name in TYPED),
}  # fmt: skip
TEXTS = {
    "torch.__version__",
    "torch.version.cuda",
    "torch.version.git_version",
    "einops.__version__",
}


def external(m: Interpreter, dotted: str) -> Value:
    """A dotted name of a framework or of another library."""
    dotted = canonical(dotted)
    parts = dotted.split(".")
    if dotted in CONSTANTS:
        return CONSTANTS[dotted]
    if dotted in TYPES:
        return TypeOf(dotted)
    of_dtype = dtype_attribute(dotted)
    if of_dtype is not None:
        return of_dtype
    if dotted in TEXTS:
        return m.opaque("str", dotted)
    found = told(m, dotted)
    if found is not MISSING:
        return found
    if dotted in BUILTINS:
        return Builtin(dotted, BUILTINS[dotted])
    rule = m.rulebook.find(dotted)
    if isinstance(rule, RuleClass):
        return rule_class(m, dotted, rule)
    if rule is not None:
        return RuleOp(dotted, rule)
    if parts[0] in ("builtins", "__builtin__") and len(parts) == 2:
        return m.builtin(parts[1])
    found = told_inside(m, dotted)
    if found is not MISSING:
        return found
    known = dotted in sys.stdlib_module_names or dotted in packages_of(m.rulebook)
    m.doubts += not known
    return External(dotted)


def rule_class(m: Interpreter, dotted: str, rule: RuleClass) -> ClassValue:
    found = m.program.rule_classes.get(dotted)
    if found is None:
        family = RULE_BASES.get(".".join(dotted.split(".")[:2]), ("torch.nn", "Module"))
        package, name = RULE_BASES.get(dotted, family)
        base = prelude(m, package).globals[name]
        found = ClassValue(dotted.rpartition(".")[2], (base,), {}, "<rules>", rule=rule)
        found.mro = linearize(found)
        m.program.rule_classes[dotted] = found
    return found


@cache
def packages_of(rulebook: Rulebook) -> frozenset[str]:
    """The packages and modules that rules name something of."""
    names = (name.split(".")[:-1] for name in rulebook.names())
    return frozenset(".".join(parts[:i]) for parts in names for i in range(1, len(parts) + 1))
