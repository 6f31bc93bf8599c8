"""The addresses of the site; the only place that knows their shapes.

A function named for a thing gives its path below the top of the site, beginning and (for pages) ending with a slash.
`file` turns such a path into the file that holds it, `absolute` into a full address.
"""

from urllib.parse import urlsplit

from sitegen.model.site import Site

HOME = "/"
CREDENTIALS = "/credentials/"
FOCUS_AREAS = "/focus-areas/"
ISSUERS = "/issuers/"
PATHWAYS, LISTS, TOPICS, A_TO_Z = "/pathways/", "/lists/", "/topics/", "/a-z/"
DOCS = "/docs/"
ASSETS = "/assets/"
ART = "/art/"
MEDIA = "/media/"
DATA = "/data/"
API = "/api/"
API_SCHEMAS = "/api/schemas/"
WORDS = "/data/words/"
BADGES = "/badges/"
STATUS = "/status/"
VERIFY = "/verify/"
SUBMIT = "/submit/"
SUBMITTED = "/submit/thanks/"
KEYS = "/badges/keys.json"
"""The keys of all issuers with their times: a JSON list of what `badges.register.document` says of each."""
NOT_FOUND = "/404.html"
CATALOG_DATA = "/data/catalog.json"
SITE_CARD = "/cards/site.png"
SITE_ICON = "/apple-touch-icon.png"
SITEMAP = "/sitemap.xml"
ROBOTS = "/robots.txt"
HEADERS = "/_headers"
REDIRECTS = "/_redirects"
RESERVED = frozenset(
    {"credentials", "focus-areas", "issuers", "pathways", "docs", "api", "data", "assets", "art", "cards", "media",
     "badges", "status", "verify", "search", "submit", "admin", "topics", "people", "index", "404", "feed", "a-z", "lists"}
)  # fmt: skip
"""First parts of addresses that a page of plain writing may not take."""


def credential(slug: str) -> str:
    return f"/credentials/{slug}/"


def worksheet(slug: str) -> str:
    """The worksheet of a credential, in Markdown."""
    return f"/credentials/{slug}/worksheet.md"


def focus_area(slug: str) -> str:
    return f"/focus-areas/{slug}/"


def issuer(slug: str) -> str:
    return f"/issuers/{slug}/"


def pathway(slug: str) -> str:
    return f"/pathways/{slug}/"


def letter(slug: str) -> str:
    return f"/a-z/{slug}/"


def topic(slug: str) -> str:
    return f"/topics/{slug}/"


def shortlist(slug: str) -> str:
    return f"/lists/{slug}/"


def person(slug: str) -> str:
    return f"/people/{slug}/"


def text_page(slug: str) -> str:
    return f"/{slug}/"


def later_page(first: str, number: int) -> str:
    """The `number`-th page of a list whose first page is `first`."""
    return first if number == 1 else f"{first}page/{number}/"


def badge_art(slug: str) -> str:
    return f"/art/credentials/{slug}.svg"


def focus_art(slug: str) -> str:
    return f"/art/focus-areas/{slug}.svg"


def issuer_art(slug: str) -> str:
    return f"/art/issuers/{slug}.svg"


def card(page: str) -> str:
    """The Open Graph picture of a page."""
    return f"/cards{page.rstrip('/')}.png"


def media(path: str) -> str:
    """A picture that stands beside a record; `path` is its file below `content/` or the documentation folder."""
    return f"/media/{path}"


def badge(award: str) -> str:
    """The page that shows an award; `award` is its id, 32 hexadecimal digits."""
    return f"/badges/{award[:2]}/{award}"


def badge_file(award: str, ending: str) -> str:
    """A file of an award, beside its page; `ending` is `json` (3.0), `ob2.json`, `png` or `html` (the page itself)."""
    return f"{badge(award)}.{ending}"


def badge_class(credential: str, mark: str) -> str:
    """What was asked for a credential at some time (2.0); `mark` is the beginning of its digest."""
    return f"/badges/classes/{credential}-{mark}.json"


def did(issuer: str) -> str:
    """An issuer's DID document."""
    return f"/issuers/{issuer}/did.json"


def issuer_profile(issuer: str) -> str:
    """An issuer's profile (2.0)."""
    return f"/issuers/{issuer}/profile.json"


def status(issuer: str) -> str:
    """An issuer's signed status list."""
    return f"/status/{issuer}.json"


def suspended(issuer: str) -> str:
    """An issuer's signed list of suspended badges, if it has one."""
    return f"/status/{issuer}.suspended.json"


def api(name: str) -> str:
    return f"/api/{name}.json"


def api_credential(slug: str) -> str:
    return api(f"credentials/{slug}")


def api_schema(name: str) -> str:
    return f"/api/schemas/{name}.json"


def feed(page: str, ending: str) -> str:
    """The feed of a page (`/` for the whole site); `ending` is `xml` or `json`."""
    return f"{page}feed.{ending}"


def former(page: str, name: str) -> str:
    """The address that `page` had when the last part of it was `name`."""
    return f"{page.rstrip('/').rpartition('/')[0]}/{name}/"


def sitemap_part(number: int) -> str:
    """The `number`-th file of a sitemap that is too long for one."""
    return f"/sitemap-{number}.xml"


def file(path: str) -> str:
    """The file, below the output folder, that answers for `path`."""
    if path.endswith("/"):
        return path[1:] + "index.html"
    return path[1:] + ".html" if _is_badge(path) else path[1:]


def _is_badge(path: str) -> bool:
    """Whether a path is that of a badge's page, which has no ending of its own: a folder for each would be slow."""
    return path.startswith("/badges/") and "." not in path


def root(site: Site) -> str:
    """The path that stands before every address on the site's host: empty, or as in `/catalog`."""
    return urlsplit(site.base_url).path


def absolute(site: Site, path: str) -> str:
    """The full address of `path`."""
    return site.base_url + path


def origin(site: Site) -> str:
    """What goes before links that begin with a slash, as in `https://example.org`."""
    return site.base_url.removesuffix(root(site))
