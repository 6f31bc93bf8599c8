"""What surrounds every page: the site it belongs to, its head, and where it stands."""

from sitegen.plan.views.pieces import Link, View


class NavItem(View, frozen=True, kw_only=True):
    """An entry of the main navigation; `section` is compared with `page.section` to mark the current one."""

    text: str
    href: str
    section: str


class SiteView(View, frozen=True, kw_only=True):
    """What every page knows of the site."""

    name: str
    tagline: str
    language: str
    base_url: str
    root: str
    """Path of the site on its host without a final slash: empty, or as in `/catalog`."""
    question: str
    examples: tuple[Link, ...]
    navigation: tuple[NavItem, ...]
    footer: str
    feeds: tuple[Link, ...]
    catalog_data: str
    """Address of the JSON file that filters and search read."""
    search: str
    """Address of the folder with the index of the search; empty if the site has none."""
    topics: str
    """Address of the page of topics; empty if the site has none."""
    a_to_z: str
    """Address of the list of all credentials from A to Z; empty if the site has none."""
    suggest: str
    """Address of a form on which visitors can suggest a credential; empty if there is none."""
    policy: str
    """The content security policy that pages must carry themselves; empty if the host sends it as a header."""
    preview: bool
    """Whether this is a preview of a proposed change, on which nothing may be relied on."""


class Head(View, frozen=True, kw_only=True):
    """What stands in a page's `<head>`."""

    title: str
    description: str
    canonical: str
    image: str
    """Absolute address of the Open Graph picture; empty if the site makes none."""
    kind: str
    """Open Graph type: `website` or `article`."""
    json_ld: str
    """schema.org data as JSON in which `<`, `>` and `&` are escaped; may be marked safe inside its script element."""
    feeds: tuple[Link, ...] = ()
    index: bool = True


class Page(View, frozen=True, kw_only=True):
    """What every page view starts with."""

    head: Head
    section: str
    """Which navigation entry it belongs to: credentials, focus-areas, issuers, pathways, docs, about or empty."""
    crumbs: tuple[Link, ...]
    """The way down from the home page, without the page itself."""
    edit: str
    """Address of the source file's edit page ("suggest a change"); empty if the repository is not known."""
