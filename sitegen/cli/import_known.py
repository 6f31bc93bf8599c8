"""What an import and an export must know of a site: its names, and where its credentials stand."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen.cli import new_record, shelf
from sitegen.cli.faults import Refused

if TYPE_CHECKING:
    from sitegen.transfer.known import Known


def of(root: Path) -> "Known":
    """The names that an import may refer to."""
    from sitegen.transfer.known import Known

    settings = new_record.settings_of(root)
    return Known(
        issuers=_names(root, "issuer"),
        focus_areas=_names(root, "focus-area"),
        audiences=settings.audiences,
        grades=settings.grades,
        evidence_kinds=settings.evidence_kinds,
        credentials=tuple(shelf.slugs(root, "credential")),
    )


def credential_file(root: Path, slug: str) -> str:
    """The file of a credential, from the top of the site; raises Refused if there is none."""
    folder = root / shelf.CREDENTIALS
    for path in sorted(folder.glob("*/*")):
        if path.stem == slug and path.name.endswith(shelf.ENDINGS):
            return path.relative_to(root).as_posix()
    from sitegen.cli.commands import unknown

    raise Refused(
        unknown("credential", slug, shelf.slugs(root, "credential")), "its name is that of its file"
    )


def _names(root: Path, kind: str) -> dict[str, str]:
    """The name of each record, by slug; its slug if the file cannot be read, which is not what is asked about."""
    names: dict[str, str] = {}
    for slug in shelf.slugs(root, kind):
        record = _record(root, kind, slug)
        names[slug] = str(record.name) if record else slug
    return names


def _record(root: Path, kind: str, slug: str) -> Any:
    from sitegen.read import places, records, tree

    for ending in shelf.ENDINGS:
        path = f"{shelf.FOLDERS[kind]}/{slug}{ending}"
        if (root / path).is_file():
            return records.record_of(tree.read(root, path), path, places.RECORDS[kind])[0]
    return None
