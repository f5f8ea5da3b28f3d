"""Tells from a cue whether somebody says, thinks or asks what is reported, denies it, or leaves it unsaid."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import NamedTuple

from onrecord.annotate.cues import cues
from onrecord.annotate.word_lists import listed
from onrecord.model.statement import Attitude, Polarity

# Nouns and adjectives that report as the verbs do; the verbs stand in ``cues``.
_OTHERS: MappingProxyType[str, str] = MappingProxyType({
    **dict.fromkeys("""
        belief beliefs suspicion suspicions opinion view views impression sense conviction concern concerns worries
        certain sure convinced afraid worried concerned hopeful confident aware adamant thinking thoughts mind mulling
        considers considering considered consider wants wanted want hopes expects expected expect assumes assumed
        assume realizes realized realises realised realize realise doubts doubted doubt regrets regretted imagines
        imagined dreads dreaded intends intended plans planned planning prefers preferred concludes loves hates
    """.split(), "think"),
    **dict.fromkeys("denial denials rebuttal refutation contradicted contradicts contradicting".split(), "deny"),
    **dict.fromkeys("question questions inquiry".split(), "ask"),
})  # fmt: skip
_DENYING = re.compile(r"\b(?:shot|shoot|shoots|shooting|shut|shuts|shutting)\s+down\b", re.I)
_NOT = listed("not n't n’t never no nor neither without cannot")
_REFUSING = listed("declined declines decline declining refused refuses refuse refusing yet failed stopped avoided")
_WORD = re.compile(r"n['’]t\b|[^\W\d_]{1,30}?(?=n['’]t\b)|[^\W\d_]+")
_BACK = 24  # characters before a cue in which a "not" or a "declined to" belongs to it
_LINKED = listed("""
    have has had did does do would will could can to be been is are was were immediately yet ever also even still
    publicly officially directly explicitly exactly further either declined declines decline declining refused refuses
    refuse refusing not n't n’t never no cannot
""")


class Stance(NamedTuple):
    """How a voice stands to what is reported as its own."""

    attitude: Attitude
    polarity: Polarity


def stance(text: str, start: int, end: int) -> Stance:
    """Read the stance from the cue ``text[start:end]`` and the auxiliaries right before it."""
    inside = _words(text[start:end])
    kinds = [kind for word in inside if (kind := _kind(word))]
    negated = _is_negated([*_auxiliaries(text, start), *inside])
    kind = kinds[-1] if kinds else "say"
    if kind == "deny" or _DENYING.search(text, start, min(len(text), end + len(" down"))):
        # Who does not deny something leaves it unsaid.
        return Stance("says", "unsaid" if negated else "denied")
    if kind == "think":
        return Stance("thinks", "denied" if negated else "said")
    return Stance("asks" if kind == "ask" else "says", "unsaid" if negated else "said")


def _kind(word: str) -> str | None:
    cue = cues().get(word)
    return cue.kind if cue else _OTHERS.get(word)


def _is_negated(words: list[str]) -> bool:
    return any(word in _NOT or word in _REFUSING for word in words)


def _auxiliaries(text: str, start: int) -> list[str]:
    """Return the words right before a cue that belong to its verb: has yet to, did n't."""
    found: list[str] = []
    for word in reversed(_words(text[max(0, start - _BACK) : start])):
        if word not in _LINKED:
            break
        found.append(word)
    return found


def _words(text: str) -> list[str]:
    return [word[0].lower() for word in _WORD.finditer(text)]
