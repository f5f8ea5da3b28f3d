"""Weighs what speaks for a capitalised word being a person's name: its words, and what stands around it."""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from itertools import pairwise

from onrecord.annotate.capitals import SUFFIXES, Run
from onrecord.annotate.cues import cues
from onrecord.annotate.lexicon import everyday, given, on_list, surname
from onrecord.annotate.numbers import number
from onrecord.annotate.person_nouns import NOUNS
from onrecord.annotate.word_lists import listed
from onrecord.model.document import Document

_PLACE = frozenset(["in", "at", "from", "near", "outside", "inside", "across", "around", "throughout"])
_TO = frozenset(["on", "of", "to", "for", "via", "through"])
_WITH = listed("with by and & alongside about between like than against dating")
_OWN = frozenset(["his", "her", "their", "my", "our", "your"])
_PRONOUNS = frozenset(["he", "she", "his", "her", "him", "hers", "himself", "herself"])
_PRESS = listed("""
    magazine website site mag newspaper tabloid weekly outlet reporter publication interview
""")
_SHOW = listed("""
    show series film movie album song single awards award star stars alum contestant host tour cast season
    finale episode premiere franchise video book novel concert festival magazine party account page post app
    network fans family household clan event brand line team label company campaign stadium hotel restaurant
    airport
""")
ORGANISATIONS = listed("""
    magazine weekly news times post tv records entertainment inc corp company awards award hospital university
    school college church show club hotel foundation street avenue road boulevard beach hills island islands
    city county park day tour center centre festival week cup league party house court group studios pictures
    films network radio institute association academy museum theatre theater bar restaurant airport police
    department office bureau committee agency union bank army navy force games series season idol wars story
    daily gazette herald tribune journal telegraph express mirror sun standard guardian online today tonight
    magazine's press media productions international society council ministry palace castle tower hall arena
    canyon creek falls forest reserve resort lodge ranch
    stadium garden gardens square bridge river lake mountain valley ocean sea coast bay state states republic
    kingdom empire world cosmetics jeans clothing instagram twitter facebook snapchat foundation's charity trust
    fund project live music girls boys men women the of and & with in on for
""")
_AFTER_SPEECH = frozenset(cues())


def features(
    document: Document, key: str, found: list[Run], whole: Counter[str], parts: Counter[str], low: Counter[str]
) -> dict[str, float]:
    """Return what is known of a name: of its words, of how often it stands where, and of longer names it is part of.

    ``whole`` counts the keys of all runs, ``parts`` the first and last words of accepted longer names (marked "^" and
    "$"), ``low`` the words of the story that stand in lower case.
    """
    told = dict.fromkeys(_of_words(key, low), 1.0)
    plain = [run for run in found if not run.titled]
    if not plain:
        told["only titled"] = 1.0
    around: Counter[str] = Counter()
    for run in plain:
        around.update(set(_around(document, run)))
    for name, count in around.items():
        told[f"any {name}"] = 1.0
        told[f"share {name}"] = count / len(plain)
    told["often"] = min(3.0, math.log(1 + len(found)))
    if key + "$" in parts:
        told["last of longer"] = 1.0
    if key + "^" in parts:
        told["first of longer"] = 1.0
    tokens = key.split()
    if len(tokens) > 1:
        told["last alone"] = float(whole[tokens[-1]] > 0)
        told["first alone"] = float(whole[tokens[0]] > 0)
    return told


def _of_words(key: str, low: Counter[str]) -> Iterable[str]:
    tokens = key.split()
    size = min(4, len(tokens))
    yield f"{size} words"
    first, last = tokens[0], tokens[-1]
    if last in SUFFIXES and len(tokens) > 1:
        yield "suffix"
        last = tokens[-2]
    inner = last.split("-")[-1]
    shape = "given" if given(first) else "initials" if "." in first else "everyday" if everyday(first) else "other"
    end = "surname" if surname(inner) else "everyday" if everyday(last) else "given" if given(last) else "other"
    yield f"{size} {shape} first"
    if size > 1:
        yield f"{end} last"
        yield f"{shape} + {end}"
    else:
        yield f"alone {shape} {end}"
    if given(first) and everyday(first):
        yield f"{size} given and everyday"
    sort = on_list(key)
    if sort:
        yield f"listed {sort}"
        yield f"listed {sort} {shape}"
    if size > 1 and (on_list(first) or on_list(last)):
        yield f"holds {on_list(first) or on_list(last)} {shape}"
    if any(token in ORGANISATIONS for token in tokens):
        yield "organisation word"
        yield f"organisation word {shape}"
    plain = sum(everyday(token) in ("n", "v", "a", "r", "f", "d") for token in tokens)
    yield f"{min(3, plain)} everyday of {size}"
    if size > 1 and all(everyday(token) for token in tokens):
        yield "all everyday"
    if any(low[token] for token in tokens):
        yield f"lower elsewhere {shape}"
    yield from _signs(key, tokens)


def _signs(key: str, tokens: list[str]) -> Iterable[str]:
    """Yield what the letters and signs of a name tell."""
    if ".com" in key or any(char.isdigit() for char in key):
        yield "address or digit"
    if "-" in key:
        yield "hyphen"
    if len(tokens) == 1 and key.endswith("s"):
        yield "ends in s"
    if key.startswith(("@", "#")):
        yield "handle"


def _around(document: Document, run: Run) -> Iterable[str]:
    """Yield what stands before and after a run."""
    words = document.words
    before = words[run.first - 1].text.lower() if run.first else ""
    earlier = words[run.first - 2].text.lower() if run.first > 1 else ""
    yield from _before(before, earlier)
    text = document.story.text[words[run.first].start : words[run.last - 1].end]
    if text.isupper() and len(text) > 1:
        yield "upper" if len(text) > 4 else "short upper"
    elif not text.istitle() and any(a.islower() and b.isupper() for a, b in pairwise(text)):
        yield "mixed case"
    if run.begins:
        yield "begins"
    if run.title:
        yield "title"
    after = [word.text.lower() for word in words[run.last : run.last + 12]]
    if after:
        yield from _after(after, before)
    if _PRONOUNS & set(after):
        yield "pronoun near"


def _before(before: str, earlier: str) -> Iterable[str]:
    noun = NOUNS.get(before)
    if before in ("the", "a", "an", "this", "that"):
        yield "the before" if before == "the" else "a before"
    elif before in _PLACE:
        yield "place word before"
    elif before in _TO:
        yield f"{before} before"
    elif before in _WITH:
        yield f"{before} before" if before in ("with", "by", "and") else "with before"
    elif noun:
        yield f"{noun.sort} noun before"
    elif before in ("'s", "’s", "'"):
        yield "owner before"
    elif before in _OWN:
        yield "his before"
    elif before in _AFTER_SPEECH:
        yield "speech before"
    elif before in ("named", "called", "actor", "starring", "husband"):
        yield "named before"
    elif before == ",":
        yield "kin noun , before" if NOUNS.get(earlier) else ", before"
    elif before in ('"', "“", "'", "‘"):
        yield "mark before"
    else:
        yield f"{everyday(before) or 'none'} before"


def _after(after: list[str], before: str) -> Iterable[str]:
    first = after[0]
    second = after[1] if len(after) > 1 else ""
    noun = NOUNS.get(first)
    if first in ("'s", "’s", "'", "’"):
        yield f"'s + {NOUNS[second].sort}" if second in NOUNS else "'s after"
    elif first == "," or first == "(":
        yield (
            "age after"
            if second[:1].isdigit() or number(second)
            else "who after"
            if second in ("who", "whose")
            else ", after"
        )
    elif first in ("who", "whose"):
        yield "who after"
    elif first in _PRESS:
        yield "press noun after"
    elif first in _SHOW or noun:
        yield "noun after"
    elif first in _AFTER_SPEECH:
        yield "speech after"
    elif first in ("is", "was", "has", "had", "would", "will", "did", "does", "'d", "'ll"):
        yield "auxiliary after"
    elif first in ("and", "&"):
        yield "and after"
    elif first in ('"', "”", "'", "’"):
        yield "mark after"
        if before in ('"', "“", "'", "‘"):
            yield "between marks"
    elif first == ".":
        yield ". after"
    else:
        yield f"{everyday(first) or 'none'} after"


def person_score(told: dict[str, float]) -> float:
    """Return how much speaks for a person: above 0 it is one."""
    weights = _weights()
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in told.items())


@cache
def _weights() -> dict[str, float]:
    read: dict[str, float] = json.loads((files("onrecord.annotate") / "data/name_weights.json").read_text("utf-8"))
    return read
