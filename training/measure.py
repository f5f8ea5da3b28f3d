"""Measures each head on stories that no weight was trained on."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence

import numpy as np
import torch

from onrecord.reader.decoding import chances_of_antecedents, layer, reports
from onrecord.reader.pieces import laid_out
from onrecord.reader.scores import Raw, Scores, put_together
from onrecord.reader.windows import windows
from training.batches import Read
from training.example import LAYERS, Example, Mention, Stretch
from training.model import Reader
from training.shape import CLAUSES, FORMS, RELATED, TAGGED, UPOS

Answer = Callable[[list[list[int]], list[int], list[int]], Raw]
"""Pieces and cases of the words of one window and the places of its opening quotation marks, to raw scores."""


def by_torch(model: Reader) -> Answer:
    """Let the model as it is trained answer."""
    device = next(model.parameters()).device
    model.eval()

    def answer(pieces: list[list[int]], cases: list[int], quotes: list[int]) -> Raw:
        ids, kinds, firsts = laid_out(pieces, cases)
        tensors = [torch.tensor(values, device=device) for values in (ids, kinds, firsts, quotes)]
        with torch.inference_mode():
            found = model.answer(*(tensor.to(torch.int64) for tensor in tensors))
        return {
            name: value.float().cpu().numpy() if value.is_floating_point() else value.cpu().numpy()
            for name, value in found.items()
        }

    return answer


def read(example: Read, answer: Answer) -> Scores:
    """Read a story in windows as the reader at work does."""
    quotes = [quote.start for quote in example.example.quotes or ()]
    plan = windows([len(ids) for ids in example.pieces])
    asked = [[place - window.start for place in quotes if window.start <= place < window.end] for window in plan]
    raw = [
        answer(example.pieces[window.start : window.end], example.cases[window.start : window.end], places)
        for window, places in zip(plan, asked, strict=True)
    ]
    return put_together(plan, raw, asked)


class Tally:
    """Hits, false alarms and misses under names, and shares of right answers."""

    def __init__(self) -> None:
        self.counts: dict[str, list[int]] = defaultdict(lambda: [0, 0, 0])

    def sets(self, name: str, found: set[object], gold: set[object]) -> None:
        """Count a found set against a gold one."""
        both = len(found & gold)
        for place, number in enumerate((both, len(found) - both, len(gold) - both)):
            self.counts[name][place] += number

    def right(self, name: str, right: int, of: int) -> None:
        """Count right answers; every place has one, so that F1 is accuracy."""
        for place, number in enumerate((right, of - right, of - right)):
            self.counts[name][place] += number

    def f1(self) -> dict[str, float]:
        """Return F1 in per cent by name."""
        return {
            name: round(200 * hits / max(1, 2 * hits + false + missed), 1)
            for name, (hits, false, missed) in self.counts.items()
        }


def measure(reads: Sequence[Read], answer: Answer, relations: Sequence[str]) -> dict[str, float]:
    """Return F1 in per cent for every figure that the examples have gold for, named corpus/figure."""
    tally = Tally()
    for example in reads:
        _one(tally, example.example, read(example, answer), relations)
    return tally.f1()


def _one(tally: Tally, gold: Example, found: Scores, relations: Sequence[str]) -> None:
    _words_alone(tally, gold, found, relations)
    for kind, stretches in gold.stretches.items():
        tally.sets(f"{gold.corpus}/{kind}", set(layer(found, LAYERS.index(kind))), set(stretches))
    if gold.attributions is not None:
        _reports(tally, gold, found)
    _heads(tally, gold, found)
    if gold.corpus.startswith("gap"):
        _gap(tally, gold, found)
    elif gold.mentions is not None:
        _antecedents(tally, gold, found)
    if gold.kin is not None:
        _kin(tally, gold, found)
    if gold.quotes:
        _voices(tally, gold, found)


def _words_alone(tally: Tally, gold: Example, found: Scores, relations: Sequence[str]) -> None:
    name = gold.corpus
    if gold.upos is not None:
        right = [UPOS[tag] == told for tag, told in zip(found.upos, gold.upos, strict=True)]
        tally.right(f"{name}/upos", sum(right), len(right))
    if gold.sentences is not None:
        begun = {int(place) for place in np.flatnonzero(found.start > 0)} | {0}
        tally.sets(f"{name}/sentence starts", set(begun), set(gold.sentences))
    if gold.heads is not None and gold.relations is not None:
        heads = [int(head) == told for head, told in zip(found.head, gold.heads, strict=True)]
        labels = [relations[int(tag)] == told for tag, told in zip(found.relation, gold.relations, strict=True)]
        tally.right(f"{name}/UAS", sum(heads), len(heads))
        tally.right(f"{name}/LAS", sum(map(min, heads, labels)), len(heads))
    for word, told_name in (gold.factuality or {}).items():
        tally.right(f"{name}/clause", int(CLAUSES[int(found.clause[word].argmax())] == told_name), 1)


def _heads(tally: Tally, gold: Example, found: Scores) -> None:
    for place, form in enumerate(FORMS):
        if form in gold.forms:
            heads = {int(word) for word in np.flatnonzero(found.forms[:, place] > 0.5)}
            told = {mention.head for mention in gold.mentions or () if mention.form == form}
            tally.sets(f"{gold.corpus}/{form} heads", set(heads), set(told))


def _reports(tally: Tally, gold: Example, found: Scores) -> None:
    name, told = gold.corpus, gold.attributions or ()
    linked = reports(found, TAGGED.index("cue"))
    exact: dict[str, set[Stretch]] = {"source": set(), "cue": set(), "content": set()}
    right: dict[str, set[Stretch]] = {"source": set(), "cue": set(), "content": set()}
    for report in linked:
        exact["cue"].add(report.cue)
        exact["source"].update(report.source)
        exact["content"].update(report.content)
    for attribution in told:
        for kind in right:
            right[kind].update(getattr(attribution, kind))
    for kind in right:
        tally.sets(f"{name}/{kind} exact", set(exact[kind]), set(right[kind]))
        tally.sets(f"{name}/{kind} words", _words(exact[kind]), _words(right[kind]))
        alone = set(layer(found, TAGGED.index(kind)))
        tally.sets(f"{name}/{kind} exact, tagged alone", set(alone), set(right[kind]))
        tally.sets(f"{name}/{kind} words, tagged alone", _words(alone), _words(right[kind]))
    tally.sets(
        f"{name}/linked",
        {(report.source, (report.cue,), report.content) for report in linked},
        {(attribution.source, attribution.cue, attribution.content) for attribution in told},
    )


def _words(stretches: Iterable[Stretch]) -> set[object]:
    return {word for start, end in stretches for word in range(start, end)}


def _antecedents(tally: Tally, gold: Example, found: Scores) -> None:
    """Count for each gold pronoun and noun with a person named before it whether the best antecedent is that person."""
    people = {mention.head: mention.entity for mention in gold.mentions or ()}
    rows = {row.word: row for row in found.antecedents}
    for mention in gold.mentions or ():
        known = [head for head in people if head < mention.head and people[head] == mention.entity]
        if not known or mention.form == "name":
            continue
        row = rows.get(mention.head)
        best = int(row.others[row.scores.argmax()]) if row is not None and len(row.others) else None
        if best is not None and row is not None and row.scores.max() < 0:
            best = None
        tally.right(f"{gold.corpus}/antecedent of a {mention.form}", int(best in known), 1)


def _kin(tally: Tally, gold: Example, found: Scores) -> None:
    people: dict[str, list[int]] = defaultdict(list)
    for mention in gold.mentions or ():
        people[mention.entity].append(mention.head)
    rows = {row.word: row for row in found.kin}
    right, guessed = set(), set()
    for pair in gold.kin or ():
        scores = [
            rows[first].scores[np.flatnonzero(rows[first].others == second)]
            for first in people[pair.first]
            if first in rows
            for second in people[pair.second]
        ]
        both = np.concatenate([np.zeros((0, len(RELATED)), np.float32), *scores])
        kind = RELATED[int(np.logaddexp.reduce(both, 0).argmax())] if len(both) else "none"
        if pair.relation:
            right.add((pair.first, pair.second, pair.relation))
        if kind != "none":
            guessed.add((pair.first, pair.second, kind))
    tally.sets(f"{gold.corpus}/kin", set(guessed), set(right))


def _voices(tally: Tally, gold: Example, found: Scores) -> None:
    rows = {row.word: (row, nobody) for row, nobody in zip(found.voices, found.nobody, strict=True)}
    people = {mention.head: mention.entity for mention in gold.mentions or ()}
    for quote in gold.quotes or ():
        if quote.start not in rows or not (quote.speakers or quote.voices):
            continue
        row, nobody = rows[quote.start]
        sums: dict[object, float] = defaultdict(lambda: -1e9)
        sums[None] = float(nobody)
        for word, score in zip(row.others.tolist(), row.scores.tolist(), strict=True):
            who = people.get(word, word)
            sums[who] = float(np.logaddexp(sums[who], score))
        best = max(sums, key=lambda who: sums[who])
        named = best in quote.speakers or any(isinstance(best, int) and s <= best < e for s, e in quote.voices)
        tally.right(f"{gold.corpus}/voice", int(named), 1)


def _gap(tally: Tally, gold: Example, found: Scores) -> None:
    """Count name-pronoun pairs: a name is the pronoun's when their mentions are more likely than not one person."""
    pronoun = next(mention for mention in gold.mentions or () if mention.form == "pronoun")
    gender = "feminine" if gold.words[pronoun.head].lower() in ("she", "her", "hers") else "masculine"
    names = [mention for mention in gold.mentions or () if mention is not pronoun]
    same = [_alike(gold, found, mention, pronoun.head) for mention in names]
    for mention, chance in zip(names, same, strict=True):
        guess = chance > 0.5 or (chance > 0.25 and chance == max(same))
        true = mention.entity == pronoun.entity
        for figure in ("GAP", f"GAP {gender}"):
            counts = tally.counts[f"{gold.corpus}/{figure}"]
            for place, number in enumerate((guess and true, guess and not true, true and not guess)):
                counts[place] += number


def _alike(gold: Example, found: Scores, mention: Mention, pronoun: int) -> float:
    """Return the chance that a pronoun means a name, through other pronouns and wherever that name stands again."""
    told = {word.lower() for word in gold.words[mention.start : mention.end]}
    named = {
        word: {each.lower() for each in gold.words[start:end]}
        for start, end in layer(found, LAYERS.index("person"))
        for word in range(start, end)
    }
    chances = {word: float(bool(words & told)) for word, words in named.items()}
    chances |= dict.fromkeys(range(mention.start, mention.end), 1.0)
    for row in sorted(found.antecedents, key=lambda row: row.word):
        given = chances_of_antecedents(row)
        if row.word not in chances:
            pairs = zip(given, row.others, strict=True)
            chances[row.word] = sum(float(chance) * chances.get(int(other), 0.0) for chance, other in pairs)
        elif mention.start <= row.word < mention.end and pronoun in row.others:
            return float(given[row.others == pronoun].sum())  # the name comes after its pronoun
    return chances.get(pronoun, 0.0)
