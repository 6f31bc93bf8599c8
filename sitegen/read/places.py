"""Which kind of record a file holds, and its slug: what a path means."""

import re
from collections.abc import Callable

from msgspec import Struct

from sitegen.model import urls
from sitegen.model.credential import Credential
from sitegen.model.focus_area import FocusArea
from sitegen.model.issuer import Issuer
from sitegen.model.page import Page
from sitegen.model.pathway import Pathway
from sitegen.model.person import Person
from sitegen.model.shortlist import Shortlist
from sitegen.problem import Problem
from sitegen.read import endings, file_names, tree

CONTENT = "content"
SITE_FILE = "content/site.yaml"
GLOSSARY = "content/glossary.yaml"
AWARDS = "content/awards/"
STATUS = "content/status/"
FORMS = "content/forms/"
RECORDS: dict[str, type[Struct]] = {
    "credential": Credential,
    "issuer": Issuer,
    "focus-area": FocusArea,
    "pathway": Pathway,
    "page": Page,
    "person": Person,
    "list": Shortlist,
}
FOLDERS = {
    "credentials": "credential",
    "issuers": "issuer",
    "focus-areas": "focus-area",
    "pathways": "pathway",
    "pages": "page",
    "people": "person",
    "lists": "list",
}


PLAIN_NAME = r"[a-z0-9]+([-_.][a-z0-9]+)*"
ASSET_NAME = r"([A-Za-z0-9_-]+/)*[A-Za-z0-9_-]+(\.[A-Za-z0-9_-]+)+"


class Place(Struct, frozen=True):
    """What a path stands for: a record of some kind under a slug, or a file of another kind.

    Those are a `picture`, a batch of `awards`, a `status` list, a `form-export` and the `glossary`.
    """

    path: str
    kind: str
    slug: str = ""
    issuer: str = ""


def place(path: str, docs: str | None) -> Place | Problem | None:
    """What the file at `path` stands for; None if it is read elsewhere (the site's settings)."""
    if path == SITE_FILE:
        return None
    if path == GLOSSARY or path.startswith(tuple(APART)):
        return _apart(path)
    if path.endswith(tree.PICTURE_ENDINGS):
        return _picture(path)
    if not path.endswith(tree.TEXT_ENDINGS):
        return file_names.refused(
            path, "unknown-file", "files of this kind are not used here", endings.hint(path)
        )
    if docs and path.startswith(docs + "/"):
        return _page(path, path.removeprefix(docs + "/"), "docs/")
    return _record(path, path.split("/")[1:])


def _apart(path: str) -> Place | Problem | None:
    """What a file is that is no record."""
    if path == GLOSSARY:
        return Place(path, "glossary")
    return next(place_of(path) for folder, place_of in APART.items() if path.startswith(folder))


def _signed(path: str) -> Place | Problem:
    """A batch of awards, `content/awards/ISSUER/NAME.jsonl`, or a status list, `content/status/ISSUER.json`."""
    name = path.rpartition("/")[2]
    stem, _, ending = name.partition(".")
    issuer = path.removeprefix(AWARDS).partition("/")[0] if path.startswith(AWARDS) else stem
    fits = (
        re.fullmatch(rf"{AWARDS}[^/]+/[A-Za-z0-9-]+\.jsonl?", path)
        if path.startswith(AWARDS)
        else re.fullmatch(rf"{STATUS}[^/]+\.json", path) and ending in ("json", "suspended.json")
    )
    if not fits:
        where = "awards stand in content/awards/ISSUER/NAME.jsonl, status lists in content/status/ISSUER.json"
        return file_names.refused(path, "unknown-file", "files of this kind or name are not used here", where)
    return file_names.bad_slug(path, issuer) or Place(
        path, "awards" if path.startswith(AWARDS) else "status", stem, issuer
    )


def _form(path: str) -> Place | Problem:
    """A file that says how a form's exports are read, `content/forms/NAME.yaml`; `sitegen inbox` heeds it."""
    if re.fullmatch(rf"{FORMS}[^/]+\.yaml", path):
        name = _stem(path.removeprefix(FORMS))
        return file_names.bad_slug(path, name) or Place(path, "form-export", name)
    return file_names.refused(
        path, "unknown-file", "files of this kind are not used here", "forms stand in content/forms/NAME.yaml"
    )


def _picture(path: str) -> Place | Problem:
    parts = path.split("/")
    if all(
        re.fullmatch(PLAIN_NAME, p) and not file_names.DEVICE.fullmatch(p.partition(".")[0]) for p in parts
    ):
        return Place(path, "picture")
    hint = "rename it, as in `calm-routines.png`"
    return file_names.refused(
        path,
        "wrong-file-name",
        "a picture's name may have lower-case letters, digits, `-`, `_` and `.`",
        hint,
    )


def _theme_file(path: str) -> Problem | None:
    """What is wrong with a file of a theme being there; themes are loaded as a whole, not one file at a time."""
    folder, _, name = "/".join(path.split("/")[2:]).partition("/")
    if folder == "templates" and name.endswith(".html"):
        return None
    if folder == "assets" and name.endswith(tree.ASSET_ENDINGS) and re.fullmatch(ASSET_NAME, name):
        return None
    where = "templates are .html files in `templates/`, everything else a theme needs stands in `assets/`"
    return file_names.refused(
        path, "unknown-file", "files of this kind or name are not used in a theme", where
    )


def _record(path: str, parts: list[str]) -> Place | Problem:
    kind = FOLDERS.get(parts[0])
    if kind is None:
        return file_names.refused(
            path,
            "unknown-folder",
            f"`content/{parts[0]}` is not a folder for records",
            endings.folder(parts[0], FOLDERS),
        )
    if kind == "page":
        return _page(path, "/".join(parts[1:]), "")
    depth = 3 if kind == "credential" else 2
    if len(parts) != depth:
        return file_names.refused(
            path, "wrong-folder", "this file stands in the wrong folder", endings.way(parts[0], depth)
        )
    slug = _stem(parts[-1])
    issuer = parts[1] if kind == "credential" else ""
    return (
        file_names.bad_slug(path, slug)
        or (issuer and file_names.bad_slug(path, issuer))
        or Place(path, kind, slug, issuer)
    )


def _page(path: str, below: str, top: str) -> Place | Problem:
    parts = [*below.split("/")[:-1], _stem(below.rsplit("/", maxsplit=1)[-1])]
    for part in parts:
        if problem := file_names.bad_slug(path, part):
            return problem
    if not top and parts[0] in urls.RESERVED:
        return file_names.refused(
            path,
            "reserved-name",
            f"the name `{parts[0]}` is used by the site itself",
            "give the page another name",
        )
    if parts[-1] == "index":
        parts.pop()
    return Place(path, "page", (top + "/".join(parts)).rstrip("/"))


def _stem(name: str) -> str:
    return name.rsplit(".", 1)[0]


APART: dict[str, Callable[[str], Place | Problem | None]] = {
    AWARDS: _signed,
    STATUS: _signed,
    FORMS: _form,
    "themes/": _theme_file,
}
"""Folders in which files are no records."""
