"""Lets a list of words stand in the source as plain lines of text."""

from __future__ import annotations


def listed(text: str) -> frozenset[str]:
    """Return the words of a text, parted by white space."""
    return frozenset(text.split())
