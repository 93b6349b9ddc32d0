"""How a module and its chapters begin and end: cover, title page, titles, numbers, objectives."""
