"""What is changed in a story from one version to the next."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.record.changing import Change, changes

STORY = "Roe marries\n\nJane Roe, 41, married Tom Hale in Leeds on Saturday.\n\nThe two met at work."


@pytest.mark.parametrize(
    ("old", "new", "change"),
    [
        ("41,", "42,", Change("Jane Roe,", "41,", "42,", "married Tom Hale in Leeds on")),
        (" in Leeds", "", Change("Jane Roe, 41, married Tom Hale", "in Leeds", "", "on Saturday.")),
        ("The two", "The two first", Change("The two", "", "first", "met at work.")),
        ("\n\nThe two met at work.", "", Change("", "The two met at work.", "", "")),
        ("41, married Tom", "42, wed Tom", Change("Jane Roe,", "41, married", "42, wed", "Tom Hale in Leeds on Saturday.")),
    ],
)  # fmt: skip
def test_a_change_is_told_with_the_words_around_it(old, new, change):
    assert changes(STORY, STORY.replace(old, new)) == (change,)


def test_changes_far_apart_are_several():
    now = STORY.replace("Jane", "Joan").replace("Saturday", "Sunday")
    assert [(one.before, one.after) for one in changes(STORY, now)] == [("Jane", "Joan"), ("Saturday.", "Sunday.")]


@pytest.mark.parametrize("now", [STORY, STORY.replace("\n\n", "\n"), STORY.replace(" ", "  "), f"\n{STORY}\r\n"])
def test_spaces_and_line_breaks_are_no_change(now):
    assert changes(STORY, now) == ()


@pytest.mark.parametrize(("words", "several"), [(1_000, 2), (1_001, 1)])
def test_a_very_long_passage_is_told_as_one_change(words, several):
    old = " ".join(f"w{number}" for number in range(words))
    found = changes(old, old.replace("w9 ", "v9 ").replace("w99 ", "v99 "))
    assert len(found) == several
    assert max(len(one.before.split()) for one in found) <= 61


@pytest.mark.parametrize(("lines", "several"), [(1_000, 2), (1_001, 1)])
def test_so_is_a_text_of_very_many_lines(lines, several):
    old = "\n".join(f"w{number}" for number in range(lines))
    assert len(changes(old, old.replace("w9\n", "v9\n").replace("w99\n", "v99\n"))) == several
    assert changes(old, f"{old}\n") == ()


@given(st.text("ab \n", max_size=60), st.text("ab \n", max_size=60))
def test_every_word_that_goes_or_comes_is_told(before, after):
    told = changes(before, after)
    gone = sum(len(one.after.split()) - len(one.before.split()) for one in told)
    assert gone == len(after.split()) - len(before.split())
    if before.split() == after.split() and before.count("\n") == after.count("\n") == 0:
        assert told == ()
