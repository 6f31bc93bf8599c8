"""A bundle and the bytes of its batch → every file of its awards: page, signed record, 2.0 assertion and picture."""

from collections.abc import Callable, Iterator
from functools import lru_cache
from hashlib import sha256
from typing import cast

import msgspec
from msgspec import structs

from sitegen.awards import batches, bundles
from sitegen.awards.bundles import Asked, Bundle, Item
from sitegen.badges import baked_png, open_badges_2
from sitegen.model import urls
from sitegen.model.award import Achievement, Award
from sitegen.model.focus_area import Glyph, Hue
from sitegen.model.site import Site
from sitegen.plan import badge_page, badge_words, sharing
from sitegen.plan.badge_facts import Around
from sitegen.plan.badge_words import Standing
from sitegen.plan.drawings import Art
from sitegen.plan.views import BadgePage, BadgeWords, Link
from sitegen.problem import Problem, Span
from sitegen.read import markdown
from sitegen.render import frames
from sitegen.render.frames import Frame

PIXELS = 400
"""Width and height of a badge's picture."""

LAYOUTS = 200
"""So many layouts of pages are remembered at once."""

File = tuple[str, bytes]
Read = Callable[[int, int], bytes]
"""The bytes of a file from a place to another."""

Render = Callable[[BadgePage], bytes | Problem]

_encode = msgspec.json.Encoder().encode


class Publisher:
    """Makes the files of awards of one site; what awards share is made once."""

    def __init__(self, site: Site, render: Render) -> None:
        self.site = site
        self.render = render
        self._frames: dict[tuple[badge_page.Layout, Around], Frame] = {}
        self._criteria = lru_cache(maxsize=LAYOUTS)(_criteria)

    def files(self, path: str, bundle: Bundle, read: Read) -> Iterator[File | Problem]:
        """Every file of a bundle; `read` gives bytes of its batch, which is the file at `path`.

        A Problem says what keeps them from being made; none follows it.
        """
        unpublished = {mark for mark, asked in bundle.asked.items() if asked.publish}
        for item in bundle.items:
            record = _record(read, item)
            if record is None:
                yield _changed(path)
                return
            award = batches.award(record)
            if item.asked in unpublished:
                unpublished.remove(item.asked)
                yield from self._asked(bundle, item, award)
            words = badge_words.of(self.site, award, item.standing, sha256(record).hexdigest())
            page = self._page(award, item.standing, bundle.asked[item.asked].around, words)
            if isinstance(page, Problem):
                yield page
                return
            yield _file(item, "html"), page
            yield from _records(bundle, item, award, record)

    def _asked(self, bundle: Bundle, item: Item, award: Award) -> Iterator[File]:
        """What was asked, as 2.0 has it, and what other sites show for a link to an award."""
        asked = bundle.asked[item.asked]
        around = asked.around
        picture = self.site.base_url + around.art.removeprefix(urls.root(self.site))
        shown = open_badges_2.badge_class(self.site.base_url, bundle.issuer, award.achievement, picture)
        yield urls.file(bundles.class_path(asked, item.asked)), _encode(shown)
        issuer = Link(text=around.issuer.card.name, href=around.issuer.card.href)
        card = sharing.oembed(self.site, award.achievement.title, issuer, around.card)
        yield urls.file(bundles.card_path(asked.credential, item.asked)), card

    def _page(self, award: Award, standing: Standing, around: Around, words: BadgeWords) -> bytes | Problem:
        layout = badge_page.layout(award, standing)
        frame = self._frames.get((layout, around))
        if frame is None:
            made = self._frame(layout, around, words)
            if isinstance(made, Problem):
                return made
            if len(self._frames) >= LAYOUTS:
                self._frames.clear()
            frame = self._frames[layout, around] = made
        return frame.fill(words)

    def _frame(self, layout: badge_page.Layout, around: Around, words: BadgeWords) -> Frame | Problem:
        full = structs.replace(around, criteria_html=self._criteria(layout.achievement))
        return frames.make(lambda own: self.render(badge_page.page(self.site, layout, full, own)), words)


def _criteria(asked: Achievement) -> str:
    """What was asked, as HTML. Its links are full addresses; others lead nowhere from here and are left out."""
    place = markdown.Place(lambda target: target if target.startswith("https://") else None, deepen=1)
    return markdown.render(asked.criteria, place).html


def _records(bundle: Bundle, item: Item, award: Award, record: bytes) -> Iterator[File]:
    """The award for other software: as it was signed, as 2.0 has it, and as a picture with both inside."""
    assertion = _encode(_assertion(award, item, bundle.asked[item.asked]))
    yield _file(item, "json"), record
    yield _file(item, "ob2.json"), assertion
    if bundle.pictures:
        yield _file(item, bundles.PICTURE), _baked(bundle.asked[item.asked].picture, record, assertion)


def _record(read: Read, item: Item) -> bytes | None:
    """The bytes of an award; None if they are not those that were checked, or are gone."""
    try:
        record = read(item.start, item.end)
    except OSError:
        return None
    return record if batches.digest(record) == item.digest else None


def _file(item: Item, ending: str) -> str:
    return urls.file(urls.badge_file(item.id, ending))


def _assertion(award: Award, item: Item, asked: Asked) -> dict[str, object]:
    standing = item.standing
    if standing.state == "in-force":
        return open_badges_2.assertion(award, award.site + bundles.class_path(asked, item.asked))
    said = (
        "Revoked by its issuer."
        if standing.state == "revoked"
        else "Suspended by its issuer for the time being."
    )
    return open_badges_2.revoked(award, f"{said} {standing.reason}".strip())


def _baked(picture: Art, record: bytes, assertion: bytes) -> bytes:
    before, after = _picture(picture)
    return before + baked_png.chunks(record, assertion) + after


@lru_cache(maxsize=64)
def _picture(art: Art) -> tuple[bytes, bytes]:
    """The drawn badge, parted where a badge is put into it."""
    from sitegen.pictures import design, pixel_art

    glyph, hue = cast("Glyph", art.glyph or "book"), cast("Hue", art.hue or "slate")
    return baked_png.parted(pixel_art.badge_png(design.shape_for(art.slug), hue, glyph, PIXELS))


def _changed(path: str) -> Problem:
    return Problem(
        code="changed-meanwhile",
        message="this file of awards was changed while the site was being built",
        hint="build again",
        span=Span(path),
    )
