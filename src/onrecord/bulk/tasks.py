"""What is to be done: the work on one shard, and on one piece of what looks at all shards."""

from __future__ import annotations

from typing import Literal

import msgspec

from onrecord.bulk import tables
from onrecord.bulk.folder import digest
from onrecord.bulk.guard import Limits
from onrecord.bulk.shards import Shard

Step = Literal["compare", "spread", "near", "settle", "identify"]
BY_SHARD = ("spread", "identify")


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """How a corpus is read; the same for all its shards."""

    output: str
    text_column: str = "text"
    select: tuple[str, ...] = tables.CHOICES
    rules_alone: bool = False
    limits: Limits = Limits()

    @property
    def joins(self) -> bool:
        """Tell whether people are joined across stories; they are wherever people are kept."""
        return "people" in self.select


class Collect(msgspec.Struct, frozen=True, kw_only=True, tag="collect"):
    """Makes stories of a shard's documents and signs them; ``most`` are the documents to take, None for all."""

    shard: Shard
    settings: Settings
    most: int | None = None

    @property
    def name(self) -> str:
        """Return the shard's name."""
        return self.shard.name

    @property
    def size(self) -> int:
        """Return how much work it is, in bytes."""
        return self.shard.size

    @property
    def made_from(self) -> str:
        """Return what the work rests on; when it changes, the work is to be done again."""
        return digest(self.shard)


class Extract(msgspec.Struct, frozen=True, kw_only=True, tag="read"):
    """Reads the stories that were collected from a shard, but those that repeat another story.

    ``ordinal`` is the shard's place among all, ``stories`` the digest of the note on collecting, ``repeats`` that of
    the shard's repeats, None where it has none; ``size`` is the number of stories.
    """

    name: str
    ordinal: int
    settings: Settings
    stories: str
    repeats: str | None
    size: int

    @property
    def made_from(self) -> str:
        """Return what the work rests on: the stories, and which of them are repeats."""
        return digest((self.stories, self.repeats))


class Part(msgspec.Struct, frozen=True, kw_only=True, tag="part"):
    """One of ``parts`` pieces of a step that looks at all shards: one shard, or one slice of values.

    ``shards`` are the names of all shards in their order, ``made_from`` is the digest of what they hold.
    """

    step: Step
    part: int
    parts: int
    shards: tuple[str, ...]
    settings: Settings
    made_from: str
    size: int = 1

    @property
    def name(self) -> str:
        """Return the shard's name, or the number of the slice."""
        return self.shards[self.part] if self.step in BY_SHARD else f"{self.part:06}"

    @property
    def workplace(self) -> str:
        """Return where the pass that it belongs to keeps its work, one of ``folder.WORKPLACES``."""
        return "repeats" if self.step == "compare" else "people"


Task = Collect | Extract | Part


def stage(task: Task) -> str:
    """Return the name of the stage that a task belongs to."""
    return task.step if isinstance(task, Part) else str(task.__struct_config__.tag)
