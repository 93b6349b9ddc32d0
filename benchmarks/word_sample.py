"""Word modules of any length for measuring: prose, headings, lists, tables and bold words, as Word writes them.

The text is made from a word list by a fixed random sequence; runs are split the way Word splits them
(revision ids, spelling marks, fonts and language repeated), since that is what a reader has to walk.
"""

from __future__ import annotations

import random
import zipfile
from pathlib import Path


def _split(text: str) -> list[str]:
    return text.split()


WORDS = _split(
    "pelatihan peserta modul kompetensi pegawai layanan publik anggaran laporan kegiatan rencana evaluasi "
    "tujuan organisasi kerja data dokumen proses hasil kualitas masyarakat peraturan kebijakan pengawasan "
    "sumber daya manusia keuangan teknologi informasi komunikasi yang untuk dengan dalam pada oleh "
    "sebagai dapat akan harus adalah setiap antara melalui terhadap berdasarkan sesuai agar serta secara "
    "menjadi memiliki menyusun "
)
_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_RPR = (
    '<w:rPr><w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial"/>{}<w:sz w:val="22"/><w:lang w:val="id-ID"/></w:rPr>'
)
PARAGRAPHS_PER_PAGE = 9


def make(path: Path, pages: int) -> None:
    """Write a .docx of about this many pages."""
    chance = random.Random(7)
    body: list[str] = []
    while len(body) < pages * PARAGRAPHS_PER_PAGE:
        page = len(body) // PARAGRAPHS_PER_PAGE
        if len(body) % 180 == 0:
            body.append(_paragraph(chance, 3, '<w:pStyle w:val="Heading1"/>'))
        elif len(body) % 30 == 0:
            body.append(_paragraph(chance, 5, '<w:pStyle w:val="Heading2"/>', broken=page > 0))
        elif len(body) % 70 == 0:
            body.append(_table(chance))
        elif len(body) % 10 in (3, 4, 5):
            body.append(_paragraph(chance, 15, '<w:pStyle w:val="ListParagraph"/>' + _number(1, 0)))
        elif len(body) % 10 == 6:
            body.append(_paragraph(chance, 12, '<w:pStyle w:val="ListParagraph"/>' + _number(2, 1)))
        else:
            body.append(_paragraph(chance, 65, '<w:jc w:val="both"/>'))
    document = f"<w:document {_W}><w:body>{''.join(body)}<w:sectPr/></w:body></w:document>"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in {**_PARTS, "word/document.xml": document}.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' + text)


def _number(num: int, level: int) -> str:
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num}"/></w:numPr>'


def _paragraph(chance: random.Random, words: int, props: str, *, broken: bool = False) -> str:
    runs = ["<w:r><w:lastRenderedPageBreak/></w:r>"] if broken else []
    left = max(2, round(words * chance.uniform(0.6, 1.4)))
    while left > 0:
        count = min(left, chance.randint(2, 14))
        left -= count
        text = " ".join(chance.choices(WORDS, k=count)) + (" " if left else ".")
        bold = "<w:b/><w:bCs/>" if chance.random() < 0.1 else ""
        runs.append(f'<w:r w:rsidR="00A7{chance.randrange(9999):04}">{_RPR.format(bold)}'
                    f'<w:t xml:space="preserve">{text}</w:t></w:r>')  # fmt: skip
        if chance.random() < 0.15:
            runs.append('<w:proofErr w:type="spellStart"/><w:proofErr w:type="spellEnd"/>')
    ids = f'w:rsidR="00A7{chance.randrange(9999):04}" w:rsidRDefault="00B81234"'
    props += '<w:spacing w:after="120" w:line="276"/>' + _RPR.format("")
    return f"<w:p {ids}><w:pPr>{props}</w:pPr>{''.join(runs)}</w:p>"


def _table(chance: random.Random) -> str:
    rows = []
    for _ in range(6):
        cells = (f'<w:tc><w:tcPr><w:tcW w:w="3000" w:type="dxa"/></w:tcPr>{_paragraph(chance, 4, "")}</w:tc>'
                 for _ in range(4))  # fmt: skip
        rows.append(f"<w:tr>{''.join(cells)}</w:tr>")
    grid = '<w:gridCol w:w="3000"/>' * 4
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{"".join(rows)}</w:tbl>'
    )


def _style(id_: str, name: str, props: str) -> str:
    head = f'<w:style w:type="paragraph" w:styleId="{id_}"><w:name w:val="{name}"/>'
    return f'{head}<w:basedOn w:val="Normal"/>{props}</w:style>'


def _levels(kinds: list[tuple[str, str]]) -> str:
    return "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="{text}"/></w:lvl>'
        for n, (kind, text) in enumerate(kinds)
    )


_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "[Content_Types].xml": f'<Types xmlns="{_TYPES}"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), ("styles", "styles"), ("numbering", "numbering"))
    )
    + "</Types>",
    "_rels/.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" Type="{_OFFICE}/officeDocument" '
    'Target="word/document.xml"/></Relationships>',
    "word/_rels/document.xml.rels": f'<Relationships xmlns="{_RELS}"><Relationship Id="rId1" Type="{_OFFICE}/styles" '
    f'Target="styles.xml"/><Relationship Id="rId2" Type="{_OFFICE}/numbering" Target="numbering.xml"/>'
    "</Relationships>",
    "word/styles.xml": f'<w:styles {_W}><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style>'
    + _style("Heading1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="32"/></w:rPr>')
    + _style("Heading2", "heading 2", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr>')
    + _style("ListParagraph", "List Paragraph", '<w:pPr><w:ind w:left="720"/></w:pPr>')
    + '<w:style w:type="table" w:styleId="TableGrid"><w:name w:val="Table Grid"/><w:tblPr><w:tblBorders>'
    '<w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders></w:tblPr></w:style></w:styles>',
    "word/numbering.xml": f'<w:numbering {_W}><w:abstractNum w:abstractNumId="0">'
    f'{_levels([("decimal", "%1."), ("lowerLetter", "%2.")])}</w:abstractNum><w:abstractNum w:abstractNumId="1">'
    f'{_levels([("bullet", "•"), ("bullet", "-")])}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num></w:numbering>',
}  # fmt: skip
