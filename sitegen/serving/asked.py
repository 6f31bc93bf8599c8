"""What a request asks for: its target as a path that may be looked up, decoded exactly once."""

from urllib.parse import quote, unquote_to_bytes

from msgspec import Struct

from sitegen.write import addresses

_PLAIN = "!$%&'()*+,-./:;=?@_~[]"


class Asked(Struct, frozen=True):
    """A decoded path that begins with a slash, and the query with its question mark, or nothing."""

    path: str
    query: str = ""


def read(target: str) -> Asked | None:
    """The path and query of a request's target; None if no published file can be meant.

    That is so for parts that are empty, begin with a dot or hold a slash, a backslash or a control character,
    however they are encoded, and for bytes that are not UTF-8.
    """
    before, mark, query = target.partition("#")[0].partition("?")
    if not before.startswith("/"):
        return None
    try:
        parts = [unquote_to_bytes(part.encode("latin-1")).decode() for part in before.split("/")]
        path = "/".join(parts)
        if path != "/":
            addresses.check(path[1:].removesuffix("/"))
    except ValueError:
        return None
    if any("/" in part for part in parts):
        return None
    return Asked(path, mark + quote(query, safe=_PLAIN, encoding="latin-1"))
