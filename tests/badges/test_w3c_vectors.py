"""The test vectors of W3C Data Integrity EdDSA Cryptosuites, eddsa-rdfc-2022.

Keys, hashes and signatures are those of the published vectors. Their contexts define terms that badges do not have; here
these are further rows of the table.
"""

from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from sitegen.badges import proof, terms
from sitegen.badges.frames import Frames
from sitegen.badges.shapes import Member, Root, Shape, Terms
from sitegen.model import base58, keys

PUBLIC = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"
SECRET = "z3u2en7t5LR2WtQH5PfFqMqwVHBeXouLzo6haApm8XHqvjxq"
OPTIONS = {
    "type": "DataIntegrityProof",
    "cryptosuite": "eddsa-rdfc-2022",
    "created": "2023-02-24T23:36:38Z",
    "verificationMethod": f"did:key:{PUBLIC}#{PUBLIC}",
    "proofPurpose": "assertionMethod",
}
OPTIONS_HASH = "bea7b7acfbad0126b135104024a5f1733e705108f42d59668b05c0c50004c6b0"
EXAMPLES = "https://www.w3.org/ns/credentials/examples/v2"
CITIZENSHIP = "https://w3id.org/citizenship/v4rc1"
PIXEL = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVQIW2{}AAAABJRU5ErkJggg=="

_MOMENT = terms.PROFILE.shapes["award"].members["validFrom"].datatype
_CREDENTIAL = terms.PROFILE.shapes["award"].members


def _member(name: str, kind: Any = "text", shape: str = "", datatype: str = "") -> dict[str, Member]:
    return {name: Member(f"https://w3id.org/citizenship#{name}", kind, datatype, shape)}


def _schema(*names: str) -> dict[str, Member]:
    return {name: Member(f"https://schema.org/{name}") for name in names}


_COMMON = {name: _CREDENTIAL[name] for name in ("name", "description", "validFrom", "validUntil")}
_IMAGE = {"image": Member("https://schema.org/image", "address")}


def _subject(shape: str) -> dict[str, Member]:
    return {"credentialSubject": Member(_CREDENTIAL["credentialSubject"].iri, "node", shape=shape)}


TABLE = Terms(
    roots=(
        Root((terms.CREDENTIALS_CONTEXT, EXAMPLES), "alumni credential"),
        Root((terms.CREDENTIALS_CONTEXT, CITIZENSHIP), "employment credential"),
        Root((terms.CREDENTIALS_CONTEXT, EXAMPLES), "proof"),
        Root((terms.CREDENTIALS_CONTEXT, CITIZENSHIP), "proof"),
    ),
    shapes={
        "proof": terms.PROFILE.shapes["proof"],
        "alumni credential": Shape(
            ("VerifiableCredential", "AlumniCredential"),
            "always",
            _COMMON | {"issuer": Member(_CREDENTIAL["issuer"].iri, "address")} | _subject("alumna"),
        ),
        "alumna": Shape(
            None, "always", {"alumniOf": Member("https://www.w3.org/ns/credentials/examples#alumniOf")}
        ),
        "employment credential": Shape(
            ("VerifiableCredential", "EmploymentAuthorizationDocumentCredential"),
            "never",
            _COMMON
            | {"issuer": Member(_CREDENTIAL["issuer"].iri, "node", shape="office")}
            | _subject("employee"),
        ),
        "office": Shape(None, "always", _IMAGE),
        "employee": Shape(
            ("Person", "EmployablePerson"),
            "never",
            _IMAGE
            | _schema("givenName", "additionalName", "familyName", "gender")
            | {"birthDate": Member("https://schema.org/birthDate", datatype=_MOMENT)}
            | _member("residentSince", datatype=_MOMENT)
            | _member("birthCountry")
            | _member("employmentAuthorizationDocument", "node", "authorization"),
        ),
        "authorization": Shape(
            "EmploymentAuthorizationDocument",
            "never",
            _schema("identifier") | _member("lprCategory") | _member("lprNumber"),
        ),
    },
    types={
        **terms.PROFILE.types,
        "AlumniCredential": "https://www.w3.org/ns/credentials/examples#AlumniCredential",
        "Person": "https://schema.org/Person",
        **{
            name: f"https://w3id.org/citizenship#{name}"
            for name in (
                "EmployablePerson",
                "EmploymentAuthorizationDocument",
                "EmploymentAuthorizationDocumentCredential",
            )
        },
    },
    address_starts=(*terms.PROFILE.address_starts, "data:"),
)

VECTORS: dict[str, tuple[dict[str, Any], str, str]] = {
    "alumni": (
        {
            "@context": [terms.CREDENTIALS_CONTEXT, EXAMPLES],
            "id": "urn:uuid:58172aac-d8ba-11ed-83dd-0b3aef56cc33",
            "type": ["VerifiableCredential", "AlumniCredential"],
            "name": "Alumni Credential",
            "description": "A minimum viable example of an Alumni Credential.",
            "issuer": "https://vc.example/issuers/5678",
            "validFrom": "2023-01-01T00:00:00Z",
            "credentialSubject": {"id": "did:example:abcdefgh", "alumniOf": "The School of Examples"},
        },
        "517744132ae165a5349155bef0bb0cf2258fff99dfe1dbd914b938d775a36017",
        "z2YwC8z3ap7yx1nZYCg4L3j3ApHsF8kgPdSb5xoS1VR7vPG3F561B52hYnQF9iseabecm3ijx4K1FBTQsCZahKZme",
    ),
    "employment": (
        {
            "@context": [terms.CREDENTIALS_CONTEXT, CITIZENSHIP],
            "type": ["VerifiableCredential", "EmploymentAuthorizationDocumentCredential"],
            "issuer": {
                "id": "did:key:zDnaegE6RR3atJtHKwTRTWHsJ3kNHqFwv7n9YjTgmU7TyfU76",
                "image": PIXEL.format("NgUPr/HwADaAIhG61j/A"),
            },
            "credentialSubject": {
                "type": ["Person", "EmployablePerson"],
                "givenName": "JOHN",
                "additionalName": "JACOB",
                "familyName": "SMITH",
                "image": PIXEL.format("Ng+M/wHwAEAQH/7yMK/g"),
                "gender": "Male",
                "residentSince": "2015-01-01",
                "birthCountry": "Bahamas",
                "birthDate": "1999-07-17",
                "employmentAuthorizationDocument": {
                    "type": "EmploymentAuthorizationDocument",
                    "identifier": "83627465",
                    "lprCategory": "C09",
                    "lprNumber": "999-999-999",
                },
            },
            "name": "Employment Authorization Document",
            "description": "Example Employment Authorization Document.",
            "validFrom": "2019-12-03T00:00:00Z",
            "validUntil": "2029-12-03T00:00:00Z",
        },
        "03f59e5b04ab575b1172cb684f22eede72f0e9033e0b5c67d0e2506768d6ce11",
        "zeuuS9pi2ZR8Q41bFFJKS9weSWkwa7pRcxHTHzxjDEHtVSZp3D9Rm3JdzT82EQpmXMb9wvfFJLuDPeSXZaRX1q1c",
    ),
}


@pytest.mark.parametrize("name", VECTORS)
def test_what_is_signed_is_that_of_the_vector(name: str) -> None:
    document, document_hash, _ = VECTORS[name]
    assert proof.digest(document, OPTIONS, Frames(TABLE)).hex() == OPTIONS_HASH + document_hash


@pytest.mark.parametrize("name", VECTORS)
def test_the_signature_is_that_of_the_vector(name: str) -> None:
    document, _, value = VECTORS[name]
    key = Ed25519PrivateKey.from_private_bytes(base58.decode(SECRET[1:])[2:])
    signature = key.sign(proof.digest(document, OPTIONS, Frames(TABLE)))
    assert "z" + base58.encode(signature) == value
    assert keys.encode(key.public_key().public_bytes_raw()) == PUBLIC
