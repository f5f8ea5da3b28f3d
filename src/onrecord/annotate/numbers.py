"""Reads numbers written in figures or words, and as first, second, third."""

from __future__ import annotations

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
)
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"

_WORDS = {word: number for number, word in enumerate(_ONES.split())}
_TEN_WORDS = {word: number * 10 for number, word in enumerate(_TENS.split(), 2)}
_ORDINAL_WORDS = {word: number for number, word in enumerate(_ORDINALS.split()) if number}

_UNITS, _ALL_ONES = ("|".join(_ONES.split()[1:last]) for last in (10, 20))
CARDINAL = rf"(?:\d{{1,3}}|(?:{_TENS.replace(' ', '|')})(?:[- ](?:{_UNITS}))?|{_ALL_ONES})"
ORDINAL = rf"(?:\d{{1,2}}(?:st|nd|rd|th)|{'|'.join(_ORDINAL_WORDS)})"


def number(words: str) -> int | None:
    """Return the number that figures or lower-case words mean, up to 999; None for anything else."""
    if words.isascii() and words.isdigit():
        return int(words)
    if words in _WORDS:
        return _WORDS[words]
    tens, _, ones = words.replace("-", " ").partition(" ")
    if tens not in _TEN_WORDS or not 1 <= _WORDS.get(ones or "one", 0) <= 9:
        return None
    return _TEN_WORDS[tens] + (_WORDS[ones] if ones else 0)


def ordinal(words: str) -> int | None:
    """Return the place that "3rd" or "third" means; None for anything else."""
    if words[:-2].isascii() and words[:-2].isdigit():
        return int(words[:-2])
    return _ORDINAL_WORDS.get(words)
