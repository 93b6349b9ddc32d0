"""Formulas on the page: LaTeX as MathML with a readable fallback, given MathML only where it is harmless."""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from markupsafe import Markup, escape

from ..text.formula import mathml as mathml_of
from ..text.patterns import lazy


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ELEMENTS = _words(
    "math mrow mi mn mo ms mtext mspace mfrac msqrt mroot mstyle mpadded mphantom menclose merror msub msup msubsup"
    " munder mover munderover mmultiscripts mprescripts none mtable mtr mtd mlabeledtr semantics"
)
ATTRIBUTES = _words(
    "display mathvariant accent accentunder stretchy fence separator lspace rspace minsize maxsize symmetric largeop"
    " movablelimits linethickness width height depth columnalign rowalign columnspan rowspan notation dir"
    " displaystyle scriptlevel bevelled numalign denomalign"
)
_MATHML = "http://www.w3.org/1998/Math/MathML"
_NAMES = {
    "alpha": "α", "beta": "β", "gamma": "γ", "delta": "δ", "epsilon": "ε", "eta": "η", "theta": "θ", "lambda": "λ",
    "mu": "μ", "pi": "π", "rho": "ρ", "sigma": "σ", "tau": "τ", "phi": "φ", "chi": "χ", "omega": "ω",
    "Delta": "Δ", "Sigma": "Σ", "Omega": "Ω", "times": "×", "cdot": "·", "div": "÷", "pm": "±", "le": "≤", "leq": "≤",
    "ge": "≥", "geq": "≥", "neq": "≠", "ne": "≠", "approx": "≈", "infty": "∞", "sum": "∑", "int": "∫", "sqrt": "√",
    "to": "→", "rightarrow": "→", "in": "∈", "cup": "∪", "cap": "∩", "left": "", "right": "", "quad": " ", "%": "%",
}  # fmt: skip
_SCRIPT = lazy(r"([_^])(?:\{([^{}]*)\}|([^\s{}_^]))")


def shown(latex: str, *, display: bool = False) -> Markup:
    """MathML, and beside it the formula as typed, which the style sheet shows where a browser knows no MathML."""
    made = Markup(mathml_of(latex, display))  # noqa: S704 - made of listed elements, its texts escaped
    return Markup('<span class="eq-math">{}</span><span class="eq-text">{}</span>').format(made, typed(latex))


def typed(text: str) -> Markup:
    """A formula as typed (plain or simple TeX): Greek letters, fractions with a stroke, raised and lowered signs."""
    # Words first: they stand in fractions, and what is in braces of its own would hide them.
    text = re.sub(r"\\(?:text|mathrm|mathbf|operatorname)\{([^{}]*)\}", r"\1", text)
    text = re.sub(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}", _fraction, text)
    text = re.sub(r"\\sqrt\{([^{}]*)\}", r"√(\1)", text)
    text = re.sub(r"\\([A-Za-z]+|%)", lambda m: _NAMES.get(m[1], m[1]), text)
    out = Markup()
    at = 0
    for script in _SCRIPT.finditer(text):
        tag = "sub" if script[1] == "_" else "sup"
        out += escape(text[at : script.start()]) + Markup("<{0}>{1}</{0}>").format(Markup(tag), script[2] or script[3])  # noqa: S704
        at = script.end()
    return out + escape(text[at:].replace("{", "").replace("}", ""))


def _fraction(match: re.Match[str]) -> str:
    parts = (p if re.fullmatch(r"\w+", p) else f"({p})" for p in match.groups())
    return "/".join(parts)


def mathml(text: str) -> Markup | None:
    """The formula with nothing in it but presentation MathML; None when it cannot be read."""
    if "<!" in text:
        return None  # no document type, hence no entities
    try:
        root = ET.fromstring(text)  # noqa: S314 - no entities, see above
        return _element(root) if _local(root) == "math" else None
    except ET.ParseError:
        return None


def _local(element: ET.Element) -> str:
    return element.tag.removeprefix(f"{{{_MATHML}}}") if isinstance(element.tag, str) else ""


def _element(element: ET.Element) -> Markup:
    name = _local(element)
    inner = escape(element.text or "")
    for child in element:
        inner += _element(child) + escape((child.tail or "").strip())
    if name not in ELEMENTS:
        return Markup() if name.startswith("annotation") else inner
    attributes = "".join(f' {k}="{escape(v)}"' for k, v in sorted(element.items()) if k in ATTRIBUTES)
    return Markup(f"<{name}{attributes}>{inner}</{name}>")  # noqa: S704 - names from the lists above, the rest escaped
