"""The verbs and phrases with which stories report words: saying, writing, asking, thinking, denying."""

from __future__ import annotations

from functools import cache
from types import MappingProxyType
from typing import Literal, NamedTuple

Class = Literal["say", "write", "ask", "think", "deny", "express"]
Tense = Literal["base", "s", "past", "ing"]


class Cue(NamedTuple):
    """One form of a reporting verb. ``express`` verbs report words only where quotation marks stand beside them."""

    verb: str
    kind: Class
    tense: Tense


_VERBS: dict[Class, str] = {
    "say": """
        say tell add reveal admit claim confess explain insist note state declare announce report share reply respond
        answer continue confirm recall remark comment mention argue allege assert maintain acknowledge concede disclose
        divulge spill dish gush joke quip tease recount relate retort stress emphasize emphasise clarify elaborate
        conclude reiterate repeat proclaim pronounce profess contend testify warn advise urge promise vow swear pledge
        boast brag hint suggest imply indicate predict estimate speculate theorize caution counter complain lament
        bemoan protest exclaim blurt whisper shout scream yell interject interrupt volunteer offer opine muse observe
        reflect reminisce describe dub deem label call quote cite rave enthuse beg plead demand order instruct scold
        apologize apologise sigh snipe sneer scoff fume snap blast slam rant vent rage thunder chime snitch tattle blab
        squeal whine grumble groan moan grouse gripe lie squawk sniff crack deadpan coo croon purr sing rap chant
        praise assure inform remind attest verify affirm broadcast narrate mutter murmur mumble utter voice utter
        relay pontificate gab gossip chat hail credit expound preach teach prophesy rejoice crow beam bleat bark
        thank congratulate greet toast counsel school recommend spew spout spit blubber stammer snarl growl howl roar
        tut huff marvel confide assess surmise reckon propose theorise rhapsodize rhapsodise riff tout decry rail
        reason explode
    """,
    "write": "write tweet retweet post caption text message email blog pen scribble type publish sign jot read",
    "ask": "ask inquire enquire question wonder query quiz ponder",
    "think": "think believe feel know suspect fear hope worry guess figure understand learn realize realise expect",
    "deny": "deny refute dispute reject dismiss rebut debunk",
    "express": """
        laugh smile grin nod shrug giggle chuckle wink cry sob weep begin start finish end open go speak talk discuss
        recite pray hit fire shoot clap point sum address agree disagree compare refer accuse blame brand mock bash rip
        criticize criticise characterize characterise hashtag paraphrase remember land throw mouth flash hold feature
        thought reminisce promote introduce dedicate wish want react tie credit include sport
    """,
}

_PAST = {
    "say": "said", "tell": "told", "write": "wrote", "swear": "swore", "spill": "spilled spilt", "sing": "sang sung",
    "read": "read", "think": "thought", "feel": "felt", "know": "knew known", "understand": "understood", "go": "went",
    "learn": "learned learnt", "begin": "began begun", "speak": "spoke spoken", "weep": "wept", "hit": "hit",
    "shoot": "shot", "dub": "dubbed", "admit": "admitted", "quip": "quipped", "slam": "slammed", "snap": "snapped",
    "chat": "chatted", "label": "labeled labelled", "rap": "rapped", "nod": "nodded", "grin": "grinned",
    "shrug": "shrugged", "clap": "clapped", "gab": "gabbed", "blab": "blabbed", "rebut": "rebutted", "sob": "sobbed",
    "quiz": "quizzed", "rip": "ripped", "sum": "summed", "pen": "penned", "jot": "jotted", "brag": "bragged",
    "beg": "begged", "lie": "lied", "tie": "tied", "spew": "spewed", "spit": "spat spit", "throw": "threw thrown",
    "hold": "held", "wed": "wed", "tut": "tutted", "chant": "chanted", "blog": "blogged", "teach": "taught",
    "marvel": "marveled marvelled", "counsel": "counseled counselled",
}  # fmt: skip
_SAME_ING = {"lie": "lying", "tie": "tying"}


def _s(verb: str) -> str:
    if verb.endswith(("s", "x", "z", "ch", "sh", "go")):
        return verb + "es"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies"
    return verb + "s"


def _past(verb: str) -> list[str]:
    if verb in _PAST:
        return _PAST[verb].split()
    if verb.endswith("e"):
        return [verb + "d"]
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return [verb[:-1] + "ied"]
    return [verb + "ed"]


def _ing(verb: str) -> str:
    if verb in _SAME_ING:
        return _SAME_ING[verb]
    past = _past(verb)[0]
    if past.endswith(verb[-1] * 2 + "ed") and not verb.endswith(("s", "l", "f")):
        return verb + verb[-1] + "ing"
    if past.endswith("lled") and not verb.endswith("ll"):
        return verb + "ling"
    return (verb[:-1] if verb.endswith("e") and not verb.endswith("ee") else verb) + "ing"


@cache
def cues() -> MappingProxyType[str, Cue]:
    """Return every form of every reporting verb, in lower case."""
    table: dict[str, Cue] = {}
    for kind, verbs in _VERBS.items():
        for verb in verbs.split():
            for form, tense in ((verb, "base"), (_s(verb), "s"), (_ing(verb), "ing")):
                table.setdefault(form, Cue(verb, kind, tense))  # type: ignore[arg-type]
            for form in _past(verb):
                if form != verb:
                    table.setdefault(form, Cue(verb, kind, "past"))
    return MappingProxyType(table)
