"""What is answered for the addresses of awards, by the headers that the site itself sends along."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.model import urls
from sitegen.serving.answer import Answer, Site, answer
from tests.awards import signed_site

ID = f"1{'0' * 31}"
PAGE = urls.badge(ID)


@pytest.fixture(scope="module")
def get(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Answer]:
    """Asks a built site with an award and a status list."""
    root: Path = signed_site.make(tmp_path_factory.mktemp("served") / "site", 1)
    signed_site.built(root)
    site = Site(str(root / "public"))
    return lambda target: answer(site, target)


def test_the_page_of_an_award_has_an_address_without_an_ending(get: Callable[[str], Answer]) -> None:
    found = get(PAGE)
    assert (found.status, found.headers["Content-Type"]) == (200, "text/html; charset=utf-8")
    assert found.body == get(f"{PAGE}.html").body


def test_a_slash_too_many_leads_to_the_page(get: Callable[[str], Answer]) -> None:
    found = get(f"{PAGE}/?who=1")
    assert (found.status, found.headers["Location"]) == (301, f"{PAGE}?who=1")


@pytest.mark.parametrize(
    ("target", "kind"),
    [
        (f"{PAGE}.json", "application/json"),
        (f"{PAGE}.ob2.json", "application/json"),
        (f"{PAGE}.png", "image/png"),
        (urls.KEYS, "application/json"),
        (urls.status("harbor"), "application/json"),
        (urls.did("harbor"), "application/json"),
        (urls.issuer_profile("harbor"), "application/json"),
    ],
)
def test_what_others_check_awards_with_is_open_to_them(
    get: Callable[[str], Answer], target: str, kind: str
) -> None:
    found = get(target)
    assert (found.status, found.headers["Content-Type"]) == (200, kind)
    assert found.headers["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("target", [PAGE, f"{PAGE}.json", f"{PAGE}.png"])
def test_search_engines_are_asked_to_leave_awards_alone(get: Callable[[str], Answer], target: str) -> None:
    assert get(target).headers["X-Robots-Tag"] == "noindex"


def test_the_page_of_an_award_loads_nothing_from_elsewhere(get: Callable[[str], Answer]) -> None:
    assert get(PAGE).headers["Content-Security-Policy"] == get("/").headers["Content-Security-Policy"]


@pytest.mark.parametrize("target", [urls.badge("2" * 32), "/badges/", "/badges/10/", "/badges/classes/"])
def test_there_is_no_list_of_awards(get: Callable[[str], Answer], target: str) -> None:
    assert get(target).status == 404
