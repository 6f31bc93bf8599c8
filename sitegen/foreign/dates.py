"""Whether a badge from elsewhere has begun, and has not run out."""

from datetime import datetime

from sitegen.badges.holding import Finding
from sitegen.badges.trust import SKEW
from sitegen.model.verdict import Check


def start(moment: datetime, now: datetime) -> Finding:
    """What is to be said of its begin."""
    if moment > now + SKEW:
        words = f"It holds only from {moment:%Y-%m-%d} on."
        return Finding("not-yet-valid", "not-yet-valid", Check("start", "failed", words))
    return Finding("valid", "valid", Check("start", "passed", f"It holds since {moment:%Y-%m-%d}."))


def end(moment: datetime | None, now: datetime) -> Finding:
    """What is to be said of its end."""
    if moment is not None and moment <= now:
        words = f"It ran out on {moment:%Y-%m-%d}; until then it was valid."
        return Finding("expired", "expired", Check("end", "failed", words))
    words = f"It holds until {moment:%Y-%m-%d}." if moment else "It does not run out."
    return Finding("valid", "valid", Check("end", "passed", words))
