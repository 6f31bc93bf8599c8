"""How good an order of answers is: graded queries, and the measures over them."""

import math
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from msgspec import Struct

CUT = 10
"""How many answers are looked at: the first page."""


class GradedQuery(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A question and the documents that answer it: 2 for exactly right, 1 for helpful."""

    id: str
    text: str
    relevant: dict[str, int]


class Measures(Struct, frozen=True, kw_only=True):
    """How one question was answered, or many on average: each from 0 to 1.

    `ndcg` is normalised discounted cumulative gain over the first ten answers, with the grade as gain; `recall` the share of
    relevant documents among them; `mrr` one divided by the place of the first relevant answer; `empty` the share of
    questions without any answer.
    """

    ndcg: float
    recall: float
    mrr: float
    empty: float


class Evaluation(Struct, frozen=True, kw_only=True):
    """The measures on average, and of each question by its id."""

    mean: Measures
    each: dict[str, Measures]


def read(data: bytes) -> list[GradedQuery]:
    """The queries in the lines of a JSON Lines file. Raises msgspec.ValidationError or msgspec.DecodeError."""
    decoder = msgspec.json.Decoder(GradedQuery)
    return [decoder.decode(line) for line in data.splitlines() if line.strip()]


def evaluate(queries: Iterable[GradedQuery], answers: Mapping[str, Sequence[str]]) -> Evaluation:
    """How good `answers` are: for each query's id the documents that were found, best first."""
    each = {query.id: measures(query.relevant, answers.get(query.id, ())) for query in queries}
    return Evaluation(mean=_mean(list(each.values())), each=each)


def measures(relevant: Mapping[str, int], answers: Sequence[str]) -> Measures:
    """How good the answers to one question are."""
    grades = [relevant.get(slug, 0) for slug in answers]
    best = _gain(sorted(relevant.values(), reverse=True))
    wanted = sum(grade > 0 for grade in relevant.values())
    return Measures(
        ndcg=_gain(grades) / best if best else 0.0,
        recall=sum(grade > 0 for grade in grades[:CUT]) / wanted if wanted else 0.0,
        mrr=next((1 / place for place, grade in enumerate(grades, 1) if grade > 0), 0.0),
        empty=0.0 if answers else 1.0,
    )


def worst(queries: Iterable[GradedQuery], evaluation: Evaluation, most: int) -> list[GradedQuery]:
    """The queries that were answered worst, the worst first."""
    return sorted(queries, key=lambda query: (evaluation.each[query.id].ndcg, query.id))[:most]


def _gain(grades: Sequence[int]) -> float:
    return sum(grade / math.log2(place + 1) for place, grade in enumerate(grades[:CUT], 1))


def _mean(each: Sequence[Measures]) -> Measures:
    count = len(each) or 1
    return Measures(
        ndcg=sum(one.ndcg for one in each) / count,
        recall=sum(one.recall for one in each) / count,
        mrr=sum(one.mrr for one in each) / count,
        empty=sum(one.empty for one in each) / count,
    )
