"""Placeholder while this module is being rewritten by its owner (the people work): please write it anew."""
from onrecord.annotate.capital_runs import Run
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
__all__ = ["Run", "SUFFIXES"]
