"""What is said to people, without signs that steer a terminal: documents, file names and module.yaml are strangers'."""

from __future__ import annotations

import sys

import click

from ..languages.designers import sentence
from ..text.patterns import lazy

_STEERING = lazy("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]")
"""Control signs (ECMA-48), and those that turn the order of others round (Unicode Standard Annex 9)."""


def visible(text: str) -> str:
    """The text with such signs spelled out, as JSON does: `\\u001b`. Lines and tabs stay."""
    return _STEERING.sub(lambda m: f"\\u{ord(m[0]):04x}", text)


def say(text: str) -> None:
    """Tell people, on stderr, in their language."""
    click.echo(visible(sentence(text)), err=True)


def give(text: str) -> None:
    """A result, on stdout: to other programs exactly, to a terminal without what steers it."""
    click.echo(visible(text) if sys.stdout.isatty() else text)
