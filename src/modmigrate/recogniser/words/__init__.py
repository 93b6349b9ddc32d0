"""What documents call things, in all languages: the phrases that name roles, boxes and kinds of questions."""
