"""Which headers a `_headers` file gives an address."""

import pytest

from sitegen.serving import headers

FILE = """\
# for all pages
/*
  X-Frame-Options: DENY
  Referrer-Policy: no-referrer

/art/*
  Content-Security-Policy: sandbox
  x-frame-options: SAMEORIGIN
/art/list
  Cache-Control: max-age=0
  Cache-Control: no-cache
"""


def of(path: str, text: str = FILE) -> dict[str, str]:
    return headers.matching(headers.parse(text), path)


def test_every_rule_that_fits_counts() -> None:
    assert of("/art/a.svg")["Content-Security-Policy"] == "sandbox"
    assert of("/art/a.svg")["Referrer-Policy"] == "no-referrer"


def test_the_later_rule_holds_however_the_name_is_written() -> None:
    assert of("/art/a.svg")["X-Frame-Options"] == "SAMEORIGIN"
    assert len(of("/art/a.svg")) == 3


def test_a_header_named_twice_in_a_rule_is_joined() -> None:
    assert of("/art/list")["Cache-Control"] == "max-age=0, no-cache"


def test_a_rule_that_does_not_fit_says_nothing() -> None:
    assert "Content-Security-Policy" not in of("/credentials/")


def test_colons_in_a_value_are_kept() -> None:
    assert of("/", "/*\n  Link: <https://a.org/x:y>; rel=me\n") == {"Link": "<https://a.org/x:y>; rel=me"}


def test_lines_without_a_rule_before_them_mean_nothing() -> None:
    assert of("/", "X-Early: 1\n/*\n  X-Late: 1\n") == {"X-Late": "1"}


@pytest.mark.parametrize(
    "line",
    [
        "Content-Length: 0",
        "transfer-encoding: chunked",
        "Location: https://evil.example",
        "Connection: close",
        "Bad name: x",
        ": x",
        "X-Empty:",
        "no colon",
        "X-Snow: \u2603",
    ],
)
def test_what_a_host_does_not_let_one_set_is_left_out(line: str) -> None:
    assert of("/", f"/*\n  {line}\n") == {}
