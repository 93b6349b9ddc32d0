"""Every question type in every state, in every language: the learner's words, and very long ones."""

from __future__ import annotations

from modmigrate.module import Chapter, Heading, Module, Paragraph
from modmigrate.questions import Choice, Essay, Fill, Match, Multi, Order, Question, Short, Task, TrueFalse

LONGEST = {
    "en": "counterrevolutionaries uncharacteristically",
    "id": "mempertanggungjawabkannya ketidakbertanggungjawaban",
    "ms": "mempertanggungjawabkannya kebertanggungjawaban",
    "es": "desproporcionadamente electroencefalografista",
    "fr": "anticonstitutionnellement intergouvernementalisation",
    "pt": "inconstitucionalissimamente responsabilização",
    "de": "Kraftfahrzeughaftpflichtversicherung Verkehrsinfrastrukturfinanzierung",
    "it": "precipitevolissimevolmente responsabilizzazione",
    "nl": "arbeidsongeschiktheidsverzekering aansprakelijkheid",
    "tr": "muvaffakiyetsizleştiricileştiriveremeyebileceklerimizdenmişsinizcesine sorumluluk",
    "vi": "nghiêng trách nhiệm",
    "ar": "فأسقيناكموها مسؤولياتهم",
    "he": "ולכשתתאכזבויותיהם והתארגנויותיהם",
    "zh": "中华人民共和国海关进出口货物报关单填制规范",
    "ja": "インフォメーションテクノロジーコンサルタント",
}
"""Words longer than any line of a small phone, and words that fit one."""
STATES = ("fresh", "wrong", "again", "shown", "right")
FEWER = ("fresh", "kept")
"""States of types that are never marked."""


def of_type(kind: str, state: str, word: str) -> Question:
    """A question of a type, named after its state."""
    own = {"id": f"q-{kind}-{state}", "stem": f"{word} {state} {kind}?", "feedback": f"{word}."}
    short, long = word.split(" ")[-1], f"{word} {word}"
    match kind:
        case "choice":
            return Choice(**own, options=(short, long, "A"), answer=0, hint=f"{word}")
        case "multi":
            return Multi(**own, options=(short, long, "A"), answer=(0, 2))
        case "truefalse":
            return TrueFalse(**own, answer=True)
        case "match":
            return Match(**own, left=(short, "B"), right=(long, "C", short), answer=((0,), (1,)))
        case "order":
            return Order(**own, options=(short, long, "C"), answer=(0, 1, 2))
        case "fill":
            return Fill(**{**own, "stem": f"{word} ____ {short} ____."}, answer=((short,), ("x",)))
        case "short":
            return Short(**own, answer=(short,))
        case "essay":
            return Essay(**own, answer=long)
    return Task(**own, checklist=(short, long))


KINDS = ("choice", "multi", "truefalse", "match", "order", "fill", "short", "essay", "task")


def module(language: str) -> Module:
    """A chapter of practice with all of them, and a test with two."""
    word = LONGEST[language]
    marked = [of_type(kind, state, word) for kind in KINDS[:7] for state in STATES]
    others = [of_type(kind, state, word) for kind in KINDS[7:] for state in FEWER]
    tests = tuple(of_type(kind, "test", word) for kind in ("choice", "truefalse", "multi"))
    return Module(
        id=f"phone-{language}",
        title=f"{word} {word}",
        language=language,
        chapters=(
            Chapter(
                id="c-1",
                number="1",
                title=word,
                content=(Paragraph(text=word), Heading(id="h-p", text=word, exercise="practice"), *marked, *others),
            ),
            Chapter(id="c-2", number="2", title="T", content=(Heading(id="h-t", text=word, exercise="test"), *tests)),
        ),
    )
