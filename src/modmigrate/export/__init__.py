"""The questions of a module as a bank that other programs import.

In: a module and its pictures. Out: a file of one of `FORMATS`, and a finding for all that this format does not hold.
A question whose answer is not known, or doubtful, is never given one: it goes out as an open question where the format
has such, else it is left out, and a finding names it either way.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import cast

from msgspec import Struct

from ..errors import ModelError
from ..module import Module
from ..report import Finding
from .bank import OPEN, Bank, Entry, bank
from .table import FORMATS, Format
from .telling import told

__all__ = ["FORMATS", "Exported", "export"]


class Exported(Struct, frozen=True):
    """A bank's bytes, how many questions it holds, how many of these have a key, and what it does not hold."""

    data: bytes
    questions: int
    keyed: int
    findings: tuple[Finding, ...]


def export(module: Module, media: Mapping[str, bytes], to: str) -> Exported:
    """The questions of a module in the format of this name, a key of `FORMATS`.

    Raises ModelError for a module none of whose questions the format holds.
    """
    form = FORMATS[to]
    whole = bank(module, media)
    held, refused = _planned(whole, form)
    if not whole.entries:
        raise ModelError("this module has no questions; there is nothing to export")
    if not held.entries:
        reasons = ", ".join(dict.fromkeys(why for _, why in refused))
        raise ModelError(f"{form.title} holds none of the {len(whole.entries)} questions of this module: {reasons}")
    data = cast("bytes", import_module(f".formats.{form.file}", __package__).write(held))
    keyed = sum(entry.form != OPEN and entry.question.scored for entry in held.entries)
    return Exported(data, len(held.entries), keyed, tuple(told(form, whole, held, refused)))


def _planned(whole: Bank, form: Format) -> tuple[Bank, list[tuple[Entry, str]]]:
    """The bank as this format holds it: each question in its own form, open, or left out with a reason."""
    kept: list[Entry] = []
    refused: list[tuple[Entry, str]] = []
    for entry in whole.entries:
        why = form.why_not(entry)
        if not why:
            kept.append(entry)
        elif form.opens and entry.answerable:
            kept.append(entry.opened())
            refused.append((entry.opened(), why))
        else:
            refused.append((entry, why))
    return whole.of(kept), refused
