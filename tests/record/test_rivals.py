"""What stories tell of families that hardly fits together."""

from __future__ import annotations

from datetime import UTC, date, datetime

import msgspec
import pytest

from onrecord.model.record import Collection, Kept
from onrecord.model.when import year as years
from onrecord.record.collecting import Part, collect
from onrecord.record.rivals import rivals

NAMES = ("Mara Hale", "Jane Roe", "Tom Hale", "Ida Quist", "Paul Byrd", "Tom")


@pytest.fixture
def gathered(tell):
    """Return what makes a collection of stories; each tells its statements by functions, and has a day."""

    def collection(*stories) -> Collection:
        parts = []
        for number, (day, *statements) in enumerate(stories):
            told = tell(f"{', '.join(NAMES)} are of story {number}, in 2012 and 2014.", day)
            people = {name: told.person(name) for name in NAMES}
            for statement in statements:
                statement(told, people)
            case = told.case()
            parts.append(
                Part(
                    story=Kept(
                        key=f"k{number}",
                        text=case.story.id,
                        published=date.fromisoformat(day) if day else None,
                        added_at=datetime(2025, 1, 1, tzinfo=UTC),
                    ),
                    people={
                        person.id: (person.name, msgspec.structs.replace(person, mentions=())) for person in case.people
                    },
                    statements=case.statements,
                )
            )
        return collect(parts)

    return collection


def kin(one: str, relation: str, other: str, **more):
    return lambda told, people: told.kin(people[one], relation, people[other], **more)


def wed(one: str, other: str, year: int | None, event: str = "marriage"):
    time = {"when": years(year), "time": f"in {year}"} if year else {}
    return lambda told, people: told.event(event, (people[one], people[other]), "story", **time)


PARENTS = [kin(name, "parent", "Mara Hale") for name in ("Jane Roe", "Tom Hale", "Ida Quist", "Paul Byrd")]
WIFE, OTHER_WIFE = kin("Tom Hale", "spouse", "Jane Roe"), kin("Ida Quist", "spouse", "Tom Hale")


@pytest.mark.parametrize(
    ("stories", "clashes"),
    [
        pytest.param([(None, *PARENTS[:2])], [], id="two parents"),
        pytest.param([(None, *PARENTS[:2]), (None, PARENTS[2])], [3], id="a third parent"),
        pytest.param([(None, *PARENTS[:2]), (None, *PARENTS[2:])], [3, 3], id="a third and a fourth"),
        pytest.param(
            [(None, *PARENTS[:2]), (None, kin("Ida Quist", "parent", "Mara Hale", detail="step"))], [], id="a stepmother"
        ),
        pytest.param(
            [(None, *PARENTS[:2]), (None, kin("Ida Quist", "parent", "Mara Hale", reported="claim"))],
            [],
            id="a third is only claimed",
        ),
        pytest.param([(None, WIFE), (None, kin("Jane Roe", "sibling", "Tom Hale"))], [2], id="a wife and a sister"),
        pytest.param([(None, WIFE), (None, kin("Jane Roe", "parent", "Tom Hale"))], [2], id="a wife and a mother"),
        pytest.param([(None, WIFE), (None, kin("Jane Roe", "engaged", "Tom Hale"))], [], id="engaged, then a wife"),
        pytest.param([(None, WIFE), (None, kin("Jane Roe", "family", "Tom Hale"))], [], id="a wife is family"),
        pytest.param(
            [(None, WIFE), (None, kin("Jane Roe", "sibling", "Tom Hale", detail="in-law"))], [], id="a sister-in-law"
        ),
        pytest.param([("2025-03-01", WIFE), ("2025-04-01", OTHER_WIFE)], [2], id="two wives within 31 days"),
        pytest.param([("2025-03-01", WIFE), ("2025-04-02", OTHER_WIFE)], [], id="another wife 32 days later"),
        pytest.param([("2025-03-01", WIFE), (None, OTHER_WIFE)], [], id="another wife, nobody knows when"),
        pytest.param(
            [("2025-03-01", WIFE), ("2025-03-02", kin("Ida Quist", "spouse", "Tom Hale", status="former"))],
            [],
            id="a former wife",
        ),
        pytest.param(
            [("2025-03-01", WIFE), ("2025-03-02", kin("Jane Roe", "spouse", "Tom"))], [], id="a name that may be his"
        ),
        pytest.param(
            [(None, wed("Tom Hale", "Jane Roe", 2012)), (None, wed("Jane Roe", "Tom Hale", 2014))],
            [2],
            id="two years of one wedding",
        ),
        pytest.param(
            [(None, wed("Tom Hale", "Jane Roe", 2012)), (None, wed("Jane Roe", "Tom Hale", 2012))], [], id="one year"
        ),
        pytest.param(
            [(None, wed("Tom Hale", "Jane Roe", 2012)), (None, wed("Jane Roe", "Tom Hale", None))], [], id="no day"
        ),
        pytest.param(
            [(None, wed("Tom Hale", "Jane Roe", 2012)), (None, wed("Ida Quist", "Tom Hale", 2014))],
            [],
            id="two weddings",
        ),
        pytest.param(
            [(None, wed("Tom Hale", "Jane Roe", 2012, "engagement")), (None, wed("Jane Roe", "Tom Hale", 2014))],
            [],
            id="an engagement and a wedding",
        ),
    ],
)  # fmt: skip
def test_what_hardly_fits_together(gathered, stories, clashes):
    found = rivals(gathered(*stories))
    assert [len(clash.statements) for clash in found] == clashes
    assert not any(clash.certain for clash in found)


def test_a_third_parent_is_explained_and_the_two_most_told_stand(gathered):
    (clash,) = rivals(gathered((None, *PARENTS[:3]), (None, *PARENTS[1:3])))
    assert clash.lines == (
        "Tom Hale is a parent of Mara Hale (2 stories)",
        "Ida Quist is a parent of Mara Hale (2 stories)",
        "Jane Roe is a parent of Mara Hale",
        "nobody is born to three people: one is a step-parent, or two of these are one person",
    )
