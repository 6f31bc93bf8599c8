"""The page of an award: which awards have the same page but for words, and what that page shows."""

from sitegen.model import urls
from sitegen.model.award import Achievement, Assessor, Award, RowResult
from sitegen.model.site import Site
from sitegen.plan import badge_words, sharing
from sitegen.plan.badge_facts import Around
from sitegen.plan.badge_words import Standing
from sitegen.plan.views import (
    AlignmentLine,
    AssessorLine,
    BadgePage,
    BadgeShape,
    BadgeWords,
    Head,
    ReachedRow,
    View,
)


class Layout(View, frozen=True, kw_only=True):
    """What awards have in common whose pages differ in words only; equal layouts mean equal pages but for words."""

    issuer: str
    issuer_name: str
    achievement: Achievement
    results: tuple[RowResult, ...]
    assessor: Assessor | None
    shape: BadgeShape


def layout(award: Award, standing: Standing) -> Layout:
    """The layout of an award's page, which can be the key of a dictionary."""
    return Layout(
        issuer=award.issuer,
        issuer_name=award.issuer_name,
        achievement=award.achievement,
        results=award.results,
        assessor=award.assessor,
        shape=badge_words.shape(award, standing),
    )


def view(site: Site, award: Award, standing: Standing, around: Around) -> BadgePage:
    """The page of one award. Who has many makes `page` once a layout, and has the words of each filled in."""
    return page(site, layout(award, standing), around, badge_words.of(site, award, standing))


def page(site: Site, layout: Layout, around: Around, own: BadgeWords) -> BadgePage:
    """The page of all awards with this layout, with the words of one of them, or with marks where words will stand."""
    earned = layout.achievement
    return BadgePage(
        head=_head(around, own),
        section="verify",
        crumbs=(),
        edit="",
        words=own,
        shape=layout.shape,
        title=earned.title,
        summary=earned.summary,
        competency=earned.competency,
        version=earned.version,
        art=around.art,
        art_alt=earned.caption or f"Badge: {earned.title}",
        hue=around.hue,
        credential=around.credential,
        version_now=around.version if around.version != earned.version else "",
        focus=earned.focus_areas,
        effort=around.effort,
        rows=tuple(_row(earned, result) for result in layout.results),
        criteria_html=around.criteria_html,
        assessor=_assessor(layout.assessor),
        issuer=around.issuer,
        signed_as=layout.issuer_name if layout.issuer_name != around.issuer.card.name else "",
        alignments=tuple(_alignments(earned)),
        recognition=around.recognition,
        related=around.related,
        linkedin=sharing.linkedin(earned.title, around.issuer.card.name, around.linkedin),
        embed=urls.absolute(site, around.embed) if around.embed else "",
    )


def _head(around: Around, own: BadgeWords) -> Head:
    """The head. The page's lasting address is a word, so it stands in the template and not here."""
    return Head(
        title=own.title,
        description=own.description,
        canonical="",
        image=around.card,
        kind="article",
        json_ld="",
        index=False,
    )


def _row(earned: Achievement, result: RowResult) -> ReachedRow:
    row = earned.rubric[result.row]
    level = row.levels[result.level]
    return ReachedRow(criterion=row.name, level=level.name, text=level.text)


def _assessor(assessor: Assessor | None) -> AssessorLine | None:
    if assessor is None:
        return None
    return AssessorLine(name=assessor.name, role=assessor.role, href=badge_words.https(assessor.url))


def _alignments(earned: Achievement) -> list[AlignmentLine]:
    return [
        AlignmentLine(framework=a.framework, code=a.code, name=a.name, href=badge_words.https(a.url))
        for a in earned.alignments
    ]
