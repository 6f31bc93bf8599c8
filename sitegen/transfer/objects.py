"""Which reader knows an object of JSON, whatever it is wrapped in."""

from collections.abc import Callable
from typing import Any

from msgspec import Struct

from sitegen.transfer import drafts, linked
from sitegen.transfer.drafts import Found
from sitegen.transfer.incoming import case, ctdl, elm, open_badges_2, open_badges_3
from sitegen.transfer.known import Known
from sitegen.transfer.mapping import Mapping

NOTHING_TO_OFFER = {
    "Endorsement": "an endorsement says what somebody thinks of a badge, and describes none",
    "EndorsementCredential": "an endorsement says what somebody thinks of a badge, and describes none",
    "RevocationList": "a list of revoked awards describes no badge",
    "BitstringStatusListCredential": "a status list says which awards hold, and describes no badge",
    "StatusList2021Credential": "a status list says which awards hold, and describes no badge",
    "CryptographicKey": "a key describes no badge; keys are made here, with `sitegen keys`",
}
"""Kinds of documents that go with badges, and why none of them becomes a record."""

_COLLECTIONS = ("badges", "assertions", "verifiableCredential", "result", "achievements", "assertion", "vc")
"""Members under which exports of backpacks and wallets keep what they hold."""


class Asked(Struct, frozen=True):
    """What somebody said about the files: a mapping, and name and address of a framework."""

    known: Known = Known()
    mapping: Mapping = Mapping()
    framework: str = ""
    base: str = ""


Node = dict[str, Any]
READERS: tuple[tuple[Callable[[Node], bool], Callable[[Node, str, Asked], Found]], ...] = (
    (elm.is_one, lambda node, source, _: elm.read(node, source)),
    (
        open_badges_3.is_credential,
        lambda node, source, asked: open_badges_3.credential(node, source, asked.known),
    ),
    (ctdl.is_one, lambda node, source, asked: ctdl.read(node, source, asked.known)),
    (
        open_badges_3.is_achievement,
        lambda node, source, asked: open_badges_3.achievement(node, source, asked.known),
    ),
    (case.is_one, lambda node, source, asked: case.read(node, source, asked.framework)),
    (
        open_badges_2.is_assertion,
        lambda node, source, asked: open_badges_2.assertion(node, source, asked.known),
    ),
    (
        open_badges_2.is_class,
        lambda node, source, asked: open_badges_2.badge_class(node, source, asked.known),
    ),
    (open_badges_2.is_issuer, lambda node, source, _: open_badges_2.issuer(node, source)),
)
"""How each kind of object is known, and who reads it; the more particular kinds come first."""


def read(source: str, node: Node, asked: Asked) -> Found | None:
    """What an object describes; a refusal if it is of a kind that describes nothing; None if nobody knows it."""
    why = _why_nothing(node)
    if why:
        return drafts.refused(source, why)
    return next((reader(node, source, asked) for is_one, reader in READERS if is_one(node)), None)


def inside(node: Node) -> list[Any]:
    """What a collection holds."""
    return [node[member] for member in _COLLECTIONS if isinstance(node.get(member), list | dict)]


def unknown(value: Any) -> str:
    """Why something that nobody knows becomes no record."""
    if isinstance(value, dict) and ("registry" in value or any(str(key).startswith("did:") for key in value)):
        return "a list of issuers and their keys describes no badge; trust is not imported"
    if isinstance(value, dict) and "credentialSubject" in value:
        return "this credential does not say what was achieved"
    return "it describes no badge, credential, issuer or framework"


def _why_nothing(node: Node) -> str:
    if "verificationMethod" in node:
        return "a DID document holds keys, and describes no badge"
    types = linked.types_of(node)
    return next((why for kind, why in NOTHING_TO_OFFER.items() if kind in types), "")
