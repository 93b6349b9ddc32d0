"""Lines to paragraphs: their runs as spans, and the layout that the recogniser weighs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from ....document import Inline, Layout, NoteMark, Paragraph, Span
from ....source import Where
from ..glyphs.hyphens import Hyphens
from ..ground.page import Line, Run
from .alike import is_code
from .cells import Waiting, is_torn


def paragraph(group: Sequence[Line], where: Where, margin: float, hyphens: Hyphens) -> Paragraph:
    """A paragraph from its lines. `margin` is the left edge of the body's text."""
    inlines = tuple(_inlines(group, hyphens))
    spans = [i for i in inlines if isinstance(i, Span)]
    text = "".join(s.text for s in spans)
    # A marker's looks say nothing of the text: word processors keep its size when the text's is changed.
    seen = [s for s in spans if s.text.strip()]
    if len(seen) > 1 and group[0].label and seen[0].text.strip() == group[0].label:
        seen = seen[1:]
    sizes = [s.look.size for s in seen if s.look.size and not s.look.script]
    layout = Layout(
        centred=all(line.centred for line in group),
        size=max(sizes, default=group[0].size),
        bold=bool(seen) and all(s.look.bold for s in seen),
        capitals=text.isupper(),
        indent=round(max(0.0, _indent(group, margin)), 1),
        rtl=group[0].rtl,
    )
    return Paragraph(inlines, where, "", group[0].level, None, layout)


def _indent(group: Sequence[Line], margin: float) -> float:
    """From the margin to the text: behind a marker set apart, and to the edge that the lines below the first share.

    What is centred is set in by nobody; lines of programs that stand in the middle are there by chance.
    """
    first = group[0]
    if all(line.centred for line in group) and not is_code(first):
        return 0.0
    if first.rtl:
        return first.right - first.x1
    if first.inner:
        return first.inner - margin
    edge = group[1].x0 if len(group) > 1 and not first.centred and not first.label else first.x0
    return edge - margin


def _inlines(group: Sequence[Line], hyphens: Hyphens) -> Iterator[Inline]:
    """The lines' runs as spans, joined where looks agree, and marks of notes."""
    runs: list[Run] = []
    for number, line in enumerate(group):
        for at, run in enumerate(line.runs):
            if at == 0 and runs:
                _join(runs, run, hyphens, torn=isinstance(hyphens, Waiting) and is_torn(group[number - 1], line))
            elif runs and runs[-1][1:] == run[1:]:
                runs[-1] = runs[-1]._replace(text=runs[-1].text + run.text)
            else:
                runs.append(run)
    for run in runs:
        yield NoteMark(run.note) if run.note else Span(run.text, run.look, run.link)


def _join(runs: list[Run], run: Run, hyphens: Hyphens, *, torn: bool) -> None:
    """Add the first run of the next line behind a blank, or over a hyphen."""
    last = runs[-1]
    before, between = hyphens.joint(last.text, run.text)
    if torn:
        between = hyphens.torn(before, run.text)
    last = runs[-1] = last._replace(text=before)
    if last.note:
        runs.append(run._replace(text=" " + run.text))
    elif last[1:] == run[1:]:
        runs[-1] = last._replace(text=before + between + run.text)
    elif between and (last.look.underline or last.look.highlight):
        runs.append(run._replace(text=between + run.text))
    else:
        runs[-1] = last._replace(text=before + between)
        runs.append(run)
