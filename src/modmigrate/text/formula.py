"""LaTeX, as formulas stand in module.yaml, as MathML for the page.

Only presentation MathML of a fixed list leaves here: no link, no script, no style. What cannot be read as
LaTeX is shown as it was typed. latex2mathml is loaded when the first formula is met.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from xml.etree import ElementTree as ET

from .mathletters import styled
from .patterns import lazy


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


NAMESPACE = "http://www.w3.org/1998/Math/MathML"
ELEMENTS = _words(
    "math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle mpadded mphantom menclose msub msup msubsup"
    " munder mover munderover mmultiscripts mprescripts none mtable mtr mtd"
)
ATTRIBUTES = _words(
    "display mathvariant accent accentunder stretchy fence separator lspace rspace minsize maxsize symmetric largeop"
    " movablelimits linethickness width height depth columnalign rowalign columnlines rowlines columnspan rowspan"
    " notation displaystyle scriptlevel form linebreak"
)
MAX_LENGTH = 20_000
MAX_DEPTH = 200
_TEXT = lazy(r"\\(?:text|mbox)\s*\{[^{}]*\}")
_LARGE = lazy(r"(\\(?:sum|prod|coprod|big(?:cup|cap|sqcup|vee|wedge|oplus|otimes|odot|uplus)))(?=\s*[_^])")
"""Operators whose limits stand above and below in a displayed formula; the converter sees to that at the top alone.

Where a formula is set small, in a fraction say, browsers move them to the side by themselves.
"""
_HIDE = str.maketrans("<>&", "\ue000\ue001\ue002")
_SHOW = str.maketrans("\ue000\ue001\ue002", "<>&")
# latex2mathml puts the words of \text into its XML as they are; these signs travel in disguise.


@lru_cache(maxsize=4096)
def mathml(latex: str, display: bool = False) -> str:
    """A `<math>` element as text, escaped throughout; `alttext` holds the source. Never raises."""
    # latex2mathml raises errors of many kinds on what is no LaTeX (IndexError, KeyError, its own), and may
    # recurse as deep as braces are nested.
    try:
        made = ET.fromstring(_converted(latex, display))  # noqa: S314 - made of text, without a document type
        root = _clean(made, 0)
    except Exception:
        root = None
    if root is None or root.tag != "math":
        root = ET.Element("math")
        ET.SubElement(root, "mtext").text = _plain(latex)
    root.attrib.clear()
    root.set("xmlns", NAMESPACE)
    root.set("display", "block" if display else "inline")
    root.set("alttext", _plain(latex))
    return ET.tostring(root, encoding="unicode", short_empty_elements=False)


def _converted(latex: str, display: bool) -> str:
    from latex2mathml.converter import convert

    if len(latex) > MAX_LENGTH or latex.count("{") > MAX_LENGTH // 4:
        raise ValueError("too long")
    # The converter knows the one that LaTeX has outside of formulas.
    latex = latex.replace("{aligned}", "{align*}")
    if display:
        latex = _LARGE.sub(r"\1\\limits", latex)
    made: str = convert(
        _TEXT.sub(lambda m: m[0].translate(_HIDE), _plain(latex)), display="block" if display else "inline"
    )
    return made


def _plain(text: str) -> str:
    """Without control characters, which no XML may hold."""
    return "".join(c for c in text if c in "\t\n" or unicodedata.category(c) not in ("Cc", "Cs", "Cn"))


def _clean(element: ET.Element, depth: int) -> ET.Element:
    """The element with nothing in it but what the lists allow."""
    if depth > MAX_DEPTH:
        raise ValueError("too deep")
    name = element.tag.rpartition("}")[2]
    kept = ET.Element(name if name in ELEMENTS else "mrow")
    kept.attrib = {k: v for k, v in element.attrib.items() if k in ATTRIBUTES and "(" not in v}
    kept.text = (element.text or "").translate(_SHOW)
    if name == "mi" and _is_operator(element.text or ""):
        kept.tag = "mo"
    if (variant := kept.attrib.pop("mathvariant", "")) and kept.text:
        # MathML Core, which browsers follow, knows no mathvariant but normal; the letters themselves differ.
        kept.text = "".join(styled(c, variant) for c in kept.text)
        if variant == "normal" and len(kept.text) == 1:
            kept.set("mathvariant", "normal")
    for child in element:
        inner = _clean(child, depth + 1)
        if len(kept) and kept[-1].tag == "mi" and len(kept[-1].text or "") > 1 and kept.tag == "mrow":
            _applied(kept, inner)
        kept.append(inner)
    return _lined(kept)


def _lined(element: ET.Element) -> ET.Element:
    """A line over or under a term as a drawn one: as a sign it stretches only in fonts that phones lack."""
    side = {"mover": "top", "munder": "bottom"}.get(element.tag)
    if side and len(element) == 2 and element[1].text == "―":
        made = ET.Element("menclose", notation=side)
        made.append(element[0])
        return made
    return element


def _applied(row: ET.Element, to: ET.Element) -> None:
    """The invisible sign between a function's name and what it is applied to, and the gap that belongs there."""
    ET.SubElement(row, "mo").text = "\u2061"
    if "".join(to.itertext())[:1] not in ("(", "[", "", "{"):
        ET.SubElement(row, "mspace", width="0.167em")


def _is_operator(text: str) -> bool:
    """A single sign that is no letter: LaTeX names most operators, people type them as they are."""
    return len(text) == 1 and unicodedata.category(text) in ("Sm", "Pd", "Po", "Ps", "Pe") and text not in "∞∅%#&＄"
