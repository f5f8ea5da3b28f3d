"""How quotation marks are paired: double and single, nested, left open, mismatched."""

import pytest

from onrecord.model.document import Quotation
from onrecord.model.story import Story
from onrecord.text import lay_out


def quoted(text: str) -> list[str]:
    return [quotation.text for quotation in found(text)]


def found(text: str) -> tuple[Quotation, ...]:
    return lay_out(Story(id="", text=text)).quotations


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"I do," she said. "We do."', ['"I do,"', '"We do."']),
        ("“I do,” she said. “We do.”", ["“I do,”", "“We do.”"]),
        ("``I do,'' she said.", ["``I do,''"]),
        ("«I do», she said, „and so does he“.", ["«I do»", "„and so does he“"]),
        ('the "Wedding" star', ['"Wedding"']),
        ("He(“very sad”)left—“so sad”—again", ["“very sad”", "“so sad”"]),
        ('"I do."She wept. He said,"No."', ['"I do."', '"No."']),
        ("She is 5'11\" and 6' 2\" tall, 5' wide.", []),
        ("It was her 6 foot 'best' friend", ["'best'"]),
        ("Read more stories »", []),
        ("no marks at all", []),
    ],
)
def test_double_marks(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected
    assert all(quotation.fault is None for quotation in found(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("'I do,' she said. 'We do.'", ["'I do,'", "'We do.'"]),
        ("‘I don’t,’ she said.", ["‘I don’t,’"]),
        ("'Clueless' Jane Roe Is 'Lost'", ["'Clueless'", "'Lost'"]),
        ("'Friends' star Ann Poe", ["'Friends'"]),
        ("'The Does' cats are mad,' she said.", ["'The Does' cats are mad,'"]),
        ("'Friends' star says she's 'lost'", ["'Friends'", "'lost'"]),
        ("She didn't see the Does' cat in the '90s, o'clock, 'em, rock 'n' roll", []),
        ("Get 'em, 'cause it's James' and Roe’s, ’90s ’til now", []),
        ("goin' and lovin' it, ol' friend", []),
        ("'Goin' home,' he said", ["'Goin' home,'"]),
        ("It's the dogs' and the cats' home", []),
        ("said it was 'awkward and I'm flattered'.", ["'awkward and I'm flattered'"]),
        ("`I do,' she said.", ["`I do,'"]),
    ],
)
def test_single_marks_and_apostrophes(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("\"He said 'no' to me,\" she said.", [("\"He said 'no' to me,\"", 0), ("'no'", 1)]),
        ("'He said \"no\" to me,' she said.", [("'He said \"no\" to me,'", 0), ('"no"', 1)]),
        (
            "“He said, ‘I said “no,”’” she said.",
            [("“He said, ‘I said “no,”’”", 0), ("‘I said “no,”’", 1), ("“no,”", 2)],
        ),
        ('"He said "no" to me," she said.', [('"He said "no" to me,"', 0), ('"no"', 1)]),
    ],
)
def test_nested_marks(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(quotation.text, quotation.depth) for quotation in found(text)] == expected


def test_marks_do_not_nest_without_end() -> None:
    assert {quotation.depth for quotation in found("“‘" * 50 + "x" + "’”" * 50)} <= {0, 1, 2}


def test_a_quotation_that_each_paragraph_opens_again() -> None:
    first, second, third = found('She said: "We met.\n\n"We danced.\n\n"We wed," she added.')
    assert (first.text, first.closing, first.continues, first.fault) == ('"We met.', None, False, None)
    assert (second.text, second.closing, second.continues, second.fault) == ('"We danced.', None, True, None)
    assert (third.text, third.closing, third.continues, third.fault) == ('"We wed,"', '"', True, None)


def test_a_single_quotation_that_the_next_paragraph_opens_again() -> None:
    first, second = found("A friend told us: 'We met at the dance.\n\n'We all wed in June.'")
    assert (first.text, first.fault, second.continues) == ("'We met at the dance.", None, True)


def test_a_heading_between_does_not_end_a_quotation() -> None:
    assert [q.continues for q in found('She said: "We met.\n\nWedding Bells\n\n"We danced."')] == [False, True]


def test_a_new_quotation_after_a_closed_one_does_not_go_on() -> None:
    assert [q.continues for q in found('"We met."\n\n"We danced."')] == [False, False]


def test_double_marks_do_not_go_on_with_single_ones() -> None:
    first, second = found("She said: \"We met.\n\n'We danced,' he said.")
    assert (first.fault, second.continues) == ("never closed", False)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('She said: "We met.\n\nThey left.', [('"We met.', "never closed")]),
        ('"We met in June. "We danced," she said.', [('"We met in June.', "never closed"), ('"We danced,"', None)]),
        ("He told us: 'We met at the dance.\n\nThey left.", [("'We met at the dance.", "never closed")]),
        ('We met," she said.', [('"', "never opened")]),
        ('She said: "We met.\n\nWe danced," she said.', [('"We met.', None), ('We danced,"', "never opened")]),
        ('“We met," she said.', [('“We met,"', "wrong kind")]),
        ('"We met,” she said.', [('"We met,”', "wrong kind")]),
        ("“We met,“ she said.", [("“We met,“", "wrong kind")]),
        ("”We met,” she said.", [("”We met,”", "wrong kind")]),
        ("‘We met,' she said.", [("‘We met,'", "wrong kind")]),
        ("‘We met,” she said. “Then we wed.”", [("‘We met,”", "wrong kind"), ("“Then we wed.”", None)]),
        ("‘We met,’ she said,” he wrote.", [("‘We met,’", None), ("”", "never opened")]),
        ("“We met,' she said. “Then we wed.”", [("“We met,'", "wrong kind"), ("“Then we wed.”", None)]),
        ("\"We met,'' she said.", [("\"We met,''", None)]),
    ],
)
def test_faults(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert [(quotation.text, quotation.fault) for quotation in found(text)] == expected


def test_the_outermost_quotation_at_an_offset() -> None:
    text = "So \"he said 'no' to me,\" she said."
    document = lay_out(Story(id="", text=text))
    assert document.quotation_at(text.index("no")) == document.quotations[0]
    assert document.quotation_at(0) is None
    assert document.quotation_at(text.index(" she")) is None
