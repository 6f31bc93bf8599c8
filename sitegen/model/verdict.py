"""A verdict on a badge: one state out of a closed set, and every check behind it."""

from collections.abc import Mapping
from typing import Literal

from msgspec import Struct

from sitegen.model.award import Award

State = Literal[
    "valid",
    "expired",
    "not-yet-valid",
    "revoked",
    "suspended",
    "altered",
    "unknown-key",
    "foreign-key",
    "key-time",
    "key-compromised",
    "status-missing",
    "status-rolled-back",
    "status-unusable",
    "elsewhere",
    "not-a-badge",
    "cannot-tell",
]
"""Everything a check can end with.

`unknown-key`: signed with a key that the issuer does not list; `foreign-key`: with one of another issuer; `key-time`:
outside the key's time. `status-…`: the issuer's list of revoked awards is not at hand, older than one seen before, or
cannot be used. `elsewhere`: not one of this site's badges. `cannot-tell`: the check itself could not be finished.
"""

Outcome = Literal["passed", "failed", "not done"]


class Check(Struct, frozen=True):
    """One thing that was looked at: a lasting word for it, what came of it, and a sentence for people."""

    name: str
    outcome: Outcome
    words: str


class Verdict(Struct, frozen=True, kw_only=True):
    """What is to be said of a badge.

    `code` is the state, or a closer word for it, as in `two-proofs`. `award` is given only if its issuer's signature on it
    was found good; nothing else that a file says should be shown as true. `issuer` is the name by which the register knows
    the issuer, not the name the badge gives. `claims` is what a badge from elsewhere says of itself, by short labels; it too
    is given only if what vouches for it was found good, and `issuer` is then the host or the key that was proved.
    """

    state: State
    code: str
    words: str
    checks: tuple[Check, ...] = ()
    issuer: str = ""
    award: Award | None = None
    claims: Mapping[str, str] = {}

    @property
    def is_valid(self) -> bool:
        """Whether the badge is real and holds now."""
        return self.state == "valid"
