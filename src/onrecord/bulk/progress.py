"""Shows how far a corpus is: a bar on a terminal, a line a shard elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator, Sequence

import click

from onrecord.bulk.engines import Failed, Finished, News, Progress
from onrecord.bulk.tasks import Task
from onrecord.show.harmless import harmless

DOING = {
    "collect": "collecting",
    "compare": "finding repeats",
    "read": "reading",
    "spread": "joining people, step 1 of 4",
    "near": "joining people, step 2 of 4",
    "settle": "joining people, step 3 of 4",
    "identify": "joining people, step 4 of 4",
}
UNITS = (("GB", 1e9), ("MB", 1e6), ("kB", 1e3))
OF_STORIES = ("collect", "read")


class Count:
    """How many documents of a stage are dealt with, how many of them came to nothing, and how many shards are done."""

    def __init__(self) -> None:
        self.done, self.faults, self.shards = 0, 0, 0
        self.at: dict[str, int] = {}

    def add(self, news: News) -> None:
        """Take in a piece of news."""
        if isinstance(news, Progress):
            self.at[news.name] = news.documents
            return
        self.shards += 1
        self.at.pop(news.name, None)
        if isinstance(news, Finished):
            self.done += sum(news.done.counts.values())
            self.faults += news.done.rows.get("errors", 0)

    @property
    def documents(self) -> int:
        """Return the documents dealt with, those of unfinished shards too."""
        return self.done + sum(self.at.values())


def watch(stage: str, tasks: Sequence[Task], news: Iterator[News]) -> Iterable[News]:
    """Hand the news of a stage on, and show what it comes to on standard error."""
    return _bar(stage, tasks, news) if sys.stderr.isatty() else _lines(stage, tasks, news)


def _lines(stage: str, tasks: Sequence[Task], news: Iterator[News]) -> Iterator[News]:
    begun, count = time.monotonic(), Count()
    for piece in news:
        count.add(piece)
        if not isinstance(piece, Progress):
            rate = count.documents / max(time.monotonic() - begun, 1e-9)
            more = f", {told(piece)}; {rate:.1f} a second" if stage in OF_STORIES or isinstance(piece, Failed) else ""
            say(f"{DOING[stage]}: {count.shards:,} of {len(tasks):,}{more}")
        yield piece


def _bar(stage: str, tasks: Sequence[Task], news: Iterator[News]) -> Iterator[News]:
    from rich import progress as shown_as
    from rich.console import Console

    columns = (
        shown_as.TextColumn("{task.description}"), shown_as.BarColumn(), shown_as.TaskProgressColumn(),
        shown_as.TextColumn("{task.fields[told]}"), shown_as.TimeRemainingColumn(), shown_as.TextColumn("left"),
    )  # fmt: skip
    sizes = {task.name: task.size for task in tasks}
    begun, count, whole = time.monotonic(), Count(), 0
    with shown_as.Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        row = bar.add_task(DOING[stage], total=sum(sizes.values()), told="")
        for piece in news:
            count.add(piece)
            if not isinstance(piece, Progress):
                whole += sizes[piece.name]
            if isinstance(piece, Failed):
                say(told(piece))
            rate = count.documents / max(time.monotonic() - begun, 1e-9)
            stories = f"{count.documents:,} stories, {rate:.1f} a second, {count.faults:,} errors"
            shown = stories if stage in OF_STORIES else f"{count.shards:,} of {len(tasks):,}"
            inside = sum(count.at.values()) if stage == "read" else 0  # when collecting, sizes are bytes
            bar.update(row, completed=whole + inside, told=shown)
            yield piece


def told(news: Finished | Failed) -> str:
    """Return one line on what became of a shard."""
    if isinstance(news, Failed):
        return f"{news.name} not done: {news.reason}"
    counts = ", ".join(f"{count:,} {became}" for became, count in news.done.counts.items())
    return f"{news.done.shard}: {counts or 'nothing in it'}"


def told_size(size: float) -> str:
    """Return a number of bytes in the unit that fits it."""
    unit, length = next(((unit, length) for unit, length in UNITS if size >= length), UNITS[-1])
    return f"{size / length:,.1f} {unit}"


def say(message: str) -> None:
    """Write one line on standard error, whatever the message holds."""
    click.echo(f"onrecord: {harmless(message)}", err=True)
