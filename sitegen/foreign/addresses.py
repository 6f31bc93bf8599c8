"""Which addresses may be asked at all: https, a host with a name, and behind it no private network (THREATS F)."""

import re
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network
from typing import NamedTuple
from urllib.parse import urlsplit

from sitegen.badges import misfit
from sitegen.badges.refusal import Refused

MOST_LETTERS = 2_000
_HOST = re.compile(
    r"(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?"
)
_PATH = re.compile(r"[\x21-\x7e]*")
_TUNNELS = tuple(ip_network(net) for net in ("64:ff9b::/32", "2002::/16", "2001::/32", "::/96"))
"""Addresses that hold another one in them, which may be private."""


class Place(NamedTuple):
    """Where an address leads."""

    host: str
    port: int
    path: str

    @property
    def origin(self) -> str:
        """The host, with its port if that is not the usual one."""
        return self.host if self.port == 443 else f"{self.host}:{self.port}"


def place(address: object) -> Place:
    """Where an https address leads. Refused: any other, and those with names, passwords or bare numbers as hosts."""
    try:
        parts = urlsplit(address if isinstance(address, str) and len(address) <= MOST_LETTERS else "")
        port = parts.port or 443
    except ValueError:
        raise _wrong(address) from None
    host = (parts.hostname or "").lower()
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    if parts.scheme != "https":
        raise Refused("web-not-https", f"{misfit.shown(str(address))} does not begin with https://")
    if "@" in parts.netloc or not _HOST.fullmatch(host) or not _PATH.fullmatch(path):
        raise _wrong(address)
    return Place(host, port, path)


def is_public(number: str) -> bool:
    """Whether an IP address is one of the open internet, and of no private, local or special network."""
    found = ip_address(number.partition("%")[0])
    if isinstance(found, IPv6Address):
        if found.ipv4_mapped:
            return _is_open(found.ipv4_mapped)
        if any(found in tunnel for tunnel in _TUNNELS):
            return False
    return _is_open(found)


def _is_open(found: IPv4Address | IPv6Address) -> bool:
    return found.is_global and not found.is_multicast and not found.is_reserved


def _wrong(address: object) -> Refused:
    return Refused("web-address", f"{misfit.shown(str(address))} is no address that may be asked")
