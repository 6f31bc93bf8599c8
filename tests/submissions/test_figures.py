"""Numbers about submissions, as a table and as a chart."""

import csv
import io
from xml.etree import ElementTree

from sitegen.submissions import chart, figures
from tests.submissions.house import ANA, BO, HEAD, House

CY = ANA.replace("ana", "cy").replace("Ana", "Cy").replace("3/1/", "2/1/")


def test_what_waits_and_what_was_decided_is_counted(house: House) -> None:
    house.bring(HEAD + ANA + BO + CY)
    house.judged(house.cases[1], "not yet")
    found = figures.by_credential(house.office)["calm"]
    assert (found.waiting, found.overdue, str(found.oldest)) == (2, 1, "2026-02-01")
    assert (found.outcomes, found.days, found.median_days) == ({"not yet": 1}, (8,), 8)
    assert found.rows == {"students-begin-alone": (0, 1)}


def test_the_table_has_a_line_for_each_credential_and_row(house: House) -> None:
    house.bring(HEAD + ANA + BO)
    house.judged(house.cases[0], "earned")
    table = list(csv.DictReader(io.StringIO(figures.table(figures.by_credential(house.office)).decode())))
    assert [(line["credential"], line["row"]) for line in table] == [
        ("calm", ""),
        ("calm", "students-begin-alone"),
    ]
    assert (table[0]["waiting"], table[0]["earned"], table[0]["days (median)"]) == ("1", "1", "8")
    assert (table[1]["rows passed"], table[1]["rows not passed"]) == ("1", "0")


def test_the_chart_says_its_numbers_in_words(house: House) -> None:
    house.bring(HEAD + ANA + BO)
    house.judged(house.cases[0], "earned")
    drawing = ElementTree.fromstring(chart.svg(figures.by_credential(house.office)))
    title = drawing.find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == "Submissions by credential. earned: 1; not yet: 0; incomplete: 0; waiting: 1"
    assert len(drawing.findall("{http://www.w3.org/2000/svg}rect")) == 1 + 4 + 2


def test_nothing_gives_an_empty_chart(house: House) -> None:
    assert ElementTree.fromstring(chart.svg(figures.by_credential(house.office))).tag.endswith("svg")


def test_a_credential_that_is_gone_keeps_its_numbers(house: House) -> None:
    house.bring(HEAD + ANA)
    house.judged(house.cases[0], "earned")
    (house.root / "content/credentials/harbor/calm.yaml").unlink()
    assert figures.by_credential(house.office)["calm"].outcomes == {"earned": 1}
