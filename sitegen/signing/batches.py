"""Awards → signed lines → a new batch file, there whole or not at all."""

import secrets
from collections.abc import Iterable
from datetime import datetime

from sitegen.badges import did, open_badges_3, proof, times
from sitegen.badges.frames import Frames
from sitegen.badges.refusal import Refused as NoBadge
from sitegen.model.award import Award
from sitegen.signing import ledger, whole_files
from sitegen.signing.desk import Desk
from sitegen.signing.private_key import Signer
from sitegen.signing.refusal import Refused


def name(desk: Desk) -> str:
    """The name of a new batch: the day, and chance, so that two people's batches never meet."""
    return f"{desk.place.today}-{secrets.token_hex(4)}"


def sign(desk: Desk, signer: Signer, awards: Iterable[tuple[Award, datetime]]) -> list[bytes]:
    """The line of each award, signed at the moment beside it and looked at again before it is given back.

    Raises Refused if one would not verify: nobody should hold a badge that fails on its first day.
    """
    frames = Frames()
    method = did.method(did.name(desk.site.base_url, desk.issuer), signer.public)
    lines: list[bytes] = []
    for award, moment in awards:
        try:
            unsigned = open_badges_3.document(award)
            document = proof.sign(unsigned, signer.private, method, times.text(moment), frames)
            proof.check(document, frames)
            open_badges_3.award(document)
        except NoBadge as error:
            raise Refused(
                f"the award for “{award.achievement.title}” cannot be signed: {error.words}"
            ) from error
        lines.append(open_badges_3.line(document))
    return lines


def write(desk: Desk, batch: str, lines: Iterable[bytes]) -> str:
    """Put the batch into its place; returns its path from the top of the site."""
    path = f"{ledger.FOLDER}/{desk.issuer}/{batch}.jsonl"
    whole_files.make_folders((desk.root / path).parent, 0o755)
    whole_files.create(desk.root / path, b"".join(lines), whole_files.PUBLIC)
    return path
