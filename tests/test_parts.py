"""Every check and every extractor has its test and its page, all with the same headings."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from onrecord import parts

ROOT = Path(__file__).parents[1]
CHECK_HEADINGS = [
    "What it flags",
    "Why it matters",
    "Example",
    "Known misses",
    "How often it speaks",
    "Since",
]
EXTRACTOR_HEADINGS = [
    "What it marks",
    "Why it matters",
    "An example",
    "Known misses",
    "Figures",
    "Since",
]


def headings(page: Path) -> tuple[str, list[str]]:
    """Return a page's title and its second-level headings, fenced blocks left out."""
    text = re.sub(r"(?ms)^```.*?^```", "", page.read_text(encoding="utf-8"))
    return text.splitlines()[0], re.findall(r"(?m)^## (.+)$", text)


@pytest.mark.parametrize("name", parts.checks())
def test_every_check_has_its_test_and_its_page(name):
    assert (ROOT / "tests" / "check" / f"test_{name.replace('-', '_')}.py").is_file()
    assert headings(ROOT / "docs" / "checks" / f"{name}.md") == (f"# {name}", CHECK_HEADINGS)


@pytest.mark.parametrize("name", parts.extractors())
def test_every_extractor_has_its_test_and_its_page(name):
    assert list((ROOT / "tests" / "annotate").glob(f"test_{name}*.py"))
    assert headings(ROOT / "docs" / "extractors" / f"{name}.md") == (f"# {name}", EXTRACTOR_HEADINGS)


@pytest.mark.parametrize(("folder", "known"), [("checks", parts.checks), ("extractors", parts.extractors)])
def test_no_page_is_left_of_a_part_that_is_gone(folder, known):
    assert {page.stem for page in (ROOT / "docs" / folder).glob("*.md")} == set(known())


@pytest.mark.parametrize("known", [parts.checks, parts.extractors])
def test_every_part_says_in_one_line_what_it_is(known):
    for part in known().values():
        module = __import__(part.__module__, fromlist=["__doc__"])
        assert re.fullmatch(r"[A-Z][^\n]+\.", module.__doc__.split("\n")[0]), part.__module__


def test_extractors_come_after_those_they_need():
    order = list(parts.extractors())
    for name in order:
        module = __import__(f"onrecord.annotate.{name}", fromlist=["NEEDS"])
        assert all(order.index(needed) < order.index(name) for needed in module.NEEDS)


def test_a_module_without_a_check_is_a_tool_of_the_others():
    assert "births" not in parts.checks()
    assert "age-against-birth" in parts.checks()
