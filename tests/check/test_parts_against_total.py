"""Parts that stand as a full list right behind their total."""

from __future__ import annotations

import pytest

from onrecord.check.parts_against_total import check
from onrecord.model.finding import Finding, Held


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("They have nine children — five boys and four girls.", "9 in all: 5 + 4 = 9"),
        ("Nine children — five boys and four girls — sang.", "9 in all: 5 + 4 = 9"),
        ("Nine people (four men, three women and two children) were hurt.", "9 in all: 4 + 3 + 2 = 9"),
        ("The panel has 12 members: 7 Republicans, 4 Democrats, and 1 independent.", "12 in all: 7 + 4 + 1 = 12"),
        ("1,200 guests - 700 women and 500 men - came.", "1,200 in all: 700 + 500 = 1,200"),
        ("She has two kids: one son and one daughter.", "2 in all: 1 + 1 = 2"),
    ],
)
def test_parts_that_make_the_total_hold(tell, text, message):
    assert [type(one) for one in check(tell(text).case())] == [Held]
    assert [one.message for one in check(tell(text).case())] == [message]


@pytest.mark.parametrize(
    ("text", "message", "words"),
    [
        (
            "They have nine children — five boys and three girls.",
            "9 in all, but 5 + 3 = 8",
            ["nine", "five boys", "three girls"],
        ),
        (
            "Nine people (four men, three women and three children) were hurt.",
            "9 in all, but 4 + 3 + 3 = 10",
            ["Nine", "four men", "three women", "three children"],
        ),
        (
            "1,200 guests - 700 women and 400 men - came.",
            "1,200 in all, but 700 + 400 = 1,100",
            ["1,200", "700 women", "400 men"],
        ),
    ],
)
def test_parts_that_do_not_are_impossible(tell, text, message, words):
    (finding,) = check(tell(text).case())
    assert isinstance(finding, Finding)
    assert (finding.level, finding.message) == ("impossible", message)
    assert [says.text for says in finding.spans] == words


@pytest.mark.parametrize(
    "text",
    [
        "They have nine children, including five boys and three girls.",  # not all of them
        "They have nine children — among them five boys and three girls.",
        "They have nine children — five boys and three others.",  # what the others are is not told
        "Nine people were hurt: five men and two soldiers.",  # a soldier may be a man
        "Nine people were hurt: five men and two men.",
        "They have nine children — five boys, and three girls came later.",
        "Nine people — five of them boys.",
        "They have nine children. Five boys and three girls sang.",
        "Nine children went home — five boys.",
        "She scored 9.5 points: 5 boys and 3 girls saw it.",
    ],
)
def test_what_is_no_full_list_is_left_alone(tell, text):
    assert list(check(tell(text).case())) == []


def test_a_long_row_of_numbers_stays_quick(tell):
    assert list(check(tell("9 men: " + "9 men, " * 20_000).case())) == []
