"""What commands do, without printing: one conversion, many of them, the folder of an extraction, what was found."""
