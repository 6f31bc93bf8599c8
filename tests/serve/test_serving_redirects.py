"""Where a `_redirects` file leads an address."""

import pytest

from sitegen.serving import redirects
from sitegen.serving.redirects import Hit


def first(text: str, path: str) -> Hit | None:
    return redirects.first(redirects.parse(text), path)


def test_a_move_is_permanent_unless_said_otherwise() -> None:
    assert first("/old/ /new/", "/old/") == Hit("/new/", 301, False)


@pytest.mark.parametrize("status", [200, 301, 302, 303, 307, 308, 404, 410])
def test_the_status_is_the_third_word(status: int) -> None:
    assert first(f"/old /new {status}", "/old") == Hit("/new", status, False)


def test_an_exclamation_mark_forces() -> None:
    assert first("/old /new 302!", "/old") == Hit("/new", 302, True)


def test_the_first_rule_that_fits_counts() -> None:
    text = "/a/b /first\n/a/* /second\n/a/c /third\n"
    assert [first(text, path) for path in ("/a/b", "/a/c")] == [
        Hit("/first", 301, False),
        Hit("/second", 301, False),
    ]


def test_a_final_slash_makes_no_difference() -> None:
    assert first("/old/ /new/", "/old") == Hit("/new/", 301, False)


def test_the_splat_is_put_into_the_target() -> None:
    assert first("/news/* /blog/:splat", "/news/2024/a") == Hit("/blog/2024/a", 301, False)


def test_placeholders_are_put_into_the_target() -> None:
    assert first("/by/:who/:what /:what/of/:who", "/by/ann/book") == Hit("/book/of/ann", 301, False)


def test_what_is_put_into_the_target_is_encoded() -> None:
    assert first("/a/* /b/:splat", "/a/ü ?x") == Hit("/b/%C3%BC%20%3Fx", 301, False)


def test_names_that_are_not_in_the_pattern_stay() -> None:
    assert first("/a https://b.example:8000/:c", "/a") == Hit("https://b.example:8000/:c", 301, False)


def test_an_encoded_source_is_the_decoded_address() -> None:
    assert first("/caf%C3%A9 /coffee", "/café") == Hit("/coffee", 301, False)


def test_a_rule_that_leads_to_the_address_itself_is_passed_over() -> None:
    assert first("/a /a/ 301\n/* /b 302", "/a/") == Hit("/b", 302, False)


@pytest.mark.parametrize(
    "line",
    [
        "",
        "# /old /new",
        "/old",
        "/old 200",
        "old /new",
        "https://old.example/old /new",
        "/old new",
        "/old javascript:alert(1)",
        "/old /new 999",
        "/old /new 100",
        "/old /new abc",
        "/old /new 302 Country=at",
        "/old id=:id /new/:id",
        "/.netlify/old /new",
    ],
)
def test_lines_that_cannot_be_decided_here_are_left_out(line: str) -> None:
    assert redirects.parse(line) == ()


def test_a_comment_may_follow_a_rule() -> None:
    assert first("/old /new 302 # since spring", "/old") == Hit("/new", 302, False)


@pytest.mark.parametrize(
    ("target", "elsewhere"),
    [("/a", False), ("//b.example/a", True), ("https://b.example/", True), ("http://b.example/", True)],
)
def test_addresses_of_other_sites_are_known(target: str, elsewhere: bool) -> None:
    assert redirects.is_elsewhere(target) is elsewhere
