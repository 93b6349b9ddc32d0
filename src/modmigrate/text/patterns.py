"""Regular expressions that are compiled when they are first used.

Python takes longer to compile the patterns of all rooms than to read a short module, and a module needs the
patterns of the forms it has: one without keys needs none for keys.
"""

from __future__ import annotations

import re
from typing import Any, AnyStr, cast

_METHODS = ("match", "search", "fullmatch", "finditer", "findall", "sub", "subn", "split")


class Lazy:
    """Stands for a compiled pattern; from its first use on, its methods are that pattern's own."""

    def __init__(self, source: str | bytes, flags: int) -> None:
        self.pattern, self.flags = source, flags

    def __getattr__(self, name: str) -> Any:
        if name not in _METHODS:
            raise AttributeError(name)
        made = re.compile(self.pattern, self.flags)
        vars(self).update({method: getattr(made, method) for method in _METHODS})
        return getattr(made, name)


def lazy(source: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """As re.compile, but an error in the source shows at the first use; for its methods, `re.sub` takes no such one."""
    return cast("re.Pattern[AnyStr]", Lazy(source, flags))
