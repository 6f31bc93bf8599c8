"""`sitegen search`: which credentials answer a question, why, and how good the order of answers is."""

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from sitegen.cli import options, pages, say, search_audit, search_index
from sitegen.cli.faults import Refused

if TYPE_CHECKING:
    from sitegen.search.evaluation import Evaluation, GradedQuery
    from sitegen.search.published import Published
    from sitegen.search.ranking import Answer
    from sitegen.search.reasons import Hit

WORST = 10
"""How many of the worst queries are shown."""


@click.command(
    cls=pages.HelpPage,
    examples=(
        ('sitegen search "nobody talks in my class"', "which credentials help"),
        ("sitegen search --explain exit tickets", "and why each of them is there"),
        ("sitegen search 'issuer:harbor \"exit ticket\"'", "of one issuer, with an exact phrase"),
        ("sitegen search evaluate queries.jsonl", "how good the order of answers is"),
        ("sitegen search audit", "what is hard to find"),
    ),
)
@click.argument("words", nargs=-1, required=True, metavar="QUESTION...")
@click.option(
    "-n",
    "most",
    type=click.IntRange(1, 1000),
    default=10,
    help="How many answers, or findings of each kind; 10 if not said.",
)
@click.option("--explain", is_flag=True, help="Show what words and meaning contribute to each answer.")
@click.option("--drafts", is_flag=True, help="Search drafts too.")
@click.option("--strict", is_flag=True, help="With `audit`: let every finding count as a problem.")
@click.option("--json", "as_json", is_flag=True, help="Print one JSON document instead of text.")
@options.common
def command(setting: options.Setting, words: tuple[str, ...], most: int, **flags: bool) -> int:
    """Find the credentials that answer a question.

    QUESTION is a problem in your own words, a topic, or names of things.
    Words in quotes must stand together; `issuer:NAME`, `title:WORD` and the
    like must be met.

    With `evaluate FILE` every query of a file is asked, and what is found is
    compared with what it should be. Each line of the file is a JSON object
    with `id`, `text` and `relevant`: 2 or 1 for each credential that answers.

    With `audit` each credential is asked for in its own words: title, problem
    statements whole and by half, and the beginning of its competency. What
    does not find it is told, and what else makes a catalog hard to search. To
    look for the word itself, put it into quotes: `'"audit"'`.
    """
    queries = _queries(words)
    opened = search_index.of(setting, drafts=flags["drafts"])
    index = opened.published
    if words == ("audit",):
        return search_audit.run(setting, opened, most, **flags)
    if queries is not None:
        return _evaluate(index, queries, as_json=flags["as_json"])
    from sitegen.search import ranking

    answer = ranking.search(index, " ".join(words), most=most)
    if flags["as_json"]:
        say.result(_json({"query": " ".join(words), "results": answer.hits, "mended": answer.mended}))
    else:
        _tell(answer, setting, explain=flags["explain"])
    return 0


_NOTHING = "Nothing was found. Name what students do, or what keeps going wrong."
_NOTHING_MEETS = "Nothing was found: no credential meets all that its fields should have."


def _queries(words: tuple[str, ...]) -> "list[GradedQuery] | None":
    """The graded queries, if it is these that should be asked."""
    if len(words) != 2 or words[0] != "evaluate" or not Path(words[1]).is_file():
        return None
    import msgspec

    from sitegen.search import evaluation

    try:
        found = evaluation.read(Path(words[1]).read_bytes())
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise Refused(f"{words[1]} does not hold graded queries: {error}", _FORM) from error
    if not found:
        raise Refused(f"there is no query in {words[1]}", _FORM)
    return found


_FORM = 'a line looks like {"id": "q1", "text": "nobody talks", "relevant": {"talk-moves": 2}}'


def _tell(answer: "Answer", setting: options.Setting, *, explain: bool) -> None:
    from sitegen.search import query

    for name in answer.unknown:
        say.aside(
            f"“{name}:” is not a field, so its words were looked for everywhere; fields are {', '.join(query.FIELDS)}.",
            setting,
        )
    for typed, meant in answer.mended.items():
        say.aside(f"No credential has “{typed}”; looked for “{meant}”.", setting)
    for phrase in answer.missed:
        say.aside(f"No credential has the words “{phrase}” together; looked for each of them.", setting)
    for place, hit in enumerate(answer.hits, 1):
        _tell_hit(place, hit, explain=explain)
    if not answer.hits:
        say.aside(_NOTHING_MEETS if answer.demanding else _NOTHING, setting)


def _tell_hit(place: int, hit: "Hit", *, explain: bool) -> None:
    say.result(f"{place:2}  {hit.title}  ({hit.slug})")
    if hit.problem:
        say.result(f"    Helps when: {hit.problem}")
    if explain:
        held = ", ".join(hit.matched) or "none"
        say.result(
            f"    {hit.score:.2f} = words {hit.words:.2f} + meaning {hit.meaning:.2f} + like the best {hit.echo:.2f}"
            f" + statement {hit.statement:.2f}; of the question's words it holds: {held}"
        )


def _evaluate(index: "Published", queries: "list[GradedQuery]", *, as_json: bool) -> int:
    from sitegen.search import evaluation, ranking

    answers = {query.id: [hit.slug for hit in ranking.search(index, query.text).hits] for query in queries}
    found = evaluation.evaluate(queries, answers)
    if as_json:
        say.result(_json({"mean": found.mean, "each": found.each}))
    else:
        _tell_evaluation(queries, found, answers)
    return 0


def _tell_evaluation(
    queries: "list[GradedQuery]", found: "Evaluation", answers: dict[str, list[str]]
) -> None:
    from sitegen.search import evaluation

    mean = found.mean
    say.result(f"{len(queries)} queries")
    say.result(f"nDCG@10    {mean.ndcg:.3f}")
    say.result(f"recall@10  {mean.recall:.3f}")
    say.result(f"MRR        {mean.mrr:.3f}")
    say.result(f"empty      {mean.empty:.3f}")
    say.result("\nAnswered worst (nDCG@10, query, first answers):")
    for query in evaluation.worst(queries, found, WORST):
        say.result(
            f"{found.each[query.id].ndcg:.2f}  {query.text}  ->  {', '.join(answers[query.id][:3]) or 'nothing'}"
        )


def _json(document: dict[str, Any]) -> str:
    import msgspec

    return msgspec.json.format(msgspec.json.encode({"version": 1, **document})).decode()
