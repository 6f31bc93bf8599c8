"""A small catalog by hand: two issuers, two focus areas, four credentials, two pathways and three pages."""

from datetime import date
from typing import Any

from msgspec.structs import replace

from sitegen.model.credential import Alignment, Credential, KeyMethod, MethodComponent, Research, Resource
from sitegen.model.document import Document, Entry
from sitegen.model.evidence import EvidenceRequirement, RubricRow
from sitegen.model.focus_area import FocusArea
from sitegen.model.issuer import Issuer
from sitegen.model.page import Page
from sitegen.model.pathway import Pathway, Stage
from sitegen.model.terms import Cost, Effort, Form, Recognition

LEVELS = ("Great", "Good enough", "Not yet")


def _credential(**fields: Any) -> Credential:
    row = RubricRow(criterion="What changed", levels={name: f"{name}: words" for name in reversed(LEVELS)})
    part = EvidenceRequirement(
        title="A week of notes", kinds=("observation", "reflection"), task="Keep *notes*.", rubric=(row,)
    )
    given: dict[str, Any] = {
        "title": "A Calm Start",
        "summary": "Begin every lesson in a way that students can do on their own.",
        "status": "published",
        "published": date(2024, 1, 5),
        "focus_areas": ("talk",),
        "problems": ("The first ten minutes are chaos",),
        "audience": ("classroom-teacher",),
        "grades": ("k-2", "3-5"),
        "effort": Effort(hours=8),
        "competency": "The educator opens lessons calmly.",
        "key_method": KeyMethod(
            name="One door", summary="One way in.", components=(MethodComponent(name="Door", text="Greet."),)
        ),
        "body": "Do *this*.",
        "rubric_levels": LEVELS,
        "passing_level": "Good enough",
        "evidence": (part,),
    }
    return Credential(**(given | fields))


RECORDS = {
    "calm-start": _credential(
        updated=date(2025, 3, 9),
        focus_areas=("reading", "talk"),
        effort=Effort(hours=12, weeks=5),
        cost=Cost(amount=25),
        research=(Research(note="Practice-based."),),
        resources=(Resource(title="A card", url="https://example.org/card"),),
        recognition=(Recognition(by="Lake County", grants="10 hours", hours=10, as_of=date(2025, 1, 1)),),
        alignments=(Alignment(framework="F", name="Statement", url="https://example.org/f/1"),),
        related=("loud-talk", "never-written"),
        aliases=("quiet-start",),
    ),
    "loud-talk": _credential(title="Talk That Carries", published=date(2025, 2, 1)),
    "old-way": _credential(title="The Old Way", status="retired", replaced_by="calm-start"),
    "someday": _credential(title="Some Day", status="draft", published=None),
}
ISSUER_OF = {slug: "museum" if slug == "loud-talk" else "lake-college" for slug in RECORDS}


def documents() -> dict[str, Document[Credential]]:
    html = {"body": "<p>Do <em>this</em>.</p>", "evidence.0.task": "<p>Keep <em>notes</em>.</p>"}
    return {
        slug: Document(
            path=f"content/credentials/{ISSUER_OF[slug]}/{slug}.md",
            slug=slug,
            issuer=ISSUER_OF[slug],
            record=record,
            html=html,
        )
        for slug, record in RECORDS.items()
    }


def issuers() -> dict[str, Issuer]:
    form = Form(
        url="https://forms.example.org/f?c=SG_CREDENTIAL&t=SG_TITLE&i=SG_ISSUER", run_by="Lake College"
    )
    about = "It writes and reviews credentials with care."
    return {
        "lake-college": Issuer(
            name="Lake College",
            summary=about,
            type="college",
            since=date(2023, 9, 1),
            form=form,
            aliases=("pond",),
        ),
        "museum": Issuer(
            name="Attic Museum", summary=about, type="museum", website="https://museum.example.org"
        ),
    }


def pathways() -> dict[str, Pathway]:
    stage = Stage(title="Begin", credentials=("calm-start", "loud-talk", "never-written"), required=1)
    first = Pathway(
        title="First Steps",
        summary="Where to begin in the first year of teaching.",
        status="published",
        issuer="lake-college",
        audience=("new-teacher",),
        outcome="A calm year.",
        stages=(stage,),
    )
    return {"first-steps": first, "later": replace(first, title="Later Steps", status="draft")}


def focus_areas() -> dict[str, FocusArea]:
    about = "What belongs here, said in one sentence."
    return {
        "reading": FocusArea(name="Reading", summary=about, aliases=("literacy",)),
        "talk": FocusArea(name="Classroom Talk", summary=about, related=("reading",)),
    }


def pages() -> dict[str, Page]:
    about = "One sentence for lists and search engines."
    return {
        "about": Page(title="About", summary=about, aliases=("who-we-are",)),
        "docs": Page(title="Documentation", summary=about),
        "docs/how-to/award": Page(title="Award", summary=about, aliases=("give",)),
    }


def entries(folder: str, records: dict[str, Any]) -> dict[str, Entry[Any]]:
    return {
        slug: Entry(path=f"content/{folder}/{slug}.md", slug=slug, record=record)
        for slug, record in records.items()
    }
