"""Reads treebanks: every word with its part in the grammar, and in GUM also who and what is mentioned where."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from onrecord.annotate.person_nouns import NOUNS, TITLES
from training.example import Example, Form, Mention, Stretch

NOT_FOR_SALE = frozenset({"fiction", "whow", "letter", "essay", "podcast"})
"""Kinds of texts in GUM whose licences rule commercial use out."""

MORE_TITLES = frozenset({*"vice prime premier chairman chairwoman speaker sheik shaikh ayatollah tsar saint".split()})
LAYERS = {"person": "person", "organization": "organisation", "place": "place"}
ENTITY = re.compile(r"\(([^()]+)(\))?|(\d+)\)")

PROPER = frozenset({"NNP", "NNPS"})
JOINTS = frozenset({"of", "for", "the", "and", "&", "de", "del", "di", "da", "du", "la", "le", "-", "–"})
"""Words that a name may hold between two of its proper words."""
NOT_IN_PEOPLE = frozenset({"of", "for", "and", "&"})
PARTS = frozenset({*"flat compound amod nmod nmod:desc case punct det cc conj nummod fixed".split()})
"""Relations of the words of a name to one another."""

CLAUSES = frozenset({"root", "ccomp", "advcl", "parataxis"})
VERBAL = frozenset({"VERB", "AUX"})
PREDICATES = VERBAL | {"ADJ", "NOUN"}
UNREAL = frozenset({"if", "unless", "whether", "to"})
"""What opens a clause that says neither that something is so nor that it is not."""
NOT = frozenset({"not", "n't", "n’t", "nt", "never"})
MAY = frozenset({"may", "might", "could"})
PERHAPS = frozenset({
    *"allegedly apparently maybe perhaps possibly probably purportedly reportedly supposedly".split()
})  # fmt: skip
SEEM = frozenset({"seem", "appear", "rumour", "rumor"})


class Word(NamedTuple):
    """One line of a treebank; ``head`` counts from the start of the document, ``asks`` tells of its sentence."""

    text: str
    lemma: str
    upos: str
    xpos: str
    features: str
    head: int
    relation: str
    asks: bool


@dataclass
class Document:
    """One document; ``entities`` (first and last word, kind, identity) is None where the treebank tells of none."""

    id: str
    words: list[Word] = field(default_factory=list)
    sentences: list[int] = field(default_factory=list)
    entities: list[tuple[int, int, str, str]] | None = None


def treebank(path: Path, *, shippable_only: bool) -> Iterator[Example]:
    """Yield the documents of a packed CoNLL-U file, those that may not be used commercially only if asked for."""
    for document in _documents(path):
        if shippable_only and document.entities is not None and document.id.split("_")[1] in NOT_FOR_SALE:
            continue
        words = document.words
        told = document.entities is not None
        yield Example(
            id=document.id,
            corpus="gum" if told else "ewt",
            words=tuple(word.text for word in words),
            sentences=tuple(document.sentences),
            upos=tuple(word.upos for word in words),
            heads=tuple(word.head for word in words),
            relations=tuple(word.relation for word in words),
            stretches=_names(document) if told else {},
            mentions=_mentions(document) if told else None,
            forms=frozenset({"name", "noun", "pronoun"}) if told else frozenset(),
            factuality=_factuality(words),
        )


def apart(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Sort stretches; of those that overlap the longest stays."""
    kept: list[Stretch] = []
    for start, end in sorted(stretches, key=lambda stretch: (stretch[0] - stretch[1], stretch)):
        if all(end <= first or start >= last for first, last in kept):
            kept.append((start, end))
    return tuple(sorted(kept))


def without_title(words: Sequence[str], start: int, end: int) -> Stretch | None:
    """Cut "Mr.", "President" and the like off the start of a person's name; None when nothing else was there."""
    while start < end and is_title(words[start]):
        start += 1
    return (start, end) if start < end else None


def is_title(word: str) -> bool:
    """Tell whether a word may stand before a person's name without being part of it."""
    plain = word.lower().removesuffix(".")
    initials = word.isupper() and len(word) < 4
    return not initials and (plain in TITLES or plain in MORE_TITLES)


def _documents(path: Path) -> Iterator[Document]:
    """Yield the documents of a file; lines of tokens that are split, and of words that were left out, do not count."""
    document: Document | None = None
    told: dict[str, str] = {}
    fields: list[str] = []
    opened: list[tuple[int, str, str]] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in map(str.rstrip, lines):
            if line.startswith("#"):
                key, _, value = line[1:].partition("=")
                told[key.strip()] = value.strip()
                if key.strip() == "newdoc id":
                    if document:
                        yield document
                    document = Document(value.strip())
                elif key.strip() == "global.Entity" and document:
                    document.entities, fields, opened = [], value.strip().split("-"), []
            elif not line:
                told = {}
            elif document and (columns := line.split("\t"))[0].isdigit():
                if columns[0] == "1":
                    document.sentences.append(len(document.words))
                document.words.append(_word(columns, document.sentences[-1], _asks(told)))
                if document.entities is not None:
                    document.entities += _closed(columns[9], len(document.words) - 1, opened, fields)
    if document:
        yield document


def _word(columns: Sequence[str], first: int, asks: bool) -> Word:
    number, text, lemma, upos, xpos, features, head, relation = columns[:8]
    return Word(text, lemma, upos, xpos, features, first + int(head if head != "0" else number) - 1, relation, asks)


def _asks(told: dict[str, str]) -> bool:
    """Tell whether a sentence is a question: by its mark of kind in GUM, elsewhere by how it ends."""
    if "s_type" in told:
        return told["s_type"] in {"q", "wh"}
    return told.get("text", "").endswith("?")


def _closed(
    notes: str, word: int, opened: list[tuple[int, str, str]], fields: Sequence[str]
) -> Iterator[tuple[int, int, str, str]]:
    """Yield the entities that end with a word; those that start with it and go on are added to ``opened``."""
    brackets = next((note for note in notes.split("|") if note.startswith("Entity=")), "")
    for start, alone, end in ENTITY.findall(brackets):
        if start:
            values = dict(zip(fields, start.split("-", len(fields) - 1), strict=False))
            opened.append((word, values["etype"], values["GRP"]))
        if alone or end:
            last = max(place for place, (_, _, entity) in enumerate(opened) if alone or entity == end)
            first, kind, entity = opened.pop(last)
            yield first, word + 1, kind, entity


def _names(document: Document) -> dict[str, tuple[Stretch, ...]]:
    """Return the names among the entities of each kind."""
    found: dict[str, list[Stretch]] = {layer: [] for layer in LAYERS.values()}
    for start, end, kind, _ in document.entities or ():
        if kind in LAYERS and (name := _name(document.words, start, end, person=kind == "person")):
            found[LAYERS[kind]].append(name)
    return {layer: apart(names) for layer, names in found.items()}


def _mentions(document: Document) -> tuple[Mention, ...]:
    """Return the mentions of people; of two with one head word the shorter ("a man" within "a man and his dog")."""
    found: dict[int, Mention] = {}
    people = [entity for entity in document.entities or () if entity[2] == "person"]
    for start, end, _, entity in sorted(people, key=lambda told: told[0] - told[1]):
        head = _head(document.words, start, end)
        form = _form(document.words, start, end, head)
        if form == "name" and (name := _name(document.words, start, end, person=True)):
            head = name[0]  # the first word of a name stands for it, in every corpus
        found[head] = Mention(start, end, head, form, entity)
    return tuple(sorted(found.values(), key=lambda mention: (mention.start, mention.end)))


def _form(words: Sequence[Word], start: int, end: int, head: int) -> Form:
    if words[head].upos in {"PRON", "DET"}:
        return "pronoun"
    return "name" if _name(words, start, end, person=True) else "noun"


def _head(words: Sequence[Word], start: int, end: int) -> int:
    """Return the word of a phrase that depends on no other word of it; in "the potter Ada Fern" it is "Ada"."""
    free = [i for i in range(start, end) if not start <= words[i].head < end or words[i].head == i]
    head = next((i for i in free if words[i].upos in {"NOUN", "PROPN", "PRON"}), free[0])
    if words[head].upos != "NOUN":
        return head
    for place in range(head + 1, end):
        if words[place].upos == "PUNCT":
            break
        if words[place].head == head and words[place].relation in {"appos", "flat"} and _is_proper(words[place]):
            return place
    return head


def _name(words: Sequence[Word], start: int, end: int, *, person: bool) -> Stretch | None:
    """Return the proper name that a phrase is about; None for "the mayor", "the President", "the Danes"."""
    head = _head(words, start, end)
    if not _is_proper(words[head]) or (person and words[head].xpos == "NNPS"):
        return None
    first, last = head, head + 1
    while first > start and _belongs(words, first - 1, head, person=person):
        first -= 1
    while last < end and _belongs(words, last, head, person=person):
        last += 1
    while not _is_proper(words[first]):
        first += 1
    while not _is_proper(words[last - 1]):
        last -= 1
    if not person:
        return first, last
    if last == first + 1 and words[head].text.lower() in NOUNS:
        return None
    return without_title([word.text for word in words[:last]], first, last)


def _is_proper(word: Word) -> bool:
    """Tell whether a word is a proper noun, a word used as one ("United"), or the number in "Elizabeth II"."""
    return word.upos == "PROPN" or word.xpos in PROPER or (word.upos == "NUM" and word.relation == "flat")


def _belongs(words: Sequence[Word], place: int, head: int, *, person: bool) -> bool:
    """Tell whether a word can be part of the name around ``head``."""
    lower = words[place].text.lower()
    if not _is_proper(words[place]) and (lower not in JOINTS or (person and lower in NOT_IN_PEOPLE)):
        return False
    beside = words[head].head if words[head].relation == "compound" else head
    while place not in (head, beside):
        word = words[place]
        joined = word.relation == "conj" and word.head == head and (person or words[place - 1].text != "&")
        titled = word.relation == "nmod:desc" and person and place < head
        if word.relation not in PARTS or joined or titled or word.head == place:
            return False
        place = word.head
    return True


def _factuality(words: Sequence[Word]) -> dict[int, str]:
    """Return how the head word of each clause is put; clauses that are open ("if", "to"), and orders, are left out."""
    below: list[list[Word]] = [[] for _ in words]
    for place, word in enumerate(words):
        if word.head != place:
            below[word.head].append(word)
    told: dict[int, str] = {}
    for place, word in enumerate(words):
        joined = told.get(word.head) if word.relation == "conj" else None
        heads_clause = word.relation.split(":")[0] in CLAUSES or word.relation == "acl:relcl" or joined
        if heads_clause and _is_predicate(word, below[place]):
            how = _how(word, words[word.head], below[place], joined)
            if how:
                told[place] = how
    return told


def _is_predicate(word: Word, below: Sequence[Word]) -> bool:
    if "Mood=Imp" in word.features or any(each.relation == "mark" and each.lemma in UNREAL for each in below):
        return False
    return word.upos in VERBAL or (word.upos in PREDICATES and _has_subject(below))


def _has_subject(below: Sequence[Word]) -> bool:
    return any(each.relation.split(":")[0] in {"nsubj", "csubj", "expl"} for each in below)


def _how(word: Word, above: Word, below: Sequence[Word], joined: str | None) -> str | None:
    """Return how a clause is put; ``joined`` tells it of the clause that it is joined to, whose "not" it may share."""
    adverbs = {each.text.lower() for each in below if each.relation == "advmod"}
    if word.asks and (word.relation == "root" or joined == "asked"):
        return "asked"
    if adverbs & NOT:
        return "denied"
    if adverbs & PERHAPS or any(each.relation == "aux" and each.lemma in MAY for each in below):
        return "hedged"
    if word.relation == "ccomp" and above.lemma in SEEM:
        return "hedged"
    return "stated" if joined in {None, "stated", "asked"} or _has_subject(below) else None
