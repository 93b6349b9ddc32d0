"""Module ⇄ module.yaml: a document that people edit.

In: a Module, or the text of a module.yaml. Out: the other. Refuses, with line and column, whatever
the table of the format does not know; nothing is guessed.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..module import Module
from ..plain_yaml.problems import Problems, suggestion
from ..plain_yaml.reading import Mapping, Node, Scalar, compose
from .describing import described
from .ids import with_ids
from .table import BLOCKS, MODULE
from .writing import emit

__all__ = ["FORMAT", "dumps", "loads", "schema", "written"]

FORMAT = 1
"""The value of `format`; a later format has a higher one."""
HEAD = "# modmigrate module: edit freely, then `modmigrate build module.yaml -o package.zip`\n"


def dumps(module: Module) -> str:
    """The module.yaml of a module: the same bytes for the same module; unset keys are left out.

    Lone surrogates, which no file can hold, become U+FFFD. `loads` gives the same module back if
    every chapter, heading, objective, term and question has an id.
    """
    return HEAD + emit(written(module))


def written(module: Module) -> dict[str, Any]:
    """The data of a module.yaml."""
    return {"format": FORMAT, **MODULE.write(module)}


def loads(text: str, file: str = "module.yaml", faulty: Callable[[str, str], str] | None = None) -> Module:
    """The module of a module.yaml; elements without an id get one made from their words.

    `faulty` says what is wrong with a picture or theme that the file names, or nothing.

    Raises ModelError: one line per problem, each `file:line:column: sentence`.
    """
    problems = Problems(file, faulty)
    top = compose(text, problems)
    if not isinstance(top, Mapping):
        problems.stop(top.mark, "a module begins with keys such as `format: 1` and `title:`")
    _check_format(top, problems)
    module = MODULE.read(top, problems)
    problems.settle()
    return with_ids(module, problems.ids)


def _check_format(top: Mapping, problems: Problems) -> None:
    """Takes `format` out of the mapping; another format is not read any further."""
    found: Node | None = top.entries.pop("format", None)
    if found is None:
        near = next((key for key in top.entries if suggestion(key, ["format"])), None)
        mark = top.keys[near] if near else top.mark
        problems.stop(mark, f"the key 'format' is missing; put `format: {FORMAT}` at the top")
    if not isinstance(found, Scalar) or found.text != str(FORMAT):
        problems.stop(found.mark, f"this modmigrate reads format {FORMAT} only; get a newer one for other formats")


def schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of module.yaml, for editors that complete and check while typing."""
    out = MODULE.schema()
    out["properties"] = {"format": {"const": FORMAT}, **out["properties"]}
    out["required"] = ["format", *out["required"]]
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return described({"$schema": dialect, "title": "module.yaml", **out, "$defs": BLOCKS.definitions()})
