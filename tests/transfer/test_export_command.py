"""`sitegen export`: what it writes, where, and what it says about it."""

import io
import json
import zipfile
from pathlib import Path

import pytest
from commandline import Run


def test_a_spreadsheet_goes_to_the_screen(run: Run, site: Path) -> None:
    ran = run("export", "csv")
    assert ran.code == 0
    assert ran.out.startswith("slug,issuer,title,summary,status,")
    assert "Exported 1 credential and 1 issuer." in ran.err


@pytest.mark.parametrize("form", ["ctdl", "open-badges"])
def test_other_forms_say_what_they_cannot_say(run: Run, site: Path, form: str) -> None:
    ran = run("export", form)
    assert "This form does not say: " in ran.err
    assert json.loads(ran.out)


@pytest.mark.parametrize(("standard", "kind"), [("2.0", "BadgeClass"), ("3.0", ["Achievement"])])
def test_definitions_come_in_both_standards(run: Run, site: Path, standard: str, kind: object) -> None:
    first = json.loads(run("export", "open-badges", "--standard", standard).out)[0]
    assert first["type"] == kind
    assert first["name"] == "Calm Starts"


def test_drafts_are_only_in_the_spreadsheet(run: Run, site: Path) -> None:
    path = site / "content/credentials/harbor/calm.yaml"
    path.write_text(path.read_text().replace("status: published", "status: draft"))
    assert "Calm Starts" in run("export", "csv").out
    assert "Calm Starts" not in run("export", "ctdl").out
    assert "Calm Starts" not in run("export", "open-badges").out


def test_everything_fits_into_one_file_and_is_the_same_each_time(run: Run, site: Path) -> None:
    run("export", "zip", "-o", "a.zip")
    run("export", "zip", "-o", "b.zip")
    data = (site / "a.zip").read_bytes()
    assert data == (site / "b.zip").read_bytes()
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.namelist() == [
            "README.txt",
            "credentials.csv",
            "ctdl/credentials/calm.json",
            "ctdl/issuers/harbor.json",
            "issuers.csv",
            "open-badges/2.0/credentials/calm.json",
            "open-badges/2.0/issuers/harbor.json",
            "open-badges/3.0/credentials/calm.json",
        ]


def test_a_file_that_is_there_is_not_replaced(run: Run, site: Path) -> None:
    ran = run("export", "csv", "-o", "content/site.yaml")
    assert ran.code == 2
    assert (site / "content/site.yaml").read_text().startswith("name: Case")


def test_force_replaces_a_file(run: Run, site: Path) -> None:
    (site / "a.csv").write_text("old")
    assert run("export", "csv", "-o", "a.csv", "--force").code == 0
    assert (site / "a.csv").read_text().startswith("slug,")


def test_a_zip_file_is_not_shown(run: Run, site: Path) -> None:
    assert run("export", "zip").code == 2


def test_a_file_that_cannot_be_read_is_named(run: Run, site: Path) -> None:
    (site / "content/credentials/harbor/bad.yaml").write_text("title: x\n")
    ran = run("export", "csv")
    assert ran.code == 1
    assert "left out  content/credentials/harbor/bad.yaml" in ran.err
