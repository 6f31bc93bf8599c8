"""One row of an export → a response, or the reason why it is none, and what is odd about it."""

import re
from datetime import datetime, timedelta

from msgspec import Struct

from sitegen.badges import identity
from sitegen.model import cells as spreadsheets
from sitegen.read import text
from sitegen.signing.refusal import Refused
from sitegen.submissions import cells, evidence
from sitegen.submissions.columns import Columns
from sitegen.submissions.mapping import Form
from sitegen.submissions.responses import Note, Piece, Response
from sitegen.submissions.shelf import Listed, Shelf
from sitegen.submissions.stamps import moment, needs_order
from sitegen.submissions.table import Row

NOBODY = {"anonymous", "anonym", "anonyme", "anónimo", "n/a", "-"}
"""What exports write where a person would stand, if there is none."""

SOON = timedelta(hours=26)
"""How far ahead of our clock a stamp may be; more is a wrong order of day and month."""

MAX_NAME = 200


class Reader(Struct, frozen=True):
    """All that reading a row needs."""

    form: Form
    columns: Columns
    shelf: Shelf
    now: datetime


class Read(Struct, frozen=True):
    """A response that has no id yet, what makes it this one, and remarks about it."""

    response: Response
    key: str


def read(reader: Reader, row: Row) -> Read:
    """What a row says; raises Refused if it cannot become a submission."""
    cell = {field: reader.columns.cell(row.cells, field) for field in reader.columns.of}
    if len(row.cells) > len(reader.columns.headings) and any(
        c.strip() for c in row.cells[len(reader.columns.headings) :]
    ):
        raise Refused("this row has more cells than there are headings", "export the responses again")
    _refuse_programs(cell)
    _refuse_formulas(cell)
    submitted = _submitted(reader, cell.get("submitted", ""))
    name, email = _person(cell)
    listed = _credential(reader, cell.get("credential", ""))
    pieces, remarks = _evidence(reader, row)
    version, number = _clean(cell.get("version", "")), _clean(cell.get("id", ""))
    response = Response(
        id="",
        form=reader.form.name,
        key="",
        credential=listed.slug,
        version=version,
        submitted=submitted,
        imported=reader.now,
        name=name,
        email=email,
        shows_name=cell.get("show name", "").casefold() == reader.form.mapping.agreed.casefold(),
        evidence=pieces,
        notes=_notes(reader, row),
        remarks=(*_version(listed, version), *_number(cell, number), *remarks),
    )
    return Read(response, f"id {number}" if number else _key(response))


def _key(response: Response) -> str:
    """What makes a response this one where the form gives it no number."""
    return f"{response.submitted.isoformat()} {response.person} {response.credential}"


def _refuse_programs(cell: dict[str, str]) -> None:
    if cell.get("trap"):
        raise Refused(
            "a field that people cannot see was filled in, so most likely a program sent it",
            "look at the row; if a person sent it, ask them to send it once more",
        )


def _refuse_formulas(cell: dict[str, str]) -> None:
    for field in ("id", "credential", "version", "name", "email"):
        if spreadsheets.is_calculated(cell.get(field, "")) and cell[field].casefold() not in NOBODY:
            raise Refused(
                f"`{field}` begins like a formula: {cell[field][:30]}",
                "nothing was calculated; if the sender is real, mend the cell and export again",
            )


def _submitted(reader: Reader, stamp: str) -> datetime:
    found = moment(stamp, reader.form.mapping.dates, reader.form.zone)
    if found is None:
        order = reader.form.mapping.dates
        if needs_order(stamp) and order is None:
            raise Refused(
                f"`{stamp[:40]}` has a day, a month and a year, and nobody knows in which order",
                f"add `dates: month/day/year` (or another order) to {reader.form.path}",
            )
        raise Refused(
            f"the time stamp cannot be read: `{stamp[:40]}`" if stamp else "it has no time stamp",
            f"check `dates:` in {reader.form.path}; it says {order or 'nothing'}",
        )
    if found > reader.now + SOON:
        raise Refused(
            f"it was sent in the future, on {found:%Y-%m-%d}",
            f"check `dates:` and `time_zone:` in {reader.form.path}",
        )
    return found


def _person(cell: dict[str, str]) -> tuple[str, str]:
    """The name and the address of the sender."""
    name, email = (" ".join(_clean(cell.get(field, "")).split()) for field in ("name", "email"))
    name = "" if name.casefold() in NOBODY else name
    email = "" if email.casefold() in NOBODY else email
    if not name and not email:
        raise Refused("it does not say who sent it", "ask in the form for a name or an e-mail address")
    if email:
        try:
            identity.normal(email)
        except ValueError:
            raise Refused(f"`{email[:60]}` is no e-mail address", "as in ana@example.org") from None
    if len(name) > MAX_NAME:
        raise Refused(f"the name has {len(name)} characters; at most {MAX_NAME} fit", "look at the row")
    return name, email


def _credential(reader: Reader, given: str) -> Listed:
    slug = _clean(given).rstrip("/").rpartition("/")[2] or reader.form.mapping.credential or ""
    if not slug:
        raise Refused(
            "it does not say for which credential it was sent",
            "senders can empty a filled-in field: ask them, and mend the cell in the form's own table",
        )
    return reader.shelf.open_one(slug)


def _number(cell: dict[str, str], number: str) -> tuple[str, ...]:
    """A remark if the form numbers its responses, and this one has no number."""
    if "id" not in cell or number:
        return ()
    return ("it has no number, so it is known by its time and its sender",)


def _version(listed: Listed, version: str) -> tuple[str, ...]:
    """A remark if a response was written for another version than there is now."""
    now = listed.record.version
    if not version or version == now:
        return ()
    if version.partition(".")[0] == now.partition(".")[0]:
        return (f"written for version {version[:20]}; since then only the wording changed (now {now})",)
    return (
        f"written for version {version[:20]}, which is not there any more: `{listed.slug}` is at {now}, and the bar "
        "is another one; agree with the sender by which to judge",
    )


def _evidence(reader: Reader, row: Row) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    pieces: list[Piece] = []
    remarks: list[str] = []
    for part, number in reader.columns.evidence():
        said = row.cells[number].strip() if number < len(row.cells) else ""
        if said:
            pieces.append(Piece(part, said))
            remarks += evidence.remarks(said, part)
            if cells.is_formula(said):
                remarks.append(f"an answer begins like a formula and is kept as plain text: {said[:30]}")
    return tuple(pieces), tuple(remarks)


def _notes(reader: Reader, row: Row) -> tuple[Note, ...]:
    return tuple(
        Note(reader.columns.headings[number], row.cells[number].strip())
        for number in reader.columns.of.get("note", ())
        if number < len(row.cells) and row.cells[number].strip()
    )


def _clean(cell: str) -> str:
    """A cell without signs that nobody can see."""
    return text.FORBIDDEN.sub("", re.sub(r"\s", " ", cell)).strip()
