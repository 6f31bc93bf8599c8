"""Every link within the sample site leads somewhere, directly, and every credential can be reached by links alone."""

import re
from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.options import Options
from sitegen.starter import filling
from tests.site import links, parsed


def test_every_address_on_every_page_leads_somewhere(
    pages: dict[str, parsed.Page], published: links.Published
) -> None:
    faults = {
        published.fault(page.path, address) for page in pages.values() for address in links.of_page(page)
    }
    assert faults - {None} == set()


@pytest.mark.parametrize("ending", ["json", "xml"])
def test_every_address_in_data_and_feeds_leads_somewhere(
    folder: Path, published: links.Published, ending: str
) -> None:
    read = {"json": links.of_json, "xml": links.of_xml}[ending]
    files = sorted(folder.rglob(f"*.{ending}"))
    faults = [
        f"{file.name}: {fault}"
        for file in files
        for address in read(file.read_text("utf-8"))
        if (fault := published.fault("/", address))
    ]
    assert files
    assert faults == []


def test_former_addresses_lead_to_pages(folder: Path, published: links.Published) -> None:
    lines = [line.split() for line in (folder / "_redirects").read_text("utf-8").splitlines() if line]
    assert lines
    assert [published.fault("/", target) for _, target, _ in lines] == [None] * len(lines)


FILES = re.compile(r"url\(|@import|\bimport\s*[\"'*{]|\bimport\((.*?)\)|https?://([\w.-]+)")
"""How a style sheet or script can name a file; after `import(`, what it is; after `https://`, on which host."""

FROM_THE_PAGE = {
    'page?.dataset.tools??""',
    'page?.dataset.strict??""',
    'place.dataset.script??""',
    'form.dataset.script??""',
    "engine",
}
"""Scripts of the theme whose addresses, which hold a part of their hash, stand in the page."""

NAMED = {"www.w3.org", "w3id.org", "schema.org", "purl.org", "purl.imsglobal.org", "openbadges.org"}
"""Whose words signed records, and pictures of them, are made of: the words are compared, and nothing is asked for there."""


def test_styles_and_scripts_name_no_other_file(folder: Path) -> None:
    files = [*folder.glob("assets/*.css"), *folder.glob("assets/*.js")]
    assert len(files) > 2
    assert {file.name: found for file in files if (found := _files_in(file.read_text("utf-8")))} == {}


@pytest.mark.parametrize(
    "text",
    ['import "/a.js"', "import { a } from '/a.js'", 'import("/a.js")', "import(name)", 'fetch("https://a.example/")', "url(/a.png)"],
)  # fmt: skip
def test_a_file_that_is_named_is_found(text: str) -> None:
    assert len(_files_in(text)) == 1


def _files_in(text: str) -> list[str]:
    return [
        found[0]
        for found in FILES.finditer(text)
        if (found[1] or "").replace(" ", "") not in FROM_THE_PAGE and found[2] not in NAMED
    ]


def test_without_scripts_links_lead_from_the_first_page_to_every_other_that_is_listed(
    pages: dict[str, parsed.Page],
) -> None:
    """Of badges, and of people who do not want to be found, there is no list: they give their address to whom they like."""
    by_path = {page.path: page for page in pages.values()}
    reached, waiting = {"/"}, ["/"]
    while waiting:
        for found in by_path[waiting.pop()].all("a"):
            path = found.get("href").partition("#")[0]
            if path in by_path and path not in reached and not links.is_hidden_without_scripts(found):
                reached.add(path)
                waiting.append(path)
    listed = {path for path, page in by_path.items() if page.meta("robots") != ["noindex"]}
    assert listed - reached == set()


def test_a_site_below_a_path_keeps_its_links_below_it(tmp_path: Path) -> None:
    base = "https://hillside.example/catalog"
    for name, text in filling.site("Hillside Badges", base).items():
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    assert build(Options(root=tmp_path, out=tmp_path / "public", workers=1)).problems == ()
    pages = parsed.load(tmp_path / "public")
    small = links.Published(tmp_path / "public", pages, base)
    assert [
        fault
        for page in pages.values()
        for one in links.of_page(page)
        if (fault := small.fault(page.path, one))
    ] == []


def test_an_address_that_leads_nowhere_is_found(published: links.Published) -> None:
    assert published.fault("/", "/credentials/no-such-credential/") is not None


def test_a_place_that_is_not_on_the_page_is_found(published: links.Published) -> None:
    assert published.fault("/credentials/", "/issuers/#no-such-place") is not None


def test_a_link_that_costs_a_second_request_is_found(published: links.Published) -> None:
    assert published.fault("/", "/credentials") is not None
