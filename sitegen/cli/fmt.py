"""`sitegen fmt`: every content file in the one form that tools and people agree on."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import click

from sitegen.cli import options, pages, say, site
from sitegen.cli.faults import Refused

if TYPE_CHECKING:
    from msgspec import Struct


class Seen(NamedTuple):
    """A file, what it should be like, and why it is left as it is (empty if it need not be)."""

    path: str
    before: bytes
    after: bytes
    why: str


@click.command(
    cls=pages.HelpPage,
    examples=(
        ("sitegen fmt", "every record"),
        ("sitegen fmt content/credentials/harbor", "those in this folder"),
        ("sitegen fmt --check", "only say which files would change"),
    ),
)
@click.argument("paths", nargs=-1, metavar="[PATHS]...", type=click.Path())
@click.option(
    "--check", "only_check", is_flag=True, help="Change nothing; the exit code is 1 if a file would change."
)
@options.common
def command(setting: options.Setting, paths: tuple[str, ...], *, only_check: bool) -> int:
    """Put content files into one form.

    Fields stand in the order of the reference, quotes only where they are
    needed, long texts are folded, comments stay. What a file says does not
    change, nor does the text below its fields. A file that cannot be put into
    form is left alone, and you are told why.
    """
    root = site.root(setting)
    seen = list(_seen(root, [_inside(root, path) for path in paths]))
    changed = [one for one in seen if not one.why and one.before != one.after]
    for one in seen:
        if one.why:
            say.aside(f"left alone  {site.prefix(root)}{one.path}: {one.why}", setting)
    for one in changed:
        if not only_check:
            _write(root / one.path, one.after)
        say.done(f"{'would change' if only_check else 'changed'}  {site.prefix(root)}{one.path}", setting)
    say.aside(_summary(len(seen), len(changed), only_check=only_check), setting)
    return 1 if only_check and changed else 0


def _seen(root: Path, wanted: list[str]) -> Iterator[Seen]:
    from sitegen.read import tree
    from sitegen.transfer import formatting

    for source in tree.scan(root, ("content",)).sources:
        record = _record(source.path)
        if record is None or not _is_wanted(source.path, wanted):
            continue
        data = tree.read(root, source.path)
        formatted = formatting.file(data, source.path, record)
        yield Seen(source.path, data, formatted.data, formatted.why)


def _record(path: str) -> "type[Struct] | None":
    """What kind of record the file at `path` holds; None if it is none."""
    from sitegen.model.glossary import Glossary
    from sitegen.model.site import Site
    from sitegen.read import places

    if path in (places.SITE_FILE, places.GLOSSARY):
        return Site if path == places.SITE_FILE else Glossary
    place = places.place(path, None)
    return places.RECORDS.get(place.kind) if isinstance(place, places.Place) else None


def _is_wanted(path: str, wanted: list[str]) -> bool:
    return not wanted or any(one in (".", path) or path.startswith(one + "/") for one in wanted)


def _inside(root: Path, path: str) -> str:
    """The path from the site's top; raises Refused for what is not there."""
    if not os.path.lexists(path):
        raise Refused(f"there is no file or folder {path}", "paths are seen from the folder you are in")
    return os.path.relpath(os.path.realpath(path), os.path.realpath(root)).replace(os.sep, "/")


def _write(path: Path, data: bytes) -> None:
    from sitegen.signing import whole_files

    whole_files.replace(path, data)


def _summary(seen: int, changed: int, *, only_check: bool) -> str:
    files = "1 file" if seen == 1 else f"{seen:,} files"
    if not changed:
        return f"{files}, all in form."
    return f"{files}; {changed:,} {'would change' if only_check else 'changed'}."
