"""The rules of frameworks: reading them, binding calls to them, applying them."""

from shapelint.rulebook.load import Kind, Rulebook, RuleClass, RuleFunction, Signature
from shapelint.rulebook.pattern import RuleError
from shapelint.rulebook.values import UNKNOWN, SizeTuple, Tensor, Typed

__all__ = [
    "UNKNOWN",
    "Kind",
    "RuleClass",
    "RuleError",
    "RuleFunction",
    "Rulebook",
    "Signature",
    "SizeTuple",
    "Tensor",
    "Typed",
]
