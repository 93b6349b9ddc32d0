"""A shelf of many modules: seconds, processor time and memory of one process and of several, and of a second run.

    python benchmarks/shelf.py --modules 200

The modules are made of both examples, each a little different. Among them are a damaged file, an encrypted one, and one
whose work has no end. Processor time is told, too: other programs on a machine make the seconds longer.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from pathlib import Path

ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(ROOT / "tests"))

from pdf import Sheet, encrypted, pdf  # noqa: E402


def shelf(folder: Path, count: int) -> None:
    """So many modules, all of them different files; of them two that cannot be read, and one without end."""
    sources = [ROOT / "examples" / name / "source.docx" for name in ("kewirausahaan-sosial", "keuangan-usaha-kecil")]
    for at in range(count - 3):
        target = folder / f"unit-{at % 5}" / f"modul-{at:03}.docx"
        target.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(sources[at % 2]) as given, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
            for name in given.namelist():
                data = given.read(name)
                if name == "word/document.xml":
                    data = data.replace(b"usaha", b"usaha%d" % at, 3)
                made.writestr(name, data)
    (folder / "rusak.docx").write_bytes(sources[0].read_bytes()[:50_000])
    (folder / "terkunci.pdf").write_bytes(encrypted(pdf(Sheet().text(72, 100, "Isi.")), owner="a", user="b"))
    (folder / "tanpa-akhir.docx").write_bytes(endless(sources[0]))


def endless(source: Path) -> bytes:
    """A module of nearly as many paragraphs as are read: more work than a file of its size may take."""
    import io

    out = io.BytesIO()
    line = f"<w:p><w:r><w:t>1. {{}} {'a.? b.? 1. A ____ ' * 16}</w:t></w:r></w:p>"
    numbers = random.Random(1)
    with zipfile.ZipFile(source) as given, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name in given.namelist():
            data = given.read(name)
            if name == "word/document.xml":
                head, _, rest = data.decode().partition("<w:body>")
                lines = "".join(line.format(numbers.randrange(10**3)) for _ in range(98_000))
                data = (head + "<w:body>" + lines + rest).encode()
            made.writestr(name, data)
    return out.getvalue()


def measured(*words: str) -> dict[str, float]:
    """Seconds, processor seconds, and the most memory that all processes held at once (MB)."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    process = subprocess.Popen(
        [sys.executable, "-m", "modmigrate", *words],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    peak = [0.0, 0.0]
    watch = threading.Thread(target=_watch, args=(process, peak), daemon=True)
    watch.start()
    said = process.communicate()[1]
    seconds, after = time.monotonic() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    print(said.strip().splitlines()[-2:])
    cpu = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return {"seconds": round(seconds, 1), "cpu": round(cpu, 1), "MB": round(peak[0]), "parent MB": round(peak[1])}


def _watch(process: subprocess.Popen[str], peak: list[float]) -> None:
    while process.poll() is None:
        own = _own(process.pid)
        held = [_mb(pid) for pid in [process.pid, *own]]
        peak[0], peak[1] = max(peak[0], sum(held)), max(peak[1], held[0])
        time.sleep(0.1)


def _own(pid: int) -> list[int]:
    try:
        return [int(p) for p in Path(f"/proc/{pid}/task/{pid}/children").read_text().split()]
    except OSError:
        return []


def _mb(pid: int) -> float:
    """What a process holds by itself and its share of what it shares (proc(5), smaps_rollup)."""
    try:
        rows = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        return sum(int(row.split()[1]) for row in rows if row.startswith("Pss:")) / 1000
    except OSError:
        return 0.0


def main() -> None:
    """Prints a line of JSON for each run."""
    asked = argparse.ArgumentParser()
    asked.add_argument("--modules", type=int, default=200)
    asked.add_argument("--dask", default="")
    given = asked.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for count in (20, given.modules):
            shelf(folder / str(count), count)
        many = str(folder / str(given.modules))
        cores = len(os.sched_getaffinity(0))
        if given.dask:
            print(json.dumps({"dask": measured("convert", many, "-o", str(folder / "d"), "--dask", given.dask)}))
            return
        runs = {
            "20": ("convert", str(folder / "20"), "-o", str(folder / "a")),
            "one process": ("convert", many, "-o", str(folder / "b"), "--jobs", "1"),
            f"{cores} processes": ("convert", many, "-o", str(folder / "c")),
            "again": ("convert", many, "-o", str(folder / "c")),
        }
        for label, words in runs.items():
            print(json.dumps({label: measured(*words)}), flush=True)


if __name__ == "__main__":
    main()
