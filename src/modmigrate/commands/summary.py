"""What a designer wants to know at the end of a conversion: what is in the package, what is open, what to do next."""

from __future__ import annotations

import shlex
from pathlib import Path

from ..doubts import count
from ..module import Module, walk
from ..pipeline import Package
from ..questions import Question
from ..report import Code, Finding, finding
from ..text.amounts import kilobytes, many


def summary(
    module: Module, built: Package, source: Path, folder: Path | None, package: Path, pages: int = 0
) -> Finding:
    """The last line: `5 chapters, 72 questions (61 scored in 3 tests), 1 doubt, 226 kB; next: …`.

    `folder` is where module.yaml was kept, None where it was not; `package` is where the zip goes.
    """
    counts, doubts, size = built.counts, count(module), len(built.data)
    chapters = _chapters(module)
    tests = f" in {many(counts.tests, 'test')}" if counts.tests else ""
    scored = f" ({counts.scored or 'none'} scored{tests})" if counts.questions else ""
    said = (
        many(chapters, "chapter"), many(counts.questions, "question") + scored, many(doubts, "doubt"),
        kilobytes(size),
    )  # fmt: skip
    data = {
        "chapters": chapters, "questions": counts.questions, "scored": counts.scored, "tests": counts.tests,
        "doubts": doubts, "bytes": size, **({"pages": pages} if pages else {}),
    }  # fmt: skip
    named = shlex.quote(str(folder or source))
    steps = f"modmigrate todo {named}" if doubts else f"upload {package.name} to your LMS as a SCORM package"
    return finding(Code.SUMMARY, what=", ".join(said), next=steps, data=data)


def written(module: Module, folder: Path) -> Finding:
    """The last line of an extraction: `5 chapters, 72 questions, 1 doubt; next: modmigrate review modul-3`."""
    chapters, doubts = _chapters(module), count(module)
    asked = sum(isinstance(b, Question) for c in module.chapters for b in walk(c.content))
    said = ", ".join((many(chapters, "chapter"), many(asked, "question"), many(doubts, "doubt")))
    data = {"chapters": chapters, "questions": asked, "doubts": doubts}
    command = "review" if doubts else "preview"
    return finding(Code.SUMMARY, what=said, next=f"modmigrate {command} {shlex.quote(str(folder))}", data=data)


def _chapters(module: Module) -> int:
    """Chapters of the body: prefaces and keys are none for people."""
    return sum(c.role == "body" for c in module.chapters)
