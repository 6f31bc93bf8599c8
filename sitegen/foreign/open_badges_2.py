"""The check of a badge of Open Badges 2.0: hosted at its issuer, or signed with a key that its issuer names."""

from collections.abc import Sequence
from typing import Any

from msgspec import Struct

from sitegen.badges import bake, strict_json
from sitegen.badges.holding import Finding
from sitegen.badges.refusal import Refused
from sitegen.foreign import addresses, asking, dates, moments, profiles, public_keys, recipients, tokens
from sitegen.foreign.asked import Asked
from sitegen.foreign.asking import texts
from sitegen.foreign.profiles import Issued
from sitegen.foreign.tokens import Token
from sitegen.foreign.trail import Trail
from sitegen.model.verdict import Check

_HOSTED = frozenset({"HostedBadge", "hosted"})
_SIGNED = frozenset({"SignedBadge", "signed"})
_UNASKED = "For whom it is was not asked; `--recipient` compares an address."


class _Given(Struct, frozen=True):
    """What the file holds: a token, a copy of the assertion, or only its address."""

    document: dict[str, Any] | None
    address: str = ""
    token: Token | None = None


def check(data: bytes, asked: Asked, trail: Trail) -> Sequence[Finding]:
    """Take every step up to the issuer, then say how the badge stands. Raises Stopped if a step fails."""
    with trail.step("file") as words:
        given = _given(data)
        words.append(f"It is one badge, {'a signed token' if given.token else 'hosted'} (Open Badges 2.0).")
    if given.token:
        assertion, issued, found = _signed(given.token, asked, trail)
    else:
        assertion, issued, found = _hosted(given, asked, trail)
    begin = moments.read(assertion.get("issuedOn"), "issuedOn")
    end = moments.maybe(assertion.get("expires"), "expires")
    trail.says.update(
        {"what": issued.title, "by": issued.host, "named": issued.name, "awarded": f"{begin:%Y-%m-%d}"}
    )
    _recipient(assertion, asked, trail)
    trail.left_out("issuer", f"That {issued.host} is who it says it is was not looked at.")
    return [found, dates.start(begin, asked.now), dates.end(end, asked.now)]


def _given(data: bytes) -> _Given:
    if bake.is_token(data):
        token = tokens.read(data)
        return _Given(token.payload, token=token)
    if data.startswith(b"https://"):
        return _Given(None, data.decode("ascii", "replace"))
    document = strict_json.parse(data)
    if "Assertion" not in texts(document.get("type")):
        raise Refused("not-a-badge", "it belongs to Open Badges 2.0, but is no badge that somebody was given")
    address = document.get("id")
    return _Given(document, address if isinstance(address, str) else "")


def _hosted(given: _Given, asked: Asked, trail: Trail) -> tuple[dict[str, Any], Issued, Finding]:
    """The assertion as its own host has it; the copy in the file counts for nothing, but must be equal."""
    with trail.step("hosted") as words:
        answer = asking.answer(asked.web, given.address, "the badge, which carries no proof of its own,")
        if answer.status == 410:
            raise Refused("revoked", "it is gone from its host for good")
        assertion = asking.read(answer.body, "what its host has")
        _require_own(assertion, given, asked)
        words.append(f"It is what {addresses.place(given.address).origin} has at the badge's own address.")
    with trail.step("issuer") as words:
        issued = profiles.issued(assertion, asked.web)
        profiles.require_scope(issued, given.address)
        words.append(f"It stands where its issuer, {issued.host}, puts badges.")
    return (
        assertion,
        issued,
        Finding("valid", "valid", Check("status", "passed", "Its host does not say that it was revoked.")),
    )


def _require_own(assertion: dict[str, Any], given: _Given, asked: Asked) -> None:
    if assertion.get("id") != given.address:
        raise Refused("differs", "what its host has is another badge")
    if assertion.get("revoked") is True:
        reason = assertion.get("revocationReason")
        raise Refused("revoked", f"its host says so{f' ({reason})' if isinstance(reason, str) else ''}")
    if "Assertion" not in texts(assertion.get("type")) or _kind(assertion) not in _HOSTED:
        raise Refused("differs", "what its host has is no badge of this kind")
    if given.document is not None and given.document != assertion:
        raise Refused("differs", "it is not what its host has; name the badge's address to check that")
    if asked.address and asked.address != given.address:
        raise Refused("differs", "it says that it stands at another address than it was fetched from")


def _signed(token: Token, asked: Asked, trail: Trail) -> tuple[dict[str, Any], Issued, Finding]:
    assertion = token.payload
    with trail.step("issuer") as words:
        if "Assertion" not in texts(assertion.get("type")) or _kind(assertion) not in _SIGNED:
            raise Refused("not-a-badge", "it is a signed token, but no badge that somebody was given")
        issued = profiles.issued(assertion, asked.web)
        words.append(f"Its issuer's own page is at {issued.host}.")
    with trail.step("key") as words:
        creator = assertion["verification"].get("creator")
        key = public_keys.of_pem(profiles.key(issued, creator, asked.web).get("publicKeyPem"))
        words.append("The key is the one that its issuer names.")
    with trail.step("signature") as words:
        tokens.check(token, key)
        words.append("Nothing in it was changed since it was signed.")
    return assertion, issued, profiles.status(issued, assertion.get("id"), asked.web)


def _kind(assertion: dict[str, Any]) -> object:
    verification = assertion.get("verification")
    return verification.get("type") if isinstance(verification, dict) else None


def _recipient(assertion: dict[str, Any], asked: Asked, trail: Trail) -> None:
    if not asked.recipient:
        trail.left_out("recipient", _UNASKED)
        return
    given = assertion.get("recipient")
    mark = given if isinstance(given, dict) else {}
    with trail.step("recipient") as words:
        recipients.require(
            asked.recipient, [(mark.get("identity"), mark.get("hashed"), mark.get("salt") or "")]
        )
        words.append("It was given to the address or name that was asked about.")
