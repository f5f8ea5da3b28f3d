"""What pages tell about their articles."""

from datetime import UTC, date, datetime

import pytest
from lxml import html

from onrecord.ingest.page_facts import Facts, facts


def told(head: str, body: str = "") -> Facts:
    return facts(html.document_fromstring(f"<html><head>{head}</head><body>{body}<p>Roe</p></body></html>"))


def data(json: str) -> str:
    return f'<script type="application/ld+json">{json}</script>'


def test_a_bare_page_tells_nothing() -> None:
    assert told("") == Facts(None, None, None, None, None)


def test_linked_data_comes_first() -> None:
    site, article = (
        '{"@type": "WebSite", "headline": "No"}',
        '{"@type": ["X", "Article"], "headline": " A\\n B ", "author": "P"}',
    )
    graph = f'{{"@graph": [{site}, {article}]}}'
    known = told(data(graph) + '<meta property="og:title" content="C"><meta name="author" content="Q">', "<h1>D</h1>")
    assert (known.title, known.author) == ("A B", "P")


def test_meta_elements_come_next() -> None:
    known = told(
        '<meta property="og:title" content="Roe &amp; Doe | Star"><meta property="og:site_name" content="Star">'
        '<meta property="article:published_time" content="2016-05-27T10:00:00Z"><meta name="author" content="Q">'
        '<meta property="og:url" content="https://star.example/roe">'
    )
    moment = datetime(2016, 5, 27, 10, tzinfo=UTC)
    assert known == Facts("Roe & Doe", moment, "Star", "Q", "https://star.example/roe")


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Site</title>", "<h1>Roe <b>Weds</b></h1>", "Roe Weds"),
        ("<title>Roe Weds</title>", "<h1>A</h1><h1>B</h1>", "Roe Weds"),
        ("<title> </title>", "", None),
    ],
)
def test_titles_that_readers_see(head: str, body: str, title: str | None) -> None:
    assert told(head, body).title == title


@pytest.mark.parametrize("title", ["Roe Weds - Star", "Roe Weds | STAR", "Roe Weds – Star"])
def test_the_outlet_is_no_part_of_a_title(title: str) -> None:
    assert told(f'<title>{title}</title><meta property="og:site_name" content="Star">').title == "Roe Weds"


def test_a_title_that_only_ends_like_the_outlet_stays() -> None:
    assert told('<title>Roe Is a Star</title><meta property="og:site_name" content="Star">').title == "Roe Is a Star"


def test_a_day_that_readers_see() -> None:
    assert told("", '<time datetime="2016-05-27" pubdate>May 27</time>').published == date(2016, 5, 27)


@pytest.mark.parametrize(
    "broken", ["{", "[" * 5_000, "null", '{"@type": 5}', '{"@type": "Article", "headline": {}, "author": [[]]}']
)
def test_broken_data_tells_nothing(broken: str) -> None:
    assert told(data(broken)).title is None
