"""Whom pronouns, nouns and words for several people mean."""

import pytest


def means(read_meant, words, which):
    return [sorted(names) for text, *names in read_meant(words) if text == which]


@pytest.mark.parametrize(
    ("words", "which", "expected"),
    [
        # Gender decides, and where it does not, nobody is meant.
        ("Susan Hale met Peter Marlow. She sang.", "She", ["Susan Hale"]),
        ("Susan Hale met Peter Marlow. He sang.", "He", ["Peter Marlow"]),
        ("Susan Hale and Rebecca Reed came. She sang.", "She", ["Susan Hale"]),
        ("Rebecca Reed sang. Rebecca Reed left Susan Hale. She sang.", "She", ["Rebecca Reed"]),
        # Who is named first leads a sentence, but not behind "with" and its like.
        ("Friends came with Rebecca Reed and Susan Hale. She sang.", "She", []),
        # What is far away is forgotten: four sentences are not.
        ("Susan Hale came. It rained. It poured. It froze. She sang.", "She", ["Susan Hale"]),
        ("Susan Hale came. It rained. It poured. It froze. It snowed. She sang.", "She", []),
        # An occupation that was told of somebody, before the name or beside it.
        ("Judge Susan Hale met Rebecca Reed. Rebecca Reed left. The judge sang.", "The judge", ["Susan Hale"]),
        ("Susan Hale, a lawyer, came. Rebecca Reed sang. Rebecca Reed left. The dog ran.", "The dog", None),
        # It is forgotten where others are named far more often and lately.
        (
            "Singer Otto Reed met Peter Marlow." + " Peter Marlow left." * 8 + " The singer sang.",
            "The singer",
            ["Peter Marlow"],
        ),
        (
            "Singer Otto Reed met Peter Marlow." + " Peter Marlow left." * 2 + " The singer sang.",
            "The singer",
            ["Otto Reed"],
        ),
        # What is said of somebody is no mention of another.
        ("Susan Hale came home. The city was the star.", "the star", []),
        ("Susan Hale came home. The city loved the star.", "the star", ["Susan Hale"]),
        # Whose trainer it is, is not the trainer.
        ("Susan Hale came home. Her trainer sang. The trainer left.", "The trainer", []),
        ("Susan Hale came home. The trainer left.", "The trainer", ["Susan Hale"]),
        # An office is told, and not guessed.
        ("Susan Hale came. The president sang.", "The president", []),
        ("President Susan Hale came. Rebecca Reed sang. The president left.", "The president", ["Susan Hale"]),
        ("Queen Susan Hale met Queen Rebecca Reed. The queen sang.", "The queen", ["Susan Hale"]),
        # A kinship that the story tells.
        ("Susan Hale married Peter Marlow. Her husband sang.", "Her husband", ["Peter Marlow"]),
        ("Susan Hale met Peter Marlow. Her husband sang.", "Her husband", []),
        ("Susan Hale divorced Peter Marlow. Her ex-husband sang.", "Her ex-husband", ["Peter Marlow"]),
        # An age.
        ("Susan Hale, 41, met Rebecca Reed, 30. The 30-year-old sang.", "The 30-year-old", ["Rebecca Reed"]),
        ("Susan Hale, 41, came home. The 30-year-old sang.", "The 30-year-old", []),
        # Two.
        ("Susan Hale married Peter Marlow. They sang.", "They", ["Peter Marlow", "Susan Hale"]),
        ("Susan Hale came home. They sang.", "They", []),
        ("Susan Hale and Peter Marlow came home. The couple sang.", "The couple", ["Peter Marlow", "Susan Hale"]),
        ("Susan Hale came home. The couple sang.", "The couple", []),
        (
            "Susan Hale married Otto Reed. Susan Hale divorced Peter Marlow. Susan Hale loves Otto Reed. The exes sang.",
            "The exes",
            ["Peter Marlow", "Susan Hale"],
        ),
        # The words for a couple lead nobody: who is meant by the next noun is told by the names.
        (
            "Susan Hale married Peter Marlow. Susan Hale sang. The couple left. The singer spoke.",
            "The singer",
            ["Susan Hale"],
        ),
        # Brothers and sisters are the two named together just now.
        ("Susan Hale and Rebecca Hale came. The sisters sang.", "The sisters", ["Rebecca Hale", "Susan Hale"]),
        ("Susan Hale and Rebecca Hale came. It rained. The sisters sang.", "The sisters", []),
        ("Susan Hale and Peter Hale came. The sisters sang.", "The sisters", []),
        # Whose age it is.
        (
            "Susan Hale, 18, sang. Rebecca Hale saw her 18-year-old daughter.",
            "her 18-year-old daughter",
            ["Susan Hale"],
        ),
        ("Susan Hale, 19, sang. Rebecca Hale saw her 18-year-old daughter.", "her 18-year-old daughter", []),
        # Two ages of one person are told, and clash.
        ("Susan Hale, 41, sang. She is 43.", "She", ["Susan Hale"]),
        ("Susan Hale, 41, sang with Otto Reed in her thirties.", "her", ["Susan Hale"]),
        # A child is no parent.
        ("Susan Hale came with her son Otto Hale. The 15-year-old left.", "The 15-year-old", ["Otto Hale"]),
        # Who owns the words for another does not lead.
        ("Susan Hale's sister, Rebecca Hale, says that her dog ran.", "her", ["Rebecca Hale"]),
        ("Susan Hale met Peter Marlow, and they wed. His first wife sang.", "His first wife", []),
    ],
)
def test_whom_words_mean(meant, words, which, expected):
    assert means(meant, words, which) == ([] if expected is None else [expected])


@pytest.mark.parametrize(
    ("words", "which", "expected"),
    [
        # Nobody speaks of herself as "she".
        ('Susan Hale met Rebecca Reed. "She sang," Susan Hale said.', "She", ["Rebecca Reed"]),
        ('Susan Hale met Rebecca Reed. "She sang," Rebecca Reed said.', "She", ["Susan Hale"]),
        ('Susan Hale came home. "She sang all day long," she said.', "She", []),
        # Of two who may speak, neither does.
        ('Susan Hale says that Rebecca Reed told so and she said, "It rains all day."', "she", []),
        ('Susan Hale told so to Rebecca Reed and she said, "It rains all day."', "she", ["Susan Hale"]),
        # Who goes on speaking is who spoke.
        ('"It rains," Rebecca Reed said. Susan Hale sang. "It pours," she added.', "she", ["Rebecca Reed"]),
        ('"It rains," Rebecca Reed said. Susan Hale sang. "It pours," she said.', "she", ["Susan Hale"]),
        ('"It rains," Rebecca Reed said. Peter Marlow sang. "It pours," he added.', "he", ["Peter Marlow"]),
    ],
)
def test_quotations_tell_who_is_meant(meant, words, which, expected):
    assert means(meant, words, which) == [expected]
