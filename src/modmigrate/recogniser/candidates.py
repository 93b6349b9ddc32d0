"""Which lines may be headings, and how strong each is: by style, label, words and looks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from ..document import Span
from ..patterns import lazy
from .candidate import Candidate
from .lines import Line, fold, letter_value, roman, value_of
from .words import Words

MAX_WORDS = 18
_CODE = lazy(r"^\s*(</?\w|<!|[{}]|[.#]\w+\s*\{|//|/\*)|[{;]\s*$|->|;\w|\w\(.*\);?$|=\s*[\"']")
_LEADERS = lazy(r"(\.{4,}|…{2,}|_{4,}|\t)\s*[ivxlc\d]+\s*$")
_NUMBER = (
    r"(?P<number>\d{1,3}|{spelled}|[IVXLC]{1,6}|[A-H](?=\s*[:–—\-])|[א-ת](?=['׳]?\s*(?:[:–—\-]|$)))"
    r"['׳]?(?![\w%])"
)
_NAMED = lazy(r"([^\W\d][^:\d]*?)\s+(\w+)\s*(?::|：|\s[-–—])\s+(\S.*)")
_BARE = lazy(r"(\d{1,2})\s+([^\W\d].*)")
_PAGES = frozenset("0123456789ivxlc")
_ENDS = (".", ";", ",", "!", "…")


def body_size(lines: Sequence[Line]) -> float:
    """The size of most of the text, in points; 11 if the file states none."""
    sizes: Counter[float] = Counter()
    for line in lines:
        if line.paragraph is not None and line.paragraph.layout.size:
            sizes[line.paragraph.layout.size] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 11.0


def is_code(line: Line) -> bool:
    """A line of a program or mark-up, by its font or its signs; listings are often set in bold."""
    spans = [i for i in line.inlines if isinstance(i, Span) and i.text.strip()]
    return bool(_CODE.search(line.text)) or (bool(spans) and all(s.look.code for s in spans))


def is_contents_line(line: Line) -> bool:
    """A line of a typed contents table: leaders or a tab, then a page number."""
    # The cheap sign first: most lines end in a full stop.
    ends = line.text[-1:].casefold()
    return ends in _PAGES and line.paragraph is not None and bool(_LEADERS.search(line.paragraph.text.rstrip()))


def candidates(lines: Sequence[Line], words: Words) -> list[Candidate]:
    """All lines that may be headings, in order."""
    body = body_size(lines)
    finder = _Finder(words, body, _heading_lists(lines, words), _option_runs(lines), _label(words))
    found = []
    for at, line in enumerate(lines):
        candidate = finder.look(at, line)
        if candidate is not None:
            found.append(candidate)
    return _counted(_alike(lines, found))


def _counted(found: list[Candidate]) -> list[Candidate]:
    """Bare numerals that count on through the headings of one style level (`1 Money`, `2 Profit`) are labels."""
    out = list(found)
    for level in {c.level for c in found if c.level is not None}:
        own = [(at, m) for at, c in enumerate(found) if c.level == level and not c.word and not c.number
               and (m := _BARE.fullmatch(c.title))]  # fmt: skip
        if len(own) > 1 and [int(m[1]) for _, m in own] == list(range(1, len(own) + 1)):
            for at, m in own:
                out[at] = replace(found[at], number=m[1], title=m[2])
    return out


def _alike(lines: Sequence[Line], found: list[Candidate]) -> list[Candidate]:
    """Headings numbered by one list at one level rank alike, though only some of them carry a style or are bold."""
    groups: dict[str, list[Candidate]] = {}
    for c in found:
        label = lines[c.at].label
        if label is not None and label.auto:
            groups.setdefault(label.style, []).append(c)
    out = []
    for c in found:
        label = lines[c.at].label
        group = groups.get(label.style, []) if label is not None and label.auto else []
        if len(group) > 1:
            level = min((m.level for m in group if m.level is not None), default=None)
            bold, capitals = any(m.bold for m in group), any(m.capitals for m in group)
            size, centred = max(m.size for m in group), all(m.centred for m in group)
            c = replace(c, level=level, size=size, bold=bold, capitals=capitals, centred=centred)
        out.append(c)
    return out


def _heading_lists(lines: Sequence[Line], words: Words) -> set[str]:
    """Automatic lists (list and level) that number headings: members include styled or announcing ones."""
    members: dict[str, list[Line]] = {}
    for line in lines:
        if line.label is not None and line.label.auto and line.label.kind in ("upper", "roman", "number", "multi"):
            members.setdefault(line.label.style, []).append(line)
    out = set()
    for style, found in members.items():
        styled = sum(1 for x in found if x.paragraph is not None and x.paragraph.level is not None)
        announcing = sum(1 for x in found if x.words <= 6 and words.role(x.text, extra=2))
        short = all(x.words <= MAX_WORDS and not x.text.endswith(_ENDS) for x in found)
        letters = found[0].label is not None and found[0].label.kind in ("upper", "roman")
        if short and (styled or (announcing and letters and len(found) > 1)):
            out.add(style)
    return out


def _option_runs(lines: Sequence[Line]) -> set[int]:
    """Lines lettered A, B, C … one right below the other: options, of which the right one may be set in bold."""
    out: set[int] = set()
    run: list[int] = []
    for at, line in enumerate([*lines, None]):
        label = line.label if line is not None else None
        lettered = label is not None and label.kind in ("upper", "lower")
        before = lines[run[-1]].label if run else None
        follows = before is not None and label is not None and label.number == before.number + 1
        if lettered and follows and before is not None and label is not None and label.style == before.style:
            run.append(at)
            continue
        if len(run) > 2:
            out.update(run)
        run = [at] if lettered and label is not None and label.number == 1 else []
    return out


def _label(words: Words) -> re.Pattern[str]:
    spelled = "|".join(sorted(map(re.escape, words.numerals), key=len, reverse=True))
    number = _NUMBER.replace("{spelled}", spelled or "(?!)")
    return lazy(rf"\s*(?P<word>{words.chapter.pattern}){number}(?P<rest>.*)", re.IGNORECASE | re.DOTALL)


class _Finder(Struct, frozen=True):
    words: Words
    body: float
    lists: set[str]
    options: set[int]
    label: re.Pattern[str]
    """A chapter's label and the rest of its line."""

    def look(self, at: int, line: Line) -> Candidate | None:
        paragraph = line.paragraph
        if paragraph is None or not line.text or len(line.text) > 250 or is_contents_line(line):
            return None
        if re.fullmatch(r"[\W_]+", line.text) or self.words.caption.match(line.text):
            return None
        if self.words.answer.match(line.text) and not self.words.role(line.text, extra=0):
            return None
        if paragraph.level is None and at in self.options:
            return None
        layout = paragraph.layout
        size = layout.size or self.body
        label = line.label
        chapter = self._chapter(line)
        title = line.text.rstrip(":").strip() if chapter is None else chapter[2]
        role = self.words.role(title, extra=4)
        named = _NAMED.fullmatch(title) if chapter is None else None
        if named is not None and (announced := self.words.role(named[1], extra=0)) not in ("practice", "test"):
            named = None
        elif named is not None:
            role = announced
        loud = layout.bold or layout.capitals or size >= self.body + 1.5
        listed = label is not None and label.style in self.lists
        if not (paragraph.level or chapter or listed or self._announces(line, role, loud) or self._looks(line, loud)):
            return None
        if paragraph.level is None and is_code(line):
            return None
        if chapter is not None and not (loud or paragraph.level or layout.centred) and line.words > 8:
            return None
        numbered = label is not None and label.kind != "bullet"
        if named and not numbered:
            # Activity One: Make a page → the label and its title.
            return Candidate(at, named[3], f"{named[1]} {named[2]}", role=role, level=paragraph.level, size=size,
                             bold=layout.bold, capitals=layout.capitals, centred=layout.centred)  # fmt: skip
        return Candidate(
            at, title, chapter[1] if chapter else label.text if numbered and label else "",
            chapter[0] if chapter else "", chapter[3] if chapter else 0, paragraph.level, role, size, layout.bold,
            layout.capitals, layout.centred, label.kind if numbered and label and not chapter else "",
            label.level if listed and label else 0,
            label.number if label else 0,
        )  # fmt: skip

    def _chapter(self, line: Line) -> tuple[str, str, str, int] | None:
        """Word, printed label, title and number of a line like 'BAB II : MODAL', in or behind Word's numbering."""
        text = line.text
        paragraph = line.paragraph
        if line.label is not None and paragraph is not None:
            text = f"{line.label.text} {line.text}"
        found = self.label.match(text)
        inside = next((m for p in self.words.chapter_patterns if (m := p.fullmatch(text.strip()))), None)
        if inside is not None and line.words <= MAX_WORDS:
            number = inside["number"]
            label = text.strip()[: len(text.strip()) - len(inside["rest"])].strip(" :：.、")
            return inside["word"], label, fold(inside["rest"]), value_of(number) or 0
        if not found or line.words > MAX_WORDS:
            return None
        number = found["number"]
        value = self._value(number)
        rest = found["rest"]
        if not value:
            return None
        if rest and not re.match(r"\s*[.:–—\-|\n\t]|\s+", rest):
            return None
        title = fold(re.sub(r"^[\s.:–—\-|]+", "", rest)).strip()
        if title[:1].islower() or title.startswith((",", ";", ")")):
            return None
        word = re.sub(r"[\s.:\-]+", " ", found["word"]).strip()
        return word.casefold(), f"{word} {number}", title, value

    def _value(self, number: str) -> int:
        """The number in a chapter's label; 0 for none: small letters number no chapters."""
        if number.isdecimal():
            return int(number)
        if number.isupper():
            return roman(number) or ord(number[0]) - 64
        return self.words.numerals.get(number.casefold(), 0) or (letter_value(number) if number >= "א" else 0)

    @staticmethod
    def _announces(line: Line, role: str, loud: bool) -> bool:
        """A short line that is just an announcing phrase ('Latihan soal'), by looks or standing alone."""
        if not role or line.text.endswith(_ENDS) or (line.label is not None and line.label.kind in ("lower", "bullet")):
            return False
        if line.label is not None and line.label.kind == "number" and not loud:
            return False
        return line.words <= (8 if loud else 3)

    @staticmethod
    def _looks(line: Line, loud: bool) -> bool:
        if not loud or line.words > 12 or line.text.endswith((*_ENDS, "?")):
            return False
        if line.text.endswith(":") and line.words > 6:
            return False  # a sentence that announces what follows
        if line.label is not None and line.label.kind in ("lower", "bullet"):
            return False
        layout = line.paragraph.layout if line.paragraph else None
        # Capitals alone are often an acronym or a line of code; they need centring or a second sign.
        strong = layout is not None and (layout.bold or layout.centred or (layout.size or 0) > 12)
        return strong and sum(c.isalpha() for c in line.text) >= 3
