"""What a build remembers and reports: problems with their places, counts, and the record of what is out."""

import time
from collections.abc import Collection
from typing import Any, NamedTuple

import msgspec
from msgspec import structs

from sitegen import remembered, ruled
from sitegen.making import Made, Site
from sitegen.model.catalog import Catalog
from sitegen.options import Options, Result
from sitegen.problem import Problem, Span, in_order
from sitegen.reads import State
from sitegen.render import theme
from sitegen.store import Store
from sitegen.write import swap
from sitegen.write.recover import Refusal
from sitegen.write.trees import Trees


class Changes(NamedTuple):
    """How many files were made and removed, and in which way they were published."""

    made: int
    removed: int
    way: swap.Way


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
        shared = [*state.problems, *clashes, *themed, *ruled.problems(catalog)]
        store.remember("counts", msgspec.json.encode(_counts(catalog)))
    found_places = ruled.placed(options.root, shared)
    store.remember("problems", msgspec.json.encode(found_places))
    return tuple(in_order([*found_places, *remembered.file_problems(store)]))


def _counts(catalog: Catalog) -> tuple[dict[str, int], dict[str, int]]:
    """How many records of each kind there are, and how many of them are drafts."""
    kinds: dict[str, Collection[Any]] = {
        "credential": catalog.credentials,
        "issuer": catalog.issuers,
        "focus-area": catalog.focus_areas,
        "pathway": catalog.pathways,
        "page": catalog.pages,
        "person": catalog.people,
        "list": catalog.lists,
        "picture": catalog.pictures,
    }
    drafts = {
        "credential": sum(entry.record.status == "draft" for entry in catalog.credentials.values()),
        "pathway": sum(entry.record.status == "draft" for entry in catalog.pathways.values()),
    }
    return {kind: len(records) for kind, records in kinds.items()}, drafts


def _unplaced(problem: Problem) -> Problem:
    """The problem without its place, if that can be found again in a file that has changed since."""
    if not (problem.path or problem.on_key):
        return problem
    return structs.replace(problem, span=Span(problem.span.file))


def template_faults(pages: list[Made]) -> tuple[Problem, ...]:
    """What is wrong with the templates that pages were to be made with, each fault once, however many pages it spoils."""
    found = in_order([page.problem for page in pages if page.problem is not None])
    first = {problem.span: problem for problem in reversed(found)}
    return tuple(problem for problem in found if first[problem.span] is problem)


def left_over(site: Site, pages: list[Made]) -> list[str]:
    """Files of the search's index that were made before and are none of it any more."""
    made = {page.row.address: page.files for page in pages if page.files}
    return [file for name, files in made.items() for file in set(site.made_before(name)).difference(files)]


def remember(store: Store, options: Options, pages: list[Made], gone: tuple[str, ...], now: Trees) -> None:
    """Store, in one transaction, what was made and the tree that is about to be published."""
    store.begin()
    store.save_pages((page.row for page in pages), gone)
    for page in pages:
        if page.files:
            store.remember(f"files:{page.row.address}", msgspec.json.encode(page.files))
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


def checked(options: Options, store: Store, found: tuple[Problem, ...], started: float) -> Result:
    return Result(problems=found, counts=remembered.counts(options, store), seconds=_since(started))


def published(
    options: Options, store: Store, found: tuple[Problem, ...], changes: Changes, started: float
) -> Result:
    return Result(
        problems=found, published=True, counts=remembered.counts(options, store), made=changes.made,
        removed=changes.removed, seconds=_since(started), note=swap.NOTES.get(changes.way, ""),
    )  # fmt: skip


def _since(started: float) -> float:
    return time.perf_counter() - started
