"""What is answered for a published folder: pages, redirects, headers, nothing found."""

from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.serving import content_types
from sitegen.serving.answer import Answer, Site, answer

Publish = Callable[..., Site]

SITE: dict[str, str | bytes] = {
    "index.html": "<head></head>home",
    "a/index.html": "<head></head>a",
    "b.html": "<head></head>b",
    "assets/site.css": "css",
    "404.html": "<head></head>nothing",
    "_headers": (
        "/*\n  X-All: yes\n  Strict-Transport-Security: max-age=1\n  Cache-Control: max-age=300\n"
        "/assets/*\n  Cache-Control: max-age=31536000, immutable\n"
        "/b\n  Content-Type: text/x-b\n  Content-Security-Policy: default-src 'none'; upgrade-insecure-requests\n"
    ),
    "_redirects": (
        "/old/ /a/ 301\n/b /a/ 301\n/index.html /a/ 302!\n/show/* /:splat/ 200\n/gone /b 410\n"
        "/away/* https://other.example/:splat 302\n/proxy https://other.example/ 200\n/lost /nowhere 200\n"
        "/with /a/?x=1 301\n/moved/* /:splat 200\n"
    ),
}


def get(publish: Publish, target: str, top: str = "") -> Answer:
    return answer(publish(SITE, top), target)


def test_a_page_is_answered_with_its_type(publish: Publish) -> None:
    found = get(publish, "/a/")
    assert (found.status, found.body) == (200, b"<head></head>a")
    assert found.headers["Content-Type"] == "text/html; charset=utf-8"


def test_the_slash_of_a_folder_is_added_and_the_query_kept(publish: Publish) -> None:
    found = get(publish, "/a?q=x&y=%20")
    assert (found.status, found.headers["Location"]) == (301, "/a/?q=x&y=%20")


def test_a_redirect_is_followed_where_nothing_stands(publish: Publish) -> None:
    found = get(publish, "/old?q=1")
    assert (found.status, found.headers["Location"]) == (301, "/a/?q=1")


def test_a_page_that_exists_wins_against_a_redirect(publish: Publish) -> None:
    assert get(publish, "/b").body == b"<head></head>b"


def test_a_forced_redirect_wins_against_a_page(publish: Publish) -> None:
    assert get(publish, "/index.html").headers["Location"] == "/a/"


def test_a_query_of_the_target_stands_instead_of_the_visitors(publish: Publish) -> None:
    assert get(publish, "/with?y=2").headers["Location"] == "/a/?x=1"


def test_a_redirect_may_lead_to_another_site(publish: Publish) -> None:
    assert get(publish, "/away/x").headers["Location"] == "https://other.example/x"


def test_redirects_are_not_remembered_by_the_browser(publish: Publish) -> None:
    assert get(publish, "/old").headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(("target", "status"), [("/show/a", 200), ("/moved/a", 200), ("/gone", 410)])
def test_a_rewrite_shows_another_page_under_its_status(publish: Publish, target: str, status: int) -> None:
    found = get(publish, target)
    assert (found.status, found.body[:13]) == (status, b"<head></head>")


@pytest.mark.parametrize(
    "target", ["/lost", "/show/none", "/none", "/a/none", "/../a", "/_headers", "/assets/"]
)
def test_nothing_found_is_the_sites_own_page(publish: Publish, target: str) -> None:
    found = get(publish, target)
    assert (found.status, found.body) == (404, b"<head></head>nothing")


def test_what_the_host_would_fetch_elsewhere_is_not_fetched(publish: Publish) -> None:
    assert get(publish, "/proxy").status == 502


def test_headers_of_the_file_are_sent(publish: Publish) -> None:
    assert get(publish, "/a/").headers["X-All"] == "yes"
    assert get(publish, "/none").headers["X-All"] == "yes"


def test_a_header_may_change_the_type(publish: Publish) -> None:
    assert get(publish, "/b").headers["Content-Type"] == "text/x-b"


def test_what_is_only_for_encrypted_sites_is_left_out(publish: Publish) -> None:
    found = get(publish, "/b")
    assert found.headers["Content-Security-Policy"] == "default-src 'none'"
    assert "Strict-Transport-Security" not in found.headers


def test_only_files_that_never_change_may_be_kept(publish: Publish) -> None:
    assert get(publish, "/a/").headers["Cache-Control"] == "no-cache"
    assert get(publish, "/assets/site.css").headers["Cache-Control"] == "max-age=31536000, immutable"


def test_a_site_below_a_path(publish: Publish) -> None:
    assert get(publish, "/catalog/a/", "/catalog").body == b"<head></head>a"
    assert get(publish, "/catalog/a", "/catalog").headers["Location"] == "/catalog/a/"
    assert get(publish, "/", "/catalog").headers["Location"] == "/catalog/"
    assert get(publish, "/catalog", "/catalog").headers["Location"] == "/catalog/"
    assert get(publish, "/a/", "/catalog").status == 404
    assert get(publish, "/catalogue/a/", "/catalog").status == 404


def test_without_a_page_for_nothing_found_there_are_plain_words(publish: Publish) -> None:
    found = answer(publish({"index.html": "home"}), "/none")
    assert (found.status, found.headers["Content-Type"]) == (404, "text/plain; charset=utf-8")


def test_a_site_that_was_never_built_says_so(publish: Publish) -> None:
    found = answer(publish({}), "/")
    assert (found.status, found.headers["Content-Type"]) == (503, "text/html; charset=utf-8")
    assert b"not been built yet" in found.body


def test_a_folder_is_never_listed(publish: Publish, tmp_path: Path) -> None:
    site = publish({"index.html": "home", "d/secret-name.txt": "x"})
    assert b"secret-name" not in answer(site, "/d/").body
    assert answer(site, "/d").status == 404


@pytest.mark.parametrize(
    ("address", "kind"),
    [
        ("a.html", "text/html; charset=utf-8"),
        ("a.CSS", "text/css; charset=utf-8"),
        ("a.b.js", "text/javascript; charset=utf-8"),
        ("feed.xml", "application/xml; charset=utf-8"),
        ("a.json", "application/json"),
        ("a.svg", "image/svg+xml"),
        ("a.png", "image/png"),
        ("a.woff2", "font/woff2"),
        ("a.webmanifest", "application/manifest+json"),
        ("b.c/plain", "application/octet-stream"),
        ("a.jwt", "application/octet-stream"),
    ],
)
def test_types_of_content(address: str, kind: str) -> None:
    assert content_types.of(address) == kind
