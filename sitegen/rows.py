"""The rows of a build's memory: what it keeps of files, of what came of them, and of what was made."""

from typing import NamedTuple


class SourceRow(NamedTuple):
    """A file as the last build saw it."""

    path: str
    size: int
    modified: int
    inode: int
    digest: bytes


class ReadingRow(NamedTuple):
    """What came of reading a file: encoded entry, problems and document, under the key they were made with.

    `digest` is that of the document, so that a file whose change changed nothing can be told.
    """

    path: str
    kind: str
    key: bytes
    digest: bytes
    entry: bytes
    problems: bytes
    document: bytes


class AnalysisRow(NamedTuple):
    """What the search knows of a credential, and what it was made from: the document, and names beside it.

    `about` is what it is about, as a direction, and `topics` are the situations it answers: `SLUG:NEARNESS`, with blanks
    between.
    """

    path: str
    slug: str
    digest: bytes
    names: bytes
    about: str
    topics: str
    data: bytes


class AboutRow(NamedTuple):
    """What a credential is about, as far as that can be compared: a direction, and the situations it answers."""

    slug: str
    about: str
    topics: str


class PageRow(NamedTuple):
    """A file of the site, or the files of some awards: what it was made from, in which build, and why.

    `key` says what its bytes depend on: equal keys, equal bytes.
    """

    address: str
    maker: str
    source: str
    key: bytes
    build: int
    reason: str
    payload: bytes
    files: int = 1
    """How many files it is: more than one if awards were made together."""
