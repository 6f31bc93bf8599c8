"""The longer fields of a made-up credential: method, research, evidence with its rubrics, review and recognition."""

from typing import Any

import names
from prose import CELLS, CRITERIA, LEADS, TASK_NOTES, TASKS, Prose

Fields = dict[str, Any]


def fields(prose: Prose) -> Fields:
    """The longer fields: method, research, resources, evidence with rubrics, review and recognition."""
    number = prose.random.randint
    return {
        "competency": prose.sentences(1, 2),
        "key_method": {
            "name": prose.opened(LEADS),
            "summary": prose.sentences(1, 2),
            "components": [{"name": prose.opened(("{do}",)), "text": prose.sentence()} for _ in range(3)],
        },
        "research": [
            {
                "citation": f"{prose.opened(('{adj} {things} with {who}',))} ({number(1996, 2024)})",
                "note": prose.sentence(),
                "url": f"https://example.org/research/{number(1, 900)}",
            },
            {"note": f"Practice-based. {prose.sentence()}"},
        ],
        "resources": [_resource(prose) for _ in range(number(2, 3))],
        "evidence": [_part(prose) for _ in range(3)],
        "reflection": [f"{prose.opened(('Which {things} did {who} {do}',))}?" for _ in range(2)],
        "review": {
            "days": number(10, 30),
            "assessors": number(1, 2),
            "assessors_hold_it": number(0, 1) == 1,
        },
        "recognition": [_recognition(prose)],
        "alignments": [
            {
                "framework": "Example Standards for Teaching",
                "name": prose.opened(("{do} {things} with {who}",)),
                "code": f"{number(1, 9)}.{number(1, 9)}",
                "url": f"https://example.org/standards/{number(1, 300)}",
            }
        ],
    }


def _part(prose: Prose) -> Fields:
    rows = [_row(prose, pattern) for pattern in prose.random.sample(CRITERIA, 2)]
    task = f"{prose.pick(TASKS)}\n\n{prose.pick(TASK_NOTES)}"
    return {
        "title": prose.opened(("Your {thing} and {things}", "{n} days of {things}", "What {who} {did}")),
        "kinds": prose.some(names.KINDS_OF_EVIDENCE, 1, 2),
        "task": task,
        "rubric": rows,
    }


def _row(prose: Prose, pattern: str) -> Fields:
    cells = prose.random.sample(CELLS, len(names.LEVELS))
    levels = {level: prose.fill(cell) for level, cell in zip(names.LEVELS, cells, strict=True)}
    return {"criterion": prose.opened((pattern,)), "levels": levels}


def _resource(prose: Prose) -> Fields:
    title = prose.opened(("A {thing} for {who}", "{adj} {things} to copy"))
    resource: Fields = {"title": title, "note": prose.opened(("{n} minutes, good {when}",))}
    if prose.random.random() < 0.5:
        resource["url"] = f"https://example.org/resources/{prose.random.randint(1, 500)}"
    return resource


def _recognition(prose: Prose) -> Fields:
    hours = prose.random.choice((5, 10, 15, 20))
    return {
        "by": f"{prose.random.choice(names.PLACES)} Board of Education",
        "grants": f"{hours} contact hours toward license renewal",
        "hours": hours,
        "rule": f"https://example.org/rules/{prose.random.randint(1, 90)}",
        "as_of": prose.day(),
    }
