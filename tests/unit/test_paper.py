"""Sentences that only paper can follow, as school books and LAN-style modules word them, and what only looks so."""

from __future__ import annotations

import pytest

from modmigrate.languages import known
from modmigrate.module import Chapter, Heading, Module, Paragraph
from modmigrate.questions import Choice, Short, TrueFalse
from modmigrate.renderer import render
from modmigrate.renderer.paper import without_paper
from modmigrate.report import Code

CHOICE = Choice(stem="Warna daun?", options=("hijau", "merah"), answer=0)
SAID = {
    "id": (
        "Berilah tanda silang (X) pada huruf a, b, c, atau d di depan jawaban yang paling benar!",
        "Kerjakan soal-soal berikut pada selembar kertas!",
        "Cocokkanlah jawaban Anda dengan kunci jawaban yang terdapat di bagian akhir modul ini.",
    ),
    "ms": (
        "Bulatkan huruf di hadapan jawapan yang paling tepat.",
        "Tulis jawapan anda pada sehelai kertas.",
        "Semak jawapan anda dengan skema jawapan di muka surat 90.",
    ),
    "en": (
        "Circle the letter of the correct answer.",
        "Write your answers on a separate sheet of paper.",
        "Check your answers with the answer key on page 90.",
    ),
    "es": (
        "Encierra en un círculo la letra de la respuesta correcta.",
        "Responde las siguientes preguntas en una hoja aparte.",
        "Compara tus respuestas con la clave de respuestas de la página 90.",
    ),
    "fr": (
        "Entourez la lettre de la bonne réponse.",
        "Répondez aux questions suivantes sur une feuille.",
        "Vérifiez vos réponses avec le corrigé à la page 90.",
    ),
    "pt": (
        "Circule a letra da alternativa correta.",
        "Responda às questões em uma folha separada.",
        "Compare suas respostas com o gabarito na página 90.",
    ),
    "de": (
        "Kreisen Sie den Buchstaben der richtigen Antwort ein.",
        "Bearbeiten Sie die folgenden Aufgaben auf einem Blatt.",
        "Vergleichen Sie Ihre Antworten mit den Lösungen auf Seite 90.",
    ),
    "it": (
        "Cerchia la lettera della risposta corretta.",
        "Rispondi alle domande su un foglio separato.",
        "Confronta le tue risposte con le soluzioni a pagina 90.",
    ),
    "nl": (
        "Omcirkel de letter van het juiste antwoord.",
        "Schrijf je antwoord op een apart blad.",
        "Vergelijk je antwoord met de antwoorden op pagina 90.",
    ),
    "tr": (
        "Doğru seçeneği daire içine alınız.",
        "Soruları ayrı bir kağıda cevaplayınız.",
        "Cevaplarınızı 90. sayfadaki cevap anahtarı ile karşılaştırınız.",
    ),
    "vi": (
        "Hãy khoanh tròn vào chữ cái trước câu trả lời đúng.",
        "Làm các bài tập sau vào giấy.",
        "Hãy so sánh câu trả lời với đáp án ở trang 90.",
    ),
    "ar": (
        "ضع دائرة حول رمز الإجابة الصحيحة.",
        "أجب عن الأسئلة التالية في ورقة منفصلة.",
        "قارن إجاباتك مفتاح الإجابات في آخر الكتاب.",
    ),
    "he": (
        "הקיפו בעיגול את התשובה הנכונה.",
        "ענו על השאלות הבאות במחברת.",
        "השוו את התשובה מפתח התשובות בסוף הספר.",
    ),
    "zh": ("请将下列各题的选项字母用铅笔画圈。", "请把答案写在答题纸上。", "请对照本书第90页的参考答案。"),
    "ja": (
        "次の選択肢の中から一つ選び、記号を丸で囲みなさい。",
        "次の問題の答えを別紙に書きなさい。",
        "巻末90ページの解答を見て確認しなさい。",
    ),
}


def left(language, text, question=CHOICE, **more):
    """What remains of a paragraph before a question, and the findings."""
    chapter = Chapter(title="Satu", content=(Heading(text="Latihan", exercise="test"), Paragraph(text=text), question))
    module, found = without_paper(Module(title="M", language=language, chapters=(chapter,), **more))
    return [b.text for b in module.chapters[0].content if isinstance(b, Paragraph)], found


def test_every_language_is_tried():
    assert set(SAID) == set(known())


@pytest.mark.parametrize(("language", "text"), [(code, text) for code, all_ in SAID.items() for text in all_])
def test_a_sentence_about_pens_sheets_or_a_printed_key_is_left_out_and_quoted(language, text):
    remains, found = left(language, text)
    assert remains == []
    assert [f.code for f in found] == [Code.PAPER_ONLY]
    assert text in found[0].message


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Circle the verbs in each statement."),
        ("en", "Circle the letter of the incorrect answer."),
        ("en", "Choose the answer that is not correct and circle it."),
        ("en", "Write a business plan on a separate sheet."),
        ("en", "Answer key"),
        ("en", "Choose the best answer for each question."),
        ("id", "Lingkari jawaban yang salah!"),
        ("id", "Coretlah kata yang tidak perlu!"),
        ("id", "Gambarlah denah rumah Anda pada selembar kertas!"),
        ("id", "Pilihlah salah satu jawaban yang paling tepat!"),
        ("zh", "请在纸上画出电路图。"),
    ],
)
def test_a_sentence_that_tells_more_than_paper_stays(language, text):
    assert left(language, text) == ([text], ())


def test_the_rest_of_a_paragraph_stays_and_a_style_across_sentences_is_not_cut():
    assert left("en", "Read the text. Circle the letter of the correct answer. Take your time.")[0] == [
        "Read the text. Take your time."
    ]
    whole = "**Read the text. Circle the letter of the correct answer.**"
    assert left("en", whole)[0] == [whole]
    assert left("en", "**Circle the letter of the correct answer.**")[0] == []


def test_a_pen_marks_only_what_can_be_chosen_and_only_before_questions():
    text = "Circle the letter of the correct answer."
    assert left("en", text, Short(stem="Which colour?", answer=("green",)))[0] == [text]
    assert left("en", text, Paragraph(text="More text."))[0] == [text, "More text."]


def test_true_and_false_may_both_be_named():
    text = "Lingkari B bila pernyataan benar dan S bila pernyataan salah."
    assert left("id", text, TrueFalse(stem="Bumi bulat.", answer=True))[0] == []


def test_the_module_keeps_them_where_it_says_so_and_trainers_see_them():
    text = "Circle the letter of the correct answer."
    assert left("en", text, instructions="keep") == ([text], ())
    chapter = Chapter(
        id="c", title="One", content=(Heading(text="Test", exercise="test"), Paragraph(text=text), CHOICE)
    )
    module = Module(title="M", language="en", chapters=(chapter,))
    for edition, shown in (("learner", False), ("trainer", True)):
        site = render(module, {}, edition=edition)
        assert (text in dict(site.files)["content/c.js"].decode()) is shown
        assert (Code.PAPER_ONLY in [f.code for f in site.findings]) is not shown


def test_a_sentence_that_a_module_repeats_is_quoted_once():
    """An example module's two tests begin alike: the finding quoted one sentence twice."""
    text = "Lingkari B bila pernyataan benar dan S bila pernyataan salah."
    content = (Paragraph(text=text), TrueFalse(stem="Bumi bulat.", answer=True)) * 2
    chapter = Chapter(title="Satu", content=(Heading(text="Evaluasi", exercise="test"), *content))
    (found,) = without_paper(Module(title="M", language="id", chapters=(chapter,)))[1]
    assert found.message.startswith("2 sentences")
    assert found.message.count(text) == 1
