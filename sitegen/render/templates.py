"""Templates: a view goes in, the text of a page comes out."""

import hashlib
from collections.abc import Callable
from functools import cached_property
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined, Template, TemplateSyntaxError, meta
from jinja2.sandbox import ImmutableSandboxedEnvironment
from msgspec import Struct

from sitegen.problem import Problem, Span
from sitegen.render.theme import Theme


class Templates:
    """The compiled templates of a theme; each is compiled when first used.

    A site's own templates come from contributors and run sandboxed; the default theme is our own and need not be.
    """

    def __init__(self, theme: Theme, root: str) -> None:
        self.theme = theme
        kind = ImmutableSandboxedEnvironment if theme.own else Environment
        self.environment = kind(
            loader=DictLoader(theme.templates), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True, auto_reload=False, cache_size=-1,
        )  # fmt: skip
        self.environment.globals["asset"] = _asset_addresses(theme, root)
        self._fingerprints: dict[str, bytes] = {}

    def get(self, name: str) -> Template:
        return self.environment.get_template(name)

    def render(self, name: str, page: Struct, site: Struct) -> str:
        """The text of a page."""
        return self.get(name).render(page=page, site=site)

    def fingerprint(self, name: str) -> bytes:
        """What the output of a template depends on besides its view: its text and that of all it includes, and assets."""
        if name not in self._fingerprints:
            digest = hashlib.blake2b(self._assets_digest, digest_size=16)
            for used in sorted(self.uses(name)):
                digest.update(f"{used}\0{self.theme.templates[used]}\0".encode())
            self._fingerprints[name] = digest.digest()
        return self._fingerprints[name]

    def uses(self, name: str) -> set[str]:
        """The template and all that it extends, includes or imports, however deep; all of them if a name is computed."""
        found: set[str] = set()
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current in found or current not in self.theme.templates:
                continue
            found.add(current)
            named = list(meta.find_referenced_templates(self.environment.parse(self.theme.templates[current])))
            if None in named:
                return set(self.theme.templates)
            waiting += [used for used in named if used]
        return found

    @cached_property
    def _assets_digest(self) -> bytes:
        names = "\0".join(asset.address for asset in self.theme.assets)
        return hashlib.blake2b(names.encode(), digest_size=16).digest()


def _asset_addresses(theme: Theme, root: str) -> Callable[[str], str]:
    addresses = {asset.name: f"{root}/{asset.address}" for asset in theme.assets}

    def asset(name: str) -> str:
        if name not in addresses:
            raise LookupError(f"the theme has no asset `{name}`")
        return addresses[name]

    return asset


def problem_of(error: Exception, name: str, theme_folder: str) -> Problem:
    """What is wrong with a template, for the author of a theme."""
    line = error.lineno if isinstance(error, TemplateSyntaxError) else _line_in(error, name)
    file = f"{theme_folder}/templates/{getattr(error, 'name', None) or name}"
    return Problem(
        code="template-error",
        message=f"this template cannot be used: {error}",
        hint="a template is given `page`, `site` and `asset()`; docs/reference/views lists their fields",
        span=Span(file, line),
    )


def _line_in(error: Exception, name: str) -> int:
    trace: Any = error.__traceback__
    line = 0
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
