"""Who took part in what, by the grammar of a sentence as the trained reader sees it."""

import pytest

from onrecord.annotate.event_grammar import Grammar, deed
from onrecord.annotate.tree import Tree
from onrecord.model.marks import Time
from onrecord.model.reading import Reading, Token
from onrecord.model.statement import Event

DAY = "2025-11-13"


def others(case):
    names = {person.id: person.name for person in case.people}
    found = [one for one in case.all(Event) if one.event == "other"]
    return [(" + ".join(names[one] for one in each.who), each.what, each.when.text) for each in found]


@pytest.mark.parametrize(
    ("words", "who", "what", "when"),
    [
        (
            "Susan Hale's career stalled in 1995.",
            "Susan Hale",
            "Susan Hale's career stalled",
            "1995",
        ),
        ("Susan Hale planned to leave the band in 1995.", "Susan Hale", "planned to leave the band", "1995"),
        ("The band hired Susan Hale in 1995.", "Susan Hale", "The band hired Susan Hale", "1995"),
        ("In 1995, while on tour, Susan Hale wrote a book.", "Susan Hale", "wrote a book", "1995"),
        ("Susan Hale hosted the show from 1995 to 1998.", "Susan Hale", "hosted the show", "1995 to 1998"),
        (
            "Susan Hale and Peter Marlow sang at the hall in 1995.",
            "Susan Hale + Peter Marlow",
            "sang at the hall",
            "1995",
        ),
    ],
)
def test_who_did_what_is_told_by_the_clause_around_the_time(told, words, who, what, when):
    assert others(told(words, DAY)) == [(who, what, when)]


def test_a_stretch_of_years_is_one_time_of_a_deed(told):
    (event,) = told("Susan Hale hosted the show in 1995 and 1996.").all(Event)
    assert (event.when.edtf, event.when.text) == ("1995/1996", "1995 and 1996")


@pytest.mark.parametrize("words", ["Susan Hale did not sing in 1995.", "It rained in the town in 1995."])
def test_what_is_denied_or_nobodys_is_no_deed(told, words):
    assert others(told(words, DAY)) == []


@pytest.mark.parametrize(
    ("words", "reported"),
    [
        ("Susan Hale opened a shop in May.", "fact"),
        ("Susan Hale will open a shop in May.", "claim"),
        ("A friend said that Susan Hale opened a shop in May.", "claim"),
        ('"Susan Hale opened a shop in May," a friend said.', "claim"),
    ],
)
def test_what_is_planned_or_only_said_is_a_claim(told, words, reported):
    (event,) = [one for one in told(words, DAY).all(Event) if one.event == "other"]
    assert event.reported == reported


@pytest.mark.parametrize(
    ("words", "events"),
    [
        ("Susan Hale got married for the first time in 1995 to Peter Marlow.", [("marriage", "1995")]),
        ("Susan Hale has spoken of a bitter breakup with Peter Marlow.", [("separation", None)]),
        ("Susan Hale was engaged to Peter Marlow.", [("engagement", None)]),
        ("Susan Hale met her current boyfriend, film director Peter Marlow, in Rome.", [("meeting", None)]),
        ("In May 2014 Susan Hale met with senator Peter Marlow.", [("meeting", "2014-05")]),
        ("Susan Hale will not speak about her divorce from Peter Marlow.", [("divorce", None)]),
        ("Susan Hale denied rumors of her divorce from Peter Marlow.", []),
        ("Susan Hale has dated Peter Marlow for six years.", [("relationship_start", None)]),
        ("Susan Hale dated Peter Marlow for six years.", []),
    ],
)
def test_both_of_a_couple_are_found_across_other_words(told, words, events):
    found = told(words, DAY)
    both = {person.id for person in found.people}
    assert len(both) == 2
    assert [(one.event, one.when and one.when.edtf) for one in found.all(Event) if set(one.who) == both] == events


def test_who_is_named_further_up_died(told):
    (event,) = told("The house was built by Peter Marlow, a game show host who died in 1981.").all(Event)
    assert (event.event, event.when.edtf) == ("death", "1981")


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("In 2015, Susan Hale told a paper that she and Peter Marlow had met.", None),
        ("Susan Hale, who was once married to Peter Marlow, opened a shop in 2015.", None),
        ("Susan Hale is set to wed Peter Marlow in 2015.", "2015"),
        ("Susan Hale chose 2011, the year she wed Peter Marlow.", "2011"),
    ],
)
def test_a_time_dates_what_its_own_clause_tells(told, words, when):
    (event,) = [one for one in told(words, DAY).all(Event) if one.event in ("meeting", "marriage")]
    assert (event.when.edtf if event.when else None) == when


def test_the_words_of_a_deed_keep_the_marks_of_a_title_and_end_with_a_word(told):
    (event,) = told("Susan Hale hosted “The Harrow Bay Hour” in 2010.").all(Event)
    assert event.what == "hosted “The Harrow Bay Hour”"


def test_who_only_tells_of_a_time_did_nothing_at_it(told):
    assert others(told("Susan Hale noted that the next round of talks in 2020 is near.", DAY)) == []
    assert others(told("Susan Hale was accused of theft, although the case was dropped in 2020.", DAY)) == []
    assert [who for who, _, _ in others(told("Susan Hale began a song when the hall was raided in 1984.", DAY))]
    assert others(told("Susan Hale noted the date in 2020.", DAY)) == [("Susan Hale", "noted the date", "2020")]


def test_what_is_counted_from_a_time_makes_no_stretch_with_it(told):
    found = told("Susan Hale made an album in 2016 and less than a year later in March 2017 a film.").all(Event)
    assert "2016" in [one.when.edtf for one in found]


def test_a_name_takes_part_before_a_noun_that_means_several(told):
    (event,) = told("The paper saw Susan Hale helping the children of a school in 2010.").all(Event)
    assert len(event.who) == 1


def test_a_stretch_ends_with_a_date_and_not_with_a_length_of_time(told):
    words = "Susan Hale and Peter Marlow have been together since 2013—about a year after her split from John Ashby."
    assert [one.event for one in told(words).all(Event) if len(one.who) == 2] == ["relationship_start", "separation"]


def test_two_husbands_are_two_marriages(told):
    found = told("Susan Hale married Peter Marlow and John Ashby.").all(Event)
    assert [(one.event, len(one.who)) for one in found] == [("marriage", 2), ("marriage", 2)]


def test_words_that_hang_on_each_other_in_a_circle_come_to_an_end(bracketed):
    document, mentions = bracketed("[Susan Hale] sang in 1995.")
    place = {word.text: number for number, word in enumerate(document.words)}
    above = {"sang": "1995", "1995": "sang", "Susan": "sang", "Hale": "Susan", "in": "1995", ".": "sang"}
    tokens = tuple(
        Token(
            upos="NOUN",
            head=place[above.get(word.text, word.text)],
            relation="conj",
            clause="stated",
            heads=(0, 0, 0),
        )
        for word in document.words
    )
    grammar = Grammar(Tree(document, Reading(tokens=tokens)), mentions)
    time = Time(span=document.words[place["1995"]], type="DATE", value="1995")
    assert deed(document, grammar, time) is None
