"""The words of `unsure`: what each means, how grave it is, and how a person settles it."""

from __future__ import annotations

from msgspec import Struct


class Word(Struct, frozen=True):
    """A row: `gravity` 3 costs learners points or text, 2 misleads them, 1 is untidy."""

    gravity: int
    means: str
    settle: str


REMOVE = "correct it if it is wrong, then delete `unsure`"
WORDS: dict[str, Word] = {
    "key": Word(3, "the right answer is not known, so this is not scored", "write the answer, or delete the line"),
    "words": Word(3, "words of the source that stood near here are lost", "put them in, then delete `unsure`"),
    "picture": Word(3, "a picture that stood near here is lost or cannot be shown", "put it in, then delete `unsure`"),
    "question": Word(2, "whether this is a question, and where it begins and ends", REMOVE),
    "heading": Word(2, "whether this is a heading, and of which level", REMOVE),
    "chapter": Word(2, "no chapter was found", "divide it into chapters, or delete `unsure`"),
    "text": Word(2, "whether the text is read rightly", "compare it with the source, then delete `unsure`"),
    "mastery": Word(2, "the document names several pass marks", "set `mastery`, then delete `unsure`"),
    "title": Word(1, "the title is the file's name, or hardly one", "write the title, then delete `unsure`"),
}
