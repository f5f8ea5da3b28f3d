"""Flags somebody whose words the story gives, and whom it only ever calls by one bare name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says
from onrecord.model.person import Person
from onrecord.model.spelling import is_slip
from onrecord.model.statement import Kin, Quote

DEFAULT = False  # on real stories half of its findings are names that everybody knows, or misreadings

_CAPITALISED = re.compile(r"(?<![\w-])[A-ZÀ-ÖØ-Þ][\w’']+")
_LAST_WORD = re.compile(r"(\w+[”\"]|[\w.’'-]+)[ \u00a0]\Z")
_BARE_BEFORE = frozenset(
    "and but or as that when while after before because if though although said says to of with for from by in on at"
    " than like about so then what where who which is was".split()
)
_BARE = re.compile(r"[A-ZÀ-ÖØ-Þ][\w’']*[a-zß-ÿ][\w’']*")  # one word, and no initials
# Words that say who "Smythe" is: ", who", ", 41", " (the guard)", ", head of"; and a surname behind it, or somebody of
# that place ("Virginia delegate Ada Lee").
_TELLS_WHO = re.compile(
    r"(?:['’]s?)?,[ \u00a0](?:an?|the|who|whose|then|now|his|her|their|[0-9]{1,2})\b"
    r"|[ \u00a0](?:\(|[A-Z])|,(?:[ \u00a0][a-z]{1,15}){1,4}[ \u00a0](?:of|at|for|in|from)\b"
    r"|(?:[ \u00a0][a-z-]{1,20}){1,2}[ \u00a0][A-Z]\w+[ \u00a0][A-Z]"
)


def check(case: Case) -> Iterator[Finding]:
    """Look at each person who is quoted: a full name, a title, a noun, or a relative tells who it is."""
    voices: dict[str, Quote] = {}
    for told in case.all(Quote):
        if told.speaker and told.voice:
            voices.setdefault(told.speaker, told)
    kin = {who for one in case.all(Kin) for who in (one.from_, one.to)}
    for person in case.people:
        if person.id in voices and person.id not in kin and _is_bare(case, person):
            name = next(mention for mention in person.mentions if mention.form == "name")
            said = voices[person.id]
            yield Finding(
                level="unclear",
                message=f"“{name.text}” is quoted, and the story never says who that is",
                spans=(Says.of(name.span, "the first time"), Says.of(said.spans[0], "quoted")),
                reason=(f"always called “{name.text}” alone, without a given name, a title or a word on who that is",),
                statements=(said.id,),
            )


def _is_bare(case: Case, person: Person) -> bool:
    names = [mention for mention in person.mentions if mention.form == "name"]
    if not names or any(mention.form == "noun" for mention in person.mentions):
        return False
    word = names[0].text
    if not _BARE.fullmatch(word) or any(mention.text != word for mention in names):
        return False
    if any(is_slip(word.casefold(), other.casefold()) for other in set(_CAPITALISED.findall(case.story.text))):
        return False  # a slip of the keyboard, which name-spelled-two-ways looks for
    everywhere = re.compile(rf"(?<![\w-]){re.escape(word)}(?!\w)")
    return all(_stands_alone(case.story.text, found) for found in everywhere.finditer(case.story.text))


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    before = _LAST_WORD.search(text, max(0, found.start() - 30), found.start())
    return (before is None or before.group(1).lower() in _BARE_BEFORE) and not _TELLS_WHO.match(text, found.end())
