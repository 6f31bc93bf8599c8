"""Blocks that are remembered: pages come out as if each had been made by itself."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment
from msgspec import Struct

from sitegen.render.blocks import Memory

BASE = "{% block head %}{% endblock %}|{% block main %}base {{ page.shape.a }}{% endblock %}|{% block foot %}f{% endblock %}"
CHILD = """{% extends "base.html" %}{% set outer = page.shape.outer %}
{% block head %}{{ outer }}{% if page.shape.a %}a{% endif %}{% endblock %}
{% block main %}{{ super() }} {% block inner %}{% if page.shape.b %}b{% endif %}{{ page.title }}{% endblock %}
{% for item in page.shape.items %}{% block part scoped %}{{ item }}{{ loop.index }}{% if page.shape.a %}!{% endif %}{% endblock %}
{% endfor %}{{ self.inner() }}{% include "more.html" %}{% endblock %}"""
MORE = "{% if page.shape.c %}c{% endif %}"


class Shape(Struct, frozen=True):
    a: bool = False
    b: bool = False
    c: bool = False
    outer: bool = False
    items: tuple[str, ...] = ()


class Page(Struct, frozen=True):
    title: str
    shape: Any


class Site(Struct, frozen=True):
    name: str = "S"


def _environment(**templates: str) -> Environment:
    texts = {name.replace("_", "."): text for name, text in templates.items()}
    return Environment(loader=DictLoader(texts), autoescape=True)


TEMPLATE = _environment(base_html=BASE, child_html=CHILD, more_html=MORE).get_template("child.html")
SHAPES = st.builds(Shape, items=st.lists(st.sampled_from("xy"), max_size=2).map(tuple))


@settings(deadline=None)
@given(st.lists(st.tuples(st.sampled_from("TU"), SHAPES), min_size=1, max_size=12))
def test_pages_come_out_as_if_made_alone(pages: list[tuple[str, Shape]]) -> None:
    memory = Memory()
    for title, shape in pages:
        page = Page(title, shape)
        assert memory.render(TEMPLATE, page, Site(), title) == TEMPLATE.render(page=page, site=Site())


def _counted(template: str) -> tuple[Any, list[int]]:
    calls: list[int] = []
    environment = _environment(t_html=template)

    def count() -> str:
        calls.append(1)
        return ""

    environment.globals["count"] = count
    return environment.get_template("t.html"), calls


def test_a_block_is_made_again_only_for_other_answers() -> None:
    template, calls = _counted("{% block one %}{{ count() }}{% if page.shape.a %}a{% endif %}{% endblock %}")
    memory = Memory()
    for shape in (Shape(), Shape(b=True), Shape(c=True), Shape(a=True), Shape(a=True, b=True)):
        memory.render(template, Page("T", shape), Site(), "T")
    assert len(calls) == 2


def test_what_another_block_asked_does_not_matter() -> None:
    template, calls = _counted(
        "{% block one %}{{ page.shape.a }}{% endblock %}{% block two %}{{ count() }}{% endblock %}"
    )
    memory = Memory()
    for shape in (Shape(), Shape(a=True)):
        memory.render(template, Page("T", shape), Site(), "T")
    assert len(calls) == 1


def test_the_memory_does_not_grow_for_ever() -> None:
    template, calls = _counted("{% block one %}{{ count() }}{% endblock %}")
    memory = Memory()
    for number in [*range(101), 0]:
        memory.render(template, Page("T", Shape()), Site(), number)
    assert len(calls) == 102


@pytest.mark.parametrize(
    "use", ["{{ page.shape }}", "{% if page.shape %}{% endif %}", "{{ page.shape == 1 }}"]
)
def test_a_shape_can_only_be_asked_for_fields(use: str) -> None:
    template, _ = _counted("{% block one %}" + use + "{% endblock %}")
    with pytest.raises(TypeError, match="asked for its fields"):
        Memory().render(template, Page("T", Shape()), Site(), "T")


def test_a_field_that_a_shape_does_not_have_is_an_error() -> None:
    template, _ = _counted("{% block one %}{{ page.shape.nothing.more }}{% endblock %}")
    with pytest.raises(Exception, match="nothing"):
        Memory().render(template, Page("T", Shape()), Site(), "T")
