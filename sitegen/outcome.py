"""What a build remembers and reports: problems with their places, counts, and the record of what is out."""

import time
from collections.abc import Iterable
from pathlib import Path

import msgspec
from msgspec import structs

from sitegen import check
from sitegen.making import Made
from sitegen.model.catalog import Catalog
from sitegen.options import Options, Result
from sitegen.problem import Problem, Span, in_order
from sitegen.read import locate, tree
from sitegen.reads import State, plan_options
from sitegen.render import theme
from sitegen.store import Store
from sitegen.write import swap
from sitegen.write.recover import Refusal
from sitegen.write.trees import Trees

_problems = msgspec.json.Decoder(list[Problem])


def trees(store: Store) -> Trees | None:
    """The record of the published tree; None if there is none."""
    found = store.fact("trees")
    try:
        return msgspec.json.decode(found, type=Trees) if found else None
    except msgspec.ValidationError:  # written by a release that knew it differently
        return None


def protected(options: Options) -> tuple[Path, ...]:
    """Folders in which nothing may be published."""
    return tuple((options.root / name).resolve() for name in ("content", "themes", ".sitegen", "docs"))


def problems(
    options: Options, state: State, found: tuple[Catalog, list[Problem]] | None, store: Store
) -> tuple[Problem, ...]:
    """Everything that is wrong, with places, in order. Without a catalog, what was wrong with the last one still is."""
    if found is None:
        shared = [_unplaced(p) if p.span.file in state.changed else p for p in _remembered(store)]
    else:
        catalog, clashes = found
        themed = theme.load(options.root, state.site.theme).problems
        shared = [*state.problems, *clashes, *themed, *check.catalog(catalog)]
    placed = _placed(options.root, shared)
    store.remember("problems", msgspec.json.encode(placed))
    return tuple(in_order([*placed, *_of_files(store)]))


def _remembered(store: Store) -> list[Problem]:
    """What was wrong with how the files fit together when that was last looked at."""
    return _problems.decode(store.fact("problems") or b"[]")


def _of_files(store: Store) -> Iterable[Problem]:
    for row in store.troubled():
        yield from _problems.decode(row)


def _unplaced(problem: Problem) -> Problem:
    """The problem without its place, if that can be found again in a file that has changed since."""
    if not (problem.path or problem.on_key):
        return problem
    return structs.replace(problem, span=Span(problem.span.file))


def _placed(root: Path, found: list[Problem]) -> list[Problem]:
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


def template_faults(pages: list[Made]) -> tuple[Problem, ...]:
    """What is wrong with the templates that pages were to be made with."""
    return tuple(in_order([page.problem for page in pages if page.problem is not None]))


def stopped(options: Options, found: tuple[Problem, ...]) -> bool:
    """Whether the problems keep the site from being published."""
    return any(p.severity == "error" or options.strict for p in found)


def remember(store: Store, options: Options, pages: list[Made], gone: tuple[str, ...], now: Trees) -> None:
    """Store, in one transaction, what was made and the tree that is about to be published."""
    store.begin()
    store.save_pages((page.row for page in pages), gone)
    store.remember("build", str(int(store.fact("build") or 0) + 1).encode())
    store.remember("planned", msgspec.json.encode(plan_options(options)))
    store.remember("trees", msgspec.json.encode(now))
    store.remember("afresh", b"")
    store.commit()


def refused(refusal: Refusal, started: float) -> Result:
    problem = Problem(code=refusal.code, message=refusal.message, hint=refusal.hint, span=Span("public"))
    return Result(problems=(problem,), seconds=_since(started))


def up_to_date(options: Options, store: Store, started: float) -> Result:
    """Nothing needs to be made: what was published stays, and so does what was said of it."""
    planned = msgspec.json.encode(plan_options(options))
    if store.fact("planned") != planned:
        store.remember("planned", planned)
    found = tuple(in_order([*_remembered(store), *_of_files(store)]))
    return Result(
        problems=found, published=not stopped(options, found), counts=store.counts(), seconds=_since(started)
    )


def unpublished(found: tuple[Problem, ...], started: float) -> Result:
    return Result(problems=found, seconds=_since(started))


def checked(store: Store, found: tuple[Problem, ...], started: float) -> Result:
    return Result(problems=found, counts=store.counts(), seconds=_since(started))


def published(
    store: Store, found: tuple[Problem, ...], changes: tuple[int, int], way: swap.Way, started: float
) -> Result:
    made, removed = changes
    return Result(
        problems=found, published=True, counts=store.counts(), made=made, removed=removed,
        seconds=_since(started), note=swap.NOTES.get(way, ""),
    )  # fmt: skip


def _since(started: float) -> float:
    return time.perf_counter() - started
