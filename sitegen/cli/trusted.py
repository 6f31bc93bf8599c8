"""What `sitegen verify` trusts: the site it is run in, or the files and folders it is given."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.cli import site
from sitegen.cli.faults import Refused
from sitegen.cli.options import Setting

if TYPE_CHECKING:
    from sitegen.badges.signer import Known
    from sitegen.badges.status import Purpose
    from sitegen.badges.trust import Trust

MOST_BYTES = 10_000_000
"""No badge and no list is as large as this; of a larger file only so much is read, and then refused."""

PURPOSES: dict[str, "Purpose"] = {".json": "revocation", ".suspended.json": "suspension"}
"""How the names of status lists end, after the issuer's slug."""


class Found(NamedTuple):
    """Issuers, and the bytes of status lists by full address."""

    issuers: list["Known"]
    lists: dict[str, bytes]


def register(setting: Setting, given: Sequence[Path], now: datetime, *, must_be: bool = True) -> "Trust":
    """The register out of what was given, or of the site in the current folder; raises Refused, with the way out.

    Unless it `must_be`, it is empty where there is no site.
    """
    from sitegen.badges import trust

    found = Found([], {})
    for path in given:
        if path.is_dir():
            _add_published(path, found)
        else:
            _add_file(path, found)
    if not given and (must_be or (setting.folder / site.SETTINGS).is_file()):
        _add_site(setting.folder, found)
    if not found.issuers and must_be:
        where = ", ".join(str(path) for path in given) or "this site"
        raise Refused(
            f"there are no issuers in {where}",
            "name the folder of a published site, or did.json files",
        )
    return trust.of(found.issuers, found.lists, now)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file; raises Refused if it cannot be read."""
    try:
        with path.open("rb") as file:
            return file.read(MOST_BYTES)
    except OSError as error:
        raise Refused(
            f"cannot read {path}: {(error.strerror or 'it is no file').lower()}", "check the spelling"
        ) from None


def _add_site(root: Path, found: Found) -> None:
    """Take the issuers and status lists of a site's content."""
    from sitegen.badges import register
    from sitegen.model.issuer import Issuer
    from sitegen.model.site import Site
    from sitegen.read import records

    if not (root / site.SETTINGS).is_file():
        raise Refused(
            "there is no site here to check badges against",
            "run it in one, add `-C DIR`, name what to trust, as in `--trust public`, or add `--online`",
        )
    settings, _ = records.record_of(bytes_of(root / site.SETTINGS), site.SETTINGS.as_posix(), Site)
    if settings is None:
        raise Refused(f"{site.SETTINGS.as_posix()} cannot be used", "`sitegen check` says why")
    for path in sorted((root / "content" / "issuers").glob("*.*")):
        if path.suffix in (".md", ".yaml", ".yml"):
            issuer, _ = records.record_of(bytes_of(path), path.name, Issuer)
            if issuer is None:
                raise Refused(f"{path} cannot be used", "`sitegen check` says why")
            found.issuers.append(register.known(settings.base_url, path.stem, issuer))
    _add_lists(root / "content" / "status", found)


def _add_published(folder: Path, found: Found) -> None:
    """Take the issuers and status lists of a published site: its register, or else its DID documents."""
    from sitegen.model import urls

    whole = folder / urls.file(urls.KEYS)
    for file in [whole] if whole.is_file() else sorted((folder / "issuers").glob("*/did.json")):
        _add_file(file, found)
    _add_lists(folder / "status", found)


def _add_lists(folder: Path, found: Found) -> None:
    from sitegen.badges import status

    for one in found.issuers:
        for ending, purpose in PURPOSES.items():
            path = folder / (one.slug + ending)
            if path.is_file():
                found.lists[status.address(one.site, one.slug, purpose)] = bytes_of(path)


def _add_file(path: Path, found: Found) -> None:
    """Take the issuers of a register or a DID document, or a status list."""
    from sitegen.badges import refusal, register, status

    data = bytes_of(path)
    try:
        found.issuers.extend(register.read(data))
    except refusal.Refused as refused:
        try:
            edition = status.read(data)
        except refusal.Refused:
            raise Refused(f"{path} cannot be trusted: {refused.words}") from None
        found.lists[status.address(edition.site, edition.issuer, edition.purpose)] = data
