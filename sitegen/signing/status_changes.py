"""Revoke, suspend, reinstate: what each does to an issuer's status lists, and when it may not be done."""

from datetime import datetime, timedelta
from typing import Literal

import msgspec
from msgspec import Struct

from sitegen.badges import editions, status
from sitegen.badges.editions import Pair
from sitegen.badges.status import StatusList
from sitegen.read import text
from sitegen.signing import private_records, status_lists, whole_files
from sitegen.signing.desk import Desk
from sitegen.signing.ledger import Edition
from sitegen.signing.private_key import Signer
from sitegen.signing.refusal import Refused

What = Literal["revoke", "suspend", "reinstate"]
MAX_REASON = 300


class Decision(Struct, frozen=True, kw_only=True):
    """What was decided of an award, and why; `is_public` says whether everybody may read the reason."""

    what: What
    award: str
    reason: str
    is_public: bool = False


def decide(desk: Desk, signer: Signer, decisions: list[tuple[Edition, Decision]]) -> None:
    """Sign the lists anew with what was decided, all of the same kind, and note the reasons in `private/`.

    Raises Refused, before anything is written, for what cannot be done to one of the awards.
    """
    private_records.refuse_shared(desk.root)
    before = after = status_lists.read(desk)
    for edition, decision in decisions:
        after = changed(desk, after, edition.index, decision)
    after = _dated(before, after, desk.place.now)
    is_suspending = any(decision.what == "suspend" for _, decision in decisions)
    status_lists.write(desk, before, after, signer, suspended_first=is_suspending)
    _note(desk, [decision for _, decision in decisions])


def _dated(before: Pair, after: Pair, now: datetime) -> Pair:
    """The lists with one moment for all that was decided at once: it must not run ahead of the clock."""
    first = msgspec.structs.replace(after.revoked, at=_later(before.revoked, now))
    if after.suspended is None or after.suspended.key:
        return Pair(first, after.suspended)
    return Pair(first, msgspec.structs.replace(after.suspended, at=_later(before.suspended, now)))


def _later(before: StatusList | None, now: datetime) -> datetime:
    return max(now, before.at + timedelta(seconds=1)) if before and before.key else now


def changed(desk: Desk, pair: Pair, index: int, decision: Decision) -> Pair:
    """The lists afterwards; raises Refused for what cannot be done."""
    is_revoked, is_suspended = editions.has(pair.revoked, index), editions.has(pair.suspended, index)
    refuse_reason(decision.reason)
    _refuse(decision, is_revoked=is_revoked, is_suspended=is_suspended)
    now, reason = desk.place.now, decision.reason if decision.is_public else ""
    revoked = status.changed(pair.revoked, index, now, reason, on=decision.what != "reinstate")
    if decision.what == "revoke" and not is_suspended:
        return Pair(revoked, pair.suspended)
    second = _second(desk, pair)
    return Pair(revoked, status.changed(second, index, now, reason, on=decision.what == "suspend"))


def refuse_reason(reason: str) -> None:
    """Raise Refused for a reason that is empty, too long, or cannot be shown."""
    if not reason.strip():
        raise Refused("a reason is needed", "it is kept in private/, and only published if you say so")
    if len(reason) > MAX_REASON or text.FORBIDDEN.search(reason):
        raise Refused(
            f"the reason is too long or has a character that cannot be shown; {MAX_REASON} characters fit",
            "say it in one sentence",
        )


def _refuse(decision: Decision, *, is_revoked: bool, is_suspended: bool) -> None:
    what, award = decision.what, decision.award
    if what == "reinstate" and not is_suspended:
        if is_revoked:
            raise Refused(
                f"{award} is revoked, and what is revoked stays revoked", "`sitegen award` makes a new one"
            )
        raise Refused(f"{award} is not suspended")
    if what == "suspend" and is_revoked:
        already = "suspended already" if is_suspended else "revoked, which cannot be softened to suspended"
        raise Refused(f"{award} is {already}")
    if what == "revoke" and is_revoked and not is_suspended:
        raise Refused(f"{award} is revoked already")


def _second(desk: Desk, pair: Pair) -> StatusList:
    """The list of suspended awards, which has as many places as the first; new if there was none."""
    first = pair.suspended or status.new(desk.site.base_url, desk.issuer, "suspension", desk.place.now)
    return msgspec.structs.replace(first, bits=first.bits.ljust(len(pair.revoked.bits), b"\0"))


def _note(desk: Desk, decisions: list[Decision]) -> None:
    """Append what was decided to the issuer's own notes."""
    folder = desk.root / private_records.FOLDER / desk.issuer
    path = folder / "decisions.jsonl"
    whole_files.make_folders(folder, private_records.FOLDER_MODE)
    rows = [{"at": desk.place.now.isoformat(), **msgspec.to_builtins(decision)} for decision in decisions]
    lines = b"".join(msgspec.json.encode(row) + b"\n" for row in rows)
    if path.is_file():
        whole_files.replace(path, path.read_bytes() + lines)
    else:
        whole_files.create(path, lines, whole_files.PRIVATE)
