"""Words become word pieces and letter cases, which is all that the reader sees of them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tokenizers import Tokenizer

CASES = ("lower", "title", "upper", "mixed", "digit", "other")
MOST_PIECES_A_WORD = 24
"""A word of more pieces (an address, a row of letters) is cut; its first pieces tell what there is to tell."""

UNKNOWN, BEGIN, END = 100, 101, 102
"""Ids of the pieces that stand for an unknown word and for the two ends of a window."""

OTHER = CASES.index("other")


def case(word: str) -> int:
    """Return the place in ``CASES`` of how a word is written."""
    letters = [letter for letter in word if letter.isalpha()]
    if not letters:
        return 4 if any(letter.isdigit() for letter in word) else 5
    if all(letter.islower() for letter in letters):
        return 0
    if letters[0].isupper() and all(letter.islower() for letter in letters[1:]):
        return 1
    return 2 if all(letter.isupper() for letter in letters) else 3


def pieces(tokenizer: Tokenizer, words: Sequence[str]) -> list[list[int]]:
    """Return the ids of each word's pieces, at least one a word."""
    straight = [_straight(word) for word in words]
    encoded = tokenizer.encode_batch([word[:200] for word in straight], add_special_tokens=False)
    return [found.ids[:MOST_PIECES_A_WORD] or [UNKNOWN] for found in encoded]


def _straight(word: str) -> str:
    """Write curly quotation marks and dashes straight: the pieces were learnt mostly from straight ones."""
    return word.translate(_STRAIGHT)


_STRAIGHT = str.maketrans({"‘": "'", "’": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "…": "."})


def laid_out(ids: Sequence[Sequence[int]], cases: Sequence[int]) -> tuple[list[int], list[int], list[int]]:
    """Put the words of a window in one row between its two marks: pieces, cases, and each word's first place."""
    row, kinds, firsts = [BEGIN], [OTHER], []
    for own, kind in zip(ids, cases, strict=True):
        firsts.append(len(row))
        row.extend(own)
        kinds.extend([kind] * len(own))
    return [*row, END], [*kinds, OTHER], firsts
