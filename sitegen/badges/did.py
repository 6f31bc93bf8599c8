"""The names and key documents of issuers: `did:web:HOST:issuers:SLUG` (did:web, W3C Controlled Identifiers)."""

import re
from collections.abc import Iterable
from functools import lru_cache

from sitegen.model import urls
from sitegen.model.issuer import IssuerKey

CONTEXT = ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"]
_DID = re.compile(
    r"did:web:(?P<host>[a-z0-9.-]+(?:%3A[0-9]{1,5})?)(?P<path>(?::(?:[A-Za-z0-9._-]|%7E)+)*)"
    r":issuers:(?P<slug>[a-z0-9]+(?:-[a-z0-9]+)*)"
)


@lru_cache(maxsize=1024)
def name(site: str, issuer: str) -> str:
    """The DID of an issuer of a site; `site` is its address without a slash at the end, as in `https://example.org/x`."""
    host, _, path = site.removeprefix("https://").partition("/")
    parts = [host.replace(":", "%3A"), *path.split("/"), "issuers", issuer]
    return "did:web:" + ":".join(part.replace("~", "%7E") for part in parts if part)


def place(did: str) -> tuple[str, str] | None:
    """The site and the slug in the DID of an issuer; None if it is not the DID of an issuer of a site like this."""
    found = _DID.fullmatch(did)
    if found is None:
        return None
    path = found["path"].replace(":", "/").replace("%7E", "~")
    return f"https://{found['host'].replace('%3A', ':')}{path}", found["slug"]


def method(did: str, key: str) -> str:
    """The name under which a key stands in an issuer's document: so verifiers see the key without fetching it."""
    return f"{did}#{key}"


def document(site: str, issuer: str, keys: Iterable[IssuerKey]) -> dict[str, object]:
    """The DID document of an issuer, with all keys it ever had, so that old awards go on verifying.

    Compromised keys are left out: other verifiers know no dates of keys, and whoever has such a key could still sign for any
    date. Awards signed with one must be signed again with a new key.
    """
    did = name(site, issuer)
    good = [key.key for key in keys if key.compromised is None]
    return {
        "@context": CONTEXT,
        "id": did,
        "alsoKnownAs": [site + urls.issuer(issuer)],
        "verificationMethod": [
            {"id": method(did, key), "type": "Multikey", "controller": did, "publicKeyMultibase": key}
            for key in good
        ],
        "assertionMethod": [method(did, key) for key in good],
    }
