"""The reference of addresses names every file that a build publishes, and none that no build makes."""

import re
from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.options import Options
from tests.awards import signed_site
from tests.badges import sample_awards as samples

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "addresses.md").read_text(encoding="utf-8")
PARTS = {"NAME": r"[a-z0-9]+(?:-[a-z0-9]+)*", "HASH": "[0-9a-f]{10,12}", "N": r"\d+",
         "PATH": ".+", "ID": "[0-9a-f]{32}", "XX": "[0-9a-f]{2}"}  # fmt: skip
TEXT = "---\ntitle: A page\nsummary: A page that is only here for its address.\n---\n\n{text}\n"
PERSON = "---\nname: Ana Lima\nsummary: A person who is only here for her address.\nawards: [{award}]\n---\n"
PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><circle cx="5" cy="5" r="4" fill="#084e32"/></svg>'
MANY = 25
"""More credentials than a page of a list holds."""


def test_published_files_are_those_of_the_reference(site: Path) -> None:
    _enrich(site)
    result = build(Options(root=site, out=site / "public", workers=1))
    assert result.problems == ()
    published = [_address(file, site / "public") for file in (site / "public").rglob("*") if file.is_file()]
    patterns = {address: _pattern(address) for address in _stated()}
    unknown = [path for path in published if not any(p.fullmatch(path) for p in patterns.values())]
    unused = [address for address, p in patterns.items() if not any(p.fullmatch(path) for path in published)]
    assert (unknown, unused) == ([], [])


@pytest.mark.parametrize(
    ("switch", "files"),
    [
        ("social_cards", "cards/**/*"),
        ("badge_art", "art/credentials/*"),
        ("api", "api/**/*"),
        ("feeds", "**/feed.*"),
    ],
)
def test_what_is_switched_off_is_left_out(site: Path, switch: str, files: str) -> None:
    settings = site / "content" / "site.yaml"
    text = settings.read_text(encoding="utf-8") + f"publish:\n  {switch}: false\n"
    settings.write_text(text, encoding="utf-8")
    assert build(Options(root=site, out=site / "public", workers=1)).problems == ()
    assert list((site / "public").glob(files)) == []
    assert f"`{switch}: false`" in PAGE


def _enrich(site: Path) -> None:
    """Give the site one of everything that has an address of its own."""
    settings = site / "content" / "site.yaml"
    settings.write_text(
        settings.read_text(encoding="utf-8")
        + "docs: docs\nsubmit_form: {service: netlify}\npublish: {worksheets: true}\n",
        encoding="utf-8",
    )
    files = {
        "docs/index.md": TEXT.format(text="![A circle](circle.svg)"),
        "docs/how-to/begin.md": TEXT.format(text="Begin."),
        "docs/circle.svg": PICTURE,
        "content/lists/first-year.md": (
            "---\ntitle: For a first year\nsummary: A list that is only here for its address.\nkept_by: nobody\n"
            "picks:\n  - {credential: the-first-five-minutes, why: Begin here.}\n---\n"
        ),
        "content/pathways/first-year.md": (
            "---\ntitle: A first year\nsummary: A pathway that is only here for its address.\nstatus: published\n"
            "issuer: example-school\noutcome: Nothing.\nstages:\n  - title: One step\n"
            "    credentials: [the-first-five-minutes]\n---\n"
        ),
    }
    _award(site)
    folder = site / "content" / "credentials" / "example-school"
    sample = (folder / "three-seconds-of-quiet.md").read_text(encoding="utf-8")
    alike = re.sub(r"^problems:\n(?:  - .*\n)+", "problems:\n  - @\n", sample, flags=re.MULTILINE)
    for number in range(MANY):
        name = f"credential-{number}"
        files[f"content/credentials/example-school/{name}.md"] = alike.replace("- @", f"- What about {name}?")
    for path, text in files.items():
        (site / path).parent.mkdir(parents=True, exist_ok=True)
        (site / path).write_text(text, encoding="utf-8")


def _award(site: Path) -> None:
    """Give the site an award, an earner's page that shows it, and both status lists."""
    settings = (site / "content" / "site.yaml").read_text(encoding="utf-8")
    address = re.findall(r"^base_url: (\S+)$", settings, re.MULTILINE)[0]
    record = site / "content" / "issuers" / "example-school.md"
    keys = f"keys:\n  - {{key: {samples.public(signed_site.KEY)}, from: 2026-01-01}}\n"
    record.write_text(
        record.read_text(encoding="utf-8").replace("---\n", f"---\n{keys}", 1), encoding="utf-8"
    )
    award = signed_site.award(site=address, issuer="example-school", name="Ana Lima")
    signed_site.put(site, "content/awards/example-school/one.jsonl", signed_site.line(award))
    for ending, purpose in (("", "revocation"), (".suspended", "suspension")):
        edition = signed_site.status_list(purpose=purpose, site=address, issuer="example-school")
        signed_site.put(site, f"content/status/example-school{ending}.json", edition)
    person = PERSON.format(award=award.id)
    signed_site.put(site, "content/people/ana-lima.md", person)


def _stated() -> list[str]:
    """The addresses in the first column of the reference's tables, up to what is said of their contents."""
    files = PAGE.split("\n## What is left out\n")[0]
    rows = re.findall(r"^\| (`/[^|]*`) \|", files.split("\n## Headers\n")[0], re.MULTILINE)
    return [*re.findall(r"`([^`]+)`", " ".join(rows)), "/_headers", "/_redirects"]


def _pattern(address: str) -> re.Pattern[str]:
    nested = address in ("/NAME/", "/docs/NAME/")
    pattern = re.sub("NAME|HASH|PATH|N|ID|XX", lambda word: PARTS[word[0]], re.escape(address))
    return re.compile(
        pattern.replace(PARTS["NAME"], rf"{PARTS['NAME']}(?:/{PARTS['NAME']})*") if nested else pattern
    )


def _address(file: Path, out: Path) -> str:
    path = "/" + file.relative_to(out).as_posix()
    return path.removesuffix("index.html") if path.endswith("/index.html") else path
