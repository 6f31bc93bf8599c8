"""A catalog that holds a payload in every field is published, and every one of them is nothing but text in it."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlsplit
from xml.etree import ElementTree

import html5lib
import pytest

from sitegen import build
from sitegen.options import Options
from tests.build import catalog_folder, quick_templates
from tests.hostile import payloads, small
from tests.hostile.payloads import MARK

Element = Any
HTML = "{http://www.w3.org/1999/xhtml}"
LOADS = {
    "src",
    "srcset",
    "poster",
    "data",
    "background",
    "action",
    "formaction",
    "ping",
    "manifest",
    "cite",
    "longdesc",
}

TEMPLATES = " ".join(
    path.read_text() for path in (Path(__file__).parents[2] / "themes/default").rglob("*.html")
)


class Built(NamedTuple):
    """The published files, the pages as a browser parses them, and a catalog without payloads for comparison."""

    files: dict[str, bytes]
    pages: dict[str, Element]
    plain: dict[str, Element]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    with pytest.MonkeyPatch.context() as patch:
        quick_templates.use(patch)
        files = _built(payloads.catalog(), tmp_path_factory.mktemp("hostile"))
        plain = _built(small.start(), tmp_path_factory.mktemp("plain"))
    return Built(files, _pages(files), _pages(plain))


def _built(files: catalog_folder.Files, root: Path) -> dict[str, bytes]:
    small.write(files, root)
    result = build.build(Options(root=root, out=root / "public", workers=1))
    assert result.published, [problem for problem in result.problems if problem.severity == "error"]
    return {address: data for address, (_, data) in catalog_folder.published(root / "public").items()}


def _pages(files: dict[str, bytes]) -> dict[str, Element]:
    return {
        name: html5lib.parse(data, transport_encoding="utf-8")
        for name, data in files.items()
        if name.endswith(".html")
    }


def _elements(pages: dict[str, Element]) -> Iterator[tuple[str, str, Element]]:
    """Every element with its page and its name."""
    for address, page in pages.items():
        for element in page.iter():
            if isinstance(element.tag, str):
                yield address, element.tag.removeprefix(HTML), element


def _found(built: Built, wanted: Any) -> list[tuple[str, str]]:
    """Page and markup of the elements for which `wanted` holds."""
    return [
        (address, ElementTree.tostring(element, encoding="unicode")[:200])
        for address, name, element in _elements(built.pages)
        if wanted(name, element)
    ]


def test_the_payloads_are_there_to_be_found(built: Built) -> None:
    shown = [address for address, page in built.pages.items() if MARK in "".join(page.itertext())]
    assert len(shown) > 60


def test_no_script_but_the_themes_own_and_data(built: Built) -> None:
    def foreign(name: str, element: Element) -> bool:
        ours = (
            re.fullmatch(r"/assets/[a-z-]+\.[0-9a-f]{10}\.js", element.get("src", ""))
            and not (element.text or "").strip()
        )
        return name == "script" and not ours and element.get("type") != "application/ld+json"

    assert _found(built, foreign) == []


def test_no_attribute_that_runs_code(built: Built) -> None:
    assert (
        _found(built, lambda _, element: any(label.lower().startswith("on") for label in element.attrib))
        == []
    )


def test_no_style_attribute(built: Built) -> None:
    assert _found(built, lambda _, element: "style" in element.attrib) == []


def test_every_link_is_https_or_on_the_site(built: Built) -> None:
    def strays(_: str, element: Element) -> bool:
        parts = urlsplit(element.get("href", ""))
        letter_to_nobody = (
            element.get("href") == "mailto:"
        )  # a script writes the page's address and a note into it
        return not (
            parts.scheme == "https" or (parts.scheme == "" and parts.netloc == "") or letter_to_nobody
        )

    assert _found(built, strays) == []


def test_everything_that_is_loaded_is_on_the_site(built: Built) -> None:
    def strays(name: str, element: Element) -> bool:
        labels = LOADS | ({"href"} if name == "link" and element.get("rel") != "canonical" else set())
        places = [urlsplit(element.get(label, "")) for label in labels]
        return any(place.scheme or place.netloc for place in places)

    assert _found(built, strays) == []


def test_no_kind_of_element_that_the_theme_and_markdown_do_not_have(built: Built) -> None:
    known = {name for _, name, _ in _elements(built.plain)}
    written = set(
        "h2 h3 h4 h5 pre code table thead tbody tr th td img em strong blockquote ol ul li a p br hr del".split()
    )
    templates = " ".join(
        path.read_text() for path in (Path(__file__).parents[2] / "themes/default").rglob("*.html")
    )
    themes_own = set(re.findall(r"<([a-z][a-z0-9]*)", templates))
    assert {name for _, name, _ in _elements(built.pages)} - known - written - themes_own == set()


@pytest.mark.parametrize(
    "name", ["iframe", "object", "embed", "base", "style", "math", "noscript", "frame", "applet", "marquee"]
)
def test_no_element_that_has_no_place_in_a_catalog(built: Built, name: str) -> None:
    assert _found(built, lambda found, _: found == name) == []


def test_no_field_for_a_password(built: Built) -> None:
    assert _found(built, lambda name, element: name == "input" and element.get("type") == "password") == []


def test_no_page_sends_a_browser_elsewhere(built: Built) -> None:
    assert _found(built, lambda name, element: name == "meta" and "http-equiv" in element.attrib) == []


def test_ids_stand_once_on_a_page(built: Built) -> None:
    twice = {}
    for address, page in built.pages.items():
        counts = Counter(element.get("id") for element in page.iter() if element.get("id"))
        twice |= {(address, name): count for name, count in counts.items() if count > 1}
    assert twice == {}


def test_ids_made_of_text_can_take_the_place_of_nothing(built: Built) -> None:
    themes_own = set(re.findall(r'\bid="([a-z-]+)"', TEMPLATES))
    made = {element.get("id", "") for _, _, element in _elements(built.pages)} - themes_own - {""}
    assert [name for name in made if not re.match("(t|letter|evidence|row|part|stage|step)-", name)] == []


def test_no_name_but_those_of_the_theme(built: Built) -> None:
    known = {element.get("name") for _, _, element in _elements(built.plain)}
    assert {element.get("name") for _, _, element in _elements(built.pages)} - known == set()


@pytest.mark.parametrize("number", range(len(payloads.LINES)))
def test_a_title_is_shown_as_it_was_written(built: Built, number: int) -> None:
    heading = built.pages[f"credentials/h{number}/index.html"].find(f".//{HTML}h1")
    assert "".join(heading.itertext()) == payloads.LINES[number]


@pytest.mark.parametrize("number", range(len(payloads.LINES)))
def test_data_in_a_page_holds_the_title_as_it_was_written(built: Built, number: int) -> None:
    page = built.pages[f"credentials/h{number}/index.html"]
    (data,) = [e for e in page.iter(f"{HTML}script") if e.get("type") == "application/ld+json"]
    assert payloads.LINES[number] in json.dumps(json.loads(data.text), ensure_ascii=False).replace(
        '\\"', '"'
    ).replace("\\\\", "\\")


def test_data_in_a_page_holds_no_sign_of_html(built: Built) -> None:
    texts = [
        e.text
        for _, name, e in _elements(built.pages)
        if name == "script" and e.get("type") == "application/ld+json"
    ]
    assert [text for text in texts if re.search("[<>&\u2028\u2029]", text)] == []


def test_templates_in_text_are_not_run(built: Built) -> None:
    shown = "".join(built.pages["p10/index.html"].itertext())
    assert "{{ 7 * 7 }}" in shown and "49" not in shown


def test_no_page_holds_what_a_template_could_have_read(built: Built) -> None:
    assert [address for address, data in built.files.items() if b"root:x:0:0" in data] == []


def _ending(built: Built, *endings: str) -> dict[str, bytes]:
    return {address: data for address, data in built.files.items() if address.endswith(endings)}


def test_files_of_json_can_be_read(built: Built) -> None:
    for data in _ending(built, ".json").values():
        json.loads(data)


def test_files_of_xml_can_be_read(built: Built) -> None:
    for data in _ending(built, ".xml", ".svg").values():
        ElementTree.fromstring(data)


def test_no_drawing_runs_code_or_loads_anything(built: Built) -> None:
    bad = []
    for address, data in _ending(built, ".svg").items():
        for element in ElementTree.fromstring(data).iter():
            name = element.tag.rpartition("}")[2].lower()
            labels = {label.rpartition("}")[2].lower() for label in element.attrib}
            if name in {"script", "foreignobject", "image", "use", "a", "style"} or any(
                n.startswith("on") for n in labels
            ):
                bad.append((address, name))
    assert bad == []


def test_feeds_hold_text_and_no_markup_of_the_authors(built: Built) -> None:
    feeds = _ending(built, "feed.xml")
    marked = [data for data in feeds.values() if MARK.encode() in data]
    assert marked and not any(re.search(rb"<(script|img|svg|base|form)\b", data) for data in marked)


@pytest.mark.parametrize("name", ["_headers", "_redirects", "robots.txt", "sitemap.xml"])
def test_no_text_gets_into_files_that_steer_the_host(built: Built, name: str) -> None:
    assert MARK.encode() not in built.files[name] and b"evil.example" not in built.files[name]


def test_values_in_a_forms_address_are_written_out(built: Built) -> None:
    addresses = [
        element.get("href", "")
        for _, name, element in _elements(built.pages)
        if name == "a"
        and element.get("href", "").startswith("https://docs.google.com/")
        and MARK in element.get("href", "")
    ]
    assert addresses and all(re.fullmatch(r"[A-Za-z0-9:/?&=._~%-]+", address) for address in addresses)


def test_a_forms_address_has_no_more_parameters_than_its_issuer_gave_it(built: Built) -> None:
    page = built.pages["credentials/h3/index.html"]
    (address,) = {e.get("href") for e in page.iter(f"{HTML}a") if "docs.google.com" in e.get("href", "")}
    assert [part.partition("=")[0] for part in urlsplit(address).query.split("&")] == ["a", "b", "c"]
