"""Leads the two passes that look at all shards at once, repeats and who is who: slice by slice, by the workers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import groupby, islice

import msgspec

from onrecord.bulk import repeats, slices, who
from onrecord.bulk.folder import BASIS, Done, Folder, digest, workplace
from onrecord.bulk.tasks import Extract, Part, Settings, Step, Task
from onrecord.bulk.writing import writer

Do = Callable[[Folder, Sequence[Task]], dict[str, Done] | None]
"""Has tasks done, and returns the notes on them; None when one could not be done."""

ROWS_A_GROUP = 10_000
MARKED = "manifest/repeats.json"
JOINED = "manifest/identities.txt"


class Marked(msgspec.Struct, frozen=True, kw_only=True):
    """The note that repeats are found among all shards: a digest of those of each shard that has any."""

    made_from: str
    shards: dict[str, str]


def to_read(settings: Settings, collected: Mapping[str, Done], do: Do) -> list[Extract] | None:
    """Find the repeats among all stories, unless that is done; return what is to be read, None when that failed."""
    output, work = Folder(settings.output), workplace(settings.output, "repeats")
    now = digest(list(collected.values()))
    marked = output.value(MARKED, Marked)
    if marked and marked.made_from == now:
        tasks = _reading(settings, collected, marked)
        known = output.done("read")
        if (work.read(BASIS) == now.encode() and work.done("firsts")) or all(is_done(task, known) for task in tasks):
            return tasks
    work.begin(now)
    values = sum(done.rows["signatures"] for done in collected.values()) * repeats.BANDS
    parts = _parts("compare", settings, tuple(collected), now, slices.parts(values, repeats.VALUES_A_SLICE))
    if do(work, parts) is None:
        return None
    marked = Marked(made_from=now, shards=_marked(work, tuple(collected), [part.name for part in parts]))
    output.keep(MARKED, msgspec.json.encode(marked))
    return _reading(settings, collected, marked)


def join(settings: Settings, read: Mapping[str, Done], do: Do) -> None:
    """Join the people of all shards, unless that is done; what fails is left to the next run."""
    output, work = Folder(settings.output), workplace(settings.output, "people")
    now = digest(list(read.values()))
    if output.read(JOINED) == now.encode():
        return
    work.begin(now)
    shards = tuple(read)

    def step(name: Step, parts: int, into: Folder = work) -> dict[str, Done] | None:
        return do(into, _parts(name, settings, shards, now, parts))

    spread = step("spread", len(shards))
    if spread is None:
        return
    profiles = sum(done.rows["spread"] for done in spread.values())
    near = step("near", slices.parts(profiles, who.PROFILES_A_SLICE))
    if near is None:
        return
    groups = [done.rows["groups"] for done in read.values()]
    together = work.done("together").get("all") or _together(work, list(near), groups)
    if step("settle", slices.parts(together.rows["together"], who.GROUPS_A_SLICE)) is None:
        return
    if step("identify", len(shards), output) is not None:
        output.keep(JOINED, now.encode())


def is_done(task: Task, known: Mapping[str, Done]) -> bool:
    """Tell whether the notes of a stage hold a task, made from what it is to be made from."""
    done = known.get(task.name)
    return done is not None and done.made_from == task.made_from


def _reading(settings: Settings, collected: Mapping[str, Done], marked: Marked) -> list[Extract]:
    return [
        Extract(
            name=name,
            ordinal=ordinal,
            settings=settings,
            stories=digest(done),
            repeats=marked.shards.get(name),
            size=done.rows["stories"],
        )
        for ordinal, (name, done) in enumerate(collected.items())
    ]


def _parts(step: Step, settings: Settings, shards: tuple[str, ...], made_from: str, parts: int) -> list[Part]:
    return [
        Part(step=step, part=part, parts=parts, shards=shards, settings=settings, made_from=made_from)
        for part in range(parts)
    ]


def _marked(work: Folder, shards: Sequence[str], parts: Sequence[str]) -> dict[str, str]:
    """Write down which stories repeat which, and return a digest for each shard that has such."""
    digests = {}
    with writer(work, {"firsts": work.table("firsts", "all")}) as out:
        found = repeats.firsts([_pairs(work, "alike", part) for part in parts])
        for ordinal, some in groupby(found, key=lambda pair: slices.shard(pair[0])):
            named = [(later, slices.key(shards, later), slices.key(shards, earlier)) for later, earlier in some]
            digests[shards[ordinal]] = digest([keys for _, *keys in named])
            out.add({"firsts": [{"later": later, "story": story, "same_as": same} for later, story, same in named]})
            out.flush()
    work.note("firsts", out.done("all", made_from="", counts={}))
    return digests


def _together(work: Folder, parts: Sequence[str], counts: Sequence[int]) -> Done:
    """Write down which groups hang together."""
    pairs = (pair for part in parts for pair in _pairs(work, "near", part))
    with writer(work, {"together": work.table("together", "all")}) as out:
        found = who.hanging_together(pairs, counts)
        while some := list(islice(found, ROWS_A_GROUP)):
            out.add({"together": [{"later": later, "earlier": earlier} for later, earlier in some]})
            out.flush()
    done = out.done("all", made_from="", counts={})
    work.note("together", done)
    return done


def _pairs(work: Folder, table: str, part: str) -> Iterator[tuple[int, int]]:
    return ((row["later"], row["earlier"]) for row in work.rows(table, part))
