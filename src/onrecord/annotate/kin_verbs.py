"""What verbs and phrases say of two people: "is dating", "tied the knot with", "split from", "their divorce"."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.annotate.roles import ROLE
from onrecord.model.statement import Relation, Status

_WORD = r"(?:(?!(?:and|or|but|of|to|in|on|at|by|for|from|with|that|who|while|when|is|was|has|had|said|told) )[^\sA-Z,.;:!?()\"—]+ )"
_TITLE = rf"(?:(?:{_WORD}{{0,5}}?(?:{ROLE}|\S{{1,12}}-old)(?: ,)? )|(?:{_WORD}))?"
_B = rf"{_TITLE}(?P<b>[NHRD])(?! (?:'s|') )"
_ADVERB = (
    r"(?:(?:reportedly|allegedly|recently|secretly|finally|also|then|already|still|once|previously|briefly|just|now|famously"
    r"|quietly|happily|officially|first|later|even|currently|publicly|actually|definitely|not|n't|never|casually|again"
    r"|formerly|long|legally|apparently|supposedly|rumored|rumoured|said|to|be|been|have|had|has|is|are|was|were|'s|'ve|'d"
    r"|am|'m|being|seriously|openly|really|only|thought|believed|possibly|no longer|both|all|off and on|on and off) )"
)
_AUX = rf"(?P<aux>{_ADVERB}{{0,6}})"
_BOTH = r"(?P<both>[NH] (?:, \S+ , )?(?:and|&) (?:[^\sA-Z,.;:!?()\"—]+ ){0,3}?N|[GTY])(?= )"


class Saying(NamedTuple):
    """A rule: what it looks like, and what it says; ``past`` verbs say it of a former time after "was" or "had"."""

    pattern: re.Pattern[str]
    relation: Relation
    status: Status


# Each line: relation, status, words. "@b" is the other person; whoever leads the words is the first.
_TOWARDS: tuple[tuple[Relation, Status, str], ...] = (
    (
        "spouse",
        "current",
        r"(?:married to|married|marries|marry|weds?|tie[sd]? the knot with|tying the knot with|eloped with|exchanged vows with|said i do to|(?:got|gets) hitched (?:to|with)|marriage (?:to|with)|wedding to|wedding anniversary with|newlywed life with|vows with) @b",
    ),  # noqa: E501
    (
        "spouse",
        "former",
        r"(?:divorced(?: from)?|divorce from|ended (?:R|S) marriage (?:to|with)|divorce settlement with|finali[sz]ed (?:R|S) divorce from) @b",
    ),
    ("spouse", "current", r"(?:fil(?:e|ed|es|ing) for (?:divorce|legal separation|separation) from|estranged from) @b"),
    (
        "spouse",
        "future",
        r"(?:(?:upcoming |future |planned )(?:wedding|marriage|nuptials) (?:to|with)|(?:set|going|ready|planning|plans|about) to (?:marry|wed)|will marry|getting married to) @b",
    ),
    ("engaged", "current", r"(?:engaged to|engagement to|proposed to|popped the question to|got engaged to) @b"),
    (
        "engaged",
        "former",
        r"(?:(?:called|call|calling) off (?:R|S) engagement (?:to|with)|once engaged to|previously engaged to) @b",
    ),
    (
        "partner",
        "current",
        r"(?:dating|(?:is|was|been|'s|were|are) (?:\S+ )?seeing|in a (?:\S+ ){0,2}relationship with|moved on with|moving on with|back together with|reunited romantically with|hooking up with|hooked up with|(?:romance|relationship|affair|fling|love affair|romantic relationship|tryst|courtship|new romance) with|romancing|romantically (?:linked|involved) (?:to|with)|linked to|(?:fell|falling|fallen|falls|madly|deeply|head over heels) in love with|in love with|got together with|cheat(?:ed|ing|s)? with|packing on the pda with|smitten with|date night with) @b",
    ),  # noqa: E501
    (
        "partner",
        "former",
        r"(?:dated|split (?:from|with)|splitting (?:from|with)|splits (?:from|with)|broke up with|breaking up with|break up with|breakup (?:from|with)|break-up (?:from|with)|broke things off with|broke it off with|called it quits with|calling it quits with|separated from|separation from|parted ways with|breakup|dumped|dumping|dumps) @b",
    ),  # noqa: E501
)
_TOGETHER: tuple[tuple[Relation, Status, str], ...] = (
    ("spouse", "current", r"@both (?:'s |' )?@aux(?:married|tied the knot|tie the knot|wed|got married|exchanged vows|said i do|eloped|got hitched|(?:first |second |lavish |star-studded |own )?(?:wedding|marriage|nuptials|wedding anniversary|wedding day))"),  # noqa: E501
    ("spouse", "former", r"@both (?:'s |' )?@aux(?:got divorced|divorced|(?:bitter |messy |nasty |pending )?divorce)"),
    ("spouse", "future", r"@both @aux(?:getting married|tying the knot|planning (?:a|their|Y) (?:\S+ ){0,2}wedding)"),
    ("engaged", "current", r"@both (?:'s |' )?@aux(?:engaged|got engaged|engagement)"),
    ("partner", "current", r"@both (?:'s |' )?@aux(?:dating|a couple|an item|back together|still together|together romantically|in a relationship|in love|getting back together|got back together|get back together|began dating|started dating|begin dating|start dating|going strong|sealed Y relationship|hooking up|(?:new |budding |hot |whirlwind |secret |rumored |rumoured )?(?:relationship|romance|love affair|affair))"),  # noqa: E501
    ("partner", "former", r"@both (?:'s |' )?@aux(?:dated|split|split up|broke up|break up|called it quits|call it quits|parted ways|separated|(?:recent |shocking |sudden |messy )?(?:breakup|break-up|split|separation|relationship ended))"),  # noqa: E501
)  # fmt: skip
_WHOM = rf"(?P<b>N) (?:, )?(?:whom|who|that) (?P<a>[HNRD]) {_AUX}(?P<verb>dating|dated|married|divorced|seeing|split from|split with|broke up with|dumped)(?= )"


def _compile(pattern: str) -> re.Pattern[str]:
    filled = pattern.replace("@both", _BOTH).replace("@aux", _AUX).replace("@b", _B)
    return re.compile(rf"(?<= ){filled}(?= )")


TOWARDS = tuple(Saying(_compile(_AUX + words), relation, status) for relation, status, words in _TOWARDS)
TOGETHER = tuple(Saying(_compile(words), relation, status) for relation, status, words in _TOGETHER)
WHOM = re.compile(rf"(?<= ){_WHOM}")
