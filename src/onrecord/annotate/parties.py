"""Finds the words that may name whose word something is: people, insiders, spokespeople, outlets, papers."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Literal, NamedTuple

from onrecord.annotate.cues import cues
from onrecord.annotate.person_nouns import TITLES
from onrecord.annotate.roles import ROLES
from onrecord.annotate.source_nouns import HEADS
from onrecord.annotate.word_lists import listed
from onrecord.model.document import Document
from onrecord.model.marks import Marks, Mention, Name
from onrecord.model.span import Span

Kind = Literal["person", "unnamed", "spokesperson", "outlet", "document", "organisation"]

ARTICLES = listed("a an the")
DETERMINERS = ARTICLES | listed("""
    this that these those one another some several multiple many various numerous two three four five our my their
    her his its your other yet each no any certain both few
""")
CONNECTING = listed("""
    of for to from in on at with by near inside within about behind over and or but nor so as if than when while
    where who whom whose which what how why because since until after before though although into onto under out up
    down off via per between during through against among around like he she it they i we you him them us me is are
    was were be been being am has have had do does did will would can could may might must shall should not n't 's
    ’s ' ’ 'd 've 're ’d ’ve ’re also then now just still even there here
""")
_CLOSE = ("close to", "very close to", "closest to", "familiar with", "near to", "friendly with")
_PREPOSITIONS = listed("for of from at inside within near with on in")
# Where words are posted; the words are not theirs.
_PLACES_TO_POST = listed("twitter instagram facebook snapchat youtube tiktok reddit tumblr myspace x threads weibo")
_NEVER = listed(
    "monday tuesday wednesday thursday friday saturday sunday"
)  # days are no voices, whatever they are called
_QUANTIFIERS = listed("one some many several most two three few plenty all")
_POSSESSIVES = listed("his her")
_PERSONAL = listed("memoir autobiography book statement letter essay")  # documents that hold somebody's own words
_ELLIPTIC = listed("another others one some many")
_MAX_MODIFIERS = 7
_DEFINITE = listed("the this that these those same")
_MORE_OF = listed("who whose of from a an the aged")  # what goes on about a name behind a comma
_MAX_BETWEEN = 4  # words between a name and the one that it says more of
_MAX_TAIL = 9


class Party(NamedTuple):
    """Words that may be a voice.

    ``definite`` is True for "the insider", which means one met before. ``owner`` is whose words a document holds: "her"
    of "her memoir", the name of "a statement from Kim Lee".
    """

    span: Span
    kind: Kind
    head: str
    definite: bool = False
    plural: bool = False
    mention: Mention | None = None
    owner: Span | None = None


def parties(document: Document, marks: Marks) -> tuple[Party, ...]:
    """Return all parties outside quotation marks in the order of the text; none overlaps another."""
    found = _longest(document, [*_named(marks), *_nouns(document, marks)])
    authors: dict[str, Span] = {}
    return tuple(_with_author(party, authors) for party in _joined_to_names(document, marks, found))


def _joined_to_names(document: Document, marks: Marks, found: Iterable[Party]) -> Iterator[Party]:
    """Join what only says more of a name to it: "Marlow aide Ann Lee", "Hale Radio's Ann Lee", "a fan, Ann Lee,"."""
    before: Party | None = None
    for party in found:
        if before and _modifies(document, marks, before, party):
            before = party._replace(span=document.span(before.span.start, party.span.end), owner=party.span)
            continue
        if before:
            yield before
        before = party
    if before:
        yield before


def _modifies(document: Document, marks: Marks, party: Party, name: Party) -> bool:
    """Tell whether nothing but nouns and "'s", or the comma of an apposition, stands between a party and a name."""
    if name.kind != "person" or not name.span.text[0].isupper():
        return False
    words, text = document.words, document.story.text
    first = bisect_left(words, party.span.end, key=lambda word: word.start)
    last = bisect_left(words, name.span.start, key=lambda word: word.start)
    gap = text[words[last - 1].end : name.span.start]
    if last - first > _MAX_BETWEEN or not gap.isspace() or "\n" in gap:
        return False
    is_noun = not party.mention or party.mention.form == "noun"
    if first < last and words[first].text == ",":
        between = words[first + 1 : last]
        aged = not between or (len(between) == 1 and between[0].text[0].isdigit())
        apposed = _is_apposed(document, party) and _ends(document, name)
        return is_noun and aged and (apposed or _speaks(document, name))
    if first == last or not party.span.text[0].isupper():
        return first == last and is_noun
    first += words[first].text in ("'s", "’s")
    nouns = words[first:last]
    if marks.reading and marks.reading.tokens:
        kinds = {token.upos for token in marks.reading.tokens[first:last]}
        plain = all(word.text[0].islower() or word.text.lower().rstrip(".") in TITLES for word in nouns)
        return plain and kinds <= {"NOUN", "PROPN", "ADJ"}
    return all(word.text.lower() in ROLES or word.text.lower() in HEADS for word in nouns)


def _speaks(document: Document, name: Party) -> bool:
    """Tell whether a comma and a cue stand behind a name: "the mayor, Ann Lee, said"."""
    at = bisect_left(document.words, name.span.end, key=lambda word: word.start)
    after = [word.text.lower() for word in document.words[at : at + 2]]
    return len(after) > 1 and after[0] == "," and after[1] in cues()


def _is_apposed(document: Document, party: Party) -> bool:
    """Tell whether a name behind a comma may say who a noun is: "said a fan, Ann Lee", not "to a fan, Ann Lee"."""
    at = bisect_left(document.words, party.span.start, key=lambda word: word.start)
    before = document.words[at - 1].text.lower() if at else ""
    opening = party.span.text.partition(" ")[0]
    return opening.islower() and opening not in _DEFINITE and not party.plural and before != "to"


def _ends(document: Document, name: Party) -> bool:
    """Tell whether an apposition ends with a name, so that it is no list: "a fan, Ann Lee.", "a fan, Ann Lee, 41,"."""
    at = bisect_left(document.words, name.span.end, key=lambda word: word.start)
    after = [word.text for word in document.words[at : at + 2]]
    if not after or after[0] in (".", ";", "(", "—", "–") or after[0].lower() in cues():
        return True
    goes_on = _MORE_OF | cues().keys()
    return len(after) > 1 and after[0] == "," and (after[1][0].isdigit() or after[1].lower() in goes_on)


def _with_author(party: Party, authors: dict[str, Span]) -> Party:
    """Give "the statement" the author of the statement met before."""
    if party.owner:
        authors[party.head] = party.owner
    elif party.kind == "document" and party.definite and party.head in authors:
        return party._replace(owner=authors[party.head])
    return party


def _named(marks: Marks) -> Iterator[Party]:
    for name in marks.of(Name):
        if name.kind in ("outlet", "organisation") and name.span.text.lower() not in _PLACES_TO_POST:
            yield Party(name.span, name.kind, name.span.text.lower())
    for mention in marks.of(Mention):
        head = mention.head or mention.span.text.lower()
        if head in _NEVER:
            continue
        yield Party(mention.span, "person", head, plural=mention.plural, mention=mention)


def _longest(document: Document, found: list[Party]) -> Iterator[Party]:
    """Keep the longest of overlapping parties, a source noun before a person's mention of the same length."""
    found.sort(key=lambda party: (party.span.start, -party.span.end, party.kind == "person"))
    quoted = [quotation for quotation in document.quotations if quotation.depth == 0]
    end = at = 0
    for party in found:
        while at < len(quoted) and quoted[at].end <= party.span.start:
            at += 1
        inside = at < len(quoted) and quoted[at].start < party.span.end
        if party.span.start >= end and not inside:
            end = party.span.end
            yield party


class _Nouns:
    """The words of a story, with the named parties that start or end at them."""

    def __init__(self, document: Document, marks: Marks) -> None:
        self.document, self.words = document, document.words
        self.named = {party.span.start: party for party in _named(marks) if _is_name(party)}
        self.owners = {party.span.end: party for party in self.named.values()}
        self.ends = {party.span.start: party.span.end for party in _named(marks)}


def _is_name(party: Party) -> bool:
    return party.mention is None or party.mention.form == "name"


def _nouns(document: Document, marks: Marks) -> Iterator[Party]:
    nouns = _Nouns(document, marks)
    for index, word in enumerate(document.words):
        low = word.text.lower()
        kind = HEADS.get(low)
        if kind and (party := _phrase(nouns, index, kind)):
            yield party
        elif low in _ELLIPTIC and _stands_alone(nouns, index):
            yield Party(word, "unnamed", low)
        elif low in ("those", "someone", "somebody") and (last := _right(nouns, index)) > index:
            yield Party(document.span(word.start, document.words[last].end), "unnamed", low, plural=low == "those")


def _stands_alone(nouns: _Nouns, index: int) -> bool:
    """Tell whether "another" stands for another source: "…," wrote another. / Another said."""
    before = nouns.words[index - 1].text.lower() if index else "."
    after = nouns.words[index + 1].text.lower() if index + 1 < len(nouns.words) else "."
    cue = cues().get(after)
    plural = nouns.words[index].text.lower() in ("some", "others", "many")
    speaks = cue is not None and (cue.tense == "past" or (plural and cue.kind == "say" and cue.tense == "base"))
    return speaks or (before in cues() and not after[0].isalnum())


def _phrase(nouns: _Nouns, index: int, kind: Kind) -> Party | None:
    """Grow a noun phrase around its head: "the" + "magazine's" + insider + "close to the couple"."""
    words = nouns.words
    head = words[index].text.lower()
    plural = head.endswith("s") or head in ("people", "police", "media", "spokesmen", "spokeswomen")
    if _is_part_of_more(nouns, index, plural=plural):
        return None
    first, determiner = _left(nouns, index)
    if head in cues() and _is_verb(nouns, first, index, determiner):
        return None
    if head == "media" and words[index - 1].text.lower() == "social":
        return None
    if (
        determiner is None
        and not plural
        and not words[first].text[0].isupper()
        and not _beside_cue(nouns, first, index)
    ):
        return None
    last = _right(nouns, index)
    span = nouns.document.span(words[first].start, words[last].end)
    definite = determiner in ("the", "this", "that", "these", "those", "same")
    owner = _author(nouns, first, index, last) if head in _PERSONAL else None
    return Party(span, kind, head, definite=definite, plural=plural, owner=owner)


def _author(nouns: _Nouns, first: int, index: int, last: int) -> Span | None:
    """Return whose words a document holds, where its own words tell."""
    words = nouns.words
    if words[first].text.lower() in _POSSESSIVES:
        return words[first]
    if (named := nouns.named.get(words[first].start)) and named.kind == "person":
        return named.span
    if index + 2 <= last and words[index + 1].text.lower() in ("from", "by"):
        named = nouns.named.get(words[index + 2].start)
        return named.span if named and named.kind == "person" else None
    return None


def _is_part_of_more(nouns: _Nouns, index: int, *, plural: bool) -> bool:
    """Tell whether the head owns, names or describes what follows: "the fan's", "her friend Ann", "official papers"."""
    word, text = nouns.words[index], nouns.document.story.text
    if index + 1 >= len(nouns.words) or "\n" in text[word.end : nouns.words[index + 1].start]:
        return False
    follower = nouns.words[index + 1]
    low = follower.text.lower()
    if low in ("'s", "’s", "'", "’") and follower.start == word.end:
        return True
    cue = cues().get(low)
    noun = low in HEADS if cue is None else cue.tense == "base" and not plural
    return noun or _named_right_after(nouns, index)


def _beside_cue(nouns: _Nouns, first: int, index: int) -> bool:
    """Tell whether a cue stands right beside a bare noun, as in headlines: examiner says / says insider."""
    before = cues().get(nouns.words[first - 1].text.lower()) if first else None
    follower = nouns.words[index + 1].text if index + 1 < len(nouns.words) else "."
    after = cues().get(follower.lower())
    return not follower[0].isupper() and any(
        cue is not None and cue.kind == "say" and cue.tense == "s" for cue in (before, after)
    )


def _named_right_after(nouns: _Nouns, index: int) -> bool:
    """Tell whether a person's name follows at once: "her friend Ann Lee" is Ann Lee."""
    party = nouns.named.get(nouns.words[index + 1].start)
    return party is not None and party.kind == "person"


def _is_verb(nouns: _Nouns, first: int, index: int, determiner: str | None) -> bool:
    """Tell whether a form such as "reports" is a verb: TMZ reports, the insider reports, "…," reports Us Weekly."""
    if index == 0:
        return False
    before = nouns.words[index - 1]
    if first < index and HEADS.get(before.text.lower()) == "unnamed":
        return before.text.lower() not in ("media", "tabloid", "gossip")
    if determiner is not None:
        return False
    if first < index:
        return nouns.words[first].text[0].isupper()
    return before.text in (",", '"', "”", "'", "’", "who", "she", "he", "it") or before.text[0].isupper()


def _left(nouns: _Nouns, index: int) -> tuple[int, str | None]:
    """Return the index of the phrase's first word, and its determiner if it has one."""
    words, reporting = nouns.words, cues()
    first = index
    while first > 0 and index - first < _MAX_MODIFIERS:
        before = words[first - 1]
        low = before.text.lower()
        if "\n" in nouns.document.story.text[before.end : words[first].start]:
            break
        named = nouns.owners.get(before.end)
        if named and named.kind != "person" and named.span.start < before.start:
            first = bisect_left(words, named.span.start, key=lambda word: word.start)
            continue
        if low in ("'s", "’s", "'", "’") and before.end < words[first].start:
            return _quantified(nouns, _owner(nouns, first - 1), "'s"), "'s"
        if low in DETERMINERS:
            return _quantified(nouns, first - 1, low), low
        cue = reporting.get(low)
        if low in CONNECTING or not _is_word(before.text) or _is_adverb(low) or (cue and cue.tense != "past"):
            break
        if cue and not (first > 1 and words[first - 2].text.lower() in DETERMINERS):
            break
        first -= 1
    return first, None


def _quantified(nouns: _Nouns, start: int, determiner: str) -> int:
    """Return the index of the first word of "one of the insiders", "yet another source", "many a source"."""
    words = nouns.words
    before = words[start - 1].text.lower() if start else ""
    if before == "of" and start > 1 and words[start - 2].text.lower() in _QUANTIFIERS:
        return start - 2
    quantifies = before in ("yet", "some", "many") or (before == "the" and determiner not in ARTICLES)
    return start - 1 if quantifies else start


def _owner(nouns: _Nouns, mark: int) -> int:
    """Return the index of the first word of the owner before a possessive mark ("the magazine" 's)."""
    words = nouns.words
    party = nouns.owners.get(words[mark].start)
    first = bisect_left(words, party.span.start, key=lambda word: word.start) if party else mark - 1
    for _ in range(3):
        if first > 0 and words[first - 1].text.lower() in DETERMINERS:
            return first - 1
        if first > 0 and _is_word(words[first - 1].text) and words[first - 1].text.lower() not in CONNECTING:
            if party is None and first > 1 and words[first - 2].text.lower() in DETERMINERS:
                return first - 2
            break
    return max(first, 0)


def _right(nouns: _Nouns, index: int) -> int:
    """Return the index of the last word of what follows the head: "close to Kim", "for the label", "who knows"."""
    words, reporting = nouns.words, cues()
    last = at = index
    limit = min(len(words), index + _MAX_TAIL)
    while at + 1 < limit:
        low = words[at + 1].text.lower()
        pair = f"{low} {words[at + 2].text.lower()}" if at + 2 < limit else low
        if pair in _CLOSE or f"{pair} to" in _CLOSE:
            at += 3 if f"{pair} to" in _CLOSE else 2
        elif low in _PREPOSITIONS:
            at += 1
        else:
            break
        end = _object(nouns, at + 1, limit, reporting.keys())
        if end is None:
            break
        last = at = _joined(nouns, end)
    return last


def _joined(nouns: _Nouns, last: int) -> int:
    """Return the index of the last word of a second name: a rep for Kim "and Ann Lee"."""
    words = nouns.words
    if last + 2 < len(words) and words[last + 1].text.lower() == "and":
        named, begun = nouns.named.get(words[last + 2].start), nouns.owners.get(words[last].end)
        if named and begun and named.kind == begun.kind == "person":
            return _last_before(nouns, last + 2, named.span.end)
    return last


def _object(nouns: _Nouns, start: int, limit: int, verbs: object) -> int | None:
    """Return the index of the last word of the noun phrase that starts here, if one does."""
    words = nouns.words
    if start >= limit:
        return None
    at = start
    end = nouns.ends.get(words[at].start)
    if end is not None:
        at = _last_before(nouns, at, end)
        if at + 1 >= limit or words[at + 1].text not in ("'s", "’s"):
            return at
        at += 2
    while at < limit and words[at].text.lower() in DETERMINERS:
        at += 1
    if at > start and at < limit and (end := nouns.ends.get(words[at].start)) is not None:
        return _last_before(nouns, at, end)
    begun = at
    while at < limit:
        low = words[at].text.lower()
        if (low in CONNECTING and low not in ("'s", "’s")) or not _is_word(words[at].text) or low in cues():
            break
        at += 1
    return at - 1 if at > begun or at - 1 > start else None


def _last_before(nouns: _Nouns, at: int, end: int) -> int:
    """Return the index of the last word that ends by ``end``."""
    while at + 1 < len(nouns.words) and nouns.words[at + 1].end <= end:
        at += 1
    return at


def _is_adverb(low: str) -> bool:
    return low.endswith("ly") and low not in ("family", "friendly", "early", "elderly", "daily", "weekly", "monthly")


def _is_word(text: str) -> bool:
    return text[0].isalnum() or text in ("'s", "’s")
