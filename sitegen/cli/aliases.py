"""Writes former names into the files of records that got new ones; all the rest of a file stays byte for byte."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

from sitegen.cli.faults import Refused

if TYPE_CHECKING:
    from sitegen.check.addresses import Gone


def write(root: Path, gone: "tuple[Gone, ...]") -> list[str]:
    """Give each address that went to the record that has taken its place; returns a sentence for each file."""
    from sitegen.signing import whole_files

    wanted: dict[str, list[str]] = {}
    for one in gone:
        if one.successor:
            wanted.setdefault(one.successor, []).append(one.address.strip("/").rpartition("/")[2])
    said: list[str] = []
    for path, names in wanted.items():
        whole_files.replace(root / path, _with((root / path).read_bytes(), path, names))
        said.append(f"Wrote {' and '.join(f'`{name}`' for name in names)} under `aliases:` in {path}.")
    return said


def _with(data: bytes, path: str, names: list[str]) -> bytes:
    """The file with more names under `aliases`; raises Refused if it is written in a way that cannot be changed safely."""
    before, after = _record(data, path), data
    for name in names:
        after = _with_one(after, path, name)
    found = _record(after, path)
    if before is None or found is None or list(found.aliases) != [*before.aliases, *names]:
        listed = ", ".join(names)
        raise Refused(
            f"{path} is written in a way that cannot be changed safely",
            f"write `aliases: [{listed}]` there by hand, with the names that stand there already",
        )
    return after


def _with_one(data: bytes, path: str, name: str) -> bytes:
    from sitegen.signing.lines import Lines

    text = Lines(data, path)
    record = _record(data, path)
    last = len(record.aliases) - 1 if record else -1
    if last < 0:
        text.drop_empty_list("aliases")
        text.append([f"aliases: [{name}]"])
    elif "[" in text.lines[text.marks.keys["aliases",].line + text.first]:
        text.replace_value(("aliases", last), f"{record.aliases[last]}, {name}")
    else:
        text.add_item("aliases", last, [f"- {name}"])
    return text.data()


def _record(data: bytes, path: str) -> Any:
    from sitegen.read import places, records

    place = places.place(path, None)
    kind = places.RECORDS[place.kind] if isinstance(place, places.Place) else places.RECORDS["page"]
    return records.record_of(data, path, kind)[0]
