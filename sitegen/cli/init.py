"""`sitegen init`: the same as `sitegen new .`."""

import click

from sitegen.cli import new_site, options, pages


@click.command(
    cls=pages.HelpPage,
    examples=(("sitegen init", "start a site in this folder"),),
)
@new_site.questions
@options.common
def command(setting: options.Setting, name: str | None, address: str | None) -> int:
    """Start a site in this folder, which must be empty.

    This is the same as `sitegen new .`.
    """
    return new_site.start(setting, ".", name, address)
