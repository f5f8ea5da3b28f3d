"""Joins the names of a story to people: full names, first names, last names, nicknames."""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Set

from onrecord.model.marks import Gender, Mention

_NICKNAMES = {
    "jen": "jennifer", "jenny": "jennifer", "angie": "angelina", "brad": "bradley", "liz": "elizabeth",
    "beth": "elizabeth", "lizzie": "elizabeth", "kate": "katherine", "katie": "katherine", "kathy": "katherine",
    "kat": "katherine", "cathy": "catherine", "bill": "william", "will": "william", "billy": "william",
    "wills": "william", "bob": "robert", "rob": "robert", "bobby": "robert", "robbie": "robert", "mike": "michael",
    "tom": "thomas", "jim": "james", "jimmy": "james", "jamie": "james", "joe": "joseph", "joey": "joseph",
    "dan": "daniel", "danny": "daniel", "dave": "david", "steve": "steven", "chris": "christopher",
    "matt": "matthew", "nick": "nicholas", "tony": "anthony", "ben": "benjamin", "sam": "samuel", "alex": "alexander",
    "andy": "andrew", "drew": "andrew", "ed": "edward", "ted": "edward", "dick": "richard", "rick": "richard",
    "rich": "richard", "ron": "ronald", "don": "donald", "jon": "jonathan", "josh": "joshua", "zach": "zachary",
    "greg": "gregory", "jeff": "jeffrey", "ken": "kenneth", "larry": "lawrence", "leo": "leonardo", "pat": "patricia",
    "patty": "patricia", "peggy": "margaret", "maggie": "margaret", "meg": "margaret", "sue": "susan",
    "debbie": "deborah", "becky": "rebecca", "vicky": "victoria", "abby": "abigail", "gwen": "gwendolyn",
    "kim": "kimberly", "tori": "victoria", "charlie": "charles", "chuck": "charles", "harry": "henry",
    "jack": "john", "johnny": "john", "ally": "alison", "cindy": "cynthia", "sandy": "sandra", "trish": "patricia",
}  # fmt: skip
_SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
_UNHEARD = frozenset(".'’‘\"“”[]()")


class Named:
    """Somebody with all mentions by name, while the names are being joined."""

    def __init__(self, tokens: tuple[str, ...]) -> None:
        """Begin with the words of one full name."""
        self.name = tokens
        self.tokens = set(tokens)
        self.first = tokens[0]
        self.mentions: list[Mention] = []
        self.genders: Counter[Gender] = Counter()

    def take(self, mention: Mention) -> None:
        """Keep one more mention."""
        self.mentions.append(mention)
        if mention.gender:
            self.genders[mention.gender] += 1

    def bearing(self, token: str) -> tuple[int, int, int]:
        """Return what ranks the bearers of one name: how often it stood in their names so far, and what breaks ties."""
        often = sum(token in _tokens(mention) for mention in self.mentions)
        return often, len(self.mentions), -self.mentions[0].span.start

    def join(self, other: Named) -> None:
        """Take all mentions of somebody who is the same person."""
        self.mentions = sorted((*self.mentions, *other.mentions), key=lambda mention: mention.span)
        self.tokens |= other.tokens
        self.genders.update(other.genders)


def joined(mentions: list[Mention]) -> list[Named]:
    """Return the people that these names mean, in the order of their first mention; ``mentions`` in text order."""
    people: list[Named] = []
    by_token: dict[str, list[Named]] = defaultdict(list)
    whole: dict[tuple[str, ...], Named] = {}
    for tokens in sorted({_tokens(m) for m in mentions}, key=lambda words: (-len(words), words)):
        if len(tokens) > 1:
            whole[tokens] = _same_full_name(tokens, by_token) or _new(tokens, people, by_token)
            for token in tokens:
                if whole[tokens] not in by_token[token]:
                    by_token[token].append(whole[tokens])
                    whole[tokens].tokens.add(token)
    alone = {tokens[0] for tokens in map(_tokens, mentions) if len(tokens) == 1}
    for mention in mentions:
        tokens = _tokens(mention)
        person = whole.get(tokens) or _by_one_name(tokens[0], mention, by_token, alone)
        if person is None:
            person = whole[tokens] = _new(tokens, people, by_token)
        person.take(mention)
    return sorted((person for person in people if person.mentions), key=lambda person: person.mentions[0].span)


def _tokens(mention: Mention) -> tuple[str, ...]:
    """Return the words of a name as they are compared: "J. K." and "J.K." are one word, "O.J." is "OJ".

    Marks around a part of it are left out: 'Susan "Sue" Hale', "Susan [Hale]".
    """
    plain = unicodedata.normalize("NFKD", mention.span.text.lower().replace("$", "s"))
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign) and sign not in _UNHEARD)
    words: list[str] = []
    for word in kept.replace("-", " ").split():
        if len(word) == 1 and words and len(words[-1]) == 1:
            words[-1] += word
        else:
            words.append(word)
    return tuple(words) or (mention.span.text.lower(),)


def _new(tokens: tuple[str, ...], people: list[Named], by_token: dict[str, list[Named]]) -> Named:
    person = Named(tokens)
    people.append(person)
    for token in person.tokens:
        by_token[token].append(person)
    return person


def _same_full_name(tokens: tuple[str, ...], by_token: dict[str, list[Named]]) -> Named | None:
    """Return the one person whose longer name has this one in it: its run, or the same given name and other parts."""
    if _SUFFIXES & set(tokens):
        return None
    fitting = [
        person
        for person in by_token[tokens[-1]]
        if (_same_given(tokens[0], person.first) and set(tokens[1:]) <= person.tokens and not person.tokens & _SUFFIXES)
        or any(person.name[at : at + len(tokens)] == tokens for at in range(1, len(person.name)))
    ]
    return fitting[0] if len(fitting) == 1 else None


def _same_given(one: str, other: str) -> bool:
    return one == other or _NICKNAMES.get(one) in (other, _NICKNAMES.get(other, "")) or _NICKNAMES.get(other) == one


def _by_one_name(token: str, mention: Mention, by_token: dict[str, list[Named]], alone: Set[str]) -> Named | None:
    """Return whom one name means: who bears it, of several the one most called by it so far, else a nickname's owner.

    A given name in the middle of a full name is nobody's who is called by the first: "Lee Henry Marlow", Henry, Lee.
    ``alone`` are all names that stand alone.
    """
    bearers = by_token.get(token, []) or by_token.get(_NICKNAMES.get(token, ""), [])
    if not bearers and len(token) >= 3:
        bearers = [p for full, nick in ((full, token) for full in by_token) if full.startswith(nick) and len(full) > 4
                   for p in by_token[full] if p.first == full]  # fmt: skip
    titled = [person for person in bearers if mention.gender is None or mention.gender in (*person.genders, None)]
    bearers = titled or bearers
    if mention.gender:
        bearers = [person for person in bearers if token not in person.name[1:-1] or person.first not in alone]
    # "Marlow" alone is the elder, where there is a Marlow Jr.
    bearers = [person for person in bearers if not person.tokens & _SUFFIXES] or bearers
    if len(bearers) <= 1:
        return bearers[0] if bearers else None
    given = [person for person in bearers if person.first == token]
    if len(given) == 1:
        return given[0]
    met = [person for person in bearers if person.mentions]
    return max(met, key=lambda person: person.bearing(token)) if met else bearers[0]
