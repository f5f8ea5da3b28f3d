"""The process that reads stories for a worker, so that one that hangs or swells can be cut off: ``python -m`` this."""

from __future__ import annotations

import os
import sys
import threading
import time

import msgspec

from onrecord import ingest, pipeline
from onrecord.bulk import signatures
from onrecord.bulk.asking import Answer, Made, Make, Question, Read, Ready, Refused, Told, question, send
from onrecord.bulk.documents import Document
from onrecord.model.errors import BadInput, NoArticle, NotEnglish, internal
from onrecord.model.story import Story

SECONDS_BETWEEN_LOOKS = 1.0


def main() -> None:
    """Answer questions from standard input until nobody asks any more."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    os.dup2(sys.stderr.fileno(), sys.stdout.fileno())  # whatever a library prints must not get among the answers
    threading.Thread(target=_leave_with, args=(os.getppid(),), daemon=True).start()
    try:
        send(answers, Ready())
        while True:
            send(answers, answered(question(sys.stdin.buffer)))
    except (EOFError, BrokenPipeError):
        return


def answered(asked: Question) -> Answer:
    """Answer one question; whatever goes wrong is an answer too."""
    try:
        return _make(asked) if isinstance(asked, Make) else _read(asked)
    except NotEnglish as error:
        return Refused("not in English", error.reason)
    except NoArticle as error:
        return Refused("not an article", error.reason)
    except BadInput as error:
        return Refused("refused", error.reason)
    except MemoryError:
        return Refused("memory", "no memory was left")
    except Exception as error:  # a fault of ours in one story must not lose the others
        return Refused("internal", internal(error))


def _make(asked: Make) -> Made:
    story = _story(asked.document)
    return Made(story, signatures.signature(story.text))


def _story(document: Document) -> Story:
    if document.kind == "record":
        return ingest.from_line(document.data, where=document.where)
    story = ingest.from_html(document.data, where=document.where, charset=document.charset)
    return story if story.url else msgspec.structs.replace(story, url=document.url)


def _read(asked: Read) -> Told:
    case = pipeline.read(asked.story, rules_alone=asked.rules_alone)
    return Told(pipeline.check(case) if asked.check else case)


def _leave_with(parent: int) -> None:
    """End this process when the worker that started it is gone, even in the middle of a story."""
    while os.getppid() == parent:
        time.sleep(SECONDS_BETWEEN_LOOKS)
    os._exit(1)


if __name__ == "__main__":
    main()
