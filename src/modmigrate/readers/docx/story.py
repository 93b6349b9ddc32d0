"""A story (the body, a note, a text box) while it is being read: what all its parts share."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from ...document import PLAIN, Look
from ...report import Finding
from ...source import Where
from .fields import Fields
from .media import MediaStore
from .numbering import Numbering
from .package import Package
from .styles import Style, Styles, run_props

_LOOK_KEYS = ("bold", "italic", "underline", "strike", "code", "highlight", "colour", "script", "size")


@dataclass(slots=True)
class Story:
    """Shared state; `part` names the package part whose relationships count."""

    package: Package
    part: str
    styles: Styles
    numbering: Numbering
    store: MediaStore
    fields: Fields = field(default_factory=Fields)
    findings: list[Finding] = field(default_factory=list)
    paged: bool = False
    """Whether the file stores rendered page breaks."""
    page: int = 1
    paragraph: int = 0
    comments: int = 0
    depth: int = 0
    looks: dict[tuple[object, ...], tuple[Look, bool, str]] = field(default_factory=dict)

    @property
    def where(self) -> Where:
        """The paragraph that is being read."""
        return Where(self.page if self.paged else None, self.paragraph)

    def sub(self, part: str) -> Story:
        """A story of its own with the same styles and pictures: a note, or a text box of this part."""
        return replace(self, part=part, fields=Fields())

    def look(self, style: Style, props: object) -> tuple[Look, bool, str]:
        """Look, whether hidden, and font name of a run with this w:rPr in a paragraph of this style."""
        key: tuple[object, ...] = (style.id,)
        if props is not None:
            key += tuple((c.tag, *c.attrib.values()) for c in props)  # type: ignore[attr-defined]
        found = self.looks.get(key)
        if found is None:
            found = self.looks[key] = self._look(style, props)
        return found

    def _look(self, style: Style, props: object) -> tuple[Look, bool, str]:
        own = run_props(props)  # type: ignore[arg-type]
        values = {**self.styles.doc_run, **style.run}
        char = self.styles.char(own.get("style"))
        # Toggle properties of the paragraph and the character style cancel out (ECMA-376 part 1, 17.7.3).
        for toggle in ("bold", "italic"):
            if char.get(toggle) and style.run.get(toggle):
                char = {**char, toggle: False}
        values |= char
        values |= own
        look = replace(PLAIN, **{k: values[k] for k in _LOOK_KEYS if values.get(k)})  # type: ignore[arg-type]
        return look, bool(values.get("hidden")), str(values.get("font") or "")
