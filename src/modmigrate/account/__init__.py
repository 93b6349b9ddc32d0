"""What was read and where each of it went: words, pictures, notes and links."""
