"""How each award of an issuer stands: by its status lists, and by what the issuer says of its keys."""

from sitegen.awards.judging import Lists
from sitegen.model.issuer import Issuer
from sitegen.model.ledger import AwardLine, StatusFile
from sitegen.plan.badge_words import IN_FORCE, Standing, State


class Standings:
    """What is known of one issuer's awards."""

    def __init__(self, issuer: Issuer, lists: Lists | None) -> None:
        lists = lists or Lists()
        self._by_place = {**_set(lists.revoked, "revoked"), **_set(lists.suspended, "suspended")}
        self._by_key = {
            key.key: Standing(
                state="suspended",
                reason=f"The key that signed it may be in other hands. {key.compromised.reason}",
            )
            for key in issuer.keys
            if key.compromised is not None
        }

    def of(self, line: AwardLine) -> Standing:
        """How an award stands; one that counts but was signed with a key that was given up waits to be signed again."""
        return self._by_place.get(line.index) or self._by_key.get(line.key, IN_FORCE)


def _set(file: StatusFile | None, state: State) -> dict[int, Standing]:
    """How the awards stand whose places are set on a list, by place."""
    if file is None:
        return {}
    return {place: Standing(state=state, reason=file.reasons.get(place, "")) for place in file.set}
