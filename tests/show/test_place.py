from __future__ import annotations

import pytest

from onrecord.model.story import Story
from onrecord.show.place import line_end, line_starts, place, whence


@pytest.mark.parametrize(
    ("text", "starts"),
    [("", [0]), ("ab", [0]), ("a\nb", [0, 2]), ("a\r\nb", [0, 3]), ("a\rb", [0, 2]), ("a\n\nb\n", [0, 2, 3, 5]), ("a\u2028b", [0])],
)  # fmt: skip
def test_lines_begin_behind_every_kind_of_break(text: str, starts: list[int]) -> None:
    assert line_starts(text) == starts


def test_line_and_column_are_counted_from_one() -> None:
    starts = line_starts("one\r\ntwo 👩‍👧\nthree")
    assert place(starts, 0) == (1, 1)
    assert place(starts, 4) == (1, 5)
    assert place(starts, 5) == (2, 1)
    assert place(starts, 12) == (2, 8)
    assert place(starts, 13) == (3, 1)


@pytest.mark.parametrize(("text", "line", "words"), [("a\r\nb", 1, "a"), ("a\nb", 1, "a"), ("a\rb", 1, "a"), ("a\nb", 2, "b"), ("\n", 1, ""), ("\r\n", 1, "")])  # fmt: skip
def test_a_line_ends_before_its_break(text: str, line: int, words: str) -> None:
    starts = line_starts(text)
    assert text[starts[line - 1] : line_end(text, starts, line)] == words


def test_a_story_is_named_by_its_path_then_by_its_address() -> None:
    assert whence(Story(id="", text="", path="a.txt", url="https://example.org/a")) == "a.txt"
    assert whence(Story(id="", text="", url="https://example.org/a")) == "https://example.org/a"
    assert whence(Story(id="", text="")) == "<story>"
