"""Writes findings as SARIF 2.1.0, the form that code hosts and editors read."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Says
from onrecord.model.story import Story
from onrecord.show.place import line_starts, place

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {
    "impossible": "error",
    "unlikely": "warning",
    "altered": "warning",
    "unclear": "warning",
    "unsourced": "note",
}


def log(cases: Sequence[Case], descriptions: Mapping[str, str]) -> dict[str, Any]:
    """Return one log of all findings; ``descriptions`` has one line on each check, by its name.

    Silenced findings are suppressed results, and those of a baseline unchanged ones.

    Lines, columns and offsets count code points of the story's text.
    """
    names = sorted({*descriptions, *(finding.check for case in cases for finding in _all(case))})
    compared = any(one.why != "silenced" for case in cases for one in case.aside)
    rules = {name: index for index, name in enumerate(names)}
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "onrecord",
                        "rules": [_rule(name, descriptions.get(name, name)) for name in names],
                    }
                },
                "columnKind": "unicodeCodePoints",
                "results": [result for case in cases for result in _results(case, rules, compared=compared)],
            }
        ],
    }


def _rule(name: str, description: str) -> dict[str, Any]:
    # GitHub's code scanning wants all three.
    return {
        "id": name,
        "shortDescription": {"text": description},
        "fullDescription": {"text": description},
        "help": {"text": f"{description} More: onrecord checks {name}"},
    }


def _all(case: Case) -> Iterator[Finding]:
    yield from case.findings
    yield from (one.finding for one in case.aside)


def _results(case: Case, rules: Mapping[str, int], *, compared: bool) -> Iterator[dict[str, Any]]:
    starts = line_starts(case.story.text)
    seen: Counter[str] = Counter()
    known = {id(one.finding): one for one in case.aside}
    for finding in _all(case):
        first, further = finding.spans[:1], finding.spans[1:]
        mark = _fingerprint(finding)
        seen[mark] += 1
        result: dict[str, Any] = {
            "ruleId": finding.check,
            "ruleIndex": rules[finding.check],
            "level": _LEVELS[finding.level],
            "message": {"text": "\n".join([finding.message, *finding.reason])},
            "locations": [_location(case.story, starts, span) for span in first] or [_whole(case.story)],
            "partialFingerprints": {"wordsAndCheck/v1": f"{mark}:{seen[mark]}"},
            "properties": {"level": finding.level},
        }
        if further:
            result["relatedLocations"] = [
                {"id": number, **_location(case.story, starts, span), "message": {"text": span.says or span.text}}
                for number, span in enumerate(further, 1)
            ]
        aside = known.get(id(finding))
        if compared:  # SARIF wants it of every result where it stands with one
            result["baselineState"] = "new" if aside is None or aside.why == "silenced" else "unchanged"
        if aside and aside.why == "silenced":
            result["suppressions"] = [{"kind": "external", "status": "accepted", "justification": aside.reason or ""}]
        yield result


def _location(story: Story, starts: list[int], span: Says) -> dict[str, Any]:
    start_line, start_column = place(starts, span.start)
    end_line, end_column = place(starts, span.end)
    region = {
        "startLine": start_line,
        "startColumn": start_column,
        "endLine": end_line,
        "endColumn": end_column,
        "charOffset": span.start,
        "charLength": span.end - span.start,
        "snippet": {"text": span.text},
    }
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(story)}, "region": region}}


def _whole(story: Story) -> dict[str, Any]:
    return {"physicalLocation": {"artifactLocation": {"uri": _uri(story)}}}


def _uri(story: Story) -> str:
    if story.path is None:
        return story.url or f"urn:sha256:{story.id}"
    path = PurePath(story.path)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _fingerprint(finding: Finding) -> str:
    """Name a finding by its check and words alone, so that it is known again when the lines above it change."""
    parts = [finding.check, *(span.text for span in finding.spans)]
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
