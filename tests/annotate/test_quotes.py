"""Quotations with their voices and cues, in every usual order."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.annotate import quotes, sources, speech
from onrecord.model.marks import LeftOut, Marks, Mention, Name, Quote
from onrecord.model.span import Span
from onrecord.model.story import Story, identity
from onrecord.text import lay_out

PEOPLE = ("Mara Quill", "Mara", "Quill", "Otto Brandt", "Otto", "Brandt", "Ines Vale")
NOUNS = ("the singer", "The singer", "the 41-year-old actress", "the couple")
OUTLETS = ("The Daily Lantern", "Lantern")
PRONOUNS = ("she", "She", "he", "He", "they", "They", "her", "him")


_LONGEST_FIRST = sorted((*PEOPLE, *NOUNS, *OUTLETS, *PRONOUNS), key=len, reverse=True)
_MENTIONS = re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, _LONGEST_FIRST))})(?!\w)")


def marked(text: str, *, headline: str | None = None) -> tuple[Quote, ...]:
    """Return the quotation marks of a text whose mentions are those of the lists above."""
    return tuple(mark for mark in all_marked(text, headline) if isinstance(mark, Quote))


def all_marked(text: str, headline: str | None = None) -> tuple[Quote | LeftOut, ...]:
    """Return what the quotations of a text are, and which report nothing."""
    top = Span.of(text, 0, len(headline)) if headline else None
    document = lay_out(Story(id=identity(text), text=text, headline=top))
    found: list[Mention | Name] = []
    for match in _MENTIONS.finditer(text):
        span = Span.of(text, *match.span())
        if span.text in OUTLETS:
            found.append(Name(span=span, kind="outlet"))
        else:
            form = "name" if span.text in PEOPLE else "noun" if span.text in NOUNS else "pronoun"
            found.append(Mention(span=span, form=form))
    marks = Marks(found)
    marks += sources.annotate(document, marks)
    return tuple(sorted(quotes.annotate(document, marks), key=lambda quote: quote.span))


def told(text: str) -> list[tuple[str | None, str | None]]:
    """Return voice and cue of each quotation."""
    return [(quote.voice and quote.voice.text, quote.cue and quote.cue.text) for quote in marked(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"The garden was never mine," Mara Quill said.', ("Mara Quill", "said")),
        ('"The garden was never mine," said Mara Quill.', ("Mara Quill", "said")),
        ('"The garden was never mine," she told The Daily Lantern.', ("she", "told")),
        ('Mara Quill said: "The garden was never mine."', ("Mara Quill", "said")),
        ('Mara Quill: "The garden was never mine."', ("Mara Quill", None)),
        ('According to Mara Quill, "the garden was never mine."', ("Mara Quill", "According to")),
        ('"The garden was never mine," said Brandt spokeswoman Mara Quill.', ("Mara Quill", "said")),
        ('"The garden was never mine," Brandt spokeswoman Mara Quill told them.', ("Mara Quill", "told")),
        ('"The garden was never mine," said The Daily Lantern\'s Mara Quill.', ("Mara Quill", "said")),
        ('"The garden was never mine," Otto Brandt\'s lawyer Mara Quill said.', ("Mara Quill", "said")),
        ('"The garden was never mine," said Brandt spokeswoman\xa0Mara Quill.', ("Mara Quill", "said")),
        ('"The garden was never mine," said mother, Mara Quill.', ("Mara Quill", "said")),
        ('"The garden was never mine," the gardener, Mara Quill, said.', ("Mara Quill", "said")),
        ('"The garden was never mine," said a neighbor, Mara Quill.', ("Mara Quill", "said")),
        ('"The garden was never mine," said a neighbor, Mara Quill, 41, of Oslo.', ("Mara Quill", "said")),
        ('"The garden was never mine," said a neighbor, Mara Quill and Otto Brandt.', ("a neighbor", "said")),
        ('According to a neighbor, Mara Quill, 41, said: "The garden was never mine."', ("Mara Quill", "said")),
        ('"The garden was never mine," said the singer Mara Quill.', ("Mara Quill", "said")),
        ('"The garden was never mine," said Brandt, and Mara Quill left.', ("Brandt", "said")),
        ('"The garden was never mine," said Brandt before Mara Quill left.', ("Brandt", "said")),
        ('"The garden was never mine," according to Mara Quill.', ("Mara Quill", "according to")),
        ('Mara Quill, who lives in Oslo, added, "The garden was never mine."', ("Mara Quill", "added")),
        ('"The garden was never mine," the singer writes in a memoir.', ("the singer", "writes")),
        ('Mara Quill captioned the photo: "The garden was never mine."', ("Mara Quill", "captioned")),
        ('Mara Quill laughed and said, "The garden was never mine."', ("Mara Quill", "said")),
        ('Mara Quill went on to say, "The garden was never mine."', ("Mara Quill", "say")),
        ('Mara Quill praised the town, adding, "The garden was never mine."', ("Mara Quill", "adding")),
        ('"The garden was never mine," said an emotional Mara Quill.', ("Mara Quill", "said")),
        ('"The garden was never mine," garden designer Dr. Mara Quill said.', ("Mara Quill", "said")),
        ('"The garden was never mine," Otto Brandt campaign manager Mara Quill said.', ("Mara Quill", "said")),
        ('"The garden was never mine," said Otto Brandt campaign manager Mara Quill.', ("Mara Quill", "said")),
        ('According to Otto Brandt lawyer Mara Quill, "the garden was never mine."', ("Mara Quill", "According to")),
        ('"Was the garden ever mine?" Mara Quill asked.', ("Mara Quill", "asked")),
        ('"The garden was never mine," a source told The Daily Lantern.', ("a source", "told")),
        ('"The garden was never mine," added one family friend.', ("one family friend", "added")),
        ('"The garden was never mine," a rep for Mara Quill says.', ("a rep for Mara Quill", "says")),
        ('One person who is in the know claimed, "The garden was never hers."', ("One person", "claimed")),
        ('"The garden was never mine," reports The Daily Lantern.', ("The Daily Lantern", "reports")),
        ('Mara Quill opened her heart: "The garden was never mine."', ("Mara Quill", None)),
    ],
)
def test_a_voice_and_its_cue_in_every_order(text: str, expected: tuple[str | None, str | None]) -> None:
    assert told(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        'He met Mara Quill at the bridge. "The garden was never mine after that winter."',
        '"The garden was never mine," whispered somebody in the crowd near Otto Brandt.',
        'Mara Quill was told, "The garden was never yours."',
        '"The garden was never mine," a long-gone neighbouring landscape gardener said of Mara Quill.',
    ],
)
def test_no_voice_where_the_story_does_not_tell(text: str) -> None:
    assert [voice for voice, _ in told(text) if voice in PEOPLE] == []


def test_a_split_quotation_has_one_voice() -> None:
    assert told('"It was mine," Mara said. "It was never yours at all." Then she left.') == [
        ("Mara", "said"),
        ("Mara", None),
    ]


def test_the_next_cue_wins_over_the_last_voice() -> None:
    text = '"It was mine," Mara said. "It was never yours at all," Otto answered.'
    assert told(text) == [("Mara", "said"), ("Otto", "answered")]


def test_a_voice_is_carried_into_the_next_paragraph_and_no_further_than_the_next_voice() -> None:
    text = (
        '"It was mine," Mara said.\n\n"I planted every rose in it.\n\n"And I watered them."\n\n'
        'Otto said: "I paid for all of that."\n\n"Nobody ever thanked me."'
    )
    assert [voice for voice, _ in told(text)] == ["Mara", "Mara", "Mara", "Otto", "Otto"]


def test_a_voice_is_not_carried_over_a_paragraph_without_quotation() -> None:
    text = '"It was mine," Mara said.\n\nThe town held a fair in June.\n\n"We all liked the fair very much."'
    assert [voice for voice, _ in told(text)] == ["Mara", None]


@pytest.mark.parametrize(
    ("before", "voice"),
    [
        ("Mara Quill yodelled:", "Mara Quill"),
        ("Mara Quill put out these words:", "Mara Quill"),
        ("The Daily Lantern reports:", "The Daily Lantern"),
        ("Mara Quill yodelled.", None),
        ("It was all about Mara Quill:", None),
    ],
)
def test_a_paragraph_that_ends_in_a_colon_announces_the_next(before: str, voice: str | None) -> None:
    assert told(f'{before}\n\n"The garden was never mine after that winter."') == [(voice, None)]


def test_a_comma_before_the_closing_mark_waits_for_its_own_cue() -> None:
    text = '"It was mine," Mara said.\n\n"We liked the fair in the rain," those present in the tent were heard saying.'
    assert told(text)[1][0] != "Mara"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ('Mara said: "The garden was mine."', "direct"),
        ('"The garden was mine," Mara said.', "direct"),
        ('Mara said it was "a garden of one\'s own" at last.', "mixed"),
        ('Mara called the fair "dreadful".', "mixed"),
    ],
)
def test_a_clause_is_direct_and_a_fragment_mixed(text: str, form: str) -> None:
    assert [quote.form for quote in marked(text)] == [form]


@pytest.mark.parametrize(
    "text",
    [
        'The star of the film "River Without Banks" arrived late.',
        'She sang along to "Silver Morning" and "Old Harbour Road" on Friday.',
        'The "River Without Banks" actress said that she was tired.',
        'Otto fixed the so-called "castle" himself.',
        'Mara said the "new" house had a leak.',
        'They feared a "scene" at the fair.',
        'Otto joined the "one last walk by the river" plan.',
        'Otto left for a showing of "The Last da Brandt" at home.',
    ],
)
def test_titles_nicknames_and_scare_quotes_are_no_quotations(text: str) -> None:
    assert marked(text) == ()


def test_one_word_with_a_cue_is_a_quotation() -> None:
    assert told('The report is "fabricated", Mara insisted.') == [("Mara", "insisted")]


def test_a_heading_takes_the_voice_of_the_quotation_whose_words_it_repeats() -> None:
    text = "Trouble at the fair\n\n'We Need More Roses'\n\nMara said: \"In truth we need a few more roses here.\""
    assert marked(text)[0].why == "its words recur in a quotation of the story"
    assert told(text)[0] == ("Mara", None)


def test_a_heading_has_its_own_voice_where_the_quotation_that_it_repeats_has_none() -> None:
    headline = "Mara Quill: 'I Was Never Asked'"
    text = f'{headline}\n\nIt was late. "I was never asked to sing at all."'
    found = marked(text, headline=headline)
    assert [quote.voice and quote.voice.text for quote in found] == ["Mara Quill", None]


def test_a_heading_below_three_quarters_of_the_words_has_no_voice() -> None:
    headline = "Trouble: 'We Need Fewer Thorny Roses'"
    first, _ = marked(f'{headline}\n\nMara said: "In truth we need a few more roses here."', headline=headline)
    assert (first.voice, first.why) == (None, None)


def test_why_says_in_plain_words_how_the_voice_was_found() -> None:
    text = '"It was mine," Mara said. "I planted every rose."\n\n"And I watered them."'
    assert [quote.why for quote in marked(text)] == [
        "“said” after the quotation",
        "carried over from the quotation before",
        "carried over from the quotation before",
    ]


WORDS = st.sampled_from(
    [
        *PEOPLE,
        "said",
        "told",
        "according to",
        ",",
        ".",
        ":",
        '"',
        "“",
        "”",
        "'",
        "\n\n",
        "the",
        "roses",
        "a source",
        "who",
    ]
)


@given(st.lists(WORDS, max_size=40))
def test_every_span_is_cut_from_the_text(parts: list[str]) -> None:
    text = " ".join(parts) or "x"
    for quote in marked(text):
        for span in (quote.span, quote.voice, quote.cue):
            assert span is None or span.cut(text) == span.text


def test_a_long_story_without_a_stop_is_read_in_time() -> None:
    text = 'Mara said she "was here" and Otto told her, "No," and ' * 3000
    assert len(marked(text)) > 3000


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ('According to her memoir, the pair "fought a lot" then.', "her"),
        ('A statement from Mara Quill read: "The garden is closed."', "Mara Quill"),
        ('Otto praised Mara for saying it was "a fine garden" at last.', "Mara"),
        ('Mara was asked by Otto, "Is the garden closed for good?"', "Otto"),
        ('Otto, 34, asked director Mara Quill: "Is this the most famous one?"', "Otto"),
        ('Otto, the gardener, asked Mara Quill: "Is this the most famous one?"', "Otto"),
        ('Writing on her page, Mara called it "a fine garden" at last.', "Mara"),
        ('Otto saw Mara crying and shouting, "It was never mine."', "Mara"),
        ('Otto saw somebody crying and shouting "it was never mine" there.', None),
        ('Mara was seen shouting "it was never mine" there.', "Mara"),
        ('"It was mine," Otto said. He was named "the best man in town" by Mara that year.', "Mara"),
        ('"It was mine," Otto said. He was named "the best man in town" at last.', None),
        ('Otto saw it all, shouting "it was never mine" there.', "Otto"),
        ('Mara on Thursday called it "a fine garden" at last.', "Mara"),
        ('"It was mine," said a source, adding: "It was never yours."', "a source"),
    ],
)
def test_whose_words_they_are_in_longer_turns(text: str, voice: str | None) -> None:
    assert told(text)[-1][0] == voice


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ('She made "Seven Cold Days" in Oslo, Mara Quill said.', []),
        ('Mara Quill was telling "The Morning Hour": "I love it all."', ['"I love it all."']),
        ('Mara Quill tweeted "Good Morning Oslo" at noon.', ['"Good Morning Oslo"']),
    ],
)
def test_names_of_works_are_no_speech(text: str, found: list[str]) -> None:
    assert [quote.span.text for quote in marked(text)] == found


@pytest.mark.parametrize(
    ("headline", "voice"),
    [
        ("Mara Quill: Oslo Has 'The Best Trains In Europe'", "Mara Quill"),
        ("Mara Quill: Why She Left 'KXQ'", None),
        ("Mara Quill 'ran from the rain'", None),
    ],
)
def test_a_heading_whose_words_stand_nowhere_else(headline: str, voice: str | None) -> None:
    found = marked(f"{headline}\n\nIt rained in Oslo all day.", headline=headline)
    assert [quote.voice and quote.voice.text for quote in found] == ([voice] if "KXQ" not in headline else [])


def test_a_name_that_a_quotation_only_holds_is_none_in_a_heading() -> None:
    headline = "No 'Oslo Nights' For Me"
    text = f'{headline}\n\n"I was never asked to do Oslo Nights again," Mara Quill said.'
    assert [quote.span.text for quote in marked(text, headline=headline)] == [
        '"I was never asked to do Oslo Nights again,"'
    ]


def test_we_are_told_keeps_a_source_back() -> None:
    (quote,) = marked('"They were tired of it all," we\'re told.')
    assert (quote.voice and quote.voice.text, quote.cue and quote.cue.text) == ("we're told", "told")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ('Mara Quill made the film "River Without Banks" in Oslo.', speech.TITLE),
        ('Mara Quill feared a "scene" then.', speech.WEAK),
        ('Mara Quill left the "castle" then.', speech.ALONE),
        ('Mara Quill left.\n\n"Sure."', speech.ALONE),
        ('"The garden was never mine," Mara Quill said.', None),
    ],
)
def test_what_is_left_out_has_its_reason(text: str, why: str | None) -> None:
    (mark,) = all_marked(text)
    assert (mark.why if isinstance(mark, LeftOut) else None) == why


@pytest.mark.parametrize(("headline", "why"), [("It Was 'Fun'", speech.ALONE), ("Songs Of 'Cold Days'", speech.TITLE)])
def test_what_is_left_out_of_a_heading_has_its_reason(headline: str, why: str) -> None:
    (mark,) = all_marked(f"{headline}\n\nIt rained in Oslo all day.", headline)
    assert isinstance(mark, LeftOut)
    assert mark.why == why
