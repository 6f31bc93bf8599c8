"""One file → its document: what comes of both forms, and of texts that cannot be used."""

import json
from typing import Any

import pytest

from sitegen.model.credential import Credential
from sitegen.model.page import Page
from sitegen.read import places, records
from sitegen.read.places import Place
from sitegen.read.records import Reading, Settings

LEVELS = {"Meets the standard": "All.", "Almost there": "Some.", "Not yet": "None."}
FIELDS: dict[str, Any] = {
    "title": "A Calm Start",
    "summary": "Begins lessons so that they settle.",
    "focus_areas": ["talk"],
    "problems": ["It takes ten minutes to begin"],
    "audience": ["classroom-teacher"],
    "effort": {"hours": "3"},
    "competency": "Begins calmly.",
    "key_method": {"name": "A task", "summary": "It waits."},
    "evidence": [
        {
            "title": "A",
            "kinds": ["plan"],
            "task": "Send *it*.",
            "rubric": [{"criterion": "c", "levels": LEVELS}],
        }
    ],
}


def _read(text: str | bytes, path: str, settings: Settings | None = None) -> Reading:
    place = places.place(path, "docs")
    assert isinstance(place, Place)
    data = text.encode() if isinstance(text, str) else text
    return records.read(data, place, settings or Settings(docs="docs"))


def _page(body: str, settings: Settings | None = None) -> Reading:
    fields = "title: About\nsummary: A page about these things.\n"
    return _read(f"---\n{fields}---\n{body}", "content/pages/about.md", settings)


def _markdown(fields: dict[str, Any], body: str) -> str:
    lines = "".join(f"{key}: {json.dumps(value)}\n" for key, value in fields.items())
    return f"---\n{lines}---\n\n{body}\n"


def test_markdown_and_yaml_give_the_same_record() -> None:
    one = _read(_markdown(FIELDS, "Do *it*."), "content/credentials/harbor/a.md").document
    other = _read(json.dumps(FIELDS | {"body": "Do *it*."}), "content/credentials/harbor/a.yaml").document
    assert one is not None and other is not None
    assert one.record == other.record


def test_windows_line_ends_and_a_byte_order_mark_give_the_same_document() -> None:
    text = _markdown(FIELDS, "Do *it*.\n\n- one\n- two")
    path = "content/credentials/harbor/a.md"
    assert _read(b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), path) == _read(text, path)


def test_the_texts_of_a_credential_are_html_by_their_places() -> None:
    document = _read(_markdown(FIELDS, "## Do\n\n*it*"), "content/credentials/harbor/a.md").document
    assert document is not None and document.html == {
        "body": '<h3 id="t-do">Do</h3>\n<p><em>it</em></p>\n',
        "evidence.0.task": "<p>Send <em>it</em>.</p>\n",
    }


def test_a_document_knows_its_issuer_from_its_folder() -> None:
    document = _read(_markdown(FIELDS, ""), "content/credentials/harbor/a.md").document
    assert document is not None and document.issuer == "harbor"


def test_the_entry_of_a_page_has_no_text() -> None:
    entry = _page("Long.").entry
    assert entry is not None and isinstance(entry.record, Page) and entry.record.body == ""


def test_an_entry_knows_what_its_texts_refer_to() -> None:
    entry = _page("[a](../issuers/harbor.md) ![b](c.png)").entry
    assert entry is not None and {reference.address for reference in entry.references} == {
        "/issuers/harbor/", "/media/content/pages/c.png",
    }  # fmt: skip


def test_an_entry_knows_the_ids_of_its_headings() -> None:
    entry = _page("## One\n\n## Two\n").entry
    assert entry is not None and entry.headings == ("t-one", "t-two")


def test_a_change_of_text_leaves_the_entry_as_it_was() -> None:
    assert _page("One.").entry == _page("Another *one*.").entry


def test_links_on_the_site_hold_the_sites_path() -> None:
    document = _page("[a](/issuers/)", Settings(root="/catalog")).document
    assert document is not None and 'href="/catalog/issuers/"' in document.html["body"]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ("> " * 30 + "deep", "markdown-too-deep"),
        ("- " * 30 + "deep", "markdown-too-deep"),
        ("[" * 5_001, "markdown-too-much"),
        ("# a\n" * 501, "markdown-too-much"),
        ("[a]: /b\n" * 501, "markdown-too-much"),
        ("a" * 200_001, "too-long"),
        ("a&#x202e;b", "hidden-character"),
        ("a&ZeroWidthSpace;b", "hidden-character"),
        ("[a](/b/ '&#8238;')", "hidden-character"),
        ("![&#xfeff;](/b.png)", "hidden-character"),
    ],
)
def test_a_text_that_nobody_would_write_is_refused(body: str, code: str) -> None:
    reading = _page(body)
    assert (reading.document, [problem.code for problem in reading.problems]) == (None, [code])


def test_an_evidence_task_is_held_to_the_same_limits() -> None:
    part = FIELDS["evidence"][0] | {"task": "[" * 5_001}
    reading = _read(json.dumps(FIELDS | {"evidence": [part]}), "content/credentials/harbor/a.yaml")
    assert [(p.code, p.path) for p in reading.problems] == [("markdown-too-much", ("evidence", 0, "task"))]


def test_a_fault_of_form_hides_no_other_fault_of_form() -> None:
    _, problems = records.record_of(b"a: 1\na: 2\nb: 1\nb: 2\n", "a.yaml", Credential)
    assert [problem.span.line for problem in problems] == [2, 4]


def test_a_fault_below_front_matter_has_the_line_of_the_file() -> None:
    _, problems = records.record_of(b"---\ntitle: a: b\n---\n", "a.md", Credential)
    assert problems[0].span.line == 2


def test_a_body_among_the_fields_of_a_markdown_file_counts() -> None:
    record, _ = records.record_of(
        b"---\ntitle: About\nsummary: A page about these things.\nbody: x\n---\ny", "a.md", Page
    )
    assert record is not None and record.body == "x"


@pytest.mark.parametrize(
    "data", [b"", b"\x00", b"---", b"---\n---", b"~", b"[]", b"\xff\xfe", b"a: &b [*b]", b"- a", b"{"]
)
@pytest.mark.parametrize("path", ["a.md", "a.yaml"])
def test_a_file_of_nothing_useful_is_a_problem_and_no_record(data: bytes, path: str) -> None:
    record, problems = records.record_of(data, path, Credential)
    assert record is None and problems
