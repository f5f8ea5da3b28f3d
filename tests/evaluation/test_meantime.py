"""Stories of words in numbered sentences, as running text."""

from __future__ import annotations

from evaluation import meantime

DOCUMENT = """<?xml version="1.0"?><Document>
<token sentence="0" t_id="1">Ann</token><token sentence="0" t_id="2">Lee</token><token sentence="0" t_id="3">wins</token>
<token sentence="1" t_id="4">May</token><token sentence="1" t_id="5">14</token>
<token sentence="2" t_id="6">She</token><token sentence="2" t_id="7">won</token><token sentence="2" t_id="8">.</token>
<token sentence="3" t_id="9">It</token><token sentence="3" t_id="10">is</token><token sentence="3" t_id="11">over</token>
<Markables><TIMEX3 functionInDocument="NONE" value="2001"/><TIMEX3 functionInDocument="CREATION_TIME" value="2009-05-14"/></Markables>
</Document>"""


def test_a_document_is_a_headline_a_text_and_a_day():
    assert meantime.row("a.xml", DOCUMENT.encode()) == {
        "story": "a.xml",
        "text": "Ann Lee wins\n\nShe won. It is over",
        "published": "2009-05-14",
    }
