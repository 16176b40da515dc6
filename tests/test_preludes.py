"""The interpreter's own modules against the real ones: each name that they define for torch exists."""

from __future__ import annotations

import ast
import importlib

import pytest

from shapelint.interpreter.preludes import PRELUDES

ELSEWHERE = {
    "torch.nn.utils": "torch.nn.modules.utils",
    "torch.nn._registered": "torch.nn",
    "torch._foreach": "torch",
}
"""Modules that stand under another name here, so that one rule finds them."""
OWN = {
    "Known", "Shaped", "FunctionCtx", "register_module_forward_hook", "register_module_forward_pre_hook",
}  # fmt: skip
"""Bases of the prelude's own, and what stands in a module within."""


@pytest.mark.parametrize("name", [n for n in PRELUDES if n.startswith("torch")])
def test_every_name_is_the_frameworks(name: str) -> None:
    pytest.importorskip(
        "tensorboard" if name == "torch.utils.tensorboard" else name.partition(".")[0]
    )
    module = importlib.import_module(ELSEWHERE.get(name, name))
    prefix = "_foreach_" if name == "torch._foreach" else ""
    body = ast.parse(PRELUDES[name].read_text(encoding="utf-8")).body
    defined = [s.name for s in body if isinstance(s, ast.FunctionDef | ast.ClassDef)]
    defined += [
        t.id
        for s in body
        if isinstance(s, ast.Assign)
        for t in s.targets
        if isinstance(t, ast.Name)
    ]
    public = [n for n in defined if not n.startswith("_") and n not in OWN]
    assert not [n for n in public if not hasattr(module, prefix + n)]
