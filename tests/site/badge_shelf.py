"""Badges published by hand, with everything that can be wrong with them: pages, signed records, lists, keys, and /verify/."""

import json
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from msgspec.structs import replace

from sitegen import site_view
from sitegen.badges import did, identity, open_badges_3, proof, register, status, times
from sitegen.model import keys, urls
from sitegen.model.award import Award
from sitegen.model.issuer import IssuerKey
from sitegen.plan import badge_facts, badge_page, badge_words, headers, verify_page
from sitegen.plan.badge_facts import Around
from sitegen.plan.badge_words import Standing
from tests.render import test_badge_template as made

NOW = datetime.now(UTC).replace(microsecond=0)
SIGNED = NOW - timedelta(days=40)
KEY, OTHER_KEY, PAST = (Ed25519PrivateKey.from_private_bytes(bytes([number]) * 32) for number in (1, 2, 3))
SALT = "c2FsdHNhbHRzYWx0c2FsdA"
MAIL = "jordan@example.org"
SOME_SVG = b'<svg xmlns="http://www.w3.org/2000/svg"><path d="M0 0h9v9z"/></svg>'


def public(key: Ed25519PrivateKey) -> str:
    return keys.encode(key.public_key().public_bytes_raw())


RECORD = replace(
    made.RECORD,
    keys=(
        IssuerKey(key=public(KEY), start=date(2025, 1, 1)),
        IssuerKey(key=public(PAST), start=date(2025, 1, 1), until=date(2025, 1, 2)),
    ),
)
AROUND = replace(
    made.AROUND, issuer=replace(made.AROUND.issuer, keys_json=badge_facts.keys_json(RECORD, made.DID))
)


def award(number: int, **changes: Any) -> Award:
    """An award of its own address and place in the list."""
    given = {
        "id": f"{number:02x}" + 15 * "cd",
        "index": number,
        "issued": SIGNED,
        "awarded": SIGNED,
        "expires": SIGNED + timedelta(days=700),
        "identity": identity.private(MAIL, SALT),
    }
    return made.small_award.award(**(given | changes))


def line(award: Award, key: Ed25519PrivateKey = KEY, at: datetime = SIGNED) -> bytes:
    document = open_badges_3.document(award)
    return open_badges_3.line(proof.sign(document, key, did.method(made.DID, public(key)), times.text(at)))


def page(award: Award, standing: Standing = badge_words.IN_FORCE, around: Around = AROUND) -> str:
    known = replace(award, key=public(KEY), signed=SIGNED)
    words = badge_words.of(made.SITE, known, standing, sha256(line(award).rstrip()).hexdigest())
    view = badge_page.page(made.SITE, badge_page.layout(known, standing), around, words)
    return bytes(made.THEME.render("badge.html", view, site_view.of(made.SITE))).decode()


def list_of(purpose: status.Purpose, *places: int) -> bytes:
    edition = status.new(made.SITE.base_url, "museum", purpose, SIGNED)
    for place in places:
        edition = replace(status.changed(edition, place, SIGNED, "by mistake", on=True), at=SIGNED)
    method = did.method(made.DID, public(KEY))
    return open_badges_3.line(proof.sign(status.document(edition), KEY, method, times.text(SIGNED)))


GOOD = award(1)
LINE = line(GOOD)
AWARDS = {
    "good": GOOD,
    "unnamed": award(2, name=""),
    "endless": award(3, expires=None, evidence=(), results=()),
    "expired": award(4, expires=NOW - timedelta(days=1)),
    "not yet": award(5, issued=NOW + timedelta(days=3)),
    "revoked": award(6),
    "suspended": award(7),
}
NONE_SUSPENDED = replace(AROUND, issuer=replace(AROUND.issuer, suspended=""))
"""As for an issuer that has only one list."""

REVOKED_TOO = 34
"""The place in the list of the badge whose page knows of no second list."""

TAMPERED: dict[str, tuple[Award, bytes, str]] = {
    "altered": (award(20), line(award(20)).replace(b"Jordan Avery", b"Jordan Every"), page(award(20))),
    "nonsense": (award(21), b"<html>", page(award(21))),
    "another record": (award(22), LINE, page(award(22))),
    "by a stranger": (award(23), line(award(23), OTHER_KEY), page(award(23))),
    "by a key of the past": (award(24), line(award(24), PAST), page(award(24))),
    "another name shown": (
        award(25),
        line(award(25)),
        page(award(25)).replace(">Jordan Avery<", ">Jordan Every<"),
    ),
    "no name shown": (award(26), line(award(26)), page(award(26, name=""))),
    "another day shown": (award(27), line(award(27)), page(award(27, awarded=SIGNED - timedelta(days=1)))),
    "another end shown": (award(28), line(award(28)), page(award(28, expires=None))),
    "another level shown": (award(29), line(award(29)), page(award(29, results=award(29).results[::-1]))),
    "a result left out": (award(30), line(award(30)), page(award(30, results=award(30).results[:1]))),
    "evidence left out": (award(31), line(award(31)), page(award(31, evidence=award(31).evidence[:1]))),
    "shown as withdrawn": (award(32), line(award(32)), page(award(32), Standing(state="revoked"))),
    "another title shown": (
        award(33),
        line(award(33)),
        page(award(33)).replace('"title">A Calm', '"title">No Calm'),
    ),
    "revoked, and no list of suspended ones": (
        award(REVOKED_TOO),
        line(award(REVOKED_TOO)),
        page(award(REVOKED_TOO), around=NONE_SUSPENDED),
    ),
}


def address(name: str) -> str:
    """The path of a badge's page."""
    one = AWARDS[name] if name in AWARDS else TAMPERED[name][0]
    return urls.badge_file(one.id, "html")


def publish(folder: Path) -> None:
    """Write all of it into a folder, as a build would."""
    everything = {name: (one, line(one), page(one)) for name, one in AWARDS.items()} | TAMPERED
    files: dict[str, bytes] = {asset.address: asset.data for asset in made.THEME.theme.assets}
    for one, record, text in everything.values():
        files[urls.badge_file(one.id, "json")[1:]] = record.rstrip()
        files[urls.badge_file(one.id, "html")[1:]] = text.encode()
    known = register.known(made.SITE.base_url, "museum", RECORD)
    verify = made.THEME.render("verify.html", verify_page.view(made.SITE, ""), site_view.of(made.SITE))
    files |= {
        "_headers": headers.job(made.SITE).payload,
        "status/museum.json": list_of(
            "revocation", AWARDS["revoked"].index, AWARDS["suspended"].index, REVOKED_TOO
        ),
        "status/museum.suspended.json": list_of("suspension", AWARDS["suspended"].index),
        urls.KEYS[1:]: json.dumps([register.document(known)]).encode(),
        "art/credentials/calm-start.svg": SOME_SVG,
        "art/issuers/museum.svg": SOME_SVG,
        "verify/index.html": bytes(verify),
    }
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
