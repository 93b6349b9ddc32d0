"""Labels as they are printed before lists, sections and questions: one grammar for readers and recognition.

Numbers (1. 2.1 (3) ①), letters of all scripts, roman and Chinese numerals, bullets, and words before the number of a
question (Question 3, Soal 3, 問3), which are data of the languages.
"""

from __future__ import annotations

import re

from msgspec import Struct
from msgspec.structs import replace

from .languages import said
from .text.digits import count
from .text.letters import CAPITALS, CIRCLED, KANA, LETTER, RINGED, letter_value
from .text.patterns import lazy

MULTI = r"\d{1,2}(?:\.\d{1,2}){1,3}"
"""2.1, 2.1.3"""
CAPITAL_ROMAN = "[IVX]{1,5}"
SMALL_ROMAN = "[ivx]{2,5}"
"""A single small i is a letter until its list says otherwise."""
HAN = "一二三四五六七八九十"
CLOSE_BULLETS = "•●▪■◆➢✓○"
"""Bullets that may stand close to their text, in every reader; as part of a class."""
BULLETS = CLOSE_BULLETS + "・►▸❖➤\ue000-\uf8ff"
"""The same where text has no boxes to tick."""
APART = "→⇒➔§" + CLOSE_BULLETS
"""Bullets that a blank must follow: arrows join words, too."""
TYPED = lazy(
    r"\s*(?P<open>[(（])?(?:"
    rf"(?P<multi>{MULTI})\.?(?=\s)"
    r"|(?P<number>\d{1,3}|\d{4}(?=[.)]\s))(?:[-–]\d{1,3}(?=[.)]\s))?"
    r"(?P<n_end>\s?(?:\.\)|[.)、．）])(?:-(?=\s))?|\s*[-–:：](?=\s))(?!\d)"
    rf"|(?P<roman>{CAPITAL_ROMAN}|{SMALL_ROMAN})(?P<r_end>\.\)|[.)])(?=\s)"
    rf"|(?P<star>[*✓✔√☑]\s?)?(?P<letter>{LETTER})"
    r"(?P<l_end>\s?(?:\.\)|[.)、．）])|\s?\([ \t]+\)|(?<=[^\x00-\x7f])\s?[-–](?=\s)"
    rf"|(?<=[{KANA}])(?=\s)|(?<=[{RINGED}]))(?![^\W\d_]\.)"
    rf"|(?P<han>[{HAN}]{{1,3}})(?:、(?![{HAN}])|(?<=[（(].)[）)]|(?<=[（(]..)[）)])"
    rf"|(?P<circled>[{CIRCLED}])"
    rf"|(?P<bullet>[-–•*{APART}](?=\s)|[{BULLETS}])"
    r")\s*"
)


def _asking() -> tuple[str, str]:
    """Patterns of what stands before the number of a question and behind it: 問, 第 … 題 (`第#題` in the files)."""
    around = [word.split("#") for word in said("question-number") if "#" in word]
    plain = [r"\s".join(map(re.escape, word.split())) for word in said("question-number") if "#" not in word]
    before = [rf"{first}(?=\s*\d+\s*{last})" for first, last in around]
    return rf"(?:{'|'.join([*plain, *before])})\s*+(?:\.\s*+)?", "|".join(dict.fromkeys(last for _, last in around))


ASKING, _BEHIND = _asking()
"""Words before the number of a question, in all languages."""
ASKED = lazy(
    rf"\s*+{ASKING}(?P<number>\d{{1,4}})\s*+(?:(?:{_BEHIND})\s*+)?"
    r"(?:[(（]\d{1,3}\s*+[^\W\d][^\d()（）]{0,11}[)）]\s*+)?[.):：\-]*(?:\s++|(?<=[\s：]))",
    re.I,
)
ASKED_RUN = lazy(rf"(?:^|(?<=\s)){ASKING}(\d{{1,4}})\s*[.):：\-]*\s*(?=\S)", re.I)
"""The same before each entry of a key: `問1 イ 問2 ウ`."""
MENTIONED = lazy(rf"\b{ASKING}(\d{{1,3}})\b", re.I)
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
        return Label("number", letter_value(text), text, "typed-circled")
    return Label("bullet", 0, text, f"typed-bullet{found['bullet']}")


def as_roman(label: Label) -> Label:
    """A small letter that opens a list of roman numerals: the `i.` before `ii.`"""
    letter = label.text.strip("().（）．、 ")
    return replace(label, kind="roman", number=_roman(letter), style=label.style.replace("lower", "roman-lower"))


def _roman(text: str) -> int:
    values = [_ROMANS.get(c, 0) for c in text.lower()]
    return sum(-v if v < max(values[i + 1 :], default=0) else v for i, v in enumerate(values))


def roman(text: str) -> int | None:
    """The value of a roman numeral; None if it is none."""
    return _roman(text) if re.fullmatch(r"[IVXLC]+", text, re.IGNORECASE) else None


_CHINESE = {c: n for n, c in enumerate("零" + HAN[:-1])} | {"百": 100}


def value_of(text: str) -> int | None:
    """The value of digits, a roman numeral, or a Chinese numeral below 100; None if it is none."""
    if text.isdecimal():
        return count(text, None)
    if set(text) <= {*_CHINESE, "十"}:
        tens, ten, ones = text.rpartition("十")
        return (_CHINESE.get(tens, 1) * 10 if ten else 0) + _CHINESE.get(ones, 0)
    return roman(text)


_PART = lazy(rf"\s*[(（]?([{CAPITALS}]|[IVX]{{1,4}}|[{HAN}]{{1,3}})\s?[.)）、．]?\s*")


def part_label(title: str) -> str:
    """What names a part of an exercise by counting, where a title is nothing else: `B.`, `二、`, `II)` → B, 二, II."""
    found = _PART.fullmatch(title)
    return found[1] if found else ""
