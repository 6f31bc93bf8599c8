"""What a check has done so far: each step with its words, and where and why it stopped."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import NoReturn

from sitegen.badges.refusal import Refused
from sitegen.model.verdict import Check, Outcome, State, Verdict

_STATES: dict[str, State] = {
    "not-a-badge": "not-a-badge",
    "altered": "altered",
    "hidden-member": "altered",
    "differs": "altered",
    "unknown-key": "unknown-key",
    "foreign-key": "foreign-key",
    "wrong-method": "foreign-key",
    "foreign-scope": "foreign-key",
    "key-time": "key-time",
    "signed-in-future": "not-yet-valid",
    "revoked": "revoked",
}
"""The state that a code leads to; every other code means that nothing can be said."""
_BEGIN: dict[State, str] = {
    "not-a-badge": "This is no badge that can be checked",
    "altered": "This badge is not genuine, or was altered",
    "cannot-tell": "This badge is from elsewhere, and cannot be checked",
    "revoked": "This badge is from elsewhere, and its issuer says that it was revoked",
}

_NOT_GOOD = "This badge is from elsewhere, and cannot be taken for good"
_FAILED = {
    "other-recipient": "This badge may be good, but not for whom was asked",
    "wrong-algorithm": "This badge is from elsewhere, and its signature cannot be trusted",
    "wrong-purpose": "This badge is from elsewhere, and its signature cannot be trusted",
    "weak-key": "This badge is from elsewhere, and its signature cannot be trusted",
    "contradiction": _NOT_GOOD,
    "unknown-term": _NOT_GOOD,
    "not-plain": _NOT_GOOD,
    "not-an-address": _NOT_GOOD,
}
"""What was looked at and found wrong, although no state has a name for it; and how to say so."""


class Stopped(Exception):  # noqa: N818 - it carries a verdict, and is no fault of the program
    """A step failed: there is nothing more to look at."""

    def __init__(self, verdict: Verdict) -> None:
        super().__init__(verdict.code)
        self.verdict = verdict


class Trail:
    """The steps of one check, in the order in which they are taken."""

    def __init__(self) -> None:
        self.done: list[Check] = []
        self.says: dict[str, str] = {}

    @contextmanager
    def step(self, name: str, otherwise: State = "cannot-tell") -> Iterator[list[str]]:
        """Take a step: it passes if nothing in it is refused. Its words are what the list is given.

        What is refused leads to the state that goes with its code, or to `otherwise`.
        """
        words: list[str] = []
        try:
            yield words
        except Refused as refused:
            self._stop(name, refused, otherwise)
        self.done.append(Check(name, "passed", " ".join(words)))

    def left_out(self, name: str, words: str) -> None:
        """Say of something that it was not looked at."""
        self.done.append(Check(name, "not done", words))

    def _stop(self, name: str, refused: Refused, otherwise: State) -> NoReturn:
        state = _STATES.get(refused.code, otherwise)
        outcome: Outcome = "failed" if refused.code in _FAILED or state != "cannot-tell" else "not done"
        found = Check(name, outcome, f"{refused.words[:1].upper()}{refused.words[1:]}.")
        last = Check("further", "not done", "Nothing after this was looked at.")
        begin = _FAILED.get(refused.code) or _BEGIN.get(state, "This badge is from elsewhere, and is refused")
        checks = (*self.done, found, last)
        verdict = Verdict(state=state, code=refused.code, words=f"{begin}: {refused.words}.", checks=checks)
        raise Stopped(verdict) from None
