"""Numbers as Word's number formats show them (ECMA-376 part 1, 17.18.59 ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

_ROMAN = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL"),
          (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
_HEBREW = ((400, "ת"), (300, "ש"), (200, "ר"), (100, "ק"), (90, "צ"), (80, "פ"), (70, "ע"), (60, "ס"), (50, "נ"),
           (40, "מ"), (30, "ל"), (20, "כ"), (10, "י"), (9, "ט"), (8, "ח"), (7, "ז"), (6, "ו"), (5, "ה"), (4, "ד"),
           (3, "ג"), (2, "ב"), (1, "א"))  # fmt: skip
_CHINESE = "零一二三四五六七八九"


def roman(number: int) -> str:
    """Capital roman numeral; plain digits outside 1–3999."""
    if not 0 < number < 4000:
        return str(number)
    out = ""
    for value, sign in _ROMAN:
        out += sign * (number // value)
        number %= value
    return out


def letter(number: int, alphabet: str = "ABCDEFGHIJKLMNOPQRSTUVWXYZ") -> str:
    """A … Z, then AA, BB … as Word counts."""
    if number < 1:
        return str(number)
    times, place = divmod(number - 1, len(alphabet))
    return alphabet[place] * (min(times, 20) + 1)


def hebrew(number: int) -> str:
    """Hebrew letters as numerals; 15 and 16 avoid the divine name."""
    if not 0 < number < 1000:
        return str(number)
    out = ""
    while number:
        if number in (15, 16):
            return out + {15: "טו", 16: "טז"}[number]
        value, sign = next(pair for pair in _HEBREW if pair[0] <= number)
        out += sign
        number -= value
    return out


def chinese(number: int) -> str:
    """Chinese counting numerals below 100."""
    if not 0 < number < 100:
        return str(number)
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ("十" if tens == 1 else _CHINESE[tens] + "十")
    return head + (_CHINESE[ones] if ones else "")


def digits(number: int, zero: str) -> str:
    """Decimal digits of another script."""
    return "".join(chr(ord(zero) + int(d)) for d in str(max(number, 0)))


def circled(number: int) -> str:
    """① … ⑳."""
    return chr(0x245F + number) if 1 <= number <= 20 else str(number)


FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalZero": lambda n: f"{n:02d}",
    "upperRoman": roman,
    "lowerRoman": lambda n: roman(n).lower(),
    "upperLetter": letter,
    "lowerLetter": lambda n: letter(n).lower(),
    "ordinal": lambda n: f"{n}.",
    "hebrew1": hebrew,
    "hebrew2": lambda n: letter(n, "אבגדהוזחטיכלמנסעפצקרשת"),
    "arabicAlpha": lambda n: letter(n, "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"),
    "arabicAbjad": lambda n: letter(n, "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ"),
    "hindiNumbers": lambda n: digits(n, "٠"),
    "thaiNumbers": lambda n: digits(n, "๐"),
    "russianUpper": lambda n: letter(n, "АБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЭЮЯ"),
    "russianLower": lambda n: letter(n, "абвгдежзиклмнопрстуфхцчшщэюя"),
    "chineseCounting": chinese,
    "chineseCountingThousand": chinese,
    "chineseLegalSimplified": chinese,
    "japaneseCounting": chinese,
    "taiwaneseCounting": chinese,
    "taiwaneseCountingThousand": chinese,
    "ideographDigital": chinese,
    "ideographTraditional": lambda n: letter(n, "甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": lambda n: letter(n, "子丑寅卯辰巳午未申酉戌亥"),
    "aiueo": lambda n: letter(
        n, "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
    ),
    "ganada": lambda n: letter(n, "가나다라마바사아자차카타파하"),
    "decimalEnclosedCircle": circled,
    "decimalEnclosedCircleChinese": circled,
    "decimalEnclosedParen": lambda n: f"({n})",
    "decimalEnclosedFullstop": lambda n: f"{n}.",
    "numberInDash": lambda n: f"- {n} -",
    "hex": lambda n: f"{n:X}",
    "koreanDigital": lambda n: "".join("영일이삼사오육칠팔구"[int(d)] for d in str(max(n, 0))),
    "iroha": lambda n: letter(
        n, "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
    ),
    "thaiLetters": lambda n: letter(n, "กขคงจฉชซฌญฎฏฐฑฒณดตถทธนบปผฝพฟภมยรลวศษสหฬอฮ"),
    "decimalHalfWidth": str,
    "decimalFullWidth": lambda n: digits(n, "０"),
    "none": lambda n: "",  # noqa: ARG005
}


def shown(number: int, number_format: str) -> str:
    """The number in a format; plain digits for those that are not known.

    So are cardinalText and ordinalText ("One", "First"): they are spelled in the language of Word's own
    installation, which no file states, and digits say the same to every reader.
    """
    return FORMATS.get(number_format, str)(number)
