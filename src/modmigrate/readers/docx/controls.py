"""Content controls and old form fields that nobody has filled: places to write, and choices (ECMA-376 part 1, 17.5.2).

Word shows a prompt in them (`Choose an item.`), which is no text of the document.
"""

from __future__ import annotations

from lxml import etree
from msgspec import Struct

from ...document import Paragraph, Span
from ...source import Where
from .line import ROOM
from .names import TEXT, VAL, W, is_on

MAX_CHOICES = 40


class Prompt(Struct, frozen=True):
    """What stands for an empty control: a line to write on, or nothing; and the entries of its list."""

    text: str = ROOM
    choices: tuple[str, ...] = ()
    asked: str = ""
    """Word's prompt, which is left out."""


def prompt(sdt: etree._Element) -> Prompt | None:
    """What stands for a content control; None where somebody filled it, or where it only wraps content."""
    props = sdt.find(W + "sdtPr")
    content = sdt.find(W + "sdtContent")
    if props is None or content is None or _is_locked(props):
        return None
    showing = props.find(W + "showingPlcHdr")
    is_prompt = showing is not None and is_on(showing.get(VAL))
    menu = next((m for m in props if m.tag in (W + "dropDownList", W + "comboBox")), None)
    if menu is not None:
        return _of_menu(menu, content, is_prompt=is_prompt)
    if not is_prompt:
        return None
    # What is bound to the file's properties, and the frame of a picture, ask a writer and not a learner.
    asks = props.find(W + "dataBinding") is None and props.find(W + "picture") is None
    return Prompt(ROOM if asks else "", asked=_said(content))


def _is_locked(props: etree._Element) -> bool:
    """Whether nobody may write into a control: what it shows is text."""
    lock = props.find(W + "lock")
    return lock is not None and (lock.get(VAL) or "").lower() in ("contentlocked", "sdtcontentlocked")


def _said(content: etree._Element) -> str:
    return "".join(t.text or "" for t in content.iter(TEXT)).strip()


def _of_menu(menu: etree._Element, content: etree._Element, *, is_prompt: bool) -> Prompt | None:
    shown = _said(content)
    items = [(i.get(W + "displayText") or i.get(W + "value") or "", i.get(W + "value") or "") for i in menu]
    asks = {text for text, value in items if not value}
    if not is_prompt and shown and shown not in asks:
        return None
    entries = [text for text, value in items if value and (text != shown or not is_prompt)]
    return Prompt(ROOM, listed(entries), shown)


def listed(entries: list[str]) -> tuple[str, ...]:
    """The entries that say something, each once."""
    return tuple(dict.fromkeys(e.strip() for e in entries if e.strip()))[:MAX_CHOICES]


def offered(choices: tuple[str, ...], where: Where) -> Paragraph:
    """The entries of a list as what a learner ticks, on one line."""
    return Paragraph((Span("\t".join(f"☐ {choice}" for choice in choices)),), where)
