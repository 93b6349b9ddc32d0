"""The review page: doubts first beside their places, the whole reading, the ledger; one file that asks for nothing."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from lxml import html
from needs import skip
from pdf import Sheet, saved
from word import word

from modmigrate.cli import main
from modmigrate.plain_yaml.settings import settings
from modmigrate.readers.libreoffice import program
from modmigrate.review import review
from modmigrate.review.page import ROOM
from modmigrate.review.pages import frames
from modmigrate.review.printing import located

EXAMPLE = Path(__file__).parents[2] / "examples" / "kewirausahaan-sosial" / "source.docx"
PIXEL = "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000a49444154789c6300010000050001"

LINES = (
    "BAB I MODAL", "Tujuan Pembelajaran", "Setelah mempelajari bab ini peserta dapat:",
    "1. menjelaskan pengertian modal kerja;", "2. menghitung titik impas usaha.",
    "Materi", "Modal adalah harta yang dipakai untuk memperoleh hasil.", "Latihan",
    "1. Apa pengertian modal kerja?", "a. harta <b>tetap</b>", "b. persediaan", "c. iuran",
    "2. Manakah utang?", "a. gedung", "b. pinjaman", "c. tanah",
    "Kunci Jawaban", "1. B",
)  # fmt: skip


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(a) for a in arguments])


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return word(tmp_path / "modul-1.docx", *LINES)


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    first = Sheet().text(72, 60, "BAB I MODAL", 18, "bold").lines(72, 100, "Modal adalah harta.", "Harta itu berguna.")
    second = Sheet().text(72, 60, "Latihan", 14, "bold").lines(
        72, 90, "1. Apa yang disebut modal?", "a. harta", "b. utang", "c. iuran",
        "2. Manakah modal kerja?", "a. gedung", "b. persediaan", "c. tanah", step=18,
    )  # fmt: skip
    return saved(tmp_path, first, second)


def read(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def words_of(element: html.HtmlElement) -> str:
    return " ".join(element.text_content().split())


def test_each_doubt_stands_beside_its_place_with_the_line_to_change(source: Path) -> None:
    text = review(source)
    (doubt,) = read(text).find_class("doubt")
    said = words_of(doubt)
    assert "soal 2 tidak memiliki jawaban di dokumen" in said
    assert [words_of(p) for p in doubt.find_class("here")] == ["2. Manakah utang?"]
    assert "modul-1.docx › module.yaml:" in said
    at = int(re.search(r"module\.yaml:(\d+)", said)[1])  # type: ignore[index]
    assert re.search(rf"{at} answer:", said)
    assert doubt.xpath(".//button/@data-copy") == ["        answer: A"]
    assert "tanpa kunci" in said  # why


def test_the_line_is_that_of_the_written_file(source: Path, tmp_path: Path) -> None:
    run("extract", source, "-o", tmp_path / "kept")
    lines = (tmp_path / "kept" / "module.yaml").read_text("utf-8").split("\n")
    for path in (source, tmp_path / "kept"):
        (doubt,) = read(review(path)).find_class("doubt")
        at = int(re.search(r"module\.yaml:(\d+)", words_of(doubt))[1])  # type: ignore[index]
        assert lines[at - 1].strip() == "answer:"


def test_pages_of_a_pdf_are_drawn_once_and_the_place_is_framed(printed: Path) -> None:
    text = review(printed)
    first, second = read(text).find_class("doubt")
    assert text.count("url(data:image/jpeg") == 2
    assert second.xpath(".//*[contains(@class, 'sheet pg2')]")
    (frame,) = second.find_class("frame")
    place = {k: float(v) for k, v in re.findall(r"(left|top|width|height):([\d.-]+)%", frame.get("style"))}
    assert place["left"] == pytest.approx(100 * 85 / 595 - 1, abs=1.5)
    assert place["top"] == pytest.approx(100 * 152 / 842, abs=1.5)
    assert first.find_class("frame")[0].get("style") != frame.get("style")
    assert [words_of(p.xpath(".//h3")[0]) for p in read(text).find_class("part")] == ["p.1", "p.2"]


def test_what_is_settled_is_on_the_page_no_more(source: Path, tmp_path: Path) -> None:
    run("extract", source, "-o", tmp_path / "kept")
    path = tmp_path / "kept" / "module.yaml"
    path.write_text(path.read_text("utf-8").replace("answer:\n", "answer: B\n"), "utf-8")
    text = review(tmp_path / "kept")
    assert "Tidak ada yang terbuka." in text
    assert not read(text).find_class("doubt")


def test_objectives_name_the_questions_that_share_their_words(source: Path) -> None:
    rows = read(review(source)).xpath("//section[h2/@id='objectives']//tbody/tr")
    assert [words_of(row[1]) for row in rows] == ["1", "tidak ada"]


def test_the_ledger_says_what_was_left_out_and_why() -> None:
    (section,) = read(review(EXAMPLE)).xpath("//section[h2/@id='ledger']")
    assert words_of(section).startswith("Yang tidak dimuat 6.997 kata dibaca kunci dan jawaban: 20 ")
    assert len(section.xpath(".//tbody/tr")) == 2


def test_pictures_without_words_and_weights_are_listed(tmp_path: Path) -> None:
    folder = tmp_path / "m"
    (folder / "media").mkdir(parents=True)
    (folder / "media" / "a.png").write_bytes(bytes.fromhex(PIXEL))
    figures = "  - figure: media/a.png\n  - figure: media/a.png\n    alt: y\n"
    text = f"format: 1\ntitle: x\nlanguage: en\nchapters:\n- chapter: a\n  content:\n{figures}"
    (folder / "module.yaml").write_text(text)
    page = read(review(folder))
    (row,) = page.xpath("//section[h2/@id='alt']//tbody/tr")
    assert words_of(row) == f"media/a.png {folder / 'module.yaml'}:7"
    (weight,) = page.xpath("//section[h2/@id='weight']//tbody/tr")
    assert float(words_of(weight[1])) > 0
    assert "The source is not beside the module any more" in words_of(page)


def test_it_speaks_the_modules_language_or_the_one_that_is_asked_for(source: Path) -> None:
    assert "Yang harus diputuskan" in review(source)
    assert "To settle" in review(source, words="en")
    known = settings("words.yaml", (ROOM / "words.yaml").read_bytes())
    assert known["en"].keys() == known["id"].keys()  # type: ignore[union-attr]


def test_the_page_asks_for_nothing_and_runs_nothing_of_the_document(source: Path) -> None:
    text = review(source)
    assert "default-src 'none'" in text
    outside = re.sub(r"<pre.*?</pre>", "", text, flags=re.DOTALL)
    assert not re.search(r"""(?:src|href|url)\s*[=(]\s*["']?(?!#|data:)[^"'>)\s]""", outside)
    assert "<b>tetap" not in text
    assert "&lt;b&gt;tetap" in text


def test_the_same_source_gives_the_same_page(printed: Path) -> None:
    assert review(printed) == review(printed)


def test_the_command_writes_the_page_and_never_over_the_source(source: Path, tmp_path: Path) -> None:
    assert run("review", source).stdout == f"{tmp_path / 'review.html'}\n"
    assert run("review", source, "-o", source).exit_code == 6
    assert run("review", tmp_path / "leer").exit_code == 3
    (tmp_path / "kosong").mkdir()
    assert run("review", tmp_path / "kosong").exit_code == 3


def test_words_that_cannot_be_looked_for_have_no_frame(printed: Path) -> None:
    """A question that is a picture alone has none; found by damaged files."""
    assert frames(printed, "", {1: ("", " …"), 2: ("tidak ada di sini",), 99: ("Modal",)}) == {}
    assert frames(printed, "", {1: ("Modal adalah harta.",)}).keys() == {(1, "Modal adalah harta.")}


def test_places_of_a_print_are_found_by_their_words_in_order(printed: Path) -> None:
    """The same heading in each chapter is sought from the last place on; what stands nowhere has no page."""
    wanted = ("BAB I MODAL", "Harta itu berguna.", "Manakah modal kerja?", "tidak ada di mana pun")
    assert located(printed, wanted) == {wanted[0]: 1, wanted[1]: 1, wanted[2]: 2}


def test_words_of_several_looks_have_one_frame(tmp_path: Path) -> None:
    sheet = Sheet().text(72, 60, "Modal", font="bold").text(110, 60, "adalah harta").text(72, 80, "yang berguna")
    (found,) = frames(saved(tmp_path, sheet), "", {1: ("Modal adalah harta",)}).values()
    assert len(found) == 1


@pytest.mark.slow
def test_pages_of_a_word_file_are_drawn_where_libreoffice_is(source: Path) -> None:
    if program() is None:
        skip("LibreOffice is not installed")
    text = review(source, pages=True)
    (doubt,) = read(text).find_class("doubt")
    assert text.count("url(data:image/jpeg") == 1
    assert len(doubt.find_class("frame")) == 1
    assert "url(data:" not in review(source)
