"""How well search answers graded queries over a catalog of short documents or a classic collection.

usage: python bench/search_relevance.py CATALOG.jsonl QUERIES.jsonl [QUERIES.jsonl …] [--words-only] [--worst N]
       python bench/search_relevance.py COLLECTION_FOLDER …

A catalog's lines have `id`, `title`, `focus_area`, `summary`, `key_method`, `evidence` and maybe `problems`; a queries' line
has `id`, `text` and `relevant` (grades by document). A collection's folder has `corpus`, `queries` and `qrels`, each as
`.jsonl` or `.jsonl.gz`.
"""

import argparse
import gzip
import json
import sys
import time
from collections.abc import Iterator
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from sitegen.search import evaluation, inside, language, ranking, vectors
from sitegen.search.evaluation import GradedQuery
from sitegen.search.index import Source


def main() -> None:
    """Measure what the command line names."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--words-only", action="store_true", help="leave out the word vectors")
    parser.add_argument("--worst", type=int, default=0, help="show so many of the worst queries")
    arguments = parser.parse_args()
    for name, sources, queries in collections(arguments.paths):
        measure(name, sources, queries, arguments)


def measure(
    name: str, sources: list[Source], queries: list[GradedQuery], arguments: argparse.Namespace
) -> None:
    """Print the measures of one set of queries."""
    english = language.of("en")
    meaning = None if arguments.words_only else vectors.load(english.vectors)
    started = time.perf_counter()
    made = inside.of(sources, english, meaning)
    built = time.perf_counter()
    answers = {q.id: [hit.slug for hit in ranking.search(made, q.text, most=20).hits] for q in queries}
    each = (time.perf_counter() - built) / len(queries)
    found = evaluation.evaluate(queries, answers)
    mean = found.mean
    print(
        f"{name:28} nDCG@10 {mean.ndcg:.3f}  recall@10 {mean.recall:.3f}  MRR {mean.mrr:.3f}  empty {mean.empty:.2f}  "
        f"({len(sources)} documents in {built - started:.2f} s, {len(queries)} queries, {1000 * each:.1f} ms each)"
    )
    for query in evaluation.worst(queries, found, arguments.worst):
        print(f"    {found.each[query.id].ndcg:.2f}  {query.text}  ->  {', '.join(answers[query.id][:3])}")


def collections(paths: list[Path]) -> Iterator[tuple[str, list[Source], list[GradedQuery]]]:
    """Each set of queries with the documents it is asked of."""
    catalog: list[Source] = []
    for path in paths:
        if path.is_dir():
            yield path.name, *classic(path)
        elif not catalog:
            catalog = [of_catalog(row) for row in rows(path)]
        else:
            yield path.stem, catalog, evaluation.read(path.read_bytes())


def classic(folder: Path) -> tuple[list[Source], list[GradedQuery]]:
    """A classic collection: titles, texts and judged queries."""
    grades = {row["id"]: row["rel"] for row in rows(folder / "qrels.jsonl")}
    sources = [
        Source(slug=row["id"], title=row["title"], texts={"summary": row["text"]})
        for row in rows(folder / "corpus.jsonl")
    ]
    queries = [
        GradedQuery(id=row["id"], text=row["text"], relevant=grades[row["id"]])
        for row in rows(folder / "queries.jsonl")
        if row["id"] in grades
    ]
    return sources, queries


def of_catalog(row: dict[str, str]) -> Source:
    """A document of a catalog."""
    texts = {
        "focus": row["focus_area"],
        "summary": row["summary"],
        "method": row["key_method"],
        "body": row["evidence"],
    }
    return Source(slug=row["id"], title=row["title"], texts=texts, problems=tuple(row.get("problems", ())))


def rows(path: Path) -> list[dict]:
    """The lines of a JSON Lines file, which may be packed."""
    packed = path.with_name(path.name + ".gz")
    text = path.read_text() if path.exists() else gzip.decompress(packed.read_bytes()).decode()
    return [json.loads(line) for line in text.splitlines() if line.strip()]


if __name__ == "__main__":
    main()
