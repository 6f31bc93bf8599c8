"""Where a link or picture in a text leads: what a target written by an author stands for."""

import posixpath
from collections.abc import Callable
from urllib.parse import unquote, urlsplit

from sitegen.model import urls
from sitegen.problem import Problem
from sitegen.read import markdown, places


def resolve(target: str, path: str, docs: str | None) -> str | None:
    """The address of `target` as written in the file at `path`: `https://…`, `/path/#id`, `#id`, or None.

    A relative target names a file (`../reference/fields.md`, `picture.png`), one with a leading slash an address.
    """
    try:
        parts = urlsplit(target)
    except ValueError:
        return None
    if parts.scheme or parts.netloc:
        return target if parts.scheme == "https" and parts.hostname and "@" not in parts.netloc else None
    fragment = _fragment(parts.fragment)
    if not parts.path:
        return fragment or None
    if parts.path.startswith("/"):
        return None if parts.path.startswith("//") else parts.path + fragment
    address = _file_address(
        posixpath.normpath(posixpath.join(posixpath.dirname(path), unquote(parts.path))), docs
    )
    return address + fragment if address else None


def _fragment(fragment: str) -> str:
    if not fragment:
        return ""
    return "#" + (fragment if fragment.startswith(markdown.ID_PREFIX) else markdown.ID_PREFIX + fragment)


def _file_address(path: str, docs: str | None) -> str | None:
    inside = path.startswith(places.CONTENT + "/") or (docs and path.startswith(docs + "/"))
    place = places.place(path, docs) if inside else None
    if place is None or isinstance(place, Problem) or place.kind in SIGNED:
        return None
    return address(place)


SIGNED = ("awards", "status")
"""Kinds of files that have no page of their own."""

ADDRESSES: dict[str, Callable[[str], str]] = {
    "credential": urls.credential,
    "issuer": urls.issuer,
    "focus-area": urls.focus_area,
    "pathway": urls.pathway,
    "person": urls.person,
    "list": urls.shortlist,
    "page": urls.text_page,
}
"""The address of each kind of record."""


def address(place: places.Place) -> str:
    """The address that answers for a place."""
    return urls.media(place.path) if place.kind == "picture" else ADDRESSES[place.kind](place.slug)
