"""The engine for a cluster: actors on Ray, restarted wherever a machine is left when theirs is lost."""

from __future__ import annotations

import logging
import os
from collections import Counter, deque
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from typing import Any

import msgspec

from onrecord.bulk.engines import RETRIES, Engine, Failed, News, attempt
from onrecord.bulk.guard import Guard, Limits
from onrecord.bulk.tasks import Task

os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # read at import: nothing is sent anywhere

import ray
from ray.exceptions import RayError

SECONDS_BETWEEN_LOOKS = 5.0
"""So often it is looked whether machines were lost while nothing else is heard."""

_encoder = msgspec.msgpack.Encoder()
_tasks: msgspec.msgpack.Decoder[Task] = msgspec.msgpack.Decoder(Task)
_news: msgspec.msgpack.Decoder[News] = msgspec.msgpack.Decoder(News)


class Hand:
    """A worker on some machine of the cluster, with a reading process of its own."""

    def __init__(self, seconds: float, megabytes: int) -> None:
        self.guard = Guard(Limits(seconds=seconds, megabytes=megabytes))
        self.guard.start()

    def do(self, task: bytes) -> bytes:
        """Do a task; what goes wrong is told, never raised."""
        return _encoder.encode(attempt(_tasks.decode(task), self.guard.ask, lambda documents: None))


@contextmanager
def cluster(workers: int | None, limits: Limits) -> Iterator[Engine]:
    """Join the cluster at ``RAY_ADDRESS``, or make one of this machine with so many processors; yield an engine on it.

    Every machine needs this version of onrecord, and reaches input and output by the same addresses. The actors, one a
    processor unless ``workers`` says fewer, serve all stages.
    """
    address = os.environ.get("RAY_ADDRESS")
    alone: dict[str, Any] = {} if address else {"num_cpus": workers, "include_dashboard": False}
    ray.init(address=address or "local", log_to_driver=False, logging_level=logging.ERROR, **alone)
    free: list[Any] = []
    try:
        size = _processors()
        yield partial(_run, free=free, workers=min(workers or size, size), limits=limits)
    finally:
        ray.shutdown()


def _run(tasks: Sequence[Task], free: list[Any], workers: int, limits: Limits) -> Iterator[News]:
    """Do tasks on so many actors of the cluster, and yield what becomes of each.

    Ray gives a lost actor's task to another a few times, but may use these up before it knows that a machine is gone;
    then the task is begun anew with a fresh actor.
    """
    remote = ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=RETRIES)(Hand)
    waiting, tries = deque(tasks), Counter[str]()
    at: dict[Any, tuple[Any, Task]] = {}
    while waiting or at:
        while waiting and len(at) < workers:
            hand, task = free.pop() if free else remote.remote(limits.seconds, limits.megabytes), waiting.popleft()
            at[hand.do.remote(_encoder.encode(task))] = (hand, task)
            tries[task.name] += 1
        while free and len(free) + len(at) > _processors():  # those at work need the room of those at none
            ray.kill(free.pop())
        for answer in ray.wait(list(at), timeout=SECONDS_BETWEEN_LOOKS)[0]:
            hand, task = at.pop(answer)
            try:
                news = _news.decode(ray.get(answer))
            except RayError as error:
                ray.kill(hand)
                if tries[task.name] <= RETRIES:
                    waiting.append(task)
                    continue
                news = Failed(task.name, f"its worker was lost {tries[task.name]} times ({type(error).__name__})")
            else:
                free.append(hand)
            yield news


def _processors() -> int:
    """Return how many processors the cluster has now; machines may come and go."""
    return max(1, int(ray.cluster_resources().get("CPU", 1)))
