"""Tells whether a story is in English, and names the language where it is not."""

from __future__ import annotations

import re

from onrecord.model.errors import BadInput

CHARACTERS_LOOKED_AT = 20_000
ENOUGH_ENGLISH = 0.12
FEWEST_WORDS = 6
SURE_LEAD = 40.0

_WORD = re.compile(r"[^\W\d_]+")
# Words that hold English together and that other languages of the same script hardly use.
_LISTED = (
    "the and of that with his her she he has from are were this which who they their it its been would will after but "
    "not you your about had when there said says what than could my we our because while them him your just how into "
    "being these those where"
)
_ENGLISH = frozenset(_LISTED.split())
_NAMES = {
    "af": "Afrikaans", "ar": "Arabic", "bg": "Bulgarian", "bn": "Bengali", "ca": "Catalan", "cs": "Czech",
    "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek", "es": "Spanish", "et": "Estonian", "eu": "Basque",
    "fa": "Persian", "fi": "Finnish", "fr": "French", "ga": "Irish", "gl": "Galician", "he": "Hebrew", "hi": "Hindi",
    "hr": "Croatian", "hu": "Hungarian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese",
    "ko": "Korean", "la": "Latin", "lt": "Lithuanian", "lv": "Latvian", "ms": "Malay", "nb": "Norwegian",
    "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian", "pl": "Polish", "pt": "Portuguese", "ro": "Romanian",
    "ru": "Russian", "sk": "Slovak", "sl": "Slovenian", "sq": "Albanian", "sr": "Serbian", "sv": "Swedish",
    "sw": "Swahili", "ta": "Tamil", "th": "Thai", "tl": "Tagalog", "tr": "Turkish", "uk": "Ukrainian", "ur": "Urdu",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language(text: str, where: str) -> str:
    """Return ``"en"``; a text of a few words, which no method can tell, counts as English too.

    Raises ``BadInput`` that names the language when the text is not in English.
    """
    top = text[:CHARACTERS_LOOKED_AT].lower()
    words = _WORD.findall(top)
    if sum(word in _ENGLISH for word in words) >= ENOUGH_ENGLISH * len(words):
        return "en"
    code, lead = _likeliest(top)
    if code == "en" or lead < SURE_LEAD or (len(words) < FEWEST_WORDS and top.isascii()):
        return "en"
    raise BadInput(where, f"written in {_NAMES.get(code, 'another language')} ({code})", "a story in English")


def _likeliest(text: str) -> tuple[str, float]:
    """Return the likeliest language, and by how much its log-likelihood exceeds that of English."""
    from py3langid import rank

    scores = dict(reversed(rank(text)))
    code = max(scores, key=lambda name: scores[name])
    return code, float(scores[code] - scores["en"])
