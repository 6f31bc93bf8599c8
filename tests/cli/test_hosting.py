"""Sites for several hosts: built, counted, and served as each host would."""

import json
from pathlib import Path

import pytest
from commandline import Run

from sitegen.serving import answer

FORMER = "content/credentials/harbor/calm.yaml"


@pytest.fixture
def renamed(site: Path) -> Path:
    """A site with a credential that had another name."""
    file = site / FORMER
    file.write_text(file.read_text(encoding="utf-8") + "aliases: [quiet]\n", encoding="utf-8")
    return site


def built(run: Run, site: Path, *words: str) -> answer.Site:
    ran = run("build", "-j", "1", *words)
    assert ran.code == 0, ran.err
    return answer.Site(str(site / "public"))


@pytest.mark.parametrize("host", ["netlify", "cloudflare"])
def test_where_headers_and_redirects_are_read_they_are_sent(run: Run, renamed: Path, host: str) -> None:
    there = built(run, renamed, "--host", host)
    moved = answer.answer(there, "/credentials/quiet/")
    assert (moved.status, moved.headers["Location"]) == (301, "/credentials/calm/")
    page = answer.answer(there, "/credentials/calm/")
    assert page.headers["Content-Security-Policy"].startswith("default-src 'none'; script-src 'self'")
    assert b"http-equiv" not in page.body
    drawing = answer.answer(there, "/art/credentials/calm.svg")
    assert drawing.headers["Content-Security-Policy"].endswith("sandbox")


@pytest.mark.parametrize("host", ["github", "none"])
def test_where_they_are_not_read_pages_say_it_themselves(run: Run, renamed: Path, host: str) -> None:
    there = built(run, renamed, "--host", host)
    moved = answer.answer(there, "/credentials/quiet/")
    assert moved.status == 200
    assert b'content="0; url=/credentials/calm/"' in moved.body
    page = answer.answer(there, "/credentials/calm/")
    assert "Content-Security-Policy" not in page.headers
    assert b'<meta http-equiv="Content-Security-Policy" content="default-src' in page.body
    assert answer.answer(there, "/_headers").status == 404


def test_the_host_can_stand_in_the_settings(run: Run, renamed: Path) -> None:
    settings = renamed / "content" / "site.yaml"
    settings.write_text(settings.read_text(encoding="utf-8") + "host: none\n", encoding="utf-8")
    built(run, renamed)
    assert not (renamed / "public" / "_redirects").exists()


def test_another_host_makes_another_site_and_back_again(run: Run, renamed: Path) -> None:
    built(run, renamed)
    first = _files(renamed / "public")
    built(run, renamed, "--host", "github")
    assert _files(renamed / "public") != first
    built(run, renamed)
    assert _files(renamed / "public") == first


def test_a_preview_says_so_on_every_page_and_keeps_the_sites_own_addresses(run: Run, renamed: Path) -> None:
    built(run, renamed, "--preview")
    pages = [page.read_text(encoding="utf-8") for page in (renamed / "public").rglob("*.html")]
    assert len(pages) > 5
    assert [page for page in pages if "do not rely on it" not in page] == []
    credential = (renamed / "public/credentials/calm/index.html").read_text(encoding="utf-8")
    address = (
        (renamed / "content/site.yaml").read_text(encoding="utf-8").split("base_url: ")[1].split("\n")[0]
    )
    assert f'<link rel="canonical" href="{address}/credentials/calm/">' in credential
    built(run, renamed)
    assert "do not rely on it" not in (renamed / "public/index.html").read_text(encoding="utf-8")


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def found(run: Run, *words: str) -> dict[str, tuple[str, str]]:
    ran = run("doctor", "--json", *words)
    return {one["what"]: (one["state"], one["text"]) for one in json.loads(ran.out)["findings"]}


def test_doctor_counts_what_was_built(run: Run, site: Path) -> None:
    built(run, site)
    seen = found(run)
    number = sum(path.is_file() for path in (site / "public").rglob("*"))
    assert seen["published site"][1].startswith(f"{number:,} files, ")
    assert {seen[name][0] for name in ("netlify (yours)", "cloudflare", "github")} == {"good"}


def test_doctor_says_when_nothing_is_built_yet(run: Run, site: Path) -> None:
    assert "sitegen build" in found(run)["published site"][1]


@pytest.fixture
def large(site: Path) -> Path:
    """A built site of 20,001 pictures, a file of 26 megabytes, and 101 rules; the large file has a hole in it."""
    out = site / "public"
    (out / "cards").mkdir(parents=True)
    (out / "index.html").write_text("x")
    for number in range(20_001):
        (out / "cards" / f"{number}.png").touch()
    with (out / "large.json").open("wb") as file:
        file.truncate(26 * 1_048_576 + 1)
    (out / "_headers").write_text("".join(f"/{n}\n  A: b\n" for n in range(101)))
    (out / "_redirects").write_text("/a /" + "b" * 1_000 + " 301\n")
    return site


def test_doctor_says_what_does_not_fit_and_what_to_do(run: Run, large: Path) -> None:
    ran = run("doctor", "--host", "cloudflare")
    assert ran.code == 1
    line = next(line for line in ran.out.splitlines() if "cloudflare (yours)" in line)
    assert line.startswith("BAD")
    for words in (
        "20,005 files, and 20,000 are accepted",
        "a paid plan",
        "cards/ has 20,001 (`publish: {social_cards: false}` leaves out most of them)",
        "101 header rules",
        "1,008 characters of a redirect",
        "27,262,977 bytes of one file",
    ):
        assert words in line


def test_what_does_not_fit_elsewhere_is_only_a_note(run: Run, large: Path) -> None:
    assert found(run)["cloudflare"][0] == "note"
    assert run("doctor").code == 0


def test_folders_that_are_too_full_for_netlify(
    run: Run, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from sitegen.cli import host_limits

    limits = (host_limits.Limit("files in one folder", 20_000, "part the records"),)
    monkeypatch.setitem(host_limits.LIMITS, "netlify", limits)
    state, words = found(run)["netlify (yours)"]
    assert state == "bad"
    assert words.startswith(
        "20,001 files in one folder, and 20,000 are accepted: part the records. cards/ has 20,001"
    )
