"""What else may help on a credential's page: related credentials and those that could come next, each with its reason."""

from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from sitegen.model.catalog import Listing
from sitegen.model.document import Entry
from sitegen.model.pathway import Pathway
from sitegen.plan import words
from sitegen.plan.lookup import Lookup
from sitegen.plan.views import Suggestion

RELATED = 4
"""So many related credentials are shown, those that the authors name included."""

NEXT = 3
"""So many are shown that could come next."""

FURTHER = 1.75
"""A credential is a longer piece of work than another if it takes so many times as long."""

Found = tuple[Entry[Listing], str]
"""A credential and why it is suggested."""


class Suggestions(NamedTuple):
    """Those that the authors name, as far as they do not come next; further ones about like things; and what comes next."""

    named: tuple[str, ...]
    alike: tuple[Suggestion, ...] = ()
    after: tuple[Suggestion, ...] = ()


def of(look: Lookup, entry: Entry[Listing]) -> Suggestions:
    """What is suggested on the page of a credential; beside a retired one only what its authors name."""
    if not look.site.publish.recommendations or entry.record.status == "retired":
        return Suggestions(entry.record.related)
    near = [look.public[slug] for slug in look.nearby.alike.get(entry.slug, ()) if slug in look.public]
    after = _first(chain(_on_pathways(look, entry, near), _further(look, entry, near)), {entry.slug}, NEXT)
    coming = {other.slug for other, _ in after}
    named = tuple(slug for slug in entry.record.related if slug in look.public and slug not in coming)
    known = {entry.slug, *named, *coming}
    room = max(0, RELATED - len(named))
    related = _first(((other, "") for other in near), known, room)
    alike = [(other, _shared(look, entry, other)) for other, _ in related]
    return Suggestions(named, _shown(look, alike), _shown(look, after))


def _first(found: Iterable[Found], known: set[str], most: int) -> list[Found]:
    """The first offered credentials, each once and for the reason that comes first; without those in `known`."""
    kept: dict[str, Found] = {}
    for other, reason in found:
        if len(kept) == most:
            break
        if other.slug not in known and other.record.status == "published":
            kept.setdefault(other.slug, (other, reason))
    return list(kept.values())


def _on_pathways(look: Lookup, entry: Entry[Listing], near: list[Entry[Listing]]) -> Iterator[Found]:
    """The credentials of the next steps of the pathways that this one is part of: the nearest ones of a step first."""
    places = {other.slug: place for place, other in enumerate(near)}
    for pathway in look.pathways_of.get(entry.slug, ()):
        if pathway.record.status == "published":
            step = _next_step(pathway.record, entry.slug)
            for slug in sorted(step, key=lambda slug: places.get(slug, len(places))):
                if slug in look.public:
                    yield look.public[slug], f"The next step of the pathway “{pathway.record.title}”"


def _next_step(pathway: Pathway, slug: str) -> tuple[str, ...]:
    place = max(number for number, stage in enumerate(pathway.stages) if slug in stage.credentials)
    return pathway.stages[place + 1].credentials if place + 1 < len(pathway.stages) else ()


def _further(look: Lookup, entry: Entry[Listing], near: list[Entry[Listing]]) -> Iterator[Found]:
    """Credentials of the same field, about like things, that are for older students, or go further."""
    ages = {grade: place for place, grade in enumerate(look.site.grades)}
    oldest = max((ages[grade] for grade in entry.record.grades), default=len(ages))
    for other in near:
        record = other.record
        if set(record.focus_areas).isdisjoint(entry.record.focus_areas):
            continue
        older = [look.site.grades[grade] for grade in record.grades if ages[grade] > oldest]
        if older:
            yield other, f"Like this one, also for {words.listed(older)}"
        elif record.effort.hours >= FURTHER * entry.record.effort.hours:
            yield (
                other,
                f"In the same field, and a longer piece of work: {words.effort(record.effort).lower()}",
            )


def _shared(look: Lookup, one: Entry[Listing], other: Entry[Listing]) -> str:
    """What two credentials have in common, in words."""
    others = look.nearby.topics.get(other.slug, {})
    topic = next((slug for slug in look.nearby.topics.get(one.slug, {}) if slug in others), "")
    if topic:
        return f"Helps too when you say: “{look.nearby.titles[topic]}”"
    fields = [slug for slug in one.record.focus_areas if slug in other.record.focus_areas]
    if fields:
        return f"Also in {words.listed([look.focus_link(slug).text for slug in fields])}"
    return "From another field, about something close to this"


def _shown(look: Lookup, found: list[Found]) -> tuple[Suggestion, ...]:
    return tuple(_suggestion(look, other, reason) for other, reason in found)


def _suggestion(look: Lookup, entry: Entry[Listing], reason: str) -> Suggestion:
    card = look.card(entry)
    return Suggestion(
        title=card.title,
        href=card.href,
        art=card.art,
        issuer=card.issuer.text,
        effort=card.effort,
        reason=reason,
    )
