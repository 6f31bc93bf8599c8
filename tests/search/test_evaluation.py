"""How good an order of answers is."""

import msgspec
import pytest

from sitegen.search import evaluation
from sitegen.search.evaluation import GradedQuery, measures

RELEVANT = {"a": 2, "b": 1}


def test_the_best_order_is_perfect() -> None:
    found = measures(RELEVANT, ["a", "b", "x"])
    assert (found.ndcg, found.recall, found.mrr, found.empty) == (1, 1, 1, 0)


def test_a_worse_order_gains_less() -> None:
    assert measures(RELEVANT, ["b", "a"]).ndcg == pytest.approx(0.8597, abs=1e-4)


def test_only_the_first_ten_count() -> None:
    assert measures({"a": 2}, [*"0123456789", "a"]).ndcg == 0


def test_no_answer_is_counted() -> None:
    found = measures(RELEVANT, [])
    assert (found.ndcg, found.empty) == (0, 1)


def test_the_worst_come_first() -> None:
    queries = [GradedQuery(id=name, text=name, relevant=RELEVANT) for name in ("good", "bad")]
    found = evaluation.evaluate(queries, {"good": ["a", "b"], "bad": ["x"]})
    assert [query.id for query in evaluation.worst(queries, found, 1)] == ["bad"]
    assert found.mean.ndcg == 0.5


def test_queries_are_read_line_by_line() -> None:
    found = evaluation.read(b'{"id": "q", "text": "t", "relevant": {"a": 2}}\n\n')
    assert found == [GradedQuery(id="q", text="t", relevant={"a": 2})]


@pytest.mark.parametrize("line", [b"{", b'{"id": "q"}', b'{"id": "q", "text": "t", "relevant": {"a": "2"}}'])
def test_another_form_is_refused(line: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        evaluation.read(line)
