"""Tables of awards: what is read from them, and every way in which they go wrong."""

from datetime import date

import pytest

from sitegen.model.award import Evidence
from sitegen.signing import order_csv
from sitegen.signing.orders import Order

HEAD = "credential,name,email\n"


def read(text: str, **more: str) -> order_csv.Table:
    return order_csv.read(text.encode(), **more)


def words(text: str) -> list[tuple[int, str]]:
    return [(fault.line, fault.words) for fault in read(text).faults]


def test_a_row_is_an_order() -> None:
    table = read(
        "Credential;Name;E-mail 2;email;Show name;privacy;awarded;expires;evidence;Rubric students-begin-alone;role\n"
        'calm; Ana  Lima ;x;ana@example.org;Yes;Open;2026-03-01;2028-03-01;"Log | https://example.org/log\nA talk";'
        "Meets the standard;panel\n"
    )
    assert table.orders == (
        Order(
            credential="calm",
            name="Ana Lima",
            email="ana@example.org",
            shows_name=True,
            privacy="open",
            awarded=date(2026, 3, 1),
            expires=date(2028, 3, 1),
            evidence=(Evidence(title="Log", url="https://example.org/log"), Evidence(title="A talk")),
            results=(("students-begin-alone", "Meets the standard"),),
            role="panel",
            line=2,
        ),
    )
    assert table.unused == ("e-mail 2",)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_tables_of_every_spreadsheet_are_read(delimiter: str, end: str, mark: str) -> None:
    text = mark + end.join(["credential,name", "calm,Ana", "", "calm,Bo"]).replace(",", delimiter)
    assert [(order.name, order.line) for order in read(text).orders] == [("Ana", 2), ("Bo", 4)]


def test_lines_are_counted_as_an_editor_counts_them() -> None:
    text = HEAD + 'calm,"Ana\nLima",a@example.org\ncalm,=1,b@example.org\n'
    assert words(text)[0][0] == 4


def test_the_credential_can_be_named_once_for_all() -> None:
    assert read("name\nAna\n", credential="calm").orders[0].credential == "calm"


def test_a_cell_overrules_what_was_named_for_all() -> None:
    table = read("name,credential\nAna,talk\nBo,\n", credential="calm")
    assert [order.credential for order in table.orders] == ["talk", "calm"]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "this file is empty"),
        (b"\n\n,,\n", "this file is empty"),
        ("name\nJos\u00e9".encode("latin-1"), "this file is not saved as UTF-8"),
        (HEAD.encode("utf-16"), "this file is not saved as UTF-8"),
        (b"PK\x03\x04\0\0", "this file is no text"),
        (b'name,credential\n"Ana,calm\n', "this file cannot be read as CSV: unexpected end of data"),
        (b"x" * (order_csv.MAX_BYTES + 1), "this file is larger than 20 MB"),
    ],
)
def test_what_is_no_table_is_refused(data: bytes, said: str) -> None:
    (fault,) = order_csv.read(data).faults
    assert fault.words == said


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("name,email", "there is no column `credential`"),
        ("credential", "there is no column `name` or `email`"),
        ("credential,name,NAME", "there are two columns `name`"),
        ("credential,name,expries", "`expries` is no column that is used; did you mean `expires`?"),
    ],
)
def test_columns_that_are_missing_or_misspelt_are_named(head: str, said: str) -> None:
    assert words(head + "\n" + ",".join("x" * (head.count(",") + 1)) + "\n") == [(1, said)]


@pytest.mark.parametrize("cell", ["=HYPERLINK(1)", "+1", "-Ana", "@SUM(A1)", "'=1", " =1"])
def test_a_cell_that_a_spreadsheet_would_calculate_is_refused(cell: str) -> None:
    assert words(f'{HEAD}calm,"{cell}",\n') == [(2, f"`name` begins like a formula: {cell.strip()}")]


@pytest.mark.parametrize(
    ("column", "cell", "said"),
    [
        ("awarded", "09/03/2026", "`awarded` is no date: 09/03/2026"),
        ("awarded", "2026-02-30", "`awarded` is no date: 2026-02-30"),
        ("expires", "never", "`expires` is no date: never"),
        ("privacy", "secret", "`privacy` cannot be “secret”"),
        ("show name", "perhaps", "`show name` cannot be “perhaps”"),
    ],
)
def test_a_cell_that_does_not_fit_is_named_with_its_line(column: str, cell: str, said: str) -> None:
    assert words(f"credential,name,{column}\ncalm,Ana,\ncalm,Bo,{cell}\n") == [(3, said)]


def test_a_comma_that_splits_a_cell_is_noticed() -> None:
    assert words(HEAD + "calm,Lima, Ana,ana@example.org\n") == [
        (2, "this row has more cells than there are columns")
    ]


def test_a_table_without_rows_is_noticed() -> None:
    assert words(HEAD) == [(1, "this file names columns, and has no row")]


def test_all_faults_of_all_rows_are_found() -> None:
    found = words("credential,name,awarded,privacy\ncalm,=1,x,y\ncalm,Ana,,\ncalm,Bo,z,\n")
    assert [line for line, _ in found] == [2, 2, 2, 4]


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Log | https://example.org/log", Evidence(title="Log", url="https://example.org/log")),
        ("https://example.org/log", Evidence(title="example.org", url="https://example.org/log")),
        ("A log", Evidence(title="A log")),
    ],
)
def test_evidence_has_a_title_an_address_or_both(text: str, piece: Evidence) -> None:
    assert order_csv.evidence(text) == (piece,)
