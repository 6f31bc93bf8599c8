"""One connection to a checked address: names are resolved once, and what was checked is what is asked."""

import socket
import ssl
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException
from queue import Empty, Queue
from threading import Thread, Timer

from msgspec import Struct

from sitegen.badges.refusal import Refused
from sitegen.foreign import addresses
from sitegen.foreign.addresses import Place


def _numbers(host: str, port: int) -> list[str]:
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


class Way(Struct, frozen=True):
    """How hosts are found and which may be asked; tests put their own in place of these."""

    resolve: Callable[[str, int], list[str]] = _numbers
    is_allowed: Callable[[str], bool] = addresses.is_public
    tls: Callable[[], ssl.SSLContext] = ssl.create_default_context


@contextmanager
def opened(place: Place, way: Way, seconds: float) -> Iterator[HTTPConnection]:
    """A connection that is cut after so many seconds, whatever the other side does.

    Refused: a host that cannot be found or reached, or of whose addresses one is not public. Only http.client from here on:
    it follows nothing, keeps no cookies, reads no passwords and no settings for proxies.
    """
    number = _checked(place, way, seconds)
    try:
        with socket.create_connection((number, place.port), timeout=seconds) as bare:
            other_end = bare.dup()
            watch = Timer(seconds, _cut, (other_end,))
            watch.daemon = True
            watch.start()
            try:
                with way.tls().wrap_socket(bare, server_hostname=place.host) as secure:
                    connection = HTTPConnection(place.host, place.port)
                    connection.sock = secure
                    yield connection
            finally:
                watch.cancel()
                other_end.close()
    except ssl.SSLCertVerificationError:
        raise Refused("web-unreachable", f"{place.origin} cannot prove that it is this host") from None
    except TimeoutError:
        raise Refused("web-too-slow", f"{place.origin} did not answer in time") from None
    except (OSError, HTTPException, ValueError):
        raise Refused("web-unreachable", f"{place.origin} could not be reached, or broke off") from None


def _checked(place: Place, way: Way, seconds: float) -> str:
    """The number to connect to. One private number among several is enough to refuse: nobody needs to mix them."""
    found = _in_time(lambda: way.resolve(place.host, place.port), seconds)
    if found is None:
        raise Refused("web-too-slow", f"the host {place.host} could not be looked up in time")
    if not found:
        raise Refused("web-unreachable", f"there is no host {place.host}, or it could not be looked up")
    if not all(way.is_allowed(number) for number in found):
        raise Refused("web-not-public", f"{place.host} is in a private network, which is never asked")
    return found[0]


def _in_time(look_up: Callable[[], list[str]], seconds: float) -> list[str] | None:
    """What a look-up gives, empty if it fails; None if it takes too long (the system has no limit of its own)."""
    answers: Queue[list[str]] = Queue()

    def ask() -> None:
        try:
            answers.put(look_up())
        except (OSError, UnicodeError):
            answers.put([])

    Thread(target=ask, daemon=True).start()
    try:
        return answers.get(timeout=seconds)
    except Empty:
        return None


def _cut(line: socket.socket) -> None:
    with suppress(OSError):
        line.shutdown(socket.SHUT_RDWR)
