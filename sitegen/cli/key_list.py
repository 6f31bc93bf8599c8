"""`sitegen keys list`: which keys issuers have, and which of them are on this machine."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import options, pages, say, shelf, signing_options

if TYPE_CHECKING:
    from sitegen.model.issuer import IssuerKey
    from sitegen.signing.key_changes import Place


@click.command(
    "list",
    cls=pages.HelpPage,
    examples=(("sitegen keys list --issuer harbor", "the keys of one issuer"),),
)
@signing_options.issuer
@signing_options.keys
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document instead of text.")
@options.common
def command(setting: options.Setting, issuer: str | None, key_folder: Path | None, *, as_json: bool) -> int:
    """List the keys of issuers.

    Shown are the public keys, from when to when they sign, and the file of
    the private part if it is on this machine. No pass phrase is needed.
    """
    place = signing_options.place(setting, key_folder)
    with signing_options.told():
        rows = list(_rows(place, issuer))
    if as_json:
        import json

        say.result(json.dumps({"version": 1, "keys": rows}, indent=2))
        return 0
    for row in rows:
        say.result("  ".join((row["issuer"], row["key"], row["state"], _days(row), row["file"])).rstrip())
    if not rows:
        say.aside("There is no key yet; `sitegen keys new` makes one.", setting)
    return 0


def _rows(place: "Place", issuer: str | None) -> Iterator[dict[str, Any]]:
    """A row for each key of the issuers, and for each private key whose public part no file lists."""
    from sitegen.signing import key_folder, register

    files = {kept.file.key: kept for kept in key_folder.kept(place.folder)}
    slugs = [shelf.one(place.root, "issuer", issuer)] if issuer else shelf.slugs(place.root, "issuer")
    for slug in slugs:
        for key in register.read(place.root, slug).issuer.keys:
            kept = files.pop(key.key, None)
            yield _row(slug, key, place.today) | {"file": str(kept.path) if kept else ""}
    for kept in files.values():
        if kept.file.issuer in slugs:
            row = {"issuer": kept.file.issuer, "key": kept.file.key, "state": "not listed"}
            yield row | {"from": "", "until": "", "file": str(kept.path)}


def _row(slug: str, key: "IssuerKey", today: date) -> dict[str, Any]:
    return {
        "issuer": slug,
        "key": key.key,
        "state": _state(key, today),
        "from": key.start.isoformat(),
        "until": key.until.isoformat() if key.until else "",
    }


def _state(key: "IssuerKey", today: date) -> str:
    if key.compromised is not None:
        return "given up"
    if key.until is not None and key.until < today:
        return "retired"
    return "in use" if key.start <= today else "not yet"


def _days(row: dict[str, Any]) -> str:
    if not row["from"]:
        return ""
    return f"from {row['from']}" + (f" to {row['until']}" if row["until"] else "")
