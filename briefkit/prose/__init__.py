"""The text of a brief: Markdown with bound words, citations and expressions, as tokens that know their places."""
