"""Files that no catalog may hold are refused with file and line; nothing is published, opened or left behind."""

import os
import struct
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.build import catalog_folder
from tests.hostile import confined, small
from tests.hostile.small import ABOUT, CALM

Make = Callable[[Path], None]


class Attack(NamedTuple):
    """Something hostile: the file, what is in it or how it is made, and the problem that must be told of it."""

    path: str
    made: bytes | Make
    code: str
    line: int = 0


def _png(width: int, height: int, packed: bytes) -> bytes:
    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def _fields(extra: str) -> bytes:
    return f"---\ntitle: About\nsummary: A page that is called About.\n{extra}\n---\nText.\n".encode()


def _title(written: str) -> bytes:
    return f"---\ntitle: {written}\nsummary: A page that is called About.\n---\nText.\n".encode()


def _svg(inner: str, root: str = 'viewBox="0 0 9 9"') -> bytes:
    return f'<svg xmlns="http://www.w3.org/2000/svg" {root}>{inner}</svg>'.encode()


def _huge(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b"---\ntitle: x\n")
        file.truncate(50_000_000)


def _full(path: Path) -> None:
    path.write_bytes(b"a" * 50_000_000)


def _link(target: str) -> Make:
    return lambda path: path.symlink_to(target)


ALIASES = "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 9))
MERGES = "".join(f"m{n}: &m{n} {{<<: [*m{n - 1}, *m{n - 1}]}}\n" for n in range(1, 31))
LOL = '<!DOCTYPE svg [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
OUTSIDE = '<!DOCTYPE svg [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
ART = "content/credentials/harbor/art.svg"
LOGO = "content/issuers/logo.png"

ATTACKS = {
    "64 kB of opening brackets": Attack(ABOUT, _fields("order: " + "[" * 64_000), "yaml-too-deep", 4),
    "64 kB of opening braces": Attack(ABOUT, _fields("order: " + "{a: " * 16_000), "yaml-too-deep", 4),
    "64 kB of nested lists": Attack(ABOUT, _fields("order: " + "- " * 32_000), "yaml-syntax", 4),
    "nesting by indentation": Attack(
        ABOUT, _fields("".join(f"{' ' * n}a:\n" for n in range(300))), "yaml-too-deep", 17
    ),
    "an alias bomb": Attack(ABOUT, _fields("a0: &a0 [lol]\n" + ALIASES), "yaml-alias", 4),
    "a merge bomb": Attack(ABOUT, _fields("m0: &m0 {a: b}\n" + MERGES), "yaml-alias", 4),
    "a merge key": Attack(ABOUT, _fields("<<: {order: 1}"), "yaml-alias", 4),
    "an alias to itself": Attack(ABOUT, _fields("order: &a [*a]"), "yaml-alias", 4),
    "a tag that makes an object": Attack(
        ABOUT, _fields("order: !!python/object/apply:os.system [touch owned]"), "yaml-tag", 4
    ),
    "a tag of its own": Attack(ABOUT, _fields("order: !include /etc/passwd"), "yaml-tag", 4),
    "a million values": Attack(ABOUT, _fields("order: [" + "1," * 200_000 + "]"), "yaml-too-deep", 4),
    "a number of 5,000 digits": Attack(ABOUT, _fields("order: " + "9" * 5_000), "needs-number", 4),
    "fields given twice": Attack(ABOUT, _fields("title: Again"), "repeated-field", 4),
    "a body of 200 kB": Attack(ABOUT, small.page("a" * 200_000), "too-long", 5),
    "50 MB of nothing": Attack(ABOUT, _huge, "file-too-large"),
    "50 MB of text": Attack(ABOUT, _full, "file-too-large"),
    "50 MB of picture": Attack(LOGO, _full, "unsafe-picture"),
    "UTF-16": Attack(ABOUT, small.page("é").decode().encode("utf-16"), "not-utf8", 1),
    "Latin-1": Attack(ABOUT, small.page(b"caf\xe9"), "not-utf8", 5),
    "an overlong slash": Attack(ABOUT, small.page(b"\xc0\xaf"), "not-utf8", 5),
    "a lone surrogate": Attack(ABOUT, small.page(b"\xed\xa0\x80"), "not-utf8", 5),
    "a zero byte": Attack(ABOUT, small.page(b"a\0b"), "hidden-character", 5),
    "an escape sequence": Attack(ABOUT, small.page(b"\x1b[2J"), "hidden-character", 5),
    "carriage returns alone": Attack(ABOUT, small.page("x").replace(b"\n", b"\r"), "hidden-character", 1),
    "text that runs backwards": Attack(ABOUT, small.page("a \u202egpj.exe"), "hidden-character", 5),
    "an invisible space in a title": Attack(ABOUT, _title("Ab\u200bout"), "hidden-character", 2),
    "letters of the tag block": Attack(ABOUT, _title("About\U000e0041"), "hidden-character", 2),
    "backwards by an escape": Attack(ABOUT, _title('"\\u202eAbout"'), "hidden-character", 2),
    "backwards by a long escape": Attack(ABOUT, _title('"\\U0000202eAbout"'), "hidden-character", 2),
    "a zero by an escape": Attack(ABOUT, _title('"Ab\\0out"'), "hidden-character", 2),
    "a line end by an escape": Attack(ABOUT, _title('"About\\nSet-Cookie: a"'), "more-than-one-line", 2),
    "a line end in a slug": Attack(ABOUT, _fields('aliases: ["old\\n/* https://evil.example/ 301!"]'), "wrong-slug", 4),
    "a slug that ends in a line end": Attack(ABOUT, _fields('aliases: ["old\\n"]'), "wrong-slug", 4),
    "a slug that climbs": Attack(ABOUT, _fields("aliases: [../../etc]"), "wrong-slug", 4),
    "a slug that climbs when decoded": Attack(ABOUT, _fields("aliases: ['%2e%2e%2f']"), "wrong-slug", 4),
    "backwards by an entity": Attack(ABOUT, small.page("a&#x202e;b"), "hidden-character", 5),
    "fields without an end": Attack(ABOUT, b"---\ntitle: About\n", "front-matter-not-closed", 1),
    "deep quotes": Attack(ABOUT, small.page("> " * 45_000), "markdown-too-deep", 5),
    "deep lists": Attack(ABOUT, small.page("1. " * 30_000), "markdown-too-deep", 5),
    "a picture of another site": Attack(ABOUT, small.page("![x](https://evil.example/p.gif)"), "picture-elsewhere", 5),
    "a link that runs": Attack(ABOUT, small.page("[x](view-source:javascript:x)"), "broken-link", 5),
    "a link without a scheme": Attack(ABOUT, small.page("[x](//evil.example)"), "broken-link", 5),
    "a link to a file outside": Attack(ABOUT, small.page("[x](../../../../etc/passwd)"), "broken-link", 5),
    "a picture outside": Attack(ABOUT, small.page("![x](../../../../etc/logo.png)"), "missing-picture", 5),
    "a link to a key of the project": Attack(ABOUT, small.page("[x](../../private/key.md)"), "broken-link", 5),
    "a link to a file": Attack("content/pages/passwd.md", _link("/etc/passwd"), "link"),
    "a link in the place of a picture": Attack(LOGO, _link("/etc/passwd"), "link"),
    "a link to a folder": Attack("content/pages/etc", _link("/etc"), "link"),
    "a link in circles": Attack("content/pages/loop", _link("."), "link"),
    "a link from the theme": Attack("themes/own/assets/passwd.css", _link("/etc/passwd"), "link"),
    "a link for a template": Attack("themes/own/templates/404.html", _link("/etc/passwd"), "link"),
    "a link for a folder of the theme": Attack("themes/own/templates", _link("/etc"), "link"),
    "a pipe": Attack("content/pages/pipe.md", os.mkfifo, "not-a-file"),
    "a pipe for a picture": Attack(ART, os.mkfifo, "not-a-file"),
    "a pipe in the theme": Attack("themes/own/templates/404.html", os.mkfifo, "not-a-file"),
    "a key": Attack("content/issuers/harbor.pem", b"-----BEGIN PRIVATE KEY-----\n", "secret-file"),
    "a file of passwords": Attack("content/.env", b"TOKEN=x", "secret-file"),
    "a key in the theme": Attack("themes/own/assets/issuer.key", b"x", "secret-file"),
    "a key inside a page": Attack(
        ABOUT, small.page("-----BEGIN PRIVATE KEY-----\nMC4CAQAwBQYDK2VwBCIEIA==\n"), "secret-file", 5
    ),
    "a key inside an asset": Attack(
        "themes/own/assets/a.css", b"/*\n-----BEGIN OPENSSH PRIVATE KEY-----\n*/", "secret-file"
    ),
    "a program": Attack("content/pages/run.sh", b"#!/bin/sh\n", "unknown-file"),
    "a page of HTML": Attack("content/pages/evil.html", b"<script>x</script>", "unknown-file"),
    "HTML in the theme": Attack("themes/own/assets/evil.html", b"<script>x</script>", "unknown-file"),
    "headers of its own": Attack("content/pages/_headers.md", small.page("x"), "wrong-file-name"),
    "redirects of its own": Attack("content/pages/_redirects.md", small.page("x"), "wrong-file-name"),
    "the home page": Attack("content/pages/index.md", small.page("x"), "reserved-name"),
    "the data of others": Attack("content/pages/api/credentials.md", small.page("x"), "reserved-name"),
    "a name of Windows": Attack("content/pages/con.md", small.page("x"), "reserved-name"),
    "a name with dots": Attack("content/pages/a..md", small.page("x"), "wrong-file-name"),
    "a name that is another one when folded": Attack("content/pages/ABOUT.md", small.page("x"), "wrong-file-name"),
    "fullwidth letters in a name": Attack("content/pages/ａｂｏｕｔ.md", small.page("x"), "wrong-file-name"),
    "a combining accent in a name": Attack("content/pages/cafe\u0301.md", small.page("x"), "wrong-file-name"),
    "two files for one address": Attack("content/pages/about/index.md", small.page("x"), "name-taken"),
    "two forms of one record": Attack(
        "content/pages/about.yaml", b"title: About\nsummary: A page called About.\n", "name-taken"
    ),
    "a picture whose name breaks out": Attack('content/pages/"><script>x.svg', _svg(""), "wrong-file-name"),
    "a picture whose name differs in case": Attack("content/pages/Art.svg", _svg(""), "wrong-file-name"),
    "a script in a drawing": Attack(ART, _svg("<script>alert(1)</script>"), "unsafe-picture"),
    "a handler in a drawing": Attack(ART, _svg('<rect onclick="alert(1)"/>'), "unsafe-picture"),
    "a handler on a drawing": Attack(ART, _svg("", 'viewBox="0 0 9 9" onload="alert(1)"'), "unsafe-picture"),
    "HTML in a drawing": Attack(ART, _svg("<foreignObject><p/></foreignObject>"), "unsafe-picture"),
    "a picture loaded by a drawing": Attack(ART, _svg('<image href="/etc/passwd"/>'), "unsafe-picture"),
    "a use of another drawing": Attack(ART, _svg('<use href="https://evil.example/#a"/>'), "unsafe-picture"),
    "a link in a drawing": Attack(ART, _svg('<a href="javascript:x"><rect/></a>'), "unsafe-picture"),
    "an animated link": Attack(ART, _svg('<animate attributeName="href" to="javascript:x"/>'), "unsafe-picture"),
    "a style in a drawing": Attack(ART, _svg("<style>@import 'https://evil.example'</style>"), "unsafe-picture"),
    "a reference to outside": Attack(ART, _svg('<rect fill="url(https://evil.example/#a)"/>'), "unsafe-picture"),
    "a billion laughs": Attack(ART, LOL.encode() + _svg("&b;"), "unsafe-picture"),
    "an external entity": Attack(ART, OUTSIDE.encode() + _svg("&a;"), "unsafe-picture"),
    "20,000 nested groups": Attack(ART, _svg("<g>" * 20_000 + "</g>" * 20_000), "unsafe-picture"),
    "a drawing of many shapes": Attack(ART, _svg("<rect/>" * 9_000), "unsafe-picture"),
    "a drawing in UTF-16": Attack(ART, _svg("<script/>").decode().encode("utf-16"), "unsafe-picture"),
    "HTML called a drawing": Attack(ART, b"<html><script>alert(1)</script></html>", "unsafe-picture"),
    "HTML called a picture": Attack(LOGO, b"<html><script>alert(1)</script></html>", "unsafe-picture"),
    "a picture bomb": Attack(LOGO, _png(20_000, 20_000, zlib.compress(bytes(60_000_000), 9)), "unsafe-picture"),
    "a picture that inflates": Attack(LOGO, _png(10, 10, zlib.compress(bytes(100_000_000), 9)), "unsafe-picture"),
    "a picture with something behind it": Attack(
        LOGO, _png(1, 1, zlib.compress(b"\0\0")) + b"PK\3\4secret", "unsafe-picture"
    ),
    "an empty picture": Attack(LOGO, b"", "unsafe-picture"),
}  # fmt: skip


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_is_refused_and_nothing_is_published(tmp_path: Path, name: str) -> None:
    attack = ATTACKS[name]
    root = _attacked(tmp_path, attack)
    outcome = confined.build(root)
    told = {problem for problem in outcome.problems if problem[0] == attack.code}
    wanted = {(attack.code, attack.path, attack.line)}
    assert (told, outcome.published, outcome.misdeeds, (root / "public").exists()) == (
        wanted,
        False,
        [],
        False,
    )


def _attacked(folder: Path, attack: Attack) -> Path:
    """A project that holds the attack and nothing else that is wrong."""
    files = small.start()
    if attack.path.startswith("themes/"):
        small.record(files, "content/site.yaml").fields["theme"] = "own"
    root = small.write(files, folder / "project")
    place = root / attack.path
    place.parent.mkdir(parents=True, exist_ok=True)
    place.unlink(missing_ok=True)
    if isinstance(attack.made, bytes):
        place.write_bytes(attack.made)
    else:
        attack.made(place)
    return root


FORMS = (
    "https://evil.example/x", "https://docs.google.com.evil.example/x", "https://127.0.0.1/x",
    "https://docs.google.com:8443/x", "https://xn--ggle-0nda.com/forms",
)  # fmt: skip
BAD_ADDRESSES = (
    "http://docs.google.com/x", "https://user@docs.google.com/x", "https://user:pw@docs.google.com/x", "https://@/x",
    "https:///docs.google.com", "https://docs.google.com\\\\@evil.example/", "https://d\u043ecs.google.com/x", "javascript:x",
    "https://docs.google.com/x y", "https://docs.google.com/\\nx", "https://docs.google.com/'x", "data:text/html,x",
    "https://[::1]/x", "//docs.google.com/x", "https://docs.google.com/<x>", "HTTPS://docs.google.com/x",
)  # fmt: skip


def _problems(root: Path) -> list[tuple[str, str]]:
    from sitegen import build
    from sitegen.options import Options

    result = build.check(Options(root=root, out=root / "public", workers=1))
    return [(problem.code, problem.span.file) for problem in result.problems if problem.severity == "error"]


@pytest.mark.parametrize("address", FORMS)
def test_a_form_at_another_host_is_refused(tmp_path: Path, address: str) -> None:
    files = small.start()
    small.record(files, CALM).fields["form"] = {"url": address}
    assert _problems(small.write(files, tmp_path)) == [("form-elsewhere", CALM)]


@pytest.mark.parametrize("address", BAD_ADDRESSES)
@pytest.mark.parametrize("field", ["form", "resources", "alignments", "research"])
def test_an_address_of_another_shape_is_refused(tmp_path: Path, address: str, field: str) -> None:
    files = small.start()
    small.record(files, CALM).fields[field] = {
        "form": {"url": address}, "resources": [{"title": "x", "url": address}], "research": [{"note": "x", "url": address}],
        "alignments": [{"framework": "f", "name": "n", "url": address}],
    }[field]  # fmt: skip
    assert _problems(small.write(files, tmp_path)) == [("wrong-address", CALM)]


@pytest.mark.parametrize(
    "name", ["../../../../etc/passwd", "/etc/passwd", "https://evil.example/a.svg", "..", "a.svg\u0000"]
)
@pytest.mark.parametrize("path", [CALM, "content/issuers/harbor.md"])
def test_art_outside_its_folder_is_refused(tmp_path: Path, name: str, path: str) -> None:
    files = small.start()
    small.record(files, path).fields |= {"image": name, "image_alt": "x"}
    assert _problems(small.write(files, tmp_path))[0][1] == path


@pytest.mark.parametrize(
    "fields", [{"theme": "../content"}, {"theme": ".."}, {"docs": ".."}, {"docs": "/etc"}, {"docs": "../x"}]
)
def test_settings_lead_to_no_other_folder(tmp_path: Path, fields: dict[str, str]) -> None:
    files = small.start()
    small.record(files, "content/site.yaml").fields |= fields
    assert [file for _, file in _problems(small.write(files, tmp_path))] == ["content/site.yaml"]


@pytest.mark.parametrize("folder", ["docs", "themes", "themes/own"])
def test_a_link_in_the_place_of_a_folder_is_refused(tmp_path: Path, folder: str) -> None:
    outside = small.write(
        {"own/assets/a.css": "x", "assets/a.css": "x", "a.md": small.page("secret")}, tmp_path / "outside"
    )
    files = small.start()
    small.record(files, "content/site.yaml").fields |= (
        {"theme": "own"} if "themes" in folder else {"docs": "docs"}
    )
    root = small.write(files, tmp_path / "project")
    (root / folder).parent.mkdir(exist_ok=True)
    (root / folder).symlink_to(outside)
    outcome = confined.build(root)
    assert (("link", folder, 0) in outcome.problems, outcome.published, outcome.misdeeds) == (True, False, [])


def test_a_catalog_that_is_a_link_is_refused(tmp_path: Path) -> None:
    small.write(small.start(), tmp_path / "elsewhere")
    (tmp_path / "project").mkdir()
    (tmp_path / "project" / "content").symlink_to(tmp_path / "elsewhere" / "content")
    outcome = confined.build(tmp_path / "project")
    assert (("link", "content", 0) in outcome.problems, outcome.published) == (True, False)


def test_output_through_a_link_is_refused(tmp_path: Path) -> None:
    root = small.write(small.start(), tmp_path / "project")
    (tmp_path / "victim").mkdir()
    (tmp_path / "victim" / "index.html").write_text("mine")
    (root / "public").symlink_to(tmp_path / "victim")
    confined.build(root)
    assert catalog_folder.published(tmp_path / "victim").keys() == {"index.html"}


@pytest.mark.parametrize(
    "path", ["content/pages/.well-known/did.json", "content/pages/.htaccess", "content/pages/...md"]
)
def test_hidden_files_are_not_published(tmp_path: Path, path: str) -> None:
    root = small.write(small.start() | {path: small.page("hidden")}, tmp_path)
    outcome = confined.build(root)
    data = [data for _, data in catalog_folder.published(root / "public").values() if b"hidden</p>" in data]
    assert (outcome.published, outcome.misdeeds, data) == (True, [], [])


def test_a_look_outside_would_be_seen(tmp_path: Path) -> None:
    outcome = confined.build(small.write(small.start(), tmp_path), "peek")
    assert outcome.misdeeds == ["open /etc/hostname"]


def test_a_build_that_asks_for_too_much_is_ended(tmp_path: Path) -> None:
    root = small.write(small.start(), tmp_path)
    with pytest.raises(AssertionError, match="MemoryError"):
        confined.build(root, "burst")


def test_the_smallest_catalog_of_these_tests_is_fine(tmp_path: Path) -> None:
    outcome = confined.build(small.write(small.start(), tmp_path / "project"))
    assert outcome == confined.Outcome(published=True, problems=[], misdeeds=[])
