"""Where templates are looked for: the user's folder → its theme → that theme's parents → built in.

A user's folder is itself a theme; what its optional `theme.yaml` says is read in `themes`.
A template can reach the one it replaces as `builtin/<name>`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

from jinja2 import (
    ChoiceLoader,
    Environment,
    FileSystemLoader,
    PrefixLoader,
    StrictUndefined,
    TemplateNotFound,
    TemplateSyntaxError,
)
from markupsafe import Markup

from ..errors import ModelError
from ..text.patterns import lazy
from .compiled import Compiled
from .old_phones import lowered
from .themes import BUILT_IN, chain


def folders(templates: Path | None, theme: str | Path = "") -> tuple[Path, ...]:
    """The search path, first hit wins."""
    return (*(t.folder for t in chain(templates, theme) if t.folder), BUILT_IN)


@cache
def environment(templates: Path | None = None, theme: str | Path = "") -> Environment:
    """Jinja with this search path; what is undefined is an error, and all text is escaped."""
    # Escaping is on for every file: nothing decides by a suffix that a user may have changed.
    env = Environment(
        autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, bytecode_cache=Compiled()
    )
    env.loader = ChoiceLoader(
        [
            FileSystemLoader([str(f) for f in folders(templates, theme)]),
            PrefixLoader({"builtin": FileSystemLoader(BUILT_IN)}),
        ]
    )
    env.filters["xml"] = xml
    env.filters["css"] = Markup  # values that themes.py has let through
    env.filters["lowered"] = lambda css, direction: Markup(lowered(str(css), direction))  # noqa: S704 - a style sheet
    env.globals["source"] = lambda name: Markup(_squeezed(env, name))  # noqa: S704 - our own program text
    env.globals["styles"] = lambda part: Markup(styles(_source(env, "style.css"), part))  # noqa: S704 - a style sheet
    env.globals["shared"] = lambda first, then, types: shared(
        scripts(env, first), [*scripts(env, then), *scripts(env, types, "questions/{}/question.js")]
    )
    return env


def forget() -> None:
    """Templates and style sheets are read anew from now on: somebody is editing them."""
    environment.cache_clear()


@contextmanager
def told(templates: Path | None) -> Iterator[None]:
    """Turns what is wrong in a user's templates into a ModelError with file and line; ours have no such excuse."""
    try:
        yield
    except TemplateSyntaxError as error:
        raise ModelError(f"{error.filename or error.name}:{error.lineno}: {error.message}") from None
    except ModelError:
        raise
    except Exception as error:
        place = _place(error, templates)
        if not place:
            raise
        said = f"there is no template {error}" if isinstance(error, TemplateNotFound) else str(error)
        raise ModelError(f"{place}: the template cannot be filled in: {' '.join(said.split())}") from None


def _place(error: Exception, templates: Path | None) -> str:
    """File and line of the user's template that an error came through; empty when it came through none."""
    found, trace = "", error.__traceback__
    while trace and templates:
        file = trace.tb_frame.f_code.co_filename
        if Path(file).is_relative_to(templates):
            found = f"{file}:{trace.tb_lineno}"
        trace = trace.tb_next
    return found


def xml(text: str) -> Markup:
    """Text of an XML element: only the three signs that must be escaped are.

    Moodle's parser shows numeric references as they stand and drops a blank after `&quot;`.
    """
    return Markup(text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"))  # noqa: S704


def _source(env: Environment, name: str) -> str:
    assert env.loader is not None, "environment() has set it"
    return env.loader.get_source(env, name)[0]


def scripts(env: Environment, names: Iterable[str], place: str = "runtime/{}.js") -> list[str]:
    """Sources of the program, without their comments."""
    return [squeeze(_source(env, place.format(name)), indented=True) for name in names]


def _squeezed(env: Environment, name: str) -> str:
    text = squeeze(_source(env, name))
    return tightened(text) if name.endswith(".js") else text


def shared(first: list[str], then: list[str]) -> list[str]:
    """What scripts name at their top level, with no indentation, and later scripts use."""
    used = set(re.findall(r"[\w$]+", "\n".join(then)))
    return [name for text in first for name in re.findall(r"^(?:function|const) (\w+)", text, re.M) if name in used]


DIVISIONS = ("/* After the first paint", "/* With the questions")
"""Divide a style sheet; one without them is needed as a whole for the first paint."""


def styles(sheet: str, part: str) -> str:
    """A style sheet, or the part of it that is `first`, the `rest` that texts need, or comes with `more` than these."""
    first, mark, rest = sheet.partition(DIVISIONS[0])
    rest, with_, more = rest.partition(DIVISIONS[1])
    return squeeze({"first": first, "rest": mark + rest, "more": with_ + more}.get(part, sheet))


_BEHIND = lazy(r"(?<=[;,{}()\[\]])[ \t]+// [^\"'`\n]*$", re.MULTILINE)
"""A comment behind a line of a script, where no quotation mark makes it doubtful."""
_SIGNS = lazy(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'| ?([=*?:<>&|,{}();!]+) ?| ([-+]) (?![-+])""")
"""Texts, and signs of a script with the blanks around them; plus and minus keep those before another one."""


_TEXTS = lazy(r""""(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'""")
_LAST = lazy(r"(?<![;)\s]);\s*\}")
"""A block's last semicolon, unless it may be the empty body of a loop."""
_NAMELESS = lazy(r"(?<=[=(,:?\[])function ?(\([^()]*\)) ?\{")
"""A function without a name, where an arrow may stand instead of it …"""
_VALUE = lazy(r"=>\{return ([^{};`\n]+);?\s*\}")
"""An arrow whose body is one value."""
_OWN = lazy(r"\b(?:this|arguments)\b")
"""… unless the script asks who called it."""


def squeeze(text: str, indented: bool = False) -> str:
    """A script or style sheet without comments on lines of their own, empty lines and, unless wanted, indentation."""
    if "/*" in text:
        text = re.sub(r"^[ \t]*/\*.*?\*/[ \t]*$", "", text, flags=re.DOTALL | re.MULTILINE)
    lines = [(line, line.strip()) for line in text.splitlines()]
    return "\n".join([line if indented else own for line, own in lines if own and not own.startswith("//")]) + "\n"


def tightened(script: str) -> str:
    """A script without comments behind its lines and blanks around signs, with fewer line ends and with arrows.

    No minifier: lines with a slash outside texts, which may be a pattern, stay as they are.
    """
    out = ""
    for line in _BEHIND.sub("", script).split("\n"):
        bare = _TEXTS.sub("", line)
        sure = "/" not in bare and "`" not in bare
        out += _SIGNS.sub(lambda f: f[1] or f[2] or f[0], line) if sure else line
        # A line that may end in a comment keeps its end.
        out += "" if line.endswith((";", "{", ",", "(")) and "//" not in bare and "`" not in bare else "\n"
    out = _LAST.sub("}", out)
    return out if _OWN.search(out) else _VALUE.sub(_only_value, _NAMELESS.sub(r"\1=>{", out))


def _only_value(found: re.Match[str]) -> str:
    """`=>{return x}` as `=>x`; where several values stand side by side, brackets would have to hold them."""
    value, depth = found[1], 0
    for sign in _TEXTS.sub("", value):
        depth += (sign in "([") - (sign in ")]")
        if sign == "," and not depth:
            return found[0]
    return f"=>{value}"
