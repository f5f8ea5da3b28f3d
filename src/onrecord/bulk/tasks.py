"""The work on one shard: its stories collected and signed, then read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from itertools import islice

import msgspec

from onrecord.bulk import tables
from onrecord.bulk.asking import Answer, Made, Make, Question, Read, Refused, Told
from onrecord.bulk.documents import documents
from onrecord.bulk.folder import Done, Folder, digest, writer
from onrecord.bulk.guard import Limits
from onrecord.bulk.shards import Shard
from onrecord.bulk.who import STORIES_A_CHUNK, Met
from onrecord.model.errors import BadInput

Ask = Callable[[Question], Answer]
Tell = Callable[[int], None]


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a corpus is read; the same for all its shards."""

    output: str
    text_column: str = "text"
    select: tuple[str, ...] = tables.CHOICES
    rules_alone: bool = False
    limits: Limits = Limits()

    @property
    def joins(self) -> bool:
        """Tell whether people are joined across stories; they are wherever people are kept."""
        return "people" in self.select


class Collect(msgspec.Struct, frozen=True, kw_only=True, tag="collect"):
    """Makes stories of a shard's documents and signs them; ``most`` are the documents to take, None for all."""

    shard: Shard
    settings: Settings
    most: int | None = None

    @property
    def name(self) -> str:
        """Return the shard's name."""
        return self.shard.name

    @property
    def size(self) -> int:
        """Return how much work it is, in bytes."""
        return self.shard.size

    @property
    def made_from(self) -> str:
        """Return what the work rests on; when it changes, the work is to be done again."""
        return digest(self.shard)


class Extract(msgspec.Struct, frozen=True, kw_only=True, tag="read"):
    """Reads the stories that were collected from a shard, but those that repeat another story.

    ``stories`` and ``repeats`` are the digests of the notes on collecting and on repeats, ``size`` the stories.
    """

    name: str
    settings: Settings
    stories: str
    repeats: str
    size: int

    @property
    def made_from(self) -> str:
        """Return what the work rests on: the stories, and which of them are repeats."""
        return digest((self.stories, self.repeats))


Task = Collect | Extract


def stage(task: Task) -> str:
    """Return the name of the stage that a task belongs to."""
    return str(task.__struct_config__.tag)


def work(task: Task, ask: Ask, tell: Tell) -> Done:
    """Do a task: write its files, then the note that it is done; ``tell`` is told of every document.

    Raises ``OSError`` when the input cannot be read or the output cannot be written.
    """
    folder = Folder(task.settings.output)
    counts: Counter[str] = Counter()
    with writer(folder, _files(folder, task)) as out:
        for became, rows in _collected(task, ask) if isinstance(task, Collect) else _extracted(task, folder, ask):
            out.add(rows)
            if became:
                counts[became] += 1
                tell(1)
    done = out.done(task.name, made_from=task.made_from, counts=counts)
    folder.note(stage(task), done)
    return done


def _files(folder: Folder, task: Task) -> dict[str, str]:
    """Return where each table of a task goes; both stages have errors, each in a file of its own."""
    if isinstance(task, Collect):
        return {name: folder.table(name, task.name) for name in tables.OF_COLLECTING}
    names = [*tables.written(task.settings.select), *(("met", "groups") if task.settings.joins else ())]
    files = {name: folder.table(name, task.name) for name in names}
    return {**files, "errors": folder.table("errors", f"{task.name}-{stage(task)}")}


def _collected(task: Collect, ask: Ask) -> Iterator[tuple[str, tables.Rows]]:
    found = documents(task.shard, text_column=task.settings.text_column)
    for number, document in enumerate(islice(found, task.most), 1):
        key = tables.key(task.name, number)
        if isinstance(document, BadInput):
            yield "refused", _error(task, key, document.where, Refused("refused", document.reason))
            continue
        answer = ask(Make(document))
        if isinstance(answer, Made):
            row = tables.of_story(answer.story, key)
            yield "stories", {"stories": [row], "signatures": [{"story": key, "signature": answer.signature}]}
        else:
            yield _refused(task, key, document.where, answer)


def _extracted(task: Extract, folder: Folder, ask: Ask) -> Iterator[tuple[str | None, tables.Rows]]:
    """Yield the rows of each story, and behind some thousand stories those of who is who among them."""
    select, met = task.settings.select, Met(task.name)
    repeats = {row["story"] for row in folder.rows("repeats", task.name)}
    for number, row in enumerate(folder.rows("stories", task.name), 1):
        key = row["story"]
        if key in repeats:
            yield "repeats", {}
        else:
            asked = Read(story=tables.to_story(row), check="findings" in select, rules_alone=task.settings.rules_alone)
            answer = ask(asked)
            if isinstance(answer, Told):
                met.add(answer.case, key)
                yield "read", tables.of_case(answer.case, key, select)
            else:
                yield _refused(task, key, row["path"], answer)
        if task.settings.joins and number % STORIES_A_CHUNK == 0:
            yield None, met.rows()
    if task.settings.joins:
        yield None, met.rows()


def _refused(task: Task, key: str, where: str | None, answer: Answer) -> tuple[str, tables.Rows]:
    if not isinstance(answer, Refused):
        raise TypeError(f"{answer!r} answers another question")
    return answer.kind, _error(task, key, where, answer)


def _error(task: Task, key: str, where: str | None, why: Refused) -> tables.Rows:
    row = {"story": key, "path": where, "stage": stage(task), "kind": why.kind, "reason": why.reason}
    return {"errors": [row]}
