"""Words to rows and lines, lines to paragraphs."""
