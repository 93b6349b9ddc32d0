"""Which way a module's text runs, and the words of buttons: English ones stand in for a language without a file."""

from __future__ import annotations

from ..languages import known, load

RIGHT_TO_LEFT = frozenset({"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"})


def direction(language: str) -> str:
    """ltr or rtl, of the module's own text."""
    code = language.split("-")[0].lower()
    return str(load(code)["direction"]) if code in known() else "rtl" if code in RIGHT_TO_LEFT else "ltr"


def spoken(language: str) -> tuple[str, str] | None:
    """Language and direction of the learner's words where they run the other way than the module's text."""
    code = language.split("-")[0].lower()
    own = str(load(code)["direction"])
    return None if own == direction(language) else (code if code in known() else "en", own)
