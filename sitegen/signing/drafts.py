"""An order → the award to be signed, and what its earner alone will know: made from the catalog as it is now, and chance."""

import secrets
import uuid
from datetime import UTC, date, datetime, time

from msgspec import Struct

from sitegen.badges import identity
from sitegen.model import urls
from sitegen.model.award import Assessor, Award, Identity
from sitegen.model.issuer import Privacy
from sitegen.signing import orders
from sitegen.signing.desk import Desk
from sitegen.signing.orders import Order
from sitegen.signing.private_records import Letter, Person
from sitegen.signing.programme import Offer

ID_BYTES = 16
"""Random bytes in an award's id: 128 bits, so that nobody finds awards by trying addresses."""


class Draft(Struct, frozen=True, kw_only=True):
    """An award that is not signed yet, the order it came of, and the salt that only the earner will know."""

    order: Order
    award: Award
    salt: str = ""


def draft(desk: Desk, order: Order, offer: Offer, index: int) -> Draft:
    """The award for an order without faults, at a place of the status list."""
    level = order.privacy or desk.register.issuer.privacy
    mark, salt = _identity(order, level)
    now = desk.place.now
    award = Award(
        id=order.award or secrets.token_hex(ID_BYTES),
        site=desk.site.base_url,
        issuer=desk.issuer,
        issuer_name=desk.register.issuer.name,
        issuer_summary=desk.register.issuer.summary,
        subject=f"urn:uuid:{uuid.uuid4()}",
        name=order.name if order.shows_name or level == "open" else "",
        identity=mark,
        achievement=offer.achievement,
        issued=now,
        awarded=now if order.awarded in (None, desk.place.today) else _start(order.awarded),
        expires=end_of(order.expires) if order.expires else None,
        results=orders.results(order, offer)[0],
        evidence=order.evidence,
        assessor=Assessor(name=order.assessor, role=order.role) if order.assessor else None,
        index=index,
    )
    return Draft(order=order, award=award, salt=salt)


def person_and_letter(desk: Desk, made: Draft) -> tuple[Person, Letter]:
    """What `private/` keeps of an award, and what its letter says."""
    award, issuer = made.award, desk.register.issuer
    who = f"#who={made.salt}" if made.salt else ""
    person = Person(
        award=award.id,
        credential=award.achievement.credential,
        version=award.achievement.version,
        awarded=award.awarded.date().isoformat(),
        name=made.order.name,
        email=made.order.email,
        link=urls.absolute(desk.site, urls.badge(award.id)) + who,
    )
    letter = Letter(
        title=award.achievement.title,
        issuer=issuer.name,
        contact=issuer.contact or "",
        day=award.awarded.date(),
        expires=award.expires.date() if award.expires else None,
        shown=award.name,
        can_confirm=bool(made.salt),
    )
    return person, letter


def end_of(day: date) -> datetime:
    """The last second of a day, in UTC."""
    return datetime.combine(day, time(23, 59, 59), UTC)


def _start(day: date | None) -> datetime:
    assert day is not None  # only an order without a day has none
    return datetime.combine(day, time(), UTC)


def _identity(order: Order, level: Privacy) -> tuple[Identity | None, str]:
    """The mark of the earner's address, and the salt if it is not public."""
    if not order.email:
        return None, ""
    salt = identity.salt(secrets.token_bytes(identity.SALT_BYTES))
    if level == "hashed":
        return identity.hashed(order.email, salt), ""
    return identity.private(order.email, salt), salt
