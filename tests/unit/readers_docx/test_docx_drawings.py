"""Pictures, text boxes, groups, charts and diagrams."""

from __future__ import annotations

import io

import pytest
from docx_maker import OFFICE, RELS, SPACES, codes, document, lines, p, pictures, shape
from PIL import Image, ImageDraw

from modmigrate.document import Document, Table
from modmigrate.readers import libreoffice


def png(size: tuple[int, int] = (40, 20), kind: str = "PNG", colour: str = "red") -> bytes:
    image = Image.new("RGB", size, colour)
    ImageDraw.Draw(image).rectangle((0, 0, size[0] // 2 - 1, size[1]), "blue")
    out = io.BytesIO()
    image.save(out, kind)
    return out.getvalue()


def noise(size: tuple[int, int]) -> bytes:
    out = io.BytesIO()
    Image.effect_noise(size, 90).convert("RGB").save(out, "PNG")
    return out.getvalue()


GROUP = (
    '<wpg:wgp><wpg:grpSpPr><a:xfrm><a:ext cx="400" cy="400"/><a:chExt cx="200" cy="200"/></a:xfrm></wpg:grpSpPr>'
    "{}</wpg:wgp>"
)


def pic(id_: str = "rId1", *, crop: str = "", rot: str = "", descr: str = "", svg: str = "", extent: str = "") -> str:
    twin = f'<a:extLst><a:ext><asvg:svgBlip r:embed="{svg}"/></a:ext></a:extLst>' if svg else ""
    return (f'<pic:pic><pic:nvPicPr><pic:cNvPr id="1" name="x" descr="{descr}"/></pic:nvPicPr><pic:blipFill>'
            f'<a:blip r:embed="{id_}">{twin}</a:blip>{crop}</pic:blipFill>'
            f"<pic:spPr><a:xfrm{rot}>{extent}</a:xfrm></pic:spPr></pic:pic>")  # fmt: skip


def drawing(inner: str, descr: str = "", more: str = "") -> str:
    return (f'<w:r><w:drawing><wp:inline><wp:extent cx="952500" cy="476250"/><wp:docPr id="1" name="p" descr="{descr}">'
            f"{more}</wp:docPr><a:graphic><a:graphicData>{inner}</a:graphicData></a:graphic></wp:inline></w:drawing>"
            "</w:r>")  # fmt: skip


def placed(inner: str, *blobs: bytes, **more: str) -> Document:
    """A document whose only drawing holds this; pictures are rId1, rId2 …"""
    links = {f"rId{n}": ("image", f"media/{n}.bin") for n in range(1, len(blobs) + 1)}
    parts = {f"word/media/{n}.bin": blob for n, blob in enumerate(blobs, 1)}
    return document(p(drawing(inner, **more)), links=links, parts=parts)


def shown(found: Document) -> Image.Image:
    (picture,) = pictures(found)
    return Image.open(io.BytesIO(found.media[picture.name].data))


def test_a_picture_keeps_its_bytes_words_and_width() -> None:
    found = placed(pic(), png(), descr="Grafik  laba")
    (picture,) = pictures(found)
    assert (picture.alt, picture.width) == ("Grafik laba", 100)
    assert found.media[picture.name].data == png()


def test_a_file_s_name_is_no_description() -> None:
    assert pictures(placed(pic(descr="C:\\foto.png"), png(), descr="image1.png"))[0].alt == ""


def test_identical_pictures_are_stored_once() -> None:
    assert len(placed(pic() + pic("rId2"), png(), png()).media) == 1


def test_cropping_is_applied() -> None:
    image = shown(placed(pic(crop='<a:srcRect l="50000" b="-5000"/>'), png()))
    assert image.size == (20, 20)
    assert image.convert("RGB").getpixel((0, 0)) == (255, 0, 0)


def test_a_picture_stretched_beyond_its_shape_is_cropped() -> None:
    stretched = '<a:srcRect/><a:stretch><a:fillRect l="-100000" b="-50000"/></a:stretch>'
    image = shown(placed(pic(crop=stretched), png((40, 30))))
    assert image.size == (20, 20)


def test_turning_is_applied_and_the_width_is_that_of_the_turned_picture() -> None:
    found = placed(pic(rot=' rot="5400000"'), png())
    image = shown(found).convert("RGB")
    assert image.size == (20, 40)
    assert image.getpixel((0, 0)) == (0, 0, 255), "a quarter turn clockwise brings the left side up"
    assert pictures(found)[0].width == 50


def test_a_slightly_tilted_picture_is_shown_straight() -> None:
    assert shown(placed(pic(rot=' rot="180000"'), png())).size == (40, 20)


@pytest.mark.parametrize("kind", ["BMP", "TIFF"])
def test_kinds_that_browsers_do_not_show_become_png(kind: str) -> None:
    assert shown(placed(pic(), png(kind=kind))).format == "PNG"


@pytest.mark.slow
def test_large_photographs_are_made_small_the_same_way_each_time() -> None:
    photo = noise((1800, 300))
    found, again = placed(pic(), photo), placed(pic(), photo)
    assert shown(found).size == (1600, 267)
    assert len(next(iter(found.media.values())).data) < len(photo) / 2
    assert found.media == again.media


def test_where_a_photograph_was_taken_is_nobody_s_business() -> None:
    exif = Image.Exif()
    exif[0x010F] = "Kamera"
    out = io.BytesIO()
    Image.new("RGB", (8, 8)).save(out, "JPEG", exif=exif)
    assert b"Kamera" in out.getvalue()
    assert b"Kamera" not in next(iter(placed(pic(), out.getvalue()).media.values())).data


def test_the_vector_twin_is_preferred_when_it_is_harmless() -> None:
    good = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0"/></svg>'
    for svg, kind in ((good, "image/svg+xml"), (good.replace(b"<path", b"<script/><path"), "image/png"),
                      (good.replace(b"<path", b'<image href="http://x"/><path'), "image/png")):  # fmt: skip
        found = placed(pic(svg="rId2"), png(), svg)
        assert [m.type for m in found.media.values()] == [kind]


def test_decorative_pictures_are_left_out() -> None:
    more = '<a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst>'
    assert not pictures(placed(pic(), png(), more=more))


def test_a_metafile_without_libreoffice_is_a_named_place_and_a_warning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(libreoffice, "program", lambda: None)
    emf = b"\x01\0\0\0" + b"\0" * 36 + b" EMF" + b"\0" * 60
    found = placed(pic(), emf)
    (picture,) = pictures(found)
    assert codes(found) == ["picture-unreadable"]
    assert b"1.bin" in found.media[picture.name].data


def test_missing_broken_and_linked_pictures_are_named() -> None:
    assert codes(document(p("a", drawing(pic())), links={"rId1": ("image", "media/1.png")})) == ["dropped"]
    assert codes(document(p("a", drawing(pic())), links={"rId1": ("image", "https://x/1.png")})) == ["dropped"]
    assert codes(placed(pic(), b"no picture at all")) == ["picture-unreadable"]


def box(text: str) -> str:
    return f"<wps:wsp><wps:txbx><w:txbxContent>{p(text)}</w:txbxContent></wps:txbx></wps:wsp>"


def test_a_text_box_stored_twice_is_read_once_after_its_paragraph() -> None:
    fallback = f"<w:pict><v:shape><v:textbox><w:txbxContent>{p('Kotak')}</w:txbxContent></v:textbox></v:shape></w:pict>"
    choice = f'<mc:Choice Requires="wps"><w:drawing><wp:anchor>{box("Kotak")}</wp:anchor></w:drawing></mc:Choice>'
    both = f"<w:r><mc:AlternateContent>{choice}<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent></w:r>"
    assert lines(document(p("Isi", both) + p("Lagi"))) == ["Isi", "Kotak", "Lagi"]


def test_what_we_do_not_understand_is_read_from_its_fallback() -> None:
    choice = '<mc:Choice Requires="cx"><w:drawing><cx:chart/></w:drawing></mc:Choice>'
    both = f"<w:r><mc:AlternateContent>{choice}<mc:Fallback>{{}}</mc:Fallback></mc:AlternateContent></w:r>"
    found = document(p(both.format(f"<w:drawing><wp:inline>{pic()}</wp:inline></w:drawing>")),
                     links={"rId1": ("image", "media/1.png")}, parts={"word/media/1.png": png()})  # fmt: skip
    assert len(pictures(found)) == 1


def test_pictures_inside_smart_art_are_shown() -> None:
    point = '<dgm:pt modelId="1"><dgm:spPr><a:blipFill><a:blip r:embed="rId1"/></a:blipFill></dgm:spPr></dgm:pt>'
    rels = f'<Relationships xmlns="{RELS}"><Relationship Id="rId1" Type="{OFFICE}/image" Target="../media/1.png"/>'
    found = document(
        p(drawing('<dgm:relIds r:dm="rId1"/>')),
        links={"rId1": ("diagramData", "diagrams/d.xml")},
        parts={
            "word/diagrams/d.xml": f"<dgm:dataModel {SPACES}>{point}</dgm:dataModel>",
            "word/diagrams/_rels/d.xml.rels": rels + "</Relationships>",
            "word/media/1.png": png(),
        },
    )
    assert len(pictures(found)) == 1


def test_a_chart_that_has_a_stored_picture_shows_it_and_keeps_its_words() -> None:
    def dimension(kind: str, *points: str) -> str:
        entries = "".join(f'<cx:pt idx="{n}">{text}</cx:pt>' for n, text in enumerate(points))
        return f"<cx:{kind}><cx:lvl>{entries}</cx:lvl></cx:{kind}>"

    data = f'<cx:data id="0">{dimension("strDim", "Mei", "Juni")}{dimension("numDim", "12", "3.5")}</cx:data>'
    series = '<cx:series><cx:tx><cx:txData><cx:v>Laba</cx:v></cx:txData></cx:tx><cx:dataId val="0"/></cx:series>'
    title = "<cx:title><a:t>Air terjun</a:t></cx:title>"
    chart = f"<cx:chartSpace {SPACES}><cx:chartData>{data}</cx:chartData>{title}{series}</cx:chartSpace>"
    choice = (
        '<mc:Choice Requires="cx"><w:drawing><wp:inline><cx:chart r:id="rId2"/></wp:inline></w:drawing></mc:Choice>'
    )
    fallback = f"<mc:Fallback><w:drawing><wp:inline>{pic()}</wp:inline></w:drawing></mc:Fallback>"
    links = {"rId1": ("image", "media/1.png"), "rId2": ("chartEx", "charts/c.xml")}
    for stored in (fallback, ""):
        found = document(
            p(f"<w:r><mc:AlternateContent>{choice}{stored}</mc:AlternateContent></w:r>"),
            links=links,
            parts={"word/media/1.png": png(), "word/charts/c.xml": chart},
        )
        assert len(pictures(found)) == bool(stored)
        assert [text for text in lines(found) if text] == ["Air terjun", "Laba", "Mei", "12", "Juni", "3.5"]


@pytest.mark.parametrize(
    ("around", "width"), [("<wpc:wpc>{}</wpc:wpc>", 10), (GROUP, 20), (f"<wpc:wpc>{GROUP}</wpc:wpc>", 20)]
)
def test_pictures_in_groups_and_canvases_are_as_wide_as_they_are_drawn(around: str, width: int) -> None:
    (picture,) = pictures(placed(around.format(pic(extent="<a:ext cx='95250' cy='95250'/>")), png()))
    assert picture.width == width


def test_groups_give_their_pictures_and_boxes_in_order() -> None:
    found = placed(pic() + box("Satu") + pic("rId2") + box("Dua"), png(), png(colour="green"))
    assert lines(found) == ["", "Satu", "Dua"]
    assert len(pictures(found)) == 2


def test_word_art_that_its_text_box_repeats_is_read_once() -> None:
    text = f"<v:textbox><w:txbxContent>{p('MODUL')}</w:txbxContent></v:textbox>"
    shape = f'<w:r><w:pict><v:rect><v:textpath string="MODUL"/>{text}</v:rect></w:pict></w:r>'
    assert lines(document(p(shape))) == ["MODUL"]


def test_vml_pictures_boxes_and_word_art() -> None:
    inner = '<v:imagedata r:id="rId1" cropleft="32768f"/><v:textpath string="MODUL"/>'
    text = f"<v:textbox><w:txbxContent>{p('Isi')}</w:txbxContent></v:textbox>"
    vml = f'<w:r><w:pict><v:shape style="width:72pt;rotation:90" alt="Logo">{inner}{text}</v:shape></w:pict></w:r>'
    found = document(p(vml), links={"rId1": ("image", "media/1.png")}, parts={"word/media/1.png": png()})
    assert [(i.alt, i.width) for i in pictures(found)] == [("Logo", 96)]
    assert shown(found).size == (20, 20)
    assert lines(found) == ["", "MODUL", "Isi"]


def test_charts_are_tables_of_their_numbers() -> None:
    def series(name: str, *values: str) -> str:
        points = "".join(f'<c:pt idx="{n}"><c:v>{v}</c:v></c:pt>' for n, v in enumerate(values))
        categories = '<c:cat><c:pt idx="0"><c:v>2023</c:v></c:pt><c:pt idx="1"><c:v>2024</c:v></c:pt></c:cat>'
        return f"<c:ser><c:tx><c:v>{name}</c:v></c:tx>{categories}<c:val>{points}</c:val></c:ser>"

    title = "<c:title><a:t>Laba</a:t></c:title>"
    chart = f"<c:chartSpace {SPACES}>{title}{series('A', '0.30000000000000004', '2')}{series('B', '5')}</c:chartSpace>"
    found = document(p(drawing('<c:chart r:id="rId1"/>')), links={"rId1": ("chart", "charts/c.xml")},
                     parts={"word/charts/c.xml": chart})  # fmt: skip
    assert lines(found)[0] == "Laba"
    rows = [[c[0] for c in r] for r in shape(found.blocks[1])]
    assert rows == [["", "A", "B"], ["2023", "0.3", "5"], ["2024", "2", ""]]
    assert isinstance(found.blocks[1], Table)
    assert found.blocks[1].rows[0].header


def test_smart_art_is_the_list_it_was_made_from() -> None:
    def point(id_: str, text: str) -> str:
        return f'<dgm:pt modelId="{id_}"><dgm:t><a:p><a:r><a:t>{text}</a:t></a:r></a:p></dgm:t></dgm:pt>'

    links = "".join(
        f'<dgm:cxn srcId="{a}" destId="{b}" srcOrd="{n}"/>' for a, b, n in (("0", "2", 1), ("0", "1", 0), ("1", "3", 0))
    )
    data = (f'<dgm:dataModel {SPACES}><dgm:pt modelId="0" type="doc"/>{point("2", "Dua")}{point("1", "Satu")}'
            f'{point("3", "Anak")}{point("9", "Lepas")}{links}</dgm:dataModel>')  # fmt: skip
    found = document(p(drawing('<dgm:relIds r:dm="rId1"/>')), links={"rId1": ("diagramData", "diagrams/d.xml")},
                     parts={"word/diagrams/d.xml": data})  # fmt: skip
    assert lines(found) == ["• Satu", "• Anak", "• Dua", "Lepas"]
