"""Tells whether a story is in English, and names the language where it is not."""

from __future__ import annotations

import re

from onrecord.model.errors import NotEnglish

CHARACTERS_LOOKED_AT = 20_000
ENOUGH_ENGLISH = 0.12
SURE_LEAD = 20.0

_WORD = re.compile(r"[^\W\d_]+")
# Words that hold English together and that other languages of the same script hardly use.
_LISTED = (
    "the and of that with his her she he has from are were this which who they their it its been would will after but "
    "not you your about had when there said says what than could my we our because while them him your just how into "
    "being these those where"
)
_ENGLISH = frozenset(_LISTED.split())
_NAMES = {
    "af": "Afrikaans", "am": "Amharic", "ar": "Arabic", "az": "Azerbaijani", "be": "Belarusian", "bg": "Bulgarian",
    "bn": "Bengali", "ca": "Catalan", "cs": "Czech", "cy": "Welsh", "da": "Danish", "de": "German", "el": "Greek",
    "es": "Spanish", "et": "Estonian", "eu": "Basque", "fa": "Persian", "fi": "Finnish", "fr": "French",
    "ga": "Irish", "gl": "Galician", "gu": "Gujarati", "he": "Hebrew", "hi": "Hindi", "hr": "Croatian",
    "hu": "Hungarian", "hy": "Armenian", "id": "Indonesian", "is": "Icelandic", "it": "Italian", "ja": "Japanese",
    "ka": "Georgian", "kk": "Kazakh", "km": "Khmer", "kn": "Kannada", "ko": "Korean", "lo": "Lao", "lt": "Lithuanian",
    "lv": "Latvian", "mk": "Macedonian", "ml": "Malayalam", "mn": "Mongolian", "mr": "Marathi", "ms": "Malay",
    "my": "Burmese", "nb": "Norwegian", "ne": "Nepali", "nl": "Dutch", "nn": "Norwegian", "no": "Norwegian",
    "pa": "Punjabi", "pl": "Polish", "ps": "Pashto", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian",
    "si": "Sinhala", "sk": "Slovak", "sl": "Slovenian", "so": "Somali", "sq": "Albanian", "sr": "Serbian",
    "sv": "Swedish", "sw": "Swahili", "ta": "Tamil", "te": "Telugu", "th": "Thai", "tl": "Tagalog", "tr": "Turkish",
    "uk": "Ukrainian", "ur": "Urdu", "uz": "Uzbek", "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def language(text: str, where: str) -> str:
    """Return ``"en"``; a text of a few words, which no method can tell, counts as English too.

    Raises ``NotEnglish`` that names the language when the text is not in English.
    """
    words = _WORD.findall(text[:CHARACTERS_LOOKED_AT])
    if sum(word.lower() in _ENGLISH for word in words) >= ENOUGH_ENGLISH * len(words):
        return "en"
    telling = [word for word in words if not word[0].isupper()] or words  # names tell nothing
    code, lead = _likeliest(" ".join(telling).lower())
    if lead < SURE_LEAD:
        return "en"
    raise NotEnglish(where, f"written in {_NAMES[code]} ({code})", "a story in English")


def _likeliest(text: str) -> tuple[str, float]:
    """Return the likeliest of the languages above, and by how much its log-likelihood exceeds that of English.

    Others, mostly creoles of English and French, are what the model takes rows of names for.
    """
    from py3langid import rank

    scores = dict(reversed(rank(text)))
    code = max((name for name in scores if name in _NAMES), key=lambda name: scores[name])
    return code, float(scores[code] - scores["en"])
