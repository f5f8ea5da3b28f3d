"""Where settings are found, what they may say, and what options do to them."""

from __future__ import annotations

import pytest

from onrecord.cli.settings import Settings, chosen, find, load, nearest
from onrecord.model.errors import BadConfiguration

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
    assert chosen(KNOWN, select=("impossible-date", "age-against-birth"), ignore=()) == (KNOWN[0], KNOWN[2])
    assert chosen(KNOWN, select=None, ignore=("ages-disagree",)) == (KNOWN[0], KNOWN[2])
    with pytest.raises(BadConfiguration, match="no check is left"):
        chosen(KNOWN, select=None, ignore=KNOWN)


def test_nearest():
    assert nearest("age-disagree", KNOWN) == "; did you mean 'ages-disagree'?"
    assert nearest("zzz", KNOWN) == "; expected one of age-against-birth, ages-disagree, impossible-date"
