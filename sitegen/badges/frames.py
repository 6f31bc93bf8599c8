"""Parts that many badges share, such as the achievement, with their statements made ready once."""

from collections.abc import Callable
from copy import deepcopy
from itertools import accumulate, groupby
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from msgspec import Struct

from sitegen.badges import multikey, plans, quads
from sitegen.badges.plans import Table
from sitegen.badges.quads import Found, Unnamed
from sitegen.badges.refusal import Refused
from sitegen.badges.shapes import Terms
from sitegen.badges.terms import PROFILE


class Frame(Struct, frozen=True):
    """One shared part and what it contributes to every badge that holds an equal one.

    `text` are its statements, sorted, and `blocks` the same in pieces between which others may come: those about one
    thing are one block, unless links to unnamed parts will stand among them. Block n begins at `starts[n]` in the text,
    and the last of the starts is its end.
    """

    kind: str
    part: dict[str, Any]
    named: dict[str, Any]
    text: memoryview
    blocks: tuple[str, ...]
    starts: tuple[int, ...]
    unnamed: tuple[Unnamed, ...]


class Frames:
    """What many badges share, remembered while they are signed or checked; `limit` bounds how much is kept.

    Signing and checking with frames gives what it gives without; only the time differs. A frame takes about as much
    memory as four texts of its achievement, so give badges of one achievement one after another.
    """

    def __init__(self, terms: Terms = PROFILE, limit: int = 256) -> None:
        self.table: Table = plans.ready(terms)
        self._limit = limit
        self._frames: dict[str, Frame] = {}
        self._keys: dict[str, Ed25519PublicKey] = {}
        self._pair: tuple[Ed25519PrivateKey, str] | None = None
        self._options: dict[tuple[str, ...], bytes] = {}

    def frame(self, kind: str, part: dict[str, Any]) -> Frame:
        """The frame of exactly this part: an equal id is not enough, the whole content must be equal."""
        name: str = part["id"]
        kept = self._frames.get(name)
        if kept is not None and kept.part == part and kept.kind == kind:
            return kept
        try:
            # A copy, because the caller may change the part later, and then it must not be equal any more.
            made = _frame(kind, deepcopy(part), self.table)
        except RecursionError:
            raise Refused("too-deep", "its parts are nested too deep") from None
        _keep(self._frames, name, made, self._limit)
        return made

    def key(self, text: str) -> Ed25519PublicKey:
        """The public key of this Multikey text; raises Refused if it cannot be used."""
        kept = self._keys.get(text)
        if kept is None:
            kept = multikey.key(text)
            _keep(self._keys, text, kept, self._limit)
        return kept

    def is_pair(self, key: Ed25519PrivateKey, text: str) -> bool:
        """Whether the public part of the key is the one that the Multikey text stands for."""
        if self._pair != (key, text) and key.public_key() == self.key(text):
            self._pair = (key, text)
        return self._pair == (key, text)

    def options(self, options: tuple[str, ...], make: Callable[[], bytes]) -> bytes:
        """The hash of a proof's options, which badges of one batch have in common."""
        kept = self._options.get(options)
        if kept is None:
            kept = make()
            _keep(self._options, options, kept, self._limit)
        return kept


def _keep(kept: dict[Any, Any], name: Any, made: object, limit: int) -> None:
    """Remember it, and forget the oldest if there are too many."""
    if len(kept) >= limit:
        del kept[next(iter(kept))]
    kept[name] = made


def _frame(kind: str, part: dict[str, Any], table: Table) -> Frame:
    found = Found(table)
    quads.walk(part, table.plans[kind], found)
    blocks = _blocks(found)
    written = [block.encode() for block in blocks]
    return Frame(
        kind=kind,
        part=part,
        named=found.named,
        text=memoryview(b"".join(written)),
        blocks=blocks,
        starts=(0, *accumulate(len(block) for block in written)),
        unnamed=tuple(found.unnamed),
    )


def _blocks(found: Found) -> tuple[str, ...]:
    """All statements, each once and sorted; those about one thing in one block where no link can come in between."""
    linking = {unnamed.parent for unnamed in found.unnamed}
    statements = sorted({line for block in found.blocks for line in block.split("\n") if line})
    blocks: list[str] = []
    for subject, group in groupby(statements, lambda line: line[: line.index(" ")]):
        lines = [f"{line}\n" for line in group]
        blocks += lines if subject in linking else ["".join(lines)]
    return tuple(blocks)
