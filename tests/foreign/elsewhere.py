"""Badges of issuers whom nobody here knows, made by a script of ours: 3.0 with proofs and as tokens, 2.0 hosted and signed."""

import base64
import copy
import json
from datetime import UTC, datetime
from typing import Any

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature
from pyld_reference import Reference

from sitegen.badges import bits
from sitegen.badges.refusal import Refused
from sitegen.badges.terms import BADGES_CONTEXT, CREDENTIALS_CONTEXT
from sitegen.foreign.asked import Asked
from sitegen.foreign.verify import verify
from sitegen.foreign.web import Answer, Web
from sitegen.model import keys
from sitegen.model.verdict import Verdict

NOW = datetime(2026, 6, 1, 12, 0, tzinfo=UTC)
HOST = "https://campus.example.net"
DID = "did:web:campus.example.net:people"
DID_FILE = f"{HOST}/people/did.json"
LIST = f"{HOST}/status/7"
CREATED = "2026-03-09T14:05:00Z"
REFERENCE = Reference()

ED = Ed25519PrivateKey.from_private_bytes(bytes([77]) * 32)
OTHER = Ed25519PrivateKey.from_private_bytes(bytes([78]) * 32)
P256 = ec.derive_private_key(123456789, ec.SECP256R1())
RSA = rsa.generate_private_key(65537, 2048)
SMALL_RSA = rsa.generate_private_key(65537, 1024)


def multikey(key: Ed25519PrivateKey) -> str:
    return keys.encode(key.public_key().public_bytes_raw())


KEY = multikey(ED)
METHOD = f"{DID}#{KEY}"
DID_KEY = f"did:key:{KEY}"


class Shelf(Web):
    """The web of these tests: some answers by address, and which addresses were asked."""

    def __init__(self, answers: dict[str, Any]) -> None:
        super().__init__()
        self.answers = answers
        self.asked: list[str] = []

    def get(self, address: str) -> Answer:
        self.asked.append(address)
        found = self.answers.get(address)
        if found is None:
            raise Refused("web-status", "nothing is there")
        if isinstance(found, Answer):
            return found
        return Answer(200, found if isinstance(found, bytes) else json.dumps(found).encode())


def base64url(data: bytes) -> str:
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def number(value: int) -> str:
    return base64url(value.to_bytes((value.bit_length() + 7) // 8))


def jwk(key: Any) -> dict[str, str]:
    """The public half of a key as a JSON Web Key."""
    public = key.public_key()
    if isinstance(key, Ed25519PrivateKey):
        return {"kty": "OKP", "crv": "Ed25519", "x": base64url(public.public_bytes_raw())}
    numbers = public.public_numbers()
    if isinstance(key, rsa.RSAPrivateKey):
        return {"kty": "RSA", "n": number(numbers.n), "e": number(numbers.e)}
    return {
        "kty": "EC",
        "crv": "P-256",
        "x": base64url(numbers.x.to_bytes(32)),
        "y": base64url(numbers.y.to_bytes(32)),
    }


def pem(key: Any) -> str:
    form = serialization.PublicFormat.SubjectPublicKeyInfo
    return key.public_key().public_bytes(serialization.Encoding.PEM, form).decode()


def did_document(**changes: Any) -> dict[str, Any]:
    named = {"es": P256, "rs": RSA, "ed": ED, "small": SMALL_RSA}
    methods = [
        {"id": METHOD, "type": "Multikey", "controller": DID, "publicKeyMultibase": KEY},
        *(
            {"id": f"{DID}#{name}", "type": "JsonWebKey", "controller": DID, "publicKeyJwk": jwk(key)}
            for name, key in named.items()
        ),
    ]
    return {
        "id": DID,
        "verificationMethod": methods,
        "assertionMethod": [one["id"] for one in methods],
    } | changes


def credential(issuer: str = DID, **changes: Any) -> dict[str, Any]:
    """A badge as other systems write it, not signed: parts without ids, members that ours never have."""
    made = {
        "@context": [CREDENTIALS_CONTEXT, BADGES_CONTEXT],
        "id": f"{HOST}/credentials/3732",
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Listening in pairs",
        "issuer": {
            "id": issuer,
            "type": ["Profile"],
            "name": "Campus of Small Steps",
            "official": "campus-1",
        },
        "validFrom": "2026-03-01T09:00:00+02:00",
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "id": "did:example:earner",
            "identifier": [
                {
                    "type": "IdentityObject",
                    "hashed": True,
                    "identityHash": "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399",
                    "identityType": "emailAddress",
                    "salt": "Kosher",
                }
            ],
            "achievement": {
                "id": f"{HOST}/achievements/9",
                "type": ["Achievement"],
                "achievementType": "Course",
                "name": "Listening in pairs",
                "description": 'Two people, one minute, "no" interruptions.\n漢字 too.',
                "criteria": {"narrative": "Listened."},
                "fieldOfStudy": "Talking",
                "creditsAvailable": 3,
                "tag": ["b", "a"],
                "alignment": [
                    {"type": ["Alignment"], "targetName": name, "targetUrl": f"{HOST}/{name}"}
                    for name in ("x", "y")
                ],
            },
        },
    }
    return {name: value for name, value in (made | changes).items() if value is not None}


def entry(index: int = 5, purpose: str = "revocation", address: str = LIST) -> dict[str, Any]:
    return {
        "id": f"{address}#{index}",
        "type": "BitstringStatusListEntry",
        "statusPurpose": purpose,
        "statusListIndex": str(index),
        "statusListCredential": address,
    }


def status_list(*places: int, purpose: str = "revocation", **changes: Any) -> dict[str, Any]:
    row = bits.empty()
    for place in places:
        row = bits.changed(row, place, on=True)
    return {
        "@context": [CREDENTIALS_CONTEXT],
        "id": LIST,
        "type": ["VerifiableCredential", "BitstringStatusListCredential"],
        "issuer": DID,
        "validFrom": CREATED,
        "credentialSubject": {
            "id": f"{LIST}#list",
            "type": "BitstringStatusList",
            "statusPurpose": purpose,
            "encodedList": bits.packed(row),
        },
    } | changes


def signed(document: dict[str, Any], key: Ed25519PrivateKey = ED, method: str = METHOD) -> dict[str, Any]:
    """A document with its proof, made with PyLD."""
    return REFERENCE.sign(document, key, method, CREATED)


def signed_by_key(document: dict[str, Any]) -> dict[str, Any]:
    return signed(document, ED, f"{DID_KEY}#{KEY}")


def token(payload: Any, key: Any = ED, kid: str | None = METHOD, **header: Any) -> bytes:
    """A compact token; `header` replaces or adds members of its header."""
    algorithm = (
        "EdDSA"
        if isinstance(key, Ed25519PrivateKey)
        else "RS256"
        if isinstance(key, rsa.RSAPrivateKey)
        else "ES256"
    )
    head = {"alg": algorithm, "typ": "JWT", "kid": kid} | header
    parts = [{name: value for name, value in head.items() if value is not None}, payload]
    text = ".".join(base64url(json.dumps(part).encode()) for part in parts).encode()
    return text + b"." + base64url(signature(key, text)).encode()


def signature(key: Any, text: bytes) -> bytes:
    if isinstance(key, Ed25519PrivateKey):
        return key.sign(text)
    if isinstance(key, rsa.RSAPrivateKey):
        return key.sign(text, padding.PKCS1v15(), hashes.SHA256())
    r, s = decode_dss_signature(key.sign(text, ec.ECDSA(hashes.SHA256())))
    return r.to_bytes(32) + s.to_bytes(32)


def payload(**changes: Any) -> dict[str, Any]:
    """A badge with the members that a token has besides."""
    made = credential(**changes)
    subject = made["credentialSubject"]
    return made | {"iss": DID, "jti": made["id"], "sub": subject["id"], "nbf": 1772348400}


ASSERTION = f"{HOST}/ob2/assertion-1"
CLASS, PROFILE, RSA_KEY, REVOKED = (f"{HOST}/ob2/{name}" for name in ("class", "issuer", "key", "revoked"))


def assertion(kind: str = "HostedBadge", **changes: Any) -> dict[str, Any]:
    verification = {"type": kind} if kind != "SignedBadge" else {"type": kind, "creator": RSA_KEY}
    return {
        "@context": "https://w3id.org/openbadges/v2",
        "id": ASSERTION,
        "type": "Assertion",
        "recipient": {
            "type": "email",
            "hashed": True,
            "salt": "Kosher",
            "identity": "sha256$b5809d8a92f8858436d7e6b87c12ebc0ae1eac4baecc2c0b913aee2c922ef399",
        },
        "badge": CLASS,
        "verification": verification,
        "issuedOn": "2026-01-02T03:04:05Z",
    } | changes


def older_web(**changes: Any) -> dict[str, Any]:
    """What a host of 2.0 badges has; `changes` are by the last part of the address."""
    found: dict[str, Any] = {
        ASSERTION: assertion(),
        CLASS: {"id": CLASS, "type": "BadgeClass", "name": "Reading aloud", "issuer": PROFILE},
        PROFILE: {
            "id": PROFILE,
            "type": "Issuer",
            "name": "Campus of Small Steps",
            "publicKey": RSA_KEY,
            "revocationList": REVOKED,
        },
        RSA_KEY: {"id": RSA_KEY, "type": "CryptographicKey", "owner": PROFILE, "publicKeyPem": pem(RSA)},
        REVOKED: {
            "id": REVOKED,
            "type": "RevocationList",
            "revokedAssertions": ["urn:other", {"id": "urn:third"}],
        },
    }
    for name, value in changes.items():
        address = {
            "assertion": ASSERTION,
            "class_": CLASS,
            "issuer": PROFILE,
            "key": RSA_KEY,
            "revoked": REVOKED,
        }[name]
        found[address] = found[address] | value if isinstance(value, dict) else value
    return copy.deepcopy(found)


def check(badge: Any, web: dict[str, Any] | Web | None = None, **asked: Any) -> Verdict:
    """The verdict on a badge, with these answers of the web, or offline."""
    data = badge if isinstance(badge, bytes) else json.dumps(badge, ensure_ascii=False).encode()
    return verify(data, Asked(now=NOW, web=Shelf(web) if isinstance(web, dict) else web, **asked))


def web(**more: Any) -> dict[str, Any]:
    """A web that has the issuer's keys, and a status list signed by it."""
    return {DID_FILE: did_document(), LIST: signed(status_list())} | more
