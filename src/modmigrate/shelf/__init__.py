"""Many modules at once: which they are and where they go, run on any executor, what was done before, the table.

In: paths on a command line, and what to do with one module. Out: an outcome for each, whatever becomes of the others.
"""
