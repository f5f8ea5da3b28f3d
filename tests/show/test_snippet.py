from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.finding import Says
from onrecord.show.harmless import columns
from onrecord.show.place import line_starts
from onrecord.show.snippet import snippet


def says(text: str, *wanted: tuple[str, str]) -> list[Says]:
    return [Says(text.index(words), text.index(words) + len(words), words, said) for words, said in wanted]


def shown(text: str, spans: list[Says], width: int = 60) -> list[str]:
    rows = snippet(text, line_starts(text), spans, width=width)
    return [f"{'' if row.line is None else row.line}|{row.text}" for row in rows]


@pytest.mark.parametrize(
    ("text", "words", "rows"),
    [
        ("Ann Poe, 41, sings.", "41", ["1|Ann Poe, 41, sings.", "|         ^^ her age"]),
        ("日本の Ann, 41.", "41", ["1|日本の Ann, 41.", "|            ^^ her age"]),
        ("👩\u200d👧 Ann, 41.", "41", ["1|👩\u200d👧 Ann, 41.", "|        ^^ her age"]),
        ("Zoe\u0308, 41.", "41", ["1|Zoe\u0308, 41.", "|     ^^ her age"]),
        ("\tAnn, 41.", "41", ["1|    Ann, 41.", "|         ^^ her age"]),
        ("First.\r\nAnn, 41.\r\nLast.", "41", ["2|Ann, 41.", "|     ^^ her age"]),
        ("\x1b[2JAnn, 41.", "41", ["1|␛[2JAnn, 41.", "|         ^^ her age"]),
        ("She is 日本 here", "日本", ["1|She is 日本 here", "|       ^^^^ her age"]),
    ],
)
def test_carets_stand_under_the_words(text: str, words: str, rows: list[str]) -> None:
    assert shown(text, says(text, (words, "her age"))) == rows


def test_several_spans_of_one_line_say_each_their_own() -> None:
    text = "Ann, 67, is 26 years older than Bea, 40."
    assert shown(text, says(text, ("67", "one age"), ("26 years", "the gap"), ("40", "other age"))) == [
        "1|Ann, 67, is 26 years older than Bea, 40.",
        "|     ^^     ^^^^^^^^                 ^^ other age",
        "|     |      |",
        "|     |      the gap",
        "|     one age",
    ]


def test_lines_stand_in_the_order_of_the_text_and_a_gap_is_shown() -> None:
    text = "Ann, 41.\nBetween.\nAnn, 43."
    assert shown(text, says(text, ("43", "later"), ("41", "earlier"))) == [
        "1|Ann, 41.", "|     ^^ earlier", "|…", "3|Ann, 43.", "|     ^^ later",
    ]  # fmt: skip


def test_words_over_a_line_break_are_shown_in_both_lines() -> None:
    text = "He said: “I went\nhome.” She left."
    assert shown(text, says(text, ("“I went\nhome.”", "one quotation"))) == [
        "1|He said: “I went", "|         ^^^^^^^", "2|home.” She left.", "|^^^^^^ one quotation",
    ]  # fmt: skip


def test_a_line_break_alone_is_pointed_at_where_its_line_ends() -> None:
    assert shown("one\r\ntwo", [Says(4, 5, "\n", "here")]) == ["1|one", "|   ^ here"]


def test_of_a_long_line_only_the_surroundings_are_shown() -> None:
    text = f"{'before ' * 30}Ann, 41, sings {'after ' * 30}"
    row, carets = shown(text, says(text, ("41", "age")), width=40)
    assert len(row) <= 42
    assert row.startswith("1|…before")
    assert row.endswith("after…")
    assert row[carets.index("^") + 1 : carets.rindex("^") + 2] == "41"


def test_of_long_words_both_ends_are_shown() -> None:
    text = f"She said: “{'and on ' * 40}end.”"
    row, carets = shown(text, says(text, (text[10:], "")), width=40)
    assert row.startswith("1|…“and on")
    assert row.endswith("end.”")
    assert len(row) <= 42
    assert carets == f"| {'^' * (len(row) - 3)}"


def test_far_words_of_one_line_get_a_row_each() -> None:
    text = f"Ann, 41, {'and so on ' * 30}Ann, 43."
    rows = shown(text, says(text, ("41", "first"), ("43", "second")), width=40)
    assert [row[:2] for row in rows] == ["1|", "| ", "1|", "| ", "| "]
    assert rows[1].endswith("^^ first")
    assert rows[4] == f"|{'second':>40}"


@given(st.text(alphabet="ab 日é\u0301👧\t\r\n\u202e\x1b", max_size=60), st.data())
def test_any_text_is_shown_within_the_width(text: str, data: st.DataObject) -> None:
    spans = []
    for _ in range(data.draw(st.integers(0, 4))):
        start = data.draw(st.integers(0, len(text)))
        end = data.draw(st.integers(start, len(text)))
        spans.append(Says(start, end, text[start:end], "says"))
    for row in snippet(text, line_starts(text), spans, width=30):
        assert "\n" not in row.text
        assert "\x1b" not in row.text
        assert row.points or columns(row.text)[-1] <= 30
