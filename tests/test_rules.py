"""The rules against the real frameworks: their examples, and random calls (`tests.fuzz` makes more)."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

import shapelint
from shapelint.interpreter import rulebook
from shapelint.rulebook.load import Rule
from tests.fuzz import agree, fuzz
from tests.rules.calls import by_rule, concrete, examples
from tests.rules.oracle import Unanswered, Untried, by_framework, resolve
from tests.rules.tensorflow_oracle import INSTALLED

assert Path(shapelint.__file__).exists()
RULES = rulebook().parse_all()
EXAMPLES = 40


def names(rule: Rule) -> str:
    return rule.names[0]


@pytest.mark.parametrize("rule", RULES, ids=names)
def test_examples_hold_for_the_rule(rule: Rule) -> None:
    for example in examples(rule):
        applied = by_rule(example.call)
        if example.rejected:
            word = example.expected.removeprefix("error:").strip()
            assert applied.failures, example.text
            assert word in applied.failures[0].message, (example.text, applied.failures)
        else:
            assert not applied.failures, (example.text, applied.failures)
            assert applied.status == "proved", (example.text, applied)
            if not example.call.built_only:
                assert concrete(applied.result) == ast.literal_eval(example.expected), example.text


@pytest.mark.parametrize("rule", RULES, ids=names)
def test_examples_hold_for_the_framework(rule: Rule) -> None:
    for example in examples(rule):
        try:
            verdict = by_framework(example.call)
        except Untried:
            continue
        except Unanswered as reason:
            assert example.rejected, f"{example.text}: {reason}"
            continue
        assert verdict.succeeds != example.rejected, (example.text, verdict)
        if verdict.succeeds and not example.call.built_only:
            assert agree(ast.literal_eval(example.expected), verdict.shapes), example.text


@pytest.mark.parametrize("rule", RULES, ids=names)
def test_every_name_is_the_frameworks(rule: Rule) -> None:
    if rule.framework == "tensorflow" and not INSTALLED:
        pytest.skip("TensorFlow is not installed")
    for name in rule.names:
        resolve(name)


WRAPPERS = {"torch.nn.TransformerEncoder", "torch.nn.TransformerDecoder"}
"""Constructed from a layer, which no example can write: tests/cases has them."""


@pytest.mark.parametrize("rule", [r for r in RULES if r.names[0] not in WRAPPERS], ids=names)
def test_every_rule_has_an_example(rule: Rule) -> None:
    assert any(not e.rejected for e in examples(rule))


@pytest.mark.parametrize("rule", RULES, ids=names)
def test_random_calls_agree(rule: Rule) -> None:
    """Accepted or refused alike, and with the same shapes."""
    seen: Counter[str] = Counter()
    assert not list(fuzz(rule, EXAMPLES, 0, seen))


def test_enough_callables_have_rules() -> None:
    """Far more than the hundred that real code uses most."""
    assert sum(len(rule.names) for rule in RULES) > 600
