"""Where something stands in a source file: what warnings and the model's `from` show to people."""

from __future__ import annotations

from collections.abc import Iterable

from msgspec import Struct

LISTED = 12
"""Places that a sentence names."""


class Where(Struct, frozen=True):
    """A place in a source document.

    `page` counts from 1 and is None where the file stores no page breaks; `paragraph` counts the
    body's paragraphs from 1 (0: not in the body); `trail` are the headings above, outermost first.
    """

    page: int | None = None
    paragraph: int = 0
    trail: tuple[str, ...] = ()

    def __str__(self) -> str:
        """`p.18`, else `¶214`, else the empty string: the value of `from` in module.yaml."""
        if self.page:
            return f"p.{self.page}"
        return f"¶{self.paragraph}" if self.paragraph else ""


NOWHERE = Where()


def listed(places: Iterable[Where]) -> str:
    """The end of a sentence that names them, `: p.2, p.7 and others`; '' where none is known."""
    names = list(dict.fromkeys(str(where) for where in places if str(where)))
    return f": {', '.join(names[:LISTED])}{' and others' if len(names) > LISTED else ''}" if names else ""
