"""Names of animals and names for two people in one are nobody's; people who only sound so stay."""

import pytest

from onrecord.annotate.name_kinds import Named
from onrecord.annotate.not_people import Blends, animals, without_others
from onrecord.ingest import from_text
from onrecord.text import lay_out


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ann walked her dog Max and left.", {"Max"}),
        ("Ann walked her dog, Max, and left.", {"Max"}),
        ("Ann saw spaniels lovingly named Max, Milo and Coco there.", {"Max", "Milo", "Coco"}),
        ("Ann saw Max, a black Standard Poodle, and left.", {"Max"}),
        ("Ann saw Max, her old cat.", {"Max"}),
        ("Ann saw Max, a dog lover, and left.", set()),
        ("Ann saw Max and a dog.", set()),
        ("Ann told Max about the dog. Milo left.", set()),
        ("Ann saw a horse, Milo said.", set()),
        ("Milo, the owner of the dog, left.", set()),
        ("Kitty Vale left.", set()),
    ],
)
def test_names_of_animals(text, names):
    assert animals(text) == names


PEOPLE = {("pamela", "vale"), ("torsten", "hale"), ("otto", "reed")}


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("pamsten", True),
        ("pamtorsten", True),
        ("valetto", True),
        # One person alone, somebody's own name, and words too short are no blends.
        ("pamela", False),
        ("pamvale", False),
        ("pamqux", False),
        ("paot", False),
    ],
)
def test_a_blend_is_made_of_two_people(word, expected):
    assert Blends(PEOPLE | {(word,)}).has(word) is expected


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("Pamela Vale and Torsten Hale are Pamsten.", ["Pamela Vale", "Torsten Hale"]),
        ("Pamela Vale is no Pamsten.", ["Pamela Vale", "Pamsten"]),
        ("Pamela Vale has a dog named Otto. Otto ran.", ["Pamela Vale"]),
        # A person may bear the name of a dog.
        ("Otto Reed has a dog named Otto.", ["Otto Reed", "Otto"]),
        ("Pamela Vale has a King Charles Spaniel.", ["Pamela Vale"]),
        ("Pamela Vale (R-Ky.) sang.", ["Pamela Vale"]),
        ("Then D-Lux sang with Kitty and Cat Vale.", ["Then D-Lux", "Kitty", "Cat Vale"]),
        ("It was D-Lux.", ["It", "D-Lux"]),
        # Any part of a full name is a person's, and who speaks is no two people in one.
        ("Otto Reed has a dog named Reed. Reed ran.", ["Otto Reed", "Reed", "Reed"]),
        ("Pamela Vale and Torsten Hale heard that Pamsten said so.", ["Pamela Vale", "Torsten Hale", "Pamsten"]),
    ],
)
def test_the_names_of_a_story_without_them(text, kept):
    document = lay_out(from_text(f"a day out\n\n{text}"))
    names = list(_runs(document))
    assert [" ".join(w.text for w in document.words[n.first : n.last]) for n in without_others(document, names)] == kept


def _runs(document):
    """Yield each run of words with a capital as a person's name."""
    first = None
    for at, word in enumerate(document.words):
        if word.text[0].isupper():
            first = at if first is None else first
        elif first is not None:
            yield Named(first, at, "person")
            first = None


def test_a_long_text_is_read_in_time():
    assert animals("Max, a " * 5000 + "dog called " + "Max, " * 5000) == {"Max"}
