"""A Word file as parts and relationships, opened safely.

python-docx's physical reader opens the zip; parts are then parsed one by one, since its object model
refuses whole files for one bad part. Nothing outside the file is ever followed: external
relationships are only names, external entities and DTDs are not loaded, sizes are bounded.
"""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path
from posixpath import dirname, normpath
from typing import Any

from docx.opc.packuri import PackURI
from docx.opc.phys_pkg import PhysPkgReader
from lxml import etree

from ...errors import DamagedError, SourceError
from .names import STRICT, R

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
MAX_PART = 200 * 2**20
MAX_TOTAL = 1024 * 2**20
MAX_RATIO = 200
"""A part over 1 MB that shrank more than this is a bomb: Word's XML packs 10 to 60 times."""

_REL = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


@dataclass(frozen=True, slots=True)
class Relationship:
    """`kind` is the last step of the relationship type; `target` a part name, or a URL if external."""

    kind: str
    target: str
    external: bool


class Package:
    """An open Word file. Raises SourceError for other kinds of file, DamagedError for broken ones."""

    def __init__(self, path: Path) -> None:
        self.name = path.name
        data = path.read_bytes()
        _check_kind(self.name, data)
        try:
            self._names = _checked_names(self.name, data)
            self._reader: Any = PhysPkgReader(io.BytesIO(data))  # type: ignore[no-untyped-call]
        except (zipfile.BadZipFile, zlib.error, OSError, ValueError, NotImplementedError) as error:
            raise DamagedError(f"{self.name}: the file is damaged; save it again in Word ({error})") from None
        self._rels: dict[str, dict[str, Relationship]] = {}
        self.main = self._main()

    def _main(self) -> str:
        for relationship in self.relationships("").values():
            if relationship.kind == "officeDocument" and relationship.target.lower() in self._names:
                return relationship.target
        # Some writers misspell the package relationship; the part's usual place tells.
        if "word/document.xml" in self._names:
            return "word/document.xml"
        raise SourceError(f"{self.name}: the file holds no Word document; save it as .docx in Word")

    def blob(self, part: str) -> bytes | None:
        """A part's bytes; None when it is missing or cannot be unpacked."""
        real = self._names.get(part.lower())
        if real is None:
            return None
        try:
            data: bytes = self._reader.blob_for(PackURI("/" + real))
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, KeyError, RuntimeError, NotImplementedError):
            return None
        return data

    def xml(self, part: str) -> etree._Element | None:
        """A part's root element in transitional namespaces; None when missing or not well formed."""
        data = self.blob(part)
        return None if data is None else parse(data)

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


def parse(data: bytes) -> etree._Element | None:
    """A root element, or None: no entities, no DTD, no network, libxml2's limits on depth and size."""
    if b"purl.oclc.org/ooxml" in data:
        for strict, transitional in STRICT.items():
            data = data.replace(strict, transitional)
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def _relationship(part: str, element: etree._Element) -> Relationship:
    kind = element.get("Type", "").rpartition("/")[2]
    target = element.get("Target", "")
    if element.get("TargetMode") == "External":
        return Relationship(kind, target, True)
    path = target.lstrip("/") if target.startswith("/") else normpath(f"{dirname(part)}/{target}").lstrip("/")
    return Relationship(kind, path, False)


def _check_kind(name: str, data: bytes) -> None:
    if data.startswith(OLE):
        if "EncryptedPackage".encode("utf-16-le") in data:
            raise DamagedError(f"{name}: the file is encrypted; open it in Word and save it without a password")
        raise SourceError(f"{name}: this is an old Word file (.doc); save it as .docx in Word")
    if not data:
        raise DamagedError(f"{name}: the file is empty")
    if not zipfile.is_zipfile(io.BytesIO(data)):
        what = "cut short or damaged" if data.startswith(b"PK") else "not a Word file"
        raise DamagedError(f"{name}: the file is {what}; save it again in Word")


def _checked_names(name: str, data: bytes) -> dict[str, str]:
    """Lower-case part name → real name, after the checks against zip bombs."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
    total = 0
    for info in infos:
        total += info.file_size
        ratio = info.file_size / max(1, info.compress_size)
        if info.file_size > MAX_PART or total > MAX_TOTAL or (info.file_size > 2**20 and ratio > MAX_RATIO):
            raise DamagedError(f"{name}: part {info.filename} unpacks to an unreasonable size; the file is not opened")
        if info.flag_bits & 1:
            raise DamagedError(f"{name}: the file is encrypted; save it without a password")
    return {i.filename.replace("\\", "/").lstrip("/").lower(): i.filename for i in infos}
