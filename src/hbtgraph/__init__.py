"""hbtgraph: a knowledge graph of local-government activities, read from Vietnamese news."""
