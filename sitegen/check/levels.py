"""Rubric levels: every row describes every level, and no two descriptions say the same."""

import difflib
from collections.abc import Iterator
from itertools import combinations

from sitegen.model.credential import Credential
from sitegen.model.evidence import RubricRow
from sitegen.problem import Path, Problem, Span

ALIKE = 0.8
"""Share of common words (0 to 1) from which two cells say the same in other words."""


def check(path: str, credential: Credential) -> Iterator[Problem]:
    """Rows without a level, with a level nobody defined, or with cells that do not differ."""
    yield from _passing(path, credential)
    for number, part in enumerate(credential.evidence):
        for row_number, row in enumerate(part.rubric):
            place: Path = ("evidence", number, "rubric", row_number, "levels")
            yield from _names(path, place, row, credential.rubric_levels)
            yield from _cells(path, place, row)


def _passing(path: str, credential: Credential) -> Iterator[Problem]:
    level = credential.passing_level
    if level is not None and level not in credential.rubric_levels:
        names = ", ".join(f"`{name}`" for name in credential.rubric_levels)
        yield Problem(
            code="unknown-level",
            message=f"the passing level “{level}” is not one of the rubric levels",
            hint=f"choose one of {names}",
            span=Span(path),
            path=("passing_level",),
        )


def _names(path: str, place: Path, row: RubricRow, levels: tuple[str, ...]) -> Iterator[Problem]:
    for name in levels:
        if name not in row.levels:
            yield Problem(
                code="missing-level",
                message=f"the row “{row.criterion}” does not say what “{name}” looks like",
                hint=f"add a line `{name}: …` under `levels`",
                span=Span(path),
                path=place,
                on_key=True,
            )
    for name in row.levels:
        if name not in levels:
            near = difflib.get_close_matches(name, levels, 1)
            yield Problem(
                code="unknown-level",
                message=f"“{name}” is not one of this credential's rubric levels",
                hint=f"did you mean `{near[0]}`?" if near else f"the levels are: {', '.join(levels)}",
                span=Span(path),
                path=(*place, name),
                on_key=True,
            )


def _cells(path: str, place: Path, row: RubricRow) -> Iterator[Problem]:
    cells = [(name, _words(text)) for name, text in row.levels.items()]
    for (earlier_name, earlier), (name, words) in combinations(cells, 2):
        if words == earlier:
            yield _same(path, (*place, name), name, earlier_name)
        elif _alike(words, earlier):
            yield _close(path, (*place, name), name, earlier_name)


def _words(text: str) -> list[str]:
    return text.lower().replace(".", "").replace(",", "").split()


def _alike(words: list[str], earlier: list[str]) -> bool:
    """Whether two cells have so many words in common, each counted as often as it stands in both."""
    enough = ALIKE * max(len(words), len(earlier))
    if min(len(words), len(earlier)) < enough:
        return False
    rest: dict[str, int] = {}
    for word in earlier:
        rest[word] = rest.get(word, 0) + 1
    common = 0
    for word in words:
        if rest.get(word):
            rest[word] -= 1
            common += 1
    return common >= enough


def _same(path: str, place: Path, name: str, earlier: str) -> Problem:
    return Problem(
        code="identical-levels",
        message=f"“{name}” and “{earlier}” say the same, so an assessor cannot choose between them",
        hint="say what would be seen at each level",
        span=Span(path),
        path=place,
    )


def _close(path: str, place: Path, name: str, earlier: str) -> Problem:
    return Problem(
        code="levels-hardly-differ",
        message=f"“{name}” and “{earlier}” differ in hardly more than a word",
        hint="say what would be seen at each level, instead of “clearly” and “somewhat”",
        severity="warning",
        span=Span(path),
        path=place,
    )
