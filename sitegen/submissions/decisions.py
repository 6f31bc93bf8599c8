"""Decisions on submissions: a file in `private/decisions/` that says all, and one in `decisions/` that may be committed.

The private file is the decision, made in the instant in which it appears. The other one is made from it, again if need be,
and holds nothing that names or describes a person: names of rows and levels, days, counts.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from sitegen.signing import whole_files
from sitegen.starter import filling
from sitegen.submissions import scores
from sitegen.submissions.scores import RowScore

FOLDER = "private/decisions"
PUBLIC_FOLDER = "decisions"
FOLDER_MODE = 0o700

Outcome = Literal["earned", "not yet", "incomplete", "withdrawn"]

HEAD = "# Written by `sitegen review decide`. Nothing here names or describes a person; keep it so.\n"


class Decision(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What was decided of a submission.

    `rows` are the levels that were agreed on, with what the sender reads; `missing` the names of parts that did not come.
    `advice` is what to do next, in the assessors' words, and `by` the day by which. `needs_talk` says that the next step is
    a conversation. `waived` are the rules of the credential that were not kept, as words.
    """

    response: str
    revision: int
    issuer: str
    credential: str
    version: str
    submitted: datetime
    at: datetime
    outcome: Outcome
    attempt: int = 1
    assessors: tuple[str, ...] = ()
    rows: tuple[RowScore, ...] = ()
    missing: tuple[str, ...] = ()
    advice: str = ""
    by: date | None = None
    needs_talk: bool = False
    waived: tuple[str, ...] = ()

    @property
    def days(self) -> int:
        """Days from sending to deciding."""
        return max(0, (self.at.date() - self.submitted.date()).days)


def of(root: Path) -> dict[str, Decision]:
    """All decisions, by submission."""
    folder = root / FOLDER
    files = sorted(folder.glob("[!.]*.json")) if folder.is_dir() else []
    return {path.stem: scores.read_file(root, path, Decision) for path in files}


def write(root: Path, decision: Decision) -> str:
    """Make a decision; returns the path of the file to be committed, from the top of the site."""
    folder = root / FOLDER
    whole_files.make_folders(folder, FOLDER_MODE)
    data = msgspec.json.encode(decision)
    whole_files.replace(folder / f"{decision.response}.json", data, whole_files.PRIVATE)
    _publish(root, decision)
    return public_path(decision)


def publish(root: Path, found: Iterable[Decision]) -> Iterator[str]:
    """Write the files to be committed that are missing or say something else; yields their paths."""
    for decision in found:
        if _publish(root, decision):
            yield public_path(decision)


def public_path(decision: Decision) -> str:
    """The file to be committed, from the top of the site."""
    return f"{PUBLIC_FOLDER}/{decision.issuer}/{decision.response}.yaml"


def public_text(decision: Decision) -> str:
    """What may be committed of a decision."""
    lines = [
        f"submission: {decision.response}",
        f"credential: {decision.credential}",
        f'version: "{decision.version}"',
        f"submitted: {decision.submitted.date()}",
        f"decided: {decision.at.date()}",
        f"outcome: {decision.outcome}",
        f"attempt: {decision.attempt}",
        f"assessors: {len(decision.assessors)}",
    ]
    if decision.rows:
        lines.append("levels:")
        lines += [f"  {row.row}: {filling.scalar(row.level)}" for row in decision.rows]
    if decision.missing:
        lines.append(f"missing: [{', '.join(decision.missing)}]")
    return HEAD + "\n".join(lines) + "\n"


def _publish(root: Path, decision: Decision) -> bool:
    """Write the file to be committed if it is not there as it should be; whether it was written."""
    path = root / public_path(decision)
    data = public_text(decision).encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    whole_files.make_folders(path.parent, 0o755)
    whole_files.replace(path, data)
    return True
