"""What the benchmarks share: one run of a process, and the verdict on a figure."""

from __future__ import annotations

import compileall
import os
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path

import modmigrate


def run(command: Sequence[str]) -> tuple[float, float]:
    """Wall seconds and peak resident megabytes of a process; its children's peak counts with it."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{command[0]} failed with exit code {process.returncode}")
    return time.perf_counter() - start, usage.ru_maxrss / 1024


def as_installed() -> None:
    """Byte-compile modmigrate, as pip does where it installs: with PYTHONDONTWRITEBYTECODE set, an editable
    install would compile every file anew in each process, which no user's does.
    """
    compileall.compile_dir(Path(modmigrate.__file__).parent, quiet=1)


def verdict(value: float, limit: float) -> str:
    """Whether a figure keeps its limit."""
    return "good" if value <= limit else "TOO MUCH"
