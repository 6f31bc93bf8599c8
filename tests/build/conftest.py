"""What makes many builds in one process quick: each template is compiled once, not once a build."""

from functools import cache
from typing import Any

import jinja2
import pytest
from jinja2.sandbox import ImmutableSandboxedEnvironment


@pytest.fixture
def _quick_templates(monkeypatch: pytest.MonkeyPatch) -> None:
    """Compiling depends on nothing but the text and the kind of environment, so its result can be kept."""
    compiled = jinja2.Environment.compile

    @cache
    def kept(kind: type, source: str, name: str, filename: str) -> Any:
        settings = {"autoescape": True, "trim_blocks": True, "lstrip_blocks": True}
        environment = kind(undefined=jinja2.StrictUndefined, **settings)
        environment.globals["asset"] = None
        return compiled(environment, source, name, filename)

    def compile_once(self: Any, source: str, name: str, filename: str) -> Any:
        kind = ImmutableSandboxedEnvironment if self.sandboxed else jinja2.Environment
        return kept(kind, source, name, filename)

    monkeypatch.setattr(jinja2.Environment, "compile", compile_once)
