"""Bytes in every usual encoding, and bytes that are no text."""

import pytest

from onrecord.ingest.encodings import decode
from onrecord.model.errors import BadInput

WESTERN = "“It’s Zoë’s café,” she said — and so it was, for all of them to see.\r\n"


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "utf-16-le", "utf-16-be", "windows-1252"]
)
def test_the_same_text_from_every_encoding(encoding: str) -> None:
    mark = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}.get(encoding, b"")
    assert decode(mark + WESTERN.encode(encoding), "x") == WESTERN


def test_ascii_and_nothing() -> None:
    assert decode(b"Roe\r\nDoe\r", "x") == "Roe\r\nDoe\r"
    assert decode(b"", "x") == ""


def test_a_page_declares_its_encoding() -> None:
    page = '<meta charset="iso-8859-2"><p>Dvořák</p>'.encode("iso-8859-2")
    assert "Dvořák" in decode(page, "x", page=True)
    unknown = page.replace(b"iso-8859-2", b"no-such-one")
    assert "<p>Dvo" in decode(unknown, "x", page=True)


def test_many_letters_beyond_ascii_are_guessed() -> None:
    text = "Актриса вышла замуж за актёра в пятницу вечером, сообщили друзья семьи журналистам. " * 5
    assert decode(text.encode("windows-1251"), "x") == text


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7", "looks like a PDF file"),
        (b"PK\x03\x04", "looks like a zip or office file"),
        (bytes(range(256)), "looks like a binary file"),
        (b"Roe\0Doe", "looks like a binary file"),
        (b"\xff\xfeR\x00o", "broken utf-16-le at byte 4"),
        (b"\xef\xbb\xbfRoe \xff", "broken utf-8 at byte 7"),
    ],
)
def test_what_is_refused(data: bytes, what: str) -> None:
    with pytest.raises(BadInput) as refused:
        decode(data, "roe.txt")
    assert (refused.value.where, refused.value.what) == ("roe.txt", what)


def test_what_a_page_was_sent_with_counts_where_it_is_not_utf_8():
    name = "Dvořák".encode("iso-8859-2")
    assert decode(name, "x", page=True, sent_with="iso-8859-2") == "Dvořák"
    assert decode(b'<meta charset="cp1252">' + name, "x", page=True, sent_with="iso-8859-2").endswith("Dvořák")
    assert decode("Dvořák".encode(), "x", page=True, sent_with="iso-8859-2") == "Dvořák"


@pytest.mark.parametrize("told", ["no-such-one", "x\x00", "base64", "undefined", ""])
def test_an_encoding_that_there_is_not_is_not_heeded(told):
    page = "“Café,” she said. ".encode("cp1252") + b"It is over. " * 9
    assert decode(page, "x", page=True, sent_with=told).startswith("“Café,” she said.")


@pytest.mark.parametrize("told", ["ISO-8859-1", "latin1", "us-ascii"])
def test_latin_1_means_windows_1252_on_the_web(told):
    assert decode("“Café,” she said.".encode("cp1252"), "x", page=True, sent_with=told) == "“Café,” she said."
