"""Puts tests/ on the import path, so that all tests share `needs` (what may be missing) and `sample_module`."""
