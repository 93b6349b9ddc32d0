"""Puts tests/ on the import path, so that all tests share `needs` (what may be missing) and `sample_module`."""

import gc


def pytest_collection_finish() -> None:
    """What collecting made lives to the end: the garbage collector need not walk it again and again."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 50, 50)
