"""`sitegen explain`: what a problem means and how to mend it."""

import sys

import click

from sitegen.cli import commands, options, pages, say
from sitegen.cli.faults import Refused


def _codes(_context: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    from sitegen import explain

    return [code for code in explain.entries() if code.startswith(incomplete)]


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen explain missing-field", "what it means, wrong and right"),
        ("sitegen explain --list", "all codes, a line each"),
    ),
)
@click.argument("code", required=False, shell_complete=_codes)
@click.option("--list", "whole_list", is_flag=True, help="List all codes.")
@options.common
def command(setting: options.Setting, code: str | None, *, whole_list: bool) -> int:
    """Tell what a problem means and how to mend it.

    CODE is the word in brackets in front of a problem, as in
    error[missing-field].
    """
    from sitegen import explain

    known = explain.entries()
    if not known:
        raise Refused("this copy of sitegen came without its list of problems", "install it again")
    if whole_list:
        _list(explain.meanings(), setting)
    elif code is None:
        raise Refused("which problem?", "name a code, as in `sitegen explain missing-field`, or add `--list`")
    else:
        _one(code.strip("[]`").removeprefix("error[").removeprefix("warning["), known, setting)
    return 0


def _list(meanings: dict[str, str], setting: options.Setting) -> None:
    ink = say.colours(setting, sys.stdout)
    width = max(len(code) for code in meanings)
    for code, meaning in meanings.items():
        say.result(f"{ink(code.ljust(width), 'code')}  {meaning}")


def _one(code: str, known: dict[str, str], setting: options.Setting) -> None:
    if code not in known:
        raise Refused(
            commands.unknown("problem code", code, list(known)), "`sitegen explain --list` shows them all"
        )
    ink = say.colours(setting, sys.stdout)
    say.result(f"{ink(code, 'code')}\n")
    say.result(_plain(known[code]))


def _plain(entry: str) -> str:
    """Markdown as it reads in a terminal: samples are indented, fences are gone."""
    lines: list[str] = []
    inside = False
    for line in entry.split("\n"):
        if line.startswith("```"):
            inside = not inside
        else:
            lines.append(f"    {line}".rstrip() if inside else line)
    return "\n".join(lines)
