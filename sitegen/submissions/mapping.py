"""What the file of a form says: which column of its exports holds what, how days are written, and in which time zone."""

import re
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from msgspec import Struct

from sitegen.model.fields import SLUG
from sitegen.model.form_export import FIELDS, TRACES, FormExport, is_field
from sitegen.problem import Problem
from sitegen.read import locate, records, tree
from sitegen.signing.refusal import Refused

FOLDER = "content/forms"


class Form(Struct, frozen=True):
    """A form by its name, and how to read its exports."""

    name: str
    mapping: FormExport
    zone: ZoneInfo

    @property
    def path(self) -> str:
        """The file that says so."""
        return path(self.name)


def path(name: str) -> str:
    """The file of a form, from the top of the site."""
    return f"{FOLDER}/{name}.yaml"


def read(root: Path, name: str) -> Form | tuple[Problem, ...]:
    """The form of this name, or what is wrong with its file; raises Refused if there is none."""
    if not re.match(SLUG, name) or not (root / path(name)).is_file():
        known = ", ".join(sorted(file.stem for file in (root / FOLDER).glob("*.yaml")))
        raise Refused(
            f"there is no form `{name}` ({path(name)})",
            f"the forms here are: {known}" if known else "see “Say once how to read the form” in the how-to",
        )
    data = tree.read(root, path(name))
    mapping, problems = records.record_of(data, path(name), FormExport)
    if mapping is None:
        return tuple(locate.place(problem, data) for problem in problems)
    _refuse_columns(name, mapping)
    return Form(name, mapping, _zone(name, mapping.time_zone))


def _refuse_columns(name: str, mapping: FormExport) -> None:
    for heading, holds in mapping.columns.items():
        if TRACES.fullmatch(heading.strip()):
            raise Refused(
                f"{path(name)} asks for `{heading}`, which tells about the sender's machine and is never kept",
                "take that line out",
            )
        if not is_field(holds):
            raise Refused(
                f"{path(name)} says that `{heading}` holds `{holds}`, which is nothing that is known",
                f"write one of: {', '.join(FIELDS)}; or `evidence 2`, or `evidence` and the name of a part",
            )


def _zone(name: str, wanted: str) -> ZoneInfo:
    try:
        return ZoneInfo(wanted)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise Refused(
            f"{path(name)} names a time zone that is not known: {wanted}",
            "as in `America/Los_Angeles`, `Europe/Berlin` or `UTC`",
        ) from error
