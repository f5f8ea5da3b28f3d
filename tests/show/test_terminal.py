from __future__ import annotations

import msgspec
import pytest

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Held, Says
from onrecord.model.story import Story
from onrecord.show import terminal

TEXT = "Ann Poe turns forty\nAnn Poe, 41, was born in May 1985.\n"
CASE = Case(
    story=Story(id="", path="desk/ann.txt", text=TEXT),
    findings=(
        Finding(
            check="age-against-birth",
            level="impossible",
            message="Ann Poe cannot be 41",
            spans=(Says(29, 31, "41", "her age"), Says(45, 53, "May 1985", "her birth")),
            reason=("born in May 1985", "so she is 40"),
        ),
    ),
    held=(Held(check="weekday-against-date", message="Monday it was", spans=(Says(45, 53, "May 1985", ""),)),),
)


def test_a_finding_stands_under_its_line_with_its_reasons() -> None:
    assert terminal.full(CASE) == (
        "desk/ann.txt:2:10: impossible[age-against-birth] Ann Poe cannot be 41\n"
        "2 | Ann Poe, 41, was born in May 1985.\n"
        "  |          ^^              ^^^^^^^^ her birth\n"
        "  |          |\n"
        "  |          her age\n"
        "  = born in May 1985\n"
        "  = so she is 40\n"
        "\n"
        "desk/ann.txt:2:26: held[weekday-against-date] Monday it was\n"
    )


def test_one_line_a_finding() -> None:
    assert terminal.concise(CASE) == "desk/ann.txt:2:10: impossible[age-against-birth] Ann Poe cannot be 41\n"


def test_nothing_checked_is_nothing_said() -> None:
    empty = Case(story=Story(id="", text=""))
    assert terminal.full(empty) == terminal.concise(empty) == ""


def test_a_finding_without_words_has_no_line() -> None:
    bare = msgspec.structs.replace(CASE, findings=(msgspec.structs.replace(CASE.findings[0], spans=()),), held=())
    assert terminal.full(bare).splitlines() == [
        "desk/ann.txt: impossible[age-against-birth] Ann Poe cannot be 41", " = born in May 1985", " = so she is 40",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("cases", "line"),
    [
        ([], "0 stories, no findings, 0 held\n"),
        ([CASE], "1 story, 1 finding (1 impossible), 1 held\n"),
        ([CASE, CASE], "2 stories, 2 findings (2 impossible), 2 held\n"),
    ],
)
def test_the_closing_line_counts(cases: list[Case], line: str) -> None:
    assert terminal.summary(cases) == line


def test_colour_is_only_there_when_asked_for() -> None:
    assert "\x1b" not in terminal.full(CASE) + terminal.concise(CASE) + terminal.summary([CASE])
    assert "\x1b" in terminal.full(CASE, colour=True)


def test_words_of_the_story_cannot_steer_the_terminal() -> None:
    text = "\x1b]0;owned\x07 41\u202e"
    finding = msgspec.structs.replace(
        CASE.findings[0], message=f"a {text}", spans=(Says(0, len(text), text, text),), reason=(text,)
    )
    hostile = Case(story=Story(id="", path=text, text=text), findings=(finding,))
    shown = terminal.full(hostile) + terminal.concise(hostile)
    assert not {"\x1b", "\x07", "\u202e"} & set(shown)


def test_long_reasons_are_wrapped_to_the_width() -> None:
    long = msgspec.structs.replace(CASE.findings[0], reason=("because of this " * 20,))
    lines = terminal.full(msgspec.structs.replace(CASE, findings=(long,)), width=60).splitlines()
    assert all(len(line) <= 60 for line in lines if line.startswith("  ="))
