"""A file that has been read: its record, its texts as HTML, and what they refer to."""

from typing import Generic, TypeVar

from msgspec import Struct

RecordT = TypeVar("RecordT")


class Reference(Struct, frozen=True):
    """Something a text refers to: a link, or a picture with its alternative text.

    `target` is what the author wrote; `address` where it leads: `https://…`, a path on the site, or nothing if it cannot be
    published.
    """

    target: str
    address: str = ""
    picture: bool = False
    alt: str = ""


class Heading(Struct, frozen=True):
    """A heading of a text, with the id it has on the page."""

    level: int
    text: str
    id: str


class Document(Struct, Generic[RecordT], frozen=True, kw_only=True):
    """One content file.

    `path` is the file, from the project's top, with `/` between folders. `slug` is its name in addresses; for a page of
    plain writing the whole way below the top of the site, as in `docs/how-to/award`. `html` holds its Markdown texts as
    sanitised HTML by field: `body`, `evidence.0.task`.
    """

    path: str
    slug: str
    record: RecordT
    issuer: str = ""
    html: dict[str, str] = {}
    headings: tuple[Heading, ...] = ()


class Entry(Struct, Generic[RecordT], frozen=True, kw_only=True):
    """What the rest of the catalog may know of a file: its record without long texts, and what its texts refer to."""

    path: str
    slug: str
    record: RecordT
    issuer: str = ""
    references: tuple[Reference, ...] = ()
    headings: tuple[str, ...] = ()
    """Ids of the headings, for links that lead to one."""
