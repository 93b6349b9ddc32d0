"""A shelf over a Dask cluster: a real one on this machine, one of whose workers is killed midway."""

from __future__ import annotations

import os
import signal
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from needs import library
from sample_module import written
from word import QUIZ, word

from modmigrate.commands.work import Wish, convert_one
from modmigrate.errors import OutputError
from modmigrate.shelf import cluster
from modmigrate.shelf.jobs import Job, jobs

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def dask() -> Iterator[Any]:
    library("distributed")
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=":0") as made:
        yield made


def test_a_worker_that_is_killed_costs_no_module(dask: Any, tmp_path: Path) -> None:
    (tmp_path / "shelf").mkdir()
    for name in "abcd":
        word(tmp_path / "shelf" / f"{name}.docx", *QUIZ, f"Modul {name}.")
    (tmp_path / "shelf" / "bad.docx").write_bytes(b"PK not really")
    todo = jobs([tmp_path / "shelf"], tmp_path / "out")
    found = {}
    for outcome in cluster.outcomes(todo, dask.scheduler_address, ["--edition", "trainer"], lambda _: None):
        if not found:
            os.kill(next(iter(dask.workers.values())).pid, signal.SIGKILL)
        found[outcome.job.source.name] = outcome
    assert {name for name, o in found.items() if o.error} == {"bad.docx"}
    assert (found["bad.docx"].exit_code, "is cut short or damaged" in found["bad.docx"].error) == (4, True)
    assert found["a.docx"].made.row["questions"] == 2
    own = Job(tmp_path / "shelf" / "a.docx", tmp_path / "own.zip", "a")
    convert_one(own, Wish(edition="trainer"), keep=None, many=False)
    assert (tmp_path / "out" / "a.zip").read_bytes() == own.output.read_bytes()
    assert len(list((tmp_path / "out").iterdir())) == 4


def test_a_source_that_no_worker_sees_is_sent_with_its_pictures(tmp_path: Path) -> None:
    (tmp_path / "modul").mkdir()
    source = written(tmp_path / "modul")
    sent = cluster._sent(source, False)
    source.rename(tmp_path / "elsewhere.yaml")
    back = cluster.converted(sent, [])
    (tmp_path / "out.zip").write_bytes(back.package)
    with zipfile.ZipFile(tmp_path / "out.zip") as package:
        assert sum(name.endswith(".png") for name in package.namelist()) == 2
    assert (back.code, [t["file"] for t in back.told][:1]) == (0, ["module.yaml"])


def test_where_there_is_no_scheduler_one_sentence_says_so(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(cluster, "PATIENCE", 0.2)
    todo = jobs([word(tmp_path / "a.docx", *QUIZ)], tmp_path / "out.zip")
    with pytest.raises(OutputError, match=r"^tcp://127.0.0.1:1: there is no Dask scheduler"):
        list(cluster.outcomes(todo, "tcp://127.0.0.1:1", [], lambda _: None))
