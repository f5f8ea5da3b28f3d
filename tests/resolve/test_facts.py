"""Marks become statements about people: whose age, which kinship once, one happening for all that tell of it."""

import pytest

from onrecord.ingest import from_text
from onrecord.model.marks import Age as AgeMark
from onrecord.model.marks import Count as CountMark
from onrecord.model.marks import Event as EventMark
from onrecord.model.marks import Kin as KinMark
from onrecord.model.marks import Marks, Mention, Time
from onrecord.model.statement import Age, Count, Event, Kin
from onrecord.model.when import month, year
from onrecord.resolve.facts import facts
from onrecord.resolve.who import Who
from onrecord.text import lay_out

DOCUMENT = lay_out(
    from_text("A quiet day\n\nAnna, Peter, the couple, the singer, May 2015, 2015, last week, Luke, they")
)


def at(words):
    start = DOCUMENT.story.text.index(words)
    return DOCUMENT.span(start, start + len(words))


MENTIONS = [
    Mention(span=at("Anna"), form="name"),
    Mention(span=at("Peter"), form="name"),
    Mention(span=at("Luke"), form="name"),
    Mention(span=at("the couple"), form="noun", plural=True),
    Mention(span=at("the singer"), form="noun"),
    Mention(span=at("they"), form="pronoun", plural=True),
]
WHO = Who(
    people=(),
    ids={at("Anna"): ("a",), at("Peter"): ("p",), at("Luke"): ("l",), at("the couple"): ("a", "p"),
         at("they"): ("a", "p", "l")},
)  # fmt: skip
TIMES = [
    Time(span=at("May 2015"), type="DATE", value="2015-05", days=month(2015, 5)),
    Time(
        span=DOCUMENT.span(at("2015, last").start, at("2015, last").start + 4),
        type="DATE",
        value="2015",
        days=year(2015),
    ),
    Time(span=at("last week"), type="DATE", value=None),
]
WHOLE_YEAR = TIMES[1].span


def told(*marks, who=WHO):
    return list(facts(DOCUMENT, Marks([*MENTIONS, *TIMES, *marks]), who))


def age(words, years, **more):
    return AgeMark(
        span=at(words), who=at(words), years=years, at_least_months=years * 12, under_months=years * 12 + 12, **more
    )


def kin(first, relation, second, **more):
    return KinMark(span=at(first), from_=at(first), relation=relation, to=at(second), **more)


def ties(*marks):
    return [(one.from_, one.relation, one.to, one.status) for one in told(*marks) if isinstance(one, Kin)]


@pytest.mark.parametrize(
    ("elsewhere", "status"), [((), "current"), (("former",), "former"), (("former", "current"), "current")]
)
def test_a_tie_without_its_time_has_the_time_told_elsewhere(elsewhere, status):
    told_elsewhere = [kin("Peter", "partner", "Anna", status=time) for time in elsewhere]
    timeless = KinMark(
        span=at("the couple"), from_=at("the couple"), relation="partner", to=at("the couple"), status=None
    )
    assert {(one[3]) for one in ties(*told_elsewhere, timeless)} == {status, *elsewhere}


def test_an_age_goes_to_its_person():
    (statement,) = told(age("Anna", 41))
    assert statement == Age(id="", who="a", years=41, at_least_months=492, under_months=504, spans=(at("Anna"),))


@pytest.mark.parametrize("words", ["the singer", "the couple"])
def test_an_age_of_nobody_known_or_of_several_is_dropped(words):
    assert told(age(words, 41)) == []


def test_a_noun_is_whoever_is_named_with_that_age():
    assert [one.who for one in told(age("Anna", 41), age("Peter", 67), age("the singer", 67))] == ["a", "p", "p"]


def test_a_noun_is_nobody_where_two_are_named_with_that_age():
    assert [one.who for one in told(age("Anna", 41), age("Peter", 41), age("the singer", 41))] == ["a", "p"]


def test_a_noun_is_not_whom_a_name_gives_another_age():
    who = Who(people=(), ids={**WHO.ids, at("the singer"): ("a",)})
    assert [one.years for one in told(age("Anna", 41), age("the singer", 67), who=who)] == [41]
    assert [one.years for one in told(age("Peter", 41), age("the singer", 67), who=who)] == [41, 67]


@pytest.mark.parametrize(("beside", "ages"), [("same", [41, 67]), ("of", [41])])
def test_a_noun_beside_a_name_keeps_an_age_that_clashes(beside, ages):
    singer = Mention(span=at("the singer"), form="noun", **{beside: at("Anna")})
    who = Who(people=(), ids={**WHO.ids, at("the singer"): ("a",)})
    marks = Marks(
        [*(one for one in MENTIONS if one.span != singer.span), singer, age("Anna", 41), age("the singer", 67)]
    )
    assert [one.years for one in facts(DOCUMENT, marks, who)] == ages


def test_an_age_keeps_its_date():
    (statement,) = told(age("Anna", 41, other_time=True, when=at("May 2015")))
    assert (statement.when.edtf, statement.when.text, statement.when.relative) == ("2015-05", "May 2015", None)
    (statement,) = told(age("Anna", 41, other_time=True, when=at("last week")))
    assert (statement.when.edtf, statement.when.text, statement.when.relative) == (None, "last week", "last week")


def test_a_plural_parent_makes_two_statements():
    assert ties(kin("the couple", "parent", "Luke")) == [
        ("a", "parent", "l", "current"),
        ("p", "parent", "l", "current"),
    ]


def test_a_pair_is_related_to_each_other_and_three_are_not():
    assert ties(kin("the couple", "partner", "the couple")) == [("a", "partner", "p", "current")]
    assert ties(kin("they", "partner", "they")) == []


def test_nobody_is_their_own_kin():
    assert ties(kin("the couple", "sibling", "Anna")) == [("a", "sibling", "p", "current")]


def test_a_relation_is_stated_once_with_all_its_places():
    first, second = kin("Anna", "spouse", "Peter", reported="claim"), kin("Peter", "spouse", "Anna")
    (statement,) = told(first, second)
    assert (statement.spans, statement.reported) == ((at("Anna"), at("Peter")), "fact")


@pytest.mark.parametrize(
    ("other", "status", "left"),
    [
        ("spouse", "current", {"spouse"}),
        ("spouse", "former", {"spouse"}),
        ("spouse", "future", {"spouse", "partner"}),
        ("engaged", "current", {"engaged"}),
        ("engaged", "former", {"engaged", "partner"}),
        ("sibling", "current", {"sibling"}),
        ("parent", "current", {"parent"}),
    ],
)
def test_partners_are_not_told_again_as_such(other, status, left):
    found = ties(kin("Anna", "partner", "Peter"), kin("Anna", other, "Peter", status=status))
    assert {relation for _, relation, _, _ in found} == left


@pytest.mark.parametrize(("other", "status"), [("spouse", "future"), ("engaged", "former"), ("engaged", "current")])
def test_a_couple_that_is_told_to_be_more_is_no_more_told_as_such(other, status):
    found = ties(kin("the couple", "partner", "the couple", status=None), kin("Anna", other, "Peter", status=status))
    assert found == [("a", other, "p", status)]


def test_a_claim_of_more_does_not_take_away_the_fact_of_less():
    claim = kin("Anna", "engaged", "Peter", reported="claim")
    assert ties(kin("Anna", "partner", "Peter"), claim) == [
        ("a", "partner", "p", "current"),
        ("a", "engaged", "p", "current"),
    ]


def test_love_and_kin_of_the_same_two_are_decided_by_how_often_they_are_told():
    again = KinMark(span=at("Luke"), from_=at("Anna"), relation="spouse", to=at("Peter"))
    assert ties(kin("Anna", "spouse", "Peter"), again, kin("Peter", "parent", "Anna")) == [
        ("a", "spouse", "p", "current")
    ]


def test_the_wedding_of_somebody_who_is_married_to_another_now_is_over():
    before = kin("Anna", "spouse", "Peter", status=None)
    assert set(ties(before, kin("Luke", "spouse", "Anna"))) == {
        ("a", "spouse", "p", "former"),
        ("a", "spouse", "l", "current"),
    }
    assert ("a", "spouse", "p", "current") in ties(before, kin("Luke", "spouse", "Anna", status="future"))
    assert ("a", "spouse", "p", "current") in ties(before, kin("Luke", "partner", "Anna", reported="claim"))


def test_a_parent_is_no_brother():
    assert ties(kin("Anna", "sibling", "Peter"), kin("Anna", "parent", "Peter")) == [("a", "parent", "p", "current")]


def test_nobody_shares_a_love_with_a_parent():
    love, parent = kin("Luke", "spouse", "Anna"), kin("Anna", "parent", "Peter")
    assert ties(love, kin("Peter", "spouse", "Luke"), parent) == [("a", "parent", "p", "current"),
                                                                 ("a", "spouse", "l", "current")]  # fmt: skip


@pytest.mark.parametrize(("years", "left"), [(15, []), (16, [("a", "partner", "p", "current")])])
def test_a_child_is_nobodys_love(years, left):
    assert ties(kin("Anna", "partner", "Peter"), age("Peter", years)) == left


@pytest.mark.parametrize("status", ["current", None])
def test_a_tie_to_the_dead_is_over(status):
    death = EventMark(span=at("Luke"), event="death", who=(at("Peter"),))
    assert ties(kin("Anna", "spouse", "Peter", status=status), death) == [("a", "spouse", "p", "former")]
    assert ties(kin("Anna", "parent", "Peter"), death) == [("a", "parent", "p", "current")]


def test_a_wedding_of_two_who_are_engaged_no_longer_is_not_to_come():
    planned = kin("Anna", "spouse", "Peter", status="future")
    assert ties(planned, kin("Anna", "engaged", "Peter", status="former")) == [("a", "engaged", "p", "former")]
    assert len(ties(planned, kin("Anna", "engaged", "Peter"))) == 2


def test_who_is_parent_of_whom_is_decided_by_how_often_it_is_told():
    twice = kin("Anna", "parent", "Peter")
    again = KinMark(span=at("Luke"), from_=at("Anna"), relation="parent", to=at("Peter"))
    assert ties(twice, again, kin("Peter", "parent", "Anna")) == [("a", "parent", "p", "current")]


def test_a_count_has_all_its_people():
    mark = CountMark(
        span=at("Anna"), who=(at("the couple"), at("Anna")), what="children", n=2, ordinal=True, of=at("Luke")
    )
    (statement,) = told(mark)
    assert isinstance(statement, Count)
    assert (statement.who, statement.what, statement.n, statement.of) == (("a", "p"), "children", 2, "l")
    assert told(CountMark(span=at("Anna"), who=(at("the singer"),), what="children", n=2)) == []


def event(words, when=None, **more):
    return EventMark(span=at(words), event="marriage", who=(at(words),), when=when, **more)


def test_two_tellings_of_one_happening_are_one_with_the_narrower_time():
    (statement,) = told(event("the couple", WHOLE_YEAR, reported="claim"), event("the couple", at("May 2015")))
    assert isinstance(statement, Event)
    assert (statement.when.edtf, statement.reported, statement.who) == ("2015-05", "fact", ("a", "p"))
    assert len(statement.spans) == 2


@pytest.mark.parametrize(
    ("first", "second", "count"),
    [
        (None, WHOLE_YEAR, 1),
        (None, None, 1),
        (WHOLE_YEAR, at("last week"), 2),
        (at("last week"), at("last week"), 1),
    ],
)
def test_when_two_tellings_may_be_one(first, second, count):
    assert len(told(event("the couple", first), event("the couple", second))) == count


def death(words):
    return EventMark(span=at(words), event="death", who=(at(words),))


def test_happenings_of_other_people_or_other_kinds_stay_apart():
    assert len(told(death("Anna"), death("Peter"))) == 2
    birth = EventMark(span=at("Anna"), event="birth", who=(at("Anna"),))
    assert len(told(death("Anna"), birth)) == 2


def test_a_marriage_of_one_is_told_in_words_if_it_has_a_time_and_not_at_all_without():
    (statement,) = told(event("Anna", WHOLE_YEAR))
    assert isinstance(statement, Event)
    assert (statement.event, statement.what, statement.who) == ("other", "Anna", ("a",))
    assert told(event("Anna")) == []


def test_a_span_of_two_times_is_both_and_what_is_between():
    whole = DOCUMENT.span(at("May 2015").start, WHOLE_YEAR.end)
    (statement,) = told(event("the couple", whole))
    assert isinstance(statement, Event)
    assert (statement.when.earliest.isoformat(), statement.when.latest.isoformat()) == ("2015-05-01", "2015-12-31")
