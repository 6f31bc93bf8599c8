"""The register of issuers and their keys as files of a published site: what verifiers may be given instead of a catalog."""

from datetime import date
from typing import Annotated, Any

import msgspec
from msgspec import Meta, Struct

from sitegen.badges import did, misfit, strict_json
from sitegen.badges.refusal import Refused
from sitegen.badges.signer import Known
from sitegen.model import keys
from sitegen.model.fields import SITE_ADDRESS, SLUG
from sitegen.model.issuer import Issuer, IssuerKey

FIRST_DAY = date(1, 1, 1)
"""A DID document gives no dates: its keys are taken to have been in use at all times."""


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, omit_defaults=True):
    """An issuer in a published file: the keys with their times, which a DID document cannot say."""

    did: str
    site: Annotated[str, Meta(pattern=SITE_ADDRESS)]
    issuer: Annotated[str, Meta(pattern=SLUG)]
    name: Annotated[str, Meta(min_length=1, max_length=300)]
    keys: tuple[IssuerKey, ...]
    suspends: bool = True
    """Whether there may be a list of suspended badges; whoever asks for one that is not there gets an error."""


def known(site: str, slug: str, issuer: Issuer) -> Known:
    """An issuer as its record has it; `site` is the address of its site."""
    return Known(site=site, slug=slug, name=issuer.name, keys=issuer.keys)


def document(one: Known, *, suspends: bool = True) -> dict[str, Any]:
    """What a site publishes of an issuer: its keys with their times, those no longer trusted included."""
    entry = Entry(
        did=did.name(one.site, one.slug), site=one.site, issuer=one.slug, name=one.name, keys=one.keys,
        suspends=suspends,
    )  # fmt: skip
    plain: dict[str, Any] = msgspec.json.decode(msgspec.json.encode(entry))
    return plain


def read(data: bytes) -> tuple[Known, ...]:
    """The issuers in the bytes of a published register (a list of such entries, or one), or of a DID document.

    Refused: anything else, and keys that nobody may use.
    """
    given = strict_json.parse(data)
    return tuple(_one(entry) for entry in (given if isinstance(given, list) else [given]))


def _one(given: object) -> Known:
    if not isinstance(given, dict):
        raise Refused("not-a-register", "it is neither a register of keys nor a DID document")
    one = _of_did(given) if "verificationMethod" in given else _of_entry(given)
    for key in one.keys:
        try:
            keys.decode(key.key)
        except keys.WrongKey as fault:
            raise Refused("wrong-key", f"a key in it {fault}") from None
    return one


def _of_entry(given: dict[str, Any]) -> Known:
    try:
        entry = msgspec.convert(given, Entry)
    except msgspec.ValidationError as error:
        raise Refused(
            "not-a-register", f"it is no register of keys: {misfit.refused(str(error)).words}"
        ) from None
    if entry.did != did.name(entry.site, entry.issuer):
        raise Refused(
            "not-a-register", "the issuer's name in it and the address of its site do not belong together"
        )
    return Known(site=entry.site, slug=entry.issuer, name=entry.name, keys=entry.keys)


def _of_did(given: dict[str, Any]) -> Known:
    name = given.get("id")
    home = did.place(name) if isinstance(name, str) else None
    methods, allowed = given["verificationMethod"], given.get("assertionMethod")
    if (
        not isinstance(name, str)
        or home is None
        or not isinstance(methods, list)
        or not isinstance(allowed, list)
    ):
        raise Refused("not-a-register", "it is no DID document of an issuer")
    found = (_key(method, name, allowed) for method in methods)
    listed = tuple(IssuerKey(key=key, start=FIRST_DAY) for key in found if key)
    return Known(site=home[0], slug=home[1], name=name, keys=listed)


def _key(method: object, name: str, allowed: list[Any]) -> str:
    """The key in a verification method that may sign awards; empty for others, which are none of our business."""
    if not isinstance(method, dict) or (method.get("type"), method.get("controller")) != ("Multikey", name):
        return ""
    key = method.get("publicKeyMultibase")
    return key if isinstance(key, str) and method.get("id") == did.method(name, key) in allowed else ""
