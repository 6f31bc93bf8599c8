"""Who is let in: browsers on this machine that came by the printed address, and forms from our own pages; nobody else."""

import hashlib
from pathlib import Path

import pytest

from sitegen.reviewing.server import Server
from tests.reviewing.asking import Client
from tests.submissions.house import PASSED, House

LEVELS = {"level-1": PASSED, "level-2": PASSED, "level-3": PASSED}


def everything(root: Path) -> dict[str, str]:
    """All files of a site, each with a digest of what it says."""
    files = (path for path in root.rglob("*") if path.is_file())
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture
def stranger(server: Server) -> Client:
    return Client(server)


def test_only_this_machine_is_listened_to(server: Server) -> None:
    assert server.server_address[0] == "127.0.0.1"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1", "127.0.0.1:1", "127.0.0.1.evil.example:{}", ""]
)
def test_a_name_of_somebody_else_that_leads_here_is_refused(client: Client, host: str) -> None:
    named = host.format(client.server.server_port)
    answer = client.raw("GET", f"{client.top}/as/maren/", Host=named, Cookie=client.cookie)
    assert answer.status == 403
    assert "calm" not in answer.text.lower()


def test_this_machine_by_its_name_is_let_in(client: Client) -> None:
    host = f"localhost:{client.server.server_port}"
    assert client.raw("GET", f"{client.top}/look/", Host=host, Cookie=client.cookie).status == 200


def test_two_hosts_in_one_question_fit_nothing(client: Client) -> None:
    right = f"127.0.0.1:{client.server.server_port}"
    answer = client.raw("GET", f"{client.top}/look/", Host=f"{right}, evil.example", Cookie=client.cookie)
    assert answer.status == 403


@pytest.mark.parametrize(
    "path", ["/", "/as/maren/", "/look/", "/look/numbers/", "/look/chart.svg", "/?key=wrong"]
)
def test_without_the_address_that_was_printed_nothing_is_shown(stranger: Client, path: str) -> None:
    answer = stranger.raw("GET", stranger.top + path)
    assert (answer.status, answer.headers["Content-Type"]) == (403, "text/plain; charset=utf-8")


def test_a_path_that_does_not_begin_as_it_should_is_refused(client: Client) -> None:
    assert client.raw("GET", "/look/", Cookie=client.cookie).status == 403


def test_the_cookie_says_neither_the_key_nor_the_word_of_the_forms(client: Client) -> None:
    room = client.server.room
    assert room.sign("key") not in client.cookie
    assert room.form_word not in client.cookie
    assert room.secret not in client.cookie


def test_the_cookie_goes_to_these_pages_only_and_no_script_sees_it(stranger: Client) -> None:
    address = stranger.server.address.partition(str(stranger.server.server_port))[2]
    said = stranger.raw("GET", address).headers["Set-Cookie"]
    assert said.split("; ")[1:] == [f"Path={stranger.top}/", "HttpOnly", "SameSite=Strict"]


def test_a_wrong_cookie_is_none(client: Client) -> None:
    for cookie in (f"{client.cookie}x", "sitegen-review=", "sitegen-review", "a=b; [;]", "sitegen-review=é"):
        answer = client.raw("GET", f"{client.top}/look/", Cookie=cookie.encode().decode("latin-1"))
        assert answer.status == 403


def test_a_form_without_the_word_of_our_pages_does_nothing(client: Client, house: House, ana: str) -> None:
    path = f"/as/maren/{ana}/"
    seen = client.signs(path)["seen"]
    before = everything(house.root)
    for word in ({}, {"word": ""}, {"word": "0" * 64}):
        answer = client.post(path, {**LEVELS, "seen": seen, "feedback-1": "Kept words.", **word})
        assert answer.status == 403
        assert "Kept words." not in answer.text  # they may be the words of whoever made the form
    assert everything(house.root) == before


@pytest.mark.parametrize(
    "headers",
    [{"Origin": "http://evil.example"}, {"Origin": "null"}, {"Sec_Fetch_Site": "cross-site"},
     {"Sec_Fetch_Site": "same-site"}, {"Origin": "http://127.0.0.1:1"}],
)  # fmt: skip
def test_a_form_from_elsewhere_does_nothing(
    client: Client, house: House, ana: str, headers: dict[str, str]
) -> None:
    path = f"/as/maren/{ana}/"
    fields = client.signs(path) | LEVELS
    before = everything(house.root)
    assert client.post(path, fields, **headers).status == 403
    assert everything(house.root) == before


def test_a_form_of_a_stranger_does_nothing(client: Client, house: House, ana: str) -> None:
    path = f"/as/maren/{ana}/"
    fields = client.signs(path) | LEVELS
    client.cookie = ""
    before = everything(house.root)
    assert client.post(path, fields).status == 403
    assert everything(house.root) == before


def test_looking_changes_nothing(client: Client, house: House, ana: str, bo: str) -> None:
    house.score(house.cases[0], "tobias")
    before = everything(house.root)
    signs = client.signs(f"/as/maren/{ana}/")
    tail = f"?word={signs['word']}&seen={signs['seen']}&level-1=Not+yet&outcome=earned"
    for path in ("/", "/?name=maren", "/look/", "/look/?all=1", "/as/maren/numbers/", "/look/chart.svg"):
        assert client.get(path).status in (200, 303)
    for one in (ana, bo):
        assert client.get(f"/as/maren/{one}/{tail}").status == 200
        assert client.get(f"/as/maren/{one}/decide/{tail}").status == 200
        head = client.raw("HEAD", f"{client.top}/as/maren/{one}/decide/{tail}", Cookie=client.cookie)
        assert (head.status, head.text) == (200, "")
    assert everything(house.root) == before


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS", "TRACE"])
def test_other_ways_of_asking_are_refused(client: Client, method: str) -> None:
    assert client.raw(method, f"{client.top}/look/", Cookie=client.cookie).status == 405


def test_every_answer_forbids_what_pages_do_not_need(client: Client, ana: str) -> None:
    for path in ("/", "/look/", f"/as/maren/{ana}/", "/look/nothing/", "/site.css"):
        headers = client.get(path).headers
        assert headers["Content-Security-Policy"].startswith(
            "default-src 'none'; style-src 'self'; script-src 'self'"
        )
        assert "frame-ancestors 'none'" in headers["Content-Security-Policy"]
        assert "form-action 'self'" in headers["Content-Security-Policy"]
        assert (headers["X-Content-Type-Options"], headers["Cache-Control"]) == ("nosniff", "no-store")


def test_pages_ask_for_nothing_from_elsewhere(client: Client, ana: str) -> None:
    import re

    for path in ("/", "/look/", f"/as/maren/{ana}/", f"/as/maren/{ana}/decide/", "/look/numbers/"):
        text = client.get(path).text
        assert all(one.startswith(client.top) for one in re.findall(r'(?:src|action)="([^"]*)"', text))
        assert not re.search(r"<style|style=|<script(?! type=\"module\" src)| on[a-z]+=", text)


@pytest.mark.parametrize(
    ("headers", "status"),
    [({"Content_Length": "2000001"}, 413), ({"Content_Length": "-1"}, 411), ({"Content_Length": "x"}, 411),
     ({"Transfer_Encoding": "chunked"}, 411), ({"Content_Type": "text/plain"}, 415),
     ({"Content_Type": "multipart/form-data; boundary=x"}, 415)],
)  # fmt: skip
def test_what_is_no_form_is_refused_with_words(
    client: Client, ana: str, headers: dict[str, str], status: int
) -> None:
    answer = client.raw("POST", f"{client.top}/as/maren/{ana}/", "a=b", Cookie=client.cookie, **headers)
    assert (answer.status, answer.headers["Connection"]) == (status, "close")


def test_a_form_that_is_no_text_is_refused_with_words(client: Client, ana: str) -> None:
    for body in ("a=%ff", "&".join("a=b" for _ in range(2_001))):
        answer = client.raw("POST", f"{client.top}/as/maren/{ana}/", body, Cookie=client.cookie)
        assert (answer.status, answer.text) == (400, "This form cannot be read. Nothing was saved.\n")


def test_an_address_that_is_no_text_is_refused(client: Client) -> None:
    assert client.raw("GET", f"{client.top}/look/?a=%ff", Cookie=client.cookie).status == 400
