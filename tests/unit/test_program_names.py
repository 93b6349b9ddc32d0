"""Names of a package's program are shortened only where they are nothing but names of the program."""

from __future__ import annotations

import re

import pytest

from modmigrate.templating.names import shortened

SOURCE = """
const storage = 1;
const caption = "";
function paintAll(node) {
  return node.caption + storage;
}
function searched(node) {
  return { paintAll: node, size: storage };
}
function matching(text) {
  return /matching|other/.test(text) ? searched(text) : node;
}
function telling() {
  return "of telling";
}
"""


def test_what_only_the_program_calls_gets_a_short_name_in_all_parts():
    first, more = shortened([SOURCE, "more({ searched, storage });\n"], [SOURCE])
    assert "searched" not in first + more
    assert "storage" not in first + more
    made = re.match(r"more\(\{ (\w+), (\w+) \}\);", more)
    assert made
    assert f"function {made[1]}(node)" in first
    assert f"const {made[2]} = 1;" in first


@pytest.mark.parametrize("name", ["caption", "paintAll", "matching", "telling"])
def test_a_name_stays_that_is_a_property_a_text_or_a_part_of_a_pattern(name):
    (made,) = shortened([SOURCE], [SOURCE])
    assert made.count(name) == SOURCE.count(name)


def test_a_short_name_is_never_one_that_is_in_use():
    source = "".join(f"let a{sign};\n" for sign in "abcdefghijklmnopqrstuvwxyz") + "function wanted() {}\nwanted();\n"
    (made,) = shortened([source], [source])
    assert "function aA() {}\naA();" in made
