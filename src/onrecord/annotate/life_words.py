"""The words that tell the great events of a life: meeting, marrying, parting, birth and death."""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from onrecord.annotate.roles import ROLE
from onrecord.model.statement import Happening

Of = Literal["pair", "one", "child"]

_WORD = (
    r"(?:(?!(?:and|or|but|of|to|in|on|at|by|for|from|with|that|who|while|when|after|before|is|was|has|had|said|told) )"
    r"[^\sA-Z,.;:!?()\"—]+ )"
)
_TITLE = rf"(?:(?:[RSY] )?(?:{_WORD}{{0,5}}?(?:{ROLE}|\S{{1,12}}-old|late)(?: ,)? )|{_WORD})?"
_HER = r"R(?= (?:[.,;:!?)\"—]|in |on |at |for |since |after |and |when |last |back |$))"
_OTHER = rf"{_TITLE}(?P<other>[NHD](?: ,? ?(?:and|&) {_TITLE}N)?|{_HER})(?! (?:'s|') )"
_WITH = rf"(?: (?:with|to|from) {_OTHER})?"
_ADJECTIVES = (
    r"(?:(?!(?:and|or|but|of|to|in|on|at|by|for|from|with|over|about|into|as|is|was|'s|') )[^\sA-Z,.;:!?()\"]+ ){0,4}?"
)
_OWNER = r"(?P<owner>[RSYMU]|(?:[NH] (?:and|&) )?[NDG] (?:'s|')) "
_KIND_OF_CHILD = "(?:sons?|daughters?|child|baby|boys?|girls?|twins?|newborn|bundle of joy)"
_CHILD = (
    rf"(?:[RSY] |a |an |the )?(?:(?:{_WORD}){{0,4}}?{_KIND_OF_CHILD} (?:named |called )?(?:, |— )?){{0,2}}"
    r"(?P<other>N(?: (?:and|&) N)?)(?! (?:'s|') )"
)


class LifeWord(NamedTuple):
    """One way to tell an event. ``of`` says whom it happens to: a pair, one person, or the child that is named.

    A ``state`` ("married to") is an event only where a time tells when it began. ``owned`` words are nouns.
    """

    event: Happening
    of: Of
    pattern: re.Pattern[str]
    state: bool = False
    owned: bool = False


_BEGIN = r"(?:began|begin|begins|started|start|starts|beginning|starting)"
_GOT = r"(?:got|get|gets|getting|gotten)"
_VERBS: tuple[tuple[Happening, Of, bool, str], ...] = (
    ("meeting", "pair", False, rf"(?:(?:met|meet|meets|meeting)(?: (?:up )?with)? {_OTHER}|(?:met|meet|meeting)(?= (?:in|on|at|for|when|while|through|after|back|during|as|again|[.,]) ))"),
    ("meeting", "pair", False, rf"(?:(?:were|was|been) (?:first |later )?introduced|crossed paths){_WITH}"),
    ("relationship_start", "pair", False, rf"{_BEGIN} (?:dating|seeing|romancing|hooking up with)(?: {_OTHER}| each other)?"),
    ("relationship_start", "pair", False, rf"{_BEGIN} (?:a|Y|R|S) (?:\S+ )?(?:relationship|romance|affair|courtship){_WITH}"),
    ("relationship_start", "pair", False, rf"(?:{_GOT} (?:back )?together|reconciled|reunited|hooked up|hooking up|rekindl(?:ed|ing|e) (?:Y|R|S|a|the) (?:\S+ )?(?:romance|relationship)|fell in love){_WITH}"),
    ("relationship_start", "pair", True, rf"(?:dated|dating|seeing)(?: {_OTHER})?"),
    ("relationship_start", "pair", True, rf"(?:(?:been|were|are) together|linked|romantically linked|an item|a couple|(?:in|been in) a (?:\S+ ){{0,2}}relationship|involved){_WITH}"),
    ("relationship_start", "pair", False, rf"mov(?:ed|ing) on with {_OTHER}"),
    ("engagement", "pair", False, rf"(?:{_GOT} engaged|became engaged|proposed|popped the question){_WITH}"),
    ("engagement", "pair", True, rf"engaged{_WITH}"),
    ("marriage", "pair", False, rf"(?:tied the knot|tying the knot|tie the knot|exchanged vows|exchanged wedding vows|said i do|eloped|{_GOT} (?:married|hitched)|were wed|walked down the aisle|renewed){_WITH}"),
    ("marriage", "pair", False, rf"(?:wed|weds)(?: {_OTHER})?"),
    ("marriage", "pair", False, rf"(?:marrying|marries|marry) {_OTHER}"),
    ("marriage", "pair", False, rf"(?<! is )(?<! are )(?<! be )(?<! was )(?<! were )(?<! been )(?<! 's )(?<! 're )(?<! still )(?<! being )(?<! previously )(?<! once )(?<! happily )(?<! first )married(?: {_OTHER})?"),
    ("marriage", "pair", True, rf"married{_WITH}"),
    ("separation", "pair", False, rf"(?:split|split up|splitting|splitting up|splits|broke up|breaking up|broken up|called it quits|calling it quits|parted ways|separated|(?:go|went|going|gone) (?:Y )?separate ways|parted|broke things off|broke it off|ended things){_WITH}"),
    ("separation", "pair", False, rf"(?:ended|ending) (?:R|S|Y|the|a) (?:\S+ ){{0,3}}?(?:relationship|marriage|romance|engagement|fling){_WITH}"),
    ("separation", "pair", False, rf"(?:dumped|dumping|ditched|walked out on) {_OTHER}"),
    ("divorce_filing", "pair", False, rf"(?:filed|filing|files|file) (?:\S+ )?for (?:divorce|legal separation|separation|a divorce){_WITH}"),
    ("divorce", "pair", False, rf"(?:{_GOT} divorced|divorced|divorcing|divorces){_WITH}"),
    ("divorce", "pair", False, rf"divorced {_OTHER}"),
    ("divorce", "pair", False, rf"(?:finalized|finalised|settled) (?:R|S|Y|the) (?:\S+ )?divorce{_WITH}"),
    ("death", "one", False, r"(?:died|passed away|passed on|was killed|was murdered|was assassinated|committed suicide|took (?:R|S) own life|was found dead)"),
    ("death", "child", False, rf"(?:murdering|murdered|killing|killed) {_TITLE}(?P<other>N(?: (?:and|&) {_TITLE}N)?)(?! (?:'s|') )"),
    ("birth", "child", False, rf"(?:gave|gives|give|giving) birth(?: to {_CHILD})?"),
    ("birth", "child", False, rf"(?:welcomed|welcomes|welcoming) (?:{_CHILD}|(?:R|S|Y|a|twin|twins|another) (?:\S+ ){{0,4}}?(?:son|daughter|child|baby|twins|boy|girl|kids))"),
    ("birth", "one", False, r"(?:was|were) born(?! (?:out|into|to do|for) )"),
    ("pregnancy", "one", False, r"(?:is|was|are|'s|got|became|fell|be|being) (?:\S+ ){0,2}?(?:pregnant|expecting)"),
)  # fmt: skip
_NOUNS: tuple[tuple[Happening, Of, str], ...] = (
    ("divorce", "pair", "divorce"),
    ("separation", "pair", "(?:split|breakup|break-up|separation)"),
    ("marriage", "pair", "(?:wedding|nuptials)"),
    ("engagement", "pair", "engagement"),
    ("death", "one", "(?:death|passing|suicide|murder)"),
    ("birth", "one", "birth"),
)  # fmt: skip
_OF_ONE: tuple[tuple[Happening, str], ...] = (
    ("death", "(?:deaths?|passing|murders?|killings?|suicide)"),
    ("birth", "births?"),
)  # fmt: skip
_WHOM: tuple[tuple[Happening, bool, str], ...] = (
    ("relationship_start", True, "(?:dating|dated|seeing)"),
    ("engagement", True, "engaged to"),
    ("marriage", True, "married to"),
    ("marriage", False, "(?:married|wed)"),
    ("divorce", False, "divorced"),
    ("separation", False, "(?:split (?:from|with)|broke up with|dumped|separated from)"),
)
_ENDS = (
    r"(?: ceremony)?(?= (?:[.,;:!?)(—\"']|and|or|but|in|on|at|to|from|with|of|for|after|before|since|was|is|were|has|had|will|last"
    r"|this|back|as|that|which|when|while|because|by|if|earlier|just|first|until|than|announcement|news|\d+) |$| $)"
)
_BOND = "(?:relationship|marriage|romance|union)"
_FAILED = "(?:ended|fell apart|imploded|broke down|crumbled|collapsed)"


@cache
def life_words() -> tuple[LifeWord, ...]:
    """Return all ways to tell an event, the surer ones first."""
    found = [LifeWord(event, of, _compiled(words), state) for event, of, state, words in _VERBS]
    for event, of, noun in _NOUNS:
        linked = rf"(?: ceremony| settlement)?(?: (?:from|to|with) {_OTHER})" if of == "pair" else ""
        if linked:
            found.append(LifeWord(event, of, _compiled(rf"(?:{_OWNER}{_ADJECTIVES})?{noun}{linked}"), owned=True))
        found.append(LifeWord(event, of, _compiled(rf"{_OWNER}{_ADJECTIVES}{noun}{_ENDS}"), owned=True))
    found.append(
        LifeWord("marriage", "pair", _compiled(rf"(?:{_OWNER}{_ADJECTIVES})?marriage to {_OTHER}"), owned=True)
    )
    found.append(LifeWord("separation", "pair", _compiled(rf"{_OWNER}{_ADJECTIVES}{_BOND} {_FAILED}"), owned=True))
    for event, state, verb in _WHOM:
        whom = rf"(?P<other>N) (?:, \S+ )?(?:[,—] )?(?:who|whom) (?P<owner>[NHD]) (?:\S+ ){{0,4}}?{verb}"
        found.insert(0, LifeWord(event, "pair", _compiled(whom), state, owned=True))
    for event, noun in _OF_ONE:
        named = rf"{noun} of (?:(?:[RSY]|[NH] (?:'s|')) )?{_ADJECTIVES}(?:, )?(?P<other>[NHD](?: (?:, )?(?:and|&) {_TITLE}(?:, )?N)?)(?! (?:'s|') )"
        found.append(LifeWord(event, "child", _compiled(named)))
    return tuple(found)


def _compiled(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<= ){words}(?= )")
