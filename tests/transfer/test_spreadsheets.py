"""Spreadsheets of credentials as people really save them."""

from pathlib import Path

import pytest
from commandline import Run

from sitegen.transfer import reading
from sitegen.transfer.drafts import Found
from sitegen.transfer.known import Known
from sitegen.transfer.mapping import Mapping
from sitegen.transfer.objects import Asked

KNOWN = Known(
    issuers={"harbor": "Harbor College"},
    focus_areas={"talk": "Talk"},
    audiences={"coach": "Coaches and mentors"},
)


def read(text: str | bytes, mapping: Mapping | None = None) -> Found:
    data = text if isinstance(text, bytes) else text.encode()
    return reading.file("list.csv", data, Asked(KNOWN, mapping or Mapping()))


def test_windows_1252_is_read_and_said() -> None:
    found = read("title,issuer\nCafé Talk – “ours”,harbor\n".encode("cp1252"))
    assert found.drafts[0].fields["title"] == "Café Talk – “ours”"
    assert "read as Windows-1252; look at such letters: Café Talk" in found.notes[0]


def test_utf_16_and_byte_order_marks_are_read() -> None:
    for encoding in ("utf-16", "utf-8-sig"):
        assert read("title,issuer\nCafé,harbor\n".encode(encoding)).drafts[0].fields["title"] == "Café"


def test_semicolons_and_tabs_part_cells_as_well() -> None:
    for sign in ";\t":
        assert read(f"title{sign}effort.hours\nWait Time{sign}3\n").drafts[0].fields["effort"] == {
            "hours": "3"
        }


def test_merged_headers_are_seen_and_the_line_of_names_is_suggested() -> None:
    found = read("Badges of the district,,\n,,\ntitle,summary,issuer\nWait,Waits,harbor\n")
    assert not found.drafts
    assert "2 columns have contents and no name (merged cells?)" in found.refused[0].why
    assert "`header: 3`" in found.refused[0].hint


def test_the_line_of_names_can_be_said() -> None:
    text = "Badges of the district,,\n\ntitle,summary,issuer\nWait Time,Waits,harbor\n"
    assert read(text, Mapping(header=3)).drafts[0].fields["title"] == "Wait Time"


def test_two_columns_of_one_name_are_refused() -> None:
    assert "“Level” names 2 columns" in read("title,Level,Level\nWait,a,b\n").refused[0].why


@pytest.mark.parametrize("cell", ["=1+1", '=HYPERLINK("x")', "@SUM(A1)", "+cmd|x", "-2+3"])
def test_a_formula_is_refused_with_its_line(cell: str) -> None:
    quoted = '"' + cell.replace('"', '""') + '"'
    refused = read(f"title,summary\nWait Time,{quoted}\n").refused[0]
    assert refused.source == "list.csv, line 2"
    assert "begins like a formula" in refused.why


@pytest.mark.parametrize(
    ("cell", "text"), [("'=1+1 is two", "=1+1 is two"), ("- first\n- second", "- first\n- second")]
)
def test_a_text_that_only_looks_like_a_formula_is_text(cell: str, text: str) -> None:
    assert read(f'title,body\nWait Time,"{cell}"\n').drafts[0].fields["body"] == text


def test_html_in_cells_becomes_plain() -> None:
    found = read('title,body\n"<b>Wait</b>","Say <br>nothing<script>x</script> &amp; wait"\n')
    assert found.drafts[0].fields == {"title": "Wait", "body": "Say\nnothing & wait"}


def test_unused_columns_are_named() -> None:
    assert read("title,Colour,Shoe size\nWait,red,9\n").notes == (
        "list.csv: columns that are not used: “Colour”, “Shoe size”",
    )


def test_a_table_without_titles_asks_for_a_mapping() -> None:
    refused = read("Was,Wozu\nRuhe,Gut\n").refused[0]
    assert "there are: “Was”, “Wozu”" in refused.why
    assert "--map" in refused.hint


def test_a_mapping_to_a_field_that_is_not_there_is_refused() -> None:
    assert "there is no such field" in read("A,B\nx,y\n", Mapping(columns={"A": "titel"})).refused[0].why


def test_a_mapping_of_a_column_that_is_not_there_is_refused() -> None:
    assert "“C” that is not there" in read("A,B\nx,y\n", Mapping(columns={"C": "title"})).refused[0].why


def test_words_that_the_site_does_not_know_are_left_out_by_name() -> None:
    draft = read("title,audience\nWait Time,Coaches and Mentors; aliens\n").drafts[0]
    assert draft.fields["audience"] == ["coach"]
    assert "“aliens”" in draft.left[0].why


def test_a_date_that_could_be_two_days_is_left_out(run: Run, site: Path) -> None:
    (site / "list.csv").write_text("title,published,issuer\nWait Time,03/04/2026,harbor\n")
    ran = run("import", "list.csv")
    assert "left out    published: `published` must be a date" in ran.out


def test_what_is_too_long_is_left_out_and_not_cut(run: Run, site: Path) -> None:
    (site / "list.csv").write_text(f"title,summary,issuer\nWait Time,{'long ' * 80},harbor\n")
    ran = run("import", "list.csv", "--yes")
    assert "left out    summary: `summary` has 399 characters; at most 240 fit" in ran.out
    assert (
        "summary:" not in (site / "content/credentials/harbor/wait-time.md").read_text().split("\ntitle")[1]
    )


def test_a_published_status_waits_until_nothing_is_missing(run: Run, site: Path) -> None:
    (site / "list.csv").write_text("title,status,issuer\nWait Time,published,harbor\n")
    run("import", "list.csv", "--yes")
    assert "\nstatus: draft\n" in (site / "content/credentials/harbor/wait-time.md").read_text()


def test_forty_thousand_rows_are_read_and_counted() -> None:
    text = "title,issuer\n" + "".join(f"Credential {number},harbor\n" for number in range(40_000))
    assert len(read(text).drafts) == 40_000


def test_more_rows_than_that_are_refused() -> None:
    assert (
        read("title,issuer\n" + "Wait,harbor\n" * 50_001).refused[0].why
        == "this table has more than 50,000 rows"
    )


def test_empty_rows_at_the_end_are_no_rows() -> None:
    assert len(read("title,issuer\nWait,harbor\n" + ",\n" * 60_000).drafts) == 1


def test_a_mapping_file_with_a_fault_is_wrong_use(run: Run, site: Path) -> None:
    (site / "list.csv").write_text("title\nWait\n")
    (site / "map.yaml").write_text("colums: {A: title}\n")
    ran = run("import", "list.csv", "--map", "map.yaml")
    assert ran.code == 2
    assert "did you mean `columns`?" in ran.err
