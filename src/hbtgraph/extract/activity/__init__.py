"""The parts behind `extract.activities`: clauses, lists, names, joining words and fixed turns of a sentence."""
