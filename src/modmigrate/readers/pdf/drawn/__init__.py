"""What is drawn beside the words, and what it makes of them: rules, fills, marks, links."""
