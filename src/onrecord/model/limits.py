"""From where on something is unlikely: limits that a newsroom may set otherwise."""

from __future__ import annotations

from typing import Annotated

import msgspec

Whole = Annotated[int, msgspec.Meta(ge=0)]


class Limits(msgspec.Struct, frozen=True, kw_only=True):
    """The limits of the checks, by the names that they have in onrecord.toml; each name ends in its unit.

    They decide what is ``unlikely``, never what is ``impossible``. The youngest known fathers and mothers were 11 to
    13; of children born in England and Wales in 2022, fewer than 1 in 2,000 had a mother of 50 or more.
    """

    youngest_parent_years: Whole = 12
    oldest_mother_years: Whole = 55
    oldest_father_years: Whole = 80
    youngest_grandparent_years: Whole = 26
    closest_siblings_months: Whole = 7
    birthday_party_days: Whole = 14
    rounded_years: Whole = 1


LIMITS = Limits()
