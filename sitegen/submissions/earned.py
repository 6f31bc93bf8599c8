"""Earned decisions → what is to be awarded. Each has the id of its award fixed beforehand, so none is awarded twice."""

from pathlib import Path

from msgspec import Struct

from sitegen.signing import ledger
from sitegen.signing.orders import Fault, Order
from sitegen.signing.refusal import Refused
from sitegen.submissions import decisions, inbox, responses
from sitegen.submissions.decisions import Decision
from sitegen.submissions.responses import Response
from sitegen.submissions.shelf import Shelf


class Earned(Struct, frozen=True):
    """Orders for what is not awarded yet, how many are already, and why some cannot be. Faults count orders from 1."""

    orders: tuple[Order, ...]
    awarded: int
    faults: tuple[Fault, ...]


def award_id(secret: bytes, response: str) -> str:
    """The id that the award of a submission gets: nobody can find it out from what is public."""
    return inbox.mark(secret, "award", response)


def is_awarded(root: Path, decision: Decision) -> bool:
    """Whether the award of a decision was made."""
    return decision.outcome == "earned" and not _open(root, decision.issuer, [decision], inbox.secret(root))


def issuers(root: Path) -> list[str]:
    """The issuers with earned decisions whose award is not made yet."""
    waiting: dict[str, list[Decision]] = {}
    for decision in _earned(root, responses.current(inbox.responses(root))):
        waiting.setdefault(decision.issuer, []).append(decision)
    return sorted(
        issuer for issuer, found in waiting.items() if _open(root, issuer, found, inbox.secret(root))
    )


def of(root: Path, issuer: str, credential: str = "") -> Earned:
    """What an issuer's earned decisions ask for, of one credential or of all."""
    senders = responses.current(inbox.responses(root))
    found = [
        decision
        for decision in _earned(root, senders)
        if decision.issuer == issuer and credential in ("", decision.credential)
    ]
    if not found:
        return Earned((), 0, ())
    secret = inbox.secret(root)
    waiting = _open(root, issuer, found, secret)
    shelf = Shelf(root)
    orders: list[Order] = []
    faults: list[Fault] = []
    for decision in sorted(waiting, key=lambda one: (one.at, one.response)):
        wrong = _fault(shelf, decision, senders.get(decision.response))
        if wrong is None:
            orders.append(_order(decision, senders[decision.response], award_id(secret, decision.response)))
        else:
            faults.append(wrong)
    return Earned(tuple(orders), len(found) - len(waiting), tuple(faults))


def _earned(root: Path, senders: dict[str, Response]) -> list[Decision]:
    """The earned decisions, without those whose senders asked to be forgotten."""
    return [
        decision
        for decision in decisions.of(root).values()
        if decision.outcome == "earned"
        and not (decision.response in senders and senders[decision.response].is_forgotten)
    ]


def _open(root: Path, issuer: str, found: list[Decision], secret: bytes) -> list[Decision]:
    """Those of some decisions whose award stands in no batch."""
    held = ledger.newest(root, issuer)
    return [decision for decision in found if award_id(secret, decision.response) not in held]


def _fault(shelf: Shelf, decision: Decision, sender: Response | None) -> Fault | None:
    """Why a decision cannot become an award."""
    short = decision.response[:8]
    if sender is None:
        return Fault(
            0, f"{short}: what was sent in is not in private/ any more, so nobody knows who earned it"
        )
    try:
        now = shelf.one(decision.credential).record.version
    except Refused as refused:
        return Fault(0, f"{short}: {refused}", refused.hint)
    if now.partition(".")[0] != decision.version.partition(".")[0]:
        words = f"{short}: it was judged by version {decision.version} of `{decision.credential}`, which is at {now} by now"
        return Fault(0, words, f"award it from the state of the site that had version {decision.version}")
    return None


def _order(decision: Decision, sender: Response, award: str) -> Order:
    return Order(
        credential=decision.credential,
        name=sender.name,
        email=sender.email,
        shows_name=sender.shows_name and bool(sender.name),
        awarded=decision.at.date(),
        results=tuple((row.row, row.level) for row in decision.rows),
        award=award,
    )
