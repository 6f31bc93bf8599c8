"""The table of terms made ready for walking: what to write before and after each value, and how to write it."""

import re
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from msgspec import Struct

from sitegen.badges import values
from sitegen.badges.shapes import Member, Named, Shape, Terms
from sitegen.badges.terms import PROFILE

TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"

Write = Callable[[Any, str], str]
"""From a value and the name of its member to the value as N-Quads writes it; raises Refused."""
Fits = Callable[[str], object]


class Step(Struct, frozen=True):
    """What to do with one member: write `before`, the value, and `after`.

    `write` says how to write the value; `fits`, if there is one, is true of texts that `write` would leave as they are: it
    is quicker to ask first. Lists and nodes have neither. `of` writes what a list holds; a node has a `kind`, the name of
    its plan, instead.
    """

    name: str
    before: str
    after: str
    write: Write | None
    fits: Fits | None
    of: Write | None
    kind: str
    many: bool
    shared: bool


class Plan(Struct, frozen=True):
    """What to do with one kind of part.

    `types` are the ends of the statements of its types. The steps are in the order of their statements; `in_order` says
    that the types belong before them.
    """

    kind: str
    type: str | list[str] | None
    named: Named
    types: tuple[str, ...]
    steps: tuple[Step, ...]
    in_order: bool


class Table(Struct, frozen=True):
    """All plans by kind; `is_address` is true of texts that may be ids; `roots` are the documents: type, contexts, kind."""

    plans: Mapping[str, Plan]
    is_address: Fits
    roots: tuple[tuple[str | list[str] | None, list[str], str], ...]


def ready(terms: Terms) -> Table:
    """The table for these terms."""
    if terms is PROFILE:
        return _PROFILE
    return _ready(terms)


def _ready(terms: Terms) -> Table:
    starts = "|".join(re.escape(start) for start in terms.address_starts)
    is_address = re.compile(rf"(?:{starts})[!#-;=?-\[\]_a-z~]++").fullmatch
    plans = {kind: _plan(kind, shape, terms.types, is_address) for kind, shape in terms.shapes.items()}
    roots = tuple((plans[root.shape].type, list(root.contexts), root.shape) for root in terms.roots)
    return Table(plans, is_address, roots)


def _plan(kind: str, shape: Shape, types: Mapping[str, str], is_address: Fits) -> Plan:
    written = list(shape.type) if isinstance(shape.type, tuple) else shape.type
    names = [written] if isinstance(written, str) else written or []
    ends = sorted(f" <{TYPE}> <{types[name]}> .\n" for name in names)
    steps = sorted(
        (_step(name, member, is_address) for name, member in shape.members.items()),
        key=lambda step: step.before,
    )
    in_order = not ends or not steps or ends[-1] < steps[0].before
    return Plan(kind, written, shape.named, tuple(ends), tuple(steps), in_order)


def _step(name: str, member: Member, is_address: Fits) -> Step:
    address = partial(values.address, is_address)
    writers: dict[str, Write] = {
        "text": values.text,
        "truth": values.truth,
        "moment": values.moment,
        "address text": address,
        "address": address,
        "word": partial(values.word, member.words),
    }
    write = writers.get(member.kind)
    before, after = {"address": ("<", ">"), "word": ("<", ">"), "node": ("", "")}.get(member.kind, ('"', '"'))
    datatype = f"^^<{member.datatype}>" if member.datatype else ""
    return Step(
        name=name,
        before=f" <{member.iri}> {before}",
        after=f"{after}{datatype} .\n",
        write=None if member.many else write,
        fits=is_address if write is address and not member.many else None,
        of=write,
        kind=member.shape,
        many=member.many,
        shared=member.shared,
    )


_PROFILE = _ready(PROFILE)
