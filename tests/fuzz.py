"""Damaged and hostile files by the thousand: each ends as a package or as one sentence, soon and in little memory.

    python tests/fuzz.py --minutes 60             # by hand, for as long as you like; --seed 7 for other ones
    python tests/fuzz.py --kind docx --only 4503  # one of them again
    python tests/fuzz.py --count 10000 --sources FOLDER   # of documents of your own

A mutant is known by its kind and number: the same number is the same file. What crashes is written to `--out`, to
become a file of tests/fuzzed/, which are all tried again by the suite.
"""

from __future__ import annotations

import argparse
import io
import os
import random
import resource
import sys
import tempfile
import time
import traceback
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

sys.path[:0] = [str(Path(__file__).parent), str(Path(__file__).parent / "unit" / "readers_docx")]

ROOT = Path(__file__).parents[1]
SECONDS, MEGABYTES = 20.0, 500
"""Of processor time and of memory; more is a failure, though nothing crashed."""
NASTY = (
    b"", b"0", b"-1", b"99999999999", b"1e309", b"NaN", b"\x00", b"\xff\xfe", b"\xed\xa0\x80", b"\xe2\x80\x8b",
    b"\xe2\x80\xae",
    b"&#0;", b"&lt;", b"]]>", b"<!--", b"'", b'"', b"\\", b"../../../etc/passwd", b"%s%n", b"A" * 3_000, b". " * 1_500,
    b"\t" * 3_000, b"(" * 500, b"rId1", b"rId99999", b"true", b"null", b"2024-99-99", b"&a", b"*a", b"!!x", b"[",
    b"{", b"- ",
)  # fmt: skip


class Outcome(NamedTuple):
    """How one mutant ended: `kind` is ok, refused, crash, slow or large."""

    kind: str
    said: str
    seconds: float
    megabytes: float


def mutated(data: bytes, chance: random.Random) -> bytes:
    """Bytes with some of them cut, doubled, swapped or replaced."""
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        if not out:
            break
        at = chance.randrange(len(out))
        end = min(len(out), at + chance.choice((1, 2, 8, 40, 400, 4_000)))
        match chance.randrange(7):
            case 0:
                out[at] = chance.randrange(256)
            case 1:
                del out[at:end]
            case 2:
                out[at:at] = out[at:end] * chance.choice((1, 2, 50))
            case 3:
                out[at:at] = chance.choice(NASTY)
            case 4:
                out[at:end] = chance.choice(NASTY)
            case 5:
                other = chance.randrange(len(out))
                out[at:end] = out[other : other + end - at]
            case _:
                del out[at:]
    return bytes(out[:4_000_000])


def between_signs(data: bytes, chance: random.Random, signs: bytes) -> bytes:
    """The same at the level of words: what stands between two signs of the format is replaced, doubled or left out."""
    places = [at for at, sign in enumerate(data) if sign in signs]
    if len(places) < 3:
        return mutated(data, chance)
    for _ in range(chance.choice((1, 2, 4))):
        at = chance.randrange(len(places) - 2)
        start, end = places[at] + 1, places[at + chance.choice((1, 1, 2))]
        other = chance.randrange(len(places) - 1)
        new = chance.choice((*NASTY, data[places[other] + 1 : places[other + 1]], data[start:end] * 2))
        data = data[:start] + new + data[end:]
        places = [at for at, sign in enumerate(data) if sign in signs]
        if len(places) < 3:
            break
    return data[:4_000_000]


def any_text(data: bytes, chance: random.Random, signs: bytes) -> bytes:
    """One of both ways."""
    return mutated(data, chance) if chance.random() < 0.5 else between_signs(data, chance, signs)


def docx(data: bytes, chance: random.Random) -> bytes:
    """A Word file whose parts are changed inside, or whose zip is."""
    return zipped(data, chance, 0.1, (".xml", ".rels"), "document.xml")


def package(data: bytes, chance: random.Random) -> bytes:
    """A SCORM package, the same; its zip more often."""
    return zipped(data, chance, 0.4, (".xml", ".html", ".css", ".js"), "imsmanifest.xml")


def zipped(data: bytes, chance: random.Random, outside: float, endings: tuple[str, ...], most: str) -> bytes:
    """A zip that is changed as a whole, or in its parts, one of them above all."""
    if chance.random() < outside:
        return mutated(data, chance)
    try:
        parts = {
            i.filename: zipfile.ZipFile(io.BytesIO(data)).read(i) for i in zipfile.ZipFile(io.BytesIO(data)).infolist()
        }
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError):
        return mutated(data, chance)
    wanted = [n for n in parts if n.endswith(endings)]
    names = [n for n in wanted if n.endswith(most)] if chance.random() < 0.6 else wanted
    if not parts:
        return mutated(data, chance)
    name = chance.choice(names or list(parts))
    parts[name] = any_text(parts[name], chance, b"<>\"'")
    if chance.random() < 0.1:
        del parts[chance.choice(list(parts))]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as package:
        for name, part in parts.items():
            package.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def pdf(data: bytes, chance: random.Random) -> bytes:
    """A PDF changed in its objects, or in one of its packed streams."""
    if chance.random() < 0.5:
        return any_text(data, chance, b"<>[]()/ \n")
    starts = (
        [at for at in range(len(data)) if data.startswith(b"stream", at) and data[at - 3 : at] != b"end"]
        if len(data) < 10**6
        else []
    )
    if not starts:
        return any_text(data, chance, b"<>[]()/ \n")
    start = chance.choice(starts) + 6
    start += 2 if data[start : start + 2] == b"\r\n" else 1
    end = data.find(b"endstream", start)
    body = data[start:end]
    try:
        plain = zlib.decompress(body)
        return data[:start] + zlib.compress(any_text(plain, chance, b"()[] \n"), 1) + data[end:]
    except zlib.error:
        return data[:start] + any_text(body, chance, b"()[]<> \n") + data[end:]


def yaml(data: bytes, chance: random.Random) -> bytes:
    """A module.yaml or theme."""
    return any_text(data, chance, b"\n:- \"'[],")


# What is done with each kind.


def convert(path: Path) -> Iterator[str]:
    """Read, recognise, build; the codes of all findings."""
    from modmigrate.pipeline import build, extract

    found = extract(path)
    built = build(found.module, found.media)
    yield from (f.line("") for f in (*found.findings, *built.findings) if f.code.code == "internal")


def built(path: Path) -> Iterator[str]:
    """A module.yaml, read, written, merged and built."""
    from modmigrate.merge import merge
    from modmigrate.module_yaml import dumps, loads
    from modmigrate.pipeline import build, load

    found = load(path)
    again = loads(dumps(found.module))
    merge(found.module, again, found.module)
    build(found.module, found.media)
    yield from ()


def themed(path: Path) -> Iterator[str]:
    """A theme over a small module."""
    from sample_module import READING

    from modmigrate.pipeline import build

    build(READING, {}, theme=path)
    yield from ()


def checked(path: Path) -> Iterator[str]:
    """A package, checked and told of in every form."""
    from modmigrate.check import check
    from modmigrate.check.formats import FORMATS

    found = check(path)
    for write in FORMATS.values():
        write({str(path): found}, False)
    yield from (fault.message for fault in found if fault.rule.code == "too-much-work")


def reviewed(path: Path) -> Iterator[str]:
    """A document as a page for reviewers."""
    from modmigrate.review import review

    review(path)
    yield from ()


class Kind(NamedTuple):
    """A kind of file: its ending, its seeds, how it is changed, and what is tried with it."""

    ending: str
    seeds: Callable[[], Sequence[bytes]]
    change: Callable[[bytes, random.Random], bytes]
    act: Callable[[Path], Iterator[str]]


def _examples(pattern: str) -> list[bytes]:
    return [file.read_bytes() for file in sorted((ROOT / "examples").rglob(pattern))]


def _word_files() -> list[bytes]:
    from word import QUIZ, word

    with tempfile.TemporaryDirectory() as folder:
        made = [word(Path(folder) / "a.docx", *QUIZ).read_bytes()]
    return made + _examples("*.docx")


def _pdf_files() -> list[bytes]:
    from pdf import Sheet, with_form
    from pdf import pdf as file

    sheet = Sheet().grid([60, 150, 250], [80, 100, 120]).text(70, 94, "sel").text(160, 94, "isi").circle(300, 300, 40)
    sheet.lines(72, 200, "BAB I MODAL", "1. Apa itu modal?", "a. uang", "b. barang").ideographs(72, 400, "abcd")
    arabic = Sheet().text(72, 100, "abc def", font="arabic").filled_field(72, 120, 200, 140, "nilai")
    plain = file(sheet, arabic, outline=[("BAB I MODAL", 1)], title="Modul")
    return [plain, with_form(plain, "/X0 Do"), *_examples("*.pdf")]


def _modules() -> list[bytes]:
    from rich_module import RICH

    from modmigrate.module_yaml import dumps

    return [dumps(RICH).encode(), *(text for text in _examples("module.yaml") if len(text) < 100_000)]


def _themes() -> list[bytes]:
    own = b"name: Diklat\nparent: contrast\ncolours: {brand: '#7a1f2b'}\nfonts: {text: Source Sans 3}\n"
    return [own, *(file.read_bytes() for file in sorted((ROOT / "templates").rglob("theme.yaml")))]


def _packages() -> list[bytes]:
    from broken_packages import BROKEN, GOOD, zipped
    from sample_module import MEDIA, SAMPLE

    from modmigrate.pipeline import build

    broken = [data for make in BROKEN.values() if len(data := make()) < 100_000]
    return [zipped(GOOD), *broken, build(SAMPLE, MEDIA).data]


KINDS = {
    "docx": Kind(".docx", _word_files, docx, convert),
    "pdf": Kind(".pdf", _pdf_files, pdf, convert),
    "yaml": Kind(".yaml", _modules, yaml, built),
    "theme": Kind(".yaml", _themes, yaml, themed),
    "package": Kind(".zip", _packages, package, checked),
    "review": Kind(".pdf", _pdf_files, pdf, reviewed),
}


def tried(path: Path, act: Callable[[Path], Iterator[str]]) -> Outcome:
    """One file in a process of its own, which counts what it needs."""
    receiver, sender = os.pipe()
    child = os.fork()
    if not child:
        os.close(receiver)
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)
        kind, _, text = _verdict(path, act).partition(":")
        os.write(sender, f"{kind}:{text[-3_000:]}".encode("utf-8", "replace"))
        os._exit(0)
    os.close(sender)
    with os.fdopen(receiver, "rb") as stream:
        said = stream.read().decode("utf-8", "replace")
    _, status, usage = os.wait4(child, 0)
    seconds, megabytes = usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024
    kind, _, text = said.partition(":")
    if not said:
        kind, text = "crash", f"ended by signal {os.WTERMSIG(status)}"
    elif kind != "crash" and seconds > SECONDS:
        kind = "slow"
    elif kind != "crash" and megabytes > MEGABYTES:
        kind = "large"
    return Outcome(kind, text, seconds, megabytes)


def _verdict(path: Path, act: Callable[[Path], Iterator[str]]) -> str:
    from modmigrate.errors import InternalError, ModmigrateError

    resource.setrlimit(resource.RLIMIT_CPU, (60, 60))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        mistakes = list(act(path))
    except InternalError as error:
        return f"crash:{error}"
    except ModmigrateError as error:
        return f"refused:{error}" if "\n" not in str(error).strip() or path.suffix == ".yaml" else f"crash:{error}"
    except OSError as error:
        return f"refused:{error}"
    except BaseException:
        return f"crash:{traceback.format_exc()}"
    return f"crash:{mistakes[0]}" if mistakes else "ok:"


def mutant(kind: Kind, seeds: Sequence[bytes], number: int) -> bytes:
    """The mutant of this number."""
    chance = random.Random(number)
    return kind.change(chance.choice(seeds), chance)


def run(
    names: Sequence[str], numbers: Iterator[int], until: float, out: Path | None, sources: Path | None = None
) -> Counter[str]:
    """Try mutants of each kind in turn until the time is up; what failed is said, and written to `out`."""
    import modmigrate.pipeline
    import modmigrate.readers.docx
    import modmigrate.readers.pdf
    import modmigrate.recogniser
    import modmigrate.renderer
    import modmigrate.review
    import modmigrate.scorm  # noqa: F401 - loaded once, for all children

    seeds = {name: _seeds(name, sources) for name in names}
    counted: Counter[str] = Counter()
    most = {"seconds": 0.0, "megabytes": 0.0}
    with tempfile.TemporaryDirectory() as folder:
        for number in numbers:
            name = names[number % len(names)]
            if time.monotonic() > until:
                break
            data = mutant(KINDS[name], seeds[name], number)
            path = Path(folder) / f"mutant{KINDS[name].ending}"
            path.write_bytes(data)
            found = tried(path, KINDS[name].act)
            counted[found.kind] += 1
            most["seconds"] = max(most["seconds"], found.seconds)
            most["megabytes"] = max(most["megabytes"], found.megabytes)
            if found.kind in ("crash", "slow", "large"):
                print(
                    f"{name} {number}: {found.kind} ({found.seconds:.1f} s, {found.megabytes:.0f} MB)\n{found.said}",
                    flush=True,
                )
                if out is not None:
                    out.mkdir(parents=True, exist_ok=True)
                    (out / f"{name}-{number}{KINDS[name].ending}").write_bytes(data)
    print(
        f"{sum(counted.values())} mutants: {dict(counted)}; at most {most['seconds']:.1f} s, {most['megabytes']:.0f} MB"
    )
    return counted


def _seeds(name: str, sources: Path | None) -> Sequence[bytes]:
    if sources is not None and (own := [f.read_bytes() for f in sorted(sources.glob(f"*{KINDS[name].ending}"))]):
        return own
    return KINDS[name].seeds()


def main() -> None:
    """The command."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--minutes", type=float, default=1.0)
    parser.add_argument("--count", type=int, default=10**9)
    parser.add_argument("--seed", type=int, default=0, help="the first number")
    parser.add_argument("--step", type=int, default=1, help="for several processes, each with numbers of its own")
    parser.add_argument("--kind", choices=sorted(KINDS), action="append")
    parser.add_argument("--only", type=int)
    parser.add_argument("--sources", type=Path, help="a folder of documents to change, instead of those of the tests")
    parser.add_argument("--out", type=Path, default=Path("fuzz-found"))
    given = parser.parse_args()
    numbers = (
        [given.only] if given.only is not None else range(given.seed, given.seed + given.count * given.step, given.step)
    )
    counted = run(
        given.kind or sorted(KINDS), iter(numbers), time.monotonic() + 60 * given.minutes, given.out, given.sources
    )
    sys.exit(1 if counted.keys() & {"crash", "slow", "large"} else 0)


if __name__ == "__main__":
    main()
