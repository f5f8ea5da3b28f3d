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
    "vs nos vol pp approx dept e.g i.e cf fig"
)
# After these it ends only before a word that often begins one.
_SHORT = _words(
    "jr sr esq inc co corp ltd bros jan feb mar apr jun jul aug sept sep oct nov dec mon tues tue wed thurs thur thu "
    "fri ave blvd rd ala ariz ark calif colo conn del fla ga ill ind kan ky mass md mich minn mo mont neb nev okla ore "
    "pa penn tenn tex va vt wash wis wyo a.m p.m u.s u.k u.n l.a n.y d.c ph.d b.c a.d etc est al dept assoc"
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
_BEFORE_NUMBERS = frozenset({"no", "c", "ca", "p", "art", "sec", "ch"})
# Only these are abbreviations in lower case too: "they wed." and "all the sun." end a sentence.
_WRITTEN_SMALL = _words("vs nos vol pp approx dept e.g i.e cf fig ft jr sr inc co corp ltd a.m p.m etc est al assoc")
_NAMES_WITH_A_MARK = frozenset({"e!", "yahoo!", "ok!", "jeopardy!", "panic!", "wham!"})
_END = re.compile(
    r"(?<![.!?…])(?<![.!?…][ \xa0])[.!?…](?:[.!?…]|[ \xa0]\.)*+[\"'”’»)\]]*+(?:\s?\[\d{1,3}\])*+(?=\s|$)"
    r"|(?<=[a-z]{2})[.!?][\"”]?(?=[\"“]?(?!Com\b|Net\b|Org\b)[A-Z][a-z]*\s)"
)
_ALNUM = re.compile(r"[^\W_]")
_INITIALS = re.compile(r"(?:[a-z]\.){1,5}[a-z]")
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
    if not following or not _ALNUM.search(text, match.end(), min(block_end, match.end() + 40)):
        return False
    after = following.group(1)
    found = _LAST_WORD.search(text, max(start, match.start() - 40), match.start())
    before = found.group() if found else ""
    mark = match.group()
    if after[0].islower() and not _OPENING.match(text, match.end(), block_end):
        return mark == "." and _begins_in_lower_case(before, after)
    if mark[0] == "." and len(mark.rstrip("\"'”’»)]")) == 1:
        return _ends_after(before, after)
    if mark[-1] in "\"'”’»" and _is_cue(text, following.start(1), block_end):
        return False
    if mark[0] == "!":
        return f"{before}!".lower() not in _NAMES_WITH_A_MARK
    return not after[0].islower()


def _begins_in_lower_case(before: str, after: str) -> bool:
    """Tell whether a sentence of a careless writer begins here: "it was fun. the end"."""
    return (
        before.islower()
        and before.isalpha()
        and len(before) > 2
        and _is_starter(after)
        and before not in _WRITTEN_SMALL
    )


def _is_starter(word: str) -> bool:
    return word.rstrip(".,;:!?'’").lower() in _STARTERS


def _ends_after(before: str, after: str) -> bool:
    """Tell whether a full stop after the one word and before the other ends a sentence."""
    low = before.lower()
    abbreviation = low if before[:1].isupper() or low in _WRITTEN_SMALL else ""
    if abbreviation in _TITLES or (low in _BEFORE_NUMBERS and after[0].isdigit()):
        return False
    if abbreviation in _SHORT or _INITIALS.fullmatch(low):
        return _is_starter(after)
    if len(before) == 1 and before.isupper():
        return before == "I" or _is_starter(after)
    return not after[0].islower()


def _is_cue(text: str, start: int, block_end: int) -> bool:
    """Tell whether words such as "Jane Doe said" follow."""
    for count, word in enumerate(text[start : min(block_end, start + 60)].split()[:4]):
        if word.lower().rstrip(".,:") in _SAYING:
            return count > 0
        if not word[0].isupper() or word.endswith((",", ".", ":")):
            return False
    return False
