"""Labels of lists and questions, typed or from Word: what they are, and the numbers they stand for."""

from __future__ import annotations

import re
import unicodedata

from msgspec import Struct
from msgspec.structs import replace

from ...document import Paragraph
from ...text.digits import count
from ...text.patterns import lazy

LETTER = r"(?:[A-Za-zＡ-Ｚａ-ｚ]|[أابجدهوزح]ـ?(?!\w)|[א-ח]['׳]?(?!\w)|[アイウエオカ](?!\w))"
"""A letter that labels an option or a section: Latin, full-width, Arabic (in the order of أبجد), Hebrew, katakana."""
_ALPHABETS = ("أبجدهوزح", "אבגדהוזח", "アイウエオカ")
TYPED = lazy(
    r"\s*(?P<open>[(（])?(?:"
    r"(?P<multi>\d{1,2}(?:\.\d{1,2}){1,3})\.?(?=\s)"
    r"|(?P<number>\d{1,3}|\d{4}(?=[.)]\s))(?:[-–]\d{1,3}(?=[.)]\s))?(?P<n_end>\s?(?:\.\)|[.)、．）])(?:-(?=\s))?|\s*[-–:：](?=\s))(?!\d)"
    r"|(?P<roman>[IVX]{1,5}|[ivx]{2,5})(?P<r_end>\.\)|[.)])(?=\s)"
    rf"|(?P<star>[*✓✔√☑]\s?)?(?P<letter>{LETTER})"
    r"(?P<l_end>\s?(?:\.\)|[.)、．）])|\s?\([ \t]+\)|(?<=[^\x00-\x7f])\s?[-–](?=\s)|(?<=[ア-カ])(?=\s))(?![A-Za-z]\.)"
    r"|(?P<han>[一二三四五六七八九十]{1,3})(?:、(?![一二三四五六七八九十])|(?<=[（(].)[）)]|(?<=[（(]..)[）)])"
    r"|(?P<circled>[①-⑳])"
    r"|(?P<bullet>[-–•*§●▪■◆➢✓○→⇒➔](?=\s)|[•●▪■◆➢✓○・►▸❖➤\ue000-\uf8ff])"
    r")\s*"
)
_ASKING = (
    r"(?:Q|No|Soal|Soalan|Question|Pertanyaan|Nomor|Pregunta|Questão|Pergunta|Frage|Domanda|Vraag|Soru|Câu(?: hỏi)?"
    r"|السؤال|س(?=\s?\d)|שאלה|[问問]题?|問題|第(?=\s*\d+\s*[题問]))\s*+(?:\.\s*+)?"
)
"""Words before the number of a question."""
ASKED = lazy(
    rf"\s*+{_ASKING}(?P<number>\d{{1,4}})\s*+(?:[题問]\s*+)?"
    r"(?:[(（]\d{1,3}\s*+[^\W\d][^\d()（）]{0,11}[)）]\s*+)?[.):：\-]*(?:\s++|(?<=[\s：]))",
    re.I,
)
ASKED_RUN = lazy(rf"(?:^|(?<=\s)){_ASKING}(\d{{1,4}})\s*[.):：\-]*\s*(?=\S)", re.I)
"""The same before each entry of a key: `問1 イ 問2 ウ`."""
MENTIONED = lazy(rf"\b{_ASKING}(\d{{1,3}})\b", re.I)
"""A question named in running text: `for question 4 the answer is B`."""
QUESTION = "typed-q"
"""The style of labels that name questions: `Q1)`, `Soal 3`."""
_ROMANS = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


class Label(Struct, frozen=True):
    """A list marker, typed or automatic. `kind`: number, multi, roman, upper, lower or bullet."""

    kind: str
    number: int
    text: str
    style: str
    """Labels of one sequence have the same style: kind and punctuation, or Word's list and level."""
    level: int = 0
    auto: bool = False


def automatic(block: Paragraph) -> Label:
    """The label that Word shows before a paragraph, which must have a marker."""
    marker = block.marker
    assert marker is not None
    kinds = {"upperLetter": "upper", "lowerLetter": "lower", "upperRoman": "roman", "lowerRoman": "roman",
             "bullet": "bullet", "none": "bullet"}  # fmt: skip
    kind = kinds.get(marker.kind, "number")
    if kind == "number" and re.match(r"\W*\d+\.\d+", marker.text):
        kind = "multi"
    style = f"auto-{marker.list}-{marker.level}-{marker.kind}"
    return Label(kind, marker.number, marker.text, style, marker.level, auto=True)


def typed(found: re.Match[str]) -> Label | None:
    """The label that a match of `TYPED` is; None for a bracket that does not close."""
    text = found[0].strip()
    closed = "()" if found["open"] else ")" if text.endswith((")", "）")) else "."
    if found["open"] and not text.endswith((")", "）")):
        return None
    if found["open"] and text.strip("()（） ") in ("X", "x"):
        return None  # a box that is ticked
    if found["multi"]:
        return Label("multi", int(found["multi"].rpartition(".")[2]), text, f"typed-multi{found['multi'].count('.')}")
    if found["number"]:
        return Label("number", int(found["number"]), text, f"typed-number{closed}")
    if (found["roman"] and len(found["roman"]) > 1) or found["roman"] in ("I", "V", "X"):
        case = "upper" if found["roman"].isupper() else "lower"
        return Label("roman", _roman(found["roman"]), text, f"typed-roman-{case}{closed}")
    if letter := found["letter"]:
        kind = "lower" if letter.islower() else "upper"
        return Label(kind, letter_value(letter), text, f"typed-{kind}{closed}")
    if found["han"]:
        return Label("roman", value_of(found["han"]) or 0, text, f"typed-han{closed if found['open'] else ''}")
    if found["circled"]:
        return Label("number", ord(text) - ord("①") + 1, text, "typed-circled")
    return Label("bullet", 0, text, f"typed-bullet{found['bullet']}")


def as_roman(label: Label) -> Label:
    """A small letter that opens a list of roman numerals: the `i.` before `ii.`"""
    letter = label.text.strip("().（）．、 ")
    return replace(label, kind="roman", number=_roman(letter), style=label.style.replace("lower", "roman-lower"))


def letter_value(letter: str) -> int:
    """The place of a letter (see `LETTER`) in its alphabet, 1 for A."""
    first = unicodedata.normalize("NFKC", letter)[0].replace("ا", "أ")
    return next((a.index(first) + 1 for a in _ALPHABETS if first in a), ord(first.lower()) - 96)


def _roman(text: str) -> int:
    values = [_ROMANS.get(c, 0) for c in text.lower()]
    return sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))


def roman(text: str) -> int | None:
    """The value of a roman numeral; None if it is none."""
    return _roman(text) if re.fullmatch(r"[IVXLC]+", text, re.IGNORECASE) else None


_CHINESE = {c: n for n, c in enumerate("零一二三四五六七八九")} | {"百": 100}


def value_of(text: str) -> int | None:
    """The value of digits, a roman numeral, or a Chinese numeral below 100; None if it is none."""
    if text.isdecimal():
        return count(text, None)
    if set(text) <= {*_CHINESE, "十"}:
        tens, ten, ones = text.rpartition("十")
        return (_CHINESE.get(tens, 1) * 10 if ten else 0) + _CHINESE.get(ones, 0)
    return roman(text)


_PART = lazy(r"\s*[(（]?([A-H]|[IVX]{1,4}|[一二三四五六七八九十]{1,3})\s?[.)）、．]?\s*")


def part_label(title: str) -> str:
    """What names a part of an exercise by counting, where a title is nothing else: `B.`, `二、`, `II)` → B, 二, II."""
    found = _PART.fullmatch(title)
    return found[1] if found else ""
