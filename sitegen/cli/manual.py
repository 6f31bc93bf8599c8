"""The reference of all commands, made from their own help so that it cannot disagree with it.

`python -m sitegen.cli.manual > docs/reference/commands.md` writes it.
"""

import sys
from collections.abc import Iterator

import click

from sitegen.cli import commands

HEAD = """\
---
title: Commands
summary: Every command of sitegen with its options, exit codes, and what it heeds in its surroundings.
order: 30
---

Each command shows this with `--help`. `python -m sitegen` does the same as `sitegen`.

## Exit codes

| code | meaning |
| --- | --- |
| 0 | all is well |
| 1 | there are problems in the content, or something asked about is not as it should be |
| 2 | the command was given wrongly, or there is no site here |
| 3 | the disk refused, or sitegen has a fault (it leaves a report in a file and says where) |
| 130 | interrupted with Ctrl-C |

## What goes where

Results go to standard output, everything else to standard error. A bar shows the progress of long work, on a terminal only.
Colors are used on a terminal, unless `NO_COLOR` is set, `TERM` is `dumb` or `CI` is set; `FORCE_COLOR` asks for them
anywhere, and `--color` overrules all of these.

`--json` and `--format json` print one document with `"version": 1`. Its form, in `schema/problems.schema.json`, changes only
with that number. Figures may be added to `stats`.

With `--format github` every problem becomes a note on the pull request, and if `GITHUB_STEP_SUMMARY` names a file, a table
of all of them is added to it.

Commands that sign ask for the pass phrase of a key on the terminal. `--passphrase-file` or the variable `SITEGEN_PASSPHRASE`
answers instead of a person. Keys lie in `sitegen/keys` below `XDG_CONFIG_HOME`, which is `~/.config` if it is not set.

## Completion

Put this into the start-up file of your shell, and the Tab key completes commands, options and names:

```
eval "$(_SITEGEN_COMPLETE=bash_source sitegen)"              # bash, in ~/.bashrc
eval "$(_SITEGEN_COMPLETE=zsh_source sitegen)"               # zsh, in ~/.zshrc
_SITEGEN_COMPLETE=fish_source sitegen | source               # fish, in ~/.config/fish/config.fish
```
"""


def render() -> str:
    """The page, in Markdown."""
    return HEAD + "".join(
        f"\n## {name}\n\n```\n{text}\n```\n" for name, text in _helps(commands.sitegen, "sitegen")
    )


def _helps(command: click.Command, name: str) -> Iterator[tuple[str, str]]:
    context = click.Context(
        command, info_name=name, help_option_names=commands.HELP, terminal_width=78, max_content_width=78
    )
    yield name, "\n".join(line.rstrip() for line in command.get_help(context).split("\n"))
    if isinstance(command, click.Group):
        for word in command.list_commands(context):
            inner = command.get_command(context, word)
            if inner is not None and not inner.hidden:
                yield from _helps(inner, f"{name} {word}")


if __name__ == "__main__":
    sys.stdout.write(render())
