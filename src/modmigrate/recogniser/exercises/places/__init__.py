"""Places to tick, to write and to answer in."""
