"""Makes the words of any story safe to print on a terminal, and measures how wide they are there."""

from __future__ import annotations

import re
import unicodedata

TAB_COLUMNS = 4
_REPLACED = "\N{REPLACEMENT CHARACTER}"
_PICTURE_OF_NUL = 0x2400
_PICTURE_OF_DELETE = "\N{SYMBOL FOR DELETE}"
_JOINER = "\N{ZERO WIDTH JOINER}"
_EMOJI_STYLE = "\N{VARIATION SELECTOR-16}"
_SKIN_TONES = range(0x1F3FB, 0x1F400)

# Control characters could move the cursor or recolour the screen; the format characters of the second half turn the
# order of the words around or hide words (Unicode TR 36). Joiners stay: emoji and several scripts need them.
_HARMFUL = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f"
    "\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\U000e0000-\U000e007f\ud800-\udfff]"
)


def harmless(text: str) -> str:
    """Return the text with each control, bidirectional or invisible character shown as one visible character.

    The length stays the same; tabs stay. Line breaks are shown too, so that what is returned is one line.
    """
    return _HARMFUL.sub(_shown, text)


def _shown(found: re.Match[str]) -> str:
    code = ord(found.group())
    if code < ord(" "):
        return chr(_PICTURE_OF_NUL + code)
    return _PICTURE_OF_DELETE if code == 0x7F else _REPLACED


def columns(text: str) -> list[int]:
    """Return the terminal column at which each character begins, counted from 0, and at last where the text ends.

    Wide characters and emoji take two columns, combining marks and what a joiner adds take none, a tab always four.
    """
    if text.isascii() and "\t" not in text:
        return list(range(len(text) + 1))
    begins = [0]
    previous = ""
    previous_width = 0
    for character in text:
        if character == "\t":
            width = TAB_COLUMNS
        elif previous == _JOINER or (ord(character) in _SKIN_TONES and previous_width == 2):
            width = 0
        elif character == _EMOJI_STYLE:
            width = 1 if previous_width == 1 else 0
        else:
            width = _width(character)
        begins.append(begins[-1] + width)
        previous, previous_width = character, width
    return begins


def _width(character: str) -> int:
    if unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in {"W", "F"} else 1
