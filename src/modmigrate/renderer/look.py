"""How a package looks: the properties, font, logo and style additions that its themes give, colours made readable."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from ..errors import ModelError
from ..report import Code, Finding, finding
from ..templating.colours import WHITE, contrast, is_colour, mixed, readable
from ..templating.themes import Theme, chain, place
from .media import Picture, Shelf

PAPERS = {"": (WHITE, "#f6f7f5"), "-dark": ("#1a211f", "#111615")}
"""The grounds that an accent stands on as text, in light and dark (style.css: paper, ground)."""
INKS = {"ink": "#1c2523", "ink-2": "#55615e"}
LARGEST = 300_000
"""Bytes of a font or logo: more is no choice for slow lines."""


class Look(Struct, frozen=True):
    """What the themes give: `font` is the path of a font file in the package, `styles` the additions to style.css."""

    properties: dict[str, str]
    styles: str
    logo: Picture | None
    font: str
    findings: tuple[Finding, ...]


def look(templates: Path | None, theme: str | Path, shelf: Shelf) -> Look:
    """The look of a package; raises ModelError for what is no theme, notes colours that had to be corrected."""
    themes = chain(templates, theme)
    given: dict[str, str] = {}
    for own in themes:
        given = own.properties() | given
    found: list[Finding] = []
    colours = _readable(given, found)
    found += _unreadable(given)
    logo = next((_logo(t, shelf) for t in themes if t.settings.get("logo")), None)
    font = next((_font(t, shelf) for t in themes if t.table("fonts").get("file")), "")
    added = (t.folder / "add.css" for t in reversed(themes) if t.folder)
    styles = "\n".join(f.read_text("utf-8") for f in added if f.is_file())
    return Look(given | colours, styles, logo, font, tuple(found))


def _readable(given: dict[str, str], found: list[Finding]) -> dict[str, str]:
    """The accent and its companions for light and dark: what is not given is derived, what is too weak corrected."""
    out: dict[str, str] = {}
    if "brand" not in given and "brand-dark" not in given:
        return out
    for end, papers in PAPERS.items():
        wish = given.get(f"brand{end}") or (given.get("brand") if end else None)
        if wish is None:
            continue
        soft = given.get(f"brand-soft{end}") or mixed(papers[0], wish, 0.1 if not end else 0.16)
        brand = readable(wish, (*papers, soft))
        _note(found, f"brand{end}", wish, brand, told=f"brand{end}" in given)
        on = given.get(f"on-brand{end}") or (
            WHITE if contrast(WHITE, brand) >= contrast("#101010", brand) else "#101010"
        )
        fit = readable(on, (brand,))
        _note(found, f"on-brand{end}", on, fit, told=f"on-brand{end}" in given)
        out |= {f"brand{end}": brand, f"brand-soft{end}": soft, f"on-brand{end}": fit}
    return out


def _note(found: list[Finding], name: str, wish: str, used: str, *, told: bool) -> None:
    if told and wish.lower() != used.lower():
        found.append(finding(Code.COLOUR_CORRECTED, name=name, wish=wish, used=used))


def _unreadable(given: dict[str, str]) -> Iterator[Finding]:
    """Text and paper set outright: told where they are too alike, for which to change is the owner's choice."""
    papers = {name: given.get(name, fallback) for name, fallback in zip(("paper", "ground"), PAPERS[""], strict=True)}
    for ink, usual in INKS.items():
        for paper, ground in papers.items():
            if not {ink, paper} & given.keys():
                continue
            text = given.get(ink, usual)
            if not is_colour(text) or not is_colour(ground) or contrast(text, ground) < 4.5:
                yield finding(Code.COLOURS_ALIKE, one=f"{ink} {text}", other=f"{paper} {ground}")


def _beside(theme: Theme, name: str, key: str) -> bytes:
    """A file below the theme's folder. Raises ModelError for one that is elsewhere, missing or too large."""
    folder = theme.file.parent
    path = folder / name
    if not path.resolve().is_relative_to(folder.resolve()):
        raise ModelError(f"{place(theme.file, key)}: the file {name!r} is not below the theme's folder")
    if not os.path.isfile(path):
        raise ModelError(f"{place(theme.file, key)}: the file {name!r} is not there; put it beside the theme")
    data = path.read_bytes()
    if len(data) > LARGEST:
        raise ModelError(
            f"{place(theme.file, key)}: {name} has {len(data):,} bytes; learners on slow lines get {LARGEST:,} at most"
        )
    return data


def _logo(theme: Theme, shelf: Shelf) -> Picture:
    name = str(theme.settings["logo"])
    picture = shelf.add(_beside(theme, name, "logo"))
    if isinstance(picture, str):
        raise ModelError(f"{place(theme.file, 'logo')}: the logo {name} cannot be used: {picture}")
    return picture


def _font(theme: Theme, shelf: Shelf) -> str:
    name = theme.table("fonts")["file"]
    data = _beside(theme, name, "file")
    if not data.startswith(b"wOF2"):
        raise ModelError(f"{place(theme.file, 'file')}: the font {name} is no WOFF2 file")
    return shelf.keep(data, "woff2")
