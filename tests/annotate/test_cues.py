"""The forms of the verbs that report words."""

from __future__ import annotations

import pytest

from onrecord.annotate.cues import cues


@pytest.mark.parametrize(
    ("form", "verb", "tense"),
    [
        ("says", "say", "s"),
        ("said", "say", "past"),
        ("saying", "say", "ing"),
        ("told", "tell", "past"),
        ("admitted", "admit", "past"),
        ("admitting", "admit", "ing"),
        ("quipped", "quip", "past"),
        ("replies", "reply", "s"),
        ("replied", "reply", "past"),
        ("gushes", "gush", "s"),
        ("agreeing", "agree", "ing"),
        ("wrote", "write", "past"),
        ("labelled", "label", "past"),
        ("labeled", "label", "past"),
        ("goes", "go", "s"),
        ("denies", "deny", "s"),
        ("explaining", "explain", "ing"),
    ],
)
def test_a_form_and_its_verb(form: str, verb: str, tense: str) -> None:
    assert (cues()[form].verb, cues()[form].tense) == (verb, tense)


@pytest.mark.parametrize("word", ["sayed", "telled", "admiting", "gushs", "walk", "house"])
def test_no_such_form(word: str) -> None:
    assert word not in cues()
