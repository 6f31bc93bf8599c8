"""How a check asks for a JSON document: only if it may ask at all, and with a sentence for people if it may not."""

from typing import Any

from sitegen.badges import misfit, strict_json
from sitegen.badges.refusal import Refused
from sitegen.foreign import addresses
from sitegen.foreign.web import Answer, Web


def answer(web: Web | None, address: object, what: str) -> Answer:
    """What stands at an address. Refused: without `--online`, and for addresses that may not be asked."""
    place = addresses.place(address)
    if web is None:
        raise Refused("web-offline", f"{what} must be fetched from {place.origin}, which `--online` allows")
    assert isinstance(address, str)  # `place` has seen to it
    return web.get(address)


def document(web: Web | None, address: object, what: str) -> dict[str, Any]:
    """The JSON object at an address, read strictly."""
    found = answer(web, address, what)
    if found.status == 410:
        raise Refused("web-status", f"{what} is gone from {misfit.shown(str(address))}")
    return read(found.body, what)


def read(body: bytes, what: str) -> dict[str, Any]:
    """A JSON object, read strictly."""
    try:
        given = strict_json.parse(body, 3_000_000)
    except Refused as refused:
        raise Refused("web-data", f"{what} cannot be used: {refused.words}") from None
    if not isinstance(given, dict):
        raise Refused("web-data", f"{what} is no JSON object")
    return given


def same_host(one: str, other: str) -> bool:
    """Whether two addresses lead to the same host and port."""
    return addresses.place(one).origin == addresses.place(other).origin


def texts(value: object) -> list[str]:
    """A value that may be one text or a list, as a list of the texts in it."""
    values = value if isinstance(value, list) else [value]
    return [text for text in values if isinstance(text, str)]
