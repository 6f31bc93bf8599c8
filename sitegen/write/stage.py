"""How a stage comes to equal the published tree at the cost of what differs, or else starts empty."""

import errno
import os
from pathlib import Path

from sitegen.write import disk
from sitegen.write.recover import Standing
from sitegen.write.trees import Stage, Trees, identity, last_of, next_to


def prepare(standing: Standing) -> Stage:
    """Return a stage whose files are those of the published tree; an empty one if that is not known.

    `standing` comes from `recover`, which has also made room for the stage.
    The tree published before is brought up to date by its lag. If it is not known, the whole published tree is
    linked afresh, or copied where links are not possible. While a stage is worked on it stands at the place that the
    next build clears, so one that was left half-done is never trusted. The published tree itself is only read.
    """
    out, trees = standing.out, standing.trees
    root = next_to(out)
    stage = Stage(str(root), identity(out), trees is not None, {""})
    if trees is not None and _reuse_last(out, trees):
        _catch_up(stage, out, trees.lag or ())
        return stage
    _discard_last(out)
    if trees is not None:
        mirror(str(out), str(root))
    else:
        os.makedirs(root.parent, exist_ok=True)
        disk.new_folder(str(root))
    return stage


def twin(out: Path, trees: Trees) -> Trees:
    """Lay out ahead of time the tree that the next stage will start from; return the record to store then.

    For after a first publication, which has no former tree: it takes the time to link every file now instead of in the
    next build. Otherwise it does nothing. Harmless if the process dies at any point, or if the record is not stored.
    """
    if trees.last is not None or identity(out) != trees.live:
        return trees
    disk.remove(str(next_to(out)))
    _discard_last(out)
    mirror(str(out), str(next_to(out)))
    os.rename(next_to(out), last_of(out))
    return Trees(trees.live, identity(last_of(out)), ())


def _reuse_last(out: Path, trees: Trees) -> bool:
    rest = last_of(out)
    if trees.lag is None or trees.last is None or identity(rest) != trees.last:
        return False
    try:
        os.rename(rest, next_to(out))
        os.utime(next_to(out))  # a time of its own: no older record may take it for the finished tree it was
    except OSError as error:
        if error.errno != errno.EXDEV:  # a lower layer of an overlay: can be removed but not renamed
            raise
        return False
    return True


def _discard_last(out: Path) -> None:
    rest = last_of(out)
    if identity(rest) is not None:
        os.utime(rest, ns=(0, 0))  # no record knows it from now on, even if its removal stops half-way
    disk.remove(str(rest))


def _catch_up(stage: Stage, out: Path, lag: tuple[str, ...]) -> None:
    kept = [address for address in lag if disk.is_file(f"{out}/{address}")]
    disk.drop(stage, set(lag).difference(kept))
    for address in kept:
        disk.make_folder(stage, address.rpartition("/")[0])
        target = f"{stage.root}/{address}"
        disk.remove(target)
        disk.share(f"{out}/{address}", target)


def mirror(source: str, target: str) -> None:
    """Make a second tree of the same files; only folders take room. Links and devices are left out."""
    disk.new_folder(target)
    with os.scandir(source) as entries:
        for entry in entries:
            if entry.is_dir(follow_symlinks=False):
                mirror(entry.path, f"{target}/{entry.name}")
            elif entry.is_file(follow_symlinks=False):
                disk.share(entry.path, f"{target}/{entry.name}")
