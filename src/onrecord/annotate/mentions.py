"""Marks the words that may mean a person: names, nouns and pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model.document import Document
from onrecord.model.marks import Mark, Marks, Mention

NEEDS = ()


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark every mention."""
    text = document.story.text
    for found in re.finditer(r"[A-Z][a-zé]+(?: [A-Z][a-zé]+)*|\b(?:he|she|him|her|his|they)\b", text):
        name = found.group()[0].isupper()
        yield Mention(span=document.span(*found.span()), form="name" if name else "pronoun")
