"""An extraction's doubts, written into its module as `unsure`."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath

from msgspec import Struct
from msgspec.structs import replace

from .. import module as mod
from ..module import Block, Chapter, Heading, Module
from ..questions import Question
from ..rebuild import rebuilt
from ..report import Code, Finding
from ..text.inline import plain
from ..text.patterns import lazy

Element = Chapter | Heading | Question
HEADS = (Chapter, Heading)
ANY = (Chapter, Heading, Question)
CODES: dict[Code, tuple[str, tuple[type[Element], ...]]] = {
    Code.KEY_UNSURE: ("key", HEADS),
    Code.KEY_UNUSED: ("key", HEADS),
    Code.CHECK_KEYS: ("key", HEADS),
    Code.CHECK_QUESTIONS: ("question", ANY),
    Code.CHECK_HEADINGS: ("heading", HEADS),
    Code.NO_CHAPTERS: ("chapter", (Chapter,)),
    Code.WORDS_LOST: ("words", ANY),
    Code.PICTURES_LOST: ("picture", ANY),
    Code.PICTURE_UNREADABLE: ("picture", ANY),
    Code.DROPPED: ("text", ANY),
    Code.INTERNAL: ("text", ANY),
    Code.PART_UNREADABLE: ("text", ANY),
    Code.NO_TEXT: ("text", ANY),
    Code.TEXT_RECOGNISED: ("text", ANY),
    Code.TEXT_IN_PICTURE: ("text", ANY),
    Code.SIGNS_UNKNOWN: ("text", ANY),
}
"""Finding → the word of `unsure`, and the elements that can hold it; of a question `key` means that it has no score."""
LETTERS = 3
"""Letters of the shortest title (TIK, 会计学); with fewer it is a number that stood alone."""
_PLACE = lazy(r"(p\.|¶)([0-9]{1,9})")
_QUOTED = lazy("“([^”]+?)…?”")


class Doubt(Struct, frozen=True):
    """What is doubtful of one element (`id` is empty for the module as a whole), and why."""

    id: str
    word: str
    code: str
    message: str
    source: str = ""
    """The element's `from`, or the finding's place where that is another."""
    finding: Finding | None = None

    def as_data(self) -> dict[str, str]:
        """What is kept beside module.yaml."""
        names = ("id", "word", "code", "message", "source")
        return {name: getattr(self, name) for name in names}


def marked(module: Module, findings: Sequence[Finding]) -> tuple[Module, tuple[Doubt, ...]]:
    """The module with `unsure` wherever a person must look, and the doubts in reading order."""
    elements = list(_elements(module))
    doubts = [*_of_module(module, findings), *_keys(elements, findings)]
    for finding in findings:
        if finding.code in CODES and not _is_of_question(finding):
            doubts.append(_placed(finding, elements))
    words: dict[str, list[str]] = {}
    for doubt in doubts:
        if doubt.word not in (own := words.setdefault(doubt.id, [])):
            own.append(doubt.word)
    order = {"": -1, **{element.id: at for at, element in enumerate(elements)}}
    return _written(module, words), tuple(sorted(doubts, key=lambda doubt: order[doubt.id]))


def count(module: Module) -> int:
    """How many doubts stand in a module."""
    return len(module.unsure) + sum(len(element.unsure) for element in _elements(module))


def _elements(module: Module) -> Iterator[Element]:
    """All elements that have an id and a place, in reading order."""
    yield from (b for b in mod.walk(module.opening) if isinstance(b, Heading | Question))
    for chapter in module.chapters:
        yield chapter
        yield from (b for b in mod.walk(chapter.content) if isinstance(b, Heading | Question))


def _of_module(module: Module, findings: Sequence[Finding]) -> Iterator[Doubt]:
    for finding in findings:
        if finding.code is Code.PASS_MARK:
            yield Doubt("", "mastery", finding.code.code, finding.told, finding=finding)
    title = plain(module.title)
    if module.source and title == PurePath(module.source).stem:
        yield Doubt("", "title", "title-guessed", f"the title is the file's name, “{title}”")
    elif module.source and sum(sign.isalpha() for sign in title) < LETTERS:
        yield Doubt("", "title", "title-guessed", f"the title “{title}” has hardly a letter")


def _is_of_question(finding: Finding) -> bool:
    """Whether a finding tells of the key of one question."""
    return finding.code is Code.KEY_UNSURE and dict(finding.values).get("question") != "a key"


def _keys(elements: Sequence[Element], findings: Sequence[Finding]) -> Iterator[Doubt]:
    """Questions that could be scored, and have no key."""
    missing = [f for f in findings if f.code is Code.KEY_MISSING]
    unsure = [f for f in findings if _is_of_question(f)]
    for question in elements:
        if not isinstance(question, Question) or not question.scorable or question.has_key:
            continue
        name = f"question {question.number}" if question.number else ""
        own = [f for f in unsure if str(f.where) == question.source and name in ("", dict(f.values)["question"])]
        before = [f for f in missing if _at(str(f.where)) <= _at(question.source)]
        if own:
            yield Doubt(question.id, "key", own[0].code.code, own[0].told, question.source, own[0])
        else:
            said = f"{name or 'this question'} has no answer in the document; it will not be scored"
            group = before[-1] if before else None
            yield Doubt(question.id, "key", Code.KEY_MISSING.code, said, question.source, group)


def _placed(finding: Finding, elements: Sequence[Element]) -> Doubt:
    """The doubt of a finding, at the element that it tells of: of its place and words, else the one before it."""
    word, kinds = CODES[finding.code]
    place = str(finding.where)
    fit = [e for e in elements if isinstance(e, kinds)]
    here = [e for e in fit if e.source == place] if place else []
    quoted = _QUOTED.search(finding.message)
    named = [e for e in here or fit if quoted and _text(e).startswith(mod.folded(quoted[1]))]
    before = [e for e in fit if _at(e.source) <= _at(place)] if place else []
    element = next(iter([*named, *here, *before[-1:], *fit]), None)
    return Doubt(element.id if element else "", word, finding.code.code, finding.told, place, finding)


def _text(element: Element) -> str:
    text = (
        element.stem
        if isinstance(element, Question)
        else element.title
        if isinstance(element, Chapter)
        else element.text
    )
    return mod.folded(plain(text))


def _at(source: str) -> int:
    """A place as a number; a document counts either pages or paragraphs."""
    found = _PLACE.fullmatch(source)
    return int(found[2]) if found else 0


def _written(module: Module, words: dict[str, list[str]]) -> Module:
    def block(old: Block) -> Block:
        if isinstance(old, Heading | Question) and old.id in words:
            return replace(old, unsure=tuple(words[old.id]))
        return old

    if not words:
        return module
    chapters = tuple(
        replace(c, content=rebuilt(c.content, block), unsure=tuple(words.get(c.id, ()))) for c in module.chapters
    )
    return replace(module, opening=rebuilt(module.opening, block), chapters=chapters, unsure=tuple(words.get("", ())))
