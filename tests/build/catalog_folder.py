"""A catalog that can be edited: its files as values in memory, and the folder on disk that follows them."""

import copy
import json
import os
from pathlib import Path
from typing import Any

Fields = dict[str, Any]


class Record:
    """A content file: fields, text, and a comment among the fields. JSON is YAML, so fields are written as JSON."""

    def __init__(self, fields: Fields, body: str = "", comment: str = "") -> None:
        self.fields = fields
        self.body = body
        self.comment = comment
        self.damage = ""
        self.ends = "\n"

    def text(self) -> str:
        lines = [f"{key}: {json.dumps(value, ensure_ascii=False)}" for key, value in self.fields.items()]
        if self.comment:
            lines.append(f"# {self.comment}")
        if self.damage:
            lines.append(self.damage)
        return "\n".join(["---", *lines, "---", self.body, ""]).replace("\n", self.ends)


class Site(Record):
    """The settings, which have no text."""

    def text(self) -> str:
        return "".join(
            f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in self.fields.items()
        ) + (f"{self.damage}\n" if self.damage else "")


Content = Record | str | bytes
Files = dict[str, Content]


def credential(number: int) -> Record:
    """The `number`-th credential, unlike all others."""
    row = {
        "criterion": f"Plans show method {number}",
        "levels": {
            "Meets the standard": f"Every one of the {number + 2} plans names a moment of choice.",
            "Almost there": "Some plans do, and others leave it to chance.",
            "Not yet": "There is no plan, or it was written afterwards.",
        },
    }
    fields: Fields = {
        "title": f"Credential number {number}",
        "summary": f"Does the thing called {number} so that students notice it.",
        "status": "published",
        "published": f"2025-0{1 + number % 9}-1{number % 10}",
        "focus_areas": [AREAS[number % 3]],
        "problems": [f"Problem {number} keeps coming back every week"],
        "audience": ["classroom-teacher"],
        "grades": ["k-2"],
        "effort": {"hours": 2 + number},
        "competency": f"Does {number} well.",
        "key_method": {"name": f"Method {number}", "summary": "It has three steps."},
        "evidence": [
            {"title": "Plans", "kinds": ["plan"], "task": f"Send *{number}* plans.", "rubric": [row]}
        ],
    }
    return Record(fields, f"## Step one\n\nDo the first thing, *{number}* times.")


AREAS = ("reading", "talk", "numbers")
ISSUERS = ("harbor", "lake")


def start() -> Files:
    """Twelve credentials of two issuers in three focus areas, a pathway, two pages and two pages of documentation."""
    files: Files = {
        "content/site.yaml": Site(
            {
                "name": "Small Catalog",
                "tagline": "All that is needed to try things.",
                "base_url": "https://small.example.org",
                "publish": {"social_cards": False},
            }
        )
    }
    for slug in AREAS:
        files[f"content/focus-areas/{slug}.md"] = Record(
            {"name": slug.title(), "summary": f"Everything that has to do with {slug}."}, f"About {slug}."
        )
    for slug in ISSUERS:
        fields = {
            "name": f"{slug.title()} College",
            "summary": f"A college beside the {slug}.",
            "type": "College",
        }
        files[f"content/issuers/{slug}.md"] = Record(
            fields
            | {
                "form": {
                    "url": f"https://docs.google.com/forms/d/e/{slug}/viewform?usp=pp_url&entry.1=SG_CREDENTIAL"
                }
            },
            f"We are by the {slug}.",
        )
    for number in range(12):
        record = credential(number)
        if number == 10:
            record.fields["status"] = "draft"
        if number == 11:
            record.fields |= {"status": "retired", "replaced_by": "c0"}
        files[f"content/credentials/{ISSUERS[number % 2]}/c{number}.md"] = record
    files["content/pathways/both.md"] = Record(
        {
            "title": "Both halves",
            "summary": "Two credentials that make a whole of it.",
            "status": "published",
            "issuer": "harbor",
            "outcome": "Can do both.",
            "stages": [{"title": "First", "credentials": ["c0", "c1"]}],
        }
    )
    files["content/lists/begin.md"] = Record(
        {
            "title": "If you begin here",
            "summary": "What we would take first, and second.",
            "kept_by": "the college by the harbor",
            "picks": [
                {"credential": "c2", "why": "To begin with."},
                {"credential": "c0", "why": "And then this one."},
            ],
        },
        "Ask *us* about it.",
    )
    files["content/pages/about.md"] = page(
        "About this catalog", "Read [the first](../credentials/harbor/c0.md)."
    )
    files["content/pages/help.md"] = page("How to get help", "Ask [us](about.md).")
    files["docs/index.md"] = page("Documentation", "See [how](how-to/begin.md).")
    files["docs/how-to/begin.md"] = page("Begin here", "## First\n\nBegin.")
    return files


def page(title: str, body: str) -> Record:
    return Record({"title": title, "summary": f"A page that is called {title}."}, body)


def picture(colour: str) -> str:
    """A small drawing in one colour."""
    square = f'<rect x="4" y="4" width="24" height="24" fill="{colour}"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">{square}</svg>'


def copied(files: Files) -> Files:
    return copy.deepcopy(files)


def write(files: Files, folder: Path, before: dict[str, bytes] | None = None) -> dict[str, bytes]:
    """Make `folder` hold exactly these files, touching only what differs from `before`; the bytes written."""
    now = {path: content(value) for path, value in files.items()}
    before = before or {}
    for path in set(before) - set(now):
        (folder / path).unlink()
        _drop_empty(folder / path, folder)
    for path, data in now.items():
        if before.get(path) != data:
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.unlink(missing_ok=True)
            _put(place, data)
    return now


def _put(place: Path, data: bytes) -> None:
    if data.startswith(LINK):
        place.symlink_to(os.fsdecode(data.removeprefix(LINK)))
    else:
        place.write_bytes(data)


LINK = b"link to "
"""A file whose bytes start so is made as a symbolic link."""


def content(value: Content) -> bytes:
    if isinstance(value, bytes):
        return value
    return (value if isinstance(value, str) else value.text()).encode()


def _drop_empty(place: Path, top: Path) -> None:
    for folder in place.relative_to(top).parents:
        if str(folder) != "." and not any((top / folder).iterdir()):
            (top / folder).rmdir()


def published(folder: Path) -> dict[str, tuple[int, bytes]]:
    """Every file below a folder: mode and bytes by address. Empty if there is no folder."""
    return {
        path.relative_to(folder).as_posix(): (path.lstat().st_mode, path.read_bytes())
        for path in folder.rglob("*")
        if not path.is_dir()
    }
