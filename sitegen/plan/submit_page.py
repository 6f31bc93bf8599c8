"""The page with the site's own form for evidence, and the one that thanks for it: only if the site asks for them."""

from collections.abc import Iterator

from sitegen.model import urls
from sitegen.model.catalog import Listing
from sitegen.model.document import Entry
from sitegen.model.site import Site
from sitegen.plan import heads
from sitegen.plan.lookup import Lookup
from sitegen.plan.views import Choice, ChoiceGroup, Head, SubmitPage, SubmittedPage

MOST_CHOICES = 500
"""How many credentials one can be asked to choose from."""

TITLE = "Send in your evidence"
SUMMARY = "One form for all credentials whose issuers have none of their own."
SENT = "Thank you, it has been sent"


def served(look: Lookup) -> dict[str, list[Entry[Listing]]]:
    """The credentials whose evidence the site's own form takes in, by the slug of their issuer."""
    found: dict[str, list[Entry[Listing]]] = {}
    for issuer in look.issuers:
        open_ones = [
            entry
            for entry in look.by_issuer.get(issuer.slug, ())
            if entry.record.status == "published" and not entry.record.form
        ]
        if open_ones and not issuer.record.form:
            found[issuer.slug] = sorted(open_ones, key=lambda entry: entry.record.title.casefold())
    return found


def form(look: Lookup) -> SubmitPage:
    """The page with the form."""
    site, served_here = look.site, served(look)
    settings = site.submit_form
    total = sum(map(len, served_here.values()))
    return SubmitPage(
        head=_head(site, urls.SUBMIT, TITLE),
        section="submit",
        crumbs=(),
        edit="",
        title=TITLE,
        summary=SUMMARY,
        intro=(settings.intro if settings else None) or "",
        keeps=(settings.keeps if settings else None) or "",
        action=look.href(urls.SUBMITTED),
        groups=tuple(_groups(look, served_here)) if total <= MOST_CHOICES else (),
        credentials=look.href(urls.CREDENTIALS),
        parts=max((len(entry.record.evidence) for many in served_here.values() for entry in many), default=1),
    )


def _groups(look: Lookup, served_here: dict[str, list[Entry[Listing]]]) -> Iterator[ChoiceGroup]:
    for slug, entries in served_here.items():
        yield ChoiceGroup(
            name=look.catalog.issuers[slug].record.name,
            choices=tuple(
                Choice(value=e.slug, text=e.record.title, version=e.record.version) for e in entries
            ),
        )


def thanks(look: Lookup) -> SubmittedPage:
    """The page that a sender sees next."""
    return SubmittedPage(
        head=_head(look.site, urls.SUBMITTED, SENT),
        section="submit",
        crumbs=(),
        edit="",
        title=SENT,
        summary="What happens next with evidence that was sent in.",
    )


def _head(site: Site, path: str, title: str) -> Head:
    return heads.head(site, path, title, SUMMARY, {"@type": "WebPage", "name": title}, index=False)
