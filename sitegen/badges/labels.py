"""The canonical names of parts without an id: RDFC-1.0 as far as badges need it."""

from collections import Counter
from hashlib import sha256

from sitegen.badges.quads import Unnamed
from sitegen.badges.refusal import Refused


def labels(parts: list[Unnamed]) -> list[str]:
    """The label of each part, in the order of the parts.

    Unique fingerprints are numbered first, then those that several parts share. Parts that share one and touch no
    other unnamed part have the same statements, so it cannot matter which of them comes first, and the n-degree step
    (RDFC-1.0, 4.8) is not needed. With the terms of our badges nothing else can happen; if it does, it is refused.
    """
    if len(parts) == 1:
        return ["_:c14n0"]
    marks = [fingerprint(part) for part in parts]
    order = sorted(range(len(marks)), key=marks.__getitem__)
    often = Counter(marks)
    if len(often) != len(marks):
        _require_interchangeable(marks, parts, often)
        order.sort(key=lambda number: often[marks[number]] > 1)
    found = [""] * len(order)
    for place, number in enumerate(order):
        found[number] = f"_:c14n{place}"
    return found


def fingerprint(part: Unnamed) -> str:
    """The part's first-degree hash (RDFC-1.0, 4.6): its own statements, itself called `_:a` and others `_:z`."""
    if not part.fingerprint:
        lines = [f"_:a{tail}" for tail in part.tails[1:]]
        lines += [f"_:a{predicate}_:z .\n" for predicate, _ in part.inner]
        if part.parent is not None:
            start = part.parent if isinstance(part.parent, str) else "_:z"
            lines.append(f"{start}{part.link}_:a .\n")
        part.fingerprint = sha256("".join(sorted(lines)).encode()).hexdigest()
    return part.fingerprint


def _require_interchangeable(marks: list[str], parts: list[Unnamed], often: Counter[str]) -> None:
    for mark, part in zip(marks, parts, strict=True):
        if (part.inner or isinstance(part.parent, int)) and often[mark] > 1:
            raise Refused("alike-without-id", "two parts of it are alike and have no id to tell them apart")
