"""An issuer's status lists on the disk: read with care, changed, signed, and put back whole.

Two files are written one after the other, in an order in which an interrupt between them is mended by giving the same
command again; until then the two disagree, which `badges.editions` tells.
"""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

import msgspec

from sitegen.badges import did, editions, proof, status, times
from sitegen.badges.editions import Pair
from sitegen.badges.refusal import Refused as NoBadge
from sitegen.badges.status import StatusList
from sitegen.signing import whole_files
from sitegen.signing.desk import Desk
from sitegen.signing.private_key import Signer
from sitegen.signing.refusal import Refused

FOLDER = "content/status"


def path(issuer: str, purpose: status.Purpose) -> str:
    """The file of a list, from the top of the site."""
    return f"{FOLDER}/{issuer}.json" if purpose == "revocation" else f"{FOLDER}/{issuer}.suspended.json"


def read(desk: Desk) -> Pair:
    """Both lists of an issuer as they are; a first one that has nothing set (and `key` empty) if there is none yet.

    Raises Refused for a list that is damaged, another site's or issuer's, or signed with a key the issuer does not list.
    """
    revoked = _read(desk, "revocation")
    first = revoked or status.new(desk.site.base_url, desk.issuer, "revocation", desk.place.now)
    return Pair(first, _read(desk, "suspension"))


def write(desk: Desk, before: Pair, after: Pair, signer: Signer, *, suspended_first: bool = False) -> None:
    """Sign those lists that are new, and put them into their places.

    Raises Refused, before anything is written, if `after` may not follow `before`.
    """
    if before.revoked.key:
        for fault in editions.compare(before, after):
            raise Refused(f"the status list cannot be changed so: {fault.words}")
    waiting = [one for one in (after.revoked, after.suspended) if one is not None and not one.key]
    signed = [(path(one.issuer, one.purpose), _signed(one, signer)) for one in waiting]
    for name, data in reversed(signed) if suspended_first else signed:
        whole_files.make_folders((desk.root / name).parent, 0o755)
        whole_files.replace(desk.root / name, data)


def again(edition: StatusList, now: datetime) -> StatusList:
    """The list as it is, to be signed once more."""
    at = max(now, edition.at + timedelta(seconds=1))
    return msgspec.structs.replace(edition, at=at, key="")


def places(used: Iterable[int], pair: Pair, number: int, now: datetime) -> tuple[tuple[int, ...], Pair]:
    """Places for new awards, drawn by lot from those never used; the lists grow before they are half full.

    Places must not tell in which order awards were made, and are never used twice.
    """
    taken = set(used)
    length = len(pair.revoked.bits) * 8
    while length < 2 * (len(taken) + number):
        length *= 2
    drawn: list[int] = []
    while len(drawn) < number:
        index = secrets.randbelow(length)
        if index not in taken:
            taken.add(index)
            drawn.append(index)
    return tuple(drawn), _grown(pair, length, now)


def _grown(pair: Pair, length: int, now: datetime) -> Pair:
    if length == len(pair.revoked.bits) * 8:
        return pair
    longer = pair.revoked.bits.ljust(length // 8, b"\0")
    return Pair(msgspec.structs.replace(again(pair.revoked, now), bits=longer), pair.suspended)


def _read(desk: Desk, purpose: status.Purpose) -> StatusList | None:
    name = path(desk.issuer, purpose)
    if not (desk.root / name).is_file():
        return None
    try:
        edition = status.read((desk.root / name).read_bytes())
    except NoBadge as error:
        raise Refused(f"{name} cannot be used: {error.words}", _BACK) from error
    if (edition.site, edition.issuer, edition.purpose) != (desk.site.base_url, desk.issuer, purpose):
        raise Refused(f"{name} is the list of another site or issuer", _BACK)
    if edition.key not in {key.key for key in desk.register.issuer.keys}:
        raise Refused(f"{name} is signed with a key that {desk.register.path} does not list", _BACK)
    return edition


_BACK = "take it back to how it was committed"


def _signed(edition: StatusList, signer: Signer) -> bytes:
    method = did.method(did.name(edition.site, edition.issuer), signer.public)
    document = proof.sign(status.document(edition), signer.private, method, times.text(edition.at))
    return msgspec.json.encode(document) + b"\n"
