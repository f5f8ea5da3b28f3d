"""Turns bytes into text, in whatever encoding they came."""

from __future__ import annotations

import codecs
import re

from onrecord.model.errors import BadInput

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_OTHER_FILES = {
    b"%PDF": "a PDF file",
    b"PK\x03\x04": "a zip or office file",
    b"{\\rtf": "an RTF file",
    b"\x89PNG": "a picture",
    b"GIF8": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"\x1f\x8b": "a gzip file",
    b"\xd0\xcf\x11\xe0": "an old office file",
}
WESTERN = "cp1252"
_MEANS_WESTERN = ("iso8859-1", "ascii")  # on the web, by the WHATWG Encoding Standard
_CONTROLS = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_HIGH = re.compile(rb"[\x80-\xff]")
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s{0,4}=\s{0,4}[\"']?([\w-]{2,30})", re.IGNORECASE)
MOST_CONTROLS = 0.005
FEW_HIGH_BYTES = 0.05


def decode(data: bytes, where: str, *, page: bool = False, sent_with: str | None = None) -> str:
    """Return the text of the bytes: by their mark, as UTF-8, as told, or by the best guess.

    An encoding is told by ``sent_with``, or else by an HTML ``page`` itself.

    Text in a Western script with few letters beyond ASCII is read as Windows-1252. Line ends stay as they are.

    Raises ``BadInput`` for what looks like a binary file, and where no encoding fits.
    """
    for start, name in _OTHER_FILES.items():
        if data.startswith(start):
            raise BadInput(where, f"looks like {name}", "plain text, HTML or JSON lines")
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _strict(data, len(mark), encoding, where)
    if len(_CONTROLS.findall(data)) > MOST_CONTROLS * len(data):
        raise BadInput(where, "looks like a binary file", "plain text, HTML or JSON lines")
    likely = ("utf-8", sent_with, _declared(data) if page else None, _western(data))
    for name in filter(None, likely):
        try:
            return data.decode(WESTERN if codecs.lookup(name).name in _MEANS_WESTERN else name)
        except (ValueError, LookupError):
            continue
    return _guessed(data, where)


def _strict(data: bytes, start: int, encoding: str, where: str) -> str:
    try:
        return data[start:].decode(encoding)
    except UnicodeDecodeError as error:
        raise BadInput(where, f"broken {encoding} at byte {start + error.start}", "text in one encoding") from None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, 4096)
    return found.group(1).decode("ascii") if found else None


def _western(data: bytes) -> str | None:
    return WESTERN if len(_HIGH.findall(data)) < FEW_HIGH_BYTES * len(data) else None


def _guessed(data: bytes, where: str) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise BadInput(where, "an unknown encoding", "text in UTF-8")
    return str(best)
