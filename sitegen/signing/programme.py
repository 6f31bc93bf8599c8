"""What can be awarded: the site, and those of its credentials that are published now."""

import difflib
import re
from pathlib import Path

from msgspec import Struct

from sitegen import check
from sitegen.model.award import Achievement
from sitegen.model.credential import Credential
from sitegen.model.document import Document
from sitegen.model.site import Site
from sitegen.read import records, tree
from sitegen.signing import achievements
from sitegen.signing.refusal import Refused

FOLDER = "content/credentials"
SITE_FILE = "content/site.yaml"
ENDINGS = (".md", ".yaml", ".yml")


class Offer(Struct, frozen=True, kw_only=True):
    """A credential that can be awarded: whose it is, where it stands, and what an award will say of it."""

    slug: str
    issuer: str
    path: str
    record: Credential
    achievement: Achievement
    rows: tuple[str, ...]
    """The ids of the rubric's rows, in the order of the achievement's rubric."""


def site(root: Path) -> Site:
    """The settings of the site; raises Refused if they cannot be used."""
    settings, problems = records.site(tree.read(root, SITE_FILE), SITE_FILE)
    if settings is None:
        raise Refused(
            f"{SITE_FILE} cannot be used: {problems[0].message}", "`sitegen check` shows what is wrong"
        )
    return settings


def offer(root: Path, settings: Site, slug: str) -> Offer:
    """The credential with this slug; raises Refused if it is unknown, a draft or retired, or has a problem."""
    path = _path(root, slug)
    record = _record(root, path)
    _refuse_problems(path, record)
    if record.status == "draft":
        raise Refused(
            f"`{slug}` is a draft, so its criteria may still change",
            "publish it first: `status: published`, and the day under `published:`",
        )
    if record.status == "retired":
        said = f"; `{record.replaced_by}` takes its place" if record.replaced_by else ""
        raise Refused(f"`{slug}` is retired, so it is not awarded any more{said}", "award another credential")
    return Offer(
        slug=slug,
        issuer=path.split("/")[2],
        path=path,
        record=record,
        achievement=achievements.of(root, settings, path, record),
        rows=tuple(achievements.row_ids(record)),
    )


def _refuse_problems(path: str, record: Credential) -> None:
    """Raise Refused for criteria that contradict themselves; an award would carry that for ever."""
    for problem in check.credential(Document(path=path, slug="", record=record)):
        if problem.severity == "error":
            raise Refused(f"{path} cannot be used: {problem.message}", f"`sitegen check {path}` shows where")


def known(root: Path) -> list[str]:
    """The slugs of all credentials."""
    return sorted(
        path.stem
        for path in (root / FOLDER).glob("*/*")
        if path.suffix in ENDINGS and path.name != "README.md"
    )


def _path(root: Path, slug: str) -> str:
    if re.fullmatch(r"[a-z0-9-]+", slug):
        for path in sorted((root / FOLDER).glob(f"*/{slug}.*")):
            if path.suffix in ENDINGS:
                return path.relative_to(root).as_posix()
    near = difflib.get_close_matches(slug.lower(), known(root), 1, 0.5)
    raise Refused(
        f"there is no credential `{slug}`" + (f"; did you mean `{near[0]}`?" if near else ""),
        "its name is that of its file, as in `calm-routines`",
    )


def _record(root: Path, path: str) -> Credential:
    record, problems = records.record_of(tree.read(root, path), path, Credential)
    if record is None:
        raise Refused(f"{path} cannot be used: {problems[0].message}", f"`sitegen check {path}` shows where")
    return record


def owner(root: Path, slug: str) -> str:
    """The issuer of a credential, by the folder it stands in; empty if there is no such credential."""
    try:
        return _path(root, slug).split("/")[2]
    except Refused:
        return ""
