"""Starts a site: which questions it asks, and what it leaves in the folder."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import say, writing
from sitegen.cli.build import HOSTS
from sitegen.cli.faults import Refused
from sitegen.cli.options import Setting

if TYPE_CHECKING:
    from sitegen.model.site import Host

NAME = "Our Micro-credentials"
ADDRESS = "https://credentials.example.org"
HARMLESS = frozenset({".git", ".DS_Store", "Thumbs.db"})
"""What may stand in a folder that counts as empty."""


def questions(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the options about a new site."""
    named = click.option("--name", metavar="TEXT", help="The catalog's name.")
    placed = click.option(
        "--url", "address", metavar="URL", help="Where it will live, as in https://example.org."
    )
    published = click.option(
        "--host", type=click.Choice(HOSTS), default=HOSTS[0], show_default=True, help="What will publish it."
    )
    return named(placed(published(function)))


def start(setting: Setting, path: str, name: str | None, address: str | None, host: "Host") -> int:
    """Make a site in the folder at `path`, which must be empty or not exist."""
    root = setting.folder / path
    _empty(root)
    name = name or _ask("Name of your catalog", NAME)
    address = (address or _ask("Where it will live on the web", ADDRESS)).rstrip("/")
    from sitegen import __version__, generated
    from sitegen.cli import own_source
    from sitegen.model.site import Site
    from sitegen.starter import filling

    source = own_source.requirement(__version__)
    files = filling.site(name, address, host, source) | generated.start(
        Site(name=name, tagline="", base_url=address)
    )
    refuse_if_wrong(files["content/site.yaml"], "content/site.yaml", "site")
    writing.new(root, files)
    _next_steps(setting, root, len(files))
    return 0


def refuse_if_wrong(text: str, path: str, kind: str) -> None:
    """Raise Refused with the first fault that a record would have, before it is written."""
    from sitegen.model.site import Site
    from sitegen.read import places, records

    _, problems = records.record_of(text.encode(), path, places.RECORDS.get(kind, Site))
    if problems:
        raise Refused(problems[0].message, problems[0].hint)


def _empty(root: Path) -> None:
    if os.path.lexists(root) and not root.is_dir():
        raise Refused(f"{root} is a file", "name a folder")
    if root.is_dir() and any(name not in HARMLESS for name in os.listdir(root)):
        here = "this folder" if root == Path() else str(root)
        raise Refused(
            f"{here} is not empty", "name a folder that does not exist yet, as in `sitegen new my-catalog`"
        )


def _ask(question: str, usual: str) -> str:
    """The answer of a person at a terminal; the usual one if nobody is there."""
    if not (sys.stdin.isatty() and sys.stderr.isatty()):
        return usual
    answer: str = click.prompt(question, default=usual, err=True)
    return answer


def _next_steps(setting: Setting, root: Path, number: int) -> None:
    folder = root.as_posix()
    say.done(f"Made a site of {number} files in {'this folder' if root == Path() else folder + '/'}", setting)
    enter = "" if root == Path() else f"  cd {folder}\n"
    say.aside(
        f"\nNext:\n{enter}"
        "  sitegen serve --open                  look at it\n"
        '  sitegen new credential "Your Title"   begin a credential of your own\n'
        "  sitegen build                         make the site, in public/\n\n"
        "README.md says what stands where.",
        setting,
    )
