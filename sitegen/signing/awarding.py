"""Orders → awards: looked at as a whole, then signed, then written as one batch with the letters to the earners."""

from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct

from sitegen.badges import editions
from sitegen.badges.editions import Pair
from sitegen.signing import batches, drafts, ledger, orders, private_records, programme, status_lists
from sitegen.signing.desk import Desk
from sitegen.signing.drafts import Draft
from sitegen.signing.duplicates import Holders
from sitegen.signing.orders import Fault, Order
from sitegen.signing.private_key import Signer
from sitegen.signing.programme import Offer
from sitegen.signing.refusal import Refused


class Plan(Struct, frozen=True, kw_only=True):
    """What would be awarded, and everything that is wrong with what was asked; with a fault nothing may be written.

    `before` and `after` are the status lists: they may have to grow.
    """

    drafts: tuple[Draft, ...]
    faults: tuple[Fault, ...]
    before: Pair
    after: Pair


class Written(Struct, frozen=True):
    """The file of the batch, from the top of the site, and the folder of the letters."""

    path: str
    letters: Path


class _Shelf(Struct, frozen=True):
    """What each order is held against: the credentials it may name, and who holds what."""

    offers: dict[str, Offer]
    holders: Holders
    again: bool


def plan(desk: Desk, asked: list[Order], *, again: bool = False) -> Plan:
    """What comes of some orders; `again` allows a second award of the same thing to the same person.

    Raises Refused if the issuer's files cannot be used at all; what is wrong with an order is collected.
    """
    before = status_lists.read(desk)
    held = ledger.newest(desk.root, desk.issuer)
    going = [one for one in held.values() if not _is_revoked(before, one.index)]
    offers, faults = _offers(desk, asked)
    shelf = _Shelf(offers, Holders(desk.root, desk.issuer, going), again)
    used = (one.index for one in held.values())
    places, after = status_lists.places(used, before, len(asked), desk.place.now)
    made: list[Draft] = []
    for order, index in zip(asked, places, strict=True):
        found = list(_faults(desk, shelf, order))
        if not found and order.credential in offers:
            made.append(drafts.draft(desk, order, offers[order.credential], index))
        faults += found
    return Plan(drafts=tuple(made), faults=tuple(faults), before=before, after=after)


def write(desk: Desk, signer: Signer, planned: Plan) -> Written:
    """Sign everything, then write it: who was meant, status list, the batch, which appears whole or not at all, letters.

    The table in `private/` comes before the batch, because it holds the only copy of each earner's link, and the letters
    come after it, so that nobody is sent a link to an award that was never made.
    """
    if planned.faults:
        raise Refused("there are problems, so nothing was awarded")
    now = desk.place.now
    lines = batches.sign(desk, signer, [(draft.award, now) for draft in planned.drafts])
    private_records.refuse_shared(desk.root)
    batch = batches.name(desk)
    people = [drafts.person_and_letter(desk, draft) for draft in planned.drafts]
    table = private_records.write_table(desk.root, desk.issuer, batch, [person for person, _ in people])
    try:
        status_lists.write(desk, planned.before, planned.after, signer)
        path = batches.write(desk, batch, lines)
    except BaseException:
        table.unlink(missing_ok=True)
        raise
    return Written(path, private_records.write_letters(desk.root, desk.issuer, batch, people))


def _offers(desk: Desk, asked: list[Order]) -> tuple[dict[str, Offer], list[Fault]]:
    """The credentials that orders name, each read once, and those that cannot be awarded, for each order that names one."""
    found: dict[str, Offer] = {}
    refused: dict[str, Refused] = {}
    for slug in {order.credential for order in asked}:
        try:
            found[slug] = _offer(desk, slug)
        except Refused as error:
            refused[slug] = error
    wrong = [order for order in asked if order.credential in refused]
    return found, [
        Fault(order.line, str(refused[order.credential]), refused[order.credential].hint) for order in wrong
    ]


def _offer(desk: Desk, slug: str) -> Offer:
    """A credential of the desk's issuer."""
    offer = programme.offer(desk.root, desk.site, slug)
    if offer.issuer != desk.issuer:
        raise Refused(
            f"`{slug}` belongs to `{offer.issuer}`, and a batch is signed by one issuer",
            "award it in a batch of its own",
        )
    return offer


def _faults(desk: Desk, shelf: _Shelf, order: Order) -> Iterator[Fault]:
    yield from orders.faults(order, desk.place.today)
    offer = shelf.offers.get(order.credential)
    if offer is None:
        return
    yield from orders.results(order, offer)[1]
    if desk.register.issuer.privacy == "open" and order.privacy is None and not order.name:
        yield Fault(
            order.line, "this issuer shows names, and none is given", "give one, or add another `privacy`"
        )
    version = offer.record.version
    award = shelf.holders.holds(order, version)
    if award and not shelf.again:
        yield Fault(
            order.line,
            f"{order.name or 'this person'} holds `{offer.slug}` {version} already ({award})",
            "`sitegen renew` makes an award last longer; `--again` awards it a second time",
        )
    shelf.holders.add(order, version)


def _is_revoked(pair: Pair, index: int) -> bool:
    return editions.has(pair.revoked, index) and not editions.has(pair.suspended, index)
