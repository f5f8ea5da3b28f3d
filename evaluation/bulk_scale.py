"""What a corpus takes that is larger than those at hand: memory over many stories, and the passes over all shards."""

from __future__ import annotations

import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np

from onrecord.bulk import passes as passes_of
from onrecord.bulk import repeats, slices, tables, who
from onrecord.bulk.answering import answered
from onrecord.bulk.engines import News, attempt
from onrecord.bulk.folder import WORK, Done, Folder
from onrecord.bulk.guard import Guard, Limits, megabytes
from onrecord.bulk.met import encode
from onrecord.bulk.run import run
from onrecord.bulk.shards import find
from onrecord.bulk.signatures import PERMUTATIONS
from onrecord.bulk.tasks import Settings, Task
from onrecord.bulk.working import work
from onrecord.bulk.writing import writer
from onrecord.model.record import Companion, Profile, Sighting

STORIES, SHARDS = 100_000, 10
MANY = 100_000_000
SLICES = 5
GROUPS_A_STORY = 2.5
BLOCKS_A_GROUP = 4
CHUNKS = 5
A_CHUNK = int(STORIES // SHARDS // CHUNKS * GROUPS_A_STORY)
GIVEN = "Ann Ben Cora Dan Eve Finn Gwen Hal Iris Jack Kate Leo Mary Nick Olga Paul Ruth Sam Tess Will".split()
LAST = (
    "Ansel Brenner Cole Dorsey Ellery Farrow Gage Hale Ives Joyce Keller Lang Marlow Nolan Pruitt Quill Rhodes".split()
)
WORDS = (
    "house farm quarry bridge school river road market garden mill letter plan vote song film book team game storm "
    "winter summer law court bank loan train ship island forest valley tower church museum hotel stage camera"
).split()


def flat(count: int) -> Iterator[str]:
    """Yield what the two processes of a worker hold while it reads ``count`` made-up stories, each a little other."""
    most = [0.0, 0.0]
    with tempfile.TemporaryDirectory() as kept, Guard(Limits()) as guard:
        source = Path(kept, "news.jsonl")
        source.write_text("".join(json.dumps({"text": made_up(number)}) + "\n" for number in range(count)))
        settings = Settings(output=str(Path(kept, "tables")))
        seen = 0

        def tell(documents: int) -> None:
            nonlocal seen
            seen += documents
            if guard.process and seen % 100 == 0:
                held = (megabytes(os.getpid()), megabytes(guard.process.pid))
                most[:] = map(max, most, held)
                if seen % max(100, count // 10) == 0:
                    print(
                        f"{seen:,} documents: worker {held[0]:.0f} MB, its reading process {held[1]:.0f} MB", flush=True
                    )

        def engine(tasks: Sequence[Task]) -> Iterator[News]:
            for task in tasks:
                yield attempt(task, guard.ask, tell)

        tally = run(find([str(source)], settings.output), settings, engine, lambda stage, tasks, news: news)
    yield f"{dict(tally.counts)}; each story is dealt with twice: collected, then read"
    yield f"most memory: worker {most[0]:.0f} MB, its reading process {most[1]:.0f} MB (together at most 600)"


def passes() -> Iterator[str]:
    """Yield what finding repeats and joining people take of a made-up corpus, and what they would of a large one.

    Each runs in a process of its own, once with all in one slice and once in several: the difference is what a slice
    more costs, since each looks through all shards.
    """
    for name, rows, a_slice in (
        ("repeats", STORIES * repeats.BANDS, repeats.VALUES_A_SLICE),
        ("people", STORIES * GROUPS_A_STORY * BLOCKS_A_GROUP, who.PROFILES_A_SLICE),
    ):
        told = [_in_its_own_process(name, count) for count in (1, SLICES)]
        (one, memory, size), (several, _, _) = told
        each = max(0.0, several - one) / (SLICES - 1)
        needed = slices.parts(int(rows * MANY / STORIES), a_slice)
        hours = (one + each * (needed - 1)) * MANY / STORIES / 3600
        yield (
            f"{name}: {1e6 * one / STORIES:.0f} µs of processor a story in one slice, {1e6 * each / STORIES:.1f} more "
            f"for each slice, {memory:.0f} MB at most, {size / STORIES:,.0f} bytes in {WORK}/; "
            f"{MANY:,} stories in {needed:,} slices: {hours:,.0f} core-hours"
        )


def lay_out(name: str, folder: Folder) -> dict[str, Done]:
    """Write the tables that a pass works on, of made-up stories; return the notes on them."""
    make = {"repeats": _signatures, "people": _groups}[name]
    notes = {}
    for number in range(SHARDS):
        shard = f"s{number}"
        rows = make(shard, np.random.default_rng(number))
        with writer(folder, {table: folder.table(table, shard) for table in rows}) as out:
            out.add(rows)
        notes[shard] = Done(shard=shard, made_from="", counts={}, rows={**out.rows, "stories": 0}, sizes=out.sizes)
    return notes


def one_pass(name: str, count: int) -> None:
    """Do a pass in so many slices; print seconds of the processor, the most megabytes held, and the bytes of work."""
    with tempfile.TemporaryDirectory() as kept:
        settings = Settings(output=kept)
        notes = lay_out(name, Folder(kept))
        rows = sum(sum(done.rows.values()) for done in notes.values())
        repeats.VALUES_A_SLICE = -(-STORIES * repeats.BANDS // count)
        who.PROFILES_A_SLICE = who.GROUPS_A_SLICE = -(-rows * BLOCKS_A_GROUP // count)
        lead: Callable[..., object] = passes_of.to_read if name == "repeats" else passes_of.join
        begun = time.process_time()
        lead(settings, notes, lambda into, tasks: {task.name: work(task, answered, _unheard) for task in tasks})
        size = sum(file.stat().st_size for file in Path(kept, WORK).rglob("*.parquet"))
        print(time.process_time() - begun, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024, size)


def _unheard(documents: int) -> None:
    """Nobody watches."""


def _in_its_own_process(name: str, count: int) -> tuple[float, float, float]:
    code = f"from evaluation.bulk_scale import one_pass; one_pass({name!r}, {count})"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    seconds, memory, size = map(float, said.split())
    return seconds, memory, size


def _signatures(shard: str, choose: np.random.Generator) -> tables.Rows:
    """Return signatures of stories, one in five of which repeats another of a few hundred nearly word for word."""
    count = STORIES // SHARDS
    signed = choose.integers(0, 2**32, (count, PERMUTATIONS), np.uint32)
    copied = choose.random(count) < 0.2
    often = np.random.default_rng(0).integers(0, 2**32, (300, PERMUTATIONS), np.uint32)
    signed[copied] = often[choose.integers(0, len(often), copied.sum())]
    signed[choose.random(signed.shape) < 0.02] = 0
    rows = [{"story": tables.key(shard, at + 1), "signature": one.tobytes()} for at, one in enumerate(signed)]
    return {"signatures": rows}


def _groups(shard: str, choose: np.random.Generator) -> tables.Rows:
    """Return what is known of people, some of whom are in every shard, many in one."""
    rows = []
    drawn = (np.unique(choose.zipf(1.2, 9 * A_CHUNK) % 10**7) for _ in range(CHUNKS))
    numbers = np.concatenate([choose.permutation(some)[:A_CHUNK] for some in drawn])
    for at, number in enumerate(numbers.tolist(), 1):
        name, partner = (f"{GIVEN[some % 20]} {LAST[some % 17]}{some}" for some in (number, number + 1))
        beside = [f"{GIVEN[some % 20]} {LAST[some % 17]}{some}".lower() for some in choose.integers(0, 10**6, 4)]
        profile = Profile(
            sighting=Sighting(f"{shard}.{(at - 1) // A_CHUNK}", tables.key(shard, at)),
            text="",
            name=name,
            names=(name.lower(),),
            company=(Companion(partner.lower(), partner, "spouse"), *(Companion(one, one) for one in beside)),
        )
        rows.append({"group": tables.key(shard, at), "profile": encode(profile)})
    return {"groups": rows, "met": []}


def made_up(number: int) -> str:
    """Return a story of some fifty words, at times a thousand; names, ages and words follow from a number."""
    choose = random.Random(number)
    given, last, other = choose.choice(GIVEN), choose.choice(LAST), choose.choice(LAST)
    words = " ".join(choose.choice(WORDS) for _ in range(choose.randint(10, 30) if number % 100 else 1_000))
    return (
        f"{last} Sells {choose.choice(WORDS).title()} {number}\n{given} {last}, {choose.randint(20, 80)}, has sold the "
        f"{choose.choice(WORDS)} in {choose.randint(1990, 2025)}, a friend of the family said. It was about {words}."
        f'\n"We never planned the {choose.choice(WORDS)}," {last} said. {given} is married to Robin {other}.\n'
    )
