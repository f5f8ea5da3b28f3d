"""Writes ages, births and stretches of days as an editor would."""

from __future__ import annotations

from datetime import date

from onrecord.model.statement import Age, Event
from onrecord.model.when import Interval

THE_DAY = "the story's day"
"""What the day of a story is called where nobody told it."""


def in_days(days: Interval) -> str:
    """Write a stretch of days: "1957-11-14 to 1958-11-13", or its one name ("2015-06")."""
    if days.edtf and "/" not in days.edtf:
        return days.edtf
    return f"{days.earliest or 'any day'} to {days.latest or 'any day'}"


def age_in_words(age: Age) -> str:
    """Write an age: "41", "9 months", "40 to 49"."""
    least, under = age.at_least_months, age.under_months
    if under - least == 1:
        return "1 month" if least == 1 else f"{least} months"
    if under - least == 12 and least % 12 == 0:
        return str(least // 12)
    if least % 12 == 0 and under % 12 == 0:
        return f"{least // 12} to {under // 12 - 1}"
    return f"{least} to {under - 1} months"


def birth_in_words(event: Event) -> str:
    """Write the time of a birth: in the story's own words where it has a year, else as EDTF."""
    words, edtf = (event.when.text or "", event.when.edtf or "") if event.when else ("", "")
    return words.removeprefix("in ").removeprefix("on ") if edtf[:4] and edtf[:4] in words else edtf


def on_which_day(statement: Age | Event, published: date | None) -> str:
    """Write the day that a statement holds on: its own, or the story's."""
    if statement.when is not None:
        return in_days(statement.when.interval)
    return str(published) if published else THE_DAY
