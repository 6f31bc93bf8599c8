"""How a badge becomes statements (RDF quads): each member of each part, and nothing that is not in the table."""

from typing import Any

from msgspec import Struct, field

from sitegen.badges import misfit, values
from sitegen.badges.plans import Plan, Step, Table
from sitegen.badges.refusal import Refused


class Unnamed(Struct):
    """A part without an id (a blank node).

    `tails` are its own statements without their subject, sorted, after an empty text, so that `label.join(tails)` is
    their text; `inner` are those that lead to other unnamed parts. `parent` and `link` are the statement that leads here.
    """

    tails: list[str]
    inner: list[tuple[str, int]]
    parent: str | int | None = None
    link: str = ""
    fingerprint: str = ""


class Found(Struct):
    """What a walk has found so far. With `apart`, shared parts are only listed in `shared` and not walked.

    `blocks` are statements in N-Quads; those about one thing stand together, sorted, but each is a block of its own where
    links to unnamed parts will come in between. `repeats` says that an id stood in two (equal) places.
    """

    table: Table
    apart: bool = False
    repeats: bool = False
    blocks: list[str] = field(default_factory=list)
    unnamed: list[Unnamed] = field(default_factory=list)
    named: dict[str, Any] = field(default_factory=dict)
    shared: list[tuple[str, dict[str, Any]]] = field(default_factory=list)


Subject = str | int
"""A part's id as N-Quads writes it, or its number among the unnamed parts."""


def walk(part: Any, plan: Plan, found: Found) -> Subject:
    """Add the statements of a part; what they are about comes back."""
    subject = _subject(part, plan, found)
    start = subject if isinstance(subject, str) else ""
    lines = list(map(start.__add__, plan.types))
    links = known = 0
    in_order = plan.in_order
    for step in plan.steps:
        name = step.name
        if name in part:
            known += 1
            value = part[name]
            if step.fits is not None and type(value) is str and step.fits(value):
                lines.append(f"{start}{step.before}{value}{step.after}")
            elif step.write is not None:
                lines.append(f"{start}{step.before}{step.write(value, name)}{step.after}")
            else:
                links += _add_things(subject, value, step, found, lines)
                in_order = in_order and not step.many
    if known + ("id" in part) + (plan.type is not None) != len(part):
        raise _unknown(part, plan)
    if not in_order:
        lines.sort()
    if isinstance(subject, int):
        found.unnamed[subject].tails += lines
    else:
        found.blocks += lines if links else ["".join(lines)]
    return subject


def _subject(part: Any, plan: Plan, found: Found) -> Subject:
    """What the part is called, if it has the right type, and an id where it must and may.

    Two parts may share an id only if they are equal, or members could be moved from one to the other.
    """
    if type(part) is not dict:
        raise Refused("not-an-object", f"its {plan.kind} is not an object in braces")
    if part.get("type") != plan.type:
        raise Refused("wrong-type", f"its {plan.kind} does not have the type that our badges have there")
    if "id" not in part:
        if plan.named == "always":
            raise Refused("id-missing", f"its {plan.kind} has no id")
        found.unnamed.append(Unnamed([""], []))
        return len(found.unnamed) - 1
    name = part["id"]
    if plan.named == "never":
        raise _unknown(part, plan)
    if type(name) is not str or not found.table.is_address(name):
        values.address(found.table.is_address, name, "id")
    first = found.named.setdefault(name, part)
    if first is not part:
        found.repeats = True
        if first != part:
            raise used_twice(name)
    return f"<{name}>"


def used_twice(name: str) -> Refused:
    """What to raise if two different parts have the same id."""
    return Refused("id-used-twice", f"two different parts of it have the id {misfit.shown(name)}")


def _add_things(subject: Subject, value: Any, step: Step, found: Found, lines: list[str]) -> int:
    """Add what stands at a member that is a part or a list; the number of links to unnamed parts comes back."""
    start = subject if isinstance(subject, str) else ""
    links = 0
    for thing in _things(value, step, found) if step.many else (_thing(value, step, found),):
        if isinstance(thing, str):
            lines.append(f"{start}{step.before}{thing}{step.after}")
            continue
        links += 1
        found.unnamed[thing].parent = subject
        found.unnamed[thing].link = step.before
        if isinstance(subject, int):
            found.unnamed[subject].inner.append((step.before, thing))
    return links


def _things(values: Any, step: Step, found: Found) -> list[Subject]:
    """What a list holds, each thing only once."""
    if type(values) is not list:
        raise Refused("not-a-list", f"its “{step.name}” is not a list in square brackets")
    if not values:
        raise Refused("empty-list", f"its “{step.name}” is an empty list, which should have been left out")
    things = [_thing(value, step, found) for value in values]
    if len(set(things)) != len(things):
        raise Refused("repeated", f"its “{step.name}” lists the same thing twice")
    return things


def _thing(value: Any, step: Step, found: Found) -> Subject:
    if step.of is not None:
        return step.of(value, step.name)
    if found.apart and step.shared and type(value) is dict and type(value.get("id")) is str:
        found.shared.append((step.kind, value))
        return f"<{value['id']}>"
    return walk(value, found.table.plans[step.kind], found)


def _unknown(part: dict[str, Any], plan: Plan) -> Refused:
    known = {step.name for step in plan.steps}
    known |= set() if plan.named == "never" else {"id"}
    known |= set() if plan.type is None else {"type"}
    name = next(name for name in part if name not in known)
    if name == "@context":
        return Refused("inline-context", f"its {plan.kind} brings definitions of its own (“@context”)")
    return Refused(
        "unknown-member", f"its {plan.kind} says something that our badges do not say: {misfit.shown(name)}"
    )
