"""`sitegen init`: the same as `sitegen new .`."""

from typing import TYPE_CHECKING

import click

from sitegen.cli import new_site, options, pages

if TYPE_CHECKING:
    from sitegen.model.site import Host


@click.command(
    cls=pages.HelpPage,
    examples=(("sitegen init", "start a site in this folder"),),
)
@new_site.questions
@options.common
def command(setting: options.Setting, name: str | None, address: str | None, host: "Host") -> int:
    """Start a site in this folder, which must be empty.

    This is the same as `sitegen new .`.
    """
    return new_site.start(setting, ".", name, address, host)
