"""The server of these pages: on this machine only, for browsers that were let in, one form after the other."""

import os
import sys
import traceback
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from sitegen.reviewing import gate, pages, reply, request, routes
from sitegen.reviewing.reply import Reply
from sitegen.reviewing.request import Request
from sitegen.reviewing.room import Room
from sitegen.reviewing.views import Fault
from sitegen.serving.server import HOST, IDLE

ELSEWHERE = (
    "These pages are shown on this computer only, at the address that `sitegen review serve` printed.\n"
)
STRANGER = (
    "Open the address that `sitegen review serve` printed, as a whole. "
    "If that was stopped and started again, the address is a new one; what you typed is still there if you go back.\n"
)
FOREIGN = Fault(
    "This form was not sent from one of these pages, so nothing was done.",
    "If you sent it yourself, go back: what you typed is still there. Then load that page anew and send it again.",
)
OURS = Fault("Something is wrong in sitegen itself, and nothing was saved.", "The terminal says what it is.")


class Server(ThreadingHTTPServer):
    """The socket that listens."""

    daemon_threads = True
    allow_reuse_address = os.name != "nt"  # on Windows it would let two servers share a port

    def __init__(self, port: int, room: Room) -> None:
        super().__init__((HOST, port), Handler)
        self.room = room

    @property
    def address(self) -> str:
        """The address that lets a browser in."""
        return f"http://{HOST}:{self.server_port}{self.room.top}/?key={gate.key(self.room)}"

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
        self._send(self._answer())

    def do_HEAD(self) -> None:
        self._send(self._answer(), with_body=False)

    def do_POST(self) -> None:
        self._send(self._form())

    def _refuse_method(self) -> None:
        self.close_connection = True
        self._send(reply.text(405, "Only GET, HEAD and POST are answered here.\n"))

    do_PUT = do_PATCH = do_DELETE = do_OPTIONS = do_TRACE = _refuse_method  # noqa: N815

    def _answer(self) -> Reply:
        """The answer to a question that changes nothing."""
        if self.headers.get("Content-Length") or self.headers.get("Transfer-Encoding"):
            self.close_connection = True  # what follows may be a body that nobody reads
        room = self.server.room
        wanted = self._wanted()
        if isinstance(wanted, Reply):
            return wanted
        if len(wanted.path) == 1 and wanted.path[0] in pages.files():
            return reply.file(wanted.path[0], pages.files()[wanted.path[0]])
        if not wanted.path and gate.has_key(room, wanted.asked("key")):
            return reply.moved(f"{room.top}/", gate.cookie(room))
        if not gate.is_known(room, self._headers()):
            return reply.text(403, STRANGER)
        return self._routed(wanted)

    def _form(self) -> Reply:
        """The answer to a form that was sent."""
        self.close_connection = True
        room = self.server.room
        wanted = self._wanted()
        if isinstance(wanted, Reply):
            return wanted
        if not gate.is_known(room, self._headers()):
            return reply.text(403, STRANGER)
        body = self._body()
        if isinstance(body, Reply):
            return body
        sent = Request(path=wanted.path, query=wanted.query, fields=body, is_form=True)
        if not gate.is_ours(room, self._headers(), sent.field("word")):
            return routes.trouble(room, FOREIGN, 403)
        return self._routed(sent)

    def _wanted(self) -> Request | Reply:
        """What is asked for; or the answer to somebody who may not ask, or for nothing that there is."""
        if not gate.is_for_here(self._headers(), self.server.server_port):
            return reply.text(403, ELSEWHERE)
        path, _, query = self.path.partition("#")[0].partition("?")
        top = self.server.room.top
        if not path.startswith(f"{top}/"):
            return reply.text(403, STRANGER)
        try:
            return Request(path=request.parts(path[len(top) :]), query=request.fields(query))
        except ValueError:
            return reply.text(400, "This address cannot be read.\n")

    def _body(self) -> request.Fields | Reply:
        """The fields of a form; or why they cannot be read."""
        length = self.headers.get("Content-Length", "")
        if self.headers.get("Transfer-Encoding") or not (length.isascii() and length.isdigit()):
            return reply.text(411, "How long the form is has to be said beforehand.\n")
        if int(length) > request.MAX_BYTES:
            return reply.text(413, "This form is too long. Nothing was saved; go back, and shorten it.\n")
        if self.headers.get_content_type() != request.FORM:
            return reply.text(415, "This is no form of ours.\n")
        data = self.rfile.read(int(length))
        try:
            return request.fields(data.decode("ascii"))
        except ValueError:
            return reply.text(400, "This form cannot be read. Nothing was saved.\n")

    def _routed(self, wanted: Request) -> Reply:
        try:
            return routes.answer(self.server.room, wanted)
        except OSError as error:
            words = f"The disk does not allow it: {error.strerror or error}. Nothing is half written."
            return routes.trouble(self.server.room, Fault(words), 503, wanted)
        except Exception:  # noqa: BLE001 - whatever it is, what was typed must not be lost
            sys.stderr.write(traceback.format_exc())
            return routes.trouble(self.server.room, OURS, 500, wanted)

    def _headers(self) -> dict[str, str]:
        """The headers by their names in small letters; of one that is given twice, both, so that it fits nothing."""
        return {name.lower(): ", ".join(self.headers.get_all(name, [])) for name in self.headers}

    def _send(self, found: Reply, *, with_body: bool = True) -> None:
        self.send_response(found.status)
        for name, value in {**found.headers, "Content-Length": str(len(found.body))}.items():
            self.send_header(name, value)
        if self.close_connection:
            self.send_header("Connection", "close")
        self.end_headers()
        if with_body:
            self.wfile.write(found.body)

    def version_string(self) -> str:
        return "sitegen"

    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - the name is the base class's
        """Who looks at what is nobody's news."""
