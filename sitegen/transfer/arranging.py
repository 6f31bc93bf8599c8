"""Drafts → the files they will be: whose each is, what it is called, what is there already, what cannot be placed."""

from collections.abc import Callable

from msgspec import Struct

from sitegen.transfer import filing, plain
from sitegen.transfer.drafts import AwardSeen, Draft, Found, Refusal
from sitegen.transfer.filing import File
from sitegen.transfer.known import Known, slug_in

FOLDERS = {"credential": "content/credentials", "issuer": "content/issuers"}


class Wish(Struct, frozen=True):
    """What was asked for: the issuer that all credentials go to (empty: as the source says), and the kind of file."""

    issuer: str = ""
    as_yaml: bool = False


class Plan(Struct, frozen=True, kw_only=True):
    """All that an import will do, and all that it will not."""

    files: tuple[File, ...] = ()
    refused: tuple[Refusal, ...] = ()
    there: tuple[Refusal, ...] = ()
    """Records that are there already, and are left as they are."""
    awards: tuple[AwardSeen, ...] = ()


def arrange(found: Found, wish: Wish, known: Known, slug_of: Callable[[str], str]) -> Plan:
    """The files for what was found; `slug_of` makes a name for an address out of a title, empty if it cannot."""
    arranging = _Arranging(wish, known, slug_of)
    issuers = [draft for draft in found.drafts if draft.kind == "issuer"]
    for draft in issuers if not wish.issuer else ():
        arranging.issuer(draft)
    for draft in found.drafts:
        if draft.kind == "credential":
            arranging.credential(draft)
    if wish.issuer:
        names = {draft.fields.get("name", "") for draft in issuers}
        arranging.there += [
            Refusal(f"the issuer “{name}”", f"all goes to `{wish.issuer}`, as you said") for name in names
        ]
    return Plan(
        files=tuple(arranging.files),
        refused=(*found.refused, *arranging.refused, *_without_badge(found)),
        there=tuple(arranging.there),
        awards=found.awards,
    )


def _without_badge(found: Found) -> list[Refusal]:
    """Awards that only name what they were given for, which nothing in the import describes."""
    described = {draft.id for draft in found.drafts}
    return [
        Refusal(
            award.source,
            f"it is an award, and only names its badge: {award.badge[:200] or 'nothing'}",
            "get that file as well, and import it instead",
        )
        for award in found.awards
        if award.badge not in described
    ]


class _Arranging:
    """The state of one arrangement: what has a place already."""

    def __init__(self, wish: Wish, known: Known, slug_of: Callable[[str], str]) -> None:
        self.wish, self.known, self.slug_of = wish, known, slug_of
        self.files: list[File] = []
        self.refused: list[Refusal] = []
        self.there: list[Refusal] = []
        self.owners: dict[str, str] = {}
        """The slug of an issuer by what the sources call it."""
        self.taken: dict[tuple[str, str], Draft] = {}

    def issuer(self, draft: Draft) -> None:
        """Give an issuer its place, unless the site has it."""
        name = str(draft.fields.get("name", ""))
        slug = slug_in(self.known.issuers, name)
        if slug:
            if slug not in self.owners.values():
                self.there.append(Refusal(draft.source, f"the issuer “{name}” is there already, as `{slug}`"))
        else:
            slug = self._place(draft, self.slug_of(name))
        if slug:
            self.owners[draft.id] = self.owners[name] = slug

    def credential(self, draft: Draft) -> None:
        """Give a credential its place in the folder of its issuer."""
        owner = self._owner(draft.issuer)
        if not owner:
            said = f" (“{plain.line(draft.issuer)[:120]}”)" if draft.issuer else ""
            hint = f"add `--issuer` with one of: {', '.join(sorted(self.known.issuers)[:20])}" if self.known.issuers else (
                'begin with `sitegen new issuer "Its Name"`, and add `--issuer`'
            )  # fmt: skip
            self.refused.append(Refusal(draft.source, f"whose it is is not known here{said}", hint))
            return
        self._place(draft, draft.slug or self.slug_of(str(draft.fields.get("title", ""))), owner)

    def _owner(self, said: str) -> str:
        if self.wish.issuer:
            return self.wish.issuer
        slug = self.owners.get(said) or slug_in(self.known.issuers, said)
        every = set(self.known.issuers) | set(self.owners.values())
        return slug or (next(iter(every)) if len(every) == 1 and not said else "")

    def _place(self, draft: Draft, slug: str, owner: str = "") -> str:
        """Make the file; returns the slug, or nothing if there is no file and no record of this name."""
        if not slug:
            self.refused.append(Refusal(draft.source, "it has no name that could stand in an address"))
            return ""
        before = self.taken.get((draft.kind, slug))
        if before is not None:
            self._again(draft, before, slug)
            return slug
        if draft.kind == "credential" and slug in self.known.credentials:
            self.there.append(
                Refusal(draft.source, f"the credential `{slug}` is there already, and is left as it is")
            )
            return ""
        made = filing.file(draft, self._path(draft, slug, owner))
        if isinstance(made, Refusal):
            self.refused.append(made)
            return ""
        self.taken[draft.kind, slug] = draft
        self.files.append(made)
        return slug

    def _path(self, draft: Draft, slug: str, owner: str) -> str:
        folder = FOLDERS[draft.kind] + (f"/{owner}" if owner else "")
        return f"{folder}/{slug}.{'yaml' if self.wish.as_yaml else 'md'}"

    def _again(self, draft: Draft, before: Draft, slug: str) -> None:
        if draft.kind == "issuer" or draft.fields == before.fields:
            self.there.append(Refusal(draft.source, f"it says the same as {before.source}"))
        elif draft.id and draft.id == before.id:
            self.refused.append(
                Refusal(draft.source, f"it describes the same badge as {before.source}, in other words")
            )
        else:
            self.refused.append(
                Refusal(
                    draft.source,
                    f"it would have the same address (`{slug}`) as {before.source}",
                    "import them one after the other, and rename the first file in between",
                )
            )
