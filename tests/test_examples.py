"""The two stories of the README: one adds up, one has exactly the six faults planted in it."""

from __future__ import annotations

from pathlib import Path

import onrecord
from onrecord.show import terminal

HOME = Path(__file__).parents[1]
EXAMPLES = HOME / "examples"
README = HOME / "README.md"


def checked(name: str) -> onrecord.Case:
    return onrecord.check(onrecord.read((EXAMPLES / name).read_text(encoding="utf-8"), path=name))


def test_the_honest_story_adds_up():
    case = checked("honest.txt")
    assert case.findings == ()
    assert {held.check for held in case.held} >= {
        "age-against-birth", "age-gap-against-ages", "count-against-names", "quotation-altered-in-heading",
        "weekday-against-date",
    }  # fmt: skip


def test_the_faulty_story_has_its_six_faults_and_no_other():
    assert sorted(finding.check for finding in checked("faulty.txt").findings) == [
        "age-against-birth", "age-gap-against-ages", "count-against-names", "name-spelled-two-ways",
        "quotation-altered-in-heading", "weekday-against-date",
    ]  # fmt: skip


def test_the_readme_shows_what_is_printed():
    shown = README.read_text(encoding="utf-8").split("$ onrecord check examples/faulty.txt\n")[1].split("\n```")[0]
    case = onrecord.check(
        onrecord.read((EXAMPLES / "faulty.txt").read_text(encoding="utf-8"), path="examples/faulty.txt")
    )
    printed = terminal.full(case) + "\n" + terminal.summary([case])
    for part in shown.split("\n\n"):
        assert part in printed
