"""Which addresses may be published: the last gate before an address becomes a path."""

import re
from functools import cache

_DOTTED = r"\.well-known(?=/|\Z)|\.nojekyll\Z"
_PLAIN = r"[^./\\\x00-\x1f\x7f-\x9f\ud800-\udfff][^/\\\x00-\x1f\x7f-\x9f\ud800-\udfff]*"


@cache
def _pattern() -> re.Pattern[str]:
    """Compiled when it is first needed: a build that writes nothing has no use for it."""
    return re.compile(rf"(?:{_DOTTED}|{_PLAIN})(?:/(?:{_DOTTED}|{_PLAIN}))*")


def check(address: str) -> None:
    """Raise ValueError unless `address` is a relative POSIX path that stays inside the site.

    Refused are empty parts, parts that begin with a dot (`.well-known` and a last part `.nojekyll` excepted, so `..`
    too), backslashes and control characters. Whoever makes addresses checks names for people; this is for faults in
    programs.
    """
    if _pattern().fullmatch(address) is None:
        raise ValueError(f"not an address that can be published: {address!r}")
