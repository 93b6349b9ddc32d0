# ruff: noqa: E501  one mistake a line reads best
"""Every mistake in module.yaml is one sentence with its place."""

from __future__ import annotations

import pytest

from modmigrate.errors import ModelError
from modmigrate.module_yaml import loads

TOP = "format: 1\ntitle: x\n"
QUESTION = TOP + "opening:\n- question: a\n  type: choice\n  options: [a, b]\n"


def sentence(text: str) -> str:
    with pytest.raises(ModelError) as caught:
        loads(text)
    return str(caught.value)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (QUESTION + "  anwser: B\n", "module.yaml:7:3: unknown key 'anwser'; did you mean 'answer'?"),
        (QUESTION + "  answer: C\n", "module.yaml:7:11: 'C' is no option; give a letter from A to B"),
        (QUESTION + "  unsure: [kunci]\n", "module.yaml:7:12: 'kunci' cannot stand here; it must be key, question, heading, chapter, words, picture, text, mastery or title"),
        (QUESTION + "  unsure: [Key]\n", "module.yaml:7:12: 'Key' cannot stand here; did you mean 'key'?"),
        (TOP + "opening:\n- heding: x\n", "module.yaml:4:3: unknown block 'heding'; did you mean 'heading'?"),
        (TOP + "opening:\n- Catatan: ini\n", "module.yaml:4:3: unknown block 'Catatan'; if this is text, write \"Catatan: ini\""),
        (TOP + "opening:\n- [a]\n", "module.yaml:4:3: no block is a list"),
        (TOP + "opening:\n-\n", "module.yaml:4:2: nothing stands after this dash; remove it"),
        (TOP + "opening: text\n", "module.yaml:3:10: a list of blocks is expected here, each after a dash"),
        (TOP + "opening:\n- {question: a, type: chioce}\n", "module.yaml:4:23: 'chioce' is no type of question; did you mean 'choice'?"),
        (TOP + "opening:\n- {question: a, type: choice}\n", "module.yaml:4:3: the key 'options' is missing here"),
        (TOP + "opening:\n- {question: a, type: truefalse, answer: yes}\n", "module.yaml:4:42: 'yes' must be true or false"),
        (TOP + "opening:\n- heading: [a]\n", "module.yaml:4:12: text is expected here; if it is text, put it in quotes"),
        (TOP + "opening:\n- heading: a\n  exercise: tets\n", "module.yaml:5:13: 'tets' cannot stand here; did you mean 'test'?"),
        (TOP + "opening:\n- note: [a]\n  kind: box\n", "module.yaml:5:9: 'box' cannot stand here; it must be note, tip, warning, example, case, definition or trainer"),
        (TOP + "opening:\n- list: [a]\n  style: x\n", "module.yaml:5:10: 'x' cannot stand here; it must be bullet, steps, 1, a, A, i, I, 1), a), A), i), I), (1), (a), (A), (i) or (I)"),
        (TOP + "chapters:\n- chapter: a\n  role: bodi\n", "module.yaml:5:9: 'bodi' cannot stand here; did you mean 'body'?"),
        (TOP + "chapters:\n- number: a\n", "module.yaml:4:3: the key 'chapter' is missing here"),
        (TOP + "scoring: test\n", "module.yaml:3:10: 'test' cannot stand here; did you mean 'tests'?"),
        (TOP + "mastery: 0\n", "module.yaml:3:10: a whole number from 1 to 100 is expected here"),
        (TOP + "mastery: 101\n", "module.yaml:3:10: a whole number from 1 to 100 is expected here"),
        (TOP + "mastery: 70%\n", "module.yaml:3:10: a whole number from 1 to 100 is expected here"),
        (TOP + "language: Bahasa Indonesia\n", "module.yaml:3:11: 'Bahasa Indonesia' is no language code; write one such as id, en or pt-BR"),
        (TOP + "title: y\n", "module.yaml:3:1: the key 'title' stands in line 2 already"),
        (TOP + "notes: [a]\n", "module.yaml:3:8: notes are expected here, each as `id: text`"),
        (TOP + "cover: /etc/passwd\n", "module.yaml:3:8: the file '/etc/passwd' must be a path below the module's folder, with / between its parts"),
        (TOP + "cover: C:/x.png\n", "module.yaml:3:8: the file 'C:/x.png' must be a file in the module's folder, not an address"),
        (TOP + "opening:\n- figure: a/../../b\n", "module.yaml:4:11: the file 'a/../../b' must be a path below the module's folder, with / between its parts"),
        (TOP + "opening:\n- figure: https://x/y.png\n", "module.yaml:4:11: the file 'https://x/y.png' must be a file in the module's folder, not an address"),
        (TOP + "opening:\n- a ![x](../y) b\n", "module.yaml:4:3: the picture '../y' must be a path below the module's folder, with / between its parts"),
        ("titel: x\n", "module.yaml:1:1: the key 'format' is missing; put `format: 1` at the top"),
        ("format: 2\ntitle: x\n", "module.yaml:1:9: this modmigrate reads format 1 only; get a newer one for other formats"),
        ("format: 1\n", "module.yaml:1:1: the key 'title' is missing here"),
        ("", "module.yaml:1:1: the file is empty"),
        ("- a\n", "module.yaml:1:1: a module begins with keys such as `format: 1` and `title:`"),
        (TOP + "---\nformat: 1\n", "module.yaml:3:1: a second YAML document begins here; one file is one document"),
        (TOP + 'theme: "a\\0b.yaml"\n', "module.yaml:3:8: the file 'a\0b.yaml' has a sign in its name that no file can have"),
        (TOP + 'cover: "a\\nb.png"\n', "module.yaml:3:8: the file 'a\nb.png' has a sign in its name that no file can have"),
        (TOP + 'opening:\n- figure: "a\\eb.png"\n', "module.yaml:4:11: the file 'a\x1bb.png' has a sign in its name that no file can have"),
        (TOP + "cover: \x07\n", "module.yaml:3:8: the character U+0007 cannot stand here; remove it"),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_place(text: str, said: str) -> None:
    assert sentence(text) == said


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("format: 1\ntitle: a: b\n", "module.yaml:2:9: this is not YAML: put text that holds ': ' in quotes"),
        (TOP + "opening:\n- **bold** x\n", "module.yaml:4:4: this is not YAML: put text that begins with * in quotes"),
        (TOP + "\tcover: x\n", "module.yaml:3:1: this is not YAML: indent with blanks, not with a tab"),
        (TOP + 'cover: "x\n', "module.yaml:4:1: this is not YAML: a quotation mark is not closed"),
        (TOP + "opening:\n- a\n  b: c\n", "module.yaml:5:4: this is not YAML"),
        (TOP + "opening:\n- *x\n", "module.yaml:4:3: put text that begins with * in quotes"),
        (TOP + "cover: &a x\n", "module.yaml:3:8: put text that begins with & in quotes"),
        (TOP + "cover: !!python/object x\n", "module.yaml:3:8: put text that begins with ! in quotes"),
        (TOP + "? [a]\n: b\n", "module.yaml:3:3: a key must be a word"),
    ],
)
def test_what_is_not_plain_yaml_is_told_with_what_to_do(text: str, start: str) -> None:
    assert sentence(text).startswith(start)


def test_an_id_given_twice_names_both_lines() -> None:
    text = TOP + "opening:\n- {heading: a, id: h-1}\n- {heading: b, id: h-1}\n"
    assert sentence(text) == "module.yaml:5:20: the id 'h-1' stands in line 4 already; remove one of the two"


def test_all_mistakes_are_told_in_the_order_of_the_file() -> None:
    text = TOP + "mastery: x\nopening:\n- {heading: a, levle: 2}\ncolour: red\n"
    lines = sentence(text).split("\n")
    assert [line.split(": ")[0] for line in lines] == ["module.yaml:3:10", "module.yaml:5:16", "module.yaml:6:1"]


def test_no_more_than_twenty_mistakes_are_told() -> None:
    assert len(sentence(TOP + "opening:\n" + "- x: y\n" * 100).split("\n")) == 20


@pytest.mark.parametrize("deep", ["[" * 100_000, "{a: " * 100_000])
def test_bombs_of_nesting_are_refused(deep: str) -> None:
    assert "is nested more than 150 levels deep" in sentence(TOP + "opening: " + deep)


def test_the_file_can_have_another_name() -> None:
    with pytest.raises(ModelError, match=r"^kursus/modul\.yaml:1:1: "):
        loads("x: 1\n", "kursus/modul.yaml")
