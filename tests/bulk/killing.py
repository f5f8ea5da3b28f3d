"""Runs a corpus again and again, each time in a process that kills itself at a random point, until all is done.

``python -m tests.bulk.killing INPUT FOLDER KILLS``: every time a run comes to its end, its output must be byte for
byte that of an undisturbed one. Points are every file opened, renamed or removed and every question asked.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from onrecord.bulk import repeats, shards, who
from onrecord.bulk.answering import answered
from onrecord.bulk.asking import Answer, Make, Question
from onrecord.bulk.engines import News, attempt
from onrecord.bulk.run import run
from onrecord.bulk.tasks import Settings, Task
from tests.bulk.conftest import tree, unseen

POINTS = ("open", "os.rename", "os.remove", "os.mkdir")
NEVER = sys.maxsize
_answers: dict[Question, Answer] = {}


def remembered(asked: Question) -> Answer:
    return _answers.setdefault(asked, answered(asked)) if asked not in _answers else _answers[asked]


def once(found: Sequence[shards.Shard], output: Path, die_at: int) -> int:
    """Run in a process that dies at a point; return how many points it passed, or 0 when it died."""
    reader, writer = os.pipe()
    pid = os.fork()
    if pid == 0:
        passed = 0

        def point() -> None:
            nonlocal passed
            passed += 1
            if passed == die_at:
                os.kill(os.getpid(), signal.SIGKILL)

        def engine(tasks: Sequence[Task]) -> Iterator[News]:
            for task in tasks:
                yield attempt(task, lambda asked: (point(), remembered(asked))[1], lambda documents: None)

        sys.addaudithook(lambda event, _: point() if event in POINTS else None)
        tally = run(found, Settings(output=str(output), rules_alone=True), engine, unseen)
        os.write(writer, b"%d" % (-1 if tally.failed else passed))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as told:
        said = told.read()
    _, status = os.waitpid(pid, 0)
    if os.WIFSIGNALED(status):
        assert os.WTERMSIG(status) == signal.SIGKILL
        return 0
    assert status == 0
    assert int(said) > 0
    return int(said)


def main(place: str, folder: Path, kills: int) -> None:
    repeats.VALUES_A_SLICE, who.PROFILES_A_SLICE, who.GROUPS_A_SLICE = 10, 5, 1  # several slices of each
    output, undisturbed = folder / "tables", folder / "undisturbed"
    found = shards.find([place], str(output))
    learn(found)
    points = once(found, undisturbed, NEVER)
    wanted = tree(undisturbed)
    choose = random.Random(8)
    killed = ended = 0
    while killed < kills or output.exists():
        if once(found, output, choose.randint(1, points // 2) if killed < kills else NEVER):
            assert tree(output) == wanted, [
                name for name in {*wanted, *tree(output)} if tree(output).get(name) != wanted.get(name)
            ]
            shutil.rmtree(output)
            ended += 1
        else:
            killed += 1
    print(f"{killed} kills over {points} points, {ended} runs came to their end")


def learn(found: Sequence[shards.Shard]) -> None:
    """Read every story once, so that the processes that die need not."""
    from onrecord.bulk.asking import Made, Read
    from onrecord.bulk.documents import Document, documents

    for shard in found:
        for document in documents(shard, text_column="text"):
            if isinstance(document, Document):
                made = remembered(Make(document))
                if isinstance(made, Made):
                    remembered(Read(story=made.story, check=True, rules_alone=True))


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]), int(sys.argv[3]))
