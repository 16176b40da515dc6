"""Tests as people write them: some are known to fail, or end before they do; some put things in the place of others."""

import sys
import unittest
from unittest import mock

import pytest
import torch
import torch.nn.functional as F
from torch import nn


@pytest.mark.xfail
def test_that_is_known_to_fail(device):
    nn.Linear(3, 4)(torch.zeros(1, 5))


@pytest.mark.xfail(raises=RuntimeError, reason="not yet")
def test_that_fails_in_a_way_that_is_known(device):
    nn.Linear(3, 4)(torch.zeros(1, 5))


class Layers(unittest.TestCase):
    @unittest.expectedFailure
    def test_one(self):
        nn.Linear(3, 4)(torch.zeros(1, 5))

    @unittest.skip("slow")
    def test_another(self):
        nn.Linear(3, 4)(torch.zeros(1, 5))


def test_that_ends_early(device):
    pytest.skip("no device")
    nn.Linear(3, 4)(torch.zeros(1, 5))


def leaving(quick):
    if quick:
        sys.exit(0)
        nn.Linear(3, 4)(torch.zeros(1, 5))
    return torch.zeros(1, 5)


def what_comes_after_an_exit_that_is_not_taken():
    return nn.Linear(3, 4)(leaving(False))  # error: [linear-in-features] "5"


def what_a_patch_puts_there():
    with mock.patch("torch.ones", lambda *sizes: torch.zeros(5)):
        x = torch.ones(2) + torch.zeros(5)
    with mock.patch.object(torch, "eye", return_value=torch.zeros(7)):
        return torch.eye(2) + torch.zeros(7), x


def an_operator_that_is_replaced():
    before = torch.Tensor.__matmul__
    torch.Tensor.__matmul__ = lambda a, b: before(a, b.t())
    try:
        return torch.zeros(2, 3) @ torch.zeros(4, 3)
    finally:
        torch.Tensor.__matmul__ = before
