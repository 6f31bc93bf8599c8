"""Work on what was sent in is done by one process at a time, and begins with what a killed one left behind."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sitegen.submissions import apart, office
from sitegen.write import lock


@contextmanager
def held(root: Path) -> Iterator[list[str]]:
    """Wait until nobody else works on the submissions of a site, and keep others waiting while the block runs.

    Gives the paths of files that were missing and are written now. Raises Refused if `private/` would be shared.
    """
    with lock.held(root / ".sitegen" / "review.lock", wait=True):
        apart.refuse_shared(root)
        yield office.mend(root)
