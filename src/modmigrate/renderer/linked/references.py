"""References typed by hand: «Tabel 2.3», «Gambar 2.2», «BAB II» lead to what bears that label.

Labels are those that the module itself gives: the beginning of a caption, and what it calls a chapter. A label that two
things bear leads nowhere, and neither does one in the caption or heading that bears it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, field

from ...module import Figure, Table, folded, walk
from ..course import label
from ..html import WordWriter, escaped, link
from ..outline import Outline
from .captions import caption_label


class References(Struct):
    """Where labels lead to, and the pattern that finds them."""

    targets: dict[str, str] = field(default_factory=dict)
    pattern: re.Pattern[str] | None = None

    def marked(self, text: str, rest: WordWriter = escaped) -> str:
        """Plain text as HTML, with a link for each label; `rest` writes what is between."""
        if self.pattern is None:
            return rest(text)
        out, at = "", 0
        for found in self.pattern.finditer(text):
            target = self.targets[folded(found[0])]
            # Plain strings: adding to markup would escape what is escaped already.
            out += str(rest(text[at : found.start()])) + link(f"#{target}", escaped(found[0]))
            at = found.end()
        return out + str(rest(text[at:]))


def references(plan: Outline) -> References:
    """The labels of a module's figures, tables and chapters."""
    found = list(_labels(plan))
    count = Counter(folded(name) for name, _ in found)
    targets = {folded(name): target for name, target in found if count[folded(name)] == 1}
    if not targets:
        return References()
    names = sorted({name for name, _ in found if folded(name) in targets}, key=lambda n: (-len(n), n))
    sought = "|".join(r"\s+".join(map(re.escape, name.split())) for name in names)
    return References(targets, re.compile(rf"(?<!\w)(?:{sought})(?![\w-]|\.\d)", re.IGNORECASE))


def _labels(plan: Outline) -> Iterator[tuple[str, str]]:
    for section in plan.sections:
        if section.ordinal and (name := label(section)):
            yield name, section.id
        for block in walk(section.chapter.content):
            target = plan.names.get(id(block), "") if isinstance(block, Figure | Table) else ""
            if target and (named := caption_label(getattr(block, "caption", ""))):
                yield named, target
