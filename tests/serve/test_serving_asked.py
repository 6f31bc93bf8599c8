"""What the target of a request asks for."""

import pytest

from sitegen.serving import asked
from sitegen.serving.asked import Asked


@pytest.mark.parametrize(
    ("target", "path", "query"),
    [
        ("/", "/", ""),
        ("/a/", "/a/", ""),
        ("/a/b.html", "/a/b.html", ""),
        ("/a%20b", "/a b", ""),
        ("/%C3%BC/", "/ü/", ""),
        ("/a?q=1&r=%2F", "/a", "?q=1&r=%2F"),
        ("/a?", "/a", "?"),
        ("/a#part?x", "/a", ""),
        ("/.well-known/did.json", "/.well-known/did.json", ""),
        ("/a%252e", "/a%2e", ""),
    ],
)
def test_paths_are_decoded_once_and_queries_are_kept(target: str, path: str, query: str) -> None:
    assert asked.read(target) == Asked(path, query)


@pytest.mark.parametrize(
    "target",
    [
        "",
        "*",
        "a",
        "http://evil.example/a",
        "//evil.example/a",
        "/a//b",
        "/..",
        "/../a",
        "/a/../../b",
        "/./a",
        "/%2e%2e/a",
        "/%2E%2E%2Fa",
        "/a%2f..%2f..%2fb",
        "/a%2Fb",
        "/a/%2e%2e/b",
        "/..%5ca",
        "/a%5c..%5cb",
        "/a\\b",
        "/.git/config",
        "/.sitegen/public.sqlite",
        "/a/.hidden",
        "/a%00.html",
        "/a%0d%0aX: y",
        "/%ff",
        "/%c0%ae%c0%ae/a",
        "/%ed%a0%80",
    ],
)
def test_what_no_published_file_is_called_asks_for_nothing(target: str) -> None:
    assert asked.read(target) is None


def test_a_query_cannot_carry_line_ends() -> None:
    wanted = asked.read("/a?x=\r\nSet-Cookie:y")
    assert wanted is not None
    assert "\n" not in wanted.query
    assert "\r" not in wanted.query
