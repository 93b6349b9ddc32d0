"""The Word reader's front door: file in, Document out."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from pathlib import Path

from lxml import etree
from msgspec.structs import replace

from ...document import Block, Document, Paragraph, Picture
from ...errors import DamagedError
from ...report import Code, Finding, finding
from ...source import NOWHERE
from ..libreoffice import SECONDS
from .body import BodyReader
from .fields import Fields, unended
from .media import MediaStore
from .names import P, W
from .numbering import Numbering
from .package import Package
from .runs import MAX_DEPTH
from .story import Story
from .styles import Styles

MAX_PARAGRAPHS = 100_000
"""A thousand pages have 40,000; each takes a thousandth of a second."""
DC = "{http://purl.org/dc/elements/1.1/}"


def read(path: Path, name: str = "", seconds: float = SECONDS, *, inner: bool = False) -> Document:
    """Read a Word file. Raises SourceError or DamagedError with one sentence for what cannot be read.

    `name` is what people call the file, where that is not the path's own name; `seconds` are LibreOffice's, for
    drawings that browsers do not show. An `inner` file is embedded in another and reads in none itself.
    """
    package = Package(path, name)
    root = package.xml(package.main)
    bodies = [] if root is None else root.findall(W + "body")
    if root is None or not bodies:
        if package.main in package.too_deep:
            raise DamagedError(
                f"{package.name}: tables or other elements stand more than {MAX_DEPTH} deep in each other, "
                "which is not read; flatten them in Word"
            )
        raise DamagedError(f"{package.name}: the document's text is damaged; open it in Word and save it again")
    if (count := sum(1 for _ in root.iter(P))) > MAX_PARAGRAPHS:
        raise DamagedError(
            f"{package.name}: the file holds {count:,} paragraphs, and modules have at most {MAX_PARAGRAPHS:,}; "
            "give it in parts"
        )
    styles = _part(package, "styles")
    numbering = Numbering(_part(package, "numbering"))
    story = Story(package, package.main, Styles(styles), numbering, MediaStore(package, seconds))
    story.fields = Fields(unended(root))
    story.read_word = None if inner else partial(read, seconds=seconds, inner=True)
    story.paged = next(root.iter(W + "lastRenderedPageBreak"), None) is not None
    # There is one body; where a faulty writer made several, all of them are text.
    blocks = tuple(block for body in bodies for block in BodyReader(story).blocks(body))
    notes = _notes(story)
    if renamed := story.store.finish():
        blocks = tuple(_renamed(blocks, renamed))
        notes = {key: tuple(_renamed(note, renamed)) for key, note in notes.items()}
    return Document(
        blocks=blocks,
        media=story.store.media,
        notes=notes,
        title=_title(package),
        language=_language(styles),
        file=package.name,
        findings=(*story.findings, *story.store.findings, *_remarks(package, blocks, story)),
        left_out=tuple(story.withheld),
    )


def _renamed(blocks: tuple[Block, ...], names: dict[str, str]) -> Iterator[Block]:
    """The blocks with other names for some pictures."""
    for block in blocks:
        if isinstance(block, Paragraph):
            inlines = (
                replace(i, name=names.get(i.name, i.name)) if isinstance(i, Picture) else i for i in block.inlines
            )
            yield replace(block, inlines=tuple(inlines))
        else:
            rows = (replace(r, cells=tuple(replace(c, blocks=tuple(_renamed(c.blocks, names))) for c in r.cells))
                    for r in block.rows)  # fmt: skip
            yield replace(block, rows=tuple(rows))


def _part(package: Package, kind: str) -> etree._Element | None:
    name = package.related(kind)
    return None if name is None else package.xml(name)


def _notes(story: Story) -> dict[str, tuple[Block, ...]]:
    out: dict[str, tuple[Block, ...]] = {}
    for kind, prefix in (("footnotes", "fn"), ("endnotes", "en")):
        part = story.package.related(kind)
        root = None if part is None else story.package.xml(part)
        if part is None or root is None:
            continue
        inner = story.sub(part)
        inner.fields = Fields(unended(root))
        for note in root:
            # Separators have a type; real notes have none (ECMA-376 part 1, 17.18.33).
            if note.get(W + "type") in (None, "normal"):
                blocks = tuple(BodyReader(inner).blocks(note))
                out[prefix + note.get(W + "id", "")] = blocks
    return out


def _title(package: Package) -> str:
    for relationship in package.relationships("").values():
        if relationship.kind == "core-properties":
            root = package.xml(relationship.target)
            found = None if root is None else root.find(DC + "title")
            return "" if found is None else " ".join((found.text or "").split())
    return ""


def _language(styles: etree._Element | None) -> str:
    lang = None if styles is None else next(styles.iter(W + "lang"), None)
    return "" if lang is None else lang.get(W + "val", "")


def _remarks(package: Package, blocks: tuple[Block, ...], story: Story) -> list[Finding]:
    first = story.withheld[0].where if story.withheld else NOWHERE
    places = {Code.HIDDEN_LEFT_OUT: first}
    out = [finding(code, places.get(code, NOWHERE), count=count) for code, count in story.left_out.items() if count]
    comments = _part(package, "comments")
    count = 0 if comments is None else sum(1 for e in comments if e.tag == W + "comment")
    if count:
        out.append(finding(Code.COMMENTS_LEFT_OUT, count=count))
    if package.related("vbaProject"):
        out.append(finding(Code.MACROS_IGNORED))
    if not blocks:
        if any(f.code is Code.DROPPED for f in story.findings):
            raise DamagedError(
                f"{package.name}: all of the document's text is in embedded files that cannot be read; "
                "open it in Word and save it again"
            )
        out.append(finding(Code.EMPTY))
    return out
