"""The engine for one machine: processes, each with a reader of its own, that take one shard after another."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

import msgspec

from onrecord.bulk.engines import RETRIES, Engine, Failed, News, Progress, attempt
from onrecord.bulk.guard import Guard, Limits
from onrecord.bulk.tasks import Task

SECONDS_BETWEEN_NEWS = 0.5
SECONDS_TO_LEAVE = 5.0

_encoder = msgspec.msgpack.Encoder()
_tasks: msgspec.msgpack.Decoder[Task] = msgspec.msgpack.Decoder(Task)
_news: msgspec.msgpack.Decoder[News] = msgspec.msgpack.Decoder(News)


class _Hand(msgspec.Struct):
    """A worker, the driver's end of the pipe to it, and the task that it is at."""

    process: BaseProcess
    pipe: Connection
    task: Task | None = None


@contextmanager
def pool(workers: int, limits: Limits) -> Iterator[Engine]:
    """Yield an engine of so many processes; each is started when first needed, serves all stages, and leaves at last.

    A worker that dies is replaced. Closing the news of a stage ends the workers that were at a task.
    """
    hands: list[_Hand] = []

    def run(tasks: Sequence[Task]) -> Iterator[News]:
        return _run(tasks, hands, workers, limits)

    try:
        yield run
    finally:
        for hand in hands:
            _dismiss(hand)


def _run(tasks: Sequence[Task], hands: list[_Hand], workers: int, limits: Limits) -> Iterator[News]:
    waiting, tries = deque(tasks), Counter[str]()
    try:
        while waiting or any(hand.task for hand in hands):
            free = [hand for hand in hands if hand.task is None]
            while waiting and (free or len(hands) < workers):
                if not free:
                    hands.append(_hire(limits))
                    free.append(hands[-1])
                hand = free.pop()
                hand.task = waiting.popleft()
                tries[hand.task.name] += 1
                with suppress(OSError):  # a dead worker is seen below
                    hand.pipe.send_bytes(_encoder.encode(hand.task))
            ready = wait([hand.pipe for hand in hands if hand.task])
            for hand in [hand for hand in hands if hand.pipe in ready]:
                news = _hear(hand)
                if news is None:
                    hands.remove(hand)
                    task = _dismiss(hand)
                    if task and tries[task.name] <= RETRIES:
                        waiting.appendleft(task)
                    elif task:
                        yield Failed(task.name, f"its worker died {tries[task.name]} times")
                    continue
                if not isinstance(news, Progress):
                    hand.task = None
                yield news
    finally:
        for hand in [hand for hand in hands if hand.task]:
            hands.remove(hand)
            _dismiss(hand)


def _hire(limits: Limits) -> _Hand:
    fresh = multiprocessing.get_context("spawn")
    ours, theirs = fresh.Pipe()
    process = fresh.Process(target=_serve, args=(theirs, limits.seconds, limits.megabytes, os.getpid()), daemon=True)
    process.start()
    theirs.close()
    return _Hand(process, ours)


def _hear(hand: _Hand) -> News | None:
    """Return what a worker has to say; None when it is dead."""
    try:
        return _news.decode(hand.pipe.recv_bytes())
    except (EOFError, OSError):
        return None


def _dismiss(hand: _Hand) -> Task | None:
    """End a worker, and return the task that it was at; one that is at none leaves when nobody asks any more."""
    hand.pipe.close()
    if hand.task is None:
        hand.process.join(SECONDS_TO_LEAVE)
    hand.process.kill()
    hand.process.join()
    hand.process.close()
    return hand.task


def _serve(pipe: Connection, seconds: float, megabytes: int, driver: int) -> None:
    """Do one task after the other until the driver has no more; this is all that a worker does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the driver decides when a run is stopped
    threading.Thread(target=_leave_with, args=(driver,), daemon=True).start()
    with Guard(Limits(seconds=seconds, megabytes=megabytes)) as guard:
        guard.start()  # it loads what it needs while this process does
        while True:
            try:
                task = _tasks.decode(pipe.recv_bytes())
                pipe.send_bytes(_encoder.encode(attempt(task, guard.ask, _Teller(pipe, task.name))))
            except (EOFError, OSError):
                return


class _Teller:
    """Tells the driver how many documents of a shard are dealt with, now and then."""

    def __init__(self, pipe: Connection, name: str) -> None:
        self.pipe, self.name, self.documents, self.last = pipe, name, 0, time.monotonic()

    def __call__(self, documents: int) -> None:
        self.documents += documents
        if time.monotonic() - self.last > SECONDS_BETWEEN_NEWS:
            self.pipe.send_bytes(_encoder.encode(Progress(self.name, self.documents)))
            self.last = time.monotonic()


def _leave_with(driver: int) -> None:
    """End this worker when its driver is gone, even in the middle of a shard: the next run begins it again."""
    while os.getppid() == driver:
        time.sleep(1)
    os._exit(1)
