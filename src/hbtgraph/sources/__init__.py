"""Reads articles: files, web pages and lines of JSON become `Article` records, whose offsets count in their text."""

from hbtgraph.sources.dispatch import Articles, read, read_articles
from hbtgraph.sources.text import is_vietnamese, read_article

__all__ = ["Articles", "is_vietnamese", "read", "read_article", "read_articles"]
