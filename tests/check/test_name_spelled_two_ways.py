"""One name, two spellings."""

from __future__ import annotations

import pytest

from onrecord.check.name_spelled_two_ways import check


def both_named(tell, one, two):
    story = tell(f"{one} met {two}.", "2025-11-13")
    story.person(one)
    story.person(two)
    return story.case()


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Katherine Smythe", "Katharine Smythe"),  # another letter
        ("Katherine Smythe", "Kathherine Smythe"),  # one letter more
        ("Hillaria Quill", "Hilaria Quill"),
        ("Ada Teigen", "Ada Tiegen"),  # two letters changed places
        ("Ada Maria Teigen", "Ada Maria Tiegen"),
        ("KATHERINE SMYTHE", "Katharine Smythe"),
        ("Zoéline Quill", "Zoeline Quill"),
        ("Ada Romero", "Romeo"),  # a surname that stands alone
        ("Ada Kowalski", "Kowalksi"),
        ("Alec Quill", "Alic Quill"),  # four letters
        ("Ada Romero", "Ada Romera"),  # the last letter of a surname
        ("Ada Kendall", "Kendal"),
    ],
)
def test_one_slip_inside_one_part(tell, one, two):
    (finding,) = check(both_named(tell, one, two))
    assert (finding.level, finding.message) == ("unclear", f"“{one}” and “{two}”: one name spelled two ways?")
    assert [says.text for says in finding.spans] == [one, two]


@pytest.mark.parametrize("mark", [" [sic]", " (sic)", "'s [sic]"])
def test_a_slip_that_the_writer_knows_of(tell, mark):
    story = tell(f"Ada Tiegen{mark} dog barks. Ada Teigen laughs.")
    story.person("Ada Tiegen")
    story.person("Ada Teigen")
    assert list(check(story.case())) == []


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Katherine Smythe", "KATHERINE SMYTHE"),
        ("Ilaria Quill", "Hilaria Quill"),  # the first letter
        ("Daniel Quill", "Daniela Quill"),  # the last letter
        ("Maria Quill", "Mario Quill"),
        ("Christian Quill", "Christina Quill"),
        ("Kim Quill", "Kym Quill"),  # too short
        ("Ada Lee", "Ada Loe"),
        ("Katherine Smythe", "Katharinne Smythe"),  # two slips
        ("Katherine Smythe", "Katharine Smith"),  # two parts
        ("Katherine", "Katharine"),  # no full name: two given names
        ("Katherine Smythe", "Katharine"),  # a given name that stands alone
        ("Ada Smythe", "Smythes"),  # the family
        ("Katherine Smythe", "Katharine Ada Smythe"),
        ("Henry Quill 1st", "Henry Quill 2st"),
    ],
)
def test_what_are_two_names_or_the_same(tell, one, two):
    assert list(check(both_named(tell, one, two))) == []


@pytest.mark.parametrize("proof", ["kin", "ages", "none", "like ages"])
def test_two_people_have_two_names(tell, proof):
    story = tell("Katherine Smythe, 41, met Katharine Smythe, 12.", "2025-11-13")
    one, two = story.person("Katherine Smythe"), story.person("Katharine Smythe")
    if proof == "kin":
        story.kin(one, "sibling", two)
    elif proof == "ages":
        story.age(one, 41, "41")
        story.age(two, 12, "12")
    elif proof == "like ages":
        story.age(one, 41, "41")
        story.age(two, 41, "12")
    assert len(list(check(story.case()))) == (0 if proof in ("kin", "ages") else 1)


def test_each_pair_is_named_once_however_often_it_stands(tell):
    story = tell("Ada Teigen, Ada Tiegen, Ada Teigen, Ada Tiegen.")
    story.person("Ada Teigen")
    story.person("Ada Tiegen")
    assert len(list(check(story.case()))) == 1


def test_many_names_that_are_alike_stay_quick(tell):
    names = [f"Quill{'abcdefgh'[n % 8] * (n // 8 + 1)}q Smythe" for n in range(400)]
    story = tell(" ".join(names))
    for name in names:
        story.person(name)
    assert len(list(check(story.case()))) < 40 * 40


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("They moved to Barton.", 0),  # a place
        ("In Barton it rained.", 0),
        ("They saw a man in Barton’s house.", 1),
        ("They moved into a house that Barton built.", 1),
        ("They moved to Barton. Barton laughed.", 1),
    ],
)
def test_a_name_that_stands_alone_may_be_a_place(tell, words, found):
    story = tell(f"Joe Burton sang. {words}")
    story.person("Joe Burton")
    story.person("Barton")
    assert len(list(check(story.case()))) == found


def test_a_surname_that_belongs_to_somebody_else_is_no_slip(tell):
    story = tell("Ada Romero met Bo Romeo. Romeo sang.")
    for name in ("Ada Romero", "Bo Romeo", "Romeo"):
        story.person(name)
    assert list(check(story.case())) == []


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("The town heard that Romeo left.", ["Romeo"]),
        ("At Romeo's house it was dark.", ["Romeo"]),
        ("Romeo left.", []),  # any word may open a sentence
        ("They saw Romeo Quill.", []),
        ("They saw it in Harrow Romeo.", []),
        ("They saw Romeos.", []),
        ("They saw Romeo [sic].", []),
        ("The crowd in Romeo sang.", []),  # a place
        ("They moved to Romeo.", []),
        ("From Romeo they wrote.", []),
        ("They stood in Romeo’s house.", ["Romeo"]),
        ("They moved to Romeo. There they met Romeo, and Romeo.", ["Romeo"]),  # once, where it is no place
    ],
)
def test_a_word_that_is_not_read_as_a_name(tell, words, found):
    story = tell(f"Ada Romero sang. The crowd knew Ada Romero. {words}")
    story.person("Ada Romero")
    assert [finding.spans[1].text for finding in check(story.case())] == found


def test_a_surname_that_stands_once_is_held_against_names_only(tell):
    story = tell("Ada Romero sang. The town heard that Romeo left.")
    story.person("Ada Romero")
    assert list(check(story.case())) == []


@pytest.mark.parametrize(("surname", "word", "found"), [("Londan", "London", 0), ("Hudsen", "Hudson", 1)])
def test_a_place_that_everybody_knows_is_no_slip(tell, surname, word, found):
    story = tell(f"Ada {surname} sang. The crowd knew Ada {surname}. The {word} police, who liked {word}, came.")
    story.person(f"Ada {surname}")
    assert len(list(check(story.case()))) == found


def test_words_that_no_reading_takes_for_names_stay_quick(tell):
    letters = [one + two for one in "abcdefghijklmnopqrst" for two in "abcdefghijklmnopqrst"]
    names = [f"Ada Quill{both}" for both in letters]
    story = tell(" ".join(f"{name} sang. They knew {name}, and Quilx{name[-2:]}." for name in names))
    for name in names:
        story.person(name)
    slips = {says.text for finding in check(story.case()) for says in finding.spans if says.text.startswith("Quilx")}
    assert len(slips) == 40
