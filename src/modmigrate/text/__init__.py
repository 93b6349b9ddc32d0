"""Words and signs: helpers that know text and nothing of modules."""
