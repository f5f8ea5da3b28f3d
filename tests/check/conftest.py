"""A story with a headline, told by hand."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from onrecord.model.case import Case
from onrecord.model.span import Span


@pytest.fixture
def under(tell):
    """Return what builds a case by hand whose first line is its headline; ``fill`` adds people and statements."""

    def make(headline: str, below: str, fill=lambda story: None) -> Case:
        story = tell(f"{headline}\n\n{below}")
        story.heading(headline, "headline")
        fill(story)
        case = story.case()
        return replace(case, story=replace(case.story, headline=Span.of(story.text, 0, len(headline))))

    return make
