"""Finds whom pronouns, nouns and words for several people mean."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Mapping, Set
from typing import NamedTuple

from onrecord.model.document import Document
from onrecord.model.marks import Age, Gender, Kin, Marks, Mention, Quote
from onrecord.model.span import Span
from onrecord.resolve.clauses import Clauses
from onrecord.resolve.couples import Couples, Pairs
from onrecord.resolve.foreseen import Foreseen
from onrecord.resolve.grammar import Grammar
from onrecord.resolve.ranking import LEAST_CHANCE, Met, features, score, shares
from onrecord.resolve.strangers import Strangers

_PAIR = frozenset(
    ["couple", "pair", "duo", "twosome", "newlyweds", "lovebirds", "exes", "spouses", "stars", "actors", "two"]
)
_SIBLINGS: Mapping[str | None, Gender | None] = {"sisters": "she", "brothers": "he", "siblings": None}
_TIE_NOUNS = {
    **dict.fromkeys(["husband", "wife", "hubby", "ex-husband", "ex-wife", "spouse"], ("spouse",)),
    **dict.fromkeys(["boyfriend", "girlfriend", "beau", "partner", "ex-boyfriend", "ex-girlfriend"], ("partner",)),
    **dict.fromkeys(["fiance", "fiancé", "fiancee", "fiancée"], ("engaged",)),
    **dict.fromkeys(["ex", "love", "lover"], ("partner", "spouse", "engaged")),
}
_WORD_BEFORE = re.compile(r"([^\W\d_](?:[\w'’-]*\w)?)\.? \Z")
# What is said of somebody behind these is no mention: "the city is the star of the show".
_BEING = re.compile(r"\b(?:is|was|are|were|be|been|being|became|become|becomes)\s+(?:not\s+)?\Z", re.IGNORECASE)
_TOWARDS = re.compile(r"\b(?:around|with|by|of|for|from|against|about|than|like|between|among|on|at)\s+\Z")
_FORMER = re.compile(r"\b(?:ex|former|previous|first|late|then)\b", re.IGNORECASE)
_CLAUSE = re.compile(r"\b(?:that|whether)\s+\Z")
_LONGEST_WORD = 30
# Whoever holds an office is told by it: "the president" is not whoever was named last.
_OFFICES = frozenset(
    "president minister senator governor mayor ambassador congressman congresswoman queen king prince princess duke "
    "duchess emperor empress pope secretary chancellor royal".split()
)
_GROWN_UP_YEARS = 16  # nobody younger is a parent, or anybody's love
_LOOK_BACK_SENTENCES = 4
_LATELY_SENTENCES = 8
_KEPT = 24
_SAFE_LEAD = 0.25
_SAFE_LEAD_OF_NOUNS = 0.5
_FIRST = 0.8
_UNKNOWN_GENDER = 0.9
_SAFE_LEAD_OF_VOICES = 0.4
_QUOTED = 1.2
# What the trained reader foresees weighs so much against the rules; somebody that the rules do not see begins below.
_FORESEEN, _UNSEEN = 1.5, -2.0
_SURE = 0.9  # from this chance on the reader is believed where the rules know nothing
# Whose words they are the reader tells from here on where the rules cannot, and from there on against them.
_LIKELY, _CERTAIN = 0.8, 0.98
_OFTEN, _OFTEN_MOST = 0.12, 0.6
_CONTINUED = re.compile(r"contin\w+|add(?:ed|s|ing)|conclud\w+|finish\w+|summed", re.I)


class Seen(NamedTuple):
    """Somebody met a moment ago: in which sentence, whether as its first person, whether inside a quotation.

    ``person`` is None for a stranger: words for somebody that mean nobody of the names, or it is not known whom.
    """

    person: str | None
    gender: Gender | None
    sentence: int
    first: bool
    quoted: bool


class References:
    """Walks through a story and keeps whom each mention means."""

    def __init__(
        self, document: Document, marks: Marks, ids: dict[Span, tuple[str, ...]], genders: Mapping[str, Gender | None]
    ) -> None:
        """Begin with the people of the names."""
        self.document, self.ids, self.genders = document, ids, genders
        self.sentences = [
            sentence.start for sentence in document.sentences if document.quotation_at(sentence.start) is None
        ]
        self.voices = {quote.span.start: quote.voice for quote in marks.of(Quote) if quote.voice}
        self.speaking = frozenset(self.voices.values())
        self.going_on = _going_on(marks)
        self.couples = Couples(marks.of(Kin), ids)
        named = [mention for mention in marks.of(Mention) if mention.span in ids]
        self.pairs = Pairs(document.story.text, named, marks.of(Kin), ids)
        self.joined = Pairs(document.story.text, named, (), ids)
        self.age_at = {age.who: age.at_least_months for age in marks.of(Age) if not age.other_time}
        self.ages: dict[str, set[int]] = defaultdict(set)
        for span in self.age_at.keys() & ids.keys():
            self._keep_age(span, ids[span])
        self.parents = frozenset(kin.from_ for kin in marks.of(Kin) if kin.relation == "parent")
        self.roles: dict[str, set[str]] = defaultdict(set)
        # Whose it is: "her trainer" is not she, and nor is "the trainer".
        self.has: dict[str, set[str]] = defaultdict(set)
        self.often: Counter[str | None] = Counter(person for people in ids.values() for person in people)
        self.seen: deque[Seen] = deque(maxlen=_KEPT)
        self.last_couple: tuple[str, ...] = ()
        self.coupled = 0  # the sentence of the last couple
        self.strangers = Strangers(document, list(marks.of(Mention)))
        # Who owns the words for somebody else does not lead: "Kim's sister, Jo, says that her ..." is Jo's.
        self.owning = frozenset(mention.of for mention in marks.of(Mention) if mention.of and mention.same)
        self.foreseen = Foreseen(document, marks)
        for span, who in ids.items():
            self.foreseen.settled(span, who)
        self.grammar = Grammar(document, list(marks.of(Mention)), ids)
        self.clauses = Clauses(document, marks.reading.tokens if marks.reading else ())
        self.met: dict[str, deque[Met]] = {}
        self.opening = ids[min(ids)][0] if ids else None
        self.order = 0

    def settle(self, mentions: list[Mention]) -> None:
        """Settle all mentions; ``mentions`` in the order of the text, a longer one before those inside it."""
        sentence_of_last, begun = -1, False
        for mention in mentions:
            if mention.same and mention.same in self.ids and mention.head:
                self.roles[mention.head].update(self.ids[mention.same])
        for mention in self._in_order(mentions):
            sentence = bisect_right(self.sentences, mention.span.start) - 1
            if sentence != sentence_of_last:
                sentence_of_last, begun = sentence, False
            who = self.ids.get(mention.span) or self._whom(mention, sentence)
            quoted = self.document.quotation_at(mention.span.start) is not None
            if mention.of and mention.head:
                self.has[mention.head].update(self.ids.get(mention.of, ()))
            if not who:
                if mention.form == "noun" and not mention.plural and not mention.of:
                    self.seen.append(Seen(None, mention.gender, sentence, not begun, quoted))
                    begun = True
                continue
            if mention.span not in self.ids:
                self.ids[mention.span] = who
                self.couples.settled(mention.span, who)
                self.foreseen.settled(mention.span, who)
            self._keep_age(mention.span, who)
            self._keep_role(mention, who)
            if mention.form == "noun" and mention.of and mention.same is None:
                continue
            for person in who if len(who) == 1 or mention.form == "pronoun" else ():
                leads = self._opens_clause(mention) if begun else not self._is_object(mention)
                leads = leads and mention.span not in self.owning
                self.seen.append(Seen(person, self.genders.get(person), sentence, leads, quoted))
                self._meet(person, mention, sentence, first=not begun, quoted=quoted)
            if len(who) == 2:
                self.last_couple, self.coupled = who, sentence
            begun = begun or mention.span not in self.owning

    def _meet(self, person: str, mention: Mention, sentence: int, *, first: bool, quoted: bool) -> None:
        self.order += 1
        met = Met(
            mention.form,
            self.genders.get(person),
            self.clauses.place(mention.span),
            self.order,
            sentence,
            first,
            quoted,
        )
        self.met.setdefault(person, deque(maxlen=_KEPT)).appendleft(met)

    def _in_order(self, mentions: list[Mention]) -> list[Mention]:
        """Put an owner before what is owned, and a voice before the words that it says: "I saw her," she said."""
        begun: dict[Span, int] = {}
        for start, voice in self.voices.items():
            if start < voice.start:
                begun[voice] = min(start, begun.get(voice, start))
        return sorted(
            mentions, key=lambda mention: (begun.get(mention.span, mention.span.start), mention.of is not None)
        )

    def _opens_clause(self, mention: Mention) -> bool:
        """Tell whether somebody is named right behind "that": "Kim says that Jo left"."""
        start = mention.span.start
        return (
            mention.form == "name"
            and _CLAUSE.search(self.document.story.text, max(0, start - _LONGEST_WORD), start) is not None
        )

    def _is_object(self, mention: Mention) -> bool:
        """Tell whether somebody is named right behind "with" and its like, and leads nothing."""
        start = mention.span.start
        return _TOWARDS.search(self.document.story.text, max(0, start - _LONGEST_WORD), start) is not None

    def _keep_role(self, mention: Mention, who: tuple[str, ...]) -> None:
        """Keep what stands right before a name: "singer Kim Lee", "Queen Ada"."""
        text, start = self.document.story.text, mention.span.start
        before = _WORD_BEFORE.search(text, max(0, start - _LONGEST_WORD), start)
        if mention.form == "name" and before:
            self.roles[before[1].lower()].update(who)

    def _keep_age(self, span: Span, who: tuple[str, ...]) -> None:
        if span in self.age_at and len(who) == 1:
            self.ages[who[0]].add(self.age_at[span])

    def _whom(self, mention: Mention, sentence: int) -> tuple[str, ...]:
        if mention.same:
            return self.ids.get(mention.same, ())
        if mention.plural:
            return self._several(mention, sentence)
        if mention.form == "pronoun":
            return self._one(mention, sentence)
        return self._noun(mention, sentence)

    def _one(self, mention: Mention, sentence: int, among: Set[str] | None = None) -> tuple[str, ...]:
        """Return the best person for he, she or "the actress"; nobody where two fit equally well."""
        barred = {*self._speaker(mention), *self._of_other_age(mention), *self.grammar.barred(mention)}
        if mention.form == "noun":
            barred |= self.has.get(mention.head or "", set())
        before = self.going_on.get(mention.span)
        spoke = self.ids.get(before, ()) if before else ()
        if len(spoke) == 1 and spoke[0] not in barred and self.genders.get(spoke[0]) == mention.gender:
            return spoke
        scores: dict[str | None, float] = {}
        for seen in self.seen:
            away = sentence - seen.sentence
            fits = not mention.gender or seen.gender in (None, mention.gender)
            if away > _LOOK_BACK_SENTENCES or seen.person in barred or not fits:
                continue
            if among is None or seen.person in among:
                score = self._score(mention, seen, away)
                scores[seen.person] = max(score, scores.get(seen.person, score))
        # Of nouns and of voices the rules alone are right more often.
        if mention.form == "pronoun" and mention.span not in self.speaking:
            self._foresee(mention, scores, barred, among)
        ranked = sorted(scores, key=lambda person: -scores[person])
        clear = len(ranked) == 1 or (len(ranked) > 1 and scores[ranked[0]] - scores[ranked[1]] >= self._lead(mention))
        best = (ranked[0],) if clear and ranked[0] else ()
        if not self.clauses.tokens or mention.form != "pronoun":
            return best
        if mention.span in self.speaking:
            return self._speaking(mention, barred, best)
        return self._likeliest(mention, sentence, barred, best)

    def _speaking(self, mention: Mention, barred: Set[str], best: tuple[str, ...]) -> tuple[str, ...]:
        """Return whom a voice means: whom the reader foresees where it is sure; nobody where it doubts the rules."""
        fits = self._fitting(mention, barred)
        first = max(fits, key=lambda person: fits[person], default=None)
        if first is None or fits[first] < _LIKELY or (first,) == best:
            return best
        return (first,) if not best or fits[first] >= _CERTAIN else ()

    def _fitting(self, mention: Mention, barred: Set[str]) -> dict[str, float]:
        """Return the reader's chances of the people whom a mention can mean."""
        return {
            person: chance
            for person, chance in self.foreseen.of(mention).items()
            if person not in barred and (not mention.gender or self.genders.get(person) in (None, mention.gender))
        }

    def _likeliest(self, mention: Mention, sentence: int, barred: Set[str], best: tuple[str, ...]) -> tuple[str, ...]:
        """Return the rules' ``best``; where they leave a pronoun open, whom it means by all that is weighed."""
        if best:
            return best
        known = self.weighable(mention, sentence, barred)
        chances = dict(zip(known, shares(score(told, chance) for told, chance in known.values()), strict=True))
        first = max(chances, key=lambda person: chances[person], default=None)
        return (first,) if first is not None and chances[first] >= LEAST_CHANCE else ()

    def weighable(self, mention: Mention, sentence: int, barred: Set[str]) -> dict[str, tuple[dict[str, float], float]]:
        """Return whom a pronoun may mean, each with what speaks for them and the reader's chance."""
        place = self.clauses.place(mention.span)
        quoted = self.document.quotation_at(mention.span.start) is not None
        foreseen = self.foreseen.of(mention)
        near = {}
        for person, met in self.met.items():
            away = sentence - met[0].sentence
            fits = not mention.gender or self.genders.get(person) in (None, mention.gender)
            if person not in barred and fits and (away <= _LOOK_BACK_SENTENCES or foreseen.get(person, 0.0) > 0):
                near[person] = met
        most = max((self.often[person] for person in near), default=0)
        order = sorted(near, key=lambda person: -near[person][0].order)
        return {
            person: (
                features(
                    mention, place, sentence, quoted, list(near[person]), self.often[person],
                    most=self.often[person] == most, opens=person == self.opening, nearer=nearer,
                ),
                foreseen.get(person, 0.0),
            )
            for nearer, person in enumerate(order)
        }  # fmt: skip

    def _foresee(
        self, mention: Mention, scores: dict[str | None, float], barred: Set[str], among: Set[str] | None
    ) -> None:
        """Add what the trained reader foresees to the scores."""
        for person, chance in self._fitting(mention, barred).items():
            if among is None or person in among:
                scores[person] = scores.get(person, _UNSEEN) + _FORESEEN * chance

    def _score(self, mention: Mention, seen: Seen, away: int) -> float:
        score = _FIRST * seen.first - away + min(_OFTEN * self.often[seen.person], _OFTEN_MOST)
        if mention.gender and not seen.gender:
            score -= _UNKNOWN_GENDER
        if seen.quoted and self.document.quotation_at(mention.span.start) is None:
            score -= _QUOTED
        return score

    def _lead(self, mention: Mention) -> float:
        """Return by how much the best must lead: more where it would give words to somebody."""
        if mention.form == "noun":
            return _SAFE_LEAD_OF_NOUNS
        return _SAFE_LEAD_OF_VOICES if mention.span in self.speaking else _SAFE_LEAD

    def _speaker(self, mention: Mention) -> tuple[str, ...]:
        """Return who speaks the words around a mention: he or she inside a quotation is somebody else."""
        quotation = self.document.quotation_at(mention.span.start)
        voice = self.voices.get(quotation.start) if quotation else None
        return self.ids.get(voice, ()) if voice else ()

    def _of_other_age(self, mention: Mention) -> set[str]:
        """Return whom "the 40-year-old" cannot mean: those of another age, and parents where it is a child."""
        age = self.age_at.get(mention.span)
        if age is None or mention.form == "pronoun":  # who she is, the words before tell, and two ages may clash
            return set()
        parents = self.parents if age < _GROWN_UP_YEARS * 12 else ()
        grown = (person for span in parents for person in self.ids.get(span, ()))
        return {*grown, *(person for person, ages in self.ages.items() if age not in ages)}

    def _several(self, mention: Mention, sentence: int) -> tuple[str, ...]:
        if mention.form == "noun" and mention.of is None and mention.head in _SIBLINGS:
            pair = self.joined.latest(mention.span.start, self.sentences[max(0, sentence - 1)])
            gender = _SIBLINGS[mention.head]
            return pair if gender is None or all(self.genders.get(person) in (gender, None) for person in pair) else ()
        if mention.form == "noun" and (mention.of is not None or mention.head not in _PAIR):
            return ()
        back = 6 if mention.form == "noun" else 1
        near = {seen.person for seen in self.seen if seen.person and sentence - seen.sentence <= back}
        if sentence - self.coupled <= back:
            near.update(self.last_couple)
        former = mention.head == "exes" or mention.span.text.lower().startswith("the former")
        if former and (parted := self.couples.latest(mention.span.start, near, former=True)):
            return parted
        if self.last_couple and set(self.last_couple) <= near:
            return self.last_couple
        if couple := self.couples.latest(mention.span.start, near):
            return couple
        if mention.form != "noun":
            return ()
        return self.couples.only(mention.span.start) or self.pairs.latest(mention.span.start)

    def _noun(self, mention: Mention, sentence: int) -> tuple[str, ...]:
        if mention.of:
            return self._owned(mention)
        alike = [person for person, ages in self.ages.items() if self.age_at.get(mention.span) in ages]
        if not alike and mention.span in self.age_at and (sure := self._surely(mention)):
            return sure
        if len(alike) == 1:
            return tuple(alike)
        if _BEING.search(self.document.story.text, max(0, mention.span.start - _LONGEST_WORD), mention.span.start):
            return ()
        known = self.roles.get(mention.head or "", set())
        if len(known) == 1 and not known & self._of_other_age(mention) and self._is_about(next(iter(known)), sentence):
            return tuple(known)
        if self.strangers.holds(mention) or (mention.head in _OFFICES and not known):
            return ()
        return self._one(mention, sentence, known if mention.head in _OFFICES else None)

    def _is_about(self, person: str, sentence: int) -> bool:
        """Tell whether somebody was named lately, or is named nearly as often as anybody."""
        lately = any(seen.person == person and sentence - seen.sentence <= _LATELY_SENTENCES for seen in self.seen)
        return lately or 2 * self.often[person] >= max(self.often.values())

    def _owned(self, mention: Mention) -> tuple[str, ...]:
        """Return whom "her husband" means where the story names him elsewhere, or the trained reader is sure."""
        relations = _TIE_NOUNS.get(mention.head or "", ())
        owners = self.ids.get(mention.of, ()) if mention.of else ()
        if len(owners) != 1:
            return ()
        former = _FORMER.search(mention.span.text) is not None
        told = self.couples.other(owners[0], relations, former=former) if relations else ()
        return told or self._surely(mention) or self._of_its_age(mention)

    def _of_its_age(self, mention: Mention) -> tuple[str, ...]:
        """Return who alone is told to be of the age of "her 18-year-old daughter"."""
        age, owners = self.age_at.get(mention.span), self.ids.get(mention.of, ()) if mention.of else ()
        fits = (None, mention.gender)
        alike = [
            person
            for person, ages in self.ages.items()
            if age in ages and person not in owners and (not mention.gender or self.genders.get(person) in fits)
        ]
        return tuple(alike) if len(alike) == 1 else ()

    def _surely(self, mention: Mention) -> tuple[str, ...]:
        """Return whom the trained reader is sure that a noun means, if nothing that the story tells forbids it."""
        barred = {*self._speaker(mention), *self._of_other_age(mention)}
        barred |= set(self.ids.get(mention.of, ())) if mention.of else set()
        foreseen = self.foreseen.of(mention)
        best = max(foreseen, key=lambda person: foreseen[person], default=None)
        if best is None or best in barred or foreseen[best] < _SURE:
            return ()
        return (best,) if mention.gender in (None, self.genders.get(best)) else ()


def _going_on(marks: Marks) -> dict[Span, Span]:
    """Return, for each voice that continues or adds, the voice of the quotation before."""
    before: dict[Span, Span] = {}
    last: Quote | None = None
    for quote in sorted(marks.of(Quote), key=lambda quote: quote.span):
        if quote.voice is None:
            continue
        if last and last.voice and quote.voice != last.voice and quote.cue and _CONTINUED.match(quote.cue.text):
            before[quote.voice] = last.voice
        last = quote
    return before
