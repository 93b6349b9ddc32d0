"""Answers that stand beside their questions: marked options, keys in brackets, answers below."""
