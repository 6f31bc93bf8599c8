"""What all tests share."""

import pytest

from sitegen.search import words

NEED_WORDS = ("site", "search", "relevance")
"""Folders whose tests search as a visitor does."""


@pytest.fixture(autouse=True)
def few_word_files(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Publish a few of the four thousand files of word vectors, which are always the same: builds in tests are many."""
    if request.path.parent.name in NEED_WORDS:
        return
    few = [("data/words/few/common.json", b"{}"), ("data/words/few/0.json", b"{}")]
    monkeypatch.setattr(words, "files", lambda *_: iter(few))
