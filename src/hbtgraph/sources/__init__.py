"""Reads articles: files on disk become `Article` records, whose offsets count in the file's own text."""

from hbtgraph.sources.text import is_vietnamese, read_article, read_articles

__all__ = ["is_vietnamese", "read_article", "read_articles"]
