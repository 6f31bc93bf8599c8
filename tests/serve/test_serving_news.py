"""What open pages are told after a build."""

import threading

import msgspec

from sitegen.options import Result
from sitegen.problem import Problem, Severity, Span
from sitegen.serving import news
from sitegen.serving.news import Board, News

BEFORE = News("start-7", ("old problem",), 1)


def problem(number: int, severity: Severity = "error") -> Problem:
    return Problem(
        code="x", message=f"wrong {number}", hint="mend it", span=Span("a.md", number), severity=severity
    )


def test_a_changed_site_has_a_new_version() -> None:
    assert news.after(BEFORE, Result(published=True, made=1)) == News("start-8")
    assert news.after(BEFORE, Result(published=True, removed=1)) == News("start-8")


def test_an_unchanged_site_keeps_its_version() -> None:
    assert news.after(BEFORE, Result(published=True)) == News("start-7")


def test_errors_leave_the_version_and_are_named() -> None:
    found = news.after(BEFORE, Result(problems=(problem(3),)))
    assert found == News("start-7", ("a.md, line 3: wrong 3 (mend it)",))


def test_warnings_of_a_published_site_are_no_news() -> None:
    assert news.after(BEFORE, Result(problems=(problem(3, "warning"),), published=True)) == News("start-7")


def test_errors_come_without_the_warnings_between_them() -> None:
    found = news.after(BEFORE, Result(problems=(problem(1, "warning"), problem(2))))
    assert found.problems == ("a.md, line 2: wrong 2 (mend it)",)


def test_many_problems_are_counted() -> None:
    found = news.after(BEFORE, Result(problems=tuple(problem(n) for n in range(1, 10))))
    assert (len(found.problems), found.more) == (3, 6)


def test_problems_of_the_file_just_saved_come_first() -> None:
    other = Problem(code="x", message="here", span=Span("b.md", 9))
    found = news.after(BEFORE, Result(problems=(problem(1), problem(2), other)), {"b.md"})
    assert found.problems[:2] == ("b.md, line 9: here", "a.md, line 1: wrong 1 (mend it)")


def test_a_problem_of_a_whole_file_has_no_line() -> None:
    found = news.after(BEFORE, Result(problems=(problem(0),)))
    assert found.problems == ("a.md: wrong 0 (mend it)",)


def test_a_message_is_one_event_whatever_is_in_it() -> None:
    told = News("start-1", ("a\n\ndata: b\r",))
    lines = news.message(told).split(b"\n")
    assert lines[0] == b"retry: 1000"
    assert lines[2:] == [b"", b""]
    assert msgspec.json.decode(lines[1].removeprefix(b"data: "), type=News) == told


def test_who_waits_is_told_at_once() -> None:
    board = Board(BEFORE)
    heard: list[News] = []
    waiting = threading.Thread(target=lambda: heard.append(board.wait(BEFORE, 20)))
    waiting.start()
    board.post(News("start-8"))
    waiting.join(20)
    assert heard == [News("start-8")]


def test_who_comes_late_is_told_too() -> None:
    board = Board(BEFORE)
    board.post(News("start-8"))
    assert board.wait(BEFORE, 20) == News("start-8")


def test_waiting_ends_when_the_board_is_closed() -> None:
    board = Board(BEFORE)
    board.close()
    assert board.wait(BEFORE, 20) == BEFORE
    assert board.closed


def test_waiting_ends_in_time() -> None:
    assert Board(BEFORE).wait(BEFORE, 0.001) == BEFORE
