"""Nothing is lost on the way to the learner: the measure over built packages, and what was once lost there."""

from __future__ import annotations

from docx_maker import document, levels, numbered, opened, p, packed, row, table
from kept import Kept, compare
from kept_package import package_texts

from modmigrate.commands.inspection import lines
from modmigrate.pipeline import build
from modmigrate.recogniser import recognise

BULLETS = levels(("bullet", "•"))
HEADING = '<w:pStyle w:val="H1"/>'
STYLES = '<w:style w:type="paragraph" w:styleId="H1"><w:name w:val="heading 1"/></w:style>'


def _kept(body: str, **more: object) -> Kept:
    data = packed(body, **more)  # type: ignore[arg-type]
    module, _ = recognise(opened(data))
    return compare(data, package_texts(build(module, {}).data), between_markers=True)


def test_the_measure_misses_what_a_package_does_not_say() -> None:
    data = packed(p("Modal adalah uang untuk memulai usaha"))
    module, _ = recognise(opened(packed(p("Modal adalah uang untuk usaha"))))
    kept = compare(data, package_texts(build(module, {}).data))
    assert list(kept.missing) == ["adalah uang untuk memulai", "uang untuk memulai usaha"]


def test_chapters_questions_keys_tables_and_notes_arrive_in_the_package() -> None:
    mark = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    kept = _kept(
        p("BAB I MODAL USAHA", props=HEADING)
        + p("Modal adalah uang", mark, " untuk memulai sebuah usaha kecil.")
        + table(row("Pos", "Nilai rupiah yang dipakai"), row("Bahan", "Tepung dan gula dari pasar"))
        + p("Soal Pilihan Ganda", props=HEADING)
        + p("1. Modal yang kembali paling cepat adalah ...")
        + p("A. uang tunai dari penjualan") + p("B. tanah di tepi jalan") + p("C. gedung")
        + p("2. Laba dihitung dari ...")
        + p("A. penjualan dikurangi semua biaya") + p("B. utang") + p("C. pajak")
        + p("Kunci Jawaban", props=HEADING) + p("1. A") + p("2. A"),
        styles=STYLES,
        footnotes=f'<w:footnote w:id="2">{p("atau barang yang dapat dijual lagi")}</w:footnote>',
    )  # fmt: skip
    # The key became answers: its heading is not shown to learners.
    assert kept.missing == {"kunci jawaban": 1}


def test_a_decimal_at_the_start_of_a_line_below_a_list_is_no_number_of_it() -> None:
    body = (
        numbered("Ada beberapa hambatan") + numbered("Ada banyak jalan")
        + p("1.8 juta orang tidak dapat membaca") + p("16.1 juta orang sulit mengingat")
    )  # fmt: skip
    module, _ = recognise(document(body, numbering=BULLETS))
    assert list(lines(module.chapters[0].content))[2:] == [
        "1.8 juta orang tidak dapat membaca",
        "16.1 juta orang sulit mengingat",
    ]


def test_signs_of_markdown_in_headings_and_chapter_titles_are_shown_as_written() -> None:
    kept = _kept(
        p("Rumus luas [alas](a) dan *tinggi*", props=HEADING) + p("Luas adalah alas kali tinggi segitiga itu.")
        + p("Bagian [kedua](b) yang lain", props=HEADING) + p("Isi bagian yang kedua juga ada di sini."),
        styles=STYLES,
    )  # fmt: skip
    assert kept.missing == {}
