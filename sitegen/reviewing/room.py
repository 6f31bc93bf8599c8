"""The room in which one run of the pages takes place: the site, the clock, and the secret that its signs are made from."""

import hmac
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import msgspec
from msgspec import Struct

from sitegen.signing.key_changes import Place


class Room(Struct, frozen=True):
    """A site, the folder of private keys (which stay where they are), the name of the site, a secret, and a clock."""

    root: Path
    keys: Path
    name: str
    secret: str
    clock: Callable[[], datetime]

    @property
    def top(self) -> str:
        """What stands before every address here.

        A browser sends a cookie to all servers of a machine, whatever their port, but only below the path it was made
        for; so the path is one that no other server can guess.
        """
        return f"/{self.sign('path')[:16]}"

    @property
    def pass_word(self) -> str:
        """What the browser holds as a cookie, once it came by the address that was printed."""
        return self.sign("cookie")

    @property
    def form_word(self) -> str:
        """What every form carries, so that no page elsewhere can fill one in."""
        return self.sign("form")

    def place(self) -> Place:
        """The site at this moment, to the second."""
        return Place(self.root, self.keys, self.clock().replace(microsecond=0))

    def mark(self, *seen: object) -> str:
        """A sign of what somebody saw: another one if any of it is different, and nothing can be told from it."""
        return hmac.new(self.secret.encode(), msgspec.json.encode(seen), "sha256").hexdigest()[:32]

    def sign(self, purpose: str) -> str:
        """A sign for one purpose, from which neither the secret nor another sign can be found."""
        return hmac.new(self.secret.encode(), purpose.encode(), "sha256").hexdigest()
