"""One verdict on a badge from elsewhere, in the states of our own: never valid unless every step passed."""

from collections.abc import Sequence

from sitegen.badges import bake, strict_json
from sitegen.badges.holding import Finding
from sitegen.badges.refusal import Refused
from sitegen.badges.verify import ORDER
from sitegen.foreign import open_badges_2, open_badges_3, tokens
from sitegen.foreign.asked import Asked
from sitegen.foreign.asking import texts
from sitegen.foreign.trail import Stopped, Trail
from sitegen.model.verdict import Verdict

_OLDER = "https://w3id.org/openbadges/"
_FROM = "This badge is from elsewhere"
_VALID = "All that can be checked of it was found good: it was issued by {by}, was not changed, and holds."


def verify(data: bytes, asked: Asked) -> Verdict:
    """The verdict on the badge in the bytes of a file; raises nothing, and takes what it cannot foresee for no proof."""
    trail = Trail()
    try:
        return _weighed(_checked(data, asked, trail), trail)
    except Stopped as stopped:
        return stopped.verdict
    except Exception:  # noqa: BLE001 - whatever happened, it is no reason to take a badge for good
        words = "Nothing can be said of this badge: the check could not be finished."
        return Verdict(state="cannot-tell", code="unforeseen", words=words)


def _checked(data: bytes, asked: Asked, trail: Trail) -> Sequence[Finding]:
    with trail.step("picture", "not-a-badge") as words:
        badge = bake.found(data)
        if badge.credential and badge.assertion:
            raise Refused("two-badges", "the picture holds two badges, and cannot be checked as one")
        text = (badge.credential or badge.assertion).strip()
        is_older = _is_older(text)
        words.append("There is one badge in the file.")
    trail.done.clear()  # what kind of badge it is will be said by the next step
    check = open_badges_2.check if is_older else open_badges_3.check
    return check(text, asked, trail)


def _is_older(text: bytes) -> bool:
    """Whether it is a badge of Open Badges 2.0, or only the address of one (the oldest pictures)."""
    if text.startswith(b"https://"):
        return True
    document = tokens.read(text).payload if bake.is_token(text) else strict_json.parse(text)
    named = document.get("@context") if isinstance(document, dict) else None
    return any(context.startswith(_OLDER) for context in texts(named))


def _weighed(found: Sequence[Finding], trail: Trail) -> Verdict:
    """The verdict on a badge whose signature or place was found good: the weightiest reason against it, if there is one."""
    against = [one for one in found if one.state != "valid"]
    against.sort(key=lambda one: ORDER.index(one.state) if one.state in ORDER else len(ORDER))
    by = trail.says.get("by", "")
    who = f"whoever has the key {by}, which nobody here vouches for" if by.startswith("did:key:") else by
    good = f"{_FROM}. {_VALID.format(by=who)}"
    words = f"{_FROM}, and really by {by}. {against[0].check.words}" if against else good
    return Verdict(
        state=against[0].state if against else "valid",
        code=against[0].code if against else "valid",
        words=words,
        checks=(*trail.done, *(one.check for one in found)),
        issuer=by,
        claims=trail.says,
    )
