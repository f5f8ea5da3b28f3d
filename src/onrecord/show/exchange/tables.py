"""Lays a record out as flat tables, for spreadsheets and statistics."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import date
from itertools import zip_longest

import msgspec

from onrecord.model.record import Sighting
from onrecord.model.statement import Age, Claim, Count, Event, Kin, Quote, Statement, about, speakers
from onrecord.model.when import When
from onrecord.show.answers.telling import link_in_words, words
from onrecord.show.exchange.exported import Whole, counted
from onrecord.show.phrases import Names, sentence

_READ_BACK = re.compile(r"\d{4}(?:-\d\d){0,2}(?:/\d{4}(?:-\d\d){0,2})?")
"""The days that a family table is read in with."""
_LEADS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class StatementRow(msgspec.Struct, frozen=True, kw_only=True):
    """A statement in one line; people are ids of the record, several with a blank between."""

    statement: str
    story: str
    kind: str
    about: str
    voice: str
    source: str | None
    says: str
    value: str | None
    number: float | None
    earliest: date | None
    latest: date | None
    edtf: str | None
    place: str | None
    reported: str | None
    on_word_of: str
    """Whom the story has it from, the nearest voice first, with arrows between."""
    words: str
    start: int | None
    end: int | None


class PersonRow(msgspec.Struct, frozen=True, kw_only=True):
    """A person of the record in one line."""

    person: str
    name: str
    aliases: str
    pronoun: str | None
    born_earliest: date | None
    born_latest: date | None
    disputed: bool
    """Whether a story tells a birth that the others exclude."""


class StoryRow(msgspec.Struct, frozen=True, kw_only=True):
    """A story in one line."""

    story: str
    text_sha256: str
    outlet: str | None
    published: date | None
    headline: str | None
    url: str | None
    path: str | None


class FamilyRow(msgspec.Struct, frozen=True, kw_only=True):
    """What a family file holds of a person, so that the table can be read in again; rival facts take rows of their own.

    Days are EDTF: a day, a month, a year, or two days with a slash.
    """

    name: str
    born: str | None = None
    died: str | None = None
    father: str | None = None
    mother: str | None = None
    partner: str | None = None
    married: str | None = None


Rows = Mapping[str, tuple[type[msgspec.Struct], list[msgspec.Struct]]]


def tables(whole: Whole) -> Rows:
    """Return the tables by name: statements, people, stories, family; each with the kind of its rows."""
    collection = whole.collection
    names = Names.of(collection.case)
    people: list[msgspec.Struct] = [
        PersonRow(
            person=one.id,
            name=one.name,
            aliases="; ".join(alias for alias in one.aliases if alias != one.name),
            pronoun=one.pronoun,
            born_earliest=birth.born.earliest if (birth := whole.births.get(one.id)) else None,
            born_latest=birth.born.latest if birth else None,
            disputed=bool(birth and birth.against),
        )
        for one in collection.case.people
    ]
    stories: list[msgspec.Struct] = [
        StoryRow(
            story=key, text_sha256=one.text, outlet=one.outlet, published=one.published, headline=one.headline,
            url=one.url, path=one.path,
        )
        for key, one in collection.stories.items()
    ]  # fmt: skip
    statements: list[msgspec.Struct] = [_row(names, one) for one in collection.case.statements]
    return {
        "statements": (StatementRow, statements),
        "people": (PersonRow, people),
        "stories": (StoryRow, stories),
        "family": (FamilyRow, list(_family(whole, names, Counter()))),
    }


def _family(whole: Whole, names: Names, left_out: Counter[str]) -> Iterator[FamilyRow]:
    """Write what stories state as a fact of births, deaths, parents and marriages; count what has no column."""
    parents: defaultdict[str, dict[str, list[str]]] = defaultdict(lambda: {"he": [], "she": []})
    for fact in whole.facts:
        first = fact.statements[0]
        if isinstance(first, Kin | Event) and first.reported != "fact":
            continue
        match first:
            case Kin(relation="parent", detail=None):
                if pronoun := names.pronouns.get(first.from_):
                    parents[first.to].get(pronoun, []).append(names.person(first.from_))
                else:
                    left_out["parents in the family table of whom no story says he or she"] += 1
            case Kin(relation="spouse", status="current"):
                yield FamilyRow(name=names.person(first.from_), partner=names.person(first.to))
            case Event(event="death", who=(one,), when=When(edtf=str(days))):
                yield FamilyRow(name=names.person(one), died=days)
            case Event(event="marriage", who=(one, other), when=When(edtf=str(days))):
                yield FamilyRow(name=names.person(one), partner=names.person(other), married=days)
    for who, birth in whole.births.items():
        yield FamilyRow(name=names.person(who), born=birth.born.edtf)
    for child, told in parents.items():
        for father, mother in zip_longest(dict.fromkeys(told["he"]), dict.fromkeys(told["she"])):
            yield FamilyRow(name=names.person(child), father=father, mother=mother)


def lost(whole: Whole) -> tuple[str, ...]:
    """Return what the tables cannot hold."""
    case = whole.collection.case
    statements = case.statements
    left_out: Counter[str] = Counter()
    for row in _family(whole, Names.of(case), left_out):
        days = filter(None, (row.born, row.died, row.married))
        left_out["open or uncertain days, which the family table does not hand back"] += sum(
            not _READ_BACK.fullmatch(one) for one in days
        )
    said = [one for one in statements if isinstance(one, Quote | Claim)]
    return counted(
        {
            "places between the first and the last character": sum(len(one.spans) > 1 for one in statements),
            "how sure a voice is, and why": sum(isinstance(one, Quote) and bool(one.why) for one in said),
            "hedges, and whether a claim is denied": sum(
                isinstance(one, Claim) and bool(one.hedge or one.polarity != "said") for one in said
            ),
            "people of one name, who are one in the family table": len(case.people)
            - len({person.name for person in case.people}),
            **left_out,
        }
    )


def csv_text(kind: type[msgspec.Struct], rows: Iterable[msgspec.Struct]) -> str:
    """Return a table as CSV. A cell that a spreadsheet would take for a formula begins with an apostrophe."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    columns = kind.__struct_fields__
    writer.writerow(columns)
    for row in rows:
        writer.writerow([_cell(getattr(row, column)) for column in columns])
    return out.getvalue()


def parquet(kind: type[msgspec.Struct], rows: Iterable[msgspec.Struct]) -> bytes:
    """Return a table as Parquet.

    Raises ``ModuleNotFoundError`` where pyarrow is not installed.
    """
    import pyarrow
    from pyarrow import parquet as writer

    types: dict[str, Callable[[], pyarrow.DataType]] = {
        "date": pyarrow.date32, "float": pyarrow.float64, "int": pyarrow.int64, "bool": pyarrow.bool_,
    }  # fmt: skip
    fields = [
        pyarrow.field(name, types.get(str(annotation).partition(" ")[0], pyarrow.string)())
        for name, annotation in kind.__annotations__.items()
    ]
    table = pyarrow.Table.from_pylist([msgspec.structs.asdict(row) for row in rows], schema=pyarrow.schema(fields))
    sink = pyarrow.BufferOutputStream()
    writer.write_table(table, sink, compression="zstd")
    return bytes(sink.getvalue())


def _cell(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_LEADS_A_FORMULA) else value


def _row(names: Names, one: Statement) -> StatementRow:
    when: When | None = one.when if isinstance(one, Age | Event) else None
    value, number = _value(one)
    return StatementRow(
        statement=one.id,
        story=Sighting.of(one.id).story,
        kind=type(one).__name__.lower(),
        about=" ".join(about(one)),
        voice=" ".join(speakers(one)),
        source=names.sources.get(one.source) if isinstance(one, Quote | Claim) and one.source else None,
        says=sentence(names, one),
        value=value,
        number=number,
        earliest=when.earliest if when else None,
        latest=when.latest if when else None,
        edtf=when.edtf if when else None,
        place=one.place if isinstance(one, Event) else None,
        reported=None if isinstance(one, Quote) else one.reported,
        on_word_of=" ← ".join(link_in_words(names, link) for link in one.by),
        words=words(one),
        start=one.spans[0].start if one.spans else None,
        end=one.spans[-1].end if one.spans else None,
    )


def _value(one: Statement) -> tuple[str | None, float | None]:
    match one:
        case Age(years=years):
            return None, None if years is None else float(years)
        case Kin(relation=relation, status=status, detail=detail):
            return " ".join(part for part in (status, detail, relation) if part), None
        case Count(what=what, n=n):
            return what, float(n)
        case Event(event=event):
            return event, None
        case Quote(form=form) | Claim(form=form):
            return form, None
