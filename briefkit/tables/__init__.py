"""Comparison tables: which records, which columns, what each cell says and cites."""
