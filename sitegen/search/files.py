"""Documents → the files of the published index."""

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

import msgspec
from msgspec import Struct

from sitegen.search import addresses, formats, groups, meaning, postings, words
from sitegen.search.formats import Card, Cards, Facet, Facets, Manifest, Order, Spelling
from sitegen.search.index import Analysis, Analyst
from sitegen.search.language import Language
from sitegen.search.vectors import Vectors

MOST_SPELLED = 8000
"""So many words may be what a typo stands for: those in most documents."""

_encode = msgspec.json.Encoder().encode


class Entry(Struct, frozen=True, kw_only=True):
    """What the index needs of one document.

    `analysis` is what `Analyst.analyse` made of it; `card` the JSON object that a page shows it with, which has at least
    `slug`, `title`, `summary` and `problems`; `facets` its values of each facet; `hours` how long it takes.
    """

    slug: str
    analysis: bytes
    card: bytes
    facets: Mapping[str, Sequence[str]] = {}
    hours: int = 0


class Setting(Struct, frozen=True, kw_only=True):
    """What the index needs to know besides its documents: language, word vectors, and the words for facets' values."""

    language: Language
    vectors: Vectors | None = None
    facets: Mapping[str, Sequence[tuple[str, str]]] = {}


class Shelf(Struct, frozen=True, kw_only=True):
    """All documents in the order of their numbers."""

    entries: Sequence[Entry]
    documents: Sequence[Analysis]
    buckets: Sequence[int]
    mark: str


def files(entries: Iterable[Entry], setting: Setting) -> dict[str, bytes]:
    """The files of the index by their addresses below the output folder, without those of the word vectors (`words.files`).

    The entries come in the order of the list that is shown when nothing is asked. Equal entries give equal bytes.
    """
    listed = list(entries)
    shelf = _shelf(listed, setting)
    found = dict(_terms(shelf, setting))
    found |= dict(_directions(shelf, setting))
    found |= dict(_cards(shelf))
    found |= {
        addresses.SPELLING: _encode(_spelling(shelf)),
        addresses.FACETS: _encode(_facets(shelf, setting)),
    }
    found |= dict(_orders(shelf, listed))
    return found


def _shelf(entries: Sequence[Entry], setting: Setting) -> Shelf:
    """Documents in an order that depends on their names alone, so that a new one moves no other into another bucket."""
    bits = max(1, (4 * len(entries) - 1).bit_length())
    placed = sorted((hashlib.sha256(entry.slug.encode()).digest()[:8], entry.slug) for entry in entries)
    by_slug = {entry.slug: entry for entry in entries}
    buckets = [0] * (1 << bits)
    for digest, _ in placed:
        buckets[int.from_bytes(digest, "big") >> (64 - bits)] += 1
    read = Analyst(setting.language, None).read
    ordered = [by_slug[slug] for _, slug in placed]
    vectors = setting.vectors.digest if setting.vectors is not None else ""
    named = "\n".join([str(formats.VERSION), vectors, *(entry.slug for entry in ordered)])
    return Shelf(
        entries=ordered,
        documents=[read(entry.analysis) for entry in ordered],
        buckets=buckets,
        mark=hashlib.sha256(named.encode()).hexdigest()[:8],
    )


def _terms(shelf: Shelf, setting: Setting) -> Iterator[tuple[str, bytes]]:
    held = postings.together(shelf.documents)
    count = len(shelf.entries)
    starts: list[str] = []
    fields: list[list[str]] = []
    for number, filed in enumerate(postings.leaves(held, _forms(shelf, setting), count, shelf.mark)):
        starts.append(filed.start)
        fields.append(filed.fields)
        yield addresses.leaf(number), _encode(filed.leaf)
    for number, at in enumerate(range(0, len(fields), formats.MASKED_LEAVES)):
        told = formats.Fields(shelf.mark, fields[at : at + formats.MASKED_LEAVES])
        yield addresses.fields(number), _encode(told)
    language, vectors = setting.language, setting.vectors
    grouped = groups.count(count) if vectors is not None else 0
    manifest = Manifest(
        version=formats.VERSION,
        mark=shelf.mark,
        language=language.code,
        twin=language.twin,
        count=count,
        buckets="".join(formats.DIGITS[min(number, 31)] for number in shelf.buckets).rstrip("0"),
        leaves=" ".join(starts),
        rarest=postings.rarity(count, 0),
        groups=grouped,
        opened=groups.opened(grouped),
        words=words.note(vectors) if vectors is not None else None,
        stop=" ".join(sorted(language.stop)),
        glossary=dict(sorted(language.glossary.items())),
        endings="" if language.twin else " ".join(language.endings),
    )
    yield addresses.INDEX, _encode(manifest)


def _forms(shelf: Shelf, setting: Setting) -> dict[str, str]:
    """Words with their stems, for languages whose stems a browser cannot make."""
    if setting.language.twin:
        return {}
    spelled = {word for meant in setting.language.glossary.values() for word in meant.split()}
    spelled.update(*(document.spelled for document in shelf.documents))
    stems = {word: setting.language.stem(word) for word in sorted(spelled)}
    return {word: stem for word, stem in stems.items() if word != stem}


def _directions(shelf: Shelf, setting: Setting) -> Iterator[tuple[str, bytes]]:
    if setting.vectors is None:
        return
    unknown = "H" * setting.vectors.width
    written = [document.about or unknown for document in shelf.documents]
    count = groups.count(len(written))
    if not count:
        yield addresses.ABOUT, _encode(formats.About(shelf.mark, "".join(written)))
        return
    written = [meaning.again(letters, groups.step(count)) for letters in written]
    vectors = [meaning.read(letters) for letters in written]
    members = groups.members(vectors, count)
    yield addresses.GROUPS, _encode(groups.overview(vectors, members, shelf.mark))
    for number, group in enumerate(groups.files(written, members, shelf.mark)):
        yield addresses.group(number), _encode(group)


def _cards(shelf: Shelf) -> Iterator[tuple[str, bytes]]:
    number = 0
    for bucket, count in enumerate(shelf.buckets):
        if count:
            held = [_card(shelf, n) for n in range(number, number + count)]
            yield addresses.cards(bucket), _encode(Cards(held))
        number += count


def _card(shelf: Shelf, number: int) -> Card:
    document = shelf.documents[number]
    count = groups.count(len(shelf.documents))
    about = meaning.again(document.about, groups.step(count)) if count else ""
    return Card(msgspec.Raw(shelf.entries[number].card), document.near, about, document.stems)


def _spelling(shelf: Shelf) -> Spelling:
    seen = Counter(word for document in shelf.documents for word in document.spelled)
    kept = sorted(seen, key=lambda word: (-seen[word], word))[:MOST_SPELLED]
    told = " ".join(f"{word}{min(9, seen[word].bit_length())}" for word in sorted(kept, key=postings.order))
    return Spelling(shelf.mark, told)


def _facets(shelf: Shelf, setting: Setting) -> Facets:
    found = []
    for name, values in setting.facets.items():
        letters = {slug: chr(48 + place) for place, (slug, _) in enumerate(values)}
        rows = (
            "".join(letters[slug] for slug in entry.facets.get(name, ()) if slug in letters)
            for entry in shelf.entries
        )
        found.append(Facet(name=name, values=values, column=",".join(rows)))
    return Facets(shelf.mark, found)


def _orders(shelf: Shelf, listed: Sequence[Entry]) -> Iterator[tuple[str, bytes]]:
    number = {entry.slug: place for place, entry in enumerate(shelf.entries)}
    titles = {
        entry.slug: msgspec.json.decode(entry.card, type=formats.Shown).title.casefold() for entry in listed
    }
    orders = {
        "newest": listed,
        "shortest": sorted(listed, key=lambda entry: entry.hours),
        "title": sorted(listed, key=lambda entry: titles[entry.slug]),
    }
    for name, ordered in orders.items():
        yield (
            addresses.order(name),
            _encode(Order(shelf.mark, [number[entry.slug] for entry in ordered])),
        )
