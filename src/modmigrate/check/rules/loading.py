"""What pages load and run: files that are there, nothing from elsewhere, nothing that a strict policy forbids."""

from __future__ import annotations

import re

from ..fault import WEB, Faults, Rule
from ..opened import SCRIPTS, Package, is_local, resolved
from ..pages import Reference, addresses

GONE = Rule(
    "load-gone", "error", "{name} is loaded here, and is not in the package", "part of the page is missing", WEB
)
LINK_GONE = Rule(
    "link-gone", "warning", "a link leads to {name}, which is not in the package", "learners get an error page", WEB
)
CASE = Rule(
    "load-case",
    "error",
    "{name} is loaded here, and the package has {other}",
    "a server that knows case does not find it",
    WEB,
)
OUTSIDE = Rule(
    "load-outside",
    "error",
    "{name} is a path from the server's root or out of the package",
    "at an LMS there is something else, or nothing",
    WEB,
)
DISK = Rule("load-disk", "error", "{name} is a place on the author's computer", "nobody else has it", WEB)
EXTERNAL = Rule(
    "external-request",
    "warning",
    "{name} is loaded from elsewhere",
    "it fails offline and behind strict policies, and tells others who learns",
    "W3C Content Security Policy",
)
INSECURE = Rule(
    "external-insecure",
    "error",
    "{name} is loaded from elsewhere without encryption",
    "browsers block it on the https pages of an LMS",
    "W3C Mixed Content",
)
INLINE = Rule(
    "inline-script",
    "note",
    "the page holds {count} programs of its own (scripts or handlers such as onclick)",
    "under `script-src 'self'` none of them runs; put them in a file",
    "W3C Content Security Policy",
)
EVAL = Rule(
    "eval",
    "note",
    "the script makes programs of text (`eval`, `new Function`)",
    "a strict policy forbids it",
    "W3C Content Security Policy: unsafe-eval",
)
NO_VIEWPORT = Rule(
    "viewport-missing",
    "note",
    "the page to launch does not say how wide it is on a phone (`meta name=viewport`)",
    "phones show it tiny",
    WEB,
)
NO_LANGUAGE = Rule(
    "language-missing",
    "note",
    "the page to launch does not name its language (`html lang`)",
    "screen readers read it out in the wrong one",
    "WCAG 2.2, 3.1.1",
)
_DISK = re.compile(r"file:|[A-Za-z]:[\\/]", re.IGNORECASE).match
_ABROAD = re.compile(r"(https?:)?//[\w\[]", re.IGNORECASE).match
_ASKED = re.compile(
    r"""(?:\bfetch|\bimportScripts|\bimport|\bnew Worker|\.open\(\s{0,3}["'][A-Z]{3,6}["'],|\.src\s{0,3}=)"""
    r"""\s{0,3}\(?\s{0,3}["'`]((?:https?:)?//[^"'`\s]{1,300})"""
)
_EVAL = re.compile(r"(?<![\w.$])eval\s{0,3}\(|\bnew Function\s{0,3}\(")
_TEMPLATE = re.compile(r"\{\{|<%|\$\{|\[\[").search
"""What a script fills in before the page asks for it."""
SVG_OF_W3 = "http://www.w3.org/"


def found(package: Package) -> Faults:
    """Faults of pages, style sheets and scripts."""
    for name, page in package.pages.items():
        yield from _references(package, name, page.base, page.references)
        if count := len(page.scripts) + len(page.handlers):
            yield INLINE.at(name, count=count)
    for name in package.named((".css",)):
        yield from _references(package, name, "", [Reference(target, 0) for target in addresses(package.text(name))])
    for name in package.named(SCRIPTS):
        yield from _script(package, name)
    for name in _launched(package):
        page = package.pages[name]
        if not page.viewport and not page.is_frameset:
            yield NO_VIEWPORT.at(name)
        if not page.language:
            yield NO_LANGUAGE.at(name)


def _launched(package: Package) -> list[str]:
    root = package.manifest.root
    found = [] if root is None else root.all("resources", "resource")
    names = (resolved("", r.get("href")) for r in found if r.get("adlcp:scormtype") == "sco" and r.get("href"))
    return [name for name in dict.fromkeys(names) if name in package.pages]


def _script(package: Package, name: str) -> Faults:
    text = package.text(name)
    for target in dict.fromkeys(_ASKED.findall(text)):
        if not target.startswith(SVG_OF_W3):
            yield (INSECURE if target.startswith("http:") else EXTERNAL).at(name, name=target)
    if _EVAL.search(text):
        yield EVAL.at(name)


def _references(package: Package, file: str, base: str, references: list[Reference]) -> Faults:
    seen = set()
    for reference in references:
        if (reference.target, reference.fetched) not in seen and not _TEMPLATE(reference.target):
            seen.add((reference.target, reference.fetched))
            yield from _reference(package, file, base, reference)


def _reference(package: Package, file: str, base: str, reference: Reference) -> Faults:
    target, line = reference.target, reference.line
    if _DISK(target):
        yield DISK.at(file, line, name=target)
    elif _ABROAD(target) or (_ABROAD(base) and is_local(target)):
        if reference.fetched:
            yield (INSECURE if target.lower().startswith("http:") else EXTERNAL).at(file, line, name=target)
    elif is_local(target) and not target.startswith("#"):
        name = resolved(file, base + target)
        other = package.folded.get(name.casefold(), "")
        if target.startswith("/") or name.startswith(".."):
            yield OUTSIDE.at(file, line, name=target)
        elif name not in package.by_name and other:
            yield CASE.at(file, line, name=name, other=other)
        elif name not in package.by_name and not any(n.startswith(f"{name}/") for n in package.by_name):
            yield (GONE if reference.fetched else LINK_GONE).at(file, line, name=name)
