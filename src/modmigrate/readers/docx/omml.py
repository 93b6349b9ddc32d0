"""Office's equations (OMML) as LaTeX: every construct of ECMA-376 part 1, 22.1.

What the learner's page shows is made of this text by `modmigrate.formula`; people edit it in module.yaml
between dollar signs, so it holds no dollar sign, no line break and no blank at its ends.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from lxml import etree

from .names import MC, TEXT, M, W, is_on
from .omml_props import MVAL, char, flag, is_set, prop, value
from .omml_signs import ACCENTS, BRACKETS, FUNCTIONS, GROUPS, OPERATORS, STYLES, sign

MAX_DEPTH = 60
_SKIPPED = frozenset({W + "del", W + "moveFrom", W + "rPr", M + "ctrlPr", M + "argPr"})
_LINE = " \\\\ "
_SIMPLE = re.compile(r"[^\\{}^_&\s]|\\[A-Za-z]+")


def latex(element: etree._Element) -> str:
    """The LaTeX of an m:oMath; '' for an empty one."""
    return re.sub(r"\s+", " ", _children(element, 0)).strip()


def _children(element: etree._Element | None, depth: int) -> str:
    if element is None or depth > MAX_DEPTH:
        return ""
    return _joined([_element(child, depth + 1) for child in element if child.tag not in _SKIPPED])


def _joined(parts: list[str]) -> str:
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
    return _children(element, depth)


def _run(run: etree._Element) -> str:
    text = "".join(t.text or "" for t in run if t.tag in (M + "t", TEXT))
    props = run.find(M + "rPr")
    if props is None:
        return _signs(text)
    if flag(props, "nor"):
        return _text(text)
    style, script = value(props, "sty"), value(props, "scr")
    command = STYLES.get((script or "roman", style or "i")) or STYLES.get((script or "roman", "i"), "")
    signs = _signs(text)
    if style == "p" and not script and re.fullmatch(r"[^\W\d_]{2,}", text.strip()) and signs not in FUNCTIONS.values():
        return f"\\operatorname{{{text.strip()}}}"
    if signs in FUNCTIONS.values() and (style or "p") == "p":
        return signs
    return f"{command}{{{signs}}}" if command and text.strip() else signs


def _signs(text: str) -> str:
    if style := FUNCTIONS.get(text.strip()):
        return style
    # LaTeX sets no blanks; between words they are meant.
    spaced = re.sub(r"(?<=[^\W\d_]{2}) +| +(?=[^\W\d_]{2})", "\u00a0", text)
    return _joined([sign(c) for c in spaced])


def _text(text: str) -> str:
    return f"\\text{{{_escaped(text)}}}" if text.strip() else "\\ " * bool(text)


def _escaped(text: str) -> str:
    return re.sub(r"[{}\\]", "", text).replace("$", "＄")


def _arg(element: etree._Element, name: str, depth: int) -> str:
    return _children(element.find(M + name), depth)


def _base(element: etree._Element, depth: int) -> str:
    """What scripts stand at, braced unless it is a single sign."""
    inner = _arg(element, "e", depth)
    return inner if _SIMPLE.fullmatch(inner) else f"{{{inner}}}"


def _acc(element: etree._Element, depth: int) -> str:
    command = ACCENTS.get(char(element, "chr", "\u0302"), "")
    inner = _arg(element, "e", depth)
    if not command:
        return f"\\overset{{{sign(char(element, 'chr', ''))}}}{{{inner}}}"
    wide = {"\\hat": "\\widehat", "\\tilde": "\\widetilde", "\\vec": "\\overrightarrow", "\\bar": "\\overline"}
    return f"{command if _SIMPLE.fullmatch(inner) else wide.get(command, command)}{{{inner}}}"


def _bar(element: etree._Element, depth: int) -> str:
    found = prop(element, "pos")
    command = "overline" if found is not None and found.get(MVAL) == "top" else "underline"
    return f"\\{command}{{{_arg(element, 'e', depth)}}}"


def _border_box(element: etree._Element, depth: int) -> str:
    inner = _arg(element, "e", depth)
    if any(is_set(element, side) for side in ("strikeBLTR", "strikeTLBR", "strikeH", "strikeV")):
        return f"\\cancel{{{inner}}}"
    return f"\\boxed{{{inner}}}"


def _delimiters(element: etree._Element, depth: int) -> str:
    between = char(element, "sepChr", "|")
    parts = [_children(e, depth) for e in element.iterchildren(M + "e")]
    inner = _joined([p for part in parts for p in (sign(between) if between else "", part)][1:])
    begin, end = char(element, "begChr", "("), char(element, "endChr", ")")
    return f"\\left{_bracket(begin)} {inner}\\right{_bracket(end)} "


def _bracket(mark: str) -> str:
    return BRACKETS.get(mark, mark if mark == "/" else ".")


def _rows(element: etree._Element, depth: int) -> str:
    """An array of equations; an & in them marks where they line up."""
    rows = [_children(e, depth).replace("\\&", " & ") for e in element.iterchildren(M + "e")]
    stops = max((row.count("&") for row in rows), default=0)
    columns = ("rl" * (stops + 1))[: stops + 1] if stops else "l"
    return f"\\begin{{array}}{{{columns}}} {_LINE.join(rows)} \\end{{array}}"


def _fraction(element: etree._Element, depth: int) -> str:
    found = prop(element, "type")
    kind = "bar" if found is None else found.get(MVAL) or "bar"
    above, below = _arg(element, "num", depth), _arg(element, "den", depth)
    if kind == "noBar":
        return f"\\begin{{matrix}} {above} \\\\ {below} \\end{{matrix}}"
    if kind == "skw":
        return f"{{}}^{{{above}}}/_{{{below}}}"
    if kind == "lin":
        return f"{{{above}}}/{{{below}}}"
    return f"\\frac{{{above}}}{{{below}}}"


def _function(element: etree._Element, depth: int) -> str:
    name = _arg(element, "fName", depth)
    return (
        _joined([name, _arg(element, "e", depth)]) if name.startswith("\\") else f"{name} {_arg(element, 'e', depth)}"
    )


def _group(element: etree._Element, depth: int) -> str:
    mark = char(element, "chr", "⏟")
    found = prop(element, "pos")
    above = found is not None and found.get(MVAL) == "top"
    inner = _arg(element, "e", depth)
    if command := GROUPS.get((mark, above)):
        return f"{command}{{{inner}}}"
    # The sign is the base and the words stand over or under it, as in reaction arrows.
    return f"\\{'overset' if not above else 'underset'}{{{inner}}}{{{sign(mark)}}}"


def _limit(command: str) -> Callable[[etree._Element, int], str]:
    def write(element: etree._Element, depth: int) -> str:
        base, limit = _arg(element, "e", depth), _arg(element, "lim", depth)
        mark = "_" if command == "underset" else "^"
        if base in FUNCTIONS.values():
            return f"{base}\\limits{mark}{{{limit}}}"
        if base.startswith(("\\overbrace", "\\underbrace")):
            return f"{base}{mark}{{{limit}}}"
        return f"\\{command}{{{limit}}}{{{base}}}"

    return write


def _matrix(element: etree._Element, depth: int) -> str:
    rows = (
        " & ".join(_children(e, depth) for e in row.iterchildren(M + "e")) for row in element.iterchildren(M + "mr")
    )
    return f"\\begin{{matrix}} {_LINE.join(rows)} \\end{{matrix}}"


def _nary(element: etree._Element, depth: int) -> str:
    mark = char(element, "chr", "∫")
    operator = OPERATORS.get(mark) or sign(mark)
    found = prop(element, "limLoc")
    integral = mark in "∫∬∭∮∯∰"
    above = not integral if found is None else found.get(MVAL) == "undOvr"
    sub = "" if is_set(element, "subHide") else _arg(element, "sub", depth)
    sup = "" if is_set(element, "supHide") else _arg(element, "sup", depth)
    scripts = (f"_{{{sub}}}" if sub else "") + (f"^{{{sup}}}" if sup else "")
    where = "" if above != integral or not scripts else "\\limits" if above else "\\nolimits"
    return _joined([f"{operator}{where}{scripts}", " " + _arg(element, "e", depth)])


def _phantom(element: etree._Element, depth: int) -> str:
    shown = prop(element, "show")
    inner = _arg(element, "e", depth)
    return f"\\phantom{{{inner}}}" if shown is not None and not is_on(shown.get(MVAL)) else f"{{{inner}}}"


def _radical(element: etree._Element, depth: int) -> str:
    degree = "" if is_set(element, "degHide") else _arg(element, "deg", depth)
    inner = _arg(element, "e", depth)
    return f"\\sqrt[{degree}]{{{inner}}}" if degree else f"\\sqrt{{{inner}}}"


def _scripts(*places: tuple[str, str]) -> Callable[[etree._Element, int], str]:
    def write(element: etree._Element, depth: int) -> str:
        marks = "".join(f"{mark}{{{_arg(element, name, depth)}}}" for mark, name in places)
        return f"{_base(element, depth)}{marks}"

    return write


def _before(element: etree._Element, depth: int) -> str:
    sub, sup = _arg(element, "sub", depth), _arg(element, "sup", depth)
    return f"{{}}_{{{sub}}}^{{{sup}}}{_base(element, depth)}"


def _box(element: etree._Element, depth: int) -> str:
    return f"{{{_arg(element, 'e', depth)}}}"


WRITERS: dict[str, Callable[[etree._Element, int], str]] = {
    "acc": _acc,
    "bar": _bar,
    "box": _box,
    "borderBox": _border_box,
    "d": _delimiters,
    "eqArr": _rows,
    "f": _fraction,
    "func": _function,
    "groupChr": _group,
    "limLow": _limit("underset"),
    "limUpp": _limit("overset"),
    "m": _matrix,
    "nary": _nary,
    "phant": _phantom,
    "rad": _radical,
    "sPre": _before,
    "sSub": _scripts(("_", "sub")),
    "sSubSup": _scripts(("_", "sub"), ("^", "sup")),
    "sSup": _scripts(("^", "sup")),
}
"""A construct's element → what writes it (ECMA-376 part 1, 22.1.2)."""
