"""Who is who: the people of a story with their names, and everything that means them."""


def test_a_person_has_the_fullest_name_and_all_others(read):
    _, _, who = read("Susan Hale came. Hale sang. Later Susan left.")
    (susan,) = who.people
    assert (susan.id, susan.name, susan.aliases) == ("p1", "Susan Hale", ("Susan Hale", "Susan", "Hale"))


def test_a_name_in_capitals_is_not_the_persons_name_where_the_story_writes_it_otherwise(read):
    _, _, who = read("SUSAN HALE SINGS\n\nSusan Hale sang. Peter MARLOW heard her.")
    assert [person.name for person in who.people] == ["Susan Hale", "Peter MARLOW"]


def test_a_name_is_one_whatever_space_stands_in_it(read):
    _, _, who = read("Susan\xa0Hale came. Susan Hale sang.")
    assert [person.aliases for person in who.people] == [("Susan Hale",)]


def test_a_blend_of_both_names_means_their_bearer(read):
    _, _, who = read("Susan Hale met Peter Marlow. S-Hal sang.")
    assert [person.aliases for person in who.people] == [("Susan Hale", "S-Hal"), ("Peter Marlow",)]


def test_people_are_numbered_in_the_order_of_the_text(read):
    _, _, who = read("Susan Hale met Peter Marlow.")
    assert [(person.id, person.name) for person in who.people] == [("p1", "Susan Hale"), ("p2", "Peter Marlow")]


def test_a_person_has_pronouns_and_nouns_as_mentions(read):
    _, _, who = read("Susan Hale came. The actress sang. She left.")
    assert [(mention.text, mention.form) for mention in who.people[0].mentions] == [
        ("Susan Hale", "name"),
        ("The actress", "noun"),
        ("She", "pronoun"),
    ]


def test_who_has_no_name_is_nobodys_record(read):
    _, _, who = read("The actress sang. She left.")
    assert (who.people, dict(who.ids)) == ((), {})


def test_words_for_two_mean_both_and_are_a_mention_of_neither(read, meant):
    words = "Susan Hale married Peter Marlow. The couple sang."
    assert {"The couple", "Susan Hale", "Peter Marlow"} in map(set, meant(words))
    _, _, who = read(words)
    assert all(mention.text != "The couple" for person in who.people for mention in person.mentions)
