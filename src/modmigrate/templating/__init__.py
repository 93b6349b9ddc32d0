"""Jinja with its search path, and themes: what renderer and packager both fill templates by."""
