"""Which element may stand where, how often, in what order, and with what words: the official schemas, as a table."""

from __future__ import annotations

import re

from ..fault import ADL_XSD, CAM, CP_XSD, MD_XSD, MOODLE, Faults, Rule
from ..manifest import Element
from ..opened import MANIFEST, Package

UNKNOWN = Rule(
    "element-unknown", "warning", "`{name}` cannot stand in `{parent}`", "the schemas allow {known} there", CP_XSD
)
ORDER = Rule(
    "element-order", "warning", "`{name}` stands too late in `{parent}`", "the schema's order is {known}", CP_XSD
)
SUB = Rule("sub-manifest", "warning", "a manifest stands in the manifest", "hardly an LMS reads it", f"{CAM}; {MOODLE}")
WORD = Rule("word-unknown", "error", "{name} is “{value}”", "the schema knows {known}", ADL_XSD)
TWICE = Rule(
    "element-twice", "error", "`{name}` stands in `{parent}` more than once", "LMSs take one of them by chance", CP_XSD
)
STRAY = Rule(
    "text-stray",
    "warning",
    "the text “{text}” stands in `{name}`, between its elements",
    "strict LMSs refuse it",
    CP_XSD,
)
TYPE = Rule(
    "resource-type", "warning", "the resource's type is {value}", "the schema wants `webcontent`", f"{CP_XSD}; {CAM}"
)
LANGUAGE = Rule(
    "language-form",
    "warning",
    "`xml:lang` is “{value}”",
    "it must be a code such as id or pt-BR",
    f"{MD_XSD}; xsd:language",
)

OF_ADL = (
    "adlcp:prerequisites", "adlcp:maxtimeallowed", "adlcp:timelimitaction", "adlcp:datafromlms", "adlcp:masteryscore",
)  # fmt: skip
CONTENT = {
    "manifest": ("metadata", "organizations", "resources", "manifest"),
    "organizations": ("organization",),
    "organization": ("title", "item", "metadata"),
    "item": ("title", "item", "metadata", *OF_ADL),
    "resources": ("resource",),
    "resource": ("metadata", "file", "dependency"),
    "file": ("metadata",),
    "dependency": (),
    "metadata": ("schema", "schemaversion", "adlcp:location", "imsmd:lom"),
}  # fmt: skip
"""Element → what may stand in it, in this order."""
SIMPLE = ("title", "schema", "schemaversion", "adlcp:location", *OF_ADL)
"""Elements of text alone."""
SEVERAL = ("organization", "item", "resource", "file", "dependency", "manifest", "adlcp:location", "imsmd:lom")
WORDS = {
    "adlcp:timelimitaction": ("exit,message", "exit,no message", "continue,message", "continue,no message"),
    "isvisible": ("true", "false", "1", "0"),
}
PREREQUISITES = "aicc_script"
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*").fullmatch


def found(package: Package) -> Faults:
    """Faults of the manifest's tree."""
    root = package.manifest.tree
    if root is None:
        return
    for element in root.walk():
        language = element.get("xml:lang")
        if "xml:lang" in element.attributes and not _LANGUAGE(language):
            yield LANGUAGE.at(MANIFEST, element.line, value=language)
        if element.name in CONTENT or element.name in SIMPLE:
            yield from _children(element, CONTENT.get(element.name, ()))
            yield from _words(element)
        elif element.name.startswith("imsmd:"):
            yield from _strangers(element)


def _children(element: Element, known: tuple[str, ...]) -> Faults:
    if element.name in CONTENT and (text := element.text.strip()):
        yield STRAY.at(MANIFEST, element.line, text=text, name=element.name)
    latest, seen = 0, set()
    for child in element.children:
        said = {"parent": element.name, "name": child.name, "known": ", ".join(known) or "nothing"}
        place = known.index(child.name) if child.name in known else -1
        of_others = ":" in child.name and not child.name.startswith("adlcp:")
        if place < 0 and (not of_others or element.name in SIMPLE):
            yield UNKNOWN.at(MANIFEST, child.line, **said)
        elif 0 <= place < latest and child.name not in OF_ADL:
            yield ORDER.at(MANIFEST, child.line, **said)
        if child.name in seen and child.name in known and child.name not in SEVERAL:
            yield TWICE.at(MANIFEST, child.line, **said)
        latest = max(latest, place)
        seen.add(child.name)
        if child.name == element.name == "manifest":
            yield SUB.at(MANIFEST, child.line)


def _strangers(element: Element) -> Faults:
    """Elements of the package or of ADL inside the description."""
    for child in element.children:
        if not child.name.startswith(("imsmd:", "?:")):
            yield UNKNOWN.at(MANIFEST, child.line, parent=element.name, name=child.name, known="its own elements only")


def _words(element: Element) -> Faults:
    given = [(element.name, element.text.strip())] if element.name in WORDS else []
    given += [(name, value) for name, value in element.attributes.items() if name in WORDS]
    for name, value in given:
        if value not in WORDS[name]:
            yield WORD.at(MANIFEST, element.line, name=name, value=value, known=_listed(WORDS[name]))
    if element.name == "adlcp:prerequisites" and element.get("type") != PREREQUISITES:
        yield WORD.at(
            MANIFEST, element.line, name="its type", value=element.get("type"), known=_listed((PREREQUISITES,))
        )
    if element.name == "resource" and element.get("type") != "webcontent":
        value = element.get("type")
        yield TYPE.at(MANIFEST, element.line, value=f"“{value}”" if value else "missing")


def _listed(words: tuple[str, ...]) -> str:
    return ", ".join(f"“{word}”" for word in words)
