import os
import time

import pytest

from onrecord.bulk.asking import Made, Make, Read, Refused, Told
from onrecord.bulk.documents import Document
from onrecord.bulk.guard import Guard, Limits
from onrecord.ingest import from_text
from tests.bulk.conftest import GERMAN, MARLOW, lines

READY = "import sys; from onrecord.bulk.asking import Ready, send; send(sys.stdout.buffer, Ready()); "
SLEEP = "import time; time.sleep(60)"
NATIVE = "import hashlib; hashlib.pbkdf2_hmac('sha256', b'x', b'y', 10**9)"
SWELL = "x = bytearray(b'x') * 400_000_000; import time; time.sleep(60)"
DIE = "import os; os._exit(3)"


def page(text: str, kind: str = "record") -> Make:
    data = lines([text]) if kind == "record" else text.encode()
    return Make(Document(where="a story", kind=kind, data=data, passed=0))


@pytest.mark.parametrize(
    ("code", "limits", "kind", "reason"),
    [
        (SLEEP, Limits(seconds=0.3), "time", "cut off after 0.3 seconds"),
        (NATIVE, Limits(seconds=0.3), "time", "cut off after 0.3 seconds"),
        (SWELL, Limits(megabytes=200), "memory", "cut off at 200 MB"),
        (DIE, Limits(), "died", "the reading process ended with 3"),
    ],
)
def test_what_takes_too_much_is_cut_off(code, limits, kind, reason):
    begun = time.monotonic()
    with Guard(limits, command=("-c", READY + code)) as guard:
        assert guard.ask(page(MARLOW)) == Refused(kind, reason)
    assert time.monotonic() - begun < 30


def test_a_process_that_dies_once_is_given_the_story_again(tmp_path):
    mark = tmp_path / "died"
    code = (
        f"import os, runpy\nif not os.path.exists({str(mark)!r}):\n    open({str(mark)!r}, 'w').close(); os._exit(9)\n"
        "runpy.run_module('onrecord.bulk.answering', run_name='__main__')"
    )
    with Guard(Limits(), command=("-c", code)) as guard:
        assert isinstance(guard.ask(page(MARLOW)), Made)
    assert mark.exists()


def test_stories_are_made_and_read_by_a_process_that_goes_on_after_each_fault():
    with Guard(Limits()) as guard:
        assert guard.ask(page(GERMAN)) == Refused(
            "not in English", "written in German (de); expected a story in English"
        )
        first = guard.process
        assert guard.ask(page("<html><body><p>Home</p></body></html>", "page")).kind == "not an article"
        assert guard.ask(page(" ")).kind == "refused"
        made = guard.ask(page(MARLOW))
        assert isinstance(made, Made)
        told = guard.ask(Read(story=made.story, check=True, rules_alone=True))
        assert isinstance(told, Told)
        assert [person.name for person in told.case.people][:2] == ["Dana Marlow", "Cole Brenner"]
        assert guard.process is first


@pytest.mark.parametrize("poison", ['"' * 900_000, "“" * 900_000, '"a\n' * 300_000, "'" * 900_000])
def test_endless_quotation_marks_are_read_or_cut_off_and_the_next_story_is_read(poison):
    story = from_text(f"Headline\nHal Pruitt said that it was over and that he had the land. {poison}")
    with Guard(Limits(seconds=0.5)) as guard:
        answer = guard.ask(Read(story=story, check=True, rules_alone=True))
        assert isinstance(answer, Told) or answer.kind == "time"
        guard.limits = Limits()
        assert isinstance(guard.ask(Read(story=from_text(MARLOW), check=True, rules_alone=True)), Told)


def test_the_process_is_gone_when_the_guard_is():
    with Guard(Limits()) as guard:
        guard.ask(page(MARLOW))
        process = guard.process
    assert process.returncode is not None
    with pytest.raises(ProcessLookupError):
        os.kill(process.pid, 0)
