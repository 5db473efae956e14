"""Stored copies of sources: their text, the quotations found in it, and the locks that remember what was found.

A snapshot is bytes and a file name; nothing here opens a file or asks for the date.
"""
