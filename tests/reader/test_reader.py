"""The reader that ships: what it sees in a story, and that it keeps to itself."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from importlib.resources import files

import pytest

from onrecord import reader
from onrecord.model.story import Story, identity
from onrecord.reader import session
from onrecord.text import lay_out

STORY = (
    "Mara Quill leaves the Harbour Company\n\n"
    "Mara Quill will leave the Harbour Company in Leeds, her lawyer Tom Ashby said on Monday.\n\n"
    "Ashby added that she had been planning it for years.\n"
)


def read(text: str) -> reader.Reading:
    return reader.read(lay_out(Story(id=identity(text), text=text)))


def test_it_sees_people_places_and_organisations():
    seen = {(found.layer, found.span.text) for found in read(STORY).seen}
    assert {("person", "Mara Quill"), ("person", "Tom Ashby"), ("place", "Leeds")} <= seen
    assert ("organisation", "Harbour Company") in seen


def test_it_sees_who_reports_what():
    reports = [
        (found.source and found.source.text, found.cue.text, [part.text for part in found.content])
        for found in read(STORY).reports
    ]
    assert ("Ashby", "added", ["that she had been planning it for years"]) in reports


def test_no_source_runs_out_of_a_heading_into_the_story():
    story = "Duke visits\n\nTom Marlow, 34, told Laura Cars: 'This is one of the most famous of his paintings.'\n"
    (report,) = read(story).reports
    assert report.source is not None
    assert report.source.text == "Tom Marlow"


def test_a_pronoun_leads_back_to_a_name():
    she = STORY.index("she had")
    chances = {STORY[chance.start :].split()[0]: chance.chance for chance in read(STORY).antecedents[she]}
    assert max(chances, key=lambda word: chances[word]) in ("her", "Mara")


def test_every_word_has_its_place_in_the_sentence():
    document = lay_out(Story(id=identity(STORY), text=STORY))
    found = reader.read(document).tokens
    said = [word.text for word in document.words].index("said")
    tree = {
        (document.words[place].text, token.relation) for place, token in enumerate(found) if token.head == said != place
    }
    assert ("Tom", "nsubj") in tree
    assert (found[said].upos, found[said].head, found[said].relation) == ("VERB", said, "root")
    assert len(found) == len(document.words)


def test_a_clause_that_is_denied_is_told_apart():
    story = "The mayor will not resign.\n\nThe mayor will resign.\n"
    document = lay_out(Story(id=identity(story), text=story))
    tokens = zip(document.words, reader.read(document).tokens, strict=True)
    told = [token.clause for word, token in tokens if word.text == "resign"]
    assert told == ["denied", "stated"]


def test_a_quotation_has_words_for_its_voice():
    text = 'Two leave\n\n"We never planned it," Dan Reed told reporters. Jo Quill was not there.\n'
    (chances,) = read(text).voices.values()
    best = max(chances, key=lambda chance: chance.chance)
    assert text[best.start :].startswith("Dan Reed")
    assert read(STORY).voices == {}


def test_spans_are_cut_from_the_story():
    text = STORY.replace("Mara", "María 🙂").replace("\n", "\r\n")
    found = read(text)
    spans = [part.span for part in found.seen] + [span for report in found.reports for span in report.content]
    assert spans
    assert all(text[span.start : span.end] == span.text for span in spans)


@pytest.mark.parametrize("text", ["", " ", "\u200b", "....", "Word", "x" * 30_000])
def test_odd_texts_are_read(text: str):
    assert read(text).reports == ()


def test_a_story_reads_the_same_whatever_was_read_before():
    alone = read(STORY)
    read("Another story altogether, about Ned Farrow, 41, of Hull. " * 30)
    assert read(STORY) == alone


def test_a_long_story_is_read_in_windows_and_every_word_answered_for():
    text = STORY + "\n\n" + "The council met again and nothing was decided about the old pier. " * 120 + "\n\n" + STORY
    found = read(text)
    words = lay_out(Story(id=identity(text), text=text)).words
    assert set(found.outside) == {word.start for word in words}
    assert [part.span.text for part in found.seen].count("Tom Ashby") == 2


def test_the_weights_are_those_of_the_card():
    folder = files("onrecord.reader") / "data"
    sums = dict(line.split()[::-1] for line in (folder / "SHA256SUMS").read_text().splitlines())
    for name in ("reader.onnx", "tokenizer.json"):
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == sums[name]
    assert len((folder / "reader.onnx").read_bytes()) < 30_000_000


def test_nothing_is_written_to_the_home_folder(tmp_path):
    code = (
        "from onrecord import reader\nfrom onrecord.model.story import Story\nfrom onrecord.text import lay_out\n"
        "assert reader.read(lay_out(Story(id='s', text='Mara Quill left.'))).seen\n"
        "import os; assert os.environ['ORT_DISABLE_TELEMETRY'] == '1'"
    )
    home = {**os.environ, "HOME": str(tmp_path), "XDG_CACHE_HOME": str(tmp_path), "PYTHONDONTWRITEBYTECODE": "1"}
    subprocess.run([sys.executable, "-c", code], check=True, env=home)
    assert list(tmp_path.iterdir()) == []


def test_it_is_loaded_once_however_many_ask():
    reader.load()
    with ThreadPoolExecutor(4) as many:
        assert len({id(asked.result()) for asked in [many.submit(session.reader) for _ in range(8)]}) == 1
