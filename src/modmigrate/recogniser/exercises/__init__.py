"""What a part asks: questions with stems, options and places to answer, as drafts."""
