"""Says a statement of a case in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import msgspec

from onrecord.model.case import Case, Time
from onrecord.model.source import Voice
from onrecord.model.statement import Age, Claim, Count, Derived, Event, Kin, Quote, Statement
from onrecord.model.when import Interval, When

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_HAPPENINGS = {
    "birth": "Birth of", "death": "Death of", "meeting": "Meeting of", "relationship_start": "Start of a romance:",
    "engagement": "Engagement of", "marriage": "Marriage of", "separation": "Separation of",
    "divorce_filing": "Divorce filing:", "divorce": "Divorce of", "pregnancy": "Pregnancy:",
}  # fmt: skip
_BOTH_WAYS = {
    ("spouse", "current"): "are married", ("spouse", "former"): "were married", ("spouse", "future"): "are to marry",
    ("partner", "current"): "are a couple", ("partner", "former"): "were a couple",
    ("partner", "future"): "are to be a couple", ("engaged", "current"): "are engaged",
    ("engaged", "former"): "were engaged", ("engaged", "future"): "are to be engaged",
}  # fmt: skip
_ROLES = {
    ("spouse", "current"): "Married to", ("spouse", "former"): "Formerly married to", ("spouse", "future"): "To marry",
    ("partner", "current"): "A couple with", ("partner", "former"): "Formerly a couple with",
    ("partner", "future"): "To be a couple with", ("engaged", "current"): "Engaged to",
    ("engaged", "former"): "Formerly engaged to", ("engaged", "future"): "To be engaged to",
}  # fmt: skip
_FIRST = {"parent": "Parent of", "grandparent": "Grandparent of", "sibling": "Sibling of", "family": "Relative of"}
_SECOND = _FIRST | {"parent": "Child of", "grandparent": "Grandchild of"}
_CLAIMS = {
    "says": "Claim of", "asks": "Question of", "thinks": "State of mind of", "denied": "Denied by",
    "unsaid": "Left unsaid by",
}  # fmt: skip
_PARENTS = {"she": "mother", "he": "father"}


class Names(msgspec.Struct, frozen=True):
    """What the people and sources of one case are called, and the pronouns of the people, all by id."""

    people: dict[str, str]
    sources: dict[str, str]
    pronouns: dict[str, str]

    @classmethod
    def of(cls, case: Case) -> Names:
        """Collect the names of a case."""
        return cls(
            {person.id: person.name for person in case.people},
            {source.id: source.name for source in case.sources},
            {person.id: person.pronoun for person in case.people if person.pronoun},
        )

    def person(self, person_id: str) -> str:
        """Return the name of a person, the id itself where the case has no such person."""
        return self.people.get(person_id, person_id)

    def source(self, source_id: str) -> str:
        """Return the name of a source in quotation marks, for it is often no more than "a friend"."""
        return f"“{self.sources.get(source_id, source_id)}”"


def day(value: date) -> str:
    """Return a day as "13 November 2025"."""
    return f"{value.day} {MONTHS[value.month - 1]} {value.year}"


def days(value: Interval | When) -> str | None:
    """Return a stretch of days in words, as short as it is exact; None when neither end is known."""
    first, last = value.earliest, value.latest
    if first is None and last is None:
        return None
    if first is None or last is None:
        return f"{day(first)} or later" if first else f"{day(last)} or earlier" if last else None
    if first == last:
        return day(first)
    parts = len(value.edtf.split("-")) if value.edtf and "/" not in value.edtf else 3
    if parts == 1:
        return str(first.year) if first.year == last.year else f"{first.year} to {last.year}"
    if parts == 2 and (first.year, first.month) == (last.year, last.month):
        return f"{MONTHS[first.month - 1]} {first.year}"
    return f"{day(first)} to {day(last)}"


def time(value: When | None) -> str | None:
    """Return the time of something: its days where they are known, else the story's words; None when not told."""
    if value is None:
        return None
    words = value.relative or value.text
    return days(value) or (f"“{words}”" if words else None)


def read_as(expression: Time) -> str:
    """Say how a time expression was read."""
    if expression.edtf or not expression.value:
        return expression.edtf or "not fixed"
    return {"DURATION": "a length of time, ", "SET": "again and again, "}.get(expression.type, "") + expression.value


def listed(words: Iterable[str]) -> str:
    """Join words as a sentence does: "Ann, Bea and Cy"."""
    *first, last = list(words) or [""]
    return f"{', '.join(first)} and {last}" if first else last


def sentence(names: Names, statement: Statement) -> str:
    """Say what a statement states, without its full stop."""
    match statement:
        case Age():
            said = _age(names, statement)
        case Kin():
            said = kin(names, statement)
        case Count():
            said = _count(names, statement)
        case Event():
            said = event(names, statement)
            told = time(statement.when)
            said += f", {told}" if told else ""
        case Quote():
            said = f"{'Quoted' if statement.form == 'direct' else 'Partly quoted'} from {voice(names, statement)}"
        case Claim():
            said = f"{_CLAIMS[manner(statement)]} {voice(names, statement)}"
            said += f" (“{statement.hedge}”)" if statement.hedge else ""
    if not isinstance(statement, (Quote, Claim)) and statement.reported == "claim":
        said += " (reported, not stated)"
    chain = [one for link in statement.by if (one := _voice(names, link))]
    if isinstance(statement, (Quote, Claim)) and chain[:1] == [voice(names, statement)]:
        del chain[0]
    return f"{said}; on the word of {', by way of '.join(chain)}" if chain else said


def manner(claim: Claim) -> str:
    """Return how a claim is made: its polarity where that is not "said", else its attitude."""
    return claim.polarity if claim.polarity != "said" else claim.attitude


def voice(names: Names, said: Quote | Claim) -> str:
    """Name whose words these are, as the story tells it; where that is nobody known, by its words for them."""
    if said.speaker:
        return listed(names.person(person) for person in (said.speaker, *said.also))
    if said.source:
        return names.source(said.source)
    left_open = isinstance(said, Quote) and said.confidence is not None
    if said.voice and not left_open:
        return f"“{' '.join(said.voice.text.split())}”"
    return "somebody whom the story does not tell"


def how_old(age: Age) -> str:
    """Return an age: "41", "9 months", "under a month", "40 to 49"."""
    if age.years is None:
        return f"{age.at_least_months // 12} to {max(age.under_months - 1, age.at_least_months) // 12}"
    if age.under_months <= 1:
        return "under a month"
    if age.years < 2 and age.at_least_months % 12:
        return f"{age.at_least_months} months"
    return f"{age.years:g}"


def kin(names: Names, tie: Kin | Derived) -> str:
    """Say how two people are related."""
    first, second = names.person(tie.from_), names.person(tie.to)
    detail = f"{tie.detail}-" if tie.detail in {"step", "half", "foster"} else ""
    after = f" ({tie.detail})" if tie.detail and not detail else ""
    if tie.relation in {"parent", "grandparent"}:
        noun = _PARENTS.get(names.pronouns.get(tie.from_, ""), "parent")
        grand = "grand" if tie.relation == "grandparent" else ""
        return f"{first} is the {detail}{grand}{noun} of {second}{after}"
    if tie.relation == "sibling":
        return f"{first} and {second} are {detail}siblings{after}"
    if tie.relation == "family":
        return f"{first} and {second} are relatives{f' ({tie.detail})' if tie.detail else ''}"
    return f"{first} and {second} {_BOTH_WAYS[tie.relation, tie.status]}{after}"


def follows(names: Names, case: Case, derived: Derived) -> str:
    """Say how two people must be related, and from what it follows."""
    told = [one for one in case.all(Kin) if one.id in derived.why]
    if derived.relation == "sibling":
        parents = list(dict.fromkeys(names.person(one.from_) for one in told))
        since = f"{listed(parents)} {'is a parent' if len(parents) == 1 else 'are the parents'} of both"
    else:
        since = " and ".join(kin(names, one) for one in told)
    return f"{kin(names, derived)}, since {since}"


def event(names: Names, happening: Event) -> str:
    """Say what happened to whom, without the time."""
    people = listed(names.person(person) for person in happening.who)
    if happening.event == "other" or happening.what:
        return f"{people}: {happening.what}" if happening.what and people else happening.what or people
    place = f" in {happening.place}" if happening.place else ""
    return f"{_HAPPENINGS[happening.event]} {people}{place}"


def of_one(names: Names, statement: Statement, who: str) -> tuple[str, str | None]:
    """Say a statement on the card of one of its people; the name of a relative comes apart, to join it with others."""
    reported = not isinstance(statement, (Quote, Claim)) and statement.reported == "claim"
    if isinstance(statement, Kin):
        forth = statement.from_ == who
        role = _ROLES.get((statement.relation, statement.status)) or (_FIRST if forth else _SECOND)[statement.relation]
        detail = f" ({statement.detail})" if statement.detail else ""
        said = f"{role}{detail}{', as reported:' if reported else ''}"
        return said, names.person(statement.to if forth else statement.from_)
    if isinstance(statement, Age):
        told = f" on {when}" if (when := time(statement.when)) else " at another time" if statement.other_time else ""
        return f"Age {how_old(statement)}{told}{' (reported, not stated)' if reported else ''}", None
    return sentence(names, statement), None


def _age(names: Names, age: Age) -> str:
    who, old = names.person(age.who), how_old(age)
    if age.other_time:
        return f"{who} at the age of {old}"
    told = time(age.when)
    return f"{who} is {old}" if told is None else f"{who} is {old} on {told}"


def _count(names: Names, count: Count) -> str:
    people = listed(names.person(person) for person in count.who)
    return f"{people}: {counted(names, count)}" if people else counted(names, count)


def counted(names: Names, count: Count) -> str:
    """Say what is counted, without whom it is said of."""
    if count.ordinal:
        return f"{count.what}, number {count.n:g}" + (f" ({names.person(count.of)})" if count.of else "")
    if count.what.endswith(" in years"):
        return f"{count.what.removesuffix(' in years')} of {count.n:g} years"
    return f"{count.n:g} {count.what}"


def _voice(names: Names, link: Voice) -> str | None:
    if link.person:
        return names.person(link.person)
    return names.source(link.source) if link.source else link.outlet
