"""What somebody asks of a check: at which moment, whether it may fetch, and whose badge it should be."""

from datetime import datetime

from msgspec import Struct

from sitegen.foreign.web import Web


class Asked(Struct, frozen=True, kw_only=True):
    """The question. `ours` are the issuers of the register, who do not make badges of these kinds.

    `recipient` is an address or name that should be the earner's, or empty. `address` is where the badge was fetched from.
    """

    now: datetime
    web: Web | None = None
    ours: frozenset[str] = frozenset()
    recipient: str = ""
    address: str = ""
