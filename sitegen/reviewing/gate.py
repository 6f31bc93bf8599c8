"""Who may ask: a browser on this machine that came by the printed address, and forms that come from our own pages."""

from collections.abc import Mapping
from hmac import compare_digest
from http.cookies import CookieError, SimpleCookie

from sitegen.reviewing.room import Room

COOKIE = "sitegen-review"
HOSTS = ("127.0.0.1", "localhost")


def is_for_here(headers: Mapping[str, str], port: int) -> bool:
    """Whether the browser was asked for this very server.

    A page elsewhere could have its own name lead to 127.0.0.1 and so read what people sent; the browser then names
    that host.
    """
    return headers.get("host", "") in {f"{host}:{port}" for host in HOSTS}


def has_key(room: Room, given: str) -> bool:
    """Whether somebody came by the address that was printed."""
    return compare_digest(given.encode(), room.sign("key").encode())


def key(room: Room) -> str:
    """What makes an address the one that is printed."""
    return room.sign("key")


def cookie(room: Room) -> str:
    """What the browser is to keep until it is closed; no script sees it, and no page elsewhere makes use of it."""
    return f"{COOKIE}={room.pass_word}; Path={room.top}/; HttpOnly; SameSite=Strict"


def is_known(room: Room, headers: Mapping[str, str]) -> bool:
    """Whether the browser was let in before."""
    try:
        held = SimpleCookie(headers.get("cookie", ""))
    except CookieError:
        return False
    return COOKIE in held and compare_digest(held[COOKIE].value.encode(), room.pass_word.encode())


def is_ours(room: Room, headers: Mapping[str, str], word: str) -> bool:
    """Whether a form was filled in on one of our own pages."""
    if headers.get("origin", "") not in ("", f"http://{headers.get('host', '')}"):
        return False
    if headers.get("sec-fetch-site", "same-origin") != "same-origin":
        return False
    return compare_digest(word.encode(), room.form_word.encode())
