"""Time stamps: every form that exports write, by the order that was stated."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from sitegen.submissions import stamps

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("1/2/2026 10:00:00", "month/day/year", "2026-01-02 10:00:00"),
        ("1/2/2026 10:00:00", "day/month/year", "2026-02-01 10:00:00"),
        ("5/10/2026 09:15:00", "month/day/year", "2026-05-10 09:15:00"),
        ("2026/09/20 10:00:00 AM", None, "2026-09-20 10:00:00"),
        ("2026/09/27 3:00:00 PM GMT+3", None, "2026-09-27 12:00:00"),
        ("2026/09/27 12:30:00 AM GMT-03:30", None, "2026-09-27 04:00:00"),
        ("9/9/26 18:01", "month/day/year", "2026-09-09 18:01:00"),
        ("31.12.2026, 23:59", "day/month/year", "2026-12-31 23:59:00"),
        ("2026-03-04T05:06:07.890Z", None, "2026-03-04 05:06:07"),
        ("2026-03-04T05:06:07+02:00", None, "2026-03-04 03:06:07"),
        ("2026-03-04", None, "2026-03-04 00:00:00"),
        ("26-03-04 05:06", "year/month/day", "2026-03-04 05:06:00"),
    ],
)
def test_a_stamp_is_read_by_the_stated_order(text: str, order: stamps.Order | None, expected: str) -> None:
    found = stamps.moment(text, order, ZoneInfo("UTC"))
    assert found == datetime.fromisoformat(f"{expected}+00:00")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yesterday",
        "13/5/2026 10:00",
        "2/30/2026 10:00",
        "1/2/2026 25:00",
        "1/2/2026 10:00 PST",
        "45000.5",
    ],
)
def test_what_does_not_fit_is_no_moment(text: str) -> None:
    assert stamps.moment(text, "month/day/year", BERLIN) is None


def test_an_order_that_is_not_stated_is_not_guessed() -> None:
    assert stamps.moment("25/12/2025 10:00", None, BERLIN) is None
    assert stamps.needs_order("25/12/2025 10:00")


def test_a_stamp_without_a_zone_is_in_that_of_the_form() -> None:
    summer = stamps.moment("2026-07-01 12:00", None, BERLIN)
    winter = stamps.moment("2026-01-01 12:00", None, BERLIN)
    assert (summer, winter) == (datetime(2026, 7, 1, 10, tzinfo=UTC), datetime(2026, 1, 1, 11, tzinfo=UTC))
