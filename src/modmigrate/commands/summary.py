"""What a designer wants to know at the end of a conversion: what is in the package, what is open, what to do next."""

from __future__ import annotations

import shlex
from pathlib import Path

from ..doubts import openings
from ..module import Module
from ..module_yaml import dumps
from ..report import Code, Finding, finding


def summary(module: Module, size: int, source: Path, folder: Path | None, package: Path) -> Finding:
    """The last line: `5 chapters, 72 questions (61 scored in 3 tests), 1 doubt, 226 kB; next: …`.

    `folder` is where module.yaml was kept, None where it was not.
    """
    from ..renderer.outline import outline

    plan = outline(module)
    asked = list(plan.questions())
    counted = [q for q in asked if q.points]
    tests = len({q.group for q in counted if q.mode == "test"})
    doubts = len(openings(dumps(module)))
    data = {
        "chapters": sum(c.role == "body" for c in module.chapters), "questions": len(asked), "scored": len(counted),
        "tests": tests, "doubts": doubts, "bytes": size,
    }  # fmt: skip
    scored = f"{len(counted)} scored" + (f" in {_many(tests, 'test')}" if tests else "")
    said = [_many(data["chapters"], "chapter")]
    said.append(_many(len(asked), "question") + (f" ({scored if counted else 'none scored'})" if asked else ""))
    said += [_many(doubts, "doubt"), f"{max(1, round(size / 1000)):,} kB"]
    named = shlex.quote(str(folder or source))
    steps = f"modmigrate todo {named}" if doubts else f"upload {package.name} to your LMS as a SCORM package"
    return finding(Code.SUMMARY, what=", ".join(said), next=steps, data=data)


def _many(count: int, what: str) -> str:
    return f"{count:,} {what}{'' if count == 1 else 's'}"
