"""A catalog with one record of each kind, to which hostile files are added."""

from pathlib import Path

from tests.build import catalog_folder
from tests.build.catalog_folder import Files, Record, Site

CALM = "content/credentials/harbor/calm.md"
ABOUT = "content/pages/about.md"


def start() -> Files:
    """Settings, an issuer, a focus area, a credential, a pathway and a page, all of them as they should be."""
    calm = catalog_folder.credential(1)
    calm.fields |= {"focus_areas": ["talk"], "title": "Calm starts"}
    return {
        "content/site.yaml": Site(
            {
                "name": "Small", "tagline": "As small as can be.", "base_url": "https://small.example.org",
                "publish": {"social_cards": False},
            }
        ),
        "content/issuers/harbor.md": Record(
            {
                "name": "Harbor College", "summary": "A college beside the harbor.", "type": "College",
                "form": {"url": "https://docs.google.com/forms/d/e/x/viewform"},
            }
        ),
        "content/focus-areas/talk.md": Record({"name": "Talk", "summary": "Everything about who speaks."}),
        CALM: calm,
        "content/pathways/all.md": Record(
            {
                "title": "All of it", "summary": "The only credential there is.", "status": "published",
                "issuer": "harbor", "outcome": "Can do it.", "stages": [{"title": "One", "credentials": ["calm"]}],
            }
        ),
        ABOUT: catalog_folder.page("About", "Read [the credential](../credentials/harbor/calm.md)."),
    }  # fmt: skip


def record(files: Files, path: str) -> Record:
    """A record among the files, to be changed."""
    found = files[path]
    assert isinstance(found, Record)
    return found


def page(body: str | bytes) -> bytes:
    """The bytes of a page with this text."""
    text = body if isinstance(body, bytes) else body.encode()
    return b"---\ntitle: About\nsummary: A page that is called About.\n---\n" + text


def write(files: Files, root: Path) -> Path:
    catalog_folder.write(files, root)
    return root
