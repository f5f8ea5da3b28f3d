"""Reads stories one after the other beside the page, and tells how far it is."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from threading import Lock

import msgspec
from sqlalchemy import Engine

from onrecord import pipeline, store
from onrecord.model.errors import BadInput, OnrecordError
from onrecord.model.story import Story

MOST_JOBS = 50
MOST_LINES = 200
"""So many stories of a job are named; the rest are counted."""


class Read(msgspec.Struct, frozen=True):
    """A story that was read: its key, its headline, whether the record has it only now, and what was found."""

    key: str
    headline: str
    new: bool
    findings: int


class Job(msgspec.Struct, frozen=True, kw_only=True):
    """How far some stories are."""

    number: int
    what: str
    total: int | None = None
    """How many stories there are, None where nobody can tell before."""
    done: int = 0
    new: int = 0
    failed: int = 0
    read: tuple[Read, ...] = ()
    faults: tuple[str, ...] = ()
    over: bool = False


class Jobs:
    """All jobs since the start, each done after the one before it; it may be asked from any thread."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._hands = ThreadPoolExecutor(1, thread_name_prefix="reading")
        self._numbers = itertools.count(1)
        self._jobs: dict[int, Job] = {}
        self._lock = Lock()

    def begin(self, what: str, stories: Iterable[Story | BadInput], *, total: int | None) -> Job:
        """Put stories in line to be read and added."""
        job = Job(number=next(self._numbers), what=what, total=total)
        with self._lock:
            self._jobs[job.number] = job
            for old in sorted(self._jobs)[:-MOST_JOBS]:
                del self._jobs[old]
        self._hands.submit(self._read, job.number, stories)
        return job

    def get(self, number: int) -> Job | None:
        """Return a job as it stands, None when it is long over."""
        with self._lock:
            return self._jobs.get(number)

    def close(self) -> None:
        """Leave what has not begun; a story that is being read is kept whole."""
        self._hands.shutdown(wait=True, cancel_futures=True)

    def _read(self, number: int, stories: Iterable[Story | BadInput]) -> None:
        try:
            for one in stories:
                self._change(number, self._add(one))
            store.settle(self._engine)
        except Exception as error:  # the job is told to be over, whatever happened
            fault = str(error)
            self._change(number, lambda job: _failed(job, fault))
        finally:
            self._change(number, lambda job: msgspec.structs.replace(job, over=True))

    def _add(self, one: Story | BadInput) -> Callable[[Job], Job]:
        if isinstance(one, BadInput):
            fault = str(one)
            return lambda job: _failed(job, fault)
        try:
            case = pipeline.check(pipeline.read(one))
            (added,) = store.add(self._engine, [case])
        except (OnrecordError, ValueError, RecursionError) as error:
            fault = f"{one.path}: {error}"
            return lambda job: _failed(job, fault)
        headline = one.headline.text if one.headline else one.title or one.path or added.key
        read = Read(added.key, headline, added.new, len(case.findings))
        return lambda job: msgspec.structs.replace(
            job, done=job.done + 1, new=job.new + added.new, read=(*job.read, read)[:MOST_LINES]
        )

    def _change(self, number: int, change: Callable[[Job], Job]) -> None:
        with self._lock:
            if number in self._jobs:
                self._jobs[number] = change(self._jobs[number])


def _failed(job: Job, fault: str) -> Job:
    return msgspec.structs.replace(
        job, done=job.done + 1, failed=job.failed + 1, faults=(*job.faults, fault)[:MOST_LINES]
    )


def each(parts: Iterable[Iterator[Story | BadInput]]) -> Iterator[Story | BadInput]:
    """Give the stories of several files, one after the other."""
    return itertools.chain.from_iterable(parts)
