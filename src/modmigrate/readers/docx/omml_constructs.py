"""The constructs of Office's equations as LaTeX: every one of ECMA-376 part 1, 22.1."""

from __future__ import annotations

from lxml import etree

from .names import M, is_on
from .omml_props import MVAL, char, is_set, prop
from .omml_signs import ACCENTS, BRACKETS, FUNCTIONS, GROUPS, OPERATORS, sign
from .omml_walk import SIMPLE, WRITERS, Writer, arg, base, children, joined

_LINE = " \\\\ "
_STRUCK = ("\\sout", "\\cancel", "\\bcancel", "\\xcancel")


def _acc(element: etree._Element, depth: int) -> str:
    command = ACCENTS.get(char(element, "chr", "\u0302"), "")
    inner = arg(element, "e", depth)
    if not command:
        return f"\\overset{{{sign(char(element, 'chr', ''))}}}{{{inner}}}"
    wide = {"\\hat": "\\widehat", "\\tilde": "\\widetilde", "\\vec": "\\overrightarrow", "\\bar": "\\overline"}
    return f"{command if SIMPLE.fullmatch(inner) else wide.get(command, command)}{{{inner}}}"


def _bar(element: etree._Element, depth: int) -> str:
    found = prop(element, "pos")
    command = "overline" if found is not None and found.get(MVAL) == "top" else "underline"
    return f"\\{command}{{{arg(element, 'e', depth)}}}"


def _border_box(element: etree._Element, depth: int) -> str:
    inner = arg(element, "e", depth)
    up, down = is_set(element, "strikeBLTR"), is_set(element, "strikeTLBR")
    if is_set(element, "strikeH") or is_set(element, "strikeV"):
        inner = f"\\sout{{{inner}}}"
    if up or down:
        inner = f"\\{'xcancel' if up and down else 'cancel' if up else 'bcancel'}{{{inner}}}"
    sides = [side for side in ("Top", "Bot", "Left", "Right") if not is_set(element, f"hide{side}")]
    # LaTeX knows no other boxes with open sides.
    command = {"Top": "overline", "Bot": "underline"}.get(" ".join(sides), "boxed")
    return f"\\{command}{{{inner}}}" if sides and not inner.startswith(_STRUCK) else inner


def _delimiters(element: etree._Element, depth: int) -> str:
    between = char(element, "sepChr", "|")
    parts = [children(e, depth) for e in element.iterchildren(M + "e")]
    inner = joined([p for part in parts for p in (sign(between) if between else "", part)][1:])
    begin, end = char(element, "begChr", "("), char(element, "endChr", ")")
    return f"\\left{_bracket(begin)} {inner}\\right{_bracket(end)} "


def _bracket(mark: str) -> str:
    return BRACKETS.get(mark, mark if mark == "/" else ".")


def _rows(element: etree._Element, depth: int) -> str:
    """An array of equations; an & in them marks where they line up."""
    rows = [children(e, depth).replace("\\&", " & ") for e in element.iterchildren(M + "e")]
    if len(rows) == 1:
        # Word wraps a displayed equation in an array of its own; in one, sums and fractions would be set small.
        return rows[0].replace(" & ", "")
    return aligned(rows if any("&" in row for row in rows) else [f"& {row}" for row in rows])


def aligned(rows: list[str]) -> str:
    """Equations below each other, in the size of displayed ones."""
    return f"\\begin{{aligned}} {_LINE.join(rows)} \\end{{aligned}}"


def _fraction(element: etree._Element, depth: int) -> str:
    found = prop(element, "type")
    kind = "bar" if found is None else found.get(MVAL) or "bar"
    above, below = arg(element, "num", depth), arg(element, "den", depth)
    if kind == "noBar":
        return f"\\begin{{matrix}} {above} \\\\ {below} \\end{{matrix}}"
    if kind == "skw":
        return f"{{}}^{{{above}}}/_{{{below}}}"
    if kind == "lin":
        return f"{{{above}}}/{{{below}}}"
    return f"\\frac{{{above}}}{{{below}}}"


def _function(element: etree._Element, depth: int) -> str:
    name = arg(element, "fName", depth)
    return joined([name, arg(element, "e", depth)]) if name.startswith("\\") else f"{name} {arg(element, 'e', depth)}"


def _group(element: etree._Element, depth: int) -> str:
    mark = char(element, "chr", "⏟")
    found = prop(element, "pos")
    above = found is not None and found.get(MVAL) == "top"
    inner = arg(element, "e", depth)
    if command := GROUPS.get((mark, above)):
        return f"{command}{{{inner}}}"
    # The sign is the base and the words stand over or under it, as in reaction arrows.
    return f"\\{'overset' if not above else 'underset'}{{{inner}}}{{{sign(mark)}}}"


def _limit(command: str) -> Writer:
    def write(element: etree._Element, depth: int) -> str:
        base, limit = arg(element, "e", depth), arg(element, "lim", depth)
        mark = "_" if command == "underset" else "^"
        if base in FUNCTIONS.values():
            return f"{base}\\limits{mark}{{{limit}}}"
        if base.startswith(("\\overbrace", "\\underbrace")):
            return f"{base}{mark}{{{limit}}}"
        return f"\\{command}{{{limit}}}{{{base}}}"

    return write


def _matrix(element: etree._Element, depth: int) -> str:
    rows = (" & ".join(children(e, depth) for e in row.iterchildren(M + "e")) for row in element.iterchildren(M + "mr"))
    return f"\\begin{{matrix}} {_LINE.join(rows)} \\end{{matrix}}"


def _nary(element: etree._Element, depth: int) -> str:
    mark = char(element, "chr", "∫")
    operator = OPERATORS.get(mark) or sign(mark)
    found = prop(element, "limLoc")
    integral = mark in "∫∬∭∮∯∰"
    above = not integral if found is None else found.get(MVAL) == "undOvr"
    sub = "" if is_set(element, "subHide") else arg(element, "sub", depth)
    sup = "" if is_set(element, "supHide") else arg(element, "sup", depth)
    scripts = (f"_{{{sub}}}" if sub else "") + (f"^{{{sup}}}" if sup else "")
    where = "" if above != integral or not scripts else "\\limits" if above else "\\nolimits"
    return joined([f"{operator}{where}{scripts}", " " + arg(element, "e", depth)])


def _phantom(element: etree._Element, depth: int) -> str:
    shown = prop(element, "show")
    inner = arg(element, "e", depth)
    return f"\\phantom{{{inner}}}" if shown is not None and not is_on(shown.get(MVAL)) else f"{{{inner}}}"


def _radical(element: etree._Element, depth: int) -> str:
    degree = "" if is_set(element, "degHide") else arg(element, "deg", depth)
    inner = arg(element, "e", depth)
    return f"\\sqrt[{degree}]{{{inner}}}" if degree else f"\\sqrt{{{inner}}}"


def _scripts(*places: tuple[str, str]) -> Writer:
    def write(element: etree._Element, depth: int) -> str:
        marks = "".join(f"{mark}{{{arg(element, name, depth)}}}" for mark, name in places)
        return f"{base(element, depth)}{marks}"

    return write


def _before(element: etree._Element, depth: int) -> str:
    sub, sup = arg(element, "sub", depth), arg(element, "sup", depth)
    return f"{{}}_{{{sub}}}^{{{sup}}}{base(element, depth)}"


def _box(element: etree._Element, depth: int) -> str:
    return f"{{{arg(element, 'e', depth)}}}"


WRITERS.update(
    {
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
)
"""By element (ECMA-376 part 1, 22.1.2)."""
