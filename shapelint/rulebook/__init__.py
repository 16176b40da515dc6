"""The rules of frameworks: reading them, binding calls to them, applying them."""

from shapelint.rulebook.load import Rulebook, RuleClass, RuleFunction
from shapelint.rulebook.pattern import RuleError
from shapelint.rulebook.values import UNKNOWN, SizeTuple, Tensor

__all__ = ["UNKNOWN", "RuleClass", "RuleError", "RuleFunction", "Rulebook", "SizeTuple", "Tensor"]
