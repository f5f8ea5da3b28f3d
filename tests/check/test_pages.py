"""Every page's example, run through the whole reading."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord import pipeline
from onrecord.ingest import from_record

PAGES = sorted((Path(__file__).parents[2] / "docs" / "checks").glob("*.md"))
# Published 2025-11-13, then the story in one fenced block and what the check says in the next.
EXAMPLE = re.compile(
    r"(?ms)^## Example\n.*?(?:[Pp]ublished (?P<day>\d{4}-\d\d-\d\d).*?)?^```text\n(?P<story>.*?)^```\n"
    r".*?^```text\n(?P<level>\w+): (?P<message>.*?)\n```\n"
)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_example_of_the_page_says_what_the_page_says(page):
    example = EXAMPLE.search(page.read_text(encoding="utf-8"))
    assert example, "no example"
    story = from_record({"text": example["story"], "published": example["day"]}, where=page.name)
    case = pipeline.check(pipeline.read(story), [page.stem])
    told = [(finding.level, finding.message) for finding in case.findings]
    told += [("held", held.message) for held in case.held]
    assert (example["level"], example["message"]) in told
