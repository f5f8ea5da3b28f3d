"""Whom a pronoun cannot mean by grammar."""

import pytest


@pytest.mark.parametrize(
    ("words", "pronoun", "means"),
    [
        # Behind its subject a clause names somebody else.
        ("Otto Brandt sat at home. He saw Peter Marlow.", "He", ["Otto Brandt"]),
        ("Peter Marlow sat at home. He says Peter Marlow lied.", "He", []),
        ("Peter Marlow sat at home. In the end he left, and Peter Marlow sang.", "he", ["Peter Marlow"]),
        ("Peter Marlow sat at home. When he left Peter Marlow sang.", "he", ["Peter Marlow"]),
        # Whoever acts does not act on himself.
        ("Peter Marlow came. Peter Marlow saw him.", "him", []),
        ("Otto Brandt came. Peter Marlow saw him.", "him", ["Otto Brandt"]),
        ("Peter Marlow took the dog with him.", "him", ["Peter Marlow"]),
        ("Susan Hale lost her.", "her", []),
        ("Susan Hale lost her hat.", "her", ["Susan Hale"]),
        ("Susan Hale and Rebecca Reed came. Susan Hale tried to stop her.", "her", ["Rebecca Reed"]),
        ("Rebecca Reed came. Susan Hale and Rebecca Reed tried to stop her.", "her", []),
        ("Susan Hale is proud of her.", "her", []),
        ("Susan Hale shared a picture of her.", "her", ["Susan Hale"]),
        # Nobody is his own friend or brother.
        ("Peter Marlow came on a dare from his pal Peter Marlow.", "his", []),
        ("Peter Marlow came on a dare from his pal Otto Reed.", "his", ["Peter Marlow"]),
        ("Peter Marlow sat at home. His brother Peter Marlow sang.", "His", []),
        ("Peter Marlow sat at home. His brother Otto sang.", "His", ["Peter Marlow"]),
    ],
)
def test_a_pronoun_means_nobody_whom_grammar_bars(meant, words, pronoun, means):
    assert [list(names) for text, *names in meant(words) if text == pronoun] == [means]
