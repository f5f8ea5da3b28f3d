"""Writes people, words and stories for the web: schema.org as JSON-LD, and W3C Web Annotations."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Any

import msgspec

from onrecord.model.record import Collection, Kept
from onrecord.model.source import Voice
from onrecord.model.statement import Claim, Event, Kin, Quote, speakers
from onrecord.show.exchange.exported import Exported, Whole, counted
from onrecord.show.phrases import Names, sentence

_RELATIONS = {"spouse": ("spouse", "spouse"), "sibling": ("sibling", "sibling"), "parent": ("children", "parent"),
              "family": ("relatedTo", "relatedTo"), "grandparent": ("relatedTo", "relatedTo")}  # fmt: skip


def urn(name: str) -> str:
    """Return the name of a thing of the record, as the web names things that have no address."""
    return f"urn:onrecord:{name}"


def schema_org(whole: Whole) -> Exported:
    """Return a graph of Person, NewsArticle, Quotation and Claim; a ClaimReview can point at each Claim as it is.

    See https://schema.org/Claim. A claim has its text, who makes it, and the article it appears in; what its voice
    denies or only asks is none.
    """
    lost: Counter[str] = Counter()
    graph = [
        *map(_article, whole.collection.stories.values()),
        *_people(whole, lost),
        *_sayings(whole.collection, lost),
    ]
    return Exported(_json({"@context": "https://schema.org", "@graph": graph}), counted(lost))


def _people(whole: Whole, lost: Counter[str]) -> Iterator[dict[str, Any]]:
    ties: defaultdict[str, defaultdict[str, list[dict[str, str]]]] = defaultdict(lambda: defaultdict(list))
    deaths: dict[str, str] = {}
    for fact in whole.facts:
        first = fact.statements[0]
        if isinstance(first, Kin) and _is_plain(first):
            there, back = _RELATIONS[first.relation]
            _once(ties[first.from_][there], {"@id": urn(first.to)})
            _once(ties[first.to][back], {"@id": urn(first.from_)})
        elif isinstance(first, Kin):
            lost["kinships that are former, future, reported or of another kind"] += 1
        elif isinstance(first, Event) and (day := _day_of_death(first)):
            for who in first.who:
                lost["rival days of death"] += deaths.setdefault(who, day) != day
        elif not isinstance(first, Quote | Claim):
            lost["ages, counts and events"] += 1
    for person in whole.collection.case.people:
        node: dict[str, Any] = {"@type": "Person", "@id": urn(person.id), "name": person.name, **ties[person.id]}
        if others := [alias for alias in person.aliases if alias != person.name]:
            node["alternateName"] = others
        if person.id in deaths:
            node["deathDate"] = deaths[person.id]
        if birth := whole.births.get(person.id):
            if birth.born.earliest == birth.born.latest:
                node["birthDate"] = str(birth.born.earliest)
            else:
                lost["births not known to the day"] += 1
            lost["ages and births that the others exclude"] += len(birth.against)
        yield node


def _day_of_death(event: Event) -> str | None:
    when = event.when
    if event.event != "death" or event.reported != "fact" or not when or when.earliest != when.latest:
        return None
    return str(when.earliest) if when.earliest else None


def _sayings(collection: Collection, lost: Counter[str]) -> Iterator[dict[str, Any]]:
    names = Names.of(collection.case)
    for one in collection.case.statements:
        if isinstance(one, Quote) or (isinstance(one, Claim) and (one.attitude, one.polarity) == ("says", "said")):
            yield _said(collection, names, one)
        elif isinstance(one, Claim):
            lost["claims that are asked, thought, denied or left unsaid"] += 1


def web_annotations(whole: Whole) -> Exported:
    """Return a page of Web Annotations: what each statement says, at the characters it was read from.

    See https://www.w3.org/TR/annotation-model/. Positions are code points of the text that the record keeps.
    """
    names = Names.of(whole.collection.case)
    items = []
    for one in whole.collection.case.statements:
        story = whole.collection.story(one)
        items.append(
            {
                "id": urn(one.id),
                "type": "Annotation",
                "motivation": "describing",
                "body": {
                    "type": "TextualBody",
                    "value": sentence(names, one),
                    "format": "text/plain",
                    "language": "en",
                },
                "target": [
                    {
                        "source": story.url or urn(story.key),
                        "selector": [
                            {"type": "TextPositionSelector", "start": span.start, "end": span.end},
                            {"type": "TextQuoteSelector", "exact": span.text},
                        ],
                    }
                    for span in one.spans
                ],
            }
        )
    return Exported(_json({"@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": items}))


def _is_plain(kin: Kin) -> bool:
    """Tell whether schema.org has a word for a kinship: as it is today, and stated."""
    return kin.relation in _RELATIONS and kin.status == "current" and kin.reported == "fact" and not kin.detail


def _article(story: Kept) -> dict[str, Any]:
    node = {
        "@type": "NewsArticle",
        "@id": urn(story.key),
        "headline": story.headline,
        "url": story.url,
        "datePublished": story.published and story.published.isoformat(),
        "publisher": story.outlet and {"@type": "Organization", "name": story.outlet},
    }
    return {name: value for name, value in node.items() if value}


def _said(collection: Collection, names: Names, one: Quote | Claim) -> dict[str, Any]:
    story = {"@id": urn(collection.story(one).key)}
    text = " … ".join(" ".join(span.text.split()) for span in one.spans)
    voice: list[Any] = [{"@id": urn(who)} for who in speakers(one)]
    for link in (*([Voice(source=one.source)] if one.source else []), *one.by):
        if (named := _link(names, link)) and named not in voice:
            voice.append(named)
    node: dict[str, Any] = {"@id": urn(one.id), "text": text}
    if isinstance(one, Quote):
        node |= {"@type": "Quotation", "isPartOf": story, **({"creator": voice} if voice else {})}
    else:
        node |= {"@type": "Claim", "appearance": story, **({"author": voice} if voice else {})}
    return node


def _link(names: Names, link: Voice) -> dict[str, str] | None:
    if link.person:
        return {"@id": urn(link.person)}
    if link.source:
        return {"@type": "Thing", "name": names.source(link.source).strip("“”")}
    return {"@type": "Organization", "name": link.outlet} if link.outlet else None


def _once(several: list[dict[str, str]], one: dict[str, str]) -> None:
    if one not in several:
        several.append(one)


def _json(value: object) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode() + "\n"
