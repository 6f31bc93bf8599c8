"""Reads the published index: only the files that a question needs, each once. `assets/search.js` does the same."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import TypeVar

import msgspec
from msgspec import Struct

from sitegen.search import addresses, directions, formats, meaning, postings, words
from sitegen.search import language as languages
from sitegen.search.directions import Block, Overview
from sitegen.search.formats import Card, Facet, Group, Groups, Leaf, Manifest
from sitegen.search.language import Language
from sitegen.search.vectors import Row, Vectors

SHORTEST = 3
"""Letters that must be left of a word whose ending is dropped."""

Get = Callable[[str], bytes | None]
"""The bytes at an address; None if there are none."""

FileT = TypeVar("FileT")


class UnreadableError(Exception):
    """The index cannot be used at all: its first file is missing, damaged or of another version."""


class Term(Struct, frozen=True):
    """A term with its documents and how much it weighs in each."""

    term: str
    rarity: int
    documents: Sequence[int]
    levels: Sequence[int]


class Published:
    """An index as its files tell it. Other files than the first may be missing or of another build: `lacking` names them."""

    def __init__(self, get: Get, vectors: Vectors | None = None) -> None:
        """`vectors` are those that the index was made with, for whoever has them at hand; else their files are read."""
        self._get = get
        self._vectors = vectors
        self.lacking: set[str] = set()
        manifest = self._read(addresses.INDEX, Manifest)
        if manifest is None or manifest.version != formats.VERSION:
            raise UnreadableError
        self.manifest = manifest
        self.stop = frozenset(manifest.stop.split())
        self._starts = [postings.order(start) for start in manifest.leaves.split(" ")]
        self.leaf = lru_cache(None)(self._leaf)
        self._fields = lru_cache(None)(self._fields_of)
        self.row = lru_cache(None)(self._row)
        self.group = lru_cache(None)(self._group)
        self._shard = lru_cache(None)(self._words)

    @cached_property
    def language(self) -> Language:
        """The language of the index, with the stop words and the glossary that it was made with."""
        known = languages.of(self.manifest.language)
        return msgspec.structs.replace(known, stop=self.stop, glossary=self.manifest.glossary)

    def stem(self, word: str) -> str:
        """The stem of a word as the index has it."""
        if self.manifest.twin:
            return self.language.stem(word)
        known = self.leaf(self._place(word))[1].get(word)
        return known or self._without_ending(word)

    def _without_ending(self, word: str) -> str:
        """What a word that no document has may have in common with one that some have."""
        if self.term(word) is not None:
            return word
        starts = (word.removesuffix(e) for e in self.manifest.endings.split() if word.endswith(e))
        return next((s for s in starts if len(s) >= SHORTEST and self.term(s) is not None), word)

    def term(self, stem: str) -> Term | None:
        """A term's documents; None for one that no document has."""
        return self.leaf(self._place(stem))[0].get(stem)

    def fields(self, term: Term) -> str | None:
        """For each document of a term a sign of `MASKS`: the fields it stands in; None if that is not known."""
        number = self._place(term.term)
        found = self._fields(number // formats.MASKED_LEAVES)
        place = list(self.leaf(number)[0]).index(term.term)
        signs = found[number % formats.MASKED_LEAVES][place] if found is not None else ""
        return signs if len(signs) == len(term.documents) else None

    def beginning(self, start: str) -> list[Term]:
        """The terms that begin in some way, as far as they stand in the first two files that may have them."""
        place = self._place(start)
        found = list(self.leaf(place)[0].values())
        if place + 1 < len(self._starts) and self._starts[place + 1].startswith(postings.order(start)):
            found += self.leaf(place + 1)[0].values()
        return [term for term in found if term.term.startswith(start)]

    def card(self, number: int) -> Card | None:
        """A document's card."""
        bucket = bisect_right(self._ends, number)
        place = number - (self._ends[bucket - 1] if bucket else 0)
        held = self._read(addresses.cards(bucket), formats.Cards)
        return held.cards[place] if held is not None and place < len(held.cards) else None

    @cached_property
    def directions(self) -> Block:
        """What each document is about, where all are in one file; else, or if it is missing, none."""
        about = self._ours(addresses.ABOUT, formats.About)
        if about is None or len(about.vectors) != self.manifest.count * self.width:
            return directions.block(range(0), "", 1)
        return directions.block(range(self.manifest.count), about.vectors, self.width)

    @cached_property
    def overview(self) -> Overview | None:
        """What the groups are about."""
        found = self._ours(addresses.GROUPS, Groups)
        if found is None:
            return None
        of = [int(found.of[2 * number : 2 * number + 2], 32) for number in range(self.manifest.count)]
        centres = directions.Directions([meaning.read(letters) for letters in found.centres])
        return Overview(of, centres, found.scales)

    @cached_property
    def spelling(self) -> list[tuple[str, int]]:
        """Words that typos may stand for, with how common they are."""
        found = self._ours(addresses.SPELLING, formats.Spelling)
        return [(word[:-1], int(word[-1])) for word in found.words.split()] if found is not None else []

    @cached_property
    def facets(self) -> dict[str, Facet]:
        """The facets by name."""
        found = self._ours(addresses.FACETS, formats.Facets)
        return {facet.name: facet for facet in found.facets} if found is not None else {}

    @property
    def width(self) -> int:
        """How many numbers a direction has; 0 where meaning is not known."""
        return self.manifest.words.width if self.manifest.words is not None else 0

    @cached_property
    def _ends(self) -> list[int]:
        return list(accumulate(formats.DIGITS.index(digit) for digit in self.manifest.buckets))

    def _place(self, term: str) -> int:
        return bisect_right(self._starts, postings.order(term)) - 1

    def _leaf(self, number: int) -> tuple[dict[str, Term], dict[str, str]]:
        leaf = self._ours(addresses.leaf(number), Leaf)
        if leaf is None:
            return {}, {}
        return {one.term: _term(one) for one in leaf.terms}, dict(leaf.forms)

    def _fields_of(self, number: int) -> Sequence[Sequence[str]] | None:
        found = self._ours(addresses.fields(number), formats.Fields)
        return None if found is None else found.leaves

    def _row(self, word: str) -> Row | None:
        told = self.manifest.words
        if told is None or self._vectors is not None:
            return self._vectors.row(word) if self._vectors is not None else None
        name = words.COMMON if word in self.stop else str(words.shard(word, told.shards))
        found = self._shard(addresses.words(told.folder, name)).get(word)
        return None if found is None else Row(found[0], tuple(meaning.read(found[1])))

    def _words(self, address: str) -> dict[str, tuple[int, str]]:
        found = self._read(address, formats.Words)
        return dict(found.words) if found is not None else {}

    def _group(self, number: int) -> Block:
        group = self._ours(addresses.group(number), Group)
        if group is None:
            return directions.block(range(0), "", 1)
        return directions.block(list(accumulate(group.documents)), group.vectors, self.width)

    def _ours(self, address: str, kind: type[FileT]) -> FileT | None:
        """A file of this very index."""
        found = self._read(address, kind)
        if found is not None and getattr(found, "mark", "") != self.manifest.mark:
            self.lacking.add(address)
            return None
        return found

    def _read(self, address: str, kind: type[FileT]) -> FileT | None:
        try:
            return msgspec.json.decode(self._get(address) or b"", type=kind)
        except (msgspec.DecodeError, msgspec.ValidationError):
            self.lacking.add(address)
            return None


def _term(posting: formats.Posting) -> Term:
    levels = [formats.DIGITS.index(digit) for digit in posting.levels]
    return Term(posting.term, posting.rarity, list(accumulate(posting.gaps)), levels)
