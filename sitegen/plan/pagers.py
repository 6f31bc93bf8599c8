"""How a long list is cut into pages."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from sitegen.model import urls
from sitegen.plan.views import Link, Pager

PAGE_SIZE = 24
NEAR = 2
"""How many page numbers are shown on either side of the current one."""

ItemT = TypeVar("ItemT")


class Slice(Struct, frozen=True):
    """One page of a list: its number (from 1), its path, and the pager that stands on it."""

    number: int
    path: str
    pager: Pager


def cut(
    items: Sequence[ItemT], first: str, root: str, size: int = PAGE_SIZE
) -> Iterator[tuple[Slice, list[ItemT]]]:
    """The pages of `items`, with so many on each; at least one, even of an empty list."""
    total = max(1, -(-len(items) // size))
    for number in range(1, total + 1):
        part = list(items[(number - 1) * size : number * size])
        yield Slice(number, urls.later_page(first, number), _pager(number, total, first, root)), part


def _pager(number: int, total: int, first: str, root: str) -> Pager:
    def href(page: int) -> str:
        return root + urls.later_page(first, page) if 1 <= page <= total else ""

    shown = sorted({1, total, *range(max(1, number - NEAR), min(total, number + NEAR) + 1)})
    pages: list[Link] = []
    for before, page in zip([0, *shown], shown, strict=False):
        if page - before > 1:
            pages.append(Link(text="…", href=""))
        pages.append(Link(text=str(page), href=href(page)))
    return Pager(
        number=number, total=total, previous=href(number - 1), next=href(number + 1), pages=tuple(pages)
    )
