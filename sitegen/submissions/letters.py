"""What the sender is told of a decision: what was met, what was not, what to do next, and by when; as text and as HTML."""

import re
from collections.abc import Iterator
from datetime import date
from html import escape

from msgspec import Struct

from sitegen.submissions.decisions import Decision
from sitegen.submissions.rubric import Row, Rubric
from sitegen.submissions.scores import RowScore

_ADDRESS = re.compile(r"\b(https://[^\s<>\"']*[^\s<>\"'.,;:!?)])")
"""An address in text that is escaped already."""


class About(Struct, frozen=True, kw_only=True):
    """What a letter needs beside the decision: the names, the ways, and the times."""

    name: str
    title: str
    issuer: str
    contact: str
    page: str
    form: str
    days: int
    attempts: int | None


class Block(Struct, frozen=True):
    """A paragraph, or under a heading a list of points, each with the words that belong to it."""

    text: str = ""
    heading: str = ""
    points: tuple[tuple[str, tuple[str, ...]], ...] = ()


def blocks(decision: Decision, asked: Rubric, about: About) -> list[Block]:
    """The letter, paragraph by paragraph."""
    body = {"earned": _earned, "not yet": _not_yet, "incomplete": _incomplete}[decision.outcome]
    return [
        Block(f"Dear {about.name or 'colleague'},"),
        *body(decision, asked, about),
        *([Block(f"If anything here is unclear, or you see it differently, write to us: {about.contact}")]
          if about.contact else []),
        Block("With kind regards,"),
        Block(about.issuer),
    ]  # fmt: skip


def as_text(letter: list[Block]) -> str:
    """The letter as mail programs want plain text: a paragraph is a line."""
    parts = [block.text or _text_list(block) for block in letter]
    return "\n\n".join(parts) + "\n"


def as_html(letter: list[Block], title: str) -> str:
    """The letter as a page without anything from elsewhere."""
    body = "\n".join(_html_block(block) for block in letter)
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width">\n'
        f"<title>{escape(title)}</title>\n"
        "<style>body{font:1.05rem/1.55 Georgia,serif;max-width:38rem;margin:2rem auto;padding:0 1rem}"
        "h2{font-size:1.1rem}li{margin:.6rem 0}</style>\n"
        f"<main>\n{body}\n</main>\n</html>\n"
    )


def subject(decision: Decision, about: About) -> str:
    """What stands over the letter."""
    said = {
        "earned": "You have earned",
        "not yet": "Your work on",
        "incomplete": "Something is missing for",
    }[decision.outcome]
    return f"{said} “{about.title}”"


def _earned(decision: Decision, asked: Rubric, about: About) -> Iterator[Block]:
    yield Block(
        f"congratulations: you have earned “{about.title}”. Thank you for the work you sent us on "
        f"{_day(decision.submitted.date())}, and for letting us see your practice."
    )
    yield Block(heading="What your evidence shows", points=tuple(_points(decision, asked, met=True)))
    if decision.advice:
        yield Block(decision.advice)
    yield Block("Your badge follows in a letter of its own, with a link that is yours.")


def _not_yet(decision: Decision, asked: Rubric, about: About) -> Iterator[Block]:
    met = tuple(_points(decision, asked, met=True))
    unmet = tuple(_points(decision, asked, met=False))
    yield Block(
        f"thank you for the work on “{about.title}” that you sent us on {_day(decision.submitted.date())}. "
        f"{_counted(len(met), len(met) + len(unmet))} Below is what we saw, and what would complete it."
    )
    if met:
        yield Block(heading="What you have shown", points=met)
    yield Block(heading="What is not there yet", points=unmet)
    yield Block(heading="What to do next", points=tuple((text, ()) for text in _next(decision, about)))


def _incomplete(decision: Decision, asked: Rubric, about: About) -> Iterator[Block]:
    titles = {part.id: part.title for part in asked.parts}
    yield Block(
        f"thank you for what you sent us for “{about.title}” on {_day(decision.submitted.date())}. "
        "Before we can read it as a whole, we need a part that did not reach us, or that we could not open. "
        "Nothing has been judged yet, and this does not count as an attempt."
    )
    points = tuple((titles.get(part, part), ()) for part in decision.missing)
    yield Block(heading="What we still need", points=points)
    yield Block(heading="What to do next", points=tuple((text, ()) for text in _next(decision, about)))


def _points(decision: Decision, asked: Rubric, *, met: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The rows that passed, or those that did not, each with the rubric's words and the assessors'."""
    scores = {row.row: row for row in decision.rows}
    for row in asked.rows:
        score = scores.get(row.id)
        if score is not None and asked.passes(score.level) == met:
            yield row.criterion, tuple(filter(None, (*_rubric(asked, row, score, met=met), score.feedback)))


def _rubric(asked: Rubric, row: Row, score: RowScore, *, met: bool) -> Iterator[str]:
    words = dict(zip(asked.levels, row.levels, strict=True))
    if met:
        yield words.get(score.level, "")
    else:
        yield f"It reached “{score.level}”. What is asked: {words.get(asked.levels[asked.passing], '')}"


def _next(decision: Decision, about: About) -> Iterator[str]:
    if decision.advice:
        yield decision.advice
    if decision.needs_talk:
        yield "Before you try again we would like to talk it through with you. It is no test: we look at it together."
    elif decision.outcome == "incomplete":
        yield "Send everything once more, with the missing part: " + (about.form or about.page)
    else:
        yield (
            "Keep what you have shown, work on what is named above, and send it again, all in one: "
            + (about.form or about.page)
        )
    if about.attempts and decision.outcome == "not yet" and not decision.needs_talk:
        left = about.attempts - decision.attempt
        yield f"You can send it {left} more {'time' if left == 1 else 'times'} before we would want to talk first."
    when = f"Please do so by {_day(decision.by)}." if decision.by else "There is no deadline."
    yield f"{when} We answer within {about.days} days."


def _counted(met: int, total: int) -> str:
    if not met:
        return "It is on its way."
    return f"{met} of the {total} rows of the rubric {'is' if met == 1 else 'are'} met."


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _text_list(block: Block) -> str:
    lines = [block.heading.upper()]
    for point, words in block.points:
        lines += [
            f"- {point}",
            *(f"  {line}" for text in words for line in text.splitlines() if line.strip()),
        ]
    return "\n".join(lines)


def _html_block(block: Block) -> str:
    if block.text:
        return f"<p>{_html(block.text)}</p>"
    items = "".join(
        f"<li>{_html(point)}{''.join(f'<br>{_html(text)}' for text in words)}</li>"
        for point, words in block.points
    )
    return f"<h2>{escape(block.heading)}</h2>\n<ul>{items}</ul>"


def _html(text: str) -> str:
    """Text as HTML, with its addresses as links."""
    return _ADDRESS.sub(r'<a href="\1">\1</a>', escape(text)).replace("\n", "<br>")
