"""The blocks of a template, each remembered with what it asked of a page's shape: pages alike in all else share them.

A page has far fewer kinds of each block than there are kinds of pages. A block is taken from the memory only if everything
that it asked when it was made has the same answer now; what it did not ask cannot matter to it.
"""

from collections.abc import Callable, Hashable, Iterator
from typing import Any

from jinja2 import Template
from jinja2.runtime import Context
from msgspec import Struct
from msgspec.structs import replace

Block = Callable[[Context], Iterator[str]]
Answers = dict[str, Any]

PAGES = 100
"""The blocks of so many pages that differ in more than their shape are remembered at once."""


class Memory:
    """What blocks of one template were made for one site."""

    def __init__(self) -> None:
        self._pages: dict[Hashable, dict[str, list[tuple[Answers, str]]]] = {}

    def render(self, template: Template, page: Any, site: Struct, alike: Hashable) -> str:
        """The text of a page that has a `shape`. Pages with an equal `alike` must be equal but for that."""
        if alike not in self._pages and len(self._pages) >= PAGES:
            self._pages.clear()
        made = self._pages.setdefault(alike, {})
        asking = Asking(page.shape)
        context = template.new_context({"page": replace(page, shape=Shape(asking)), "site": site})
        for name, blocks in context.blocks.items():
            blocks.insert(0, _remembering(blocks[0], context, asking, made.setdefault(name, [])))
        try:
            return "".join(template.root_render_func(context))
        except Exception:  # noqa: BLE001 - a template can raise anything
            template.environment.handle_exception()


class Asking:
    """What is asked of a shape: outside of all blocks, and by each of the blocks that are being made, the innermost last."""

    def __init__(self, shape: Struct) -> None:
        self.shape = shape
        self.outside: Answers = {}
        self.blocks: list[Answers] = []

    def answer(self, name: str) -> Any:
        """A field of the shape; it is noted who asked."""
        answer = getattr(self.shape, name)
        (self.blocks[-1] if self.blocks else self.outside)[name] = answer
        return answer

    def same(self, answers: Answers) -> bool:
        """Whether the shape would give these answers."""
        return all(getattr(self.shape, name) == answer for name, answer in answers.items())


class Shape:
    """Stands for a page's shape in a template, which may ask it for its fields and do nothing else with it."""

    __slots__ = ("_asking",)

    def __init__(self, asking: Asking) -> None:
        self._asking = asking

    def __getattr__(self, name: str) -> Any:
        return self._asking.answer(name)

    def _refused(self, *_: object) -> Any:
        raise TypeError("the shape of a page can be asked for its fields, and for nothing else")

    __str__ = __bool__ = __len__ = __iter__ = __eq__ = __ne__ = __hash__ = _refused


def _remembering(block: Block, context: Context, asking: Asking, made: list[tuple[Answers, str]]) -> Block:
    """The block, made only if it was not made before with the same answers. One with a scope of its own is always made."""

    def remembered(given: Context) -> Iterator[str]:
        if given is not context:
            return block(given)
        found = next((known for known in made if asking.same(known[0])), None)
        if found is None:
            asking.blocks.append({})
            text = "".join(block(given))
            found = asking.outside | asking.blocks.pop(), text
            made.append(found)
        if asking.blocks:
            asking.blocks[-1].update(found[0])
        return iter((found[1],))

    return remembered
