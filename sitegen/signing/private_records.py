"""What only the issuer and the earner may know of an award: who it is about, the earner's own link, and the letter with it.

It lies in `private/`, which is never committed and never published, in files that only their owner can read.
"""

import csv
import io
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path

from msgspec import Struct

from sitegen.model import cells
from sitegen.signing import whole_files
from sitegen.signing.refusal import Refused

FOLDER = "private/awards"
FOLDER_MODE = 0o700
COLUMNS = ("award", "credential", "version", "awarded", "name", "email", "link")


class Person(Struct, frozen=True, kw_only=True):
    """An award as the issuer knows it; `link` is the earner's own, with the salt behind `#`."""

    award: str
    credential: str
    version: str
    awarded: str
    name: str
    email: str
    link: str


class Letter(Struct, frozen=True, kw_only=True):
    """What a letter to an earner says."""

    title: str
    issuer: str
    contact: str
    day: date
    expires: date | None
    shown: str
    """The name that everybody can read; empty if nobody can."""
    can_confirm: bool
    """Whether the link confirms the earner's address."""


def refuse_shared(root: Path) -> None:
    """Raise Refused if what is written to `private/` would be committed."""
    git = shutil.which("git")
    if git is None:
        return
    words = [git, "-C", str(root), "check-ignore", "-q", f"{FOLDER}/x"]
    asked = subprocess.run(words, capture_output=True, timeout=20, check=False)  # noqa: S603
    if asked.returncode == 1:
        raise Refused(
            "private/ is not left out of the repository, and it will hold people's addresses",
            "add a line `/private/` to the file .gitignore at the top of the site",
        )


def write_table(root: Path, issuer: str, batch: str, people: Iterable[Person]) -> Path:
    """Write the table of a batch; returns its path. Nothing is ever replaced."""
    folder = root / FOLDER / issuer
    whole_files.make_folders(folder, FOLDER_MODE)
    path = folder / f"{batch}.csv"
    whole_files.create(path, table(people), whole_files.PRIVATE)
    return path


def write_letters(root: Path, issuer: str, batch: str, people: Iterable[tuple[Person, Letter]]) -> Path:
    """Write the letters of a batch; returns their folder."""
    letters = root / FOLDER / issuer / batch
    whole_files.make_folders(letters, FOLDER_MODE)
    for person, letter in people:
        text = letter_to(person, letter).encode()
        whole_files.create(letters / f"{person.award}.txt", text, whole_files.PRIVATE, lasting=False)
    return letters


def people(root: Path, issuer: str) -> Iterator[Person]:
    """Everybody in the tables of an issuer."""
    folder = root / FOLDER / issuer
    for path in sorted(folder.glob("*.csv")) if folder.is_dir() else []:
        yield from _read(path.read_text(encoding="utf-8"))


def forget(root: Path, issuer: str, award: str) -> None:
    """Take a person's name and address out of the tables, and delete the letter."""
    folder = root / FOLDER / issuer
    for path in sorted(folder.glob("*.csv")) if folder.is_dir() else []:
        rows = list(_read(path.read_text(encoding="utf-8")))
        if any(row.award == award for row in rows):
            whole_files.replace(path, table(_without(row) if row.award == award else row for row in rows))
    for path in folder.glob(f"*/{award}.txt"):
        path.unlink()


def table(rows: Iterable[Person]) -> bytes:
    """The table that mail programs can merge; no cell begins in a way that a spreadsheet would calculate."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([cells.guarded(getattr(row, column)) for column in COLUMNS])
    return out.getvalue().encode()


def letter_to(person: Person, letter: Letter) -> str:
    """The letter, ready to be sent; a paragraph is a line, as mail programs want it."""
    until = f" It is valid until {letter.expires}." if letter.expires else ""
    paragraphs = [
        f"Dear {person.name or 'colleague'},",
        f"congratulations! On {letter.day} {letter.issuer} awarded you “{letter.title}”.{until}",
        f"This is the link to your badge:\n{person.link}",
        f"The page shows your name, “{letter.shown}”, as you agreed."
        if letter.shown
        else "The page does not say whose badge it is.",
    ]
    if letter.can_confirm:
        paragraphs.append(
            "The link is your own: only with it can somebody confirm that the badge was awarded to your e-mail address. "
            "Keep it, and give it to people who should be able to. Without the part behind # it shows the badge and no more."
        )
    paragraphs.append(
        "On the page you can download the badge, print a certificate, or add it to a profile. The downloaded file is "
        "signed, so it can be checked for as long as you keep it, wherever you take it."
    )
    if letter.contact:
        paragraphs.append(f"Questions, or second thoughts about your name: {letter.contact}")
    to = [f"To: {person.email}"] if person.email else []
    return "\n\n".join([*to, *paragraphs, letter.issuer]) + "\n"


def _read(text: str) -> Iterator[Person]:
    for row in csv.DictReader(io.StringIO(text, newline="")):
        yield Person(**{column: cells.unguarded(row.get(column) or "") for column in COLUMNS})


def _without(person: Person) -> Person:
    return Person(
        award=person.award,
        credential=person.credential,
        version=person.version,
        awarded=person.awarded,
        name="",
        email="",
        link="",
    )
