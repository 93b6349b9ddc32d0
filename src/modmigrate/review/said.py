"""What the program says in English, said in another language: rows of texts with gaps, as data (`said.yaml`).

Comes in: a sentence that a finding, a doubt, a piece of evidence or the ledger is told by. Goes out: the same in the
language of the page, with what the document itself says left as it is; in English where no row fits.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import cast

from ..plain_yaml.settings import settings

_FILE = Path(__file__).with_name("said.yaml")
_GAP = re.compile(r"\{(\w+)\}")
_NUMBER = r"[\d.,]+%?"
Row = tuple[re.Pattern[str], str]


def sayer(language: str) -> Callable[[str], str]:
    """What says a sentence in a language."""
    return lambda text: said(text, language)


def said(text: str, language: str) -> str:
    """A sentence in a language; as it is where no row fits."""
    for pattern, other in _rows().get(language, ()):
        if found := pattern.fullmatch(text):
            gaps = {name: said(gap, language) if name.islower() else gap for name, gap in found.groupdict().items()}
            return other.format(**gaps)
    return text


def fits(text: str, language: str) -> bool:
    """Whether a row says this, the parts that are to be said as well included."""
    found = next((f for pattern, _ in _rows()[language] if (f := pattern.fullmatch(text))), None)
    return found is not None and all(
        not gap or fits(gap, language) for name, gap in found.groupdict().items() if name.islower()
    )


@cache
def _rows() -> Mapping[str, tuple[Row, ...]]:
    known = cast("dict[str, dict[str, str]]", settings(_FILE.name, _FILE.read_bytes()))
    return {language: tuple((_pattern(row), other) for row, other in rows.items()) for language, rows in known.items()}


def _pattern(row: str) -> re.Pattern[str]:
    """A row as a pattern: its gaps hold any text, those of numbers a number; a gap at the end of a row may be empty."""
    parts = _GAP.split(row)
    out = ""
    for at, part in enumerate(parts):
        if at % 2 == 0:
            out += re.escape(part)
        else:
            last = at == len(parts) - 2 and not parts[-1] and row.endswith(("”{b}", "module{b}"))
            out += f"(?P<{part}>{_NUMBER if part[0] == 'N' else '.*' if last else '.+?'})"
    return re.compile(out, re.DOTALL)
