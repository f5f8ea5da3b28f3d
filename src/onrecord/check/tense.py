"""The days of a story that are written with their year, so that no tense was needed to know them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says
from onrecord.model.span import Span
from onrecord.model.when import Interval, month, year
from onrecord.prove.wording import in_days

_YEAR = re.compile(r"\b(?:19|20)\d\d\Z")
_VALUE = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


def dated_by_year(case: Case) -> Iterator[tuple[Span, Interval]]:
    """Yield each time whose words end in their year: "June 12, 2015", "June 2015", "2015"; with its days."""
    for time in case.times:
        value = _VALUE.fullmatch(time.value or "") if time.type == "DATE" and _YEAR.search(time.text) else None
        days = _days(value) if value else None
        if days:
            yield time.span, days


def at_odds(told: str, span: Span, days: Interval, *, but: str, published: str) -> Finding:
    """Return the finding that a day is told in a tense that the day of publication speaks against.

    ``told`` is the verb with all words up to the day, ``but`` and ``published`` say what is against it.
    """
    words = " ".join((told + span.text).split())
    return Finding(
        level="unlikely",
        message=f"“{words}”, but {but}",
        spans=(Says.of(span, in_days(days)),),
        reason=(f"“{words}”: {in_days(days)}", f"published {published}"),
    )


def _days(value: re.Match[str]) -> Interval | None:
    try:
        if value["day"]:
            day = date.fromisoformat(value.group())
            return Interval(edtf=value.group(), earliest=day, latest=day)
        return month(int(value["year"]), int(value["month"])) if value["month"] else year(int(value["year"]))
    except ValueError:
        return None
