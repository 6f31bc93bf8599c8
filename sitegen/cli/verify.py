"""`sitegen verify`: whether badges are genuine and hold, checked on this machine; nobody is asked but with `--online`."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import elsewhere, options, pages, say, trusted
from sitegen.reports import visible

if TYPE_CHECKING:
    from sitegen.model.award import Award
    from sitegen.model.verdict import Verdict

MARKS = {"passed": "ok", "failed": "NO", "not done": "--"}


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen verify badge.png", "a picture, or the badge's JSON file"),
        ("sitegen verify --trust public *.json", "against a published site"),
        ("sitegen verify badge.svg --json", "for other programs"),
        ("sitegen verify --online badge.json", "a badge from elsewhere"),
    ),
)
@click.argument("files", metavar="FILE|URL...", nargs=-1, required=True)
@click.option(
    "--trust",
    "sources",
    metavar="PATH",
    multiple=True,
    type=click.Path(path_type=Path, exists=True),
    help="Trust this published site (its folder), did.json or status list instead of the site here.",
)
@click.option(
    "--online",
    is_flag=True,
    help="Fetch what a badge from elsewhere needs: its issuer's keys and lists, over https and from public hosts only.",
)
@click.option("--recipient", metavar="ADDRESS", default="", help="See whether this person was given it, too.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document instead of text.")
@options.common
def command(
    setting: options.Setting,
    files: tuple[str, ...],
    sources: tuple[Path, ...],
    *,
    as_json: bool,
    **asked: Any,
) -> int:
    """Tell whether badges are genuine, and hold.

    Name files, or with --online addresses: JSON, signed tokens, or PNG and
    SVG pictures with a badge baked in; `-` reads from standard input. Badges
    of issuers who are not in the register here are checked as far as can be,
    and you are told what was not looked at. Without --online nothing is sent
    anywhere and nothing fetched.

    Ends with 0 only if every badge is valid, with 1 if one is not.
    """
    from sitegen.badges.frames import Frames

    now, online = datetime.now(UTC), asked["online"]
    found = {file: _bytes(file, online=online) for file in dict.fromkeys(files)}
    register = trusted.register(setting, sources, now, must_be=not online)
    question = elsewhere.Question(register, now, Frames(), asked["recipient"], online)
    verdicts = {file: elsewhere.verdict(file, data, question) for file, data in found.items()}
    ok = all(verdict.is_valid for verdict in verdicts.values())
    if as_json:
        _document(verdicts, now, ok=ok)
    else:
        for file, verdict in verdicts.items():
            _tell(file, verdict, setting)
    return 0 if ok else 1


def _bytes(file: str, *, online: bool) -> bytes:
    if file == "-":
        return sys.stdin.buffer.read(trusted.MOST_BYTES)
    if elsewhere.is_address(file):
        return elsewhere.fetched(file, online=online)
    return trusted.bytes_of(Path(file))


def _tell(file: str, verdict: "Verdict", setting: options.Setting) -> None:
    if verdict.is_valid and setting.quiet:
        return
    ink = say.colours(setting, sys.stdout)
    headline = f"{file}: {verdict.state.replace('-', ' ')}"
    say.result(ink(visible.line(headline), "good" if verdict.is_valid else "error"))
    say.result(f"  {visible.line(verdict.words)}")
    facts = _facts(verdict.award, verdict.issuer) if verdict.award else verdict.claims
    for label, words in facts.items():
        say.result(f"  {label:9} {visible.line(words)}")
    for check in verdict.checks:
        say.result(f"    {MARKS[check.outcome]}  {check.name:9} {visible.line(check.words)}")


def _facts(award: "Award", issuer: str) -> dict[str, str]:
    """What a genuine badge says, for people."""
    facts = {
        "what": f"{award.achievement.title} (version {award.achievement.version})",
        "by": issuer,
        "to": award.name or "somebody who chose not to be named",
        "awarded": f"{award.awarded:%Y-%m-%d}",
        "until": f"{award.expires:%Y-%m-%d}" if award.expires else "",
    }
    return {label: words for label, words in facts.items() if words}


def _document(verdicts: dict[str, "Verdict"], now: datetime, *, ok: bool) -> None:
    import msgspec

    badges = [{"file": file, **_plain(verdict)} for file, verdict in verdicts.items()]
    whole = {"version": 1, "ok": ok, "checked": now.replace(microsecond=0), "badges": badges}
    say.result(msgspec.json.format(msgspec.json.encode(whole)).decode())


def _plain(verdict: "Verdict") -> dict[str, Any]:
    import msgspec

    return {"valid": verdict.is_valid, **msgspec.structs.asdict(verdict)}
