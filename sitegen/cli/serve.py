"""`sitegen serve`: shows the site while it is being written."""

import sys
from pathlib import Path

import click

from sitegen.cli import options, pages, say, site


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen serve", "look at http://127.0.0.1:8000"),
        ("sitegen serve --open --drafts", "drafts too, in your browser"),
        ("sitegen serve --port 9000", "on another port"),
    ),
)
@click.option(
    "--port",
    type=click.IntRange(1, 65535),
    default=8000,
    show_default=True,
    help="The next free one if taken.",
)
@click.option("--open", "open_browser", is_flag=True, help="Open the site in your browser.")
@click.option("--drafts", is_flag=True, help="Show drafts too.")
@click.option("--out", metavar="DIR", type=click.Path(path_type=Path), help="Where the site goes.")
@options.common
def command(
    setting: options.Setting, port: int, out: Path | None, *, open_browser: bool, drafts: bool
) -> int:
    """Show the site, and build it again as you write.

    Whenever a file is saved, the page in your browser reloads by itself.
    Press Ctrl-C to stop. The site goes to public/; with drafts to preview/,
    so that no draft is published by mistake.
    """
    root = site.root(setting)
    from sitegen import report, serve

    target = Path.cwd() / out if out else root.resolve() / ("preview" if drafts else "public")
    ink = say.colours(setting, sys.stderr)
    look = report.Look(columns=say.columns(), prefix=site.prefix(root), ink=ink)
    return serve.run(root, target, port=port, open_browser=open_browser, drafts=drafts, look=look)
