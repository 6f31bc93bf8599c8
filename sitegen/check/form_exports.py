"""Files on forms' exports: every column holds something known, nothing needed is missing, and the time zone exists."""

import difflib
from collections.abc import Iterator

from sitegen.model.form_export import FIELDS, KNOWN, TRACES, FormExport, is_field
from sitegen.problem import Problem, Span


def check(path: str, export: FormExport) -> Iterator[Problem]:
    """What is wrong with one such file."""
    yield from _columns(path, export)
    yield from _missing(path, export)
    if not _is_zone(export.time_zone):
        yield Problem(
            code="unknown-time-zone",
            message=f"there is no time zone “{export.time_zone}”",
            hint="as in `America/Los_Angeles`, `Europe/Berlin` or `UTC`",
            span=Span(path),
            path=("time_zone",),
        )


def _columns(path: str, export: FormExport) -> Iterator[Problem]:
    for heading, holds in export.columns.items():
        if TRACES.fullmatch(heading.strip()):
            yield Problem(
                code="export-column",
                message=f"`{heading}` tells about the sender's machine, and is never kept",
                hint="take this line out",
                span=Span(path),
                path=("columns", heading),
                on_key=True,
            )
        elif not is_field(holds):
            near = difflib.get_close_matches(holds.lower(), FIELDS, 1)
            known = ", ".join(f"`{field}`" for field in FIELDS)
            yield Problem(
                code="export-column",
                message=f"`{holds}` is nothing that a column can hold",
                hint=f"did you mean `{near[0]}`?" if near else f"write one of {known}, or `evidence 2`",
                span=Span(path),
                path=("columns", heading),
            )


def _missing(path: str, export: FormExport) -> Iterator[Problem]:
    """What every submission needs, and neither these columns nor those that such exports always have can give."""
    given = {*export.columns.values(), *KNOWN[export.shape].values()}
    words = []
    if "submitted" not in given:
        words.append("when a response was sent (`submitted`)")
    if "credential" not in given and not export.credential:
        words.append("for which credential it is (`credential`)")
    if not {"name", "email"} & given:
        words.append("who sent it (`name` or `email`)")
    if words:
        yield Problem(
            code="export-incomplete",
            message=f"no column says {', or '.join(words)}",
            hint="name the heading of that column under `columns:`, as the export words it",
            span=Span(path),
            path=("columns",) if export.columns else (),
            on_key=bool(export.columns),
        )


def _is_zone(name: str) -> bool:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # read from files, and hardly ever

    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True
