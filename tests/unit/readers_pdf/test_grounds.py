"""Frames, borders and grounds round text and pictures: what stands in them is read, drawings keep their labels."""

from __future__ import annotations

from collections.abc import Callable

from pdf import Sheet

from modmigrate.document import Document, Picture, paragraphs

Reading = Callable[..., Document]


def texts(document: Document) -> list[str]:
    return [p.text for p in paragraphs(document.blocks) if p.text]


def pictures(document: Document) -> list[Picture]:
    return [i for p in paragraphs(document.blocks) for i in p.inlines if isinstance(i, Picture)]


def bordered() -> Sheet:
    """A page border as Word writes it: sides and corners, each a thin filled rectangle."""
    sheet = Sheet()
    for x0, y0, x1, y1 in (
        (27, 27, 33, 30), (27, 27, 30, 33), (33, 27, 562, 30), (562, 27, 568, 30), (565, 27, 568, 33),
        (27, 33, 30, 809), (565, 33, 568, 809), (27, 809, 30, 815), (27, 812, 33, 815), (33, 812, 562, 815),
        (562, 812, 568, 815), (565, 809, 568, 815),
    ):  # fmt: skip
        sheet.fill(x0, y0, x1, y1, (0, 0, 0))
    return sheet


def test_a_page_border_leaves_the_pictures_on_the_page(reading: Reading) -> None:
    sheets = [bordered().text(72, 100, f"Isi ke-{c}").picture(150, 140, 400, 300) for c in "ab"]
    document = reading(*sheets)
    assert len(pictures(document)) == 2
    assert texts(document) == ["Isi ke-a", "Isi ke-b"]


def test_a_border_of_ornaments_leaves_text_and_pictures(reading: Reading) -> None:
    sheet = Sheet().text(150, 300, "Isi halaman ini").picture(150, 340, 400, 500)
    for x in range(30, 560, 14):
        sheet.circle(x, 50, 8).circle(x, 800, 8)
    for y in range(50, 800, 8):
        sheet.circle(30, y, 8).circle(556, y, 8)
    document = reading(sheet)
    assert texts(document) == ["Isi halaman ini"]
    assert len(pictures(document)) == 1


def test_short_lines_in_a_rounded_frame_with_call_outs_are_text(reading: Reading) -> None:
    sheet = Sheet().text(110, 130, "Bab 2. Simpul", 16, "bold").rounded(110, 150, 310, 200)
    for grow in (0, 4, 8):
        sheet.rounded(80 + grow, 70 + grow, 515 - grow, 700 - grow, 18)
    sheet.lines(120, 172, "Hari ini kamu belajar", "tiga simpul dasar.").rounded(110, 380, 330, 420)
    sheet.lines(110, 250, "Simpul mati mengikat dua tali.", "Simpul pangkal menahan beban.", step=22)
    sheet.text(120, 404, "Siapa yang bisa?")
    document = reading(sheet)
    assert not pictures(document)
    said = " ".join(texts(document))
    for words in ("Bab 2. Simpul", "tiga simpul dasar.", "Simpul mati mengikat dua tali.", "Siapa yang bisa?"):
        assert words in said


def flow(sheet: Sheet, *steps: str) -> Sheet:
    """Boxes with round corners below each other, an arrow between each two."""
    for at, said in enumerate(steps):
        y = 120 + at * 80
        sheet.rounded(100, y, 340, y + 40).text(110, y + 24, said)
        if at:
            sheet.slanted(220, y - 40, 221, y).slanted(216, y - 6, 220, y).slanted(225, y - 6, 221, y)
    return sheet


def test_a_chart_whose_boxes_hold_sentences_stays_a_picture(reading: Reading) -> None:
    text = Sheet().text(72, 60, "Langkah memeriksa motor yang tidak mau berputar dengan baik:")
    document = reading(flow(text, "Apakah sekring masih baik?", "Apakah kabel tersambung?", "Panggil seorang teknisi."))
    (picture,) = pictures(document)
    assert "Apakah kabel tersambung?" in picture.alt
    assert texts(document) == ["Langkah memeriksa motor yang tidak mau berputar dengan baik:"]


def test_a_picture_that_takes_many_words_is_told(reading: Reading) -> None:
    sheet = Sheet().text(72, 60, "Rangkaian listrik di rumah itu adalah sebagai berikut ini, dari kiri ke kanan:")
    names = ("sekring", "saklar", "lampu", "kabel", "stop kontak", "meteran", "pompa", "motor", "kipas", "antena")
    for at, name in enumerate(names):
        x, y = 90 + at % 5 * 90, 140 + at // 5 * 60
        sheet.rounded(x, y, x + 80, y + 30).lines(x + 8, y + 14, name, "kecil", step=12, size=9)
        sheet.slanted(x + 80, y + 15, x + 90, y + 16).slanted(x + 40, y + 30, x + 41, y + 60)
    document = reading(sheet)
    assert len(pictures(document)) == 1
    (found,) = [f for f in document.findings if f.code.code == "text-in-picture"]
    assert str(found).count("page 1")


def test_a_chart_in_a_page_frame_is_a_picture_and_the_rest_is_text(reading: Reading) -> None:
    sheet = Sheet().rounded(60, 40, 540, 780, 20)
    flow(sheet, "Mulai", "Timbang", "Selesai")
    sheet.lines(90, 600, "Bahan ditimbang dahulu sebelum adonan dibuat dan diuleni.",
                "Sesudah itu adonan didiamkan di tempat yang hangat dan gelap.")  # fmt: skip
    document = reading(sheet)
    (picture,) = pictures(document)
    assert "Timbang" in picture.alt
    assert "Bahan ditimbang dahulu" in " ".join(texts(document))
