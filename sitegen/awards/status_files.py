"""One file with a status list → what the ledger keeps of it; its form and signature are checked."""

from msgspec import Struct

from sitegen.badges import bits, status
from sitegen.badges.refusal import Refused
from sitegen.model.ledger import StatusFile
from sitegen.problem import Problem, Span


class Read(Struct, frozen=True):
    """The list, or what is wrong with it."""

    file: StatusFile | None
    problems: tuple[Problem, ...] = ()


def read(data: bytes, path: str, issuer: str) -> Read:
    """The status list in the bytes of a file that is named for an issuer."""
    try:
        found = status.read(data)
    except Refused as refused:
        return Read(None, (_problem(path, refused.words),))
    name = found.issuer if found.purpose == "revocation" else f"{found.issuer}.suspended"
    if path != f"content/status/{name}.json" or found.issuer != issuer:
        return Read(None, (_problem(path, f"it is the list that belongs into `content/status/{name}.json`"),))
    return Read(
        StatusFile(
            issuer=issuer, purpose=found.purpose, site=found.site, at=found.at, key=found.key,
            places=len(found.bits) * 8, set=tuple(bits.indices(found.bits)), reasons=dict(found.reasons),
        )
    )  # fmt: skip


def _problem(path: str, words: str) -> Problem:
    return Problem(
        code="status-list",
        message=f"this status list cannot be published: {words}",
        hint="lists are written by `sitegen revoke` and its like, never by hand; take the file from where it was made",
        span=Span(path),
    )
