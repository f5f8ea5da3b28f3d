"""Reads a family file, GEDCOM or a table, into a case: what it says of people is told on its own word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

import msgspec

from onrecord.ingest.family_tables import cells
from onrecord.model.case import Case
from onrecord.model.errors import BadInput
from onrecord.model.person import Mention, Person
from onrecord.model.span import Span
from onrecord.model.statement import Event, Happening, Kin, Relation, Statement, Status
from onrecord.model.story import Story, identity
from onrecord.model.when import When, interval, month, year

COLUMNS = ("name", "born", "died", "father", "mother", "partner", "married")
_LINE = re.compile(r"[ \t]*(\d{1,2}) (?:(@[^@\r\n]+@) )?(\w+)(?: ([^\r\n]*))?")
_MONTHS = {name: number for number, name in enumerate("JAN FEB MAR APR MAY JUN JUL AUG SEP OCT NOV DEC".split(), 1)}
_DAY = re.compile(r"(?:(?:(\d{1,2}) )?([A-Z]{3}) )?(\d{3,4})")
_ISO = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")
_EVENTS: dict[str, Happening] = {
    "BIRT": "birth", "DEAT": "death", "MARR": "marriage", "ENGA": "engagement", "DIV": "divorce",
    "DIVF": "divorce_filing",
}  # fmt: skip


def from_family_file(text: str, *, where: str, published: date | None = None) -> Case:
    """Read a GEDCOM file (5.5 or 7), or a CSV table with a column "name" and any of the other ``COLUMNS``.

    Every statement has the line or the cell that it stands in as its span. ``published`` is the day of the file.

    Raises ``BadInput`` when the text is neither, or names nobody.
    """
    reader = _gedcom if text.lstrip("\ufeff \r\n").startswith("0 HEAD") else _table
    family = _Family(text, where)
    reader(family)
    if not family.people:
        raise BadInput(where, "nobody is named", f"GEDCOM, or a table with the columns {', '.join(COLUMNS)}")
    story = Story(
        id=identity(text), path=where, outlet="family file", published=published, text=text, title=where,
        extractor="family file",
    )  # fmt: skip
    people = tuple(msgspec.structs.replace(one, name=one.name or "?") for one in family.people.values())
    return Case(story=story, people=people, statements=tuple(family.statements))


class _Family:
    """What has been read of a family file so far."""

    def __init__(self, text: str, where: str) -> None:
        self.text, self.where = text, where
        self.people: dict[str, Person] = {}
        self.statements: list[Statement] = []

    def person(self, key: str, name: Span | None, *, pronoun: str | None = None) -> str:
        """Return the id of a person of the file, by what the file calls them; told again, names are added."""
        found = self.people.get(key) or Person(id=f"p{len(self.people) + 1}", name="")
        if name:
            plain = " ".join(name.text.replace("/", " ").split()) or key  # GEDCOM puts the surname between slashes
            mention = Mention(name.start, name.end, name.text, "name")
            aliases = tuple(dict.fromkeys((*found.aliases, plain)))
            found = msgspec.structs.replace(
                found, name=found.name or plain, aliases=aliases, mentions=(*found.mentions, mention)
            )
        if pronoun in ("she", "he"):
            found = msgspec.structs.replace(found, pronoun=pronoun)
        self.people[key] = found
        return found.id

    def born(self, key: str, days: When) -> None:
        """Keep when a person was born: by the first birth that the file tells, which GEDCOM holds for the likeliest."""
        if self.people[key].born is None:
            self.people[key] = msgspec.structs.replace(self.people[key], born=days.interval)

    def kin(self, one: str, relation: Relation, other: str, at: Span, status: Status = "current") -> None:
        """Add a kinship between two people, by their ids."""
        self.statements.append(Kin(id=self._id(), from_=one, relation=relation, to=other, status=status, spans=(at,)))

    def event(self, event: Happening, who: tuple[str, ...], at: tuple[Span, ...], when: When | None) -> None:
        """Add what happened to people, by their ids."""
        self.statements.append(Event(id=self._id(), event=event, who=who, when=when, spans=at))

    def _id(self) -> str:
        return f"s{len(self.statements) + 1}"


class _Line(msgspec.Struct, frozen=True):
    level: int
    xref: str | None
    tag: str
    value: Span | None
    whole: Span


class _Node(msgspec.Struct, frozen=True):
    line: _Line
    below: list[_Node]

    def all(self, tag: str) -> list[_Node]:
        return [node for node in self.below if node.line.tag == tag]

    def first(self, tag: str) -> Span | None:
        return next((node.line.value for node in self.all(tag) if node.line.value), None)


def _gedcom(family: _Family) -> None:
    records = _tree(family)
    people = {node.line.xref: node for node in records if node.line.tag == "INDI" and node.line.xref}
    for xref, node in people.items():
        _individual(family, xref, node)
    for node in records:
        if node.line.tag == "FAM":
            _couple(family, node, people)


def _individual(family: _Family, xref: str, node: _Node) -> None:
    pronoun = {"F": "she", "M": "he"}.get(sex.text.strip() if (sex := node.first("SEX")) else "")
    who = family.person(xref, None, pronoun=pronoun)
    for name in node.all("NAME"):
        if name.line.value:
            family.person(xref, name.line.value)
    for tag in ("BIRT", "DEAT"):
        for told in node.all(tag):
            when = _when(told)
            family.event(_EVENTS[tag], (who,), (_reach(family.text, told),), when)
            if tag == "BIRT" and when and (when.earliest or when.latest):
                family.born(xref, when)


def _couple(family: _Family, node: _Node, people: dict[str, _Node]) -> None:
    def those(*tags: str) -> list[tuple[str, Span]]:
        pointed = (
            (one.line.value.text.strip(), one.line.whole) for tag in tags for one in node.all(tag) if one.line.value
        )
        return [(family.people[xref].id, at) for xref, at in pointed if xref in people]

    partners, children = those("HUSB", "WIFE"), those("CHIL")
    pair = tuple(who for who, _ in partners)
    if len(pair) == 2:
        told = {tag: node.all(tag) for tag in ("MARR", "ENGA", "DIV", "DIVF")}
        at = _reach(family.text, next((nodes[0] for nodes in told.values() if nodes), node))
        if told["MARR"] or told["DIV"]:
            family.kin(pair[0], "spouse", pair[1], at, "former" if told["DIV"] else "current")
        elif told["ENGA"]:
            family.kin(pair[0], "engaged", pair[1], at)
        for tag, nodes in told.items():
            for one in nodes:
                if when := _when(one):
                    family.event(_EVENTS[tag], pair, (_reach(family.text, one),), when)
    for child, at in children:
        for parent, _ in partners:
            family.kin(parent, "parent", child, at)


def _tree(family: _Family) -> list[_Node]:
    """Read the lines as a tree; a line that is none, or that has no place, stops the reading.

    Raises ``BadInput`` where it stops.
    """
    roots: list[_Node] = []
    path: list[_Node] = []
    for number, line in enumerate(_lines(family), 1):
        if line.level > len(path):
            raise BadInput(f"{family.where}:{number}", f"level {line.level} under level {len(path) - 1}", "GEDCOM")
        node = _Node(line, [])
        (path[line.level - 1].below if line.level else roots).append(node)
        path[line.level :] = [node]
    return roots


def _lines(family: _Family) -> Iterator[_Line]:
    start = 0
    for number, row in enumerate(re.split(r"(?<=\n)|(?<=\r)(?!\n)", family.text), 1):
        bare = row.lstrip("\ufeff")
        if bare.strip():
            found = _LINE.fullmatch(bare.rstrip("\r\n"))
            if found is None:
                raise BadInput(
                    f"{family.where}:{number}", f"{bare.strip()[:40]!r} is no line of GEDCOM", "LEVEL TAG VALUE"
                )
            offset = start + len(row) - len(bare)
            whole = Span.of(family.text, offset + found.start(1), offset + found.end())
            value = Span.of(family.text, offset + found.start(4), offset + found.end(4)) if found[4] else None
            yield _Line(int(found[1]), found[2], found[3], value, whole)
        start += len(row)


def _reach(text: str, node: _Node) -> Span:
    """Return the stretch from a line to the end of its date, which is what the statement rests on."""
    dates = node.all("DATE")
    return Span.of(text, node.line.whole.start, dates[0].line.whole.end) if dates else node.line.whole


def _when(node: _Node) -> When | None:
    told = node.first("DATE")
    return _gedcom_days(told.text.strip()) if told else None


def _gedcom_days(told: str) -> When:
    about = told.startswith(("ABT ", "EST ", "CAL "))
    words = re.sub(r"^(ABT|EST|CAL|INT) |\(.*\)$", "", told).strip()
    between = re.fullmatch(r"(?:BET (.+) AND|FROM (.+) TO) (.+)", words)
    earliest, latest = None, None
    if between:
        earliest, latest = _bounds(between[1] or between[2])[0], _bounds(between[3])[1]
    elif words.startswith(("BEF ", "TO ")):
        latest = _bounds(words.split(" ", 1)[1])[1]
    elif words.startswith(("AFT ", "FROM ")):
        earliest = _bounds(words.split(" ", 1)[1])[0]
    else:
        earliest, latest = _bounds(words)
    return _told(earliest, latest, told, about=about)


def _bounds(words: str) -> tuple[date | None, date | None]:
    found = _DAY.fullmatch(words.strip())
    if found is None or (found[2] and found[2] not in _MONTHS):
        return None, None
    return _calendar(int(found[3]), _MONTHS[found[2]] if found[2] else None, int(found[1]) if found[1] else None)


def _calendar(year_number: int, month_number: int | None, day: int | None) -> tuple[date | None, date | None]:
    try:
        if month_number is None:
            days = year(year_number)
        elif day is None:
            days = month(year_number, month_number)
        else:
            days = interval(one := date(year_number, month_number, day), one)
    except ValueError:  # no day of any calendar
        return None, None
    return days.earliest, days.latest


def _told(earliest: date | None, latest: date | None, words: str, *, about: bool = False) -> When:
    if (earliest is None and latest is None) or (earliest and latest and earliest > latest):
        return When(text=words, relative=words)
    edtf = interval(earliest, latest).edtf
    return When(edtf=f"{edtf}~" if about and edtf else edtf, earliest=earliest, latest=latest, text=words)


def _table(family: _Family) -> None:
    rows = list(cells(family.text))
    heads = [cell.text.strip().lower() if cell else "" for cell in rows[0]] if rows else []
    if "name" not in heads:
        raise BadInput(family.where, "no column is called name", f"GEDCOM, or a table with {', '.join(COLUMNS)}")
    told = [{head: at for head, at in zip(heads, row, strict=False) if at and at.text.strip()} for row in rows[1:]]
    heading = {head: at for head, at in zip(heads, rows[0], strict=True) if at}
    for row in told:
        if "name" in row:
            family.person(row["name"].text, row["name"])
    for row in told:
        if "name" in row:
            _row(family, row, heading)


def _row(family: _Family, row: dict[str, Span], heading: dict[str, Span]) -> None:
    key = row["name"].text
    who = family.person(key, None)
    events: tuple[tuple[str, Happening], ...] = (("born", "birth"), ("died", "death"))
    for column, event in events:
        if column in row:
            when = _iso_days(row[column].text.strip())
            family.event(event, (who,), (heading[column], row[column]), when)
            if column == "born" and (when.earliest or when.latest):
                family.born(key, when)
    for column, pronoun in (("father", "he"), ("mother", "she")):
        if column in row:
            family.kin(family.person(row[column].text, row[column], pronoun=pronoun), "parent", who, row[column])
    if "partner" in row:
        partner = family.person(row["partner"].text, row["partner"])
        family.kin(who, "spouse" if "married" in row else "partner", partner, row["partner"])
        if "married" in row:
            family.event("marriage", (who, partner), (row["married"],), _iso_days(row["married"].text.strip()))


def _iso_days(words: str) -> When:
    first, slash, last = words.partition("/")
    found = [_ISO.fullmatch(part) for part in ((first, last) if slash else (first, first))]
    if not all(found):
        return When(text=words, relative=words)
    ends = [
        _calendar(int(one[1]), int(one[2]) if one[2] else None, int(one[3]) if one[3] else None) for one in found if one
    ]
    return _told(ends[0][0], ends[1][1], words)
