"""How sure a voice is: the signs, what they weigh, and the voice left open where they weigh too little."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.model.document import Block, Document
from onrecord.model.person import Mention, Person
from onrecord.model.reading import Chance, Reading
from onrecord.model.source import Source, Voice
from onrecord.model.span import Span
from onrecord.model.statement import Claim, Quote
from onrecord.model.story import Story, identity
from onrecord.resolve.confidence import Evidence, chance, weighed, weights

TEXT = '"It rained all day long," she said.\nMara left.\nA friend came. "It froze."'


def span(words: str) -> Span:
    start = TEXT.index(words)
    return Span.of(TEXT, start, start + len(words))


SAID, FROZE = span('"It rained all day long,"'), span('"It froze."')
MARA = Person(
    id="p1",
    name="Mara",
    mentions=(
        Mention(span("she").start, span("she").end, "she", "pronoun"),
        Mention(span("Mara").start, span("Mara").end, "Mara", "name"),
    ),
)
FRIEND = Source(id="o1", name="A friend", type="unnamed", spans=(span("A friend"),))
BY_HER = Quote(
    id="", form="direct", speaker="p1", voice=span("she"), cue=span("said"), why="“said” after the quotation",
    spans=(SAID,), by=(Voice(person="p1"),),
)  # fmt: skip
BY_FRIEND = Quote(id="", form="direct", source="o1", voice=span("A friend"), spans=(FROZE,), by=(Voice(source="o1"),))


def evidence(*chances: tuple[str, float], at: Span = SAID) -> Evidence:
    lines, start = [], 0
    for line in TEXT.split("\n"):
        lines.append(Block(start, start + len(line), "body"))
        start += len(line) + 1
    document = Document(
        story=Story(id=identity(TEXT), text=TEXT), blocks=tuple(lines), sentences=(), words=(), quotations=()
    )
    reading = (
        Reading(voices={at.start: tuple(Chance(span(word).start, one) for word, one in chances)}) if chances else None
    )
    return Evidence(document, (MARA,), (FRIEND,), reading)


def test_the_signs_of_a_voice() -> None:
    told = evidence().signs(BY_HER)
    assert told == {"bias": 1, "direct": 1, "why after the quotation": 1, "cue": 1, "voice pronoun": 1}
    far = Quote(id="", form="mixed", speaker="p1", also=("p2",), voice=span("she"), spans=(FROZE,))
    assert evidence().signs(far) == {"bias": 1, "mixed": 1, "short": 1, "voice pronoun": 1, "far": 1, "joint": 1}
    assert "voice source" in evidence().signs(BY_FRIEND)


def test_what_the_reader_foresees_counts_for_all_words_that_mean_the_voice() -> None:
    told = evidence(("she", 0.3), ("Mara", 0.2), ("friend", 0.4)).signs(BY_HER)
    assert (told["foreseen"], round(told["nobody foreseen"], 9)) == (0, 0.1)
    told = evidence(("friend", 0.9), at=FROZE).signs(BY_FRIEND)
    assert told["foreseen"] > 2
    assert "foreseen" not in evidence(("friend", 0.9), at=FROZE).signs(BY_HER)


def test_a_voice_that_the_reader_foresees_is_surer_than_one_that_it_does_not() -> None:
    sure, unsure = (weighed([BY_HER], evidence((word, 0.98)))[0] for word in ("she", "friend"))
    assert isinstance(sure, Quote) and isinstance(unsure, Quote)  # noqa: PT018
    assert sure.confidence is not None and unsure.confidence is not None  # noqa: PT018
    assert sure.confidence > 0.9 > unsure.confidence


def test_a_voice_below_what_is_asked_for_is_left_open() -> None:
    (kept,) = weighed([BY_HER], evidence(), least=0)
    assert isinstance(kept, Quote)
    assert (kept.speaker, kept.by) == ("p1", BY_HER.by)
    assert kept.confidence is not None
    assert weighed([BY_HER], evidence(), least=kept.confidence) == [kept]
    (left,) = weighed([BY_HER], evidence(), least=kept.confidence + 0.001)
    assert isinstance(left, Quote)
    assert (left.speaker, left.source, left.by, left.voice) == (None, None, (), BY_HER.voice)
    assert left.why == f"“said” after the quotation; left open, for it is too unsure ({kept.confidence:.2f})"


def test_what_has_no_voice_and_what_is_no_quotation_stay() -> None:
    nobody = Quote(id="", form="direct", spans=(SAID,))
    claim = Claim(id="", speaker="p1", spans=(SAID,), by=(Voice(person="p1"),))
    assert weighed([nobody, claim], evidence(), least=1) == [nobody, claim]


@pytest.mark.parametrize("kind", ["read", "alone"])
@given(st.dictionaries(st.sampled_from(sorted(weights()["read"])), st.floats(-4, 4)))
def test_a_chance_is_one(kind: str, signs: dict[str, float]) -> None:
    assert 0 <= chance(signs, weights()[kind]) <= 1
