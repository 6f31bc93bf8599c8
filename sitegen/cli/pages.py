"""What a help page looks like: examples first, then what the command does, how it is called, and its options."""

from typing import Any

import click


class HelpPage(click.Command):
    """A command whose help starts with examples: pairs of a command line and what it is for."""

    def __init__(self, *args: Any, examples: tuple[tuple[str, str], ...] = (), **extra: Any) -> None:
        super().__init__(*args, **extra)
        self.examples = examples

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Examples"):
            formatter.write_dl(self.examples, col_max=54)
        self.format_help_text(ctx, formatter)
        formatter.write_paragraph()
        self.format_usage(ctx, formatter)
        self.format_options(ctx, formatter)
        self.format_epilog(ctx, formatter)
