"""A story (the body, a note, a text box) while it is being read: what all its parts share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct, field
from msgspec.structs import replace

from ...document import PLAIN, Document, LeftOut, Look
from ...report import Code, Finding, finding
from ...source import NOWHERE, Where
from ..libreoffice import SECONDS
from .fields import Fields
from .media import MediaStore
from .numbering import Numbering
from .package import Package
from .properties import run_props
from .styles import Style, Styles

_LOOK_KEYS = ("bold", "italic", "underline", "strike", "code", "highlight", "colour", "script", "size")


class Story(Struct):
    """Shared state; `part` names the package part whose relationships count."""

    package: Package
    part: str
    styles: Styles
    numbering: Numbering
    store: MediaStore
    fields: Fields = field(default_factory=Fields)
    findings: list[Finding] = field(default_factory=list)
    left_out: Counter[Code] = field(default_factory=Counter)
    """How often something was left out that is counted, not placed."""
    withheld: list[LeftOut] = field(default_factory=list)
    """Text that is left out, with its place."""
    read_word: Callable[[Path], Document] | None = None
    """Reads a Word file that is embedded in this one."""
    chunks: int = 0
    """Embedded documents read so far."""
    seconds: float = SECONDS
    """What LibreOffice may still take for them."""
    paged: bool = False
    """Whether the file stores rendered page breaks."""
    page: int = 1
    paragraph: int = 0
    in_body: bool = True
    anchors: list[str] = field(default_factory=list)
    """Bookmarks between paragraphs; they belong to the next one."""
    looks: dict[tuple[object, ...], tuple[Look, bool, str]] = field(default_factory=dict)
    same: dict[Look, Look] = field(default_factory=dict)

    @property
    def where(self) -> Where:
        """The paragraph that is being read."""
        if not self.in_body:
            return NOWHERE
        return Where(self.page if self.paged else None, self.paragraph)

    def drop(self, what: str, reason: str) -> None:
        """Tell that something at this place is not read."""
        self.findings.append(finding(Code.DROPPED, self.where, what=what, reason=reason))

    def withhold(self, reason: str, text: str) -> None:
        """Write down text of this place that is left out on purpose."""
        if text.strip():
            self.withheld.append(LeftOut(reason, text, self.where))

    def sub(self, part: str) -> Story:
        """A story beside the body with the same styles and pictures: the foot- or endnotes."""
        return replace(self, part=part, fields=Fields(), in_body=False)

    def taken_anchors(self) -> list[str]:
        """The bookmarks that stand before this paragraph."""
        found, self.anchors = self.anchors, []
        return found

    @contextmanager
    def inner(self) -> Iterator[None]:
        """A text box: fields that are open around it do not reach into it."""
        outer, self.fields = self.fields, Fields(self.fields.unended)
        try:
            yield
        finally:
            self.fields = outer

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
        if values.get("complex"):
            values |= {"bold": values.get("bold_cs"), "italic": values.get("italic_cs")}
        look = replace(PLAIN, **{k: values[k] for k in _LOOK_KEYS if values.get(k)})
        # Equal looks are one object, so that lines need not compare them field by field.
        look = self.same.setdefault(look, look)
        return look, bool(values.get("hidden")), str(values.get("font") or "")
