"""python-docx's package layer, without the object model above it.

`import docx.opc` runs `docx/__init__.py` first, which loads some hundred modules that nothing here uses: a third
of the time a short document takes. So `docx` stands for a bare package while the layer is loaded; who imports
python-docx afterwards gets the whole of it.
"""

from __future__ import annotations

import importlib
import sys
from importlib.util import find_spec
from types import ModuleType
from typing import Any


def _layer() -> tuple[Any, Any]:
    """PackURI and PhysPkgReader."""
    names = ("docx.opc.packuri", "docx.opc.phys_pkg")
    spec = None if "docx" in sys.modules else find_spec("docx")
    if spec is None or spec.submodule_search_locations is None:
        uri, reader = map(importlib.import_module, names)
    else:
        bare = ModuleType("docx")
        bare.__path__ = list(spec.submodule_search_locations)
        sys.modules["docx"] = bare
        try:
            uri, reader = map(importlib.import_module, names)
        finally:
            # With its children: the whole library must find no half of itself.
            for name in [n for n in sys.modules if n == "docx" or n.startswith("docx.")]:
                del sys.modules[name]
    return uri.PackURI, reader.PhysPkgReader


PackURI, PhysPkgReader = _layer()
