"""An output on a filesystem that knows no rename: what is put there first, and what a store that fails leaves behind."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import ClassVar

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem
from fsspec.spec import AbstractBufferedFile

from onrecord.bulk.answering import answered
from onrecord.bulk.asking import Answer, Question
from onrecord.bulk.engines import attempt
from onrecord.bulk.run import run
from onrecord.bulk.shards import find
from tests.bulk.conftest import unseen

PLACE = "store://tables/news"
known: dict[Question, Answer] = {}


class Pieces(AbstractBufferedFile):
    """Reads an object piece by piece, as one that lies far away is read."""

    def _fetch_range(self, start, end):
        return self.fs.store[self.path].getvalue()[start:end]


class Store(MemoryFileSystem):
    """Keeps objects in memory, and fails with the put of a number; a part of that object may be left there."""

    protocol = "store"
    store: ClassVar[dict[str, object]] = {}
    pseudo_dirs: ClassVar[list[str]] = [""]
    puts: ClassVar[list[str]] = []
    fails_at: ClassVar[int | None] = None

    @classmethod
    def _strip_protocol(cls, path):
        return super()._strip_protocol(path.replace("store://", "memory://"))

    def put_file(self, lpath, rpath, **more):
        self.puts.append(rpath.partition("tables/news/")[2])
        if len(self.puts) == self.fails_at:
            self.pipe_file(rpath, Path(lpath).read_bytes()[:20])
            raise OSError(5, "the store is gone")
        super().put_file(lpath, rpath, **more)

    def _open(self, path, mode="rb", **more):
        return Pieces(self, path, mode) if mode == "rb" else super()._open(path, mode, **more)

    def rename(self, *_, **__):
        raise AssertionError("an object store knows no rename")

    mv = rename


def alone(tasks):
    def ask(asked):
        return known[asked] if asked in known else known.setdefault(asked, answered(asked))

    for task in tasks:
        yield attempt(task, ask, lambda documents: None)


@pytest.fixture
def make(corpus, settled, monkeypatch):
    """Return what makes the tables in an empty store, or one put of which fails, and returns what is put and kept."""
    fsspec.register_implementation("store", Store, clobber=True)
    settings, store = settled(output=PLACE), Store()

    def made(fails_at=None, *, fresh=True):
        if fresh:
            Store.store.clear()
            Store.pseudo_dirs[:] = [""]
            for file in corpus.iterdir():
                store.pipe_file(f"/news/{file.name}", file.read_bytes())
        monkeypatch.setattr(Store, "puts", [])
        monkeypatch.setattr(Store, "fails_at", fails_at)
        tally = run(find(["store://news"], PLACE), settings, alone, unseen)
        return tally, Store.puts, {path: file.getvalue() for path, file in Store.store.items()}

    return made


def test_stories_far_away_are_read_as_those_at_hand(make):
    tally, _, _ = make()
    assert tally.counts == {"stories": 4, "not in English": 1, "refused": 1, "read": 3, "repeats": 1}


def test_a_note_is_put_after_all_that_it_says_is_done(make):
    _, puts, _ = make()
    for name in ("a", "b"):
        collected, read = (
            next(at for at, put in enumerate(puts) if put.startswith(f"manifest/{of}/{name}-")) for of in ("collect", "read")
        )  # fmt: skip
        for at, put in enumerate(puts):
            table, _, file = put.partition("/")
            if file.startswith(f"{name}-") and table in {"stories", "signatures"}:
                assert at < collected
            elif file.startswith(f"{name}-") and table in {"repeats", "people", "statements", "met", "groups"}:
                assert collected < at < read
    assert puts.index("manifest/made.json") == 0
    assert puts[-1] == "manifest/identities.txt"
    identities = [put for put in puts if put.startswith("identities/")]
    assert [put[: len("identities/a-")] for put in identities] == ["identities/a-", "identities/b-"]


def test_a_store_that_fails_at_any_put_costs_nothing_but_time(make):
    _, puts, wanted = make()
    assert not any("/work/" in path for path in wanted)
    for number in range(1, len(puts) + 1, 3):
        with suppress(OSError):  # a put of the machine that drives
            tally, _, _ = make(number)
            assert {failed.reason for failed in tally.failed} == {"OSError: [Errno 5] the store is gone"}
        tally, _, got = make(fresh=False)
        assert tally.failed == []
        assert got == wanted, puts[number - 1]
