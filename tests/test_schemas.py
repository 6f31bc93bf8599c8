"""The schemas that editors use accept every sample, and refuse every mistake in the cases that a schema can know of."""

import json
import re
from pathlib import Path
from typing import Any

import case
import jsonschema
import pytest
import yaml

from sitegen import schema
from sitegen.read import places

REPOSITORY = Path(__file__).parents[1]
CASES = sorted((REPOSITORY / "tests" / "cases").glob("*.txt"))
SAMPLES = [
    path
    for top in (REPOSITORY, REPOSITORY / "sitegen" / "starter" / "site")
    for path in sorted((top / "content").rglob("*"))
    if path.suffix in (".md", ".yaml")
]
KNOWABLE = frozenset(
    {"unknown-field", "unknown-word", "missing-field", "needs-list", "needs-number", "needs-date", "needs-fields",
     "needs-text", "needs-yes-or-no", "too-short", "too-long", "number-out-of-range", "wrong-slug", "wrong-form",
     "wrong-address", "more-than-one-line", "too-few", "too-many"}
)  # fmt: skip
"""Codes of mistakes in the form of one file; what they ask for stands in its schema."""

ALIKE = {"version-of-one-number": "to a schema, 2 and 2.0 are the same number"}
"""Cases whose mistake no schema can know of, and why."""


class Loader(yaml.SafeLoader):
    """YAML as editors read it: dates are text, and only `true` and `false` are yes and no."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in found if not tag.endswith((":timestamp", ":bool"))]
    for first, found in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(true|false)$"), list("tf"))


def validator(path: str) -> jsonschema.Draft202012Validator | None:
    """What checks a file of the catalog in an editor; None if it has no schema."""
    place = places.place(path, None)
    kind = "site" if path == places.SITE_FILE else getattr(place, "kind", "")
    if kind not in schema.RECORDS:
        return None
    made = json.loads((REPOSITORY / schema.path(kind)).read_text(encoding="utf-8"))
    return jsonschema.Draft202012Validator(made, format_checker=jsonschema.FormatChecker())


def fields(path: str, text: str) -> Any:
    """The fields of a file, as an editor sees them."""
    return yaml.load(text.split("---\n")[1] if path.endswith(".md") else text, Loader)


@pytest.mark.parametrize("path", SAMPLES, ids=lambda path: path.name)
def test_every_sample_fits_its_schema(path: Path) -> None:
    below = path.as_posix().rpartition("/content/")[2]
    judge = validator(f"content/{below}")
    if judge is None:
        assert below == "glossary.yaml"
        return
    text = re.sub(
        "@([A-Z_]+)@",
        lambda hole: "https://x.example.org" if hole[1] == "ADDRESS" else "netlify",
        path.read_text("utf-8"),
    )
    assert [error.message for error in judge.iter_errors(fields(path.name, text))] == []


def _mistakes() -> list[tuple[str, str]]:
    """Each case, and each file in it with an error that its schema can know of."""
    return [
        (path.stem, file)
        for path in CASES
        if path.stem not in ALIKE
        for file in sorted(
            {
                item.file
                for item in case.parse(path.read_text(encoding="utf-8")).expected
                if item.code in KNOWABLE and item.severity == "error"
            }
        )
        if validator(file) is not None
    ]


@pytest.mark.parametrize(("name", "file"), _mistakes())
def test_a_mistake_of_form_is_seen_in_the_editor(name: str, file: str, tmp_path: Path) -> None:
    case.write(case.parse((REPOSITORY / "tests/cases" / f"{name}.txt").read_text(encoding="utf-8")), tmp_path)
    judge = validator(file)
    assert judge is not None
    assert list(judge.iter_errors(fields(file, (tmp_path / file).read_text(encoding="utf-8")))) != []


def test_there_are_many_such_mistakes() -> None:
    assert len(_mistakes()) >= 20
