"""`sitegen serve`: shows the site while it is being written."""

import click

from sitegen.cli import options, pages, site


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen serve", "look at http://127.0.0.1:8000"),
        ("sitegen serve --open --drafts", "drafts too, in your browser"),
        ("sitegen serve --port 9000", "on another port"),
    ),
)
@click.option("--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help="The next free one if taken.")
@click.option("--open", "open_browser", is_flag=True, help="Open the site in your browser.")
@click.option("--drafts", is_flag=True, help="Show drafts too.")
@options.common
def command(setting: options.Setting, port: int, *, open_browser: bool, drafts: bool) -> int:
    """Show the site, and build it again as you write.

    Whenever a file is saved, the page in your browser reloads by itself. Press Ctrl-C to stop.
    """
    root = site.root(setting)
    from sitegen import serve

    serve.run(root, port, open_browser, drafts)
    return 0
