"""Which addresses a pattern fits."""

import pytest

from sitegen.serving import patterns


@pytest.mark.parametrize(
    ("pattern", "path", "values"),
    [
        ("/", "/", {}),
        ("/old", "/old", {}),
        ("/old", "/old/", {}),
        ("/old/", "/old", {}),
        ("/*", "/", {"splat": ""}),
        ("/*", "/a/b.html", {"splat": "a/b.html"}),
        ("/news/*", "/news", {"splat": ""}),
        ("/news/*", "/news/", {"splat": ""}),
        ("/news/*", "/news/2024/a/", {"splat": "2024/a/"}),
        ("/issuers/:slug/feed.xml", "/issuers/harbor/feed.xml", {"slug": "harbor"}),
        ("/:year/:name/*", "/2024/a/b", {"year": "2024", "name": "a", "splat": "b"}),
        ("/assets/*.css", "/assets/site.1a.css", {}),
        ("/a.b", "/a.b", {}),
    ],
)
def test_a_pattern_fits_and_says_what_its_open_parts_are(
    pattern: str, path: str, values: dict[str, str]
) -> None:
    assert patterns.match(pattern, path) == values


@pytest.mark.parametrize(
    ("pattern", "path"),
    [
        ("/", "/a"),
        ("/old", "/older"),
        ("/old", "/old/page"),
        ("/news/*", "/newspaper"),
        ("/issuers/:slug/feed.xml", "/issuers/a/b/feed.xml"),
        ("/issuers/:slug/feed.xml", "/issuers//feed.xml"),
        ("/assets/*.css", "/assets/site.js"),
        ("/a.b/*", "/a-b/c"),
        ("/Old", "/old"),
    ],
)
def test_a_pattern_does_not_fit(pattern: str, path: str) -> None:
    assert patterns.match(pattern, path) is None


@pytest.mark.parametrize("pattern", ["/:a/:a", "/:1/x", "/:splat/*", "/(/:b", "/[*"])
def test_odd_patterns_are_patterns_too(pattern: str) -> None:
    assert patterns.match(pattern, "/nothing/like/it/at/all") is None or "splat" in pattern
