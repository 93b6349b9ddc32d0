"""Names of files: what servers refuse, rename, or find on one system and not on another."""

from __future__ import annotations

import re

from ...scorm.limits import REFUSED_SUFFIXES
from ..fault import MOODLE, WEB, Faults, Rule
from ..opened import Package

UNSAFE = Rule(
    "name-unsafe",
    "error",
    "the name is a path out of the package, or no path at all",
    "LMSs refuse such a zip as an attack",
    "“zip slip”; APPNOTE 4.4.17",
)
BACKSLASH = Rule(
    "name-backslash",
    "error",
    "the name has backslashes between its parts",
    "on a Linux server it becomes one file with a strange name",
    "APPNOTE 4.4.17.1",
)
CASE = Rule(
    "name-case",
    "error",
    "the name differs from {other} by case alone",
    "servers and LMSs on Windows keep only one of the two",
    "file systems that fold case",
)
SPACE = Rule(
    "name-space",
    "warning",
    "the name holds a blank",
    "some LMSs ask for the file by a name that is not there",
    "RFC 3986, 2.1; threads on lost %20 in SCORM players",
)
SIGNS = Rule(
    "name-signs",
    "warning",
    "the name holds signs other than A–Z, a–z, 0–9, . _ -",
    "servers unzip them into other names; rename the file",
    "zip has no one encoding of names (APPNOTE D)",
)
REFUSED = Rule(
    "name-refused",
    "warning",
    "files ending in {end} are refused or renamed by some LMSs",
    "rename or remove it",
    "Chamilo, Docebo, Tovuti",
)
LONG = Rule(
    "name-long",
    "warning",
    "the path is {length} characters long",
    "over 255 a database keeps it cut, or not at all",
    f"{MOODLE}: files.filepath and filename hold 255",
)
LEFTOVER = Rule(
    "leftover",
    "note",
    "{count} files such as this one are an operating system's own",
    "leave them out of the zip",
    "macOS, Windows",
)
CANNOT_PLAY = Rule(
    "cannot-play", "warning", "no browser of today plays files ending in {end}", "convert it to MP4, MP3 or HTML", WEB
)
_GOOD = re.compile(r"[A-Za-z0-9._-]+(/[A-Za-z0-9._-]+)*").fullmatch
_BACKSLASH = re.compile(r"[\w.-]+(\\[\w.-]+)+").fullmatch
_DRIVE = re.compile(r"[A-Za-z]:").match
OWN = ("__macosx", ".ds_store", "thumbs.db", "desktop.ini")
OLD = (".swf", ".flv", ".avi", ".wmv", ".wma", ".mpg", ".mpeg", ".rm", ".dcr", ".class")


def found(package: Package) -> Faults:
    """Faults of names; an operating system's own files are told of once."""
    own = [name for name in package.by_name if is_own(name)]
    if own:
        yield LEFTOVER.at(own[0], count=len(own))
    for info in package.entries:
        if not is_own(info.filename):
            yield from _name(package, info.orig_filename or info.filename)


def is_own(name: str) -> bool:
    """Whether a file is one that operating systems leave in folders."""
    parts = name.lower().split("/")
    return parts[0] == OWN[0] or parts[-1] in OWN[1:]


def is_unsafe(name: str) -> bool:
    """Whether a name is no path below the package's root with / between its parts."""
    return "\\" in name or name.startswith("/") or _DRIVE(name) is not None or ".." in name.split("/") or "\0" in name


def _name(package: Package, name: str) -> Faults:
    last = name.rsplit("/", 1)[-1].lower()
    end = next((end for end in REFUSED_SUFFIXES if last.endswith(end)), "")
    old = next((end for end in OLD if last.endswith(end)), "")
    if is_unsafe(name):
        yield (BACKSLASH if _BACKSLASH(name) else UNSAFE).at(name)
    elif len(name) > 255:
        yield LONG.at(name[:60] + "…", length=len(name))
    elif " " in name:
        yield SPACE.at(name)
    elif not _GOOD(name):
        yield SIGNS.at(name)
    if end:
        yield REFUSED.at(name, end=end)
    if old:
        yield CANNOT_PLAY.at(name, end=old)
    first = package.folded.get(name.casefold(), name)
    if first != name:
        yield CASE.at(name, other=first)
