"""SVG pictures are written anew: what draws stays, what does more is refused, whatever its encoding and spelling."""

from __future__ import annotations

import re
import time
from pathlib import Path

import pytest

from modmigrate.text.svg import MAX_SVG, redrawn

HEAD = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" xmlns:h="http://www.w3.org/1999/xhtml"'


def svg(inside: str) -> bytes:
    return f'<svg {HEAD} viewBox="0 0 9 9">{inside}</svg>'.encode()


def drawn(inside: str) -> str:
    made = redrawn(svg(inside))
    assert made is not None
    assert redrawn(made) == made
    return re.sub(r"^<svg [^>]*>|^<svg [^>]*/>|</svg>$", "", made.decode())


@pytest.mark.parametrize(
    "inside",
    [
        '<path d="M0 0L9 9" fill="url(#g)" stroke="rgb(1, 2, 3)" style="opacity:.5"/>',
        '<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/></linearGradient></defs>',
        '<g transform="translate(1 2) rotate(3)"><use xlink:href="#a"/></g>',
        '<text x="1" y="2">Harga <tspan font-weight="bold">baru</tspan> naik</text>',
        "<style>.a{fill:#fff;filter:url(#b)} .a:not(.b){stroke:red}</style>",
        '<image xlink:href="data:image/png;base64,iVBORw0KGgo=" width="1" height="1"/>',
        "<title>Ilmu &amp; usaha &lt;kecil&gt;</title><desc>الف 図</desc>",
        '<filter id="f"><feGaussianBlur in="SourceGraphic" stdDeviation="2"/></filter>',
    ],
)
def test_what_draws_stays_as_it_is(inside: str) -> None:
    assert drawn(inside) == inside


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        ("<!-- a --><?php b ?><path/>", "<path/>"),
        ('<metadata><x:y xmlns:x="urn:z"/></metadata><path data-name="a" xmlns:i="urn:i" i:label="b"/>', "<path/>"),
        ('<a href="javascript:x()"><path/></a>', "<g><path/></g>"),
        ('<text>a <a href="https://x.id">b</a> c</text>', "<text>a <tspan>b</tspan> c</text>"),
        ('<path><animate attributeName="href" to="javascript:x()"/></path>', "<path/>"),
        ('<use href="#a"/>', '<use xlink:href="#a"/>'),
        ('<switch><foreignObject><h:p>x</h:p></foreignObject><text>x</text></switch>',
         "<switch><text>x</text></switch>"),
        ("<unheard-of/>", ""),
    ],
)  # fmt: skip
def test_what_does_not_draw_is_left_out(inside: str, left: str) -> None:
    assert drawn(inside) == left


@pytest.mark.parametrize(
    "inside",
    [
        "<script>x()</script>",
        '<h:script>x()</h:script>',
        '<g><h:meta http-equiv="refresh" content="0;url=//x.id"/></g>',
        '<h:img src="//x.id/a.png"/>',
        '<metadata><h:img src="//x.id/a.png"/></metadata>',
        '<path onload="x()"/>', '<path ONCLICK="x()"/>',
        "<foreignObject><h:p>x</h:p></foreignObject>",
        '<image href="https://x.id/a.png"/>', '<image xlink:href="file:///etc/passwd"/>',
        '<image href="data:image/svg+xml;base64,AAAA"/>', '<use href="data:image/png;base64,AAAA"/>',
        '<use href="//x.id/a.svg#b"/>', '<path fill="url(//x.id/a.svg#b)"/>', '<path style="fill:url( //x.id)"/>',
        "<style>@import 'x';</style>", r"<style>@\69mport 'x';</style>", r"<style>a{fill:u\72l(//x.id)}</style>",
        "<style>a{fill:URL('//x.id')}</style>", "<style>a{background:image-set('//x.id/a.png' 1x)}</style>",
        "<style>a{b:src('//x.id')}</style>", "<style>a{b:expression (x())}</style>",
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><path fill="url(#b)"/></g><pattern id="b"><use href="#a"/></pattern><use href="#a"/>',
    ],
)  # fmt: skip
def test_what_does_more_than_draw_is_refused_as_a_whole(inside: str) -> None:
    assert redrawn(svg(inside)) is None


@pytest.mark.parametrize(
    "data",
    [
        # A JIS escape in the middle of a word: browsers and parsers read `script`, a search in the bytes does not.
        b'<?xml version="1.0" encoding="iso-2022-jp"?>' + svg("<scr\x1b(Bipt>x()</scr\x1b(Bipt>"),
        ('<?xml version="1.0" encoding="utf-16"?>' + svg("<script>x()</script>").decode()).encode("utf-16"),
        b'<!DOCTYPE svg [<!ENTITY a "<script>x()</script>">]>' + svg("&a;"),
        b'<!DOCTYPE svg [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]>' + svg('<path d="&b;"/>'),
        svg("<path/>").replace(b"2000/svg", b"2000/svg2"), b"<svg/>", svg("<path>"), b"", b"<html/>",
        svg("<path/>" * (MAX_SVG // 7)),
    ],
)  # fmt: skip
def test_neither_encodings_nor_entities_hide_anything(data: bytes) -> None:
    assert redrawn(data) is None


def test_drawings_that_draw_themselves_ten_times_over_are_refused() -> None:
    laughs = "".join(f'<g id="g{n}">{f"""<use href="#g{n + 1}"/>""" * 10}</g>' for n in range(9))
    assert redrawn(svg(laughs + '<path id="g9"/>')) is None
    assert redrawn(svg(f'<g id="a">{"<path/>" * 90}</g>' + '<use href="#a"/>' * 1000)) is not None


def test_other_encodings_come_out_as_utf_8() -> None:
    text = '<?xml version="1.0" encoding="iso-8859-1"?>' + svg("<text>né</text>").decode()
    assert "<text>né</text>" in (redrawn(text.encode("latin-1")) or b"").decode("utf-8")


@pytest.mark.parametrize("sign", ["(", "a", " ", "a(", "url(#a)", "\\", "@"])
def test_long_values_cost_no_more_than_their_length(sign: str) -> None:
    begun = time.process_time()
    redrawn(svg(f'<path style="{sign * (400_000 // len(sign))}"/>'))
    # 400,000 brackets take two seconds where cost grows with the length; a square would take minutes.
    assert time.process_time() - begun < 8


def test_the_pictures_of_this_project_are_drawings() -> None:
    icons = Path(__file__).parents[2] / "templates/scorm/icons.svg"
    assert redrawn(icons.read_bytes().replace(b"<svg", b'<svg xmlns="http://www.w3.org/2000/svg"', 1)) is not None
