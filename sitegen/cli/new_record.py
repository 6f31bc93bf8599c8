"""`sitegen new credential` and its like: a file with everything to fill in."""

import zlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import click

from sitegen.cli import options, pages, say, shelf, site, writing
from sitegen.cli.faults import Refused
from sitegen.cli.new_site import refuse_if_wrong
from sitegen.cli.options import Setting


class Wanted(NamedTuple):
    """A record that is to be made."""

    kind: str
    folder: str
    slug: str
    as_yaml: bool

    @property
    def path(self) -> str:
        """Its file, from the top of the site."""
        return f"{self.folder}/{self.slug}.{'yaml' if self.as_yaml else 'md'}"


def _issuers(context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    folder = context.params.get("folder") or Path()
    return [slug for slug in shelf.slugs(folder, "issuer") if slug.startswith(incomplete)]


def _asked(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command what all kinds of records ask for."""
    for option in (
        click.option("--yaml", "as_yaml", is_flag=True, help="Write a .yaml file instead of .md."),
        click.option("--slug", metavar="SLUG", help="Its name in addresses; made from its title by default."),
        click.argument("title"),
    ):
        function = option(function)
    return function


_issuer = click.option(
    "--issuer", metavar="SLUG", shell_complete=_issuers, help="Whose it is; not needed if there is only one."
)


@click.command(
    "credential",
    cls=pages.HelpPage,
    examples=(('sitegen new credential "Calm Starts" --issuer harbor', "a draft to fill in"),),
)
@_asked
@_issuer
@click.option("--focus-area", metavar="SLUG", help="The field it belongs to; the first one by default.")
@options.common
def credential(setting: Setting, title: str, *, slug: str | None, as_yaml: bool, **chosen: str | None) -> int:
    """Begin a credential, as a draft.

    The file has everything to fill in, and `sitegen check` accepts it as it
    is. Nothing is published while its status is draft.
    """
    root = site.root(setting)
    owner = shelf.one(root, "issuer", chosen["issuer"])
    focus = shelf.one(
        root, "focus-area", chosen["focus_area"] or next(iter(shelf.slugs(root, "focus-area")), None)
    )
    settings = settings_of(root)
    kinds = list(settings.evidence_kinds)
    words = {
        "TITLE": title,
        "FOCUS": focus,
        "PROBLEM": f"What would somebody type who needs “{title[:90]}”?",
        "AUDIENCE": next(iter(settings.audiences)),
        "KIND": kinds[0],
        "LAST_KIND": kinds[-1],
    }
    wanted = Wanted("credential", f"{shelf.CREDENTIALS}/{owner}", slug or shelf.slug(title), as_yaml)
    return _make(setting, root, wanted, words)


@click.command(
    "issuer", cls=pages.HelpPage, examples=(('sitegen new issuer "Harbor College"', "an organization"),)
)
@_asked
@options.common
def issuer(setting: Setting, title: str, slug: str | None, *, as_yaml: bool) -> int:
    """Add an organization that offers credentials."""
    root = site.root(setting)
    wanted = Wanted("issuer", shelf.FOLDERS["issuer"], slug or shelf.slug(title), as_yaml)
    return _make(setting, root, wanted, {"NAME": title})


@click.command(
    "focus-area",
    cls=pages.HelpPage,
    examples=(('sitegen new focus-area "Classroom Talk"', "a field of practice"),),
)
@_asked
@options.common
def focus_area(setting: Setting, title: str, slug: str | None, *, as_yaml: bool) -> int:
    """Add a field of practice under which credentials are found."""
    root = site.root(setting)
    from typing import get_args

    from sitegen.model.focus_area import Glyph, Hue

    name = slug or shelf.slug(title)
    number = zlib.crc32(name.encode())
    hues, glyphs = get_args(Hue), get_args(Glyph)
    words = {"NAME": title, "HUE": hues[number % len(hues)], "GLYPH": glyphs[number // 97 % len(glyphs)]}
    return _make(setting, root, Wanted("focus-area", shelf.FOLDERS["focus-area"], name, as_yaml), words)


@click.command(
    "pathway",
    cls=pages.HelpPage,
    examples=(('sitegen new pathway "First Year" --issuer harbor', "a draft to fill in"),),
)
@_asked
@_issuer
@options.common
def pathway(setting: Setting, title: str, slug: str | None, issuer: str | None, *, as_yaml: bool) -> int:
    """Begin a pathway, as a draft.

    A pathway is made of credentials that add up to something larger.
    """
    root = site.root(setting)
    owner = shelf.one(root, "issuer", issuer)
    there = shelf.slugs(root, "credential", owner)
    there += [other for other in shelf.slugs(root, "credential") if other not in there]
    if len(there) < 2:
        raise Refused(
            "a pathway needs two credentials at least", 'begin with `sitegen new credential "Its Title"`'
        )
    words = {
        "TITLE": title,
        "ISSUER": owner,
        "AUDIENCE": next(iter(settings_of(root).audiences)),
        "FIRST": there[0],
        "REST": ", ".join(there[1:3]),
    }
    return _make(
        setting, root, Wanted("pathway", shelf.FOLDERS["pathway"], slug or shelf.slug(title), as_yaml), words
    )


KINDS = {command.name or "": command for command in (credential, issuer, focus_area, pathway)}


def settings_of(root: Path) -> Any:
    """The site's settings; the usual ones if its file has a fault, which is not what was asked about."""
    from sitegen.model.site import Site
    from sitegen.read import records, tree

    found, _ = records.site(tree.read(root, site.SETTINGS.as_posix()), site.SETTINGS.as_posix())
    return found or Site(name="", tagline="", base_url="")


def _make(setting: Setting, root: Path, wanted: Wanted, words: dict[str, str]) -> int:
    """Write the file, if nothing is wrong with it and its name is free, and say what to do next."""
    from sitegen.read import places
    from sitegen.starter import filling

    text = filling.record(wanted.kind, words)
    if wanted.as_yaml:
        text = filling.as_yaml(text, wanted.kind, wanted.path)
    refuse_if_wrong(text, wanted.path, wanted.kind)
    place = places.place(wanted.path, None)
    if not isinstance(place, places.Place):
        raise Refused(
            place.message if place else f"nothing can stand at {wanted.path}", place.hint if place else ""
        )
    if wanted.slug in shelf.slugs(root, wanted.kind):
        noun = wanted.kind.replace("-", " ")
        raise Refused(f"there is a {noun} `{wanted.slug}` already", "choose another title, or add `--slug`")
    writing.new(root, {wanted.path: text})
    say.done(f"Made {site.prefix(root)}{wanted.path}", setting)
    say.aside(_next(root, wanted), setting)
    return 0


def _next(root: Path, wanted: Wanted) -> str:
    folder = "" if root == Path() else f"-C {root.as_posix()} "
    lines = ["", "Next:", "  1. Open the file and put your own words in place of the samples."]
    if wanted.kind == "issuer":
        lines.append(f'  2. sitegen {folder}new credential "Its Title" --issuer {wanted.slug}')
    else:
        lines.append(f"  2. sitegen {folder}serve --drafts --open     look at it while you write")
    lines.append(f"  3. sitegen {folder}check                      see what is missing")
    if wanted.kind in ("credential", "pathway"):
        lines.append("  4. When it is ready, change `status: draft` to `status: published`.")
    return "\n".join(lines)
