"""Finds where a story reports words: the cue ("said", "according to") and the party whose words they are."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Literal, NamedTuple

from onrecord.annotate.cues import PARTICLES, Cue, cues
from onrecord.annotate.grammar import Phrase
from onrecord.annotate.parties import CONNECTING, DETERMINERS, Party
from onrecord.annotate.person_nouns import NOUNS
from onrecord.annotate.rows import STOPS, Row, Token
from onrecord.annotate.subjects import (
    BE,
    DAYS,
    LIGHT,
    NOMINATIVE,
    OBJECTIVE,
    PREPOSITIONS,
    REACH,
    nearest_subject,
    subject_before,
)
from onrecord.annotate.word_lists import listed
from onrecord.model.span import Span

# Words that cite, with the preposition that they need: "according to", "has learned from".
_CITING = {
    "according": "to",
    "learned": "from",
    "learnt": "from",
    "heard": "from",
    "word": "from",
    "per": "",
    "via": "",
}
_ADDRESSING = listed("to with for in on by via exclusively")
_NOT_INVERTED = listed("call dub deem label describe quote cite praise hail slam blast inform remind thank")
_BEFORE_BASE = listed("to and or but who that let fans sources insiders friends pals reports")
_PERCEIVING = listed("saw sees see heard hears hear overheard watched watches noticed filmed caught spotted")
_JOINING = frozenset({"and", "but", "or"})
_CONJUNCTIONS = listed("that if whether how why what")
_INDEFINITE = listed("a an another one some many several two three")
_GOING_ON = 9  # tokens between a report and the participle that goes on from it
_VIA_REACH = 14


class Report(NamedTuple):
    """A cue with its voice, by their places in a row; ``voice`` is None where the story does not tell it plainly.

    ``cue`` is None for "according to" and its like. The report covers the tokens from ``first`` to before ``end``.
    ``via`` are the outlets that the words were told to.
    """

    span: Span
    cue: Cue | None
    at: int
    voice: Party | None
    order: Literal["voice first", "cue first", "according to"]
    first: int
    end: int
    via: tuple[str, ...] = ()
    passive: bool = False
    infinitive: bool = False


def reports(row: Row) -> tuple[Report, ...]:
    """Return all reports of a row in the order of the text."""
    return tuple(_reports(row))


def _reports(row: Row) -> Iterator[Report]:
    table = cues()
    latest: Report | None = None
    for index, token in enumerate(row.tokens):
        report = None
        if token.kind == "word" and token.low in _CITING:
            report = _according(row, index)
        if report is None and token.kind == "word" and (cue := table.get(token.low)) and _is_cue(row, index, cue):
            goes_on = cue.tense == "ing" and latest and _goes_on(row, latest, index)
            report = _report(row, index, cue, latest.voice if goes_on and latest else None)
        if report:
            yield report
            latest = report


def _is_cue(row: Row, index: int, cue: Cue) -> bool:
    noun = _is_noun(row, index, cue) or row.grammar.is_no_verb(row.tokens[index].span.start)
    return not noun and _has_particle(row, index, cue)


def _goes_on(row: Row, latest: Report, index: int) -> bool:
    """Tell whether a participle goes on from the report before it: she said, adding."""
    if latest.cue is not None and latest.cue.verb == "quote" and latest.end <= index <= latest.end + 1:
        return True
    finite = latest.cue is not None and latest.cue.tense in ("s", "past") and not latest.passive
    return (
        finite
        and row.first[index] <= latest.at
        and index - latest.end <= _GOING_ON
        and row.tokens[index - 1].low == ","
    )


def _has_particle(row: Row, index: int, cue: Cue) -> bool:
    wanted = PARTICLES.get(cue.verb)
    return wanted is None or (index + 1 < len(row.tokens) and row.tokens[index + 1].low in wanted)


def _is_noun(row: Row, index: int, cue: Cue) -> bool:
    """Tell whether a form such as "report" or "claims" stands where a noun or an adjective does."""
    if cue.tense == "past":
        return _is_participle(row, index)
    if index == row.first[index]:
        return cue.tense in ("base", "s") and _party_at(row, index + 1) is None
    before = row.tokens[index - 1]
    if before.party and cue.tense in ("base", "s"):
        return before.low in OBJECTIVE or (cue.tense == "base" and not _takes_base(before.party, before.low, cue))
    if before.kind != "word":
        return False
    if before.low in DETERMINERS or before.low in ("'s", "’s"):
        return True
    if cue.tense == "ing" and before.low in PREPOSITIONS:
        return not _reports_after(row, index)
    if cue.tense == "ing" or not before.span.text[0].islower() or before.low in LIGHT:
        return False
    if before.low in PREPOSITIONS - {"to"} or (cue.tense == "base" and before.low not in _BEFORE_BASE):
        return True
    following = row.tokens[index + 1].low if index + 1 < row.last[index] else ""
    return following in BE or following in PREPOSITIONS - {"to"}


def _reports_after(row: Row, index: int) -> bool:
    """Tell whether words are reported right behind a gerund: by saying "…", after claiming that she left."""
    if index + 1 >= row.last[index]:
        return False
    after = row.tokens[index + 1]
    return after.kind != "word" or after.low in DETERMINERS or after.low in (",", ":", "that", "it", "there", "how")


def _takes_base(party: Party, low: str, cue: Cue) -> bool:
    """Tell whether a verb without an ending can follow: they say, sources claim; "read" and "hit" are past as well."""
    if party.kind in ("outlet", "organisation"):
        return cue.kind == "say"
    return party.plural or low in NOMINATIVE - {"he", "she"} or cue.verb in ("read", "hit", "broadcast")


def _is_participle(row: Row, index: int) -> bool:
    """Tell whether a past form stands before a noun like an adjective: "an alleged affair", "the reported split"."""
    before = row.tokens[index - 1]
    return index > row.first[index] and before.kind == "word" and before.low in DETERMINERS


def _party_at(row: Row, index: int) -> Party | None:
    return row.tokens[index].party if 0 <= index < len(row.tokens) else None


def _according(row: Row, index: int) -> Report | None:
    tokens, last = row.tokens, row.last[index]
    start = index + 1
    wanted = _CITING[tokens[index].low]
    if wanted:
        start += start < last and tokens[start].low in ("exclusively", "first", "also")
        if start >= last or tokens[start].low != wanted:
            return None
        start += 1
    span = _join(tokens[index], tokens[start - 1])
    for at in range(start, min(start + 6, last)):
        token = tokens[at]
        if token.party:
            return Report(span, None, index, token.party, "according to", index, at + 1, _via(row, at + 1))
        if token.kind == "quote" or token.low in STOPS or token.low in (",", ";", ":"):
            break
    return None


def _join(first: Token, last: Token) -> Span:
    """Return the span of both words where one space parts them, else of the first alone."""
    if last.span.start != first.span.end + 1:
        return first.span
    return Span(first.span.start, last.span.end, f"{first.span.text} {last.span.text}")


def _report(row: Row, index: int, cue: Cue, going_on: Party | None) -> Report:
    span = row.tokens[index].span
    if going_on:
        return Report(span, cue, index, going_on, "voice first", index, index + 1, _via(row, index + 1))
    passive = _is_passive(row, index, cue)
    if not passive and (inverted := _inverted(row, index, cue)) is not None:
        party = row.tokens[inverted].party
        return Report(span, cue, index, party, "cue first", index, inverted + 1, _via(row, inverted + 1))
    if (agent := _agent(row, index, cue, passive=passive)) is not None:
        return Report(span, cue, index, row.tokens[agent].party, "cue first", index, agent + 1, _via(row, agent + 1))
    if passive and (ourselves := _ourselves(row, index)):
        first = bisect_left(row.tokens, ourselves.span.start, key=lambda token: token.span.start)
        return Report(span, cue, index, ourselves, "voice first", first, index + 1, _via(row, index + 1))
    if cue.tense == "ing" and (witness := _perceived_by(row, index)) is not None:
        party = next((token.party for token in row.tokens[witness + 1 : index] if token.party), None)
        return Report(span, cue, index, party, "voice first", witness + 1, index + 1, _via(row, index + 1))
    at, infinitive = subject_before(row, index, participle=cue.tense == "ing" and cue.verb != "read")
    if not passive and (parsed := _parsed(row, index)) and (at is None or _is_joined(row, index, cue, parsed)):
        return _by_grammar(row, index, cue, parsed)
    party = None if at is None else row.tokens[at].party
    if party and cue.verb == "read" and party.kind == "person" and party.head not in NOMINATIVE:
        party = None
    first = index if at is None else min(at, index)
    return Report(span, cue, index, party, "voice first", first, index + 1, _via(row, index + 1), passive, infinitive)


def _perceived_by(row: Row, index: int) -> int | None:
    """Return the place of "saw" in: Kim saw a fan crying and shouting; who "was seen shouting" shouts."""
    for at in range(index - 1, max(row.first[index], index - REACH), -1):
        token = row.tokens[at]
        if token.kind == "quote" or token.low == ",":
            return None
        if token.low in _PERCEIVING:
            return at if at + 1 < index and row.tokens[at - 1].low not in BE else None
    return None


def _is_joined(row: Row, index: int, cue: Cue, parsed: _Parsed) -> bool:
    """Tell whether a verb shares a person as its subject with a verb before it: she said … Ann left, but added."""
    at = index - 1
    while at > row.first[index] and row.tokens[at].low in LIGHT:
        at -= 1
    joined = cue.tense in ("s", "past") and row.tokens[at].low in _JOINING and parsed.first < at
    return joined and parsed.party.kind == "person" and row.tokens[parsed.last].party is not None


def may_lead(token: Token) -> bool:
    """Tell whether a word may belong to the titles before a name: "Hale campaign manager Ann Lee"."""
    if token.party:
        return token.span.text[0].isupper()
    if token.low in ("'s", "’s"):
        return True
    joins = token.low in CONNECTING or token.low in PREPOSITIONS or token.low in cues()
    return token.kind == "word" and token.low[0].isalnum() and not joins


def _ourselves(row: Row, index: int) -> Party | None:
    """Return the source that "we're told" keeps back."""
    at = index - 1
    while at > row.first[index] and row.tokens[at].low in LIGHT:
        at -= 1
    if row.tokens[at].low not in ("we", "i") or row.tokens[index].low not in ("told", "informed", "assured"):
        return None
    first, last = row.tokens[at].span, row.tokens[index].span
    return Party(row.grammar.document.span(first.start, last.end), "unnamed", "told")


class _Parsed(NamedTuple):
    """The subject of a cue by the parse: the tokens that it covers and the party that it is."""

    first: int
    last: int
    party: Party


def _parsed(row: Row, index: int) -> _Parsed | None:
    """Return the subject that the trained reader's parse gives a cue, in the same sentence and no pronoun's object."""
    verb = row.grammar.place(row.tokens[index].span.start)
    phrase = None if verb is None else row.grammar.subject(verb)
    if phrase is None:
        return None
    head = row.grammar.document.words[phrase.head]
    at = bisect_right(row.tokens, head.start, key=lambda token: token.span.start) - 1
    if at < 0 or at == index or row.tokens[at].kind == "quote" or row.first[at] != row.first[index]:
        return None
    if party := row.tokens[at].party:
        return None if party.span.end < head.end else _Parsed(at, at, party)
    first = bisect_left(row.tokens, phrase.span.start, key=lambda token: token.span.start)
    return _Parsed(first, at, unlisted(row, phrase)) if _may_speak(row, phrase, index) else None


def _by_grammar(row: Row, index: int, cue: Cue, parsed: _Parsed) -> Report:
    span = row.tokens[index].span
    if parsed.first > index:
        return Report(span, cue, index, parsed.party, "cue first", index, parsed.last + 1, _via(row, parsed.last + 1))
    return Report(span, cue, index, parsed.party, "voice first", parsed.first, index + 1, _via(row, index + 1))


def _may_speak(row: Row, phrase: Phrase, index: int) -> bool:
    """Tell whether words that no list knows may be a voice: a noun, beside a quotation in its sentence."""
    noun = row.grammar.tokens[phrase.head].upos in ("NOUN", "PROPN")
    beside = row.tokens[row.first[index] : row.last[index]]
    noun = noun and phrase.span.text.lower() not in DAYS
    return noun and phrase.span.text[0].isalpha() and any(token.kind == "quote" for token in beside)


def unlisted(row: Row, phrase: Phrase) -> Party:
    """Return a party that no list knows: "a florist" or "the florists" have no name, "Hale Radio" is a firm.

    "The florist" was met before; it is not known as whom.
    """
    head, upos = row.grammar.document.words[phrase.head].text, row.grammar.tokens[phrase.head].upos
    opening, _, rest = phrase.span.text.partition(" ")
    several = upos == "NOUN" and head.endswith("s") and not head.endswith("ss") and row.grammar.is_person(phrase.head)
    if several or opening.lower() in _INDEFINITE:
        return Party(phrase.span, "unnamed", head.lower(), definite=opening.lower() == "the", plural=several)
    named = head[0].isupper() and not head.endswith(".") and upos not in ("PRON", "DET")
    is_firm = named and (opening.lower() != "the" or len(rest.split()) > 2)
    return Party(phrase.span, "organisation" if is_firm else "person", head.lower(), definite=True)


def _is_passive(row: Row, index: int, cue: Cue) -> bool:
    if cue.tense != "past":
        return False
    at = index - 1
    while at >= row.first[index] and row.tokens[at].low in LIGHT:
        if row.tokens[at].low in BE:
            return True
        at -= 1
    return False


def _agent(row: Row, index: int, cue: Cue, *, passive: bool) -> int | None:
    """Return the place of the party in: she was asked by a fan / the magazine quoted a fan as saying."""
    if cue.verb in ("quote", "cite") and not passive:
        party = _party_at(row, index + 1)
        return index + 1 if party and party.kind != "outlet" and index + 1 < row.last[index] else None
    if not passive or cue.kind == "express" or index + 2 >= row.last[index] or row.tokens[index + 1].low != "by":
        return None
    return index + 2 if row.tokens[index + 2].party else None


def _inverted(row: Row, index: int, cue: Cue) -> int | None:
    """Return the place of the voice after a cue: "…," said an emotional Kim / …, says New York doctor Ann Lee."""
    tokens = row.tokens
    if cue.kind in ("think", "deny") or cue.tense not in ("s", "past"):
        return None
    begins = index == row.first[index]
    back = index - 1
    while back > row.first[index] and tokens[back].kind == "word" and tokens[back].low in ("also", "then", "later"):
        back -= 1
    after_quote = not begins and tokens[back].kind == "quote"
    if cue.verb == "tell" or (cue.verb in _NOT_INVERTED and not after_quote):
        return None
    if not begins and not after_quote and tokens[back].low not in (",", "-", "–", "—", "--", '"', "”", "''"):
        return None
    for at in range(index + 1, min(index + 8, row.last[index])):
        token = tokens[at]
        if token.party:
            return _inverted_party(row, index, at, after_quote=after_quote)
        if token.low in ("'s", "’s"):
            continue
        if token.low in NOUNS and at + 2 < row.last[index] and tokens[at + 1].low == "," and tokens[at + 2].party:
            return _inverted_party(row, index, at + 2, after_quote=after_quote)  # "said mother, Ann Lee"
        if token.kind == "quote" or not token.span.text[0].isalnum() or token.low in PREPOSITIONS | _CONJUNCTIONS:
            return None
    return None


def _inverted_party(row: Row, index: int, at: int, *, after_quote: bool) -> int | None:
    """Return the place if the party there can end the clause as its subject, not stand as an object."""
    token = row.tokens[at]
    if token.low in OBJECTIVE:
        return None
    if after_quote or at + 1 >= row.last[at]:
        return at
    following = row.tokens[at + 1]
    if following.kind == "quote" or following.low in STOPS or following.low in (",", ";", "—", "–", "-"):
        return at
    return at if nearest_subject(row, row.first[index], index) is None else None


def _via(row: Row, start: int) -> tuple[str, ...]:
    """Return the outlets that the words were told to: "told TMZ", "shares with Us Weekly", "…, via Star"."""
    found: list[str] = []
    last = min(row.last[start - 1], start + _VIA_REACH)
    for at in range(start, last):
        token = row.tokens[at]
        if token.kind == "quote":
            break
        if token.party and token.party.kind == "outlet":
            before = row.tokens[at - 1]
            if at == start or before.low in _ADDRESSING or (before.low in DETERMINERS and before.low != "that"):
                found.append(token.party.span.text)
    return tuple(dict.fromkeys(found))
