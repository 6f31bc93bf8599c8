"""Links: every link and picture in a text leads somewhere, and only to places a published site may lead to."""

from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from msgspec import Struct

from sitegen.model import urls
from sitegen.model.catalog import Catalog
from sitegen.model.document import Reference
from sitegen.problem import Problem, Span

FIXED = (urls.HOME, urls.CREDENTIALS, urls.FOCUS_AREAS, urls.ISSUERS, urls.PATHWAYS)


class Target(Struct, frozen=True):
    """A reference in a file, with what it was found in."""

    path: str
    reference: Reference


def check(catalog: Catalog) -> Iterator[Problem]:
    """Links to pages, headings and pictures that do not exist, and links that cannot be published."""
    pages = addresses(catalog) | _badges(catalog)
    unread, drafts = _unread(catalog), _drafts(catalog)
    pictures = {urls.media(path) for path in catalog.pictures}
    for entry in _entries(catalog):
        for reference in entry.references:
            page = reference.address.partition("#")[0]
            if page in unread:
                continue
            if page in drafts and getattr(entry.record, "status", "") != "draft":
                yield _missing(
                    Target(entry.path, reference),
                    "this link leads to a draft",
                    "publish it, or take the link out",
                )
                continue
            yield from _reference(Target(entry.path, reference), pages, pictures, entry.headings)


def addresses(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """Every page that a text may link to, with the ids of its headings."""
    known: dict[str, tuple[str, ...]] = dict.fromkeys(FIXED, ())
    known |= {urls.credential(slug): entry.headings for slug, entry in catalog.credentials.items()}
    known |= {urls.issuer(slug): entry.headings for slug, entry in catalog.issuers.items()}
    known |= {urls.focus_area(slug): entry.headings for slug, entry in catalog.focus_areas.items()}
    known |= {urls.pathway(slug): entry.headings for slug, entry in catalog.pathways.items()}
    known |= {urls.text_page(slug): entry.headings for slug, entry in catalog.pages.items()}
    return known


def _badges(catalog: Catalog) -> dict[str, tuple[str, ...]]:
    """The page that checks badges, if anybody has keys, and those pages of awards that a text links to."""
    known: dict[str, tuple[str, ...]] = {}
    if any(entry.record.keys for entry in catalog.issuers.values()):
        known[urls.VERIFY] = ()
    linked = {r.address.partition("#")[0] for entry in _entries(catalog) for r in entry.references}
    if any(address.startswith("/badges/") for address in linked):
        awards = (line.id for file in catalog.ledger.awards.values() for line in file.lines)
        known |= dict.fromkeys(linked.intersection(urls.badge(award) for award in awards), ())
    return known


def _unread(catalog: Catalog) -> frozenset[str]:
    """Pages whose files have problems of their own; what they will have for headings is not known."""
    return frozenset(
        address(slug) for kind, address in ADDRESSES.items() for slug in catalog.unread.get(kind, ())
    )


def _drafts(catalog: Catalog) -> frozenset[str]:
    """Pages that are not published."""
    credentials = (urls.credential(s) for s, e in catalog.credentials.items() if e.record.status == "draft")
    pathways = (urls.pathway(s) for s, e in catalog.pathways.items() if e.record.status == "draft")
    unfinished = (ADDRESSES[kind](slug) for kind, slugs in catalog.unfinished.items() for slug in slugs)
    return frozenset((*credentials, *pathways, *unfinished))


ADDRESSES: dict[str, Callable[[str], str]] = {
    "credential": urls.credential,
    "issuer": urls.issuer,
    "focus-area": urls.focus_area,
    "pathway": urls.pathway,
    "page": urls.text_page,
}


def _entries(catalog: Catalog) -> Iterator:  # type: ignore[type-arg]
    for entries in (
        catalog.credentials,
        catalog.issuers,
        catalog.focus_areas,
        catalog.pathways,
        catalog.pages,
    ):
        yield from entries.values()


def _reference(
    target: Target, pages: dict[str, tuple[str, ...]], pictures: set[str], own: tuple[str, ...]
) -> Iterator[Problem]:
    address = target.reference.address
    if target.reference.picture:
        if address not in pictures:
            yield _picture(target)
    elif not address:
        yield _unusable(target)
    elif not address.startswith("https:"):
        page, _, heading = address.partition("#")
        if page and page not in pages:
            yield _missing(
                target,
                f"there is no page at {page}",
                "check the spelling; addresses of pages end with a slash",
            )
        elif heading and heading not in (pages[page] if page else own):
            yield _missing(
                target, "the page has no such heading", "copy the heading's words, in lower case with hyphens"
            )


def _picture(target: Target) -> Problem:
    if urlsplit(target.reference.target).netloc:
        return _problem(
            target,
            "picture-elsewhere",
            "this picture is loaded from another site",
            "save the picture beside this file and link to it by its file name",
        )
    return _problem(
        target,
        "missing-picture",
        "there is no such picture beside this file",
        "add the .png or .svg file, or check the spelling",
    )


def _unusable(target: Target) -> Problem:
    written = target.reference.target
    if written.startswith("mailto:"):
        return _problem(
            target,
            "address-published",
            "this link would publish an e-mail address",
            "link to a page where people can write to you",
        )
    if written.startswith("http:"):
        return _problem(target, "link-not-secure", "this link uses http", "use the https address of the page")
    return _missing(
        target,
        "this link leads nowhere that can be published",
        "use an https address, an address of this site, or a file beside this one",
    )


def _missing(target: Target, message: str, hint: str) -> Problem:
    return _problem(target, "broken-link", message, hint)


def _problem(target: Target, code: str, message: str, hint: str) -> Problem:
    written = target.reference.target
    return Problem(
        code=code, message=f"{message}: {written}" if written not in message else message, hint=hint,
        span=Span(target.path), path=("body",), needle=written,
    )  # fmt: skip
