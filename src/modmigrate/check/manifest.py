"""imsmanifest.xml → elements that know their line.

In: bytes from a stranger. Out: a tree of plain records, or the place where it is no XML. Entities are neither expanded
nor fetched: a file that declares any, or has a document type, is not parsed at all.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from msgspec import Struct, field

from ..text.patterns import lazy

if TYPE_CHECKING:
    from lxml.etree import _Element

CP = "http://www.imsproject.org/xsd/imscp_rootv1p1p2"
ADL = "http://www.adlnet.org/xsd/adlcp_rootv1p2"
MD = "http://www.imsglobal.org/xsd/imsmd_rootv1p2p1"
XML = "http://www.w3.org/XML/1998/namespace"
PREFIXES = {
    CP: "",
    "": "",
    ADL: "adlcp:",
    MD: "imsmd:",
    XML: "xml:",
    "http://www.w3.org/2001/XMLSchema-instance": "xsi:",
}
"""How names are written here, whatever the file's own prefixes; of other namespaces as `?:name`."""
NEWER = ("http://www.imsglobal.org/xsd/imscp_v1p1", "http://www.adlnet.org/xsd/adlcp_v1p3")
"""The namespaces of SCORM 2004."""
KNOWN = ("utf-8", "ascii", "iso8859-1", "cp1252", "utf-16", "utf-16-le", "utf-16-be")
MOST = 200_000
"""Elements; a course of 5,000 files has 20,000."""
_DECLARED = lazy(r"""^\s*<\?xml[^>]{0,200}?\sencoding\s{0,9}=\s{0,9}["']([\w.-]{1,40})["'][^>]{0,200}\?>""")
_DECLARATION = lazy(r"<!(?:DOCTYPE|ENTITY)")


class Element(Struct):
    """An element: its name and attributes with the prefixes of PREFIXES, its line, its text and its children."""

    name: str
    prefix: str
    line: int
    text: str = ""
    attributes: dict[str, str] = field(default_factory=dict)
    children: list[Element] = field(default_factory=list)

    def get(self, name: str) -> str:
        """An attribute, or the empty string."""
        return self.attributes.get(name, "")

    def all(self, *path: str) -> list[Element]:
        """Children, grandchildren … along a path of names."""
        found = [self]
        for name in path:
            found = [child for element in found for child in element.children if child.name == name]
        return found

    def first(self, *path: str) -> Element | None:
        """The first of them."""
        return next(iter(self.all(*path)), None)

    def walk(self) -> Iterator[Element]:
        """This element and all below, in the order of the file."""
        stack = [self]
        while stack:
            element = stack.pop()
            yield element
            stack += reversed(element.children)


class Manifest:
    """What a manifest's bytes hold; `root` is None where they are no XML, and `error` then says why, at `line`."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.root: Element | None = None
        self.error, self.line = "", 0
        self.prefixes: dict[str, set[str]] = {}
        """Namespace → the prefixes that the file gives it."""
        self.encoding = _encoding(data)
        self.text = _text(data, self.encoding)
        found = _DECLARATION.search(self.text)
        self.declares = found is not None
        """Whether it has a document type or entities."""
        if found:
            self.line = self.text.count("\n", 0, found.start()) + 1
        elif self.text.strip():
            self._parse()

    @property
    def tree(self) -> Element | None:
        """The top of a manifest of SCORM 1.2; None for what is none, of which only that is told."""
        return None if self.root is None or self.root.name != "manifest" or self.newer else self.root

    @property
    def newer(self) -> bool:
        """Whether it is one of SCORM 2004."""
        return any(space in self.prefixes for space in NEWER)

    def _parse(self) -> None:
        from lxml import etree

        parser = etree.XMLParser(
            encoding="utf-8", resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
            remove_comments=True, remove_pis=True,
        )  # fmt: skip
        try:
            top = etree.fromstring(self.text.encode("utf-8", "replace"), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            self.line = getattr(error, "lineno", 0) or 0
            self.error = re.sub(r", line \d+, column \d+.*", "", str(error))
            return
        made: dict[object, Element] = {}
        for count, element in enumerate(top.iter(etree.Element)):
            if count >= MOST:
                self.error = f"it has more than {MOST:,} elements"
                return
            made[element] = self._made(element)
            parent = element.getparent()
            if parent is not None:
                made[parent].children.append(made[element])
        self.root = made[top]

    def _made(self, element: _Element) -> Element:
        space, _, local = str(element.tag).rpartition("}")
        space = space.removeprefix("{")
        self.prefixes.setdefault(space, set()).add(element.prefix or "")
        for prefix, uri in element.nsmap.items():
            self.prefixes.setdefault(str(uri), set()).add(prefix or "")
        attributes = {}
        for name, value in element.attrib.items():
            uri, _, own = str(name).rpartition("}")
            attributes[PREFIXES.get(uri.removeprefix("{"), "?:") + own] = str(value)
        text = "".join([element.text or "", *(child.tail or "" for child in element)])
        return Element(PREFIXES.get(space, "?:") + local, element.prefix or "", _line(element), text, attributes)


def _line(element: _Element) -> int:
    line = element.sourceline
    return line if isinstance(line, int) else 0


def _encoding(data: bytes) -> str:
    """The encoding as the file's first bytes or its declaration name it; UTF-8 without either."""
    for mark, name in ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16")):
        if data.startswith(mark):
            return name
    for name in ("utf-16-le", "utf-16-be"):
        if data.startswith("<".encode(name)):
            return name
    found = _DECLARED.match(data[:500].decode("latin-1"))
    return found[1].lower() if found else "utf-8"


def _text(data: bytes, encoding: str) -> str:
    """Only encodings that hide nothing from us are decoded as they say; signs that do not fit are replaced."""
    try:
        name = codecs.lookup(encoding).name
    except LookupError:
        name = ""
    return data.decode(name if name in KNOWN else "utf-8", "replace").removeprefix("\ufeff").replace("\r\n", "\n")
