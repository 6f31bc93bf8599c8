"""A credential with its signature, inside it or around it: opened, and checked with the key its issuer lists."""

from datetime import UTC, datetime
from typing import Any

from msgspec import Struct

from sitegen.badges import bake, strict_json
from sitegen.badges.refusal import Refused
from sitegen.badges.trust import SKEW
from sitegen.foreign import asking, credential, data_integrity, methods, public_keys, tokens
from sitegen.foreign.data_integrity import Proof
from sitegen.foreign.public_keys import Key
from sitegen.foreign.tokens import Token
from sitegen.foreign.web import Web

MOST_BYTES = 3_000_000


class Sealed(Struct, frozen=True):
    """A document that nobody has checked yet; either `token` or `proof` is there."""

    document: dict[str, Any]
    token: Token | None = None
    proof: Proof | None = None


def opened(data: bytes, now: datetime) -> Sealed:
    """The document in the bytes of a token, or of JSON with one proof in it. Refused: anything else."""
    if bake.is_token(data):
        token = tokens.read(data)
        if "vc" in token.payload or "proof" in token.payload:
            raise Refused(
                "older-form", "it is a token of an older or mixed form, which cannot be checked here"
            )
        return Sealed(token.payload, token=token)
    document = strict_json.parse(data, MOST_BYTES)
    if not isinstance(document, dict):
        raise Refused("not-a-badge", "it is JSON, but not an object in braces")
    return Sealed(document, proof=data_integrity.proof(document, now))


def key(sealed: Sealed, issuer: str, web: Web | None, now: datetime) -> Key:
    """The issuer's key that the signature names. Refused: it is not the issuer's, or cannot be had."""
    if sealed.proof is not None:
        return methods.key(issuer, sealed.proof.method, web, now)
    assert sealed.token is not None
    named = sealed.token.key_id
    if issuer.startswith("https://"):
        return _hosted(issuer, named, web)
    if not named and issuer.startswith("did:key:"):
        named = f"#{issuer.removeprefix('did:key:')}"
    return methods.key(issuer, issuer + named if named.startswith("#") else named, web, now)


def check(sealed: Sealed, key: Key) -> None:
    """Refuse a document that the key did not sign."""
    if sealed.token is not None:
        tokens.check(sealed.token, key)
        _require_agreement(sealed.document)
    elif sealed.proof is not None:
        data_integrity.check(sealed.document, sealed.proof, key)


def ends(sealed: Sealed, end: datetime | None) -> datetime | None:
    """When it ends: the earliest of the ends that the document and its signature give."""
    expires = _moment(sealed.document, "exp") if sealed.token else sealed.proof and sealed.proof.expires
    return min((moment for moment in (end, expires) if moment), default=None)


def starts(sealed: Sealed, start: datetime) -> datetime:
    """From when it holds: the latest of the begins that the document and its signature give."""
    begins = [_moment(sealed.document, name) for name in ("nbf", "iat")] if sealed.token else []
    return max([start, *(moment - SKEW for moment in begins if moment)])


def _hosted(issuer: str, named: str, web: Web | None) -> Key:
    """The key that an https issuer's own host serves (Open Badges 3.0, "kid" as an address)."""
    if not named.startswith("https://") or not asking.same_host(issuer, named):
        raise Refused("wrong-method", "its signature does not name a key that stands at its issuer's host")
    return public_keys.of_jwk(asking.document(web, named, "its issuer's key"))


def _require_agreement(payload: dict[str, Any]) -> None:
    """Refuse a token whose own members say something else than the credential in it."""
    subject = payload.get("credentialSubject")
    pairs = {
        "iss": credential.issuer(payload),
        "jti": payload.get("id"),
        "sub": subject.get("id") if isinstance(subject, dict) else None,
    }
    for member, expected in pairs.items():
        if member in payload and payload[member] != expected:
            raise Refused(
                "contradiction", f"it contradicts itself: its “{member}” is not what the badge says"
            )


def _moment(payload: dict[str, Any], name: str) -> datetime | None:
    given = payload.get(name)
    if given is None:
        return None
    if isinstance(given, int) and not isinstance(given, bool) and 0 <= given < 253_402_300_800:
        return datetime.fromtimestamp(given, UTC)
    raise Refused("date-form", f"its “{name}” is no moment")
