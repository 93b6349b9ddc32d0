"""Tables that ask."""
