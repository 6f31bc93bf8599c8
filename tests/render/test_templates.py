"""Templates: views become pages, faults become problems, and own templates reach nothing but their view."""

import os
from pathlib import Path

import pytest

from sitegen.problem import Problem, Span
from tests.hostile import confined
from tests.render import themes
from tests.render.themes import Page


def _problem(root: Path, text: str) -> Problem:
    made = themes.page(root, text)
    assert isinstance(made, Problem), made
    return made


def test_a_template_shows_its_view(tmp_path: Path) -> None:
    assert themes.page(tmp_path, "{{ page.title }} in {{ site.name }}") == "Calm in Case"


@pytest.mark.parametrize("around", ["<p>{}</p>", '<p title="{}">', "<!-- {} -->"])
def test_what_a_template_shows_is_written_out(tmp_path: Path, around: str) -> None:
    page = themes.page(tmp_path, around.format("{{ page.title }}"), Page(title="<b> & \"quotes\" 'too'"))
    assert page == around.format("&lt;b&gt; &amp; &#34;quotes&#34; &#39;too&#39;")


def test_template_signs_in_a_view_stay_as_they_are(tmp_path: Path) -> None:
    assert themes.page(tmp_path, "{{ page.title }}", Page(title="{{ 7 * 7 }}{% x %}")) == "{{ 7 * 7 }}{% x %}"


def test_an_own_template_can_extend_the_default_one(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    themes.put(
        tmp_path,
        {"templates/_crumbs.html": "none", "templates/x.html": '{% include "default/_crumbs.html" %}'},
    )
    assert "default/_crumbs.html" in themes.templates(tmp_path).uses("x.html")


def test_the_address_of_an_asset_holds_the_sites_path(tmp_path: Path) -> None:
    themes.put(tmp_path, {"templates/t.html": '{{ asset("site.css") }}'})
    made = themes.templates(tmp_path, address="/catalog").render("t.html", Page(), themes.Site())
    assert isinstance(made, bytes) and made.startswith(b"/catalog/assets/site.")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a\n{% if %}", 2),
        ("a\n\n{{ page.nothing }}", 3),
        ("a\n{{ nothing }}", 2),
        ("a\n{{ page.title.nothing.more }}", 2),
        ("a\n{% for x in page.title %}\n{{ x / 0 }}{% endfor %}", 3),
        ('a\n{{ asset("gone.css") }}', 2),
        ('a\n{% include "gone.html" %}', 2),
        ("a\n{{ page.title | nothing }}", 2),
        ("a\n{{ 'x' + 1 }}", 2),
        ("a\n{% endblock %}", 2),
        ("a\n{{ 'open", 2),
        ("a\n{# open", 2),
    ],
)
def test_a_fault_in_a_template_is_a_problem_with_file_and_line(tmp_path: Path, text: str, line: int) -> None:
    problem = _problem(tmp_path, text)
    assert (problem.code, problem.span.file, problem.span.line) == (
        "template-error",
        "themes/own/templates/t.html",
        line,
    )


def test_a_fault_in_an_included_template_is_shown_there(tmp_path: Path) -> None:
    themes.put(tmp_path, {"templates/part.html": "a\nb\n{{ page.nothing }}"})
    problem = _problem(tmp_path, 'a {% include "part.html" %}')
    assert (problem.span.file, problem.span.line) == ("themes/own/templates/part.html", 3)


def test_a_syntax_fault_in_an_included_template_is_shown_there(tmp_path: Path) -> None:
    themes.put(tmp_path, {"templates/part.html": "a\n{% if %}"})
    problem = _problem(tmp_path, 'a {% include "part.html" %}')
    assert (problem.span.file, problem.span.line) == ("themes/own/templates/part.html", 2)


@pytest.mark.parametrize(
    ("line", "marked"),
    [
        ("<p>{{ page.nothing }}</p>", "nothing"),
        ("<p>{{ nothing }}</p>", "nothing"),
        ('<p>{{ asset("gone.css") }}</p>', "gone.css"),
        ("<p>{{ page.title | nothing }}</p>", "nothing"),
        ('  {% include "gone.html" %}  ', "gone.html"),
        ("  {{ page.x }} and {{ page.x }}  ", "{{ page.x }} and {{ page.x }}"),
        ("  {{ 1 / 0 }}  ", "{{ 1 / 0 }}"),
        ("{% if %}", "{% if %}"),
    ],
)
def test_a_fault_is_marked_at_its_word_or_else_on_its_whole_line(
    tmp_path: Path, line: str, marked: str
) -> None:
    span = _problem(tmp_path, f"a\r\n{line}\n").span
    assert (span.line, line[span.column - 1 :][: span.width]) == (2, marked)


def test_a_fault_in_an_expression_over_several_lines_is_shown_in_one_of_them(tmp_path: Path) -> None:
    assert _problem(tmp_path, "a\n{{ page.title\n  ~ page.nothing\n}}\nb").span.line in (2, 3)


def test_what_an_own_template_does_to_a_default_one_is_shown_in_the_own(tmp_path: Path) -> None:
    problem = _problem(tmp_path, 'a\n{% extends "base.html" %}')
    assert (problem.span.file, problem.span.line) == ("themes/own/templates/t.html", 2)


def test_a_default_template_that_cannot_be_used_with_a_theme_is_not_looked_for_in_it(tmp_path: Path) -> None:
    themes.put(tmp_path, {"templates/t.html": "x"})
    problem = themes.templates(tmp_path).render("404.html", Page(), themes.Site())
    assert isinstance(problem, Problem)
    assert problem.span == Span("themes/own")
    assert problem.message.startswith("the default theme’s ")


def test_a_template_that_includes_itself_is_a_problem(tmp_path: Path) -> None:
    assert _problem(tmp_path, '{% include "t.html" %}').code == "template-error"


def test_a_template_that_extends_itself_is_a_problem(tmp_path: Path) -> None:
    assert _problem(tmp_path, '{% extends "t.html" %}').code == "template-error"


ESCAPES = [
    "{{ page.__class__ }}",
    "{{ page.__class__.__mro__ }}",
    "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "{{ page['__class__'] }}",
    "{{ page|attr('__class__') }}",
    "{{ page|attr('__cla' ~ 'ss__') }}",
    "{{ [page]|map(attribute='__class__')|first }}",
    "{{ '{0.__class__}'.format(page) }}",
    "{{ '%s'|format(page.__init__) }}",
    "{{ ('{0.__cla' ~ 'ss__}').format(page) }}",
    "{{ '{x.__class__}'.format_map({'x': page}) }}",
    "{{ asset.__globals__ }}",
    "{{ asset.__closure__ }}",
    "{{ asset.__code__ }}",
    "{{ cycler.__init__.__globals__ }}",
    "{{ joiner.__init__.__globals__.os.environ }}",
    "{{ lipsum.__globals__['os'].environ }}",
    "{{ namespace.__init__ }}",
    "{{ self.__init__ }}",
    "{{ self._TemplateReference__context }}",
    "{{ self.x.__func__ }}",
    "{% macro m() %}{% endmacro %}{{ m._func }}",
    "{% macro m() %}{% endmacro %}{{ m.__globals__ }}",
    "{{ loop.__class__ }}",
    "{{ (page.title).encode().__class__ }}",
    "{{ import('os') }}",
    "{{ open('/etc/passwd') }}",
    "{{ config }}{{ request }}{{ environ }}",
    "{{ dict.__base__ }}",
    "{{ range.__class__ }}",
    "{{ page.words.append('x') }}",
    "{{ {}.__class__ }}",
    "{{ site.__struct_fields__ }}",
    "{% set x = [] %}{{ x.append(1) }}",
    "{% set x = {} %}{{ x.update(a=1) }}",
    "{% do page.title %}",
    "{% import 'os' as os %}{{ os.environ }}",
    "{% include '/etc/passwd' %}",
    "{% include '../../../../etc/passwd' %}",
    "{% extends '../site.yaml' %}",
    "{% from '/proc/self/environ' import x %}",
]


@pytest.mark.parametrize("text", ESCAPES)
def test_an_own_template_reaches_nothing_but_its_view(tmp_path: Path, text: str) -> None:
    assert _problem(tmp_path, text).code == "template-error"


def test_no_message_about_a_template_holds_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SECRET_OF_THE_BUILD", "swordfish")
    said = [_problem(tmp_path, text) for text in ESCAPES]
    assert not any(
        "swordfish" in problem.message or os.environ["PATH"] in problem.message for problem in said
    )


def test_a_message_is_one_line_that_can_be_printed(tmp_path: Path) -> None:
    assert _problem(tmp_path, "{{ nothing['\x1b[31m\n\u202e'] }}").message.isprintable()


@pytest.mark.parametrize(
    "text",
    [
        "{% for x in range(100000000) %}a{% endfor %}",
        "{{ 'a' * 10000000000 }}",
        "{{ [0] * 10000000000 }}",
        "{{ '%9999999999d' % 1 }}",
        "{{ '{:9999999999}'.format(1) }}",
        "{{ 'a'.rjust(10000000000) }}",
        "{{ 'a'|center(10000000000) }}",
    ],
)
def test_a_template_cannot_eat_up_the_machine(tmp_path: Path, text: str) -> None:
    code = f"""
from pathlib import Path
from tests.render import themes
print(type(themes.page(Path({str(tmp_path)!r}), sys.stdin.read())).__name__)
"""
    assert confined.run(code, text) == "Problem\n"


def _prints(root: Path, *changes: dict[str, str | bytes]) -> list[bytes]:
    """The fingerprints of t.html: at first, and after each change."""
    found = []
    for files in ({}, *changes):
        themes.put(root, files)
        found.append(themes.templates(root).fingerprint("t.html"))
    return found


INCLUDES = [
    '{% include "part.html" %}',
    "{% include 'part.html' %}",
    '{%- include "part.html" -%}',
    '{%+ include "part.html" %}',
    '{% include "part.html" ignore missing %}',
    '{% include "part.html" without context %}',
    '{% import "part.html" as p %}',
    '{% from "part.html" import p %}',
    '{% extends "part.html" %}',
    '{% include ["gone.html", "part.html"] %}',
    '{% include "pa" ~ "rt.html" %}',
    '{% include "x.html" if false else "part.html" %}',
    "{% set name = 'part.html' %}{% include name %}",
    '{%\ninclude\n"part.html"\n%}',
    '{% include "middle.html" %}',
    "{% include page.title %}",
    '{% if false %}{% include "part.html" %}{% endif %}',
]


@pytest.mark.parametrize("text", INCLUDES)
def test_a_change_of_what_is_included_changes_the_fingerprint(tmp_path: Path, text: str) -> None:
    themes.put(tmp_path, {"templates/t.html": text, "templates/middle.html": '{% include "part.html" %}',
                          "templates/x.html": "x", "templates/part.html": "one"})  # fmt: skip
    before, after = _prints(tmp_path, {"templates/part.html": "two"})
    assert before != after


def test_a_change_elsewhere_does_not_change_the_fingerprint(tmp_path: Path) -> None:
    themes.put(tmp_path, {"templates/t.html": '{% include "part.html" %}', "templates/part.html": "one"})
    before, after = _prints(tmp_path, {"templates/other.html": "two"})
    assert before == after


def test_a_change_of_an_asset_changes_the_fingerprint(tmp_path: Path) -> None:
    themes.put(tmp_path, {"templates/t.html": "x", "assets/a.css": "one"})
    before, after = _prints(tmp_path, {"assets/a.css": "two"})
    assert before != after


def test_a_template_that_becomes_own_changes_the_fingerprint(tmp_path: Path) -> None:
    themes.put(tmp_path, {"templates/t.html": '{% include "_crumbs.html" %}'})
    before, after = _prints(tmp_path, {"templates/_crumbs.html": "own"})
    assert before != after
