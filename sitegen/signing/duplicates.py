"""Who holds what already, so that nobody is awarded the same thing twice.

People are told apart by their addresses: those in `private/`, and those behind public hashes, on which an address can be
tried. Where no address is known, a name must do.
"""

from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

from sitegen.badges import identity
from sitegen.model.award import Identity
from sitegen.signing import private_records
from sitegen.signing.ledger import Edition, Mark
from sitegen.signing.orders import Order

What = tuple[str, str]
"""A credential and its version."""


class Holders:
    """The awards of an issuer by what was awarded and to whom; grows while a batch is looked through."""

    def __init__(self, root: Path, issuer: str, editions: Iterable[Edition]) -> None:
        known = {person.award: person for person in private_records.people(root, issuer)}
        self._addresses: dict[tuple[What, str], str] = {}
        self._names: dict[tuple[What, str], str] = {}
        self._without_address: dict[tuple[What, str], str] = {}
        self._marks: dict[What, list[tuple[Mark, str]]] = defaultdict(list)
        for edition in editions:
            what = (edition.credential, edition.version)
            person = known.get(edition.id)
            email = _normal(person.email) if person else ""
            name = edition.name or (person.name if person else "")
            self._add(what, email, name, edition.id)
            if not email:
                self._marks[what] += [(mark, edition.id) for mark in edition.marks if mark.salt]

    def holds(self, order: Order, version: str) -> str:
        """The id of the award that the person of an order holds already, or what stands for it; empty if there is none."""
        what, email = (order.credential, version), _normal(order.email)
        if email:
            for mark, award in self._marks[what]:
                if identity.fits(Identity(kind="hashed", digest=mark.identity_hash, salt=mark.salt), email):
                    return award
            if found := self._addresses.get((what, email)):
                return found
        names = self._without_address if email else self._names
        return names.get((what, _folded(order.name)), "") if order.name else ""

    def add(self, order: Order, version: str) -> None:
        """Count an order of the same batch as awarded."""
        self._add((order.credential, version), _normal(order.email), order.name, f"line {order.line}")

    def _add(self, what: What, email: str, name: str, award: str) -> None:
        if email:
            self._addresses[what, email] = award
        if name:
            self._names[what, _folded(name)] = award
        if name and not email:  # two people of one name can be told apart only if both addresses are known
            self._without_address[what, _folded(name)] = award


def _normal(email: str) -> str:
    try:
        return identity.normal(email)
    except ValueError:
        return ""


def _folded(name: str) -> str:
    return " ".join(name.casefold().split())
