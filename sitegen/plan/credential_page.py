"""A credential's page: what the catalog says around it, and the view made of both."""

from collections.abc import Iterator

from sitegen.model import urls
from sitegen.model.catalog import Listing
from sitegen.model.credential import Credential
from sitegen.model.document import Document, Entry
from sitegen.model.evidence import EvidenceRequirement
from sitegen.model.site import Site
from sitegen.plan import credential_words, heads, people, submission, suggestions, words
from sitegen.plan.lookup import Lookup
from sitegen.plan.slugs import slug_of
from sitegen.plan.submission import Desk
from sitegen.plan.views import (
    AlignmentLine,
    Card,
    Component,
    CredentialPage,
    Head,
    HelperLine,
    IssuerCard,
    Link,
    Part,
    RecognitionLine,
    Resource,
    RubricRow,
    Source,
    Suggestion,
    View,
)


class Around(View, frozen=True, kw_only=True):
    """What the rest of the catalog contributes to a credential's page."""

    path: str
    edit: str
    art: str
    hue: str
    grades: str
    audience: str
    kinds: tuple[tuple[str, ...], ...]
    focus: tuple[Link, ...]
    issuer: IssuerCard
    desk: Desk
    related: tuple[Card, ...]
    alike: tuple[Suggestion, ...]
    after: tuple[Suggestion, ...]
    pathways: tuple[Link, ...]
    replaced_by: Link | None
    helpers: tuple[HelperLine, ...] = ()


def around(look: Lookup, entry: Entry[Listing]) -> Around:
    """The catalog's part of the page of `entry`."""
    record, site = entry.record, look.site
    replacement = record.replaced_by
    suggested = suggestions.of(look, entry)
    return Around(
        path=urls.credential(entry.slug),
        edit=heads.edit(site, entry.path),
        art=look.art(entry),
        hue=look.hue(entry),
        grades=words.listed([site.grades[word] for word in record.grades]),
        audience=words.listed([site.audiences[word] for word in record.audience]),
        kinds=tuple(tuple(site.evidence_kinds[kind] for kind in kinds) for kinds in record.evidence),
        focus=tuple(look.focus_link(slug) for slug in record.focus_areas),
        issuer=look.issuer_card(entry.issuer),
        desk=submission.desk(look.catalog.issuers[entry.issuer].record),
        related=look.known_cards(suggested.named),
        alike=suggested.alike,
        after=suggested.after,
        pathways=tuple(
            Link(text=p.record.title, href=look.href(urls.pathway(p.slug)))
            for p in look.pathways_of.get(entry.slug, ())
        ),
        replaced_by=_replacement(look, replacement) if replacement in look.public else None,
        helpers=people.helpers(look, (entry.slug,)),
    )


def _replacement(look: Lookup, slug: str | None) -> Link:
    entry = look.public[slug or ""]
    return Link(text=entry.record.title, href=look.href(urls.credential(entry.slug)))


def view(site: Site, document: Document[Credential], around: Around) -> CredentialPage:
    """The page of a credential."""
    record = document.record
    crumbs = (Link(text="Credentials", href=urls.root(site) + urls.CREDENTIALS), around.focus[0])
    return CredentialPage(
        head=_head(site, record, around, crumbs),
        section="credentials",
        crumbs=crumbs,
        edit=around.edit,
        slug=document.slug,
        title=record.title,
        summary=record.summary,
        status=record.status,
        version=record.version,
        published=words.maybe_day(record.published),
        updated=words.maybe_day(record.updated),
        art=around.art,
        hue=around.hue,
        art_alt=record.image_alt or f"Badge: {record.title}",
        focus=around.focus,
        problems=record.problems,
        facts=tuple(credential_words.facts(record, around.audience, around.grades)),
        competency=record.competency,
        method_name=record.key_method.name,
        method_summary=record.key_method.summary,
        components=tuple(Component(name=c.name, text=c.text) for c in record.key_method.components),
        body_html=document.html["body"],
        parts=tuple(_parts(document, around)),
        reflection=record.reflection,
        review=tuple(credential_words.review(record.review, around.desk.usual_days)),
        submission=submission.of(site, document, around.desk),
        recognition=tuple(
            RecognitionLine(by=r.by, grants=r.grants, rule=r.rule or "", as_of=words.day(r.as_of))
            for r in record.recognition
        ),
        alignments=tuple(
            AlignmentLine(framework=a.framework, code=a.code or "", name=a.name, href=a.url)
            for a in record.alignments
        ),
        research=tuple(
            Source(note=r.note, citation=r.citation or "", href=r.url or "") for r in record.research
        ),
        resources=tuple(
            Resource(title=r.title, note=r.note or "", href=r.url or "") for r in record.resources
        ),
        issuer=around.issuer,
        related=around.related,
        alike=around.alike,
        after=around.after,
        pathways=around.pathways,
        replaced_by=around.replaced_by,
        helpers=around.helpers,
        licence=record.licence,
        worksheet=_worksheet(site, document) if record.status != "retired" else "",
        data=urls.root(site) + urls.api_credential(document.slug) if site.publish.api else "",
    )


def _worksheet(site: Site, document: Document[Credential]) -> str:
    return urls.root(site) + urls.worksheet(document.slug) if site.publish.worksheets else ""


def _head(site: Site, record: Credential, around: Around, crumbs: tuple[Link, ...]) -> Head:
    data: heads.JsonLd = {
        "@type": "EducationalOccupationalCredential",
        "name": record.title,
        "description": record.summary,
        "credentialCategory": "micro-credential",
        "competencyRequired": record.competency,
        "about": list(record.problems),
        "educationalLevel": around.grades or None,
        "inLanguage": list(record.languages),
        "version": record.version,
        "dateModified": record.updated.isoformat() if record.updated else None,
        "recognizedBy": {
            "@type": "Organization",
            "name": around.issuer.name,
            "url": site.base_url.removesuffix(urls.root(site)) + around.issuer.href,
        },
        "breadcrumb": heads.crumbs(site, crumbs, record.title, around.path),
    }
    known = {key: value for key, value in data.items() if value}
    return heads.head(
        site, around.path, record.title, record.summary, known, card=urls.card(around.path), kind="article",
        index=record.status != "draft",
    )  # fmt: skip


def _parts(document: Document[Credential], around: Around) -> Iterator[Part]:
    record = document.record
    passing = record.rubric_levels.index(record.passing_level or record.rubric_levels[0]) + 1
    for number, part in enumerate(record.evidence):
        yield Part(
            id=part.id or slug_of(part.title),
            number=number + 1,
            title=part.title,
            kinds=around.kinds[number],
            task_html=document.html[f"evidence.{number}.task"],
            levels=record.rubric_levels,
            passing=passing,
            rows=tuple(_rows(part, record.rubric_levels)),
        )


def _rows(part: EvidenceRequirement, levels: tuple[str, ...]) -> Iterator[RubricRow]:
    for row in part.rubric:
        cells = tuple(row.levels[level] for level in levels)
        yield RubricRow(id=row.id or slug_of(row.criterion), criterion=row.criterion, cells=cells)
