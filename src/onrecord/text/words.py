"""Splits a sentence into words as Universal Dependencies does, and keeps hyphenated compounds whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model.span import Span

_MARK = "\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20dc\ufe20-\ufe2f\u00ad\u200c\u200d"
_RUN = rf"\w[\w{_MARK}]*"
_EMOJI = "[\u2600-\u27bf\u2b50\u2b55\U0001f300-\U0001f5ff\U0001f600-\U0001f64f\U0001f680-\U0001faff]"
_EMOJI_TAIL = "[\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]*"
_DOMAIN = "com|org|net|edu|gov|info|io|tv|me|fm|co|uk|us|ca|au|de|fr|ie"
_SHORT = (
    "Mr|Mrs|Ms|Mx|Dr|Prof|Rev|Fr|Gen|Sen|Sens|Rep|Reps|Gov|Lt|Col|Sgt|Capt|Cmdr|Maj|Adm|Hon|Pres|Supt|Det|St|Ste|Mt|Ft"
    "|Jr|Sr|Esq|Inc|Co|Corp|Ltd|Bros|vs|etc|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Mon|Tues|Tue|Wed|Thurs"
    "|Thur|Thu|Fri|Ave|Blvd|Rd|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|Mass|Md|Mich|Minn|Mo|Mont|Neb"
    "|Nev|Okla|Ore|Pa|Penn|Tenn|Tex|Va|Vt|Wash|Wis|Wyo|Nos|Vol|pp|approx|assoc|Assoc|al|dept|Dept|est|Ph\\.D|Ed\\.D|M\\.Sc"
)
_TOKEN = re.compile(
    rf"""
    (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”'’.,;:!?)\]]                          # an address
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,5}}                    # a mail address
    | [@\#]{_RUN}
    | [a-zA-Z0-9][\w-]{{0,62}}(?:\.[\w-]{{1,62}}){{0,4}}\.(?:{_DOMAIN})\b(?:/[\w/.%?=&-]*[\w/])?
    | (?:[\U0001f1e6-\U0001f1ff]){{2}}                                           # a flag
    | [0-9\#*]\ufe0f?\u20e3                                                      # a key
    | {_EMOJI}{_EMOJI_TAIL}(?:\u200d{_EMOJI}{_EMOJI_TAIL})*
    | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![\w.]))?                                 # U.S., a.m.
    | (?:{_SHORT})\.(?!\w) | (?:No|c|ca|p)\.(?=\s?\d)
    | [A-Z]\.(?=\s+[A-Z]|-[A-Z])                                                 # J. K.
    | E!(?=\s+[A-Z])
    | (?i:['’](?:em|til|till|cause|tis|twas|bout|cuz|cos|s|m|re|ve|ll|d)\b|['’]n['’](?!\w))
    | ['’]\d\ds?(?![\w'’])
    | [+-]?\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?(?![\w{_MARK}]|-\w)
    | {_RUN}(?:(?:[-‐‑'’]|(?<=[A-Z])&(?=[A-Z])|(?<=\b[A-Z])[!$]|\$(?=[a-z])|(?<=\d)[.,:/](?=\d)){_RUN})*
    | <3(?!\d) | [:;=][-o]?[)(DPp](?!\w)
    | \.{{2,}} | [!?]{{2,}} | -{{2,}} | ={{2,}} | \*{{2,}} | ~{{2,}} | ``|''|’’|‘‘
    | \S[{_MARK}\ufe0e\ufe0f]*
    """,
    re.VERBOSE,
)
_CLITIC = re.compile(r"(?:n['’]t|['’](?:s|m|re|ve|ll|d))$", re.IGNORECASE)
_JOINED = {
    "cannot": (3,), "gonna": (3,), "gotta": (3,), "wanna": (3,), "gimme": (3,), "lemme": (3,), "dunno": (2, 3),
    "outta": (3,), "kinda": (4,), "sorta": (4,),
}  # fmt: skip


def words(text: str, sentence: Span) -> Iterator[Span]:
    """Yield the words of a sentence; every character that is not white space lies in exactly one.

    Contractions and possessives are split ("do", "n't"; "gon", "na"; "Marlow", "'s"), punctuation stands alone, as in
    the English treebanks of Universal Dependencies. One deviation is on purpose: a hyphenated compound ("26-year-old",
    "ex-husband", "co-star", "sister-in-law") stays one word, where the treebanks split most of them at the hyphens.
    Addresses, handles, hashtags, numbers with commas or decimals, and emoji with their joiners are one word each.
    """
    for match in _TOKEN.finditer(text, sentence.start, sentence.end):
        start = match.start()
        for cut in _cuts(match.group()):
            yield Span(start, match.start() + cut, text[start : match.start() + cut])
            start = match.start() + cut


def _cuts(token: str) -> list[int]:
    """Return where the words of a token end."""
    end = len(token)
    cuts = [end]
    while (clitic := _CLITIC.search(token, max(0, end - 3), end)) and clitic.start():
        end = clitic.start()
        cuts.append(end)
    cuts += reversed(_JOINED.get(token[:end].lower(), ()))
    return cuts[::-1]
