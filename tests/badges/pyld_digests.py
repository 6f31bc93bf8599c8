"""What PyLD makes of a thousand generated awards, remembered: `python tests/badges/pyld_digests.py` asks it again, which takes minutes.

Each line of the file is the beginning of the SHA-256 of one award's canonical text, in the order of `made_awards`. Some are
compared with PyLD itself in every run of the tests, so a file that it did not write does not last.
"""

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import made_awards  # noqa: E402 - the script finds it only now

FILE = Path(__file__).with_suffix(".txt")
SEEDS, EACH, ACHIEVEMENTS = range(20), 50, 6
LENGTH = 16


def awards(seed: int) -> list[dict[str, Any]]:
    """The awards of a seed."""
    return made_awards.awards(seed, EACH, ACHIEVEMENTS)


def of(text: str) -> str:
    """What stands in the file for a canonical text."""
    return sha256(text.encode()).hexdigest()[:LENGTH]


def kept(seed: int) -> list[str]:
    """What PyLD made of the awards of a seed."""
    return FILE.read_text("ascii").split()[seed * EACH : (seed + 1) * EACH]


def _asked() -> Iterator[str]:
    from pyld_reference import Reference

    reference = Reference()
    for seed in SEEDS:
        yield from (of(reference.canonical(award)) for award in awards(seed))


if __name__ == "__main__":
    FILE.write_text("".join(f"{line}\n" for line in _asked()), "ascii")
