"""The examples of docs/module-yaml.md are read as they stand, and the reference leaves nothing out."""

from __future__ import annotations

import re
import textwrap
from pathlib import Path

import pytest

from modmigrate.module_yaml import loads, schema

DOCS = (Path(__file__).parents[2] / "docs" / "module-yaml.md").read_text("utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", DOCS, re.DOTALL)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e.split("\n")[0])
def test_an_example_can_be_read(example: str) -> None:
    whole = example.startswith("format:")
    made = loads(example if whole else "format: 1\ntitle: x\nopening:\n" + textwrap.indent(example, "  "))
    assert made.chapters if whole else made.opening


def test_every_key_is_in_the_reference() -> None:
    def keys(part: object) -> set[str]:
        if isinstance(part, list):
            return set().union(*map(keys, part))
        if not isinstance(part, dict):
            return set()
        return {*part.get("properties", {}), *(k for v in part.values() for k in keys(v))}

    assert {key for key in keys(schema()) if not re.search(rf"\b{key}\b", DOCS)} == set()
