"""One source file → its row in the memory: read, checked on its own, encoded."""

import hashlib
from pathlib import Path
from typing import NamedTuple

import msgspec

from sitegen import check
from sitegen.model.credential import Credential
from sitegen.model.form_export import FormExport
from sitegen.model.glossary import Glossary
from sitegen.problem import Problem, Span
from sitegen.read import locate, places, records, tree
from sitegen.rows import ReadingRow

_encode = msgspec.json.Encoder().encode


class Task(NamedTuple):
    """A file to read, the digest of its bytes when last seen, and the key of what was made of them then."""

    place: places.Place
    known_digest: bytes
    known_key: bytes


class Done(NamedTuple):
    """The digest of a file's bytes, and its row; no row if what is remembered of it still holds."""

    path: str
    digest: bytes
    row: ReadingRow | None


class Reader:
    """Reads the files of one project."""

    def __init__(self, root: Path, settings: records.Settings) -> None:
        self.root = root
        self.settings = settings
        self._settings_digest = hashlib.blake2b(_encode(settings), digest_size=16).digest()

    def read(self, task: Task) -> Done:
        """What comes of one file, whatever is in it."""
        place = task.place
        try:
            data = tree.read(self.root, place.path, _most(place))
        except OSError as error:
            return Done(place.path, b"", _row(place, b"", (_unreadable(place.path, error),)))
        digest = hashlib.blake2b(data, digest_size=16).digest()
        key = self.key(digest)
        if key == task.known_key:
            return Done(place.path, digest, None)
        return Done(place.path, digest, self.row(data, place, key))

    def key(self, digest: bytes) -> bytes:
        """The key of what is made of a file with that digest."""
        return hashlib.blake2b(digest, key=self._settings_digest, digest_size=16).digest()

    def row(self, data: bytes, place: places.Place, key: bytes = b"") -> ReadingRow:
        """What comes of the bytes of a file, wherever they are from."""
        if place.kind == "glossary":
            return _glossary(data, place, key, self.settings.language)
        if place.kind in _OTHERS:
            return _OTHERS[place.kind](data, place, key)
        reading = records.read(data, place, self.settings)
        problems = reading.problems
        document = reading.document
        if document is not None and isinstance(document.record, Credential):
            problems += tuple(check.credential(document))  # type: ignore[arg-type]
        problems = tuple(locate.place(problem, data) for problem in problems)
        if document is None:
            return _row(place, key, problems)
        encoded = _encode(document)
        digest = hashlib.blake2b(encoded, digest_size=16).digest()
        return ReadingRow(
            place.path, place.kind, key, digest, _encode(reading.entry), _encode(problems), encoded
        )


def _row(place: places.Place, key: bytes, problems: tuple[Problem, ...]) -> ReadingRow:
    return ReadingRow(place.path, place.kind, key, b"", b"", _encode(problems), b"")


def _glossary(data: bytes, place: places.Place, key: bytes, language: str) -> ReadingRow:
    """The catalog's own words for the search; of no concern to any page."""
    from sitegen.search import glossary
    from sitegen.search import language as languages

    found, problems = records.record_of(data, place.path, Glossary)
    if found is not None:
        problems += glossary.check(place.path, found, languages.of(language))
    placed = tuple(locate.place(problem, data) for problem in problems)
    if found is None or any(problem.severity == "error" for problem in placed):
        return _row(place, key, placed)
    encoded = _encode(found)
    digest = hashlib.blake2b(encoded, digest_size=16).digest()
    return ReadingRow(place.path, place.kind, key, digest, encoded, _encode(placed), b"")


def _picture(data: bytes, place: places.Place, key: bytes) -> ReadingRow:
    """A picture as it will be published: its pixels or shapes, and nothing else that was in the file."""
    from sitegen.pictures import safety

    clean_as_kind = safety.clean_svg if place.path.endswith(".svg") else safety.clean_png
    try:
        clean = clean_as_kind(data)
    except ValueError as fault:
        hint = "export it again from your drawing program, as a plain SVG or PNG of at most 2 MB"
        problem = Problem(code="unsafe-picture", message=str(fault), hint=hint, span=Span(place.path))
        return _row(place, key, (problem,))
    digest = hashlib.blake2b(clean, digest_size=16).digest()
    return ReadingRow(place.path, place.kind, key, digest, b"{}", b"[]", clean)


def _awards(data: bytes, place: places.Place, key: bytes) -> ReadingRow:
    """A batch of awards. Its bytes are not remembered: they are many, and stand in the file."""
    from sitegen.awards import batches

    batch = batches.read(data, place.path, place.issuer)
    digest = hashlib.blake2b(data, digest_size=16).digest()
    entry = b"" if batch.problems else _encode(batch.file)
    return ReadingRow(place.path, place.kind, key, digest, entry, _encode(batch.problems), b"")


def _status(data: bytes, place: places.Place, key: bytes) -> ReadingRow:
    """A status list, which is published as it is."""
    from sitegen.awards import status_files

    found = status_files.read(data, place.path, place.issuer)
    if found.file is None:
        return _row(place, key, found.problems)
    digest = hashlib.blake2b(data, digest_size=16).digest()
    return ReadingRow(place.path, place.kind, key, digest, _encode(found.file), b"[]", data)


def _form_export(data: bytes, place: places.Place, key: bytes) -> ReadingRow:
    """How the exports of a form are read; of no concern to any page, and only looked at for faults."""
    found, problems = records.record_of(data, place.path, FormExport)
    if found is not None:
        problems += check.form_export(place.path, found)
    placed = tuple(locate.place(problem, data) for problem in problems)
    return ReadingRow(place.path, place.kind, key, b"", b"{}", _encode(placed), b"")


_OTHERS = {"picture": _picture, "awards": _awards, "status": _status, "form-export": _form_export}
"""How files are read that are no records."""


def _most(place: places.Place) -> int:
    return tree.MAX_BATCH_BYTES if place.kind in ("awards", "status") else tree.MAX_PICTURE_BYTES


def _unreadable(path: str, error: OSError) -> Problem:
    message = f"this file cannot be read: {error.strerror or error}"
    return Problem(
        code="unreadable-file",
        message=message,
        hint="check that it still exists and that you may read it",
        span=Span(path),
    )
