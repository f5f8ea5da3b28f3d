"""Numbers as stories write them: "1,200", "2.5 million", "twenty-one"."""

from __future__ import annotations

import re
from fractions import Fraction

_ONES = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
    " eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_SCALES = {"hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_SMALL = {word: n for n, word in enumerate(_ONES)} | {word: n * 10 for n, word in enumerate(_TENS, 2)}

_FIGURES = r"[0-9]{1,3}(?:,[0-9]{3}){1,4}(?:\.[0-9]{1,4})?|[0-9]{1,9}(?:\.[0-9]{1,4})?"
_WORDS = rf"(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_ONES[1:10])}))?|{'|'.join(sorted(_ONES, key=len, reverse=True))}"
# Neither a date, a time, a score ("3-2") nor a part of a word stands around it.
CARDINAL = (
    rf"(?<![\w.,:/+-])(?<!#)(?i:(?:{_FIGURES}|{_WORDS})(?:[ -]?(?:{'|'.join(_SCALES)})(?!\w)){{0,2}})"
    r"(?!\w|[.,:/]\w|-[0-9]|['’]s)"
)
_PART = re.compile(r"[0-9.]+|[a-z]+")
ORDINAL = rf"(?<![\w-])(?i:[0-9]{{1,3}}(?:st|nd|rd|th)|{'|'.join(_ORDINALS)})(?!\w)"


def number(words: str) -> Fraction:
    """Return what the words that ``CARDINAL`` matches mean, exactly."""
    value = Fraction(0)
    for part in _PART.findall(words.lower().replace(",", "")):
        if part in _SCALES:
            value *= _SCALES[part]
        else:
            value += Fraction(part) if part[0].isdigit() else _SMALL[part]
    return value


def ordinal(words: str) -> int:
    """Return the place that the words that ``ORDINAL`` matches mean: 3 for "3rd" and "third"."""
    plain = words.lower()
    return int(plain[:-2]) if plain[0].isdigit() else _ORDINALS.index(plain) + 1


def in_figures(value: Fraction) -> str:
    """Write a number in figures, with two decimals at most."""
    return f"{int(value):,}" if value.denominator == 1 else f"{float(value):,.2f}".rstrip("0").rstrip(".")
