from __future__ import annotations

import base64
import hashlib
import re
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from onrecord.model.case import Case, Time
from onrecord.model.document import Block, Quotation
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.person import Mention, Person
from onrecord.model.source import Source
from onrecord.model.span import Span
from onrecord.model.statement import Age, Claim, Event, Kin, Quote
from onrecord.model.story import Story
from onrecord.model.when import year
from onrecord.show.page import page

VOID = {"meta", "input", "br", "rect", "path", "circle"}


class Read(HTMLParser):
    """Reads a page back: ids, links, tags, and the text of the story; tags must close in order."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.ids: list[str] = []
        self.links: list[str] = []
        self.tags: list[str] = []
        self.handlers: list[str] = []
        self.story: list[str] = []
        self.open: list[str] = []
        self.text_depth: int | None = None
        self.faults: list[str] = []
        self.feed(html)
        self.close()
        self.faults += self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._attributes(tag, attrs)
        if tag not in VOID:
            self.open.append(tag)
        if ("class", "text") in attrs:
            self.text_depth = len(self.open)
            self.story.append("")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._attributes(tag, attrs)

    def _attributes(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            elif name == "href":
                self.links.append(value or "")
            elif name.startswith("on"):
                self.handlers.append(name)

    def handle_endtag(self, tag: str) -> None:
        if self.text_depth == len(self.open):
            self.text_depth = None
        if tag in VOID:
            return
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)

    def handle_data(self, data: str) -> None:
        if self.text_depth is not None:
            self.story[-1] += data


TEXT = "Ann, 41, weds\r\n\r\nAnn said: “I love Bo & <b>Cy</b>.”\tA friend agreed, reportedly.\n\nIn 2012 they met."


def span(words: str, nth: int = 1) -> Span:
    start = -1
    for _ in range(nth):
        start = TEXT.index(words, start + 1)
    return Span.of(TEXT, start, start + len(words))


def mention(words: str, nth: int = 1, form: str = "name") -> Mention:
    one = span(words, nth)
    return Mention(one.start, one.end, one.text, form)  # type: ignore[arg-type]


CASE = Case(
    story=Story(id="x", text=TEXT, path="ann.txt", outlet="The Daily", headline=span("Ann, 41, weds")),
    people=(
        Person(id="p1", name="Ann", mentions=(mention("Ann"), mention("Ann", 2)), born=year(1984)),
        Person(id="p2", name="Bo", mentions=(mention("Bo"),)),
    ),
    statements=(
        Age(id="s1", who="p1", years=41, at_least_months=492, under_months=504, spans=(span("41"),)),
        Quote(id="s2", form="direct", speaker="p1", spans=(span("“I love Bo & <b>Cy</b>.”"),)),
        Kin(id="s3", from_="p1", relation="spouse", to="p2", spans=(span("love Bo"),)),
        Claim(id="s4", source="o1", hedge="reportedly", spans=(span("agreed, reportedly"),)),
        Claim(id="s5", spans=(span("they met"),)),
        Event(id="s6", event="meeting", who=(), spans=(span("met"),)),
        Kin(id="s7", from_="p8", relation="spouse", to="p9", spans=(span("weds"),)),
    ),
    times=(Time(start=span("2012").start, end=span("2012").end, text="2012", type="DATE", value="2012", edtf="2012"),),
    sources=(Source(id="o1", name="A friend", type="unnamed", spans=(span("A friend"),), via=("The Star",)),),
    findings=(
        Finding(check="ages-disagree", level="impossible", message="two ages", reason=("41", "43"), statements=("s1",),
                spans=(Says.of(span("41, weds"), "one age"), Says.of(span("Bo & <b>Cy</b>.”\tA"), "across"))),
    ),
    held=(Held(check="weekday-against-date", message="a Monday", spans=(Says.of(span("In 2012"), "the day"),)),),
)  # fmt: skip


def story_text(html: str) -> list[str]:
    return Read(html).story


def test_the_text_of_the_story_is_whole() -> None:
    assert story_text(page([CASE])) == [TEXT]


def test_blocks_are_followed_and_change_nothing() -> None:
    headline, body = span("Ann, 41, weds"), span(TEXT[17:])
    blocks = (Block(headline.start, headline.end, "headline"), Block(body.start, body.end, "body"))
    html = page([msgspec.structs.replace(CASE, blocks=blocks)])
    assert story_text(html) == [TEXT]
    assert '<h3 class="headline" dir="auto">' in html


def test_every_link_leads_somewhere_and_every_id_is_there_once() -> None:
    read = Read(page([CASE, CASE, CASE]))
    assert len(read.ids) == len(set(read.ids))
    assert all(link.startswith("#") for link in read.links)
    assert {link[1:] for link in read.links} <= set(read.ids)
    assert read.faults == []


def test_a_finding_leads_to_its_words() -> None:
    html = page([CASE])
    start = span("41, weds").start
    assert f'<a class="words" href="#c1-t{start}">' in html
    assert re.search(rf'id="c1-t{start}" class="m [^"]*in-finding', html)


def test_overlapping_marks_are_all_told() -> None:
    segment = re.search(rf'id="c1-t{span("Bo").start}" class="([^"]*)" data-says="([^"]*)"', page([CASE]))
    assert segment is not None
    assert {"person", "kin", "in-quote", "in-finding"} <= set(segment[1].split())
    assert "Ann and Bo are married" in segment[2]
    assert "Quoted from Ann" in segment[2]


def test_words_of_a_story_are_never_markup() -> None:
    html = page([CASE])
    assert "<b>" not in html
    assert "b" not in Read(html).tags


def test_words_that_nobody_says_have_their_own_heading() -> None:
    html = page([CASE])
    assert "Words without a voice" in html
    assert "Said of nobody by name" in html


def test_no_script_no_network_and_only_the_styles_it_names() -> None:
    html = page([CASE])
    policy = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert policy is not None
    allowed = unescape(policy[1])
    assert allowed.startswith("default-src 'none'; style-src 'sha256-")
    styles = re.findall(r"<style>(.*?)</style>", html, re.DOTALL)
    hashes = {base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() for style in styles}
    assert hashes
    assert all(f"'sha256-{one}'" in allowed for one in hashes)
    read = Read(html)
    assert not {"script", "link", "img", "iframe", "object"} & set(read.tags)
    assert read.handlers == []
    assert " style=" not in html


def test_headings_go_down_one_step_at_a_time() -> None:
    for cases in ([CASE], [CASE, CASE]):
        levels = [int(tag[1]) for tag in Read(page(cases)).tags if re.fullmatch("h[1-6]", tag)]
        assert levels[0] == 1
        assert levels.count(1) == 1
        assert all(after <= before + 1 for before, after in pairwise(levels))


@pytest.mark.parametrize("cases", [[], [Case(story=Story(id="", text=""))], [Case(story=Story(id="", text="\r\n \n"))]])
def test_nothing_to_show_is_still_a_page(cases: list[Case]) -> None:
    read = Read(page(cases))
    assert read.faults == []
    assert read.story == [case.story.text for case in cases]


PIECES = [*"ab <>&\"'\r\n\t\u202e\u2028\x1b\x0c\x85é👧", "</script>", "<b>", "<!--", "]]>", "&amp;", "{{ 1 }}"]
HOSTILE = st.lists(st.sampled_from(PIECES), max_size=30).map("".join)


@st.composite
def hostile_case(draw: st.DrawFn) -> Case:
    text = draw(HOSTILE)

    def spans(most: int) -> list[Span]:
        if not text:
            return []
        starts = draw(st.lists(st.integers(0, len(text) - 1), max_size=most))
        return [Span.of(text, start, draw(st.integers(start + 1, len(text)))) for start in starts]

    people = tuple(
        Person(id=f"p{number}{draw(HOSTILE)}", name=draw(HOSTILE), aliases=(draw(HOSTILE),),
               mentions=tuple(Mention(one.start, one.end, one.text, "name") for one in spans(3)))
        for number in range(2)
    )  # fmt: skip
    said = [Quote(id=f"q{n}", form="direct", speaker=people[0].id, spans=(one,)) for n, one in enumerate(spans(3))]
    kin = [Kin(id=f"k{n}", from_=people[0].id, relation="spouse", to=people[1].id, spans=(one,), detail=draw(HOSTILE))
           for n, one in enumerate(spans(2))]  # fmt: skip
    findings = tuple(
        Finding(check=draw(HOSTILE), level="unclear", message=draw(HOSTILE), reason=(draw(HOSTILE),),
                spans=tuple(Says.of(one, draw(HOSTILE)) for one in spans(2)))
        for _ in range(2)
    )  # fmt: skip
    story = Story(id="x", text=text, path=draw(HOSTILE), outlet=draw(HOSTILE), title=draw(HOSTILE))
    return Case(story=story, people=people, statements=(*said, *kin), findings=findings)


@settings(max_examples=30, deadline=None)
@given(hostile_case())
def test_a_page_of_any_hostile_story_is_sound(case: Case) -> None:
    html = page([case])
    read = Read(html)
    assert read.faults == []
    assert read.story == [case.story.text]
    assert len(read.ids) == len(set(read.ids))
    assert {link.removeprefix("#") for link in read.links} <= set(read.ids)
    assert not {"script", "b"} & set(read.tags)
    assert read.handlers == []


def test_a_carriage_return_is_written_so_that_a_browser_keeps_it() -> None:
    html = page([Case(story=Story(id="", text="a\r\nb\rc"))])
    assert "\r" not in html
    assert story_text(html) == ["a\r\nb\rc"]


def test_lone_surrogates_and_nul_keep_their_places() -> None:
    text = "a\ud800b\x00c"
    assert story_text(page([Case(story=Story(id="", text=text))])) == ["a�b�c"]


def test_words_in_marks_that_are_no_quotation_are_marked_and_listed_with_the_reason() -> None:
    text = "The “castle” fell. “No,” she said."
    plain = Quotation(start=19, end=24, text="“No,”", opening="“", closing="”")
    left_out = Quotation(start=4, end=12, text="“castle”", opening="“", closing="”", left_out="too <little>")
    html = page([Case(story=Story(id="", text=text), quotations=(left_out, plain))])
    read = Read(html)
    assert "Not a quotation: too &lt;little&gt;" in html
    assert html.count("In quotation marks, and no quotation") == 1
    assert "c1-q1" in read.ids
    assert "c1-q2" not in read.ids
    assert "#c1-q1" in read.links
    assert read.faults == []
