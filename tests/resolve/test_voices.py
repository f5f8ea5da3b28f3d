"""Whose words quotations and claims are: people, sources, joint voices, chains, and nobody where it is not told."""

from __future__ import annotations

import pytest

from onrecord import pipeline
from onrecord.ingest import from_text
from onrecord.model.marks import Claim, Mark, Marks, Mention, Name, Quote, Source
from onrecord.model.person import Person
from onrecord.model.reading import Reading, Report
from onrecord.model.source import Voice
from onrecord.model.span import Span
from onrecord.model.story import Story, identity
from onrecord.resolve.voices import voices
from onrecord.resolve.who import Who
from onrecord.text import lay_out


class Told:
    """A text with its marks and people, put together by hand."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.marks: list[Mark] = []
        self.ids: dict[Span, tuple[str, ...]] = {}

    def span(self, words: str, nth: int = 1) -> Span:
        start = -1
        for _ in range(nth):
            start = self.text.index(words, start + 1)
        return Span.of(self.text, start, start + len(words))

    def mention(self, words: str, *people: str, nth: int = 1, form: str = "name") -> Span:
        span = self.span(words, nth)
        self.marks.append(Mention(span=span, form=form))  # type: ignore[arg-type]
        if people:
            self.ids[span] = people
        return span

    def mark(self, mark: Mark) -> None:
        self.marks.append(mark)

    def settled(self, reading: Reading | None = None):  # type: ignore[no-untyped-def]
        story = Story(id=identity(self.text), text=self.text)
        document = lay_out(story)
        people = sorted({person for meant in self.ids.values() for person in meant})
        who = Who(people=tuple(Person(id=person, name=person) for person in people), ids=self.ids)
        return voices(document, Marks(self.marks, reading=reading), who)


def test_a_quotation_gets_the_person_whom_its_voice_means() -> None:
    told = Told('"It rained," Mara said.')
    voice = told.mention("Mara", "p1")
    told.mark(Quote(span=told.span('"It rained,"'), form="direct", voice=voice, cue=told.span("said"), why="because"))
    sources, (quote,) = told.settled()
    assert (sources, quote.speaker, quote.source, quote.by) == ((), "p1", None, (Voice(person="p1"),))
    assert (quote.form, quote.voice, quote.why, quote.spans) == (
        "direct",
        voice,
        "because",
        (told.span('"It rained,"'),),
    )


def test_a_voice_that_means_nobody_known_stays_untold() -> None:
    told = Told('"It rained," she said.')
    voice = told.mention("she", form="pronoun")
    told.mark(Quote(span=told.span('"It rained,"'), form="direct", voice=voice))
    _, (quote,) = told.settled()
    assert (quote.speaker, quote.source, quote.by, quote.voice) == (None, None, (), voice)


def test_a_pronoun_is_not_the_person_whom_its_own_quotation_names() -> None:
    told = Told('"Mara left early," she said. "Otto stayed," he added.')
    told.mention("Mara", "p1")
    told.mention("Otto", "p2")
    she, he = told.mention("she", "p1", form="pronoun"), told.mention("he", "p3", form="pronoun", nth=2)
    told.mark(Quote(span=told.span('"Mara left early,"'), form="direct", voice=she))
    told.mark(Quote(span=told.span('"Otto stayed,"'), form="direct", voice=he))
    _, (first, second) = told.settled()
    assert (first.speaker, second.speaker) == (None, "p3")


def test_joined_names_speak_together() -> None:
    told = Told('"It rained," Mara and Otto said.')
    voice = told.mention("Mara", "p1")
    told.mention("Otto", "p2")
    told.mark(Quote(span=told.span('"It rained,"'), form="direct", voice=voice))
    _, (quote,) = told.settled()
    assert (quote.speaker, quote.also) == ("p1", ("p2",))


def test_the_couple_speaks_together() -> None:
    told = Told('"It rained," the couple said.')
    voice = told.mention("the couple", "p1", "p2", form="noun")
    told.mark(Quote(span=told.span('"It rained,"'), form="direct", voice=voice))
    _, (quote,) = told.settled()
    assert (quote.speaker, quote.also) == ("p1", ("p2",))


def test_a_source_met_again_is_one_source_with_all_its_outlets() -> None:
    told = Told('An insider said so. "It rained," the insider added.')
    first, second = told.span("An insider"), told.span("the insider")
    told.mark(Source(span=first, type="unnamed", via=("Daily Lantern",)))
    told.mark(Source(span=second, type="unnamed", via=("Harbour Weekly",), again=first))
    told.mark(Quote(span=told.span('"It rained,"'), form="direct", voice=second))
    (source,), (quote,) = told.settled()
    assert (source.id, source.name, source.spans) == ("o1", "An insider", (first, second))
    assert (quote.speaker, quote.source) == (None, "o1")
    assert quote.by == (Voice(source="o1"), Voice(outlet="Daily Lantern"), Voice(outlet="Harbour Weekly"))


def test_sources_are_numbered_in_the_order_of_the_text() -> None:
    told = Told("A pal said so. A rep said so.")
    told.mark(Source(span=told.span("A rep"), type="spokesperson"))
    told.mark(Source(span=told.span("A pal"), type="unnamed"))
    sources, _ = told.settled()
    assert [(source.id, source.name) for source in sources] == [("o1", "A pal"), ("o2", "A rep")]


def test_the_outlet_that_a_person_told_is_the_next_link() -> None:
    told = Told('"It rained," Mara told the Daily Lantern. "It froze," Otto told Mara.')
    mara, otto = told.mention("Mara", "p1"), told.mention("Otto", "p2")
    told.mark(Name(span=told.span("Daily Lantern"), kind="outlet"))
    told.mark(Quote(span=told.span('"It rained,"'), form="direct", voice=mara, cue=told.span("told")))
    told.mark(Quote(span=told.span('"It froze,"'), form="direct", voice=otto, cue=told.span("told", 2)))
    _, (first, second) = told.settled()
    assert first.by == (Voice(person="p1"), Voice(outlet="Daily Lantern"))
    assert second.by == (Voice(person="p2"),)


def test_a_claim_keeps_its_hedge_and_its_voice() -> None:
    told = Told("Mara said that it reportedly rained.")
    voice = told.mention("Mara", "p1")
    content = told.span("that it reportedly rained")
    told.mark(Claim(spans=(content,), voice=voice, cue=told.span("said"), hedge="reportedly"))
    _, (claim,) = told.settled()
    assert (claim.speaker, claim.hedge, claim.spans, claim.reported) == ("p1", "reportedly", (content,), "claim")


def test_a_surname_is_not_whom_its_own_quotation_names_where_another_bears_it() -> None:
    told = Told('"Ann and I wanted this," Lee said. "Ann is here," Ann Lee said.')
    told.mention("Ann", "Ann Lee")
    told.mention("Ann", "Ann Lee", nth=2)
    surname, full = told.mention("Lee", "Ann Lee"), told.mention("Ann Lee", "Ann Lee")
    told.ids[told.span("here")] = ("Bob Lee",)
    told.mark(Quote(span=told.span('"Ann and I wanted this,"'), form="direct", voice=surname))
    told.mark(Quote(span=told.span('"Ann is here,"'), form="direct", voice=full))
    _, (first, second) = told.settled()
    assert (first.speaker, second.speaker) == ("Bob Lee", "Ann Lee")


def test_they_are_never_one_person() -> None:
    told = Told('"It rained," they said.')
    span = told.span("they")
    told.marks.append(Mention(span=span, form="pronoun", plural=True))
    told.ids[span] = ("p1",)
    told.mark(Quote(span=told.span('"It rained,"'), form="direct", voice=span))
    _, (quote,) = told.settled()
    assert quote.speaker is None


def test_the_voice_of_a_quotation_is_told_by_all_words_that_name_it() -> None:
    told = Told('"It rained," said Mara, the mayor. "It froze."')
    voice = told.mention("Mara", "p1")
    told.mark(Quote(span=told.span('"It rained,"'), form="direct", voice=voice, cue=told.span("said")))
    told.mark(Quote(span=told.span('"It froze."'), form="direct", voice=voice))
    whole = Report(cue=told.span("said"), source=told.span("Mara, the mayor"), content=(told.span('"It rained,"'),))
    other = Report(cue=told.span("said"), source=told.span("the mayor"), content=(told.span('"It rained,"'),))
    _, quotes = told.settled(Reading(reports=(whole,)))
    assert [(quote.speaker, quote.voice) for quote in quotes] == [("p1", told.span("Mara, the mayor"))] * 2
    _, quotes = told.settled(Reading(reports=(other,)))
    assert [quote.voice for quote in quotes] == [voice, voice]


def claimed(text: str, voice: str, *names: str) -> str | None:
    """Return whose a claim is whose voice is these words, of which some are names."""
    told = Told(text)
    for name in names:
        told.mention(name, name)
    told.mark(Claim(spans=(told.span("it rained"),), voice=told.span(voice), cue=told.span("said")))
    _, (claim,) = told.settled()
    return claim.speaker


def test_a_voice_of_more_words_is_the_name_that_ends_them() -> None:
    assert (
        claimed("Former Vale adviser Mara Lee said it rained.", "Former Vale adviser Mara Lee", "Mara Lee")
        == "Mara Lee"
    )
    assert claimed("Vale's aunt Mara said it rained.", "Vale's aunt Mara", "Vale", "Mara") == "Mara"
    assert claimed("Mara Lee, the mayor, said it rained.", "Mara Lee, the mayor", "Mara Lee") == "Mara Lee"


def test_a_voice_of_more_words_is_nobody_who_only_belongs_to_it() -> None:
    assert claimed("Two fans of Mara Lee said it rained.", "Two fans of Mara Lee", "Mara Lee") is None
    assert claimed("Mara Lee's doctor said it rained.", "Mara Lee's doctor", "Mara Lee") is None


def test_what_reports_nothing_keeps_its_reason() -> None:
    case = pipeline.read(from_text('A Day In Oslo\n\nMara Quill left the "castle" then. "It was all fine," she said.'))
    assert [(one.text, one.left_out is None) for one in case.quotations] == [
        ('"castle"', False),
        ('"It was all fine,"', True),
    ]


@pytest.mark.parametrize(
    ("before", "people"),
    [
        ("Mara Quill and Otto Brandt left.", ("p1", "p2")),
        ("On Friday, Mara Quill, Otto Brandt and Ida Falk left.", ("p1", "p2", "p3")),
        ("Mara Quill, Otto Brandt, and Ida Falk left.", ("p1", "p2", "p3")),
        ("It rained. Mara Quill & Otto Brandt left.", ("p1", "p2")),
        ("Mara Quill and Otto Brandt left Ida Falk.", ()),
        ("Ida Falk met Mara Quill and Otto Brandt.", ()),
        ("Mara Quill left.", ()),
        ("It rained.", ()),
    ],
)
def test_they_are_all_whom_a_list_named_last_names(before: str, people: tuple[str, ...]) -> None:
    told = Told(f'{before} "It rained on us," they said in a joint statement.')
    for number, name in enumerate(("Mara Quill", "Otto Brandt", "Ida Falk"), 1):
        if name in before:
            told.mention(name, f"p{number}")
    they = told.mention("they", form="pronoun")
    told.mark(Quote(span=told.span('"It rained on us,"'), form="direct", voice=they))
    _, (quote,) = told.settled()
    assert (*(() if quote.speaker is None else (quote.speaker,)), *quote.also) == people


@pytest.mark.parametrize(
    ("before", "listed", "are_they"),
    [(0, 2, True), (0, 12, True), (1, 11, True), (40, 11, True), (1, 12, False), (0, 13, False), (0, 40, False)],
)
def test_no_more_than_a_dozen_names_are_they(before: int, listed: int, are_they: bool) -> None:
    earlier, names = ([f"{which}{at:02}" for at in range(many)] for which, many in (("X", before), ("N", listed)))
    alone = "".join(f"{name} left. " for name in earlier)
    told = Told(f'{alone}{", ".join(names[:-1])} and {names[-1]} sang. "It rained on us," they said.')
    for name in (*earlier, *names):
        told.mention(name, name)
    they = told.mention("they", form="pronoun")
    told.mark(Quote(span=told.span('"It rained on us,"'), form="direct", voice=they))
    _, (quote,) = told.settled()
    assert (*(() if quote.speaker is None else (quote.speaker,)), *quote.also) == (tuple(names) if are_they else ())


@pytest.mark.parametrize(
    ("opening", "people"),
    [
        ("It rained. Late on Friday, ", ("p1", "p2")),
        ("Late " + "o" * 30 + " Friday, ", ("p1", "p2")),
        ("Late " + "o" * 31 + " Friday, ", ()),
        ("Late " + "o" * 200 + " Friday, ", ()),
        ("Late" + " " * 200 + "on Friday, ", ()),
        ("It rained." + " " * 50, ("p1", "p2")),
        ("It rained" + " " * 200, ()),
    ],
)
def test_a_list_is_behind_a_few_opening_words(opening: str, people: tuple[str, ...]) -> None:
    told = Told(f'{opening}Mara Quill and Otto Brandt left. "It rained on us," they said.')
    told.mention("Mara Quill", "p1")
    told.mention("Otto Brandt", "p2")
    they = told.mention("they", form="pronoun")
    told.mark(Quote(span=told.span('"It rained on us,"'), form="direct", voice=they))
    _, (quote,) = told.settled()
    assert (*(() if quote.speaker is None else (quote.speaker,)), *quote.also) == people


def test_a_list_in_another_paragraph_is_not_they() -> None:
    told = Told('Mara Quill and Otto Brandt left.\n\n"It rained on us," they said.')
    told.mention("Mara Quill", "p1")
    told.mention("Otto Brandt", "p2")
    they = told.mention("they", form="pronoun")
    told.mark(Quote(span=told.span('"It rained on us,"'), form="direct", voice=they))
    _, (quote,) = told.settled()
    assert (quote.speaker, quote.also) == (None, ())


def test_a_cue_has_all_the_words_that_the_reader_sees() -> None:
    told = Told('"It rained," Mara also said in Oslo.')
    mara = told.mention("Mara", "p1")
    told.mark(Quote(span=told.span('"It rained,"'), form="direct", voice=mara, cue=told.span("said")))
    report = Report(told.span("also said in Oslo"), mara, (told.span("It rained"),))
    _, (quote,) = told.settled(Reading(reports=(report,)))
    assert quote.cue == told.span("also said in Oslo")
