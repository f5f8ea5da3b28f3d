"""What is asked of the process that reads, and what it answers: short frames on two pipes, nothing that could run."""

from __future__ import annotations

import struct
from typing import IO, Literal

import msgspec

from onrecord.bulk.documents import Document
from onrecord.model.case import Case
from onrecord.model.story import Story

Fault = Literal["not an article", "not in English", "refused", "time", "memory", "died", "internal"]


class Ready(msgspec.Struct, frozen=True, tag="ready"):
    """Says that questions may come; what is slow to load is loaded."""


class Refused(msgspec.Struct, frozen=True, tag="refused"):
    """Why something was not read."""

    kind: Fault
    reason: str


class Made(msgspec.Struct, frozen=True, tag="made"):
    """The story that a document holds, and its signature (see ``signatures``)."""

    story: Story
    signature: bytes


class Told(msgspec.Struct, frozen=True, tag="told"):
    """All that a story says."""

    case: Case


class Make(msgspec.Struct, frozen=True, tag="make"):
    """Asks for the story of a document."""

    document: Document


class Read(msgspec.Struct, frozen=True, kw_only=True, tag="read"):
    """Asks for what a story says; ``check``: what does not add up too; ``rules_alone``: without the trained reader."""

    story: Story
    check: bool
    rules_alone: bool = False


Question = Make | Read
Answer = Ready | Made | Told | Refused

_HEAD = struct.Struct(">I")
_questions: msgspec.msgpack.Decoder[Question] = msgspec.msgpack.Decoder(Question)
_answers: msgspec.msgpack.Decoder[Answer] = msgspec.msgpack.Decoder(Answer)


def send(stream: IO[bytes], message: Question | Answer) -> None:
    """Write one message."""
    data = msgspec.msgpack.encode(message)
    stream.write(_HEAD.pack(len(data)) + data)
    stream.flush()


def question(stream: IO[bytes]) -> Question:
    """Wait for a question.

    Raises ``EOFError`` when nobody will ask any more.
    """
    return _questions.decode(_frame(stream))


def answer(stream: IO[bytes]) -> Answer:
    """Wait for an answer.

    Raises ``EOFError`` when none will come.
    """
    return _answers.decode(_frame(stream))


def _frame(stream: IO[bytes]) -> bytes:
    head = stream.read(_HEAD.size)
    data = stream.read(_HEAD.unpack(head)[0]) if len(head) == _HEAD.size else b""
    if not data:
        raise EOFError
    return data
