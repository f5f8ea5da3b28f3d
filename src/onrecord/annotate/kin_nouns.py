"""The nouns of kinship and love, and what the words before them change: "ex-wife", "half-sister", "rumoured beau"."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import Literal, NamedTuple

from onrecord.model.statement import Relation, Reported, Status

Way = Literal["up", "down", "level"]


class Kinship(NamedTuple):
    """What a noun says of the person it names towards the person who owns it.

    ``way`` is "up" where the one named is the elder ("her mother"), "down" where the younger ("her son"). ``status``
    is None where the words tell no time.
    """

    relation: Relation
    way: Way = "level"
    plural: bool = False
    status: Status | None = "current"
    detail: str | None = None
    reported: Reported = "fact"


_NOUNS: tuple[tuple[Relation, Way, str], ...] = (
    ("spouse", "level", "husband, hubby, wife, wifey, spouse, bride, groom"),
    (
        "partner",
        "level",
        "boyfriend, girlfriend, beau, lover, love interest, love, partner, main squeeze, squeeze, flame, baby daddy,"
        " baby mama, other half, significant other, better half, lady love, ladylove, toyboy, toy boy, boy toy,"
        " boy-toy, sweetheart, boo, mistress, fling, girl friend, boy friend, soulmate, soul mate, honey,"
        " old flame, bae, sugar mama, sugar daddy",
    ),
    ("engaged", "level", "fiance, fiancé, fiancee, fiancée, intended, husband-to-be, wife-to-be, bride-to-be"),
    (
        "sibling",
        "level",
        "brother, sister, sibling, twin, sis, bro, twin brother, twin sister, baby sister, baby brother",
    ),
    ("parent", "up", "mother, mom, mum, mama, mommy, mummy, momma, father, dad, daddy, papa, parent, momager"),
    (
        "parent",
        "down",
        "son, daughter, child, kid, baby, baby girl, baby boy, little girl, little boy, newborn, firstborn, first-born,"
        " tot, toddler, offspring, baby daughter, baby son, eldest, youngest, triplet, little one, tyke, infant,"
        " bundle of joy",
    ),
    (
        "grandparent",
        "up",
        "grandmother, grandfather, grandma, grandpa, granny, grandparent, granddad, grandad, great-grandmother,"
        " great-grandfather",
    ),
    ("grandparent", "down", "grandson, granddaughter, grandchild, grandkid, grandbaby"),
    ("family", "level", "cousin, aunt, auntie, uncle, nephew, niece, relative"),
)
_ODD_PLURALS = {
    "wife": "wives", "child": "children", "grandchild": "grandchildren", "baby": "babies", "grandbaby": "grandbabies",
    "hubby": "hubbies", "ex": "exes", "bundle of joy": "bundles of joy",
}  # fmt: skip
_IN_LAW = ("mother", "father", "sister", "brother", "son", "daughter", "parent")
_STEP = ("mother", "mom", "mum", "father", "dad", "sister", "brother", "sibling", "son", "daughter", "child", "kid")


def _table() -> dict[str, Kinship]:
    nouns = {noun: Kinship(relation, way) for relation, way, words in _NOUNS for noun in words.split(", ")}
    table = dict(nouns)
    for noun in _IN_LAW:
        table[f"{noun}-in-law"] = Kinship("family", detail="in-law")
        table[f"{noun}s-in-law"] = Kinship("family", detail="in-law", plural=True)
    for noun in _STEP:
        for prefix, detail in (("step", "step"), ("step-", "step"), ("half-", "half"), ("half ", "half")):
            table[prefix + noun] = nouns[noun]._replace(detail=detail)
    for noun, kinship in nouns.items():
        if kinship.relation in ("spouse", "partner", "engaged"):
            for prefix in ("ex-", "ex ", "then-"):
                table[prefix + noun] = kinship._replace(status="former")
    table["twins"] = Kinship("parent", "down", plural=True)  # "her twins" are her children, "her twin" is none
    table["ex"] = Kinship("partner", status="former")
    for noun in list(table):
        base = next((odd for odd in _ODD_PLURALS if noun.endswith(odd)), None)
        plural = noun[: -len(base)] + _ODD_PLURALS[base] if base else noun + "s"
        table.setdefault(plural, table[noun]._replace(plural=True))
    return table


KINSHIPS = MappingProxyType(_table())
_BASES = {noun for _, _, words in _NOUNS for noun in words.split(", ")} | {"ex"} | set(_ODD_PLURALS.values())
# Every noun of the table, and a few words that are none: what the table does not hold is no kinship.
NOUN = (
    r"(?:(?:ex[- ]|then-|half[- ]|step-?))?"
    rf"(?:{'|'.join(re.escape(noun) for noun in sorted(_BASES, key=len, reverse=True))})(?:s?-in-law|s)?"
)

_FORMER = frozenset(["former", "ex", "then", "previous", "one-time", "onetime", "past"])
_FUTURE = frozenset(["future", "soon-to-be", "next", "would-be"])
_COUNTED = frozenset(["second", "third", "fourth", "fifth", "sixth"])  # there may be one more by now
_DOUBTED = frozenset(
    ["rumored", "rumoured", "alleged", "reported", "supposed", "possible", "potential", "suspected", "purported"]
)
_ADOPTED = frozenset(["adopted", "adoptive", "foster"])
# A "business partner" or a "TV husband" is nobody's partner or husband.
NOT_KIN = frozenset(
    ["business", "writing", "dance", "dancing", "production", "producing", "songwriting", "duet", "training", "tv",
     "sparring", "on-screen", "onscreen", "television", "fictional", "screen", "work", "law", "film", "movie", "soul",
     "celebrity", "running", "singing", "golf", "professional", "acting", "creative", "crime", "performing", "touring",
     "comedy", "pro"]
)  # fmt: skip
# A "new mum" is told of herself, not of her child, unless she has an owner.
_OF_HERSELF = frozenset(
    ["new", "single", "proud", "first-time", "expectant", "busy", "working", "young", "hot", "soccer", "stay-at-home",
     "pregnant", "doting"]
)  # fmt: skip


def kinship(noun: str, before: str, *, owned: bool) -> Kinship | None:
    """Return what a noun means with the words before it, all in lower case; None where it is no kinship.

    ``owned`` tells that the words before begin with an owner: "new mum" alone is nobody's mother, "her new mum" is.
    """
    words = frozenset(before.split())
    found = KINSHIPS.get(noun)
    if found is None or words & NOT_KIN or (not owned and found.way == "up" and words & _OF_HERSELF):
        return None
    couple = found.relation in ("spouse", "partner", "engaged")
    if couple and "soon-to-be" in words and found.status == "former":
        found = found._replace(status="current")
    elif couple and (words & _FORMER or (found.relation == "spouse" and words & {"first", "late"})):
        found = found._replace(status="former")
    elif couple and words & _FUTURE:
        found = found._replace(status="future")
    elif found.relation == "spouse" and words & _COUNTED and found.status == "current":
        found = found._replace(status=None)
    if words & _DOUBTED:
        found = found._replace(reported="claim")
    if words & _ADOPTED:
        found = found._replace(detail="adopted")
    return found
