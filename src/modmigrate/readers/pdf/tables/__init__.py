"""Tables: by their rules, by level rules alone, by a common grid of gaps, by tags."""
