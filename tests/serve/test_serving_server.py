"""The server as a browser meets it, over a real connection to this machine."""

import http.client
import socket
from collections.abc import Callable
from typing import Any

import msgspec
import pytest

from sitegen.serving import news, server
from sitegen.serving.answer import Site
from sitegen.serving.news import News

PAGES = {
    "index.html": "<!doctype html><html><head><title>x</title></head><body>home</body></html>",
    "404.html": "<html><head></head><body>nothing</body></html>",
    "data/a.json": "{}",
    "_headers": "/*\n  X-Frame-Options: DENY\n",
}
TAG = b'<script src="/.sitegen/reload.js" data-version="start-1" defer></script></head>'


@pytest.fixture
def running(publish: Callable[..., Site], start: Callable[[Site], Any]) -> Any:
    return start(publish(PAGES))


def test_pages_carry_the_script_and_the_version_they_belong_to(running: Any) -> None:
    status, headers, body = running.ask("/")
    assert (status, headers["X-Frame-Options"]) == (200, "DENY")
    assert TAG in body


def test_the_published_files_stay_as_they_are(running: Any, publish: Callable[..., Site]) -> None:
    running.ask("/")
    with open(f"{publish({}).out}/index.html") as file:  # noqa: PTH123
        assert file.read() == PAGES["index.html"]


def test_the_page_for_nothing_found_carries_the_script_too(running: Any) -> None:
    status, _, body = running.ask("/none")
    assert status == 404
    assert TAG in body


def test_other_files_are_sent_as_they_are(running: Any) -> None:
    status, headers, body = running.ask("/data/a.json")
    assert (status, headers["Content-Type"], body) == (200, "application/json", b"{}")


def test_the_script_is_served(running: Any) -> None:
    status, headers, body = running.ask("/.sitegen/reload.js?v=1")
    assert (status, headers["Content-Type"]) == (200, "text/javascript; charset=utf-8")
    assert b"/.sitegen/events" in body


def test_the_script_needs_nothing_that_the_policy_forbids(running: Any) -> None:
    script = running.ask("/.sitegen/reload.js")[2]
    for word in (
        b"innerHTML",
        b"outerHTML",
        b"insertAdjacentHTML",
        b"document.write",
        b"eval(",
        b'.setAttribute("style',
    ):
        assert word not in script


def test_head_has_the_headers_and_no_body(running: Any) -> None:
    whole, (status, headers, body) = running.ask("/"), running.ask("/", "HEAD")
    assert (status, body) == (200, b"")
    assert headers["Content-Length"] == str(len(whole[2]))


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS"])
def test_other_methods_are_refused(running: Any, method: str) -> None:
    status, headers, _ = running.ask("/", method)
    assert (status, headers["Allow"]) == (405, "GET, HEAD")


def test_unknown_methods_are_refused(running: Any) -> None:
    assert running.ask("/", "PROPFIND")[0] == 501


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.0.0.1:8000", "localhost", "LOCALHOST:9000", "catalog.localhost:80", "[::1]:8000"],
)
def test_this_machines_names_are_answered(running: Any, host: str) -> None:
    assert running.ask("/", Host=host)[0] == 200


@pytest.mark.parametrize(
    "host",
    [
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example",
        "evil.example:8000",
        "10.0.0.1",
        "",
        "a@localhost",
    ],
)
def test_other_names_are_refused(running: Any, host: str) -> None:
    status, _, body = running.ask("/", Host=host)
    assert status == 403
    assert b"home" not in body


@pytest.mark.parametrize("target", ["/", "/.sitegen/events", "/.sitegen/reload.js", "/none"])
def test_another_name_gets_nothing_at_all(running: Any, target: str) -> None:
    assert running.ask(target, Host="evil.example")[0] == 403


def test_a_request_with_two_names_or_none_is_refused(running: Any) -> None:
    two = b"GET / HTTP/1.1\r\nHost: localhost\r\nHost: evil.example\r\nConnection: close\r\n\r\n"
    none = b"GET / HTTP/1.1\r\nConnection: close\r\n\r\n"
    assert [running.send(data).split()[1] for data in (two, none)] == [b"403", b"403"]


def test_a_body_is_not_taken_for_the_next_request(running: Any) -> None:
    hidden = b"GET /data/a.json HTTP/1.1\r\nHost: localhost\r\n\r\n"
    head = b"GET / HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n" % len(hidden)
    assert running.send(head + hidden).count(b"HTTP/1.1 ") == 1


@pytest.mark.parametrize(
    "target",
    [
        b"/../index.html",
        b"/%2e%2e/%2e%2e/etc/passwd",
        b"/..%2f..%2fetc/passwd",
        b"//etc/passwd",
        b"/%00",
        b"/\xff",
    ],
)
def test_nothing_outside_the_folder_is_sent(running: Any, target: bytes) -> None:
    answer = running.send(b"GET " + target + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")
    assert answer.startswith(b"HTTP/1.1 404 ")
    assert b"root:" not in answer


def test_several_requests_use_one_connection(running: Any) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=20)
    statuses = []
    for target in ("/", "/none", "/data/a.json"):
        connection.request("GET", target)
        response = connection.getresponse()
        response.read()
        statuses.append(response.status)
    connection.close()
    assert statuses == [200, 404, 200]


def events(running: Any) -> tuple[http.client.HTTPConnection, http.client.HTTPResponse]:
    connection = http.client.HTTPConnection("127.0.0.1", running.port, timeout=20)
    connection.request("GET", "/.sitegen/events")
    return connection, connection.getresponse()


def next_news(response: http.client.HTTPResponse) -> News:
    while not (line := response.readline()).startswith(b"data: "):
        assert line, "the connection was closed"
    return msgspec.json.decode(line.removeprefix(b"data: "), type=News)


def test_news_come_at_once_and_whenever_they_change(running: Any) -> None:
    connection, response = events(running)
    assert response.getheader("Content-Type") == "text/event-stream; charset=utf-8"
    assert next_news(response) == News("start-1")
    running.server.board.post(News("start-1", ("a.md: wrong",)))
    assert next_news(response).problems == ("a.md: wrong",)
    running.server.board.post(News("start-2"))
    assert next_news(response) == News("start-2")
    connection.close()


def test_the_end_of_the_server_ends_the_news(publish: Callable[..., Site]) -> None:
    started = server.open_near(0, publish(PAGES), news.Board(News("start-1")))
    assert isinstance(started, server.Server)
    with server.running(started):
        connection = http.client.HTTPConnection("127.0.0.1", started.server_port, timeout=20)
        connection.request("GET", "/.sitegen/events")
        response = connection.getresponse()
        assert response.readline() == b"retry: 1000\n"
    assert response.read().endswith(b"\n\n")
    connection.close()


def test_a_browser_that_goes_away_is_no_fault(running: Any, capfd: pytest.CaptureFixture[str]) -> None:
    connection, response = events(running)
    next_news(response)
    response.close()
    connection.close()
    for number in range(2, 5):
        running.server.board.post(News(f"start-{number}"))
    assert running.ask("/")[0] == 200
    assert capfd.readouterr() == ("", "")


def test_the_next_free_port_is_taken(publish: Callable[..., Site]) -> None:
    site, board = publish(PAGES), news.Board(News("start-1"))
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        found = server.open_near(port, site, board)
        assert isinstance(found, server.Server)
        assert port < found.server_port < port + server.MOST_TRIES
        found.server_close()


def test_no_free_port_is_said_in_words(publish: Callable[..., Site], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "MOST_TRIES", 1)
    with socket.create_server(("127.0.0.1", 0)) as taken:
        said = server.open_near(taken.getsockname()[1], publish(PAGES), news.Board(News("start-1")))
    assert isinstance(said, str)
    assert "in use by other programs" in said


def test_a_port_that_one_may_not_use_is_said_in_words(
    publish: Callable[..., Site], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(server.Server, "server_bind", refuse)
    said = server.open_near(80, publish(PAGES), news.Board(News("start-1")))
    assert isinstance(said, str)
    assert "You may not use port 80" in said


def test_only_this_machine_is_listened_to(running: Any) -> None:
    assert running.server.server_address[0] == "127.0.0.1"
