"""Why a page is as it is: what it was made from, and why the last build did or did not make it."""

import re
from pathlib import Path
from urllib.parse import urlsplit

import msgspec
from msgspec import Struct

from sitegen import makers, version
from sitegen.awards import bundles
from sitegen.model import urls
from sitegen.model.site import Site
from sitegen.options import Options, state_file
from sitegen.render import templates, theme
from sitegen.rows import PageRow
from sitegen.store import Store

MARK = re.compile(r"[0-9a-f]{12,}")
"""The id of an award, or the mark of what was asked, in an address."""


class Why(Struct, frozen=True):
    """What a published file was made from.

    `sources` are the content files it shows, `templates` the templates it went through. `reason` says in a sentence when and
    why it was last made.
    """

    address: str
    maker: str
    sources: tuple[str, ...]
    templates: tuple[str, ...]
    made_in_last_build: bool
    reason: str


def why(root: Path, out: Path, page: str) -> Why | None:
    """What is known of a page, given as an address, a path on the site or a file of the output; None if nothing is."""
    path = state_file(Options(root=root, out=out))
    if not path.is_file():
        return None
    store = Store(path, version.of_code())
    try:
        below = _root(store.fact("site"))
        names = _addresses(page, out, below)
        row = next((row for address in names if (row := store.page(address))), None) or _bundled(names, store)
        return _why(row, root, store) if row else None
    finally:
        store.close()


def _addresses(page: str, out: Path, root: str) -> list[str]:
    """The files that somebody may mean by `page`; `root` is the path of the site on its host."""
    try:
        path = urlsplit(page).path if "://" in page else page
    except ValueError:
        return []
    path = (
        path.removeprefix("./")
        .removeprefix(f"{out.name}/")
        .removeprefix(f"{root}/" if root else "")
        .lstrip("/")
    )
    return [path, f"{path.rstrip('/')}/index.html".lstrip("/"), f"{path}.html"]


def _bundled(names: list[str], store: Store) -> PageRow | None:
    """The job that made one of these files together with those of other awards, under the file's own address."""
    marks = {mark.encode() for name in names for mark in MARK.findall(name)}
    for job, payload in store.payloads(bundles.MAKER).items():
        if any(mark in payload for mark in marks):
            made = set(bundles.addresses(payload))
            name = next((name for name in names if name in made), None)
            row = store.page(job) if name else None
            if name and row:
                return row._replace(address=name.removesuffix(".html"))
    return None


def _why(row: PageRow, root: Path, store: Store) -> Why:
    last = store.fact("build") or b"0"
    made_now = row.build == int(last)
    return Why(
        address="/" + row.address.removesuffix("index.html"),
        maker=row.maker,
        sources=(row.source,) if row.source else (),
        templates=_templates(row.maker, root, store),
        made_in_last_build=made_now,
        reason=_sentence(row, made_now=made_now),
    )


def _templates(maker: str, root: Path, store: Store) -> tuple[str, ...]:
    if maker not in makers.TEMPLATES:
        return ()
    name = makers.TEMPLATES[maker]
    remembered = store.fact("site")
    chosen = _theme_name(remembered)
    return tuple(sorted(templates.Templates(theme.load(root, chosen), "").uses(name)))


def _root(remembered: bytes | None) -> str:
    return urls.root(msgspec.json.decode(remembered, type=Site)) if remembered else ""


def _theme_name(remembered: bytes | None) -> str:
    return msgspec.json.decode(remembered, type=Site).theme if remembered else "default"


def _sentence(row: PageRow, *, made_now: bool) -> str:
    if not made_now:
        return "It was not made again in the last build, because nothing it shows had changed."
    return REASONS[row.reason]


REASONS = {
    "new": "It was made in the last build, because it did not exist before.",
    "source": "It was made in the last build, because its content file had changed.",
    "around": "It was made in the last build, because what the rest of the catalog says on it had changed.",
    "theme": "It was made in the last build, because the theme or the settings of the site had changed.",
    "afresh": "It was made in the last build, because nothing earlier could be reused.",
}
