"""Marks how people are related: "her husband Alec", "Blue, daughter of Kim", "they share two children", "is dating"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.annotate.kin_nouns import NOUN, Kinship, kinship
from onrecord.annotate.kin_verbs import TOGETHER, TOWARDS, WHOM, Saying
from onrecord.annotate.numbers import CARDINAL
from onrecord.annotate.owners import before_and, before_whose, subject, subject_after
from onrecord.annotate.phrases import Line, lines
from onrecord.annotate.roles import ROLE
from onrecord.model.document import Document
from onrecord.model.marks import Kin, Mark, Marks
from onrecord.model.span import Span
from onrecord.model.statement import Relation, Reported, Status

NEEDS = ("mentions",)

_OWNER = r"(?P<owner>[RSYMU](?= )|[NDGH](?= (?:'s|'|' s) ))(?: (?:'s|'|' s))? "
_STOP = (
    r"(?!(?:and|or|but|of|to|in|on|at|by|for|from|with|without|about|after|before|as|than|that|who|whom|which|while|when"
    r"|is|was|are|were|be|been|has|had|have|will|would|not|n't|'s|'|it|said|says|told|so|if|because|share|shares|shared) )"
)
_WORD = rf"(?:{_STOP}[^\sA-Z,.;:!?()\"—]+ )"
_AGED = rf"(?:now-)?{CARDINAL}[- ](?:year|month|week|day)s?[- ]olds?"
_TITLE = rf"(?:(?:the )?{_WORD}{{0,6}}?(?:{ROLE}|{_AGED}) (?:, )?|(?:the )?(?:late|famous|fellow) )?"
_AGE = rf"(?:, {CARDINAL}(?: (?:year|month|week|day)s?(?: old)?)? (?=[,.;)—(:!?\"']|and |&|with |in |who |$)|\( {CARDINAL} \) )?"
_TOGETHER = r"(?:together )?(?:with [NHRD] )?"
_LINK = r"(?:(?:,|—|:|\(|named|called|including) )?"
_OF_CHILDREN = r"(?:sons?|daughters?|twins?|boys?|girls?|baby|triplets|newborn|kids|children)"
_ANOTHER = rf"(?:[RSY] )?{_WORD}{{0,3}}?{_OF_CHILDREN} (?:, )?"
_AND = r"(?:, and|, &|, plus|; and|,|;|and|&|plus|along with|as well as|alongside) "
_NAMED = re.compile(
    rf"(?<= )(?:{_OWNER})?(?P<before>{_WORD}{{0,5}}?)(?P<noun>{NOUN}) (?P<link>{_TOGETHER}{_LINK})"
    rf"(?P<first>{_TITLE}(?:twins )?(?P<name>N )){_AGE}"
    rf"(?P<more>(?:{_AND}(?:{_ANOTHER}|(?:{_AGED} ))?N {_AGE}){{0,15}})"
)
_SHARED_WITH = re.compile(
    rf"(?:, )?with (?:[RSY] )?(?:{_WORD}{{0,5}}?(?:, )?(?:{_WORD}{{0,3}}?))(?P<other>[NDH])(?! (?:'s|') )(?= )"
)
_CALLED = re.compile(
    rf"(?<= )(?P<name>[NHD]) {_AGE}(?:,|is|was|'s|—|became|, who is|being) {_OWNER}(?P<before>{_WORD}{{0,5}}?)(?P<noun>{NOUN})(?= [,.)—;!?\"]| $| and | who )"
)
_OF = re.compile(
    rf"(?<= )(?P<name>[NHD]) {_AGE}(?:,|is|was|'s|—|, who is) (?:the |a |an )?(?P<before>{_WORD}{{0,5}}?)(?P<noun>{NOUN}) (?:of|to) "
    rf"(?P<owners>{_TITLE}[NHRD](?: (?:and|&) {_TITLE}N)?)(?= )"
)
_SIBLINGS = re.compile(
    r"(?<= )(?P<noun>twins|sisters|brothers|siblings|twin sisters|twin brothers) (?:, )?(?P<both>N (?:and|&) N)(?= )"
)
_EXES = re.compile(
    rf"(?<= )(?P<before>{_WORD}{{0,3}}?)(?P<noun>couple|exes|newlyweds|lovebirds|lovers|spouses|ex-couple|pair of lovebirds|power couple|parents-to-be)"
    r" (?:, |— |of )?(?P<both>N (?:and|&) N)(?= )"
)
_PAIR_IS = re.compile(
    rf"(?<= )(?P<before>(?:former|ex|estranged|married|engaged|famous|celebrity) )?(?P<couple>G)(?= )"
)
_BORN = re.compile(
    rf"(?<= )(?P<verb>gave birth to|gives birth to|welcomed|welcomes|adopted|adopts|adopting|welcoming|had|delivered) (?P<child>{_TITLE}N)(?= )(?! (?:'s|') )"
)
_HEDGES = frozenset(
    "reportedly allegedly rumored rumoured supposedly claims claimed might maybe alleged apparently rumors rumours".split()
)
_MANY_CHILDREN = frozenset("sons daughters twins boys girls triplets kids children".split())
_ANY = frozenset("another any every no each".split())
_NOT = frozenset("not n't never denied denies deny nor neither no".split())
_PAST = frozenset("was were previously formerly briefly once had".split())
_NEAR = 5
_COUPLE_NOUNS = frozenset("couple lovebirds exes newlyweds".split())


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark the kinships that a sentence tells between two of its mentions."""
    for line in lines(document, marks, nouns=True):
        for rule in (_by_noun, _by_other_order, _by_pair, _by_verb):
            yield from rule(document, line)


def _kins(
    document: Document, line: Line, found: re.Match[str], said: Kinship, owners: list[Span], named: list[Span]
) -> Iterator[Kin]:
    """Yield the kinship of each one named towards each owner; none where the words deny it."""
    doubt = _doubt(line, found)
    if doubt is None:
        return
    for owner in owners:
        for one in named:
            if owner == one:
                continue
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
    """Return how sure the words and those just before are; None where they say no."""
    first = line.at(found.start())
    around = [chunk.sign for chunk in line.chunks[max(0, first - _NEAR) : first]]
    inside = found.group().split()
    if _NOT & set(inside) or _NOT & set(around[-3:]):
        return None
    return "claim" if _HEDGES & {*inside, *around} else "fact"


def _by_noun(document: Document, line: Line) -> Iterator[Kin]:
    """Read "her husband Alec", "Jenner's daughters Kim and Khloe", "with husband Alec", "sons Jo, 3, and Al"."""
    parents: list[Span] = []
    for found in _NAMED.finditer(line.text):
        said = kinship(found["noun"], found["before"], owned=found["owner"] is not None)
        if said is None or _is_nobodys(line, found):
            continue
        named = _names(line, found, said)
        owners = _owner(line, found) or (parents if said.way == "down" else [])
        owners = owners or _owners(line, line.at(found.start("noun")), said, named)
        if said.way == "down":
            if shared := _SHARED_WITH.match(line.text, found.end()):
                owners = [*owners, *(one for one in line.everyone(shared, "other") if one not in owners)]
            parents = owners
        yield from _kins(document, line, found, said, owners, named)


def _names(line: Line, found: re.Match[str], said: Kinship) -> list[Span]:
    """Return the first name and, for "sons" and for "son Jo and daughter Al", those that follow."""
    first = line.who(found, "name")
    named = [first] if first else []
    start, many = found.start("more"), said.plural
    for chunk_at in range(line.at(start), line.at(max(start, found.end("more") - 1)) + 1) if found["more"] else ():
        chunk = line.chunks[chunk_at]
        if chunk.sign != "N" or chunk.mention is None:
            continue
        before = line.chunks[chunk_at - 1].sign
        many = many or before in _MANY_CHILDREN
        if many or (said.way == "down" and re.fullmatch(_OF_CHILDREN, before)):
            named.append(chunk.mention.span)
        else:
            break
    return named


def _is_nobodys(line: Line, found: re.Match[str]) -> bool:
    """Tell whether a noun without an owner is no kinship: "another baby, Kim said", a name such as Baby Spice."""
    if found["owner"]:
        return False
    before = set(found["before"].split())
    noun = line.chunks[line.at(found.start("noun"))]
    capital = found["noun"] == "baby" and noun.span.text[0].isupper()
    return capital or bool(before & _ANY) or (bool(before & {"a", "an"}) and "," in found["link"])


def _owner(line: Line, found: re.Match[str]) -> list[Span]:
    """Return the owner that the words name; the pronoun of "Kim and her husband" is Kim."""
    owner, at = line.who(found, "owner"), line.at(found.start())
    if owner is None:
        first = found["before"].split()[:1]
        whose = before_whose(line, at) if first == ["whose"] else None
        return [whose] if whose else []
    joined = before_and(line, at) if found["owner"] in ("R", "S") else None
    return [joined or owner]


def _owners(line: Line, noun_at: int, said: Kinship, named: list[Span]) -> list[Span]:
    """Return whose "husband Alec" is without an owner: the subject's before it, or after an opening phrase."""
    before = [span for span in subject(line, noun_at, several=said.way == "down") if span not in named]
    if before or said.way == "down":
        return before
    return [span for span in subject_after(line, noun_at + 2) if span not in named] if noun_at <= 2 else []


def _by_other_order(document: Document, line: Line) -> Iterator[Kin]:
    """Read "Kim, his ex-wife," and "Blue, daughter of Kim and Kanye"."""
    for found in _CALLED.finditer(line.text):
        said = kinship(found["noun"], found["before"], owned=True)
        one, owner = line.who(found, "name"), line.who(found, "owner")
        if said and one and owner:
            yield from _kins(document, line, found, said, [owner], [one])
    for found in _OF.finditer(line.text):
        said = kinship(found["noun"], found["before"], owned=True)
        one = line.who(found, "name")
        if said and one:
            yield from _kins(document, line, found, said, line.everyone(found, "owners"), [one])


def _by_pair(document: Document, line: Line) -> Iterator[Kin]:
    """Read "twins Jo and Al", "exes Kim and Kanye", "the couple"."""
    for found in _SIBLINGS.finditer(line.text):
        first, second = line.everyone(found, "both")
        yield from _kins(document, line, found, Kinship("sibling"), [first], [second])
    for found in _EXES.finditer(line.text):
        first, second = line.everyone(found, "both")
        noun = found["noun"]
        former = noun.startswith("ex") or "former" in found["before"].split()
        said = Kinship(
            "spouse" if noun in ("newlyweds", "spouses") else "partner", status="former" if former else "current"
        )
        yield from _kins(document, line, found, said, [first], [second])
    for found in _PAIR_IS.finditer(line.text):
        couple = line.chunks[line.at(found.start("couple"))].mention
        if couple and couple.form == "noun" and couple.head in _COUPLE_NOUNS:
            words = couple.span.text.lower().split()
            former = couple.head == "exes" or "former" in words or "ex" in words
            relation: Relation = "spouse" if couple.head == "newlyweds" or "married" in words else "partner"
            yield Kin(
                span=couple.span, from_=couple.span, relation=relation, to=couple.span,
                status="former" if former else "current",
            )  # fmt: skip


def _by_verb(document: Document, line: Line) -> Iterator[Kin]:
    """Read "is dating", "married", "split from", "their divorce", and "gave birth to daughter Jo"."""
    for rule in TOWARDS:
        for found in rule.pattern.finditer(line.text):
            other = line.who(found, "b")
            first = [one for one in subject(line, line.at(found.start())) if one != other]
            if other and first:
                yield from _kins(document, line, found, _said(rule, found), first, [other])
    for rule in TOGETHER:
        for found in rule.pattern.finditer(line.text):
            both = line.everyone(found, "both")
            said = _said(rule, found)
            if len(both) == 2:
                yield from _kins(document, line, found, said, both[:1], both[1:])
            elif _doubt(line, found):
                yield Kin(
                    span=line.cut(document, found),
                    from_=both[0],
                    relation=said.relation,
                    to=both[0],
                    status=said.status,
                )
    for found in WHOM.finditer(line.text):
        one, other = line.who(found, "a"), line.who(found, "b")
        if one and other:
            former = found["verb"] != "dating" or "was" in found["aux"].split()
            relation = "spouse" if found["verb"] in ("married", "divorced") else "partner"
            status: Status = "former" if former and found["verb"] != "married" else "current"
            yield from _kins(document, line, found, Kinship(relation, status=status), [one], [other])
    for found in _BORN.finditer(line.text):
        child = line.everyone(found, "child")
        parents = subject(line, line.at(found.start()), several=True)
        if child and found["verb"] != "had":
            yield from _kins(document, line, found, Kinship("parent", "down"), parents, child[-1:])


def _said(rule: Saying, found: re.Match[str]) -> Kinship:
    aux = set(found["aux"].split())
    past = aux & _PAST and not aux & {"has", "have", "'ve"}
    finite = found.group().split()
    former = (
        rule.status == "former"
        or "longer" in aux
        or (past and finite[len(found["aux"].split())] not in ("wed", "tied"))
    )
    status: Status = "former" if former and rule.status == "current" and "filed" not in finite else rule.status
    return Kinship(rule.relation, status=status)
