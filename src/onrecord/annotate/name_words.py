"""The words that names are made of: titles, particles, and what only organisations and outlets are called."""

from __future__ import annotations

from onrecord.model.marks import Gender

TITLES: dict[str, Gender | None] = {
    "mr": "he", "mrs": "she", "ms": "she", "miss": "she", "mx": "they", "dr": None, "sir": "he", "dame": "she",
    "lord": "he", "lady": "she", "prince": "he", "princess": "she", "king": "he", "queen": "she", "duke": "he",
    "duchess": "she", "president": None, "vice-president": None, "senator": None, "sen": None, "rep": None,
    "governor": None, "gov": None, "mayor": None, "judge": None, "justice": None, "professor": None, "prof": None,
    "pope": "he", "reverend": None, "rev": None, "rabbi": None, "captain": None, "capt": None, "general": None,
    "gen": None, "colonel": None, "col": None, "lieutenant": None, "lt": None, "sergeant": None, "sgt": None,
    "detective": None, "officer": None, "chief": None, "sheriff": None, "coach": None, "secretary": None,
    "congressman": "he", "congresswoman": "she", "minister": None, "chancellor": None,
}  # fmt: skip
SUFFIXES = frozenset(["jr", "sr", "ii", "iii", "iv"])
PARTICLES = frozenset("de del della di da dos du la le van von der den bin bint ibn al el ter y".split())
CALENDAR = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december jan feb mar apr jun jul aug sept sep oct nov dec christmas easter halloween "
    "thanksgiving hanukkah ramadan valentine".split()
)
ORGANISATION_WORDS = frozenset(
    "inc corp corporation company co ltd llc university college school academy institute hospital center centre church "
    "court committee commission council agency department association foundation federation union party police bureau "
    "ministry office senate congress parliament house club team records studios studio pictures entertainment "
    "productions network bank group airlines airport hotel restaurant museum theatre theater stadium arena awards award "
    "festival league cup bowl games show tour album fund society army navy force band orchestra choir fc united capital "
    "partners management gallery library organization organisation campaign administration airways media".split()
)
OUTLET_WORDS = frozenset(
    "magazine times post news herald tribune gazette journal chronicle daily weekly mirror telegraph guardian observer "
    "reporter insider tonight tv radio online enquirer".split()
)
PEOPLES = frozenset(
    "american british english scottish irish welsh french german italian spanish portuguese greek turkish russian "
    "ukrainian polish swedish norwegian danish dutch belgian swiss austrian hungarian israeli jewish muslim christian "
    "catholic islamic arab african asian european australian canadian mexican cuban jamaican brazilian argentine "
    "chinese japanese korean indian pakistani latino latina hispanic republican democrat democratic republicans "
    "democrats americans indians syrian iraqi iranian".split()
)
NEVER_ALONE = CALENDAR | PEOPLES | frozenset(
    "god jesus bible internet photo photos video watch exclusive breaking update updated read related more source "
    "sources story image images getty report reports click share i ok dj mc tv uk us".split()
)  # fmt: skip
