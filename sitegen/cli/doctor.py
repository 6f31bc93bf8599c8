"""`sitegen doctor`: whether this machine and this folder have what a build needs."""

import sys

import click

from sitegen.cli import options, pages, say

MARKS = {"good": "ok", "note": "note", "bad": "BAD"}
INKS = {"good": "good", "note": "warning", "bad": "error"}


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen doctor", "look at this machine and folder"),
        ("sitegen doctor --json", "to send along with a question"),
    ),
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document instead of text.")
@options.common
def command(setting: options.Setting, *, as_json: bool) -> int:
    """See whether this machine has what a build needs.

    The folder is looked at too. The exit code is 1 if something is missing that cannot be done without.
    """
    import json

    from sitegen.cli import examine

    findings = [*examine.machine(), *examine.folder(setting.folder)]
    ok = all(finding.state != "bad" for finding in findings)
    if as_json:
        found = [finding._asdict() for finding in findings]
        say.result(json.dumps({"version": 1, "ok": ok, "findings": found}, indent=2))
        return 0 if ok else 1
    ink = say.colours(setting, sys.stdout)
    for what, state, text in findings:
        if state != "good" or not setting.quiet:
            say.result(f"{ink(f'{MARKS[state]:4}', INKS[state])}  {what:19}  {text}")
    say.result("Everything a build needs is here." if ok else "Something a build needs is missing.")
    return 0 if ok else 1
