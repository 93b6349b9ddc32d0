"""How much of a Word file's text arrives: its runs of four words, counted before and after.

The source side reads the XML by itself and shares no code with the reader: all w:t of the body, of
foot- and endnotes and of text boxes, less deleted and hidden text, field codes and contents tables.
Runs do not cross paragraphs; a paragraph of fewer words is one run.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

_STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"),
    (b"http://purl.oclc.org/ooxml/officeDocument/", b"http://schemas.openxmlformats.org/officeDocument/2006/"),
)  # fmt: skip
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
GONE = {W + "del", W + "moveFrom", MC + "Fallback"}
RUN = 4
FURNITURE = (["TOC"], ["PAGE"], ["NUMPAGES"])
_WORD = re.compile(r"[^\W_]+")
_MARKER = re.compile(
    r"(?:^|(?<=\s))\s*(?:(?:bab|chapter|unit|soal|question|no|q)\s*\.?\s*)?\(?"
    r"(?:\d{1,3}(?:\.\d{1,2})*|[ivx]{1,5}|[a-z])(?:\s?[.)、:]|\s*[-–→](?=\s)|$)"
    r"|\(?\b(?:true|benar|betul)\s*/\s*(?:false|salah)\b\)?",
    re.IGNORECASE,
)
_CJK = re.compile("([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff])")


@dataclass(frozen=True)
class Kept:
    """`missing` are the runs that did not arrive, with how often."""

    total: int
    missing: dict[str, int]

    @property
    def share(self) -> float:
        """From 0 to 1; 1 for a file without words."""
        return 1 - sum(self.missing.values()) / self.total if self.total else 1.0


def compare(data: bytes, arrived: Iterable[str], *, between_markers: bool = False) -> Kept:
    """A Word file's bytes against the texts that came of it, in any order.

    `between_markers` is for what has structure: question numbers, option letters and chapter labels
    that are typed in the source split its paragraphs and are not looked for; nor are the words of the two
    buttons of a true/false question.
    """
    stream = [word for text in arrived for word in words(text)]
    found: Counter[tuple[str, ...]] = Counter()
    for length in range(1, RUN + 1):
        found.update(zip(*(stream[n:] for n in range(length)), strict=False))
    wanted: Counter[tuple[str, ...]] = Counter(
        run
        for text in source(data)
        for piece in (_MARKER.split(text) if between_markers else [text])
        for run in runs(words(piece))
    )
    missing = {" ".join(run): n - found[run] for run, n in wanted.items() if n > found[run]}
    return Kept(wanted.total(), missing)


def words(text: str) -> list[str]:
    """Words without case and punctuation; every ideograph is one."""
    return _WORD.findall(_CJK.sub(r" \1 ", text.casefold()))


def runs(found: list[str]) -> Iterator[tuple[str, ...]]:
    """Runs of four words; of a shorter text the whole."""
    if 0 < len(found) < RUN:
        yield tuple(found)
    yield from zip(*(found[n:] for n in range(RUN)), strict=False)


def source(data: bytes) -> Iterator[str]:
    """The visible paragraphs of a Word file."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = {n.replace("\\", "/").lower(): n for n in archive.namelist()}
        main = _main(archive, names)
        folder = main.rpartition("/")[0]
        styles = _xml(archive, names.get(f"{folder}/styles.xml"))
        for part in (main, f"{folder}/footnotes.xml", f"{folder}/endnotes.xml"):
            root = _xml(archive, names.get(part))
            if root is not None:
                yield from _Story(_hidden(styles)).paragraphs(root)


def _main(archive: zipfile.ZipFile, names: dict[str, str]) -> str:
    """The main part, as the package's relationships name it; its usual place where they do not."""
    root = _xml(archive, names.get("_rels/.rels"))
    for link in root if root is not None else ():
        target = (link.get("Target") or "").lstrip("/").lower()
        if (link.get("Type") or "").endswith("/officeDocument") and target in names:
            return target
    return "word/document.xml"


def _xml(archive: zipfile.ZipFile, name: str | None) -> etree._Element | None:
    if name is None:
        return None
    data = archive.read(name)
    for old, new in _STRICT:
        data = data.replace(old, new)
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, remove_comments=True, remove_pis=True))


def _on(element: etree._Element | None) -> bool:
    return element is not None and element.get(W + "val") not in ("0", "false", "off")


def _hidden(styles: etree._Element | None) -> set[str]:
    """Ids of styles whose text is hidden (of their own, which is how Word's users do it)."""
    found = [] if styles is None else styles.findall(W + "style")
    return {s.get(W + "styleId", "") for s in found if _on(s.find(f"{W}rPr/{W}vanish"))}


class _Story:
    def __init__(self, hidden: set[str]) -> None:
        self.hidden = hidden
        self.fields: list[list[str]] = []

    def paragraphs(self, root: etree._Element) -> Iterator[str]:
        for child in root:
            if child.tag in GONE or not isinstance(child.tag, str) or self._is_contents(child):
                continue
            if child.tag in (W + "footnote", W + "endnote") and child.get(W + "type") not in (None, "normal"):
                continue
            if child.tag == W + "tr" and child.find(f"{W}trPr/{W}del") is not None:
                continue
            if child.tag == W + "p":
                boxes: list[etree._Element] = []
                yield "".join(self._text(child, boxes))
                for box in boxes:
                    yield from self.paragraphs(box)
            else:
                yield from self.paragraphs(child)

    @staticmethod
    def _is_contents(element: etree._Element) -> bool:
        gallery = element.find(f"{W}sdtPr/{W}docPartObj/{W}docPartGallery")
        return gallery is not None and gallery.get(W + "val") == "Table of Contents"

    def _text(self, element: etree._Element, boxes: list[etree._Element]) -> Iterator[str]:
        for child in element:
            tag = child.tag
            if tag in GONE or tag in (W + "pPr", W + "rPr") or not isinstance(tag, str):
                continue
            if tag == W + "r" and self._is_hidden(child):
                continue
            if tag == W + "fldChar":
                self._field(child.get(W + "fldCharType"))
            elif tag == W + "instrText" and self.fields:
                self.fields[-1][1] += child.text or ""
            elif tag == W + "t":
                yield "" if self._silent() else child.text or ""
            elif tag in (W + "tab", W + "br", W + "cr"):
                yield " "
            elif tag == W + "fldSimple" and (child.get(W + "instr") or "").split()[:1] in (["PAGE"], ["TOC"]):
                continue
            elif tag == W + "txbxContent":
                boxes.append(child)
            else:
                yield from self._text(child, boxes)

    def _is_hidden(self, run: etree._Element) -> bool:
        style = run.find(f"{W}rPr/{W}rStyle")
        return _on(run.find(f"{W}rPr/{W}vanish")) or (style is not None and style.get(W + "val") in self.hidden)

    def _field(self, kind: str | None) -> None:
        if kind == "begin":
            self.fields.append(["code", ""])
        elif kind == "separate" and self.fields:
            self.fields[-1][0] = "result"
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _silent(self) -> bool:
        return any(state == "code" or code.split()[:1] in FURNITURE for state, code in self.fields)
