"""How much of the text of Word files arrives: in the Document, in the module made of it, in its package.

    python benchmarks/kept.py FOLDER... [--show 5]

Per file: the share of the source's four-word runs that stand in the Document, in the module's text and on the
screens of the built package (questions, answers, feedback and notes included), and some of those that are missing.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from pathlib import Path

from module_text import module_texts

from modmigrate.document import Document, Span, paragraphs
from modmigrate.errors import ModmigrateError
from modmigrate.module import Module
from modmigrate.pipeline import build
from modmigrate.readers import read
from modmigrate.recogniser import recognise

sys.path.insert(0, str(Path(__file__).parents[1] / "tests" / "unit" / "readers_docx"))
from kept import Kept, compare
from kept_package import package_texts

WORD = (".docx", ".docm", ".dotx")


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folders", nargs="+", type=Path)
    parser.add_argument("--show", type=int, default=3, help="missing runs shown per file")
    asked = parser.parse_args()
    sums = {"document": [0, 0], "module": [0, 0], "package": [0, 0]}
    for file in sorted(f for folder in asked.folders for f in folder.rglob("*") if f.suffix.lower() in WORD):
        try:
            document = read(file)
        except ModmigrateError as error:
            print(f"   refused          {error}")
            continue
        module, _ = recognise(document)
        found = {
            "document": compare(file.read_bytes(), document_texts(document)),
            "module": compare(file.read_bytes(), module_texts(module), between_markers=True),
            "package": compare(file.read_bytes(), package_texts(built(document, module)), between_markers=True),
        }
        print(*(f"{kept.share:8.3%}" for kept in found.values()), file.name)
        for name, kept in found.items():
            _show(name, kept, asked.show)
            sums[name][0] += kept.total
            sums[name][1] += sum(kept.missing.values())
    for name, (total, missing) in sums.items():
        print(f"{1 - missing / max(total, 1):.3%} of {total} runs in the {name}")


def _show(name: str, kept: Kept, count: int) -> None:
    for run in list(kept.missing)[:count]:
        print(f"      not in the {name}: {run}")


def built(document: Document, module: Module) -> bytes:
    """The package."""
    return build(module, {name: picture.data for name, picture in document.media.items()}).data


def document_texts(document: Document) -> Iterator[str]:
    """Every paragraph, then every note; formulas are no text in the sense of the measure."""
    for blocks in (document.blocks, *document.notes.values()):
        for paragraph in paragraphs(blocks):
            yield "".join(inline.text for inline in paragraph.inlines if isinstance(inline, Span))


if __name__ == "__main__":
    main()
