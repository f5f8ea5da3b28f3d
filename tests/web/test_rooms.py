"""Each room of the page, through its real tasks."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date
from html import unescape

import msgspec
import pytest

from onrecord import store
from onrecord.model.story import identity
from tests.web.conftest import OTHER, STORY, added, finished

HOSTILE = (
    "<script>alert(1)</script> & Jane Roe of Leeds \u202e\n"
    'Jane Roe, 41, said: "<img src=x onerror=alert(2)>" and left. \u202eevil\u202c {{ 7*7*7*7 }} Roe went home to her house in Leeds and was glad of it.\n'
)


def statement_of(page, key: str, words: str) -> tuple[str, str]:
    """Return id and anchor of the statement whose line on the story's page holds these words."""
    html = page.get(f"/stories/{key}").text
    line = next(part for part in html.split("<li")[1:] if words in unescape(part) and 'name="statements"' in part)
    found = re.search(r'name="statements" value="([^"]+)".*?name="anchor" value="([^"]+)"', line, re.DOTALL)
    assert found
    return found[1], found[2]


@pytest.fixture
def about_at(tell):
    """Return what tells a story of one address."""

    def case(text: str, **more):
        told = tell(text).case()
        return msgspec.structs.replace(
            told, story=msgspec.structs.replace(told.story, url="https://post.example/roe", **more)
        )

    return case


def judged(page, key: str, words: str, verdict: str, **fields: str):
    statements, anchor = statement_of(page, key, words)
    data = {"statements": statements, "anchor": anchor, "verdict": verdict, **fields}
    return page.post(f"/stories/{key}/judge", data=data)


def person(page, name: str) -> str:
    html = page.get("/search", params={"q": name}).text
    found = re.search(r'href="(/people/[^"]+)"', html)
    assert found, html
    return found[1]


def test_an_empty_record_offers_examples_and_reads_them(page):
    assert "Nothing is on record yet" in page.get("/").text
    job = page.post("/example").headers["location"]
    assert "2 added" in finished(page, job)
    assert "2 stories" in page.get("/").text


def test_a_pasted_story_is_read_and_shown_with_its_marks(page, key):
    html = page.get(f"/stories/{key}").text
    assert "Jane Roe and Tom Hale marry in Leeds" in html
    assert 'class="m person"' in html
    assert "Northern Post" in html
    assert page.get("/").text.count(f"/stories/{key}") == 1


def test_a_story_that_is_there_already_is_said_to_be(page, key):
    job = page.post("/add", data={"text": STORY, "published": "2025-03-04", "outlet": "Northern Post"})
    assert "1 there already" in finished(page, job.headers["location"])


def test_files_are_read_one_bad_one_leaves_the_others(page):
    files = [("files", ("a.txt", STORY.encode())), ("files", ("b.exe", b"MZ")), ("files", ("c.txt", b""))]
    text = finished(page, page.post("/add", files=files, data={"published": "2025-03-04"}).headers["location"])
    assert "3 read, 1 added" in text
    assert "2 could not be read" in text
    assert "b.exe: no kind of file that holds stories" in text


def test_a_folder_is_read(page, tmp_path):
    (tmp_path / "stories").mkdir()
    (tmp_path / "stories" / "one.txt").write_text(STORY)
    job = page.post("/add", data={"folder": str(tmp_path / "stories")})
    assert "1 added" in finished(page, job.headers["location"])
    job = page.post("/add", data={"folder": str(tmp_path / "missing")})
    assert "1</strong>" in finished(page, job.headers["location"]).replace(" could not be read", "")


@pytest.mark.parametrize(
    ("data", "said"), [({}, "nothing was given"), ({"text": "x", "published": "May"}, "is no day")]
)
def test_what_cannot_be_added_is_said(page, data, said):
    answer = page.post("/add", data=data)
    assert answer.status_code == 400
    assert said in unescape(answer.text)


def test_a_job_tells_htmx_its_part_alone(page):
    job = page.post("/add", data={"text": STORY}).headers["location"]
    finished(page, job)
    part = page.get(job, headers={"HX-Request": "true"}).text
    assert part.startswith('<div id="progress"')
    assert page.get("/jobs/99").status_code == 404


def test_people_stories_and_words_are_found(page, key):
    html = page.get("/search", params={"q": "roe"}).text
    assert "Jane Roe" in html
    assert f"/stories/{key}" in page.get("/search", params={"q": "rings"}).text
    assert "We waited for eleven years" in page.get("/search", params={"q": "eleven waited"}).text
    assert "Nothing in the record" in page.get("/search", params={"q": "zeppelin"}).text
    assert page.get("/search").status_code == 200


def test_a_person_is_told_with_all_stories(page, key):
    other = added(page, OTHER, "2025-05-01")
    html = unescape(page.get(person(page, "Jane Roe")).text)
    assert "Married to" in html
    assert f"/stories/{key}#c1-t" in html
    assert f"/stories/{other}" in html
    assert "We waited for eleven years" in html
    assert page.get("/people/none.p1").status_code == 404
    assert page.get("/people/none").status_code == 400


def test_of_somebody_of_whom_very_much_is_told_a_part_is_shown_first(page, key, monkeypatch):
    added(page, OTHER, "2025-05-01")
    monkeypatch.setattr("onrecord.web.people.MOST_STATEMENTS", 3)
    monkeypatch.setattr("onrecord.web.people.MOST_STORIES", 1)
    jane = person(page, "Jane Roe")
    part, whole = page.get(jane).text, page.get(f"{jane}?all").text
    assert "older statements are left out here" in part
    assert "1 more story" in part.partition('id="from"')[2].partition("</section>")[0]
    assert "2 stories" in part
    assert "left out" not in whole
    assert "more story" not in whole
    assert len(part) < len(whole)


def test_stories_that_are_left_out_are_counted_among_those_that_are_more(page, key, monkeypatch):
    added(page, OTHER, "2025-05-01")
    monkeypatch.setattr("onrecord.web.people.MOST_STATEMENTS", 1)
    html = page.get(person(page, "Jane Roe")).text.partition('id="from"')[2].partition("</section>")[0]
    assert (html.count('href="/stories/'), "1 more story" in html) == (1, True)


def test_a_rejected_statement_goes_from_the_record_and_comes_back_when_undone(page, key):
    assert "Age 41" in page.get(person(page, "Jane Roe")).text
    answer = judged(page, key, "Age 41", "rejected", reason="a misprint")
    assert answer.status_code == 303
    assert answer.headers["location"].startswith(f"/stories/{key}#c1-s")
    html = page.get(f"/stories/{key}").text
    assert "rejected by <bdi>ann</bdi>" in html
    assert "a misprint" in html
    assert "Age 41" not in page.get(person(page, "Jane Roe")).text
    undo = re.search(r'action="(/judgements/\w+/undo)"', html)
    assert undo
    assert page.post(undo[1], data={"back": f"/stories/{key}"}).headers["location"] == f"/stories/{key}"
    assert "Age 41" in page.get(person(page, "Jane Roe")).text
    assert "undone by" in page.get("/judgements").text


def test_a_corrected_age_is_what_the_record_tells(page, key):
    judged(page, key, "Age 41", "corrected", years="43")
    html = page.get(person(page, "Jane Roe")).text
    assert "Age 43" in html
    assert "Age 41" not in html


def test_a_corrected_voice_is_found_under_the_other_person(page, key):
    html = page.get(f"/stories/{key}").text
    tom = re.search(r'<option value="(p\d+)"[^>]*>Tom Hale</option>', html)
    assert tom
    judged(page, key, "We waited for eleven years", "corrected", speaker=tom[1])
    assert "We waited for eleven years" in page.get(person(page, "Tom Hale")).text
    assert "We waited for eleven years" not in page.get(person(page, "Jane Roe")).text


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"years": "41"}, "nothing was changed"),
        ({"years": "many"}, "no whole number"),
        ({"years": "900"}, "is no age"),
        ({"verdict": "perhaps"}, "no verdict"),
        ({"statements": "s99"}, "no statement of this story"),
    ],
)
def test_what_cannot_be_put_right_so_is_said(page, key, fields, said):
    answer = judged(page, key, "Age 41", **{"verdict": "corrected", **fields})
    assert answer.status_code == 400
    assert said in unescape(answer.text)
    assert store.judgements(page.app.state.engine) == []


def test_a_finding_is_silenced_with_a_reason(page):
    key = added(page, STORY.replace("Saturday", "Monday"), "2025-03-04")
    html = page.get(f"/stories/{key}").text
    found = re.search(r'name="finding" value="([^"]+)".*?name="anchor" value="([^"]+)"', html, re.DOTALL)
    assert found
    data = {"finding": found[1], "anchor": found[2]}
    assert page.post(f"/stories/{key}/silence", data=data).status_code == 400
    assert page.post(f"/stories/{key}/silence", data={**data, "reason": "as the poster has it"}).status_code == 303
    assert "silenced by <bdi>ann</bdi>" in page.get(f"/stories/{key}").text


def test_people_are_split_and_joined_by_hand(page, key):
    added(page, OTHER, "2025-05-01")
    jane = person(page, "Jane Roe")
    assert "Somebody else" in page.get(jane).text
    other = re.search(r'name="other" value="([^"]+)"><button name="verdict" value="no"', page.get(jane).text)
    assert other
    page.post(f"{jane}/same", data={"other": other[1], "verdict": "no"})
    assert "Somebody else" not in page.get(jane).text
    found = page.get(jane, params={"q": "Jane Roe"}).text
    assert "The same person" in found
    page.post(f"{jane}/same", data={"other": other[1], "verdict": "yes"})
    assert "Somebody else" in page.get(jane).text


@pytest.mark.parametrize(("verdict", "people"), [("yes", 1), ("no", 2)])
def test_the_queue_asks_and_keeps_the_answer(page, verdict, people):
    assert "No question is open" in page.get("/queue").text
    added(page, "Baker wins a prize\nJames Smith, a baker in Leeds, won a prize on Friday. Smith was glad of it.\n")
    added(page, "Judge retires\nJames Smith, a judge in Hull, has retired. Smith will write his memoirs at home.\n")
    (doubt,) = store.doubts(page.app.state.engine)
    html = page.get("/queue").text
    assert "1 question is open" in html
    assert "a name that many have" in html
    data = {"first": str(doubt.first), "second": str(doubt.second), "verdict": verdict}
    assert page.post("/queue", data=data).status_code == 303
    assert "No question is open" in page.get("/queue").text
    assert len(store.find(page.app.state.engine, "James Smith")) == people


def test_two_stories_are_compared(page, key):
    other = added(page, OTHER, "2025-05-01")
    assert f"/compare?first={key}&amp;second={other}" in page.get(f"/stories/{key}").text
    html = unescape(page.get("/compare", params={"first": key, "second": other}).text)
    assert "Told by both" in html
    assert "Told differently" in html
    assert "It was worth every single day of it" in html.partition("Told differently")[2].partition("<section")[0]
    assert page.get("/compare", params={"first": key, "second": key}).status_code == 400
    assert page.get("/compare", params={"first": key, "second": "none"}).status_code == 404


def test_what_was_changed_between_two_versions_is_shown(page, key):
    case = store.story(page.app.state.engine, key)
    told = msgspec.structs.replace(case.story, url="https://post.example/roe")
    text = told.text.replace("in Leeds on", "in York on")
    later = msgspec.structs.replace(told, text=text, id=identity(text))
    store.add(page.app.state.engine, [msgspec.structs.replace(case, story=one, statements=()) for one in (told, later)])
    story = page.get(f"/stories/{store.key(later)}").text
    assert "Other versions of this story" in story
    link = f"/compare?first={store.key(told)}&amp;second={store.key(later)}"
    assert link in story
    compared = page.get(link.replace("&amp;", "&")).text
    assert "<del>Leeds</del> <ins>York</ins>" in compared
    assert "Two versions of a story" in compared
    assert "Other versions" not in page.get(f"/stories/{key}").text


def test_one_text_at_one_address_is_no_other_version(page, about_at):
    first, again = about_at("Jane Roe sings."), about_at("Jane Roe sings.", published=date(2025, 3, 4))
    keys = [one.key for one in store.add(page.app.state.engine, [first, again])]
    assert len({*keys}) == 2
    assert not any("Other versions" in page.get(f"/stories/{key}").text for key in keys)
    store.add(page.app.state.engine, [about_at("Jane Roe rows.")])
    assert all("Other versions" in page.get(f"/stories/{key}").text for key in keys)


def test_what_clashes_is_shown_of_all_and_of_one(page, key):
    added(page, STORY.replace("41", "44").replace("Leeds", "York"), "2025-03-04")
    html = page.get("/conflicts").text
    assert "Jane Roe: 2 statements of 2 stories cannot all be true" in html
    who = store.find(page.app.state.engine, "Jane Roe")[0].who
    assert "2 statements of 2 stories cannot" in page.get("/conflicts", params={"who": str(who)}).text
    tom = store.find(page.app.state.engine, "Tom Hale")[0].who
    assert "can be true together" in page.get("/conflicts", params={"who": str(tom)}).text
    assert f'href="/conflicts?who={who}"' in page.get(f"/people/{who}").text


@pytest.mark.parametrize("path", ["/conflicts", "/origins"])
def test_very_many_stories_are_looked_through_when_it_is_asked_for(page, key, monkeypatch, path):
    assert "Look through all" not in page.get(path).text
    monkeypatch.setattr("onrecord.web.answers.MOST_STORIES", 0)
    assert "Look through all" in page.get(path).text
    who = store.find(page.app.state.engine, "Jane Roe")[0].who
    for asked in ({"all": ""}, {"who": str(who)}):
        assert "Look through all" not in page.get(path, params=asked).text


def test_what_has_one_origin_is_shown(page, key):
    assert "No two stories have anything from one place." in page.get("/origins").text
    added(page, STORY, "2025-03-05")
    assert "One text, in several places" in page.get("/origins").text
    who = store.find(page.app.state.engine, "Jane Roe")[0].who
    assert "One text, in several places" in page.get("/origins", params={"who": str(who)}).text


@pytest.mark.parametrize(
    ("format_", "begins"),
    [
        ("gedcom", b"0 HEAD\n"), ("ftm", b'{"id":'), ("jsonld", b'{\n  "@context"'), ("annotations", b"{\n"),
        ("csv", b"PK"), ("parquet", b"PK"),
    ],
)  # fmt: skip
def test_the_record_and_a_person_are_handed_on_in_each_format(page, key, format_, begins):
    who = store.find(page.app.state.engine, "Jane Roe")[0].who
    for asked in ({}, {"who": str(who)}):
        offered = page.get("/export", params={"format": format_, **asked}).text
        link = unescape(re.search(r'href="(/export/[^"]+)" download', offered)[1])
        answer = page.get(link)
        assert answer.content.startswith(begins)
        assert answer.headers["content-disposition"].startswith("attachment; filename=")


def test_what_a_format_cannot_hold_is_said_before_it_is_taken(page, key):
    assert re.search(r"It cannot hold:.*quotations: \d", page.get("/export", params={"format": "gedcom"}).text)
    assert page.get("/export/word").status_code == 400
    assert page.get("/export", params={"format": "word"}).status_code == 400


def test_no_table_is_made_to_say_what_tables_cannot_hold(page, key, monkeypatch):
    monkeypatch.delattr("onrecord.show.exchange.formats.table_files")
    for format_ in ("csv", "parquet"):
        assert "It cannot hold:" in page.get("/export", params={"format": format_}).text


@pytest.mark.parametrize("path", ["/export", "/conflicts", "/origins"])
def test_an_older_link_to_a_person_leads_to_the_person(page, key, path):
    added(page, OTHER, "2025-05-01")
    engine = page.app.state.engine
    whole = store.who(engine, store.find(engine, "Jane Roe")[0].who)
    assert len(whole.members) == 2
    for member in whole.members:
        html = page.get(path, params={"who": str(member.sighting), "format": "csv"}).text
        assert "<bdi>Jane Roe</bdi></h1>" in html
        assert path != "/export" or f'href="/export/csv?who={whole.id}"' in html
    assert page.get(path, params={"who": f"{'0' * 32}.p1"}).status_code == 404


def test_tables_are_packed_in_one_file_that_is_smaller(page, key):
    packed = zipfile.ZipFile(io.BytesIO(page.get("/export/csv").content)).infolist()
    assert [one.filename for one in packed] == ["statements.csv", "people.csv", "stories.csv", "family.csv"]
    assert {one.compress_type for one in packed} == {zipfile.ZIP_DEFLATED}


def test_a_hostile_story_is_harmless(page):
    key = added(page, HOSTILE, "2025-03-04")
    for path in (f"/stories/{key}", "/", "/search?q=Jane", person(page, "Jane Roe")):
        html = page.get(path).text
        assert "<script>alert" not in html
        assert "<img" not in html
        assert "2401" not in html


def test_twenty_megabytes_of_quotation_marks_are_refused_in_one_line(page):
    files = [("files", ("marks.txt", b'"' * 20_000_000))]
    answer = page.post("/add", files=files)
    assert answer.status_code in (303, 400)
    if answer.status_code == 303:
        assert "1 could not be read" in finished(page, answer.headers["location"])


def test_what_is_not_there_is_said(page):
    assert page.get("/stories/none").status_code == 404
    assert page.get("/nowhere").status_code == 404
    assert "There is no such page" in page.get("/nowhere").text
