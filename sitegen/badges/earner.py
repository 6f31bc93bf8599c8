"""The part of a credential about the earner: who, what was reached, what was shown (Open Badges 3.0, AchievementSubject)."""

from msgspec import UNSET

from sitegen.badges import achievement, profile, times
from sitegen.badges.refusal import Refused
from sitegen.model.award import Assessor, Award, Evidence, Identity, IdentityKind, RowResult

_TYPES: dict[IdentityKind, profile.IdentityType] = {"private": profile.PRIVATE, "hashed": "emailAddress"}


def part(award: Award, here: str) -> profile.AchievementSubject:
    """The part of the credential whose id is `here`."""
    what = achievement.part(award.site, award.achievement)
    return profile.AchievementSubject(
        id=award.subject,
        type=("AchievementSubject",),
        name=award.name,
        identifier=(_identifier(award.identity),) if award.identity else (),
        achievement=what,
        result=tuple(
            profile.Result(
                id=f"{here}#result-{number}",
                type=("Result",),
                result_description=achievement.row_id(what.id, reached.row),
                achieved_level=achievement.level_id(what.id, reached.row, reached.level),
            )
            for number, reached in enumerate(award.results, 1)
        ),
        source=_source(award.assessor, here) if award.assessor else UNSET,
        activity_start_date=times.text(award.began) if award.began else UNSET,
        activity_end_date=times.text(award.finished) if award.finished else UNSET,
    )


def evidence(award: Award, here: str) -> tuple[profile.Evidence, ...]:
    """The evidence released; what has no address of its own gets one within the credential."""
    return tuple(
        profile.Evidence(
            id=piece.url or _own_address(here, number),
            type=("Evidence",),
            name=piece.title,
            description=piece.description,
            narrative=piece.text,
            genre=piece.kind,
        )
        for number, piece in enumerate(award.evidence, 1)
    )


def results(part: profile.AchievementSubject) -> tuple[RowResult, ...]:
    """The levels reached; raises Refused if one is not in the rubric, or a row has two."""
    rows = [len(row.rubric_criterion_level) for row in part.achievement.result_description]
    found = tuple(RowResult(*achievement.place(one.achieved_level)) for one in part.result)
    for one in found:
        if one.row >= len(rows) or one.level >= rows[one.row]:
            raise Refused("wrong-form", "it gives a result that its rubric does not know")
    if len({one.row for one in found}) != len(found):
        raise Refused("repeated", "it gives two results for one row of its rubric")
    return found


def identity(part: profile.AchievementSubject) -> Identity | None:
    """The mark of the earner's address, if there is one."""
    for one in part.identifier:
        kind: IdentityKind = "private" if one.identity_type == profile.PRIVATE else "hashed"
        return Identity(kind=kind, digest=one.identity_hash, salt=one.salt)
    return None


def assessor(part: profile.AchievementSubject) -> Assessor | None:
    """Who judged, if it is said."""
    by = part.source
    return Assessor(name=by.name, role=by.description, url=by.url) if by else None


def read_evidence(parts: tuple[profile.Evidence, ...], here: str) -> tuple[Evidence, ...]:
    """The evidence in a credential; raises Refused if two pieces have one address, and so would be taken for one."""
    if len({piece.id for piece in parts}) != len(parts):
        raise Refused("repeated", "two pieces of its evidence have the same address")
    return tuple(
        Evidence(
            title=piece.name,
            url="" if piece.id == _own_address(here, number) else piece.id,
            description=piece.description,
            text=piece.narrative,
            kind=piece.genre,
        )
        for number, piece in enumerate(parts, 1)
    )


def _own_address(here: str, number: int) -> str:
    return f"{here}#evidence-{number}"


def _identifier(mark: Identity) -> profile.IdentityObject:
    return profile.IdentityObject(
        type="IdentityObject",
        hashed=True,
        identity_hash=mark.digest,
        identity_type=_TYPES[mark.kind],
        salt=mark.salt,
    )


def _source(by: Assessor, here: str) -> profile.Profile:
    return profile.Profile(
        id=f"{here}#assessor", type=("Profile",), name=by.name, url=by.url, description=by.role
    )
