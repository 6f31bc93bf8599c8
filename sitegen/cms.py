"""What Decap CMS, an editor in the browser, must know of a site: its collections, made from the folders there are.

The editor works on the repository at GitHub: who may not write there works on a copy, and proposes it. It has one
collection for each folder and kind of file.
"""

import re
from collections.abc import Iterable, Mapping
from typing import Any

import msgspec
from msgspec import inspect

from sitegen import cms_fields
from sitegen.model.credential import Credential
from sitegen.model.focus_area import FocusArea
from sitegen.model.issuer import Issuer
from sitegen.model.site import Site
from sitegen.transfer import scalars

FILE = "admin/config.yml"
_HEAD = "# Made by `sitegen schema` for Decap CMS, from the records' fields. Change those, not this file.\n"
_GITHUB = re.compile(r"https://github\.com/([\w.-]+/[\w.-]+?)(?:\.git)?/?")

_LOG_IN = re.compile(r"(?m)^  (base_url|auth_endpoint|site_domain): (\S+)$")

Folders = Mapping[str, Iterable[str]]
"""For each folder of credentials, issuers and focus areas below `content/` the endings of the files in it."""


def repository(site: Site) -> str:
    """The repository on GitHub, as in `example/catalog`; empty if the site does not name one."""
    found = _GITHUB.fullmatch(site.repository.url) if site.repository else None
    return found[1] if found else ""


def config(site: Site, folders: Folders, before: str = "") -> str:
    """The text of `config.yml`; `site` must name its repository. Of the text `before` the way to log in is kept."""
    assert site.repository is not None
    top = site.repository.folder
    made = {
        "backend": {
            "name": "github",
            "repo": repository(site),
            "branch": site.repository.branch,
            "open_authoring": True,
            **dict(_LOG_IN.findall(before)),
        },
        "publish_mode": "editorial_workflow",
        "site_url": site.base_url,
        "media_folder": f"{top}content/media",
        "slug": {"encoding": "ascii", "clean_accents": True},
        "collections": [
            _collection(folder, ending, top, site)
            for folder, endings in sorted(folders.items())
            for ending in sorted(endings)
        ],
    }
    return _HEAD + "\n".join(_lines(made, "")) + "\n"


def _collection(folder: str, ending: str, top: str, site: Site) -> dict[str, Any]:
    kind = folder.partition("/")[0]
    record: Any = {"credentials": Credential, "issuers": Issuer, "focus-areas": FocusArea}[kind]
    is_markdown = ending == "md"
    name = folder.replace("/", "-") + ("" if is_markdown else f"-{ending}")
    return {
        "name": name,
        "label": cms_fields.words(folder.replace("/", ": ")) + ("" if is_markdown else f" ({ending})"),
        "folder": f"{top}content/{folder}",
        "create": True,
        "extension": ending,
        "format": "yaml-frontmatter" if is_markdown else "yaml",
        "identifier_field": "title" if record is Credential else "name",
        "slug": "{{slug}}",
        "editor": {"preview": False},
        "fields": list(cms_fields.of(inspect.type_info(record), site, "")),
    }


def _lines(value: Any, margin: str) -> Iterable[str]:
    """A value as YAML, in block style."""
    for key, item in value.items() if isinstance(value, dict) else enumerate(value):
        start = f"{margin}{scalars.one_line(key)}:" if isinstance(key, str) else f"{margin}-"
        if not isinstance(item, dict | list) or not item:
            yield f"{start} {scalars.one_line(item) if isinstance(item, str) else msgspec.json.encode(item).decode()}"
        elif isinstance(key, str):
            yield start
            yield from _lines(item, margin + "  ")
        else:
            first, *rest = _lines(item, margin + "  ")
            yield f"{start} {first.lstrip()}"
            yield from rest
