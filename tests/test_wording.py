"""What findings say of sizes stays readable."""

from __future__ import annotations

import pytest

from shapelint.interpreter.wording import shortened

INNER = "(z0 if (x0 if batch == 1 else batch) == 1 else (x0 if batch == 1 else batch))"
SHORT = "(x0 if batch == 1 else batch)"
CODE = (
    "Dense(units=3) got (batch, 5): a message that is long but decides nothing (a if b else c, d)"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (f"add got ({INNER}, 3, 32), (2, 4)", "add got (…, 3, 32), (2, 4)"),
        (f"add got ({SHORT}, 3, 32)", f"add got ({SHORT}, 3, 32)"),
        (f"2*{INNER} + 1 and {SHORT}, {INNER}", f"2*… + 1 and {SHORT}, …"),
        (CODE, CODE),
        ("not closed (a if b else " + "c" * 60, "not closed (a if b else " + "c" * 60),
    ],
)
def test_long_sizes_are_left_out(text: str, expected: str) -> None:
    assert shortened(text) == expected
