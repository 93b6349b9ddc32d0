"""The document as lines, each with its label and what it says of itself."""
