"""The errors a user can meet, one class per exit code; each message is one sentence that says what to do."""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


class ModmigrateError(Exception):
    """Base of all expected failures; the command line prints the message and exits with `exit_code`."""

    exit_code = 1


class StrictError(ModmigrateError):
    """Something was found that is to fail: warnings under `--strict`, faults of a package, open doubts."""

    exit_code = 1


class SourceError(ModmigrateError):
    """The source is missing, or of a kind that is not read."""

    exit_code = 3


class DamagedError(ModmigrateError):
    """The source is broken, encrypted, or unsafe to open."""

    exit_code = 4


class ModelError(ModmigrateError):
    """module.yaml does not say what a module must say; the message has line and column."""

    exit_code = 5


class OutputError(ModmigrateError):
    """The output cannot be written."""

    exit_code = 6


class BatchError(ModmigrateError):
    """Some of several sources failed; each has had its own sentence."""

    exit_code = 7


class InternalError(ModmigrateError):
    """A mistake of this program's own."""

    exit_code = 70  # EX_SOFTWARE of sysexits.h

    def __init__(self, file: str, error: BaseException) -> None:
        super().__init__(f"internal error in file {file}: {told(error)}; please report it")


def told(error: BaseException) -> str:
    """An unforeseen error in one line, with the place in this program where it arose."""
    what = " ".join(f"{type(error).__name__}: {error}".split()).rstrip(".: ")
    at = error.__traceback__
    while at is not None and at.tb_next is not None:
        at = at.tb_next
    return what if at is None else f"{what} ({Path(at.tb_frame.f_code.co_filename).name}, line {at.tb_lineno})"


def reason(error: OSError) -> str:
    """What the system says went wrong: `Permission denied`."""
    return error.strerror or str(error)


def refused(error: OSError, file: str = "") -> ModmigrateError:
    """A refusal of the system that nobody foresaw; without a file's name it was a stream or a full disk."""
    name = os.fsdecode(error.filename) if isinstance(error.filename, str | bytes) else file
    where = f"{name}: " if name else "the output "
    if error.filename is None or error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS):
        return OutputError(f"{where}cannot be written ({reason(error)})")
    return SourceError(f"{where}cannot be read ({reason(error)})")


def must_be_file(path: Path) -> None:
    """Raises SourceError unless the path leads to a file."""
    if path.is_dir():
        raise SourceError(f"{path}: this is a folder; give one module in it")
    if not path.is_file():
        raise SourceError(f"{path}: {'this is no file' if path.exists() else 'there is no such file'}")


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """The system's refusals while reading `path` become a SourceError."""
    try:
        yield
    except OSError as error:
        raise SourceError(f"{path}: cannot be read ({reason(error)})") from None


@contextmanager
def writing(path: Path) -> Iterator[None]:
    """The system's refusals while writing `path` become an OutputError."""
    try:
        yield
    except OSError as error:
        raise OutputError(f"{path}: cannot be written ({reason(error)})") from None


EXIT_CODES: dict[int, str] = {
    0: "done",
    1: "something was found: faults of a package (`check`), open doubts (`todo`), or warnings with --strict",
    2: "the command line was wrong",
    SourceError.exit_code: "the source is missing or of a kind that is not read",
    DamagedError.exit_code: "the source is damaged, encrypted or unsafe to open",
    ModelError.exit_code: "module.yaml is wrong; line and column are given",
    OutputError.exit_code: "the output cannot be written",
    BatchError.exit_code: "some of several sources failed",
    InternalError.exit_code: "an internal error; please report it",
    130: "stopped by Ctrl-C",
    143: "stopped by SIGTERM, as services and time limits send it",
}
