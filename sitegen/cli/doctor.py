"""`sitegen doctor`: whether this machine and this folder have what a build needs, and whether the site fits its host."""

import sys
from pathlib import Path

import click

from sitegen.cli import options, pages, say
from sitegen.cli.build import HOSTS

MARKS = {"good": "ok", "note": "note", "bad": "BAD"}
INKS = {"good": "good", "note": "warning", "bad": "error"}


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen doctor", "look at this machine and folder"),
        ("sitegen doctor --host cloudflare", "would the site fit there?"),
        ("sitegen doctor --json", "to send along with a question"),
    ),
)
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document instead of text.")
@click.option("--host", type=click.Choice(HOSTS), help="The host to fit, if not what content/site.yaml says.")
@click.option(
    "--out", metavar="DIR", type=click.Path(path_type=Path), help="The built site, if it is not in public/."
)
@options.common
def command(setting: options.Setting, host: str | None, out: Path | None, *, as_json: bool) -> int:
    """See whether this machine has what a build needs.

    The folder is looked at too; and if the site is built, its files, folders,
    redirects and headers are counted and compared with what hosts accept. The
    exit code is 1 if something is missing that cannot be done without, or if
    the site does not fit its host.
    """
    import json

    from sitegen.cli import examine, host_limits

    findings = [
        *examine.machine(),
        *examine.folder(setting.folder),
        *host_limits.findings(out or setting.folder / "public", host or _host(setting.folder)),
    ]
    ok = all(finding.state != "bad" for finding in findings)
    if as_json:
        found = [finding._asdict() for finding in findings]
        say.result(json.dumps({"version": 1, "ok": ok, "findings": found}, indent=2))
        return 0 if ok else 1
    ink = say.colours(setting, sys.stdout)
    for what, state, text in findings:
        if state != "good" or not setting.quiet:
            say.result(f"{ink(f'{MARKS[state]:4}', INKS[state])}  {what:19}  {text}")
    say.result("Everything that is needed is here." if ok else "Something is missing, or does not fit.")
    return 0 if ok else 1


def _host(root: Path) -> str:
    """What publishes the site, as far as its settings can be read."""
    from sitegen.cli import site
    from sitegen.cli.new_record import settings_of

    return str(settings_of(root).host) if (root / site.SETTINGS).is_file() else ""
