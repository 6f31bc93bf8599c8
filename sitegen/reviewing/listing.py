"""The list of what was sent in: what waits, how each stands, and whether the one who looks may score it."""

from collections.abc import Iterator

from sitegen.reviewing import words
from sitegen.reviewing.request import Request
from sitegen.reviewing.views import Choice, Line, Listing
from sitegen.reviewing.visit import Visit
from sitegen.signing.refusal import Refused
from sitegen.submissions import outbox, policies, rubric, showing
from sitegen.submissions.office import Case
from sitegen.submissions.policies import Objection

ON_A_PAGE = 50


class Lists:
    """Makes the lines of one list; who holds which credential is looked up once for each."""

    def __init__(self, visit: Visit) -> None:
        self.visit, self.office, self.to = visit, visit.office, visit.to
        self._held: dict[str, tuple[Objection, ...]] = {}

    def view(self, request: Request) -> Listing:
        """The page of the list that was asked for."""
        office, slug, everything = self.office, request.asked("credential"), request.asked("all") == "1"
        shown = [
            case
            for case in office.cases
            if (everything or case.decision is None) and slug in ("", case.response.credential)
        ]
        pages = max(1, -(-len(shown) // ON_A_PAGE))
        asked = request.asked("page")
        number = min(pages, max(1, int(asked))) if asked.isascii() and asked.isdigit() else 1
        here = shown[(number - 1) * ON_A_PAGE : number * ON_A_PAGE]
        slugs = sorted({case.response.credential for case in office.cases})
        return Listing(
            title="Everything that was sent in" if everything else "What waits",
            lines=tuple(self._line(case) for case in here),
            number=len(shown),
            late=sum(showing.is_late(office, case) for case in shown),
            letters=len(outbox.waiting(office)),
            credentials=tuple(Choice(one, self._title(one), is_on=one == slug) for one in slugs),
            everything=everything,
            before=self.to.listed(slug, number - 1, everything=everything) if number > 1 else "",
            after=self.to.listed(slug, number + 1, everything=everything) if number < pages else "",
        )

    def _line(self, case: Case) -> Line:
        office = self.office
        return Line(
            title=self._title(case.response.credential),
            short=case.short,
            href=self.to.sheet(case.response.id),
            sent=case.response.submitted.date(),
            due=office.due(case),
            is_late=showing.is_late(office, case),
            attempt=office.attempt(case),
            state=showing.state(office, case),
            mine=self._mine(case),
            objections=tuple(words.sentence(one.words) for one in self._objections(case))
            if case.decision is None
            else (),
            decide=self.to.verdict(case.response.id) if self._is_ripe(case) else "",
        )

    def _title(self, slug: str) -> str:
        try:
            return self.office.shelf.one(slug).record.title
        except Refused:
            return slug

    def _mine(self, case: Case) -> str:
        """How far the one who looks has scored a submission."""
        score = next((one for one in case.standing if one.assessor == self.visit.name), None)
        if score is None:
            return ""
        rows = sum(bool(row.level) for row in score.rows)
        return f"you scored {rows} {'row' if rows == 1 else 'rows'}"

    def _objections(self, case: Case) -> Iterator[Objection]:
        """Why the one who looks may not score it."""
        judge = self.visit.judge
        if judge is None:
            return
        yield from policies.sender(case, judge)
        slug = case.response.credential
        if slug not in self._held:
            try:
                held = policies.holding(self.visit.place, self.office.shelf.one(slug), judge)
                self._held[slug] = tuple(held)
            except Refused as refused:
                self._held[slug] = (Objection(str(refused), refused.hint),)
        yield from self._held[slug]

    def _is_ripe(self, case: Case) -> bool:
        """Whether nothing but a decision is missing, and the one who looks may see what it would rest on."""
        if case.decision is not None:
            return False
        try:
            record = self.office.credential(case).record
        except Refused:
            return False
        asked = rubric.of(record)
        enough = not list(policies.number(case, record, asked))
        return enough and showing.has_scored(case, record, asked, self.visit.name)
