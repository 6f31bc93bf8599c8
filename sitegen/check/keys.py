"""Keys: each can be read and trusted, belongs to one issuer only, and its dates make sense."""

from collections.abc import Iterator

from sitegen.model import keys
from sitegen.model.catalog import Catalog
from sitegen.model.issuer import IssuerKey
from sitegen.problem import Path, Problem, Span


def check(catalog: Catalog) -> Iterator[Problem]:
    """Keys of issuers that nobody could check a badge with, and dates that contradict one another."""
    seen: dict[str, str] = {}
    for entry in catalog.issuers.values():
        for index, key in enumerate(entry.record.keys):
            path = ("keys", index)
            yield from _form(entry.path, path, key)
            yield from _dates(entry.path, path, key)
            if key.key in seen:
                yield _repeated(entry.path, path, seen[key.key])
            seen.setdefault(key.key, entry.path)


def _form(file: str, path: Path, key: IssuerKey) -> Iterator[Problem]:
    try:
        keys.decode(key.key)
    except keys.WeakKey as fault:
        yield Problem(
            code="weak-key",
            message=f"this key {fault}",
            hint="make a new one with `sitegen keys new`, and ask where this one came from",
            span=Span(file),
            path=(*path, "key"),
        )
    except keys.WrongKey as fault:
        yield _wrong(file, path, str(fault))


def _wrong(file: str, path: Path, fault: str) -> Problem:
    return Problem(
        code="wrong-key",
        message=f"this key {fault}",
        hint="copy it again: `sitegen keys list` shows the keys on your machine",
        span=Span(file),
        path=(*path, "key"),
    )


def _dates(file: str, path: Path, key: IssuerKey) -> Iterator[Problem]:
    if key.until and key.until < key.start:
        yield Problem(
            code="key-dates",
            message=f"this key ends on {key.until}, before it begins on {key.start}",
            hint="check both dates",
            span=Span(file),
            path=(*path, "until"),
        )
    if key.compromised and key.compromised.at < key.start:
        yield Problem(
            code="key-dates",
            message=f"somebody had this key on {key.compromised.at}, before it was used first, on {key.start}",
            hint="check both dates; the earliest day that makes sense is the one it begins on",
            span=Span(file),
            path=(*path, "compromised", "at"),
        )


def _repeated(file: str, path: Path, other: str) -> Problem:
    where = "above" if other == file else "of another issuer"
    return Problem(
        code="repeated-key",
        message=f"this is the same key as one {where}",
        hint="keep it in one place; every issuer signs with keys of its own",
        span=Span(file),
        path=(*path, "key"),
        related=(Span(other),) if other != file else (),
    )
