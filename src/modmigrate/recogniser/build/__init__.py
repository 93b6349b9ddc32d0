"""Drafts and answers as questions of the model, in their places."""
