"""The table of the schemas against the schemas themselves: what they refuse is a fault, wherever it was planted."""

from __future__ import annotations

import copy
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from broken_packages import GOOD, MANIFEST, zipped
from lxml import etree
from test_manifest import schema  # noqa: F401 - a fixture

from modmigrate.check import check

VALUES = ("", "1x", "a b", "x" * 300)
TEXTS = ("", "x", "9" * 300, "-1")
CHANGES = 250


def planted(number: int) -> Iterator[etree._Element]:
    """The sound manifest after one random change of its tree; nothing where that cannot be made."""
    chance = random.Random(number)
    root = etree.fromstring(MANIFEST.encode())
    elements = [e for e in root.iter(etree.Element) if "imsmd" not in str(e.tag)]
    one, other = chance.choice(elements[1:]), chance.choice(elements)
    name = chance.choice([*map(str, one.attrib)] or [""])
    kind = chance.randrange(7)
    if kind == 0:
        one.getparent().remove(one)
    elif kind == 1:
        one.getparent().append(copy.deepcopy(one))
    elif kind == 2 and other not in list(one.iter()):
        other.append(one)
    elif kind == 3 and name:
        del one.attrib[name]
    elif kind == 4 and name:
        one.set(name, chance.choice(VALUES))
    elif kind == 5:
        one.tag = f"{one.tag}x"
    elif kind == 6:
        one.text = chance.choice(TEXTS)
    else:
        return
    yield root


def test_what_the_schemas_refuse_is_a_fault(schema: Any, tmp_path: Path) -> None:  # noqa: F811
    path = tmp_path / "paket.zip"
    refused, missed = 0, []
    for number in range(CHANGES):
        for root in planted(number):
            data = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
            if schema.validate(etree.fromstring(data)):
                continue
            refused += 1
            path.write_bytes(zipped({**GOOD, "imsmanifest.xml": data}))
            if not [fault for fault in check(path) if fault.rule.severity != "note"]:
                missed.append((number, str(schema.error_log.last_error)))
    assert missed == []
    assert refused > CHANGES / 3


def test_the_sound_manifest_is_valid(schema: Any) -> None:  # noqa: F811
    assert schema.validate(etree.fromstring(MANIFEST.encode()))


PLACES = ("<metadata>", '<organization identifier="org">', '<item identifier="item-1" identifierref="sco-1">')


@pytest.mark.parametrize("place", PLACES)
def test_elements_of_others_may_stand_where_the_schemas_let_them(place: str, tmp_path: Path) -> None:
    path = tmp_path / "paket.zip"
    text = MANIFEST.replace(place, f'{place}<x:own xmlns:x="urn:example"/>', 1)
    path.write_bytes(zipped({**GOOD, "imsmanifest.xml": text.encode()}))
    assert check(path) == ()
