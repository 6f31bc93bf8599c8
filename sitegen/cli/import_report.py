"""What an import did or would do, in words: what was taken over, what was left out and why, what is missing."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sitegen.cli import say
from sitegen.cli.options import Setting
from sitegen.reports import visible

if TYPE_CHECKING:
    from sitegen.transfer.arranging import Plan
    from sitegen.transfer.drafts import Left, Refusal
    from sitegen.transfer.filing import File

MOST_FILES = 20
"""Files of which all is told unless more is asked for."""

MOST_REFUSED = 40
MOST_LEFT = 12
MOST_NAMES = 14


def plan(found: "Plan", notes: Sequence[str], setting: Setting) -> None:
    """Tell all of a plan."""
    most = len(found.files) if setting.verbose else MOST_FILES
    for file in found.files[:most]:
        _file(file, setting)
    if len(found.files) > most:
        say.done(f"… and {len(found.files) - most:,} more files; `-v` tells of each.", setting)
    _refusals("Already there:", found.there, setting)
    if found.awards:
        awards = "1 award was" if len(found.awards) == 1 else f"{len(found.awards):,} awards were"
        say.done(f"{awards} not taken over. {_first_up(found.awards[0].why)}.", setting)
    for note in notes:
        say.done(f"Note: {visible.line(note)}", setting)
    _refusals("Refused:", found.refused, setting)


def left(several: "Sequence[Left]", setting: Setting) -> None:
    """Tell what was left out."""
    most = len(several) if setting.verbose else MOST_LEFT
    for one in several[:most]:
        say.done(f"    left out    {visible.line(one.what)}: {visible.line(one.why)}", setting)
    if len(several) > most:
        say.done(f"    left out    … and {len(several) - most:,} more; `-v` tells of each", setting)


def summary(found: "Plan", *, written: bool) -> str:
    """One line on the whole."""
    kinds = [file.draft.kind for file in found.files]
    counts = [
        f"{n:,} {kind}{'s' if n > 1 else ''}" for kind in ("credential", "issuer") if (n := kinds.count(kind))
    ]
    unfinished = sum(1 for file in found.files if file.missing)
    words = ["Imported" if written else "Would import", " and ".join(counts) or "nothing"]
    if unfinished:
        words.append(f"({unfinished:,} with something missing)")
    if found.refused:
        words.append(f"; refused {len(found.refused):,}")
    return " ".join(words).replace(" ;", ";") + "."


def _file(file: "File", setting: Setting) -> None:
    state = file.draft.fields.get("status", "draft") if file.draft.kind == "credential" else "issuer"
    state = "draft" if file.missing and file.draft.kind == "credential" else state
    say.done(f"{file.path}  ({state}, from {visible.line(file.draft.source)})", setting)
    pairs = [theirs if theirs == ours else f"{theirs} → {ours}" for theirs, ours in file.draft.mapped]
    shown = ", ".join(pairs[:MOST_NAMES]) + (
        f" and {len(pairs) - MOST_NAMES} more" if len(pairs) > MOST_NAMES else ""
    )
    say.done(f"    taken over  {visible.line(shown)}", setting)
    left(file.left, setting)
    if file.missing:
        say.done(f"    missing     {', '.join(file.missing)}", setting)


def _refusals(head: str, several: "Sequence[Refusal]", setting: Setting) -> None:
    if not several:
        return
    say.done(head, setting)
    most = len(several) if setting.verbose else MOST_REFUSED
    for one in several[:most]:
        hint = f" ({visible.line(one.hint)})" if one.hint else ""
        say.done(f"    {visible.line(one.source)}: {visible.line(one.why)}{hint}", setting)
    if len(several) > most:
        say.done(f"    … and {len(several) - most:,} more; `-v` tells of each", setting)


def _first_up(text: str) -> str:
    return text[:1].upper() + text[1:]
