"""Family files: GEDCOM and tables, each statement with the line or the cell that it stands in."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from onrecord.ingest.family_files import from_family_file
from onrecord.model.case import Case
from onrecord.model.errors import BadInput
from onrecord.model.statement import Event, Kin

GEDCOM = """0 HEAD
1 GEDC
2 VERS 7.0
0 @I1@ INDI
1 NAME Jane /Roe/
1 SEX F
1 BIRT
2 DATE 14 NOV 1983
0 @I2@ INDI
1 NAME Tom /Hale/
1 SEX M
1 BIRT
2 DATE BET 1980 AND MAR 1981
1 DEAT
2 DATE AFT 2020
0 @I3@ INDI
1 NAME Ben /Hale/
0 @F1@ FAM
1 HUSB @I2@
1 WIFE @I1@
1 CHIL @I3@
1 MARR
2 DATE JUN 2012
0 TRLR
"""
TABLE = """name,born,died,father,mother,partner,married
Ben Hale,2015,,Tom Hale,Jane Roe,,
Jane Roe,1983-11-14,,,,Tom Hale,2012-06
"Hale, ""Old"" Tom",1950/1952,2001-02-03,,,,
"""


def names(case: Case) -> dict[str, str]:
    return {person.id: person.name for person in case.people}


def kin(case: Case) -> set[tuple[str, str, str, str]]:
    called = names(case)
    return {(called[one.from_], one.relation, called[one.to], one.status) for one in case.all(Kin)}


def days(case: Case) -> set[tuple[str, tuple[str, ...], str | None, str | None]]:
    called = names(case)
    return {
        (
            one.event,
            tuple(called[who] for who in one.who),
            str(one.when.earliest) if one.when and one.when.earliest else None,
            str(one.when.latest) if one.when and one.when.latest else None,
        )
        for one in case.all(Event)
    }


def test_a_gedcom_file():
    case = from_family_file(GEDCOM, where="roe.ged")
    assert [(one.name, one.pronoun) for one in case.people] == [
        ("Jane Roe", "she"),
        ("Tom Hale", "he"),
        ("Ben Hale", None),
    ]
    assert kin(case) == {
        ("Tom Hale", "spouse", "Jane Roe", "current"),
        ("Tom Hale", "parent", "Ben Hale", "current"),
        ("Jane Roe", "parent", "Ben Hale", "current"),
    }
    assert days(case) == {
        ("birth", ("Jane Roe",), "1983-11-14", "1983-11-14"),
        ("birth", ("Tom Hale",), "1980-01-01", "1981-03-31"),
        ("death", ("Tom Hale",), "2020-01-01", None),
        ("marriage", ("Tom Hale", "Jane Roe"), "2012-06-01", "2012-06-30"),
    }
    born = next(one for one in case.all(Event) if one.event == "birth")
    assert [span.text for span in born.spans] == ["1 BIRT\n2 DATE 14 NOV 1983"]


def test_a_table():
    case = from_family_file(TABLE, where="roe.csv", published=date(2024, 1, 31))
    assert kin(case) == {
        ("Tom Hale", "parent", "Ben Hale", "current"),
        ("Jane Roe", "parent", "Ben Hale", "current"),
        ("Jane Roe", "spouse", "Tom Hale", "current"),
    }
    assert ("birth", ("Jane Roe",), "1983-11-14", "1983-11-14") in days(case)
    assert ("birth", ('Hale, ""Old"" Tom',), "1950-01-01", "1952-12-31") in days(case)
    assert (case.story.outlet, case.story.published) == ("family file", date(2024, 1, 31))


@pytest.mark.parametrize("text", [GEDCOM, TABLE, GEDCOM.replace("\n", "\r\n"), "\ufeff" + TABLE.replace("\n", "\r\n")])
def test_every_span_is_cut_from_the_text(text):
    case = from_family_file(text, where="x")
    assert Case.from_dict(case.to_dict()) == case
    assert len(case.all(Kin)) == 3


@pytest.mark.parametrize(
    ("told", "earliest", "latest"),
    [
        ("1983", "1983-01-01", "1983-12-31"),
        ("NOV 1983", "1983-11-01", "1983-11-30"),
        ("BEF 3 NOV 1983", None, "1983-11-03"),
        ("FROM 1980 TO 1982", "1980-01-01", "1982-12-31"),
        ("ABT 1983", "1983-01-01", "1983-12-31"),
        ("31 FEB 1983", None, None),
        ("BET 1990 AND 1980", None, None),
        ("(last spring)", None, None),
    ],
)
def test_dates_of_gedcom(told, earliest, latest):
    case = from_family_file(GEDCOM.replace("14 NOV 1983", told), where="x")
    assert next(one for one in days(case) if one[:2] == ("birth", ("Jane Roe",)))[2:] == (earliest, latest)


@pytest.mark.parametrize(
    ("text", "match"),
    [
        ("0 HEAD\nthis is no line", "2: 'this is no line' is no line of GEDCOM"),
        ("0 HEAD\n2 VERS 7.0", "2: level 2 under level 0"),
        ("0 HEAD\n0 TRLR", "nobody is named"),
        ("person,born\nJane,1983", "no column is called name"),
        ("", "no column is called name"),
        ("name,born\n", "nobody is named"),
    ],
)
def test_what_is_no_family_file_is_refused(text, match):
    with pytest.raises(BadInput, match=match):
        from_family_file(text, where="x")


@given(st.one_of(st.text(max_size=60), st.text(alphabet='0123 @"NAMEINDI,\r\n/', max_size=80)))
def test_any_text_is_read_or_refused(text):
    for begun in ("", "0 HEAD\n", "name,born,partner\n"):
        try:
            case = from_family_file(begun + text, where="x")
        except BadInput:
            continue
        assert Case.from_dict(case.to_dict()) == case
