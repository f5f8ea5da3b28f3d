"""Reads news stories and puts them on record; then checks what adds up.

>>> import onrecord
>>> case = onrecord.read("Ann Lee married on Monday, November 12 2025.", published="2025-11-13")
>>> case = onrecord.check(case)
>>> [(finding.check, finding.message) for finding in case.findings]
[('weekday-against-date', '“Monday, November 12 2025”, but November 12, 2025 is a Wednesday')]
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from datetime import date

import onrecord.check  # noqa: F401 - loaded here, or loading it later would hide the function of the same name
from onrecord.model.case import Case, schema
from onrecord.model.errors import BadCase, BadConfiguration, BadInput, OnrecordError
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.person import Person
from onrecord.model.source import Source
from onrecord.model.span import Span
from onrecord.model.statement import Age, Claim, Count, Event, Kin, Quote, Statement
from onrecord.model.story import Story

__all__ = [
    "Age",
    "BadCase",
    "BadConfiguration",
    "BadInput",
    "Case",
    "Claim",
    "Count",
    "Event",
    "Finding",
    "Held",
    "Kin",
    "OnrecordError",
    "Person",
    "Quote",
    "Says",
    "Source",
    "Span",
    "Statement",
    "Story",
    "check",
    "checks",
    "read",
    "schema",
]


def read(
    text: str,
    *,
    published: date | str | None = None,
    outlet: str | None = None,
    path: str | None = None,
    least_confidence: float | None = None,
) -> Case:
    """Read one story, plain text with the headline as its first line, into a case; nothing is checked yet.

    ``published`` is its publication day, as a date or as "YYYY-MM-DD"; without one a dateline in the text is read, and
    without that no age becomes a birth. ``outlet`` is who publishes it, ``path`` the name that messages call it by. A
    quotation whose voice is less sure than ``least_confidence``, from 0 to 1, keeps none; None is what the package is
    made for.

    Raises ``BadInput`` when the text is empty, no text, or not English, and when ``published`` is no day.
    """
    from onrecord import ingest, pipeline  # the readers load only when something is read

    day = _day(published) if isinstance(published, str) else published
    story = ingest.from_text(text, path=path, published=day, outlet=outlet)
    return pipeline.read(story) if least_confidence is None else pipeline.read(story, least_confidence=least_confidence)


def check(case: Case, names: Iterable[str] | None = None) -> Case:
    """Return the case with what does not add up in it as ``findings``, and what was checked and holds as ``held``.

    ``names`` are the checks to run, of those that ``checks()`` lists; None runs all that are
    on by default.

    Raises ``BadConfiguration`` when there is no check of a name.
    """
    from onrecord import pipeline

    chosen = None if names is None else tuple(names)
    for name in chosen or ():
        if name not in (known := checks()):
            raise BadConfiguration(f"no check is called {name!r}; expected one of {', '.join(known)}")
    return pipeline.check(case, chosen)


def checks() -> dict[str, str]:
    """Return one line on what each check flags, by the check's name."""
    from onrecord import parts

    return {
        name: (sys.modules[check.__module__].__doc__ or "").partition("\n")[0] for name, check in parts.checks().items()
    }


def _day(written: str) -> date:
    try:
        return date.fromisoformat(written)
    except ValueError:
        raise BadInput("published", f"{written!r} is no day", "YYYY-MM-DD") from None
