"""What cannot be imported is answered in words: nothing is run, nothing is fetched, nothing is half there."""

import json
import struct
import zlib
from pathlib import Path

import pytest
from commandline import Run

from sitegen.transfer import reading
from sitegen.transfer.drafts import Found
from sitegen.transfer.known import Known
from sitegen.transfer.objects import Asked

ASKED = Asked(Known(issuers={"harbor": "Harbor"}))


def read(name: str, data: bytes | str) -> Found:
    return reading.file(name, data.encode() if isinstance(data, str) else data, ASKED)


def why(name: str, data: bytes | str) -> str:
    found = read(name, data)
    assert not found.drafts
    assert not found.statements
    return found.refused[0].why


def test_a_web_page_called_json_is_named_as_one() -> None:
    assert (
        why("badge.json", "<!doctype html><html><body>Please log in</body></html>")
        == "this is a web page, not data"
    )


def test_json_with_comments_is_refused_with_its_line() -> None:
    assert "line 2" in why("badge.json", '{"name": "x",\n // both\n "a": 1}')


def test_deep_nesting_is_refused_before_anything_recurses() -> None:
    assert "nested" in why("badge.json", "[" * 100_000)


def test_a_huge_number_is_refused() -> None:
    assert "too large" in why("badge.json", '{"name": 1' + "0" * 5_000 + "}")


def test_a_power_of_ten_is_never_worked_out() -> None:
    assert read(
        "badge.json", '{"type": "BadgeClass", "name": 1e999999999, "criteria": "x", "issuer": "x"}'
    ).drafts


def test_a_member_that_is_given_twice_is_refused() -> None:
    assert "twice" in why(
        "registry.json", '{"registry": {"did:key:z": {"name": "A"}, "did:key:z": {"name": "B"}}}'
    )


@pytest.mark.parametrize(
    "kind", ["Endorsement", "RevocationList", "CryptographicKey", "BitstringStatusListCredential"]
)
def test_what_describes_no_badge_is_named(kind: str) -> None:
    assert "describe" in why("thing.json", json.dumps({"type": kind, "id": "https://example.org/x"}))


def test_an_assertion_alone_says_which_file_is_needed(run: Run, site: Path) -> None:
    (site / "a.json").write_text(
        json.dumps({"type": "Assertion", "badge": "https://example.org/b.json", "recipient": {}})
    )
    ran = run("import", "a.json", "--yes")
    assert ran.code == 1
    assert "only names its badge: https://example.org/b.json" in ran.out
    assert "Imported nothing; refused 1." in ran.out


def test_a_badge_whose_id_is_no_address_is_imported_and_nothing_is_looked_up() -> None:
    node = {
        "type": "BadgeClass",
        "id": "_:b0",
        "name": "A Badge",
        "criteria": {"narrative": "Do it."},
        "issuer": "_:b1",
    }
    assert read("b.json", json.dumps(node)).drafts[0].fields["title"] == "A Badge"


def chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


def test_a_packed_badge_in_a_picture_is_not_unpacked() -> None:
    bomb = zlib.compress(b"0" * 50_000_000)
    png = b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    png += chunk(b"zTXt", b"openbadges\0\0" + bomb) + chunk(b"IEND", b"")
    assert "packed" in why("badge.png", png)


def test_a_picture_without_a_badge_is_named() -> None:
    png = (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
        + chunk(b"IEND", b"")
    )
    assert why("badge.png", png) == "the picture holds no badge"


def test_an_svg_with_a_doctype_is_refused() -> None:
    assert "DOCTYPE" in why(
        "badge.svg", '<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg"/>'
    )


def test_text_signed_within_signed_text_ends_somewhere() -> None:
    import base64

    said = b"x"
    for _ in range(9):
        said = b"e30." + base64.urlsafe_b64encode(said * 4).rstrip(b"=") + b".AAAA"
    assert read("badge.jwt", said).refused


def test_a_workbook_asks_for_csv() -> None:
    found = read("list.xlsx", b"PK\x03\x04" + bytes(40))
    assert "CSV UTF-8" in found.refused[0].hint


@pytest.mark.parametrize(
    "text", ["a: &x [1]\nb: *x\n", "a: !!python/object/apply:os.system [ls]\n", "a: [" * 50]
)
def test_yaml_with_anything_strange_is_refused(text: str) -> None:
    assert "this YAML cannot be read" in why("badge.yaml", text)


def test_a_private_key_in_a_badge_is_not_written(run: Run, site: Path) -> None:
    node = {
        "type": "BadgeClass",
        "name": "A Badge",
        "criteria": {"narrative": "-----BEGIN PRIVATE KEY-----"},
        "issuer": "harbor",
    }
    (site / "b.json").write_text(json.dumps(node))
    ran = run("import", "b.json", "--yes", "--issuer", "harbor")
    assert "a private key stands in this file" in ran.out
    assert "Imported nothing" in ran.out


def test_signs_that_no_one_can_see_are_taken_out() -> None:
    node = {"type": "BadgeClass", "name": "A\u202eB\u200b Badge", "criteria": "x", "issuer": "x"}
    assert read("b.json", json.dumps(node)).drafts[0].fields["title"] == "AB Badge"


def test_html_in_a_text_becomes_plain_and_scripts_go() -> None:
    narrative = '<p onclick="x()">Do <b>it</b>.</p><script>alert(1)</script><a href="javascript:x()">here</a>'
    node = {
        "type": "BadgeClass",
        "name": "A <i>fine</i> Badge",
        "criteria": {"narrative": narrative},
        "issuer": "x",
    }
    fields = read("b.json", json.dumps(node)).drafts[0].fields
    assert fields["title"] == "A fine Badge"
    assert fields["evidence"] == [{"task": "Do **it**.\n\nhere"}]


def test_a_folder_goes_on_after_a_file_that_is_refused(run: Run, site: Path) -> None:
    folder = site / "old"
    folder.mkdir()
    (folder / "a.json").write_text("{ // a comment\n}")
    (folder / "b.json").write_text(
        json.dumps({"type": "BadgeClass", "name": "A Badge", "criteria": "x", "issuer": "harbor"})
    )
    ran = run("import", "old", "--yes")
    assert ran.code == 1
    assert "a.json: it is not JSON" in ran.out
    assert (site / "content/credentials/harbor/a-badge.md").is_file()


def test_two_badges_of_one_name_are_not_mixed(run: Run, site: Path) -> None:
    for name, text in (("a", "One"), ("b", "Two")):
        node = {"type": "BadgeClass", "name": "A Badge", "criteria": {"narrative": text}, "issuer": "harbor"}
        (site / f"{name}.json").write_text(json.dumps(node))
    ran = run("import", "a.json", "b.json", "--yes")
    assert "it would have the same address (`a-badge`) as a.json" in ran.out


def test_a_record_that_is_there_is_left_as_it_is(run: Run, site: Path) -> None:
    path = site / "content/credentials/harbor/calm.yaml"
    before = path.read_bytes()
    (site / "b.json").write_text(
        json.dumps({"type": "BadgeClass", "name": "Calm", "criteria": "x", "issuer": "harbor"})
    )
    ran = run("import", "b.json", "--yes")
    assert "the credential `calm` is there already" in ran.out
    assert path.read_bytes() == before


def test_an_issuer_that_is_not_known_is_asked_for(run: Run, site: Path) -> None:
    (site / "b.json").write_text(
        json.dumps({"type": "BadgeClass", "name": "Wait", "criteria": "x", "issuer": "https://x.example"})
    )
    ran = run("import", "b.json")
    assert "whose it is is not known here" in ran.out
    assert "add `--issuer` with one of: harbor" in ran.out


def test_a_file_that_is_not_there_is_wrong_use(run: Run, site: Path) -> None:
    ran = run("import", "https://example.org/badge.json")
    assert ran.code == 2
    assert "get it from its address first" in ran.err


def test_every_reader_answers_any_bytes() -> None:
    for data in (
        b"",
        b"\xff\xfe",
        b"\0\0\0",
        b"{",
        b"[]",
        b'"text"',
        b"null",
        b"<",
        b"%YAML",
        b"a,b\n",
        b"\x89PNG\r\n\x1a\n",
    ):
        for name in ("x.json", "x.csv", "x.yaml", "x.png"):
            found = reading.file(name, data, ASKED)
            assert found.refused, (name, data)
