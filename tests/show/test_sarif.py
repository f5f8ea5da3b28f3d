from __future__ import annotations

from typing import Any

import jsonschema
import pytest

from onrecord.model.case import Case
from onrecord.model.finding import Finding, Level, Says
from onrecord.model.known import Aside
from onrecord.model.story import Story
from onrecord.show import sarif

_TEXT = {"type": "object", "required": ["text"], "properties": {"text": {"type": "string"}}, "additionalProperties": False}  # fmt: skip
_LOCATION = {
    "type": "object",
    "required": ["physicalLocation"],
    "additionalProperties": False,
    "properties": {
        "id": {"type": "integer", "minimum": -1},
        "message": _TEXT,
        "physicalLocation": {
            "type": "object",
            "required": ["artifactLocation"],
            "additionalProperties": False,
            "properties": {
                "artifactLocation": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {"uri": {"type": "string", "format": "uri-reference"}},
                },
                "region": {
                    "type": "object",
                    "additionalProperties": False,
                    "properties": {
                        **{f"{end}{unit}": {"type": "integer", "minimum": 1} for end in ("start", "end") for unit in ("Line", "Column")},
                        "charOffset": {"type": "integer", "minimum": 0},
                        "charLength": {"type": "integer", "minimum": 0},
                        "snippet": _TEXT,
                    },
                },
            },
        },
    },
}  # fmt: skip
# The part of the SARIF 2.1.0 schema that a log of ours uses, with nothing else allowed.
SCHEMA = {
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool", "columnKind"],
                "additionalProperties": False,
                "properties": {
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "rules": {
                                        "type": "array",
                                        "uniqueItems": True,
                                        "items": {
                                            "type": "object",
                                            "required": ["id"],
                                            "additionalProperties": False,
                                            "properties": {
                                                "id": {"type": "string"},
                                                "shortDescription": _TEXT,
                                                "fullDescription": _TEXT,
                                                "help": _TEXT,
                                            },
                                        },
                                    },
                                },
                            }
                        },
                    },
                    "columnKind": {"const": "unicodeCodePoints"},
                    "results": {
                        "type": "array",
                        "items": {
                            "type": "object",
                            "required": ["message"],
                            "additionalProperties": False,
                            "properties": {
                                "ruleId": {"type": "string"},
                                "ruleIndex": {"type": "integer", "minimum": 0},
                                "level": {"enum": ["none", "note", "warning", "error"]},
                                "message": _TEXT,
                                "locations": {"type": "array", "items": _LOCATION},
                                "relatedLocations": {"type": "array", "uniqueItems": True, "items": _LOCATION},
                                "partialFingerprints": {"type": "object", "additionalProperties": {"type": "string"}},
                                "baselineState": {"enum": ["new", "unchanged", "updated", "absent"]},
                                "suppressions": {
                                    "type": "array",
                                    "items": {
                                        "type": "object",
                                        "required": ["kind"],
                                        "additionalProperties": False,
                                        "properties": {
                                            "kind": {"enum": ["inSource", "external"]},
                                            "status": {"enum": ["accepted", "underReview", "rejected"]},
                                            "justification": {"type": "string"},
                                        },
                                    },
                                },
                                "properties": {"type": "object"},
                            },
                        },
                    },
                },
            },
        },
    },
}

TEXT = "👧 one\nAnn, 41, or 43."


def case(*spans: Says, level: Level = "impossible", path: str | None = "a b.txt") -> Case:
    finding = Finding(check="ages-disagree", level=level, message="two ages", spans=spans, reason=("41", "43"))
    return Case(story=Story(id="0a", path=path, text=TEXT), findings=(finding,))


def results(*cases: Case) -> list[dict[str, Any]]:
    log = sarif.log(cases, {"ages-disagree": "Flags two ages.", "other-check": "Flags others."})
    jsonschema.validate(log, SCHEMA)
    found: list[dict[str, Any]] = log["runs"][0]["results"]
    return found


def test_places_count_code_points() -> None:
    (result,) = results(case(Says(11, 13, "41", "first"), Says(18, 20, "43", "second")))
    assert result["locations"][0]["physicalLocation"] == {
        "artifactLocation": {"uri": "a%20b.txt"},
        "region": {
            "startLine": 2, "startColumn": 6, "endLine": 2, "endColumn": 8, "charOffset": 11, "charLength": 2,
            "snippet": {"text": "41"},
        },
    }  # fmt: skip
    assert [related["message"]["text"] for related in result["relatedLocations"]] == ["second"]
    assert result["message"] == {"text": "two ages\n41\n43"}


def test_each_check_is_a_rule_with_its_description() -> None:
    log = sarif.log([case()], {"other-check": "Flags others."})
    jsonschema.validate(log, SCHEMA)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [(rule["id"], rule["fullDescription"]["text"], rule["help"]["text"]) for rule in rules] == [
        ("ages-disagree", "ages-disagree", "ages-disagree More: onrecord checks ages-disagree"),
        ("other-check", "Flags others.", "Flags others. More: onrecord checks other-check"),
    ]
    assert all(rule["shortDescription"] == rule["fullDescription"] for rule in rules)
    assert log["runs"][0]["results"][0]["ruleIndex"] == 0


@pytest.mark.parametrize(
    ("level", "sarif_level"),
    [("impossible", "error"), ("unlikely", "warning"), ("altered", "warning"), ("unclear", "warning"), ("unsourced", "note")],
)  # fmt: skip
def test_levels(level: Level, sarif_level: str) -> None:
    (result,) = results(case(level=level))
    assert result["level"] == sarif_level


def test_a_finding_is_known_again_wherever_it_stands() -> None:
    one = case(Says(11, 13, "41", ""))
    moved = case(Says(12, 14, "41", ""))
    other = case(Says(18, 20, "43", ""))
    prints = [result["partialFingerprints"]["wordsAndCheck/v1"] for result in results(one, moved, other)]
    assert prints[0] == prints[1] != prints[2]


def test_a_story_without_a_path_is_named_by_its_text() -> None:
    (result,) = results(case(path=None))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "urn:sha256:0a"


def test_a_whole_path_is_a_file_address() -> None:
    (result,) = results(case(path="/desk/ann poe.txt"))
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "file:///desk/ann%20poe.txt"


def test_no_stories_make_a_log_without_results() -> None:
    assert results() == []


def set_aside(*aside: Aside) -> list[dict[str, Any]]:
    finding = Finding(check="ages-disagree", level="unclear", message="new", spans=(), reason=())
    case = Case(story=Story(id="x", path="a.txt", text=TEXT), findings=(finding,), aside=aside)
    log = sarif.log([case], {})
    jsonschema.validate(log, SCHEMA)
    return log["runs"][0]["results"]


KNOWN = Finding(check="ages-disagree", level="unclear", message="known", spans=(), reason=())


def test_a_silenced_finding_is_a_suppressed_result_with_its_reason():
    new, known = set_aside(Aside(finding=KNOWN, why="silenced", reason="two people"))
    assert "suppressions" not in new
    assert "baselineState" not in new
    assert known["suppressions"] == [{"kind": "external", "status": "accepted", "justification": "two people"}]


@pytest.mark.parametrize("why", ["in the baseline", "as before"])
def test_beside_a_baseline_every_result_tells_whether_it_is_new(why):
    assert [result["baselineState"] for result in set_aside(Aside(finding=KNOWN, why=why))] == ["new", "unchanged"]
