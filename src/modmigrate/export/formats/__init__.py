"""A file for each format: a bank whose questions the format holds → its bytes, through `write`."""
