"""The desk at which awards of one issuer are made: the site, the issuer's file, where keys are, and the moment."""

from pathlib import Path

from msgspec import Struct

from sitegen.model.site import Site
from sitegen.signing import programme, register
from sitegen.signing.key_changes import Place
from sitegen.signing.register import Register


class Desk(Struct, frozen=True):
    """All that awarding for an issuer begins with."""

    place: Place
    site: Site
    register: Register

    @property
    def root(self) -> Path:
        """The folder of the site."""
        return self.place.root

    @property
    def issuer(self) -> str:
        """The slug of the issuer."""
        return self.register.slug


def of(place: Place, issuer: str) -> Desk:
    """The desk of an issuer; raises Refused if the site's settings or the issuer's file cannot be used."""
    return Desk(place, programme.site(place.root), register.read(place.root, issuer))
