"""What may change between two editions of an issuer's status lists: nothing revoked comes back, and time runs forward."""

from collections.abc import Iterator

from msgspec import Struct

from sitegen.badges import bits
from sitegen.badges.status import StatusList


class Pair(Struct, frozen=True):
    """Both lists of an issuer; one that has never suspended an award has no second list."""

    revoked: StatusList
    suspended: StatusList | None = None


class Fault(Struct, frozen=True):
    """A step that is not allowed: a lasting word for it, and a sentence."""

    code: str
    words: str


def compare(before: Pair, after: Pair) -> tuple[Fault, ...]:
    """Everything in `after` that may not follow `before`; what only was suspended may come back."""
    return (*_backwards(before, after), *_shorter(before, after), *_returned(before, after))


def disagreement(pair: Pair) -> tuple[int, ...]:
    """Places that are suspended without being revoked: then the first list is older than the second."""
    if pair.suspended is None:
        return ()
    return tuple(i for i in bits.indices(pair.suspended.bits) if not has(pair.revoked, i))


def has(edition: StatusList | None, index: int) -> bool:
    """Whether a place is set; one that a list does not have is not."""
    return edition is not None and index < len(edition.bits) * 8 and bits.is_set(edition.bits, index)


def _backwards(before: Pair, after: Pair) -> Iterator[Fault]:
    for old, new in ((before.revoked, after.revoked), (before.suspended, after.suspended)):
        if old is None:
            continue
        if new is None:
            yield Fault("status-withdrawn", "the list of suspended awards is gone; clear its places instead")
        elif new.at < old.at:
            yield Fault(
                "status-older", f"this list was signed at {new.at:%Y-%m-%d %H:%M:%S}, the one before it later"
            )
        elif new.at == old.at and (new.bits, new.reasons) != (old.bits, old.reasons):
            yield Fault("status-older", "this list is another one than that signed at the same moment before")


def _shorter(before: Pair, after: Pair) -> Iterator[Fault]:
    if len(after.revoked.bits) < len(before.revoked.bits):
        yield Fault("status-shorter", "this list has fewer places than the one before it")


def _returned(before: Pair, after: Pair) -> Iterator[Fault]:
    for index in bits.indices(before.revoked.bits):
        if has(before.suspended, index):
            continue
        if not has(after.revoked, index):
            yield Fault("status-unrevoked", f"place {index} was revoked, and what is revoked stays revoked")
        elif has(after.suspended, index):
            yield Fault("status-unrevoked", f"place {index} was revoked, and cannot become only suspended")
