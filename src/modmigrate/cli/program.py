"""The program around the commands: failures as sentences and exit codes, and streams that take any text."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from inspect import cleandoc
from typing import Any

import click

from ..errors import BatchError, InternalError, ModmigrateError, OutputError, StrictError, refused
from ..languages.designers import KNOWN, helped, use
from .signs import say, visible


def _speak(_context: click.Context, _option: click.Parameter, value: str | None) -> None:
    if value:  # What the program was told before the command holds for the command, too.
        use(value)


def ui_language() -> click.Option:
    """The language that people are spoken to in; that of their system by default."""
    return click.Option(
        ["--ui-language"], type=click.Choice(KNOWN), expose_value=False, is_eager=True, callback=_speak,
        help="The language of messages; by default that of the system (LANG).",
    )  # fmt: skip


class _Formatter(click.HelpFormatter):
    """Help whose headings are in the language of people."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """See click."""
        super().write_usage(prog, args, prefix or f"{helped('Usage:')} ")

    def write_heading(self, heading: str) -> None:
        """See click."""
        super().write_heading(helped(heading))


class _Context(click.Context):
    formatter_class = _Formatter


class _Spoken(click.Command):
    """What is helped with in the language of people, and can be told which."""

    context_class = _Context

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.params.append(ui_language())

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """See click, in the language of people."""
        with _own_words(self, ctx):
            super().format_help(ctx, formatter)


class Command(_Spoken):
    """A command whose failures are one sentence on stderr and a documented exit code."""

    def get_short_help_str(self, limit: int = 45) -> str:  # noqa: ARG002 (click gives it)
        """What the list of commands says of it: its first paragraph, whole; click would cut it at the line's end."""
        return " ".join(cleandoc(self.help or "").split("\n\n")[0].split())

    def invoke(self, ctx: click.Context) -> Any:
        """Run; turn errors into sentences. The system's refusals are left to the Group."""
        try:
            return super().invoke(ctx)
        except ModmigrateError as error:
            failure: ModmigrateError = error
        except (click.ClickException, click.Abort, click.exceptions.Exit, OSError):
            raise
        except Exception as error:
            if ctx.params.get("verbose"):
                import traceback

                say(traceback.format_exc().rstrip())
            failure = InternalError(_named(ctx), error)
        say(str(failure))
        _report(ctx, failure)
        return ctx.exit(failure.exit_code)


def _report(ctx: click.Context, failure: ModmigrateError) -> None:
    """The report is there whatever fails; an output that was refused may be the report itself."""
    from .shown import Shown

    shown, report = ctx.meta.get(Shown.__name__), ctx.params.get("report")
    if report is None or isinstance(failure, StrictError | BatchError) or (shown is None and _refuses(failure)):
        return
    with ctx:
        shown = shown or Shown(strict=False, report=report, quiet=True, verbose=False)
    shown.failed(_named(ctx), str(failure))
    with suppress(ModmigrateError):
        shown.write()


def _refuses(failure: ModmigrateError) -> bool:
    return isinstance(failure, OutputError)


def _named(ctx: click.Context) -> str:
    """The name of what a command was about."""
    given = ctx.params.get("source") or ctx.params.get("module") or next(iter(ctx.params.get("sources") or ()), None)
    return given.name if given else ctx.info_name or ""


@contextmanager
def _own_words(command: click.Command, ctx: click.Context) -> Iterator[None]:
    """What a command and those below it say of themselves, in the language of people, while help is shown."""
    commands = [command, *(command.commands.values() if isinstance(command, click.Group) else ())]
    kept: list[tuple[Any, str, str]] = []
    for one in commands:
        options = [p for p in one.get_params(ctx) if isinstance(p, click.Option)]
        for thing, name in ((one, "help"), (one, "epilog"), *((option, "help") for option in options)):
            text = getattr(thing, name)
            if text:
                kept.append((thing, name, text))
                setattr(thing, name, helped(text))
    try:
        yield
    finally:
        for thing, name, text in kept:
            setattr(thing, name, text)


class Group(_Spoken, click.Group):
    """The program; all its commands are of our kind."""

    command_class = Command

    def invoke(self, ctx: click.Context) -> Any:
        """Run a command; what is wrong with its line may name a file whose name steers a terminal."""
        try:
            return super().invoke(ctx)
        except click.ClickException as error:
            error.message = visible(error.message)  # type: ignore[misc]  # final, but shown by more than one method
            raise

    def main(self, *args: Any, **kwargs: Any) -> Any:
        """Run; what the system refuses is one sentence, too. A reader that has had enough (`| head`) is none."""
        use()
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper) and stream.errors != "surrogateescape":
                stream.reconfigure(errors="replace")
        try:
            return super().main(*args, **kwargs)
        except OSError as error:
            failure = refused(error)
            with suppress(OSError):
                say(str(failure))
            _drop_stdout()
            sys.exit(failure.exit_code)


def as_utf8() -> None:
    """JSON is UTF-8 wherever it goes, except to a terminal, which knows better."""
    if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")


def _drop_stdout() -> None:
    """What stdout could not take would be tried again at the end, with a traceback."""
    stream = sys.__stdout__
    if stream is None or stream is not sys.stdout:
        return
    try:
        stream.flush()
    except OSError:
        with suppress(OSError):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
