"""Badges that somebody has tampered with, and badges and status lists that are made to deceive, as data for whoever checks badges.

Each mutation begins with the sample award. `CHANGED` was altered after signing, `SIGNED` is signed by the issuer's own key and yet
not as our badges are, `WRITTEN` differs in its bytes, `BAKED` stands in pictures, and `LISTED` meets other status lists or times.
"""

import base64
import copy
import gzip
import json
import struct
import zlib
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

import sample_awards as samples
from msgspec import Struct
from sample_pictures import SVG, png

from sitegen.badges import baked_png, baked_svg, did, open_badges_2, open_badges_3, status

Document = dict[str, Any]
Change = tuple[str, object]
"""A path such as `proof/0/created`, and what stands there now; `GONE` takes the member out."""

GONE = object()
HOSTED: Document = dict(open_badges_2.assertion(samples.AWARD))
HERE = status.address(samples.SITE, "harbor", "revocation")
SUSPENDED = status.address(samples.SITE, "harbor", "suspension")
FINE = samples.files(samples.edition())
WEAK = "z6MkeTG3bFFSLYVU7VqhgZxqr6YzpaGrQtFMh1uvqGy1vDnP"
GOOD = samples.line()
DOCUMENT = samples.signed()
OTHER = "https://other.example.org"
ACHIEVEMENT = "credentialSubject/achievement"
ROW = f"{ACHIEVEMENT}/resultDescription/0"
WHOLE = f"{samples.SITE}/credentials/calm-routines/#version-1.3"


class Mutation(Struct, frozen=True, kw_only=True):
    """A file, the status lists that are published by address (None: one on which nothing is set), and the time of the check."""

    data: bytes
    files: Mapping[str, bytes] | None = None
    now: datetime = samples.NOW

    @property
    def lists(self) -> Mapping[str, bytes]:
        """The status lists by address."""
        return FINE if self.files is None else self.files


def put(document: Document, path: str, value: object) -> Document:
    """A copy of the document with another value at a path."""
    made = copy.deepcopy(document)
    *way, last = path.split("/")
    place: Any = made
    for step in way:
        place = place[int(step) if step.isdigit() else step]
    if value is GONE:
        del place[last]
    else:
        place[int(last) if last.isdigit() and isinstance(place, list) else last] = value
    return made


CHANGED: dict[str, Change] = {
    "another name": ("credentialSubject/name", "Somebody Else"),
    "a name that looks the same": ("credentialSubject/name", "Odalys “Ody” Nu\u0301n\u0303ez"),
    "no name": ("credentialSubject/name", GONE),
    "another title": ("name", "Master of Everything"),
    "another title of the achievement": (f"{ACHIEVEMENT}/name", "Master of Everything"),
    "another issuer's name": ("issuer/name", "Quarry Hill College"),
    "another issuer": ("issuer/id", did.name(samples.SITE, "quarry")),
    "an issuer nobody knows": ("issuer/id", "did:web:evil.example:issuers:harbor"),
    "an issuer that looks alike": ("issuer/id", "did:web:badges.ex\u0430mple.org:issuers:harbor"),
    "issuer as text": ("issuer", DOCUMENT["issuer"]["id"]),
    "issuer a list": ("issuer", [DOCUMENT["issuer"]]),
    "issuer a number": ("issuer/id", 7),
    "no issuer": ("issuer", GONE),
    "another begin": ("validFrom", "2026-03-08T14:05:00Z"),
    "another end": ("validUntil", "2099-03-09T14:05:00Z"),
    "no end": ("validUntil", GONE),
    "a date without zone": ("validFrom", "2026-03-09T14:05:00"),
    "a date alone": ("validUntil", "2027-03-09"),
    "a date with fractions": ("validFrom", "2026-03-09T14:05:00.0Z"),
    "a date in another zone": ("validUntil", "2027-03-09T14:05:00+01:00"),
    "the 30th of February": ("validUntil", "2027-02-30T14:05:00Z"),
    "the 25th hour": ("validUntil", "2027-02-20T25:05:00Z"),
    "a second too many": ("validUntil", "2027-02-20T23:59:60Z"),
    "the year 0": ("awardedDate", "0000-02-20T23:59:00Z"),
    "a date that is a number": ("validFrom", 20260309),
    "a better level": ("credentialSubject/result/1/achievedLevel", f"{WHOLE}-row-2-level-1"),
    "a result twice": ("credentialSubject/result", DOCUMENT["credentialSubject"]["result"][:1] * 2),
    "no results in the list": ("credentialSubject/result", []),
    "results not in a list": ("credentialSubject/result", DOCUMENT["credentialSubject"]["result"][0]),
    "another required level": (f"{ROW}/requiredLevel", f"{WHOLE}-row-1-level-2"),
    "other criteria": (f"{ACHIEVEMENT}/criteria/narrative", "Show up."),
    "criteria with a type": (f"{ACHIEVEMENT}/criteria/type", "Criteria"),
    "a tag twice": (f"{ACHIEVEMENT}/tag", ["a", "a"]),
    "a tag that is no text": (f"{ACHIEVEMENT}/tag", [True]),
    "another kind of achievement": (f"{ACHIEVEMENT}/achievementType", "Degree"),
    "an image elsewhere": (f"{ACHIEVEMENT}/image/id", f"{OTHER}/x.png"),
    "an image without a type": (f"{ACHIEVEMENT}/image/type", GONE),
    "another place in the list": ("credentialStatus/statusListIndex", "12"),
    "a place as a number": ("credentialStatus/statusListIndex", 4711),
    "another list": ("credentialStatus/statusListCredential", f"{OTHER}/status.json"),
    "no status": ("credentialStatus", GONE),
    "two status entries": ("credentialStatus", [DOCUMENT["credentialStatus"]] * 2),
    "evidence left out": ("evidence", GONE),
    "2,000 parts that are alike": ("evidence", [{"type": ["Evidence"], "name": "x"}] * 2_000),
    "5,000 parts without an id": (
        "evidence",
        [{"type": ["Evidence"], "name": f"{number}"} for number in range(5_000)],
    ),
    "evidence twice": ("evidence", DOCUMENT["evidence"][:1] * 2),
    "another earner": ("credentialSubject/id", "urn:uuid:00000000-0000-4000-8000-000000000000"),
    "two earners": ("credentialSubject", [DOCUMENT["credentialSubject"]] * 2),
    "a mark that is not hashed": ("credentialSubject/identifier/0/hashed", False),
    "a mark that is hashed, in words": ("credentialSubject/identifier/0/hashed", "true"),
    "a mark with an id": ("credentialSubject/identifier/0/id", "urn:x:1"),
    "an unknown word": ("honours", "summa cum laude"),
    "an unknown word deep inside": (f"{ROW}/honours", "summa cum laude"),
    "a word of JavaScript": ("constructor", "x"),
    "another word of JavaScript": ("credentialSubject/__proto__", {"name": "x"}),
    "a word of JSON-LD": ("@graph", []),
    "a definition deep inside": ("credentialSubject/@context", {"@vocab": "x:"}),
    "a definition of its own": ("@context", [*DOCUMENT["@context"], {"@vocab": "x:"}]),
    "a foreign context": ("@context", [DOCUMENT["@context"][0], f"{OTHER}/context.json"]),
    "contexts turned": ("@context", DOCUMENT["@context"][::-1]),
    "one context": ("@context", DOCUMENT["@context"][0]),
    "no context": ("@context", GONE),
    "more than one sort": ("type", [*DOCUMENT["type"], "ClrCredential"]),
    "another sort": ("type", ["VerifiableCredential", "EndorsementCredential"]),
    "another name for the sort": ("type", ["VerifiableCredential", "AchievementCredential"]),
    "no sort": ("type", GONE),
    "a relative address": ("id", "badges/ab/x.json"),
    "an address with a blank": ("id", f"{samples.SITE}/badges/a b.json"),
    "an address that is code": (f"{ACHIEVEMENT}/id", "javascript:alert(1)"),
    "no id": ("credentialSubject/id", GONE),
    "an id that is no text": ("credentialSubject/id", None),
    "an id used twice": ("credentialSubject/source/id", DOCUMENT["issuer"]["id"]),
    "a number where text belongs": ("name", 1),
    "nothing where text belongs": ("name", None),
    "a list where text belongs": ("name", ["Calm Routines"]),
    "a sign that cannot be written": ("name", "Calm\u0000"),
    "no signature": ("proof", GONE),
    "an empty list of signatures": ("proof", []),
    "two signatures": ("proof", DOCUMENT["proof"] * 2),
    "a bad and a good signature": (
        "proof",
        [{**DOCUMENT["proof"][0], "proofValue": "zzz"}, *DOCUMENT["proof"]],
    ),
    "signature not in a list": ("proof", DOCUMENT["proof"][0]),
    "signature nothing": ("proof", None),
    "signature within a signature": ("proof/0/proof", DOCUMENT["proof"]),
    "signature with an id": ("proof/0/id", "urn:x:1"),
    "signature for another purpose": ("proof/0/proofPurpose", "authentication"),
    "another kind of proof": ("proof/0/type", "Ed25519Signature2020"),
    "another kind of signature": ("proof/0/cryptosuite", "eddsa-jcs-2022"),
    "signature without a date": ("proof/0/created", GONE),
    "signed later": ("proof/0/created", "2026-03-10T14:05:00Z"),
    "signed at no time": ("proof/0/created", "yesterday"),
    "key as an address": ("proof/0/verificationMethod", "https://evil.example/key"),
    "key of nobody": ("proof/0/verificationMethod", "#" + samples.public(samples.HARBOR)),
    "key without a name": ("proof/0/verificationMethod", DOCUMENT["issuer"]["id"] + "#"),
    "key in a name of two parts": (
        "proof/0/verificationMethod",
        f"{DOCUMENT['issuer']['id']}#x#{samples.public(samples.HARBOR)}",
    ),
    "another key of the issuer": (
        "proof/0/verificationMethod",
        did.method(DOCUMENT["issuer"]["id"], samples.public(samples.RETIRED)),
    ),
    "another issuer's key": (
        "proof/0/verificationMethod",
        did.method(DOCUMENT["issuer"]["id"], samples.public(samples.QUARRY)),
    ),
    "another issuer and its key": (
        "proof/0/verificationMethod",
        did.method(did.name(samples.SITE, "quarry"), samples.public(samples.QUARRY)),
    ),
    "a key of small order": ("proof/0/verificationMethod", did.method(DOCUMENT["issuer"]["id"], WEAK)),
    "a key cut short": ("proof/0/verificationMethod", DOCUMENT["proof"][0]["verificationMethod"][:-3]),
    "a private key": (
        "proof/0/verificationMethod",
        did.method(DOCUMENT["issuer"]["id"], "z3u2en7t5LR2WtQH5PfFqMqwVHgeXouLzo6haApm8XHqvjxq"),
    ),
    "a bit of the signature": ("proof/0/proofValue", "z2" + DOCUMENT["proof"][0]["proofValue"][2:]),
    "signature too short": ("proof/0/proofValue", "z3"),
    "signature too long": ("proof/0/proofValue", "z" + "1" * 300),
    "signature not in base58": ("proof/0/proofValue", "z0OIl"),
    "signature in another base": ("proof/0/proofValue", "u" + DOCUMENT["proof"][0]["proofValue"][1:]),
    "signature that is no text": ("proof/0/proofValue", 5),
    "another award's signature": ("proof", samples.signed(samples.PLAIN)["proof"]),
}

SIGNED: dict[str, Change] = {
    "an id of another site": ("id", f"{OTHER}/badges/ab/ab012345678901234567890123456789.json"),
    "an id in another folder": ("id", f"{samples.SITE}/badges/cd/ab012345678901234567890123456789.json"),
    "another title than the achievement's": ("name", "Calm"),
    "a description of its own": ("description", "A fine badge."),
    "a title of 1,000 signs": ("name", "𝒜" * 1_001),
    "no end before the begin": ("validUntil", "2026-03-09T14:05:00Z"),
    "earned after it was issued": ("awardedDate", "2026-03-09T14:05:01Z"),
    "another page of the issuer": ("issuer/url", f"{OTHER}/"),
    "no page of the issuer": ("issuer/url", GONE),
    "a picture of the issuer": ("issuer/image", {"id": f"{OTHER}/x.png", "type": "Image"}),
    "an empty name": ("credentialSubject/name", ""),
    "an earner who is not random": ("credentialSubject/id", "urn:uuid:6e0a1b7e-3c44-1d57-9e6a-2f1f0c9a5b11"),
    "another earner's source": ("credentialSubject/source/id", f"{OTHER}#assessor"),
    "an assessor by plain http": ("credentialSubject/source/url", "http://harbor.example.org"),
    "two marks": ("credentialSubject/identifier", [*DOCUMENT["credentialSubject"]["identifier"] * 2]),
    "a mark that is not hashed": ("credentialSubject/identifier/0/hashed", False),
    "a mark of another kind": ("credentialSubject/identifier/0/identityType", "telephone"),
    "an address in the clear": ("credentialSubject/identifier/0/identityHash", "odalys@example.org"),
    "another achievement's id": (f"{ACHIEVEMENT}/id", f"{OTHER}/credentials/calm-routines/#version-1.3"),
    "an achievement without a page": (f"{ACHIEVEMENT}/id", f"{samples.SITE}/calm-routines/"),
    "another version": (f"{ACHIEVEMENT}/version", "1.4"),
    "a version of one number": (f"{ACHIEVEMENT}/version", "1"),
    "a language in words": (f"{ACHIEVEMENT}/inLanguage", "English"),
    "another kind of achievement": (f"{ACHIEVEMENT}/achievementType", "Degree"),
    "a creator": (f"{ACHIEVEMENT}/creator", DOCUMENT["issuer"]),
    "no criteria": (f"{ACHIEVEMENT}/criteria", GONE),
    "criteria elsewhere": (f"{ACHIEVEMENT}/criteria/id", f"{OTHER}/#criteria"),
    "criteria without an id": (f"{ACHIEVEMENT}/criteria/id", GONE),
    "a summary without an end": (f"{ACHIEVEMENT}/description", "Plan two predictable routines.\n\n"),
    "a picture by plain http": (f"{ACHIEVEMENT}/image/id", "http://badges.example.org/x.png"),
    "an alignment in another place": (f"{ACHIEVEMENT}/alignment/0/id", f"{WHOLE}-alignment-2x"),
    "an alignment with a description": (f"{ACHIEVEMENT}/alignment/0/targetDescription", "x"),
    "an alignment of another kind": (f"{ACHIEVEMENT}/alignment/0/targetType", "CTDL"),
    "a row in another place": (f"{ROW}/id", f"{WHOLE}-row-3"),
    "a row without a required level": (f"{ROW}/requiredLevel", GONE),
    "a row that requires another row's level": (f"{ROW}/requiredLevel", f"{WHOLE}-row-2-level-1"),
    "a row that requires what it has not": (f"{ROW}/requiredLevel", f"{WHOLE}-row-1-level-9"),
    "a row that requires nonsense": (f"{ROW}/requiredLevel", f"{OTHER}/level"),
    "a level in another place": (f"{ROW}/rubricCriterionLevel/1/id", f"{WHOLE}-row-1-level-7"),
    "two levels of one name": (f"{ROW}/rubricCriterionLevel/1/name", "Meets the standard"),
    "a result of no row": ("credentialSubject/result/0/resultDescription", f"{WHOLE}-row-9"),
    "a level of another row": ("credentialSubject/result/0/achievedLevel", f"{WHOLE}-row-2-level-1"),
    "a level that is not there": ("credentialSubject/result/0/achievedLevel", f"{WHOLE}-row-1-level-9"),
    "a level of nonsense": ("credentialSubject/result/0/achievedLevel", f"{OTHER}/level"),
    "a result in another place": ("credentialSubject/result/0/id", f"{OTHER}#result-1"),
    "a result without an id": ("credentialSubject/result/0/id", GONE),
    "scripts for evidence": ("evidence/0/id", "urn:x:javascript"),
    "evidence without an id": ("evidence/0/id", GONE),
    "another list": ("credentialStatus/statusListCredential", f"{OTHER}/list.json"),
    "another list's place": ("credentialStatus/id", f"{OTHER}/list.json#4711"),
    "a place that is not the one it says": ("credentialStatus/statusListIndex", "12"),
    "a place spelt otherwise": ("credentialStatus/statusListIndex", "04711"),
    "a status for suspension only": ("credentialStatus/statusPurpose", "suspension"),
}


def _unsigned() -> Document:
    return {name: value for name, value in DOCUMENT.items() if name != "proof"}


def two_results_of_one_row() -> bytes:
    """Signed by the issuer, with two levels reached in one row."""
    made = put(_unsigned(), "credentialSubject/result/1/resultDescription", f"{WHOLE}-row-1")
    made = put(made, "credentialSubject/result/1/achievedLevel", f"{WHOLE}-row-1-level-2")
    return open_badges_3.line(samples.sign(made))


def _replaced(before: bytes, after: bytes) -> bytes:
    assert before in GOOD
    return GOOD.replace(before, after, 1)


WRITTEN: dict[str, bytes] = {
    "nothing": b"",
    "blanks": b"   \n",
    "not JSON at all": b"A badge for everyone",
    "a link": b"https://badges.example.org/badges/ab/ab012345678901234567890123456789",
    "a token": b"eyJhbGciOiJub25lIn0.e30.",
    "a list": b"[" + GOOD + b"]",
    "text": b'"' + b"x" * 20 + b'"',
    "cut short": GOOD[:-20],
    "goes on": GOOD + b"{}",
    "a comma too many": _replaced(b'"],"issuer"', b'",],"issuer"'),
    "a comma at the end": GOOD.rstrip()[:-1] + b",}",
    "single quotes": GOOD.replace(b'"', b"'"),
    "a comment": b"{/* fine */" + GOOD[1:],
    "a line break in a text": _replaced(b"Calm Routines", b"Calm\nRoutines"),
    "an escape that does not exist": _replaced(b"Calm", b"\\x43alm"),
    "half a sign": _replaced(b"Calm", b"\\ud800"),
    "halves in the wrong order": _replaced(b"Calm", b"\\udc00\\ud800"),
    "both halves, another sign": _replaced(b"Calm", b"\\ud83d\\udc4d"),
    "not UTF-8": GOOD.replace("ú".encode(), b"\xfa"),
    "UTF-16": GOOD.decode().encode("utf-16"),
    "a byte order mark": b"\xef\xbb\xbf" + GOOD,
    "a zero byte": GOOD[:100] + b"\0" + GOOD[100:],
    "nested 100,000 deep": b'{"a":' + b"[" * 100_000,
    "nested 33 deep": _replaced(b'"Calm Routines"', b"[" * 33 + b"]" * 33),
    "nested as deep as may be": _replaced(b'"Calm Routines"', b"[" * 30 + b"]" * 30),
    "a member twice": _replaced(b'"name":', b'"name":"Other","name":'),
    "a member twice, spelt differently": _replaced(b'"name":', b'"n\\u0061me":"Other","name":'),
    "a member twice, deep inside": _replaced(b'"hashed":true', b'"hashed":true,"hashed":true'),
    "a number with a fraction": _replaced(b'"hashed":true', b'"hashed":1.0'),
    "a number with an exponent": _replaced(b'"hashed":true', b'"hashed":1e9'),
    "a number too large": _replaced(b'"hashed":true', b'"hashed":9007199254740993'),
    "a number that begins with 0": _replaced(b'"hashed":true', b'"hashed":01'),
    "5,000 digits": GOOD.replace(b'"4711"', b"4" * 5_000),
    "not a number": _replaced(b'"hashed":true', b'"hashed":NaN'),
    "without an end": _replaced(b'"hashed":true', b'"hashed":-Infinity'),
    "a number where a truth belongs": _replaced(b'"hashed":true', b'"hashed":1'),
    "larger than any badge": b'{"a":"' + b"x" * 1_000_001 + b'"}',
    "far too large": b"{" + b" " * 5_000_000,
    "a web page": b"<!DOCTYPE html><html></html>",
    "a web page without a word on it": b"<html></html>",
    "another layout": json.dumps(dict(reversed(DOCUMENT.items())), indent=2).encode(),
    "all in ASCII": json.dumps(DOCUMENT).encode(),
    "an escaped slash": GOOD.replace(b"https://", b"https:\\/\\/"),
    "two results of one row": two_results_of_one_row(),
    "hosted, of this site": json.dumps(HOSTED).encode(),
    "hosted, of another site": json.dumps({**HOSTED, "id": f"{OTHER}/badges/1"}).encode(),
    "hosted, without an id": b'{"@context":"https://w3id.org/openbadges/v2"}',
    "a status list": FINE[HERE],
    "signed by a key of the past": samples.line(key=samples.RETIRED),
    "signed by a key that leaked": samples.line(key=samples.LEAKED),
    "signed by a stranger": samples.line(key=samples.STRANGER),
    "signed by another issuer": samples.line(key=samples.QUARRY),
    "signed before the key was": samples.line(at=datetime(2025, 12, 31, 23, 59, 59, tzinfo=UTC)),
    "signed in the future": samples.line(at=samples.NOW + timedelta(minutes=5, seconds=1)),
    "signed just now": samples.line(at=samples.NOW + timedelta(minutes=5)),
    "a place beyond the list": samples.line(samples.changed(index=131_072)),
    "a badge that says little": samples.line(samples.PLAIN),
}


def chunk(name: bytes, body: bytes) -> bytes:
    """A chunk of a PNG."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def _with(*chunks: bytes) -> bytes:
    return png()[:-12] + b"".join(chunks) + png()[-12:]


_PNG = baked_png.put(png(), GOOD)
_BOTH = baked_png.put(png(), GOOD, json.dumps(HOSTED).encode())
_SVG = baked_svg.put(SVG, GOOD)
_TEXT = b"\0\0\0\0\0"

BAKED: dict[str, bytes] = {
    "a PNG": _PNG,
    "a PNG with both versions": _BOTH,
    "a PNG without a badge": png(),
    "a PNG with the older version only": baked_png.put(png(), b"", json.dumps(HOSTED).encode()),
    "a PNG with a link only": baked_png.put(png(), b"", b"https://badges.example.org/x"),
    "a PNG with another badge of another version": baked_png.put(
        png(), GOOD, b'{"id":"https://x.example/1"}'
    ),
    "a PNG with nonsense in another version": baked_png.put(png(), GOOD, b"nonsense"),
    "a PNG with a list in another version": baked_png.put(png(), GOOD, b"[]"),
    "a PNG with two badges": _PNG[:-12] + chunk(b"iTXt", b"openbadgecredential" + _TEXT + GOOD) + _PNG[-12:],
    "a PNG with two badges, in capitals": _PNG[:-12]
    + chunk(b"tEXt", b"OpenBadgeCredential\0{}")
    + _PNG[-12:],
    "a PNG with plain text": _with(chunk(b"tEXt", b"openbadgecredential\0" + GOOD)),
    "a PNG with a packed badge": _with(chunk(b"zTXt", b"openbadgecredential\0\0" + zlib.compress(GOOD))),
    "a PNG that says it is packed": _with(
        chunk(b"iTXt", b"openbadgecredential\0\1\0\0\0" + zlib.compress(GOOD))
    ),
    "a PNG with a badge in a language": _with(chunk(b"iTXt", b"openbadgecredential\0\0\0en\0\0" + GOOD)),
    "a PNG with a translated keyword": _with(chunk(b"iTXt", b"openbadgecredential\0\0\0\0badge\0" + GOOD)),
    "a PNG with an empty badge": _with(chunk(b"iTXt", b"openbadgecredential" + _TEXT)),
    "a PNG with a keyword alone": _with(chunk(b"iTXt", b"openbadgecredential")),
    "a PNG with a keyword alone, as plain text": _with(chunk(b"tEXt", b"openbadges")),
    "a PNG with a longer keyword": _with(chunk(b"iTXt", b"openbadgecredentials" + _TEXT + GOOD)),
    "a PNG with a badge in another chunk": _with(chunk(b"prVt", b"openbadgecredential" + _TEXT + GOOD)),
    "a PNG with a token": baked_png.put(png(), b"eyJhbGciOiJub25lIn0.e30."),
    "a PNG cut short": _PNG[:-30],
    "a PNG without its end": _PNG[:-12],
    "a PNG that goes on": _PNG + b"x",
    "a PNG with a wrong checksum": _PNG.replace(b"Calm", b"Wild"),
    "a PNG with a chunk of four gigabytes": png()[:8] + b"\xff\xff\xff\xffIHDR",
    "a PNG that begins in the middle": png()[:8] + png()[33:],
    "a PNG with two beginnings": png()[:33] + png()[8:33] + png()[33:],
    "a PNG of 20,001 chunks": _with(*[chunk(b"prVt", b"")] * 20_001),
    "an SVG": _SVG,
    "an SVG without a badge": SVG,
    "an SVG with two badges": _SVG.replace(b"<rect/>", b"<openbadges:credential>{}</openbadges:credential>"),
    "an SVG with both versions": _SVG.replace(
        b"<rect/>",
        b'<a:assertion xmlns:a="http://openbadges.org">' + json.dumps(HOSTED).encode() + b"</a:assertion>",
    ),
    "an SVG with another badge of another version": _SVG.replace(
        b"<rect/>", b'<a:assertion xmlns:a="http://openbadges.org">{}</a:assertion>'
    ),
    "an SVG with a link": SVG.replace(
        b"<rect/>", b'<a:assertion xmlns:a="http://openbadges.org" verify="https://x.example/"/>'
    ),
    "an SVG with a word of another space": SVG.replace(
        b"<rect/>", b'<a:credential xmlns:a="http://evil.example">' + b"{}" + b"</a:credential>"
    ),
    "an SVG with entities": b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
    b'<svg xmlns="http://www.w3.org/2000/svg">&b;</svg>',
    "an SVG with entities after a remark": b"<!-- fine --><?fine ?>\n<!DOCTYPE svg>" + SVG[21:],
    "an SVG with 5,000 remarks": b"<?x?>" * 5_000 + b"<p/>",
    "an SVG with an unknown entity": SVG.replace(b"<rect/>", b"&nbsp;"),
    "an SVG cut short": _SVG[:-9],
    "an SVG that goes on": _SVG + b"<svg/>",
    "an SVG not in UTF-8": _SVG.replace("ú".encode(), b"\xfa"),
    "an SVG after a byte order mark": b"\xef\xbb\xbf" + _SVG,
    "an SVG without its space": b"<svg/>",
    "an SVG nested 101 deep": SVG.replace(b"<rect/>", b"<g>" * 100 + b"</g>" * 100),
    "an SVG nested without an end": SVG.replace(b"<rect/>", b"<g>" * 50_000),
    "an SVG of 50,001 parts": SVG.replace(b"<rect/>", b"<g/>" * 50_000),
}


def _packed(bits: bytes, trailing: bytes = b"") -> str:
    whole = gzip.compress(bits, 9, mtime=0) + trailing
    return "u" + base64.urlsafe_b64encode(whole).rstrip(b"=").decode()


def _listed(path: str = "", value: object = None, key: int = samples.HARBOR) -> dict[str, bytes]:
    """The list of revoked awards with something else at a path, signed."""
    document: Document = status.document(samples.edition())
    made = put(document, path, value) if path else document
    return {HERE: open_badges_3.line(samples.sign(made, key))}


def _lists(*editions: Any) -> dict[str, bytes]:
    return samples.files(*editions)


BITS = "credentialSubject/encodedList"
_LIST = json.loads(FINE[HERE])

LISTED: dict[str, Mutation] = {
    "revoked": Mutation(data=GOOD, files=_lists(samples.edition((4711,)))),
    "revoked without a reason": Mutation(
        data=GOOD,
        files=_listed(BITS, status.document(samples.edition((4711,)))["credentialSubject"]["encodedList"]),
    ),
    "neighbours revoked": Mutation(data=GOOD, files=_lists(samples.edition((4710, 4712)))),
    "suspended": Mutation(
        data=GOOD, files=_lists(samples.edition((4711,)), samples.edition((4711,), "suspension"))
    ),
    "suspended, and only that": Mutation(
        data=GOOD, files=_lists(samples.edition(), samples.edition((4711,), "suspension"))
    ),
    "another one suspended": Mutation(
        data=GOOD, files=_lists(samples.edition((1,)), samples.edition((1,), "suspension"))
    ),
    "revoked, with a bad list of the suspended": Mutation(
        data=GOOD, files=_lists(samples.edition((4711,))) | {SUSPENDED: b"{}"}
    ),
    "no list": Mutation(data=GOOD, files={}),
    "no first list": Mutation(data=GOOD, files=_lists(samples.edition((), "suspension"))),
    "no list, and expired": Mutation(data=GOOD, files={}, now=samples.NOW + timedelta(days=700)),
    "revoked, and expired": Mutation(
        data=GOOD, files=_lists(samples.edition((4711,))), now=samples.NOW + timedelta(days=700)
    ),
    "a list of nonsense": Mutation(data=GOOD, files={HERE: b"not json"}),
    "a list of lists": Mutation(data=GOOD, files={HERE: b"[]"}),
    "a list nested 100,000 deep": Mutation(data=GOOD, files={HERE: b'{"a":' + b"[" * 100_000}),
    "a list that is a badge": Mutation(data=GOOD, files={HERE: GOOD}),
    "a list cut short": Mutation(data=GOOD, files={HERE: FINE[HERE][:-40]}),
    "a list that is too large": Mutation(data=GOOD, files={HERE: b" " * 3_000_001}),
    "a list not signed": Mutation(
        data=GOOD, files={HERE: json.dumps({k: v for k, v in _LIST.items() if k != "proof"}).encode()}
    ),
    "a list altered": Mutation(
        data=GOOD, files={HERE: json.dumps({**_LIST, "description": "4711: x"}).encode()}
    ),
    "a list of another issuer": Mutation(
        data=GOOD, files={HERE: samples.signed_list(samples.edition(issuer="quarry"), samples.QUARRY)}
    ),
    "a list signed by another issuer": Mutation(data=GOOD, files=_listed(key=samples.QUARRY)),
    "a list signed by a stranger": Mutation(data=GOOD, files=_listed(key=samples.STRANGER)),
    "a list signed by a key of the past": Mutation(data=GOOD, files=_listed(key=samples.RETIRED)),
    "a list signed by a key that leaked": Mutation(data=GOOD, files=_listed(key=samples.LEAKED)),
    "a list for suspension": Mutation(
        data=GOOD, files={HERE: samples.signed_list(samples.edition(purpose="suspension"))}
    ),
    "a list for another purpose": Mutation(
        data=GOOD, files=_listed("credentialSubject/statusPurpose", "message")
    ),
    "a list at another address": Mutation(data=GOOD, files=_listed("id", f"{OTHER}/status/harbor.json")),
    "a list with another list inside": Mutation(
        data=GOOD, files=_listed("credentialSubject/id", f"{OTHER}#list")
    ),
    "a list with an end": Mutation(data=GOOD, files=_listed("validUntil", "2026-04-09T14:05:00Z")),
    "a list with a name": Mutation(data=GOOD, files=_listed("name", "Revoked")),
    "a list of the future": Mutation(
        data=GOOD, files=_lists(samples.edition(at=samples.NOW + timedelta(days=1)))
    ),
    "a list of the next minutes": Mutation(
        data=GOOD, files=_lists(samples.edition(at=samples.NOW + timedelta(minutes=5)))
    ),
    "a list that becomes gigabytes": Mutation(data=GOOD, files=_listed(BITS, _packed(bytes(1 << 28)))),
    "a list a byte too long": Mutation(data=GOOD, files=_listed(BITS, _packed(bytes(2_000_001)))),
    "a list as long as may be": Mutation(data=GOOD, files=_listed(BITS, _packed(bytes(2_000_000)))),
    "a list too short": Mutation(data=GOOD, files=_listed(BITS, _packed(bytes(16_383)))),
    "a list of nothing": Mutation(data=GOOD, files=_listed(BITS, "u")),
    "bits in another base": Mutation(data=GOOD, files=_listed(BITS, "z" + _packed(bytes(16_384))[1:])),
    "bits with padding": Mutation(data=GOOD, files=_listed(BITS, _packed(bytes(16_384)) + "==")),
    "bits not packed": Mutation(data=GOOD, files=_listed(BITS, "u" + "A" * 21_846)),
    "bits cut short": Mutation(data=GOOD, files=_listed(BITS, _packed(bytes(16_384))[:-12])),
    "bits that go on": Mutation(data=GOOD, files=_listed(BITS, _packed(bytes(16_384), b"more"))),
    "bits twice": Mutation(
        data=GOOD, files=_listed(BITS, _packed(bytes(16_384), gzip.compress(bytes(9), mtime=0)))
    ),
    "not yet": Mutation(data=GOOD, now=samples.ISSUED - timedelta(minutes=5, seconds=1)),
    "just begun": Mutation(data=GOOD, now=samples.ISSUED - timedelta(minutes=5)),
    "the last second": Mutation(data=GOOD, now=samples.ISSUED + timedelta(days=365, seconds=-1)),
    "expired": Mutation(data=GOOD, now=samples.ISSUED + timedelta(days=365)),
    "begins later than it was signed": Mutation(
        data=samples.line(at=samples.ISSUED - timedelta(days=2)),
        files=_lists(samples.edition(at=samples.ISSUED - timedelta(days=2))),
        now=samples.ISSUED - timedelta(days=1),
    ),
}


def _signed(change: Change) -> bytes:
    """The sample with one change, signed by the issuer's own key."""
    return open_badges_3.line(samples.sign(put(_unsigned(), *change)))


def everything() -> Iterator[tuple[str, Mutation]]:
    """All mutations by name."""
    for name, change in CHANGED.items():
        yield f"changed: {name}", Mutation(data=json.dumps(put(DOCUMENT, *change)).encode())
    for name, change in SIGNED.items():
        yield f"signed: {name}", Mutation(data=_signed(change))
    for name, data in (WRITTEN | BAKED).items():
        yield name, Mutation(data=data)
    yield from LISTED.items()
