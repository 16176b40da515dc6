"""The rules against PyTorch's own sample and error inputs (`tests.opdb` shows them)."""

from __future__ import annotations

import string

import pytest

from tests.opdb import explained, reason, run


@pytest.mark.parametrize("initial", string.ascii_lowercase)
def test_rules_agree_with_torchs_test_data(initial: str) -> None:
    tally = run(lambda name: name.startswith(initial))
    assert not [d for d in tally.disagreements if not explained(d)]
    assert not [m for m in tally.missed if reason(m) is None]
