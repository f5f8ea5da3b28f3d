"""Marks the sources of a story other than named people: insiders, spokespeople, outlets, documents, organisations."""

from __future__ import annotations

from collections.abc import Iterator
from typing import cast

from onrecord.annotate.covering import Covering
from onrecord.annotate.linking import linked
from onrecord.annotate.parties import Party
from onrecord.annotate.reports import Report, reports
from onrecord.annotate.rows import Row, rows
from onrecord.annotate.speech import is_speech, is_title
from onrecord.annotate.word_lists import listed
from onrecord.model.document import Document
from onrecord.model.marks import Mark, Marks, Source
from onrecord.model.source import SourceType
from onrecord.model.span import Span

NEEDS = ("mentions",)

# Heads that are sources whatever they are said to think, fear or blame.
_SURE = listed("source sources insider insiders informant tipster snitch spy mole reports report")
# Verbs with which anybody else becomes a source, beside a quotation mark or not.
_PLAIN = listed("""
    say tell add reveal admit claim confess explain insist note state report share reply respond answer continue
    confirm recall allege maintain acknowledge disclose divulge spill dish gush joke quip suggest argue warn write
    tweet retweet post caption announce deny learn discover cite quote dismiss refute debunk describe label call
    predict advise testify fear believe
""")
_NEAR = 30  # tokens between a cue and a quotation
_CARRIED_ON = 5  # tokens between an outlet's verb and the source whose words it carries


def annotate(document: Document, marks: Marks) -> Iterator[Mark]:
    """Mark every source that introduces or repeats something with a reporting verb or "according to"."""
    seen: dict[str, Span] = {}
    outlet: str | None = None
    covering = Covering(marks.reading.reports if marks.reading else ())
    for row in rows(document, marks):
        told = reports(row)
        done: set[Span] = set()
        for rumour in _spoken_of(row):
            done.add(rumour.span)
            yield _source(rumour, (), seen)
        for number, report in enumerate(told):
            party = report.voice
            if party is None or party.kind == "person" or party.span in done:
                continue
            if not _answers(row, report) or _is_channel(row, told, number):
                continue
            done.add(party.span)
            yield _source(party, _via(row, told, number, outlet), seen)
        for party in _covered(row, told, covering):
            if party.kind != "person" and party.span not in done:
                done.add(party.span)
                yield _source(party, (), seen)
        outlet = next(reversed([*_outlets(row), *_reporting(told)]), outlet)


def _covered(row: Row, told: tuple[Report, ...], covering: Covering) -> Iterator[Party]:
    """Find whom the trained reader sees to speak where no rule finds whose words a quotation is."""
    for index, token in enumerate(row.tokens):
        if token.kind != "quote" or not is_speech(row, index) or is_title(row, index):
            continue
        said = linked(row, told, index)
        covered = covering.of(row, token.span) if said is None or said.voice is None else None
        if covered:
            yield covered.party


def _spoken_of(row: Row) -> Iterator[Party]:
    """Find reports that no verb reports with: there are reports that …, after reports that …, if reports are true."""
    for index, token in enumerate(row.tokens):
        if token.party is None or token.party.head != "reports":
            continue
        before = row.tokens[index - 1].low if index else ""
        after = row.tokens[index + 1].low if index + 1 < len(row.tokens) else ""
        if after == "that" or before in ("were", "are", "been", "if", "despite"):
            yield token.party


def _answers(row: Row, report: Report) -> bool:
    """Tell whether the party says something, rather than being told it, asked it or only thinking it."""
    party, cue = report.voice, report.cue
    if party is None or (report.passive and report.order == "voice first") or _is_negated(row, report):
        return False
    if cue is None or party.head in _SURE:
        return True
    if party.head in ("rumor", "rumors", "rumour", "rumours"):
        return cue.tense in ("base", "s") and cue.kind == "say"
    if _with_quotation(row, report):
        return True
    if party.kind == "outlet" and cue.kind == "say":
        return True
    return cue.verb in _PLAIN and not (cue.tense == "ing" and party.kind == "document")


def _is_negated(row: Row, report: Report) -> bool:
    """Tell whether the party gave nothing: her team has not confirmed, the label didn't answer."""
    if report.at - report.first >= _NEAR:
        return False
    for token in reversed(row.tokens[report.first : report.at]):
        if token.low in ("not", "n't", "n’t", "never"):
            return True
        if token.low == ",":
            break
    return False


def _with_quotation(row: Row, report: Report) -> bool:
    """Tell whether a quotation stands in the report's sentence, or right before it."""
    begun, end = max(0, row.first[report.at] - 1, report.at - _NEAR), min(row.last[report.at], report.at + _NEAR)
    return any(token.kind == "quote" for token in row.tokens[begun:end])


def _is_channel(row: Row, told: tuple[Report, ...], number: int) -> bool:
    """Tell whether an outlet only carries what somebody else said: "…," she said, according to the paper."""
    report = told[number]
    if report.voice is None or report.voice.kind != "outlet":
        return False
    near = [other for other in told[max(0, number - 2) : number + 3] if row.first[other.at] == row.first[report.at]]
    if report.order == "according to":
        return any(other.at < report.at and _speaks(other) for other in near)
    return any(
        0 <= other.first - report.end <= _CARRIED_ON and _speaks(other) and not _is_person(other) for other in near
    )


def _is_person(report: Report) -> bool:
    return report.voice is not None and report.voice.kind == "person"


def _speaks(report: Report) -> bool:
    return report.voice is not None and report.voice.kind != "outlet" and report.cue is not None and not report.passive


def _via(row: Row, told: tuple[Report, ...], number: int, outlet: str | None) -> tuple[str, ...]:
    """Return the names of the outlets that carried the words; "the magazine" is the outlet named last."""
    report = told[number]
    names = list(report.via)
    for near in range(max(0, number - 2), min(len(told), number + 3)):
        carrier = told[near].voice
        if (
            near != number
            and row.first[told[near].at] == row.first[report.at]
            and carrier
            and _is_channel(row, told, near)
        ):
            names.append(carrier.span.text)
    known = [name if name[:1].isupper() or outlet is None else outlet for name in names]
    return tuple(dict.fromkeys(name for name in known if report.voice is None or name != report.voice.span.text))


def _reporting(told: tuple[Report, ...]) -> list[str]:
    """Return the outlets that report something themselves, by name."""
    voices = (report.voice for report in told)
    return [voice.span.text for voice in voices if voice and voice.kind == "outlet" and voice.span.text[0].isupper()]


def _outlets(row: Row) -> list[str]:
    """Return the outlets that the paragraph names, in their order."""
    parties = (token.party for token in row.tokens)
    return [party.span.text for party in parties if party and party.kind == "outlet" and party.span.text[0].isupper()]


def _source(party: Party, via: tuple[str, ...], seen: dict[str, Span]) -> Source:
    key = party.span.text.lower().removeprefix("the ") if party.kind == "outlet" else party.head
    again = seen.get(key) if party.definite or party.kind == "outlet" else None
    if again is None:
        seen[key] = party.span
    return Source(span=party.span, type=cast("SourceType", party.kind), via=via, again=again)
