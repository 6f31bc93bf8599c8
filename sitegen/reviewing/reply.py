"""What is answered: a page, a file, or the way to another page; each with headers that keep everything on this machine."""

from msgspec import Struct

from sitegen.serving import content_types

POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
    "base-uri 'none'; frame-ancestors 'none'"
)
GUARDED = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",  # with less than that, browsers do not say where a form comes from
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


class Reply(Struct, frozen=True):
    """A status, headers without Content-Length, and a body."""

    status: int
    headers: dict[str, str]
    body: bytes = b""


def page(body: bytes, status: int = 200) -> Reply:
    """A page."""
    return Reply(status, {"Content-Type": content_types.of("a.html"), **GUARDED}, body)


def file(name: str, body: bytes) -> Reply:
    """A style sheet, a script, a picture."""
    return Reply(200, {"Content-Type": content_types.of(name), **GUARDED}, body)


def text(status: int, words: str) -> Reply:
    """A few words for somebody who may not see a page."""
    return Reply(status, {"Content-Type": content_types.of("a.txt"), **GUARDED}, words.encode())


def moved(to: str, cookie: str = "") -> Reply:
    """The way to another page, which is asked for with GET; perhaps with a cookie."""
    kept = {"Set-Cookie": cookie} if cookie else {}
    return Reply(303, {"Location": to, **GUARDED, **kept})
