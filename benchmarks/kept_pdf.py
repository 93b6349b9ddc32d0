"""How much of the PDFs' text survives: the share of pdftotext's four-word runs that stand in what we read.

    python benchmarks/kept_pdf.py FOLDER [--show 5]

For every PDF with a text layer below FOLDER: runs of four words within the blocks of `pdftotext`, less the
lines that recur at the head or foot of pages and the lines of contents tables, which are dropped on purpose; the share
of those runs that stand in the Document, and in the module made of it (questions, answers, feedback and notes
included). Runs from one cell, item or block into the next say nothing: their order is a matter of choice. A label
typed at the start of a line (`3.`, `b)`, `BAB II`) is the beginning of such a block; in the module it is structure,
counted out by the learner's browser, and so it is looked for in the Document only. Needs poppler's pdftotext.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from module_text import module_texts

from modmigrate.document import Block, Document, NoteMark, Paragraph, Picture, paragraphs
from modmigrate.errors import ModmigrateError
from modmigrate.inline import Image, parse
from modmigrate.module import Figure, Module, texts, walk
from modmigrate.readers import read
from modmigrate.recogniser import recognise

RUN = 4
Run = tuple[str, ...]
FULL = 7
"""Words; a shorter line does not go on in the next: pdftotext gives the cells of a column below each other."""
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
    """The text of pdftotext's blocks, which it parts by empty lines, without furniture and contents lines."""
    run = subprocess.run(["pdftotext", "-enc", "UTF-8", str(path), "-"], capture_output=True, check=False)
    pages = [page.splitlines() for page in run.stdout.decode("utf-8", "replace").split("\f")]
    shapes: Counter[str] = Counter()
    for lines in pages:
        said = [line for line in lines if line.strip()]
        shapes.update({_shape(line) for line in (*said[:EDGE], *said[-EDGE:])})
    often = 2 if len(pages) < 12 else 3
    for lines in pages:
        kept = [x if shapes[_shape(x)] < often and not _ENTRY.search(x.strip()) else "" for x in lines]
        for block in re.split(r"\n\s*\n", "\n".join(kept)):
            yield from _prose(block.splitlines())


def _prose(lines: Sequence[str]) -> Iterator[str]:
    """A block's lines, joined where running text goes on in the next: cells and list items end with theirs."""
    text = ""
    for line in lines:
        if text and _LABEL.match(line):
            yield text
            text = ""
        text = f"{text} {line}"
        if len(line.split()) < FULL or re.search(r"[.;:?!]$", line.strip()):
            yield text
            text = ""
    yield text


def _shape(line: str) -> str:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", " ".join(line.casefold().split()))


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    words = _words(text)
    yield from (tuple(words[at : at + RUN]) for at in range(len(words) - RUN + 1))


def _words(text: str) -> list[str]:
    """Folded words. An Arabic word is known by its letters: pdftotext turns lam-alef round."""
    words = _WORD.findall(unicodedata.normalize("NFKC", text).casefold())
    return ["".join(sorted(w)) if "\u0600" <= w[0] <= "\u06ff" else w for w in words]


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
