"""The verbs with which stories report words: saying, writing, asking, thinking, denying."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple, cast

from onrecord.annotate.word_lists import listed

Class = Literal["say", "write", "ask", "think", "deny", "express"]
Tense = Literal["base", "s", "past", "ing"]


class Cue(NamedTuple):
    """One form of a reporting verb. ``express`` verbs report words only where quotation marks stand beside them."""

    verb: str
    kind: Class
    tense: Tense


_VERBS = MappingProxyType({
    "say": """
        say tell add reveal admit claim confess explain insist note state declare announce report share reply respond
        answer continue confirm recall remark comment mention argue allege assert maintain acknowledge concede disclose
        divulge spill dish gush joke quip tease recount retort stress emphasize emphasise clarify elaborate
        conclude reiterate repeat proclaim pronounce profess contend testify warn advise urge promise vow swear pledge
        boast brag hint suggest imply indicate predict estimate speculate theorize theorise caution counter complain
        lament bemoan protest exclaim blurt whisper shout scream yell interject interrupt volunteer offer opine muse
        observe reflect reminisce describe dub deem label call quote cite rave enthuse beg plead demand order instruct
        scold apologize apologise sigh snipe sneer scoff fume blast slam rant vent rage thunder chime snitch
        tattle blab squeal whine grumble groan moan grouse gripe squawk sniff deadpan coo croon purr sing rap
        chant praise assure inform remind attest verify affirm broadcast narrate mutter murmur mumble utter voice relay
        pontificate gab gossip chat hail preach prophesy rejoice crow bleat bark thank congratulate counsel
        recommend spew spit blubber stammer snarl tut huff marvel confide assess surmise reckon propose
        rhapsodize rhapsodise tout decry rail reason judge advocate
    """,
    "write": "write tweet retweet post caption text email blog pen scribble type publish sign jot read",
    "ask": "ask inquire enquire question wonder query quiz ponder",
    "think": "think believe feel know suspect fear hope worry guess understand learn discover",
    "deny": "deny refute dispute reject dismiss rebut debunk",
    "express": """
        laugh smile grin nod shrug giggle chuckle wink cry sob weep begin start open go speak talk discuss recite pray
        hit fire shoot clap point sum address agree disagree compare refer accuse blame mock bash rip criticize
        criticise characterize characterise hashtag paraphrase remember mouth promote introduce dedicate wish react
        snap explode crack roar growl howl beam
    """,
})  # fmt: skip

# Verbs that report words only with a particle after them: "fired back", "opened up".
PARTICLES = MappingProxyType({
    "hit": ("back", "out"), "fire": ("back", "off"), "shoot": ("back", "down"), "clap": ("back",), "open": ("up",),
    "sum": ("up",), "point": ("out",), "go": ("on",),
})  # fmt: skip

_PAST = MappingProxyType({
    "say": "said", "tell": "told", "write": "wrote written", "swear": "swore", "spill": "spilled spilt",
    "sing": "sang sung", "read": "read", "think": "thought", "feel": "felt", "know": "knew known",
    "understand": "understood",
    "learn": "learned learnt", "go": "went", "begin": "began begun", "speak": "spoke spoken", "weep": "wept",
    "hit": "hit", "shoot": "shot", "admit": "admitted", "label": "labeled labelled", "spit": "spat spit",
    "marvel": "marveled marvelled", "counsel": "counseled counselled", "broadcast": "broadcast",
})  # fmt: skip
# Verbs that double their last letter before "ed" and "ing".
_DOUBLING = listed("""
    dub quip slam snap chat rap nod grin shrug clap gab blab rebut sob quiz rip pen jot brag beg tut blog sum
    deadpan
""")
_DOUBLING_ING = _DOUBLING | {"hit", "admit", "begin", "spit"}


@cache
def cues() -> MappingProxyType[str, Cue]:
    """Return every form of every reporting verb, in lower case."""
    table: dict[str, Cue] = {}
    for kind, verbs in _VERBS.items():
        for verb in verbs.split():
            for form, tense in _forms(verb):
                table.setdefault(form, Cue(verb, cast("Class", kind), tense))
    return MappingProxyType(table)


def _forms(verb: str) -> Iterator[tuple[str, Tense]]:
    yield verb, "base"
    yield _third_person(verb), "s"
    yield _ing(verb), "ing"
    for form in _PAST[verb].split() if verb in _PAST else (_regular_past(verb),):
        yield form, "past"


def _third_person(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "go")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _regular_past(verb: str) -> str:
    if verb in _DOUBLING:
        return verb + verb[-1] + "ed"
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ied"
    return verb + "ed"


def _ing(verb: str) -> str:
    if verb in _DOUBLING_ING:
        return verb + verb[-1] + "ing"
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"
