"""What the tests of `sitegen serve` share: a published folder, a running server, and requests to it as bytes."""

import http.client
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from sitegen.serving import news, server
from sitegen.serving.answer import Site

Publish = Callable[..., Site]
DEADLINE = 20.0
"""Seconds after which a test gives up waiting for what should come at once."""


@pytest.fixture
def publish(tmp_path: Path) -> Publish:
    """Writes files below a folder, as in `publish({"a/index.html": "text"}, top="/catalog")`, and gives the site."""

    def write(files: dict[str, str | bytes], top: str = "") -> Site:
        out = tmp_path / "public"
        out.mkdir(exist_ok=True)
        for address, text in files.items():
            path = out / address
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return Site(str(out), top)

    return write


class Running:
    """A server on a free port, and ways to ask it."""

    def __init__(self, started: server.Server) -> None:
        self.server = started
        self.port = started.server_port

    def ask(self, target: str, method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of an answer; the target is sent as it is."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=DEADLINE)
        try:
            connection.putrequest(method, target, skip_host="Host" in headers)
            for name, value in headers.items():
                connection.putheader(name, value)
            connection.endheaders()
            response = connection.getresponse()
            return response.status, dict(response.getheaders()), response.read()
        finally:
            connection.close()

    def send(self, data: bytes) -> bytes:
        """Everything that comes back for these bytes until the server closes the connection."""
        with socket.create_connection(("127.0.0.1", self.port), timeout=DEADLINE) as connection:
            connection.sendall(data)
            connection.shutdown(socket.SHUT_WR)
            return b"".join(iter(lambda: connection.recv(65_536), b""))


@pytest.fixture
def start() -> Iterator[Callable[[Site], Running]]:
    """Starts a server for a site; it ends with the test."""
    contexts = []

    def begin(site: Site) -> Running:
        started = server.open_near(0, site, news.Board(news.News("start-1")))
        assert isinstance(started, server.Server)
        context = server.running(started)
        context.__enter__()
        contexts.append(context)
        return Running(started)

    yield begin
    for context in contexts:
        context.__exit__(None, None, None)
