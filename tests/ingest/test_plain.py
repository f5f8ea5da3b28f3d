"""Stories of plain text: headline, day, outlet, and what is refused."""

from datetime import UTC, date, datetime

import pytest

from onrecord.ingest import MAX_CHARACTERS, from_text
from onrecord.model.errors import BadInput
from onrecord.model.story import identity

BODY = "Jane Roe wed John Doe on Friday, and all of their friends came to see it."


def test_a_whole_story() -> None:
    text = (
        f"Roe Weds Doe\r\nNov. 3 2024, Published 6:00 p.m. ET\r\n\r\n{BODY}\r\n\tStarGazette.com can reveal more.\r\n"
    )
    story = from_text(text, path="a/roe.txt")
    assert story.text == text
    assert story.id == identity(text)
    assert (story.path, story.language, story.outlet) == ("a/roe.txt", "en", "StarGazette.com")
    assert story.headline is not None
    assert story.headline.text == "Roe Weds Doe"
    assert story.published == date(2024, 11, 3)
    assert story.published_at is not None
    assert story.published_at.isoformat() == "2024-11-03T18:00:00-05:00"


@pytest.mark.parametrize(
    "line",
    ["Roe Weds Doe", "Roe Weds Doe!", "It's Over! Roe Leaves Doe (EXCLUSIVE)", 'Roe: "I Was Right"',
     "Roe Moves to the U.S.", "Is Roe Wed? Friends Say Yes."],
)  # fmt: skip
def test_a_first_line_that_is_the_headline(line: str) -> None:
    headline = from_text(f"\n {line} \n\n{BODY}").headline
    assert headline is not None
    assert (headline.start, headline.text) == (2, line)


@pytest.mark.parametrize(
    "text",
    [BODY, f"{BODY}\n{BODY}", f"By Ann Poe\n{BODY}", f"May 7, 2016\n{BODY}",
     "Roe Weds Doe", f"{'Roe and the groom ' * 20}\n{BODY}",
     f"“We wed,” Roe said.”\n{BODY}"],
)  # fmt: skip
def test_a_first_line_that_is_no_headline(text: str) -> None:
    assert from_text(text).headline is None


def test_a_title_that_the_text_begins_with_is_its_headline() -> None:
    story = from_text(f"Roe weds.\n\n{BODY}", title="Roe Weds")
    assert (story.title, story.headline and story.headline.text) == (None, "Roe weds.")


def test_another_title_is_kept_beside_the_text() -> None:
    story = from_text(BODY, title="Roe Weds")
    assert (story.title, story.headline, story.text) == ("Roe Weds", None, BODY)


def test_the_day_that_is_told_wins_over_the_text() -> None:
    text = f"Roe Weds\nNov. 3 2024, Published 6:00 p.m. ET\n{BODY}"
    story = from_text(text, published=date(2020, 1, 2))
    assert (story.published, story.published_at) == (date(2020, 1, 2), None)


def test_a_moment_with_its_zone_is_kept_and_one_without_is_a_day() -> None:
    moment = datetime(2020, 1, 2, 3, 4, tzinfo=UTC)
    assert from_text(BODY, published=moment).published_at == moment
    assert from_text(BODY, published=moment.replace(tzinfo=None)).published_at is None
    assert from_text(BODY).published is None


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("", "nothing but white space"),
        (" \n\t\u2028", "nothing but white space"),
        ("Roe\0Doe", "a NUL character at 3"),
        ("the groom " * (MAX_CHARACTERS // 10) + "s", "1,000,001 characters"),
        ("Die Schauspielerin hat am Freitag geheiratet. Ihr Mann war sehr froh.", "written in German (de)"),
    ],
)
def test_what_is_refused(text: str, what: str) -> None:
    with pytest.raises(BadInput) as refused:
        from_text(text, path="roe.txt")
    assert (refused.value.where, refused.value.what) == ("roe.txt", what)
    assert str(refused.value).startswith(f"roe.txt: {what}; expected ")


def test_a_story_of_just_the_greatest_length_is_read() -> None:
    assert len(from_text("the groom " * (MAX_CHARACTERS // 10)).text) == MAX_CHARACTERS


def test_halves_of_surrogate_pairs_are_replaced_one_for_one() -> None:
    story = from_text("The \ud83d groom and the bride 👰 danced.", title="Roe \udc00")
    assert (story.text, story.title) == ("The \ufffd groom and the bride 👰 danced.", "Roe \ufffd")
