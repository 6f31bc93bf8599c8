"""How fast the index of the search is built, and what it costs in a browser: bytes, and time for each key.

usage: python bench/search_speed.py [--sizes 500,5000,20000] [--peers FOLDER] [--keys] [--queries FILE]

The documents are those of `content.py`, about 600 words each. `--peers` names a folder in which `npm install minisearch@7
pagefind@1` was run; their indexes are then built from the same texts. `--keys` types questions in Chromium. Needs the
packages `brotli` and, for `--keys`, `playwright`.
"""

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

import brotli
from facts import Maker, Record

from sitegen import workers
from sitegen.search import files, language, meaning, ranking, vectors, words
from sitegen.search.files import Entry, Setting
from sitegen.search.index import Analyst, Source
from sitegen.search.published import Published

HERE = Path(__file__).parent
QUERIES = HERE.parent / "tests" / "relevance" / "queries.jsonl"
BARS = {500: 90, 5_000: 130, 20_000: 160}
"""Kilobytes before the first result, page and engine apart."""
FURTHER = 25
PATIENT = 12
"""So many questions are asked one after the other in a visit."""


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--sizes", default="500,5000,20000")
    parser.add_argument("--peers", type=Path, help="folder with node_modules of minisearch and pagefind")
    parser.add_argument("--keys", action="store_true", help="type questions in Chromium")
    parser.add_argument("--queries", type=Path, default=QUERIES)
    parser.add_argument("--workers", type=int, default=1, help="processes that analyse documents")
    asked = parser.parse_args()
    queries = [json.loads(line)["text"] for line in asked.queries.read_text("utf-8").splitlines()]
    for size in map(int, asked.sizes.split(",")):
        sources, cards = documents(size)
        built = ours(sources, cards, asked.workers)
        weigh(size, built, queries)
        if asked.peers:
            peers(sources, asked.peers)
        if asked.keys:
            import search_keys

            told = search_keys.measure(built, queries)
            report("first answer in Chromium", told["first"], "ms")
            report("a key, files fetched as needed (p50, p95)", told["p50"], "ms", told["p95"], "ms")
            report("a key, files at hand (p50, p95)", told["again50"], "ms", told["again95"], "ms")


def documents(size: int) -> tuple[list[Source], list[bytes]]:
    """So many made-up credentials, and the card of each as a page of results needs it."""
    maker = Maker(7)
    site = maker.site(45, 40)
    names = {record.slug: record.fields for record in (*site.issuers, *site.focus_areas)}
    found = [(source(record, names), card(record, names)) for record in maker.credentials(site, size)]
    return [one for one, _ in found], [one for _, one in found]


def source(record: Record, names: dict) -> Source:
    """A credential as a document to be found."""
    fields, method = record.fields, record.fields["key_method"]
    components = (f"{part['name']}. {part['text']}" for part in method.get("components", ()))
    return Source(
        slug=record.slug,
        title=fields["title"],
        problems=tuple(fields["problems"]),
        texts={
            "summary": fields["summary"],
            "competency": fields["competency"],
            "method": f"{method['name']}. {method['summary']}",
            "focus": ", ".join(names[slug]["name"] for slug in fields["focus_areas"]),
            "body": "\n".join((record.body, *components)),
            "issuer": names[record.issuer]["name"],
        },
    )


def card(record: Record, names: dict) -> bytes:
    """What a row of results shows."""
    fields = record.fields
    shown = {
        "slug": record.slug,
        "href": f"/credentials/{record.slug}/",
        "title": fields["title"],
        "summary": fields["summary"],
        "art": f"/art/credentials/{record.slug}.svg",
        "hue": "teal",
        "issuer": {"text": names[record.issuer]["name"], "href": f"/issuers/{record.issuer}/"},
        "problems": fields["problems"],
        "effort": "12 hours over 6 weeks",
        "grades": "Grades 6–12",
        "cost": "Free",
        "evidence": "3 parts",
    }
    return json.dumps(shown, ensure_ascii=False, separators=(",", ":")).encode()


def ours(sources: list[Source], cards: list[bytes], processes: int) -> dict[str, bytes]:
    """The files of our index, timed."""
    english = language.of("en")
    table = vectors.load(english.vectors)
    assert table is not None
    started = time.perf_counter()
    analyst = Analyst(english, meaning.Texts(table))
    if processes > 1:
        analyses = list(workers.each(analyst.analyse, sources, processes, lambda _: None))
    else:
        analyses = [analyst.analyse(one) for one in sources]
    analysed = time.perf_counter()
    entries = [
        Entry(slug=one.slug, analysis=analysis, card=shown, facets=facets(one))
        for one, analysis, shown in zip(sources, analyses, cards, strict=True)
    ]
    named = {name: sorted({(v, v) for e in entries for v in e.facets[name]}) for name in ("focus", "issuer")}
    built = files.files(entries, Setting(language=english, vectors=table, facets=named))
    done = time.perf_counter()
    report(f"ours, {len(sources)} documents", analysed - started + done - analysed, "s")
    report("  of that: analysis, kept for documents that do not change", analysed - started, "s")
    report("  of that: putting together", done - analysed, "s")
    report("  files", len(built), "", sum(map(len, built.values())) / 1e6, "MB")
    report("  analysis kept for each document", sum(map(len, analyses)) / len(analyses), "bytes")
    built |= dict(words.files(table, english))
    return built


def facets(source: Source) -> dict[str, list[str]]:
    """What narrows the list, as far as the index itself asks for it."""
    return {"focus": source.texts["focus"].split(", "), "issuer": [source.texts["issuer"]]}


def weigh(size: int, built: dict[str, bytes], queries: list[str]) -> None:
    """Bytes, packed: before the first result of a visit, and for each question after it."""
    packed: dict[str, int] = {}

    def weight(address: str) -> int:
        if address not in packed:
            packed[address] = len(brotli.compress(built[address], quality=5)) if address in built else 0
        return packed[address]

    first: list[float] = []
    further: list[float] = []
    kinds: dict[str, int] = {}
    for start in range(0, len(queries), PATIENT):
        for place, fetched in enumerate(visit(built, queries[start : start + PATIENT])):
            (further if place else first).append(sum(map(weight, fetched)) / 1000)
            for address in fetched if place else ():
                kind = kind_of(address)
                kinds[kind] = kinds.get(kind, 0) + weight(address)
    report(f"before the first result (bar {BARS.get(size, '-')})", middle(first), "kB", max(first), "kB most")
    mean, often = sum(further) / len(further), sorted(further)[-len(further) // 20]
    report(f"a further question (bar {FURTHER})", mean, "kB", often, "kB p95")
    for kind, total in sorted(kinds.items()):
        report(f"    of that: {kind}", total / 1000 / len(further), "kB")
    for kind in sorted({kind_of(address) for address in built}):
        sample = [address for address in built if kind_of(address) == kind]
        looked = sample[:: max(1, len(sample) // 60)]
        report(f"    {len(sample)} files {kind} of", sum(map(weight, looked)) / len(looked) / 1000, "kB")


def kind_of(address: str) -> str:
    """What a file is about."""
    return "words" if address.startswith("data/words/") else address.split("/")[2].removesuffix(".json")


def visit(built: dict[str, bytes], queries: list[str]) -> Iterator[set[str]]:
    """The files that are fetched for each question of a visit."""
    had: set[str] = set()
    asked: set[str] = set()

    def get(address: str) -> bytes | None:
        asked.add(address)
        return built.get(address)

    index = Published(get)
    for query in queries:
        ranking.search(index, query)
        yield asked - had
        had |= asked


def peers(sources: list[Source], folder: Path) -> None:
    """The same texts in MiniSearch and Pagefind."""
    with tempfile.TemporaryDirectory() as place:
        rows = [
            {"id": one.slug, "title": one.title, "text": "\n".join((*one.problems, *one.texts.values()))}
            for one in sources
        ]
        texts = Path(place) / "rows.json"
        texts.write_text(json.dumps(rows), "utf-8")
        command = ["node", str(HERE / "search_peers.mjs"), str(texts), str(folder.resolve()), place]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        for line in done.stdout.splitlines():
            name, seconds, size = line.split("\t")
            report(f"{name}, {len(sources)} documents", float(seconds), "s", float(size) / 1e6, "MB")


def middle(numbers: list[float]) -> float:
    """The median."""
    return sorted(numbers)[len(numbers) // 2] if numbers else 0.0


def report(what: str, *told: object) -> None:
    """A line of the results."""
    shown = (
        f"{one:.3g}"
        if isinstance(one, float) and one < 100
        else f"{one:.0f}"
        if isinstance(one, float)
        else str(one)
        for one in told
    )
    print(f"{what:62} {' '.join(shown)}", flush=True)


if __name__ == "__main__":
    main()
