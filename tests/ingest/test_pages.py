"""Stories of web pages."""

import hashlib
from datetime import date

import pytest

from onrecord.ingest import from_html
from onrecord.model.errors import BadInput
from onrecord.model.story import Story

BODY = (
    "<p>Jane Roe, 41, wed John Doe in Paris on Friday, her friends said after the party ended late.</p>"
    "<p>“It was lovely,” she said. “We all danced until the sun rose over the river,” she added.</p>"
)
DATA = (
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Roe &amp; Doe Wed",'
    ' "datePublished": "2016-05-27T20:00:00-04:00", "author": [{"name": "Ann Poe"}, {"name": "Al Foe"}],'
    ' "publisher": {"name": "Star Gazette"}}</script>'
)


def page(head: str = "", body: str = BODY) -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body><article>{body}</article></body></html>".encode()


def read(data: bytes, published: date | None = None) -> Story:
    return from_html(data, where="roe.html", published=published)


def test_a_whole_page() -> None:
    data = page(DATA + '<link rel="canonical" href="https://star.example/roe">', f"<h1>Roe &amp; Doe Wed</h1>{BODY}")
    story = read(data)
    assert story.headline is not None
    assert (story.headline.start, story.headline.text) == (0, "Roe & Doe Wed")
    assert "Jane Roe, 41, wed John Doe in Paris" in story.text
    assert story.text.count("Roe & Doe Wed") == 1
    assert (story.outlet, story.author, story.title) == ("Star Gazette", "Ann Poe, Al Foe", None)
    assert (story.url, story.path) == ("https://star.example/roe", "roe.html")
    assert (story.published, str(story.published_at)) == (date(2016, 5, 27), "2016-05-27 20:00:00-04:00")
    assert story.original_sha256 == hashlib.sha256(data).hexdigest()
    assert story.extractor is not None
    assert story.extractor.startswith("trafilatura ")


def test_a_title_that_the_article_lacks_becomes_its_first_line() -> None:
    story = read(page("<title>Roe Weds Doe</title>"))
    assert story.text.startswith("Roe Weds Doe\n\nJane Roe, 41,")
    assert story.headline is not None
    assert story.headline.text == "Roe Weds Doe"


def test_the_day_that_is_told_wins() -> None:
    assert read(page(DATA), published=date(2020, 1, 2)).published == date(2020, 1, 2)


@pytest.mark.parametrize(
    "data",
    [
        f"<html><body><p>{BODY}<b><i></p></div></table>".encode(),
        f'<?xml version="1.0" encoding="utf-8"?><html><body>{BODY}</body></html>'.encode(),
        page('<script type="application/ld+json">{"@type": "NewsArticle", "headline": 5, "author": [[]]}</script>'),
        page('<script type="application/ld+json">{broken</script>', BODY + "\x1b"),
        page('<meta charset="windows-1252">').decode().encode("windows-1252"),
    ],
)
def test_pages_with_faults_are_read(data: bytes) -> None:
    assert "“It was lovely,” she said." in read(data).text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"", "no HTML that can be read"),
        (b"<html><body><a href='a'>Home</a><a href='b'>News</a></body></html>", "no article found on this page"),
        (page(body="<p>Jane Roe</p>"), "no article found on this page"),
        (b"<html>\0\0</html>", "looks like a binary file"),
        (b" " * 20_000_001, "20,000,001 bytes"),
    ],
)
def test_what_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(BadInput) as refused:
        read(data)
    assert refused.value.where == "roe.html"
    assert refused.value.what.startswith(what)


def test_a_page_in_another_language_is_refused() -> None:
    body = (
        "<p>Die Schauspielerin hat am Freitag geheiratet, und ihr Mann war sehr froh darüber, sagten Freunde.</p>"
        "<p>Am Abend tanzten alle im Garten des Hotels, bis der Regen kam und das Fest zu Ende ging.</p>"
    )
    with pytest.raises(BadInput, match="written in German"):
        read(page(body=body))
