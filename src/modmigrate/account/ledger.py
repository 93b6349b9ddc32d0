"""The account of a conversion: words, pictures, notes and links of the source, and where each of them went.

What recognition makes of a document is compared with it paragraph by paragraph: a paragraph stands in the module, is a
key or a contents line, or nobody can say where it went, which is a warning with its first words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterator, Mapping
from itertools import zip_longest

from msgspec import Struct
from msgspec.structs import replace

from .. import module as mod
from ..document import UNEXPLAINED, Document, Formula, LeftOut, Paragraph, Span, Table, paragraphs
from ..report import Code, Finding, finding
from ..source import Where
from ..text.patterns import lazy
from .inventory import every, files, kept, missing_pictures

KEYS, CONTENTS, LABELS = "keys and answers", "contents", "labels"
ENTRY = 6
"""Words of a key's entry without a number, at most."""
LABEL = 3
"""Words of a label, at most."""
_ROMAN = lazy(r"\b[IVXLC]+\b")
NEAR = 20_000
"""Letters behind the last paragraph found within which the next is looked for first."""
RUN = 4
"""Words that are looked for together where a paragraph was taken apart."""
MANY = 5
"""Findings of lost words for one document; more are counted in the last."""
_NAMES = frozenset({"id", "file", "source", "kind", "type", "exercise", "role", "style"})
"""Fields that nobody reads as text."""
_INNER = lazy(r"(?<![\w(])\(?\w{1,2}[.)]")
FEW = 3
_TARGET = lazy(r"!\[(?:\\.|[^\]\\])*\]\([^)\s]*\)|\]\([^)\s]*\)|\[\^[^\]]*\]")
"""What stands between words and is none: pictures with their alternative text, targets of links, marks of notes."""
_OTHER = lazy(r"[\W_]+")
_LABEL = lazy(r"\s*(?:[(\[（]?[\w.]{1,6}[.):\]、．）：]\s*|[\u2460-\u24ff\u3251-\u325f]\s*|\w\s?[-–]\s*|\W+)")
_PIECES = lazy(r"[\t\n]+|(?<=[.?!:;])\s+|\s\(?[A-Ha-h][.)](?=\s|$)")
_ENTRY = lazy(r"(?:\.{3,}|…{2,}|_{3,}|\t)\s*[\divxlcIVXLC]{1,5}\s*$")


class Account(Struct, frozen=True):
    """How many words were read, and where those went that are on no screen: words by reason, in order of weight."""

    words: int
    left_out: tuple[tuple[str, int], ...]
    kept: Mapping[str, tuple[int, int]]
    """Pictures, notes and links: how many were read, and how many of them the module holds."""

    @property
    def gone(self) -> int:
        """Words on no screen."""
        return sum(count for _, count in self.left_out)


def account(document: Document, module: mod.Module) -> tuple[Account, tuple[Finding, ...]]:
    """The account of a document and its module, and a warning for each place where words were lost."""
    found = [*document.left_out, *lost(document, module)]
    counts: Counter[str] = Counter()
    for entry in found:
        counts[entry.reason] += len(entry.text.split())
    read = sum(len(p.text.split()) for p in every(document)) + sum(len(e.text.split()) for e in document.left_out)
    missing = [entry for entry in found if entry.reason == UNEXPLAINED]
    known = files(document, module)
    told = (*_told(missing), *missing_pictures(document, known))
    return Account(read, tuple(counts.most_common()), kept(document, module, known)), told


def total(of: Account) -> Finding:
    """The account as the line that people see."""
    listed = ", ".join(f"{reason} {count:,}" for reason, count in of.left_out if count)
    more = f"; {of.gone:,} left out: {listed}" if of.gone else ""
    data = {"words": of.words, "left out": dict(of.left_out), **of.kept}
    return finding(Code.ACCOUNT, words=f"{of.words:,}", more=more, data=data)


def lost(document: Document, module: mod.Module) -> list[LeftOut]:
    """What of the document stands nowhere in the module, with the reason where there is one."""
    whole = "".join(map(_folded, _texts(module)))
    heads = {_folded(text): is_key for text, is_key in _heads(module)}
    found: list[LeftOut] = []
    at, in_key = 0, False
    read = list(every(document))
    listed = {entry.where.page for entry in document.left_out if entry.reason == CONTENTS and entry.where.page}
    for paragraph, below in zip_longest(read, read[1:]):
        key = _folded(paragraph.text)
        if not key:
            continue
        in_key = heads.get(key, in_key)
        place = _place(paragraph.text, key, whole, at)
        if place >= 0:
            at = place
        elif text := " ".join(_missing(_pieced(paragraph), whole)):
            is_key = _is_value(text) or (in_key and _is_entry(paragraph))
            reason = KEYS if is_key else _reason(paragraph.text)
            if reason == UNEXPLAINED and len(text.split()) <= LABEL and _leads(paragraph, below, listed):
                reason = CONTENTS
            found.append(LeftOut(reason, text, paragraph.where))
    return _settled(found, {p.where: None for p in _heads_of_tables(document)})


def _leads(paragraph: Paragraph, below: Paragraph | None, listed: Container[int | None]) -> bool:
    """Whether a line is the title of a contents table: entries follow, or were left out on its page."""
    return paragraph.where.page in listed or (below is not None and _ENTRY.search(below.text) is not None)


def _place(text: str, key: str, whole: str, at: int) -> int:
    """Where a paragraph, with or without a label of some words, ends in the module; -1 for nowhere."""
    if (place := whole.find(key, at, at + NEAR)) >= 0:
        return place + len(key)
    wanted = list(_without_label(text))
    for part in wanted:
        if (place := whole.find(part, at, at + NEAR)) >= 0:
            return place + len(part)
    return next((place + len(part) for part in (key, *wanted) if (place := whole.find(part)) >= 0), -1)


def _without_label(text: str) -> Iterator[str]:
    """A paragraph's text behind what counts it: `1.`, `Question 3`, `Answer:`."""
    label = _LABEL.match(text)
    if label and (bare := _folded(text[label.end() :])):
        yield bare
    words = text.split(None, LABEL)
    for count in range(1, min(LABEL, len(words) - 1) + 1):
        front = " ".join(words[:count])
        if front[-1] in ":：.)" or any(map(str.isdigit, front)) or _ROMAN.search(front):
            yield _folded(" ".join(words[count:]))


def _is_value(text: str) -> bool:
    """Letters and numbers alone: what became an answer's number."""
    return all(len(word) < 3 or word.isdigit() for word in _OTHER.split(text))


def _is_entry(paragraph: Paragraph) -> bool:
    """Whether a line of a key can be an entry: counted, or short."""
    counted = paragraph.marker is not None or _LABEL.match(paragraph.text) is not None
    return counted or len(paragraph.text.split()) <= ENTRY


def _reason(text: str) -> str:
    if _ENTRY.search(text):
        return CONTENTS
    return LABELS if len(text.split()) <= LABEL and text.rstrip().endswith((":", "：")) else UNEXPLAINED


def _heads_of_tables(document: Document) -> Iterator[Paragraph]:
    """Short words in the first rows of tables, which name columns."""
    for block in document.blocks:
        if isinstance(block, Table) and len(block.rows) > 1:
            inside = (p for cell in block.rows[0].cells for p in paragraphs(cell.blocks))
            yield from (p for p in inside if len(p.text.split()) <= LABEL)


def _settled(found: list[LeftOut], heads: Container[Where]) -> list[LeftOut]:
    """Short lines that name columns, recur, or stand over contents are labels, which the package sets itself."""
    times = Counter(entry.text for entry in found)
    out: list[LeftOut] = []
    for at, entry in enumerate(found):
        if entry.reason == UNEXPLAINED and len(entry.text.split()) <= LABEL:
            after = found[at + 1].reason if at + 1 < len(found) else ""
            if after == CONTENTS:
                entry = replace(entry, reason=CONTENTS)
            elif times[entry.text] > 1 or (entry.where.paragraph and entry.where in heads):
                entry = replace(entry, reason=LABELS)
        out.append(entry)
    return out


def _pieced(paragraph: Paragraph) -> str:
    """A paragraph's text, parted where somebody wrote into a blank: what stands there became an answer."""
    return "".join(
        f"\n{i.text}\n" if isinstance(i, Span) and i.look.filled else i.text
        for i in paragraph.inlines
        if isinstance(i, Span | Formula)
    )


def _missing(text: str, whole: str) -> Iterator[str]:
    """The words of a paragraph that stand nowhere, also not as parts of it."""
    for piece in _PIECES.split(text):
        label = _LABEL.match(piece)
        bare = piece[label.end() :] if label else piece
        if _folded(piece) in whole or _folded(bare) in whole:
            continue
        words = bare.split()
        for start in range(0, len(words), RUN):
            run = words[start : start + RUN]
            if _folded(" ".join(run)) not in whole:
                yield from (word for word in run if (len(word) > 2 and _folded(word) not in whole) or len(run) > 2)


class _Letters(dict[int, int | None]):
    """What `str.translate` keeps: letters and digits. It asks for each sign once."""

    def __missing__(self, code: int) -> int | None:
        kept = self[code] = code if chr(code).isalnum() else None
        return kept


_KEPT = _Letters()


def _folded(text: str) -> str:
    return text.casefold().translate(_KEPT)


def _texts(module: mod.Module) -> Iterator[str]:
    """All strings of a module that people may see, without the targets of links."""
    yield module.title
    for number, title in _numbered(module):
        yield f"{number}{title}"
    for text in (*_strings(module.opening), *_strings(module.chapters)):
        yield _TARGET.sub("]", text) if "]" in text else text
    yield from (_TARGET.sub("]", text) for _, text in module.notes)


def _numbered(module: mod.Module) -> Iterator[tuple[str, str]]:
    """Chapters and headings with their labels, as they stand in the text."""
    for chapter in module.chapters:
        yield chapter.number, chapter.title
        yield from ((b.number, b.text) for b in mod.walk(chapter.content) if isinstance(b, mod.Heading))


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, mod.Code):
        yield value.text.replace("](", "] (")  # No link: nothing in it is Markdown.
    elif isinstance(value, Struct):
        for name in value.__struct_fields__:
            if name not in _NAMES:
                yield from _strings(getattr(value, name))
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _strings(one)


def _heads(module: mod.Module) -> Iterator[tuple[str, bool]]:
    """Titles and headings as they stand in the text, and whether a key stands below."""
    for chapter in module.chapters:
        is_key = chapter.role == "back" and not chapter.content
        yield from ((text, is_key) for text in (chapter.title, f"{chapter.number} {chapter.title}"))
        for block in mod.walk(chapter.content):
            if isinstance(block, mod.Heading):
                key = block.meaning == "key"
                yield from ((text, key) for text in (block.text, f"{block.number} {block.text}"))


def _told(missing: list[LeftOut]) -> Iterator[Finding]:
    """A warning for each place, the last one for all that remain; a word or two in one place may be a label."""
    if len(missing) == 1 and len(missing[0].text.split()) < FEW:
        return
    for at, entry in enumerate(missing[:MANY]):
        words = entry.text.split()
        count = len(words)
        rest = missing[MANY:] if at == MANY - 1 else []
        more = f", and {sum(len(e.text.split()) for e in rest):,} at {len(rest)} other places" if rest else ""
        yield finding(Code.WORDS_LOST, entry.where or Where(), count=count, first=" ".join(words[:6]), more=more)
