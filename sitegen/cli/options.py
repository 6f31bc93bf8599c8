"""The options that every command has, given before or after the command's name."""

import functools
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import click

WHEN = ("auto", "always", "never")


class Setting(NamedTuple):
    """Where to work and how much to say."""

    folder: Path = Path()
    quiet: bool = False
    verbose: bool = False
    color: str = "auto"


_OPTIONS = (
    click.option(
        "-C", "folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path),
        help="Work in this folder instead of the current one.",
    ),
    click.option("-q", "--quiet", is_flag=True, help="Say only what is wrong."),
    click.option("-v", "--verbose", is_flag=True, help="Say more about what is done."),
    click.option("--color", type=click.Choice(WHEN), help="Colors: auto (on a terminal), always or never."),
)  # fmt: skip


def common(function: Callable[..., Any]) -> Callable[..., Any]:
    """Give a command the common options; it receives them as its first argument, a `Setting`."""

    @functools.wraps(function)
    def wrapped(folder: Path | None, color: str | None, *, quiet: bool, verbose: bool, **rest: Any) -> Any:
        context = click.get_current_context()
        outer = context.parent.obj if context.parent and context.parent.obj else Setting()
        setting = Setting(
            outer.folder / folder if folder else outer.folder,
            quiet or outer.quiet,
            verbose or outer.verbose,
            color or outer.color,
        )
        context.obj = setting
        return function(setting, **rest)

    command = wrapped
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
