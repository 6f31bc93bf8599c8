"""What a host would answer to a request: a page, a redirect, or the page for nothing found; with headers."""

from urllib.parse import quote, unquote

from msgspec import Struct

from sitegen.serving import asked, content_types, folder, headers, redirects
from sitegen.serving.asked import Asked

NOT_FOUND = "404.html"
NO_STORE = {"Cache-Control": "no-store"}
"""For what belongs to this run of the server only: tomorrow another site may be shown at the same address."""

_WAITING = b"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not built yet</title>
</head>
<body><main><h1>This site has not been built yet</h1>
<p>As soon as the problems in its content are mended, it appears here by itself.</p></main></body>
</html>
"""


class Site(Struct, frozen=True):
    """A published folder, and the path that stands before all its addresses (empty, or as in `/catalog`)."""

    out: str
    top: str = ""


class Answer(Struct, frozen=True):
    """A status, headers without Content-Length, and a body."""

    status: int
    headers: dict[str, str]
    body: bytes


def answer(site: Site, target: str) -> Answer:
    """The answer to GET for a request's target, as it came over the wire."""
    wanted = asked.read(target)
    if wanted is None:
        return _missing(site, "/")
    found = _find(site, wanted.path)
    hit = redirects.first(redirects.parse(_text(site, "_redirects")), wanted.path)
    if hit is not None and (hit.force or found is None):
        return _follow(site, hit, wanted)
    return _found(site, found, wanted) if found is not None else _missing(site, wanted.path)


def _find(site: Site, path: str) -> str | folder.Moved | None:
    if site.top and path in ("/", site.top):
        return folder.Moved(f"{site.top}/")
    if not path.startswith(f"{site.top}/"):
        return None
    found = folder.find(path[len(site.top) :], lambda address: folder.kind(site.out, address))
    return folder.Moved(site.top + found.path) if isinstance(found, folder.Moved) else found


def _found(site: Site, found: str | folder.Moved, wanted: Asked) -> Answer:
    if isinstance(found, folder.Moved):
        return _redirect(301, quote(found.path) + wanted.query)
    return _file(site, found, 200, wanted.path)


def _follow(site: Site, hit: redirects.Hit, wanted: Asked) -> Answer:
    if hit.status in redirects.MOVES:
        return _redirect(hit.status, hit.target if "?" in hit.target else hit.target + wanted.query)
    if redirects.is_elsewhere(hit.target):
        text = f"The host passes this address on to {hit.target}. Here it does not exist.\n"
        return _plain(502, text)
    found = _find(site, unquote(hit.target.partition("?")[0]))
    if isinstance(found, folder.Moved):
        found = _find(site, found.path)
    return (
        _file(site, found, hit.status, wanted.path) if isinstance(found, str) else _missing(site, wanted.path)
    )


def _redirect(status: int, target: str) -> Answer:
    return Answer(status, {"Location": target, **NO_STORE}, b"")


def _file(site: Site, address: str, status: int, path: str) -> Answer:
    data = folder.read(site.out, address)
    if data is None:
        return _missing(site, path)
    return Answer(status, _headers(site, address, path), data)


def _missing(site: Site, path: str) -> Answer:
    data = folder.read(site.out, NOT_FOUND)
    if data is not None:
        return Answer(404, _headers(site, NOT_FOUND, path), data)
    if folder.kind(site.out, "index.html") is None:
        return Answer(503, {"Content-Type": content_types.of("index.html"), **NO_STORE}, _WAITING)
    return _plain(404, "There is nothing at this address.\n")


def _plain(status: int, text: str) -> Answer:
    return Answer(status, {"Content-Type": content_types.of("a.txt"), **NO_STORE}, text.encode())


def _headers(site: Site, address: str, path: str) -> dict[str, str]:
    """The host's headers, less what would keep a page on this machine from being shown as it now is."""
    ours = {
        "content-type": ("Content-Type", content_types.of(address)),
        "cache-control": ("Cache-Control", "no-cache"),
    }
    given = headers.matching(headers.parse(_text(site, "_headers")), path)
    for name, value in given.items():
        if name.lower() == "cache-control" and "immutable" not in value:
            continue  # an address that keeps its name must be asked for again after every build
        if name.lower() == "strict-transport-security":
            continue  # means nothing without encryption, and must never pin this machine's own name
        ours[name.lower()] = (
            name,
            _without_upgrade(value) if name.lower() == "content-security-policy" else value,
        )
    return dict(ours.values())


def _without_upgrade(policy: str) -> str:
    """The policy without the wish for encryption, which some browsers apply to this machine too."""
    parts = (part.strip() for part in policy.split(";"))
    return "; ".join(part for part in parts if part and part != "upgrade-insecure-requests")


def _text(site: Site, address: str) -> str:
    return (folder.read(site.out, address) or b"").decode("utf-8", "replace")
