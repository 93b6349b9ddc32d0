"""imsmanifest.xml as a file and as a tree: XML, namespaces, which element may stand where (the official schemas)."""

from __future__ import annotations

import codecs

from ..fault import ADL_XSD, CAM, CP_XSD, MOODLE, Faults, Rule
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
UNKNOWN = Rule("element-unknown", "error", "`{name}` cannot stand in `{parent}`", "schemas allow {known} there", CP_XSD)
ORDER = Rule(
    "element-order", "warning", "`{name}` stands too late in `{parent}`", "the schema's order is {known}", CP_XSD
)
SUB = Rule("sub-manifest", "warning", "a manifest stands in the manifest", "hardly an LMS reads it", f"{CAM}; {MOODLE}")
WORD = Rule("word-unknown", "error", "{name} is “{value}”", "the schema knows {known}", ADL_XSD)

CONTENT = {
    "manifest": ("metadata", "organizations", "resources", "manifest"),
    "organizations": ("organization",),
    "organization": ("title", "item", "metadata"),
    "item": ("title", "item", "metadata", "adlcp:prerequisites", "adlcp:maxtimeallowed", "adlcp:timelimitaction",
             "adlcp:datafromlms", "adlcp:masteryscore"),
    "resources": ("resource",),
    "resource": ("metadata", "file", "dependency"),
    "file": ("metadata",),
    "dependency": (),
    "metadata": ("schema", "schemaversion", "adlcp:location", "imsmd:lom"),
}  # fmt: skip
"""Element → what may stand in it, in this order."""
STRICT_ORDER = ("manifest", "resource")
WORDS = {
    "adlcp:timelimitaction": ("exit,message", "exit,no message", "continue,message", "continue,no message"),
    "isvisible": ("true", "false", "1", "0"),
}


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
    yield from _children(root)


def _children(root: Element) -> Faults:
    for element in root.walk():
        known = CONTENT.get(element.name)
        if known is None:
            continue
        latest = 0
        for child in element.children:
            if child.name.startswith("?:") or (
                ":" in child.name and child.name not in known and element.name != "item"
            ):
                continue
            said = {"parent": element.name, "name": child.name, "known": ", ".join(known) or "nothing"}
            place = known.index(child.name) if child.name in known else -1
            if place < 0:
                yield UNKNOWN.at(MANIFEST, child.line, **said)
            elif place < latest and element.name in STRICT_ORDER:
                yield ORDER.at(MANIFEST, child.line, **said)
            latest = max(latest, place)
            if child.name == element.name == "manifest":
                yield SUB.at(MANIFEST, child.line)
        yield from _words(element)


def _words(element: Element) -> Faults:
    given = [(child.name, child.text.strip(), child.line) for child in element.children]
    given += [(name, value, element.line) for name, value in element.attributes.items()]
    for name, value, line in given:
        if name in WORDS and value not in WORDS[name]:
            yield WORD.at(MANIFEST, line, name=name, value=value, known=", ".join(f"“{w}”" for w in WORDS[name]))
