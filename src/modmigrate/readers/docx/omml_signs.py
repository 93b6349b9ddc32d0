"""Signs of equations and their LaTeX names."""

from __future__ import annotations

import unicodedata


def _words(text: str) -> list[str]:
    return text.split()


ESCAPES = {
    "\\": "\\backslash ", "{": "\\{", "}": "\\}", "#": "\\#", "&": "\\&", "%": "\\%", "_": "\\_", "^": "\\hat{}",
    "~": "\\sim ", "$": "＄", "\u00a0": "\\ ", "\u2003": "\\quad ", "\u2002": "\\ ", "\u2009": "\\,", "\u200a": "\\,",
    "\u2005": "\\:", "\u2004": "\\:", "\u2006": "\\,", "\u2062": "", "\u2061": "", "\u2063": "", "\u2064": "",
    "\u200b": "", "−": "-", "\u2032": "'", "\n": " ",
}  # fmt: skip
"""Signs that mean something to LaTeX, or nothing to a reader. A dollar sign would end the formula in module.yaml."""

COMMANDS = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "varepsilon", "ϵ": "epsilon", "ζ": "zeta", "η": "eta",
    "θ": "theta", "ϑ": "vartheta", "ι": "iota", "κ": "kappa", "λ": "lambda", "μ": "mu", "ν": "nu", "ξ": "xi",
    "π": "pi", "ρ": "rho", "σ": "sigma", "ς": "varsigma", "τ": "tau", "υ": "upsilon", "φ": "varphi", "ϕ": "phi",
    "χ": "chi", "ψ": "psi", "ω": "omega", "Γ": "Gamma", "Δ": "Delta", "Θ": "Theta", "Λ": "Lambda", "Ξ": "Xi",
    "Π": "Pi", "Σ": "Sigma", "Υ": "Upsilon", "Φ": "Phi", "Ψ": "Psi", "Ω": "Omega", "×": "times", "⋅": "cdot",
    "·": "cdot", "÷": "div", "±": "pm", "∓": "mp", "≤": "leq", "≥": "geq", "≠": "neq", "≈": "approx", "≡": "equiv",
    "≅": "cong", "∼": "sim", "∝": "propto", "∞": "infty", "∂": "partial", "∇": "nabla", "∈": "in", "∉": "notin",
    "⊂": "subset", "⊆": "subseteq", "⊃": "supset", "⊇": "supseteq", "∪": "cup", "∩": "cap", "∅": "emptyset",
    "∀": "forall", "∃": "exists", "¬": "neg", "∧": "wedge", "∨": "vee", "→": "rightarrow", "←": "leftarrow",
    "↔": "leftrightarrow", "⇒": "Rightarrow", "⇐": "Leftarrow", "⇔": "Leftrightarrow", "↦": "mapsto", "∴": "therefore",
    "∵": "because", "∠": "angle", "⊥": "perp", "∥": "parallel", "∘": "circ", "∙": "bullet", "…": "ldots", "⋯": "cdots",
    "⋮": "vdots", "⋱": "ddots", "ℏ": "hbar", "ℓ": "ell", "≪": "ll", "≫": "gg", "⊕": "oplus", "⊗": "otimes",
    "∑": "sum", "∏": "prod", "∫": "int", "√": "surd",
}  # fmt: skip

OPERATORS = {
    "∑": "\\sum", "∏": "\\prod", "∐": "\\coprod", "∫": "\\int", "∬": "\\iint", "∭": "\\iiint", "∮": "\\oint",
    "∯": "\\oiint", "∰": "\\oiiint", "⋃": "\\bigcup", "⋂": "\\bigcap", "⋁": "\\bigvee", "⋀": "\\bigwedge",
    "⨁": "\\bigoplus", "⨂": "\\bigotimes", "⨀": "\\bigodot",
}  # fmt: skip
"""Big operators of m:nary."""

ACCENTS = {
    "\u0302": "\\hat", "^": "\\hat", "\u0303": "\\tilde", "~": "\\tilde", "\u0304": "\\bar", "\u0305": "\\bar",
    "¯": "\\bar", "\u0307": "\\dot", "˙": "\\dot", "\u0308": "\\ddot", "¨": "\\ddot", "\u20db": "\\dddot",
    "\u0301": "\\acute", "´": "\\acute", "\u0300": "\\grave", "`": "\\grave", "\u0306": "\\breve", "˘": "\\breve",
    "\u030c": "\\check", "ˇ": "\\check", "\u20d7": "\\vec", "→": "\\vec", "\u20d6": "\\overleftarrow",
    "\u20e1": "\\overleftrightarrow", "\u0332": "\\underline",
}  # fmt: skip
"""Combining signs of m:acc, and the spacing signs that other writers put there."""

BRACKETS = {
    "{": "\\{", "}": "\\}", "⟨": "\\langle", "⟩": "\\rangle", "〈": "\\langle", "〉": "\\rangle", "⌊": "\\lfloor",
    "⌋": "\\rfloor", "⌈": "\\lceil", "⌉": "\\rceil", "‖": "\\Vert", "∥": "\\Vert", "|": "|", "∣": "|", "(": "(",
    ")": ")", "[": "[", "]": "]", "": ".",
}  # fmt: skip

GROUPS = {
    ("⏟", False): "\\underbrace", ("⏞", True): "\\overbrace", ("→", True): "\\overrightarrow",
    ("←", True): "\\overleftarrow", ("↔", True): "\\overleftrightarrow", ("¯", True): "\\overline",
    ("\u0332", False): "\\underline", ("_", False): "\\underline",
}  # fmt: skip
"""m:groupChr: sign, and whether it stands above."""

FUNCTIONS = {
    name: "\\" + name
    for name in _words(
        "sin cos tan cot sec csc arcsin arccos arctan sinh cosh tanh coth log ln lim exp max min sup inf det dim gcd"
        " arg deg hom ker"
    )
}
"""Names of functions, upright by themselves."""

STYLES = {
    ("roman", "p"): "\\mathrm", ("roman", "b"): "\\mathbf", ("roman", "bi"): "\\boldsymbol",
    ("script", "i"): "\\mathcal", ("fraktur", "i"): "\\mathfrak", ("double-struck", "i"): "\\mathbb",
    ("sans-serif", "i"): "\\mathsf", ("monospace", "i"): "\\mathtt",
}  # fmt: skip
"""m:scr and m:sty of a run → the command around it; italic is what letters are anyway."""


def sign(char: str) -> str:
    """One sign in LaTeX; letters of the mathematical alphabets become commands around plain ones."""
    if char in ESCAPES:
        return ESCAPES[char]
    if name := COMMANDS.get(char):
        return f"\\{name}"
    if 0x1D400 <= ord(char or " ") <= 0x1D7FF:
        return _letter(char)
    return char


def _letter(char: str) -> str:
    plain = unicodedata.normalize("NFKC", char)
    name = unicodedata.name(char, "")
    inner = sign(plain)
    for words, command in (("DOUBLE-STRUCK", "mathbb"), ("FRAKTUR", "mathfrak"), ("SCRIPT", "mathcal"),
                           ("SANS-SERIF", "mathsf"), ("MONOSPACE", "mathtt"), ("BOLD ITALIC", "boldsymbol"),
                           ("BOLD", "mathbf")):  # fmt: skip
        if words in name:
            return f"\\{command}{{{inner}}}"
    return inner
