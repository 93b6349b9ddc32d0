"""imsmanifest.xml as a file: whether it is there, is XML, and has the namespaces by which LMSs know it."""

from __future__ import annotations

import codecs

from ..fault import CAM, CP_XSD, MOODLE, Faults, Rule
from ..manifest import ADL, CP, Element, Manifest
from ..opened import MANIFEST, Package

MISSING = Rule("manifest-missing", "error", "there is no imsmanifest.xml", "without it this is no SCORM package", CAM)
NESTED = Rule(
    "manifest-nested",
    "error",
    "imsmanifest.xml is not at the root of the zip",
    "LMSs look for it there only; zip the folder's contents, not the folder",
    f"{CAM}; {MOODLE}",
)
WRITTEN = Rule("manifest-case", "error", "the manifest's name is written {name}", "LMSs look for imsmanifest.xml", CAM)
NOT_XML = Rule("manifest-xml", "error", "this is no XML: {error}", "no LMS can read it", "XML 1.0")
ENTITIES = Rule(
    "manifest-entities",
    "error",
    "the manifest has a document type or entities of its own",
    "LMSs refuse these as an attack, and modmigrate does not read on",
    "OWASP: XML external entities",
)
ENCODING = Rule(
    "manifest-encoding",
    "warning",
    "the manifest is written in {encoding}",
    "some LMSs read UTF-8 only",
    f"{MOODLE}; ILIAS",
)
MARK = Rule("manifest-mark", "warning", "the manifest begins with a byte order mark", "ILIAS refuses it", "ILIAS")
NEWER = Rule(
    "version-2004",
    "error",
    "this is a package of SCORM 2004",
    "an LMS that takes SCORM 1.2 only will not track it",
    "SCORM 2004 content aggregation model",
)
ROOT = Rule("manifest-root", "error", "the top element is {name}", "it must be `manifest`", CP_XSD)
SPACE = Rule(
    "namespace-missing",
    "warning",
    "the manifest does not name the namespace {space}",
    "strict LMSs refuse it, others do not see what is SCORM in it",
    CP_XSD,
)
PREFIX = Rule(
    "namespace-prefix",
    "error",
    "ADL's names have the prefix “{prefix}” here",
    "Moodle reads names without namespaces and knows `adlcp:` only, so nothing would be tracked",
    MOODLE,
)
PREFIXED = Rule(
    "element-prefix",
    "error",
    "`{name}` has the prefix “{prefix}”",
    "Moodle knows elements of the package without one only",
    MOODLE,
)


def found(package: Package) -> Faults:
    """Faults of the manifest as a file; of its tree only where it could be read."""
    if not package.is_zip or not package.entries:
        return
    if MANIFEST not in package.by_name:
        other = next((n for n in package.by_name if n.lower() == MANIFEST), "")
        nested = next((n for n in package.by_name if n.lower().endswith(f"/{MANIFEST}")), "")
        yield WRITTEN.at(other, name=other) if other else NESTED.at(nested) if nested else MISSING.at()
        return
    manifest = package.manifest
    if manifest.declares:
        yield ENTITIES.at(MANIFEST, manifest.line)
    elif manifest.root is None:
        if package.read(MANIFEST) is not None:
            yield NOT_XML.at(MANIFEST, manifest.line, error=manifest.error or "it is empty")
    elif manifest.newer:
        yield NEWER.at(MANIFEST)
    else:
        yield from _tree(manifest, manifest.root)


def _tree(manifest: Manifest, root: Element) -> Faults:
    if manifest.data.startswith(codecs.BOM_UTF8):
        yield MARK.at(MANIFEST, 1)
    if manifest.encoding not in ("utf-8", "us-ascii", "ascii"):
        yield ENCODING.at(MANIFEST, 1, encoding=manifest.encoding)
    if root.name != "manifest":
        yield ROOT.at(MANIFEST, root.line, name=root.name)
        return
    yield from (SPACE.at(MANIFEST, root.line, space=space) for space in (CP, ADL) if space not in manifest.prefixes)
    for prefix in sorted(manifest.prefixes.get(ADL, set()) - {"adlcp"}):
        yield PREFIX.at(MANIFEST, root.line, prefix=prefix)
    if root.prefix:
        yield PREFIXED.at(MANIFEST, root.line, name=root.name, prefix=root.prefix)
