"""How much of the PDFs' text survives: the share of pdftotext's four-word runs that stand in what we read.

    python benchmarks/kept_pdf.py FOLDER [--show 5]

For every PDF with a text layer below FOLDER: runs of four words within the blocks of `pdftotext`, less the
lines that recur at the head or foot of pages and the lines of contents tables, which are dropped on purpose; the share
of those runs that stand in the Document, and in the module made of it (questions, answers, feedback and notes
included). Runs from one cell, item or block into the next say nothing: their order is a matter of choice. So do runs
over a wide gap, or from one height to another as in a fraction. A label
typed at the start of a line (`3.`, `b)`, `BAB II`) is the beginning of such a block; in the module it is structure,
counted out by the learner's browser, and so it is looked for in the Document only. Needs poppler's pdftotext.
"""

from __future__ import annotations

import argparse
import html
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby
from pathlib import Path

from module_text import module_texts

from modmigrate.document import Block, Document, NoteMark, Paragraph, Picture, paragraphs
from modmigrate.errors import ModmigrateError
from modmigrate.module import Figure, Module, texts, walk
from modmigrate.readers import read
from modmigrate.recogniser import recognise
from modmigrate.text.inline import Image, parse

RUN = 4
Run = tuple[str, ...]
FULL = 7
"""Words; a shorter line does not go on in the next: pdftotext gives the cells of a column below each other."""
APART, STEP = 1.6, 0.3
"""Heights of letters; so wide a gap parts cells, so high a step the pieces of a formula."""
OVER = 0.25
"""The same for words printed over each other, as drivers do that cut a page into strips: pdftotext says both."""
_PLACED = re.compile(r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', re.DOTALL)
EDGE = 4
"""Lines from the top and bottom of a page that may be furniture."""
WANTED = 0.995
_LABEL = re.compile(
    r"^\s*(?:(?:bab|chapter|unit|soal|question|no|q)\s*\.?\s*)?\(?"
    r"(?:\d{1,3}(?:\.\d{1,2})*|[ivx]{1,5}|[a-z])(?:\s?[.)、:](?=\s|[^\W\d]|$)|(?<=[\d.]\d)(?=\s))|^\s*[^\w\s(]\s",
    re.IGNORECASE,
)
"""A label typed at the start of a line."""
_WORD = re.compile(r"(?:(?![\W_])[\u0600-\u06ff])+|[^\W_\u0600-\u06ff]+")
_RTL = re.compile(r"[\u0590-\u08ff]")
_UNSURE = dict.fromkeys(map(ord, "\u0644\u0627\u0622\u0623\u0625\u0648\u0640"))
_ENTRY = re.compile(r"(?:\.\s?){4,}\s*[\divxlc-]{0,7}\s*$|…{2,}\s*[\divxlc]{0,5}\s*$", re.IGNORECASE)


def main() -> None:
    """Measure and print, pooled at the end."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--show", type=int, default=0, help="how many lost runs to print per file")
    arguments = parser.parse_args()
    total: Counter[str] = Counter()
    for path in sorted(arguments.folder.rglob("*.pdf")):
        found = measure(path)
        if found is None:
            continue
        counts, lost, gone = found
        total.update(counts)
        print(f"{path.name[:44]:46}{counts['runs']:7d}  {_shares(counts)}")
        for name, runs in (("document", lost), ("module", gone)):
            for run in runs[: arguments.show]:
                print(f"       not in the {name}:", " ".join(run))
    if total["runs"]:
        share = min(total["document"] / total["runs"], total["module"] / total["plain"])
        print(f"{'all':46}{total['runs']:7d}  {_shares(total)}  {'good' if share >= WANTED else 'TOO FEW'}")


def _shares(counts: Counter[str]) -> str:
    document, module = counts["document"] / max(counts["runs"], 1), counts["module"] / max(counts["plain"], 1)
    return f"document {document:7.2%}  module {module:7.2%}"


def measure(path: Path) -> tuple[Counter[str], list[Run], list[Run]] | None:
    """Counts of runs and of those kept in the Document and in the module, and the lost ones; None without text."""
    blocks = list(_blocks(path))
    wanted = [run for text in blocks for run in _runs(text)]
    if not wanted:
        return None
    try:
        document = read(path)
    except ModmigrateError:
        return None
    kept, told = _letters(_said(document)), _letters(_told(document))
    lost = [run for run in wanted if "".join(run) not in kept]
    plain = [run for text in blocks for run in _runs(_LABEL.sub("", text))]
    gone = [run for run in plain if "".join(run) not in told]
    counts = Counter(runs=len(wanted), document=len(wanted) - len(lost))
    counts += Counter(plain=len(plain), module=len(plain) - len(gone))
    return counts, lost, gone


def _blocks(path: Path) -> Iterator[str]:
    """The text of pdftotext's flows, without furniture and contents lines."""
    run = subprocess.run(["pdftotext", "-bbox-layout", str(path), "-"], capture_output=True, check=False)
    pages = [_flows(page) for page in run.stdout.decode("utf-8", "replace").split("</page>")]
    shapes: Counter[str] = Counter()
    for flows in pages:
        lines = [" ".join(line) for flow in flows for line in flow]
        shapes.update({_shape(line) for line in (*lines[:EDGE], *lines[-EDGE:])})
    often = 2 if len(pages) < 12 else 3
    for flows in pages:
        for flow in flows:
            whole = [" ".join(line) for line in flow]
            kept = [shapes[_shape(x)] < often and not _ENTRY.search(x.strip()) for x in whole]
            for good, part in groupby(zip(kept, flow, strict=True), key=lambda pair: pair[0]):
                yield from _prose([line for _, line in part]) if good else ()


def _flows(page: str) -> list[list[list[str]]]:
    """A page's flows, each as its lines, each as its pieces: what stands beside each other at one height."""
    return [
        [list(_pieces(line)) for line in re.findall(r"<line.*?</line>", flow, re.DOTALL)]
        for flow in re.findall(r"<flow>.*?</flow>", page, re.DOTALL)
    ]


def _pieces(line: str) -> Iterator[str]:
    found = [(*map(float, places), html.unescape(text)) for *places, text in _PLACED.findall(line)]
    rtl = sum(_RTL.search(text) is not None for *_, text in found) * 2 > len(found)
    said: list[str] = []
    edge = middle = 0.0
    for x0, y0, x1, y1, text in found:
        height = max(y1 - y0, 1.0)
        apart = not -OVER * height <= x0 - edge <= APART * height or abs((y0 + y1) / 2 - middle) > STEP * height
        if said and apart and not rtl:
            yield " ".join(said)
            said = []
        said.append(text)
        edge, middle = x1, (y0 + y1) / 2
    yield " ".join(_logical(said)) if rtl else " ".join(said)


def _logical(words: Sequence[str]) -> Iterator[str]:
    """Words and letters, which come as they stand from left to right, in the order in which they are read."""
    for latin, run in groupby(reversed(words), key=lambda word: _RTL.search(word) is None):
        said = list(run)
        yield from reversed(said) if latin else [word[::-1] for word in said]


def _prose(lines: Sequence[Sequence[str]]) -> Iterator[str]:
    """A flow's lines, joined where running text goes on in the next: cells and list items end with theirs."""
    text = ""
    for first, *more in lines:
        if text and _LABEL.match(first):
            yield text
            text = ""
        text = f"{text} {first}"
        for piece in more:
            yield text
            text = piece
        if len(text.split()) < FULL or re.search(r"[.;:?!]$", text):
            yield text
            text = ""
    yield text


def _shape(line: str) -> str:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", " ".join(line.casefold().split()))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _words(text)
    yield from (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _words(text: str) -> list[str]:
    """Folded words. Of an Arabic word count the letters but lam, alef and waw: pdftotext turns lam-alef round, often
    into a word of its own, and fonts that say nothing of their stretch marks have them read as a row of waws."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    return [w.translate(_UNSURE) if "\u0600" <= w[0] <= "\u06ff" else w for w in words]


def _said(document: Document) -> Iterator[str]:
    """All texts of the Document in order, alternative texts of pictures too."""

    def texts(blocks: Sequence[Block]) -> Iterator[str]:
        for paragraph in paragraphs(tuple(blocks)):
            yield _text(paragraph)

    yield from texts(document.blocks)
    for blocks in document.notes.values():
        yield from texts(blocks)


def _text(paragraph: Paragraph) -> str:
    """Its words, the numbers of its footnotes and the words in its pictures."""
    out = []
    for inline in paragraph.inlines:
        if isinstance(inline, Picture):
            out.append(f" {inline.alt} ")
        else:
            out.append(inline.id.removeprefix("fn") if isinstance(inline, NoteMark) else inline.text)
    return "".join(out)


def _told(document: Document) -> Iterator[str]:
    """What learners can see or have read to them: the words in pictures too."""
    module, _ = recognise(document)
    yield from module_texts(module)
    yield from _alternatives(module)


def _alternatives(module: Module) -> Iterator[str]:
    for content in (module.opening, *(c.content for c in module.chapters)):
        for block in walk(content):
            if isinstance(block, Figure):
                yield block.alt
            for text in texts(block):
                yield from (part.alt for part in parse(text) if isinstance(part, Image))


def _letters(texts: Iterator[str]) -> str:
    """All words of texts without blanks: by small raised or lowered figures blanks are a matter of taste."""
    return "".join(word for text in texts for word in _words(text))


if __name__ == "__main__":
    main()
