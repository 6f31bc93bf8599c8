"""The check of a badge of Open Badges 3.0 from elsewhere, with its proof inside or as a signed token."""

from collections.abc import Sequence

from sitegen.badges.holding import Finding
from sitegen.badges.refusal import Refused
from sitegen.foreign import credential, dates, methods, recipients, sealed, status_lists
from sitegen.foreign.asked import Asked
from sitegen.foreign.credential import Claimed
from sitegen.foreign.trail import Trail

_UNASKED = "For whom it is was not asked; `--recipient` compares an address."


def check(data: bytes, asked: Asked, trail: Trail) -> Sequence[Finding]:
    """Take every step up to the signature, then say how the badge stands. Raises Stopped if a step fails."""
    with trail.step("file") as words:
        one = sealed.opened(data, asked.now)
        words.append(
            f"It is one badge, {'a signed token' if one.token else 'signed within'} (Open Badges 3.0)."
        )
    with trail.step("form") as words:
        badge = credential.read(one.document)
        if badge.issuer in asked.ours:
            raise Refused(
                "other-form", "it names an issuer of the register here, whose badges have another form"
            )
        words.append("It uses known words only, and says what a badge must.")
    with trail.step("key") as words:
        key = sealed.key(one, badge.issuer, asked.web, asked.now)
        is_key = badge.issuer.startswith("did:key:")
        words.append(
            f"The key is {'its issuer itself' if is_key else f'one that {known_as(badge.issuer)} lists'}."
        )
    with trail.step("signature") as words:
        sealed.check(one, key)
        words.append("Nothing in it was changed since it was signed.")
    trail.says.update(_says(badge))
    start, end = sealed.starts(one, badge.start), sealed.ends(one, badge.end)
    found = [*status_lists.findings(badge, asked), dates.start(start, asked.now), dates.end(end, asked.now)]
    _recipient(badge, asked, trail)
    _left_out(badge, trail)
    return found


def known_as(issuer: str) -> str:
    """By what its issuer is known for certain."""
    return (
        issuer.removeprefix("https://").partition("/")[0]
        if issuer.startswith("https:")
        else methods.known_as(issuer)
    )


def _says(badge: Claimed) -> dict[str, str]:
    facts = {
        "what": badge.title,
        "by": known_as(badge.issuer),
        "named": badge.issuer_name,
        "awarded": f"{badge.start:%Y-%m-%d}",
        "until": f"{badge.end:%Y-%m-%d}" if badge.end else "",
    }
    return {label: words for label, words in facts.items() if words}


def _recipient(badge: Claimed, asked: Asked, trail: Trail) -> None:
    if not asked.recipient:
        trail.left_out("recipient", _UNASKED)
        return
    marks = [(one.get("identityHash"), one.get("hashed"), one.get("salt") or "") for one in badge.identifiers]
    with trail.step("recipient") as words:
        recipients.require(
            asked.recipient, [*marks, *([(badge.subject, False, "")] if badge.subject else [])]
        )
        words.append("It was given to the address or name that was asked about.")


def _left_out(badge: Claimed, trail: Trail) -> None:
    if badge.issuer.startswith("did:key:"):
        trail.left_out("issuer", "Its issuer is known by a key only: nothing here says whose it is.")
    else:
        trail.left_out("issuer", f"That {known_as(badge.issuer)} is who it says it is was not looked at.")
    if badge.is_endorsed:
        trail.left_out("endorsed", "What others say in it about the badge was not checked.")
