"""A small site with a form, and what is done there: exports brought in, submissions scored and decided."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

from sitegen.signing.key_changes import Place
from sitegen.submissions import (
    assessors,
    columns,
    deciding,
    decisions,
    encodings,
    importing,
    inbox,
    mapping,
    office,
    rubric,
    scores,
    scoring,
    table,
)
from sitegen.submissions.decisions import Decision
from sitegen.submissions.importing import Plan
from sitegen.submissions.office import Case, Office
from sitegen.submissions.rows import Reader

BASE = Path(__file__).parents[1] / "cases" / "base"
NOW = datetime(2026, 3, 9, 14, 5, tzinfo=UTC)
FORM = """shape: google
time_zone: America/Los_Angeles
dates: month/day/year
columns:
  Which credential?: credential
  Version: version
  Your name: name
  Your ten openings: evidence 1
  Anything else?: note
"""
HEAD = "Timestamp,Email Address,Which credential?,Version,Your name,Your ten openings,Anything else?\n"
ANA = "3/1/2026 10:00:00,ana@example.org,calm,1.0,Ana Lima,https://docs.example.org/ana,\n"
BO = "3/2/2026 11:30:00,bo@example.org,calm,1.0,Bo Aho,https://docs.example.org/bo,Thanks!\n"
PASSED, ALMOST = "Meets the standard", "Almost there"


class House(NamedTuple):
    """A site on the disk, and what is done there at a moment."""

    root: Path
    now: datetime = NOW

    def later(self, days: int) -> "House":
        """The same house some days later."""
        return House(self.root, self.now + timedelta(days=days))

    @property
    def office(self) -> Office:
        """Everything as it is now."""
        return office.open_at(self.root, self.now)

    @property
    def cases(self) -> tuple[Case, ...]:
        """All submissions, in the order in which they were sent."""
        return self.office.cases

    def form(self, text: str) -> None:
        """Write the file of the form."""
        (self.root / "content" / "forms").mkdir(exist_ok=True)
        (self.root / "content" / "forms" / "harbor.yaml").write_text(text, encoding="utf-8")

    def review(self, text: str) -> None:
        """Set the terms of review of the credential, as in `attempts: 2`."""
        path = self.root / "content/credentials/harbor/calm.yaml"
        path.write_text(path.read_text() + f"review: {{{text}}}\n", encoding="utf-8")

    def plan(self, export: str | bytes) -> Plan:
        """What an export would bring."""
        data = export.encode() if isinstance(export, str) else export
        form = mapping.read(self.root, "harbor")
        assert isinstance(form, mapping.Form), form
        found = table.read(encodings.decode(data).text)
        at = self.office
        reader = Reader(form, columns.of(form, found.headings), at.shelf, self.now)
        return importing.plan(reader, found.rows, office.past(at, inbox.secret(self.root)))

    def bring(self, export: str | bytes) -> Plan:
        """Import an export."""
        plan = self.plan(export)
        if plan.new or plan.changed:
            inbox.add(self.root, "harbor", [*plan.new, *plan.changed])
        return plan

    def score(
        self, case: Case, judge: str = "maren", level: str = PASSED, feedback: str = "", *options: str
    ) -> None:
        """Let an assessor score every row alike."""
        at = self.office
        case = at.find(case.response.id)
        asked = rubric.of(at.credential(case).record)
        place = Place(self.root, self.root.parent / "keys", self.now)
        begun = scoring.begin(place, at, case, assessors.read(self.root, judge), frozenset(options))
        for row in asked.rows:
            begun = scoring.answered(asked, begun, row.id, level, feedback)
        scores.save(self.root, begun)

    def decide(self, case: Case, outcome: str, **asked: object) -> Decision:
        """Decide on a submission."""
        at = self.office
        wanted = deciding.Asked(outcome=outcome, **asked)  # type: ignore[arg-type]
        decision = deciding.decide(at, at.find(case.response.id), wanted)
        decisions.write(self.root, decision)
        return decision

    def judged(
        self, case: Case, outcome: str, feedback: str = "Say what the first minute looks like."
    ) -> Decision:
        """Score a submission so that it comes to an outcome, and decide it."""
        self.score(case, "maren", PASSED if outcome == "earned" else ALMOST, feedback)
        return self.decide(case, outcome)
