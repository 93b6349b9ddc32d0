"""Exercises of a shape of their own: matching, numbered options, statements, parts under one number."""
