"""Reads each corpus into examples; one file a corpus or a kind of corpora."""
