"""A check of a change alone: its own files, and whatever it makes wrong in others, without reading all of them.

The rules are those of every check. They see two catalogs, as it was and as it is: of the changed files, and of all others
that could be seen otherwise than before. Of what is wrong with files that the change leaves alone, only what was not wrong
before is told.
"""

import os
from typing import Any

import msgspec
from msgspec import Struct

from sitegen import catalogs, ruled, surroundings
from sitegen.catalogs import Around
from sitegen.commits import Change
from sitegen.model.catalog import Catalog
from sitegen.model.site import Site
from sitegen.problem import Problem, in_order
from sitegen.read import places, tree
from sitegen.surroundings import Ground, Rows


class Looked(Struct, frozen=True):
    """What is wrong with a change, how many files were read to find out, and how many there are."""

    problems: tuple[Problem, ...]
    files: int
    total: int


def can_stand_alone(change: Change) -> bool:
    """Whether a change can be looked at by itself: not if it changes the settings, which concern every file."""
    return places.SITE_FILE not in change.paths


def problems(change: Change, site: Site, processes: int | None = None) -> Looked:
    """Everything that is wrong with a change, and was not before. The settings of the site have not changed."""
    on = surroundings.ground(change, site, processes)
    if not change.paths:
        return Looked((), 0, len(on.places))
    before, now = on.former(), on.rows(path for path in change.paths if path in on.places)
    around = surroundings.concerned(on, before, now)
    known = {_key(problem) for problem in _wrong(on, around | before, _pictures_before(on))}
    changed = frozenset(change.paths)
    wrong = [*_wrong(on, around | now, _pictures(on)), *_theme(change, site)]
    new = [p for p in wrong if p.span.file in changed or (p.span.file in around and _key(p) not in known)]
    new += [problem for problem in on.misplaced if _is_new(problem, change)]
    own = [problem for row in now.values() for problem in _decoded(row.problems)]
    told = in_order([*own, *ruled.placed(change.base.root, new)])
    return Looked(tuple(told), len(now) + len(around), len(on.places))


def _wrong(on: Ground, rows: Rows, pictures: tuple[str, ...]) -> list[Problem]:
    """What the rules say of the catalog of some files; all others are taken to be there, and no more is said of them."""
    in_turn = (rows[path] for path in sorted(rows))
    catalog, clashes = catalogs.together(in_turn, Around(on.site, False, pictures))  # noqa: FBT003
    whole = msgspec.structs.replace(catalog, unread=_unread(on, catalog, rows))
    return [*clashes, *ruled.problems(whole)]


def _unread(on: Ground, catalog: Catalog, rows: Rows) -> dict[str, tuple[str, ...]]:
    """What is there without being looked at."""
    left = [place for path, place in on.places.items() if path not in rows and path not in on.change.paths]
    slugs = tuple(place.slug for place in left if place.kind == "credential")
    signed = {kind: ("",) for kind in surroundings.SIGNED if any(place.kind == kind for place in left)}
    credentials = (*catalog.unread.get("credential", ()), *slugs)
    return {**catalog.unread, **signed, "credential": credentials}


def _pictures(on: Ground) -> tuple[str, ...]:
    return tuple(path for path, place in on.places.items() if place.kind == "picture")


def _pictures_before(on: Ground) -> tuple[str, ...]:
    before = (path for path in on.change.before if path.endswith(tree.PICTURE_ENDINGS))
    changed = frozenset(on.change.paths)
    return (*(path for path in _pictures(on) if path not in changed), *before)


def _is_new(misplaced: Problem, change: Change) -> bool:
    """Whether a file or folder that is where it should not be may have come with the change."""
    file = misplaced.span.file
    if any(path == file or path.startswith(f"{file}/") for path in change.paths):
        return True
    return not os.path.lexists(change.base.root / file)  # it has a name that had to be spelt out


def _theme(change: Change, site: Site) -> tuple[Problem, ...]:
    """What is wrong with the theme, if the change has to do with one."""
    if not any(path.startswith("themes/") for path in change.paths):
        return ()
    from sitegen.render import theme

    return theme.load(change.base.root, site.theme).problems


def _key(problem: Problem) -> Any:
    return problem.code, problem.span.file, problem.path, problem.needle, problem.message


def _decoded(problems: bytes) -> list[Problem]:
    return msgspec.json.decode(problems, type=list[Problem])
