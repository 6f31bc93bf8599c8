"""What hosts accept at most, and whether a built site fits: how many files, how full its folders, how many rules.

Sources, read in 2026: Netlify's open build code and its documentation (files of a folder, redirects); Cloudflare's
documentation of Pages (limits, redirects, headers); GitHub's documentation of Pages. Hosts do change them.
"""

import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from sitegen.cli.examine import Finding, State

MEGABYTE = 1_000_000


class Limit(NamedTuple):
    """The most of something that a host accepts, and what to do about more."""

    what: str
    most: int
    more: str


class Counted(NamedTuple):
    """A built site in figures, and where the most files are."""

    figures: dict[str, int]
    fullest: str
    parts: tuple[tuple[str, int], ...]


FEWER = "publish less (the settings below `publish:`)"
LIMITS = {
    "netlify": (
        Limit("files in one folder", 54_000, f"{FEWER}, or part the records"),
        Limit("redirects", 10_000, "take out aliases that nobody uses any more"),
    ),
    "cloudflare": (
        Limit("files", 20_000, f"{FEWER}, or take a paid plan, which has room for 100,000"),
        Limit("bytes of one file", 25 * 1_048_576, "part that file's records"),
        Limit("header rules", 100, "set headers for fewer addresses"),
        Limit("characters of a header", 2_000, "shorten it"),
        Limit("characters of a redirect", 1_000, "shorten the alias"),
    ),
    "github": (
        Limit("bytes", 1_000 * MEGABYTE, FEWER),
        Limit("bytes of one file", 100 * MEGABYTE, "part that file's records"),
    ),
}
"""By host; Cloudflare's 2,000 redirects are none, because the build makes pages of those that are too many."""

SETTINGS = {"cards": "social_cards", "api": "api", "data": "search", "badges": "badge_pictures", "art": "badge_art",
            "topics": "topics", "a-z": "topics"}  # fmt: skip
"""Which setting below `publish:` a folder of the site depends on."""


def findings(out: Path, own: str) -> Iterator[Finding]:
    """How a built site stands with each host; what its own host does not accept is bad, what others do not is a note."""
    if not (out / "index.html").is_file():
        yield Finding("published site", "note", f"nothing in {out} yet; `sitegen build`, then ask again")
        return
    counted = count(out)
    figures = counted.figures
    yield Finding(
        "published site",
        "good",
        f"{figures['files']:,} files, {figures['bytes'] / MEGABYTE:,.1f} MB, {figures['redirects']:,} redirects, "
        f"{figures['header rules']} header rules; fullest folder {counted.fullest} ({figures['files in one folder']:,})",
    )
    for host, limits in LIMITS.items():
        over = [limit for limit in limits if figures[limit.what] > limit.most]
        state: State = "good" if not over else "bad" if host == own else "note"
        name = f"{host} (yours)" if host == own else host
        yield Finding(
            name, state, " ".join(_over(limit, counted) for limit in over) or _near(limits, figures)
        )


def count(out: Path) -> Counted:
    """The figures of a built site; links are not followed."""
    folders: Counter[str] = Counter()
    parts: Counter[str] = Counter()
    sizes: list[int] = []
    for folder, _, files in os.walk(out):
        place = Path(folder).relative_to(out).as_posix()
        folders[place] = len(os.listdir(folder))
        parts[place.partition("/")[0]] += len(files)
        sizes += [os.lstat(os.path.join(folder, file)).st_size for file in files]
    fullest, most = folders.most_common(1)[0]
    headers, redirects = _lines(out / "_headers"), _lines(out / "_redirects")
    figures = {
        "files": len(sizes),
        "bytes": sum(sizes),
        "bytes of one file": max(sizes),
        "files in one folder": most,
        "redirects": len(redirects),
        "characters of a redirect": max(map(len, redirects), default=0),
        "header rules": sum(line.startswith("/") for line in headers),
        "characters of a header": max(map(len, headers), default=0),
    }
    return Counted(figures, f"{fullest}/" if fullest != "." else "at the top", tuple(parts.most_common(2)))


def _lines(file: Path) -> list[str]:
    return file.read_text(encoding="utf-8").splitlines() if file.is_file() else []


def _near(limits: tuple[Limit, ...], figures: dict[str, int]) -> str:
    """The limit that the site comes nearest to."""
    limit = max(limits, key=lambda one: figures[one.what] / one.most)
    return f"fits; nearest to its limit: {figures[limit.what]:,} of {limit.most:,} {limit.what}"


def _over(limit: Limit, counted: Counted) -> str:
    words = f"{counted.figures[limit.what]:,} {limit.what}, and {limit.most:,} are accepted: {limit.more}."
    if limit.what not in ("files", "bytes", "files in one folder"):
        return words
    most = [
        f"{name or 'the top'}/ has {number:,}"
        + (f" (`publish: {{{SETTINGS[name]}: false}}` leaves out most of them)" if name in SETTINGS else "")
        for name, number in counted.parts
    ]
    return f"{words} {' and '.join(most)}."
