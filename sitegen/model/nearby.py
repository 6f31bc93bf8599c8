"""What lies near what: credentials about like things, and the topics that each of them answers."""

from msgspec import Struct


class Nearby(Struct, frozen=True):
    """Found by comparing what credentials are about; all empty where that is not wanted or not known.

    `alike` has for a credential those about like things, the nearest first; `topics` the slugs of the topics it answers,
    with numbers that grow with how well it does; `titles` the sentence of every topic, in their order.
    """

    alike: dict[str, tuple[str, ...]] = {}
    topics: dict[str, dict[str, int]] = {}
    titles: dict[str, str] = {}
