"""Puts tests/ on the import path, so that all tests share `needs` (what may be missing) and `sample_module`."""

import atexit
import gc
import os
import shutil
import tempfile

import kept_readings
import pytest

os.environ["XDG_CACHE_HOME"] = tempfile.mkdtemp(prefix="modmigrate-cache-")
atexit.register(shutil.rmtree, os.environ["XDG_CACHE_HOME"], ignore_errors=True)
"""What the tests keep is theirs, and gone afterwards."""


def pytest_addoption(parser: pytest.Parser) -> None:
    """`--accept` keeps the readings of cases and examples as they are now (see `kept_readings`)."""
    parser.addoption("--accept", action="store_true", help="keep the readings of cases and examples as they are now")


def pytest_sessionfinish() -> None:
    """Writes what was accepted."""
    kept_readings.write()


def pytest_collection_finish() -> None:
    """What collecting made lives to the end: the garbage collector need not walk it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
