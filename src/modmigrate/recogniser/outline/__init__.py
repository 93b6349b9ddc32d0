"""Lines that head something, chosen and ranked: the chapters and sections of a document, and its parts."""
