"""The story's own stamp: which lines are one, and which day and moment they tell."""

from datetime import date

import pytest

from onrecord.ingest.datelines import is_stamp, read_moment, stamp

BODY = "Jane Roe wed John Doe on Friday, and all of their friends came to see it."


@pytest.mark.parametrize(
    ("line", "day", "at"),
    [
        ("Nov. 13 2025, Published 6:00 p.m. ET", "2025-11-13", "2025-11-13T18:00:00-05:00"),
        ("June 13 2025, Published 6:00 p.m. ET", "2025-06-13", "2025-06-13T18:00:00-04:00"),
        ("Published: 13 November 2025", "2025-11-13", None),
        ("Updated 2:15 PM EDT, Fri June 3, 2016", "2016-06-03", "2016-06-03T14:15:00-04:00"),
        ("POSTED: 2016-05-27", "2016-05-27", None),
        ("By Ann Poe | May 27, 2016", "2016-05-27", None),
        ("2014-01-15T12:00:00+02:00", "2014-01-15", "2014-01-15T12:00:00+02:00"),
        ("2017-11-16 08:52:00", "2017-11-16", None),
        ("Friday, 27th May 2016 10.30am BST", "2016-05-27", "2016-05-27T10:30:00+01:00"),
        ("5:00 PM PDT 5/27/2016 by Ann Poe", "2016-05-27", "2016-05-27T17:00:00-07:00"),
        ("Sept. 5, 2016 at 12 a.m. PT", "2016-09-05", "2016-09-05T00:00:00-07:00"),
        ("Published: 13:45 GMT, 5 May 2016 | Updated: 14:00 GMT, 6 May 2016", "2016-05-05",
         "2016-05-05T13:45:00+00:00"),
        ("Updated: 6 May 2016, published: 5 May 2016", "2016-05-05", None),
        ("Ann Poe, STAR TODAY Published 4:31 p.m. ET July 17, 2017 | Updated 6:04 p.m. ET July 18, 2017", "2017-07-17",
         "2017-07-17T16:31:00-04:00"),
        ("27.05.2016", "2016-05-27", None),
        ("03/03/2016", "2016-03-03", None),
        ("May 27, 2016 25:99 ET", "2016-05-27", None),
        (f"March 28, 2017: {BODY}", "2017-03-28", None),
        (f"LONDON, March 3, 2016 (Reuters) - {BODY}", "2016-03-03", None),
        (f"(Reuters) - March 3, 2016 - {BODY}", "2016-03-03", None),
    ],
)  # fmt: skip
def test_stamps(line: str, day: str, at: str | None) -> None:
    found = stamp(f"Roe Weds\n\n{line}\n\n{BODY}", 8)
    assert found is not None
    assert found.day == date.fromisoformat(day)
    assert (found.at and found.at.isoformat()) == at


@pytest.mark.parametrize(
    "line",
    [
        "03/04/2016", "Feb. 30, 2016", "May 2016", "2016", "By Ann Poe", "She wed on July 27, 2016",
        "The Wedding of May 27, 2016",
        f"On March 28, 2017, {BODY}", "Roe (May 27, 2016)", "NEW YORK (AP) - Roe wed.", "May 27, 2016 was the day.",
    ],
)  # fmt: skip
def test_lines_that_tell_no_day(line: str) -> None:
    assert stamp(f"Roe Weds\n\n{line}\n\n{BODY}", 8) is None


def test_only_the_top_lines_count() -> None:
    assert stamp("\n".join(["Roe"] * 9 + ["May 27, 2016"]), 0) is not None
    assert stamp("\n".join(["Roe"] * 10 + ["May 27, 2016"]), 0) is None
    assert stamp(f"{BODY * 3}\nMay 27, 2016", 0) is None


def test_the_headline_is_no_stamp() -> None:
    assert stamp("May 27, 2016\nRoe", 12) is None


def test_a_day_before_a_colon_counts_at_the_start_only() -> None:
    assert stamp(f"{BODY}\nMarch 28, 2017: they wed.", 0) is None


@pytest.mark.parametrize(
    ("line", "expected"),
    [("By Ann Poe", True), ("by Ann Poe and Al Foe", True), ("May 27, 2016", True), ("By the river", False),
     ("Roe Weds", False), ("", False), ("By " + "A" * 150, True), ("By " + "A" * 200, False)],
)  # fmt: skip
def test_lines_that_are_nothing_but_a_stamp_or_a_byline(line: str, expected: bool) -> None:
    assert is_stamp(line) is expected


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ("2016-05-27", "2016-05-27"), ("2016-05-27T10:00:00Z", "2016-05-27 10:00:00+00:00"),
        ("May 27, 2016", "2016-05-27"),
        ("Fri, 27 May 2016 10:00:00 GMT", "2016-05-27 10:00:00+00:00"), ("2016-05-27T10:00:00", "2016-05-27"),
        ("2016", "None"), ("soon", "None"), ("", "None"), ("9" * 5_000, "None"),
    ],
)  # fmt: skip
def test_moments(told: str, expected: str) -> None:
    assert str(read_moment(told)) == expected
