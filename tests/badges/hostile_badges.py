"""Files made to crash, hang or deceive, each with the answer it must get: its state and its code.

All are to be judged at `sample_awards.NOW`, against `sample_awards.register()`.
"""

import copy
import json
import struct
import zlib
from collections.abc import Callable
from typing import Any

import sample_awards as samples
from sample_pictures import SVG, png

from sitegen.badges import baked_png, baked_svg, did, open_badges_3

GOOD = samples.line()
DOCUMENT = samples.signed()


def edited(change: Callable[[dict[str, Any]], Any]) -> bytes:
    """The sample, changed after it was signed."""
    document = copy.deepcopy(DOCUMENT)
    change(document)
    return json.dumps(document).encode()


def put(path: str, value: object) -> bytes:
    *way, last = path.split("/")

    def change(document: Any) -> None:
        for step in way:
            document = document[int(step) if step.isdigit() else step]
        document[last] = value

    return edited(change)


def signed(**members: Any) -> bytes:
    """The sample with other members, signed with the issuer's own key: an issuer may be hostile, too."""
    return open_badges_3.line(samples.sign({**open_badges_3.document(samples.AWARD), **members}))


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


BAKED = baked_png.put(png(), GOOD)
DRAWN = baked_svg.put(SVG, GOOD)
SUBJECT = open_badges_3.document(samples.AWARD)["credentialSubject"]
EVIDENCE = open_badges_3.document(samples.AWARD)["evidence"]
LAUGHS = b'<!DOCTYPE svg [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&b;</svg>'

CASES: dict[str, tuple[bytes, str, str]] = {
    "nothing": (b"", "not-a-badge", "not-a-badge"),
    "far too large": (b"{" + b" " * 5_000_000, "not-a-badge", "too-large"),
    "larger than any badge": (b'{"a":"' + b"x" * 1_000_001 + b'"}', "not-a-badge", "too-large"),
    "cut short": (GOOD[:-20], "not-a-badge", "not-json"),
    "not UTF-8": (GOOD.replace("ú".encode(), b"\xfa"), "not-a-badge", "not-utf-8"),
    "UTF-16": (GOOD.decode().encode("utf-16"), "not-a-badge", "not-a-badge"),
    "byte order mark": (b"\xef\xbb\xbf" + GOOD, "not-a-badge", "byte-order-mark"),
    "nested 100,000 deep": (b'{"a":' + b"[" * 100_000, "not-a-badge", "too-deep"),
    "nested 1,000 deep within a good badge": (
        GOOD.replace(b'"Calm Routines"', b"[" * 1_000 + b"]" * 1_000, 1),
        "not-a-badge",
        "too-deep",
    ),
    "a member twice": (
        GOOD.replace(b'"name":', b'"name":"Other","name":', 1),
        "not-a-badge",
        "repeated-member",
    ),
    "a member twice, spelt differently": (
        GOOD.replace(b'"name":', b'"n\\u0061me":"Other","name":', 1),
        "not-a-badge",
        "repeated-member",
    ),
    "half a sign": (GOOD.replace(b"Calm", b"\\ud800", 1), "not-a-badge", "half-sign"),
    "not a number": (put("credentialSubject/x", float("nan")), "not-a-badge", "number-not-whole"),
    "5,000 digits": (GOOD.replace(b'"4711"', b"4" * 5_000), "not-a-badge", "number-too-large"),
    "a number where text belongs": (put("name", 1), "altered", "not-text"),
    "nothing where text belongs": (put("name", None), "altered", "not-text"),
    "no signature": (edited(lambda d: d.pop("proof")), "altered", "no-proof"),
    "an empty list of signatures": (put("proof", []), "altered", "no-proof"),
    "two signatures": (put("proof", DOCUMENT["proof"] * 2), "altered", "two-proofs"),
    "one good and one bad signature": (
        put("proof", [*DOCUMENT["proof"], {**DOCUMENT["proof"][0], "proofValue": "zzz"}]),
        "altered",
        "two-proofs",
    ),
    "signature not in a list": (put("proof", DOCUMENT["proof"][0]), "altered", "not-a-list"),
    "signature within a signature": (put("proof/0/proof", DOCUMENT["proof"]), "altered", "wrong-proof"),
    "signature for another purpose": (
        put("proof/0/proofPurpose", "authentication"),
        "altered",
        "wrong-purpose",
    ),
    "another kind of signature": (
        put("proof/0/cryptosuite", "eddsa-jcs-2022"),
        "altered",
        "wrong-signature-kind",
    ),
    "signature without a date": (edited(lambda d: d["proof"][0].pop("created")), "altered", "wrong-proof"),
    "key as an address": (
        put("proof/0/verificationMethod", "https://evil.example/key"),
        "altered",
        "wrong-method",
    ),
    "a weak key": (
        put(
            "proof/0/verificationMethod",
            did.method(DOCUMENT["issuer"]["id"], "z6MkeTG3bFFSLYVU7VqhgZxqr6YzpaGrQtFMh1uvqGy1vDnP"),
        ),
        "altered",
        "weak-key",
    ),
    "signature too short": (put("proof/0/proofValue", "z3"), "altered", "wrong-signature"),
    "signature not in base58": (put("proof/0/proofValue", "z0OIl"), "altered", "wrong-signature"),
    "a foreign context": (
        put("@context", ["https://www.w3.org/ns/credentials/v2", "https://evil.example/context.json"]),
        "altered",
        "foreign-context",
    ),
    "contexts turned": (put("@context", DOCUMENT["@context"][::-1]), "altered", "foreign-context"),
    "a definition of its own": (
        put("@context", [*DOCUMENT["@context"], {"@vocab": "x:"}]),
        "altered",
        "inline-context",
    ),
    "a definition deep inside": (
        put("credentialSubject/@context", {"@vocab": "x:"}),
        "altered",
        "inline-context",
    ),
    "an unknown word": (put("honours", "summa"), "altered", "unknown-member"),
    "a word of JSON-LD": (put("@graph", []), "altered", "unknown-member"),
    "a date without zone": (put("validFrom", "2026-03-09T14:05:00"), "altered", "date-without-zone"),
    "a date alone": (put("validUntil", "2027-03-09"), "altered", "date-without-zone"),
    "a date with another zone": (put("validUntil", "2027-03-09T14:05:00+01:00"), "altered", "date-form"),
    "the 30th of February": (put("validUntil", "2027-02-30T14:05:00Z"), "altered", "no-such-date"),
    "a relative address": (put("id", "badges/ab/x.json"), "altered", "address-not-absolute"),
    "another sort of award": (
        put("type", ["VerifiableCredential", "EndorsementCredential"]),
        "not-a-badge",
        "not-a-badge",
    ),
    "more than one sort": (put("type", [*DOCUMENT["type"], "ClrCredential"]), "altered", "unknown-type"),
    "an issuer that looks alike": (
        put("issuer/id", "did:web:badges.ex\u0430mple.org:issuers:harbor"),
        "elsewhere",
        "unknown-issuer",
    ),
    "an issuer without a body": (put("issuer", DOCUMENT["issuer"]["id"]), "altered", "not-an-object"),
    "no issuer": (edited(lambda d: d.pop("issuer")), "not-a-badge", "not-a-badge"),
    "issuer a list": (put("issuer", [DOCUMENT["issuer"]]), "not-a-badge", "not-a-badge"),
    "issuer a number": (put("issuer/id", 7), "not-a-badge", "not-a-badge"),
    "another kind of signed thing": (samples.signed_list(samples.edition()), "not-a-badge", "not-a-badge"),
    "for two people": (put("credentialSubject", [SUBJECT, SUBJECT]), "altered", "not-an-object"),
    "signed, but with an id of another site": (
        signed(id="https://other.example/badges/ab/ab012345678901234567890123456789.json"),
        "altered",
        "wrong-id",
    ),
    "signed, but ends before it begins": (
        signed(validUntil="2026-03-09T14:05:00Z"),
        "altered",
        "dates-order",
    ),
    "signed, but with another status list": (
        signed(
            credentialStatus={
                **open_badges_3.document(samples.AWARD)["credentialStatus"],  # type: ignore[dict-item]
                "statusListCredential": "https://evil.example/list.json",
            }
        ),
        "altered",
        "wrong-form",
    ),
    "signed, but for suspension only": (
        signed(
            credentialStatus={
                **open_badges_3.document(samples.AWARD)["credentialStatus"],  # type: ignore[dict-item]
                "statusPurpose": "suspension",
            }
        ),
        "altered",
        "wrong-form",
    ),
    "signed, but with scripts for evidence": (
        signed(evidence=[{**EVIDENCE[0], "id": "urn:x:javascript"}]),  # type: ignore[index]
        "altered",
        "wrong-form",
    ),
    "a token": (b"eyJhbGciOiJub25lIn0.e30.", "elsewhere", "vc-jwt"),
    "a web page": (b"<!DOCTYPE html><html></html>", "not-a-badge", "unsafe-picture"),
    "a web page without a word on it": (b"<html></html>", "not-a-badge", "not-a-badge"),
    "a PNG without a badge": (png(), "not-a-badge", "not-a-badge"),
    "a PNG cut short": (BAKED[:-30], "not-a-badge", "damaged-picture"),
    "a PNG with a wrong checksum": (BAKED.replace(b"Calm", b"Wild"), "not-a-badge", "damaged-picture"),
    "a PNG with two badges": (
        BAKED[:-12] + chunk(b"iTXt", b"openbadgecredential\0\0\0\0\0" + GOOD) + BAKED[-12:],
        "not-a-badge",
        "two-badges",
    ),
    "a PNG with a packed badge": (
        png()[:-12] + chunk(b"zTXt", b"openbadgecredential\0\0" + zlib.compress(GOOD)) + png()[-12:],
        "not-a-badge",
        "packed-badge",
    ),
    "a PNG with another badge of another version": (
        baked_png.put(png(), GOOD, b'{"id":"https://evil.example/1"}'),
        "altered",
        "two-badges",
    ),
    "a PNG with a chunk of four gigabytes": (
        png()[:8] + b"\xff\xff\xff\xffIHDR",
        "not-a-badge",
        "damaged-picture",
    ),
    "an SVG with two badges": (
        DRAWN.replace(b"<rect/>", b"<openbadges:credential>{}</openbadges:credential>"),
        "not-a-badge",
        "two-badges",
    ),
    "an SVG with entities": (LAUGHS, "not-a-badge", "unsafe-picture"),
    "an SVG cut short": (DRAWN[:-9], "not-a-badge", "damaged-picture"),
    "an SVG nested too deep": (SVG.replace(b"<rect/>", b"<g>" * 50_000), "not-a-badge", "damaged-picture"),
    "an SVG with another badge of another version": (
        DRAWN.replace(b"<rect/>", b'<a:assertion xmlns:a="http://openbadges.org">{}</a:assertion>'),
        "altered",
        "two-badges",
    ),
    "an SVG with a link instead of a badge": (
        SVG.replace(
            b"<rect/>", b'<a:assertion xmlns:a="http://openbadges.org" verify="https://x.example/"/>'
        ),
        "not-a-badge",
        "not-json",
    ),
}
