"""What a line says if it is part of a key: its notation, its numbers and values."""
