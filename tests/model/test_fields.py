"""Kinds of text: what fits each, decided by the very types that records are made of."""

from typing import Any

import msgspec
import pytest

from sitegen.model import fields


def _fits(value: str, kind: Any) -> bool:
    try:
        msgspec.convert(value, kind, strict=False)
    except msgspec.ValidationError:
        return False
    return True


@pytest.mark.parametrize("value", ["a", "calm-routines", "k-2", "9-12", "a" * 80])
def test_slugs_that_fit(value: str) -> None:
    assert _fits(value, fields.Slug)


@pytest.mark.parametrize(
    "value",
    ["", "-a", "a-", "a--b", "A", "é", "a_b", "a b", "a/b", "..", "a.b", "a\n", "a" * 81, "ａ", "a%2e", "٣"],
)
def test_slugs_that_do_not_fit(value: str) -> None:
    assert not _fits(value, fields.Slug)


@pytest.mark.parametrize("value", ["a\nb", "a\n", "\n", "a\rb"])
def test_a_line_holds_no_line_end(value: str) -> None:
    assert not _fits(value, fields.Line)


def test_a_line_is_not_empty() -> None:
    assert not _fits("", fields.Line)


def test_text_may_run_over_lines() -> None:
    assert _fits("a\n\nb", fields.Text)


@pytest.mark.parametrize(
    "value",
    [
        "https://example.org",
        "https://example.org/",
        "https://sub.example.org:8443/a/b?c=d&e=%20#f",
        "https://example.org?q=1",
        "https://xn--bcher-kva.example/é",
    ],
)
def test_addresses_that_fit(value: str) -> None:
    assert _fits(value, fields.Url)


@pytest.mark.parametrize(
    "value",
    [
        "http://example.org",
        "HTTPS://example.org",
        "https://",
        "https:///x",
        "https://@/",
        "https://user@example.org/",
        "https://user:pw@example.org/",
        "https://example",
        "https://exа​mple.org/",
        "https://fоrms.example/",
        "https://[::1]/",
        "https://a..b/",
        "https://.example.org/",
        "https://example.org:port/",
        "https://example.org/a b",
        'https://example.org/"x',
        "https://example.org/<x>",
        "https://example.org/\\x",
        "https:\\\\example.org",
        "https://example.org\n",
        "javascript:alert(1)",
        " https://example.org",
        "//example.org",
        "https://example.org/" + "a" * 2000,
    ],
)
def test_addresses_that_do_not_fit(value: str) -> None:
    assert not _fits(value, fields.Url)


@pytest.mark.parametrize("value", ["1.0", "0.1", "12.345"])
def test_versions_that_fit(value: str) -> None:
    assert _fits(value, fields.Version)


@pytest.mark.parametrize("value", ["1", "1.", ".1", "1.0.0", "v1.0", "1.0\n", "1.1234", "１.０"])
def test_versions_that_do_not_fit(value: str) -> None:
    assert not _fits(value, fields.Version)


@pytest.mark.parametrize("value", ["en", "pt-BR", "zh-Hant", "haw"])
def test_languages_that_fit(value: str) -> None:
    assert _fits(value, fields.Language)


@pytest.mark.parametrize("value", ["", "EN", "english", "en-us", "en_US", "en\n", "e"])
def test_languages_that_do_not_fit(value: str) -> None:
    assert not _fits(value, fields.Language)


@pytest.mark.parametrize("value", ["0", "12.5", "100000", "25"])
def test_amounts_of_money_that_fit(value: str) -> None:
    assert _fits(value, fields.Money)


@pytest.mark.parametrize("value", ["-1", "nan", "inf", "100001", "1e400", "free", ""])
def test_amounts_of_money_that_do_not_fit(value: str) -> None:
    assert not _fits(value, fields.Money)
