"""Mappings of module.yaml as records: a class, its telling key, its fields in written order."""

from __future__ import annotations

from typing import Any

from msgspec import NODEFAULT, Struct

from ..plain_yaml.problems import Problems, suggestion
from ..plain_yaml.reading import Mapping, Node, Scalar
from .kinds import Kind


class Field(Struct, frozen=True):
    """One key: its kind, its attribute where that has another name, and whether it is written when default."""

    key: str
    kind: Kind
    name: str = ""
    always: bool = False

    @property
    def attribute(self) -> str:
        """The attribute's name in the model."""
        return self.name or self.key.replace("-", "_")


def defaults(made: type[Struct]) -> dict[str, Any]:
    """Each field's default value in written order; NODEFAULT for one that must be given.

    `msgspec.structs.fields` says the same, but works out every annotation for it.
    """
    names, given = made.__struct_fields__, made.__struct_defaults__
    return dict(zip(names, (NODEFAULT,) * (len(names) - len(given)) + given, strict=True))


class Record(Kind):
    """A mapping ⇄ a value of `made`. Defaults and what is required come from the class itself."""

    def __init__(self, made: type[Any], *fields: Field) -> None:
        self.made = made
        self.fields = {f.key: f for f in fields}
        own = defaults(made)
        self._defaults = {f.key: own[f.attribute] for f in fields}

    @property
    def telling(self) -> str:
        """The first key: it says what the mapping is."""
        return next(iter(self.fields))

    def required(self, key: str) -> bool:
        """Whether a mapping without this key is wrong."""
        return self._defaults[key] is NODEFAULT

    def read(self, node: Node, problems: Problems) -> Any:
        """See Kind."""
        values = self.values(node, problems)
        return None if values is None else self.made(**values)

    def values(self, node: Node, problems: Problems, more: tuple[str, ...] = ()) -> dict[str, Any] | None:
        """Constructor arguments from a mapping, keys in `more` apart; None when a required one is wrong."""
        if not isinstance(node, Mapping):
            problems.add(node.mark, f"keys such as `{self.telling}:` are expected here")
            return None
        for key in node.entries.keys() - self.fields.keys() - set(more):
            problems.add(node.keys[key], self._unknown(key, more))
        values = {}
        for key, field in self.fields.items():
            child = node.entries.get(key)
            if child is None and self.required(key):
                problems.add(node.mark, f"the key '{key}' is missing here")
                return None
            if child is not None and (self.required(key) or not (isinstance(child, Scalar) and child.empty)):
                values[field.attribute] = field.kind.read(child, problems)
        return values

    def _unknown(self, key: str, more: tuple[str, ...]) -> str:
        known = [*self.fields, *more]
        return f"unknown key '{key}'" + (suggestion(key, known) or f"; known here are {', '.join(known)}")

    def write(self, value: Any) -> dict[str, Any]:
        """See Kind."""
        data = {}
        for key, field in self.fields.items():
            found = getattr(value, field.attribute)
            if field.always or found != self._defaults[key]:
                data[key] = field.kind.write(found)
        return data

    def schema(self) -> dict[str, Any]:
        """See Kind."""
        properties = {key: field.kind.schema() for key, field in self.fields.items()}
        required = [key for key in self.fields if self.required(key)]
        return {"type": "object", "properties": properties, "required": required, "additionalProperties": False}
