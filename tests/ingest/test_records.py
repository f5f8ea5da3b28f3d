"""Stories of JSON objects."""

from datetime import date

import pytest

from onrecord.ingest import from_record
from onrecord.model.errors import BadInput

TEXT = "Jane Roe wed John Doe on Friday, and all of their friends came to see it."


def test_all_fields() -> None:
    record = {
        "text": TEXT, "id": 7, "title": "Roe Weds", "published": "2016-05-27T20:00:00-04:00", "outlet": "Star Gazette",
        "url": "https://star.example/roe", "other": [1], "author": None,
    }  # fmt: skip
    story = from_record(record, where="stories.jsonl:3")
    assert (story.text, story.given_id, story.path) == (TEXT, "7", "stories.jsonl:3")
    assert (story.title, story.outlet, story.url) == ("Roe Weds", "Star Gazette", "https://star.example/roe")
    assert story.published == date(2016, 5, 27)
    assert story.published_at is not None
    assert story.published_at.isoformat() == "2016-05-27T20:00:00-04:00"


def test_a_null_counts_as_absent() -> None:
    story = from_record({"text": TEXT, "id": None, "published": None, "title": None}, where="x")
    assert (story.given_id, story.published, story.title) == (None, None, None)


@pytest.mark.parametrize(
    "told", ["2016-05-27", "20160527", "May 27, 2016", "27/05/2016", "2016-05-27T23:00:00", " 2016-05-27 "]
)
def test_days(told: str) -> None:
    assert from_record({"text": TEXT, "published": told}, where="x").published == date(2016, 5, 27)


def test_the_day_of_the_call_wins() -> None:
    day = date(2020, 1, 2)
    assert from_record({"text": TEXT, "published": "2016-05-27"}, where="x", published=day).published == day


@pytest.mark.parametrize(
    ("record", "what"),
    [
        ({}, "missing required field `text`"),
        ({"text": None}, "missing required field `text`"),
        ({"text": 5}, "`$.text`"),
        ({"text": TEXT, "title": ["Roe"]}, "`$.title`"),
        ({"text": TEXT, "published": 2016}, "`$.published`"),
        ({"text": TEXT, "published": "soon"}, "\"published\" is 'soon'"),
        ({"text": TEXT, "published": "03/04/2016"}, "\"published\" is '03/04/2016'"),
        ({"text": " "}, "nothing but white space"),
    ],
)
def test_what_is_refused(record: dict, what: str) -> None:
    with pytest.raises(BadInput) as refused:
        from_record(record, where="stories.jsonl:3")
    assert refused.value.where == "stories.jsonl:3"
    assert what in refused.value.what
