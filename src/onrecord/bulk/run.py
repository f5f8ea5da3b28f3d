"""The order of the work on a corpus: collect, find repeats, read, join; going on where an earlier run was stopped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from importlib.metadata import version

import msgspec

from onrecord.bulk import passes
from onrecord.bulk.engines import Engine, Failed, Finished, News
from onrecord.bulk.folder import Done, Folder
from onrecord.bulk.passes import is_done
from onrecord.bulk.progress import told_size
from onrecord.bulk.shards import Shard
from onrecord.bulk.tasks import Collect, Settings, Task, stage
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


def run(found: Sequence[Shard], settings: Settings, engine: Engine, watch: Watch, *, most: int | None = None) -> Tally:
    """Make the tables of a corpus, in full or what is left of it; ``watch`` sees the news of each stage pass by.

    The output depends on the input and the settings alone: not on the engine, the number of workers or how often the
    run was stopped. Shards that an earlier run put into the same output stay, and stories are compared with theirs.
    ``most`` are the documents to take of each shard, None for all.

    Raises ``BadConfiguration`` when the output was begun with other settings.
    """
    folder = Folder(settings.output)
    _agree(folder, settings)
    failed: list[Failed] = []

    def do(into: Folder, tasks: Sequence[Task]) -> dict[str, Done]:
        """Do what is left of the tasks of one stage; return the notes on all of the stage that are done."""
        known = into.done(stage(tasks[0])) if tasks else {}
        left = [task for task in tasks if not is_done(task, known)]
        for news in watch(stage(left[0]), left, engine(left)) if left else ():
            if isinstance(news, Finished):
                known[news.done.shard] = news.done
            elif isinstance(news, Failed):
                failed.append(news)
        return dict(sorted(known.items()))

    def do_all(into: Folder, tasks: Sequence[Task]) -> dict[str, Done] | None:
        before = len(failed)
        known = do(into, tasks)
        return {task.name: known[task.name] for task in tasks} if len(failed) == before else None

    collected = do(folder, [Collect(shard=shard, settings=settings, most=most) for shard in found])
    reading = passes.to_read(settings, collected, do_all) if collected else None
    read = do(folder, reading) if reading is not None else {}
    if settings.joins and reading is not None:
        passes.join(settings, read, do_all)
    folder.sweep()
    if not failed:
        folder.forget_work()
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
        yield f"{shard.name}  {told_size(shard.size)}  {state}  {shard.uri}"
    size = sum(shard.size for shard in found)
    yield f"{len(found):,} shards of {told_size(size)}, {left:,} of them to do"


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
    theirs = folder.value("manifest/made.json", Made)
    if theirs is None:
        folder.keep("manifest/made.json", msgspec.json.format(msgspec.json.encode(ours)))
    elif theirs != ours:
        raise BadConfiguration(
            f"{settings.output} was begun with other settings (see manifest/made.json there); "
            "expected the same, or another folder to write to"
        )
