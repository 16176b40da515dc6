"""What all tests share."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest


@pytest.fixture(scope="session", autouse=True)
def _own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Results are not kept with those of whoever runs the tests."""
    folder = tmp_path_factory.mktemp("cache")
    os.environ["SHAPELINT_CACHE_DIR"] = str(folder)
    yield folder
    del os.environ["SHAPELINT_CACHE_DIR"]
