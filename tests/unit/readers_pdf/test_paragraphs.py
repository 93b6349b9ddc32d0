"""Lines of a PDF as paragraphs."""

from __future__ import annotations

from collections.abc import Callable

from pdf import Sheet

from modmigrate.document import Document, NoteMark, Paragraph

Reading = Callable[..., Document]
FULL = "Modul ini dibaca oleh peserta pelatihan sebelum kegiatan di kelas yang dimulai pada"


def texts(document: Document) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph)]


def test_a_line_that_ends_at_the_margin_goes_on_in_the_next(reading: Reading) -> None:
    sheet = Sheet().lines(72, 100, FULL, "pukul delapan.", FULL, "pukul sembilan.")
    assert texts(reading(sheet)) == [f"{FULL} pukul delapan.", f"{FULL} pukul sembilan."]


def test_a_short_line_ends_its_paragraph_though_it_ends_no_sentence(reading: Reading) -> None:
    sheet = Sheet().lines(72, 100, FULL, "pukul delapan.", "Alat dan Bahan", "Siapkan kertas dan pensil.")
    assert texts(reading(sheet))[1:] == ["Alat dan Bahan", "Siapkan kertas dan pensil."]


def test_a_gap_wider_than_the_leading_ends_a_paragraph(reading: Reading) -> None:
    sheet = Sheet().lines(72, 100, FULL, FULL, FULL).lines(72, 152, "dan seterusnya sampai selesai.")
    assert len(texts(reading(sheet))) == 2


def test_a_first_line_indent_begins_a_paragraph(reading: Reading) -> None:
    sheet = Sheet().lines(72, 100, FULL, FULL).text(96, 128, FULL[:70]).text(72, 142, "sampai selesai.")
    assert (
        texts(reading(sheet)) == [f"{FULL} {FULL}", f"{FULL[:70]} sampai selesai."] or len(texts(reading(sheet))) == 3
    )


def test_each_list_item_is_a_paragraph_with_its_marker_and_its_hanging_lines(reading: Reading) -> None:
    sheet = Sheet().lines(72, 86, FULL)
    sheet.text(72, 120, "1.").text(90, 120, FULL[:-5]).text(90, 134, "pukul delapan;")
    sheet.text(72, 148, "2.").text(90, 148, "menyusun laporan;").text(72, 162, "\u2022").text(90, 162, "berdiskusi.")
    assert texts(reading(sheet))[1:] == [
        f"1. {FULL[:-5]} pukul delapan;", "2. menyusun laporan;", "\u2022 berdiskusi.",
    ]  # fmt: skip


def test_a_number_that_begins_a_line_of_running_text_is_no_marker(reading: Reading) -> None:
    sheet = Sheet().lines(72, 100, FULL, f"{FULL[:-4]} bab", "3. Bacalah sampai akhir.")
    assert len(texts(reading(sheet))) == 1


def test_a_letter_that_begins_a_hanging_line_of_an_item_is_no_marker(reading: Reading) -> None:
    sheet = Sheet().lines(72, 86, FULL)
    sheet.text(72, 120, "\u2022").text(90, 120, FULL).text(90, 134, "y. Hasilnya dicatat.")
    sheet.text(72, 160, "\u2022").text(90, 160, FULL).text(90, 174, "a. Anggota;")
    assert texts(reading(sheet))[1:] == [
        f"\u2022 {FULL} y. Hasilnya dicatat.", f"\u2022 {FULL}", "a. Anggota;",
    ]  # fmt: skip


def test_options_side_by_side_are_parted_by_tabs(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "1. Modal berasal dari ....").text(90, 114, "A. bank").text(220, 114, "B. teman")
    sheet.text(350, 114, "C. pasar")
    assert texts(reading(sheet)) == ["1. Modal berasal dari ....", "A. bank\tB. teman\tC. pasar"]


def test_an_item_with_a_tab_goes_on_in_the_line_that_hangs_below_it(reading: Reading) -> None:
    sheet = Sheet().lines(72, 60, FULL, FULL)
    sheet.text(72, 100, "1)").text(100, 100, "Robust").text(300, 100, "a) no use of memory of other people")
    sheet.text(90, 114, "and no pointers").text(72, 134, "2)").text(100, 134, "Simple").text(300, 134, "b) few words")
    assert texts(reading(sheet))[1:] == [
        "1) Robust\ta) no use of memory of other people and no pointers", "2) Simple\tb) few words",
    ]  # fmt: skip


def test_options_that_count_down_two_columns_are_put_in_order(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "1. Modal berasal dari ....")
    for at, (left, right) in enumerate((("a. bank", "c. pasar"), ("b. teman", "d. desa"))):
        sheet.text(90, 114 + at * 14, left).text(260, 114 + at * 14, right)
    assert texts(reading(sheet))[1:] == ["a. bank", "b. teman", "c. pasar", "d. desa"]


def test_a_letter_at_the_end_of_a_line_of_options_keeps_its_words_from_the_next(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "1. Modal berasal dari ....")
    for x, text in ((90, "a. bank"), (200, "b. teman yang percaya"), (400, "c. pasar"), (500, "d.")):
        sheet.text(x, 114, text)
    sheet.text(90, 128, "tabungan sendiri").text(72, 142, "2. Laba berasal dari ....")
    assert texts(reading(sheet))[1:] == [
        "a. bank\tb. teman yang percaya\tc. pasar\td. tabungan sendiri",
        "2. Laba berasal dari ....",
    ]


def test_a_broken_word_is_joined_and_a_doubled_one_keeps_its_hyphen(reading: Reading) -> None:
    sheet = Sheet().lines(72, 100, f"{FULL[:-4]}kegia-", "tan di kelas oleh para peserta yang hadir sejak pagi")
    assert "kegiatan di kelas" in texts(reading(sheet))[0]
    sheet = Sheet().lines(72, 100, f"{FULL[:-4]}anak-", "anak di kelas oleh para peserta yang hadir sejak pagi")
    assert "anak-anak di kelas" in texts(reading(sheet))[0]
    sheet = Sheet().lines(72, 100, f"{FULL[:-4]}perundang-", "undangan di kelas oleh para peserta yang hadir sejak")
    assert "perundang-undangan di kelas" in texts(reading(sheet))[0]


def test_a_paragraph_cut_by_the_end_of_a_page_goes_on_on_the_next(reading: Reading) -> None:
    first = Sheet().lines(72, 700, FULL, FULL)
    second = Sheet().lines(72, 80, "pukul delapan dan selesai sore.", "", FULL)
    document = reading(first, second)
    assert texts(document)[0] == f"{FULL} {FULL} pukul delapan dan selesai sore."
    assert [b.where.page for b in document.blocks] == [1, 2]


def test_lines_of_a_program_stay_lines(reading: Reading) -> None:
    sheet = Sheet().lines(72, 100, "for i in range(10):", "print(i)", font="code")
    assert texts(reading(sheet)) == ["for i in range(10):", "print(i)"]


def test_lines_to_write_on_stay_apart_from_their_question(reading: Reading) -> None:
    sheet = Sheet().lines(72, 100, f"{FULL[:-4]} apa?", "Jawab: ........................................")
    assert len(texts(reading(sheet))) == 2


def test_layout_says_what_the_eye_sees(reading: Reading) -> None:
    sheet = Sheet().text(273, 80, "BAB II", 16, "bold").lines(72, 120, FULL, "pukul delapan.").text(108, 160, "Catatan")
    heading, body, note = (b for b in reading(sheet).blocks if isinstance(b, Paragraph))
    assert (heading.layout.bold, heading.layout.capitals, heading.layout.centred) == (True, True, True)
    assert heading.layout.size == 16
    assert (body.layout.bold, body.layout.centred, body.layout.indent) == (False, False, 0.0)
    assert 30 < note.layout.indent < 40


def test_two_columns_are_read_one_after_the_other(reading: Reading) -> None:
    left = [f"Kolom kiri berisi baris nomor {n} dari teks" for n in range(9)]
    right = [f"kolom kanan berisi baris nomor {n} dari teks" for n in range(9)]
    sheet = Sheet().text(72, 70, "Judul di atas kedua kolom yang membentang lebar sekali di halaman", 14, "bold")
    sheet.lines(72, 100, *left).lines(320, 105, *right)
    said = " ".join(texts(reading(sheet)))
    assert said.index("kiri berisi baris nomor 8") < said.index("kanan berisi baris nomor 0")


def test_short_lines_below_two_columns_belong_to_the_text_over_the_whole_page_that_follows(reading: Reading) -> None:
    left = [f"Kolom kiri berisi baris nomor {n} dari teks" for n in range(9)]
    right = [f"kolom kanan berisi baris nomor {n} dari teks" for n in range(7)]
    sheet = Sheet().lines(72, 100, *left).lines(320, 105, *right)
    sheet.text(72, 280, "Kunci", font="bold").lines(72, 296, "Bagian 1: a, b, c", f"Bagian 2: {FULL}")
    sheet.text(72, 780, "Hanya untuk pelatih").text(480, 780, "Halaman 4")
    said = " ".join(texts(reading(sheet)))
    assert said.index("kanan berisi baris nomor 6") < said.index("Kunci Bagian 1") < said.index("Hanya untuk")


def test_a_foot_in_two_parts_stands_below_both_columns(reading: Reading) -> None:
    left = [f"Kolom kiri berisi baris nomor {n} dari teks" for n in range(9)]
    right = [f"kolom kanan berisi baris nomor {n} dari teks" for n in range(9)]
    sheet = Sheet().lines(72, 100, *left).lines(320, 105, *right)
    sheet.text(72, 780, "Hanya untuk pelatih").text(480, 780, "Halaman 4")
    said = " ".join(texts(reading(sheet)))
    assert said.index("kanan berisi baris nomor 8") < said.index("Hanya untuk pelatih")


def test_the_longer_of_two_columns_stays_whole(reading: Reading) -> None:
    left = [f"Kolom kiri berisi baris nomor {n} dari teks" for n in range(9)]
    right = [f"kolom kanan berisi baris nomor {n} dari teks" for n in range(7)]
    sheet = Sheet().lines(72, 100, *left).lines(320, 105, *right).lines(72, 280, "Bagian baru", "dari kolom kiri")
    said = " ".join(texts(reading(sheet)))
    assert said.index("Bagian baru") < said.index("kanan berisi baris nomor 0")


def test_a_turned_page_reads_like_an_upright_one(reading: Reading) -> None:
    sheet = Sheet(rotate=90)
    # On a page turned clockwise by 90 degrees, text must run up the sheet to be seen level.
    for at, line in enumerate(("Baris pertama dari teks", "Baris kedua")):
        sheet.ops.append(f"BT 0 g /F0 11 Tf 0 1 -1 0 {100 + at * 30} 200 Tm ({line}) Tj ET")
    assert texts(reading(sheet)) == ["Baris pertama dari teks", "Baris kedua"]


def test_a_footnote_leaves_the_text_and_is_tied_to_its_mark(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "Usaha sosial memutar labanya").text(223, 96, "2", 7).text(231, 100, "setiap tahun.")
    sheet.lines(72, 130, FULL, "pukul delapan.").text(72, 776, "2", 6).text(
        78, 780, "Lihat Yunus (2010), yang memakai istilah bisnis sosial.", 9
    )
    document = reading(sheet)
    assert texts(document) == ["Usaha sosial memutar labanya setiap tahun.", f"{FULL} pukul delapan."]
    (mark,) = [i for i in document.blocks[0].inlines if isinstance(i, NoteMark)]  # type: ignore[union-attr]
    (note,) = document.notes[mark.id]
    assert isinstance(note, Paragraph)
    assert note.text == "Lihat Yunus (2010), yang memakai istilah bisnis sosial."


def test_a_large_marker_does_not_make_its_item_large(reading: Callable[..., Document]) -> None:
    sheet = Sheet().text(72, 100, "1)", 12).text(90, 100, "Siswa dapat memahami algoritma", 11)
    (found,) = reading(sheet).blocks
    assert isinstance(found, Paragraph)
    assert found.layout.size == 11


def test_the_indent_is_that_of_the_text_behind_a_marker_and_below_the_first_line(reading: Reading) -> None:
    sheet = Sheet().lines(72, 100, "Teks biasa di tepi kiri halaman yang cukup panjang untuk memenuhi baris itu semua.")
    sheet.text(72, 130, "1)").text(94, 130, "Butir pertama")
    sheet.text(110, 160, "Alinea yang menjorok pada baris pertamanya saja dan panjang sampai ke tepi kanan")
    sheet.text(90, 174, "lalu berlanjut di sini.")
    indents = [b.layout.indent for b in reading(sheet).blocks if isinstance(b, Paragraph)]
    assert indents == [0, 22, 18]


def test_the_letter_that_word_draws_as_a_bullet_is_one(reading: Reading) -> None:
    sheet = Sheet().text(90, 100, "o", font="code").text(108, 100, "Butir kedua")
    assert texts(reading(sheet)) == ["○ Butir kedua"]


def test_a_footnote_as_large_as_the_text_is_known_by_its_raised_number(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "Usaha sosial memutar labanya").text(223, 95, "1", 7).text(229, 100, "untuk warga.")
    sheet.text(72, 700, "1", 7).text(76, 705, "Menurut undang-undang.")
    document = reading(sheet)
    assert texts(document) == ["Usaha sosial memutar labanya untuk warga."]
    assert [b.text for blocks in document.notes.values() for b in blocks if isinstance(b, Paragraph)] == [
        "Menurut undang-undang.",
    ]  # fmt: skip


def test_bold_words_that_fill_a_line_of_a_sentence_do_not_end_its_paragraph(reading: Reading) -> None:
    sheet = Sheet().lines(72, 86, FULL).text(72, 120, FULL).text(72, 134, "tabel barang", font="bold")
    assert texts(reading(sheet))[1:] == [f"{FULL} tabel barang"]
    sheet = Sheet().lines(72, 86, FULL).text(72, 120, FULL).text(72, 134, "Tabel barang", font="bold")
    assert texts(reading(sheet))[1:] == [FULL, "Tabel barang"]


def test_text_at_a_stop_behind_a_wide_marker_is_set_in_as_the_lines_below_are(reading: Reading) -> None:
    sheet = Sheet().lines(72, 86, FULL, FULL)
    sheet.text(72, 130, "25.").text(90, 130, "Perhatikan gambar berikut!").text(90, 160, "Gambar itu menunjukkan apa?")
    sheet.text(72, 190, "7. Sebutkan nama alat!").text(72, 220, "Kerjakan sendiri.")
    found = [b for b in reading(sheet).blocks if isinstance(b, Paragraph)]
    assert [b.layout.indent for b in found[1:]] == [18, 18, 0, 0]


def test_a_number_below_an_item_at_its_texts_edge_goes_on_with_it(reading: Reading) -> None:
    sheet = Sheet().lines(72, 86, FULL, FULL)
    sheet.text(72, 130, "2. Peserta memasang kabel pada konektor yang sesuai untuk jaringan kelas jenis RJ-")
    sheet.text(84.2, 144, "45.").text(72, 158, "3. Peserta menguji kabel.")
    assert texts(reading(sheet))[1].endswith("jenis RJ-45.")


def test_a_number_behind_a_blank_to_fill_begins_an_item(reading: Reading) -> None:
    sheet = Sheet().lines(
        72, 100, f"__________ 1. {FULL[:-14]}", "( ) 2. Sebutkan.", "__________3. Alat untuk menulis."
    )
    assert len(texts(reading(sheet))) == 3


def test_numbered_blanks_that_count_on_in_the_next_line_stay_in_their_sentence(reading: Reading) -> None:
    line = "Mula-mula peserta (1) ..........., lalu (2) ............ bahan untuk kelas, kemudian menutup dan"
    sheet = Sheet().lines(72, 86, FULL).lines(72, 120, line, "(3) ............")
    assert texts(reading(sheet))[1:] == [f"{line} (3) ............"]


def test_a_value_behind_a_colon_set_apart_goes_on_below_itself(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "Judul").text(160, 100, ":").text(212, 100, "Alamat jaringan dan")
    sheet.text(212, 114, "pembagiannya").text(72, 128, "Waktu").text(160, 128, ":").text(212, 128, "3 jam")
    assert texts(reading(sheet)) == ["Judul\t:\tAlamat jaringan dan pembagiannya", "Waktu\t:\t3 jam"]


def test_a_word_and_number_that_count_on_begin_a_paragraph_in_any_language(reading: Reading) -> None:
    sheet = Sheet().lines(72, 100, FULL, "Cau 6. Sebutkan tiga alat.", FULL, "Cau 7. Sebutkan tiga bahan.")
    assert texts(reading(sheet)) == [FULL, "Cau 6. Sebutkan tiga alat.", FULL, "Cau 7. Sebutkan tiga bahan."]
    sheet = Sheet().lines(72, 100, FULL, "Cau 6. Sebutkan tiga alat.", FULL, "Cau 9. Sebutkan tiga bahan.")
    assert texts(reading(sheet)) == [f"{FULL} Cau 6. Sebutkan tiga alat.", f"{FULL} Cau 9. Sebutkan tiga bahan."]


def test_two_lists_with_the_same_letters_side_by_side_are_read_down(reading: Reading) -> None:
    sheet = Sheet().text(72, 80, "Kerjakan soal pilihan ganda di bawah ini dengan memilih satu jawaban yang benar.")
    left = ["1. Uang termasuk ...", "a. modal", "b. utang", "c. laba"]
    right = ["2. Toko termasuk ...", "a. tempat", "b. orang", "c. pesan"]
    said = texts(reading(sheet.lines(72, 110, *left).lines(320, 110, *right)))
    assert said[1:] == left + right


def test_a_line_at_the_edge_of_the_items_text_is_not_centred(reading: Reading) -> None:
    sheet = Sheet().lines(72, 80, FULL, FULL)
    sheet.text(72, 120, "J.").text(94, 120, "Keselamatan").text(94, 140, FULL[:-5])
    found = [b for b in reading(sheet).blocks if isinstance(b, Paragraph)]
    assert [b.layout.centred for b in found] == [False, False, False]


def test_a_line_on_the_pages_axis_is_centred_though_no_line_reaches_the_right_margin(reading: Reading) -> None:
    sheet = Sheet().lines(72, 100, "1. Uang tunai adalah ...", "a. modal", "b. utang yang belum dibayar kepada bank")
    sheet.text(267.7, 160, "Selamat kerja")
    found = [b for b in reading(sheet).blocks if isinstance(b, Paragraph)][-1]
    assert (found.layout.centred, found.layout.indent) == (True, 0.0)


def test_bare_letters_that_count_on_below_each_other_begin_paragraphs(reading: Reading) -> None:
    sheet = Sheet().lines(72, 100, FULL).lines(72, 130, FULL, "A modal", "B hutang", "C untung")
    assert texts(reading(sheet)) == [FULL, FULL, "A modal", "B hutang", "C untung"]
    sheet = Sheet().lines(72, 100, FULL).lines(72, 130, FULL, "A modal untuk usaha")
    assert texts(reading(sheet)) == [FULL, f"{FULL} A modal untuk usaha"]


def test_an_option_s_letter_that_counts_on_at_the_end_of_a_line_keeps_its_words(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "1. Alat untuk menandai kain adalah ....").text(90, 115, "a. rader b. kapur jahit c.")
    assert [b.text for b in reading(sheet.text(90, 130, "pendedel d. bidal")).blocks if isinstance(b, Paragraph)] == [
        "1. Alat untuk menandai kain adalah ....", "a. rader b. kapur jahit c. pendedel d. bidal",
    ]  # fmt: skip


def test_a_letter_at_the_end_that_counts_nothing_ends_its_line(reading: Reading) -> None:
    sheet = (
        Sheet().text(72, 100, "Jawaban yang benar adalah c.").text(72, 116, "Pendedel dipakai untuk membuka jahitan.")
    )
    assert len(reading(sheet).blocks) == 2


def test_a_letter_without_its_point_is_known_by_its_neighbours(reading: Reading) -> None:
    sheet = Sheet().text(72, 100, "4. Suhu setrika untuk katun adalah ....")
    sheet.text(90, 115, "a. tinggi").text(300, 115, "c. dingin").text(90, 130, "b. beku").text(
        300, 130, "d tanpa listrik"
    )
    assert [b.text for b in reading(sheet).blocks if isinstance(b, Paragraph)][1:] == [
        "a. tinggi", "b. beku", "c. dingin", "d. tanpa listrik",
    ]  # fmt: skip
