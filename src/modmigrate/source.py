"""Where something stands in a source file: what warnings and the model's `from` show to people."""

from __future__ import annotations

from msgspec import Struct


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
