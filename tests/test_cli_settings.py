"""Where settings are found, what they may say, and what options do to them."""

from __future__ import annotations

from pathlib import Path

import msgspec
import pytest

from onrecord import parts
from onrecord.cli.settings import Settings, chosen, find, load, nearest
from onrecord.model.errors import BadConfiguration
from onrecord.model.limits import Limits

KNOWN = ("age-against-birth", "ages-disagree", "impossible-date")


def test_the_nearest_file_above_wins(tmp_path):
    inner = tmp_path / "desk" / "drafts"
    inner.mkdir(parents=True)
    (tmp_path / "onrecord.toml").write_text('ignore = ["ages-disagree"]')
    assert find(inner) == tmp_path / "onrecord.toml"
    (tmp_path / "desk" / "pyproject.toml").write_text("[tool.other]\n")
    assert find(inner) == tmp_path / "onrecord.toml"
    (tmp_path / "desk" / "pyproject.toml").write_text('[tool.onrecord]\nformat = "concise"\n')
    assert find(inner) == tmp_path / "desk" / "pyproject.toml"
    assert load(tmp_path / "desk" / "pyproject.toml") == Settings(format="concise")
    (tmp_path / "desk" / "onrecord.toml").write_text('select = ["ages-disagree"]')
    assert find(inner) == tmp_path / "desk" / "onrecord.toml"
    assert load(tmp_path / "desk" / "onrecord.toml") == Settings(select=("ages-disagree",))


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ('ignored = ["x"]', "no setting is called 'ignored'; did you mean 'ignore'?"),
        ('ignore = "ages-disagree"', "Expected `array`"),
        ("format = 3", "Expected `str"),
        ("format = ", "expected TOML"),
        (b"\xff", "expected TOML"),
        ("least_confidence = 1.5", "Expected `float` <= 1.0"),
        ("least_confidence = -0.1", "Expected `float` >= 0.0"),
        ('format = "pdf"', "no format is called 'pdf'"),
    ],
)
def test_a_bad_setting_is_named_with_its_file(tmp_path, written, said):
    file = tmp_path / "onrecord.toml"
    file.write_bytes(written if isinstance(written, bytes) else written.encode())
    with pytest.raises(BadConfiguration, match=r"onrecord\.toml: ") as raised:
        load(file)
    assert said in str(raised.value)


def test_a_table_of_another_kind(tmp_path):
    file = tmp_path / "pyproject.toml"
    for written in ("tool = 3", "[tool]\nonrecord = 3"):
        file.write_text(written)
        with pytest.raises(BadConfiguration, match=r"expected \[tool.onrecord\]"):
            find(tmp_path)


def test_chosen_keeps_the_known_order():
    assert chosen(KNOWN, KNOWN, select=("impossible-date", "age-against-birth"), ignore=()) == (KNOWN[0], KNOWN[2])
    assert chosen(KNOWN, KNOWN, select=None, ignore=("ages-disagree",)) == (KNOWN[0], KNOWN[2])
    with pytest.raises(BadConfiguration, match="no check is left"):
        chosen(KNOWN, KNOWN, select=None, ignore=KNOWN)


def test_a_check_that_is_off_runs_when_it_is_selected():
    assert chosen(KNOWN, KNOWN[:1], select=None, ignore=()) == KNOWN[:1]
    assert chosen(KNOWN, KNOWN[:1], select=KNOWN[2:], ignore=()) == KNOWN[2:]


def test_limits_are_settings_of_their_own(tmp_path):
    file = tmp_path / "onrecord.toml"
    file.write_text('youngest_parent_years = 14\nformat = "concise"\n')
    assert load(file) == Settings(format="concise", limits=Limits(youngest_parent_years=14))
    assert Limits().youngest_parent_years == 12


@pytest.mark.parametrize(
    "setting", ["youngest_parent_years = -1", "youngest_parent_years = 1.5", "youngest_parents = 3"]
)
def test_a_limit_is_a_whole_number_that_there_is(tmp_path, setting):
    file = tmp_path / "onrecord.toml"
    file.write_text(setting)
    with pytest.raises(BadConfiguration):
        load(file)


def test_every_limit_is_heeded_and_explained():
    heeded = {limit for name in parts.checks() for limit in parts.limits_of(name)}
    assert heeded == {field.name for field in msgspec.structs.fields(Limits)}
    page = (Path(__file__).parents[1] / "docs" / "configuration.md").read_text(encoding="utf-8")
    assert all(f"| `{limit}` |" in page and f" | {getattr(Limits(), limit)} |" in page for limit in heeded)


def test_nearest():
    assert nearest("age-disagree", KNOWN) == "; did you mean 'ages-disagree'?"
    assert nearest("zzz", KNOWN) == "; expected one of age-against-birth, ages-disagree, impossible-date"
