"""Marks numbers told of people: "seven children together", "mother of two", "her third husband", "26-year age gap"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import msgspec

from onrecord.annotate.numbers import CARDINAL, ORDINAL, number, ordinal
from onrecord.annotate.owners import named_after, subject, subject_after
from onrecord.annotate.phrases import Line, lines
from onrecord.model.document import Document
from onrecord.model.marks import Count, Mark, Marks
from onrecord.model.span import Span

NEEDS = ("mentions", "quotes")

AGE_GAP = "age gap in years"
BIRTH_ORDER = "birth order"
_WHAT = {
    "children": r"child(?:ren)?|kids?|bab(?:y|ies)|little ones?|youngsters|offspring|bundles? of joy|tots?",
    "sons": r"sons?|boys?",
    "daughters": r"daughters?|girls?",
    "grandchildren": r"grandchild(?:ren)?|grandkids?|grandbab(?:y|ies)",
    "husbands": r"husbands?",
    "wives": r"wi(?:fe|ves)",
    "marriages": r"marriages?",
    "pregnancies": r"pregnanc(?:y|ies)",
    "divorces": r"divorces?",
    "siblings": r"siblings",
    "brothers": r"brothers?",
    "sisters": r"sisters?",
}
_ANY_WHAT = rf"(?P<what>{'|'.join(_WHAT.values())})"
_CHILDREN = (
    rf"(?P<what>{'|'.join(_WHAT[what] for what in ('children', 'sons', 'daughters', 'grandchildren', 'siblings'))})"
)
_OWNER = r"(?P<owner>[RSYMU](?= )|[NDGH](?= (?:'s|'|' s) )|N (?:and|&) N(?= (?:'s|') ))(?: (?:'s|'))? "
_WORD = (
    r"(?:(?!(?:and|or|but|of|to|in|on|at|by|for|from|with|is|was|has|had|said|idea|whose|who|one) )"
    r"[^\sA-Z,.;:!?()\"—]+ )"
)
_MODIFIER = r"(?:(?:biological|adopted|unborn|failed|healthy|own|young|beautiful|short-lived|surprise|late|ex) )"
_N = rf"(?P<n>{CARDINAL}|no)(?! (?:year|month|week|day)s?[- ])"  # "her 25 year-old son" is one
_NAMED = rf"(?P<named>(?: (?:,|—|named|called|together))? (?:{_WORD}{{0,4}}?(?:, )?)N )?"
_WITH = (
    rf"(?: (?:(?:together|{_WORD}{{0,1}}) )??with (?:[RS] )?(?:{_WORD}{{0,4}}?)(?:, )?(?P<with>[NDH])"
    r"(?! (?:'s|') )(?= ))?"
)
_ORDINAL = re.compile(
    rf"(?<= )(?:{_OWNER})?(?P<span>(?:very )?(?P<n>{ORDINAL}) (?:{_MODIFIER}{{0,2}}?){_ANY_WHAT})(?= ){_NAMED}{_WITH}"
)
_EXPECTED = re.compile(
    rf"(?<= )(?:expecting|having|welcom(?:ed|ing)|birth to|pregnant with) {_OWNER}(?P<span>(?P<n>{ORDINAL}))"
    r"(?= (?:$|[,.!?]|as|at|in|with) )"
)
# "two children's books" are no children.
_NO_THINGS = r"(?! (?:'s|') (?:books?|clothes|clothing|hospitals?|charit(?:y|ies)|movies?|films?|albums?|shows?|menu) )"
_OWNED = re.compile(
    rf"(?<= ){_OWNER}(?P<span>{_N} (?:{_WORD}{{0,3}}?){_CHILDREN}(?: together)?){_NO_THINGS}(?= ){_WITH}"
)
_HAVING = r"(?:share[sd]?|sharing|have|has|had|having|raise[sd]?|raising|welcom(?:e|ed|es|ing)|adopted|bore|with)"
_HAVE = re.compile(
    rf"(?<= ){_HAVING} (?:already )?(?P<span>{_N} (?:{_WORD}{{0,3}}?){_CHILDREN}(?: together)?){_NO_THINGS}(?= ){_WITH}"
)
_PARENT_NOUN = r"(?P<parent>(?:grand)?(?:mother|father|mom|mum|mama|mommy|dad|daddy|parent)s?)"
_PARENT = re.compile(
    rf"(?<= )(?P<the>(?<! is )(?<! was )(?<! 's )(?:the|this) (?:\S+-old |{_WORD}{{0,2}}?))?"
    rf"(?P<span>{_PARENT_NOUN}[- ](?:of|to)[- ](?:{_WORD}{{0,2}}?)(?P<whose>[RSY] )?(?P<n>{CARDINAL})"
    rf"(?: {_WORD}{{0,2}}?{_CHILDREN})?)(?= )"
)
_TIMES = re.compile(r"(?<= )(?P<span>married (?P<n>once|twice|(?:three|four|five|six) times))(?= )")
_TWINS = re.compile(
    r"(?<= )(?:expecting|pregnant with|carrying|birth to|welcom(?:ed|ing)|mother of|father of|parents of) "
    rf"(?P<span>{_WORD}{{0,2}}?(?P<n>twins|triplets))(?= ){_WITH}"
)
# "the mother of his two children, Kim": they are hers as well
_CO_PARENT = re.compile(r" (?:mother|father|mom|mum|dad) of \Z")
_APPOSED = re.compile(r" , (?P<name>N)(?= )(?! (?:'s|') )")
# "three sons and a daughter"
_AND_ONE = re.compile(r" and (?:an?|one) (?P<span>(?P<what>son|daughter|boy|girl|child))(?= )")
_PHRASE = 30  # characters before a number
_GAP = re.compile(
    rf"(?<= )(?:{_OWNER})?(?P<span>(?P<n>{CARDINAL})[- ]years?[- ](?:old )?age[- ](?:gap|difference))(?= )"
)
_OLDER = re.compile(
    rf"(?<= )(?P<one>[NDHI])(?: [,'a-z]+){{0,3}}? (?P<span>(?P<n>{CARDINAL}) years "
    r"(?P<way>older|younger|[RSM] (?:senior|junior)))(?: than (?P<other>[NDHRSIM]))?(?= )"
)
_MORE = re.compile(rf"(?<= )(?P<one>[NDH]) (?:has|'s got) (?P<span>(?P<n>{CARDINAL}) more years(?: of \S+)?)(?= )")
_PLACE = re.compile(
    r"(?<= )(?P<who>[NDHI]) (?:is|was|'s|'m|,|being) (?:the |a )?"
    rf"(?P<span>(?P<place>(?:{ORDINAL}[- ])?(?:oldest|eldest|youngest)|{ORDINAL}) (?:child )?of (?:[RS] )?"
    rf"(?P<n>{CARDINAL})(?: (?:children|kids|siblings|brothers|sisters))?)(?= )"
)
_TIME_WORDS = {"once": 1, "twice": 2}
_MOST_CHILDREN = 25


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark every number of relatives, of marriages, of years between two people, and places in a line of siblings."""
    for line in lines(document, marks, nouns=True, voices=True):
        done: set[int] = set()
        for rule in (_ordinals, _places, _parents, _cardinals, _gaps):
            for count in rule(document, line):
                if count.ordinal or count.span.start not in done:
                    done.add(count.span.start)
                    yield count


def _what(words: str) -> str:
    return next(what for what, pattern in _WHAT.items() if re.fullmatch(pattern, words))


def _told(
    document: Document, line: Line, found: re.Match[str], who: Sequence[Span], what: str, n: int | None
) -> Iterator[Count]:
    """Yield the count, unless nobody is known to own it or the number cannot be read."""
    if who and n is not None:
        yield Count(span=line.cut(document, found, "span"), who=tuple(who), what=what, n=n)


def _owners(line: Line, found: re.Match[str]) -> list[Span]:
    """Return the owners that the words name, else whom the sentence is about, and whoever "with" adds."""
    owners = line.everyone(found, "owner")
    if owners:
        return owners
    owners = subject(line, line.at(found.start()), several=True)
    others = line.everyone(found, "with") if "with" in found.re.groupindex and len(owners) == 1 else []
    return [*owners, *(other for other in others if other not in owners)]


def _ordinals(document: Document, line: Line) -> Iterator[Count]:
    """Read "her second child, Rafael", "Kim's third husband", "pregnant with first child", "expecting her fifth"."""
    for found in _ORDINAL.finditer(line.text):
        named = line.everyone(found, "named")
        for count in _told(document, line, found, _owners(line, found), _what(found["what"]), ordinal(found["n"])):
            yield msgspec.structs.replace(count, ordinal=True, of=named[-1] if named else None)
    for found in _EXPECTED.finditer(line.text):
        for count in _told(document, line, found, line.everyone(found, "owner"), "children", ordinal(found["n"])):
            yield msgspec.structs.replace(count, ordinal=True)


def _cardinals(document: Document, line: Line) -> Iterator[Count]:
    """Read "their three children", "have two kids together", "expecting twins", "married twice"."""
    for rule in (_OWNED, _HAVE):
        for found in rule.finditer(line.text):
            told = 0 if found["n"] == "no" else number(found["n"])
            if told is not None and told <= _MOST_CHILDREN:
                who = [*_owners(line, found), *_co_parent(line, found)]
                yield from _told(document, line, found, who, _what(found["what"]), told)
                if one := _AND_ONE.match(line.text, found.end("span")):
                    yield from _told(document, line, one, who, _what(one["what"]), 1)
    for found in _TIMES.finditer(line.text):
        times = _TIME_WORDS.get(found["n"]) or number(found["n"].split(" ")[0])
        at, end = line.at(found.start()), line.at(found.end() - 1)
        who = subject(line, at) or subject_after(line, end + 1) or named_after(line, end)
        yield from _told(document, line, found, who, "marriages", times)
    for found in _TWINS.finditer(line.text):
        who = _owners(line, found)
        yield from _told(document, line, found, who, "children", 2 if found["n"] == "twins" else 3)


def _co_parent(line: Line, found: re.Match[str]) -> list[Span]:
    """Return the name beside "the mother of his two children"."""
    apposed = _APPOSED.match(line.text, found.end())
    told = apposed and _CO_PARENT.search(line.text, max(0, found.start() - _PHRASE), found.start())
    return line.everyone(apposed, "name") if apposed and told else []


def _parents(document: Document, line: Line) -> Iterator[Count]:
    """Read "mother-of-two Kim", "Kim, mother of two", "the father of three", "grandmother of six"."""
    for found in _PARENT.finditer(line.text):
        last = line.at(found.end("span") - 1)
        if line.text[found.end("span") :].startswith(" N "):
            who = named_after(line, last)
        elif found["the"] and found["whose"]:
            who = []  # "the mother of his two children": the children are counted as his
        elif found["the"]:
            parent = line.chunks[line.at(found.end("parent") - 1)].span
            nouns = (line.nouns.get(end) for end in (line.chunks[last].span.end, parent.end))
            who = [noun for noun in nouns if noun][:1]
        else:
            who = subject(line, line.at(found.start()), several=found["parent"].endswith("s"))
        grand = found["parent"].startswith("grand")
        what = "grandchildren" if grand else _what(found["what"]) if found["what"] else "children"
        yield from _told(document, line, found, who, what, number(found["n"]))


def _gaps(document: Document, line: Line) -> Iterator[Count]:
    """Read "their 26-year age gap", "is ten years older than Kim", "he has 26 more years" where "I" say so."""
    for found in _GAP.finditer(line.text):
        yield from _told(document, line, found, _owners(line, found), AGE_GAP, number(found["n"]))
    for found in _OLDER.finditer(line.text):
        others = line.everyone(found, "way") or line.everyone(found, "other")
        who = [*line.everyone(found, "one"), *others] if others else []
        yield from _told(document, line, found, who, AGE_GAP, number(found["n"]))
    for found in _MORE.finditer(line.text):
        speaker = next(([chunk.mention.span] for chunk in line.chunks if chunk.sign == "I" and chunk.mention), [])
        who = [*line.everyone(found, "one"), *speaker] if speaker else []
        yield from _told(document, line, found, who, AGE_GAP, number(found["n"]))


def _places(document: Document, line: Line) -> Iterator[Count]:
    """Read "he is the second oldest of six": six brothers and sisters, and a place among them."""
    for found in _PLACE.finditer(line.text):
        told, who = number(found["n"]), line.everyone(found, "who")
        words = re.split("[- ]", found["place"])
        place = ordinal(words[0]) or (1 if words[-1] in ("oldest", "eldest") else told)
        yield from _told(document, line, found, who, "siblings in the family, themselves included", told)
        for count in _told(document, line, found, who, BIRTH_ORDER, place):
            yield msgspec.structs.replace(count, ordinal=True)
