"""The files of a site's repository that are made from others, and must stay true: schemas, owners, settings of editors."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sitegen import cms, issue_form, owners, schema
from sitegen.model.issuer import Issuer
from sitegen.model.site import Site
from sitegen.problem import Problem, Span
from sitegen.read import records, tree

REFERENCE = "docs/reference/fields.md"
EDITOR = ".vscode/settings.json"
ISSUERS = "content/issuers"
_FILES = {"site": ("content/site.yaml",), "glossary": ("content/glossary.yaml",)} | {
    kind: tuple(f"content/{folder}/**/*{ending}" for ending in (".yaml", ".yml"))
    for kind, folder in (
        ("credential", "credentials"),
        ("issuer", "issuers"),
        ("focus-area", "focus-areas"),
        ("pathway", "pathways"),
        ("page", "pages"),
        ("person", "people"),
        ("list", "lists"),
        ("form-export", "forms"),
    )
}
"""Which files follow which schema."""


class UnreadableError(Exception):
    """A file that others are made from has a fault."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(problem.message)
        self.problem = problem


def start(site: Site) -> dict[str, str]:
    """What a new site begins with, by path from its folder."""
    made = {
        owners.FILE: owners.within("", site, {}),
        EDITOR: editor("{}"),
        issue_form.FILE: issue_form.text(site),
    }
    return schema.schemas(site.base_url) | made


def files(root: Path) -> dict[str, str]:
    """All that should stand in the site at `root`, by path from it; settings of an editor only if there are some.

    Raises UnreadableError if the site's settings or an issuer's file have a fault.
    """
    site = _site(root)
    made = schema.schemas(site.base_url)
    if (root / REFERENCE).parent.is_dir():
        made[REFERENCE] = schema.reference()
    made |= _owners(root, site) | _forms(root, site)
    if (root / cms.FILE).is_file():
        made |= editor_config(root)
    settings = _text(root, EDITOR)
    if settings and (merged := editor(settings)):
        made[EDITOR] = merged
    return made


def editor_config(root: Path) -> dict[str, str]:
    """What the editor in the browser must know of the site; nothing if the site names no repository on GitHub."""
    site = _site(root)
    if not cms.repository(site):
        return {}
    top = root / "content"
    folders = [*top.glob("credentials/*/"), top / "issuers", top / "focus-areas"]
    endings = {folder.relative_to(top).as_posix(): _endings(folder) for folder in folders}
    return {cms.FILE: cms.config(site, endings, _text(root, cms.FILE))}


def _endings(folder: Path) -> set[str]:
    """The endings of the records in a folder; new ones are written as Markdown."""
    return {"md"} | {path.suffix[1:] for path in folder.glob("*") if path.suffix in (".yaml", ".yml")}


def editor(existing: str) -> str:
    """Settings for VS Code in which each file has its schema; empty if there are comments, which would be lost."""
    try:
        settings: Any = json.loads(existing)
    except ValueError:
        return ""
    theirs = settings.get("yaml.schemas", {}) if isinstance(settings, dict) else None
    if not isinstance(theirs, dict):
        return ""
    ours = {f"./{schema.path(kind)}": list(globs) for kind, globs in _FILES.items()}
    kept = {name: globs for name, globs in theirs.items() if name not in ours}
    return json.dumps({**settings, "yaml.schemas": {**ours, **kept}}, indent=2, ensure_ascii=False) + "\n"


def _site(root: Path) -> Site:
    path = _FILES["site"][0]
    found, problems = records.site(tree.read(root, path), path)
    if found is None:
        raise UnreadableError(problems[0])
    return found


def _forms(root: Path, site: Site) -> dict[str, str]:
    """The form for suggestions, if the repository has forms for issues."""
    top = _way_up(root, site)
    has_forms = top is not None and (root / top / issue_form.FOLDER).is_dir()
    return {f"{top}{issue_form.FILE}": issue_form.text(site)} if has_forms else {}


def _owners(root: Path, site: Site) -> dict[str, str]:
    """The list of owners, at the top of the repository; none if nobody is named and there is no such file."""
    top = _way_up(root, site)
    if top is None:
        return {}
    path = top + owners.FILE
    issuers = _issuers(root)
    existing = _text(root, path)
    named = site.maintainers or any(issuer.maintainers for issuer in issuers.values())
    return {path: owners.within(existing, site, issuers)} if named or existing else {}


def _way_up(root: Path, site: Site) -> str | None:
    """The way from the site to the top of its repository; None if the site does not stand in the folder that it says."""
    folder = site.repository.folder if site.repository else ""
    if folder and not root.resolve().as_posix().endswith(f"/{folder.rstrip('/')}"):
        return None
    return "../" * folder.count("/")


def _issuers(root: Path) -> Mapping[str, Issuer]:
    found: dict[str, Issuer] = {}
    for source in tree.scan(root, (ISSUERS,)).sources:
        if source.path.endswith(tree.TEXT_ENDINGS):
            record, problems = records.record_of(tree.read(root, source.path), source.path, Issuer)
            if record is None:
                raise UnreadableError(problems[0])
            found[source.path.rpartition("/")[2].rpartition(".")[0]] = record
    return found


def _text(root: Path, path: str) -> str:
    place = root / path
    try:
        return place.read_text(encoding="utf-8") if place.is_file() else ""
    except UnicodeDecodeError as error:
        words = "this file is not UTF-8, so it cannot be completed without harm"
        raise UnreadableError(Problem(code="not-utf8", message=words, span=Span(path))) from error
