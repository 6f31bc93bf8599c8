"""Templates: a view goes in, the text of a page comes out."""

import hashlib
import re
from collections.abc import Callable, Hashable
from functools import cached_property, lru_cache
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined, Template
from jinja2.runtime import LoopContext
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape
from msgspec import Struct

from sitegen.problem import Problem
from sitegen.render import faults
from sitegen.render.blocks import Memory
from sitegen.render.theme import Theme

try:
    from markupsafe._speedups import _escape_inner as escape_text
except ImportError:  # another release of the library, or one without its part in C
    escape_text = escape

_USES = re.compile(
    r"""{%[-+]?\s*(?:extends|include|import|from)\s+"""
    r"""(?:"([^"]+)"(?=\s*(?:[-+]?%}|as\b|import\b|with(?:out)?\b|ignore\b))|\S)"""
)
"""A statement that uses another template; its name, if that is plainly written."""


LOOP = frozenset({"index", "index0", "first", "last", "length"})
"""What templates ask of a loop."""


class Open(dict[type, frozenset[str]]):
    """What templates may ask of objects of a type without the sandbox looking at it: fields of views, places in loops."""

    def __missing__(self, kind: type) -> frozenset[str]:
        fields = kind.__struct_fields__ if issubclass(kind, Struct) else ()
        return self.setdefault(kind, LOOP if kind is LoopContext else frozenset(fields))


class Guarded(ImmutableSandboxedEnvironment):
    """The sandbox for templates of contributors; what it would let through anyway, it lets through sooner."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self._open = Open()

    def getattr(self, obj: Any, attribute: str) -> Any:
        """A field of a view, or where a loop is; everything else goes through the sandbox's own checks."""
        return (
            getattr(obj, attribute) if attribute in self._open[type(obj)] else super().getattr(obj, attribute)
        )


class Page(Template):
    """A compiled template that writes plain text without making an object of it first: a page holds hundreds."""

    @classmethod
    def from_code(cls, *parts: Any) -> Template:
        template = super().from_code(*parts)
        template.root_render_func.__globals__["escape"] = _written
        return template


def _written(value: Any) -> str:
    """What is put into a page for a value: text without signs of HTML, unless it is HTML already."""
    kind = type(value)
    return escape_text(value) if kind is str else value if kind is Markup else escape(value)


class Templates:
    """The compiled templates of a theme; each is compiled when first used.

    A site's own templates come from contributors and run sandboxed; the default theme is our own and need not be.
    """

    def __init__(self, theme: Theme, root: str) -> None:
        self.theme = theme
        kind = Guarded if theme.own else Environment
        self.environment = kind(
            loader=FunctionLoader(self._source), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True, auto_reload=False, cache_size=-1,
        )  # fmt: skip
        self.environment.template_class = Page
        self.environment.globals["asset"] = _asset_addresses(theme, root)
        self._fingerprints: dict[str, bytes] = {}
        self._memories: dict[str, Memory] = {}

    def _source(self, name: str) -> tuple[str, str, None] | None:
        text = self.theme.templates.get(name)
        return None if text is None else (text, name, None)

    def get(self, name: str) -> Template:
        return self.environment.get_template(name)

    def render(self, name: str, page: Struct, site: Struct) -> bytes | Problem:
        """The bytes of a page, or what is wrong with the template: whatever it does, its author is told where."""
        try:
            return self.get(name).render(page=page, site=site).encode()
        except Exception as error:  # noqa: BLE001 - a template can raise anything
            return faults.problem(error, name, self.theme)

    def render_alike(self, name: str, page: Struct, site: Struct, alike: Hashable) -> bytes | Problem:
        """As `render`, for many pages with a `shape` that are equal in all else if `alike` is: see `blocks`."""
        memory = self._memories.setdefault(name, Memory())
        try:
            return memory.render(self.get(name), page, site, (alike, site)).encode()
        except Exception as error:  # noqa: BLE001 - a template can raise anything
            return faults.problem(error, name, self.theme)

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
        texts = self.theme.templates
        found: set[str] = set()
        waiting = [name]
        while waiting:
            current = waiting.pop()
            if current in found or current not in texts:
                continue
            found.add(current)
            for statement in _USES.finditer(texts[current]):
                if statement[1] is None:
                    return set(texts)
                waiting.append(statement[1])
        return found

    @cached_property
    def _assets_digest(self) -> bytes:
        names = "\0".join(asset.address for asset in self.theme.assets)
        return hashlib.blake2b(names.encode(), digest_size=16).digest()


def of(theme: Theme, root: str) -> Templates:
    """The templates of a theme; those asked for last are kept, because compiling them takes longer than filling them."""
    return _kept(Key(theme, root))


class Key:
    """A theme and a root that can be looked up: equal if all they consist of is equal."""

    def __init__(self, theme: Theme, root: str) -> None:
        self.theme = theme
        self.root = root
        self._parts = (tuple(sorted(theme.templates.items())), theme.assets, theme.own, theme.folder, root)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Key) and self._parts == other._parts

    def __hash__(self) -> int:
        return hash((self.root, self.theme.folder, len(self.theme.templates)))


@lru_cache(maxsize=2)
def _kept(key: Key) -> Templates:
    return Templates(key.theme, key.root)


def _asset_addresses(theme: Theme, root: str) -> Callable[[str], str]:
    addresses = {asset.name: f"{root}/{asset.address}" for asset in theme.assets}

    def asset(name: str) -> str:
        if name not in addresses:
            raise LookupError(f"the theme has no asset `{name}`")
        return addresses[name]

    return asset
