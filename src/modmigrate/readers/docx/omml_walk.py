"""Office's equations (OMML), the walk: runs of signs, and constructs by their writers (see `omml_constructs`)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from lxml import etree

from ...text.patterns import lazy
from .names import MC, TEXT, M, W
from .omml_props import flag, value
from .omml_signs import FUNCTIONS, STYLES, sign
from .symbols import symbol

MAX_DEPTH = 60
_SKIPPED = frozenset({W + "del", W + "moveFrom", W + "rPr", M + "ctrlPr", M + "argPr"})
_TEXTS = frozenset({M + "t", TEXT, W + "sym"})
_BETWEEN = lazy(r"(?<=[^\W\d_]{2}) +(?=[^\W_])|(?<=[^\W_]) +(?=[^\W\d_]{2})")
SIMPLE = lazy(r"[^\\{}^_&\s]|\\[A-Za-z]+")

Writer = Callable[[etree._Element, int], str]
WRITERS: dict[str, Writer] = {}
"""A construct's element → what writes it; filled by `omml_constructs`, which needs this walk for what is inside."""


def children(element: etree._Element | None, depth: int) -> str:
    """The LaTeX of what stands in an element."""
    if element is None or depth > MAX_DEPTH:
        return ""
    return written(element, depth)


def written(elements: Iterable[etree._Element], depth: int) -> str:
    """The LaTeX of elements side by side."""
    return joined([_element(child, depth + 1) for child in elements if child.tag not in _SKIPPED])


def joined(parts: list[str]) -> str:
    """Parts side by side; a command's name must not run into a letter after it."""
    out = ""
    for part in parts:
        if part and re.search(r"\\[A-Za-z]+$", out) and part[0].isalpha():
            out += " "
        out += part
    return out


def _element(element: etree._Element, depth: int) -> str:
    tag = element.tag
    if not isinstance(tag, str):
        return ""
    if tag == M + "r":
        return _run(element)
    writer = WRITERS.get(tag.removeprefix(M)) if tag.startswith(M) else None
    if writer is not None:
        return writer(element, depth)
    if tag == W + "r":
        return _text("".join(t.text or "" for t in element.iter(TEXT)))
    if tag == MC + "Fallback" or tag.endswith("Pr"):
        return ""
    return children(element, depth)


def _run(run: etree._Element) -> str:
    text = _typed(run)
    props = run.find(M + "rPr")
    if props is None:
        return _signs(text, run)
    if flag(props, "nor"):
        return _text(text)
    style, script = value(props, "sty"), value(props, "scr")
    command = STYLES.get((script or "roman", style or "i")) or STYLES.get((script or "roman", "i"), "")
    signs = _signs(text, run)
    if style == "p" and not script and re.fullmatch(r"[^\W\d_]{2,}", text.strip()) and signs not in FUNCTIONS.values():
        return f"\\operatorname{{{text.strip()}}}"
    if signs in FUNCTIONS.values() and (style or "p") == "p":
        return signs
    return f"{command}{{{signs}}}" if command and text.strip() else signs


def _typed(run: etree._Element | None) -> str:
    """The text of an m:r; none of what is no run."""
    if run is None or run.tag != M + "r":
        return ""
    return "".join(symbol(t) if t.tag == W + "sym" else t.text or "" for t in run if t.tag in _TEXTS)


def _signs(text: str, run: etree._Element) -> str:
    if style := FUNCTIONS.get(text.strip()):
        return style
    if " " in text:
        # LaTeX sets no blanks; between words they are meant. Word may keep each word, and each blank, in its own run.
        before = _typed(run.getprevious())
        around = before + text + _typed(run.getnext())
        meant = {n for found in _BETWEEN.finditer(around) for n in range(found.start(), found.start() + 1)}
        text = "".join("\u00a0" if n + len(before) in meant else c for n, c in enumerate(text))
    return joined([sign(c) for c in text])


def _text(text: str) -> str:
    return f"\\text{{{_escaped(text)}}}" if text.strip() else "\\ " * bool(text)


def _escaped(text: str) -> str:
    return re.sub(r"[{}\\]", "", text).replace("$", "＄")


def arg(element: etree._Element, name: str, depth: int) -> str:
    """The LaTeX of a construct\'s argument, such as `num` of a fraction."""
    return children(element.find(M + name), depth)


def base(element: etree._Element, depth: int) -> str:
    """What scripts stand at, braced unless it is a single sign."""
    inner = arg(element, "e", depth)
    return inner if SIMPLE.fullmatch(inner) else f"{{{inner}}}"
