"""Every finding name: its bad example fails under the framework (if the failure is not silent) and is
found, its good one runs."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import shapelint
from shapelint import check_paths
from shapelint.interpreter import rulebook
from shapelint.names import NAMES, SILENT
from tests.rules.oracle import RAISES

HEAD = "import einops\nimport torch\nfrom torch import nn\nimport torch.nn.functional as F\n\n"
ROOT = Path(shapelint.__file__).parent


def runs(text: str) -> bool:
    scope: dict[str, object] = {}
    try:
        exec(compile(HEAD + text, "<example>", "exec"), scope)
    except RAISES:
        return False
    return True


def found(directory: Path, text: str) -> list[str]:
    (directory / "example.py").write_text(HEAD + text)
    return [finding.name for finding in check_paths([directory]).findings]


@pytest.mark.parametrize("name", NAMES)
def test_the_bad_example_fails_and_is_found(tmp_path: Path, name: str) -> None:
    assert runs(NAMES[name].bad) == (name in SILENT)
    assert found(tmp_path, NAMES[name].bad) == [name]


@pytest.mark.parametrize("name", NAMES)
def test_the_good_example_runs_and_is_clean(tmp_path: Path, name: str) -> None:
    assert runs(NAMES[name].good)
    assert found(tmp_path, NAMES[name].good) == []


def test_rules_and_engine_use_no_other_names() -> None:
    said = {rule.finds for rule in rulebook().parse_all()}
    texts = [*(ROOT.parent / "rules").rglob("*.pyi"), *ROOT.rglob("*.py")]
    for path in texts:
        text = path.read_text(encoding="utf-8")
        said |= set(re.findall(r'"\[([a-z]+(?:-[a-z]+)+)\] ', text))
        said |= set(re.findall(r'm\.report\(\s*"([a-z-]+)"', text))
        if path.name != "names.py":
            said |= {name for name in NAMES if f'"{name}"' in text}
        said |= set(re.findall(r'Rejected\([^()]*(?:\([^()]*\)[^()]*)*, "([a-z-]+)"\)', text))
    assert said <= set(NAMES)
    assert set(NAMES) <= said
