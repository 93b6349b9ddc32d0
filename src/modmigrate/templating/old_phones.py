"""Style sheets for WebViews from 2017 on: logical properties that they do not know are written as physical ones.

The Moodle app runs from WebView 61; `padding-inline` came with 87. A package has one direction, which is known when
it is built. What else is newer needs an older declaration before it (tests/unit/test_old_phones.py).
"""

from __future__ import annotations

import re

from ..text.patterns import lazy

_COMMENT = lazy(r"/\*.*?\*/", re.DOTALL)
_DECLARATION = lazy(
    r"(?<![\w-])(inset|(?:inset|margin|padding|border)-(?:inline|block)[\w-]*)\s*:\s*([^;{}]+)(;|(?=\}))"
)
_ROOM = lazy(r"\s*([{};,>~])\s*")
_COLON = lazy(r"(?<=[{;])(\s*[\w-]+)\s*:\s+")
_PART = lazy(r"(?:[^\s()]|\((?:[^()]|\([^()]*\))*\))+")
_SIDES = {"block": ("top", "bottom"), "ltr": ("left", "right"), "rtl": ("right", "left")}


def lowered(css: str, direction: str) -> str:
    """The same rules without `inset`, `margin-inline`, `padding-block-start` and their like, and needless room."""
    written = _DECLARATION.sub(lambda found: _physical(found[1], found[2].strip(), direction), _COMMENT.sub("", css))
    return _ROOM.sub(r"\1", _COLON.sub(r"\1:", written)).replace(";}", "}")


def _physical(name: str, value: str, direction: str) -> str:
    flag = " !important" if value.endswith("!important") else ""
    parts = _PART.findall(value.removesuffix("!important").strip())
    if name == "inset":
        top, right, bottom, left = (parts * 4)[:4] if len(parts) != 3 else (*parts, parts[1])
        values = {"top": top, "right": right, "bottom": bottom, "left": left}
        return "".join(f"{side}:{own}{flag};" for side, own in values.items())
    kind, _, rest = name.partition("-")
    axis, _, end = rest.partition("-")
    first, second = _SIDES["block" if axis == "block" else direction]
    stem = "" if kind == "inset" else f"{kind}-"
    side = {"start": first, "end": second}
    for word, own in side.items():
        if end == word or end.startswith(f"{word}-"):
            return f"{stem}{own}{end.removeprefix(word)}:{' '.join(parts)}{flag};"
    if kind == "border":
        return "".join(f"{stem}{own}{'-' + end if end else ''}:{' '.join(parts)}{flag};" for own in (first, second))
    return f"{stem}{first}:{parts[0]}{flag};{stem}{second}:{parts[-1]}{flag};"
