"""What stands at the published folder when a build begins, and how an interrupted publication is finished."""

import os
import re
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from sitegen.write import disk, swap
from sitegen.write.swap import Way
from sitegen.write.trees import Identity, Trees, identity, last_of, next_to

_OURS = rb"(?i)generator(?:[\"']?\s+content=[\"']?|[^<>\r\n]{0,80}>|:\s?)sitegen"
_SIGNED = ("index.html", "404.html", "feed.xml", "robots.txt")


class Refusal(Struct, frozen=True):
    """Why nothing may be published at a place."""

    code: str
    message: str
    hint: str


class Standing(Struct, frozen=True):
    """What was found. If `trees` is None, nothing built earlier may be reused as output: put every page."""

    out: Path
    trees: Trees | None = None
    """The record, if the tree at `out` is the one it speaks of."""
    finished: Way | None = None
    """How the publication that an earlier build left unfinished was finished now."""
    refusal: Refusal | None = None


def recover(out: Path, trees: Trees | None, sources: Sequence[Path] = (), *, force: bool = False) -> Standing:
    """Look at the absolute path `out` with the record stored for it (None: never published there from here).

    The rule for what stands at `out`:
    - the tree of the record: go on from it;
    - the tree before it, and the recorded one complete in the stage: a build was stopped just before the swap, which
      is done now;
    - nothing, or an empty folder: begin afresh;
    - a folder published by sitegen but not known here (a fresh clone, a folder restored by a host's cache, one to
      which something was added or from which something was removed): begin afresh; the swap replaces it as a whole.
      It is taken for ours if index.html, 404.html, feed.xml or robots.txt names sitegen as the generator and no git
      repository is in it;
    - anything else is somebody's own work: refused, unless `force`.
    Whatever is replaced rests whole in `.NAME.last` until the next publication, so a mistake can still be undone.

    Always refused: a link, a file or a mount point at `out`, and an `out` that is, holds or lies in one of `sources`
    (resolved paths of content, themes and the folder of memory). The unfinished stage of a killed build is removed.
    Raises OSError as the disk has it; the site that is out is not touched then.
    """
    refusal = _unfit(out, sources)
    if refusal is not None:
        return Standing(out, refusal=refusal)
    _undo(out)
    live = identity(out)
    pending = trees is not None and identity(next_to(out)) == trees.live
    if live is not None and not force and not _is_ours(live, trees, pending=pending) and not _seems_ours(out):
        return Standing(out, refusal=_somebody_elses(out))
    finished = swap.publish(out, trees) if pending and trees is not None else None
    disk.remove(str(next_to(out)))
    current = trees is not None and identity(out) == trees.live
    return Standing(out, trees if current else None, finished)


def _undo(out: Path) -> None:
    """Bring back the former tree if a move stopped half-way; both neighbours exist at no other moment.

    What was to be published still stands in the stage; whether it is complete, the record knows.
    """
    if not os.path.lexists(out) and identity(next_to(out)) and identity(last_of(out)):
        os.rename(last_of(out), out)


def _unfit(out: Path, sources: Sequence[Path]) -> Refusal | None:
    place = out.parent.resolve() / out.name
    if any(place == source or place in source.parents or source in place.parents for source in sources):
        return Refusal(
            "output-holds-sources",
            f"The site cannot be published to {out}, because that would replace the files it is made from.",
            "Name a folder of its own, for example `--out public`.",
        )
    if os.path.islink(out):
        return Refusal(
            "output-is-link",
            f"{out} is a link to another place.",
            f"Name that place itself: `--out {os.path.realpath(out)}`.",
        )
    if os.path.ismount(out):
        return Refusal(
            "output-is-mount",
            f"{out} is a mounted disk or volume, which cannot be replaced as a whole.",
            f"Publish to a folder inside it: `--out {out / 'site'}`.",
        )
    if os.path.lexists(out) and identity(out) is None:
        return Refusal(
            "output-is-file", f"{out} is a file.", "Move it away, or name another folder with `--out`."
        )
    return None


def _somebody_elses(out: Path) -> Refusal:
    return Refusal(
        "output-not-ours",
        f"The folder {out} holds files that sitegen did not publish, so it is left alone.",
        "Name another folder with `--out`, or add `--force` if everything in it may be replaced.",
    )


def _is_ours(live: Identity, trees: Trees | None, *, pending: bool) -> bool:
    if trees is None:
        return False
    begun = pending and trees.last is not None and live.inode == trees.last.inode  # half removed, see swap
    return begun or live in (trees.live, trees.last)


def _seems_ours(out: Path) -> bool:
    names = os.listdir(out)
    return not names or (".git" not in names and any(_names_us(out / name) for name in _SIGNED))


def _names_us(path: Path) -> bool:
    return disk.is_file(str(path)) and re.search(_OURS, disk.read(str(path))[:4096]) is not None
