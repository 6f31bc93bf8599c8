"""Which commands there are; each lives in a module that is imported when it is asked for."""

import difflib
import importlib

import click

from sitegen import __version__
from sitegen.cli import options, pages

MODULES = {
    "new": "new",
    "init": "init",
    "check": "check",
    "build": "build",
    "serve": "serve",
    "why": "why",
    "explain": "explain",
    "schema": "schema",
    "doctor": "doctor",
}
"""Commands in the order in which one meets them, and the module of each in this folder."""


class Commands(pages.HelpPage, click.Group):
    """A group whose commands are imported when they are needed, and which knows what a slip of the finger meant."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(MODULES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        module = MODULES.get(cmd_name)
        if module is None:
            return None
        command: click.Command = importlib.import_module(f"sitegen.cli.{module}").command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in MODULES and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise click.UsageError(unknown("command", args[0], list(MODULES)), ctx)
        return super().resolve_command(ctx, args)


def unknown(noun: str, word: str, known: list[str]) -> str:
    """What to say of a word that is none of those known."""
    near = difflib.get_close_matches(word.lower(), known, 1, 0.5)
    return f"no {noun} `{word}`" + (f"; did you mean `{near[0]}`?" if near else "")


@click.group(
    cls=Commands,
    examples=(
        ("sitegen new my-catalog", "start a site in a folder of its own"),
        ("sitegen serve", "look at it while you write"),
        ("sitegen check", "find every problem, change nothing"),
        ("sitegen build", "make the site, in public/"),
    ),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@options.common
def sitegen(setting: options.Setting) -> None:
    """Turn a folder of Markdown and YAML into a catalog of micro-credentials."""
