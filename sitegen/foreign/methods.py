"""Whose key it is: the key that an issuer's own document (did:key, did:web) lists for making credentials."""

import re
from datetime import datetime
from typing import Any

from sitegen.badges import misfit
from sitegen.badges.refusal import Refused
from sitegen.foreign import addresses, asking, moments, public_keys
from sitegen.foreign.public_keys import Key
from sitegen.foreign.web import Web

_WEB = re.compile(r"did:web:(?P<host>[a-z0-9.-]+(?:%3A[0-9]{1,5})?)(?P<path>(?::(?:[A-Za-z0-9._~-]|%7E)+)*)")


def key(issuer: str, method: object, web: Web | None, now: datetime) -> Key:
    """The key that `method` names, one of the issuer's. Refused, with the reason: it is not, or cannot be had."""
    named, _, fragment = (method if isinstance(method, str) else "").partition("#")
    if named != issuer or not fragment:
        raise Refused("wrong-method", "its signature is said to be somebody else's than the issuer's")
    if issuer.startswith("did:key:"):
        text = issuer.removeprefix("did:key:")
        if fragment != text:
            raise Refused("wrong-method", "its signature does not name the key that its issuer is")
        return public_keys.of_multikey(text)
    if issuer.startswith("did:web:"):
        return _listed(
            issuer, f"{issuer}#{fragment}", asking.document(web, home(issuer), "its issuer's key"), now
        )
    raise Refused(
        "unknown-issuer-kind",
        f"its issuer has a kind of name that cannot be checked here: {misfit.shown(issuer)}",
    )


def home(did: str) -> str:
    """The address of the document of a did:web name (did:web, "Read"). Refused: other names."""
    found = _WEB.fullmatch(did)
    if found is None:
        raise Refused("unknown-issuer-kind", f"{misfit.shown(did)} is not written as such names are")
    path = found["path"].replace(":", "/").replace("%7E", "~") or "/.well-known"
    if any(part in (".", "..") for part in path.split("/")):
        raise Refused("unknown-issuer-kind", f"{misfit.shown(did)} is not written as such names are")
    return f"https://{found['host'].replace('%3A', ':')}{path}/did.json"


def known_as(issuer: str) -> str:
    """By what an issuer is known for certain: its host, or nothing but its key."""
    if issuer.startswith("did:web:"):
        return addresses.place(home(issuer)).origin
    return issuer


def _listed(issuer: str, method: str, document: dict[str, Any], now: datetime) -> Key:
    if document.get("id") != issuer:
        raise Refused("web-data", "the document of its issuer's keys is somebody else's")
    allowed, methods = document.get("assertionMethod"), document.get("verificationMethod")
    listed = [*(allowed if isinstance(allowed, list) else [])]
    every = [*(methods if isinstance(methods, list) else []), *listed]
    if method not in listed and not any(isinstance(one, dict) and one.get("id") == method for one in listed):
        raise Refused("unknown-key", "its issuer does not list the key that signed it")
    found = [one for one in every if isinstance(one, dict) and one.get("id") == method]
    if len(found) != 1:
        raise Refused("unknown-key", "its issuer does not list the key that signed it just once")
    return _usable(issuer, found[0], now)


def _usable(issuer: str, given: dict[str, Any], now: datetime) -> Key:
    if given.get("controller") != issuer:
        raise Refused("foreign-key", "the key that signed it belongs to somebody else than its issuer")
    for member in ("revoked", "expires"):
        if given.get(member) is not None and moments.read(given[member], member) <= now:
            raise Refused("key-time", "its issuer does not use the key any more that signed it")
    if given.get("type") == "Multikey":
        return public_keys.of_multikey(given.get("publicKeyMultibase"))
    if given.get("type") in ("JsonWebKey", "JsonWebKey2020"):
        return public_keys.of_jwk(given.get("publicKeyJwk"))
    raise Refused("unknown-key-kind", "its issuer writes its key in a way that cannot be read here")
