"""The page on which any badge of the site can be checked."""

from sitegen.model import urls
from sitegen.model.site import Site
from sitegen.plan import heads
from sitegen.plan.views import VerifyPage


def view(site: Site, employers: str) -> VerifyPage:
    """The page; `employers` is the address of a page that explains badges to employers, or empty."""
    title = "Check a badge"
    summary = "Somebody showed you a badge from this site as a file or a picture? See whether it is real and still holds."
    return VerifyPage(
        head=heads.head(
            site, urls.VERIFY, title, summary, {"@type": "WebPage", "name": title, "description": summary}
        ),
        section="verify",
        crumbs=(),
        edit="",
        title=title,
        summary=summary,
        keys=urls.root(site) + urls.KEYS,
        employers=employers,
    )
