"""`sitegen why`: what a page is made of, and why it was or was not made again."""

import difflib
from pathlib import Path

import click

from sitegen.cli import options, pages, say, site
from sitegen.cli.faults import Refused


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen why /credentials/exit-tickets/", "a page, by its address"),
        ("sitegen why public/index.html", "or by its file"),
        ("sitegen why / --json", "for other programs"),
    ),
)
@click.argument("page")
@click.option(
    "--out", metavar="DIR", type=click.Path(path_type=Path), help="The built site, if it is not in public/."
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document instead of text.")
@options.common
def command(setting: options.Setting, page: str, out: Path | None, *, as_json: bool) -> int:
    """Tell what a page was made from, and why.

    PAGE is an address, a path on the site, or a file of the built site.
    """
    root = site.root(setting)
    built = Path.cwd() / out if out else root.resolve() / "public"
    if not built.is_dir():
        raise Refused(f"there is no built site in {built}", "`sitegen build` makes it")
    import msgspec

    from sitegen import why

    found = why.why(root, built, page)
    if found is None:
        raise Refused(f"the last build made no page {page}", _near(page, built))
    if as_json:
        say.result(
            msgspec.json.format(msgspec.json.encode({"version": 1, **msgspec.structs.asdict(found)})).decode()
        )
        return 0
    for what, words in (
        ("page", (found.address,)),
        ("made from", found.sources or ("the catalog as a whole",)),
        ("made by", (found.maker,)),
        ("templates", found.templates),
        ("why", (found.reason,)),
    ):
        for number, text in enumerate(words):
            say.result(f"{'' if number else what:9}  {text}")
    return 0


def _near(page: str, built: Path) -> str:
    """A page of the built site whose address is much like the one asked for."""
    known = ["/" + path.parent.relative_to(built).as_posix() + "/" for path in built.glob("*/*/index.html")]
    near = difflib.get_close_matches(page if page.startswith("/") else f"/{page}", known, 1)
    return f"did you mean {near[0]}?" if near else "give its address, as in /credentials/exit-tickets/"
