"""Instructions that only paper can follow: «Lingkari huruf B …», «on a separate sheet», «the key is on page 90».

A learner's package leaves them out, sentence by sentence, and a finding quotes them; `instructions: keep` in
module.yaml shows them. What they are is data (`languages/*.yaml`, section `paper`): a sentence is one only if it names
a mark, a sheet or the key and if each of its other words is listed there, too, so that no task is lost with them
(«circle the verbs» is one).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from msgspec.structs import replace

from ..languages import load
from ..module import Block, Heading, Module, Paragraph
from ..questions import Question
from ..report import Code, Finding, finding
from ..text import inline
from ..text.patterns import lazy

CHOSEN = ("choice", "multi", "truefalse", "match", "order")
"""Types whose answers are chosen, where a pen would mark them."""
FEWEST = 3
"""Words of such a sentence: fewer are a title."""
SHOWN = 3
_OTHER = lazy(r"[^\W\d_]{2,}|[\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff]")
"""A word that is not known; single letters name options."""
_ENDS = lazy(r"(?<=[!?؟])\s+|(?<=[^\W\d].|[^\w\s].)(?<=\.)\s+|(?<=[。！？])(?=\w)")
"""Between two sentences; a full stop behind a number may be an ordinal's."""
_OPEN = lazy(r"[*_`$\[\]]")


def without_paper(module: Module) -> tuple[Module, tuple[Finding, ...]]:
    """The module without these sentences, and a finding that quotes them."""
    if module.instructions == "keep":
        return module, ()
    said: list[str] = []
    chapters = tuple(
        replace(c, content=tuple(_kept(c.content, module.language, said)))
        if any(isinstance(b, Paragraph) for b in c.content)
        else c
        for c in module.chapters
    )
    if not said:
        return module, ()
    alike = list(dict.fromkeys(said))
    quoted = ", ".join(f"“{text}”" for text in alike[:SHOWN]) + ("" if len(alike) <= SHOWN else ", …")
    return replace(module, chapters=chapters), (finding(Code.PAPER_ONLY, count=len(said), quoted=quoted),)


def _kept(blocks: tuple[Block, ...], language: str, said: list[str]) -> Iterator[Block]:
    for at, block in enumerate(blocks):
        kept = _shortened(block, _next(blocks, at), language, said) if isinstance(block, Paragraph) else block
        if kept is not None:
            yield kept


def _next(blocks: tuple[Block, ...], at: int) -> str:
    """The type of the question that a paragraph leads to; empty where something else comes before."""
    after = next((b for b in blocks[at + 1 :] if not isinstance(b, Paragraph | Heading)), None)
    return after.type if isinstance(after, Question) else ""


def _shortened(block: Paragraph, leads_to: str, language: str, said: list[str]) -> Paragraph | None:
    """The paragraph without its sentences for paper; None where nothing is left."""
    sentences = [s for s in _ENDS.split(block.text) if s.strip()]
    paper = [s for s in sentences if _is_paper(" ".join(inline.plain(s).split()), leads_to, language)]
    # A style that goes on over several sentences cannot be cut in two.
    if not paper or (len(paper) < len(sentences) and any(_OPEN.search(s) for s in sentences)):
        return block
    said += [" ".join(inline.plain(s).split()) for s in paper]
    return (
        replace(block, text=" ".join(s for s in sentences if s not in paper)) if len(paper) < len(sentences) else None
    )


def _is_paper(sentence: str, leads_to: str, language: str) -> bool:
    known, own = _known(language)
    found = [" ".join(f[0].casefold().split()) for f in known.finditer(sentence)]
    kinds = {kind for kind in ("mark", "sheet", "key") if any(f in own[kind] for f in found)}
    if not kinds or len(found) < FEWEST or _OTHER.search(known.sub(" ", sentence)):
        return False
    # «Mark the wrong one» tells which option is asked for; «T if it is true, F if it is false» does not.
    if any(f in own["false"] for f in found) and not any(f in own["true"] for f in found):
        return False
    return "key" in kinds or (leads_to != "" and ("sheet" in kinds or leads_to in CHOSEN))


@cache
def _known(language: str) -> tuple[re.Pattern[str], dict[str, frozenset[str]]]:
    """A pattern of all words that such sentences are made of, and those with a meaning of their own."""
    data = load(language)
    own = {kind: frozenset(words) for kind, words in data["paper"].items()}
    truth = {kind: frozenset(w for w in data["document"][f"is-{kind}"] if len(w) > 1) for kind in ("true", "false")}
    words = sorted({w for part in (*own.values(), *truth.values()) for w in part}, key=lambda w: (-len(w), w))
    phrases = "|".join(r"\s+".join(map(re.escape, w.split())) for w in words)
    spaced = "" if language.split("-")[0] in ("zh", "ja") else r"[^\W\d_]"
    edges = (rf"(?<!{spaced})", rf"(?!{spaced})") if spaced else ("", "")
    return re.compile(f"{edges[0]}(?:{phrases}){edges[1]}", re.IGNORECASE), own | truth
