"""One conversion from file to file: what the command line runs, in this process or in others."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from ..module import Edition, ScoPer
from ..output import as_json, write
from ..pipeline import Extraction, build, extract, is_yaml, load, theme_of
from ..readers import READERS
from ..report import Finding
from ..shelf.jobs import Job
from ..shelf.run import Made
from .facts import facts
from .summary import summary, written


class Wish(Struct, frozen=True, kw_only=True):
    """What a conversion is asked for, besides its source."""

    language: str = ""
    password: str = ""
    templates: Path | None = None
    edition: Edition = "learner"
    theme: str = ""
    sco: ScoPer | None = None

    def words(self) -> list[str]:
        """As a command line has it, in any folder."""
        given = [(name, getattr(self, name)) for name in self.__struct_fields__]
        return [word for name, value in given if value for word in (f"--{name}", _anywhere(value))]


def _anywhere(value: str | Path) -> str:
    """A path that is there as a whole one, since another machine's process stands in a folder of its own."""
    return str(Path(value).absolute()) if Path(value).exists() else str(value)


def convert_one(job: Job, wish: Wish, *, keep: Path | None, many: bool) -> Made:
    """Convert a source and write its package; with `keep`, module.yaml, media/ and report.json, too.

    Of several sources each keeps a folder of its own. Raises the errors of reading, building and writing.
    """
    folder = _folder(job, keep, many)
    found = load_or_extract(job.source, wish.language, wish.password)
    if folder is not None and not is_yaml(job.source):
        found = _kept(found, folder)
    kept = folder if folder is not None and not is_yaml(job.source) else job.source.parent
    theme = theme_of(found.module, kept, wish.theme)
    built = build(found.module, found.media, wish.templates, wish.edition, theme, wish.sco)
    pages = found.document.pages if found.document is not None else 0
    end = summary(found.module, built, job.source, folder or _edited(job.source), job.output, pages)
    findings = (*found.findings, *built.findings, *totals(found), end)
    if folder is not None:
        data = [{"file": job.source.name, **f.as_data()} for f in findings]
        write(folder / "report.json", as_json(data))
    write(job.output, built.data)
    return Made(findings, facts(found, built))


def extract_one(job: Job, *, language: str, password: str = "") -> Made:
    """Write what a source holds into its folder. Raises the errors of reading and writing."""
    from .workspace import save

    found = extract(job.source, language, password)
    path, conflicts = save(found, job.output)
    end = written(load(path).module, job.output)
    return Made((*found.findings, *conflicts, end), facts(found))


def inspect_one(job: Job, *, language: str, password: str = "") -> Made:
    """What is found in a source: its row, and what `inspect --json` says of it. Raises the errors of reading."""
    from .inspection import as_data

    found = load_or_extract(job.source, language, password)
    return Made(found.findings, facts(found), as_data(found))


def review_one(job: Job, *, words: tuple[str, str, str], pages: bool) -> Made:
    """Write the review of a source. `words` are its language, its password, and the page's language."""
    from ..review import review

    write(job.output, review(job.source, *words, pages=pages).encode("utf-8", "replace"))
    return Made()


def load_or_extract(source: Path, language: str = "", password: str = "") -> Extraction:
    """A module.yaml as it is, or what a document holds."""
    return load(source) if is_yaml(source) else extract(source, language, password)


def _edited(source: Path) -> Path | None:
    """The folder of a source that is a module.yaml."""
    return source.parent if is_yaml(source) else None


def totals(found: Extraction) -> tuple[Finding, ...]:
    """The account of a source's words, as the last finding."""
    if found.account is None:
        return ()
    from ..account.ledger import total

    return (total(found.account),)


def outputs(todo: Sequence[Job], keep: Path | None, many: bool) -> list[Path]:
    """The files that the jobs write and nobody would want to lose: packages, and what is kept to be edited."""
    if keep is None:
        return [job.output for job in todo]
    from .workspace import MODULE

    folders = [_folder(job, keep, many) for job in todo if not is_yaml(job.source)]
    return [*(job.output for job in todo), *(folder / MODULE for folder in folders if folder is not None)]


def is_read(source: Path) -> bool:
    """Whether a file of this name is read at all."""
    return is_yaml(source) or source.suffix.lower() in READERS


def _folder(job: Job, keep: Path | None, many: bool) -> Path | None:
    return keep / job.name if keep is not None and many else keep


def _kept(found: Extraction, folder: Path) -> Extraction:
    """The extraction, merged with the edited module.yaml that stands in the folder, and written there."""
    from .workspace import save

    path, conflicts = save(found, folder)
    merged = load(path)
    return Extraction(merged.module, merged.media, (*found.findings, *conflicts))
