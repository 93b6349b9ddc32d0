"""Identifiers, resources and files: what the manifest names must be there, and what is there must be named."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..fault import ADL_XSD, CAM, CP_XSD, WEB, Fault, Faults, Rule
from ..manifest import Element
from ..opened import MANIFEST, PAGES, Package, is_local, resolved
from .names import is_own, is_unsafe

LAUNCH = "SCORM 1.2 Run-Time Environment, launch"
NO_NAME = Rule("identifier-missing", "error", "this {name} has no identifier", "nothing can refer to it", CP_XSD)
NAME = Rule(
    "identifier-form",
    "error",
    "the identifier “{value}” is no XML name",
    "begin with a letter or _, then letters, digits, . _ -; strict LMSs refuse others",
    f"{CP_XSD}: xsd:ID",
)
TWICE = Rule(
    "identifier-twice",
    "error",
    "the identifier “{value}” stands in line {first} already",
    "an LMS mixes the two up",
    f"{CP_XSD}: xsd:ID",
)
DANGLING = Rule(
    "item-dangling",
    "error",
    "the item names the resource “{name}”, which is not there",
    "it cannot be started; SCORM Cloud refuses the package",
    f"{CP_XSD}; SCORM Cloud",
)
DEAD = Rule("item-empty", "warning", "the item has neither a resource nor items of its own", "it leads nowhere", CAM)
NO_SCO = Rule("no-sco", "error", "no resource is a SCO", "nothing is tracked", CAM)
KIND = Rule(
    "scormtype", "error", "`adlcp:scormtype` is {value}", "it must be sco or asset, or nothing is tracked", ADL_XSD
)
NO_HREF = Rule("href-none", "error", "the SCO has no href", "an LMS does not know what to open", CAM)
GONE = Rule(
    "file-gone",
    "error",
    "{name} is named here, and is not in the package",
    "learners get an error page, or an LMS refuses the package",
    CAM,
)
CASE = Rule(
    "file-case",
    "error",
    "{name} is named here, and the package has {other}",
    "on a server that knows case the page is not found",
    WEB,
)
OUTSIDE = Rule(
    "file-outside",
    "error",
    "{name} leads out of the package",
    "an LMS does not serve it, or serves something else",
    CAM,
)
ABROAD = Rule(
    "launch-external",
    "error",
    "what is launched is an address elsewhere: {name}",
    "a page of another host cannot reach the LMS's adapter",
    LAUNCH,
)
NO_PAGE = Rule("launch-no-page", "error", "the SCO starts with {name}", "only a web page can talk to the LMS", LAUNCH)
ORPHAN = Rule(
    "file-unlisted",
    "warning",
    "the file is in the package, and no resource lists it",
    "strict LMSs leave such files out",
    CAM,
)
LISTED_TWICE = Rule("file-twice", "note", "{name} is listed {count} times in this resource", "list it once", CAM)
DEPENDENCY = Rule(
    "dependency-dangling",
    "error",
    "the dependency names “{name}”, which is no resource",
    "strict LMSs refuse the package",
    CP_XSD,
)
CIRCLE = Rule("dependency-circle", "error", "the resource “{name}” depends on itself", "some importers never end", CAM)
IDLE = Rule("resource-unused", "warning", "no item starts the SCO “{name}”", "learners never see it", CAM)
METADATA = Rule(
    "metadata-gone",
    "error",
    "the metadata file {name} is not in the package",
    "SCORM Cloud refuses the package",
    "SCORM Cloud",
)
_NCNAME = re.compile(r"[^\W\d][\w.-]*").fullmatch
NAMED = ("manifest", "organization", "item", "resource")
OWN = (".xsd", ".dtd")
"""Schema files, which packages carry at their root without listing them (as ADL's own samples do)."""


def found(package: Package) -> Faults:
    """Faults of names and references between the manifest and the files."""
    root = package.manifest.tree
    if root is None:
        return
    yield from _identifiers(root)
    resources = {r.get("identifier"): r for r in root.all("resources", "resource")}
    yield from _items(root, resources)
    listed: set[str] = set()
    for resource in resources.values():
        base = "".join(e.get("xml:base") for e in (root, *root.all("resources"), resource))
        yield from _resource(package, resource, base, listed)
        yield from _dependencies(resource, resources)
    for element in (e for e in root.walk() if e.name == "adlcp:location"):
        name = resolved("", element.text.strip())
        if is_local(element.text) and name not in package.by_name:
            yield METADATA.at(MANIFEST, element.line, name=name)
        listed.add(name)
    if listed - {MANIFEST}:
        lost = sorted(set(package.by_name) - listed - {MANIFEST})
        yield from (ORPHAN.at(n) for n in lost if not n.lower().endswith(OWN) and not is_own(n) and not is_unsafe(n))


def _identifiers(root: Element) -> Faults:
    first: dict[str, int] = {}
    for element in (e for e in root.walk() if e.name in NAMED):
        value = element.get("identifier")
        if not value and element.name != "manifest":
            yield NO_NAME.at(MANIFEST, element.line, name=element.name)
        elif value and not _NCNAME(value):
            yield NAME.at(MANIFEST, element.line, value=value)
        if value and first.setdefault(value, element.line) != element.line:
            yield TWICE.at(MANIFEST, element.line, value=value, first=first[value])


def _items(root: Element, resources: dict[str, Element]) -> Faults:
    used = set()
    for item in (e for e in root.walk() if e.name == "item"):
        name = item.get("identifierref")
        used.add(name)
        if name and name not in resources:
            yield DANGLING.at(MANIFEST, item.line, name=name)
        elif not name and not item.all("item"):
            yield DEAD.at(MANIFEST, item.line)
    kinds = {name: r.get("adlcp:scormtype") for name, r in resources.items()}
    if resources and all(kind == "asset" for kind in kinds.values()):
        yield NO_SCO.at(MANIFEST, root.line)
    if used & resources.keys():
        idle = (n for n, kind in kinds.items() if kind == "sco" and n not in used)
        yield from (IDLE.at(MANIFEST, resources[n].line, name=n) for n in idle)


def _resource(package: Package, resource: Element, base: str, listed: set[str]) -> Faults:
    kind, href = resource.get("adlcp:scormtype"), resource.get("href")
    if kind not in ("sco", "asset"):
        yield KIND.at(MANIFEST, resource.line, value=f"“{kind}”" if kind else "missing")
    if kind == "sco" and not href:
        yield NO_HREF.at(MANIFEST, resource.line)
    files = resource.all("file")
    for file in files:
        yield from _there(package, file, file.get("href"), base, listed)
    times = Counter(file.get("href") for file in files)
    yield from (LISTED_TWICE.at(MANIFEST, resource.line, name=n, count=c) for n, c in times.items() if c > 1)
    if href and href not in times:
        yield from _there(package, resource, href, base, listed, launched=True)
    if kind == "sco" and href and is_local(href) and not resolved("", href).lower().endswith(PAGES):
        yield NO_PAGE.at(MANIFEST, resource.line, name=href)


def _there(
    package: Package, element: Element, href: str, base: str, listed: set[str], *, launched: bool = False
) -> Iterator[Fault]:
    name = resolved("", base + href)
    if not is_local(href):
        if launched:
            yield ABROAD.at(MANIFEST, element.line, name=href)
    elif href.startswith(("/", "\\")) or "\\" in href or name.startswith(".."):
        yield OUTSIDE.at(MANIFEST, element.line, name=href)
    elif name not in package.by_name:
        other = package.folded.get(name.casefold(), "")
        listed.add(other)
        rule = CASE.at(MANIFEST, element.line, name=name, other=other) if other else None
        yield rule or GONE.at(MANIFEST, element.line, name=name)
    listed.add(name)


def _dependencies(resource: Element, resources: dict[str, Element]) -> Faults:
    for dependency in resource.all("dependency"):
        if dependency.get("identifierref") not in resources:
            yield DEPENDENCY.at(MANIFEST, dependency.line, name=dependency.get("identifierref"))
    seen, ahead = set(), [resource]
    while ahead:
        for dependency in ahead.pop().all("dependency"):
            name = dependency.get("identifierref")
            if name == resource.get("identifier"):
                yield CIRCLE.at(MANIFEST, resource.line, name=name)
                return
            if name in resources and name not in seen:
                seen.add(name)
                ahead.append(resources[name])
