"""Marks how people are related: "her husband Paul", "Ada, daughter of Ann", "they share two children", "is dating"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from onrecord.annotate.kin_nouns import NOUN, Kinship, kinship
from onrecord.annotate.kin_verbs import TOGETHER, TOWARDS, WHOM, is_title, status_of
from onrecord.annotate.numbers import CARDINAL
from onrecord.annotate.owners import before_and, before_whose, subject, subject_after
from onrecord.annotate.phrases import Line, lines
from onrecord.annotate.roles import ROLE
from onrecord.model.document import Document
from onrecord.model.marks import Kin, Mark, Marks
from onrecord.model.span import Span
from onrecord.model.statement import Relation, Reported

NEEDS = ("mentions",)

_OWNER = r"(?P<owner>[RSYMU](?= )|[NDGH](?= (?:'s|'|' s) ))(?: (?:'s|'|' s))? "
_STOP = (
    r"(?!(?:and|or|but|of|to|in|on|at|by|for|from|with|without|about|after|before|as|than|that|who|whom|which|while"
    r"|when|is|was|are|were|be|been|has|had|have|will|would|not|n't|'s|'|it|said|says|told|so|if|because|shares?"
    r"|shared) )"
)
_WORD = rf"(?:{_STOP}[^\sA-Z,.;:!?()\"—]+ )"
_BEFORE = rf"(?P<before>{_WORD}{{0,5}}?)"
_YEARS = r"(?:year|month|week|day)s?"
_AGED = rf"(?:now-)?{CARDINAL}[- ]{_YEARS}[- ]olds?"
_AGE = (
    rf"(?:, {CARDINAL}(?: {_YEARS}(?: old)?)? (?=[,.;)—(:!?\"']|and |&|with |in |who |$)"
    rf"|\( {CARDINAL}(?: {_YEARS}(?: old)?)? \) )?"
)
_TITLE = rf"(?:(?:the )?{_WORD}{{0,6}}?(?:{ROLE}|{_AGED}) (?:, )?|(?:the )?(?:late|famous|fellow) )?"
_LINK = r"(?P<link>(?:together )?(?:with (?:[NHD]|R(?= [,—:(])) )?(?:(?:,|—|:|\(|named|called|including|such as) )?)"
_CHILDREN = r"(?:sons?|daughters?|twins?|boys?|girls?|baby|triplets|newborn|kids|children)"
_ANOTHER = rf"(?:[RSY] )?{_WORD}{{0,3}}?{_CHILDREN} (?:, )?"
_AND = r"(?:, and|, &|, plus|; and|,|;|and|&|plus|along with|as well as|alongside) "
_NAMED = re.compile(
    rf"(?<= )(?:{_OWNER})?{_BEFORE}(?P<noun>{NOUN}) {_LINK}{_TITLE}(?:twins )?(?P<name>N ){_AGE}"
    rf"(?P<more>(?:{_AND}(?:{_ANOTHER}|{_AGED} )?N {_AGE}){{0,15}})"
)
_SHARED_WITH = re.compile(
    rf"(?:, )?with (?:[RSY] )?{_WORD}{{0,5}}?(?:, )?{_WORD}{{0,3}}?(?P<other>[NDH])(?! (?:'s|') )(?= )"
)
_IS = r"(?:,|is|was|'s|—|became|, who is|being)"
_CALLED = re.compile(
    rf"(?<= )(?P<name>[NHD]) {_AGE}{_IS} {_OWNER}{_BEFORE}(?P<noun>{NOUN})(?= [,.)—;!?\"]| $| and | who )"
)
_OF = re.compile(
    rf"(?<= )(?P<name>[NHD]) {_AGE}{_IS} (?:the |a |an )?{_BEFORE}(?P<noun>{NOUN}) (?:of|to) "
    rf"(?P<owners>{_TITLE}[NHRD](?: (?:and|&) {_TITLE}N)?)(?= )"
)
_SIBLINGS = re.compile(
    r"(?<= )(?:twin sisters|twin brothers|twins|sisters|brothers|siblings) (?:, )?(?P<both>N (?:and|&) N)(?= )"
)
_PAIR = re.compile(
    rf"(?<= )(?P<before>{_WORD}{{0,3}}?)(?P<noun>ex-couple|couple|exes|newlyweds|lovebirds|lovers|spouses) "
    r"(?:, |— |of )?(?P<both>N (?:and|&) N)(?= )"
)
_GROUP = re.compile(r"(?<= )(?P<both>G)(?= )")
_BEARING = re.compile(
    rf"(?<= )(?:(?:gave|gives|giving) birth to|welcom(?:ed|es|ing)|adopt(?:ed|s|ing)|delivered) {_TITLE}(?P<child>N)"
    r"(?= )(?! (?:'s|') )"
)
# "split from her longtime boyfriend Paul": he is no longer.
_PARTING = re.compile(
    r" (?:split(?:s|ting)?(?: up)?|broke(?:n)? up|breaking up|break-?up|parted ways|separat(?:ed|ion)|called it quits)"
    r" (?:with|from) \Z"
)
_HEDGES = frozenset(
    ["reportedly", "allegedly", "rumored", "rumoured", "supposedly", "claims", "claimed", "might", "maybe", "alleged",
     "apparently", "rumors", "rumours"]
)  # fmt: skip
_DENIALS = frozenset(["not", "n't", "never", "denied", "denies", "deny", "nor", "neither", "no"])
_NEAR, _NEXT = 5, 3
_PHRASE = 40  # characters of "parted ways with"
_NOT_ONE = frozenset(["another", "any", "every", "no", "each"])
_SEVERAL = frozenset(["sons", "daughters", "twins", "boys", "girls", "triplets", "kids", "children"])
_PAIR_NOUNS = frozenset(["couple", "lovebirds", "exes", "newlyweds"])


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark the kinships that a sentence tells between two of its mentions."""
    for line in lines(document, marks, nouns=True):
        for rule in (_by_noun, _by_other_order, _by_pair, _by_verb):
            yield from rule(document, line)


def _kins(
    document: Document,
    line: Line,
    found: re.Match[str],
    said: Kinship,
    owners: Sequence[Span],
    named: Sequence[Span],
) -> Iterator[Kin]:
    """Yield the kinship of each one named towards each owner; none where the words deny it."""
    doubt = _doubt(line, found)
    for owner in owners if doubt else ():
        for one in named:
            first, second = (owner, one) if said.way == "down" else (one, owner)
            yield Kin(
                span=line.cut(document, found),
                from_=first,
                relation=said.relation,
                to=second,
                status=said.status,
                detail=said.detail,
                reported="claim" if "claim" in (doubt, said.reported) else "fact",
            )


def _doubt(line: Line, found: re.Match[str]) -> Reported | None:
    """Return how sure the words and those just before are; None where they say no, "no longer" apart."""
    first = line.at(found.start())
    before = [chunk.sign for chunk in line.chunks[max(0, first - _NEAR) : first]]
    inside = found.group().replace(" no longer ", " ").split()
    if not _DENIALS.isdisjoint([*before[-_NEXT:], *inside]):
        return None
    return "fact" if _HEDGES.isdisjoint([*before, *inside]) else "claim"


def _by_noun(document: Document, line: Line) -> Iterator[Kin]:
    """Read "her husband Paul", "Lee's daughters Ann and Eve", "with husband Paul", "sons Jo, 3, and Al"."""
    parents: list[Span] = []
    told: set[Span] = set()
    for found in _NAMED.finditer(line.text):
        said, start = kinship(found["noun"], found["before"], owned=found["owner"] is not None), found.start()
        if said is None or _is_nobodys(line, found):
            continue
        named = _names(line, found, said)
        owners = _owner(line, found, told) or (parents if said.way == "down" else [])
        owners = owners or _owners(line, line.at(found.start("noun")), said, named)
        told.update(named)
        if said.relation in ("partner", "engaged") and _PARTING.search(line.text, max(0, start - _PHRASE), start):
            said = said._replace(status="former")
        if said.way == "down":
            if shared := _SHARED_WITH.match(line.text, found.end()):
                owners = [*owners, *(one for one in line.everyone(shared, "other") if one not in owners)]
            parents = owners
        yield from _kins(document, line, found, said, owners, named)


def _names(line: Line, found: re.Match[str], said: Kinship) -> list[Span]:
    """Return the first name and, for "sons" and for "son Jo and daughter Al", those that follow."""
    named = line.everyone(found, "name")
    start, end = found.span("more")
    if start == end:
        return named
    several = said.plural
    for at in range(line.at(start), line.at(end - 1) + 1):
        mention = line.chunks[at].mention
        if mention is None or line.chunks[at].sign != "N":
            continue
        before = line.chunks[at - 1].sign
        several = several or before in _SEVERAL
        if not several and not (said.way == "down" and re.fullmatch(_CHILDREN, before)):
            break
        named.append(mention.span)
    return named


def _is_nobodys(line: Line, found: re.Match[str]) -> bool:
    """Tell whether a noun without an owner is no kinship: "another baby, Kim said", a name such as Baby Spice."""
    if found["owner"]:
        return False
    before = set(found["before"].split())
    is_name = found["noun"] == "baby" and line.chunks[line.at(found.start("noun"))].span.text[0].isupper()
    return is_name or bool(before & _NOT_ONE) or (bool(before & {"a", "an"}) and "," in found["link"])


def _owner(line: Line, found: re.Match[str], told: set[Span]) -> list[Span]:
    """Return the owner that the words name; the pronoun of "Kim and her husband" is Kim.

    Not so in "her son Jo and her husband": who was ``told`` to be kin before is not the one who owns.
    """
    owner, at = line.who(found, "owner"), line.at(found.start())
    if owner is None:
        whose = before_whose(line, at) if found["before"].startswith("whose ") else None
        return [whose] if whose else []
    joined = before_and(line, at) if found["owner"] in ("R", "S") else None
    return [joined if joined and joined not in told else owner]


def _owners(line: Line, noun_at: int, said: Kinship, named: list[Span]) -> list[Span]:
    """Return whose "husband Paul" is without an owner: the subject's before it, or after an opening phrase."""
    before = [span for span in subject(line, noun_at, several=said.way == "down") if span not in named]
    if before or said.way == "down" or noun_at > 2:
        return before
    return [span for span in subject_after(line, noun_at + 2) if span not in named]


def _by_other_order(document: Document, line: Line) -> Iterator[Kin]:
    """Read "Kim, his ex-wife," and "Ada, daughter of Ann and Joe"."""
    for rule, group in ((_CALLED, "owner"), (_OF, "owners")):
        for found in rule.finditer(line.text):
            said = kinship(found["noun"], found["before"], owned=True)
            if said:
                yield from _kins(document, line, found, said, line.everyone(found, group), line.everyone(found, "name"))


def _by_pair(document: Document, line: Line) -> Iterator[Kin]:
    """Read "twins Jo and Al", "exes Ann and Joe", "the couple"."""
    for found in _SIBLINGS.finditer(line.text):
        first, second = line.everyone(found, "both")
        yield from _kins(document, line, found, Kinship("sibling"), [first], [second])
    for found in _PAIR.finditer(line.text):
        first, second = line.everyone(found, "both")
        yield from _kins(document, line, found, _pair(found["noun"], found["before"].split()), [first], [second])
    for found in _GROUP.finditer(line.text):
        group = line.chunks[line.at(found.start())].mention
        if group and group.form == "noun" and group.head in _PAIR_NOUNS:
            said = _pair(group.head, group.span.text.lower().split())
            yield from _kins(document, line, found, said, [group.span], [group.span])


def _pair(noun: str, before: Sequence[str]) -> Kinship:
    """Return what "couple", "exes" or "newlyweds" says of two people, with the words before it."""
    words = {noun, *before}
    relation: Relation = "partner"
    if words & {"newlyweds", "spouses", "married", "divorced", "divorcing", "estranged"}:
        relation = "spouse"
    elif "engaged" in words:
        relation = "engaged"
    former = words & {"ex-couple", "exes", "former", "ex", "divorced"}
    return Kinship(relation, status="former" if former else "current")


def _by_verb(document: Document, line: Line) -> Iterator[Kin]:
    """Read "is dating", "married", "split from", "their divorce", "whom she dated", "gave birth to daughter Jo"."""
    for saying in TOWARDS:
        for found in saying.pattern.finditer(line.text):
            if is_title(found["title"]):
                said = Kinship(saying.relation, status=status_of(saying, found))
                owners = subject(line, line.at(found.start()))
                yield from _kins(document, line, found, said, owners, line.everyone(found, "other"))
    for saying in TOGETHER:
        for found in saying.pattern.finditer(line.text):
            both = line.everyone(found, "both")
            said = Kinship(saying.relation, status=status_of(saying, found))
            yield from _kins(document, line, found, said, both[:1], both[-1:])
    for found in WHOM.finditer(line.text):
        phrase = found["phrase"]
        former = phrase not in ("dating", "married", "seeing") or "was" in found["aux"].split()
        said = Kinship(
            "spouse" if phrase in ("married", "divorced") else "partner", status="former" if former else "current"
        )
        yield from _kins(document, line, found, said, line.everyone(found, "one"), line.everyone(found, "other"))
    for found in _BEARING.finditer(line.text):
        parents = subject(line, line.at(found.start()), several=True)
        yield from _kins(document, line, found, Kinship("parent", "down"), parents, line.everyone(found, "child"))
