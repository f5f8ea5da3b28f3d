"""Quotation marks that do not match."""

from __future__ import annotations

import pytest

from onrecord.check.quotation_marks_unbalanced import check


@pytest.mark.parametrize(
    ("words", "fault", "message"),
    [
        ('“We left."', "wrong kind", 'the quotation opens with “ and closes with ": “We left."'),
        ('"We left.', "never closed", 'the quotation is never closed: "We left.'),
        ('We left,"', "never opened", 'the quotation is never opened: We left,"'),
    ],
)
def test_each_fault_is_one_finding(tell, words, fault, message):
    story = tell(f"She spoke. {words}")
    story.quotation(words, fault=fault)
    quote = story.quote(words)
    (finding,) = check(story.case())
    assert (finding.level, finding.message) == ("unclear", message)
    assert [says.text for says in finding.spans] == [words]
    assert finding.statements == (quote,)


@pytest.mark.parametrize(
    ("words", "fault"),
    [
        ('"We left."', None),
        ('"We left because the', "never closed"),  # cut in two by the layout
        ('dog was tired."', "never opened"),
        ('"We left because...', "never closed"),  # the end of a teaser
        ("« Harrow Bay News The dog was tired.", "never closed"),  # ornaments of a web page
        ("»»", "wrong kind"),
    ],
)
def test_no_fault_of_the_marks(tell, words, fault):
    story = tell(f"She spoke. {words}")
    story.quotation(words, fault=fault)
    assert list(check(story.case())) == []


def test_a_quotation_that_goes_on_is_left_open(tell):
    story = tell('"We left.\n"It rained."')
    story.quotation('"We left.')
    story.quotation('"It rained."', continues=True)
    assert list(check(story.case())) == []


def test_a_long_quotation_is_shortened(tell):
    words = '"' + "We left. " * 30 + "Bye."
    story = tell(words)
    story.quotation(words, fault="never closed")
    (finding,) = check(story.case())
    assert len(finding.message) < 100
    assert finding.message.endswith("We left. Bye.")
    assert finding.spans[0].text == words
