"""What a learner sees listed and starts: organizations, items, titles, and what the LMS is told of each item."""

from __future__ import annotations

import re
from collections import Counter

from ...scorm import limits
from ..fault import ADL_XSD, CAM, CP_XSD, MD_XSD, MOODLE, Faults, Rule
from ..manifest import Element
from ..opened import MANIFEST, Package

VERSION = Rule(
    "schema-version",
    "warning",
    "the manifest says {what}",
    "Open edX takes anything else than `ADL SCORM` 1.2 for SCORM 2004",
    f"{CAM}; Open edX SCORM XBlock",
)
NO_ORGANIZATION = Rule(
    "organization-missing", "error", "there is no organization", "an LMS has nothing to list or to start", CAM
)
DEFAULT = Rule(
    "default-dangling", "error", "the default organization “{name}” is not there", "some LMSs list nothing", CP_XSD
)
NO_DEFAULT = Rule("default-missing", "note", "no organization is named as the default one", "name it", CP_XSD)
SEVERAL = Rule(
    "organizations-several",
    "warning",
    "there are {count} organizations",
    "most LMSs show the first or default one only",
    MOODLE,
)
NO_ITEMS = Rule("items-missing", "error", "the organization has no items", "an LMS has nothing to start", CAM)
NO_TITLE = Rule(
    "title-missing",
    "error",
    "this {name} has no title",
    "learners see an empty line, and Open edX refuses the package",
    f"{CP_XSD}; Open edX",
)
LONG_TITLE = Rule(
    "title-long",
    "error",
    "the title has {length} characters",
    f"{limits.TITLE} are allowed, and over 255 are an error of Moodle's database",
    f"{CP_XSD}; {MOODLE}",
)
REFERENCES = Rule(
    "character-references",
    "warning",
    "the text has numeric references such as {sign}",
    "Moodle shows them as they are; write the characters themselves",
    MOODLE,
)
DESCRIPTION = Rule(
    "description-long",
    "warning",
    "the description has {length} characters",
    f"SCORM Cloud refuses more than {limits.DESCRIPTION}",
    f"{MD_XSD}; SCORM Cloud",
)
MASTERY = Rule(
    "mastery-number", "error", "the mastery score is “{value}”", "a whole number from 0 to 100 is expected", ADL_XSD
)
MASTERY_ZERO = Rule(
    "mastery-zero", "warning", "the mastery score is 0", "Moodle drops it, others let everybody pass", MOODLE
)
MASTERY_PLACE = Rule(
    "mastery-place",
    "warning",
    "a mastery score stands at something that no SCO belongs to",
    "nothing can ever reach it",
    CAM,
)
TIME = Rule(
    "time-form", "error", "`maxtimeallowed` is “{value}”", "write it as HHHH:MM:SS.SS", f"{ADL_XSD}; CMITimespan"
)
DATA = Rule(
    "data-long",
    "error",
    "`datafromlms` has {length} characters",
    "255 are allowed, the rest is lost or refused",
    ADL_XSD,
)
PREREQUISITES = Rule(
    "prerequisites", "error", "the prerequisites name “{name}”, which is no item", "the item can never be opened", CAM
)
CONDITIONS = Rule(
    "prerequisites-long", "error", "the prerequisites have {length} characters", "200 are allowed", ADL_XSD
)
LONGEST = 200
_TIME = re.compile(r"\d{2,4}:[0-5]\d:[0-5]\d(\.\d{1,2})?").fullmatch
_NAME = re.compile(r"[^\s&|~=<>{}()*,\"]+")
_NUMERIC = re.compile(r"&#x?[0-9A-Fa-f]{1,6};")
_QUOTED = re.compile(r'"[^"]*"')


def found(package: Package) -> Faults:
    """Faults of organizations and items."""
    root = package.manifest.tree
    if root is None:
        return
    yield from _version(root)
    for number, text in enumerate(package.manifest.text.split("\n"), 1):
        if sign := _NUMERIC.search(text):
            yield REFERENCES.at(MANIFEST, number, sign=sign[0])
            break
    organizations = root.all("organizations", "organization")
    if not organizations:
        yield NO_ORGANIZATION.at(MANIFEST, root.line)
    if len(organizations) > 1:
        yield SEVERAL.at(MANIFEST, organizations[1].line, count=len(organizations))
    yield from _default(root, {o.get("identifier") for o in organizations})
    for organization in organizations:
        yield from _title(organization)
        if not organization.all("item"):
            yield NO_ITEMS.at(MANIFEST, organization.line)
        items = [e for e in organization.walk() if e.name == "item"]
        names = {item.get("identifier") for item in items}
        kinds = {r.get("identifier"): r.get("adlcp:scormtype") for r in root.all("resources", "resource")}
        for item in items:
            yield from _title(item)
            yield from _item(item, names, kinds.get(item.get("identifierref"), ""))


def _version(root: Element) -> Faults:
    metadata = root.first("metadata")
    for name, right in (("schema", "ADL SCORM"), ("schemaversion", "1.2")):
        element = metadata.first(name) if metadata else None
        given = element.text.strip() if element else ""
        if given != right:
            what = f"{name} “{given}”" if element else f"no {name}"
            yield VERSION.at(MANIFEST, (element or metadata or root).line, what=what)
            return
    for element in (e for e in root.walk() if e.name == "imsmd:description"):
        length = max((len(part.text) for part in element.walk()), default=0)
        if length > limits.DESCRIPTION:
            yield DESCRIPTION.at(MANIFEST, element.line, length=length)


def _default(root: Element, known: set[str]) -> Faults:
    organizations = root.first("organizations")
    name = organizations.get("default") if organizations else ""
    if organizations and known and "default" not in organizations.attributes:
        yield NO_DEFAULT.at(MANIFEST, organizations.line)
    elif organizations and known and name not in known:
        yield DEFAULT.at(MANIFEST, organizations.line, name=name)


def _title(element: Element) -> Faults:
    title = element.first("title")
    text = title.text.strip() if title else ""
    if not text:
        yield NO_TITLE.at(MANIFEST, element.line, name=element.name)
    elif title and len(text) > limits.TITLE:
        yield LONG_TITLE.at(MANIFEST, title.line, length=len(text))


def _item(item: Element, names: set[str], kind: str) -> Faults:
    for child in item.children:
        value = child.text.strip()
        match child.name:
            case "adlcp:masteryscore" if not re.fullmatch(r"\d{1,3}", value) or int(value) > 100:
                yield MASTERY.at(MANIFEST, child.line, value=value)
            case "adlcp:masteryscore" if int(value) == 0:
                yield MASTERY_ZERO.at(MANIFEST, child.line)
            case "adlcp:masteryscore" if kind == "asset" or not item.get("identifierref"):
                yield MASTERY_PLACE.at(MANIFEST, child.line)
            case "adlcp:maxtimeallowed" if not _TIME(value):
                yield TIME.at(MANIFEST, child.line, value=value)
            case "adlcp:datafromlms" if len(child.text) > 255:
                yield DATA.at(MANIFEST, child.line, length=len(child.text))
            case "adlcp:prerequisites" if len(value) > LONGEST:
                yield CONDITIONS.at(MANIFEST, child.line, length=len(value))
            case "adlcp:prerequisites":
                for name in Counter(_NAME.findall(_QUOTED.sub(" ", value))):
                    if name not in names and not name.isdecimal():
                        yield PREREQUISITES.at(MANIFEST, child.line, name=name)
