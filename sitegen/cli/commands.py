"""Which commands there are; each lives in a module that is imported when it is asked for."""

import importlib

import click

from sitegen import __version__
from sitegen.cli import options, pages

COMMANDS = {
    "new": "Start a site, or add a record to one.",
    "init": "Start a site in this folder, which must be empty.",
    "check": "Find every problem in the content.",
    "diff": "Say what a change means for people.",
    "build": "Make the site from the content.",
    "serve": "Show the site, and build it again as you write.",
    "search": "Find the credentials that answer a question.",
    "inbox": "Bring in what people sent through a form.",
    "review": "Judge what people sent in, and tell them.",
    "keys": "Look after the keys that awards are signed with.",
    "award": "Sign that somebody earned a credential.",
    "revoke": "Say that awards do not hold any more, for ever.",
    "suspend": "Say that awards do not hold for the time being.",
    "reinstate": "Say that suspended awards hold again.",
    "renew": "Give awards another last day.",
    "forget": "Withdraw a person's name from awards.",
    "reissue": "Sign awards again with the present key.",
    "verify": "Tell whether badges are genuine, and hold.",
    "import": "Bring credentials from elsewhere.",
    "import-issue": "Make a draft of an issue that suggests a credential.",
    "export": "Give credentials to other software.",
    "fmt": "Put content files into one form.",
    "why": "Tell what a page was made from, and why.",
    "explain": "Tell what a problem means and how to mend it.",
    "schema": "Write the files that are made from others.",
    "doctor": "See whether this machine has what a build needs.",
}
"""Commands in the order in which one meets them, each with the first sentence of its help. The module has the same name."""

MODULES = {"import": "import_", "import-issue": "import_issue"}
"""Modules that cannot be called as their command is: the word means something in Python, or is no name there."""

HELP = ["-h", "--help"]


class Commands(pages.HelpPage, click.Group):
    """A group whose commands are imported when they are needed, and which knows what a slip of the finger meant."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in COMMANDS:
            return None
        name = MODULES.get(cmd_name, cmd_name)
        command: click.Command = importlib.import_module(f"sitegen.cli.{name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):  # from the table, so that help imports no command
            formatter.write_dl(list(COMMANDS.items()))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-") and not ctx.resilient_parsing:
            raise click.UsageError(unknown("command", args[0], list(COMMANDS)), ctx)
        return super().resolve_command(ctx, args)


def unknown(noun: str, word: str, known: list[str]) -> str:
    """What to say of a word that is none of those known."""
    import difflib

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
    context_settings={"help_option_names": HELP},
)
@click.version_option(__version__, message="%(prog)s %(version)s")
@options.common
def sitegen(setting: options.Setting) -> None:
    """Turn a folder of Markdown and YAML into a catalog of micro-credentials."""
