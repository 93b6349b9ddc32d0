"""The errors a user can meet, one class per exit code; each message is one sentence that says what to do."""

from __future__ import annotations


class ModmigrateError(Exception):
    """Base of all expected failures; the command line prints the message and exits with `exit_code`."""

    exit_code = 1


class StrictError(ModmigrateError):
    """`--strict` was given and there were warnings."""

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


EXIT_CODES: dict[int, str] = {
    0: "done",
    1: "--strict was given and there were warnings",
    2: "the command line was wrong",
    SourceError.exit_code: "the source is missing or of a kind that is not read",
    DamagedError.exit_code: "the source is damaged, encrypted or unsafe to open",
    ModelError.exit_code: "module.yaml is wrong; line and column are given",
    OutputError.exit_code: "the output cannot be written",
    BatchError.exit_code: "some of several sources failed",
}
