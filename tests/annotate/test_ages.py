"""How old people are told to be: every usual form, and the numbers beside names that are no ages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate.ages import annotate
from onrecord.annotate.lengths import OLDEST_YEARS
from onrecord.ingest import from_text
from onrecord.model.marks import Age, Marks, Mention, Time
from onrecord.model.when import year
from onrecord.text import lay_out


def ages(document, marks):
    found = sorted(annotate(document, marks), key=lambda age: (age.span, age.who))
    return [(age.span.text, age.who.text, age.years, age.other_time) for age in found]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("[Susan Hale], 41, sang.", [("41", "Susan Hale", 41)]),
        ("[Susan Hale], 41 and [Peter Marlow], 67, sang.", [("41", "Susan Hale", 41), ("67", "Peter Marlow", 67)]),
        ("[Susan Hale] (41) sang.", [("41", "Susan Hale", 41)]),
        ("[Susan Hale], aged 12, sang.", [("12", "Susan Hale", 12)]),
        ("[The singer], 26, smiled.", [("26", "The singer", 26)]),
        ("He met [[his] wife], 45, there.", [("45", "his wife", 45)]),
        ("[Anna], 12, [Robert], ten, and [Laura], three.", [
            ("12", "Anna", 12), ("ten", "Robert", 10), ("three", "Laura", 3),
        ]),
        ("[Anna], 12, [Robert] and [Laura], three.", [
            ("12", "Anna", 12), ("three", "Robert", 3), ("three", "Laura", 3),
        ]),
        ("the twins [Robert] and [Laura], 8, sang.", [("8", "Robert", 8), ("8", "Laura", 8)]),
        ("[Peter Marlow] and [Susan Hale], 41, sang.", [("41", "Susan Hale", 41)]),
        ("the son, [Robert], 5 months, slept.", [("5 months", "Robert", 0.42)]),
        ("[Anna], 12 months, slept.", [("12 months", "Anna", 1)]),
    ],
)  # fmt: skip
def test_a_number_beside_a_name(bracketed, words, expected):
    assert ages(*bracketed(words)) == [(*age, False) for age in expected]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("45-year-old [Susan Hale] sang.", ("45-year-old", "Susan Hale", 45)),
        ("the 41 year old actor [Peter Marlow] sang.", ("41 year old", "Peter Marlow", 41)),
        ("[[her] 2-year-old son], [Robert], slept.", ("2-year-old", "Robert", 2)),
        ("nine-month-old [Robert] slept.", ("nine-month-old", "Robert", 0.75)),
        ("two-week-old [Robert] slept.", ("two-week-old", "Robert", 0.04)),
        ("[Susan Hale], a 45-year-old singer, left.", ("45-year-old", "Susan Hale", 45)),
        ("A 28-year-old man, later identified as [Peter Marlow], ran.", ("28-year-old", "Peter Marlow", 28)),
        ("Police saw a 28-year-old man who was identified as [Peter Marlow].", ("28-year-old", "Peter Marlow", 28)),
        ("[The 45-year-old] left.", ("45-year-old", "The 45-year-old", 45)),
        ("He saw [[her] 18-year-old daughter] there.", ("18-year-old", "her 18-year-old daughter", 18)),
        ("[The 45-year-old singer] met [Susan Hale].", ("45-year-old", "The 45-year-old singer", 45)),
        ("[The 45-year-old] told [Susan Hale].", ("45-year-old", "The 45-year-old", 45)),
    ],
)
def test_so_many_years_old(bracketed, words, expected):
    assert ages(*bracketed(words)) == [(*expected, False)]


@pytest.mark.parametrize(
    ("words", "who", "years", "other_time"),
    [
        ("[Susan Hale] is 24.", "Susan Hale", 24, False),
        ("[She] is 24 years old and sings.", "She", 24, False),
        ("Yes, [I]'m 24.", "I", 24, False),
        ("[Susan Hale], who turned 40, sang.", "Susan Hale", 40, False),
        ("[Susan Hale] turned 95 on a Tuesday.", "Susan Hale", 95, False),
        ("They met when [she] was 26.", "she", 26, True),
        ("It was long before [she] turned 39.", "she", 39, True),
        ("[Susan Hale] will turn 50 soon" + ".", "Susan Hale", None, True),
        ("[Peter Marlow] died at the age of 62.", "Peter Marlow", 62, True),
        ("[Peter Marlow] died at 62.", "Peter Marlow", 62, True),
        ("[Peter Marlow] left at 9.", "Peter Marlow", None, True),
        ("[Peter Marlow] — a friend of [Susan Hale] — died at 62.", "Peter Marlow", 62, True),
        ("He praised [Susan Hale], who died at the age of 62.", "Susan Hale", 62, True),
        ("It was [her] 30th birthday.", "her", 30, True),
        ("It was [Susan Hale]'s third birthday.", "Susan Hale", 3, True),
    ],
)
def test_an_age_in_a_sentence(bracketed, words, who, years, other_time):
    expected = [] if years is None else [(who, years, other_time)]
    assert [age[1:] for age in ages(*bracketed(words))] == expected


@pytest.mark.parametrize(
    ("words", "months"),
    [
        ("She is in [her] forties.", (480, 600)),
        ("She is in [her] 40s.", (480, 600)),
        ("He is in [his] early 30s.", (360, 408)),
        ("He is in [his] late thirties.", (432, 480)),
    ],
)
def test_a_decade_is_a_range(bracketed, words, months):
    (age,) = annotate(*bracketed(words))
    assert (age.years, age.at_least_months, age.under_months) == (None, *months)


@pytest.mark.parametrize(
    ("words", "other_time"),
    [
        ("She is in [her] 40s.", False),
        ("The police said that he was in [his] 40s.", False),
        ("She would sing, for she is in [her] 40s.", False),
        ("If I were in [my] 40s, I would sing.", True),
        ("Back in [her] 20s, she sang.", True),
        ("She was in [her] 40s when she sang.", True),
    ],
)
def test_a_decade_that_a_clause_supposes_or_looks_back_to_is_of_another_time(bracketed, words, other_time):
    assert [age[3] for age in ages(*bracketed(words))] == [other_time]


@pytest.mark.parametrize(
    "words",
    [
        "[Susan Hale] won 41 prizes.",
        "[Susan Hale], 41 prizes later, left.",
        "[Peter Marlow] ended a 26-year career.",
        "[Susan Hale], 1,000 of them, left.",
        "3. [Susan Hale] (41.)",
        "[Susan Hale], 41% of the vote.",
        "It fell on May 27, 26 people came.",
        "[Susan Hale], 5 feet tall, sang.",
        "[Susan Hale] is number 24 of the list.",
        "[Susan Hale] was 24 points ahead.",
        "the 45-year-old car of [Susan Hale]",
        "[Peter Marlow] arrived at 10 p.m.",
        "[Peter Marlow] is 6'3\" tall.",
    ],
)
def test_other_numbers_are_no_ages(bracketed, words):
    assert ages(*bracketed(words)) == []


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("[She] turned 39 in 2008.", "2008"),
        ("In 2008, when [she] was 39, it rained.", "2008"),
        ("In 2008 and 2009, when [she] was 39, it rained.", None),
        ("[Susan Hale], 41, came in 2008.", None),
    ],
)
def test_the_date_that_an_age_holds_on(bracketed, words, when):
    document, marks = bracketed(words)
    times = []
    for number in (2008, 2009):
        start = document.story.text.find(str(number))
        if start >= 0:
            span = document.span(start, start + 4)
            times.append(Time(span=span, type="DATE", value=str(number), days=year(number)))
    (age,) = annotate(document, marks + times)
    assert (age.when.text if age.when else None) == when
    assert age.other_time == (age.years == 39)


@given(
    st.integers(0, 999), st.sampled_from(["{name}, {age}, sang.", "{age}-year-old {name} sang.", "{name} is {age}."])
)
def test_no_age_beyond_what_people_reach(age, form):
    text = "Headline\n\n" + form.format(name="Susan Hale", age=age)
    document = lay_out(from_text(text))
    start = text.index("Susan")
    mention = Mention(span=document.span(start, start + 10), form="name")
    found = list(annotate(document, Marks([mention])))
    assert [one.years for one in found] == ([age] if age <= OLDEST_YEARS else [])
    assert all(one.span.cut(text) == one.span.text and one.who == mention.span for one in found)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Susan Hale, 41, sang.", [("Susan Hale", 41, False)]),
        ("The 45-year-old Peter Marlow sang.", [("Peter Marlow", 45, False)]),
        ("Susan Hale is 24 years old.", [("Susan Hale", 24, False)]),
        ("Susan Hale arrived with her 18-year-old son.", [("her 18-year-old son", 18, False)]),
        ("Peter Marlow died at the age of 62.", [("Peter Marlow", 62, True)]),
        ("They have three children: Anna, 12, Robert, ten, and Laura, three.", [
            ("Anna", 12, False), ("Robert", 10, False), ("Laura", 3, False),
        ]),
        ("Susan Hale won 41 prizes.", []),
        ("Peter Marlow ended a 26-year career.", []),
    ],
)  # fmt: skip
def test_in_a_story_read_from_its_first_word(marked, words, expected):
    assert [(mark.who.text, mark.years, mark.other_time) for mark in marked(words).of(Age)] == expected
