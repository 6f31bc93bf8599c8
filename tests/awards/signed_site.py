"""A small site whose issuers have keys, and signed awards for it; the keys are throw-away ones, made in memory."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import msgspec

from sitegen import build, catalogs, reads
from sitegen.badges import open_badges_3, status
from sitegen.model.award import Achievement, Award
from sitegen.model.catalog import Catalog
from sitegen.options import Options, Result
from sitegen.store import Store
from tests.badges import sample_awards as samples

BASE = Path(__file__).parents[1] / "cases" / "base"
SITE = "https://case.example.org"
KEY = samples.HARBOR
ISSUED = samples.ISSUED
CALM = Achievement(
    credential="calm",
    title="Calm Starts",
    version="1.0",
    summary="Begin a lesson in a way that settles everyone.",
    competency="Begins lessons calmly.",
    criteria="Send ten openings.",
    language="en",
)
ISSUER = """---
name: {name} College
summary: A college that stands in for all issuers here.
type: College
form: {{url: "https://forms.example.org/{slug}"}}
keys:
{keys}---
"""


def award(number: int = 1, **members: Any) -> Award:
    """The `number`-th award, unlike all others: its place on the list is its number."""
    changes = {
        "id": f"{number:032x}"[::-1], "site": SITE, "issuer_name": "Harbor College", "index": number, "achievement": CALM,
        "subject": f"urn:uuid:7e0a1b7e-3c44-4d57-9e6a-{number:012x}",
    }  # fmt: skip
    return samples.changed(samples.PLAIN, **changes | members)


def line(one: Award, key: int = KEY, at: datetime = ISSUED) -> bytes:
    """Its signed line, with the line end."""
    return samples.line(one, key, at)


def lines(*numbers: int) -> bytes:
    """The bytes of a batch of plain awards."""
    return b"".join(line(award(number)) for number in numbers)


def later(days: int = 1) -> datetime:
    """Some days after all other awards were signed."""
    return ISSUED + timedelta(days=days)


def renewed(one: Award, days: int = 1, key: int = KEY, **members: Any) -> bytes:
    """The line of a later edition."""
    return line(msgspec.structs.replace(one, issued=later(days), **members), key, later(days))


def status_list(
    *places: int, purpose: status.Purpose = "revocation", at: datetime = ISSUED, issuer: str = "harbor",
    site: str = SITE, key: int = KEY,
) -> bytes:  # fmt: skip
    """A signed status list with some places set, each with a reason."""
    made = msgspec.structs.replace(samples.edition(places, purpose, at, issuer), site=site)
    return samples.signed_list(made, key)


def unsigned(one: Award) -> dict[str, Any]:
    """The award as a document that nobody signed yet."""
    document: dict[str, Any] = open_badges_3.document(one)
    return document


def issuer(name: str = "Harbor", *keys: str) -> str:
    """The text of an issuer's file; a key is given as the YAML of its fields, or it is the usual one."""
    listed = keys or (f"{{key: {samples.public(KEY)}, from: 2026-01-01}}",)
    return ISSUER.format(name=name, slug=name.lower(), keys="".join(f"  - {key}\n" for key in listed))


def make(root: Path, *numbers: int) -> Path:
    """A site with some awards in `first.jsonl`, whose list has nothing on it; `root` must not exist yet."""
    shutil.copytree(BASE, root)
    put(root, "content/issuers/harbor.md", issuer())
    if numbers:
        put(root, "content/awards/harbor/first.jsonl", lines(*numbers))
        put(root, "content/status/harbor.json", status_list())
    return root


def put(root: Path, path: str, data: bytes | str) -> None:
    """Write a file of the site."""
    place = root / path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_bytes(data.encode() if isinstance(data, str) else data)


def options(root: Path, workers: int = 1) -> Options:
    """A build of the site into its usual place."""
    return Options(root=root, out=root / "public", workers=workers)


def built(root: Path, workers: int = 1) -> Result:
    """The result of a build that must succeed."""
    result = build.build(options(root, workers))
    assert result.published, result.problems
    return result


def found(root: Path) -> list[tuple[str, str, int]]:
    """Code, file and line of every problem of the site."""
    problems = build.check(options(root)).problems
    return [(problem.code, problem.span.file, problem.span.line) for problem in problems]


def published(root: Path) -> dict[str, bytes]:
    """Every file of the published site, by its address."""
    out = root / "public"
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def catalog(root: Path) -> Catalog:
    """The catalog of a site, read into a memory of its own."""
    store = Store(root / ".sitegen" / "catalog.sqlite", "test")
    try:
        return catalogs.load(reads.read(options(root), store, build.quiet), store)[0]
    finally:
        store.close()
