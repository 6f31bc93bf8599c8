"""`sitegen new`: starts a site, or a record in one."""

import difflib
from typing import Any

import click

from sitegen.cli import commands, new_record, new_site, options, pages


class New(pages.HelpPage, click.Group):
    """A group whose first word is either a kind of record or the folder of a new site."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] in self.commands or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        kinds = list(new_record.KINDS)
        if len(args) > 1 and difflib.get_close_matches(args[0].lower(), kinds, 1, 0.6):
            raise click.UsageError(commands.unknown("kind of record", args[0], kinds), ctx)
        return "site", self.commands["site"], args


@click.group(
    cls=New,
    invoke_without_command=True,
    subcommand_metavar="[PATH | KIND NAME]",
    examples=(
        ("sitegen new my-catalog", "a site in a new folder"),
        ('sitegen new credential "Calm Starts"', "a credential, as a draft"),
        ('sitegen new issuer "Harbor College"', "an organization"),
        ('sitegen new focus-area "Classroom Talk"', "a field of practice"),
        ('sitegen new pathway "First Year"', "credentials that add up"),
    ),
)
@options.common
@click.pass_context
def command(context: click.Context, setting: options.Setting) -> Any:
    """Start a site, or add a record to one.

    A new site has three sample credentials and builds at once. A new record
    is a file with everything to fill in. Nothing is ever overwritten.
    """
    if context.invoked_subcommand is None:
        return new_site.start(setting, ".", None, None)
    return None


@command.command(
    "site",
    cls=pages.HelpPage,
    hidden=True,
    examples=(("sitegen new my-catalog --name 'Our Badges'", "a site in a new folder"),),
)
@click.argument("path", default=".")
@new_site.questions
@options.common
def site(setting: options.Setting, path: str, name: str | None, address: str | None) -> int:
    """Start a site in the folder PATH, which must be empty or not exist."""
    return new_site.start(setting, path, name, address)


for _kind in new_record.KINDS.values():
    command.add_command(_kind)
