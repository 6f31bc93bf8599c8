"""Frames: a page that is filled is the page that would have been rendered, and no word can be decided by."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment
from msgspec import Struct

from sitegen.problem import Problem, Span
from sitegen.render import frames
from tests.render import themes


class Piece(Struct, frozen=True):
    title: str
    href: str


class Words(Struct, frozen=True):
    name: str
    note: str
    pieces: tuple[Piece, ...] = ()


class Page(Struct, frozen=True):
    title: str
    words: Words


TEMPLATE = """{% macro link(href, text) %}<a href="{{ href }}">{{ text }}</a>{% endmacro %}
<title>{{ page.words.name }}: {{ page.title }}</title>{{ page.words.note }}{{ page.words.name }}
{% set kept %}<i title='{{ page.words.note }}'>{{ page.title }}</i>{% endset %}{{ kept }}
{% for piece in page.words.pieces %}{{ loop.index }} {{ link(piece.href, piece.title) }}{% endfor %}
<b>{{ page.words.name|e }}</b>"""
ENVIRONMENT = Environment(loader=DictLoader({"t.html": TEMPLATE}), autoescape=True)

HOSTILE = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"])),
    st.sampled_from(
        ["<script>", "</title>", '"\'><', "&amp;", "{{ 7 * 7 }}", "{% x %}", "\0", "a\0b", "\ue0000\ue000",
         "\ue0001\ue000", "\ue001", "\\1", "%s", "\r\n", "", "\ufffe"]
    ),
)  # fmt: skip
PIECES = st.lists(st.builds(Piece, title=HOSTILE, href=HOSTILE), max_size=3).map(tuple)


def _render(title: str, words: Words) -> bytes:
    return ENVIRONMENT.get_template("t.html").render(page=Page(title, words)).encode()


def _frame(title: str, words: Words) -> frames.Frame:
    made = frames.make(lambda own: _render(title, own), words)
    assert isinstance(made, frames.Frame)
    return made


@given(title=HOSTILE, first=st.builds(Words, name=HOSTILE, note=HOSTILE, pieces=PIECES), data=st.data())
def test_filling_equals_rendering(title: str, first: Words, data: st.DataObject) -> None:
    pieces = st.tuples(*[st.builds(Piece, title=HOSTILE, href=HOSTILE) for _ in first.pieces])
    second = data.draw(st.builds(Words, name=HOSTILE, note=HOSTILE, pieces=pieces))
    frame = _frame(title, first)
    assert frame.fill(second) == _render(title, second)
    assert frame.fill(first) == _render(title, first)


def test_a_page_that_holds_what_looks_like_a_mark_keeps_it() -> None:
    title = f"\ue000{'0' * 16}:0; \ue0001;"
    words = Words("Jo", "x")
    assert _frame(title, words).fill(words) == _render(title, words)


def test_a_word_that_the_page_does_not_print_is_left_out() -> None:
    frame = frames.make(lambda own: b"<p>nothing</p>", Words("Jo", "x"))
    assert isinstance(frame, frames.Frame)
    assert frame.fill(Words("Al", "y")) == b"<p>nothing</p>"


def test_words_of_another_shape_are_refused() -> None:
    frame = _frame("t", Words("Jo", "x", (Piece("a", "b"),)))
    with pytest.raises(ValueError, match="2 words for a page of 4"):
        frame.fill(Words("Jo", "x"))


@pytest.mark.parametrize(
    "use",
    [
        "{% if page.words.name %}x{% endif %}",
        "{% if page.words.name == 'Jo' %}x{% endif %}",
        "{% if page.words.name > 'Jo' %}x{% endif %}",
        "{% if 'J' in page.words.name %}x{% endif %}",
        "{{ page.words.name|upper }}",
        "{{ page.words.name|length }}",
        "{{ page.words.name|urlencode }}",
        "{{ page.words.name|replace('a', 'b') }}",
        "{{ page.words.name + 'x' }}",
        "{{ 'x' + page.words.name }}",
        "{{ page.words.name ~ '!' }}",
        "{{ '%s'|format(page.words.name) }}",
        "{{ page.words.name * 2 }}",
        "{{ page.words.name[0] }}",
        "{% for letter in page.words.name %}x{% endfor %}",
        "{{ {page.words.name: 1} }}",
    ],
)
def test_a_template_that_does_more_than_print_a_word_is_told_where(tmp_path: Path, use: str) -> None:
    themes.put(tmp_path, {"templates/t.html": f"a\n{use}"})
    templates = themes.templates(tmp_path)
    made = frames.make(
        lambda words: templates.render("t.html", Page("t", words), themes.Site()), Words("Jo", "x")
    )
    assert isinstance(made, Problem)
    assert (made.code, made.span.file, made.span.line) == (
        "template-error",
        "themes/own/templates/t.html",
        2,
    )


def test_a_template_that_fails_is_a_problem() -> None:
    problem = Problem(code="template-error", message="m", hint="h", span=Span("t"))
    assert frames.make(lambda _: problem, Words("Jo", "x")) is problem
