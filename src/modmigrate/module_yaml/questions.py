"""Questions of module.yaml: keys that all types share, and each type's own from its class in `questions`."""

from __future__ import annotations

from typing import Any

from msgspec import NODEFAULT

from ..plain_yaml.problems import Problems, suggestion
from ..plain_yaml.reading import Mapping, Node, Scalar, Sequence
from ..questions import TYPES, Question
from ..questions.base import QuestionDataError
from . import feedback
from .kinds import TEXT, TEXT_SCHEMA, Kind
from .records import Field, Record, defaults
from .writing import Line


class Questions(Kind):
    """A question: keys shared by all types, and the type's own where they belong."""

    def __init__(self, *fields: Field, own_after: str) -> None:
        self._records = {name: Record(cls, *fields) for name, cls in TYPES.items()}
        keys = [f.key for f in fields]
        self._before_own = keys[: keys.index(own_after) + 1]
        self.telling = fields[0].key

    def read(self, node: Node, problems: Problems) -> Question | None:
        """See Kind."""
        name = node.entries.get("type") if isinstance(node, Mapping) else None
        if not isinstance(node, Mapping) or not isinstance(name, Scalar) or name.text not in TYPES:
            wrong = name.text if isinstance(name, Scalar) else ""
            near = suggestion(wrong, TYPES) or f"; give one of {', '.join(TYPES)}"
            said = f"'{wrong}' is no type of question{near}" if wrong else f"a question needs the key 'type'{near}"
            problems.add(name.mark if name else node.mark, said)
            return None
        cls, record = TYPES[name.text], self._records[name.text]
        rest, responses = feedback.divided(node, problems)
        values = record.values(rest, problems, ("type", *cls.own_fields))
        own = self._own(cls, node, problems)
        if values is None or own is None:
            return None
        if _is_awaited(node):
            values["unsure"] = tuple(dict.fromkeys(("key", *values.get("unsure", ()))))
        made = cls(**values, **own, **responses)
        feedback.check(made, node, problems)
        return made

    def _own(self, cls: type[Question], node: Mapping, problems: Problems) -> dict[str, Any] | None:
        given = {key: node.entries[key] for key in cls.own_fields if key in node.entries}
        data = {k: _data(n, problems) for k, n in given.items() if not (isinstance(n, Scalar) and n.empty)}
        for name, default in _own_defaults(cls).items():
            if name not in data and default is NODEFAULT:
                problems.add(node.mark, f"the key '{name}' is missing here")
                return None
            if name in data and _annotation(cls, name).startswith("bool"):
                data[name] = _truth(data[name])
        try:
            return cls.from_data(data)
        except QuestionDataError as error:
            problems.add(given[error.field].mark if error.field in given else node.mark, str(error))
            return None

    def write(self, value: Question) -> dict[str, Any]:
        """See Kind."""
        shared = self._records[value.type].write(value)
        own = {k: Line(v) if k == "answer" and isinstance(v, list) else v for k, v in value.to_data().items()}
        data = {self.telling: shared[self.telling], "type": value.type}
        data |= {key: shared[key] for key in self._before_own if key in shared}
        if "key" in value.unsure and not value.has_key:
            shared["unsure"] = [word for word in value.unsure if word != "key"]
            own["answer"] = None
            if not shared["unsure"]:
                del shared["unsure"]
        return feedback.written(value, {**data, **own, **shared})

    def schema(self) -> dict[str, Any]:
        """See Kind."""
        return {"oneOf": [self._schema(name, cls) for name, cls in TYPES.items()]}

    def _schema(self, name: str, cls: type[Question]) -> dict[str, Any]:
        schema = self._records[name].schema()
        own = _own_defaults(cls)
        schema["properties"] |= {"type": {"const": name}, **{k: _own_schema(_annotation(cls, k)) for k in own}}
        schema["properties"]["feedback"] = feedback.schema()
        schema["required"] += ["type", *(k for k, default in own.items() if default is NODEFAULT)]
        return schema


def _is_awaited(node: Mapping) -> bool:
    """Whether `answer:` stands there without an answer: somebody is to write one, or to delete the line."""
    answer = node.entries.get("answer")
    return isinstance(answer, Scalar) and answer.empty


def _own_defaults(cls: type[Question]) -> dict[str, Any]:
    return {name: default for name, default in defaults(cls).items() if name in cls.own_fields}


def _annotation(cls: type[Question], name: str) -> str:
    return str(cls.__annotations__[name])


def _data(node: Node, problems: Problems) -> Any:
    """A type's own field: texts as written, in lists or not."""
    if isinstance(node, Sequence):
        return [_data(item, problems) for item in node.items]
    return TEXT.read(node, problems)


def _truth(value: Any) -> Any:
    # YAML 1.1 reads yes, no, on and off as truth values too; as an answer they are too easily meant as words.
    return {"true": True, "false": False}.get(value.lower(), value) if isinstance(value, str) else value


def _own_schema(annotation: str) -> dict[str, Any]:
    if annotation.startswith("bool"):
        return {"type": "boolean"}
    if annotation.startswith("tuple[str"):
        return {"type": ["array", "string"] if "None" in annotation else "array", "items": TEXT_SCHEMA}
    return {"type": ["array", *TEXT_SCHEMA["type"]]}
