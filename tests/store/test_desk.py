"""What the page to work with looks up, from either database."""

from __future__ import annotations

import msgspec
import pytest

from onrecord import store
from onrecord.store import desk


def test_a_record_is_counted_once_its_people_are_joined(record, about):
    assert desk.size(record) == desk.Size(0, 0, 0)
    store.add(record, [about(), about(" More.")])
    assert desk.size(record) == desk.Size(stories=2, people=3, doubts=0)


def test_the_newest_story_comes_first(record, about):
    first, second = (store.add(record, [about(more)])[0].key for more in ("", " More."))
    assert [story.key for story in desk.newest(record)] == [second, first]
    assert [story.key for story in desk.newest(record, at_most=1)] == [second]


def test_stories_are_found_by_all_their_words(record, about):
    (added,) = store.add(record, [about(" They live by the old pier.")])
    assert [story.key for story in desk.stories_with(record, "PIER old")] == [added.key]
    assert desk.stories_with(record, "old ship") == []
    assert desk.stories_with(record, '"!') == []


def test_stories_of_the_same_people_are_neighbours(record, about, tell):
    one, other = (store.add(record, [about(more)])[0].key for more in ("", " More."))
    alone = tell("Ida Bell sings.", "2025-03-04")
    alone.person("Ida Bell")
    (third,) = store.add(record, [alone.case()])
    assert [(story.key, shared) for story, shared in desk.neighbours(record, one)] == [(other, 3)]
    assert desk.neighbours(record, third.key) == []
    people = desk.people_of_story(record, one)
    assert {person: stories for person, (_, stories) in people.items()} == {"p1": 2, "p2": 2, "p3": 2}


def test_a_statement_put_right_is_told_of_whoever_speaks_now(record, tell):
    story = tell('"It is late," Jane Roe or Tom Hale said.', "2025-03-04")
    jane, tom = story.person("Jane Roe"), story.person("Tom Hale")
    story.quote('"It is late,"', speaker=jane)
    (added,) = store.add(record, [story.case()])

    def said() -> list[int]:
        return [
            len(store.portrait(record, store.find(record, name)[0].who).quotes) for name in ("Jane Roe", "Tom Hale")
        ]

    assert said() == [1, 0]
    value = msgspec.json.encode({"speaker": tom}).decode()
    made = store.judge(record, "statement", (f"{added.key}.s1",), "corrected", by="ann", value=value)
    assert said() == [0, 1]
    store.undo(record, made.id, by="ann")
    assert said() == [1, 0]
    store.judge(record, "statement", (f"{added.key}.s1",), "rejected", by="ann")
    assert said() == [0, 0]


@pytest.mark.parametrize("ask", [desk.neighbours, desk.people_of_story])
def test_a_story_that_is_not_there(record, ask):
    with pytest.raises(store.NobodyFound, match="no story has the key"):
        ask(record, "none")


def test_versions_come_in_the_order_of_their_days_and_one_without_a_day_last(record, about):
    url = "https://x.example/roe"
    added = [
        store.add(record, [about(more, published=day, url=url)])[0].key
        for more, day in ((" None.", None), (" Late.", "2025-03-05"), (" Soon.", "2025-03-04"))
    ]
    assert [story.key for story in desk.versions(record, url)] == added[::-1]


@pytest.mark.parametrize("named", ["", "https://", "#x", "https://y.example", "\udcff"])
def test_what_names_no_story_finds_none_even_where_stories_have_no_url(record, about, named):
    store.add(record, [about(), about(" More.")])
    with pytest.raises(store.NobodyFound, match="no story of the record is called"):
        desk.versions(record, named)
