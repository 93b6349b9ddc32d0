"""Templates compiled once: Jinja takes longer to compile ours than a short module takes from file to package.

Kept code is found by the template's own text, the versions of Python and Jinja and the settings it was compiled
with: a changed template is another key, so nothing is ever out of date.
"""

from __future__ import annotations

import sys

import jinja2
from jinja2.bccache import Bucket, BytecodeCache

from .. import cached

_MADE_BY = f"{sys.implementation.cache_tag} {sys.version} Jinja {jinja2.__version__} html strict trim lstrip"


class Compiled(BytecodeCache):
    """Jinja's cache of code, in the user's cache folder. Jinja's checks of its own come on top."""

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket, if there is something."""
        data = cached.get("template", _key(bucket))
        if data is not None:
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep the bucket's code."""
        cached.put("template", _key(bucket), bucket.bytecode_to_string())


def _key(bucket: Bucket) -> bytes:
    # Jinja's key is made of name and file, its checksum of the source.
    return "\0".join((_MADE_BY, bucket.key, bucket.checksum)).encode()
