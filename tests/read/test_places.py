"""Places: what a path means, and which names cannot be addresses."""

import pytest

from sitegen.problem import Problem
from sitegen.read import places
from sitegen.read.places import Place


def _code(path: str, docs: str | None = "docs") -> str:
    found = places.place(path, docs)
    assert isinstance(found, Problem), found
    assert found.span.file == path
    return found.code


@pytest.mark.parametrize(
    ("path", "kind", "slug", "issuer"),
    [
        ("content/credentials/harbor/calm.md", "credential", "calm", "harbor"),
        ("content/credentials/harbor/calm.yaml", "credential", "calm", "harbor"),
        ("content/issuers/harbor.md", "issuer", "harbor", ""),
        ("content/focus-areas/talk.yml", "focus-area", "talk", ""),
        ("content/pathways/both.md", "pathway", "both", ""),
        ("content/pages/about.md", "page", "about", ""),
        ("content/pages/about/us.md", "page", "about/us", ""),
        ("content/pages/about/index.md", "page", "about", ""),
        ("docs/index.md", "page", "docs", ""),
        ("docs/how-to/begin.md", "page", "docs/how-to/begin", ""),
        ("docs/how-to/index.md", "page", "docs/how-to", ""),
        ("content/credentials/harbor/board.png", "picture", "", ""),
        ("docs/pictures/board.svg", "picture", "", ""),
    ],
)
def test_a_path_means_a_record_or_a_picture(path: str, kind: str, slug: str, issuer: str) -> None:
    assert places.place(path, "docs") == Place(path, kind, slug, issuer)


def test_the_settings_are_read_elsewhere() -> None:
    assert places.place("content/site.yaml", None) is None


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("content/awards/harbor/2026-03-09-a1.jsonl", "awards"),
        ("content/awards/harbor/one.json", "awards"),
        ("content/status/harbor.json", "status"),
        ("content/status/harbor.suspended.json", "status"),
    ],
)
def test_signed_files_belong_to_the_issuer_in_their_path(path: str, kind: str) -> None:
    place = places.place(path, None)
    assert isinstance(place, places.Place)
    assert (place.kind, place.issuer) == (kind, "harbor")


@pytest.mark.parametrize(
    "path",
    [
        "content/awards/one.jsonl",
        "content/awards/harbor/deeper/one.jsonl",
        "content/awards/harbor/one.csv",
        "content/status/harbor.yaml",
        "content/status/harbor.other.json",
        "content/status/harbor/list.json",
        "content/awards/Harbor/one.jsonl",
    ],
)
def test_signed_files_in_other_places_are_found_fault_with(path: str) -> None:
    assert isinstance(places.place(path, None), Problem)


def test_the_file_of_a_form_is_no_record() -> None:
    place = places.Place("content/forms/harbor.yaml", "form-export", "harbor")
    assert places.place("content/forms/harbor.yaml", None) == place
    assert place.kind not in places.RECORDS


@pytest.mark.parametrize(
    "path", ["content/forms/harbor.md", "content/forms/Harbor.yaml", "content/forms/a/b.yaml"]
)
def test_files_of_forms_have_plain_names(path: str) -> None:
    assert isinstance(places.place(path, None), Problem)


@pytest.mark.parametrize("path", ["themes/own/templates/home.html", "themes/own/assets/fonts/a.woff2"])
def test_files_of_a_theme_are_left_to_it(path: str) -> None:
    assert places.place(path, None) is None


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("content/credentials/harbor/Calm.md", "wrong-file-name"),
        ("content/credentials/harbor/calm..md", "wrong-file-name"),
        ("content/credentials/harbor/calm.old.md", "wrong-file-name"),
        ("content/credentials/harbor/.md", "wrong-file-name"),
        ("content/credentials/harbor/..md", "wrong-file-name"),
        ("content/credentials/harbor/caf\u00e9.md", "wrong-file-name"),
        ("content/credentials/harbor/cafe\u0301.md", "wrong-file-name"),
        ("content/credentials/harbor/\uff43alm.md", "wrong-file-name"),
        ("content/credentials/harbor/a\u202eb.md", "wrong-file-name"),
        ("content/credentials/harbor/a b.md", "wrong-file-name"),
        ("content/credentials/harbor/%2e%2e.md", "wrong-file-name"),
        ("content/credentials/harbor/" + "a" * 81 + ".md", "wrong-file-name"),
        ("content/credentials/Harbor/calm.md", "wrong-file-name"),
        ("content/credentials/../calm.md", "wrong-file-name"),
        ("content/credentials/calm.md", "wrong-folder"),
        ("content/credentials/harbor/more/calm.md", "wrong-folder"),
        ("content/issuers/harbor/x.md", "wrong-folder"),
        ("content/notes/x.md", "unknown-folder"),
        ("content/x.md", "unknown-folder"),
        ("content/credentials/harbor/calm.txt", "unknown-file"),
        ("content/credentials/harbor/calm.html", "unknown-file"),
        ("content/credentials/harbor/calm.md.bak", "unknown-file"),
        ("content/credentials/harbor/calm", "unknown-file"),
        ("content/pages/_headers.md", "wrong-file-name"),
        ("content/pages/_redirects.md", "wrong-file-name"),
        ("content/pages/.well-known/did.md", "wrong-file-name"),
        ("content/pages/../x.md", "wrong-file-name"),
        ("content/pages/index.md", "reserved-name"),
        ("content/pages/api.md", "reserved-name"),
        ("content/pages/assets/x.md", "reserved-name"),
        ("content/pages/docs.md", "reserved-name"),
        ("content/pages/404.md", "reserved-name"),
        ("content/pages/con.md", "reserved-name"),
        ("content/issuers/lpt1.md", "reserved-name"),
        ("content/credentials/nul/calm.md", "reserved-name"),
        ("themes/own/templates/home.txt", "unknown-file"),
        ("themes/own/assets/evil.html", "unknown-file"),
        ("themes/own/assets/backup.zip", "unknown-file"),
        ("themes/own/assets/LICENSE", "unknown-file"),
        ("themes/own/readme.css", "unknown-file"),
    ],
)
def test_a_path_that_can_be_nothing_is_a_problem(path: str, code: str) -> None:
    assert _code(path) == code


@pytest.mark.parametrize("name", ["Board.png", "a b.png", ".hidden.svg", "a\\b.svg", "a?b#c.svg", "a%2e.svg", "é.png",
                                  "con.png", "\u202e.svg", '"><script>.svg', "a\nb.png", "..png", "-.svg/../x.png"])  # fmt: skip
def test_a_picture_has_a_plain_name(name: str) -> None:
    assert _code(f"content/credentials/harbor/{name}") in ("wrong-file-name", "reserved-name")


def test_documentation_is_nothing_where_the_site_has_none() -> None:
    assert isinstance(places.place("docs/index.md", None), Problem)


def test_a_better_name_is_offered() -> None:
    problem = places.place("content/pages/About Us.md", None)
    assert isinstance(problem, Problem) and "`about-us`" in problem.hint
