"""Short forms of full names."""

import pytest

from onrecord.resolve.short_names import short_form


@pytest.mark.parametrize(
    ("text", "name", "fits"),
    [
        ("@susanhale", "susan hale", True),
        ("@Susan_Hale", "susan hale", True),
        ("@susanhale", "susan reed", False),
        ("SH", "susan hale", True),
        ("SR", "susan hale", False),
        ("SuHa", "susan hale", True),
        ("S.Ha", "susan hale", True),
        ("SuRe", "susan hale", False),
        ("SusanHale", "susan hale", False),
        ("Susan H", "susan hale", True),
        ("Susan R.", "susan hale", False),
        ("Marls", "peter marlow", True),
        ("Marlows", "peter marlow", False),
        ("Marls", "peter marls", False),
    ],
)
def test_whether_a_name_is_short_for_another(text, name, fits):
    assert short_form(text)(tuple(name.split())) is fits


@pytest.mark.parametrize("text", ["Susan", "Hale", "@hale", "SUSAN", "Hals", "Susan Hale"])
def test_what_is_no_short_form(text):
    assert short_form(text) is None
