"""The files of the published index: what stands in each. `assets/search.js` reads the same.

All are JSON, which every host packs, every browser reads and a person can look at. Every file that counts documents begins
with the `mark` of the index it belongs to, so that one of another build is noticed.
"""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct

VERSION = 1

LEVELS = 31
"""What a posting can weigh at most, in whole steps."""

MASKS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
"""A sign for each set of up to six fields: the number whose bits are those of `MASKED`."""

MASKED = ("body", "method", "competency", "summary", "problems", "title")
"""The fields that a question may name, in the order in which an analysis counts them."""

MASKED_LEAVES = 16
"""So many files of terms have their fields in one file: few questions name a field."""

DIGITS = "0123456789abcdefghijklmnopqrstuv"


class WordsNote(Struct, frozen=True):
    """Which word vectors go with an index: their folder, and in how many shards they are."""

    folder: str
    shards: int
    width: int


class Manifest(Struct, frozen=True, kw_only=True):
    """What must be known before anything can be asked.

    `buckets` has for each bucket of cards how many documents are in it; documents are numbered in this order. `leaves` are
    the beginnings of the terms that each file of terms starts with.
    `rarest` is the rarity of a word that no document has. `groups` is 0 if all directions are in one file; `opened` says
    how many groups a question looks into. `twin` says whether the browser makes stems itself; if not, a
    word that no document has is tried without each of the `endings`.
    """

    version: int
    mark: str
    language: str
    twin: bool
    count: int
    buckets: str
    leaves: str
    rarest: int
    groups: int
    opened: int
    words: WordsNote | None
    stop: str
    glossary: Mapping[str, str]
    endings: str = ""


class Posting(Struct, frozen=True, array_like=True):
    """A term, how rare it is in thousandths, the gaps between its documents, and a digit for each: its weight there."""

    term: str
    rarity: int
    gaps: Sequence[int]
    levels: str


class Leaf(Struct, frozen=True, omit_defaults=True):
    """Terms in their order; `forms` are words with their stems, where a browser cannot make them."""

    mark: str
    terms: Sequence[Posting]
    forms: Mapping[str, str] = {}


class Fields(Struct, frozen=True):
    """In which fields the terms of some files stand: for each file and each of its terms a sign for each document."""

    mark: str
    leaves: Sequence[Sequence[str]]


class About(Struct, frozen=True):
    """The directions of all documents, one after the other."""

    mark: str
    vectors: str


class Groups(Struct, frozen=True):
    """Documents that are about like things: which group each is in (two digits), and what the groups are about.

    A centre is the mean of its documents' directions: letters, to be taken times a scale and divided by 65,536.
    """

    mark: str
    of: str
    centres: Sequence[str]
    scales: Sequence[int]


class Group(Struct, frozen=True):
    """The documents of a group (gaps) with their directions."""

    mark: str
    documents: Sequence[int]
    vectors: str


class Card(Struct, frozen=True, omit_defaults=True):
    """A document to show, as whoever built the index wants it shown, and what each of its problem statements is about.

    `about` is the direction of the whole, where the index has groups; `stems` are the stems of each problem statement, where
    a browser cannot make them.
    """

    card: msgspec.Raw
    near: Sequence[str] = ()
    about: str = ""
    stems: Sequence[str] = ()


class Shown(Struct, frozen=True, kw_only=True):
    """What search itself reads of a card."""

    slug: str
    title: str
    summary: str = ""
    problems: tuple[str, ...] = ()


class Cards(Struct, frozen=True):
    """The documents of a bucket."""

    cards: Sequence[Card]


class Spelling(Struct, frozen=True):
    """Words that a typo may stand for, each with a digit that grows with the number of documents it is in."""

    mark: str
    words: str


class Facet(Struct, frozen=True, kw_only=True):
    """A way to narrow the list: its values (slug and words), and for each document the letters of those it has."""

    name: str
    values: Sequence[tuple[str, str]]
    column: str = ""


class Facets(Struct, frozen=True):
    """All facets."""

    mark: str
    facets: Sequence[Facet]


class Order(Struct, frozen=True):
    """All documents in some order."""

    mark: str
    documents: Sequence[int]


class Words(Struct, frozen=True):
    """Word vectors: for each word its scale and its numbers as letters."""

    words: Mapping[str, tuple[int, str]]
