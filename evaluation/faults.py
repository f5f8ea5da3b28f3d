"""Ways to make a true story false at one place, each a small function: a number, a weekday, a name, a dropped hedge.

A kind of fault yields what could be changed in a story that was read, and how. To add one, write such a function and
name it in ``KINDS``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from random import Random

import msgspec

from onrecord.check.written_days import WEEKDAYS, WrittenDay, written_days
from onrecord.model.case import Case
from onrecord.model.span import Span
from onrecord.model.statement import Age, Count, Kin


class Fault(msgspec.Struct, frozen=True, kw_only=True):
    """Words that can be put ``instead`` of those at ``at``, or between two words where ``at`` is empty.

    ``twin`` is where the story's words state the fact a second time, so that a careful reader could see the fault;
    None where none was found.
    """

    at: Span
    instead: str
    twin: Span | None


Kind = Callable[[Case, Random], Iterator[Fault]]

_NUMBERS = "zero one two three four five six seven eight nine ten eleven twelve".split()
_STEPS = (-9, -8, -7, -6, -5, -4, -3, 3, 4, 5, 6, 7, 8, 9)  # years that no birthday explains
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_SOME = r"(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)"
_TOLD_AGAIN = (
    re.compile(  # what stands in one sentence with a year, and with the year or the day that it is counted from
        rf"\b{_SOME} years (?P<counted>ago|later|earlier)\b|\b\w+ anniversary of\b"
        r"|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,? [A-Z]\w+\.? \d"
    )
)
_BORN = re.compile(r"\bborn (?:[a-z]+ )?(?:in|on)\b[^,;]*(?:, )?\Z")
_SENTENCE = re.compile(r"[^.!?\n]*(?:[.!?\n]|\Z)")
_CHILDREN = r"(?:\w+ ){0,2}?(?:child(?:ren)?|kids?|sons?|daughters?|boys?|girls?)\b"
_LISTED = re.compile(
    r"(?!,? and h)[^.!?\n]{0,25}?(?: [—–-]+ |: |, )(?:[a-z-]+ ){0,2}[A-Z]\w+[^.!?\n]{0,20}(?:,| and | & )"
)
_KIN = {
    "son": "father", "father": "son", "daughter": "mother", "mother": "daughter", "husband": "brother",
    "wife": "sister", "brother": "husband", "sister": "wife", "dad": "son", "mom": "daughter",
}  # fmt: skip
_KIN_WORD = re.compile(rf"(?<![-\w])(?<!\b[Ee]x )(?:{'|'.join(_KIN)})\b")
_SHORTEST_NAME = 4  # letters
_REPEATED_WORDS = 6  # so many words in a row stand in two quotations
_ONE_BREATH = 150  # characters; who speaks on may repeat words for effect
_OTHER_WORDS = ("never", "always", "maybe", "often")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_FIGURE = re.compile(
    r"(?<![\w$£€.,:/-])(?:[1-9]\d{0,2}(?:,\d{3})*(?![\w,./:%-]|\.\d)|(?:two|three|four|five|six|seven|eight|nine|ten)\b)"
)
_HEDGE = re.compile(
    r"\b(?:reportedly|allegedly|apparently|supposedly|seemingly|possibly|may|might|could|rumou?red to|said to"
    r"|believed to)\b",
    re.IGNORECASE,
)
_HEDGES_IN_HEADLINES = (
    (re.compile(r"\b(?:Reportedly|Allegedly|Apparently|Supposedly|Seemingly|Possibly)\s", re.IGNORECASE), ""),
    (re.compile(r"\b(?:may|might|could)\b(?! (?:have|be)\b)", re.IGNORECASE), "will"),
    (re.compile(r"\?\s*\Z"), ""),
)
_HEADLINE_WORDS = 5, 16  # of a sentence that is put above a story
_LONG_WORD = 4  # letters
_GOES_ON = re.compile(r" (?:[a-z]+ed|[a-z]+s|had|has|was|is|will|would|took|told|said|made)\b(?!['’])")


def ages(case: Case, chance: Random) -> Iterator[Fault]:
    """Make somebody some years older or younger."""
    owners: dict[int | float | None, set[str]] = {}
    for age in case.all(Age):
        owners.setdefault(age.years, set()).add(age.who)
    for age in case.all(Age):
        number = re.search(r"\d+|[a-z]+", age.spans[0].text)
        years = _number(number.group()) if number else None
        if number is None or years is None or age.years != years:
            continue
        other = years + chance.choice([step for step in _STEPS if years + step > 0])
        at = age.spans[0].part(age.spans[0].start + number.start(), age.spans[0].start + number.end())
        words = "|".join((str(years), _word(years)))
        again = rf"(?:, |\(|\baged? |\bturn(?:s|ed) )(?:{words})(?=[,.) ])|\b(?:{words})[- ]years?[- ]old"
        twin = _elsewhere(case, at, again, nearest=2) if len(owners[age.years]) == 1 else None
        yield Fault(at=at, instead=_like(number.group(), other), twin=twin)


def ages_put_in(case: Case, chance: Random) -> Iterator[Fault]:
    """Give somebody another age behind the name where it stands once more."""
    for age, years in _ages_now(case):
        for at in _names_to_go_on_behind(case, age):
            other = years + chance.choice([step for step in _STEPS if years + step > 0])
            yield Fault(at=at, instead=f", {other},", twin=age.spans[0])


def births_put_in(case: Case, chance: Random) -> Iterator[Fault]:
    """Tell of somebody with an age a year of birth that it does not allow; the story's day must be known."""
    published = case.story.published
    if published is None:
        return
    for age, years in _ages_now(case):
        for at in _names_to_go_on_behind(case, age):
            year = published.year - years + chance.choice(_STEPS)
            yield Fault(at=at, instead=f", who was born in {year},", twin=age.spans[0])


def years(case: Case, chance: Random) -> Iterator[Fault]:
    """Move a year."""
    text = case.story.text
    for found in _YEAR.finditer(text):
        start, sentence = _sentence(text, found.start())
        again = _TOLD_AGAIN.search(sentence)
        if again and again["counted"]:
            other_end = case.story.published if again["counted"] == "ago" else len(_YEAR.findall(sentence)) > 1
            again = again if other_end else None
        twin = Span(start + again.start(), start + again.end(), again.group()) if again else None
        if twin is None and case.story.published and _BORN.search(text, start, found.start()):
            here = {who.id for who in case.people for one in who.mentions if start <= one.start < found.start()}
            told = [age.spans[0] for age in case.all(Age) if age.who in here and age.spans[0].start < found.start()]
            twin = told[-1] if told else None
        other = int(found.group()) + chance.choice(_STEPS)
        yield Fault(at=Span(found.start(), found.end(), found.group()), instead=str(other), twin=twin)


def counts(case: Case, chance: Random) -> Iterator[Fault]:
    """Give people one or two children more or fewer."""
    for count in case.all(Count):
        span = count.spans[0]
        number = next((one for one in re.finditer(r"\d+|[a-z]+", span.text) if _number(one.group()) == count.n), None)
        if number is None or count.ordinal or not re.search(_CHILDREN, span.text) or count.n < 1:
            continue
        other = int(count.n) + chance.choice([step for step in (-2, -1, 1, 2) if count.n + step > 0])
        at = span.part(span.start + number.start(), span.start + number.end())
        listed = _LISTED.match(case.story.text, span.end)
        again = rf"\b(?:{count.n:g}|{_word(int(count.n))}) {_CHILDREN}"
        twin = Span(listed.start(), listed.end(), listed.group()) if listed else _elsewhere(case, at, again)
        yield Fault(at=at, instead=_like(number.group(), other), twin=twin)


def weekdays(case: Case, chance: Random) -> Iterator[Fault]:
    """Name another day of the week beside a date."""
    for day in written_days(case.story.text):
        word = re.match(r"\w+", day.span.text)
        if day.weekday is not None and word and word.group() in WEEKDAYS and (day.year or case.story.published):
            other = WEEKDAYS[(day.weekday + chance.randint(1, 6)) % 7]
            yield Fault(at=day.span.part(day.span.start, day.span.start + word.end()), instead=other, twin=day.span)


def weekdays_put_in(case: Case, chance: Random) -> Iterator[Fault]:
    """Put a wrong weekday before a date that is written with its year."""
    for day in written_days(case.story.text):
        falls = _weekday(day) if day.weekday is None else None
        if falls is not None:
            other = WEEKDAYS[(falls + chance.randint(1, 6)) % 7]
            yield Fault(at=Span(day.span.start, day.span.start, ""), instead=f"{other}, ", twin=day.span)


def names(case: Case, chance: Random) -> Iterator[Fault]:
    """Misspell the last part of a name: a letter behind the first dropped, doubled, changed, or two swapped."""
    for person in case.people:
        for mention in person.mentions:
            word = mention.text.split()[-1] if mention.form == "name" else ""
            if len(word) >= _SHORTEST_NAME and word.isalpha() and not word.isupper():
                at = mention.span.part(mention.end - len(word), mention.end)
                twin = _elsewhere(case, at, rf"\b{word}\b")
                full = any(len(other.text.split()) > 1 and other.text.endswith(word) for other in person.mentions)
                yield Fault(at=at, instead=_misspelled(word, chance), twin=twin if full else None)


def kin_words(case: Case, chance: Random) -> Iterator[Fault]:
    """Call a son a father, a wife a sister."""
    aged, seen = {age.who: age.spans[0] for age in case.all(Age)}, set()
    for kin in case.all(Kin):
        for span in kin.spans if kin.relation in ("parent", "spouse", "sibling") else ():
            found = _KIN_WORD.search(span.text)
            if found and span not in seen:
                seen.add(span)
                at = span.part(span.start + found.start(), span.start + found.end())
                both_aged = kin.relation == "parent" and {kin.from_, kin.to} <= aged.keys()
                again = next((other for other in kin.spans if other != span), aged[kin.from_] if both_aged else None)
                yield Fault(at=at, instead=_KIN[found.group()], twin=again)


def quoted_words(case: Case, chance: Random) -> Iterator[Fault]:
    """Change a word in the middle of words that stand in two quotations."""
    first: dict[tuple[str, ...], tuple[Span, Span]] = {}
    seen: set[Span] = set()
    for quotation in case.quotations:
        words = [
            quotation.span.part(quotation.start + found.start(), quotation.start + found.end())
            for found in _WORD.finditer(quotation.span.text)
        ]
        for run in zip(*(words[offset:] for offset in range(_REPEATED_WORDS)), strict=False):
            plain = tuple(word.text.casefold().replace("’", "'") for word in run)
            here = Span(run[0].start, run[-1].end, case.story.text[run[0].start : run[-1].end])
            twin, around = first.setdefault(plain, (here, quotation.span))
            if around not in seen and around.end + _ONE_BREATH <= quotation.start:
                seen.add(around)
                at = max(run[1:-1], key=lambda word: len(word.text))
                yield Fault(at=at, instead=chance.choice(_OTHER_WORDS), twin=twin)


def headline_numbers(case: Case, chance: Random) -> Iterator[Fault]:
    """Change a number in the headline."""
    headline = case.story.headline
    for found in _FIGURE.finditer(headline.text) if headline else ():
        value = _number(found.group().replace(",", ""))
        if headline is None or value is None or _YEAR.fullmatch(found.group()):
            continue
        at = headline.part(headline.start + found.start(), headline.start + found.end())
        first = [digit for digit in range(1, 10) if str(digit) != str(value)[0]]
        other = (
            int(f"{chance.choice(first)}{str(value)[1:]}") if value > 12
            else value + chance.choice([step for step in (-3, -2, 2, 3, 4, 5) if value + step > 1])
        )  # fmt: skip
        again = rf"(?<![\w.,$])(?i:{found.group()}|{_word(value)})\b(?!,\d)"
        below = next(re.compile(again).finditer(case.story.text, headline.end), None)
        twin = Span(below.start(), below.end(), below.group()) if below else None
        instead = f"{other:,}" if "," in found.group() else _like(found.group(), other)
        yield Fault(at=at, instead=instead, twin=twin)


def hedges(case: Case, chance: Random) -> Iterator[Fault]:
    """Drop the hedge or the question mark of a headline, whose words stand below with a hedge."""
    headline = case.story.headline
    for hedge, instead in _HEDGES_IN_HEADLINES if headline else ():
        found = hedge.search(headline.text) if headline else None
        if headline and found:
            at = headline.part(headline.start + found.start(), headline.start + found.end())
            twin = next((one for one in _hedged_below(case) if _says_much_of(one, headline)), None)
            yield Fault(at=at, instead=instead, twin=twin)


def hedges_of_sentences(case: Case, chance: Random) -> Iterator[Fault]:
    """Put a sentence of the story above it as its headline, without its hedge."""
    headline = case.story.headline
    fewest, most = _HEADLINE_WORDS
    for sentence in _hedged_below(case) if headline else ():
        hedge = re.search(r"\b(?:reportedly|allegedly|supposedly|apparently) ", sentence.text)
        if headline and hedge and fewest <= len(sentence.text.split()) <= most and sentence.text[0].isupper():
            plain = (sentence.text[: hedge.start()] + sentence.text[hedge.end() :]).rstrip(".!\n ")
            if not re.search(r"[\"“”‘:]", plain):
                yield Fault(at=headline, instead=plain, twin=sentence)


KINDS: Mapping[str, Kind] = {
    "age": ages,
    "age put in": ages_put_in,
    "year": years,
    "birth put in": births_put_in,
    "count": counts,
    "weekday": weekdays,
    "weekday put in": weekdays_put_in,
    "name": names,
    "kin word": kin_words,
    "quoted word": quoted_words,
    "headline number": headline_numbers,
    "hedge": hedges,
    "hedged sentence": hedges_of_sentences,
}


def _number(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    return _NUMBERS.index(word) if word in _NUMBERS else None


def _word(number: int) -> str:
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def _like(old: str, number: int) -> str:
    """Write a number as the old one was: in digits or as a word."""
    return str(number) if old[0].isdigit() else _word(number)


def _weekday(day: WrittenDay) -> int | None:
    try:
        return date(day.year, day.month, day.day).weekday() if day.year else None
    except ValueError:
        return None


def _misspelled(word: str, chance: Random) -> str:
    """Make a slip of the keyboard behind the first letter."""
    slips = []
    for place in range(1, len(word)):
        before, letter, behind = word[:place], word[place], word[place + 1 :]
        slips += [before + behind, before + letter + letter + behind]
        slips += [before + other + behind for other in "aeiou" if letter in "aeiou" and other != letter]
        slips += [before + behind[0] + letter + behind[1:]] if behind and behind[0] != letter else []
    return chance.choice(slips)


def _ages_now(case: Case) -> Iterator[tuple[Age, int]]:
    """Yield the ages in whole years that the story states as a fact of its own day."""
    for age in case.all(Age):
        if isinstance(age.years, int) and age.years > 9 and age.reported == "fact" and not age.other_time:
            yield age, age.years


def _names_to_go_on_behind(case: Case, age: Age) -> Iterator[Span]:
    """Yield where words can be put in behind the name of whoever has an age, told in another sentence."""
    text = case.story.text
    headline = case.story.headline.end if case.story.headline else 0
    start, sentence = _sentence(text, age.spans[0].start)
    for mention in case.person(age.who).mentions:
        outside = mention.end < start or mention.start > start + len(sentence)
        said = any(one.start <= mention.start < one.end for one in case.quotations)
        behind = mention.form == "name" and mention.start >= headline and _GOES_ON.match(text, mention.end)
        if behind and outside and not said:
            yield Span(mention.end, mention.end, "")


def _hedged_below(case: Case) -> Iterator[Span]:
    """Yield the sentences below the headline that have a hedge."""
    start = case.story.headline.end if case.story.headline else 0
    for found in _SENTENCE.finditer(case.story.text, start):
        words = found.group().strip()
        if _HEDGE.search(words):
            place = found.start() + found.group().index(words)
            yield Span(place, place + len(words), words)


def _says_much_of(sentence: Span, headline: Span) -> bool:
    """Tell whether half of the headline's long words stand in a sentence."""
    told, said = (
        {word.casefold()[:6] for word in _WORD.findall(one.text) if len(word) >= _LONG_WORD}
        for one in (headline, sentence)
    )
    return 2 * len(told & said) >= len(told) > 1


def _elsewhere(case: Case, at: Span, pattern: str, *, nearest: int = 0) -> Span | None:
    """Return where a pattern first occurs at another place, further than some characters away."""
    found = (
        Span(found.start(), found.end(), found.group())
        for found in re.finditer(pattern, case.story.text)
        if found.end() < at.start - nearest or found.start() > at.end + nearest
    )
    return next(found, None)


def _sentence(text: str, offset: int) -> tuple[int, str]:
    """Return where the sentence around an offset begins, and the sentence."""
    start = max(text.rfind(mark, 0, offset) for mark in (". ", "! ", "? ", "\n")) + 1
    start = max(start, offset - 300)
    found = _SENTENCE.match(text, start)
    return start, found.group() if found else ""
