"""The one canonical text of a badge (RDFC-1.0 N-Quads), which is what gets signed."""

from bisect import bisect_left
from collections.abc import Mapping
from hashlib import sha256
from itertools import combinations
from typing import Any

from sitegen.badges import labels, plans, quads
from sitegen.badges.frames import Frame, Frames
from sitegen.badges.plans import Table
from sitegen.badges.quads import Found, Unnamed
from sitegen.badges.refusal import Refused
from sitegen.badges.shapes import Terms
from sitegen.badges.terms import PROFILE


def nquads(document: Mapping[str, Any], terms: Terms = PROFILE) -> str:
    """The canonical N-Quads of a whole document without its proof, each line ended by a line feed.

    Equal to what JSON-LD processing and RDFC-1.0 give with the real contexts. Whatever the terms do not describe is
    refused, never guessed.
    """
    found = _walk(document, Found(plans.ready(terms)))
    return _single(found.blocks + _unnamed_blocks(found.unnamed))


def hashed(document: Mapping[str, Any], frames: Frames) -> bytes:
    """The SHA-256 of the same text, for many documents in a row: parts that they share are made ready only once."""
    found = _walk(document, Found(frames.table, apart=True))
    shared = [frames.frame(kind, part) for kind, part in found.shared]
    unnamed = found.unnamed + [part for frame in shared for part in frame.unnamed]
    loose = found.blocks + _unnamed_blocks(unnamed)
    if found.repeats or _overlap(found, shared):
        blocks = loose + [block for frame in shared for block in frame.blocks]
        return sha256(_single(blocks).encode()).digest()
    shared.sort(key=lambda frame: len(frame.text))
    for frame in shared[:-1]:
        loose += frame.blocks
    return _hash(sorted(loose), shared[-1] if shared else None)


def _hash(loose: list[str], frame: Frame | None) -> bytes:
    """The hash of all statements in order: loose blocks come in between those of the frame, which stay together."""
    if frame is None:
        return sha256("".join(loose).encode()).digest()
    before, after = bisect_left(loose, frame.blocks[0]), bisect_left(loose, frame.blocks[-1])
    made = sha256("".join(loose[:before]).encode())
    done = 0
    for block in loose[before:after]:
        place = bisect_left(frame.blocks, block, done)
        made.update(frame.text[frame.starts[done] : frame.starts[place]])
        made.update(block.encode())
        done = place
    made.update(frame.text[frame.starts[done] :])
    made.update("".join(loose[after:]).encode())
    return made.digest()


def _walk(document: Mapping[str, Any], found: Found) -> Found:
    if type(document) is not dict:
        raise Refused("not-an-object", "it is not an object in braces")
    kind = _kind(document, found.table)
    part = {name: value for name, value in document.items() if name != "@context"}
    try:
        quads.walk(part, found.table.plans[kind], found)
    except RecursionError:
        raise Refused("too-deep", "its parts are nested too deep") from None
    return found


def _kind(document: Mapping[str, Any], table: Table) -> str:
    """Which kind of document it is, by its type and the exact list of its contexts."""
    written, contexts = document.get("type"), document.get("@context")
    known = False
    for type_, expected, kind in table.roots:
        if written == type_:
            known = True
            if contexts == expected:
                return kind
    if not known:
        raise Refused("unknown-type", "it is none of the kinds of document that are known here")
    if any(type(context) is dict for context in (contexts if type(contexts) is list else [contexts])):
        raise Refused("inline-context", "it brings definitions of its own (“@context”)")
    raise Refused("foreign-context", "it takes its words from a context that our badges do not use")


def _overlap(found: Found, shared: list[Frame]) -> bool:
    """Whether an id stands in two of these; then the two parts must be equal, as within one walk."""
    overlap = False
    for some, others in combinations([found.named, *(frame.named for frame in shared)], 2):
        if not some.keys().isdisjoint(others.keys()):
            overlap = True
            for name in some.keys() & others.keys():
                if some[name] != others[name]:
                    raise quads.used_twice(name)
    return overlap


def _single(blocks: list[str]) -> str:
    """Every statement once, sorted."""
    lines = "".join(blocks).split("\n")
    return "\n".join([*sorted(set(lines[:-1])), ""])


def _unnamed_blocks(unnamed: list[Unnamed]) -> list[str]:
    """Statements of and about unnamed parts, under their labels."""
    blocks = []
    names = labels.labels(unnamed)
    for name, part in zip(names, unnamed, strict=True):
        # What leads on to another unnamed part may belong between its other statements.
        blocks += [name + tail for tail in part.tails[1:]] if part.inner else [name.join(part.tails)]
        blocks += [f"{name}{predicate}{names[number]} .\n" for predicate, number in part.inner]
        if isinstance(part.parent, str):
            blocks.append(f"{part.parent}{part.link}{name} .\n")
    return blocks
