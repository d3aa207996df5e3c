"""Article → facts: one module a fact kind, the words they know in `data/gazetteers`.

`extract(article)` is a pure function of the article and the tables: no network, no clock, no state.
"""
