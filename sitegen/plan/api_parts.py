"""Parts of a credential in the API: content records written out with all their fields."""

from collections.abc import Iterator, Mapping

from sitegen.model import terms, urls
from sitegen.model.credential import Credential, KeyMethod
from sitegen.model.document import Document
from sitegen.model.evidence import EvidenceRequirement
from sitegen.model.site import Site
from sitegen.plan import api_credential_records as records
from sitegen.plan import submission as sending
from sitegen.plan.api_records import Cost, Effort, Word
from sitegen.plan.slugs import slug_of
from sitegen.plan.submission import Desk


def words(slugs: tuple[str, ...], vocabulary: Mapping[str, str]) -> tuple[Word, ...]:
    """Words of the site's vocabulary with what they are called."""
    return tuple(Word(slug=slug, label=vocabulary[slug]) for slug in slugs)


def effort(value: terms.Effort) -> Effort:
    return Effort(hours=value.hours, weeks=value.weeks)


def cost(value: terms.Cost) -> Cost:
    return Cost(amount=value.amount, currency=value.currency, note=value.note)


def key_method(method: KeyMethod) -> records.KeyMethod:
    components = tuple(records.Component(name=c.name, text=c.text) for c in method.components)
    return records.KeyMethod(name=method.name, summary=method.summary, components=components)


def levels(record: Credential) -> tuple[records.Level, ...]:
    """The rubric's levels, best first; the passing ones are those down to `passing_level`."""
    names = record.rubric_levels
    last = names.index(record.passing_level or names[0])
    return tuple(records.Level(name=name, passes=place <= last) for place, name in enumerate(names))


def evidence(site: Site, document: Document[Credential]) -> tuple[records.EvidencePart, ...]:
    """What to send in, part by part, with the ids that parts and rows have on the page."""
    record = document.record
    return tuple(
        records.EvidencePart(
            id=part.id or slug_of(part.title),
            title=part.title,
            kinds=words(part.kinds, site.evidence_kinds),
            task=records.Writing(markdown=part.task, html=document.html[f"evidence.{number}.task"]),
            rubric=tuple(_rows(part, record.rubric_levels)),
        )
        for number, part in enumerate(record.evidence)
    )


def _rows(part: EvidenceRequirement, names: tuple[str, ...]) -> Iterator[records.RubricRow]:
    for row in part.rubric:
        cells = tuple(records.Cell(level=name, text=row.levels[name]) for name in names)
        yield records.RubricRow(id=row.id or slug_of(row.criterion), criterion=row.criterion, levels=cells)


def research(record: Credential) -> tuple[records.Research, ...]:
    return tuple(records.Research(note=r.note, citation=r.citation, url=r.url) for r in record.research)


def resources(record: Credential) -> tuple[records.Resource, ...]:
    return tuple(records.Resource(title=r.title, note=r.note, url=r.url) for r in record.resources)


def review(value: terms.Review, usual_days: int | None) -> records.Review:
    return records.Review(
        days=value.days,
        usual_days=value.usual_days or usual_days,
        assessors=value.assessors,
        attempts=value.attempts,
        assessors_hold_it=value.assessors_hold_it,
        note=value.note,
    )


def submission(site: Site, document: Document[Credential], desk: Desk) -> records.Submission | None:
    """How to send in evidence; None if there is no way, or the credential is retired."""
    found = sending.of(site, document, desk)
    if found is None:
        return None
    return records.Submission(
        url=urls.origin(site) + found.href if found.href.startswith("/") else found.href,
        run_by=found.run_by or None,
        asks=found.asks or None,
        account=found.account or None,
        without_account=found.without_account or None,
    )


def recognition(record: Credential) -> tuple[records.Recognition, ...]:
    return tuple(
        records.Recognition(
            by=r.by, grants=r.grants, hours=r.hours, points=r.points, rule=r.rule, as_of=r.as_of
        )
        for r in record.recognition
    )


def alignments(record: Credential) -> tuple[records.Alignment, ...]:
    return tuple(
        records.Alignment(framework=a.framework, code=a.code, name=a.name, url=a.url, type=a.type)
        for a in record.alignments
    )
