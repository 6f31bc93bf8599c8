"""What assessors found: a file for each submission and assessor in `private/scores/`, replaced as a whole at each answer."""

from collections import defaultdict
from datetime import datetime
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from sitegen.signing import whole_files
from sitegen.signing.refusal import Refused
from sitegen.submissions.rubric import Rubric

StructT = TypeVar("StructT", bound=Struct)
FOLDER = "private/scores"
FOLDER_MODE = 0o700


class RowScore(Struct, frozen=True, omit_defaults=True):
    """The level that a row of the rubric reached, by their names, and what the sender is to read about it."""

    row: str
    level: str = ""
    feedback: str = ""


class Score(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What one assessor found in one revision of a submission, by one version of the credential.

    It grows with each answer. `waived` are the rules of the credential that the assessor was let off, as words.
    """

    response: str
    assessor: str
    revision: int
    credential: str
    version: str
    at: datetime
    rows: tuple[RowScore, ...] = ()
    waived: tuple[str, ...] = ()

    def level(self, row: str) -> str:
        """The level of a row; empty if it has none yet."""
        return next((one.level for one in self.rows if one.row == row), "")

    def is_whole(self, rubric: Rubric) -> bool:
        """Whether every row of a rubric has a level that the rubric knows."""
        return all(self.level(row.id) in rubric.levels for row in rubric.rows)


def with_row(score: Score, row: RowScore) -> Score:
    """The score with one more answer; an empty level or feedback leaves what was said before."""
    before = next((one for one in score.rows if one.row == row.row), RowScore(row.row))
    after = RowScore(row.row, row.level or before.level, row.feedback or before.feedback)
    others = tuple(one for one in score.rows if one.row != row.row)
    return replace(score, rows=(*others, after))


def save(root: Path, score: Score) -> None:
    """Put a score into its place, whole."""
    folder = root / FOLDER
    whole_files.make_folders(folder, FOLDER_MODE)
    whole_files.replace(
        folder / f"{score.response}.{score.assessor}.json", msgspec.json.encode(score), whole_files.PRIVATE
    )


def of(root: Path) -> dict[str, tuple[Score, ...]]:
    """All scores by submission, each submission's in the order of the assessors' names."""
    found: defaultdict[str, tuple[Score, ...]] = defaultdict(tuple)
    folder = root / FOLDER
    for path in sorted(folder.glob("[!.]*.json")) if folder.is_dir() else []:
        score = read_file(root, path, Score)
        found[score.response] += (score,)
    return found


def read_file(root: Path, path: Path, kind: type[StructT]) -> StructT:
    """The record in a file of `private/`; raises Refused, naming it, if it is damaged."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=kind)
    except msgspec.MsgspecError as error:
        raise Refused(
            f"{path.relative_to(root)} is damaged: {error}",
            "take it back from a copy of private/, or delete it",
        ) from error
