"""Weighs whom a pronoun means: by nearness, grammar, how often and where somebody was named, and the trained reader."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

import msgspec

from onrecord.model.marks import Gender, Mention
from onrecord.model.person import Form
from onrecord.resolve.clauses import Place, Role

LEAST_CHANCE = 0.25
"""Below this chance nobody is meant."""

_REFLEXIVE = frozenset(["himself", "herself"])


class Met(msgspec.Struct, frozen=True):
    """A mention of somebody met on the way; ``order`` counts the mentions, ``first`` tells that it opens a sentence."""

    form: Form
    gender: Gender | None
    place: Place
    order: int
    sentence: int
    first: bool
    quoted: bool


def features(
    pronoun: Mention,
    place: Place,
    sentence: int,
    quoted: bool,
    met: list[Met],
    often: int,
    *,
    most: bool,
    opens: bool,
    nearer: int,
) -> dict[str, float]:
    """Return what speaks for a pronoun meaning somebody.

    ``met`` are their mentions so far, the last first (at least one); ``often`` how often the story names them, with
    ``most`` if nobody is named more; ``opens`` if the story's first name is theirs; ``nearer`` how many others were met
    since.
    """
    last = met[0]
    away = sentence - last.sentence
    before = {one.place.role for one in met if one.sentence == sentence - 1}
    here = [one.place for one in met if one.sentence == sentence]
    role = _role(pronoun, place)
    told = {
        f"away {min(away, 4)}": 1.0,
        f"nearer {min(nearer, 3)}": 1.0,
        f"last {last.form}": 1.0,
        f"{role}: last {last.place.role}": 1.0,
        f"away {min(away, 2)}: {last.place.role}": 1.0,
        "often": math.log1p(min(often, 20)),
        "met": math.log1p(min(len(met), 10)),
    }
    flags = {
        "most": most,
        "opens": opens,
        "first": any(one.first and one.sentence == last.sentence for one in met),
        "gender unknown": pronoun.gender is not None and last.gender is None,
        "quoted": last.quoted and not quoted,
        "both quoted": last.quoted and quoted,
        "led before": "subject" in before,
        "led here": any(one.role == "subject" for one in here),
        **_clause(pronoun, role, place, here),
    }
    return told | {name: 1.0 for name, holds in flags.items() if holds}


def _role(pronoun: Mention, place: Place) -> Role:
    low = pronoun.span.text.lower()
    if low in ("he", "she"):
        return "subject"
    return "owner" if low == "his" else place.role


def _clause(pronoun: Mention, role: Role, place: Place, here: list[Place]) -> dict[str, bool]:
    """Tell what somebody is in the clause of the pronoun and in the one above; ``here`` are their places nearby."""
    if place.clause < 0:
        return {}
    reflexive = pronoun.span.text.lower() in _REFLEXIVE
    beside = next((one.role for one in here if one.clause == place.clause), None)
    above = next((one.role for one in here if one.clause == place.above != place.clause), None)
    return {
        f"{'reflexive' if reflexive else role} beside {beside}": reflexive or beside is not None,
        f"{role} below {above}": above is not None,
    }


def score(told: Mapping[str, float], chance: float) -> float:
    """Return how much speaks for somebody; ``chance`` is the reader's."""
    weights = _weights()
    total = weights.get("bias", 0.0) + sum(weights.get(name, 0.0) * value for name, value in told.items())
    known = weights.get("reader bias", 0.0) + sum(weights[name] * value for name, value in foreseen(chance).items())
    return weights["base"] * total + known


def foreseen(chance: float) -> dict[str, float]:
    """Return what the reader's chance says, as features."""
    return {"chance": chance, "log chance": math.log(max(chance, 0.02))}


def shares(scores: Iterable[float]) -> list[float]:
    """Return scores as chances that sum to 1 with that of nobody, whose score is 0."""
    powers = [math.exp(min(50.0, value)) for value in scores]
    return [power / (1.0 + sum(powers)) for power in powers]


@cache
def _weights() -> dict[str, float]:
    read: dict[str, float] = json.loads((files("onrecord.resolve") / "data/pronoun_weights.json").read_text("utf-8"))
    return read
