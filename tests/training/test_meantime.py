from __future__ import annotations

import io
import tarfile
from pathlib import Path

import pytest

from training.corpora.meantime import meantime
from training.example import Example

TEXT = "Marl wins | May 3 , 2012 | Marl may not sell in two weeks | Unread words"
EVENT = '<EVENT_MENTION m_id="{id}" pos="{pos}" certainty="{certainty}" polarity="{polarity}" special_cases="{special}">{words}</EVENT_MENTION>'


def event(
    *words: int, certainty: str = "CERTAIN", polarity: str = "POS", pos: str = "VERB", special: str = "NONE"
) -> str:
    anchors = "".join(f'<token_anchor t_id="{word}"/>' for word in words)
    return EVENT.format(id=words[0], words=anchors, certainty=certainty, polarity=polarity, pos=pos, special=special)


def time(*words: int, value: str = "2012-05-03") -> str:
    anchors = "".join(f'<token_anchor t_id="{word}"/>' for word in words)
    return f'<TIMEX3 m_id="9" value="{value}">{anchors}</TIMEX3>'


def read(folder: Path, *marks: str) -> Example:
    tokens = [(word, number) for number, line in enumerate(TEXT.split(" | ")) for word in line.split()]
    lines = (
        f'<token t_id="{place}" sentence="{sentence}" number="{place}">{word}</token>'
        for place, (word, sentence) in enumerate(tokens, 1)
    )
    packed = f"<Document>{''.join(lines)}<Markables>{''.join(marks)}</Markables></Document>".encode()
    path = folder / "meantime.tar.gz"
    with tarfile.open(path, "w:gz") as archive:
        member = tarfile.TarInfo("meantime/corpus/7_Marl_wins.xml")
        member.size = len(packed)
        archive.addfile(member, io.BytesIO(packed))
    (example,) = meantime(path)
    return example


def test_a_story_ends_with_its_last_annotated_sentence(tmp_path: Path) -> None:
    example = read(tmp_path, time(3, 4, 5, 6), time(12, 13, value="P2W"), time(value="2012"))
    assert example.id == "7_Marl_wins"
    assert example.words[-1] == "weeks"
    assert example.sentences == (0, 2, 6)
    assert example.stretches == {"time": ((2, 6), (11, 13))}


def test_what_has_no_day_at_all_is_no_time(tmp_path: Path) -> None:
    assert read(tmp_path, time(3, 4, value="XXXX-XX-XX")).stretches == {"time": ()}


@pytest.mark.parametrize(
    ("mark", "how"),
    [
        (event(10), "stated"),
        (event(10, polarity="NEG"), "denied"),
        (event(10, certainty="POSSIBLE"), "hedged"),
        (event(10, certainty="PROBABLE", polarity="UNDERSPECIFIED"), "hedged"),
        (event(10, certainty="UNDERSPECIFIED"), None),
        (event(10, special="COND_IF_CLAUSE"), None),
        (event(10, pos="NOUN"), None),
        (event(10, 11), None),
    ],
)
def test_how_an_event_is_put(tmp_path: Path, mark: str, how: str | None) -> None:
    assert read(tmp_path, mark).factuality == ({9: how} if how else {})
