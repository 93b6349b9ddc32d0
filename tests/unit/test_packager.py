"""The zip: the same bytes everywhere, and nothing that an LMS's unzipper stumbles over."""

from __future__ import annotations

import io
import zipfile

import pytest
from sample_module import MEDIA, SAMPLE

from modmigrate.errors import OutputError
from modmigrate.renderer import render
from modmigrate.scorm import package
from modmigrate.site import Site


@pytest.fixture(scope="module")
def data():
    return package(render(SAMPLE, MEDIA))


def test_same_site_same_bytes(data):
    assert package(render(SAMPLE, dict(reversed(MEDIA.items())))) == data


def test_same_module_same_bytes_with_a_sco_per_chapter():
    one, other = (package(render(SAMPLE, dict(m), sco="chapter")) for m in (MEDIA, reversed(MEDIA.items())))
    assert one == other


def test_the_manifest_comes_first_and_the_rest_is_sorted(data):
    names = zipfile.ZipFile(io.BytesIO(data)).namelist()
    assert names[0] == "imsmanifest.xml"
    assert names[1:] == sorted(names[1:])
    assert "index.html" in names


def test_entries_are_plain(data):
    archive = zipfile.ZipFile(io.BytesIO(data))
    assert archive.testzip() is None
    for entry in archive.infolist():
        assert entry.compress_type == zipfile.ZIP_DEFLATED
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)
        assert entry.flag_bits == 0  # neither data descriptors nor names outside ASCII
        assert entry.extra == b""
    assert b"PK\x06\x06" not in data  # no zip64


@pytest.mark.parametrize("path", ["a b.html", "../x", "/x", "é.png", "x.php", "a\\b", "run.py", "my-php-file.html", ""])
def test_names_that_lmss_refuse_are_refused(path):
    with pytest.raises(OutputError):
        package(Site(files=((path, b""),), identifier="x", title="X"))
