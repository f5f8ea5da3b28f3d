"""Takes from a story what telling its people from those of other stories needs."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from typing import Literal
from urllib.parse import parse_qsl, urlencode, urlsplit

from onrecord.model.case import Case
from onrecord.model.person import Person
from onrecord.model.record import Companion, Profile, Sighting
from onrecord.model.statement import Event, Kin, Relation
from onrecord.record.names import Folded, fold

MOST_COMPANY = 40
"""So many companions of a person are kept, those with a tie first: more tell no more."""
_MENTIONS_OF_THE_KNOWN = 3
_TITLE = re.compile(r"\b(Prince|Princess|King|Queen|Pope)\s$", re.IGNORECASE)
_LONGEST_TITLE = 12
_TRACKING = ("utm_", "fbclid", "gclid", "mc_cid", "mc_eid", "ref")


Tie = Relation | Literal["event"]
Usual = Callable[[str], bool]


def profiles(case: Case, story: str, *, given: Usual, usual: Usual) -> tuple[Profile, ...]:
    """Return the profile of each named person of a case; ``story`` is its key in the record.

    ``given`` tells whether a word is a usual given name: whoever is called by one alone is known in that story only.
    ``usual`` tells the same of surnames and everyday words, which take a story's insistence to be a whole name.
    """
    folded = {person.id: names for person in case.people if (names := _names(person))}
    ties = _ties(case)
    main = {who: max(names, key=lambda name: len(name.words)) for who, names in folded.items()}
    shown = {person.id: person.name for person in case.people}
    where = address(case.story.url)
    found = []
    for person in case.people:
        if person.id not in folded:
            continue
        company = sorted(
            (
                Companion(main[other].key, shown[other], ties[person.id].get(other))
                for other in folded
                if other != person.id
            ),
            key=lambda one: (one.tie is None, one.tie == "event", one.key),
        )
        found.append(
            Profile(
                sighting=Sighting(story, person.id),
                text=case.story.id,
                address=where,
                name=person.name,
                names=tuple(
                    sorted({str(name) for name in (*folded[person.id], *_titled(case, person, folded[person.id]))})
                ),
                pronoun=person.pronoun,
                born=person.born,
                company=tuple(company[:MOST_COMPANY]),
                known=_known(case, person, folded[person.id], given, usual),
            )
        )
    return tuple(found)


def address(url: str | None) -> str | None:
    """Return what the URLs of one story have in common: no scheme, no "www.", no tracking, no fragment."""
    if not url:
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return url
    query = urlencode(sorted(pair for pair in parse_qsl(parts.query) if not pair[0].lower().startswith(_TRACKING)))
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}{f'?{query}' if query else ''}" or None


def _names(person: Person) -> tuple[Folded, ...]:
    written = (fold(name) for name in (person.name, *person.aliases))
    return tuple(dict.fromkeys(name for name in written if name))


def _ties(case: Case) -> defaultdict[str, dict[str, Tie]]:
    """Return for each person the others that a statement ties them to; kinship counts before a shared event."""
    ties: defaultdict[str, dict[str, Tie]] = defaultdict(dict)
    for event in case.all(Event):
        for one, other in _pairs(event.who):
            ties[one].setdefault(other, "event")
    for kin in case.all(Kin):
        ties[kin.from_][kin.to] = ties[kin.to][kin.from_] = kin.relation
    return ties


def _pairs(people: tuple[str, ...]) -> Iterator[tuple[str, str]]:
    few = people[:MOST_COMPANY]
    return ((one, other) for one in few for other in few if one != other)


def _known(case: Case, person: Person, names: tuple[Folded, ...], given: Usual, usual: Usual) -> Literal[0, 1, 2]:
    """Tell how far one word is taken to be a whole name: a rare word is, a usual one when it is used often enough."""
    words = {name.words[0] for name in names if not name.full}
    full = [name for name in names if name.full]
    if full:  # a rare word beside the full name, but no surname: "Beyoncé Knowles", "J.Lo"
        last = {name.words[-1] for name in full}
        return 2 if any(not given(word) and not usual(word) for word in words - last) else 0
    if any(given(word) for word in words):
        return 0
    if any(kin.relation == "parent" and kin.to == person.id for kin in case.all(Kin)):
        return 0
    named = sum(mention.form == "name" for mention in person.mentions)
    return 2 if named >= _MENTIONS_OF_THE_KNOWN or not any(usual(word) for word in words) else 1


def _titled(case: Case, person: Person, names: tuple[Folded, ...]) -> Iterator[Folded]:
    """Give "prince william" for somebody called William and Prince William: with its title the one word is a name."""
    if any(name.full for name in names):
        return
    for mention in person.mentions:
        title = _TITLE.search(case.story.text, max(mention.start - _LONGEST_TITLE, 0), mention.start)
        name = fold(mention.text) if mention.form == "name" and title else None
        if title and name and not name.full:
            yield Folded((title.group(1).lower(), *name.words), name.suffix)
