"""Marks by which an e-mail address can be confirmed and from which it cannot be read (Open Badges, IdentityObject).

A mark is `sha256$` and the hexadecimal SHA-256 of the address followed by a salt. The address is brought into one form
first: without blanks around it, in small letters. A public salt hides an address from harvesters, not from somebody who
guesses it; therefore the salt of a private mark is known only to the earner.
"""

import base64
import hashlib
import hmac
import re

from sitegen.model.award import Identity

SALT_BYTES = 16
_ADDRESS = re.compile(r"[^\s@]{1,64}@[^\s@]{1,255}")


def normal(address: str) -> str:
    """An e-mail address in the form that marks are made of; raises ValueError if it is none."""
    plain = address.strip().lower()
    if not _ADDRESS.fullmatch(plain):
        raise ValueError("this is not an e-mail address")
    return plain


def salt(chance: bytes) -> str:
    """A salt as text, from at least 16 random bytes: 22 signs that can stand in an address."""
    if len(chance) < SALT_BYTES:
        raise ValueError("a salt needs 16 random bytes")
    return base64.urlsafe_b64encode(chance[:SALT_BYTES]).rstrip(b"=").decode()


def digest(identity: str, salt: str) -> str:
    """The mark of any text, salt after it: `sha256$…`."""
    return "sha256$" + hashlib.sha256((identity + salt).encode()).hexdigest()


def private(address: str, salt: str) -> Identity:
    """A mark that only who knows the salt can compare; raises ValueError if the address is none."""
    return Identity(kind="private", digest=digest(normal(address), salt))


def hashed(address: str, salt: str) -> Identity:
    """A mark that everybody can compare, as wallets want it; raises ValueError if the address is none."""
    return Identity(kind="hashed", digest=digest(normal(address), salt), salt=salt)


def fits(mark: Identity, address: str, salt: str = "") -> bool:
    """Whether an address is the one behind a mark; `salt` is needed for a private one. False for what is no address."""
    try:
        found = digest(normal(address), mark.salt or salt)
    except ValueError:
        return False
    return hmac.compare_digest(found, mark.digest)
