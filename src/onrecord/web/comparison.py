"""Shows two stories side by side: what they tell differently, what both tell, what was changed between versions."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from starlette.requests import Request
from starlette.responses import Response

from onrecord import store
from onrecord.model.compared import Outcome, Pair
from onrecord.model.errors import BadConfiguration
from onrecord.model.statement import Claim, Quote
from onrecord.record.changing import changes
from onrecord.record.comparing import compare as compared
from onrecord.show.answers.sheet import Source
from onrecord.show.answers.telling import sources
from onrecord.show.phrases import Names, sentence
from onrecord.store import desk
from onrecord.web.rooms import page

_HEADINGS: Sequence[tuple[Outcome, str]] = (
    ("differ", "Told differently"), ("both", "Told by both"), ("first", "Only on the left"),
    ("second", "Only on the right"),
)  # fmt: skip


class Row(msgspec.Struct, frozen=True):
    """What the two stories tell of one thing: in a sentence and in their words."""

    first: Sequence[tuple[str, Source]]
    second: Sequence[tuple[str, Source]]


def compare(request: Request) -> Response:
    """Show two stories, by their keys, as ``first`` and ``second``."""
    first, second = (request.query_params.get(side, "") for side in ("first", "second"))
    if not first or first == second:
        raise BadConfiguration("expected two different stories")
    engine = request.app.state.engine
    collection = desk.whole_stories(engine, (first, second))
    if len(collection.stories) < 2:
        raise BadConfiguration("the two are copies of one text")
    pairs = compared(collection, first, second)
    same = {one.key for one in desk.versions(engine, first)}
    texts = [store.story(engine, key).story.text for key in (first, second)] if second in same else []
    names = Names.of(collection.case)

    def row(pair: Pair) -> Row:
        first, second = (
            list(zip((sentence(names, one) for one in side), sources(collection, names, side), strict=True))
            for side in (pair.first, pair.second)
        )
        return Row(first, second)

    pairs = [pair for pair in pairs if pair.outcome in ("differ", "both") or not _is_nobodys(pair)]
    groups = [
        (outcome, heading, [row(pair) for pair in pairs if pair.outcome == outcome]) for outcome, heading in _HEADINGS
    ]
    return page(
        request,
        "compare.html",
        stories=[collection.stories[key] for key in (first, second)],
        groups=groups,
        versions=bool(texts),
        changes=changes(*texts) if texts else (),
    )


def _is_nobodys(pair: Pair) -> bool:
    """Tell whether these are words of nobody whom the story names; they tell of the story, not of its people."""
    return all(
        isinstance(one, (Quote, Claim)) and not (one.speaker or one.source) for one in (*pair.first, *pair.second)
    )
