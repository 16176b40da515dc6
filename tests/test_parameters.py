"""What the rules of torch's layers say of their parameters, held against the layers: which there are, in which order,
of which shapes."""

from __future__ import annotations

import inspect
from typing import Any

import pytest

from shapelint.interpreter import rulebook
from shapelint.interpreter.contexts import BUFFERS, UNCOUNTED
from shapelint.rulebook import RuleClass, apply
from shapelint.rulebook.values import Tensor
from shapelint.symbolic import Facts
from tests.rules.calls import examples
from tests.rules.oracle import resolve

LAYERS = [
    rule
    for rule in rulebook().parse_all()
    if isinstance(rule, RuleClass)
    and rule.framework == "torch"
    and not rule.late
    and rule.name not in UNCOUNTED
]


def settings(rule: RuleClass) -> list[tuple[tuple[Any, ...], dict[str, Any]]]:
    """The arguments of the examples, each flag of the constructor turned in one of them too."""
    flags = {
        name: not p.default
        for name, p in inspect.signature(resolve(rule.names[0])).parameters.items()
        if isinstance(p.default, bool)
    }
    given = [(e.call.init, e.call.named or {}) for e in examples(rule) if not e.rejected]
    turned = [(args, {**named, flag: on}) for args, named in given for flag, on in flags.items()]
    return [*given, *turned]


@pytest.mark.parametrize("rule", LAYERS, ids=lambda rule: rule.names[0])
def test_a_rule_declares_all_that_its_layer_holds(rule: RuleClass) -> None:
    for args, named in settings(rule):
        try:
            layer = resolve(rule.names[0])(*args, **named)
        except (TypeError, ValueError):
            continue
        env = apply.construct(rule, list(args), named, Facts()).result
        declared = {name: apply.attribute(rule, env, name, Facts()) for name in rule.attributes}
        found = {name: t.shape.sizes for name, t in declared.items() if isinstance(t, Tensor)}
        held = {name: tuple(t.shape) for name, t in layer.named_parameters()}
        buffers = {name: tuple(t.shape) for name, t in layer.named_buffers()}
        assert [n for n in found if n not in BUFFERS] == list(held), (args, named)
        assert [n for n in found if n in BUFFERS] == list(buffers), (args, named)
        assert found == held | buffers, (args, named)
