"""The records that an export is made of, read from the site's files."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sitegen.cli.faults import Refused

if TYPE_CHECKING:
    from msgspec import Struct

    from sitegen.model.award import Achievement
    from sitegen.model.credential import Credential
    from sitegen.model.issuer import Issuer
    from sitegen.model.site import Site


class Offered(NamedTuple):
    """A credential: its name, whose it is, its file, its record."""

    slug: str
    issuer: str
    path: str
    record: "Credential"


class Source(NamedTuple):
    """Everything that can be exported, and the files that could not be read."""

    root: Path
    site: "Site"
    credentials: tuple[Offered, ...]
    issuers: "dict[str, Issuer]"
    areas: dict[str, str]
    unread: tuple[str, ...]

    def public(self) -> list[Offered]:
        """Credentials that are no drafts, and whose issuer can be read."""
        return [
            one for one in self.credentials if one.record.status != "draft" and one.issuer in self.issuers
        ]

    def achievement(self, one: Offered) -> "Achievement":
        """What an award of this credential would say of it."""
        from sitegen.signing import achievements

        return achievements.of(self.root, self.site, one.path, one.record)


def read(root: Path) -> Source:
    """The records of the site; raises Refused if its settings cannot be used."""
    from sitegen.read import places, records, tree

    settings, problems = records.site(tree.read(root, places.SITE_FILE), places.SITE_FILE)
    if settings is None:
        raise Refused(f"{places.SITE_FILE}: {problems[0].message}", "`sitegen check` shows what is wrong")
    found: dict[str, list[tuple[places.Place, Struct]]] = {"credential": [], "issuer": [], "focus-area": []}
    unread: list[str] = []
    for source in tree.scan(root, ("content",)).sources:
        place = places.place(source.path, settings.docs)
        if not isinstance(place, places.Place) or place.kind not in found:
            continue
        record, _ = records.record_of(tree.read(root, source.path), source.path, places.RECORDS[place.kind])
        if record is None:
            unread.append(source.path)
        else:
            found[place.kind].append((place, record))
    return Source(
        root,
        settings,
        tuple(Offered(place.slug, place.issuer, place.path, record) for place, record in found["credential"]),  # type: ignore[arg-type]
        {place.slug: record for place, record in found["issuer"]},  # type: ignore[misc]
        {place.slug: str(record.name) for place, record in found["focus-area"]},  # type: ignore[attr-defined]
        tuple(unread),
    )
