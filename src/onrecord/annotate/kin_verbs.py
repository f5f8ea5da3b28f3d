"""What verbs and phrases say of two people: "is dating", "tied the knot with", "split from", "their divorce"."""

from __future__ import annotations

import re
from typing import NamedTuple

from onrecord.annotate.kin_nouns import KINSHIPS
from onrecord.annotate.roles import ROLES
from onrecord.model.statement import Relation, Status

_STOP = r"(?!(?:and|or|but|of|to|in|on|at|by|for|from|with|that|who|while|when|is|was|has|had|said|told) )"
_WORD = rf"(?:{_STOP}[^\sA-Z,.;:!?()\"—]+ )"
_MOTHER_OF = r"(?:the (?:mother|father|mom|mum|dad) of [RS] (?:\S+ ){0,2}(?:child|children|kids?|sons?|daughters?) , )?"
_TITLE = rf"{_MOTHER_OF}(?P<title>(?:[RS] )?{_WORD}{{0,6}}?(?:, )?)"
# "her" is whom only where no noun follows: not so in "divorce from her husband".
_HER = r"R(?= (?:$|[,.;:—)!?\"]|(?:in|on|at|and|but|for|after|before|since|when|while|as|last|again) ))"
# A name before "board member Kim" or "star Kim" is that of a firm or a show.
_OTHER = rf"{_TITLE}(?P<other>[NHD]|{_HER})(?! (?:'s|') | (?:\S+ )?(?:member|star|host|executive|chief) N )(?= )"
_ASIDE = r"(?:, \S{1,12} (?:, )?|\( \S{1,12} \) )?"
_BOTH = rf"(?P<both>[NH] {_ASIDE}(?:and|&) {_WORD}{{0,3}}?N|[GTY]) {_ASIDE}(?:, )?(?:who )?(?:'s |' )?"
_AUXILIARIES = """
    're reportedly allegedly recently secretly finally also then already still once previously briefly just now famously
    quietly happily officially first later even currently publicly actually definitely not n't never casually again
    formerly long legally apparently supposedly rumored rumoured said to be been have had has is are was were 's 've 'd
    am 'm being seriously openly really only thought believed possibly both all
"""
_ADVERB = rf"(?:(?:{'|'.join(_AUXILIARIES.split())}|no longer|off and on|on and off) )"
_AUX = rf"(?P<aux>{_ADVERB}{{0,6}})"

_WHEN = r"(?:(?:on|in|at|for|back) (?:[^\sA-Z,.;:!?()]+ ){1,6}?)"

# One phrase a line. These lead from whom the sentence is about to another person.
_TOWARDS: tuple[tuple[Relation, Status, str], ...] = (
    (
        "spouse",
        "current",
        f"""
        married to
        married|marries|(?<!to )(?<!will )(?:marry|weds?)
        (?:tie[sd]?|tying) the knot (?:with|(?:{_WHEN})?to)
        (?:married|got married) {_WHEN}to
        eloped with
        exchanged (?:wedding )?vows with
        said i do to
        (?:got|gets) (?:hitched|married) (?:to|with)
        marriage (?:to|with)
        (?:wedding|nuptials) to
        (?:wedding )?anniversary with
        fil(?:e|ed|es|ing) for (?:divorce|legal separation|separation) from
        estranged from
        """,
    ),
    (
        "spouse",
        "former",
        """
        divorced(?: from)?
        (?<!for )divorce (?:settlement )?(?:from|with)
        ended [RS] marriage (?:to|with)
        """,
    ),
    (
        "spouse",
        "future",
        """
        (?:upcoming|future|planned) (?:wedding|marriage|nuptials) (?:to|with)
        (?:set|going|ready|planning|plans|about|due) to (?:marry|wed)
        planning (?:an?|[RSY]) (?:\\S+ )?wedding (?:to|with)
        will (?:marry|wed)
        getting (?:married|hitched) to
        """,
    ),
    (
        "engaged",
        "current",
        """
        (?:engaged|engagement) to
        (?:proposed|popped the question) to
        """,
    ),
    (
        "engaged",
        "former",
        """
        (?:called|call|calling) off [RS] engagement (?:to|with)
        (?:broken|broke) off [RS] engagement (?:to|with)
        """,
    ),
    (
        "partner",
        "current",
        """
        dating
        (?:is|was|been|'s|were|are) (?:\\S+ )?(?:seeing|with boyfriend|with girlfriend)
        in a (?:\\S+ ){0,2}relationship with
        (?:moved|moving|moves) on with
        back together with
        (?:hooking|hooked) up with
        (?:romance|relationship|affair|fling|love affair|tryst|courtship) with
        romancing
        (?:romantically )?(?:linked|involved) (?:to|with)
        (?:(?:fell|falling|fallen|falls|madly|deeply|head over heels) )?in love with
        got together with
        cheat(?:ed|ing|s)? (?:on [^,.;:]{1,40} )?with
        smitten with
        date night with
        (?:began|started|start|starting) a (?:\\S+ )?(?:family|relationship|romance) with
        """,
    ),
    (
        "partner",
        "former",
        """
        dated
        (?:splitting|splits|split) (?:from|with)
        (?:broke|breaking|break|broken) up with
        (?:breakup|break-up) (?:from|with)
        broke (?:things|it) off with
        (?:called|calling) it quits with
        (?:separated|separation) from
        parted ways with
        dump(?:ed|ing|s)
        """,
    ),
)
# And these are said of two people together: "Kim and Jo tied the knot", "the couple's divorce", "their romance".
_ADJECTIVES = rf"(?:{_WORD}){{0,3}}?"
_WEDDING = rf"{_ADJECTIVES}(?:wedding(?: anniversary| day)?|marriage|nuptials)"
_TOGETHER: tuple[tuple[Relation, Status, str], ...] = (
    (
        "spouse",
        "current",
        f"""
        (?:tied|tie) the knot
        married|wed|got married|got hitched|eloped|newlyweds
        exchanged (?:wedding )?vows
        said i do
        filed for (?:divorce|separation)
        {_WEDDING}
        """,
    ),
    (
        "spouse",
        "former",
        """
        (?:got )?divorced
        (?:(?:bitter|messy|nasty|pending|public) )?divorce
        """,
    ),
    (
        "spouse",
        "future",
        """
        getting married|tying the knot|to wed
        planning (?:a|Y) (?:\\S+ ){0,2}wedding
        (?:upcoming|future) (?:wedding|nuptials)
        """,
    ),
    (
        "engaged",
        "current",
        """
        (?:got )?engaged
        engagement
        """,
    ),
    (
        "engaged",
        "former",
        """
        (?:end(?:ed|s|ing)?|called off|calling off|call off|broke off) (?:(?:Y|the) )?engagement
        """,
    ),
    (
        "partner",
        "current",
        f"""
        (?:(?:began|started|begin|start) )?dating
        a couple|an item|a duo in love
        (?:back|still) together|together romantically
        in (?:a relationship|love)
        (?:getting|got|get) back together
        going strong
        sealed Y relationship
        hooking up
        {_ADJECTIVES}(?:relationship|romance|love affair|affair|fling)
        (?:have|has|had|having) an? {_ADJECTIVES}(?:relationship|romance|affair|fling)
        reconciled
        expecting (?:twins|triplets|(?:an?|Y) (?:\\S+ ){{0,2}}(?:baby|child))
        """,
    ),
    (
        "partner",
        "former",
        f"""
        dated
        (?:split|break|broke) up|split
        (?:called|call) it quits
        parted ways
        separated
        {_ADJECTIVES}(?:breakup|break-up|split|separation)
        """,
    ),
)


class Saying(NamedTuple):
    """A rule: what it looks like, and what it says when no word before it puts it in the past."""

    pattern: re.Pattern[str]
    relation: Relation
    status: Status


def _either(phrases: str) -> str:
    return "(?:" + "|".join(phrase.strip() for phrase in phrases.strip().splitlines()) + ")"


TOWARDS = tuple(
    Saying(re.compile(rf"(?<= ){_AUX}(?P<phrase>{_either(phrases)}) {_OTHER}"), relation, status)
    for relation, status, phrases in _TOWARDS
)
TOGETHER = tuple(
    Saying(re.compile(rf"(?<= ){_BOTH}{_AUX}(?P<phrase>{_either(phrases)})(?= )"), relation, status)
    for relation, status, phrases in _TOGETHER
)
# "Jo, whom she dated for years"
WHOM = re.compile(
    rf"(?<= )(?P<other>N) (?:, )?(?:whom|who|that) (?P<one>[HNRD]) {_AUX}"
    r"(?P<phrase>dating|dated|married to|married|divorced|seeing|split from|split with|broke up with|dumped)(?= )"
)
_PAST = frozenset(["was", "were", "previously", "formerly", "briefly", "once", "had", "longer"])
_LASTING = frozenset(["has", "have", "'ve"])
# "was" before these does not end them: "they were getting married", "she had filed for divorce".
_NOW = frozenset(["is", "are", "'s", "'re", "has", "have", "'ve", "still", "currently", "now"])
_TIMELESS = re.compile(r"marri(?!ed to)|wed|tied|tie |got (?:hitched|married)|eloped|exchanged|said i do|fil")
_BOND = re.compile(r"marriage|wedding|nuptials|relationship|romance|affair|fling|tryst|courtship|engagement")
# "had a relationship with", "ended a summer fling with", "following her romance with": it is over.
_OVER = re.compile(r" (?:had|ended|was in|was involved in|been in|following) (?:(?:an?|the|[RSY]) )?(?:\S+ ){0,2}\Z")
# "postponed their wedding", "ahead of her nuptials to": it is still to come.
_AHEAD = re.compile(
    r" (?:postpon\w+|delay\w+|put off|plans?|planned|planning|ahead of|until|for)"
    r" (?:(?:an?|the|[RSY]) )?(?:\S+ ){0,2}\Z"
)
_CEREMONY = re.compile(r"wedding(?! anniversary)|nuptials")
_DAYS_ONLY = re.compile(r" \d+-(?:day|week|month)(?:-long)? \Z")
_ALSO_WAS = re.compile(r" (?:was|were|had been|been) (?:\S+ ){1,12}?(?:and|,) \Z")
# "his marriage to Kim , a singer , broke up"; "still married to first wife Kim"
_ENDED = re.compile(
    r" (?:, [^,]{1,80} , )?(?:had |has )?(?:ended|broke|collapsed|dissolved|fell apart|crumbled|imploded|fizzled"
    r"|came to an end|was over|is over) "
)
_EARLIER = re.compile(r"(?:^| )(?:first|former|previous) (?:\S+ )?(?:husband|wife|spouse) ")
_SINCE = re.compile(r" since ")
_PENDING = re.compile(r" (?:impending|pending|ongoing|looming|possible|potential|upcoming) ")
_PHRASE = 40  # characters around a phrase
_NEVER_PAST = re.compile(r"wed|tied|fil|got|exchanged|getting|tying|split|planning|expecting")
# "her relationship with co-star Kim" is no romance.
_FELLOWS = frozenset(["co-star", "costar", "bandmate", "castmate", "co-host", "friend", "pal", "bff", "bestie", "fan"])


# "a frosty relationship with Kim", "their working relationship": no romance is told.
_NO_ROMANCE = re.compile(
    r" (?:frosty|icy|chilly|tense|cordial|warm|friendly|good|great|working|professional|business|diplomatic|political"
    r"|collaborative|special|mother-daughter|mother-son|father-daughter|father-son) (?:\S+ )?relationship\b"
)


def is_romance(found: re.Match[str]) -> bool:
    """Tell whether a phrase does not speak of another relationship than love."""
    return _NO_ROMANCE.search(found.string, max(0, found.start() - _PHRASE), found.end()) is None


def is_title(words: str, phrase: str) -> bool:
    """Tell whether the words between a ``phrase`` and a name are a title of that person: "dating the model Kim".

    None are, one word is, more are if the last says what somebody is. Not so "his relationship with daughter Jo": no
    romance is told of close kin.
    """
    title = words.removesuffix(", ").split()
    if not title:
        return "," not in words
    last = KINSHIPS.get(title[-1])
    if title[-1] in _FELLOWS and phrase == "relationship with":
        return False
    if last:
        return last.relation in ("spouse", "partner", "engaged")
    return (len(title) == 1 and "," not in words) or title[-1] in ROLES or title[-1].endswith("-old")


def _before(found: re.Match[str], at: int) -> Status | None:
    """Return what the words before a bond, which begins ``at`` in the phrase, say of its time."""
    start = found.start("phrase")
    stretch = found.string, max(0, start - _PHRASE), start + at
    if _CEREMONY.match(found["phrase"], at):
        return "future" if _AHEAD.search(*stretch) else None
    return "former" if _OVER.search(*stretch) or _DAYS_ONLY.search(*stretch) else None


def status_of(saying: Saying, found: re.Match[str]) -> Status | None:
    """Return the status that the words give: "was dating" is former, "has been dating" is not.

    None where they tell no time: "married Jo", "their romance".
    """
    auxiliaries = frozenset(found["aux"].split())
    line, start, end = found.string, found.start("phrase"), found.end("phrase")
    if saying.status == "former":
        lasts = found["phrase"] == "dated" and (auxiliaries & _LASTING) and _SINCE.search(line, end, end + _PHRASE)
        pending = "divorce" in found["phrase"] and _PENDING.search(line, max(0, start - _PHRASE), end)
        return "current" if lasts or pending else "former"
    if saying.status == "future":
        return "future"
    if _EARLIER.search(found.groupdict().get("title") or ""):
        return "former"
    noun = _BOND.search(found["phrase"])
    if noun and _ENDED.match(line, found.end()):
        return "former"
    if noun and (over := _before(found, noun.start())):
        return over
    if not _NEVER_PAST.match(found["phrase"]):
        past = "longer" in auxiliaries or (auxiliaries & _PAST and not auxiliaries & _LASTING)
        if past or (not auxiliaries and _ALSO_WAS.search(line, max(0, start - 2 * _PHRASE), start)):
            return "former"
    if noun:
        return None
    return None if _TIMELESS.match(found["phrase"]) and not auxiliaries & _NOW else "current"
