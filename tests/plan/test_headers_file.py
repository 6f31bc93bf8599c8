import re
from collections import Counter

import pytest
from msgspec.structs import replace

from sitegen.plan import headers, hosts

EXAMPLES = [
    "/",
    "/credentials/a/",
    "/assets/site.0123456789.css",
    "/art/credentials/a.svg",
    "/media/content/issuers/a.png",
    "/data/catalog.json",
    "/api/credentials/a.json",
    "/api/schemas/credential.json",
    "/feed.xml",
    "/focus-areas/a/feed.json",
    "/issuers/a/feed.xml",
    "/issuers/a/did.json",
    "/issuers/a/profile.json",
    "/badges/ab/abcd.json",
    "/status/a.json",
]


def fitting(site, path):
    """Names and values of the headers of all rules that fit a path."""
    found = []
    for pattern, values in headers.rules(site):
        text = re.sub(r":\w+", "[^/]+", re.escape(pattern).replace(r"\*", ".*"))
        if re.fullmatch(text, path):
            found += values
    return found


def directives(policy):
    parts = [part.split() for part in policy.split("; ")]
    return {name: values for name, *values in parts}


def test_pages_may_load_only_what_the_site_itself_serves(site):
    policy = directives(dict(fitting(site, "/about/"))["Content-Security-Policy"])
    assert policy.pop("default-src") == policy.pop("base-uri") == policy.pop("frame-ancestors") == ["'none'"]
    assert policy.pop("require-trusted-types-for") == ["'script'"]
    assert all(values == ["'self'"] for values in policy.values())
    assert {"script-src", "style-src", "img-src", "connect-src", "form-action"} <= set(policy)


@pytest.mark.parametrize("name", ["Referrer-Policy", "Permissions-Policy", "Strict-Transport-Security"])
def test_every_file_is_sent_with(site, name):
    assert name in dict(fitting(site, "/anything/at/all.json"))


def test_types_are_never_guessed(site):
    assert dict(fitting(site, "/media/content/a.png"))["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/art/credentials/a.svg", "/media/content/issuers/a.svg"])
def test_pictures_run_nothing_when_opened_on_their_own(site, path):
    policy = directives(dict(fitting(site, path))["Content-Security-Policy"])
    assert policy == {"default-src": ["'none'"], "style-src": ["'unsafe-inline'"], "sandbox": []}


def test_assets_never_change_under_their_name(site):
    assert "immutable" in dict(fitting(site, "/assets/site.0123456789.css"))["Cache-Control"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/feed.json", "application/feed+json"),
        ("/issuers/a/feed.xml", "application/atom+xml"),
        ("/api/schemas/credential.json", "application/schema+json"),
    ],
)
def test_data_is_sent_as_what_it_is(site, path, kind):
    assert dict(fitting(site, path))["Content-Type"] == kind


@pytest.mark.parametrize(
    "path",
    [
        "/data/catalog.json", "/api/credentials/a.json", "/feed.xml", "/badges/ab/abcd.json", "/badges/keys.json",
        "/status/a.json", "/issuers/a/did.json", "/issuers/a/profile.json",
    ],
)  # fmt: skip
def test_data_is_open_to_other_sites(site, path):
    assert dict(fitting(site, path))["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("path", ["/", "/credentials/a/", "/art/credentials/a.svg", "/assets/site.js"])
def test_nothing_else_is(site, path):
    assert "Access-Control-Allow-Origin" not in dict(fitting(site, path))


@pytest.mark.parametrize("path", ["/badges/ab/abcd", "/badges/ab/abcd.json", "/badges/ab/abcd.png"])
def test_search_engines_are_asked_to_leave_awards_alone(site, path):
    assert dict(fitting(site, path))["X-Robots-Tag"] == "noindex"


def test_search_engines_may_read_all_else(site):
    assert "X-Robots-Tag" not in dict(fitting(site, "/credentials/a/"))


@pytest.mark.parametrize("path", EXAMPLES)
def test_no_two_rules_set_the_same_header_but_the_policy_of_pictures(site, path):
    counts = Counter(name for name, _ in fitting(site, path))
    twice = {name for name, count in counts.items() if count > 1}
    assert twice <= ({"Content-Security-Policy"} if path.startswith(("/art/", "/media/")) else set())


def test_a_site_under_a_path_has_it_in_every_pattern(site):
    text = headers.job(replace(site, base_url="https://example.org/shelf")).payload.decode()
    patterns = [line for line in text.splitlines() if not line.startswith(" ")]
    assert patterns[0] == "/shelf/*"
    assert all(pattern.startswith("/shelf/") for pattern in patterns)


def test_there_are_no_rules_for_what_is_not_published(site):
    bare = replace(site, publish=replace(site.publish, feeds=False, api=False))
    assert [pattern for pattern, _ in headers.rules(bare) if "feed" in pattern or "api" in pattern] == []


def test_the_file_keeps_the_limits_of_hosts(site):
    lines = headers.job(site).payload.decode().splitlines()
    assert max(map(len, lines)) <= 2_000
    assert sum(not line.startswith(" ") for line in lines) <= 100


def test_with_an_editor_no_file_has_two_policies_and_pages_bring_their_own(site):
    beside = replace(site, publish=replace(site.publish, admin=True))
    for path in (*EXAMPLES, "/admin/", "/admin/decap-cms.js"):
        names = Counter(name for name, _ in fitting(beside, path))
        assert [name for name, number in names.items() if number > 1] == [], path
    assert "Content-Security-Policy" not in dict(fitting(beside, "/about/"))
    assert dict(fitting(beside, "/about/"))["X-Frame-Options"] == "DENY"
    for drawing in ("/badges/ab/abcd.svg", "/assets/mark.svg", "/art/a.svg", "/media/a.svg"):
        assert "default-src 'none'" in dict(fitting(beside, drawing))["Content-Security-Policy"]
    assert hosts.policy(beside) == headers.POLICY_OF_PAGES


def test_the_editor_loads_scripts_from_the_site_alone_and_is_in_no_index(site):
    found = dict(fitting(replace(site, publish=replace(site.publish, admin=True)), "/admin/index.html"))
    policy = directives(found["Content-Security-Policy"])
    assert policy["default-src"] == ["'none'"]
    assert policy["script-src"] == ["'self'", "'unsafe-eval'"]
    assert {"https://api.github.com"} < set(policy["connect-src"])
    assert found["X-Robots-Tag"] == "noindex"


def test_without_an_editor_there_is_no_rule_for_it(site):
    assert not any("admin" in pattern for pattern, _ in headers.rules(site))
    assert "unsafe-eval" not in headers.job(site).payload.decode()
