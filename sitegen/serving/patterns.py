"""Patterns of addresses as hosts read them: `*` anything, `:name` one part, a final slash is optional."""

import re
from functools import lru_cache


def match(pattern: str, path: str) -> dict[str, str] | None:
    """What the open parts of `pattern` stand for if it fits the decoded `path`, else None.

    A `*` as the last part is called `splat`; it may stand for nothing, so `/news/*` fits `/news` too.
    """
    if "*" not in pattern and ":" not in pattern:
        return {} if pattern.rstrip("/") == path.rstrip("/") else None
    found = _compiled(pattern).fullmatch(path)
    return None if found is None else found.groupdict(default="")


@lru_cache(maxsize=20_000)
def _compiled(pattern: str) -> re.Pattern[str]:
    parts = pattern.rstrip("/").split("/")[1:]
    names: set[str] = set()
    text = "".join(
        _part(part, names, is_last=number == len(parts)) for number, part in enumerate(parts, start=1)
    )
    return re.compile(text + "/?")


def _part(part: str, names: set[str], *, is_last: bool) -> str:
    if part == "*" and is_last:
        return "(?:/(?P<splat>.*))?"
    if not part.startswith(":"):
        return "/" + re.escape(part).replace(r"\*", ".*")
    name = part[1:]
    if not (name.isascii() and name.isidentifier()) or name in names or name == "splat":
        return "/[^/]+"
    names.add(name)
    return f"/(?P<{name}>[^/]+)"
