"""A later edition of an award under the same id: renewed, without the person's name, or signed with another key.

`model.editions` says what may change and which edition counts. The old line stays where it is; the new one stands in a batch
of its own. What is signed again has been checked: its signature, and that its key was the issuer's at the time.
"""

from collections.abc import Callable, Iterable
from datetime import date, datetime, timedelta
from functools import partial

from msgspec import Struct
from msgspec.structs import replace

from sitegen.badges import editions as lists
from sitegen.badges.editions import Pair
from sitegen.badges.status import StatusList
from sitegen.model import editions
from sitegen.model.award import Award
from sitegen.signing import batches, drafts, key_changes, ledger, status_lists
from sitegen.signing.desk import Desk
from sitegen.signing.ledger import Edition
from sitegen.signing.private_key import Signer
from sitegen.signing.refusal import Refused

SECOND = timedelta(seconds=1)


class Change(Struct, frozen=True):
    """An award before and after, and the moment at which the later edition is signed."""

    before: Award
    after: Award
    moment: datetime


Follow = Callable[[Desk, Pair, Edition], Change]
"""Makes the later edition of an award, given the issuer's status lists; raises Refused if there cannot be one."""


def renew(desk: Desk, pair: Pair, edition: Edition, *, expires: date | None) -> Change:
    """The award with another last day, or without one."""
    if expires is not None and expires <= desk.place.today:
        raise Refused(f"it would have expired already, on {expires}", "check the year")
    before = _before(desk, edition)
    _refuse_fallen(pair, before)
    until = drafts.end_of(expires) if expires else None
    return _change(desk, before, replace(before, expires=until))


def forget(desk: Desk, _pair: Pair, edition: Edition, *, keep_evidence: bool) -> Change:
    """The award without the person's name, without a public hash of the address, and without the evidence.

    An award that has run out says afterwards that it ran out today: a key cannot sign for a time before its own.
    """
    before = _before(desk, edition)
    mark = before.identity if before.identity and before.identity.kind == "private" else None
    after = replace(before, name="", identity=mark, evidence=before.evidence if keep_evidence else ())
    if after.expires is not None and after.expires <= desk.place.now:
        after = replace(after, expires=_moment(desk, before) + SECOND)
    return _change(desk, before, after)


def reissue(desk: Desk, pair: Pair, edition: Edition) -> Change:
    """The same award, to be signed with the present key."""
    before = _before(desk, edition, lost=True)
    _refuse_fallen(pair, before)
    if before.expires is not None and before.expires <= desk.place.now:
        raise Refused(
            f"{edition.id} ran out on {before.expires.date()}", "`sitegen renew` gives it another last day"
        )
    return _change(desk, before, before)


def all_of(
    desk: Desk, found: Iterable[Edition], follow: Follow
) -> tuple[tuple[Change, ...], tuple[Refused, ...]]:
    """The later editions of several awards, and why some have none."""
    changes: list[Change] = []
    refused: list[Refused] = []
    pair = status_lists.read(desk)
    for edition in found:
        try:
            changes.append(follow(desk, pair, edition))
        except Refused as error:
            refused.append(error)
    return tuple(changes), tuple(refused)


def write(desk: Desk, signer: Signer, changes: Iterable[Change]) -> str:
    """Sign the later editions and write them as a batch; returns its path, which is empty if there are none.

    Status lists that were signed with another key are signed anew in any case: one signed with a lost key is not trusted,
    and with it none of the issuer's awards.
    """
    lines = batches.sign(desk, signer, [(change.after, change.moment) for change in changes])
    before = status_lists.read(desk)
    again = partial(_with_key, signer=signer, now=desk.place.now)
    after = Pair(again(before.revoked), again(before.suspended) if before.suspended else None)
    status_lists.write(desk, before, after, signer)
    return batches.write(desk, batches.name(desk), lines) if lines else ""


def _with_key(edition: StatusList, signer: Signer, now: datetime) -> StatusList:
    """A status list, to be signed again if it was signed with another key."""
    return edition if edition.key == signer.public else status_lists.again(edition, now)


def _change(desk: Desk, before: Award, after: Award) -> Change:
    moment = _moment(desk, before)
    after = replace(after, issued=max(moment, before.issued), key="", signed=moment)
    wrong = editions.faults(before, after)
    if wrong:
        raise Refused(f"{before.id} cannot be changed in: {', '.join(wrong)}")
    return Change(before, after, moment)


def _moment(desk: Desk, before: Award) -> datetime:
    """Now, or just after the edition before: no two are signed at the same moment."""
    assert before.signed is not None  # it was read from a signed line
    return max(desk.place.now, before.signed + SECOND)


def _before(desk: Desk, edition: Edition, *, lost: bool = False) -> Award:
    """The award as it is, checked; `lost` says that its key may have been given up since."""
    award = ledger.signed_award(edition)
    _refuse_untrusted(desk, award, lost=lost)
    return award


def _refuse_fallen(pair: Pair, award: Award) -> None:
    """Raise Refused for an award that does not hold any more."""
    if lists.has(pair.revoked, award.index):
        what = "suspended" if lists.has(pair.suspended, award.index) else "revoked"
        raise Refused(
            f"{award.id} is {what}", "`sitegen reinstate` ends a suspension; a revoked award stays revoked"
        )


def _refuse_untrusted(desk: Desk, award: Award, *, lost: bool) -> None:
    """Raise Refused unless the award was signed with a key of the issuer in its time, which nobody else had then."""
    name = key_changes.short(award.key)
    key = next((key for key in desk.register.issuer.keys if key.key == award.key), None)
    assert award.signed is not None
    if (award.site, award.issuer) != (desk.site.base_url, desk.issuer):
        raise Refused(f"{award.id} is an award of another site or issuer")
    if key is None:
        raise Refused(f"{award.id} is signed with {name}, which {desk.register.path} does not list")
    if not key.covers(award.signed):
        raise Refused(f"{award.id} is signed with {name} outside its time")
    if key.compromised is None:
        return
    if not lost:
        raise Refused(
            f"{award.id} is signed with {name}, which is given up", "`sitegen reissue` signs it again first"
        )
    if award.signed.date() >= key.compromised.at:
        raise Refused(
            f"{award.id} is signed on {award.signed.date()}, when somebody else may have had {name}",
            "if it is real, award it again",
        )
