"""Reports inside reports: on whose word they are, as far as the story's own."""

from __future__ import annotations

from onrecord.model.source import Voice
from onrecord.model.span import Span
from onrecord.model.statement import Claim, Kin, Quote
from onrecord.resolve.chains import chained, on_whose_word

TEXT = "Paul said that Matt told him that Ann thinks Bea is Cy's wife. “I fear it is over,” Ann said."
PAUL, MATT, ANN = Voice(person="p1"), Voice(person="p2"), Voice(person="p3")


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


def claim(person: str, voice: str, cue: str, content: str, **more: str) -> Claim:
    by = (Voice(person=person),) if person else ()
    return Claim(id="", speaker=person or None, voice=span(voice), cue=span(cue), spans=(span(content),), by=by, **more)  # type: ignore[arg-type]


OUTER = claim("p1", "Paul", "said", "that Matt told him that Ann thinks Bea is Cy's wife")
MIDDLE = claim("p2", "Matt", "told", "that Ann thinks Bea is Cy's wife")
INNER = claim("p3", "Ann", "thinks", "Bea is Cy's wife", attitude="thinks")


def test_a_report_inside_reports_is_on_the_word_of_all() -> None:
    assert [one.by for one in chained([OUTER, MIDDLE, INNER])] == [(PAUL,), (MATT, PAUL), (ANN, MATT, PAUL)]


def test_the_order_in_which_they_are_found_does_not_matter() -> None:
    assert [one.by for one in chained([INNER, MIDDLE, OUTER])] == [(ANN, MATT, PAUL), (MATT, PAUL), (PAUL,)]


def test_two_reports_that_hold_each_other_end() -> None:
    first = Claim(id="", voice=span("Paul"), cue=span("said"), spans=(span("Matt told"),), by=(PAUL,))
    second = Claim(id="", voice=span("Matt"), cue=span("told"), spans=(span("Paul said"),), by=(MATT,))
    assert [one.by[0] for one in chained([first, second])] == [PAUL, MATT]


def test_i_inside_a_quotation_is_its_speaker_who_says_what_she_fears() -> None:
    quote = Quote(
        id="", form="direct", speaker="p3", spans=(span("“I fear it is over,”"),), by=(ANN, Voice(outlet="Day"))
    )
    own = claim("", "I", "fear", "it is over", attitude="thinks")
    _, fear = chained([quote, own])
    assert isinstance(fear, Claim)
    assert (fear.speaker, fear.by, fear.attitude) == ("p3", (ANN, Voice(outlet="Day")), "says")


def test_i_inside_nobodys_quotation_stays_nobody() -> None:
    quote = Quote(id="", form="direct", spans=(span("“I fear it is over,”"),))
    _, fear = chained([quote, claim("", "I", "fear", "it is over")])
    assert (fear.speaker, fear.by) == (None, ())


def test_a_fact_inside_somebodys_words_is_on_his_word() -> None:
    inside = Kin(id="", from_="p4", relation="spouse", to="p5", spans=(span("wife"),))
    outside = Kin(id="", from_="p4", relation="spouse", to="p5", spans=(span("Ann said"),))
    across = Kin(id="", from_="p4", relation="spouse", to="p5", spans=(span("wife"), span("Ann said")))
    told = [fact.by for fact in on_whose_word([inside, outside, across], chained([OUTER, MIDDLE]))]
    assert told == [(MATT, PAUL), (), ()]
