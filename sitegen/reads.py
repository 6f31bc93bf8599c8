"""The first half of a build: from files to readings in the memory, touching only what changed."""

import msgspec
from msgspec import Struct

from sitegen import inputs, remembered, workers
from sitegen.inputs import Inputs
from sitegen.model import urls
from sitegen.model.site import Site
from sitegen.options import Options
from sitegen.problem import Problem, Span
from sitegen.read import places, records, tree
from sitegen.reading import Reader, Task
from sitegen.rows import ReadingRow
from sitegen.store import Store
from sitegen.workers import Progress

Touched = frozenset[str] | None
"""Paths of files that are known to have changed, from the project's top; None if that is not known."""


class State(Struct, frozen=True):
    """What is known once every changed file has been read.

    `same` says that nothing at all has changed since the last published build; `entries_same` that what did change is of no
    concern to any other file, so that only the pages of the `changed` files need to be made again.
    """

    site: Site
    stand_in: bool
    problems: tuple[Problem, ...]
    pictures: tuple[str, ...]
    changed: tuple[str, ...]
    same: bool
    entries_same: bool


class Absorbed(Struct, frozen=True):
    """What was read anew: digests of the files' bytes, files whose records differ, and whether that matters to others."""

    digests: dict[str, bytes]
    changed: tuple[str, ...]
    entries_same: bool


def read(options: Options, store: Store, progress: Progress, touched: Touched = None) -> State:
    """Read every file that changed since the last build, and remember what came of it.

    If it is known which files were `touched`, only they are looked at, as long as that is enough: a change that concerns
    other files makes this look at everything after all.
    """
    if touched is not None and store.fact("planned") and places.SITE_FILE not in touched:
        state = _read(options, store, progress, touched)
        if state.entries_same:
            return state
    return _read(options, store, progress, None)


def _read(options: Options, store: Store, progress: Progress, touched: Touched) -> State:
    started = inputs.now()
    site, problems, found = _site(options, store, touched)
    settings = records.Settings(site.docs, urls.root(site), site.language)
    tasks, misplaced = _tasks(found, settings, store)
    planned = store.fact("planned") == remembered.plan_options(options)
    undisturbed = planned and not found.problems and not found.gone and not _others(found, tasks)
    if not (tasks or found.changed or found.gone):
        read_anew = Absorbed({}, (), entries_same=True)
    else:
        store.begin()
        read_anew = _absorb(Reader(options.root, settings), tasks, store, options, progress)
        _remember(store, found, read_anew.digests, started)
        _remember_site(store, None if problems else site, settings)
        store.commit()
    if problems or found.problems or misplaced:
        store.remember("planned", b"")  # these problems may go away without any file that is read changing
    return State(
        site=site,
        stand_in=bool(problems),
        problems=(*problems, *found.problems, *misplaced),
        pictures=tuple(source.path for source in found.sources if _is_picture(source.path)),
        changed=read_anew.changed,
        same=undisturbed and not read_anew.changed,
        entries_same=undisturbed and read_anew.entries_same,
    )


def _is_picture(path: str) -> bool:
    return path.endswith(tree.PICTURE_ENDINGS) and not path.startswith("themes/")


def _site(options: Options, store: Store, touched: Touched) -> tuple[Site, list[Problem], Inputs]:
    """The site's settings (stand-ins if they cannot be used), their problems, and the files they lead to."""
    remembered = store.fact("site")
    last = msgspec.json.decode(remembered, type=Site) if remembered else None
    site, problems = last, list[Problem]()
    found = inputs.look(options.root, _folders(site), store, touched)
    if (
        site is None
        or any(s.path == places.SITE_FILE for s in found.changed)
        or places.SITE_FILE in found.gone
    ):
        site, problems = _read_site(options)
        if last is None or _folders(site) != _folders(last):
            found = inputs.look(options.root, _folders(site), store, None)
    return site, problems, found


def _folders(site: Site | None) -> tuple[str, ...]:
    return inputs.folders(site.docs, site.theme) if site else (places.CONTENT,)


def _read_site(options: Options) -> tuple[Site, list[Problem]]:
    stand_in = Site(name="Catalog", tagline="A catalog of micro-credentials.", base_url="https://example.org")
    try:
        data = tree.read(options.root, places.SITE_FILE)
    except OSError:
        missing = Problem(
            code="no-site-file",
            message="there is no content/site.yaml here",
            hint="run `sitegen new` in an empty folder, or go to the folder that holds `content/`",
            span=Span(places.SITE_FILE),
        )
        return stand_in, [missing]
    site, problems = records.site(data, places.SITE_FILE)
    return site or stand_in, problems


def _tasks(found: Inputs, settings: records.Settings, store: Store) -> tuple[list[Task], list[Problem]]:
    """What to read, and the files that are in no place for a record.

    When a site was published, every file had been read; since then only what changed needs a look.
    """
    settings_same = store.fact("settings") == msgspec.json.encode(settings)
    only_changed = settings_same and bool(store.fact("planned"))
    changed = {source.path for source in found.changed}
    tasks: list[Task] = []
    problems: list[Problem] = []
    for source in found.changed if only_changed else found.sources:
        key = store.reading_key(source.path)
        if settings_same and source.path not in changed and key:
            continue
        place = places.place(source.path, settings.docs)
        if isinstance(place, Problem):
            problems.append(place)
        elif place is not None:
            row = found.known.get(source.path)
            tasks.append(Task(place, row.digest if row else b"", key))
    return tasks, problems


def _absorb(
    reader: Reader, tasks: list[Task], store: Store, options: Options, progress: Progress
) -> Absorbed:
    """Read files and store what comes of them, each as it arrives: while the others are still being read."""
    digests: dict[str, bytes] = {}
    changed: list[str] = []
    entries_same = True
    total = len(tasks)
    results = workers.each(
        reader.read, tasks, workers.count(options.workers), lambda done: progress("Reading", done, total)
    )
    for done in results:
        digests[done.path] = done.digest
        if done.row is not None:
            changed.append(done.path)
            entries_same = entries_same and _same_entry(done.row, store)
            store.save_reading(done.row)
    return Absorbed(digests, tuple(changed), entries_same)


def _others(found: Inputs, tasks: list[Task]) -> bool:
    """Whether something changed that is not a record: settings, a theme, a file in the wrong place."""
    read_again = {task.place.path for task in tasks}
    return any(source.path not in read_again for source in found.changed)


def _same_entry(row: ReadingRow, store: Store) -> bool:
    """Whether a file, changed as it may be, says the same to the rest of the catalog."""
    before = store.reading(row.path)
    return before is not None and row.entry != b"" and before.entry == row.entry and row.kind != "picture"


def _remember(store: Store, found: Inputs, digests: dict[str, bytes], started: int) -> None:
    store.save_sources(inputs.rows(found, digests, started), found.gone)
    store.forget_readings(found.gone)
    store.remember("planned", b"")


def _remember_site(store: Store, site: Site | None, settings: records.Settings) -> None:
    """Settings that cannot be used are not remembered, so that the next build reads them again and says so again."""
    store.remember("site", msgspec.json.encode(site) if site else b"")
    store.remember("folders", msgspec.json.encode(_folders(site)) if site else b"")
    store.remember("settings", msgspec.json.encode(settings))
