"""The `_headers` file: what a host sends along with each file (Netlify and Cloudflare Pages read it).

Hosts send the headers of every rule that fits, and join or replace a header that two rules name. So no
header stands in two rules that fit the same file, but for the policy of pictures, where either way leaves
a strict one.
"""

from collections.abc import Iterator

from sitegen.model import urls
from sitegen.model.site import Site
from sitegen.plan.job import Job

_PAGES = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
    "connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'; "
    "require-trusted-types-for 'script'"
)
POLICY_OF_PAGES = _PAGES.replace("frame-ancestors 'none'; ", "")
"""What a page may load and do, as far as it can say so itself; who may frame it, only a header can say."""

_PICTURES = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
POLICY = "Content-Security-Policy"
_OPEN = ("Access-Control-Allow-Origin", "*")
_EVERYWHERE = (
    (POLICY, _PAGES),
    ("Cross-Origin-Opener-Policy", "same-origin"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Strict-Transport-Security", "max-age=31536000"),
    ("X-Content-Type-Options", "nosniff"),
)
_EDITOR = (
    "default-src 'none'; script-src 'self' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: "
    "https://avatars.githubusercontent.com; font-src 'self' data:; connect-src 'self' blob: https://api.github.com "
    "https://www.githubstatus.com; frame-src 'self' blob:; worker-src 'self' blob:; base-uri 'none'; form-action 'self'; "
    "frame-ancestors 'none'"
)
"""What the editor in `admin/` needs: it compiles its own checks of fields, writes styles, and works on GitHub."""

_BESIDE_EDITOR = {
    POLICY: ("X-Frame-Options", "DENY"),
    "Cross-Origin-Opener-Policy": ("Cross-Origin-Opener-Policy", "same-origin-allow-popups"),
}
"""What is sent with everything if there is an editor. Two policies would both hold, so pages then carry theirs."""

_FEEDS = {"xml": "application/atom+xml", "json": "application/feed+json"}

Rule = tuple[str, tuple[tuple[str, str], ...]]
"""A pattern below the top of the site (`*` for anything, `:name` for one part), and names and values."""


def job(site: Site) -> Job:
    """The file. A site under a path has it in every pattern: the file belongs at the top of the host."""
    top = urls.root(site)
    blocks = [
        f"{top}{pattern}\n" + "".join(f"  {name}: {value}\n" for name, value in headers)
        for pattern, headers in rules(site)
    ]
    return Job(urls.file(urls.HEADERS), "file", "".join(blocks).encode())


def rules(site: Site) -> Iterator[Rule]:
    """All rules, the most general one first. Only data meant for other sites is open to them."""
    if site.publish.admin:
        yield "/*", tuple(_BESIDE_EDITOR.get(name, (name, value)) for name, value in _EVERYWHERE)
        yield "/admin/*", ((POLICY, _EDITOR), ("X-Robots-Tag", "noindex"))
    else:
        yield "/*", _EVERYWHERE
    drawn = ((POLICY, _PAGES),) if site.publish.admin else ()  # drawings cannot bring a policy of their own
    yield f"{urls.ASSETS}*", (("Cache-Control", "public, max-age=31536000, immutable"), *drawn)
    yield f"{urls.ART}*", ((POLICY, _PICTURES), ("Cache-Control", "public, max-age=3600"))
    yield f"{urls.MEDIA}*", ((POLICY, _PICTURES),)
    yield f"{urls.DATA}*", (_OPEN,)
    yield f"{urls.WORDS}*", (("Cache-Control", "public, max-age=31536000, immutable"),)
    yield f"{urls.BADGES}*", (_OPEN, ("X-Robots-Tag", "noindex"), *drawn)
    yield f"{urls.STATUS}*", (_OPEN,)
    for path in (urls.did(":slug"), urls.issuer_profile(":slug")):
        yield path, (_OPEN,)
    if site.publish.worksheets:
        yield urls.worksheet(":slug"), (("Content-Type", "text/markdown; charset=utf-8"),)
    if site.publish.api:
        yield f"{urls.API}*", (_OPEN,)
        yield f"{urls.API_SCHEMAS}*", (("Content-Type", "application/schema+json"),)
    if site.publish.feeds:
        for page in (urls.HOME, urls.focus_area(":slug"), urls.issuer(":slug")):
            for ending, kind in _FEEDS.items():
                yield urls.feed(page, ending), (_OPEN, ("Content-Type", kind))
