"""Writes people, kin and events as GEDCOM 7, for genealogists; each with the stories that tell it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from datetime import date

from onrecord.model.record import Fact
from onrecord.model.statement import Count, Event, Kin, Statement
from onrecord.model.when import Interval, When
from onrecord.show.answers.telling import whence, words
from onrecord.show.exchange.exported import Exported, Whole, counted, kinds
from onrecord.show.harmless import harmless
from onrecord.show.phrases import Names

_MONTHS = "JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split()
_UNIONS = ("spouse", "engaged", "partner")
_OF_COUPLES = {"marriage": "MARR", "engagement": "ENGA", "divorce": "DIV", "divorce_filing": "DIVF"}
_Lines = list[str]


def gedcom(whole: Whole) -> Exported:
    """Return a GEDCOM 7 file. Rival facts stand beside each other with their sources; what is only reported is QUAY 1.

    The specification is https://gedcom.io/specifications/FamilySearchGEDCOMv7.html.
    """
    tree = _Tree(whole)
    head = ["0 HEAD", "1 GEDC", "2 VERS 7.0", "1 SOUR onrecord"]
    lines = [*head, *tree.people(), *tree.families(), *tree.sources(), "0 TRLR"]
    return Exported("".join(f"{line}\n" for line in lines), counted(tree.lost))


class _Tree:
    """The people, couples and stories of an export, with the numbers that they are pointed at by."""

    def __init__(self, whole: Whole) -> None:
        self.whole, self.names = whole, Names.of(whole.collection.case)
        people, stories = whole.collection.case.people, whole.collection.stories
        self.person = {one.id: f"@I{number}@" for number, one in enumerate(people, 1)}
        self.story = {key: f"@S{number}@" for number, key in enumerate(stories, 1)}
        self.couple: dict[frozenset[str], str] = {}
        self.pair: dict[str, frozenset[str]] = {}
        self.couples_of: defaultdict[str, list[frozenset[str]]] = defaultdict(list)
        self.born_into: defaultdict[str, list[str]] = defaultdict(list)
        self.children: defaultdict[str, list[str]] = defaultdict(list)
        self.parents: defaultdict[str, dict[str, tuple[Statement, ...]]] = defaultdict(dict)
        self.of_person: defaultdict[str, _Lines] = defaultdict(list)
        self.of_couple: defaultdict[frozenset[str], _Lines] = defaultdict(list)
        self.lost: Counter[str] = Counter(
            {
                name: number
                for name, number in kinds(whole.collection.case.statements).items()
                if name in ("quotations", "claims")
            }
        )
        self._sort()

    def people(self) -> Iterator[str]:
        """Write a record for each person."""
        for person in self.whole.collection.case.people:
            yield f"0 {self.person[person.id]} INDI"
            yield f"1 NAME {_name(person.name)}"
            others = [alias for alias in person.aliases if alias != person.name]
            yield from (f"1 NAME {_name(alias)}" for alias in others if " " in alias)
            self.lost["other names of one word"] += sum(" " not in alias for alias in others)
            if person.pronoun in ("she", "he"):
                yield f"1 SEX {'F' if person.pronoun == 'she' else 'M'}"
            if birth := self.whole.births.get(person.id):
                places = dict.fromkeys(one.place for one in birth.because if isinstance(one, Event) and one.place)
                yield from ("1 BIRT", f"2 DATE {_days(birth.born)}", *(f"2 PLAC {_text(one)}" for one in [*places][:1]))
                yield from self._cited(birth.because, 2)
                for rival in birth.against:
                    yield from ("1 BIRT", "2 DATE", f"3 PHRASE {_text(words(rival))}", *self._cited([rival], 2))
            yield from self.of_person[person.id]
            yield from (f"1 FAMS {self.couple[pair]}" for pair in self.couples_of[person.id])
            for number in self.born_into[person.id]:
                yield f"1 FAMC {number}"
                yield from self._told_of_parents(person.id, number)

    def families(self) -> Iterator[str]:
        """Write a record for each couple, and for each parent of a child without the other."""
        pronouns = self.names.pronouns
        for pair, number in self.couple.items():
            yield f"0 {number} FAM"
            yield from self.of_couple[pair]
            couple = sorted(pair, key=lambda who: (pronouns.get(who) == "she", who))
            tags = ("WIFE",) if len(couple) == 1 and pronouns.get(couple[0]) == "she" else ("HUSB", "WIFE")
            yield from (f"1 {tag} {self.person[who]}" for tag, who in zip(tags, couple, strict=False))
            yield from (f"1 CHIL {self.person[child]}" for child in self.children[number])

    def sources(self) -> Iterator[str]:
        """Write a record for each story."""
        for key, number in self.story.items():
            story = self.whole.collection.stories[key]
            yield f"0 {number} SOUR"
            yield f"1 TITL {_text(story.headline or 'Without a headline')}"
            yield f"1 PUBL {_text(whence(story))}"
            if story.url:
                yield f"1 NOTE {_text(story.url)}"

    def _sort(self) -> None:
        for fact in self.whole.facts:
            first = fact.statements[0]
            if isinstance(first, Kin) and first.relation == "parent" and not first.detail and first.reported == "fact":
                self.parents[first.to].setdefault(first.from_, fact.statements)
            elif isinstance(first, Kin) and first.relation in _UNIONS:
                self._union(fact, first)
            elif isinstance(first, Kin):
                self._tie(fact, first)
            elif isinstance(first, Event):
                self._event(fact, first)
            elif isinstance(first, Count):
                self._count(fact, first)
        for child, several in self.parents.items():
            self._parents(child, list(several))

    def _family(self, *people: str) -> str:
        pair = frozenset(people)
        if pair not in self.couple:
            number = self.couple[pair] = f"@F{len(self.couple) + 1}@"
            self.pair[number] = pair
            for who in pair:
                self.couples_of[who].append(pair)
        return self.couple[pair]

    def _union(self, fact: Fact, kin: Kin) -> None:
        pair = frozenset((kin.from_, kin.to))
        self._family(*pair)
        if kin.relation == "spouse" and kin.status == "current":
            told = ["1 MARR Y"]
        elif kin.relation == "engaged" and kin.status == "current":
            told = ["1 ENGA Y"]
        else:
            told = [f"1 EVEN {kin.status}", f"2 TYPE {kin.relation}"]
        self.of_couple[pair] += [*told, *self._cited(fact.statements, 2)]

    def _tie(self, fact: Fact, kin: Kin) -> None:
        detail = f"{kin.detail}-" if kin.detail else ""
        for one, other, role in ((kin.to, kin.from_, kin.relation), (kin.from_, kin.to, _SEEN_BACK.get(kin.relation))):
            if role:
                self.of_person[one] += [
                    f"1 ASSO {self.person[other]}",
                    "2 ROLE OTHER",
                    f"3 PHRASE {_text(detail + role)}",
                ]
                self.of_person[one] += self._cited(fact.statements, 2)

    def _event(self, fact: Fact, event: Event) -> None:
        if not event.who:
            self.lost["events of nobody who is named"] += len(fact.statements)
        if event.event == "birth" or not event.who:
            return  # births stand with the person, who else there is in them is told by kinship
        pair = frozenset(event.who)
        couple = len(pair) == 2 and event.event != "death"
        if couple and event.event in _OF_COUPLES:
            told = [f"1 {_OF_COUPLES[event.event]}{'' if event.when else ' Y'}"]
        elif event.event == "death":
            told = ["1 DEAT Y"] if event.when is None else ["1 DEAT"]
        else:
            told = [
                f"1 EVEN {_text(event.what or ' '.join(words(event).split()))}",
                f"2 TYPE {event.event.replace('_', ' ')}",
            ]
        told += [*_date(event.when), *([f"2 PLAC {_text(event.place)}"] if event.place else [])]
        told += self._cited(fact.statements, 2)
        if couple and event.event != "other":
            self._family(*pair)
            self.of_couple[pair] += told
        else:
            for who in pair:
                self.of_person[who] += told

    def _count(self, fact: Fact, count: Count) -> None:
        if count.what == "children" and not count.ordinal and count.n == int(count.n):
            for who in count.who:
                self.of_person[who] += [f"1 NCHI {int(count.n)}", *self._cited(fact.statements, 2)]
        else:
            self.lost["counts"] += 1

    def _parents(self, child: str, parents: list[str]) -> None:
        """Put a child below the couples among its parents; of two or more who are none, below each alone."""
        those = frozenset(parents)
        several = (pair for one in parents for pair in self.couples_of[one] if len(pair) == 2 and pair <= those)
        couples = list(dict.fromkeys(several))
        if not couples and len(parents) == 2:
            couples = [frozenset(parents)]
        alone = those.difference(*couples)
        for pair in (*couples, *(frozenset((one,)) for one in parents if one in alone)):
            number = self._family(*pair)
            self.children[number].append(child)
            self.born_into[child].append(number)

    def _told_of_parents(self, child: str, family: str) -> Iterator[str]:
        """Write who tells that these are the parents: a link to a family takes sources in a note alone."""
        couple = self.pair[family]
        told = [one for parent, several in self.parents[child].items() if parent in couple for one in several]
        if told:
            yield "2 NOTE Told by"
            yield from self._cited(told, 3)

    def _cited(self, statements: Iterable[Statement], level: int) -> _Lines:
        lines = []
        for one in statements:
            claim = getattr(one, "reported", "fact") == "claim"
            lines += [f"{level} SOUR {self.story[self.whole.collection.story(one).key]}", f"{level + 1} DATA"]
            lines += [f"{level + 2} TEXT {_text(words(one))}", *([f"{level + 1} QUAY 1"] if claim else [])]
        return lines


_SEEN_BACK = {"sibling": "sibling", "family": "family", "grandparent": "grandchild", "parent": "child"}


def _name(name: str) -> str:
    first, space, last = _text(name).replace("/", " ").rpartition(" ")
    return f"{first} /{last}/" if space else last


def _text(words: str) -> str:
    """Return words as one line that GEDCOM takes: no control characters, a leading @ doubled."""
    line = harmless(" ".join(words.split()))
    return f"@{line}" if line.startswith("@") else line


def _date(when: When | None) -> _Lines:
    if when is None:
        return []
    if when.earliest is None and when.latest is None:
        return ["2 DATE", f"3 PHRASE {_text(when.relative or when.text or '')}"] if when.relative or when.text else []
    about = "ABT " if "~" in (when.edtf or "") and when.earliest and when.latest else ""
    phrase = [f"3 PHRASE {_text(when.text)}"] if when.text else []
    return [
        f"2 DATE {about}{_days(when.interval) if not about else str(when.earliest and when.earliest.year)}",
        *phrase,
    ]


def _days(days: Interval) -> str:
    first, last = days.earliest, days.latest
    if first and last:
        if first == last:
            return _day(first)
        if (first.month, first.day, last.month, last.day) == (1, 1, 12, 31) and first.year == last.year:
            return str(first.year)
        return f"BET {_day(first)} AND {_day(last)}"
    return f"AFT {_day(first)}" if first else f"BEF {_day(last)}" if last else ""


def _day(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
