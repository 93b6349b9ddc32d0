"""Word files as programs other than Word write them: the same module, in each one's own manner of writing."""

from __future__ import annotations

from docx_maker import cell, document, lines, p, r, row, spans, table

from modmigrate.document import Document, NoteMark, Paragraph, Table, paragraphs

_HEADING = '<w:style w:type="paragraph" w:styleId="{}"><w:name w:val="{}"/><w:basedOn w:val="{}"/>{}</w:style>'


def _headings(found: Document) -> list[tuple[int, str]]:
    return [(q.level, q.text) for q in paragraphs(found.blocks) if q.level]


def _level(kind: str, text: str, more: str = "") -> str:
    return f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/>{more}</w:lvl>'


def _list(kind: str, text: str, more: str = "") -> str:
    abstract = f'<w:abstractNum w:abstractNumId="1">{more}{_level(kind, text)}</w:abstractNum>'
    return f'{abstract}<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'


def test_google_docs() -> None:
    """Direct properties throughout, w:rtl set to 0 on each run, notes counted from 0, tracked anchors in controls."""
    off = '<w:rtl w:val="0"/>'
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:ind w:left="720" w:hanging="360"/>'
    mark = '<w:r><w:footnoteReference w:customMarkFollows="0" w:id="0"/></w:r>'
    found = document(
        p(r("Modul Warung", f'<w:sz w:val="52"/>{off}'), props='<w:pStyle w:val="Title"/>')
        + p(r("Modal", off), '<w:bookmarkStart w:id="0" w:name="_abc"/>', props='<w:pStyle w:val="Heading1"/>')
        + '<w:sdt><w:sdtPr><w:tag w:val="goog_rdk_0"/></w:sdtPr><w:sdtContent>'
        + p(r("Uang dan ", off), r("alat", f'<w:b w:val="1"/>{off}'), mark)
        + "</w:sdtContent></w:sdt>"
        + p(r("satu", off), props=item) + p(r("dua", off), props=item)
        + table(row(cell(p(r("Barang", off))), cell(p(r("Harga", off)))), row("Teh", "4"),
                props='<w:tblStyle w:val="Table1"/><w:tblBorders><w:top w:val="single"/></w:tblBorders>'),
        styles=_HEADING.format("Normal", "normal", "", "") + _HEADING.format("Title", "Title", "Normal", "")
        + _HEADING.format("Heading1", "heading 1", "Normal", '<w:rPr><w:b w:val="0"/></w:rPr>'),
        numbering=_list("decimal", "%1."),
        footnotes=f'<w:footnote w:id="0">{p("Juga barang.")}</w:footnote>',
    )  # fmt: skip
    assert lines(found) == [
        "Modul Warung",
        "Modal",
        "Uang dan alat",
        "1. satu",
        "2. dua",
        "Barang",
        "Harga",
        "Teh",
        "4",
    ]
    assert _headings(found) == [(1, "Modal")]
    assert [s.text for s in spans(found) if s.look.bold] == ["alat"]
    text = next(q for q in paragraphs(found.blocks) if q.text.startswith("Uang"))
    assert NoteMark("fn0") in text.inlines
    assert [q.text for q in paragraphs(found.notes["fn0"])] == ["Juga barang."]


def test_pages() -> None:
    """Headings named without a number, lists by linked styles, and text boxes that hold the text."""
    style = "".join(
        _HEADING.format(id_, name, "", props)
        for id_, name, props in (
            ("Body", "Body", ""),
            ("Heading", "Heading", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>'),
        )
    )
    linked = (
        '<w:style w:type="numbering" w:styleId="Bullet"><w:name w:val="Bullet"/><w:pPr><w:numPr><w:numId w:val="1"/>'
    )
    linked += "</w:numPr></w:pPr></w:style>"
    target = f'<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="Bullet"/>{_level("bullet", "•")}</w:abstractNum>'
    link = '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="Bullet"/></w:abstractNum>'
    nums = "".join(f'<w:num w:numId="{n}"><w:abstractNumId w:val="{a}"/></w:num>' for n, a in ((1, 1), (2, 0)))
    box = p("Kotak", props='<w:pStyle w:val="Body"/>')
    shape = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:txbx><w:txbxContent>{box}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:rect><v:textbox>"
        f"<w:txbxContent>{p('Kotak')}</w:txbxContent></v:textbox></v:rect></w:pict></mc:Fallback></mc:AlternateContent>"
        "</w:r>"
    )
    found = document(
        p("Modal", props='<w:pStyle w:val="Heading"/>')
        + p("Isi", shape, props='<w:pStyle w:val="Body"/>')
        + p("butir", props='<w:pStyle w:val="Body"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>'),
        styles=style + linked,
        numbering=target + link + nums,
    )
    assert lines(found) == ["Modal", "Isi", "Kotak", "• butir"]
    assert _headings(found) == [(1, "Modal")]


def test_wps() -> None:
    """Styles with numbers for ids, namespaces of its own, East Asian hints, and counted Chinese labels."""
    data = '<wpsCustomData:x xmlns:wpsCustomData="http://www.wps.cn/officeDocument/2013/wpsCustomData"/>'
    hint = '<w:rFonts w:hint="eastAsia"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/>'
    item = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    found = document(
        p(r("资金", hint), props=f'<w:pStyle w:val="2"/><w:bidi w:val="0"/><w:rPr>{hint}</w:rPr>')
        + p(data, r("现金", hint), props=item)
        + p(r("设备", hint), props=item)
        + p('<w:smartTag w:element="chsdate"><w:r><w:t>五月</w:t></w:r></w:smartTag>'),
        styles=_HEADING.format("1", "Normal", "", "") + _HEADING.format("2", "heading 1", "1", ""),
        numbering=_list("chineseCounting", "（%1）"),
    )
    assert lines(found) == ["资金", "（一） 现金", "（二） 设备", "五月"]
    assert _headings(found) == [(1, "资金")]


def test_libreoffice() -> None:
    """Styles that switch their numbering off, a rule per cell, fields in full, frames beside their fallback."""
    off, on = (f'<w:numPr><w:ilvl w:val="0"/><w:numId w:val="{n}"/></w:numPr>' for n in (0, 1))
    line = '<w:tcBorders><w:top w:val="single"/><w:bottom w:val="single"/></w:tcBorders>'
    broken = '<w:r><w:br w:type="page"/></w:r>'
    found = document(
        p("Modal", props=f'<w:pStyle w:val="Heading1"/>{off}<w:ind w:hanging="0" w:start="0" w:end="0"/>')
        + p("Isi", props='<w:pStyle w:val="TextBody"/>')
        + table(row(cell("a", line), cell("b", line)), row(cell("c", line), cell("d", line)), props="<w:tblBorders/>")
        + p(broken, "Bab baru", props='<w:pStyle w:val="Normal"/>'),
        styles=_HEADING.format("Normal", "Normal", "", "") + _HEADING.format("TextBody", "Body Text", "Normal", "")
        + _HEADING.format("Heading1", "Heading 1", "Normal", f"<w:pPr>{on}</w:pPr>"),
        numbering=_list("none", ""),
        footnotes='<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote>',
    )  # fmt: skip
    assert lines(found) == ["Modal", "Isi", "a", "b", "c", "d", "\nBab baru"]
    assert _headings(found) == [(1, "Modal")]
    assert found.notes == {}
    assert isinstance(found.blocks[2], Table)
    assert isinstance(found.blocks[3], Paragraph)
