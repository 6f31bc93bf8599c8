"""What the rules say of a whole catalog, its signed awards included, and at which lines of its files."""

from collections.abc import Iterable
from pathlib import Path

from sitegen import check
from sitegen.model.catalog import Catalog
from sitegen.model.ledger import Ledger
from sitegen.problem import Problem
from sitegen.read import locate, tree


def problems(catalog: Catalog) -> list[Problem]:
    """What is wrong with how the records of a catalog fit together."""
    return [*check.catalog(catalog), *_award_problems(catalog)]


def _award_problems(catalog: Catalog) -> Iterable[Problem]:
    """What is wrong with signed awards; a site without any need not load what checks them."""
    if catalog.ledger == Ledger():
        return ()
    from sitegen.awards import judging

    return judging.problems(catalog)


def placed(root: Path, found: list[Problem]) -> list[Problem]:
    """The problems with their lines, as far as their files can be read."""
    files: dict[str, bytes] = {}
    return [_place(root, problem, files) for problem in found]


def _place(root: Path, problem: Problem, files: dict[str, bytes]) -> Problem:
    file = problem.span.file
    if problem.span.line or not (problem.path or problem.on_key):
        return problem
    try:
        data = files.get(file) or files.setdefault(file, tree.read(root, file))
    except OSError:
        return problem
    return locate.place(problem, data)
