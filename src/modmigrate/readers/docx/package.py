"""A Word file as parts and relationships, opened safely.

python-docx opens the package (its physical reader; its object model would refuse whole files for one bad
relationship, and is slow to walk). Parts are parsed one by one when they are asked for: one bad part does
not cost the rest. Nothing outside the file is ever followed: external relationships are only names,
external entities and DTDs are not loaded, sizes are bounded.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from pathlib import Path
from posixpath import dirname, normpath
from typing import Any
from urllib.parse import unquote

from lxml import etree
from msgspec import Struct

from ...errors import DamagedError, SourceError
from .names import STRICT, R
from .opc import PackURI, PhysPkgReader

MAX_PART = 200 * 2**20
MAX_XML = 64 * 2**20
"""lxml needs some six times a part's size; a thousand pages stay below 40 MB."""
MAX_RATIO = 200
"""A part over 32 MB that shrank more than this is a bomb."""
MIN_XML_BOMB = 4 * 2**20
MAX_XML_RATIO = 120
"""The same for XML of more than 4 MB: Word's packs 10 to 60 times, and takes ten times its size when it is read."""

_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BROKEN = (zipfile.BadZipFile, zlib.error, OSError, EOFError, KeyError, RuntimeError, NotImplementedError, ValueError)


class Relationship(Struct, frozen=True):
    """`kind` is the last step of the relationship type; `target` a part name, or a URL if external."""

    kind: str
    target: str
    external: bool


class Package:
    """An open Word file. Raises SourceError for other kinds of file, DamagedError for broken ones."""

    def __init__(self, path: Path, name: str = "") -> None:
        self.name = name or path.name
        data = path.read_bytes()
        if not data:
            raise DamagedError(f"{self.name}: the file is empty")
        if not zipfile.is_zipfile(io.BytesIO(data)):
            what = "cut short or damaged" if data.startswith(b"PK") else "not a Word file"
            raise DamagedError(f"{self.name}: the file is {what}; save it again in Word")
        try:
            self._reader: Any = PhysPkgReader(io.BytesIO(data))
            self._infos = _checked(self.name, zipfile.ZipFile(io.BytesIO(data)).infolist())
        except _BROKEN as error:
            raise DamagedError(f"{self.name}: the file is damaged; save it again in Word ({error})") from None
        self.too_deep: set[str] = set()
        """Parts that libxml2 refused for their depth."""
        self._rels: dict[str, dict[str, Relationship]] = {}
        self.main = self._main()

    def _main(self) -> str:
        for relationship in self.relationships("").values():
            if relationship.kind == "officeDocument" and relationship.target.lower() in self._infos:
                return relationship.target
        # Some writers misspell the package relationship; the part's usual place tells.
        if "word/document.xml" in self._infos:
            return "word/document.xml"
        raise SourceError(f"{self.name}: the file holds no Word document; save it as .docx in Word")

    def blob(self, part: str, limit: int = MAX_PART) -> bytes | None:
        """A part's bytes; None when it is missing, over the limit, or cannot be unpacked."""
        info = self._infos.get(part.lower())
        if info is None or info.file_size > limit:
            return None
        try:
            # Never more than announced, whatever the stream would give; the check sum is looked at.
            data: bytes = self._reader.blob_for(PackURI("/" + info.filename))
        except _BROKEN:
            return None
        return data

    def xml(self, part: str) -> etree._Element | None:
        """A part's root element in transitional namespaces; None when missing, too large or not well formed."""
        data = self.blob(part, MAX_XML)
        if data is None:
            return None
        try:
            return parsed(data)
        except (etree.XMLSyntaxError, ValueError) as error:
            if "depth" in str(error):
                self.too_deep.add(part)
            return None

    def relationships(self, part: str) -> dict[str, Relationship]:
        """The part's relationships by id; the package's own for ''."""
        if part not in self._rels:
            folder, _, file = part.rpartition("/")
            root = self.xml(f"{folder}/_rels/{file}.rels".lstrip("/"))
            found = [] if root is None else list(root.iter(_REL))
            self._rels[part] = {e.get("Id", ""): _relationship(part, e) for e in found}
        return self._rels[part]

    def related(self, kind: str) -> str | None:
        """The name of the main part's related part of a kind, such as 'styles'."""
        for relationship in self.relationships(self.main).values():
            if relationship.kind == kind and not relationship.external:
                return relationship.target
        return None

    def target(self, part: str, element: etree._Element, attribute: str = R + "id") -> Relationship | None:
        """The relationship that an element's attribute names."""
        return self.relationships(part).get(element.get(attribute, ""))


def parsed(data: bytes) -> etree._Element:
    """A root element: no entities, no DTD, no network, libxml2's limits on depth and size.

    Raises XMLSyntaxError or ValueError for what is not well formed, or over a limit.
    """
    if b"purl.oclc.org/ooxml" in data:
        for strict, transitional in STRICT.items():
            data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)


def _relationship(part: str, element: etree._Element) -> Relationship:
    kind = element.get("Type", "").rpartition("/")[2]
    target = element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Relationship(kind, target, True)
    target = unquote(target)
    path = target.lstrip("/") if target.startswith("/") else normpath(f"{dirname(part)}/{target}").lstrip("/")
    return Relationship(kind, path, False)


def _checked(name: str, infos: list[zipfile.ZipInfo]) -> dict[str, zipfile.ZipInfo]:
    """Lower-case part name → entry, after the checks against zip bombs."""
    for info in infos:
        ratio = info.file_size / max(1, info.compress_size)
        large, most = (MIN_XML_BOMB, MAX_XML_RATIO) if _is_xml(info.filename) else (2**25, MAX_RATIO)
        bomb = info.file_size > large and ratio > most
        if bomb or info.file_size > MAX_PART or (_is_document(info.filename) and info.file_size > MAX_XML):
            raise DamagedError(f"{name}: part {info.filename} unpacks to an unreasonable size; the file is not opened")
        if info.flag_bits & 1:
            raise DamagedError(f"{name}: the file is encrypted; save it without a password")
    return {i.filename.replace("\\", "/").lstrip("/").lower(): i for i in infos}


def _is_xml(part: str) -> bool:
    return part.lower().endswith((".xml", ".rels"))


def _is_document(part: str) -> bool:
    return part.lower().endswith("document.xml")
