"""Tells whether two words look like one word and a slip of the pen."""

from __future__ import annotations

SHORTEST_LETTERS = 5  # shorter names that differ by a letter are mostly two names: Ann and Anna, Jon and John


def is_slip(one: str, two: str, *, shortest_letters: int = SHORTEST_LETTERS, at_end: bool = False) -> bool:
    """Tell whether two words differ by one letter, or two neighbours in the other order, behind the first letter.

    With ``at_end`` the last letter may differ too, or be there only once, unless it is an s: the Hales are not Hale.
    """
    if min(len(one), len(two)) < shortest_letters or one == two:
        return False
    if sorted((one, two), key=len)[0] + "s" in (one, two):
        return False
    alike = next((n for n, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    one, two = one[alike:], two[alike:]
    behind = next(
        (n for n, (a, b) in enumerate(zip(one[::-1], two[::-1], strict=False)) if a != b), min(len(one), len(two))
    )
    one, two = one[: len(one) - behind], two[: len(two) - behind]
    if not alike or not (behind or at_end) or not (one + two).isalpha():
        return False
    return max(len(one), len(two)) == 1 or (len(one) == len(two) == 2 and one == two[::-1])
