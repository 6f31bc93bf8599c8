"""Which addresses pass the last gate."""

import pytest

from sitegen.write import addresses


@pytest.mark.parametrize(
    "address",
    [
        "index.html",
        "credentials/calm-routines/index.html",
        "badges/3f/0a1b.ob2.json",
        "_headers",
        ".well-known/did.json",
        "issuers/north/.well-known/did.json",
        ".nojekyll",
        "a b/ü.html",
        "a..b/c...html",
    ],
)
def test_ordinary_addresses_pass(address: str) -> None:
    addresses.check(address)


@pytest.mark.parametrize(
    "address",
    [
        "",
        "/",
        "/etc/passwd",
        "a/",
        "a//b",
        ".",
        "..",
        "../a",
        "a/../b",
        "a/..",
        "a/./b",
        "a\\b",
        "a\x00b",
        "a\nb",
        "a\x7fb",
        "a\x85b",
        "index.html\n",
        "\udcff.html",
        ".env",
        ".git/config",
        "a/.htaccess",
        ".well-known-not/a",
        ".nojekyll/a",
        ".nojekyll2",
    ],
)
def test_addresses_that_could_leave_the_site_or_hide_in_it_are_refused(address: str) -> None:
    with pytest.raises(ValueError, match="not an address"):
        addresses.check(address)
