"""Lays out the times of a life, a family, what was said, and what nobody has settled."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

import msgspec

from onrecord.model.case import Case
from onrecord.model.compared import Change, Revision
from onrecord.model.record import Clash, Collection, Doubt, Fact, Found, Judgement, Kept, Origin, Portrait
from onrecord.model.statement import Event, Kin, about
from onrecord.show import family as picture
from onrecord.show import timeline as line
from onrecord.show.answers.people import counted, once, when
from onrecord.show.answers.sheet import Row, Section, Sheet, Source
from onrecord.show.answers.telling import closeness, fact, sources, whence
from onrecord.show.phrases import Names, day, sentence

_MOST_NAMED = 3
_OUTCOMES = {"differ": "Told otherwise", "first": "Told no more", "second": "Told anew"}
_ORIGINS = {"text": "One text, in several places", "outlet": "Stories that rest on one outlet"}


def timeline(shown: Portrait) -> Sheet:
    """Return what happened to a person, in the order of time; what has no day comes last."""
    names = Names.of(shown.collection.case)
    told = sorted((one for one in shown.facts if isinstance(one.statements[0], Event)), key=when)
    dated = [one for one in told if _dated(one)]
    parts = (("Dated", dated), ("At a time that is not told", [one for one in told if not _dated(one)]))
    drawn = line.svg(once(shown, Event))
    return Sheet(
        title=f"{shown.name}: timeline",
        sections=tuple(
            Section(heading, tuple(fact(shown.collection, names, one) for one in facts))
            for heading, facts in parts
            if facts
        ),
        pictures=(("Timeline", drawn),) if drawn else (),
        nothing="No story tells what happened.",
    )


def _told(collection: Collection, names: Names, parts: Iterable[tuple[str, list[Fact]]]) -> tuple[Section, ...]:
    rows = ((heading, tuple(fact(collection, names, one) for one in facts)) for heading, facts in parts)
    return tuple(Section(heading, told) for heading, told in rows if told)


def _dated(told: Fact) -> bool:
    event = told.statements[0]
    return isinstance(event, Event) and event.when is not None and bool(event.when.earliest or event.when.latest)


def family(collection: Collection, facts: Iterable[Fact], who: str) -> Sheet:
    """Return the kin of a person and of their kin, as stories tell it; ``who`` is the person's id in the record."""
    names = Names.of(collection.case)
    told = [one for one in facts if isinstance(one.statements[0], Kin)]
    own = sorted((one for one in told if who in _ends(one)), key=closeness)
    others = sorted((one for one in told if who not in _ends(one)), key=closeness)
    people = sorted(collection.case.people, key=lambda person: person.id != who)
    case: Case = msgspec.structs.replace(
        collection.case, people=tuple(people), statements=tuple(one.statements[0] for one in [*own, *others])
    )
    drawn = picture.svg(case)
    parts = ((f"Kin of {names.person(who)}", own), ("Among their kin", others))
    return Sheet(
        title=f"{names.person(who)}: family",
        sections=_told(collection, names, parts),
        pictures=(("Family", drawn),) if drawn else (),
        nothing="No story tells of kin.",
    )


def _ends(told: Fact) -> tuple[str, str]:
    kin = told.statements[0]
    return (kin.from_, kin.to) if isinstance(kin, Kin) else ("", "")


def quotes(collection: Collection, facts: Sequence[Fact], title: str) -> Sheet:
    """Return what was said, each once, with all stories that give it."""
    names = Names.of(collection.case)
    rows = tuple(fact(collection, names, one) for one in facts)
    return Sheet(title=title, sections=(Section("Said", rows),) if rows else (), nothing="No such words are on record.")


def queue(doubts: Iterable[Doubt], found: Mapping[str, Found]) -> Sheet:
    """Return the questions on who is who, each with what speaks for one person and what against."""
    rows = tuple(
        Row(
            f"Is {_called(found, str(doubt.first))} the same as {_called(found, str(doubt.second))}?",
            lines=doubt.reasons,
            id=f"onrecord judge {doubt.first} {doubt.second} yes|no|later --by NAME",
        )
        for doubt in doubts
    )
    sections = (Section("Who is who", rows),) if rows else ()
    return Sheet(title="Open questions", sections=sections, nothing="Nothing is open.")


def clashes(collection: Collection, found: Iterable[Clash]) -> Sheet:
    """Return what cannot all be true, each clash with its reasoning and with the words it rests on."""
    names = Names.of(collection.case)
    told = {statement.id: statement for statement in collection.case.statements}
    rows: dict[str, list[Row]] = {}
    for clash in found:
        statements = [told[one] for one in clash.statements if one in told]
        stories = {collection.story(one).key for one in statements}
        how = "cannot" if clash.certain else "can hardly"
        people = dict.fromkeys(names.person(who) for one in statements for who in about(one))
        whom = ", ".join([*people][:_MOST_NAMED]) + (" and others" if len(people) > _MOST_NAMED else "")
        said = f"{whom}: {len(clash.statements)} statements of {counted(len(stories))} {how} all be true"
        row = Row(said, sources(collection, names, statements), lines=clash.lines)
        rows.setdefault("Cannot all be true" if clash.certain else "Hardly all true", []).append(row)
    sections = tuple(Section(heading, tuple(several)) for heading, several in rows.items())
    return Sheet(title="Conflicts", sections=sections, nothing="All that the stories tell can be true together.")


def origins(collection: Collection, found: Iterable[Origin]) -> Sheet:
    """Return where several stories have one thing from, and how its words drift."""
    rows: dict[str, list[Row]] = {}
    names = Names.of(collection.case)
    told = {statement.id: statement for statement in collection.case.statements}
    for origin in found:
        of_one_text = origin.kind == "text"
        stories = tuple(
            Source(whence(one), "" if of_one_text else one.headline or "", one.key)
            for one in map(collection.stories.__getitem__, origin.stories)
        )
        if origin.kind != "words":
            rows.setdefault(_ORIGINS[origin.kind], []).append(Row(f"{origin.name}: {counted(len(stories))}", stories))
            continue
        wordings = tuple(
            msgspec.structs.replace(sources(collection, names, [told[one]])[0], words=f"“{wording.words}”")
            for wording in origin.wordings
            for one in wording.statements
        )
        heading = "The same words" if len(origin.wordings) == 1 else "Words that drift"
        count = (
            f"{counted(len(stories))}, {len(origin.wordings)} wordings"
            if len(origin.wordings) > 1
            else counted(len(stories))
        )
        rows.setdefault(heading, []).append(Row(f"“{origin.name}”: {count}", wordings))
    sections = tuple(Section(heading, tuple(told)) for heading, told in rows.items())
    return Sheet(title="Origins", sections=sections, nothing="No two stories have anything from one place.")


def versions(there: Sequence[Kept], revisions: Iterable[Revision]) -> Sheet:
    """Return what is changed from each version of a story to the next: its words, then what it tells."""
    count = "1 version" if len(there) == 1 else f"{len(there)} versions"
    title = f"{there[-1].headline or there[-1].url or there[-1].key}: {count}"
    sections: list[Section] = []
    for revision in revisions:
        names = Names.of(revision.collection.case)
        between = f"{whence(revision.before)} → {whence(revision.after)}"
        rows = tuple(Row(changed(one)) for one in revision.changes)
        told: dict[str, list[Row]] = {}
        for pair in revision.pairs:
            if pair.outcome != "both":
                before, after = (sources(revision.collection, names, side) for side in (pair.first, pair.second))
                said = " → ".join(sentence(names, side[0]) for side in (pair.first, pair.second) if side)
                told.setdefault(_OUTCOMES[pair.outcome], []).append(Row(said, (*before, *after)))
        sections.append(Section(f"Words, {between}", rows or (Row("The words are the same."),)))
        sections += [Section(f"{told_so}, {between}", tuple(some)) for told_so, some in told.items()]
    return Sheet(title=title, sections=tuple(sections), nothing="The record has one version of this story.")


def changed(change: Change) -> str:
    """Write a change in one line, with the words around it."""
    if change.before and change.after:
        middle = f"[{change.before} → {change.after}]"
    else:
        middle = f"[taken out: {change.before}]" if change.before else f"[put in: {change.after}]"
    return " ".join(part for part in (change.lead, middle, change.tail) if part)


def judgements(made: Iterable[Judgement]) -> Sheet:
    """Return what people have judged, the oldest first."""
    rows = []
    for one in made:
        said = f"{one.verdict}: {', '.join(one.about)} ({one.by}, {day(one.at.date())})"
        undone = f"undone by {one.undone_by}, {day(one.undone_at.date())}" if one.undone_by and one.undone_at else None
        rows.append(Row(said, lines=tuple(line for line in (one.reason, undone) if line), id=one.id))
    sections = (Section("Judgements", tuple(rows)),) if rows else ()
    return Sheet(title="Judgements", sections=sections, nothing="Nobody has judged anything yet.")


def _called(found: Mapping[str, Found], who: str) -> str:
    one = found.get(who)
    return f"{one.name} ({counted(one.stories)})" if one else who
