"""What an engine is: something that does tasks on many workers, in whatever order, and tells what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import msgspec

from onrecord.bulk.folder import Done
from onrecord.bulk.tasks import Task
from onrecord.bulk.working import Ask, Tell, work

RETRIES = 3
"""So often a task is begun again whose worker has died."""


class Progress(msgspec.Struct, frozen=True, tag="progress"):
    """So many documents of a task's shard have been dealt with."""

    name: str
    documents: int


class Finished(msgspec.Struct, frozen=True, tag="finished"):
    """A task is done, and noted as done."""

    done: Done

    @property
    def name(self) -> str:
        """Return the name of the shard."""
        return self.done.shard


class Failed(msgspec.Struct, frozen=True, tag="failed"):
    """A task could not be done, in one line why; the next run tries it again."""

    name: str
    reason: str


News = Progress | Finished | Failed
Engine = Callable[[Sequence[Task]], Iterator[News]]


def attempt(task: Task, ask: Ask, tell: Tell) -> Finished | Failed:
    """Do a task; what goes wrong is told, never raised."""
    try:
        return Finished(work(task, ask, tell))
    except Exception as error:  # one shard must not lose the others
        return Failed(task.name, f"{type(error).__name__}: {error}")
