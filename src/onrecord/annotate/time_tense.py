"""Tells whether the words around a time speak of the future or the past: "will meet", "planned to leave", "met"."""

from __future__ import annotations

from onrecord.annotate.calendar_words import Word
from onrecord.annotate.tree import Tree
from onrecord.model.span import Span

# The nearest of these before a time tells whether its verb looks ahead.
_AHEAD_WORDS = "will ll shall going plans planning expected scheduled slated upcoming must"
_BEHIND_WORDS = "said told was were had did met died since made went came got saw left wrote took began held"
_LOOKS = dict.fromkeys(_AHEAD_WORDS.split(), True) | dict.fromkeys(_BEHIND_WORDS.split(), False)
_FUTURE = frozenset(("will", "'ll", "wo", "shall", "may", "might", "can", "could", "would", "should", "must"))
_PAST = frozenset(("was", "were", "had", "did", "has", "have", "'ve"))
# What is planned lies ahead; of what is agreed only what is agreed to do ("agreed in June to pay in May").
_PLANNED_WORDS = (
    "plan plans planned planning expect expects expected expecting schedule scheduled slated due effective payable"
    " pending upcoming coming forthcoming supposed"
)
_AGREED_WORDS = (
    "intend intends intended agree agrees agreed set hope hopes hoped hoping want wants wanted ask asks asked ordered"
    " promise promises promised vow vowed threatened prepare prepares prepared preparing about going ready likely bound"
    " propose proposes proposed wait waiting urged invited offers offered need needs decided decide decides"
)
_PLANNED, _AGREED = frozenset(_PLANNED_WORDS.split()), frozenset(_AGREED_WORDS.split())
_PUT_OFF = frozenset("extend extended postpone postponed delay delayed deferred adjourned put pushed gave".split())
_IRREGULAR_WORDS = """
    said told met died made went came got saw left wrote took began held became bought brought broke built caught
    chose drew drove fell felt fought found flew forgot froze gave grew hit hurt kept knew laid led lost meant paid
    ran rose sang sat sent set shot showed shut slept sold spent spoke spread stood stole struck sued swore swept
    threw taught thought understood woke won wore cut put quit let shed
"""
_IRREGULAR = frozenset(_IRREGULAR_WORDS.split())
_NOW = frozenset(("is", "are", "am", "'s", "'re", "'m"))
_TELLING = frozenset(("says", "tells", "reports", "remains"))


def looks_ahead(found: list[Word], first: int, last: int) -> bool | None:
    """Tell by the words around a time alone whether its sentence speaks of the future; None where none does."""
    for index in range(first - 1, max(first - 16, -1), -1):
        word = found[index]
        if word.kind == "break":
            break
        ahead = _LOOKS.get(word.text)
        if ahead is not None:
            return ahead
        if word.text.endswith("ed"):
            return False
    for index in range(last, min(last + 8, len(found))):
        if found[index].kind == "break":
            break
        if found[index].text in ("will", "ll", "shall"):
            return True
    return None


def told_ahead(tree: Tree, span: Span) -> bool | None:
    """Tell by the grammar whether a time lies ahead; None where the grammar does not tell.

    A clause without a tense of its own ("to leave on Friday") takes it from the words that it hangs on.
    """
    head = tree.head(span)
    if head is None:
        return None
    for child in tree.below(head, "case"):
        if tree.low(child) == "until" and tree.low(tree.clause(head)) in _PUT_OFF:
            return True
    below: int | None = None
    for place in tree.above(head):
        if place not in tree.places(span):
            ahead = _tense(tree, place, below)
            if ahead is not None:
                return ahead
            if below is None and tree.tokens[head].relation == "nmod:poss":
                return False
            below = place
    return None


def _tense(tree: Tree, place: int, below: int | None) -> bool | None:
    """Return what one word tells: a verb by its form and auxiliaries, a noun by "planned" or "scheduled" before it.

    ``below`` is the word under it from which the time hangs, None for the time itself.
    """
    low, token = tree.low(place), tree.tokens[place]
    if token.upos in ("NOUN", "PROPN"):
        awaited = any(tree.low(child) in _PLANNED for child in tree.below(place, "amod"))
        return True if awaited else _by_auxiliaries(tree, place)
    if token.upos not in ("VERB", "ADJ", "AUX"):
        return None
    infinitive = below is not None and any(tree.low(child) == "to" for child in tree.below(below, "mark"))
    if low in _PLANNED or (infinitive and low in _AGREED) or (low == "set" and token.relation == "acl"):
        return True
    told = _by_auxiliaries(tree, place)
    if told is not None:
        return told
    if any(tree.low(child) == "to" for child in tree.below(place, "mark")):
        if any(tree.low(child) in _NOW for child in tree.below(place, "aux", "cop")):
            return True  # "is to appear on Thursday"
        return True if token.relation == "acl" and not _is_counted(tree, tree.heads[place]) else None
    return _by_form(tree, place)


def _is_counted(tree: Tree, noun: int) -> bool:
    """Tell whether a noun is one of a row, "the first countries to join": what it did is done."""
    return any(tree.low(child) in ("first", "last", "only", "latest") for child in tree.below(noun, "amod"))


def _by_form(tree: Tree, place: int) -> bool | None:
    low, token = tree.low(place), tree.tokens[place]
    if token.upos != "VERB":
        return None
    if low.endswith("ing"):
        now = any(tree.low(child) in _NOW for child in tree.below(place, "aux"))
        return True if now else None
    if low.endswith("ed") or low in _IRREGULAR:
        return False
    if low.endswith("s") and token.relation in ("root", "acl:relcl", "conj", "ccomp"):
        return low not in _TELLING
    return None


def _by_auxiliaries(tree: Tree, place: int) -> bool | None:
    helpers = {tree.low(child) for child in tree.below(place, "aux", "aux:pass", "cop")}
    if helpers & _FUTURE and "have" not in helpers:
        return not ("could" in helpers and tree.tokens[place].clause == "denied")
    return False if helpers & _PAST else None
