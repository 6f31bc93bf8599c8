"""What `sitegen verify` says of a file: by the register here first, and of all others as badges from elsewhere."""

from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from sitegen.cli.faults import Refused

if TYPE_CHECKING:
    from sitegen.badges.frames import Frames
    from sitegen.badges.trust import Trust
    from sitegen.foreign.web import Web
    from sitegen.model.verdict import Check, Verdict


class Question(NamedTuple):
    """What is asked of every file, and against what."""

    register: "Trust"
    now: datetime
    frames: "Frames"
    recipient: str = ""
    online: bool = False


def is_address(file: str) -> bool:
    """Whether a name is an address of the web."""
    return file.startswith(("http://", "https://"))


def web() -> "Web":
    """What one badge may ask of the network."""
    from sitegen.foreign.web import Web

    return Web()


def fetched(address: str, *, online: bool) -> bytes:
    """The bytes of the badge at an address; raises Refused unless that is allowed, and if it cannot be had."""
    from sitegen.badges import refusal

    if not online:
        raise Refused(
            f"{address} is an address, and nothing is fetched without being told to",
            "add `--online`, or save it to a file and name that",
        )
    try:
        answer = web().get(address)
    except refusal.Refused as refused:
        hint = (
            "a page is no badge: name its file, as in `…/badges/3f/3f9a….json`"
            if refused.code == "web-type"
            else ""
        )
        raise Refused(f"cannot fetch {address}: {refused.words}", hint) from None
    return answer.body


def verdict(file: str, data: bytes, question: Question) -> "Verdict":
    """The verdict on the badge in a file's bytes."""
    from sitegen.badges import verify

    own = verify.verify(data, question.register, question.now, question.frames)
    if own.state != "elsewhere" and not (own.state == "not-a-badge" and _is_linked(data)):
        return _for_recipient(own, question.recipient)
    from sitegen.foreign import asked
    from sitegen.foreign import verify as foreign

    return foreign.verify(
        data,
        asked.Asked(
            now=question.now,
            web=web() if question.online else None,
            ours=frozenset(question.register.issuers),
            recipient=question.recipient,
            address=file if is_address(file) else "",
        ),
    )


def _is_linked(data: bytes) -> bool:
    """Whether a picture holds no badge but the address of one, as the oldest ones do."""
    from sitegen.badges import bake, refusal

    try:
        return bake.found(data).assertion.startswith(b"https://")
    except refusal.Refused:
        return False


def _for_recipient(own: "Verdict", recipient: str) -> "Verdict":
    """The verdict on a badge of the register, with an answer to whether it is this person's."""
    from sitegen.badges import identity
    from sitegen.model.verdict import Check

    if not recipient or own.award is None:
        return own
    mark = own.award.identity
    if mark is not None and mark.kind == "hashed":
        if identity.fits(mark, recipient):
            fits = Check("recipient", "passed", "It was given to the address that was asked about.")
            return msgspec.structs.replace(own, checks=(*own.checks, fits))
        words = "It was not given to the address that was asked about."
        return _against(own, "other-recipient", Check("recipient", "failed", words))
    words = "Whose it is can be told only on its page, with the link that the earner has."
    return _against(own, "no-recipient", Check("recipient", "not done", words))


def _against(own: "Verdict", code: str, check: "Check") -> "Verdict":
    if not own.is_valid:
        return msgspec.structs.replace(own, checks=(*own.checks, check))
    words = f"This badge is genuine, but it is not known to be this person's. {check.words}"
    return msgspec.structs.replace(
        own, state="cannot-tell", code=code, words=words, checks=(*own.checks, check)
    )
