"""What is kept between two runs, so that the second need not do again what nothing has changed.

Nothing in it is trusted: each piece carries a keyed hash, and one that was damaged, copied from elsewhere or written by
another version is no piece at all. Whoever deletes the folder loses time, and nothing else.
"""
