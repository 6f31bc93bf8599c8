"""What issuers are told of their mistakes: where it is, and what to do."""

from pathlib import Path

import mistakes
import pytest

LISTED = mistakes.listed()


def test_there_are_many_kinds_and_each_is_listed_once() -> None:
    assert len({kind for kind, _ in LISTED}) == len({path for _, path in LISTED}) == len(LISTED)
    assert len(LISTED) >= 100
    assert [path.name for _, path in LISTED if not path.is_file()] == []


@pytest.mark.parametrize("path", [path for _, path in LISTED], ids=[kind for kind, _ in LISTED])
def test_a_message_names_file_line_and_remedy(path: Path, tmp_path: Path) -> None:
    problems = mistakes.found(path, tmp_path)
    assert problems
    for problem in problems:
        assert problem.span.file.startswith("content/")
        assert problem.span.line or not problem.path, "what is about a field stands at its line"
        assert len(problem.hint.split()) > 1, problem.hint
