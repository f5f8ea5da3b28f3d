"""The engine for a cluster: actors on Ray, restarted wherever a machine is left when theirs is lost."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from onrecord.bulk.engines import RETRIES, Failed, News, attempt
from onrecord.bulk.guard import Guard, Limits
from onrecord.bulk.tasks import Task

os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")  # read at import: nothing is sent anywhere

import ray
from ray.exceptions import RayError

_encoder = msgspec.msgpack.Encoder()
_tasks: msgspec.msgpack.Decoder[Task] = msgspec.msgpack.Decoder(Task)
_news: msgspec.msgpack.Decoder[News] = msgspec.msgpack.Decoder(News)


class Hand:
    """A worker on some machine of the cluster, with a reading process of its own."""

    def __init__(self, seconds: float, megabytes: int) -> None:
        self.guard = Guard(Limits(seconds=seconds, megabytes=megabytes))

    def do(self, task: bytes) -> bytes:
        """Do a task; what goes wrong is told, never raised."""
        return _encoder.encode(attempt(_tasks.decode(task), self.guard.ask, lambda documents: None))


def run(tasks: Sequence[Task], *, workers: int | None, limits: Limits) -> Iterator[News]:
    """Do tasks on so many actors, None for one a processor, and yield what becomes of each.

    The cluster is the one at ``RAY_ADDRESS``; without that, one is made of this machine alone. Every machine needs
    this version of onrecord, and reaches input and output by the same addresses.
    """
    address = os.environ.get("RAY_ADDRESS")
    if not ray.is_initialized():
        alone = {} if address else {"num_cpus": workers, "include_dashboard": False}
        ray.init(address=address or "local", log_to_driver=False, logging_level="error", **alone)
    try:
        yield from _run(tasks, min(len(tasks), workers or int(ray.cluster_resources().get("CPU", 1))), limits)
    finally:
        ray.shutdown()


def _run(tasks: Sequence[Task], workers: int, limits: Limits) -> Iterator[News]:
    remote = ray.remote(num_cpus=1, max_restarts=-1, max_task_retries=RETRIES)(Hand)
    waiting = list(reversed(tasks))
    free = [remote.remote(limits.seconds, limits.megabytes) for _ in range(workers)]
    at: dict[Any, tuple[Any, Task]] = {}
    while waiting or at:
        while waiting and free:
            hand, task = free.pop(), waiting.pop()
            at[hand.do.remote(_encoder.encode(task))] = (hand, task)
        for answer in ray.wait(list(at))[0]:
            hand, task = at.pop(answer)
            free.append(hand)
            try:
                yield _news.decode(ray.get(answer))
            except RayError as error:
                yield Failed(task.name, f"its worker was lost ({type(error).__name__})")
