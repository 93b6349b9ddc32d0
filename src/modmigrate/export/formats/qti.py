"""What both QTI formats share: the items' archive with its manifest (IMS Content Packaging 1.1), and their XML."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections.abc import Iterable, Mapping

from ..archive import Pictures, zipped
from ..markup import clean

CP = "http://www.imsglobal.org/xsd/imscp_v1p1"


def element(parent: ET.Element | None, name: str, text: str = "", **attributes: str) -> ET.Element:
    """An element with attributes and text; below a parent, or the root."""
    own = {key: clean(value) for key, value in attributes.items()}
    made = ET.Element(name, own) if parent is None else ET.SubElement(parent, name, own)
    if text:
        made.text = clean(text)
    return made


def document(root: ET.Element) -> bytes:
    """A document as bytes."""
    return bytes(ET.tostring(root, "utf-8", xml_declaration=True)) + b"\n"


def package(
    identifier: str, kind: str, resources: Iterable[tuple[str, str, str, bytes]], pictures: Pictures
) -> bytes:  # fmt: skip
    """The archive: `resources` are identifier, type, path and document; the first one leans on all others."""
    manifest = element(None, "manifest", identifier=f"{identifier}-manifest", xmlns=CP)
    metadata = element(manifest, "metadata")
    element(metadata, "schema", kind)
    element(metadata, "schemaversion", "1.0.0")
    element(manifest, "organizations")
    listed = element(manifest, "resources")
    files: dict[str, bytes] = {}
    made: list[ET.Element] = []
    for name, type_, path, data in resources:
        resource = element(listed, "resource", identifier=name, type=type_, href=path)
        element(resource, "file", href=path)
        for picture in pictures.shelf.files:
            if picture.encode() in data:
                element(resource, "file", href=picture)
        made.append(resource)
        files[path] = data
    for resource in made[1:]:
        element(made[0], "dependency", identifierref=resource.attrib["identifier"])
    return zipped({"imsmanifest.xml": document(manifest), **files, **_sorted(pictures.shelf.files)})


def _sorted(files: Mapping[str, bytes]) -> dict[str, bytes]:
    return dict(sorted(files.items()))
