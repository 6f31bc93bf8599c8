"""Every row of the table of terms is what the published contexts say."""

import json
from collections.abc import Iterator
from typing import Any

import contexts
import pytest

from sitegen.badges import terms
from sitegen.badges.shapes import Member, Root
from sitegen.badges.terms import PROFILE

DOCUMENTS = contexts.documents()


def kinds(kind: str) -> set[str]:
    """The kind and all kinds of parts within."""
    inner = {member.shape for member in PROFILE.shapes[kind].members.values() if member.shape}
    return {kind}.union(*(kinds(each) for each in inner))


def definitions(root: Root, kind: str) -> dict[str, Any]:
    """What the contexts of a document define in a part of this kind: terms for all, then those of its types."""
    known: dict[str, Any] = {}
    for address in root.contexts:
        known |= DOCUMENTS[address]["@context"]
    types = PROFILE.shapes[kind].type or ()
    scoped = dict(known)
    for name in sorted([types] if isinstance(types, str) else types):
        if isinstance(known[name], dict):
            scoped |= known[name].get("@context", {})
    return scoped


def rows() -> Iterator[tuple[str, Root, str]]:
    for root in PROFILE.roots:
        for kind in sorted(kinds(root.shape)):
            yield f"{len(root.contexts)} contexts: {root.shape}: {kind}", root, kind


ROWS = {name: (root, kind) for name, root, kind in rows()}


def iri(definition: Any) -> str:
    return definition if isinstance(definition, str) else definition["@id"]


def expected(member: Member, definition: dict[str, Any]) -> bool:
    """Whether the kind of value in our table is the one of the context."""
    given = definition.get("@type")
    if definition.get("@container") not in {None, "@set"}:
        return False
    match member.kind:
        case "address":
            return given == "@id"
        case "word":
            scoped = definition["@context"]
            return given == "@vocab" and all(iri(scoped[word]) == made for word, made in member.words.items())
        case "node":
            return given in {None, "@id"} and "@context" not in definition
        case _:
            return given == (member.datatype or None)


@pytest.mark.parametrize("row", ROWS)
def test_members_are_what_the_contexts_say(row: str) -> None:
    root, kind = ROWS[row]
    defined = definitions(root, kind)
    for name, member in PROFILE.shapes[kind].members.items():
        definition = defined[name]
        assert iri(definition) == member.iri, name
        assert expected(member, definition if isinstance(definition, dict) else {}), name


@pytest.mark.parametrize("row", ROWS)
def test_types_are_what_the_contexts_say(row: str) -> None:
    root, kind = ROWS[row]
    written = PROFILE.shapes[kind].type or ()
    for name in [written] if isinstance(written, str) else written:
        assert iri(definitions(root, kind)[name]) == PROFILE.types[name]


def test_every_kind_and_type_is_used() -> None:
    used = set().union(*(kinds(root.shape) for root in PROFILE.roots))
    written = [shape.type or () for shape in PROFILE.shapes.values()]
    types = {name for each in written for name in ([each] if isinstance(each, str) else each)}
    assert (used, types) == (set(PROFILE.shapes), set(PROFILE.types))


def test_no_two_members_of_a_part_mean_the_same() -> None:
    for shape in PROFILE.shapes.values():
        iris = [member.iri for member in shape.members.values()]
        assert len(set(iris)) == len(iris)


def test_kinds_are_told_apart_by_their_types() -> None:
    types = [shape.type for shape in PROFILE.shapes.values()]
    assert len(set(types)) == len(types)


def test_parts_without_an_id_hold_no_parts() -> None:
    """So two of them that are alike have the same statements, and the n-degree step cannot be needed."""
    unnamed = [kind for kind, shape in PROFILE.shapes.items() if shape.named != "always"]
    assert all(kinds(kind) == {kind} for kind in unnamed)


def test_shared_parts_hold_nothing_that_python_calls_equal_to_something_else() -> None:
    """1 == True in Python: a part with true in it would equal one with 1."""
    members = [member for shape in PROFILE.shapes.values() for member in shape.members.values()]
    shared = set().union(*(kinds(member.shape) for member in members if member.shared))
    assert not any(
        member.kind == "truth" for kind in shared for member in PROFILE.shapes[kind].members.values()
    )


def test_the_table_can_be_written_as_json() -> None:
    data = json.loads(json.dumps(terms.as_data()))
    assert data["shapes"]["award"]["members"]["validFrom"] == {
        "iri": "https://www.w3.org/2018/credentials#validFrom",
        "kind": "moment",
        "datatype": "http://www.w3.org/2001/XMLSchema#dateTime",
    }
    assert data["roots"][0] == {"contexts": list(PROFILE.roots[0].contexts), "shape": "award"}
