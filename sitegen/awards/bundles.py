"""Ledger → jobs: one for all files of the awards of a batch, and one for each file of an issuer.

A bundle is one job and makes several files, because a site may have a hundred times more awards than pages: what decides
about an award's files is looked at once for all awards of its batch. What knows Open Badges is loaded only where it is
needed: most builds change no award.
"""

from collections import defaultdict
from collections.abc import Iterator

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from sitegen.model import urls
from sitegen.model.document import Entry
from sitegen.model.issuer import Issuer
from sitegen.model.ledger import AwardLine
from sitegen.plan import badge_facts, drawings, verify_page
from sitegen.plan.badge_facts import Around, Known
from sitegen.plan.badge_words import IN_FORCE, Standing
from sitegen.plan.drawings import Art
from sitegen.plan.job import Job
from sitegen.plan.lookup import Lookup

MAKER = "awards"
EMPLOYERS = "for-employers"
"""The page of plain writing that explains badges to employers, if there is one."""
ENDINGS = ("html", "json", "ob2.json")
PICTURE = "png"

PART = 200
"""So many awards of a batch are one job."""

_encode = msgspec.json.Encoder().encode


class Item(Struct, frozen=True):
    """An award of a bundle: where its bytes stand in the file, which awards asked the same, and how it stands."""

    id: str
    start: int
    end: int
    digest: str
    asked: str
    standing: Standing = IN_FORCE


class Asked(Struct, frozen=True):
    """What the catalog says today of what some awards asked; `publish` says whether this bundle has its file to make."""

    credential: str
    around: Around
    picture: Art
    publish: bool = False


class Bundle(Struct, frozen=True):
    """All that the files of some awards of a batch depend on; what was asked stands under its mark."""

    issuer: str
    pictures: bool
    """Whether each award gets a picture that holds it."""
    items: tuple[Item, ...]
    asked: dict[str, Asked]


def jobs(look: Lookup) -> Iterator[Job]:
    """Every file that awards bring with them."""
    from sitegen.badges import register

    catalog = look.catalog
    with_keys = [entry for entry in look.issuers if entry.record.keys]
    for entry in with_keys:
        yield from _issuer(look, entry)
    for path in catalog.ledger.lists:
        yield Job(urls.file(urls.status(path.rpartition("/")[2].removesuffix(".json"))), "media", b"", path)
    known = [
        (register.known(look.site.base_url, e.slug, e.record), badge_facts.suspends(look, e.slug))
        for e in with_keys
    ]
    yield _file(urls.KEYS, [register.document(one, suspends=suspends) for one, suspends in known])
    employers = look.href(urls.text_page(EMPLOYERS)) if EMPLOYERS in catalog.pages else ""
    yield Job(urls.file(urls.VERIFY), "verify", _encode(verify_page.view(look.site, employers)))
    yield from _batches(look)


def addresses(payload: bytes) -> list[str]:
    """The files, below the output folder, that the bundle in a job's payload makes."""
    bundle = msgspec.json.decode(payload, type=Bundle)
    endings = (*ENDINGS, PICTURE) if bundle.pictures else ENDINGS
    made = [urls.file(urls.badge_file(item.id, ending)) for item in bundle.items for ending in endings]
    for mark, asked in bundle.asked.items():
        if asked.publish:
            made += [urls.file(class_path(asked, mark)), urls.file(card_path(asked.credential, mark))]
    return made


def class_path(asked: Asked, mark: str) -> str:
    """The address of the file that says what was asked (2.0)."""
    return urls.badge_class(asked.credential, mark)


def card_path(credential: str, mark: str) -> str:
    """The address of what other sites show for a link to one of the awards (oEmbed)."""
    return urls.badge_class(credential, f"{mark}.oembed")


def _issuer(look: Lookup, entry: Entry[Issuer]) -> Iterator[Job]:
    from sitegen.badges import did, open_badges_2

    site = look.site.base_url
    yield _file(urls.did(entry.slug), did.document(site, entry.slug, entry.record.keys))
    yield _file(urls.issuer_profile(entry.slug), open_badges_2.issuer(site, entry.slug, entry.record))


def _file(path: str, value: object) -> Job:
    return Job(urls.file(path), "file", _encode(value))


def _batches(look: Lookup) -> Iterator[Job]:
    """A bundle for each file of awards that has one to publish, in the order of paths."""
    from sitegen.awards import judging
    from sitegen.awards.standings import Standings

    shown: dict[str, list[AwardLine]] = defaultdict(list)
    for award in look.catalog.ledger.standings().values():
        shown[award.path].append(award.line)
    lists = judging.lists(look.catalog)
    known: dict[str, Asked] = {}
    for path, lines in sorted(shown.items()):
        issuer = look.catalog.ledger.awards[path].issuer
        standings = Standings(look.catalog.issuers[issuer].record, lists.get(issuer))
        lines.sort(key=lambda line: line.number)
        for number, first in enumerate(range(0, len(lines), PART), start=1):
            part = lines[first : first + PART]
            bundle = Bundle(
                issuer=issuer,
                pictures=look.site.publish.badge_pictures,
                items=tuple(_item(line, standings.of(line)) for line in part),
                asked=_all_asked(look, part, issuer, known),
            )
            yield Job(f"{path}#{number}", MAKER, _encode(bundle), path)


def _item(line: AwardLine, standing: Standing) -> Item:
    return Item(line.id, line.start, line.end, line.digest, line.asked, standing)


def _all_asked(
    look: Lookup, lines: list[AwardLine], issuer: str, known: dict[str, Asked]
) -> dict[str, Asked]:
    """What the awards of a part asked, by mark. The first part that has a mark publishes its file and adds it to `known`."""
    found: dict[str, Asked] = {}
    for line in lines:
        mark = line.asked
        if mark in known:
            found.setdefault(mark, known[mark])
        else:
            known[mark] = _asked(look, line, issuer)
            found[mark] = replace(known[mark], publish=True)
    return found


def _asked(look: Lookup, line: AwardLine, issuer: str) -> Asked:
    from sitegen.badges import did

    slug, entry = line.credential, look.public.get(line.credential)
    known = Known(
        did=did.name(look.site.base_url, issuer),
        picture=look.href(urls.badge_art(slug)),
        embed=card_path(slug, line.asked),
    )
    around = badge_facts.around(look, slug, issuer, known)
    return Asked(slug, around, drawings.art_of(look, entry) if entry else Art(title=slug, slug=slug))
