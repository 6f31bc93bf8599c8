"""Who judges: a small file for each assessor in `private/assessors/`, and whether they hold what they judge."""

import re
from pathlib import Path

import msgspec
from msgspec import Struct

from sitegen.badges import editions, identity
from sitegen.model.award import Identity
from sitegen.model.fields import SLUG
from sitegen.signing import desk, ledger, private_records, status_lists, whole_files
from sitegen.signing.key_changes import Place
from sitegen.signing.ledger import Edition
from sitegen.signing.refusal import Refused
from sitegen.submissions import scores

FOLDER = "private/assessors"
FOLDER_MODE = 0o700


class Assessor(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Somebody who scores: a short name for commands and files, the address, and links to badges they hold."""

    name: str
    email: str = ""
    badges: tuple[str, ...] = ()


def read(root: Path, name: str) -> Assessor:
    """The assessor of this name; one who is not known has neither address nor badges. Raises Refused for no name."""
    if not re.match(SLUG, name) or len(name) > 40:
        raise Refused(
            f"`{name}` cannot be an assessor's name here", "use small letters and digits, as in `maren`"
        )
    path = root / FOLDER / f"{name}.json"
    return scores.read_file(root, path, Assessor) if path.is_file() else Assessor(name=name)


def known(root: Path) -> list[Assessor]:
    """Everybody who was introduced."""
    return [scores.read_file(root, path, Assessor) for path in sorted((root / FOLDER).glob("[!.]*.json"))]


def save(root: Path, assessor: Assessor) -> None:
    """Put an assessor's file into its place."""
    if assessor.email:
        try:
            identity.normal(assessor.email)
        except ValueError:
            raise Refused(f"`{assessor.email}` is no e-mail address", "as in maren@example.org") from None
    whole_files.make_folders(root / FOLDER, FOLDER_MODE)
    path = root / FOLDER / f"{assessor.name}.json"
    whole_files.replace(path, msgspec.json.encode(assessor), whole_files.PRIVATE)


def held(place: Place, issuer: str, credential: str, assessor: Assessor) -> str:
    """The id of a published award by which an assessor holds a credential, in any version; empty if there is none.

    An award counts if its signature is good and it is not revoked, and if it was made out to the assessor's address: going
    by the tables in `private/`, by a public hash, or by the secret part of a link that the assessor gave.
    """
    editions_held = [
        one for one in ledger.newest(place.root, issuer).values() if one.credential == credential
    ]
    if not editions_held or not assessor.email:
        return ""
    lists = status_lists.read(desk.of(place, issuer))
    addresses = {one.award: one.email for one in private_records.people(place.root, issuer)}
    for edition in editions_held:
        is_theirs = _is_theirs(edition, assessor, addresses.get(edition.id, ""))
        if is_theirs and not editions.has(lists.revoked, edition.index):
            ledger.signed_award(edition)
            return edition.id
    return ""


def _is_theirs(edition: Edition, assessor: Assessor, address: str) -> bool:
    if address and address.strip().lower() == assessor.email.strip().lower():
        return True
    given = [salt for link in assessor.badges for salt in re.findall(r"#who=([A-Za-z0-9_-]+)", link)]
    return any(
        identity.fits(Identity(kind="private", digest=mark.identity_hash), assessor.email, salt)
        for mark in edition.marks
        for salt in ([mark.salt] if mark.salt else given)
    )
