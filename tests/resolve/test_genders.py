"""Whether somebody is she or he: by what stands beside a name, else by the pronouns behind it."""

import pytest


@pytest.mark.parametrize(
    ("words", "pronoun"),
    [
        ("Susan Hale sang.", "she"),
        ("Dakari Oyelowe sang.", None),
        ("Dakari Oyelowe sang in his garden.", "he"),
        ("The actress Dakari Oyelowe sang.", "she"),
        ("Dakari Oyelowe, 41, sang in her garden.", "she"),
        # Somebody else stands between the name and the pronoun.
        ("Dakari Oyelowe sang with Susan Hale in her garden.", None),
        ("Dakari Oyelowe met the singer in her garden.", None),
        # Pronouns of both kinds tell nothing, and none inside a quotation does.
        ("Dakari Oyelowe sang in his garden. Dakari Oyelowe sang in her garden.", None),
        ('Dakari Oyelowe said: "She sang in the garden all day long."', None),
        # Four pronouns say more than what is usual for a given name, three do not.
        ("Susan Hale lost his hat, his coat, his shoes and his keys.", "he"),
        ("Susan Hale lost his hat, his coat and his shoes.", "she"),
    ],
)
def test_gender(read, words, pronoun):
    _, _, who = read(words)
    assert who.people[0].pronoun == pronoun
