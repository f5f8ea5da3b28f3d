"""The parts of a story: headline, dateline, headings, captions, paragraphs."""

import pytest

from onrecord.model.span import Span
from onrecord.model.story import Story
from onrecord.text.paragraphs import is_caption, is_dateline, paragraphs

BODY = "Jane Roe wed John Doe on Friday in a small garden, and all of her friends came to see it."


def kinds(text: str, headline: str | None = None) -> list[tuple[str, str]]:
    span = Span.of(text, text.index(headline), text.index(headline) + len(headline)) if headline else None
    blocks = paragraphs(Story(id="", text=text, headline=span))
    return [(block.kind, text[block.start : block.end]) for block in blocks]


def test_a_story_with_all_its_parts() -> None:
    stamp = "Nov. 3 2024, Published 6:00 p.m. ET"
    text = f"Roe Weds\r\n{stamp}\r\n\r\n  {BODY}\t\r\nWedding Bells\r\n{BODY}\r\nPHOTOS: The dress"
    assert kinds(text, "Roe Weds") == [
        ("headline", "Roe Weds"),
        ("dateline", stamp),
        ("body", BODY),
        ("heading", "Wedding Bells"),
        ("body", BODY),
        ("caption", "PHOTOS: The dress"),
    ]


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r", "\u2028", "\u2029", "\n\n", "\x0b", "\x85"])
def test_every_line_end_parts_paragraphs(end: str) -> None:
    assert kinds(f"{BODY}{end}{BODY}") == [("body", BODY), ("body", BODY)]


@pytest.mark.parametrize("text", ["", " ", "\n\r\n\t", "\u2028"])
def test_white_space_has_no_parts(text: str) -> None:
    assert kinds(text) == []


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Marriage Troubles", "heading"),
        ("'We Dance A Little'", "heading"),
        ("Roe's Keen To Have More Cats", "heading"),
        ("What Did She Say?", "heading"),
        ("She said no.", "body"),
        ("Reps had no comment", "body"),
        ("Ouch", "body"),
        ('"We danced," Roe Said', "body"),
        ("“We Danced All Night.”", "body"),
        ("Anyway, Here Is What Jane Roe Told Us:", "body"),
    ],
)
def test_a_heading_stands_between_paragraphs_in_capitals_without_a_full_stop(line: str, kind: str) -> None:
    assert kinds(f"{BODY}\n{line}\n{BODY}")[1] == (kind, line)


def test_a_last_line_is_no_heading() -> None:
    assert kinds(f"{BODY}\nWedding Bells")[1][0] == "body"


@pytest.mark.parametrize(
    "line",
    [
        "Nov. 3 2024, Published 6:00 p.m. ET", "Published: 3 November 2024", "By Ann Poe", "By Ann Poe | May 7, 2016",
        "POSTED: 2016-05-07", "2016-05-07T12:00:00+00:00", "Updated 2:15 PM EDT, Fri June 3, 2016",
        "Friday, 7 May 2016",
        "5:00 PM PDT 5/27/2016 by Ann Poe", "Ann Poe, Star Gazette Published 4:31 p.m. ET July 17, 2017",
    ],
)  # fmt: skip
def test_datelines(line: str) -> None:
    assert is_dateline(line)


@pytest.mark.parametrize(
    "line",
    [
        "By the river they danced",
        "Published in 2016, the memoir sold well.",
        "1999",
        "Summer 2016",
        "She wed on May 7, 2016",
        BODY,
    ],
)
def test_lines_that_are_no_datelines(line: str) -> None:
    assert not is_dateline(line)


def test_a_dateline_stands_at_the_top() -> None:
    assert kinds(f"{BODY * 3}\nMay 7, 2016\n{BODY}")[1][0] != "dateline"


@pytest.mark.parametrize(
    ("line", "caption"),
    [
        ("PHOTOS: From Roe to Doe", True), ("(Photo: Ann Poe/Star Gazette)", True), ("Photo by: Ann Poe", True),
        ("The bride. (Photo Credit: Ann Poe)", True), ("Roe and Doe Getty Images", True), ("WATCH: The dance", True),
        ("She sold the photo to Getty Images.", False), ("Photos of the dance were lovely.", False), (BODY, False),
    ],
)  # fmt: skip
def test_captions(line: str, caption: bool) -> None:
    assert is_caption(line) is caption


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("Jane Roe might have danced in the past - but\n\n she is over it now.", 1),
        ("Jane Roe wed in Paris last week in a garden,\nand all her friends came.", 1),
        ("Jane Roe wed in Paris last week in a garden.\nand all her friends came.", 2),
        ("Jane Roe wed in Paris last week in a garden\nAll her friends came.", 2),
        ("Cats\ndogs", 2),
    ],
)
def test_a_line_that_goes_on_in_lower_case_is_one_paragraph_with_it(text: str, count: int) -> None:
    assert len(kinds(text)) == count


def test_a_headline_takes_no_line_in() -> None:
    headline = "Jane Roe weds John Doe in a very small garden"
    assert [kind for kind, _ in kinds(f"{headline}\nand that was that, said her friends.", headline)] == [
        "headline",
        "body",
    ]


def test_wrapped_lines_are_joined_up_to_the_next_blank_one() -> None:
    wrapped = "\n".join(
        ["Jane Roe, who danced all night in the", "Star Hotel, wed John Doe in a small garden", "in Paris."] * 6
    )
    assert len(kinds(f"{wrapped}\n\n{wrapped}")) == 2
