from __future__ import annotations

from typing import get_args

import pytest

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Level, Says
from onrecord.model.story import Story
from onrecord.show import github


def commands(text: str, *spans: Says, path: str = "a.txt", level: Level = "impossible", message: str = "no") -> str:
    finding = Finding(check="some-check", level=level, message=message, spans=spans, reason=("100% sure: yes",))
    return github.commands(Case(story=Story(id="", path=path, text=text), findings=(finding,)))


def test_a_finding_is_a_command_with_its_place() -> None:
    assert commands("one\nAnn, 41", Says(9, 11, "41", "")) == (
        "::error file=a.txt,line=2,endLine=2,col=6,endColumn=8,title=impossible%3A some-check::no%0A100%25 sure: yes\n"
    )


def test_words_over_lines_have_no_columns() -> None:
    assert "line=1,endLine=2,title" in commands("one\ntwo", Says(1, 6, "ne\ntw", ""))


def test_a_finding_without_words_has_a_file_only() -> None:
    assert commands("one").startswith("::error file=a.txt,title=")


def test_every_level_has_a_command() -> None:
    assert {commands("x", level=level).split()[0] for level in get_args(Level)} == {"::error", "::warning", "::notice"}


@pytest.mark.parametrize(
    ("path", "shown"), [("a,b:c.txt", "file=a%2Cb%3Ac.txt"), ("100%.txt", "file=100%25.txt"), ("a\n::x", "file=a␊%3A%3Ax")]
)  # fmt: skip
def test_what_the_command_is_made_of_is_escaped(path: str, shown: str) -> None:
    assert shown in commands("x", path=path)


def test_a_message_cannot_begin_a_command_of_its_own() -> None:
    assert commands("x", message="a\n::set-env name=x::y\r").count("\n") == 1
