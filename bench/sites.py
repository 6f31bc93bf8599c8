"""How the same facts are laid out as a project of each tool: sitegen's folders, and Hugo's."""

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import names
import yaml_text
from facts import Fields, Record, Site

PAGE_SIZE = 24
END_OF_DAY = time(23, 59, 59)

Page = Callable[[Fields, str], str]
"""Writes a file: its fields and its text."""

Files = Iterator[tuple[str, str]]
"""Paths below the project's folder, and the text of each file."""


def write(folder: Path, files: Files) -> None:
    """Write every file, and the folders above it."""
    for path, text in files:
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")


def sitegen(site: Site, credentials: Iterable[Record]) -> Files:
    """The project as sitegen reads it; everything that the other tool does not make is switched off."""
    settings = {
        **names.SITE,
        "language": "en",
        "form_hosts": ["forms.example.org"],
        "theme": "bench",
        "repository": {"url": names.REPOSITORY},
        "audiences": names.AUDIENCES,
        "grades": names.GRADES,
        "evidence_kinds": names.KINDS_OF_EVIDENCE,
        "publish": {
            "social_cards": False,
            "feeds": False,
            "api": False,
            "badge_art": False,
            "search": False,
            "topics": False,
            "recommendations": False,
        },
    }
    yield "content/site.yaml", yaml_text.fields(settings)
    for issuer in site.issuers:
        yield f"content/issuers/{issuer.slug}.md", _page(issuer.fields, issuer.body)
    for area in site.focus_areas:
        yield f"content/focus-areas/{area.slug}.md", _page(area.fields, area.body)
    for credential in credentials:
        yield (
            f"content/credentials/{credential.issuer}/{credential.slug}.md",
            _page(credential.fields, credential.body),
        )


def hugo(site: Site, credentials: list[Record], page: Page) -> Files:
    """The project as Hugo reads it: words instead of slugs, taxonomies for issuers and focus areas, full times.

    A page's time carries its place among those changed on one day, so that both tools list them in one order.
    """
    for issuer in site.issuers:
        fields = {
            "title": issuer.fields["name"],
            "organization": issuer.fields["type"],
            **_without(issuer.fields, "name", "type", "form"),
        }
        yield f"content/issuers/{issuer.slug}/_index.md", page(fields, issuer.body)
    for area in site.focus_areas:
        fields = {"title": area.fields["name"], **_without(area.fields, "name", "glyph", "hue")}
        yield f"content/focus-areas/{area.slug}/_index.md", page(fields, area.body)
    forms = {issuer.slug: issuer.fields["form"] for issuer in site.issuers}
    folders = {credential.slug: credential.issuer for credential in credentials}
    times = _times(credentials)
    for credential in credentials:
        form = _filled(forms[credential.issuer], credential)
        fields = _hugo_fields(credential.fields, folders) | {
            "date": times[credential.slug], "issuers": [credential.issuer], "form": form
        }  # fmt: skip
        yield (
            f"content/credentials/{credential.issuer}/{credential.slug}.md",
            page(fields, _deeper(credential.body)),
        )


def addresses(site: Site, credentials: list[Record]) -> list[str]:
    """The files that both tools must have made, below the output folder."""
    found = ["index.html", "404.html", "robots.txt", "sitemap.xml"]
    found += [f"{name}/index.html" for name in ("focus-areas", "issuers", "pathways")]
    found += _listed("credentials", len(credentials))
    found += [f"credentials/{credential.slug}/index.html" for credential in credentials]
    for issuer in site.issuers:
        found += _listed(f"issuers/{issuer.slug}", sum(c.issuer == issuer.slug for c in credentials))
    for area in site.focus_areas:
        found += _listed(
            f"focus-areas/{area.slug}", sum(area.slug in c.fields["focus_areas"] for c in credentials)
        )
    return found


def _listed(folder: str, count: int) -> list[str]:
    pages = max(1, -(-count // PAGE_SIZE))
    return [f"{folder}/index.html", *(f"{folder}/page/{number}/index.html" for number in range(2, pages + 1))]


def _page(fields: Fields, body: str) -> str:
    return f"---\n{yaml_text.fields(fields)}---\n\n{body}"


def _json_page(fields: Fields, body: str) -> str:
    return f"{json.dumps(fields, ensure_ascii=False, indent=1, default=date.isoformat)}\n\n{body}"


PAGES: dict[str, Page] = {"yaml": _page, "json": _json_page}
"""Ways to write a page's fields for Hugo: as the other tool's files have them, and the way it reads fastest."""


def _hugo_fields(fields: Fields, folders: dict[str, str]) -> Fields:
    kept = _without(fields, "status", "published", "updated", "focus_areas", "version", "related")
    return {
        **kept,
        "version": fields["version"],
        "publishDate": fields["published"],
        "focus-areas": fields["focus_areas"],
        "audience": [names.AUDIENCES[word] for word in fields["audience"]],
        "grades": [names.GRADES[word] for word in fields["grades"]],
        "languages": [names.LANGUAGES[code] for code in fields["languages"]],
        "codes": fields["languages"],
        "evidence": [_hugo_part(part) for part in fields["evidence"]],
        "related": [f"/credentials/{folders[slug]}/{slug}" for slug in fields["related"]],
    }


def _hugo_part(part: Fields) -> Fields:
    rows = [
        {
            "criterion": row["criterion"],
            "levels": [{"name": name, "text": text} for name, text in row["levels"].items()],
        }
        for row in part["rubric"]
    ]
    return {**part, "kinds": [names.KINDS_OF_EVIDENCE[kind] for kind in part["kinds"]], "rubric": rows}


def _filled(form: Fields, credential: Record) -> Fields:
    url = (
        form["url"]
        .replace("SG_CREDENTIAL", credential.slug)
        .replace("SG_VERSION", credential.fields["version"])
    )
    return {**form, "url": url}


def _deeper(body: str) -> str:
    """The text with headings one level down, where sitegen puts them on a credential's page."""
    return "\n".join(f"#{line}" if line.startswith("#") else line for line in body.split("\n"))


def _times(credentials: list[Record]) -> dict[str, Any]:
    times: dict[str, datetime] = {}
    for place, credential in enumerate(sorted(credentials, key=lambda c: c.slug)):
        times[credential.slug] = datetime.combine(credential.fields["updated"], END_OF_DAY) - timedelta(
            seconds=place
        )
    return {slug: f"{when.isoformat()}Z" for slug, when in times.items()}


def _without(fields: Fields, *unwanted: str) -> Fields:
    return {name: value for name, value in fields.items() if name not in unwanted}
