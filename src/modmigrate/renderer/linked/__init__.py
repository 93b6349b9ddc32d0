"""What a text leads to: terms of the glossary, what it names by a label, the section that a question is about."""
