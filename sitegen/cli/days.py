"""A day as people type it on the command line."""

from datetime import date

import click


def day(text: str) -> date:
    """The date that `2026-03-09` stands for; ends the command, saying how days are written, if it is none."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise click.BadParameter(
            f"`{text}` is no day; write year, month and day, as in 2026-03-09"
        ) from error
