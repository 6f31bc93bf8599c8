"""What a build remembers and reports: problems with their places, counts, and the record of what is out."""

import time
from pathlib import Path

import msgspec
from msgspec import structs

from sitegen import check, remembered
from sitegen.making import Made
from sitegen.model.catalog import Catalog
from sitegen.options import Options, Result
from sitegen.problem import Problem, Span, in_order
from sitegen.read import locate, tree
from sitegen.reads import State
from sitegen.render import theme
from sitegen.store import Store
from sitegen.write import swap
from sitegen.write.recover import Refusal
from sitegen.write.trees import Trees


def problems(
    options: Options, state: State, found: tuple[Catalog, list[Problem]] | None, store: Store
) -> tuple[Problem, ...]:
    """Everything that is wrong, with places, in order. Without a catalog, what was wrong with the last one still is."""
    if found is None:
        shared = [
            _unplaced(p) if p.span.file in state.changed else p for p in remembered.shared_problems(store)
        ]
    else:
        catalog, clashes = found
        themed = theme.load(options.root, state.site.theme).problems
        shared = [*state.problems, *clashes, *themed, *check.catalog(catalog)]
    placed = _placed(options.root, shared)
    store.remember("problems", msgspec.json.encode(placed))
    return tuple(in_order([*placed, *remembered.file_problems(store)]))


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


def remember(store: Store, options: Options, pages: list[Made], gone: tuple[str, ...], now: Trees) -> None:
    """Store, in one transaction, what was made and the tree that is about to be published."""
    store.begin()
    store.save_pages((page.row for page in pages), gone)
    store.remember("build", str(int(store.fact("build") or 0) + 1).encode())
    store.remember("planned", remembered.plan_options(options))
    store.remember("trees", msgspec.json.encode(now))
    store.remember("afresh", b"")
    store.commit()


def refused(refusal: Refusal, started: float) -> Result:
    problem = Problem(code=refusal.code, message=refusal.message, hint=refusal.hint, span=Span("public"))
    return Result(problems=(problem,), seconds=_since(started))


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
