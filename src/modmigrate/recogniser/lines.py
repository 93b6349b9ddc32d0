"""The document as lines: what recognition looks at. A line is a paragraph, a part of one, or a table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from ..document import Block, Formula, Inline, Paragraph, Span, Table
from ..patterns import lazy

LETTER = r"(?:[A-Za-zＡ-Ｚａ-ｚ]|[أابجدهوزح]ـ?(?!\w)|[א-ח]['׳]?(?!\w)|[アイウエオカ](?!\w))"
"""A letter that labels an option or a section: Latin, full-width, Arabic (in the order of أبجد), Hebrew, katakana."""
_ALPHABETS = ("أبجدهوزح", "אבגדהוזח", "アイウエオカ")
_TYPED = lazy(
    r"\s*(?P<open>[(（])?(?:"
    r"(?P<multi>\d{1,2}(?:\.\d{1,2}){1,3})\.?(?=\s)"
    r"|(?P<number>\d{1,3}|\d{4}(?=[.)]\s))(?P<n_end>\s?[.)、．）]|\s*[-–:：](?=\s))(?!\d)"
    r"|(?P<roman>[IVX]{1,5}|[ivx]{2,5})(?P<r_end>[.)])(?=\s)"
    rf"|(?P<star>[*✓✔√☑]\s?)?(?P<letter>{LETTER})"
    r"(?P<l_end>\s?[.)、．）]|(?<=[^\x00-\x7f])\s?[-–](?=\s)|(?<=[ア-カ])(?=\s))(?![A-Za-z]\.)"
    r"|(?P<han>[一二三四五六七八九十]{1,3})、(?![一二三四五六七八九十])"
    r"|(?P<circled>[①-⑳])"
    r"|(?P<bullet>[-–•*§●▪■◆➢✓○](?=\s)|[•●▪■◆➢✓○・►▸❖➤])"
    r")\s*"
)
_QUESTION = lazy(
    r"\s*(?:Q|No|Soal|Soalan|Question|Pertanyaan|Nomor|Pregunta|Questão|Pergunta|Frage|Domanda|Vraag|Soru|Câu(?: hỏi)?"
    r"|السؤال|שאלה|[问問]题?|問題|第(?=\s*\d+\s*[题問]))\s*\.?\s*(?P<number>\d{1,4})\s*[题問]?\s*[.):：\-]*(?:\s+|(?<=：))",
    re.I,
)
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


class Line(Struct, frozen=True):
    """A line of the document. `start`/`end` are offsets into the paragraph's text, label not included."""

    block: Block
    text: str
    """Visible text without label; blanks folded, tabs kept."""
    label: Label | None = None
    start: int = 0
    end: int = 0
    slot: str | None = None
    """What stands in the place for an answer beside it ('' for an empty one); None where there is none."""

    @property
    def paragraph(self) -> Paragraph | None:
        """The paragraph; None for a table."""
        return self.block if isinstance(self.block, Paragraph) else None

    @property
    def table(self) -> Table | None:
        """The table; None for a paragraph."""
        return self.block if isinstance(self.block, Table) else None

    @property
    def inlines(self) -> tuple[Inline, ...]:
        """The line's part of the paragraph's inlines."""
        return cut(self.block.inlines, self.start, self.end) if isinstance(self.block, Paragraph) else ()

    @property
    def words(self) -> int:
        """How many words the text has."""
        return len(self.text.split())


def line_of(block: Block) -> Line:
    """A block as one line, its label read."""
    if isinstance(block, Table):
        return Line(block, "")
    return _labelled(block, 0, len(block.text))


def pieces(line: Line) -> Iterator[Line]:
    """The lines that line breaks make of one; several options or questions may share a paragraph."""
    block = line.block
    if not isinstance(block, Paragraph) or "\n" not in block.text[line.start : line.end].strip():
        yield line
        return
    at = line.start
    first = True
    for part in block.text[line.start : line.end].split("\n"):
        if part.strip():
            yield replace(line, text=fold(part), end=at + len(part)) if first else _labelled(block, at, at + len(part))
            first = False
        at += len(part) + 1


def part(line: Line, start: int, end: int | None = None) -> Line:
    """A piece of a line by offsets into the paragraph's text, with a label of its own."""
    assert isinstance(line.block, Paragraph)
    return _labelled(line.block, start, line.end if end is None else end, auto=False)


def unlabelled(line: Line, start: int, end: int) -> Line:
    """A piece of a line by offsets into the paragraph's text, as it is."""
    assert isinstance(line.block, Paragraph)
    return Line(line.block, fold(line.block.text[start:end]), None, start, end)


def _labelled(block: Paragraph, start: int, end: int, *, auto: bool = True) -> Line:
    raw = block.text[start:end]
    if auto and start == 0 and block.marker is not None:
        return Line(block, fold(raw), _automatic(block), start, end)
    found = _QUESTION.match(raw)
    if found:
        number = int(found["number"])
        label = Label("number", number, found[0].strip(), QUESTION)
        return Line(block, fold(raw[found.end() :]), label, start + found.end(), end)
    found = _TYPED.match(raw)
    label_typed = _typed(found) if found else None
    if found and label_typed and raw[found.end() :].strip():
        return Line(block, fold(raw[found.end() :]), label_typed, start + found.end(), end)
    return Line(block, fold(raw), None, start, end)


def _automatic(block: Paragraph) -> Label:
    marker = block.marker
    assert marker is not None
    kinds = {"upperLetter": "upper", "lowerLetter": "lower", "upperRoman": "roman", "lowerRoman": "roman",
             "bullet": "bullet", "none": "bullet"}  # fmt: skip
    kind = kinds.get(marker.kind, "number")
    if kind == "number" and re.match(r"\W*\d+\.\d+", marker.text):
        kind = "multi"
    style = f"auto-{marker.list}-{marker.level}-{marker.kind}"
    return Label(kind, marker.number, marker.text, style, marker.level, auto=True)


def _typed(found: re.Match[str]) -> Label | None:
    text = found[0].strip()
    closed = "()" if found["open"] else ")" if text.endswith((")", "）")) else "."
    if found["open"] and not text.endswith((")", "）")):
        return None
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
        return Label("roman", value_of(found["han"]) or 0, text, "typed-han")
    if found["circled"]:
        return Label("number", ord(text) - ord("①") + 1, text, "typed-circled")
    return Label("bullet", 0, text, f"typed-bullet{found['bullet']}")


def line_labels(lines: Iterable[Line]) -> list[int]:
    """The numbers of the lines' labels; 0 for a line without one."""
    return [line.label.number if line.label is not None else 0 for line in lines]


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
        return int(text)
    if set(text) <= {*_CHINESE, "十"}:
        tens, ten, ones = text.rpartition("十")
        return (_CHINESE.get(tens, 1) * 10 if ten else 0) + _CHINESE.get(ones, 0)
    return roman(text)


def fold(text: str) -> str:
    """Blanks folded to one, tabs kept as one tab, ends trimmed."""
    if "\t" not in text:
        return " ".join(text.split())
    return re.sub(r"[^\S\t]+", " ", re.sub(r"\s*\t\s*", "\t", text)).strip()


def cut(inlines: tuple[Inline, ...], start: int, end: int) -> tuple[Inline, ...]:
    """Inlines between two offsets of the paragraph's text; pictures and note marks have no width."""
    out: list[Inline] = []
    at = 0
    for inline in inlines:
        if isinstance(inline, Span):
            low, high = max(start - at, 0), min(end - at, len(inline.text))
            if low == 0 and high == len(inline.text):
                out.append(inline)
            elif low < high:
                out.append(replace(inline, text=inline.text[low:high]))
            at += len(inline.text)
        elif isinstance(inline, Formula):
            if start <= at < end:
                out.append(inline)
            at += len(inline.text)
        elif start <= at <= end:
            out.append(inline)
    return tuple(out)
