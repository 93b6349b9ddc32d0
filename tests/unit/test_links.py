"""Links inside a document, from Word's bookmarks to the screens of the package."""

from __future__ import annotations

import json
import re

from readers_docx.docx_maker import document, p, row, table

from modmigrate.document import Document
from modmigrate.recogniser import recognise
from modmigrate.renderer import render
from modmigrate.site import Site

STYLES = "".join(
    f'<w:style w:type="paragraph" w:styleId="h{n}"><w:name w:val="heading {n}"/>'
    f'<w:pPr><w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
    for n in (1, 2)
)


def marked(name: str, text: str, props: str = "") -> str:
    return p(f'<w:bookmarkStart w:id="1" w:name="{name}"/>', text, '<w:bookmarkEnd w:id="1"/>', props=props)


def heading(text: str, level: int, name: str = "") -> str:
    props = f'<w:pStyle w:val="h{level}"/>'
    return marked(name, text, props) if name else p(text, props=props)


def link(name: str, text: str) -> str:
    return f'<w:hyperlink w:anchor="{name}"><w:r><w:t>{text}</w:t></w:r></w:hyperlink>'


def reference(name: str, text: str) -> str:
    return (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText> REF {name} \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        f'<w:r><w:t>{text}</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


TEXT = "Modal adalah uang, alat, dan tenaga yang dipakai untuk memulai usaha dan dengan itu untuk bekerja."
BODY = (
    heading("BAB I MODAL", 1, "_Ref1")
    + heading("A. Arti Modal", 2, "_Ref2")
    + p("Lihat ", link("_Ref3", "laba"), ", ", reference("_Ref4", "Tabel 1"), " dan ", link("hilang", "entah"), ".")
    + p(TEXT)
    + heading("BAB II LABA", 1)
    + heading("A. Arti Laba", 2, "_Ref3")
    + p(TEXT + " Kembali ke ", link("_Ref1", "awal"), " atau ke ", link("_Ref5", "sini"), ".")
    + marked("_Ref4", "Tabel 1. Contoh laba")
    + table(row("Bulan", "Laba"), row("Mei", "12"))
    + marked("_Ref5", "Demikian contoh laba.")
)


def found() -> Document:
    return document(BODY, styles=STYLES)


def site(source: Document) -> Site:
    module, _ = recognise(source)
    return render(module, {})


def told(made: Site) -> tuple[dict[str, str], dict[str, str]]:
    """The words of each link with its target, and the screens of the targets."""
    files = dict(made.files)
    course = json.loads(re.search(r"course:(.*)};\n$", files["course.js"].decode(), re.DOTALL)[1])  # type: ignore[index]
    shown = "".join(data.decode() for name, data in files.items() if name.startswith("content/"))
    return {words: to for to, words in re.findall(r'<a href=\\"#([^\\]+)\\">([^<]*)</a>', shown)}, course["anchors"]


def test_bookmarks_lead_to_the_heading_table_or_chapter_that_holds_them() -> None:
    module, _ = recognise(found())
    first, second = module.chapters
    ids = {type(b).__name__: getattr(b, "id", "") for b in second.content}
    links, screens = told(site(found()))
    assert links == {"laba": ids["Heading"], "Tabel 1": ids["Table"], "awal": first.id, "sini": ids["Table"]}
    assert screens.keys() >= set(links.values())


def test_a_link_that_leads_nowhere_is_plain_text() -> None:
    module, _ = recognise(found())
    shown = repr(module)
    assert "entah" in shown
    assert "hilang" not in shown


def test_links_in_notes_and_questions_lead_too() -> None:
    note = f'<w:footnote w:id="2">{p("Lihat ", link("_Ref2", "arti"))}</w:footnote>'
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    source = document(BODY + p("Catatan", mark), styles=STYLES, footnotes=note)
    module, _ = recognise(source)
    target = module.chapters[0].content[0].id  # type: ignore[union-attr]
    assert module.notes == (("fn2", f"Lihat [arti](#{target})"),)


def test_a_bookmark_in_an_empty_paragraph_belongs_to_the_next() -> None:
    source = document(marked("satu", "") + p("Isi"))
    assert [b.anchors for b in source.blocks] == [("satu",)]  # type: ignore[union-attr]


def test_a_dead_link_of_a_module_yaml_is_plain_text_in_the_package() -> None:
    from modmigrate.module import Chapter, Module, Paragraph

    module = Module(title="M", chapters=(Chapter(title="B", content=(Paragraph(text="[sana](#tiada) **ya**"),)),))
    shown = "".join(data.decode() for name, data in render(module, {}).files if name.startswith("content/"))
    assert "tiada" not in shown
    assert "sana <strong>ya" in shown
