"""Events of a life: who, when, where, and what did not happen at all."""

import pytest

from onrecord.model import statement
from onrecord.model.marks import Event

DAY = "2025-11-13"


def events(marks, *, other=False):
    return [mark for mark in marks.of(Event) if other or mark.event != "other"]


def said(marks):
    """Return each life event with its people and its time, in their words."""
    return [
        (mark.event, " + ".join(span.text for span in mark.who), mark.when and mark.when.text) for mark in events(marks)
    ]


BOTH = "Susan Hale + Peter Marlow"


@pytest.mark.parametrize(
    ("words", "event", "who", "when"),
    [
        ("Susan Hale met Peter Marlow in 2004.", "meeting", BOTH, "2004"),
        ("Susan Hale and Peter Marlow met in 2004.", "meeting", BOTH, "2004"),
        ("Susan Hale and Peter Marlow were introduced by a friend.", "meeting", BOTH, None),
        ("Peter Marlow, whom Susan Hale was married to for a winter in 2008, sang.", "marriage", BOTH, "2008"),
        ("Susan Hale started dating Peter Marlow in May.", "relationship_start", BOTH, "May"),
        ("Susan Hale and Peter Marlow have been together since 2004.", "relationship_start", BOTH, "2004"),
        ("Susan Hale and Peter Marlow, who have been dating since May, sang.", "relationship_start", BOTH, "May"),
        ("Peter Marlow, 41, and singer Susan Hale, 30, got engaged in May.", "engagement", None, "May"),
        ("In June 2015, Susan Hale proposed to Peter Marlow.", "engagement", BOTH, "June 2015"),
        ("Susan Hale married actor Peter Marlow on June 4, 2015.", "marriage", BOTH, "June 4, 2015"),
        ("Susan Hale married Peter Marlow (June 4, 2015).", "marriage", BOTH, "June 4, 2015"),
        ("Susan Hale married Peter Marlow (who was a clerk) in 2015.", "marriage", BOTH, "2015"),
        ("Susan Hale, who tied the knot with Peter Marlow in 2008, sang.", "marriage", BOTH, "2008"),
        ("Susan Hale has been married to Peter Marlow since 2008.", "marriage", BOTH, "2008"),
        ("Guests recall Susan Hale's 2008 wedding to Peter Marlow.", "marriage", BOTH, "2008"),
        ("Peter Marlow, whom Susan Hale married in 2008, sang.", "marriage", BOTH, "2008"),
        ("Susan Hale split from her husband Peter Marlow last summer.", "separation", BOTH, "last summer"),
        ("Susan Hale and Peter Marlow called it quits in 2009.", "separation", BOTH, "2009"),
        ("After filing for divorce from Peter Marlow in 2009, Susan Hale left.", "divorce_filing", BOTH, "2009"),
        ("Susan Hale filed for divorce from Peter Marlow in 2009.", "divorce_filing", BOTH, "2009"),
        ("Susan Hale and Peter Marlow divorced in 2010.", "divorce", BOTH, "2010"),
        ("Her friends saw Susan Hale's divorce from Peter Marlow.", "divorce", BOTH, None),
        ("Peter Marlow, who was 70, died on May 5.", "death", "Peter Marlow", "May 5"),
        ("Peter Marlow — father of Jo and Al — died on May 5.", "death", "Peter Marlow", "May 5"),
        ("The death of Peter Marlow in 2007 was sudden.", "death", "Peter Marlow", "2007"),
        ("Susan Hale gave birth to daughter Laura Hale in June 2015.", "birth", "Laura Hale", "June 2015"),
        ("Susan Hale welcomed her first child, son Robert, in 2012.", "birth", "Robert", "2012"),
        ("Peter Marlow was born in 1963.", "birth", "Peter Marlow", "1963"),
        ("Peter Marlow, born in Leeds in 1963, left.", "birth", "Peter Marlow", "1963"),
        ("Susan Hale left Peter Marlow, her brother who died on May 5.", "death", "her brother", "May 5"),
        ("Susan Hale split with her old boyfriend, Peter Marlow, last summer.", "separation", BOTH, "last summer"),
    ],
)
def test_an_event_has_its_people_and_its_time(marked, words, event, who, when):
    found = said(marked(words, DAY))
    assert [(kind, time) for kind, _, time in found] == [(event, when)]
    if who:
        assert sorted(found[0][1].split(" + ")) == sorted(who.split(" + "))


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Susan Hale dated Peter Marlow and John Ashby in 2004.", ["Susan Hale + Peter Marlow", "Susan Hale + John Ashby"]),
        ("Susan Hale and Peter Marlow split from John Ashby.", []),
        ("Susan Hale and Peter Marlow were hooking up to make Jo Reed and John Ashby jealous.", [BOTH]),
    ],
)  # fmt: skip
def test_what_is_of_a_couple_is_of_two(marked, words, found):
    assert sorted(who for _, who, _ in said(marked(words, DAY))) == sorted(found)


def test_the_day_under_a_post_is_its_author_s(marked):
    words = "Susan Hale and Peter Marlow are dating — Jo Reed (@joreed) May 3, 2016"
    found = [
        (one.event, [span.text for span in one.who], one.when.text) for one in events(marked(words, DAY), other=True)
    ]
    assert found == [("other", ["Jo Reed"], "May 3, 2016")]


def test_the_day_under_a_post_of_nobody_dates_nothing(marked):
    assert events(marked("Susan Hale and Peter Marlow sang — (@joreed) May 3, 2016", DAY), other=True) == []


def test_a_deed_is_told_behind_opening_words(marked):
    (event,) = events(marked("May 2016: Out of jail, Susan Hale writes a book.", DAY), other=True)
    assert (event.what, event.when.text) == ("writes a book", "May 2016")


def test_an_auxiliary_alone_is_no_deed(marked):
    assert events(marked("Susan Hale wants to sing as she did in 2016.", DAY), other=True) == []


def test_a_question_is_no_fact(marked):
    assert [one.reported for one in events(marked("Did Susan Hale and Peter Marlow split in 2004?!", DAY))] == ["claim"]


@pytest.mark.parametrize(("word", "reported"), [("reported", "claim"), ("rumored", "claim"), ("bitter", "fact")])
def test_a_split_that_is_only_reported_is_a_claim(marked, word, reported):
    words = f"Friends spoke of Susan Hale's {word} split from Peter Marlow."
    assert [one.reported for one in events(marked(words, DAY))] == [reported]


def test_paths_that_cross_again_are_no_meeting(marked):
    assert said(marked("Susan Hale and Peter Marlow crossed paths a few times in May.", DAY)) == []
    assert said(marked("Susan Hale and Peter Marlow first crossed paths in May.", DAY)) == [("meeting", BOTH, "May")]


def test_a_meeting_is_told_by_the_verb_and_not_by_the_noun(marked):
    assert said(marked("Susan Hale and Peter Marlow wed after meeting in 2004.", DAY)) == [
        ("marriage", BOTH, None),
        ("meeting", BOTH, "2004"),
    ]
    assert said(marked("Susan Hale and Peter Marlow left a meeting in Rome.", DAY)) == []


def test_each_verb_takes_its_own_time(marked):
    words = "Susan Hale and Peter Marlow met in 2011 at a restaurant and married the following year."
    assert [(kind, time) for kind, _, time in said(marked(words, DAY))] == [
        ("meeting", "2011"),
        ("marriage", "the following year"),
    ]


@pytest.mark.parametrize(
    ("words", "spells"),
    [
        ("Susan Hale was married to Peter Marlow from 2003 to 2011.", [("marriage", "2003"), ("divorce", "2011")]),
        (
            "Susan Hale dated Peter Marlow, from 2003 until 2011.",
            [("relationship_start", "2003"), ("separation", "2011")],
        ),
    ],
)
def test_a_spell_of_time_has_a_beginning_and_an_end(marked, words, spells):
    assert [(kind, time) for kind, _, time in said(marked(words))] == spells


@pytest.mark.parametrize(
    "words",
    [
        "Susan Hale and Peter Marlow never married.",
        "Susan Hale denied that she and Peter Marlow had split.",
        "If Susan Hale and Peter Marlow split, he leaves.",
        "Susan Hale would marry Peter Marlow.",
        "Susan Hale and Peter Marlow almost broke up.",
        "Susan Hale plans to marry Peter Marlow.",
        "Susan Hale is married to Peter Marlow.",
        "Susan Hale and Peter Marlow are dating.",
        "Susan Hale and Peter Marlow marked their wedding anniversary.",
        "Susan Hale found her birth mother.",
        "His idea was born out of need.",
    ],
)
def test_what_is_denied_imagined_or_only_a_state_is_no_event(marked, words):
    assert said(marked(words)) == []


@pytest.mark.parametrize(
    "words",
    [
        "Susan Hale reportedly married Peter Marlow in 2008.",
        "Susan Hale will wed Peter Marlow in June 2030.",
        "Did Susan Hale marry Peter Marlow in 2008?",
        '"Susan Hale married Peter Marlow in 2008," a friend said.',
    ],
)
def test_what_is_rumoured_planned_asked_or_quoted_is_a_claim(marked, words):
    assert [mark.reported for mark in events(marked(words))] == ["claim"]


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("Susan Hale married Peter Marlow in Rome in 2008.", "Rome"),
        ("Susan Hale married Peter Marlow in May.", None),
        ("Susan Hale married Peter Marlow, and sang in Rome.", None),
    ],
)
def test_an_event_has_its_place(marked, words, place):
    (event,) = events(marked(words, DAY))
    assert (event.place.text if event.place else None) == place


@pytest.mark.parametrize(
    ("words", "who", "what", "when"),
    [
        ("Peter Marlow was acquitted in 1995.", "Peter Marlow", "was acquitted", "1995"),
        ("Peter Marlow, 41, froze his account in 1995.", "Peter Marlow", "froze his account", "1995"),
        ("In 1995, Peter Marlow won a prize.", "Peter Marlow", "won a prize", "1995"),
        ("Susan Hale, who became a judge in 2010, sang.", "Susan Hale", "became a judge", "2010"),
        ("Critics liked Susan Hale's 1991 book.", "Susan Hale", "1991 book", "1991"),
        ("July 2016: Susan Hale makes a joke.", "Susan Hale", "makes a joke", "July 2016"),
    ],
)
def test_other_dated_deeds_are_told_in_the_words_of_the_story(marked, words, who, what, when):
    (event,) = [mark for mark in events(marked(words, DAY), other=True) if mark.event == "other"]
    assert ([span.text for span in event.who], event.what, event.when.text) == ([who], what, when)


@pytest.mark.parametrize(
    "words",
    [
        "Peter Marlow did not sing in 1995.",
        "It rained in 1995.",
        "Peter Marlow is now at home.",
        "Peter Marlow made songs a thing of the past.",
        "It rained on Susan Hale's 1995 Honours List.",
        "In July, Susan Hale's ex Peter Marlow sang.",
    ],
)
def test_what_nobody_did_or_no_time_dates_is_no_deed(marked, words):
    assert events(marked(words, DAY), other=True) == []


def test_each_of_many_clauses_tells_its_own_event(marked):
    words = "Susan Hale and Peter Marlow met in 2011 and " * 400
    assert said(marked(words)) == [("meeting", BOTH, "2011")] * 400


@pytest.mark.parametrize(
    ("words", "who", "what"),
    [
        ("Susan Hale welcomed a daughter in May.", "Susan Hale", "welcomed a daughter"),
        ("Susan Hale gave birth in May.", "Susan Hale", "gave birth"),
        ("Susan Hale welcomed a daughter, Rebecca, in May.", "Rebecca", None),
        ("Susan Hale was born in May.", "Susan Hale", None),
    ],
)
def test_a_birth_without_the_childs_name_is_told_of_its_parents_in_words(marked, words, who, what):
    (event,) = events(marked(words, DAY))
    assert ([span.text for span in event.who], event.what) == ([who], what)


@pytest.mark.parametrize(
    ("words", "event", "edtf"),
    [
        ("Susan Hale and Peter Marlow met in 2011.", "meeting", "2011"),
        ("Susan Hale and Peter Marlow married in June 2015.", "marriage", "2015-06"),
        ("Peter Marlow passed away in 2007.", "death", "2007"),
    ],
)
def test_in_a_whole_record_an_event_has_its_days(told, words, event, edtf):
    found = [one for one in told(words).all(statement.Event) if one.event != "other"]
    assert [(one.event, one.when.edtf) for one in found] == [(event, edtf)]


def test_in_a_whole_record_what_did_not_happen_is_no_fact(told):
    found = told("Susan Hale and Peter Marlow never married.").all(statement.Event)
    assert [one.event for one in found if one.reported == "fact"] == []


def test_one_long_sentence_tells_all_its_events(marked):
    words = "Susan Hale met Peter Marlow in 2011, and she said that he died in 2015, while " * 300
    assert said(marked(words + "it rained.")) == [("meeting", BOTH, "2011"), ("death", "he", "2015")] * 300
