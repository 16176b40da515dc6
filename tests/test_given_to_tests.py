"""Tests that are given something: what fails of them under pytest is what is found, on the same lines."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

from shapelint import check_paths

CONFTEST = """
import pytest
import torch

@pytest.fixture
def weight():
    return torch.zeros(3, 5)
"""
TESTS = """
import contextlib
import unittest

import pytest
import torch


@pytest.fixture
def width():
    return 8


@pytest.fixture(params=[4, 6], ids=str)
def batch(request, width):
    yield torch.zeros(request.param, width)


def test_a_fixture_that_needs_another(batch, width):
    assert (batch @ torch.zeros(width, 2)).shape[1] == 2
    batch @ torch.zeros(7, 2)  # error


def test_each_value_of_a_fixture(batch):
    batch + torch.zeros(4, 8)  # error


def test_a_fixture_that_stands_beside(weight):
    weight @ torch.zeros(5, 2)
    weight @ torch.zeros(3, 2)  # error


@pytest.mark.parametrize("n", [3, 4])
@pytest.mark.parametrize(
    ("a", "b"), [(3, 4), pytest.param(5, 6, id="x"), pytest.param(1, 2, marks=pytest.mark.xfail)]
)
def test_all_choices(n, a, b):
    torch.zeros(n, a) @ torch.zeros(a, b)
    assert a > 1
    torch.zeros(n, a) @ torch.zeros(b, a)  # error


@pytest.mark.parametrize("n, context", [(3, contextlib.nullcontext()), (4, pytest.raises(RuntimeError))])
def test_what_is_to_fail(n, context):
    with context:
        torch.zeros(n) + torch.zeros(3)


def test_what_is_suppressed():
    context = contextlib.suppress(RuntimeError)
    with context:
        torch.zeros(4) + torch.zeros(3)


class TestSetUp:
    def setup_method(self, method):
        self.weight = torch.zeros(3, 4)

    @pytest.fixture
    def own(self):
        return torch.zeros(2, 3)

    def test_own(self, own):
        own @ self.weight
        own @ self.weight.t()  # error


class Case(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.x = torch.zeros(2, 3)

    def setUp(self):
        self.weight = torch.zeros(3, 4)

    def test_weight(self):
        self.x @ self.weight
        self.x @ self.weight.t()  # error

    def test_what_is_to_fail(self):
        with self.assertRaises(RuntimeError):
            self.x @ self.weight.t()
"""


def test_what_fails_under_pytest_is_found(tmp_path: Path) -> None:
    tests = tmp_path / "test_given.py"
    tests.write_text(TESTS)
    (tmp_path / "conftest.py").write_text(CONFTEST)
    marked = {at for at, line in enumerate(TESTS.split("\n"), 1) if line.endswith("# error")}

    found = check_paths([tests]).findings
    assert {f.span.line for f in found} == marked
    assert {f.severity for f in found} == {"error"}

    command = [sys.executable, "-m", "pytest", "-q", "--tb=line", "-p", "no:cacheprovider"]
    ran = subprocess.run([*command, tests.name], cwd=tmp_path, capture_output=True, text=True)
    failed = re.findall(r"test_given\.py:(\d+): \w*Error", ran.stdout)
    assert set(map(int, failed)) == marked, ran.stdout
