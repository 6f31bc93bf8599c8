"""Exports as the vendors write them, each brought in with a form's file of a few lines."""

from pathlib import Path

from tests.submissions.house import House

ZONE = "time_zone: UTC\n"


def brought(house: House, form: str, export: str | bytes) -> list[str]:
    """What came of an export: who, when, and the evidence."""
    house.form(ZONE + form)
    plan = house.bring(export)
    assert plan.refused == 0, plan.notices
    return [
        f"{one.name or one.email}, {one.submitted:%Y-%m-%d %H:%M}: {' | '.join(p.text for p in one.evidence)}"
        for one in plan.new
    ]


GOOGLE = """shape: google
dates: month/day/year
credential: calm
columns:
  What is your name?: name
  Your name, please: name
  Show us, in your own words or by a link, how your lessons begin: evidence
"""


def test_google_with_commas_quotes_and_line_breaks_in_headings_and_cells(house: House) -> None:
    export = (
        'Timestamp,Email address,What is your name?,"Show us, in your own words\nor by a link, how your lessons begin"\n'
        '1/1/2026 10:00:00,ana@example.org,"Lima, Ana","She said ""begin"",\nand they began"\n'
    )
    assert brought(house, GOOGLE, export) == [
        'Lima, Ana, 2026-01-01 10:00: She said "begin",\nand they began'
    ]


def test_google_after_a_question_was_reworded(house: House) -> None:
    old = 'Timestamp,What is your name?,"Show us, in your own words or by a link, how your lessons begin"\n'
    new = old.replace("What is your name?", '"Your name, please"')
    first = "1/1/2026 10:00:00,Ana,a\n"
    assert len(brought(house, GOOGLE, old + first)) == 1
    assert brought(house, GOOGLE, new + first + "1/2/2026 10:00:00,Bo,b\n") == ["Bo, 2026-01-02 10:00: b"]


def test_google_in_a_quiz_with_the_year_first_and_a_zone(house: House) -> None:
    export = (
        "Timestamp,Username,Score,Proof\n"
        "2026/01/20 10:00:00 AM,ana@example.org,4 / 5,x\n"
        "2026/01/27 3:00:00 PM GMT+3,bo@example.org,5 / 5,y\n"
    )
    form = "shape: google\ncredential: calm\ncolumns: {Proof: evidence}\n"
    assert brought(house, form, export) == [
        "ana@example.org, 2026-01-20 10:00: x", "bo@example.org, 2026-01-27 12:00: y",
    ]  # fmt: skip


MICROSOFT = (
    "shape: microsoft\ndates: month/day/year\ncredential: calm\ncolumns: {Evidence – link: evidence}\n"
)


def test_microsoft_as_excel_saves_it(house: House) -> None:
    export = (
        "ID;Start time;Completion time;Email;Name;Last modified time;Evidence – link\r\n"
        "7;2/9/26 17:59;2/9/26 18:01;zoe@example.org;Zoë Ōno;;https://docs.example.org/z\r\n"
    ).replace("Ō", "O")
    assert brought(house, MICROSOFT, export.encode("cp1252")) == [
        "Zoë Ono, 2026-02-09 18:01: https://docs.example.org/z"
    ]


def test_microsoft_without_signing_in(house: House) -> None:
    export = (
        "ID,Start time,Completion time,Email,Name,Who are you?,Evidence – link\n"
        "7,2/9/26 17:59,2/9/26 18:01,anonymous,,Ana,x\n"
    )
    form = MICROSOFT.replace("columns: {", "columns: {Who are you?: name, ")
    assert brought(house, form, export) == ["Ana, 2026-02-09 18:01: x"]


NETLIFY = "shape: netlify\ncolumns: {evidence: evidence, message: note}\n"


def test_netlify_without_what_it_tells_about_machines(house: House) -> None:
    export = (
        "number,created_at,name,email,credential,version,evidence,message,ip,user_agent,referrer\n"
        "12,2026-02-03T04:05:06.789Z,Ana,ana@example.org,calm,1.0,https://docs.example.org/a,Hi,192.0.2.7,Agent/5,https://x.example.org/\n"
    )
    assert brought(house, NETLIFY, export) == ["Ana, 2026-02-03 04:05: https://docs.example.org/a"]
    kept = b"".join(path.read_bytes() for path in Path(house.root).rglob("*.jsonl"))
    assert not any(word in kept for word in (b"192.0.2.7", b"Agent/5", b"x.example.org"))


def test_any_other_export_by_the_form_s_file(house: House) -> None:
    form = (
        "dates: day/month/year\ncolumns:\n  Kiedy: submitted\n  Kto: name\n  Co: credential\n  Nr: id\n"
        "  Dowód: evidence students\n"
    )
    export = "Nr\tKiedy\tKto\tCo\tDowód\n1\t3.2.2026 8:30\tŁucja\tcalm\tZdjęcia\n"
    assert brought(house, form, export.encode("utf-16")) == ["Łucja, 2026-02-03 08:30: Zdjęcia"]


def test_netlify_s_trap_catches_programs(house: House) -> None:
    house.form(ZONE + NETLIFY)
    export = (
        "number,created_at,name,email,credential,evidence,message,bot-field\n"
        "12,2026-02-03T04:05:06Z,Ana,ana@example.org,calm,x,,buy now\n"
    )
    (notice,) = house.plan(export).notices
    assert notice.words.startswith("a field that people cannot see was filled in")


def test_a_number_that_belongs_to_somebody_else_takes_nobody_s_place(house: House) -> None:
    head = "ID,Completion time,Email,Name,Evidence – link\n"
    assert len(brought(house, MICROSOFT, head + "7,2/9/26 18:01,ana@example.org,Ana,x\n")) == 1
    plan = house.plan(head + "7,2/9/26 18:01,bo@example.org,Bo,y\n")
    assert [notice.words for notice in plan.notices] == ["its number belongs to a response of somebody else"]
    assert (plan.refused, plan.changed) == (1, ())


def test_a_response_without_its_number_is_said_to_have_none(house: House) -> None:
    house.form(ZONE + MICROSOFT)
    plan = house.plan("ID,Completion time,Email,Name,Evidence – link\n,2/9/26 18:01,ana@example.org,Ana,x\n")
    assert [notice.words for notice in plan.notices] == [
        "it has no number, so it is known by its time and its sender"
    ]
    assert len(plan.new) == 1
