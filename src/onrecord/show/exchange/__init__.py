"""Writes what a record holds in the formats of other trades: genealogy, investigation, the web, statistics."""
