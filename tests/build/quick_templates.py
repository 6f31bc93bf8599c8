"""What makes many builds in one process quick: each template is compiled once, not once a build."""

from functools import cache
from typing import Any

import jinja2
import pytest


@pytest.fixture
def quick_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiling depends on nothing but the text and the kind of environment, so its result can be kept."""
    use(monkeypatch)


def use(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(jinja2.Environment, "compile", _compile_once)


def _compile_once(self: Any, source: str, name: str, filename: str) -> Any:
    return _compiled(type(self), source, name, filename)


_compile = jinja2.Environment.compile


@cache
def _compiled(kind: type[jinja2.Environment], source: str, name: str, filename: str) -> Any:
    environment = kind(
        undefined=jinja2.StrictUndefined, autoescape=True, trim_blocks=True, lstrip_blocks=True
    )
    return _compile(environment, source, name, filename)
