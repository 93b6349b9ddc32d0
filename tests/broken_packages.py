"""A small sound package, and packages that are broken in one way each: `BROKEN`, the fault's code → what was done.

python tests/broken_packages.py FOLDER    # writes them all, to be tried on other programs
"""

from __future__ import annotations

import io
import struct
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path

MANIFEST = """<?xml version="1.0" encoding="UTF-8"?>
<manifest identifier="kursus" version="1.2"
          xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"
          xmlns:adlcp="http://www.adlnet.org/xsd/adlcp_rootv1p2"
          xmlns:imsmd="http://www.imsglobal.org/xsd/imsmd_rootv1p2p1">
  <metadata>
    <schema>ADL SCORM</schema>
    <schemaversion>1.2</schemaversion>
    <imsmd:lom><imsmd:general><imsmd:description><imsmd:langstring xml:lang="id">Uraian</imsmd:langstring>
    </imsmd:description></imsmd:general></imsmd:lom>
  </metadata>
  <organizations default="org">
    <organization identifier="org">
      <title>Kursus</title>
      <item identifier="item-1" identifierref="sco-1">
        <title>Bab 1</title>
        <adlcp:masteryscore>70</adlcp:masteryscore>
      </item>
      <item identifier="item-2" identifierref="sco-2">
        <title>Bab 2</title>
        <adlcp:prerequisites type="aicc_script">item-1</adlcp:prerequisites>
        <adlcp:maxtimeallowed>0001:30:00</adlcp:maxtimeallowed>
        <adlcp:timelimitaction>continue,no message</adlcp:timelimitaction>
        <adlcp:datafromlms>bab=2</adlcp:datafromlms>
      </item>
    </organization>
  </organizations>
  <resources>
    <resource identifier="sco-1" type="webcontent" adlcp:scormtype="sco" href="index.html">
      <file href="index.html"/>
      <dependency identifierref="shared"/>
    </resource>
    <resource identifier="sco-2" type="webcontent" adlcp:scormtype="sco" href="bab-2/index.html?mulai=1">
      <file href="bab-2/index.html"/>
      <dependency identifierref="shared"/>
    </resource>
    <resource identifier="shared" type="webcontent" adlcp:scormtype="asset">
      <file href="style.css"/>
      <file href="scorm.js"/>
      <file href="media/gambar.png"/>
    </resource>
  </resources>
</manifest>
"""
PAGE = """<!DOCTYPE html>
<html lang="id">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Bab</title><link rel="stylesheet" href="{up}style.css"><script src="{up}scorm.js" defer></script></head>
<body><h1>Bab</h1><img src="{up}media/gambar.png?v=2" alt="Gambar">
<a href="https://example.org/">Rujukan</a><a href="#atas">Ke atas</a><a href="{up}index.html">Awal</a></body>
</html>
"""
SCRIPT = """'use strict';
function find(from) {
  for (var win = from, depth = 0; win && depth < 20; win = win.parent, depth += 1) {
    try { if (win.API) return win.API; } catch (error) { return null; }
    if (win === win.parent) return null;
  }
  return null;
}
var api = find(window) || (window.opener ? find(window.opener) : null);
if (api) {
  api.LMSInitialize('');
  api.LMSSetValue('cmi.core.lesson_status', 'incomplete');
  api.LMSSetValue('cmi.core.score.raw', '80');
  api.LMSCommit('');
  addEventListener('pagehide', function () { api.LMSFinish(''); });
}
"""
Files = dict[str, bytes]
GOOD: Files = {
    "imsmanifest.xml": MANIFEST.encode(),
    "index.html": PAGE.format(up="").encode(),
    "bab-2/index.html": PAGE.format(up="../").encode(),
    "style.css": b"body { background: url('media/gambar.png') }\n",
    "scorm.js": SCRIPT.encode(),
    "media/gambar.png": b"\x89PNG\r\n\x1a\n" + bytes(60),
}


def zipped(files: Files, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """The bytes of a zip with these files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return out.getvalue()


def _edited(*pairs: tuple[str, str], file: str = "imsmanifest.xml") -> bytes:
    """The sound package with words of one of its files replaced."""
    text = GOOD[file].decode()
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    return zipped({**GOOD, file: text.encode()})


def _more(**files: bytes) -> bytes:
    return zipped({**GOOD, **files})


def _listed(name: str, data: bytes = b"x") -> bytes:
    """The sound package with one more file, which the manifest lists."""
    manifest = MANIFEST.replace('<file href="style.css"/>', f'<file href="style.css"/><file href="{name}"/>')
    return zipped({**GOOD, "imsmanifest.xml": manifest.encode(), name: data})


def _without(name: str) -> bytes:
    return zipped({n: d for n, d in GOOD.items() if n != name})


def _flipped(data: bytes, what: bytes, change: Callable[[bytearray, int], None]) -> bytes:
    """A zip whose local and central headers of a file are changed."""
    out = bytearray(data)
    at = out.find(what)
    while at >= 0:
        change(out, at)
        at = out.find(what, at + 1)
    return bytes(out)


def _damaged() -> bytes:
    data = bytearray(zipped(GOOD, zipfile.ZIP_STORED))
    at = data.index(b"background")
    data[at] ^= 0xFF
    return bytes(data)


def _encrypted() -> bytes:
    def change(out: bytearray, at: int) -> None:
        for head, flags in ((30, 6), (46, 8)):
            start = at - head
            if out[start : start + 4] in (b"PK\x03\x04", b"PK\x01\x02") and out[start + 1 : start + 2] == b"K":
                struct.pack_into("<H", out, start + flags, 1)

    return _flipped(zipped(GOOD), b"style.css", change)


def _linked() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in GOOD.items():
            info = zipfile.ZipInfo(name)
            if name == "style.css":
                info.external_attr, info.create_system, data = 0o120777 << 16, 3, b"/etc/passwd"
            archive.writestr(info, data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _twice() -> bytes:
    import warnings

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name, data in (*GOOD.items(), ("style.css", b"p {}")):
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _streamed() -> bytes:
    class Stream(io.RawIOBase):
        def __init__(self) -> None:
            self.data = b""

        def writable(self) -> bool:
            return True

        def write(self, data: object) -> int:
            self.data += bytes(data)  # type: ignore[call-overload]
            return len(bytes(data))  # type: ignore[call-overload]

    out = Stream()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:  # type: ignore[call-overload]
        for name, data in GOOD.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.data


def _bomb() -> bytes:
    return _listed("media/besar.png", bytes(40_000_000))


def _method() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, data in GOOD.items():
            kind = zipfile.ZIP_LZMA if name == "style.css" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), data, kind)
    return out.getvalue()


def _heavy() -> bytes:
    import random

    return _listed("media/film.mp4", random.Random(1).randbytes(20_500_000))


def _manifest(data: bytes) -> bytes:
    return zipped({**GOOD, "imsmanifest.xml": data})


def _script(*pairs: tuple[str, str]) -> bytes:
    return _edited(*pairs, file="scorm.js")


def _page(*pairs: tuple[str, str]) -> bytes:
    return _edited(*pairs, file="index.html")


BODY = "<body>"
LAST = "</item>\n    </organization>"
BROKEN: dict[str, Callable[[], bytes]] = {
    "not-a-zip": lambda: b"%PDF-1.7 not a package",
    "empty": lambda: zipped({}),
    "damaged": _damaged,
    "encrypted": _encrypted,
    "packed-otherwise": _method,
    "entry-twice": _twice,
    "symbolic-link": _linked,
    "bomb": _bomb,
    "oversize": lambda: _listed("media/film.mp4", __import__("random").Random(2).randbytes(3_000_000)),
    "heavy-file": _heavy,
    "data-descriptors": _streamed,
    "name-unsafe": lambda: _more(**{"../../etc/cron.d/x": b"x"}),
    "name-backslash": lambda: zipped({**GOOD, "media\\lain.png": b"x"}),
    "name-case": lambda: _listed("Style.css", b"p {}"),
    "name-space": lambda: _listed("media/gambar satu.png"),
    "name-signs": lambda: _listed("media/gambar-é.png"),
    "name-refused": lambda: _listed("media/data.dat"),
    "name-long": lambda: _listed("media/" + "a" * 260 + ".png"),
    "leftover": lambda: _more(**{"__MACOSX/._index.html": b"x"}),
    "cannot-play": lambda: _listed("media/film.swf"),
    "manifest-missing": lambda: _without("imsmanifest.xml"),
    "manifest-nested": lambda: zipped({f"kursus/{name}": data for name, data in GOOD.items()}),
    "manifest-case": lambda: zipped({n.replace("ims", "IMS"): d for n, d in GOOD.items()}),
    "manifest-xml": lambda: _edited(("</organizations>", "")),
    "manifest-entities": lambda: _manifest(
        MANIFEST.replace("?>\n", '?>\n<!DOCTYPE manifest [<!ENTITY x SYSTEM "file:///etc/passwd">]>\n', 1).encode()
    ),
    "manifest-encoding": lambda: _manifest(MANIFEST.replace("UTF-8", "ISO-8859-1").encode("latin-1")),
    "manifest-mark": lambda: _manifest(b"\xef\xbb\xbf" + MANIFEST.encode()),
    "version-2004": lambda: _edited(
        ("http://www.imsproject.org/xsd/imscp_rootv1p1p2", "http://www.imsglobal.org/xsd/imscp_v1p1"), ("1.2<", "2004<")
    ),
    "manifest-root": lambda: _edited(("<manifest ", "<course "), ("</manifest>", "</course>")),
    "namespace-missing": lambda: _edited((' xmlns="http://www.imsproject.org/xsd/imscp_rootv1p1p2"', "")),
    "namespace-prefix": lambda: _edited(("adlcp:", "scorm:"), ("xmlns:adlcp", "xmlns:scorm")),
    "element-prefix": lambda: _prefixed(),
    "element-unknown": lambda: _edited(("<title>Bab 1</title>", "<title>Bab 1</title><subtitle>x</subtitle>")),
    "element-order": lambda: _reordered(),
    "sub-manifest": lambda: _edited(("</resources>", '</resources><manifest identifier="dalam"/>')),
    "word-unknown": lambda: _edited(("continue,no message", "continue")),
    "element-twice": lambda: _edited(("<title>Bab 1</title>", "<title>Bab 1</title><title>Bab</title>")),
    "text-stray": lambda: _edited(("<resources>", "<resources>semua berkas")),
    "resource-type": lambda: _edited(('identifier="shared" type="webcontent"', 'identifier="shared" type="web"')),
    "language-form": lambda: _edited(('xml:lang="id"', 'xml:lang="bahasa indonesia"')),
    "schema-version": lambda: _edited(("<schemaversion>1.2", "<schemaversion>1.3")),
    "organization-missing": lambda: _cut("<organization ", "</organization>"),
    "organizations-several": lambda: _edited(
        ("</organizations>", '<organization identifier="o2"><title>Lain</title><item identifier="i3" '
         'identifierref="sco-1"><title>Bab</title></item></organization></organizations>')
    ),
    "default-dangling": lambda: _edited(('default="org"', 'default="orang"')),
    "default-missing": lambda: _edited((' default="org"', "")),
    "items-missing": lambda: _cut("<item ", "</item>"),
    "title-missing": lambda: _edited(("<title>Bab 1</title>", "")),
    "title-long": lambda: _edited(("Bab 1", "Bab 1 " * 40)),
    "character-references": lambda: _edited(("Bab 1", "Caf&#233; 1")),
    "description-long": lambda: _edited(("Uraian", "Uraian " * 200)),
    "mastery-number": lambda: _edited((">70<", ">70,5<")),
    "mastery-zero": lambda: _edited((">70<", ">0<")),
    "mastery-place": lambda: _edited(
        (LAST, '</item>\n<item identifier="i3" identifierref="shared"><title>Aset</title>'
         "<adlcp:masteryscore>70</adlcp:masteryscore></item>\n</organization>"),
    ),
    "time-form": lambda: _edited(("0001:30:00", "90 menit")),
    "data-long": lambda: _edited(("bab=2", "bab=2;" * 60)),
    "prerequisites": lambda: _edited((">item-1<", ">item-9<")),
    "prerequisites-long": lambda: _edited((">item-1<", ">" + "&amp;".join(["item-1"] * 30) + "<")),
    "identifier-missing": lambda: _edited(
        (' type="aicc_script">item-1<', ' type="aicc_script">item-2<'), ('identifier="item-1" ', "")
    ),
    "identifier-form": lambda: _edited(('"org"', '"1 org"')),
    "identifier-twice": lambda: _edited(('identifier="item-2"', 'identifier="item-1"')),
    "item-dangling": lambda: _edited(
        (LAST, '</item>\n<item identifier="i3" identifierref="sco-3"><title>Bab</title></item></organization>')
    ),
    "item-empty": lambda: _edited(
        (LAST, '</item>\n<item identifier="i3"><title>Bab</title></item></organization>')
    ),
    "no-sco": lambda: _edited(
        ('scormtype="sco"', 'scormtype="asset"'), ("        <adlcp:masteryscore>70</adlcp:masteryscore>\n", "")
    ),
    "scormtype": lambda: _edited(('adlcp:scormtype="asset"', 'adlcp:scormType="asset"')),
    "href-none": lambda: _edited((' href="bab-2/index.html?mulai=1"', "")),
    "file-gone": lambda: _edited(('<file href="style.css"/>', '<file href="style.css"/><file href="lain.js"/>')),
    "file-case": lambda: _edited(('<file href="scorm.js"/>', '<file href="SCORM.js"/>')),
    "file-outside": lambda: _edited(('<file href="style.css"/>', '<file href="style.css"/><file href="../lain.js"/>')),
    "launch-external": lambda: _edited(('href="bab-2/index.html?mulai=1"', 'href="https://example.org/bab-2.html"')),
    "launch-no-page": lambda: _edited(('href="bab-2/index.html?mulai=1"', 'href="media/gambar.png"')),
    "file-unlisted": lambda: _more(**{"media/lain.png": b"x"}),
    "file-twice": lambda: _edited(('<file href="style.css"/>', '<file href="style.css"/><file href="style.css"/>')),
    "dependency-dangling": lambda: _edited(
        ('<file href="index.html"/>', '<file href="index.html"/><dependency identifierref="lain"/>')
    ),
    "dependency-circle": lambda: _edited(
        ('<file href="media/gambar.png"/>', '<file href="media/gambar.png"/><dependency identifierref="shared"/>')
    ),
    "resource-unused": lambda: _edited(
        ("</resources>", '<resource identifier="sco-3" type="webcontent" adlcp:scormtype="sco" href="index.html"/>'
         "</resources>")
    ),
    "metadata-gone": lambda: _edited(("</schemaversion>", "</schemaversion><adlcp:location>meta.xml</adlcp:location>")),
    "api-missing": lambda: _script(("LMSInitialize", "initialize")),
    "api-2004": lambda: _script(("win.API", "win.API_1484_11"), ("LMSInitialize", "Initialize")),
    "api-search": lambda: _script(("win.parent", "null")),
    "api-opener": lambda: _script((" || (window.opener ? find(window.opener) : null)", "")),
    "finish-missing": lambda: _script(("LMSFinish", "finish")),
    "commit-missing": lambda: _script(("  api.LMSCommit('');\n", "")),
    "status-missing": lambda: _script(("lesson_status", "lesson_location")),
    "mastery-without-score": lambda: _script(("score.raw", "lesson_location")),
    "unload-only": lambda: _script(("pagehide", "unload")),
    "leaves-frame": lambda: _script(("if (api) {", "window.top.location.href = 'index.html';\nif (api) {")),
    "load-gone": lambda: _page(("gambar.png?v=2", "tidak-ada.png")),
    "link-gone": lambda: _page(('href="index.html"', 'href="bab-3.html"')),
    "load-case": lambda: _page(("media/gambar.png", "media/Gambar.png")),
    "load-outside": lambda: _page(("media/gambar.png", "/media/gambar.png")),
    "load-disk": lambda: _page(("media/gambar.png", "file:///C:/Users/me/gambar.png")),
    "external-request": lambda: _page((BODY, BODY + '<script src="https://cdn.example.org/jquery.js"></script>')),
    "external-insecure": lambda: _page((BODY, BODY + '<iframe src="http://example.org/film"></iframe>')),
    "inline-script": lambda: _page((BODY, BODY + '<button onclick="api.LMSCommit(\'\')">Simpan</button>')),
    "eval": lambda: _script(("'use strict';", "'use strict';\neval('1 + 1');")),
    "viewport-missing": lambda: _page(('<meta name="viewport" content="width=device-width">', "")),
    "language-missing": lambda: _page((' lang="id"', "")),
}  # fmt: skip


def _prefixed() -> bytes:
    """All elements of the package with a prefix, as some tools write them."""
    import re

    text = re.sub(r"<(/?)([a-z]+)(?=[ >/])", r"<\1cp:\2", MANIFEST.replace("xmlns=", "xmlns:cp="))
    return _manifest(text.encode())


def _reordered() -> bytes:
    """Resources before organizations."""
    start, end = MANIFEST.index("  <organizations"), MANIFEST.index("  <resources>")
    text = MANIFEST[:start] + MANIFEST[end:].replace("</manifest>", MANIFEST[start:end] + "</manifest>")
    return _manifest(text.encode())


def _cut(start: str, end: str) -> bytes:
    """The manifest without what stands from the first `start` to the last `end`."""
    return _manifest((MANIFEST[: MANIFEST.index(start)] + MANIFEST[MANIFEST.rindex(end) + len(end) :]).encode())


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for code, make in BROKEN.items():
        (folder / f"{code}.zip").write_bytes(make())
