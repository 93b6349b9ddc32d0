"""Activities as HTML: blocks in a frame that runtime/acts.js takes hold of, or their words behind the block.

Without the script, and on paper, the blocks are what they are in the document.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from markupsafe import Markup

from ...activities.records import Activity, Chosen, Cloze, Fold, Parts, Recall, Reveal, Steps, Timeline
from ...list_labels import label_of
from ...module import Block, List
from ...text.patterns import lazy

_COLON = lazy(r"\s*[:：]\s*(\**)$")
"""What leads from a lead to the rest, which a fold hides."""

Acts = Mapping[int, tuple[Activity, ...]]
Write = Callable[[Block], Markup]


def blocks(page: Any, own: Sequence[Block], acts: Acts, write: Write) -> Markup:
    """Blocks as HTML, in order, with the activities made of them; `write` is for a block by itself."""
    out: list[Markup] = []
    taken: set[int] = set()
    for block in own:
        if id(block) in taken:
            continue
        found = acts.get(id(block), ())
        out += [_words(page, a) for a in found if isinstance(a, Cloze)]
        way = next((a for a in found if isinstance(a, Fold | Parts | Reveal | Steps | Timeline)), None)
        html, inside = _shown(page, block, way, write)
        taken |= {id(b) for b in inside}
        out.append(html)
        out += [_words(page, a) for a in found if isinstance(a, Chosen | Recall) and not isinstance(a, Cloze)]
        out += [
            _words(page, a) for b in inside for a in acts.get(id(b), ()) if isinstance(a, Chosen) and b is not block
        ]
    return Markup("\n").join(out)


def _shown(page: Any, block: Block, activity: Activity | None, write: Write) -> tuple[Markup, tuple[Block, ...]]:
    """A block as its activity shows it, and the blocks that it takes in."""
    macros = page.activities
    match activity:
        case Fold(block=folded, leads=leads):
            own = [(_COLON.sub(r"\1", lead), rest) for lead, rest in leads]
            rows = [(_label(folded, n), *pair, folded.items[n].content) for n, pair in enumerate(own)]
            return _safe(macros.fold(rows, page)), ()
        case Parts(parts=parts):
            inside = tuple(b for heading, below in parts for b in (heading, *below))
            return _safe(macros.parts(parts, page)), inside
        case Reveal(blocks=several):
            return _safe(macros.shown("reveal", Markup("\n").join(write(b) for b in several))), several
        case Steps() | Timeline():
            return _safe(macros.shown(activity.kind, write(block))), ()
    return write(block), ()


def _label(block: List, index: int) -> str:
    return "" if block.style == "bullet" else label_of(block, index)


def _words(page: Any, activity: Activity) -> Markup:
    """What runtime/acts.js makes an activity of."""
    if isinstance(activity, Recall):
        data: Any = activity.pairs
    elif isinstance(activity, Chosen):
        data = [activity.choices, activity.prompts]
    else:
        return Markup()
    said = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return _safe(page.activities.asked(activity.kind, said))


def _safe(written: str) -> Markup:
    """What a template has written: it has escaped all text itself."""
    return Markup(written.strip())  # noqa: S704
