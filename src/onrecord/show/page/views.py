"""Puts a case into the shape that the page shows: findings, people, sources, times."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

import msgspec
from markupsafe import Markup

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Level, Says
from onrecord.model.known import Aside
from onrecord.model.person import Person
from onrecord.model.source import Source
from onrecord.model.span import Span
from onrecord.model.statement import Age, Claim, Count, Event, Kin, Quote, Statement
from onrecord.show import family, sourcing_picture, timeline
from onrecord.show.kinship import ties
from onrecord.show.page.explained import marks
from onrecord.show.page.ids import Ids
from onrecord.show.page.marked import Marked, marked
from onrecord.show.phrases import Names, day, days, follows, kin, listed, of_one, read_as, sentence
from onrecord.show.sourcing import lines as sourcing_lines

MEANINGS: dict[Level, str] = {
    "impossible": "these statements cannot all be true",
    "unlikely": "could be true, but rarely is",
    "unsourced": "nothing in the story carries it",
    "altered": "the words differ from what they repeat",
    "unclear": "a reader cannot tell",
}
_SIGNS: dict[Level, str] = {"impossible": "✕", "unlikely": "?", "unsourced": "○", "altered": "≠", "unclear": "~"}
_KINDS = (
    ("person", "people"), ("age", "ages"), ("kin", "kin"), ("count", "counts"), ("event", "events"),
    ("date", "times"), ("source", "sources"), ("quote", "quotations"), ("left-out", "only in marks"),
    ("claim", "claims"), ("finding", "findings"),
)  # fmt: skip


class Words(msgspec.Struct, frozen=True):
    """Words of the story with a link to them, and what they say."""

    text: str
    href: str | None
    says: str = ""


class Row(msgspec.Struct, frozen=True):
    """One line of a list: what is said, the words it stands on, and the ids of the statements that it shows."""

    said: str
    words: Sequence[Words]
    ids: Sequence[str] = ()
    why: str | None = None


class Result(msgspec.Struct, frozen=True):
    """A finding, or (``level`` None) something that holds."""

    id: str
    check: str
    message: str
    reason: Sequence[str]
    words: Sequence[Words]
    level: Level | None = None
    sign: str = "✓"
    meaning: str = ""


class Card(msgspec.Struct, frozen=True):
    """A person or a source with all that the story says of it, and all that it says."""

    id: str
    name: str
    about: str
    facts: Sequence[Row]
    said: Sequence[Row]


class View(msgspec.Struct, frozen=True):
    """One story as the page shows it."""

    id: str
    headline: str
    where: Sequence[str]
    findings: Sequence[Result]
    held: Sequence[Result]
    aside: Sequence[Result]
    levels: Sequence[tuple[str, int]]
    text: Markup
    kinds: Sequence[tuple[str, str, int]]
    people: Sequence[Card]
    sources: Sequence[Card]
    unvoiced: Sequence[Row]
    left_out: Sequence[Row]
    others: Sequence[Row]
    sourcing: Markup | None
    sourced: Sequence[str]
    family: Markup | None
    ties: Sequence[str]
    timeline: Markup | None
    events: Sequence[Row]
    births: Sequence[tuple[str, str]]
    times: Sequence[Row]


def view(case: Case, number: int) -> View:
    """Return a story as the page shows it; its number, counted from 1, keeps its ids apart from other stories'."""
    prefix = f"c{number}"
    ids = Ids.of(case, prefix)
    names = Names.of(case)
    found = list(marks(case, ids, names))
    text = marked(case, found, prefix=prefix)
    known = _Known(case, ids, names, text)
    drawn = family.svg(case, name=f"{prefix}-family", links={who: f"#{one}" for who, one in ids.people.items()})
    dated = timeline.svg(case, name=f"{prefix}-timeline")
    bar = sourcing_picture.svg(case, name=f"{prefix}-sourcing")
    story = case.story
    levels = Counter(finding.level for finding in case.findings)
    kinds = Counter(mark.kind.split()[0] for mark in found)
    where = (story.outlet, day(story.published) if story.published else "no publication day", story.path or story.url)
    return View(
        id=prefix,
        headline=story.headline.text if story.headline else story.title or story.path or "A story",
        where=[part for part in where if part],
        findings=[_finding(known, finding, index) for index, finding in enumerate(case.findings, 1)],
        held=[_held(known, held) for held in case.held],
        aside=[_aside(known, one) for one in case.aside],
        levels=[(level, levels[level]) for level in MEANINGS if levels[level]],
        text=text.html,
        kinds=[(kind, label, kinds[kind]) for kind, label in _KINDS if kinds[kind]],
        people=_people(known),
        sources=_sources(known),
        unvoiced=[_said(known, said) for said in _all_said(case) if not _who(known, said) and not _from(known, said)],
        left_out=[
            Row(one.left_out or "", [_words(known, one.span)], [ids.left_out(index)])
            for index, one in enumerate((one for one in case.quotations if one.left_out), 1)
        ],
        others=[_fact(known, fact) for fact in case.statements if not _is_said(fact) and not _who(known, fact)],
        sourcing=Markup(bar) if bar else None,  # noqa: S704
        sourced=list(sourcing_lines(case, names)),
        family=Markup(drawn) if drawn else None,  # noqa: S704  the picture escapes its words itself
        ties=[*(kin(names, tie) for tie in ties(case)), *(follows(names, case, one) for one in case.derived)],
        timeline=Markup(dated) if dated else None,  # noqa: S704
        events=[_fact(known, event, own=False) for event in case.all(Event)],
        births=[(person.name, born) for person in case.people if person.born and (born := days(person.born))],
        times=[
            Row(read_as(time), [_words(known, time.span)], [ids.time(index)])
            for index, time in enumerate(case.times, 1)
        ],
    )


class _Known(msgspec.Struct, frozen=True):
    """What every part of the page needs to speak of a case and to link to its words."""

    case: Case
    ids: Ids
    names: Names
    text: Marked


def _words(known: _Known, span: Span | Says, says: str = "") -> Words:
    return Words(span.text, known.text.link(span.start, span.end), says)


def _finding(known: _Known, finding: Finding, number: int) -> Result:
    return Result(
        id=known.ids.finding(number),
        check=finding.check,
        message=finding.message,
        reason=finding.reason,
        words=[_words(known, span, span.says) for span in finding.spans],
        level=finding.level,
        sign=_SIGNS[finding.level],
        meaning=MEANINGS[finding.level],
    )


def _aside(known: _Known, aside: Aside) -> Result:
    words = [_words(known, span, span.says) for span in aside.finding.spans]
    why = f"{aside.why}: {aside.reason}" if aside.reason else aside.why
    message = f"{aside.finding.message} ({why})"
    return Result(id="", check=aside.finding.check, message=message, reason=aside.finding.reason, words=words)


def _held(known: _Known, held: Held) -> Result:
    words = [_words(known, span, span.says) for span in held.spans]
    return Result(id="", check=held.check, message=held.message, reason=held.reason, words=words)


def _who(known: _Known, statement: Statement) -> list[str]:
    """Return the ids of the people that a statement is about, or whose words it is, each once."""
    who: tuple[str | None, ...]
    if isinstance(statement, Age):
        who = (statement.who,)
    elif isinstance(statement, Kin):
        who = (statement.from_, statement.to)
    elif isinstance(statement, (Count, Event)):
        who = statement.who
    else:
        who = (statement.speaker, *(statement.also if isinstance(statement, Quote) else ()))
    return list(dict.fromkeys(one for one in who if one in known.ids.people))


def _from(known: _Known, said: Quote | Claim) -> str | None:
    """Return the id of the source whose words these are; None when they are a person's, or nobody's."""
    return said.source if said.source in known.ids.sources and not _who(known, said) else None


def _is_said(statement: Statement) -> bool:
    return isinstance(statement, (Quote, Claim))


def _people(known: _Known) -> list[Card]:
    facts: defaultdict[str, list[tuple[Statement, bool]]] = defaultdict(list)
    said: defaultdict[str, list[Row]] = defaultdict(list)
    for statement in known.case.statements:
        for number, who in enumerate(_who(known, statement)):
            if isinstance(statement, (Quote, Claim)):
                said[who].append(_said(known, statement, own=number == 0))
            else:
                facts[who].append((statement, number == 0))
    return [
        Card(
            known.ids.people[person.id], person.name, _about(person),
            _together(known, person.id, facts[person.id]), said[person.id],
        )
        for person in known.case.people
    ]  # fmt: skip


def _together(known: _Known, who: str, facts: Sequence[tuple[Statement, bool]]) -> list[Row]:
    """Make the lines of one person's card: what is said twice, or of several relatives alike, is one line."""
    lines: dict[str, tuple[dict[str, None], list[Words], list[str]]] = {}
    for fact, own in facts:
        said, relative = of_one(known.names, fact, who)
        relatives, words, ids = lines.setdefault(said, ({}, [], []))
        relatives |= {relative: None} if relative else {}
        words += [_words(known, span) for span in fact.spans]
        ids += [known.ids.statements[fact.id]] if own else []
    return [
        Row(f"{said} {listed(relatives)}" if relatives else said, _each_once(words), ids)
        for said, (relatives, words, ids) in lines.items()
    ]


def _about(person: Person) -> str:
    born = days(person.born) if person.born else None
    others = [alias for alias in person.aliases if alias != person.name]
    parts = [f"born {born}" if born else "", f"also: {', '.join(others)}" if others else ""]
    return "; ".join(part for part in parts if part)


def _sources(known: _Known) -> list[Card]:
    said: defaultdict[str, list[Row]] = defaultdict(list)
    for statement in _all_said(known.case):
        if source := _from(known, statement):
            said[source].append(_said(known, statement))
    return [
        Card(
            known.ids.sources[source.id], source.name, _kind_of(source),
            [Row("named here", [_words(known, span) for span in source.spans])], said[source.id],
        )
        for source in known.case.sources
    ]  # fmt: skip


def _kind_of(source: Source) -> str:
    return f"{source.type}, by way of {', '.join(source.via)}" if source.via else source.type


def _all_said(case: Case) -> list[Quote | Claim]:
    return [statement for statement in case.statements if isinstance(statement, (Quote, Claim))]


def _fact(known: _Known, statement: Statement, *, own: bool = True) -> Row:
    """Make the line of a statement; only its ``own`` line, one for each statement, bears its id."""
    words = _each_once(_words(known, span) for span in statement.spans)
    return Row(sentence(known.names, statement), words, [known.ids.statements[statement.id]] if own else ())


def _said(known: _Known, said: Quote | Claim, *, own: bool = True) -> Row:
    words = [_words(known, span) for span in said.spans]
    why = said.why if isinstance(said, Quote) else said.hedge
    return Row(sentence(known.names, said), words, [known.ids.statements[said.id]] if own else (), why)


def _each_once(words: Iterable[Words]) -> list[Words]:
    return list({(one.text, one.href): one for one in words}.values())
