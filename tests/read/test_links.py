"""Links: where a target written in a file leads."""

import pytest

from sitegen.read import links, places

HERE = "content/credentials/harbor/calm.md"


def _address(target: str, path: str = HERE) -> str | None:
    return links.resolve(target, path, "docs")


@pytest.mark.parametrize(
    ("target", "address"),
    [
        ("https://a.example/b?c#d", "https://a.example/b?c#d"),
        ("/focus-areas/talk/", "/focus-areas/talk/"),
        ("/focus-areas/talk/#t-why", "/focus-areas/talk/#t-why"),
        ("/focus-areas/talk/#why", "/focus-areas/talk/#t-why"),
        ("#why", "#t-why"),
        ("#t-why", "#t-why"),
        ("loud.md", "/credentials/loud/"),
        ("./loud.md#why", "/credentials/loud/#t-why"),
        ("../lake/loud.yaml", "/credentials/loud/"),
        ("../../issuers/harbor.md", "/issuers/harbor/"),
        ("../../focus-areas/talk.md", "/focus-areas/talk/"),
        ("../../pathways/both.md", "/pathways/both/"),
        ("../../pages/about.md", "/about/"),
        ("../../pages/about/index.md", "/about/"),
        ("../../../docs/how-to/begin.md", "/docs/how-to/begin/"),
        ("../../../docs/index.md", "/docs/"),
        ("board.png", "/media/content/credentials/harbor/board.png"),
        ("%6coud.md", "/credentials/loud/"),
    ],
)
def test_a_target_leads_to_an_address(target: str, address: str) -> None:
    assert _address(target) == address


@pytest.mark.parametrize(
    "target",
    [
        "", "http://a.example", "ftp://a.example", "javascript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,x",
        "vbscript:x", "mailto:a@b.example", "file:///etc/passwd", "//evil.example/x", "///evil.example", "https:",
        "https:///x", "https://user@a.example", "https://user:pw@a.example", "https:a.example", "https://[", "//[",
        "../../../../etc/passwd", "../../../../../../../../etc/passwd.md", "..%2f..%2f..%2f..%2fetc%2fpasswd.md",
        "/../../etc/passwd/..//evil", "../../../private/key.md", "../../../themes/own/x.md", "nothing", "x.html", "x.txt",
        "../../site.yaml", "Loud.md", "a b.md", "../../credentials/loud.md", "../../awards/x.json", "view-source:x",
    ],
)  # fmt: skip
def test_a_target_that_leads_nowhere_that_can_be_published(target: str) -> None:
    address = _address(target)
    assert address is None or (address.startswith("/") and not address.startswith("//"))


@pytest.mark.parametrize(
    "target", ["../../../../etc/passwd.md", "..%2f..%2f..%2f..%2fetc%2fpasswd.md", "/etc/../../x.md"]
)
def test_no_target_names_a_file_outside(target: str) -> None:
    assert not (_address(target) or "").startswith(("/etc/passwd", "/..%2f", "/../"))


@pytest.mark.parametrize(
    "target", ["javascript:alert(1)", "//evil.example/x", "https://user@a.example", "https://["]
)
def test_what_could_do_harm_is_left_out(target: str) -> None:
    assert _address(target) is None


def test_documentation_is_only_reached_where_there_is_some() -> None:
    assert links.resolve("../../../docs/index.md", HERE, None) is None


@pytest.mark.parametrize(
    ("place", "address"),
    [
        (places.Place("", "credential", "a", "b"), "/credentials/a/"),
        (places.Place("", "issuer", "a"), "/issuers/a/"),
        (places.Place("", "focus-area", "a"), "/focus-areas/a/"),
        (places.Place("", "pathway", "a"), "/pathways/a/"),
        (places.Place("", "page", "docs/a"), "/docs/a/"),
        (places.Place("content/x/a.svg", "picture"), "/media/content/x/a.svg"),
    ],
)
def test_every_place_has_an_address(place: places.Place, address: str) -> None:
    assert links.address(place) == address
