"""Activities in a package: which ones a module's screens get (`chosen.py`), and their HTML (`written.py`)."""
