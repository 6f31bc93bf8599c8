"""`sitegen new`: starts a site, or a record in one."""

import difflib
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import commands, new_admin, new_record, new_site, options, pages

if TYPE_CHECKING:
    from sitegen.model.site import Host

FOLDER = "PATH"
"""What stands for the command that starts a site: its first word is the folder itself."""


class New(pages.HelpPage, click.Group):
    """A group whose first word is either a kind of record or the folder of a new site."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        kinds = [*new_record.KINDS, "admin"]
        if args[0] in kinds or ctx.resilient_parsing:
            return super().resolve_command(ctx, args)
        slip = difflib.get_close_matches(args[0].lower(), kinds, 1, 0.6)
        if slip and len(args) > 1 and not args[1].startswith("-"):
            raise click.UsageError(commands.unknown("kind of record", args[0], kinds), ctx)
        return FOLDER, self.commands[FOLDER], args


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
        ("sitegen new admin package", "an editor in the browser"),
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
        return new_site.start(setting, ".", None, None, "netlify")
    return None


@command.command(
    FOLDER,
    cls=pages.HelpPage,
    examples=(("sitegen new my-catalog --name 'Our Badges'", "a site in a new folder"),),
)
@click.argument("path", metavar="")
@new_site.questions
@options.common
def site(setting: options.Setting, path: str, name: str | None, address: str | None, host: "Host") -> int:
    """Start a site in a new or empty folder.

    At a terminal you are asked for what is not given; anywhere else usual
    words are put in, to be changed in content/site.yaml.
    """
    return new_site.start(setting, path, name, address, host)


for _kind in new_record.KINDS.values():
    command.add_command(_kind)
command.add_command(new_admin.command)
