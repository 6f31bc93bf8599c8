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


def test_styles_and_scripts_name_no_other_file(folder: Path) -> None:
    named = re.compile(r"url\(|@import|https?://|\bimport\s*[\"'(]")
    files = [*folder.glob("assets/*.css"), *folder.glob("assets/*.js")]
    assert len(files) > 2
    assert {file.name: named.findall(file.read_text("utf-8")) for file in files} == {
        f.name: [] for f in files
    }


def test_without_scripts_links_lead_from_the_first_page_to_every_other(
    pages: dict[str, parsed.Page],
) -> None:
    by_path = {page.path: page for page in pages.values()}
    reached, waiting = {"/"}, ["/"]
    while waiting:
        for found in by_path[waiting.pop()].all("a"):
            path = found.get("href").partition("#")[0]
            if path in by_path and path not in reached and not links.is_hidden_without_scripts(found):
                reached.add(path)
                waiting.append(path)
    assert by_path.keys() - reached == {"/404.html"}


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
