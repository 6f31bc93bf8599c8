import pytest

from sitegen.plan import pagers


def pages(number, current=1):
    parts = [part for part, _ in pagers.cut(range(number * pagers.PAGE_SIZE), "/list/", "/shelf")]
    return parts[current - 1].pager


def test_every_item_is_on_exactly_one_page():
    items = list(range(2 * pagers.PAGE_SIZE + 1))
    parts = [part for _, part in pagers.cut(items, "/list/", "")]
    assert [len(part) for part in parts] == [pagers.PAGE_SIZE, pagers.PAGE_SIZE, 1]
    assert [item for part in parts for item in part] == items


def test_an_empty_list_has_one_page():
    assert [(part.path, items) for part, items in pagers.cut([], "/list/", "")] == [("/list/", [])]


def test_pages_have_addresses_below_the_first():
    assert [part.path for part, _ in pagers.cut(range(30), "/list/", "")] == ["/list/", "/list/page/2/"]


def test_links_carry_the_path_that_the_site_stands_under():
    assert pages(2).next == "/shelf/list/page/2/"


def test_there_is_nothing_before_the_first_page_or_after_the_last():
    assert pages(3, 1).previous == pages(3, 3).next == ""


@pytest.mark.parametrize(
    ("current", "shown"),
    [
        (1, "1 2 3 … 20"),
        (4, "1 2 3 4 5 6 … 20"),
        (10, "1 … 8 9 10 11 12 … 20"),
        (20, "1 … 18 19 20"),
    ],
)
def test_a_long_list_is_shortened_away_from_the_current_page(current, shown):
    assert " ".join(link.text for link in pages(20, current).pages) == shown


def test_what_is_left_out_leads_nowhere():
    assert {link.href for link in pages(20, 10).pages if link.text == "…"} == {""}
