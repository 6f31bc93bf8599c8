"""Problems as notes on a pull request."""

from msgspec import structs

from sitegen import report
from sitegen.problem import Problem, Span
from sitegen.reports import github
from sitegen.touched import TouchedPage

ERROR = Problem(
    code="unknown-field",
    message="`statsu` is not a field",
    hint="100% sure",
    span=Span("content/a,b:c.md", 3, 1, 6),
)
WARNING = Problem(code="no-form", message="no form", span=Span("content/calm.md"), severity="warning")


def notes(*problems: Problem, prefix: str = "") -> list[str]:
    return list(report.annotations(problems, prefix))


def test_a_note_at_its_words() -> None:
    assert notes(ERROR) == [
        "::error file=content/a%2Cb%3Ac.md,line=3,col=1,endColumn=7,title=unknown-field::"
        "`statsu` is not a field%0A100%25 sure"
    ]


def test_a_note_on_a_whole_file() -> None:
    assert notes(WARNING) == ["::warning file=content/calm.md,title=no-form::no form"]


def test_errors_come_first_because_few_notes_are_shown() -> None:
    assert [note[:7] for note in notes(WARNING, ERROR)] == ["::error", "::warni"]


def test_paths_are_seen_from_the_top_of_the_repository() -> None:
    assert notes(WARNING, prefix="sites/one/")[0].startswith("::warning file=sites/one/content/calm.md,")


def test_words_of_strangers_start_no_command() -> None:
    evil = Problem(code="unknown-field", message="x\n::add-mask::y\r\n\x1b", span=Span("a\n::stop::.md"))
    assert len(notes(evil)[0].splitlines()) == 1
    assert "\x1b" not in notes(evil)[0]


def test_the_summary_shows_words_of_strangers_as_they_are() -> None:
    evil = Problem(code="unknown-field", message="<img src=x> | [a](b) `c`", span=Span("a.md", 1))
    row = report.step_summary([evil], "").splitlines()[2]
    assert r"\<img src\=x\> \| \[a\]\(b\) \`c\`" in row


def test_the_summary_names_every_problem() -> None:
    assert len(report.step_summary([ERROR, WARNING], "").splitlines()) == 4
    assert report.step_summary([], "") == "No problems in the content.\n"


PAGES = (
    TouchedPage("/credentials/calm/", "Calm | starts", "content/credentials/harbor/calm.md", "changed"),
    TouchedPage("/issuers/bay/", "Bay", "content/issuers/bay.md", "gone"),
)


def test_notes_on_changed_lines_come_before_others_of_their_kind() -> None:
    old = [structs.replace(ERROR, message=f"old {number}") for number in range(12)]
    new = structs.replace(ERROR, message="new", span=Span("content/new.md", 7))
    ordered = report.first_on_changed_lines([*old, WARNING, new], lambda span: span.file == "content/new.md")
    assert [problem.message for problem in ordered] == ["new", *(one.message for one in old), "no form"]


def test_the_summary_leads_to_the_preview_of_each_page() -> None:
    text = report.step_summary(
        [], "", github.Around(PAGES, "https://p.example.org", ("Two files of *Bay*.",))
    )
    assert (
        r"| [Calm \| starts](https://p.example.org/credentials/calm/) | changed | content\/credentials\/harbor\/calm\.md |"
        in text
    )
    assert r"| Bay | gone | content\/issuers\/bay\.md |" in text
    assert r"Two files of \*Bay\*\." in text


def test_without_a_preview_pages_are_named_only() -> None:
    assert "](http" not in report.step_summary([], "", github.Around(PAGES))
