"""Marks numbers told of people: "seven children together", "mother of two", "her third husband", "26-year age gap"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate.numbers import CARDINAL, ORDINAL, number, ordinal
from onrecord.annotate.owners import named_after, subject
from onrecord.annotate.phrases import Line, lines
from onrecord.annotate.roles import ROLE
from onrecord.model.document import Document
from onrecord.model.marks import Count, Mark, Marks
from onrecord.model.span import Span

NEEDS = ("mentions",)

AGE_GAP = "age gap in years"
BIRTH_ORDER = "birth order"
_WHAT = {
    "children": r"child(?:ren)?|kids?|babies|baby|little ones?|youngsters|offspring|bundle of joy|bundles of joy|tots?",
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
_WORD = r"(?:(?!(?:and|or|but|of|to|in|on|at|by|for|from|with|is|was|has|had|said) )[^\sA-Z,.;:!?()\"—]+ )"
_MODIFIER = (
    r"(?:(?:biological|adopted|unborn|failed|healthy|own|young|beautiful|high-profile|short-lived|surprise|late|ex) )"
)
_N = rf"(?P<n>{CARDINAL}|no)"
_WITH = rf"(?: (?:(?:together|{_WORD}{{0,1}}) )??with (?:[RS] )?(?:{_WORD}{{0,4}}?)(?:, )?(?P<with>[NDH])(?! (?:'s|') )(?= ))?"
_ORDINAL = re.compile(
    rf"(?<= )(?:{_OWNER})?(?P<span>(?:very )?(?P<n>{ORDINAL}) (?:{_MODIFIER}{{0,2}}?){_ANY_WHAT})(?= )(?P<named>(?: (?:,|—|named|called|together))? (?:{_WORD}{{0,4}}?(?:, )?)N )?{_WITH}"
)
_BARE_ORDINAL = re.compile(
    rf"(?<= )(?:expecting|having|welcom(?:ed|ing)|birth to|pregnant with) {_OWNER}(?P<span>(?P<n>{ORDINAL}))(?= (?:$|[,.!?]|as|at|in|with) )"
)
_OWNED = re.compile(rf"(?<= ){_OWNER}(?P<span>{_N} (?:{_WORD}{{0,3}}?){_CHILDREN}(?: together)?)(?= ){_WITH}")
_HAVE = re.compile(
    rf"(?<= )(?:share[sd]?|sharing|have|has|had|having|raise[sd]?|raising|welcom(?:e|ed|ing)|welcomes|parents (?:to|of)|(?:mother|father|mom|dad|mum) to|adopted|bore|with) (?:already )?"
    rf"(?P<span>{_N} (?:{_WORD}{{0,3}}?){_CHILDREN}(?: together)?)(?= ){_WITH}"
)
_PARENT = re.compile(
    rf"(?<= )(?P<whole>(?P<span>(?P<parent>(?:grand)?(?:mother|father|mom|mum|mama|mommy|dad|daddy|ma|pa|parent)s?|grandparents|single mom)(?: |-)(?:of|to)(?:-| )(?:{_WORD}{{0,2}}?)(?:[RSY] )?(?P<n>{CARDINAL})(?: {_WORD}{{0,2}}?{_CHILDREN})?))(?= )"
)
_TIMES = re.compile(r"(?<= )(?P<span>married (?P<n>once|twice|three times|four times|five times|six times))(?= )")
_TIME_WORDS = {"once": 1, "twice": 2, "three times": 3, "four times": 4, "five times": 5, "six times": 6}
_TWINS = re.compile(
    rf"(?<= )(?P<verb>expecting|pregnant with|carrying|birth to|welcom(?:ed|ing)|mother of|father of|parents of) (?P<span>(?:{_WORD}{{0,2}}?)(?P<n>twins|triplets))(?= )"
)
_GAP = re.compile(
    rf"(?<= )(?:{_OWNER})?(?P<span>(?P<n>\d{{1,2}}|{CARDINAL})[- ]years?[- ](?:old )?age(?:[- ])(?:gap|difference))(?= )"
)
_OLDER = re.compile(
    rf"(?<= )(?P<one>[NDHI])(?: [,'a-z]+){{0,3}}? (?P<span>(?P<n>{CARDINAL}) years (?P<way>older|younger|R (?:senior|junior)|S (?:senior|junior)|M senior|M junior))(?: than (?P<other>[NDHRSIM]))?(?= )"
)
_MORE = re.compile(rf"(?<= )(?P<one>[NDH]) (?:has|'s got) (?P<span>(?P<n>{CARDINAL}) more years(?: of \S+)?)(?= )")
_PLACE = re.compile(
    rf"(?<= )(?P<who>[NDHI]) (?:is|was|'s|'m|,|being) (?:the |a )?(?P<span>(?P<place>(?:{ORDINAL}[- ])?(?:oldest|eldest|youngest)|{ORDINAL}) (?:child )?of (?:[RS] )?(?P<n>{CARDINAL})(?: (?:children|kids|siblings|brothers|sisters))?)(?= )"
)
_MOST_CHILDREN = 25


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark every number of relatives, of marriages, of years between two people, and places in a line of siblings."""
    for line in lines(document, marks, nouns=True):
        done: set[int] = set()
        for rule in (_ordinals, _places, _parents, _cardinals, _gaps):
            for count in rule(document, line):
                if count.ordinal or count.span.start not in done:
                    done.add(count.span.start)
                    yield count


def _what(words: str) -> str:
    return next(what for what, pattern in _WHAT.items() if re.fullmatch(pattern, words))


def _owners(line: Line, found: re.Match[str], *, several: bool = True) -> list[Span]:
    """Return the owners that the words name, else whom the sentence is about; with whoever "with" adds."""
    owners = line.everyone(found, "owner") if "owner" in found.re.groupindex else []
    if not owners:
        owners = subject(line, line.at(found.start()), several=several)
        if "with" in found.re.groupindex and (other := line.who(found, "with")) and len(owners) == 1:
            owners = [*owners, *(one for one in (other,) if one not in owners)]
    return owners


def _ordinals(document: Document, line: Line) -> Iterator[Count]:
    """Read "her second child, Rafael", "Kim's third husband", "pregnant with first child"."""
    for found in _ORDINAL.finditer(line.text):
        place = ordinal(found["n"])
        who = _owners(line, found)
        if place and who:
            named = line.everyone(found, "named")
            yield Count(
                span=line.cut(document, found, "span"), who=tuple(who), what=_what(found["what"]), n=place,
                ordinal=True, of=named[-1] if named else None,
            )  # fmt: skip
    for found in _BARE_ORDINAL.finditer(line.text):
        if place := ordinal(found["n"]):
            yield Count(
                span=line.cut(document, found, "span"), who=tuple(line.everyone(found, "owner")), what="children",
                n=place, ordinal=True,
            )  # fmt: skip


def _cardinals(document: Document, line: Line) -> Iterator[Count]:
    """Read "their three children", "have two kids together", "expecting twins", "married twice"."""
    for rule in (_OWNED, _HAVE):
        for found in rule.finditer(line.text):
            told = 0 if found["n"] == "no" else number(found["n"])
            who = _owners(line, found)
            if told is not None and told <= _MOST_CHILDREN and who:
                yield Count(span=line.cut(document, found, "span"), who=tuple(who), what=_what(found["what"]), n=told)
    for found in _TIMES.finditer(line.text):
        if who := subject(line, line.at(found.start())) or named_after(line, line.at(found.end() - 1)):
            times = _TIME_WORDS[found["n"]]
            yield Count(span=line.cut(document, found, "span"), who=tuple(who), what="marriages", n=times)
    for found in _TWINS.finditer(line.text):
        if who := subject(line, line.at(found.start()), several=True):
            born = 2 if found["n"] == "twins" else 3
            yield Count(span=line.cut(document, found, "span"), who=tuple(who), what=found["n"], n=born)


def _parents(document: Document, line: Line) -> Iterator[Count]:
    """Read "mother-of-two Kim", "Kim, mother of two", "the father of three", "grandmother of six"."""
    for index, chunk in enumerate(line.chunks):
        if chunk.sign != "D" or chunk.mention is None:
            continue
        inside = _PARENT.search(" " + chunk.span.text.lower().replace("-", " ") + " ")
        if inside and (told := number(inside["n"])):
            what = _what_of_parents(inside)
            yield Count(span=chunk.span, who=(chunk.mention.span,), what=what, n=told)
    for found in _PARENT.finditer(line.text):
        told = number(found["n"])
        index = line.at(found.end("span") - 1)
        who = named_after(line, index) if index + 1 < len(line.chunks) and line.chunks[index + 1].sign == "N" else []
        who = who or subject(line, line.at(found.start()), several=found["parent"].endswith("s"))
        if told and who:
            yield Count(
                span=line.cut(document, found, "span"), who=tuple(who), what=_what_of_parents(found), n=told
            )  # fmt: skip


def _what_of_parents(found: re.Match[str]) -> str:
    if found["parent"].startswith("grand"):
        return "grandchildren"
    return _what(found["what"]) if found["what"] else "children"


def _gaps(document: Document, line: Line) -> Iterator[Count]:
    """Read "their 26-year age gap", "is ten years older than Kim", "has 26 more years"."""
    for found in _GAP.finditer(line.text):
        years = number(found["n"])
        who = _owners(line, found)
        if years and who:
            yield Count(span=line.cut(document, found, "span"), who=tuple(who), what=AGE_GAP, n=years)
    for found in _OLDER.finditer(line.text):
        years, one = number(found["n"]), line.who(found, "one")
        others = line.everyone(found, "way") or line.everyone(found, "other")
        if years and one and others:
            yield Count(span=line.cut(document, found, "span"), who=(one, others[0]), what=AGE_GAP, n=years)
    for found in _MORE.finditer(line.text):
        years, one = number(found["n"]), line.who(found, "one")
        others = [chunk.mention.span for chunk in line.chunks if chunk.sign == "I" and chunk.mention]
        if years and one and others:
            yield Count(span=line.cut(document, found, "span"), who=(one, others[0]), what=AGE_GAP, n=years)


def _places(document: Document, line: Line) -> Iterator[Count]:
    """Read "he is the second oldest of six": six brothers and sisters, and a place among them."""
    for found in _PLACE.finditer(line.text):
        told, who = number(found["n"]), line.who(found, "who")
        words = re.split("[- ]", found["place"])
        place = ordinal(words[0]) or (1 if words[-1] in ("oldest", "eldest") else told)
        if told is None or who is None or place is None:
            continue
        span = line.cut(document, found, "span")
        yield Count(span=span, who=(who,), what="siblings in the family, themselves included", n=told)
        yield Count(span=span, who=(who,), what=BIRTH_ORDER, n=place, ordinal=True)
