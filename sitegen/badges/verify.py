"""One verdict on a badge: everything that must hold, checked in order, and what to say when something does not.

It reads nothing and asks nobody: bytes, register and time go in, a verdict comes out, and nothing is raised. Whatever is not
foreseen here ends as "cannot tell", never as "valid".
"""

from collections.abc import Sequence
from datetime import datetime

from sitegen.badges import holding, steps
from sitegen.badges.frames import Frames
from sitegen.badges.refusal import Refused
from sitegen.badges.steps import Case
from sitegen.badges.trust import Trust
from sitegen.model.verdict import Check, State, Verdict

ORDER: tuple[State, ...] = ("revoked", "suspended", "not-yet-valid", "expired")
"""Of several reasons why a genuine award does not hold, the first of these is named; what is not known comes after them."""

_STATES: dict[str, State] = {
    "not-a-badge": "not-a-badge",
    "vc-jwt": "elsewhere",
    "open-badges-2-copy": "cannot-tell",
    "foreign-key": "foreign-key",
    "key-compromised": "key-compromised",
    "key-time": "key-time",
    "signed-in-future": "not-yet-valid",
}
"""The state that a code leads to, whichever check it comes from."""

_STATES_OF_CHECKS: dict[str, State] = {
    "file": "not-a-badge",
    "origin": "elsewhere",
    "signature": "altered",
    "form": "altered",
    "key": "unknown-key",
}
"""The state that all other codes of a check lead to."""

_BEGIN: dict[State, str] = {
    "not-a-badge": "This is no badge that can be checked",
    "elsewhere": "This badge was not made by an issuer that is known here, and was not checked",
    "altered": "This badge is not genuine, or was altered",
    "cannot-tell": "Nothing can be said of this badge",
}
_PASSED = {
    "file": "The file holds one badge.",
    "origin": "It names an issuer of the register.",
    "signature": "Nothing in it was changed since it was signed.",
    "form": "It says what badges of this site say, and nothing else.",
    "key": "The key that signed it is its issuer's, and was in use at that time.",
}


def verify(data: bytes, register: Trust, now: datetime, frames: Frames | None = None) -> Verdict:
    """The verdict on the badge in the bytes of a JSON, PNG or SVG file, at the moment `now`, going by `register`.

    Many badges are checked faster if all calls are given the same `frames`; they never change what comes out.
    """
    try:
        return _verdict(Case(data=data, trust=register, now=now, frames=frames or Frames()))
    except Exception:  # noqa: BLE001 - whatever happened, it is no reason to take a badge for good
        words = "Nothing can be said of this badge: the check could not be finished."
        return Verdict(state="cannot-tell", code="unforeseen", words=words)


def _verdict(case: Case) -> Verdict:
    done: list[Check] = []
    for name, step in steps.FIRST.items():
        try:
            case = step(case)
        except Refused as refused:
            return _stopped(name, refused, done)
        done.append(Check(name, "passed", _PASSED[name]))
    return _weighed(case, done)


def _stopped(name: str, refused: Refused, done: Sequence[Check]) -> Verdict:
    """The verdict when one of the first checks fails: whatever else the badge says is worth nothing."""
    state = _STATES.get(refused.code, _STATES_OF_CHECKS[name])
    names = list(steps.FIRST)
    left = names[names.index(name) + 1 :]
    later = [
        Check(other, "not done", "This was not looked at.") for other in (*left, "status", "start", "end")
    ]
    return Verdict(
        state=state,
        code=refused.code,
        words=f"{_BEGIN.get(state, 'This badge is refused')}: {refused.words}.",
        checks=(*done, Check(name, "failed", f"{refused.words[:1].upper()}{refused.words[1:]}."), *later),
    )


def _weighed(case: Case, done: Sequence[Check]) -> Verdict:
    """The verdict on a genuine award: the weightiest reason against it, if there is one."""
    assert case.award is not None  # all first checks have passed
    found = holding.findings(case.award, case.trust, case.now)
    against = [one for one in found if one.state != "valid"]
    against.sort(key=lambda one: ORDER.index(one.state) if one.state in ORDER else len(ORDER))
    worst = against[0] if against else found[0]
    issuer = case.trust.issuers[case.issuer].name
    words = worst.check.words if against else f"It was awarded by {issuer}, and it holds."
    return Verdict(
        state=worst.state,
        code=worst.code,
        words=f"This badge is genuine. {words}",
        checks=(*done, *(one.check for one in found)),
        issuer=issuer,
        award=case.award,
    )
