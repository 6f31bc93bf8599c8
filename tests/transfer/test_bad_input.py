"""Bad input at the command line, with `--yes`: each is answered in words, and either whole records stand there or none."""

import json
from pathlib import Path

import pytest
from commandline import Run

HEAD = "title,summary,competency\n"
WEB_PAGE = b"<!doctype html><html><body>Please log in</body></html>"
TWICE = b'{"meta": {}, "registry": {"did:key:z6MkA": {"name": "College"}, "did:key:z6MkA": {"name": "Fund"}}}'
REFUSED = {
    "merged headers": ("list.csv", b"Our credentials,,\n,,\ntitle,summary,competency\nCalm Starts,A,B\n", "merged cells?"),
    "a formula": ("list.csv", (HEAD + '"=HYPERLINK(""https://x.example"")",A,B\n').encode(), "formula"),
    "JSON that is a web page": ("badge.json", WEB_PAGE, "this is a web page, not data"),
    "a spreadsheet that is a web page": ("list.csv", WEB_PAGE, "web page"),
    "one key under two issuers": ("registry.json", TWICE, "it has a member twice: “did:key:z6MkA”"),
    "a list of issuers": ("registry.json", b'{"meta": {}, "registry": {"did:key:z6MkA": {"name": "A"}}}', "trust is not"),
    "no bytes at all": ("badge.json", b"", "badge.json"),
    "too many rows": ("list.csv", (HEAD + "Calm Starts,A,B\n" * 50_001).encode(), "rows"),
}  # fmt: skip


@pytest.mark.parametrize("what", REFUSED)
def test_it_is_refused_and_nothing_stays(run: Run, site: Path, tmp_path: Path, what: str) -> None:
    name, data, said = REFUSED[what]
    (tmp_path / name).write_bytes(data)
    before = _all(site)
    ran = run("import", str(tmp_path / name), "--issuer", "harbor", "--yes")
    assert ran.code == 1, ran
    assert said in ran.out + ran.err
    assert _all(site) == before


def test_windows_1252_comes_in_with_its_letters(run: Run, site: Path, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_bytes(
        (HEAD + "Café Talks,Leads talks – “calmly”.,Leads them.\n").encode("cp1252")
    )
    assert run("import", str(tmp_path / "list.csv"), "--issuer", "harbor", "--yes").code == 0
    (file,) = _new(site)
    assert "Café Talks" in file.read_text(encoding="utf-8")


def test_html_in_cells_is_never_markup(run: Run, site: Path, tmp_path: Path) -> None:
    cell = "<b>Plans</b> <script>alert(1)</script> and <a href='javascript:x'>tries</a> two routines."
    (tmp_path / "list.csv").write_text(f'{HEAD}Calm Starts,"{cell}",Plans.\n', encoding="utf-8")
    assert run("import", str(tmp_path / "list.csv"), "--issuer", "harbor", "--yes").code == 0
    (file,) = _new(site)
    text = file.read_text(encoding="utf-8")
    assert "<" not in text.replace("<https", "")
    assert "alert" not in text
    assert "Plans" in text


def test_an_id_that_is_not_the_address_is_kept_as_what_it_is(run: Run, site: Path, tmp_path: Path) -> None:
    badge = {
        "@context": "https://w3id.org/openbadges/v2", "type": "BadgeClass", "id": "https://elsewhere.example/b/7",
        "name": "Calm Starts", "description": "Begins lessons calmly.", "criteria": {"narrative": "Do it."},
    }  # fmt: skip
    (tmp_path / "badge.json").write_text(json.dumps(badge), encoding="utf-8")
    ran = run("import", str(tmp_path / "badge.json"), "--issuer", "harbor", "--yes")
    assert ran.code == 0
    (file,) = _new(site)
    assert file.name == "calm-starts.md"


def test_what_is_imported_unfinished_lets_the_site_be_built(run: Run, site: Path, tmp_path: Path) -> None:
    (tmp_path / "list.csv").write_text(
        f"{HEAD}Calm Talks,Leads calm talks with groups.,Leads them.\n", encoding="utf-8"
    )
    ran = run("import", str(tmp_path / "list.csv"), "--issuer", "harbor", "--yes")
    assert "these drafts are left out of the site" in ran.err
    assert run("build").code == 0
    assert not (site / "public" / "credentials" / "calm-talks").exists()


def _all(site: Path) -> dict[str, bytes]:
    return {
        path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()
    }


def _new(site: Path) -> list[Path]:
    return [
        path for path in sorted((site / "content/credentials/harbor").iterdir()) if path.name != "calm.yaml"
    ]
