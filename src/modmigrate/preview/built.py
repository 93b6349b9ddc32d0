"""A package as the player sees it: its files, what an LMS would list and start, and what was found in making it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from msgspec import Struct

from ..check.manifest import Element, Manifest
from ..check.opened import MANIFEST, Package


class Item(Struct, frozen=True):
    """What an LMS lists and starts, with what its manifest says of it."""

    id: str
    title: str
    href: str
    mastery: str = ""
    data: str = ""
    time: str = ""
    action: str = ""


class Built(Struct, frozen=True):
    """A package: `read` gives the bytes of a file, None for one that is not there."""

    read: Callable[[str], bytes | None]
    items: tuple[Item, ...]
    findings: tuple[str, ...] = ()


BIG = 300_000_000
"""Bytes of a file in a zip that are unpacked at most."""


def of_zip(package: Package) -> Built:
    """A stranger's package, unpacked file by file."""
    return Built(lambda name: package.read(name, BIG), items_of(package.manifest))


def of_files(files: dict[str, bytes], findings: Sequence[str]) -> Built:
    """Files that we made ourselves."""
    return Built(files.get, items_of(Manifest(files[MANIFEST])), tuple(findings))


def items_of(manifest: Manifest) -> tuple[Item, ...]:
    """The items of a package that start something, in order."""
    root = manifest.root
    if root is None:
        return ()
    resources = {r.get("identifier"): r for r in root.all("resources", "resource")}
    found = [e for o in root.all("organizations", "organization") for e in o.walk() if e.name == "item"]
    out = []
    for item in found:
        resource = resources.get(item.get("identifierref"))
        href = "" if resource is None else resource.get("xml:base") + resource.get("href")
        if href:
            out.append(_item(item, href))
    bare = (Item(r.get("identifier"), r.get("href"), r.get("href")) for r in resources.values() if r.get("href"))
    return tuple(out or bare)


def _item(item: Element, href: str) -> Item:
    def own(name: str) -> str:
        child = item.first(name)
        return "" if child is None else child.text.strip()

    return Item(
        item.get("identifier"), own("title") or item.get("identifier"), href + item.get("parameters"),
        own("adlcp:masteryscore"), own("adlcp:datafromlms"), own("adlcp:maxtimeallowed"), own("adlcp:timelimitaction"),
    )  # fmt: skip
