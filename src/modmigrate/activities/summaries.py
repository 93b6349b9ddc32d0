"""Summaries: to be recalled point by point, and with the chapter's terms left out of its sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from ..module import Block, Glossary, List, Note, Paragraph, folded, texts, walk
from ..text import inline
from ..text.inline import Run
from .records import Cloze, Refused, Reveal, Verdict
from .texts import SENTENCES, bare, within, wordy

FEWEST, MOST = 3, 6
ENOUGH = 150
"""Letters of a summary that is worth recalling."""
SENTENCE = 220
"""Letters of a sentence with a gap."""
GAP = "____"


def of_blocks(blocks: Sequence[Block]) -> Iterator[Verdict]:
    """A summary of paragraphs and lists, to be opened piece by piece."""
    told = [bare(t) for b in blocks for t in texts(b)]
    if not all(isinstance(b, Paragraph | List) for b in blocks):
        yield Refused("reveal", blocks[0], "it holds more than text and lists")
    elif sum(map(len, told)) < ENOUGH:
        yield Refused("reveal", blocks[0], "too short to be recalled")
    else:
        yield Reveal(blocks[0], tuple(blocks))


def of_text(block: Block, blocks: Sequence[Block], terms: Sequence[str]) -> Iterator[Verdict]:
    """Gaps in a summary's sentences, behind its last block."""
    told = [t for b in blocks for t in _sentences(b)]
    known = _apart([t for t in terms if any(within(t, text) for text in told)])
    gaps: dict[str, str] = {}
    for text in told if len(known) >= FEWEST else ():
        gapped = ((t, _with_gap(text, t)) for t in known if t not in gaps and len(text) <= SENTENCE and within(t, text))
        term, found = next((pair for pair in gapped if pair[1]), ("", ""))
        if found and len(gaps) < MOST:
            gaps[term] = found
    if len(gaps) >= FEWEST:
        yield Cloze(block, tuple(gaps), tuple((text, n) for n, text in enumerate(gaps.values())))
    elif terms and told:
        yield Refused("cloze", block, f"{len(gaps)} sentences name a term of the chapter once; {FEWEST} are needed")


def terms_of(content: tuple[Block, ...], glossary: Sequence[str]) -> list[str]:
    """A chapter's terms, as first written: the glossary's, those of its definitions, what its text prints bold."""
    found: list[str] = list(glossary)
    for block in walk(content):
        if isinstance(block, Note) and block.kind == "definition":
            found.append(bare(block.title))
        elif isinstance(block, Glossary):
            found += [bare(t.term) for t in block.terms]
        elif isinstance(block, Paragraph):
            found += _bold(block.text)
    unique: dict[str, str] = {}
    for term in found:
        if 3 <= len(term) <= 30 and len(term.split()) <= 3 and term[-1].isalnum():
            unique.setdefault(folded(term), term)
    return list(unique.values())


def _bold(text: str) -> Iterator[str]:
    parts = inline.parse(text)
    runs = [p for p in parts if isinstance(p, Run)]
    if all("bold" in r.marks for r in runs):
        return
    for at, run in enumerate(runs):
        if at and "bold" in run.marks and not run.link:
            yield bare(run.text).strip(" .,;:")


def _apart(terms: Sequence[str]) -> list[str]:
    """Terms of which none is within another."""
    return [t for t in terms if not any(o is not t and (within(t, o) or within(o, t)) for o in terms)]


def _sentences(block: Block) -> Iterator[str]:
    texts = [block.text] if isinstance(block, Paragraph) else []
    texts += [i.text for i in block.items] if isinstance(block, List) else []
    for text in texts:
        if wordy(text):
            yield from SENTENCES.split(bare(text))


def _with_gap(text: str, term: str) -> str:
    """The sentence with a gap for the term; empty where it is not found as it is written, or more than once."""
    found = re.findall(rf"(?<!\w){re.escape(term)}(?!\w)", text, re.IGNORECASE)
    rest = re.sub(rf"(?<!\w){re.escape(term)}(?!\w)", GAP, text, flags=re.IGNORECASE)
    return rest if len(found) == 1 and len(folded(rest).split()) >= 4 else ""
