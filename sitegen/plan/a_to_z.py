"""All credentials by the first letter of their titles, with a way from letter to letter."""

import unicodedata
from collections.abc import Iterator

from sitegen.model import urls, wording
from sitegen.model.catalog import Listing
from sitegen.model.document import Entry
from sitegen.plan import heads, pagers
from sitegen.plan.lookup import Lookup
from sitegen.plan.pagers import Slice
from sitegen.plan.views import AToZPage, Letter, LetterGroup, LetterLine, Link

ONE_PAGE = 400
"""Up to so many credentials stand on one page; of more, each letter has pages of its own."""

LINES = 200
"""How many of them stand on a page of one letter."""

ARTICLES = {
    "en": ("a ", "an ", "the "),
    "de": ("der ", "die ", "das ", "ein ", "eine "),
    "es": ("el ", "la ", "los ", "las ", "un ", "una "),
    "fr": ("le ", "la ", "les ", "l’", "l'", "un ", "une "),
}
"""Words at the beginning of a title that nobody looks it up by."""

DIGITS = "0–9"
OTHERS = "#"

Letters = dict[str, list[Entry[Listing]]]


def filed(title: str, language: str) -> str:
    """The title as it is looked up: in small letters, without an article at its beginning."""
    plain = title.casefold()
    articles = ARTICLES.get(language.partition("-")[0], ())
    return plain.removeprefix(next((word for word in articles if plain.startswith(word)), ""))


def letter(title: str) -> str:
    """The letter that a title is found under: `É` under E, every number under one heading, signs passed over."""
    plain = unicodedata.normalize("NFKD", title).upper()
    first = next((sign for sign in plain if sign.isalnum()), "")
    return DIGITS if first.isdigit() else first or OTHERS


def pages(look: Lookup) -> Iterator[tuple[str, AToZPage]]:
    """The list from A to Z, with the path of each of its pages."""
    letters = _letters(look)
    if len(look.public) <= ONE_PAGE:
        (whole,) = pagers.cut([None], urls.A_TO_Z, look.root)
        links = tuple(_letter(key, f"#{_id(key)}", entries) for key, entries in letters.items())
        groups = tuple(_group(look, key, entries) for key, entries in letters.items())
        yield urls.A_TO_Z, _page(look, whole[0], "", links, groups)
        return
    (top,) = pagers.cut([None], urls.A_TO_Z, look.root)
    yield urls.A_TO_Z, _page(look, top[0], "", _links(look, letters, ""), ())
    for key, entries in letters.items():
        for part, some in pagers.cut(entries, _path(key), look.root, LINES):
            yield part.path, _page(look, part, key, _links(look, letters, key), (_group(look, key, some),))


def paths(look: Lookup) -> Iterator[str]:
    """The paths of all these pages."""
    yield urls.A_TO_Z
    if len(look.public) > ONE_PAGE:
        for key, entries in _letters(look).items():
            yield from (part.path for part, _ in pagers.cut(entries, _path(key), "", LINES))


def _letters(look: Lookup) -> Letters:
    """The credentials that have a page, by letter; letters and titles in their order, numbers and signs last."""
    found: Letters = {}
    titles = {slug: filed(entry.record.title, look.site.language) for slug, entry in look.public.items()}
    for slug in sorted(titles, key=lambda slug: (titles[slug], slug)):
        found.setdefault(letter(titles[slug]), []).append(look.public[slug])
    return dict(sorted(found.items(), key=lambda item: (item[0] == OTHERS, item[0] == DIGITS, item[0])))


def _page(
    look: Lookup, part: Slice, key: str, letters: tuple[Letter, ...], groups: tuple[LetterGroup, ...]
) -> AToZPage:
    title = f"Credentials: {key}" if key else "Credentials from A to Z"
    named = title if part.number == 1 else f"{title}, page {part.number}"
    about = f"All {wording.count(len(look.public), 'credential')} of the catalog by title."
    crumbs = [Link(text="Credentials", href=look.href(urls.CREDENTIALS))]
    if key:
        crumbs.append(Link(text="A to Z", href=look.href(urls.A_TO_Z)))
    data = {
        "@type": "CollectionPage",
        "name": named,
        "breadcrumb": heads.crumbs(look.site, tuple(crumbs), title, part.path),
    }
    return AToZPage(
        head=heads.head(look.site, part.path, named, about, data),
        section="credentials",
        crumbs=tuple(crumbs),
        edit="",
        title=title,
        total=len(look.public),
        letters=letters,
        groups=groups,
        pager=part.pager,
    )


def _links(look: Lookup, letters: Letters, here: str) -> tuple[Letter, ...]:
    return tuple(
        _letter(key, look.href(_path(key)), entries, here=key == here) for key, entries in letters.items()
    )


def _letter(key: str, href: str, entries: list[Entry[Listing]], *, here: bool = False) -> Letter:
    return Letter(text=key, href=href, count=len(entries), here=here)


def _group(look: Lookup, key: str, entries: list[Entry[Listing]]) -> LetterGroup:
    return LetterGroup(text=key, id=_id(key), lines=tuple(_line(look, entry) for entry in entries))


def _line(look: Lookup, entry: Entry[Listing]) -> LetterLine:
    return LetterLine(
        text=entry.record.title,
        href=look.href(urls.credential(entry.slug)),
        issuer=look.catalog.issuers[entry.issuer].record.name,
        retired=entry.record.status == "retired",
    )


def _path(key: str) -> str:
    return urls.letter(_slug(key))


def _id(key: str) -> str:
    return f"letter-{_slug(key)}"


def _slug(key: str) -> str:
    """A name for addresses: Latin letters are their own, others are named by their number in Unicode."""
    known = {DIGITS: "0-9", OTHERS: "signs"}
    return known.get(key) or (key.lower() if key.isascii() else f"u{ord(key[0]):04x}")
