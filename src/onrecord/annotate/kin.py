"""Marks how people are related: "her husband Paul", "Ada, daughter of Ann", "they share two children", "is dating"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from onrecord.annotate.kin_nouns import KINSHIPS, NOT_KIN, NOUN, Kinship, kinship
from onrecord.annotate.kin_owned import owned
from onrecord.annotate.kin_verbs import TOGETHER, TOWARDS, WHOM, is_romance, is_title, status_of
from onrecord.annotate.numbers import CARDINAL
from onrecord.annotate.owners import (
    before_and,
    before_list,
    before_whose,
    beside,
    joint_subject,
    subject_after,
    subject_or_tree,
    two_before,
)
from onrecord.annotate.phrases import Line, lines
from onrecord.annotate.roles import ROLE
from onrecord.model.document import Document
from onrecord.model.marks import Kin, Mark, Marks
from onrecord.model.span import Span
from onrecord.model.statement import Relation, Reported

NEEDS = ("mentions", "quotes")

# "her", "Kim's", "Kim and Jo's", "her and Jo's"
_OWNER = (
    r"(?P<owner>[RSYMU](?= )(?! (?:and|&) [NDH] (?:'s|') )|(?:[NDHRS] (?:and|&) )?[NDG](?= (?:'s|'|' s) ))"
    r"(?: (?:'s|'|' s))? "
)
_STOP = (
    r"(?!(?:and|or|nor|but|of|to|in|on|at|by|for|from|with|without|about|after|before|as|than|that|who|whom|which|while"
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
_LINK = (
    r"(?P<link>(?:together )?(?:with (?:[NHD]|R(?= [,—:(])) )?"
    r"(?:(?:,|—|:|\(|\"|, identified as|named|called|by the name of|including|such as) )?)"
)
_CHILDREN = r"(?:sons?|daughters?|twins?|boys?|girls?|baby|triplets|newborn|kids|children)"
_AND = r"(?:, and|, &|, plus|; and|,|;|and|&|plus|along with|as well as|alongside) "
_HONORIFIC = r"(?:(?:little|baby|prince|princess|lord|lady) )?"
# "her" alone, and not "her twins"
_HER = r"R(?= (?:$|[,.;:—)!?\"]|and ))"
_MORE = rf"(?P<more>(?:{_AND}(?:{_AGED} )?{_HONORIFIC}N {_AGE}){{0,15}})"
_NAMED = re.compile(
    rf"(?<= )(?:{_OWNER})?{_BEFORE}(?P<noun>{NOUN}) {_LINK}{_TITLE}(?:twins )?(?P<name>N ){_AGE}"
    rf"(?={_MORE})"
)
_OTHER_PARENT = rf"{_WORD}{{0,5}}?(?:, )?{_WORD}{{0,3}}?(?P<other>[NDH])(?! (?:'s|') )(?= )"
_SHARED_WITH = re.compile(
    rf"(?:[,—] )?(?:(?:from|by|with) (?:[RSY] |an? )?{_WORD}{{0,2}}?(?:relationship|marriage|romance) (?:to|with)|with)"
    rf" (?:[RSY] )?{_OTHER_PARENT}"
)
# "is pregnant with son Al to her husband Joe"
_BY = re.compile(rf"to (?:[RSY] )?{_OTHER_PARENT}")
_BEARS = re.compile(r" (?:has|have|had|pregnant|birth|welcom\w+) (?:\S+ ){0,6}\Z")
# What a writer puts in between and is sure of all the same.
_ASIDE = (
    r"(?:, (?:of course|naturally|incidentally|by the way|as it happens|after all|in fact|for (?:one|example|instance)"
    r"|however|though|meanwhile|in turn|too) , )?"
)
_IS = rf"(?:{_ASIDE}(?:is|was)|, now|,|'s|—|became|, who is|being)"
_CALLED = re.compile(
    rf"(?<= )(?P<name>[NHD]) {_AGE}{_IS} {_HONORIFIC}{_OWNER}{_BEFORE}(?P<noun>{NOUN})"
    r"(?= [,.)—;!?\"]| $| and | who | with )"
)
# "the wife of the chef Paul" is whoever the noun means
_NOUN_OF = re.compile(
    rf"(?<= )(?:the|this) {_BEFORE}(?P<noun>{NOUN}) of (?P<owners>{_TITLE}N(?: (?:and|&) {_TITLE}N)?)(?= )"
    r"(?! (?:'s|') )"
)
_OF = re.compile(
    rf"(?<= )(?P<name>[NHD]) {_AGE}{_IS} (?:the |a |an )?{_BEFORE}(?P<noun>{NOUN}) (?:of|to) "
    rf"(?P<owners>{_TITLE}(?:[NHD]|{_HER})(?: (?:and|&) {_TITLE}N)?)(?= )"
)
# "is a mom to Ann, 20, and Jo", "the father of actors Ann and Jo", "parents to three kids: son Ann"
_PARENT_OF = re.compile(
    rf"(?<= ){_BEFORE}(?P<noun>mother|mom|mum|mama|mommy|father|dad|daddy|parent)s? (?:of|to) "
    rf"(?:(?:{_WORD}{{0,3}}?{_CHILDREN} (?:together )?[:,—] )|{_WORD}{{0,5}}?)(?P<name>N ){_AGE}{_MORE}(?! 's )"
)
_BE = re.compile(r" (?:is|was|became|become|as|being|'s|,|—) \Z")
# "is the young wife of the actor Paul"
_AS_OF = re.compile(
    rf"(?<= )(?:is|was|became|become|as|being) (?:also |now |once )?(?:the |a |an ){_BEFORE}(?P<noun>{NOUN}) of "
    rf"(?P<owners>{_TITLE}(?:[NHD]|{_HER}))(?= )(?! (?:'s|') )"
)
# "the mother of his two children, Ann": she is none of the children.
_CO_PARENT = re.compile(r" (?:mother|father|mom|mum|mama|dad|daddy|grandmother|grandfather) (?:of|to) \Z")
_SIBLINGS = re.compile(
    r"(?<= )(?P<noun>twin (?:sisters|brothers|sons|daughters|girls|boys)|twins|sisters|brothers|siblings)"
    r" (?:, )?(?P<both>N (?:and|&) N)(?= )"
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
# "the third of four children born to Ann, who died in May, and Joe"
_BORN_TO = re.compile(
    rf"(?<= )born (?:in \S+ )?to (?P<parents>{_TITLE}N(?:(?: ,)?(?: who [^,]{{1,60}} ,)?"
    rf" (?:and|&) {_TITLE}N)?)(?= )(?! (?:'s|') )"
)
# "Jo, 6 months, whom her brother Paul shares with his ex, Ann"
_SHARED_CHILD = re.compile(
    rf"(?<= )(?P<child>N) {_AGE}(?:, )?(?:whom|who|that) (?:[RS] {_WORD}{{0,3}}?(?:, )?)?(?P<one>[NHD]) (?:, )?"
    rf"shares? with (?:[RS] )?{_WORD}{{0,5}}?(?:, )?(?P<other>N)(?= )(?! (?:'s|') )"
)
# "adopted him", "adopted Kim's daughter Jo"; "adopted and raised by Ann and Joe"
_ADOPTING = re.compile(
    rf"(?<= )adopt(?:s|ed|ing)? (?:[NHD] 's {_WORD}{{0,3}}?{_CHILDREN} (?:, )?(?P<own>N)|(?P<child>H))(?= )"
)
_ADOPTED_BY = re.compile(
    rf"(?<= )(?:adopted|raised|adopted and raised) by (?P<parents>{_TITLE}N(?: (?:and|&) {_TITLE}N)?)(?= )"
    r"(?! (?:'s|') )"
)
# "split from her longtime boyfriend Paul": he is no longer.
_PARTING = re.compile(
    r" (?:split(?:s|ting)?(?: up)?|broke(?:n)? up|breaking up|break-?up|parted ways|separat(?:ed|ion)|called it quits)"
    r" (?:with|from) \Z"
)
# "her daughter Jo, 7, from a previous relationship with Paul"
_CHILD_FROM = re.compile(r" from (?:an?|[RSY]) (?:\S+ ){0,3}\Z")
# What stands between the child of one and the child of another: "daughter Jo, and has", "son Al, while Kim ... son Ed".
_PARTED = re.compile(r" (?:has|have|had|having|shares?|shared|sharing|[NDGHTIW]) ")
_HAVE = frozenset(
    "has have had having share shares shared sharing welcome welcomed welcoming expecting raising with of to".split()
)
_PLAYS = frozenset(["plays", "played", "play", "playing", "portrays", "portrayed"])
_LOVE = frozenset(["spouse", "partner", "engaged"])
_CHILD = Kinship("parent", "down", plural=True)
_HEDGES = frozenset(
    ["reportedly", "allegedly", "rumored", "rumoured", "supposedly", "claims", "claimed", "might", "maybe", "alleged",
     "apparently", "rumors", "rumours"]
)  # fmt: skip
_DENIALS = frozenset(
    ["not", "n't", "never", "denied", "denies", "deny", "nor", "neither", "no", "falsely", "wrongly", "untrue"]
)
_NEAR, _NEXT = 5, 3
_OPENING = 3  # chunks of an opening phrase before its verb
_PHRASE = 40  # characters of "parted ways with"
_NOT_ONE = frozenset(["another", "any", "every", "no", "each"])
_MODAL = re.compile(r"(?:would|will|could|should|might|can|may|'d|'ll) ")
# Kid Marlow and Mother Hale are called so.
_PARTS_OF_NAMES = frozenset(["baby", "child", "kid", "mother", "father", "brother", "sister", "mama", "papa"])
_TERMS_OF_ADDRESS = frozenset(["bro", "sis", "baby", "boo", "daddy", "mama", "brother", "sister"])
_SIBLING_NOUNS = frozenset(["sisters", "brothers", "siblings"])
_PAIR_NOUNS = frozenset(["couple", "lovebirds", "exes", "newlyweds"])


class _Named(NamedTuple):
    """Children named in one stretch, and whose they are; ``listed`` if that is told by the stretch before."""

    found: re.Match[str]
    said: Kinship
    owners: list[Span]
    named: list[Span]
    listed: bool


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark the kinships that a sentence tells between two of its mentions."""
    for line in lines(document, marks, nouns=True, voices=True):
        for rule in (_by_noun, _by_other_order, _by_pair, _by_verb):
            yield from rule(document, line)
    yield from owned(document, marks)


def _kins(
    document: Document,
    line: Line,
    found: re.Match[str],
    said: Kinship,
    owners: Sequence[Span],
    named: Sequence[Span],
    *,
    presumed: bool = False,
) -> Iterator[Kin]:
    """Yield the kinship of each one named towards each owner; none where the words deny it.

    ``presumed``: who did not see "her husband Paul" has a husband all the same.
    """
    doubt = _doubt(line, found, presumed=presumed)
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


def _doubt(line: Line, found: re.Match[str], *, presumed: bool) -> Reported | None:
    """Return how sure the words and those just before are; None where they say no, "no longer" apart."""
    first = line.at(found.start())
    before = [] if presumed else [chunk.sign for chunk in line.chunks[max(0, first - _NEAR) : first]]
    inside = found.group().replace(" no longer ", " ").split()
    if not _DENIALS.isdisjoint([*before[-_NEXT:], *inside]):
        return None
    asked = not presumed and line.chunks[-1].sign == "?"
    return "fact" if _HEDGES.isdisjoint([*before, *inside]) and not asked else "claim"


def _by_noun(document: Document, line: Line) -> Iterator[Kin]:
    """Read "her husband Paul", "Lee's daughters Ann and Eve", "with husband Paul", "sons Jo, 3, and Al"."""
    told: dict[Span, list[Span]] = {}
    children: list[_Named] = []
    last: re.Match[str] | None = None
    shared: list[Span] = []
    for found in _NAMED.finditer(line.text):
        said = kinship(found["noun"], found["before"], owned=found["owner"] is not None)
        if said is None or _are_each_others(found, said):
            continue
        before = children[-1] if said.way == "down" and children and _is_listed(line, children[-1], found) else None
        if _is_nobodys(line, found, said, listed=before is not None and _is_next(line, last, found)):
            continue
        named = _names(line, found, said)
        others = [one for one, of in told.items() if said.relation in _LOVE or not of]
        owners = _owner(line, found, said, told) or (before.owners if before else [])
        owners = owners or (shared if said.relation in _LOVE and _is_next(line, last, found) else [])
        owners = owners or _owners(line, found, said, [*named, *others])
        last, shared = found, owners
        told.update((one, owners if said.relation in _LOVE else []) for one in named)
        if said.way == "down":
            children.append(_Named(found, said, owners, named, listed=before is not None and owners == before.owners))
            continue
        before_it = max(0, found.start() - _PHRASE), found.start()
        if said.relation in ("partner", "engaged") and _PARTING.search(line.text, *before_it):
            said = said._replace(status="former")
        yield from _kins(document, line, found, said, owners, named, presumed=True)
    yield from _of_children(document, line, children)


def _of_children(document: Document, line: Line, children: list[_Named]) -> Iterator[Kin]:
    """Give each child its parents; "son Jo and daughter Al with Kim" gives both to Kim as well."""
    shared: list[Span] = []
    for child in reversed(children):
        found = child.found
        end = max(found.end(), found.end("more") if child.said.plural else 0)
        also = _SHARED_WITH.match(line.text, end)
        if _BEARS.search(line.text, max(0, found.start() - _PHRASE), found.start("noun")):
            also = also or _BY.match(line.text, end)
        shared = line.everyone(also, "other") if also else shared
        if also and len(child.owners) == 1 and also.group().lstrip(", —").startswith("from "):
            parted = Kinship("spouse" if " marriage " in also.group() else "partner", status="former")
            yield from _kins(document, line, also, parted, child.owners, shared, presumed=True)
        parents = [*child.owners, *(one for one in shared if one not in child.owners and one not in child.named)]
        yield from _kins(document, line, found, child.said, parents, child.named, presumed=True)
        shared = shared if child.listed else []


def _is_listed(line: Line, before: _Named, found: re.Match[str]) -> bool:
    """Tell whether a child stands in one list with the one before: "son Jo, 3, and daughter Al", nobody between."""
    end = max(before.found.end(), before.found.end("more") if before.said.plural else 0)
    return not _PARTED.search(line.text, end - 1, found.start("noun"))


def _is_next(line: Line, last: re.Match[str] | None, found: re.Match[str]) -> bool:
    """Tell whether "and" alone stands before a noun and the one before: "her ex-wife Ann and girlfriend Jo"."""
    return last is not None and line.text[last.end() - 1 : found.start()] in (" and ", " , and ", " & ")


def _names(line: Line, found: re.Match[str], said: Kinship) -> list[Span]:
    """Return the first name and, for "sons", those that follow."""
    return [*line.everyone(found, "name"), *(line.everyone(found, "more") if said.plural else [])]


def _is_nobodys(line: Line, found: re.Match[str], said: Kinship, *, listed: bool) -> bool:
    """Tell whether a noun is no kinship of a name: "another baby, Kim said", "her father, Kim's rival", Baby Spice."""
    if "," in found["link"] and _CO_PARENT.search(line.text, max(0, found.start() - _PHRASE), found.start()):
        return True
    if "," in found["link"] and line.text.startswith(("'s ", "' "), found.end()):
        return True  # "They Killed My Father, Kim Lee's memoir"
    if "," in found["link"] and _MODAL.match(line.text, found.end()):
        return True  # "without my father, Kim would have"
    if found["owner"] == "M" and found["noun"] in _TERMS_OF_ADDRESS:
        return True
    if '"' in found["link"] and not (found["owner"] and line.text[: found.start()].count('"') % 2):
        return True
    if found["owner"]:
        return False
    before, at = set(found["before"].split()), line.at(found.start())
    if found["noun"] == "love":
        return True  # "I love Kim"
    if said.relation in _LOVE and at and line.chunks[at - 1].sign == '"':
        return True  # "Dancing to the Stars" partner Paul
    noun, after = line.chunks[line.at(found.start("noun")) :][:2]
    # Kid Marlow is called so; in "Love Magazine editor Kim" the noun is part of another name.
    in_name = after.mention is None and after.span.text[0].isupper()
    is_name = noun.span.text[0].isupper() and (in_name or found["noun"] in _PARTS_OF_NAMES)
    one_of_many = bool(before & {"a", "an"}) and "," in found["link"]
    had = listed or not _HAVE.isdisjoint([*before, line.chunks[at - 1].sign if at else ""])
    played = not _PLAYS.isdisjoint([*before, line.chunks[at - 1].sign if at else ""])
    bare = found["noun"] == "baby" and not had and not found["more"]
    return is_name or played or bool(before & _NOT_ONE) or ((one_of_many or bare) and not had)


def _are_each_others(found: re.Match[str], said: Kinship) -> bool:
    """Tell whether "brothers Jo and Al" are so to each other: they have no owner."""
    return said.relation == "sibling" and said.plural and bool(found["more"]) and not found["owner"]


def _owner(line: Line, found: re.Match[str], said: Kinship, told: Mapping[Span, list[Span]]) -> list[Span]:
    """Return the owners that the words name; the pronoun of "Kim and her husband" is Kim.

    Not so in "her son Jo and her husband": who was ``told`` to be kin before is not the one who owns.
    """
    owners, at = line.everyone(found, "owner"), line.at(found.start())
    if not owners:
        whose = before_whose(line, at) if found["before"].startswith("whose ") else None
        return [whose] if whose else []
    if found["owner"] in ("R", "S"):
        joined = before_and(line, at)
        return [joined if joined and joined not in told else owners[0]]
    if found["owner"] == "Y":
        joined = before_and(line, at)
        if joined and told.get(joined):
            return [*told[joined], joined]
        both = joint_subject(line, at) or two_before(line, at)
        return both if both and not any(told.get(one) == [] for one in both) else owners
    return owners[-1:] if said.relation in _LOVE else owners


def _owners(line: Line, found: re.Match[str], said: Kinship, others: list[Span]) -> list[Span]:
    """Return whose "husband Paul" is without an owner: of "Kim and husband Paul" Kim's, else the subject's.

    The subject stands before it, after an opening phrase, or in the sentence before; ``others`` are known to own
    nobody here.
    """
    noun_at, at = line.at(found.start("noun")), line.at(found.start())
    if said.way == "up" and (
        found["noun"] == "momager" or [c.sign for c in line.chunks[max(0, at - 2) : at]] == ["H", "and"]
    ):
        return []  # "friendly with momager Kim", "like him and mum Kim"
    joined = beside(line, at)
    if joined and joined not in others and said.relation in _LOVE:
        return [joined]
    if not joined and before_and(line, at) and said.relation in _LOVE:
        return before_list(line, at)
    before = [span for span in subject_or_tree(line, noun_at, several=said.way == "down") if span not in others]
    if len(before) == 1 and (both := _told_of_both(line, before[0], noun_at)):
        before = both
    if before or (noun_at > 2 and not said.plural):
        return before
    after = [] if said.way == "down" else [span for span in subject_after(line, noun_at + 2) if span not in others]
    first = not any(chunk.mention for chunk in line.chunks[:at])
    return after or ([line.topic] if line.topic and (at == 0 or (first and said.plural)) else [])


def _told_of_both(line: Line, owner: Span, at: int) -> list[Span]:
    """Return the two whom "their" means: "Kim and Jo asked for their privacy after welcoming twins Al and Ed"."""
    their = next((index for index, chunk in enumerate(line.chunks) if chunk.span == owner and chunk.sign == "Y"), None)
    return [] if their is None or their >= at else joint_subject(line, their) or two_before(line, their)


def _by_other_order(document: Document, line: Line) -> Iterator[Kin]:
    """Read "Kim, his ex-wife," and "Ada, daughter of Ann and Joe"."""
    for rule, group in ((_CALLED, "owner"), (_OF, "owners")):
        for found in rule.finditer(line.text):
            said = kinship(found["noun"], found["before"], owned=True)
            if said:
                owners = line.everyone(found, group)
                if said.way == "down" and (shared := _SHARED_WITH.match(line.text, found.end() + 1)):
                    owners += [one for one in line.everyone(shared, "other") if one not in owners]
                yield from _kins(document, line, found, said, owners, line.everyone(found, "name"))
    for found in _NOUN_OF.finditer(line.text):
        said = kinship(found["noun"], found["before"], owned=True)
        noun = line.nouns.get(line.chunks[line.at(found.start("noun"))].span.end)
        if said and noun and not _BE.search(line.text, max(0, found.start() - _PHRASE), found.start()):
            yield from _kins(document, line, found, said, line.everyone(found, "owners"), [noun])
    for found in _AS_OF.finditer(line.text):
        said = kinship(found["noun"], found["before"], owned=True)
        if said:
            named = subject_or_tree(line, line.at(found.start()))
            yield from _kins(document, line, found, said, line.everyone(found, "owners"), named)
    for found in _PARENT_OF.finditer(line.text):
        parents = subject_or_tree(line, line.at(found.start("noun")), several=True)
        children = _names(line, found, _CHILD)
        if shared := _SHARED_WITH.match(line.text, found.end()):
            parents += [one for one in line.everyone(shared, "other") if one not in parents]
        yield from _kins(document, line, found, _CHILD, parents, children)


def _by_pair(document: Document, line: Line) -> Iterator[Kin]:
    """Read "twins Jo and Al", "exes Ann and Joe", "the couple"."""
    for found in _SIBLINGS.finditer(line.text):
        first, second = line.everyone(found, "both")
        said = Kinship("sibling", detail="twin" if found["noun"].startswith("twin") else None)
        yield from _kins(document, line, found, said, [first], [second])
    for found in _PAIR.finditer(line.text):
        first, second = line.everyone(found, "both")
        yield from _kins(document, line, found, _pair(found["noun"], found["before"].split()), [first], [second])
    for found in _GROUP.finditer(line.text):
        group = line.chunks[line.at(found.start())].mention
        words = frozenset(group.span.text.lower().split()) if group else frozenset()
        if group and group.form == "noun" and group.head in _SIBLING_NOUNS:
            yield from _kins(document, line, found, Kinship("sibling"), [group.span], [group.span])
        if group and group.form == "noun" and group.head in _PAIR_NOUNS and not words & NOT_KIN:
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
    return Kinship(relation, status="former" if former else "current" if noun == "newlyweds" else None)


def _together(line: Line, found: re.Match[str]) -> list[Span]:
    """Return the two of whom something is told together: whom "they" and "their" mean by the words before, else both.

    The words are "Kim and Jo announced their engagement", "talk of Kim and Jo grew as they kissed".
    """
    at = line.at(found.start())
    before = joint_subject(line, at) if found["both"] == "Y" else []
    before = before or (two_before(line, at) if found["both"] in ("Y", "T") else [])
    return before or line.everyone(found, "both")


def _by_verb(document: Document, line: Line) -> Iterator[Kin]:
    """Read "is dating", "married", "split from", "their divorce", "whom she dated", "gave birth to daughter Jo"."""
    for saying in TOWARDS:
        for found in saying.pattern.finditer(line.text):
            if is_title(found["title"], found["phrase"]) and is_romance(found):
                said = Kinship(saying.relation, status=status_of(saying, found))
                bond = found["phrase"].startswith(("relationship", "marriage", "romance"))
                if bond and _CHILD_FROM.search(line.text, max(0, found.start() - _PHRASE), found.start()):
                    continue  # of the child's parents, and told with the child
                at = line.at(found.start())
                owners = subject_or_tree(line, at) or (subject_after(line, at + 1) if at < _OPENING else [])
                yield from _kins(document, line, found, said, owners, line.everyone(found, "other"))
    for saying in TOGETHER:
        for found in saying.pattern.finditer(line.text):
            noun = KINSHIPS.get(line.chunks[max(0, line.at(found.start()) - 1)].sign)
            if found["both"][0] == "N" and noun and noun.plural and noun.relation not in _LOVE:
                continue  # "with daughters Ann and Eve, broke up"
            if not is_romance(found):
                continue
            both = _together(line, found)
            said = Kinship(saying.relation, status=status_of(saying, found))
            yield from _kins(document, line, found, said, both[:1], both[-1:])
    for found in WHOM.finditer(line.text):
        phrase = found["phrase"]
        former = phrase not in ("dating", "married", "seeing") or "was" in found["aux"].split()
        said = Kinship(
            "spouse" if phrase in ("married", "divorced") else "partner", status="former" if former else "current"
        )
        yield from _kins(document, line, found, said, line.everyone(found, "one"), line.everyone(found, "other"))
    yield from _by_bringing_up(document, line)


def _by_bringing_up(document: Document, line: Line) -> Iterator[Kin]:
    """Read "gave birth to daughter Jo", "born to Ann and Joe", "adopted him", "whom he shares with his ex, Ann"."""
    child = Kinship("parent", "down")
    for found in _BORN_TO.finditer(line.text):
        named = subject_or_tree(line, line.at(found.start()))[:1]
        yield from _kins(document, line, found, child, line.everyone(found, "parents"), named)
    for found in _SHARED_CHILD.finditer(line.text):
        parents = [*line.everyone(found, "one"), *line.everyone(found, "other")]
        yield from _kins(document, line, found, child, parents, line.everyone(found, "child"))
    for rule in (_ADOPTING, _ADOPTED_BY):
        for found in rule.finditer(line.text):
            leading = subject_or_tree(line, line.at(found.start()), several=rule is _ADOPTING)
            parents = line.everyone(found, "parents") or leading
            named = [*line.everyone(found, "own"), *line.everyone(found, "child")] or leading
            yield from _kins(document, line, found, child._replace(detail="adopted"), parents, named)
    for found in _BEARING.finditer(line.text):
        parents = subject_or_tree(line, line.at(found.start()), several=True)
        yield from _kins(document, line, found, child, parents, line.everyone(found, "child"))
