"""The finished reading, looked at as a suspicious teacher would: what does not make sense, where, and how bad it is."""
