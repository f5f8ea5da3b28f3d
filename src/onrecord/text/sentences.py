"""Splits a paragraph into sentences."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model.document import Block
from onrecord.model.span import Span


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# After these a sentence never ends.
_TITLES = _words(
    "mr mrs ms mx dr prof rev fr gen sen sens rep reps gov lt col sgt capt cmdr maj adm hon pres supt det st ste mt ft "
    "vs no nos vol pp approx dept e.g i.e cf al fig"
)
# After these it ends only before a word that often begins one.
_SHORT = _words(
    "jr sr esq inc co corp ltd bros jan feb mar apr jun jul aug sept sep oct nov dec mon tues tue wed thurs thur thu "
    "fri ave blvd rd ala ariz ark calif colo conn del fla ga ill ind kan ky mass md mich minn mo mont neb nev okla ore "
    "pa penn tenn tex va vt wash wis wyo a.m p.m u.s u.k u.n l.a n.y d.c ph.d b.c a.d etc est"
)
_STARTERS = _words(
    "the a an he she it they we i you this that these those there here his her their its our my your in on at for from "
    "with by to of as after before when while if since although though because but and or so yet then now also however "
    "meanwhile still even just only what who why how where which once one some many most all both each no not nobody "
    "during until last next according despite besides other another more much such fans sources source"
)
_SAYING = _words(
    "said says say saying asked asks told tells wrote writes tweeted added adds replied replies exclaimed joked "
    "quipped explained explains continued laughed insisted recalled admitted revealed gushed shouted yelled answered"
)
_NAMES_WITH_A_MARK = frozenset({"e!", "yahoo!", "ok!", "jeopardy!", "panic!", "wham!"})
_END = re.compile(
    r"(?<![.!?…])(?<![.!?…][ \xa0])[.!?…](?:[.!?…]|[ \xa0]\.)*+[\"'”’»)\]]*+(?=\s|$)"
    r"|(?<=[a-z]{2})[.!?][\"”]?(?=[\"“]?[A-Z][a-z]*\s)"
)
_LAST_WORD = re.compile(r"[^\s\"'“‘”’(\[]+$")
_NEXT_WORD = re.compile(r"\s*[\"'“‘`(\[«]*\s?(\S[\w.'’-]*)")
_OPENING = re.compile(r"\s*[\"'“‘`(\[«]")


def sentences(text: str, block: Block) -> Iterator[Span]:
    """Yield the sentences of a block; together they hold every character of it that is not white space.

    Quoted sentences are sentences of their own, save the last one before its cue (``'Stop it!' she said.`` is one).
    """
    start = block.start
    for match in _END.finditer(text, block.start, block.end):
        if match.start() < start:
            continue
        if match.end() < block.end and _ends(text, start, match, block.end):
            yield Span(start, match.end(), text[start : match.end()])
            start = match.end()
            while text[start].isspace():
                start += 1
    yield Span(start, block.end, text[start : block.end])


def _ends(text: str, start: int, match: re.Match[str], block_end: int) -> bool:
    """Tell whether a sentence ends at this mark, by the word before it and the word after it."""
    following = _NEXT_WORD.match(text, match.end(), block_end)
    if not following or not any(
        character.isalnum() for character in text[match.end() : min(block_end, match.end() + 40)]
    ):
        return False
    after = following.group(1)
    if after[0].islower() and not _OPENING.match(text, match.end(), block_end):
        return False
    mark = match.group()
    if any(quote in mark for quote in "\"'”’»") and _is_cue(text, following.start(1), block_end):
        return False
    found = _LAST_WORD.search(text, max(start, match.start() - 40), match.start())
    before = found.group() if found else ""
    if mark[0] == "." and len(mark.rstrip("\"'”’»)]")) == 1:
        return _ends_after(before, after)
    if mark[0] == "!":
        return f"{before}!".lower() not in _NAMES_WITH_A_MARK
    return not after[0].islower()


def _ends_after(before: str, after: str) -> bool:
    """Tell whether a full stop after the one word and before the other ends a sentence."""
    low = before.lower()
    if low in _TITLES:
        return False
    bare = after.rstrip(".,;:!?'’").lower()
    if low in _SHORT or re.fullmatch(r"(?:[a-z]\.){1,5}[a-z]", low):
        return bare in _STARTERS
    if len(before) == 1 and before.isupper():
        return before == "I" or bare in _STARTERS
    return not after[0].islower()


def _is_cue(text: str, start: int, block_end: int) -> bool:
    """Tell whether words such as "Jane Doe said" follow."""
    for count, word in enumerate(text[start : min(block_end, start + 60)].split()[:4]):
        if word.lower().rstrip(".,:") in _SAYING:
            return count > 0
        if not word[0].isupper() or word.endswith((",", ".", ":")):
            return False
    return False
