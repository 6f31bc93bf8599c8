"""A web server for one person: on this machine only, GET and HEAD only, the published folder only."""

import errno
import os
import re
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any, TypeVar

from sitegen.serving import content_types, live, news
from sitegen.serving.answer import NO_STORE, Answer, Site, answer

AnyServer = TypeVar("AnyServer", bound=ThreadingHTTPServer)
HOST = "127.0.0.1"
MOST_TRIES = 20
"""Ports tried one after the other."""

SILENCE = 15.0
"""Seconds after which a waiting page is sent a sign of life, so that a closed one is noticed."""

IDLE = 30.0
"""Seconds after which a connection that asks for nothing is closed."""

_HERE = re.compile(
    r"(?:localhost|[a-z0-9.-]+\.localhost|127(?:\.[0-9]{1,3}){3}|\[::1\])(?::[0-9]{1,5})?", re.IGNORECASE
)


class Server(ThreadingHTTPServer):
    """The socket that listens; `site` may be replaced while it runs."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would let two servers share a port

    def __init__(self, port: int, site: Site, board: news.Board) -> None:
        super().__init__((HOST, port), Handler)
        self.site = site
        self.board = board

    @property
    def address(self) -> str:
        """Where to look at the site."""
        return f"http://{HOST}:{self.server_port}{self.site.top}/"

    def handle_error(self, request: Any, client_address: Any) -> None:
        """A browser that goes away in the middle of an answer is no fault."""
        if not isinstance(sys.exception(), ConnectionError | TimeoutError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """One connection."""

    server: Server
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True
    timeout = IDLE

    def do_GET(self) -> None:
        self._serve(with_body=True)

    def do_HEAD(self) -> None:
        self._serve(with_body=False)

    def _refuse_method(self) -> None:
        self.close_connection = True
        self._send(
            _plain(405, "Only GET and HEAD are answered here.\n", {"Allow": "GET, HEAD"}), with_body=True
        )

    do_POST = do_PUT = do_PATCH = do_DELETE = do_OPTIONS = _refuse_method  # noqa: N815

    def _serve(self, *, with_body: bool) -> None:
        if self.headers.get("Content-Length") or self.headers.get("Transfer-Encoding"):
            self.close_connection = True  # what follows may be a body that nobody reads
        path = self.path.partition("?")[0]
        if not _is_for_here(self.headers.get_all("Host", [])):
            self._send(_not_for_here(self.server), with_body=with_body)
        elif path == live.EVENTS and with_body:
            self._events()
        elif path == live.SCRIPT:
            kind = {"Content-Type": content_types.of("reload.js"), **NO_STORE}
            self._send(Answer(200, kind, live.script()), with_body=with_body)
        else:
            self._send(self._page(), with_body=with_body)

    def _page(self) -> Answer:
        version = (
            self.server.board.news.version
        )  # before the file is read: at worst the page reloads once too often
        try:
            found = answer(self.server.site, self.path)
        except OSError as error:
            return _plain(500, f"The published folder cannot be read: {error.strerror}.\n")
        if not found.headers.get("Content-Type", "").startswith("text/html"):
            return found
        return Answer(found.status, found.headers, live.with_script(found.body, version))

    def _send(self, found: Answer, *, with_body: bool) -> None:
        self._head(found.status, {**found.headers, "Content-Length": str(len(found.body))})
        if with_body:
            self.wfile.write(found.body)

    def _head(self, status: int, headers: dict[str, str]) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()

    def _events(self) -> None:
        """The news now, and again whenever it changes, until the page is left or the server ends."""
        self.close_connection = True
        self._head(200, {"Content-Type": "text/event-stream; charset=utf-8", **NO_STORE})
        board = self.server.board
        known = board.news
        self.wfile.write(news.message(known))
        while not board.closed:
            latest = board.wait(known, SILENCE)
            self.wfile.write(b":\n\n" if latest == known else news.message(latest))
            known = latest

    def version_string(self) -> str:
        return "sitegen"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the base class's
        """Requests are nobody's news; problems are told where they arise."""


def open_near(port: int, site: Site, board: news.Board) -> Server | str:
    """A server on `port`, or on the next one that is free; in words, why there is none."""
    return near(port, lambda number: Server(number, site, board))


def near(port: int, make: Callable[[int], AnyServer]) -> AnyServer | str:
    """What `make` makes on `port`, or on the next one that is free; in words, why there is none."""
    for number in range(port, min(port + MOST_TRIES, 65_536)):
        try:
            return make(number)
        except OSError as error:
            if error.errno in (errno.EACCES, errno.EPERM):
                return f"You may not use port {number} here. Choose another, for example `--port 8000`."
            if error.errno != errno.EADDRINUSE:
                raise
    return f"Port {port} and those after it are in use by other programs. Choose another with `--port`."


@contextmanager
def running(server: Server) -> Iterator[None]:
    """Answer requests in the background while the block runs; afterwards the port is free again."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.board.close()
        server.shutdown()
        server.server_close()
        thread.join()


def _is_for_here(hosts: list[str]) -> bool:
    """Whether a browser that was asked for this machine sends the request.

    A page elsewhere could have its own name lead to 127.0.0.1 and so read a site that is not published yet;
    the browser then names that host.
    """
    return len(hosts) == 1 and _HERE.fullmatch(hosts[0].strip()) is not None


def _not_for_here(server: Server) -> Answer:
    return _plain(HTTPStatus.FORBIDDEN, f"This site is shown on this computer only, at {server.address}\n")


def _plain(status: int, text: str, extra: dict[str, str] | None = None) -> Answer:
    return Answer(
        status, {"Content-Type": content_types.of("a.txt"), **NO_STORE, **(extra or {})}, text.encode()
    )
