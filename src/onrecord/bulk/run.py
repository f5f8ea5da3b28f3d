"""The order of the work on a corpus: collect, find repeats, read; going on where an earlier run was stopped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib.metadata import version

import msgspec

from onrecord.bulk import repeats
from onrecord.bulk.engines import Engine, Failed, Finished, News
from onrecord.bulk.folder import Done, Folder, digest
from onrecord.bulk.shards import Shard
from onrecord.bulk.tasks import Collect, Extract, Settings, Task
from onrecord.bulk.who import settle
from onrecord.model.errors import BadConfiguration

Watch = Callable[[str, Sequence[Task], Iterator[News]], Iterable[News]]


class Made(msgspec.Struct, frozen=True, kw_only=True):
    """What a run's output was made with; an output holds nothing that was made otherwise."""

    onrecord: str
    text_column: str
    select: tuple[str, ...]
    rules_alone: bool


class Tally(msgspec.Struct):
    """What a run has come to: documents by what became of them, and the shards that could not be done."""

    counts: Counter[str]
    failed: list[Failed]


def run(found: Sequence[Shard], settings: Settings, engine: Engine, watch: Watch) -> Tally:
    """Make the tables of a corpus, in full or what is left of it; ``watch`` sees the news of each stage pass by.

    The output depends on the input and the settings alone: not on the engine, the number of workers or how often the
    run was stopped. Shards that an earlier run put into the same output stay, and stories are compared with theirs.

    Raises ``BadConfiguration`` when the output was begun with other settings.
    """
    folder = Folder(settings.output)
    _agree(folder, settings)
    failed: list[Failed] = []

    def do(name: str, tasks: Sequence[Task]) -> dict[str, Done]:
        known = folder.done(name)
        left = [task for task in tasks if not is_done(task, known)]
        for news in watch(name, left, engine(left)) if left else ():
            if isinstance(news, Finished):
                known[news.done.shard] = news.done
            elif isinstance(news, Failed):
                failed.append(news)
        return dict(sorted(known.items()))

    collected = do("collect", [Collect(shard=shard, settings=settings) for shard in found])
    _once(folder, "repeats", collected, lambda: repeats.mark(folder, list(collected.values())))
    marked = folder.done(repeats.STAGE)
    tasks = [
        Extract(
            name=name, settings=settings, stories=digest(done), repeats=digest(marked[name]), size=done.rows["stories"]
        )
        for name, done in collected.items()
    ]
    read = do("read", tasks)
    if settings.joins:
        _once(folder, "identities", read, lambda: settle(folder, list(read.values())))
    folder.sweep()
    counts: Counter[str] = Counter()
    for done in (*collected.values(), *read.values()):
        counts.update(done.counts)
    return Tally(counts, failed)


def plan(found: Sequence[Shard], settings: Settings) -> Iterator[str]:
    """Yield a line for each shard, with its size and whether its stories are collected and read, and one for all."""
    folder = Folder(settings.output)
    collected, read = folder.done("collect"), folder.done("read")
    left = 0
    for shard in found:
        if not is_done(Collect(shard=shard, settings=settings), collected):
            state = "to do"
        else:
            state = "done" if shard.name in read else "collected"
        left += state != "done"
        yield f"{shard.name}  {shard.size / 1e6:,.1f} MB  {state}  {shard.uri}"
    size = sum(shard.size for shard in found)
    yield f"{len(found):,} shards of {size / 1e6:,.1f} MB, {left:,} of them to do"


def is_done(task: Task, known: Mapping[str, Done]) -> bool:
    """Tell whether the notes of a stage hold a task, made from what it is to be made from."""
    done = known.get(task.name)
    return done is not None and done.made_from == task.made_from


def _agree(folder: Folder, settings: Settings) -> None:
    """Note what the output is made with, or make sure that it is the same.

    Raises ``BadConfiguration`` when it is not.
    """
    ours = Made(
        onrecord=version("onrecord"),
        text_column=settings.text_column,
        select=settings.select,
        rules_alone=settings.rules_alone,
    )
    theirs = folder.read("manifest/made.json")
    if theirs is None:
        folder.keep("manifest/made.json", msgspec.json.format(msgspec.json.encode(ours)))
    elif msgspec.json.decode(theirs, type=Made) != ours:
        raise BadConfiguration(
            f"{settings.output} was begun with other settings (see manifest/made.json there); "
            "expected the same, or another folder to write to"
        )


def _once(folder: Folder, name: str, made_from: Mapping[str, Done], do: Callable[[], object]) -> None:
    """Do what looks at all shards at once, unless it has been done and none has changed since."""
    note, now = f"manifest/{name}.txt", digest(list(made_from.values())).encode()
    if folder.read(note) != now:
        do()
        folder.keep(note, now)
