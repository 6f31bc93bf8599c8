"""What a credential's page says in words: the facts at a glance, its languages, and how it is reviewed."""

from collections.abc import Iterator

from sitegen.model import wording
from sitegen.model.credential import Credential
from sitegen.model.terms import Review
from sitegen.plan import words
from sitegen.plan.views import Fact

NUMBERS = {2: "Two", 3: "Three", 4: "Four", 5: "Five"}
LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "ht": "Haitian Creole",
    "ja": "Japanese", "ko": "Korean", "pt": "Portuguese", "ru": "Russian", "so": "Somali", "uk": "Ukrainian",
    "vi": "Vietnamese", "zh": "Chinese",
}  # fmt: skip


def facts(record: Credential, audience: str, grades: str) -> Iterator[Fact]:
    """The lines of its "at a glance" panel; `audience` and `grades` are in the words of the site."""
    yield Fact(label="Time", value=words.effort(record.effort))
    yield Fact(label="Evidence", value=wording.count(len(record.evidence), "part"))
    if audience:
        yield Fact(label="For", value=audience)
    if grades:
        yield Fact(label="Grades", value=grades)
    yield Fact(
        label="Students",
        value="You need a group to work with"
        if record.needs_students
        else "You need no students of your own",
    )
    note = f" — {record.cost.note}" if record.cost.note else ""
    yield Fact(label="Cost", value=words.cost(record.cost) + note)
    yield Fact(label="Language", value=languages(record.languages))
    updated = f", {words.MONTHS[record.updated.month - 1]} {record.updated.year}" if record.updated else ""
    yield Fact(label="Version", value=record.version + updated)


def languages(codes: tuple[str, ...]) -> str:
    """The languages in which evidence is accepted, as in `English or Spanish`."""
    return words.listed([LANGUAGES.get(code, code) for code in codes], "or")


def review(way: Review, usual_days: int | None = None) -> Iterator[str]:
    """Sentences on how a submission is reviewed; `usual_days` are those the issuer names for all its credentials."""
    who = (
        "One assessor reads"
        if way.assessors == 1
        else f"{NUMBERS.get(way.assessors, str(way.assessors))} assessors read"
    )
    holds = ", and must have earned this credential" if way.assessors_hold_it else ""
    yield f"{who} your submission against the rubric above{holds}."
    usual = way.usual_days or usual_days
    often = (
        f" Answers usually come after {wording.count(usual, 'day')}." if usual and usual < way.days else ""
    )
    yield f"You hear back within {wording.count(way.days, 'day')}, with a comment on every row.{often}"
    if way.attempts is None:
        yield "Every part must meet the standard. What does not yet, you may send again as often as you need."
    else:
        tries = wording.count(way.attempts, "time")
        yield "Every part must meet the standard."
        yield f"You may send evidence {tries}; after that a coach talks it through with you first."
    if way.note:
        yield way.note
