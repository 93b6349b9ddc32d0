"""Keys, and which exercise each of them answers."""
