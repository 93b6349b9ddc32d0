"""From signs to words: fonts, accents, direction, text printed twice, text recognised in pictures."""
