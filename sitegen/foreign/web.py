"""What may be fetched while a badge is checked, and how much: few requests, few bytes, little time (THREATS F)."""

import re
import time
from http.client import HTTPResponse
from urllib.parse import urljoin

from msgspec import Struct

from sitegen import __version__
from sitegen.badges.refusal import Refused
from sitegen.foreign import addresses, connection
from sitegen.foreign.addresses import Place
from sitegen.foreign.connection import Way

REQUESTS = 12
SECONDS = 20.0
BYTES = 8_000_000
"""How much may be fetched for one badge in all."""
ANSWER_BYTES = 5_000_000
"""How large one answer may be."""
REDIRECTS = 3
_HEADERS = {
    "Accept": "application/vc, application/ld+json, application/json, application/did+json, application/jwt, */*;q=0.1",
    "Accept-Encoding": "identity",
    "User-Agent": f"sitegen/{__version__} (checks a badge)",
    "Connection": "close",
}
_KINDS = re.compile(
    r"application/(?:json|vc|jwt|jose|(?:[a-z0-9.-]+\+)+(?:json|jwt|cose)|octet-stream|vc\+ld)|"
    r"text/plain|image/png|image/svg\+xml"
)


class Limits(Struct, frozen=True):
    """How much one check may ask for."""

    requests: int = REQUESTS
    seconds: float = SECONDS
    bytes: int = BYTES
    answer: int = ANSWER_BYTES


class Answer(Struct, frozen=True):
    """What an address answered: its status (200 or 410) and its bytes."""

    status: int
    body: bytes


class Web:
    """All that one check fetches. It counts, and refuses what goes beyond its limits; nothing is fetched twice."""

    def __init__(self, way: Way | None = None, limits: Limits | None = None) -> None:
        self._way = way or Way()
        self._limits = limits or Limits()
        self._end = time.monotonic() + self._limits.seconds
        self._requests = 0
        self._bytes = 0
        self._seen: dict[str, Answer] = {}

    def get(self, address: str) -> Answer:
        """What stands at an https address, after redirects within its host. Refused: everything else, with the reason."""
        if address not in self._seen:
            self._seen[address] = self._followed(address)
        return self._seen[address]

    def _followed(self, address: str) -> Answer:
        first = place = addresses.place(address)
        for _ in range(REDIRECTS + 1):
            found = self._asked(place)
            if isinstance(found, Answer):
                return found
            address = urljoin(address, found)
            place = addresses.place(address)
            if place.origin != first.origin:
                # Whoever can make a host send visitors elsewhere could otherwise speak in its name.
                raise Refused("web-redirect", f"{first.origin} sends on to another host, {place.origin}")
        raise Refused("web-redirect", f"{first.origin} sends on too often")

    def _asked(self, place: Place) -> Answer | str:
        """The answer of one request, or where it sends on to."""
        self._requests += 1
        if self._requests > self._limits.requests:
            raise Refused("web-too-many", f"it would take more than {self._limits.requests} requests")
        with connection.opened(place, self._way, self._left(place)) as line:
            line.request("GET", place.path, headers={**_HEADERS, "Host": place.origin})
            with line.getresponse() as response:
                if response.status in (301, 302, 303, 307, 308):
                    return response.getheader("Location", "")
                self._left(place)
                _require_usable(response, place)
                return Answer(response.status, self._body(response, place))

    def _body(self, response: HTTPResponse, place: Place) -> bytes:
        parts: list[bytes] = []
        most = min(self._limits.answer, self._limits.bytes - self._bytes)
        size = 0
        while part := response.read1(65_536):
            size += len(part)
            self._left(place)
            if size > most:
                raise Refused("web-too-large", f"what {place.origin} sends is too large")
            parts.append(part)
        self._left(place)  # a connection that was cut for being slow may look like one that has ended
        if response.length:
            raise Refused("web-unreachable", f"{place.origin} broke off")
        self._bytes += size
        return b"".join(parts)

    def _left(self, place: Place) -> float:
        left = self._end - time.monotonic()
        if left <= 0:
            raise Refused("web-too-slow", f"{place.origin} did not answer in time")
        return left


def _require_usable(response: HTTPResponse, place: Place) -> None:
    if response.status not in (200, 410):
        raise Refused("web-status", f"{place.origin} answers {response.status} for {place.path}")
    if response.getheader("Content-Encoding", "identity").strip().lower() != "identity":
        raise Refused("web-encoding", f"{place.origin} sends packed data, which was not asked for")
    kind = response.getheader("Content-Type", "").partition(";")[0].strip().lower()
    if response.status == 200 and not _KINDS.fullmatch(kind):
        raise Refused(
            "web-type",
            f"{place.origin} sends {kind or 'something without a type'} for {place.path}, not a badge's data",
        )
