"""Where in a part an exercise begins and ends."""
