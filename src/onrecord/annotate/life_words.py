"""The words that tell the great events of a life: meeting, marrying, parting, birth and death."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from onrecord.model.statement import Happening

Of = Literal["pair", "one", "child"]


class LifeWord(NamedTuple):
    """One way to tell an event, as a pattern over a line (see ``phrases``).

    ``of`` says whom it happens to: a pair, one person, or the child (or the dead) that is named. A ``state``
    ("married to") is an event only where a time tells when it began. ``owned`` words are nouns: "their wedding";
    ``parsed`` ones tell an event only where the grammar shows both people.
    The pattern's groups, where it has them: ``owner`` leads the words, ``other`` is named in them, ``title`` stands
    before the other.
    """

    event: Happening
    of: Of
    pattern: re.Pattern[str]
    state: bool = False
    owned: bool = False
    parsed: bool = False


# What the names after "@" stand for in the tables below.
_WORD = (
    r"(?:(?!(?:and|or|but|of|to|in|on|at|by|for|from|with|that|who|while|when|after|before|is|was|has|had|said|told) )"
    r"[^\sA-Z,.;:!?()\"—]+ )"
)
_ADJECTIVE = (
    r"(?:(?!(?:and|or|but|of|to|in|on|at|by|for|from|with|over|about|into|as|is|was|'s|') )"
    r"[^\sA-Z,.;:!?()\"]+ )"
)
_PARTS = {
    "with": r"(?: (?:with|from) @other)?",
    "to": r"(?: (?:with|to) @other)?",
    "other": r"@title(?P<other>[NHD](?: ,? ?(?:and|&) @words[N])?|@her)(?! (?:'s|') )",
    "named": r"(?:, )?(?P<other>[NHD](?: (?:, )?(?:and|&) @words(?:, )?N)?)(?! (?:'s|') )",
    "child": (
        r"(?:[RSY] |a |an |the )?(?:@word{0,4}?(?:sons?|daughters?|child|baby|boys?|girls?|twins?|newborn)"
        r" (?:named |called )?(?:, |— )?){0,2}(?P<other>N(?: (?:and|&) N)?)(?! (?:'s|') )"
    ),
    "her": r"R(?= (?:[.,;:!?)\"—]|in|on|at|for|since|after|and|when|last|back) )",
    "title": r"(?P<title>(?:[RSY] |[NH] (?:'s|') )?@word{0,5}?(?:, )?)",
    "words": r"(?:[RSY] )?@word{0,3}?",
    "owner": r"(?P<owner>[RSYMU]|(?:[NH] (?:and|&) )?[NDG] (?:'s|')) @adjective{0,4}?",
    "begin": "(?:began|begin|begins|started|start|starts|beginning|starting)",
    "got": "(?:got|get|gets|getting|gotten)",
    "bond": "(?:relationship|marriage|romance|engagement|fling|union)",
    "word": _WORD,
    "adjective": _ADJECTIVE,
}
_HERE = r"(?= (?:in|on|at|for|when|while|through|after|back|during|as|again|[.,]) )"
_NOT_A_STATE = "".join(
    f"(?<! {word} )"
    for word in "is are be was were been being 's 're still previously once happily first get gets got getting".split()
)
_PAIR_VERBS: tuple[tuple[Happening, bool, str], ...] = (
    ("meeting", False, rf"met(?:(?: (?:up )?with)? @other|{_HERE})"),
    ("meeting", False, rf"meeting(?: @title@named|(?:(?<= after meeting)|(?<= since meeting)|(?<= first meeting)){_HERE})"),
    ("meeting", False, "(?:(?:were|was|been) (?:first |later )?introduced|first (?:time )?(?:[TWGH] )?crossed paths)@to"),
    ("relationship_start", False, "@begin (?:dating|seeing|romancing|hooking up with)(?: @other| each other)?"),
    ("relationship_start", False, r"@begin (?:a|Y|R|S) (?:\S+ )?(?:relationship|romance|affair|courtship)@with"),
    ("relationship_start", False, "(?:@got (?:back )?together|hooked up|hooking up|fell in love)@with"),
    ("relationship_start", False, r"rekindl(?:ed|ing|e) (?:Y|R|S|a|the) (?:\S+ )?(?:romance|relationship)@with"),
    ("relationship_start", True, "(?:dated|dating|seeing)(?: @other)?"),
    ("relationship_start", True, "(?:(?:been|were|are) together|(?:romantically )?linked(?! to (?:a|the) )|an item|a couple(?! of )|involved)@to"),
    ("relationship_start", True, r"in a (?:\S+ ){0,2}relationship@with"),
    ("engagement", False, "(?:@got engaged|became engaged|proposed|popped the question)@to"),
    ("engagement", False, "(?:was|were|been) (?:once |previously |briefly )?engaged to @other"),
    ("engagement", True, "engaged@to"),
    ("marriage", False, "(?:tied|tying|tie|ties) the knot@to"),
    ("marriage", False, "(?:exchanged (?:wedding )?vows|said i do|eloped|@got (?:married|hitched)|were wed)@to"),
    ("marriage", False, "walked down the aisle@to"),
    ("marriage", False, "(?:wed|weds)(?: @other)?"),
    ("marriage", False, "(?:marrying|marries|marry) @other"),
    ("marriage", False, rf"{_NOT_A_STATE}married(?: @other)?"),
    ("marriage", False, "(?:was|were|been) (?:once|previously|briefly|twice) married to @other"),
    ("marriage", True, "married@to"),
    ("separation", False, "(?:split|split up|splitting|splitting up|splits|separated|separating|parted|parted ways|ended things)@with"),
    ("separation", False, "(?:broke up|breaking up|broken up|broke things off|broke it off)@with"),
    ("separation", False, "(?:call(?:ed|ing) it quits|(?:go|went|going|gone) (?:Y )?separate ways)@with"),
    ("separation", False, r"(?:ended|ending) (?:R|S|Y|the|a) (?:\S+ ){0,3}?@bond@with"),
    ("separation", False, "(?:dumped|dumping|ditched|walked out on) @other"),
    ("divorce_filing", False, r"(?:filed|filing|files|file) (?:\S+ )?for (?:a )?(?:divorce|legal separation|separation)@with"),
    ("divorce", False, "(?:@got divorced|divorced|divorcing|divorces)@with"),
    ("divorce", False, "divorced @other"),
    ("divorce", False, r"(?:finali[sz]ed|settled) (?:R|S|Y|the) (?:\S+ )?divorce@with"),
)  # fmt: skip
# "Lee, whom Kim married": the one named first is the other.
_WHOM: tuple[tuple[Happening, bool, str], ...] = (
    ("relationship_start", True, "(?:dating|dated|seeing)"),
    ("engagement", True, "engaged to"),
    ("marriage", True, "married to"),
    ("marriage", False, "(?:married|wed)"),
    ("divorce", False, "divorced"),
    ("separation", False, "(?:split (?:from|with)|broke up with|dumped|separated from)"),
)
_OTHER_VERBS: tuple[tuple[Happening, Of, str], ...] = (
    ("death", "one", "(?:died|passed away|passed on|was killed|was murdered|was assassinated|was found dead)"),
    ("death", "one", "(?:committed suicide|took (?:R|S) own life)"),
    ("death", "child", "(?:murdering|murdered|killing|killed) @title@named"),
    ("birth", "child", "(?:gave|gives|give|giving) birth(?: to @child)?"),
    ("birth", "child", "(?:welcomed|welcomes|welcoming) @child"),
    (
        "birth",
        "child",
        r"(?:welcomed|welcomes|welcoming) (?:R|S|Y|a|twin|twins|another) (?:\S+ ){0,4}?(?:son|daughter|child|baby|twins|boy|girl)",
    ),
    ("birth", "one", "(?:was|were) born(?! (?:out|into|to do|for) )"),
    ("birth", "one", "(?:(?<= [NDH] , )|(?<= [NDH] \\( ))born(?! (?:out|into|to|for|and|again|with) )"),
    ("pregnancy", "one", r"(?:is|was|are|'s|got|became|fell|be|being) (?:\S+ ){0,2}?(?:pregnant|expecting)"),
)
# Told of two only where the grammar shows both: "met British actor Paul Marlow", "met her boyfriend, director Lee".
_PARSED_VERBS: tuple[tuple[Happening, str], ...] = (
    ("meeting", "met"),
    ("marriage", "(?:married|wed)"),
    ("divorce", "divorced"),
    ("separation", "(?:split|separated|dumped)"),
)
_PAIR_NOUNS: tuple[tuple[Happening, str], ...] = (
    ("divorce", "divorce"),
    ("separation", "(?:split|breakup|break-up|separation)"),
    ("marriage", "(?:wedding|nuptials)"),
    ("engagement", "engagement"),
)
_ONE_NOUNS: tuple[tuple[Happening, str, str], ...] = (
    ("death", "(?:death|passing|suicide|murder)", "(?:deaths?|passing|murders?|killings?|suicide)"),
    ("birth", "birth", "births?"),
)
# A noun that another one follows tells something else: a wedding anniversary, a birth mother.
_NOUN_ENDS = (
    r"(?: ceremony)?(?= (?:[.,;:!?)(—\"']|and|or|but|in|on|at|to|from|with|of|for|after|before|since|was|is|were|has|had"
    r"|will|one|two|three|four|five|six|seven|eight|nine|ten|last|this|back|as|that|which|when|while|because|by|if|earlier|just|first|until|than|announcement|news|\d+"
    r"|$))"
)


@cache
def life_words() -> tuple[LifeWord, ...]:
    """Return all ways to tell an event, the surer ones first."""
    return (*_whom(), *_verbs(), *_nouns())


def _whom() -> list[LifeWord]:
    return [
        LifeWord(
            event,
            "pair",
            _compiled(rf"(?P<other>N) (?:, \S+ )?(?:[,—] )?(?:who|whom) (?P<owner>[NHD]) (?:\S+ ){{0,4}}?{verb}"),
            state,
            owned=True,
        )
        for event, state, verb in _WHOM
    ]


def _verbs() -> list[LifeWord]:
    pairs = [LifeWord(event, "pair", _compiled(words), state) for event, state, words in _PAIR_VERBS]
    parsed = [LifeWord(event, "pair", _compiled(words), parsed=True) for event, words in _PARSED_VERBS]
    return [*pairs, *(LifeWord(event, of, _compiled(words)) for event, of, words in _OTHER_VERBS), *parsed]


def _nouns() -> list[LifeWord]:
    found = [
        LifeWord("marriage", "pair", _compiled("(?:@owner)?marriage to @other"), owned=True),
        LifeWord(
            "separation",
            "pair",
            _compiled("@owner@bond (?:ended|fell apart|imploded|broke down|crumbled|collapsed)"),
            owned=True,
        ),
    ]
    for event, noun in _PAIR_NOUNS:
        linked = rf"(?:@owner)?{noun}(?: ceremony| settlement)? (?:from|to|with) @other"
        found.append(LifeWord(event, "pair", _compiled(linked), owned=True))
        found.append(LifeWord(event, "pair", _compiled(f"@owner{noun}{_NOUN_ENDS}"), owned=True))
        found.append(LifeWord(event, "pair", _compiled(noun), owned=True, parsed=True))
    for event, noun, nouns in _ONE_NOUNS:
        found.append(LifeWord(event, "one", _compiled(f"@owner{noun}{_NOUN_ENDS}"), owned=True))
        named = rf"{nouns} of (?:(?:[RSY]|[NH] (?:'s|')) )?@adjective{{0,4}}?@named"
        found.append(LifeWord(event, "child", _compiled(named)))
    return found


def _compiled(words: str) -> re.Pattern[str]:
    for name, part in _PARTS.items():
        words = words.replace(f"@{name}", part)
    return re.compile(rf"(?<= )(?:{words})(?= )")
