"""What the page of a badge costs a visitor: the files it asks for, and how many bytes of each travel."""

import gzip
import re
from collections.abc import Callable
from functools import lru_cache
from pathlib import Path

import brotli

BYTES, REQUESTS = 25_000, 8
"""The most that a page of a badge may cost in all, as Brotli packs it."""

_ASKED = (
    re.compile(r'<link rel="(?:stylesheet|icon)" href="([^"]+)"'),
    re.compile(r'<(?:script|img)\b[^>]* src="([^"]+)"'),
    re.compile(r'\bdata-(?:record|status)="([^"]+)"'),
)
_WITHDRAWN = re.compile(r'data-known="(?:revoked|suspended)"')
_SUSPENDED = re.compile(r'data-suspended="([^"]+)"')


def badges(folder: Path) -> list[Path]:
    """The pages of all badges that are published."""
    return sorted(folder.glob("badges/[0-9a-f][0-9a-f]/*.html"))


def asked(page: Path) -> set[str]:
    """The paths that a page asks for, without its own; one who finds a badge withdrawn asks whether it is only on hold."""
    text = page.read_text("utf-8")
    found = {path for pattern in _ASKED for path in pattern.findall(text)}
    return found | set(_SUSPENDED.findall(text)) if _WITHDRAWN.search(text) else found


def of(folder: Path, page: Path) -> dict[str, int]:
    """The bytes of each file, by path; the page itself comes first."""
    return {page.name: _packed(page)} | {path: _packed(folder / path[1:]) for path in sorted(asked(page))}


def heaviest(folder: Path, count: int) -> list[Path]:
    """Pages that probably weigh most, and so few that all of them can be weighed: by a packing that takes less time."""
    return sorted(badges(folder), key=lambda page: _sum(folder, page, _soon_packed), reverse=True)[:count]


def _sum(folder: Path, page: Path, weigh: Callable[[Path], int]) -> int:
    return weigh(page) + sum(weigh(folder / path[1:]) for path in asked(page))


@lru_cache(maxsize=4096)
def _packed(file: Path) -> int:
    return len(brotli.compress(file.read_bytes()))


@lru_cache(maxsize=4096)
def _soon_packed(file: Path) -> int:
    return len(gzip.compress(file.read_bytes(), 6))
