"""Keys in an issuer's file: what is put in, and that nothing else changes by a byte."""

from datetime import date
from pathlib import Path

import pytest

from sitegen.model.issuer import Compromise, IssuerKey
from sitegen.signing import register
from sitegen.signing.refusal import Refused
from sitegen.signing.register import Register

ONE = "z6MkjWn59y65kTt94QBsRjorba8dBusUF2SnLyNFd6pJ5nB5"
TWO = "z6MksDWERUxwAoYxi8A7yhGGLRqzxiVGXNP4DLZNNCVmHQ9Z"
KEY = IssuerKey(key=TWO, start=date(2026, 3, 9))
UNTIL = date(2026, 12, 31)
HEAD = "name: Harbor College\nsummary: A college that stands in for all issuers here.\ntype: College\n"
BLOCK = f"keys:\n  - key: {ONE}\n    from: 2026-01-01\n"
LOST = Compromise(at=date(2026, 3, 1), reason="A laptop was stolen: the one in the hall.")


def issuer(root: Path, text: str, name: str = "harbor.md") -> Register:
    """An issuer whose file holds exactly this text."""
    (root / "content" / "issuers" / "harbor.md").unlink()
    (root / "content" / "issuers" / name).write_bytes(text.encode())
    return register.read(root, "harbor")


def fields(text: str) -> str:
    return f"---\n{HEAD}{text}---\n\nWho we are.\n"


def inserted(before: Register, after: Register) -> list[str]:
    """The lines that are in the file now; fails if any other line was changed."""
    old, new = before.data.split(b"\n"), after.data.split(b"\n")
    rest, more = list(new), []
    for line in old:
        while rest[0] != line:
            more.append(rest.pop(0).decode())
        rest.pop(0)
    return more + [line.decode() for line in rest]


def test_the_first_key_goes_below_the_last_field(root: Path) -> None:
    before = issuer(root, fields("# the end\n"))
    after = register.added(before, KEY)
    assert inserted(before, after) == ["keys:", f"  - key: {TWO}", "    from: 2026-03-09"]
    assert after.data.decode().endswith("from: 2026-03-09\n---\n\nWho we are.\n")


@pytest.mark.parametrize(
    "block",
    [
        BLOCK,
        BLOCK.replace("\n  ", "\n"),
        BLOCK.replace("  - key", "  -   key").replace("    from", "      from"),
        BLOCK + "    # retired next year\n",
        BLOCK + "\nprivacy: hashed\n",
        BLOCK + "    compromised:\n      at: 2026-02-01\n      reason: >\n        A long\n        story.\n",
        BLOCK + '    compromised: {at: 2026-02-01, reason: "A story"}\naliases: [old]\n',
    ],
)
def test_another_key_goes_below_the_ones_before(root: Path, block: str) -> None:
    before = issuer(root, fields(block))
    after = register.added(before, KEY)
    assert [line.strip() for line in inserted(before, after)] == [f"- key: {TWO}", "from: 2026-03-09"]
    assert [key.key for key in after.issuer.keys] == [ONE, TWO]


@pytest.mark.parametrize("empty", ["keys: []\n", "keys:\n", "keys:   # none yet\n"])
def test_an_empty_list_makes_room(root: Path, empty: str) -> None:
    after = register.added(issuer(root, fields(empty + "privacy: open\n")), KEY)
    assert [key.key for key in after.issuer.keys] == [TWO]
    assert after.issuer.privacy == "open"


def test_lines_that_end_as_on_windows_go_on_doing_so(root: Path) -> None:
    before = issuer(root, fields(BLOCK).replace("\n", "\r\n"))
    after = register.ended(register.added(before, KEY), TWO, UNTIL)
    assert after.data.count(b"\r\n") == after.data.count(b"\n") == before.data.count(b"\n") + 3


def test_a_byte_order_mark_stays(root: Path) -> None:
    after = register.added(issuer(root, "\ufeff" + fields(BLOCK)), KEY)
    assert after.data.startswith(b"\xef\xbb\xbf---\n")


@pytest.mark.parametrize("end", ["", "\n", "\n\n\n"])
@pytest.mark.parametrize("body", ["", "body: |\n  Who we are.\n\n  And why."])
def test_a_yaml_file_is_edited_like_the_fields_of_another(root: Path, body: str, end: str) -> None:
    before = issuer(root, HEAD + (body or "privacy: hashed") + end, "harbor.yaml")
    after = register.added(before, KEY)
    assert after.issuer.body == before.issuer.body
    assert after.data.decode().rstrip("\n").endswith("from: 2026-03-09")
    assert after.data.startswith(before.data.rstrip(b"\n"))


def test_a_yaml_file_with_a_key_and_no_end_of_line_is_edited_too(root: Path) -> None:
    before = issuer(root, (HEAD + BLOCK).rstrip("\n"), "harbor.yaml")
    after = register.ended(register.added(before, KEY), TWO, UNTIL)
    assert after.issuer.keys[1].until == UNTIL


def test_a_last_day_goes_below_the_first(root: Path) -> None:
    before = issuer(root, fields(BLOCK))
    after = register.ended(before, ONE, UNTIL)
    assert inserted(before, after) == ["    until: 2026-12-31"]


def test_a_last_day_that_is_there_is_changed_in_its_place(root: Path) -> None:
    before = issuer(root, fields(BLOCK + "    until: 2027-02-28  # a year\n"))
    after = register.ended(before, ONE, UNTIL)
    assert after.data == before.data.replace(b"2027-02-28", b"2026-12-31")


def test_a_lost_key_says_since_when_and_why(root: Path) -> None:
    before = issuer(root, fields(BLOCK + "    until: 2026-06-30\n"))
    after = register.lost(before, ONE, LOST)
    assert inserted(before, after) == [
        "    compromised:",
        "      at: 2026-03-01",
        '      reason: "A laptop was stolen: the one in the hall."',
    ]


@pytest.mark.parametrize(
    "block",
    [
        f"keys: [{{key: {ONE}, from: 2026-01-01}}]\n",
        f"keys:\n  - {{key: {ONE}, from: 2026-01-01}}\n",
        f"keys:\n  [\n    {{key: {ONE}, from: 2026-01-01}}\n  ]\n",
    ],
)
def test_keys_written_in_brackets_are_left_to_a_person(root: Path, block: str) -> None:
    before = issuer(root, fields(block))
    with pytest.raises(Refused, match="cannot be changed safely") as refused:
        register.ended(before, ONE, UNTIL)
    assert "until: 2026-12-31" in refused.value.hint


def test_a_key_below_one_in_brackets_is_added(root: Path) -> None:
    after = register.added(issuer(root, fields(f"keys:\n  - {{key: {ONE}, from: 2026-01-01}}\n")), KEY)
    assert [key.key for key in after.issuer.keys] == [ONE, TWO]


def test_a_reason_with_an_invisible_sign_is_not_written(root: Path) -> None:
    before = issuer(root, fields(BLOCK))
    with pytest.raises(Refused, match="cannot be changed safely"):
        register.lost(before, ONE, Compromise(at=date(2026, 3, 1), reason="A\u202e story"))


def test_an_issuer_that_is_not_there_is_named(root: Path) -> None:
    with pytest.raises(Refused, match="there is no issuer `harbour`"):
        register.read(root, "harbour")


def test_a_file_with_a_problem_of_its_own_is_not_touched(root: Path) -> None:
    with pytest.raises(Refused, match="`nam` is not a field"):
        issuer(root, fields("nam: x\n"))


def test_the_file_keeps_its_permissions(root: Path) -> None:
    before = issuer(root, fields(BLOCK))
    (root / before.path).chmod(0o640)
    register.write(root, register.added(before, KEY))
    assert (root / before.path).stat().st_mode & 0o777 == 0o640
