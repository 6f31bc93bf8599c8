"""`sitegen why`: what a page is made of, and why it was or was not made again."""

import click

from sitegen.cli import options, pages, say, site


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen why /credentials/exit-tickets/", "a page, by its address"),
        ("sitegen why public/index.html", "or by its file"),
    ),
)
@click.argument("page")
@click.option("--out", metavar="DIR", type=click.Path(), help="The built site, if it is not in public/.")
@options.common
def command(setting: options.Setting, page: str, out: str | None) -> int:
    """Tell what a page was made from, and why.

    PAGE is an address, a path on the site, or a file of the built site.
    """
    root = site.root(setting)
    del root, out, page
    say.result("")
    return 0
