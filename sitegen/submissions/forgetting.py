"""Deleting what somebody sent in: of the submission only stays that it was there, and what became of it in numbers."""

from pathlib import Path

from msgspec.structs import replace

from sitegen.submissions import decisions, inbox, outbox, scores
from sitegen.submissions.office import Case
from sitegen.submissions.responses import Response
from sitegen.submissions.scores import RowScore


def forget(root: Path, case: Case) -> None:
    """Delete the person's words and ours about them, the response itself last: an interrupt is mended by doing it again."""
    name = case.response.id
    for path in (*(root / scores.FOLDER).glob(f"{name}.*"), *(root / outbox.FOLDER).glob(f"{name[:12]}-*")):
        path.unlink()
    if case.decision is not None:
        rows = tuple(RowScore(row.row, row.level) for row in case.decision.rows)
        decisions.write(root, replace(case.decision, rows=rows, advice=""))
    inbox.rewrite(root, lambda response: _without_words(response) if response.id == name else response)


def _without_words(response: Response) -> Response:
    return Response(
        id=response.id,
        form=response.form,
        key=response.key,
        revision=response.revision,
        credential=response.credential,
        submitted=response.submitted,
        imported=response.imported,
        is_forgotten=True,
    )
