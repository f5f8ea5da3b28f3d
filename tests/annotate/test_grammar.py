"""Who is the subject of a verb, told by the grammar of its sentence; and what that gives to quotations."""

from __future__ import annotations

import pytest

from onrecord.annotate import quotes, sources
from onrecord.annotate.grammar import Grammar
from onrecord.model.document import Document
from onrecord.model.marks import Marks, Mention, Quote
from onrecord.model.reading import Reading, Token
from onrecord.model.span import Span
from onrecord.model.story import Story, identity
from onrecord.text import lay_out

# Each word as word/part of speech/head/relation; heads count from 0, the root's is its own.
DIRECT = "An/DET/1/det aide/NOUN/2/nsubj said/VERB/2/root it/PRON/4/nsubj rained/VERB/2/ccomp"
PARTICIPLE = "Mara/PROPN/1/nsubj left/VERB/1/root ,/PUNCT/3/punct writing/VERB/1/advcl it/PRON/3/obj"
RELATIVE = "Mara/PROPN/1/nsubj saw/VERB/1/root Otto/PROPN/1/obj who/PRON/4/nsubj wrote/VERB/2/acl:relcl it/PRON/4/obj"
MADE_TO = "It/PRON/1/nsubj led/VERB/1/root a/DET/3/det fan/NOUN/1/obj to/PART/5/mark write/VERB/1/xcomp it/PRON/5/obj"
PASSIVE = "Mara/PROPN/2/nsubj:pass was/AUX/2/aux:pass told/VERB/2/root it/PRON/4/nsubj rained/VERB/2/ccomp"
GERUND = "cheers/NOUN/0/root from/ADP/2/case fans/NOUN/0/nmod shouting/VERB/2/acl it/PRON/3/obj"
INFINITIVE = "a/DET/1/det way/NOUN/1/root to/PART/3/mark say/VERB/1/acl it/PRON/3/obj"
LONG = "the/DET/2/det old/ADJ/2/amod florist/NOUN/6/nsubj who/PRON/4/nsubj lied/VERB/2/acl:relcl ,/PUNCT/2/punct said/VERB/6/root so/ADV/6/obj"


def parsed(told: str) -> tuple[Document, Marks]:
    rows = [row.split("/") for row in told.split(" ")]
    text = " ".join(row[0] for row in rows)
    tokens = tuple(Token(row[1], int(row[2]), row[3], "stated", (0.0, 0.0, 0.0)) for row in rows)
    document = lay_out(Story(id=identity(text), text=text))
    assert [word.text for word in document.words] == [row[0] for row in rows]
    return document, Marks(reading=Reading(tokens=tokens))


@pytest.mark.parametrize(
    ("told", "verb", "subject"),
    [
        (DIRECT, 2, "An aide"),
        (PARTICIPLE, 3, "Mara"),
        (RELATIVE, 4, "Otto"),
        (MADE_TO, 5, "a fan"),
        (PASSIVE, 2, None),
        (GERUND, 3, "fans"),
        (INFINITIVE, 3, None),
        (LONG, 6, "the old florist"),
    ],
)  # fmt: skip
def test_the_subject_of_a_verb(told: str, verb: int, subject: str | None) -> None:
    grammar = Grammar(*parsed(told))
    found = grammar.subject(verb)
    assert (found and found.span.text) == subject


def test_heads_in_a_circle_end() -> None:
    document, marks = parsed("man/NOUN/1/nmod man/NOUN/0/nmod said/VERB/2/root so/ADV/2/obj")
    assert Grammar(document, marks).subject(2) is None
    document, marks = parsed("man/NOUN/2/nsubj man/NOUN/0/nmod said/VERB/2/root man/NOUN/1/nmod")
    found = Grammar(document, marks).subject(2)
    assert found
    assert found.span.text == "man man"
    document, marks = parsed("man/NOUN/1/nsubj said/VERB/2/conj says/VERB/1/conj")
    assert Grammar(document, marks).subject(2) is not None


def test_rules_alone_know_no_grammar() -> None:
    document, _ = parsed(DIRECT)
    grammar = Grammar(document, Marks())
    assert (grammar.place(document.words[0].start), grammar.is_no_verb(document.words[0].start)) == (None, False)


def test_a_noun_is_no_verb() -> None:
    document, marks = parsed(DIRECT)
    told = [Grammar(document, marks).is_no_verb(word.start) for word in document.words]
    assert told == [False, True, False, False, False]


def voices(told: str, *people: str) -> list[str | None]:
    document, marks = parsed(told)
    text = document.story.text
    found = [Mention(span=Span.of(text, at := text.index(name), at + len(name)), form="name") for name in people]
    marks = Marks(found, reading=marks.reading)
    marks += sources.annotate(document, marks)
    return [mark.voice and mark.voice.text for mark in quotes.annotate(document, marks) if isinstance(mark, Quote)]


FAR = (
    "Mara/PROPN/1/nsubj took/VERB/1/root to/ADP/3/case Gram/PROPN/1/obl to/PART/5/mark share/VERB/1/advcl it/PRON/5/obj"
    " ,/PUNCT/9/punct simply/ADV/9/advmod writing/VERB/1/advcl ,/PUNCT/9/punct “/PUNCT/13/punct Good/ADJ/13/amod"
    " night/NOUN/9/ccomp all/DET/13/det ./PUNCT/13/punct ”/PUNCT/13/punct"
)
UNLISTED = (
    "“/PUNCT/3/punct It/PRON/3/nsubj just/ADV/3/advmod rained/VERB/8/ccomp ,/PUNCT/3/punct ”/PUNCT/3/punct"
    " a/DET/7/det florist/NOUN/8/nsubj said/VERB/8/root ./PUNCT/8/punct"
)


def test_a_participle_far_from_its_subject() -> None:
    assert voices(FAR, "Mara") == ["Mara"]


@pytest.mark.parametrize(("article", "kind"), [("a", "unnamed"), ("the", None)])
def test_a_noun_that_no_list_knows(article: str, kind: str | None) -> None:
    told = UNLISTED.replace("a/DET", f"{article}/DET")
    document, marks = parsed(told)
    found = [source.type for source in sources.annotate(document, marks)]
    assert voices(told) == [f"{article} florist"]
    assert found == ([kind] if kind else [])


JOINED = (
    "She/PRON/1/nsubj thanked/VERB/1/root Otto/PROPN/1/obj ,/PUNCT/5/punct but/CCONJ/5/cc admitted/VERB/1/conj"
    " “/PUNCT/10/punct one/NUM/10/nummod or/CCONJ/9/cc two/NUM/7/conj slips/NOUN/5/obj ”/PUNCT/10/punct"
)


def test_a_joined_verb_has_the_subject_of_the_verb_before() -> None:
    assert voices(JOINED, "She", "Otto") == ["She"]
    assert voices(JOINED.replace("but/CCONJ", "Ida/PRON"), "She", "Otto", "Ida") == ["Ida"]


def test_the_head_of_some_words_hangs_on_none_of_them() -> None:
    document, marks = parsed(LONG)
    grammar = Grammar(document, marks)
    phrase = grammar.phrase_of(document.span(document.words[0].start, document.words[2].end))
    assert phrase
    assert (phrase.head, phrase.span.text) == (2, "the old florist")
    whole = grammar.phrase_of(document.span(0, len(document.story.text)))
    assert whole
    assert whole.head == 6
    assert Grammar(document, Marks()).phrase_of(document.span(0, 3)) is None
