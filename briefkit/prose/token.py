"""The token that all Markdown is cut into: markdown-it's own, under our door, so that no other room knows markdown-it."""

from markdown_it.token import Token

__all__ = ["Token"]
